"""Rows of speakers to dataclasses: who stands for whom, what is known of each, and from what they were joined."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from quotetrack.model import ACTS
from quotetrack.store.connection import Connection
from quotetrack.store.context import facts_of_role, role_key
from quotetrack.store.identity import fold
from quotetrack.store.joining import NEAR, Known, Profile
from quotetrack.store.query import LARGEST, as_date, bindable, select
from quotetrack.store.records import SeenRole, StoredSpeaker

_PASSING = 10  # a role is said in passing where another is in so many times more articles


def speakers_like(connection: Connection, like: str | None, limit: int | None) -> list[StoredSpeaker]:
    """Everybody who says something, most statements first; ``like`` is a part of one of their names."""
    ids = None
    if like is not None:
        sql = "SELECT DISTINCT speaker_id FROM known_names WHERE instr(key, ?)"
        ids = [row["speaker_id"] for row in connection.rows(sql, [fold(bindable(like))])]
    found = [speaker for speaker in speakers(connection, ids) if speaker.statements]
    return found[:limit]


def speaker(connection: Connection, speaker_id: int) -> StoredSpeaker | None:
    """The speaker of this id, or whom it stands for by now."""
    if speaker_id > LARGEST:
        return None
    row = connection.row("SELECT stands_for FROM decided_speakers WHERE speaker_id = ?", [speaker_id])
    return next(iter(speakers(connection, [row["stands_for"] if row else speaker_id])), None)


def speakers(connection: Connection, ids: Sequence[int] | None) -> list[StoredSpeaker]:
    """The speakers of these ids, or all, most statements first."""
    among = [] if ids is None else ["v.speaker_id IN (SELECT value FROM json_each(:ids))"]
    parameters = {} if ids is None else {"ids": json.dumps(ids)}
    spoken = defaultdict(list)
    for row in connection.rows(
        select(
            "SELECT DISTINCT v.speaker_id, s.id, s.article_id, s.date, s.date_precision, s.act, a.publisher"
            " FROM heard AS v JOIN statements AS s ON s.id = v.statement_id"
            " JOIN articles AS a ON a.id = s.article_id",
            ["v.part = 'speaker'", *among],
        ),
        parameters,
    ):
        spoken[row["speaker_id"]].append(row)
    seen = defaultdict(list)
    for row in connection.rows(
        select(
            "SELECT v.speaker_id, v.role, min(ifnull(a.date, s.day)) AS first, max(ifnull(a.date, s.day)) AS last,"
            " count(DISTINCT a.id) AS articles"
            " FROM heard AS v JOIN (SELECT *, CASE WHEN date_precision IS NULL THEN date END AS day"
            " FROM statements) AS s ON s.id = v.statement_id"
            " JOIN articles AS a ON a.id = s.article_id",
            ["v.role IS NOT NULL", *among],
            "GROUP BY v.speaker_id, v.role",
        ),
        parameters,
    ):
        role = SeenRole(row["role"], as_date(row["first"]), as_date(row["last"]), row["articles"])
        seen[row["speaker_id"]].append(role)
    names = defaultdict(list)
    for row in connection.rows(
        select("SELECT DISTINCT v.speaker_id, v.name FROM known_names AS v", among, "ORDER BY v.name"),
        parameters,
    ):
        names[row["speaker_id"]].append(row["name"])
    rows = connection.rows(
        select(
            "SELECT v.id, ifnull(d.called, v.name) AS name, v.type, k.role, k.wikidata FROM speakers AS v"
            " LEFT JOIN decided_speakers AS d ON d.speaker_id = v.id"
            " LEFT JOIN listed_people AS k ON k.id = v.listed_id",
            [c.replace("speaker_id", "id") for c in among],
        ),
        parameters,
    )
    found = [
        _stored_speaker(row, spoken[row["id"]], _in_order(seen[row["id"]], row["role"]), names[row["id"]])
        for row in rows
    ]
    return sorted(found, key=lambda speaker: (-speaker.statements, speaker.name, speaker.id))


def kept_apart(connection: Connection) -> set[frozenset[int]]:
    """The pairs of speakers of whom somebody decided that they are not one."""
    rows = connection.rows(
        """
        SELECT ifnull(a.stands_for, k.one) AS one, ifnull(b.stands_for, k.two) AS two FROM kept_apart AS k
            LEFT JOIN decided_speakers AS a ON a.speaker_id = k.one
            LEFT JOIN decided_speakers AS b ON b.speaker_id = k.two
        """
    )
    return {frozenset((row["one"], row["two"])) for row in rows if row["one"] != row["two"]}


def profiles_in(connection: Connection, block: str | None = None) -> list[Profile]:
    """The profiles of a block, full names with where they were seen as far as it is near to a family name alone.

    Without a block all profiles, with everywhere that they were seen.
    """
    # Not one query with an OR, which would keep SQLite from the index.
    everything = "SELECT * FROM profiles"
    rows = connection.rows(
        everything if block is None else everything + " WHERE block = :block", {"block": block}
    )
    cells = defaultdict(set)
    for row in rows:
        if row["period"] is not None:
            cells[row["id"]].add((row["publisher"], row["period"]))
    if block is None:
        seen = connection.rows("SELECT profile_id, publisher, period FROM presences")
    elif cells:
        seen = connection.rows(
            """
            SELECT p.profile_id, p.publisher, p.period FROM profiles AS f JOIN presences AS p ON p.profile_id = f.id
            WHERE f.block = :block AND EXISTS (SELECT 1 FROM profiles AS s WHERE s.block = :block
                AND s.publisher = p.publisher AND s.period BETWEEN p.period - :near AND p.period + :near)
            """,
            {"block": block, "near": NEAR},
        )
    else:
        seen = []
    for row in seen:
        cells[row["profile_id"]].add((row["publisher"], row["period"]))
    return [
        Profile(
            id=row["id"],
            name=row["name"],
            key=row["key"],
            type=row["type"],
            facts=frozenset(json.loads(row["facts"])),
            cells=frozenset(cells[row["id"]]),
            articles=row["articles"],
            speaker_id=row["speaker_id"],
        )
        for row in rows
    ]


def known_in(connection: Connection, block: str) -> list[Known]:
    """The known people of a block."""
    return [
        Known(
            id=row["id"],
            name=row["name"],
            keys=frozenset(json.loads(row["keys"])),
            type=row["type"],
            facts=frozenset(facts_of_role(row["role"]) if row["role"] else ()),
        )
        for row in connection.rows(
            "SELECT k.*, (SELECT json_group_array(key) FROM listed_names WHERE listed_id = k.id) AS keys"
            " FROM listed_people AS k WHERE k.block = ?",
            [block],
        )
    ]


def _in_order(roles: Iterable[SeenRole], listed: str | None) -> list[SeenRole]:
    """Roles with the forms of each as one ("Sen.", "Senator"), the latest first; the listed one before all.

    What one article in many calls somebody, in passing or by mistake, comes behind what the others do.
    """
    forms: dict[str, list[SeenRole]] = defaultdict(list)
    for role in roles:
        forms[role_key(role.role)].append(role)
    merged = []
    for alike in forms.values():
        main = max(alike, key=lambda role: (role.articles, len(role.role), role.role))
        merged.append(
            SeenRole(
                " ".join(main.role.split()),
                min((role.first for role in alike if role.first), default=None),
                max((role.last for role in alike if role.last), default=None),
                sum(role.articles for role in alike),
            )
        )
    most = max((role.articles for role in merged), default=0)
    merged.sort(key=lambda role: (-role.articles, role.role))
    merged.sort(key=lambda role: role.last or dt.date.min, reverse=True)
    merged.sort(key=lambda role: role.articles * _PASSING < most)
    if listed is None:
        return merged
    same = [role for role in merged if role_key(role.role) == role_key(listed)]
    others = [role for role in merged if role not in same]
    return [replace(same[0], role=listed) if same else SeenRole(listed, None, None, 0), *others]


def _stored_speaker(
    row: sqlite3.Row, spoken: list[sqlite3.Row], roles: list[SeenRole], names: list[str]
) -> StoredSpeaker:
    dates = sorted(s["date"] for s in spoken if s["date"] and not s["date_precision"])
    acts = [statement["act"] for statement in spoken]
    publishers = Counter(statement["publisher"] for statement in spoken if statement["publisher"])
    return StoredSpeaker(
        id=row["id"],
        name=row["name"],
        type=row["type"],
        aliases=tuple(name for name in names if name != row["name"]),
        roles=tuple(roles),
        statements=len(spoken),
        articles=len({statement["article_id"] for statement in spoken}),
        first=as_date(dates[0]) if dates else None,
        last=as_date(dates[-1]) if dates else None,
        acts={act: acts.count(act) for act in ACTS if act in acts},
        publishers=tuple(sorted(publishers, key=lambda name: (-publishers[name], name))),
        wikidata=row["wikidata"],
    )
