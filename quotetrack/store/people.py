"""Keeps track of who is who: enters what articles tell of speakers, and joins anew what that touches.

Part of ``writing``: every method runs in a transaction of its caller.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from quotetrack.model import Article, KnownPerson, Speaker, SpeakerType, Statement
from quotetrack.store import article_rows, context, statement_rows
from quotetrack.store.body_names import is_generic
from quotetrack.store.connection import Connection
from quotetrack.store.identity import Identity, fold, key_of
from quotetrack.store.overlay import Touched
from quotetrack.store.person_names import person_name
from quotetrack.store.profiles import NEAR, block_of, magnitude, main_name
from quotetrack.store.records import StoredStatement
from quotetrack.store.settling import Speakers


@dataclass(frozen=True, slots=True)
class Place:
    """Where a voice belongs: its speaker, and the profile that says so; none for one of its article alone."""

    speaker_id: int
    profile_id: int | None


class People:
    """The speakers of a store, and the profiles that they follow from."""

    def __init__(self, connection: Connection, db: Database, touched: Touched) -> None:
        self._connection = connection
        self._db = db
        self._speakers = Speakers(connection, touched)
        self.touched = touched
        """What a change has touched so far: decisions are carried out anew there."""

    def place(
        self, article_id: int, article: Article, statements: Sequence[Statement]
    ) -> Mapping[Speaker, Place]:
        """Enters what an article tells of its speakers; who each of them is."""
        self.touched.articles.add(article_id)
        people, profile_ids, touched = self._enter(article, statements)
        self._speakers.join(touched)
        speakers = self._speakers_of(profile_ids.values())
        placed = {s: Place(speakers[number], number) for s, number in profile_ids.items()}
        for speaker, identity in people.items():
            if not identity.shared:
                placed[speaker] = Place(self._speakers.of_article(speaker, identity, article_id), None)
        return placed

    @contextmanager
    def leaving(self, article_id: int) -> Iterator[None]:
        """Inside, an article's statements go: afterwards nothing is known any more from them alone."""
        before = self._connection.rows(
            """
            SELECT v.profile_id, v.speaker_id FROM statements AS s JOIN voices AS v ON v.statement_id = s.id
            WHERE s.article_id = :article
            UNION SELECT NULL, v.speaker_id FROM statements AS s JOIN decided_voices AS v ON v.statement_id = s.id
            WHERE s.article_id = :article
            """,
            {"article": article_id},
        )
        profiles = sorted({row["profile_id"] for row in before if row["profile_id"] is not None})
        article, stored = self._stored(article_id)
        cell = _cell(article, [one.statement for one in stored])
        yield
        touched = self._count(profiles, cell, -1)
        gone = [
            row["id"]
            for row in self._connection.among(
                "SELECT id FROM profiles WHERE articles = 0 AND id IN", profiles
            )
        ]
        fewer = self._blocks(gone)
        self._connection.write_among(
            "UPDATE OR IGNORE former_speakers SET profile_id = (SELECT min(p.id) FROM profiles AS g JOIN profiles AS p"
            " USING (speaker_id) WHERE g.id = profile_id AND p.articles > 0) WHERE profile_id IN",
            gone,
        )
        self._connection.write_among("DELETE FROM profiles WHERE id IN", gone)
        self._speakers.join(fewer, anew=True)
        self._speakers.join(touched - fewer)
        spoke = {row["speaker_id"] for row in before}
        self.touched.bereft |= spoke
        self._connection.write_among(
            "DELETE FROM aliases WHERE NOT EXISTS"
            " (SELECT 1 FROM voices WHERE speaker_id = aliases.speaker_id AND name = aliases.name)"
            " AND speaker_id IN",
            spoke,
        )
        self._speakers.drop(row["id"] for row in self._connection.among(_SUCCEEDED, spoke))

    def profile_again(self, article_id: int) -> None:
        """Enters an article anew whose date or publisher has changed, while its statements stay."""
        article, stored = self._stored(article_id)
        placed = self.place(article_id, article, [one.statement for one in stored])
        self._link(stored, {speaker: place.profile_id for speaker, place in placed.items()})
        self._connection.write(
            "UPDATE voices SET speaker_id = (SELECT speaker_id FROM profiles WHERE id = profile_id)"
            " WHERE profile_id IS NOT NULL"
            " AND statement_id IN (SELECT id FROM statements WHERE article_id = ?)",
            [article_id],
        )

    def profile_all(self) -> None:
        """Enters all articles that a version without profiles kept; speakers keep their numbers."""
        waiting = self._connection.rows(
            "SELECT id FROM articles WHERE id IN (SELECT s.article_id FROM statements AS s"
            " JOIN voices AS v ON v.statement_id = s.id JOIN speakers AS p ON p.id = v.speaker_id"
            " WHERE v.profile_id IS NULL AND p.article_id IS NULL) ORDER BY id"
        )
        for row in waiting:
            article, stored = self._stored(row["id"])
            _, profile_ids, _ = self._enter(article, [one.statement for one in stored])
            self._link(stored, profile_ids)
        if waiting:
            self._connection.write(
                "UPDATE profiles SET speaker_id = (SELECT min(speaker_id) FROM voices"
                " WHERE profile_id = profiles.id) WHERE speaker_id IS NULL"
            )
            blocks = self._connection.rows("SELECT DISTINCT block FROM profiles")
            self._speakers.join((row["block"] for row in blocks), anew=True)

    def profile_bodies(self) -> None:
        """Enters bodies anew that were kept by a version which did not ask whose they are."""
        rows = self._connection.rows("SELECT DISTINCT key FROM profiles WHERE ifnull(type, '') <> 'person'")
        keys = [row["key"] for row in rows]
        self._block_again(keys)
        articles = self._connection.among(
            "SELECT DISTINCT s.article_id FROM statements AS s JOIN voices AS v ON v.statement_id = s.id"
            " JOIN profiles AS p ON p.id = v.profile_id WHERE p.key IN",
            filter(is_generic, keys),
        )
        for row in articles:
            with self.leaving(row["article_id"]):
                self.profile_again(row["article_id"])

    def know(self, people: Iterable[KnownPerson]) -> Counter[str]:
        """Enters people of a list: how many are "new", "changed" and "unchanged"."""
        done: Counter[str] = Counter()
        keys: set[str] = set()
        for person in people:
            known = self._known_row(person)
            names = _names_of(person)
            row: dict[str, Any] = {
                "name": person.name,
                "type": person.type,
                "role": person.role,
                "wikidata": person.wikidata,
                "block": block_of(key_of(Speaker(person.name, person.type)), person.type),
            }
            former: dict[str, str] = {}
            if known is not None:
                found = self._connection.rows(
                    "SELECT name, key FROM listed_names WHERE listed_id = ?", [known["id"]]
                )
                former = {one["name"]: one["key"] for one in found}
                if former == names and all(known[column] == value for column, value in row.items()):
                    done["unchanged"] += 1
                    continue
                self._db.table("listed_people").update(known["id"], row)
                self._db.table("listed_names").delete_where("listed_id = ?", [known["id"]])
            number = known["id"] if known is not None else self._connection.insert("listed_people", row)
            self._db.table("listed_names").insert_all(
                {"listed_id": number, "name": name, "key": key} for name, key in names.items()
            )
            done["new" if known is None else "changed"] += 1
            keys.update(names.values(), former.values())
        self._block_again(keys)
        return done

    # --- profiles

    def _enter(
        self, article: Article, statements: Sequence[Statement]
    ) -> tuple[dict[Speaker, Identity], dict[Speaker, int], set[str]]:
        """Counts an article in: who is in it, the profiles of those whom others may know, the blocks it touches."""
        people = context.people_of(article, statements)
        cell = _cell(article, statements)
        profile_ids: dict[Speaker, int] = {}
        new: set[int] = set()
        for speaker, (identity, facts) in people.items():
            if identity.shared:
                profile_ids[speaker], made = self._profile(speaker, identity, facts, cell)
                if made:
                    new.add(profile_ids[speaker])
        touched = self._count(sorted(set(profile_ids.values())), cell, 1)
        identities = {speaker: identity for speaker, (identity, _) in people.items()}
        return identities, profile_ids, touched | self._blocks(new)

    def _profile(
        self, speaker: Speaker, identity: Identity, facts: context.Facts, cell: tuple[str, int] | None
    ) -> tuple[int, bool]:
        """The profile of a speaker of an article, and whether it is new."""
        publisher, period = cell if cell and _is_short(identity.key, identity.type) else (None, None)
        row = {
            "name": speaker.name,
            "key": identity.key,
            "type": identity.type,
            "facts": json.dumps(sorted(facts), ensure_ascii=False),
            "publisher": publisher,
            "period": period,
        }
        known = self._connection.row(
            "SELECT id FROM profiles WHERE key = :key AND name = :name AND ifnull(type, '') = ifnull(:type, '')"
            " AND facts = :facts AND ifnull(publisher, '') = ifnull(:publisher, '')"
            " AND ifnull(period, 0) = ifnull(:period, 0)",
            row,
        )
        if known is not None:
            return int(known["id"]), False
        block = self._block(identity.key, identity.type)
        return self._connection.insert("profiles", {**row, "block": block, "articles": 0}), True

    def _stored(self, article_id: int) -> tuple[Article, list[StoredStatement]]:
        row = self._connection.row("SELECT * FROM articles WHERE id = ?", [article_id])
        assert row is not None
        ids = self._connection.rows(
            "SELECT id FROM statements WHERE article_id = ? ORDER BY position", [article_id]
        )
        return article_rows.as_article(row), list(
            statement_rows.found(self._connection, [one["id"] for one in ids])
        )

    def _link(self, stored: Iterable[StoredStatement], profile_ids: Mapping[Speaker, int | None]) -> None:
        """Has the voices of statements refer to their profiles."""
        for one in stored:
            for part, ord_, speaker in one.statement.voices():
                if speaker in profile_ids:
                    self._connection.write(
                        "UPDATE voices SET profile_id = ? WHERE statement_id = ? AND part = ? AND ord = ?",
                        [profile_ids[speaker], one.id, part, ord_],
                    )

    def _count(self, profile_ids: Sequence[int], cell: tuple[str, int] | None, change: int) -> set[str]:
        """Counts an article in, or out, for its profiles and the names of their speakers.

        Returns:
            The blocks where that may make a difference to who is who.
        """
        rows = self._connection.among("SELECT * FROM profiles WHERE id IN", profile_ids)
        self._connection.many(
            "UPDATE profiles SET articles = articles + ? WHERE id = ?", [(change, n) for n in profile_ids]
        )
        known = [row for row in rows if row["speaker_id"] is not None]
        self._connection.many(
            "UPDATE aliases SET articles = articles + ? WHERE speaker_id = ? AND name = ?",
            [(change, row["speaker_id"], row["name"]) for row in known],
        )
        self._name_again({row["speaker_id"] for row in known})
        touched = {
            row["block"] for row in rows if magnitude(row["articles"]) != magnitude(row["articles"] + change)
        }
        if cell is not None:
            full = [row for row in rows if row["type"] == "person" and not _is_short(row["key"], row["type"])]
            touched |= {row["block"] for row in full if self._seen(row, cell, change)}
        return touched

    def _seen(self, profile: sqlite3.Row, cell: tuple[str, int], change: int) -> bool:
        """Enters where a full name was seen; whether that may show whom a family name alone means."""
        where = [profile["id"], *cell]
        self._connection.write(
            "INSERT INTO presences VALUES (?, ?, ?, 1) ON CONFLICT DO UPDATE SET articles = articles + ?",
            [*where, change],
        )
        now = self._connection.row(
            "SELECT articles FROM presences WHERE profile_id = ? AND publisher = ? AND period = ?", where
        )
        assert now is not None
        if now["articles"] == 0:
            self._connection.write(
                "DELETE FROM presences WHERE profile_id = ? AND publisher = ? AND period = ?", where
            )
        elif now["articles"] != 1 or change < 0:
            return False
        # A family name that is this speaker's already stays so when there is one more reason for it.
        found = self._connection.row(
            "SELECT 1 FROM profiles WHERE block = ? AND publisher = ? AND period BETWEEN ? AND ?"
            " AND (? < 0 OR speaker_id IS NOT ?)",
            [
                *(profile["block"], cell[0], cell[1] - NEAR, cell[1] + NEAR),
                *(change, profile["speaker_id"]),
            ],
        )
        return found is not None

    def _name_again(self, speaker_ids: Iterable[int]) -> None:
        """Calls speakers by the name that most articles have now."""
        counts: dict[int, dict[str, int]] = {}
        rows = self._connection.among(
            "SELECT a.name, a.articles, s.id, s.type, s.name AS now FROM aliases AS a"
            " JOIN speakers AS s ON s.id = a.speaker_id"
            " WHERE a.articles > 0 AND s.listed_id IS NULL AND s.id IN",
            speaker_ids,
        )
        for row in rows:
            counts.setdefault(row["id"], {})[row["name"]] = row["articles"]
        now = {
            row["id"]: (row["now"], main_name(counts[row["id"]], person=row["type"] == "person"))
            for row in rows
        }
        self._connection.many(
            "UPDATE speakers SET name = ?, key = ? WHERE id = ?",
            [(name, fold(name), number) for number, (before, name) in now.items() if name != before],
        )

    def _blocks(self, profile_ids: Iterable[int]) -> set[str]:
        return {
            row["block"]
            for row in self._connection.among("SELECT block FROM profiles WHERE id IN", profile_ids)
        }

    def _block(self, key: str, type_: SpeakerType | None) -> str:
        """The block of a name: that of whom a list knows by it, if it is one."""
        known = self._connection.rows(
            "SELECT DISTINCT k.block FROM listed_names AS n JOIN listed_people AS k ON k.id = n.listed_id"
            " WHERE n.key = ? AND (k.type = ? OR (? IS NULL AND k.type <> 'person'))",
            [key, type_, type_],
        )
        return str(known[0]["block"]) if len(known) == 1 else block_of(key, type_)

    def _block_again(self, keys: Iterable[str]) -> None:
        """Sorts profiles of these names into blocks and joins all that this touches."""
        touched: set[str] = set()
        for row in self._connection.among("SELECT id, key, type, block FROM profiles WHERE key IN", keys):
            block = self._block(row["key"], row["type"])
            touched |= {row["block"], block}
            if block != row["block"]:
                self._connection.write("UPDATE profiles SET block = ? WHERE id = ?", [block, row["id"]])
        self._speakers.join(touched, anew=True)

    def _speakers_of(self, profile_ids: Iterable[int]) -> dict[int, int]:
        rows = self._connection.among("SELECT id, speaker_id FROM profiles WHERE id IN", profile_ids)
        return {row["id"]: row["speaker_id"] for row in rows}

    # --- known people

    def _known_row(self, person: KnownPerson) -> sqlite3.Row | None:
        """The row of a known person: by Wikidata's id, else by name and type."""
        if person.wikidata:
            found = self._connection.row("SELECT * FROM listed_people WHERE wikidata = ?", [person.wikidata])
            if found is not None:
                return found
        return self._connection.row(
            "SELECT * FROM listed_people WHERE name = ? AND type = ? AND (wikidata IS NULL OR ? IS NULL)",
            [person.name, person.type, person.wikidata],
        )


# Speakers whose name somebody else bears in the articles.
_SUCCEEDED = (
    "SELECT DISTINCT o.id FROM speakers AS o JOIN aliases AS a ON a.key = o.key AND a.speaker_id <> o.id"
    " JOIN speakers AS p ON p.id = a.speaker_id AND p.type IS o.type AND p.article_id IS o.article_id"
    " WHERE o.id IN"
)


def _cell(article: Article, statements: Iterable[Statement]) -> tuple[str, int] | None:
    """By whom, if that is known, and when an article was published; None for one without a date.

    Its statements rest on the date line of an article that has no other date.
    """
    day = article.date or next((s.date for s in statements if s.date_basis == "article"), None)
    return None if day is None else (fold(article.publisher or ""), day.year * 2 + (day.month > 6))


def _is_short(key: str, type_: SpeakerType | None) -> bool:
    """Whether a person's name is a part of it alone."""
    return type_ == "person" and not person_name(key).given


def _names_of(person: KnownPerson) -> dict[str, str]:
    """All names of a known person, and what each is compared by."""
    return {name: key_of(Speaker(name, person.type)) for name in (person.name, *person.aliases)}
