"""Rows of speakers to dataclasses: who stands for whom, what is known of each, and from what they were joined."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from quotetrack.model import ACTS, Act
from quotetrack.speakers.words import KIN
from quotetrack.store.connection import Connection
from quotetrack.store.context import facts_of_role, head_of_role, role_key
from quotetrack.store.identity import fold
from quotetrack.store.profiles import NEAR, Known, Profile
from quotetrack.store.query import LARGEST, as_date, bindable, limit_of, select
from quotetrack.store.records import SeenRole, StoredSpeaker

_SPEAKERS = 50  # that are read at once: the first may have said a thousand things each
_PASSING = 10
"""A role is said in passing where another is in more than so many times as many articles."""
_PASSING_HEADS = 3
"""The same of all roles of one head ("senator")."""
_SAID = (
    "FROM heard AS v JOIN (SELECT *, CASE WHEN date_precision IS NULL THEN date END AS day FROM statements) AS s"
    " ON s.id = v.statement_id JOIN articles AS a ON a.id = s.article_id"
    " WHERE v.speaker_id IN (SELECT value FROM json_each(:ids)) AND"
)


def speakers_like(connection: Connection, like: str | None, limit: int | None) -> Iterator[StoredSpeaker]:
    """Everybody who says something, most statements first; ``like`` is a part of one of their names."""
    where, parameters = (
        ["v.part = 'speaker'"],
        {"limit": limit_of(limit), "like": like and fold(bindable(like))},
    )
    if like is not None:
        where.append("v.speaker_id IN (SELECT speaker_id FROM known_names WHERE instr(key, :like))")
    rows = connection.rows(
        select(
            "SELECT v.speaker_id FROM heard AS v JOIN speakers AS s ON s.id = v.speaker_id"
            " LEFT JOIN decided_speakers AS d ON d.speaker_id = v.speaker_id",
            where,
            "GROUP BY v.speaker_id ORDER BY count(DISTINCT v.statement_id) DESC, ifnull(d.called, s.name), s.id"
            " LIMIT :limit",
        ),
        parameters,
    )
    remaining = iter([row["speaker_id"] for row in rows])
    while chunk := list(islice(remaining, _SPEAKERS)):
        yield from speakers(connection, chunk)


def speaker_count(connection: Connection) -> int:
    """How many there are who say something."""
    row = connection.row("SELECT count(DISTINCT speaker_id) AS n FROM heard WHERE part = 'speaker'")
    assert row is not None
    return int(row["n"])


def speaker(connection: Connection, speaker_id: int) -> StoredSpeaker | None:
    """The speaker of this id, or whom it stands for, or turned out to be, by now."""
    if speaker_id > LARGEST:
        return None
    former = connection.row(
        "SELECT p.speaker_id FROM former_speakers AS f JOIN profiles AS p ON p.id = f.profile_id WHERE f.id = ?",
        [speaker_id],
    )
    speaker_id = former["speaker_id"] if former else speaker_id
    row = connection.row("SELECT stands_for FROM decided_speakers WHERE speaker_id = ?", [speaker_id])
    return next(iter(speakers(connection, [row["stands_for"] if row else speaker_id])), None)


def speakers(connection: Connection, ids: Sequence[int]) -> list[StoredSpeaker]:
    """The speakers of these ids, most statements first."""
    parameters = {"ids": json.dumps(ids)}
    spoken = defaultdict(list)
    for row in connection.rows(
        "SELECT v.speaker_id, a.publisher, s.act, count(DISTINCT s.id) AS statements, min(s.day) AS first,"
        f" max(s.day) AS last {_SAID} v.part = 'speaker' GROUP BY v.speaker_id, a.publisher, s.act",
        parameters,
    ):
        spoken[row["speaker_id"]].append(row)
    articles: Counter[int] = Counter()
    for row in connection.rows(
        f"SELECT v.speaker_id, count(DISTINCT a.id) AS articles {_SAID} v.part = 'speaker' GROUP BY v.speaker_id",
        parameters,
    ):
        articles[row["speaker_id"]] = row["articles"]
    seen = defaultdict(list)
    for row in connection.rows(
        "SELECT v.speaker_id, v.role, min(ifnull(a.date, s.day)) AS first, max(ifnull(a.date, s.day)) AS last,"
        f" count(DISTINCT a.id) AS articles {_SAID} v.role IS NOT NULL GROUP BY v.speaker_id, v.role",
        parameters,
    ):
        role = SeenRole(row["role"], as_date(row["first"]), as_date(row["last"]), row["articles"])
        seen[row["speaker_id"]].append(role)
    names = defaultdict(list)
    for row in connection.rows(
        "SELECT DISTINCT speaker_id, name FROM known_names WHERE bearer_id IN (SELECT value FROM json_each(:ids)"
        " UNION SELECT speaker_id FROM decided_speakers WHERE stands_for IN (SELECT value FROM json_each(:ids)))"
        " ORDER BY name",
        parameters,
    ):
        names[row["speaker_id"]].append(row["name"])
    rows = connection.rows(
        "SELECT v.id, ifnull(d.called, v.name) AS name, v.type, k.role, k.wikidata FROM speakers AS v"
        " LEFT JOIN decided_speakers AS d ON d.speaker_id = v.id"
        " LEFT JOIN listed_people AS k ON k.id = v.listed_id WHERE v.id IN (SELECT value FROM json_each(:ids))",
        parameters,
    )
    found = [
        _stored_speaker(
            row,
            spoken[row["id"]],
            articles[row["id"]],
            _in_order(seen[row["id"]], row["role"]),
            names[row["id"]],
        )
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
    everything = (
        "SELECT id, name, key, type, facts, articles, speaker_id, block, publisher, period FROM profiles"
    )
    rows = connection.rows(
        everything if block is None else everything + " WHERE block = :block", {"block": block}
    )
    cells: dict[int, set[tuple[str, int]]] = defaultdict(set)
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
    # A block of many is read again at each article that touches it: a row's values by place, not by name.
    return [
        Profile(
            number,
            name,
            key,
            type_,
            _facts(facts),
            frozenset(cells.get(number, ())),
            articles,
            speaker,
            block,
        )
        for number, name, key, type_, facts, articles, speaker, block, *_ in rows
    ]


@lru_cache(maxsize=8192)
def _facts(data: str) -> frozenset[str]:
    return frozenset(json.loads(data))


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

    What one article in many calls somebody, in passing or by mistake, comes behind what the others do, and whose
    child or friend somebody is behind what else they are.
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
    heads = {role: head_of_role(role.role) for role in merged}
    articles: Counter[str] = Counter()
    for role in merged:
        articles[heads[role]] += role.articles
    most = max((role.articles for role in merged), default=0)
    most_of_head = max(articles.values(), default=0)
    merged.sort(key=lambda role: (-role.articles, role.role))
    merged.sort(key=lambda role: role.last or dt.date.min, reverse=True)
    merged.sort(
        key=lambda role: (
            heads[role] in KIN,
            role.articles * _PASSING < most or articles[heads[role]] * _PASSING_HEADS < most_of_head,
        )
    )
    if listed is None:
        return merged
    same = [role for role in merged if role_key(role.role) == role_key(listed)]
    others = [role for role in merged if role not in same]
    return [replace(same[0], role=listed) if same else SeenRole(listed, None, None, 0), *others]


def _stored_speaker(
    row: sqlite3.Row, spoken: list[sqlite3.Row], articles: int, roles: list[SeenRole], names: list[str]
) -> StoredSpeaker:
    acts: Counter[Act] = Counter()
    publishers: Counter[str] = Counter()
    for part in spoken:
        acts[part["act"]] += part["statements"]
        if part["publisher"]:
            publishers[part["publisher"]] += part["statements"]
    return StoredSpeaker(
        id=row["id"],
        name=row["name"],
        type=row["type"],
        aliases=tuple(name for name in names if name != row["name"]),
        roles=tuple(roles),
        statements=acts.total(),
        articles=articles,
        first=as_date(min((part["first"] for part in spoken if part["first"]), default=None)),
        last=as_date(max((part["last"] for part in spoken if part["last"]), default=None)),
        acts={act: acts[act] for act in ACTS if act in acts},
        publishers=tuple(sorted(publishers, key=lambda name: (-publishers[name], name))),
        wikidata=row["wikidata"],
    )
