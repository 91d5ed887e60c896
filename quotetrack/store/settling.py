"""Makes speakers of profiles: joins them, and gives each speaker the number that most of it had before.

Part of ``writing``: every method runs in a transaction of its caller.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from quotetrack.model import Speaker
from quotetrack.store import joining, speaker_rows
from quotetrack.store.connection import Connection
from quotetrack.store.identity import Identity, fold, key_of
from quotetrack.store.overlay import Touched
from quotetrack.store.profiles import Cluster, Profile


class Speakers:
    """The speakers of a store, by their numbers."""

    def __init__(self, connection: Connection, touched: Touched) -> None:
        self._connection = connection
        self._touched = touched

    def of_article(self, speaker: Speaker, identity: Identity, article_id: int) -> int:
        """The speaker that is known in this article alone."""
        known = self._connection.row(
            "SELECT id FROM speakers WHERE key = ? AND type IS ? AND article_id = ?",
            [identity.key, identity.type, article_id],
        )
        if known is not None:
            number = int(known["id"])
        else:
            row = {"name": speaker.name, "type": identity.type, "key": identity.key, "article_id": article_id}
            number = self._connection.insert("speakers", row)
        self._connection.write(
            "INSERT OR IGNORE INTO aliases (speaker_id, name, key, articles) VALUES (?, ?, ?, 1)",
            [number, speaker.name, key_of(speaker)],
        )
        return number

    def join(self, blocks: Iterable[str], *, anew: bool = False) -> None:
        """Makes speakers of the profiles in these blocks.

        Those who are just whom they were are passed over, unless all are to be settled ``anew``.
        """
        taken: set[int] = set()
        for block in sorted(blocks):
            profiles = speaker_rows.profiles_in(self._connection, block)
            clusters = joining.join(profiles, speaker_rows.known_in(self._connection, block))
            numbered, left = self._number(clusters if anew else _changed(clusters), taken)
            taken |= numbered.keys()
            self._settle(numbered)
            self._retire(left, profiles)

    def _number(
        self, clusters: Iterable[Cluster], taken: Iterable[int]
    ) -> tuple[dict[int, Cluster], set[int]]:
        """Speakers under the number that most of each had, where that is free, and the numbers that are left."""
        had = [(one, Counter(p.speaker_id for p in one.profiles if p.speaker_id)) for one in clusters]
        free = {number for _, numbers in had for number in numbers}.difference(taken)
        numbered: dict[int, Cluster] = {}
        for cluster, numbers in sorted(had, key=lambda one: (-one[0].articles, one[0].name, one[0].keys)):
            mine = free & numbers.keys()
            if mine:
                number = min(mine, key=lambda one: (-numbers[one], one))
            else:
                number = self._waiting(cluster) or self._connection.insert(
                    "speakers", {"name": cluster.name, "key": ""}
                )
            free.discard(number)
            numbered[number] = cluster
        return numbered, free

    def _retire(self, numbers: set[int], profiles: Iterable[Profile]) -> None:
        """Takes numbers out of use; each finds whoever has the profile that it stood for most."""
        if numbers:
            had = sorted((p for p in profiles if p.speaker_id in numbers), key=lambda p: (p.articles, -p.id))
            self._connection.many(
                "INSERT OR REPLACE INTO former_speakers VALUES (?, ?)",
                [*{profile.speaker_id: profile.id for profile in had}.items()],
            )
            self.drop(numbers)

    def _settle(self, clusters: Mapping[int, Cluster]) -> None:
        """Writes what has changed of speakers: who they are, what they said, what they are called."""
        rows = self._connection.among(
            "SELECT id, name, type, key, listed_id FROM speakers WHERE id IN", clusters
        )
        before = {row["id"]: tuple(row)[1:] for row in rows}
        now = {
            number: (one.name, one.type, fold(one.name), one.known.id if one.known else None)
            for number, one in clusters.items()
        }
        self._connection.many(
            "UPDATE speakers SET name = ?, type = ?, key = ?, listed_id = ? WHERE id = ?",
            [(*row, number) for number, row in now.items() if before.get(number) != row],
        )
        moved = [
            (number, profile.id)
            for number, one in clusters.items()
            for profile in one.profiles
            if profile.speaker_id != number
        ]
        self._connection.many("UPDATE profiles SET speaker_id = ? WHERE id = ?", moved)
        self._connection.many("UPDATE voices SET speaker_id = ? WHERE profile_id = ?", moved)
        self._touch("voices", "profile_id", [profile_id for _, profile_id in moved])
        names: Counter[tuple[int, str, str]] = Counter()
        for number, one in clusters.items():
            for profile in one.profiles:
                names[number, profile.name, key_of(Speaker(profile.name, profile.type))] += profile.articles
        rows = self._connection.among(
            "SELECT speaker_id, name, key, articles FROM aliases WHERE speaker_id IN",
            clusters,
        )
        has = {tuple(row)[:3]: row["articles"] for row in rows}
        self._connection.many(
            "DELETE FROM aliases WHERE speaker_id = ? AND name = ?",
            [one[:2] for one in has.keys() - names.keys()],
        )
        self._connection.many(
            "INSERT OR REPLACE INTO aliases (speaker_id, name, key, articles) VALUES (?, ?, ?, ?)",
            [(*one, count) for one, count in names.items() if has.get(one) != count],
        )

    def _waiting(self, cluster: Cluster) -> int | None:
        """Somebody of the name whom so far only a decision knows."""
        row = self._connection.row(
            "SELECT id FROM speakers WHERE key = ? AND type IS ? AND article_id IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM profiles WHERE speaker_id = speakers.id) ORDER BY id",
            [fold(cluster.name), cluster.type],
        )
        return None if row is None else int(row["id"])

    def drop(self, speaker_ids: Iterable[int]) -> None:
        """Removes those of the speakers of whom no article tells any more.

        At once, for decisions would take one for the speaker of the name that there is instead now.
        """
        rows = self._connection.among(
            "SELECT id FROM speakers WHERE NOT EXISTS (SELECT 1 FROM voices WHERE speaker_id = speakers.id)"
            " AND NOT EXISTS (SELECT 1 FROM profiles WHERE speaker_id = speakers.id) AND id IN",
            speaker_ids,
        )
        gone = [row["id"] for row in rows]
        self._touch("decided_voices", "speaker_id", gone)
        self._connection.write_among("DELETE FROM speakers WHERE id IN", gone)

    def _touch(self, table: str, column: str, values: Iterable[int]) -> None:
        """Notes the articles of these voices as touched."""
        rows = self._connection.among(
            f"SELECT DISTINCT s.article_id FROM statements AS s JOIN {table} AS v ON v.statement_id = s.id"  # noqa: S608
            f" WHERE v.{column} IN",
            values,
        )
        self._touched.articles.update(row["article_id"] for row in rows)


def _changed(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Those who are not just whom they were: who have a new profile, or one that was not theirs alone."""
    had = [{profile.speaker_id for profile in one.profiles} for one in clusters]
    bearers = Counter(number for numbers in had for number in numbers)
    return [
        one
        for one, numbers in zip(clusters, had, strict=True)
        if len(numbers) > 1 or None in numbers or any(bearers[number] > 1 for number in numbers)
    ]
