"""One connection to the file: opened with care, and every error of SQLite told in one line."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from quotetrack.errors import StoreError
from quotetrack.store.identity import fold

BUSY_SECONDS = 5.0
"""How long to wait for another program that is writing."""

_AMONG = "{} (SELECT value FROM json_each(?))"
Parameters = Mapping[str, object] | Sequence[object]

_ADVICE = {
    sqlite3.SQLITE_BUSY: "another program is writing to it: try again when it has finished",
    sqlite3.SQLITE_LOCKED: "another program is writing to it: try again when it has finished",
    sqlite3.SQLITE_READONLY: "read-only: make the file and its folder writable, or name another with --db",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: check that you may read it and write to its folder",
    sqlite3.SQLITE_NOTADB: "not a store: it is no SQLite file; name another with --db",
    sqlite3.SQLITE_CORRUPT: "damaged: restore it from a backup, or add the articles again to a new one",
    sqlite3.SQLITE_IOERR: "the disk cannot be used, or no more of it: make room, check it and try again",
    sqlite3.SQLITE_FULL: "the disk is full: make room and try again",
}


class Connection:
    """A connection with foreign keys on and a busy timeout, whose failures are ``StoreError``.

    Attributes:
        path: the file.
        raw: the connection underneath, in autocommit mode: transactions are begun by ``transaction`` alone.
    """

    def __init__(self, path: Path, raw: sqlite3.Connection) -> None:
        self.path = path
        self.raw = raw
        raw.row_factory = sqlite3.Row
        raw.create_function("fold", 1, lambda text: text and fold(text), deterministic=True)
        raw.execute("PRAGMA foreign_keys = ON")

    def rows(self, sql: str, parameters: Parameters = ()) -> list[sqlite3.Row]:
        """All rows that a query gives."""
        with self.reporting():
            return self.raw.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> sqlite3.Row | None:
        """The first row that a query gives, or None."""
        return next(iter(self.rows(sql, parameters)), None)

    def write(self, sql: str, parameters: Parameters = ()) -> int:
        """Changes something, inside a transaction; the id of the row that was inserted last."""
        with self.reporting():
            return int(self.raw.execute(sql, parameters).lastrowid or 0)

    def among(self, select: str, values: Iterable[Any]) -> list[sqlite3.Row]:
        """All rows of a query that ends in ``IN``, of which the values are these."""
        return self.rows(_AMONG.format(select), [json.dumps(sorted(values))])

    def write_among(self, statement: str, values: Iterable[Any]) -> None:
        """Changes something by a statement that ends in ``IN``, of which the values are these."""
        self.write(_AMONG.format(statement), [json.dumps(sorted(values))])

    def many(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        """Changes something once for each row of parameters."""
        if rows:
            with self.reporting():
                self.raw.executemany(statement, rows)

    def insert(self, table: str, row: Mapping[str, object]) -> int:
        """Inserts a row into a table; its id. The names of its columns must not come from outside."""
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES (:{', :'.join(row)})"  # noqa: S608
        return self.write(sql, row)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written inside is kept together, or nothing of it: also on Ctrl-C or a crash."""
        with self.reporting():
            # IMMEDIATE locks before the first read, so that what is read stays true until COMMIT.
            self.raw.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.raw.execute("COMMIT")
            except BaseException:
                if self.raw.in_transaction:
                    self.raw.execute("ROLLBACK")
                raise

    @contextmanager
    def reporting(self) -> Iterator[None]:
        """Raises what SQLite complains about inside as ``StoreError``."""
        try:
            yield
        except sqlite3.Error as error:
            raise StoreError(f"{self.path}: {_advice(error)}") from error
        except UnicodeEncodeError as error:
            broken = ascii(error.object[error.start : error.end])
            raise StoreError(
                f"{self.path}: cannot keep {broken}, half a character: repair the text"
            ) from error

    def close(self) -> None:
        """Ends the connection."""
        self.raw.close()


def connect(path: Path, *, create: bool) -> Connection:
    """A connection to the file at ``path``, which is made only with ``create``, and its folder with it.

    A file in WAL mode that lies in a folder where nothing may be written cannot be opened the usual way,
    since readers too leave their marks in files beside it. It is then read as a file that nobody changes.

    Raises:
        StoreError: it cannot be opened, or is no SQLite file.
    """
    try:
        if path.is_dir():
            raise StoreError(f"{path}: a folder: name a file in it, such as {path / 'quotetrack.db'}")
        if create:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            raise missing(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be opened: {error.strerror or error}") from error
    try:
        return _attempt(path, "mode=rwc" if create else "mode=rw")
    except sqlite3.Error as error:
        if create or _primary(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise StoreError(f"{path}: {_advice(error)}") from error
    unsaved = path.with_name(path.name + "-wal")
    if unsaved.exists() and unsaved.stat().st_size:
        raise StoreError(
            f"{path}: changes wait in {unsaved.name} but the folder is read-only: copy both elsewhere"
        )
    try:
        return _attempt(path, "immutable=1")
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {_advice(error)}") from error


def missing(path: Path) -> StoreError:
    """The error for a store that is not there."""
    return StoreError(f"{path}: no such store yet; `quotetrack add ARTICLE` makes it")


def _attempt(path: Path, mode: str) -> Connection:
    raw = sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}", uri=True, timeout=BUSY_SECONDS, isolation_level=None
    )
    try:
        raw.execute("SELECT count(*) FROM sqlite_master")  # nothing is read before the first query
        return Connection(path, raw)
    except BaseException:
        raw.close()
        raise


def _advice(error: sqlite3.Error) -> str:
    return _ADVICE.get(_primary(error), str(error))


def _primary(error: sqlite3.Error) -> int:
    """The error's kind: the low byte of SQLite's code; -1 for what Python's module itself complains about."""
    code: int = getattr(error, "sqlite_errorcode", -1)
    return code & 0xFF if code >= 0 else code
