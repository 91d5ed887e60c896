"""Whether the store is what it should be: nothing in it is believed, all of it is derived again."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator

from quotetrack.errors import StoreError
from quotetrack.model import as_spans, words_of
from quotetrack.store import overlay
from quotetrack.store.connection import Connection
from quotetrack.store.decisions import from_record
from quotetrack.store.records import Problem

# What follows from the decisions; and whether they fit.
_FOLLOWS = (
    *("decided_speakers", "decided_names", "splits", "kept_apart", "verdicts", "decided_voices", "heard"),
    "decisions",
)


def problems(connection: Connection) -> Iterator[Problem]:
    """Everything that is wrong with the file, its references, its index, and its articles one by one."""
    try:
        yield from _of_the_file(connection)
        yield from _of_the_index(connection)
        yield from _of_the_decisions(connection)
        for row in connection.rows("SELECT id, given FROM articles ORDER BY id"):
            for what in _of_an_article(connection, row["id"]):
                yield Problem(row["given"], what)
    except StoreError as error:  # too damaged to be read on
        yield Problem(None, str(error).removeprefix(f"{connection.path}: "))


def _of_the_file(connection: Connection) -> Iterator[Problem]:
    for row in connection.rows("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield Problem(None, str(row[0]))
    for row in connection.rows("PRAGMA foreign_key_check"):
        yield Problem(
            None, f"{row['table']}: row {row['rowid']} refers to a row of {row['parent']} that is gone"
        )


def _of_the_index(connection: Connection) -> Iterator[Problem]:
    """The check counts as writing, so it runs on a temporary copy: a read-only store can be verified too."""
    with connection.reporting():
        copy = sqlite3.connect("", isolation_level=None)
        try:
            connection.raw.backup(copy)
            copy.execute("INSERT INTO statements_fts (statements_fts, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            yield Problem(None, f"the full-text index does not fit the statements: {error}")
        finally:
            copy.close()


def _of_the_decisions(connection: Connection) -> Iterator[Problem]:
    """They are carried out afresh on a temporary copy, which has to come to the same."""
    broken = False
    for row in connection.rows("SELECT id, data FROM decisions"):
        try:
            from_record(_parsed(row["data"]))
        except ValueError as error:
            broken = True
            yield Problem(None, f"decision {row['id']} cannot be read: {error}")
    if broken:
        return
    with connection.reporting():
        raw = sqlite3.connect("", isolation_level=None)
        try:
            connection.raw.backup(raw)
            copy = Connection(connection.path, raw)
            before = {table: _contents(copy, table) for table in _FOLLOWS}
            overlay.rebuild(copy)
            for table in _FOLLOWS:
                if _contents(copy, table) != before[table]:
                    yield Problem(None, f"{table}: not what follows from the decisions and what was found")
        finally:
            raw.close()


def _contents(connection: Connection, table: str) -> list[str]:
    return sorted(repr(tuple(row)) for row in connection.rows(f"SELECT * FROM {table}"))  # noqa: S608


def _of_an_article(connection: Connection, article_id: int) -> Iterator[str]:
    article = connection.row("SELECT text, sha256 FROM articles WHERE id = ?", [article_id])
    if article is None:  # removed meanwhile
        return
    text = article["text"]
    if hashlib.sha256(text.encode()).hexdigest() != article["sha256"]:
        yield "its text is not the one that its hash was made of"
    statements = connection.rows(
        """
        SELECT s.*, outer.article_id AS outer_article_id
        FROM statements AS s LEFT JOIN statements AS outer ON outer.id = s.within
        WHERE s.article_id = ? ORDER BY s.position
        """,
        [article_id],
    )
    if [row["position"] for row in statements] != list(range(len(statements))):
        yield "the positions of its statements have a gap"
    for row in statements:
        if row["outer_article_id"] not in (None, article_id):
            yield f"statement {row['id']} lies within one of another article"
        for field, words, spans in _quoted(row):
            if not _gives_back(text, spans, words):
                yield f"statement {row['id']}: the spans of its {field} do not give its words back"


def _quoted(row: sqlite3.Row) -> Iterator[tuple[str, object, object]]:
    yield "content", row["text"], _parsed(row["spans"])
    for field in ("cue", "source"):
        if row[field] is not None:
            mention = _parsed(row[field])
            known = mention if isinstance(mention, dict) else {}
            yield field, known.get("text"), known.get("spans")


def _parsed(value: str) -> object:
    try:
        return json.loads(value)
    except ValueError:
        return None


def _gives_back(text: str, spans: object, words: object) -> bool:
    try:
        found = as_spans(spans)  # type: ignore[arg-type]  # whatever the file holds
    except (TypeError, ValueError):
        return False
    return bool(found) and found[-1].end <= len(text) and words_of(text, found) == words
