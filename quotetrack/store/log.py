"""The log of decisions: what is in it, and which articles it is about."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable
from functools import lru_cache

from quotetrack.store.connection import Connection, Parameters
from quotetrack.store.decisions import Decision, Made, OfAStatement, from_record, mentioned, whom


def read(connection: Connection, conditions: str = "", parameters: Parameters = ()) -> list[Made]:
    """The decisions that meet the conditions, a constant ``WHERE`` clause, oldest first."""
    rows = connection.rows(" ".join(["SELECT * FROM decisions", conditions, "ORDER BY id"]), parameters)
    return [
        Made(
            id=row["id"],
            at=dt.datetime.fromisoformat(row["made_at"]),
            decision=_parsed(row["data"]),
            undone=row["undone_at"] is not None,
            fits=bool(row["fits"]),
        )
        for row in rows
    ]


def about_speakers(connection: Connection) -> list[Made]:
    """Those about speakers that are in force, oldest first."""
    return read(connection, "WHERE undone_at IS NULL AND article IS NULL")


def about_article(connection: Connection, article_id: int) -> list[Made]:
    """Those about statements of an article that are in force, oldest first."""
    return read(
        connection,
        "WHERE undone_at IS NULL AND article IN (SELECT value FROM json_each(?))",
        [json.dumps(hashes_of(connection, article_id))],
    )


def keys(connection: Connection) -> set[str]:
    """The folded names and hashes of articles on which it depends what decisions about speakers do."""
    rows = connection.rows("SELECT data FROM decisions WHERE undone_at IS NULL AND article IS NULL")
    return {key for row in rows for key in _mentioned(row["data"])}


def naming(connection: Connection) -> dict[str, set[str]]:
    """By folded name, the articles about whose statements it is decided that somebody of that name said them."""
    found: dict[str, set[str]] = {}
    rows = connection.rows(
        "SELECT article, data FROM decisions WHERE undone_at IS NULL AND article IS NOT NULL"
    )
    for row in rows:
        for key in _named(row["data"]):
            found.setdefault(key, set()).add(row["article"])
    return found


def telling_speakers_by(connection: Connection, hashes: Iterable[str]) -> set[int]:
    """The articles with decisions that tell a speaker by one of these articles."""
    found: set[int] = set()
    for sha in hashes:
        rows = connection.rows(
            "SELECT DISTINCT article FROM decisions WHERE undone_at IS NULL AND article <> ?"
            " AND instr(data, ?)",
            [sha, sha],
        )
        found.update(i for row in rows for i in articles_of(connection, row["article"]))
    return found


def hashes_of(connection: Connection, article_id: int) -> list[str]:
    """The hashes of the texts that an article has and had."""
    rows = connection.rows(
        "SELECT sha256 FROM articles WHERE id = :id UNION"
        " SELECT sha256 FROM former_texts WHERE article_id = :id",
        {"id": article_id},
    )
    return [row["sha256"] for row in rows]


def articles_of(connection: Connection, sha256: str) -> list[int]:
    """The articles that have, or else had, the text of this hash."""
    for sql in (
        "SELECT id FROM articles WHERE sha256 = ?",
        "SELECT article_id AS id FROM former_texts WHERE sha256 = ? ORDER BY article_id",
    ):
        found = [int(row["id"]) for row in connection.rows(sql, [sha256])]
        if found:
            return found
    return []


def mark(connection: Connection, made: Made, *, fits: bool) -> None:
    """Notes whether all that a decision is about is here."""
    connection.write("UPDATE decisions SET fits = ? WHERE id = ? AND fits <> ?", [fits, made.id, fits])


@lru_cache(maxsize=10_000)  # the same log is read at every change
def _parsed(data: str) -> Decision:
    return from_record(json.loads(data))


@lru_cache(maxsize=50_000)  # one for each statement that was ever reviewed
def _named(data: str) -> frozenset[str]:
    return frozenset(who.key for who in whom(_parsed(data)))


@lru_cache(maxsize=10_000)
def _mentioned(data: str) -> frozenset[str]:
    decision = _parsed(data)
    assert not isinstance(decision, OfAStatement)
    return frozenset(mentioned(decision))
