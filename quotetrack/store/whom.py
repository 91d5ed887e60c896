"""Which row a decision means by a name, and in which words it means a row."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

from quotetrack.store.connection import Connection
from quotetrack.store.decisions import Who
from quotetrack.store.identity import parts
from quotetrack.store.log import articles_of

_WITNESSES = 8  # articles by which a speaker is told: one is enough, but may be removed
_APART = "\n"  # ends the key that tells a speaker who was split off from a namesake; no name folds to it


def row_of(connection: Connection, who: Who) -> int | None:
    """The speaker's row that a decision means, or None where there is none or several might be meant.

    It is the one known by this very name: of this type, else the only one whatever its type; else the only one
    that articles call so. A part of a person's name is not enough for that, as another article's "Rook" may be
    another Rook; but where the article is known, it is.
    """
    if who.split_at:
        rows = connection.rows(
            "SELECT id FROM speakers WHERE key = ? AND type IS ?", [apart_from(who, who.split_at), who.type]
        )
    elif who.articles:
        rows = connection.rows(
            """
            SELECT p.id FROM speakers AS p
            WHERE p.type IS :type AND p.id IN (
                SELECT id FROM speakers WHERE key = :key UNION SELECT speaker_id FROM aliases WHERE key = :key
            ) AND EXISTS (
                SELECT 1 FROM voices AS v JOIN statements AS s ON s.id = v.statement_id
                WHERE v.speaker_id = p.id AND s.article_id IN (SELECT value FROM json_each(:articles))
            )
            """,
            {
                "key": who.key,
                "type": who.type,
                "articles": json.dumps([i for sha in who.articles for i in articles_of(connection, sha)]),
            },
        )
    else:
        rows = connection.rows(
            "SELECT id, type FROM speakers WHERE key = ? AND article_id IS NULL", [who.key]
        )
        rows = [row for row in rows if row["type"] == who.type] or rows or _called(connection, who)
    return int(rows[0]["id"]) if len(rows) == 1 else None


def row_for(connection: Connection, who: Who) -> int | None:
    """The speaker's row of just this name and type, made where it is not there; None for an unknown namesake."""
    if who.articles or who.split_at:
        return row_of(connection, who)
    rows = namesakes(connection, who) or _called(connection, who)
    if len(rows) > 1:
        return None
    return int(rows[0]["id"]) if rows else make(connection, who, who.key)


def namesakes(connection: Connection, who: Who) -> list[sqlite3.Row]:
    """Those of just this name and type."""
    return connection.rows(
        "SELECT id FROM speakers WHERE key = ? AND type IS ? AND article_id IS NULL", [who.key, who.type]
    )


def who_is(connection: Connection, speaker_id: int, called: str) -> Who:
    """A speaker in words that mean it wherever its articles are; ``row_of`` reads them."""
    row = connection.row("SELECT name, type, key, article_id FROM speakers WHERE id = ?", [speaker_id])
    assert row is not None
    who = Who(row["name"], row["type"], called=called if called != row["name"] else None)
    if row_of(connection, who) == speaker_id:
        return who
    *_, split_at = row["key"].partition(_APART)
    if split_at:
        return replace(who, split_at=split_at)
    articles = connection.rows(
        "SELECT DISTINCT a.sha256 FROM voices AS v JOIN statements AS s ON s.id = v.statement_id"
        " JOIN articles AS a ON a.id = s.article_id WHERE v.speaker_id = ? ORDER BY a.id",
        [speaker_id],
    )
    told = [replace(who, articles=(article["sha256"],)) for article in articles]
    hashes = [one.articles[0] for one in told if row_of(connection, one) == speaker_id]
    return replace(who, articles=tuple(hashes[:_WITNESSES]))


def head_of(connection: Connection, speaker_id: int) -> int:
    """The speaker that this one stands for, most often itself."""
    row = connection.row("SELECT stands_for FROM decided_speakers WHERE speaker_id = ?", [speaker_id])
    return int(row["stands_for"]) if row else speaker_id


def group_of(connection: Connection, head: int) -> list[int]:
    """All who stand for this speaker, itself first."""
    rows = connection.rows(
        "SELECT speaker_id FROM decided_speakers WHERE stands_for = ? AND speaker_id <> stands_for"
        " ORDER BY speaker_id",
        [head],
    )
    return [head, *(row["speaker_id"] for row in rows)]


def name_key(connection: Connection, speaker_id: int) -> str:
    """What the speaker of this row is known by."""
    row = connection.row("SELECT key FROM speakers WHERE id = ?", [speaker_id])
    assert row is not None
    return str(row["key"])


def apart(key: str) -> str:
    """The name's part of a speaker's key."""
    return key.partition(_APART)[0]


def apart_from(who: Who, split_at: str) -> str:
    """The key of a speaker who was split off from namesakes."""
    return who.key + _APART + split_at


def make(connection: Connection, who: Who, key: str) -> int:
    """A new row for a speaker whom no article names yet."""
    return connection.write(
        "INSERT INTO speakers (name, type, key) VALUES (?, ?, ?)", [who.name, who.type, key]
    )


def _called(connection: Connection, who: Who) -> list[sqlite3.Row]:
    """Those whom articles call by the name although it is not their main one."""
    if who.type == "person" and len(parts(who.key)) < 2:
        return []
    return connection.rows(
        "SELECT DISTINCT p.id FROM aliases AS a JOIN speakers AS p ON p.id = a.speaker_id"
        " WHERE a.key = ? AND p.type IS ? AND p.article_id IS NULL",
        [who.key, who.type],
    )
