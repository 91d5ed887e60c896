"""Rows of statements to dataclasses, what people decided about them laid over.

They are read in two steps: first the ids, in order, then all about them, some hundreds at a time. So queries are
few, memory is small, and no cursor is left open.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from quotetrack.model import ACTS, Act, Statement
from quotetrack.store.connection import Connection
from quotetrack.store.identity import fold
from quotetrack.store.query import as_date, bindable, full_text_query, limit_of, select
from quotetrack.store.records import Filters, StoredStatement

_CHUNK = 500

# Around what a search matched. Unicode keeps these two for a program's own use: no text should have them.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"

# What is dated by a month or a year alone may have been said until its end.
_LAST_DAY = "CASE WHEN s.date_precision IS NULL THEN s.date ELSE date(s.date, '+1 ' || s.date_precision, '-1 day') END"
# The voices of statements, by the one name that a speaker has in all articles, and with the type that the article
# has. Of one whom a decision put there it has none.
_HEARD = """
    SELECT v.statement_id, v.part, v.speaker_id, ifnull(d.called, p.name) AS name, v.role,
        v.decision_id, v.name_decision_id, CASE WHEN f.id IS NULL THEN p.type ELSE f.type END AS type
    FROM heard AS v
        JOIN speakers AS p ON p.id = v.speaker_id
        LEFT JOIN decided_speakers AS d ON d.speaker_id = v.speaker_id
        LEFT JOIN voices AS c ON v.decision_id IS NULL
            AND c.statement_id = v.statement_id AND c.part = v.part AND c.ord = v.ord
        LEFT JOIN profiles AS f ON f.id = c.profile_id
    WHERE v.statement_id IN (SELECT value FROM json_each(?))
    ORDER BY v.statement_id, v.part, v.ord"""
_FOUND = """
    SELECT v.statement_id, v.part, v.speaker_id, v.name, v.role, NULL AS decision_id, NULL AS name_decision_id,
        CASE WHEN f.id IS NULL THEN p.type ELSE f.type END AS type
    FROM voices AS v
        JOIN speakers AS p ON p.id = v.speaker_id
        LEFT JOIN profiles AS f ON f.id = v.profile_id
    WHERE v.statement_id IN (SELECT value FROM json_each(?))
    ORDER BY v.statement_id, v.part, v.ord"""


def statement_ids(connection: Connection, filters: Filters) -> list[int]:
    """The statements that pass, by date with those without one last, then by article and position.

    Those that are dated by a year or a month alone come before those of its first day.
    """
    where, parameters = _conditions(filters)
    sql = select(
        "SELECT s.id FROM statements AS s",
        where,
        "ORDER BY s.date IS NULL, s.date, s.date_precision DESC, s.article_id, s.position LIMIT :limit",
    )
    return [row["id"] for row in connection.rows(sql, parameters)]


def unreviewed_ids(connection: Connection, filters: Filters) -> list[int]:
    """The statements that pass and about which nobody decided anything.

    The least certain come first, and those last that were skipped: what was skipped first before the others.
    """
    where, parameters = _conditions(filters)
    sql = select(
        "SELECT s.id FROM statements AS s LEFT JOIN skipped AS k ON k.statement_id = s.id",
        [*where, "NOT EXISTS (SELECT 1 FROM verdicts WHERE statement_id = s.id)"],
        "ORDER BY k.id, s.confidence, s.id LIMIT :limit",
    )
    return [row["id"] for row in connection.rows(sql, parameters)]


def statements(connection: Connection, ids: Iterable[int]) -> Iterator[StoredStatement]:
    """The statements of these ids, in the order of the ids; one removed meanwhile is left out."""
    remaining = iter(ids)
    while chunk := list(islice(remaining, _CHUNK)):
        yield from _load(connection, chunk, _HEARD)


def found(connection: Connection, ids: Sequence[int]) -> Iterator[StoredStatement]:
    """The statements of these ids as they were found, whatever people decided."""
    return _load(connection, ids, _FOUND)


def search(connection: Connection, words: str, filters: Filters) -> Iterator[StoredStatement]:
    """The statements that pass and have the words, best first."""
    query = full_text_query(words)
    if query is None:
        return
    where, parameters = _conditions(filters)
    sql = select(
        "SELECT s.id FROM statements_fts JOIN statements AS s ON s.id = statements_fts.rowid",
        ["statements_fts MATCH :query", *where],
        "ORDER BY statements_fts.rank, s.id LIMIT :limit",
    )
    ids = [row["id"] for row in connection.rows(sql, {**parameters, "query": query})]
    matches = _matches(connection, query, ids)
    for found in statements(connection, ids):
        yield replace(found, matches=matches.get(found.id, ()))


def counts(connection: Connection, filters: Filters) -> dict[Act, int]:
    """How many statements of each act pass, whatever the limit."""
    where, parameters = _conditions(filters)
    sql = select("SELECT s.act, count(*) AS n FROM statements AS s", where, "GROUP BY s.act")
    found = {row["act"]: row["n"] for row in connection.rows(sql, parameters)}
    return {act: found.get(act, 0) for act in ACTS}


def found_in(connection: Connection, article_id: int) -> list[tuple[object, ...]]:
    """What was computed of an article's statements, whatever people decided, to be compared."""
    rows = connection.rows(
        """
        SELECT s.position, s.kind, s.act, s.polarity, s.spans, s.cue, s.source, o.position, s.date,
            s.date_basis, s.date_precision, round(s.confidence, 3), v.part, v.ord, v.speaker_id, v.name, v.role
        FROM statements AS s LEFT JOIN statements AS o ON o.id = s.within
            LEFT JOIN voices AS v ON v.statement_id = s.id
        WHERE s.article_id = ? ORDER BY s.position, v.part, v.ord
        """,
        [article_id],
    )
    return [tuple(row) for row in rows]


def _conditions(filters: Filters) -> tuple[list[str], dict[str, object]]:
    """The filters as conditions on a statement ``s``, and the parameters of these."""
    available: tuple[tuple[str, object, str], ...] = (
        (
            "speakers",
            json.dumps(filters.speaker_ids) if filters.speaker_ids else None,
            "s.id IN (SELECT statement_id FROM heard WHERE part = 'speaker' AND speaker_id IN ("
            "SELECT ifnull(stands_for, value) FROM json_each(:speakers)"
            " LEFT JOIN decided_speakers ON speaker_id = value))",
        ),
        ("since", filters.since and filters.since.isoformat(), f"({_LAST_DAY} >= :since)"),
        ("until", filters.until and filters.until.isoformat(), "s.date <= :until"),
        (
            "kinds",
            json.dumps(filters.kinds) if filters.kinds else None,
            "s.kind IN (SELECT value FROM json_each(:kinds))",
        ),
        (
            "acts",
            json.dumps(filters.acts) if filters.acts else None,
            "s.act IN (SELECT value FROM json_each(:acts))",
        ),
        (
            "publisher",
            filters.publisher and fold(bindable(filters.publisher)),
            "s.article_id IN (SELECT id FROM articles WHERE fold(publisher) = :publisher)",
        ),
        ("article", filters.article_id, "s.article_id = :article"),
        (
            "confidence",
            filters.min_confidence,
            "(s.confidence >= :confidence OR s.id IN (SELECT statement_id FROM verdicts))",
        ),
    )
    wanted = [(name, value, sql) for name, value, sql in available if value is not None]
    parameters = {name: value for name, value, _ in wanted}
    accepted = "NOT EXISTS (SELECT 1 FROM verdicts WHERE statement_id = s.id AND rejected)"
    return [accepted, *(sql for *_, sql in wanted)], {
        **parameters,
        "limit": limit_of(filters.limit),
    }


def _load(connection: Connection, ids: Sequence[int], voices_sql: str) -> Iterator[StoredStatement]:
    wanted = [json.dumps(list(ids))]
    rows = connection.rows(
        """
        SELECT s.*, outer.position AS outer_position,
            a.given, a.title, a.publisher, a.url, a.date AS article_date,
            r.decision_id AS verdict_id, r.rejected
        FROM statements AS s
            JOIN articles AS a ON a.id = s.article_id
            LEFT JOIN statements AS outer ON outer.id = s.within
            LEFT JOIN verdicts AS r ON r.statement_id = s.id
        WHERE s.id IN (SELECT value FROM json_each(?))
        """,
        wanted,
    )
    voices = defaultdict(list)
    for voice in connection.rows(
        voices_sql,
        wanted,
    ):
        voices[voice["statement_id"], voice["part"]].append(voice)
    found = {row["id"]: row for row in rows}
    for row in (found[i] for i in ids if i in found):
        yield _stored_statement(row, voices)


def _stored_statement(
    row: sqlite3.Row, voices: Mapping[tuple[int, str], list[sqlite3.Row]]
) -> StoredStatement:
    def members(part: str) -> list[dict[str, str | None]]:
        return [
            {"name": voice["name"], "type": voice["type"], "role": voice["role"]}
            for voice in voices.get((row["id"], part), ())
        ]

    statement = Statement.from_record(
        {
            "article": row["given"],
            "kind": row["kind"],
            "act": row["act"],
            "polarity": row["polarity"],
            "text": row["text"],
            "spans": json.loads(row["spans"]),
            "cue": row["cue"] and json.loads(row["cue"]),
            "source": row["source"] and json.loads(row["source"]),
            "speakers": members("speaker"),
            "addressees": members("addressee"),
            "via": members("via"),
            "within": row["outer_position"],
            "date": row["date"],
            "date_basis": row["date_basis"],
            "date_precision": row["date_precision"],
            "confidence": 1.0 if row["verdict_id"] else row["confidence"],
        }
    )
    heard = voices.get((row["id"], "speaker"), ())
    reasons = [row["verdict_id"], *(v[why] for v in heard for why in ("decision_id", "name_decision_id"))]
    return StoredStatement(
        id=row["id"],
        statement=statement,
        article_id=row["article_id"],
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        article_date=as_date(row["article_date"]),
        speaker_ids=tuple(voice["speaker_id"] for voice in heard),
        rejected=bool(row["rejected"]),
        decision_ids=tuple(dict.fromkeys(reason for reason in reasons if reason is not None)),
    )


def _matches(connection: Connection, query: str, ids: list[int]) -> dict[int, tuple[tuple[int, int], ...]]:
    # The plus keeps SQLite from asking the index for each rowid anew, which takes a hundred times as long.
    rows = connection.rows(
        """
        SELECT rowid, text, highlight(statements_fts, 0, :open, :close) AS marked FROM statements_fts
        WHERE statements_fts MATCH :query AND +rowid IN (SELECT value FROM json_each(:ids))
        """,
        {"query": query, "ids": json.dumps(ids), "open": _OPEN, "close": _CLOSE},
    )
    return {row["rowid"]: _offsets(row["text"], row["marked"]) for row in rows}


def _offsets(text: str, marked: str) -> tuple[tuple[int, int], ...]:
    """Where the marks stand, without the marks; none where these are not the only ones."""
    before, *pieces = marked.split(_OPEN)
    plain, found = before, []
    for piece in pieces:
        inside, _, after = piece.partition(_CLOSE)
        found.append((len(plain), len(plain) + len(inside)))
        plain += inside + after
    return tuple(found) if plain == text else ()
