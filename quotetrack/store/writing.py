"""All that changes a store; the one module that imports sqlite_utils, which takes 0.2 s."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, cast

from sqlite_utils import Database
from sqlite_utils.db import Table
from sqlite_utils.migrations import Migrations

from quotetrack import __version__
from quotetrack.model import Analysis, Article, KnownPerson, Mention, Speaker, Statement
from quotetrack.store import reading
from quotetrack.store.connection import Connection
from quotetrack.store.identity import origin_of
from quotetrack.store.people import People, Place
from quotetrack.store.records import Outcome
from quotetrack.store.schema import MIGRATION_SET, MIGRATIONS, PROFILES, applied


class Writer:
    """Writes through a connection: each method is one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._db = Database(connection.raw, execute_plugins=False)
        self._people = People(connection, self._db)

    def migrate(self, *, stop_before: str | None = None) -> None:
        """Brings the file up to the newest schema; ``stop_before`` names the first migration to leave out."""
        migrations = Migrations(MIGRATION_SET)
        for name, function in MIGRATIONS.items():
            migrations(name=name)(function)
        with self._connection.reporting():
            self._db.enable_wal()
        with self._connection.transaction():  # two programs may be making the same file
            before = applied(self._connection)
            migrations.apply(self._db, stop_before=stop_before)
            if stop_before is None and PROFILES not in before:
                self._people.profile_all()
            # SQLite lets a transaction begin in a read-only file: only a write, if of nothing, tells.
            self._table(migrations.migrations_table).delete_where("0")

    def keep(self, analysis: Analysis) -> tuple[Outcome, int]:
        """Keeps an article with its statements as ``reading.plan`` says: what was done, and its id."""
        with self._connection.transaction():
            plan = reading.plan(self._connection, analysis.article)
            row = self._article_row(plan.article)
            if plan.restate:
                row["engine"] = __version__
            if plan.article_id is None:
                row["added_at"] = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
                article_id = self._insert("articles", row)
                self._insert_statements(article_id, plan.article, analysis.statements)
                return plan.outcome, article_id
            if plan.outcome == "updated":
                with self._people.leaving(plan.article_id):
                    self._table("articles").update(plan.article_id, row)
                    if plan.restate:
                        self._table("statements").delete_where("article_id = ?", [plan.article_id])
                        self._insert_statements(plan.article_id, plan.article, analysis.statements)
                    else:
                        self._people.profile_again(plan.article_id)
            return plan.outcome, plan.article_id

    def remove(self, article_id: int) -> None:
        """Removes an article, its statements, and speakers whom no other article knows."""
        with self._connection.transaction(), self._people.leaving(article_id):
            self._table("articles").delete(article_id)

    def know(self, people: Iterable[KnownPerson]) -> Counter[str]:
        """Enters people of a list into the known ones: how many are "new", "changed" and "unchanged"."""
        with self._connection.transaction():
            return self._people.know(people)

    def _table(self, name: str) -> Table:
        return self._db.table(name)

    def _insert(self, table: str, row: dict[str, Any]) -> int:
        return cast(int, self._table(table).insert(row).last_pk)

    def _article_row(self, article: Article) -> dict[str, Any]:
        return {
            "given": article.id,
            "origin": origin_of(article.id),
            "title": article.title,
            "date": article.date and article.date.isoformat(),
            "publisher": article.publisher,
            "author": article.author,
            "url": article.url,
            "text": article.text,
            "sha256": reading.sha256(self._connection, article.text),
        }

    def _insert_statements(
        self, article_id: int, article: Article, statements: tuple[Statement, ...]
    ) -> None:
        self._db.execute("PRAGMA defer_foreign_keys = ON")  # a statement may lie within a later one
        first = self._next_statement_id()
        self._table("statements").insert_all(
            _statement_row(first, position, article_id, statement)
            for position, statement in enumerate(statements)
        )
        ids = self._speaker_ids(article_id, article, statements)
        self._table("voices").insert_all(
            {
                "statement_id": first + position,
                "part": part,
                "ord": ord_,
                "speaker_id": ids[speaker].speaker_id,
                "profile_id": ids[speaker].profile_id,
                "name": speaker.name,
                "role": speaker.role,
            }
            for position, statement in enumerate(statements)
            for part, ord_, speaker in statement.voices()
        )

    def _next_statement_id(self) -> int:
        last = self._connection.row("SELECT seq FROM sqlite_sequence WHERE name = 'statements'")
        return 1 + (last["seq"] if last else 0)

    def _speaker_ids(
        self, article_id: int, article: Article, statements: tuple[Statement, ...]
    ) -> Mapping[Speaker, Place]:
        """Who of the store each speaker of an article is."""
        return self._people.place(article_id, article, statements)


def _statement_row(first: int, position: int, article_id: int, statement: Statement) -> dict[str, Any]:
    return {
        "id": first + position,
        "article_id": article_id,
        "position": position,
        "kind": statement.kind,
        "act": statement.act,
        "polarity": statement.polarity,
        "text": statement.text,
        "spans": json.dumps([[span.start, span.end] for span in statement.spans]),
        "cue": _mention(statement.cue),
        "source": _mention(statement.source),
        "within": None if statement.within is None else first + statement.within,
        "date": statement.date and statement.date.isoformat(),
        "date_basis": statement.date_basis,
        "confidence": statement.confidence,
    }


def _mention(mention: Mention | None) -> str | None:
    if mention is None:
        return None
    spans = [[span.start, span.end] for span in mention.spans]
    return json.dumps({"text": mention.text, "spans": spans}, ensure_ascii=False)
