"""All that changes a store; the one module that imports sqlite_utils, which takes 0.2 s."""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from typing import Any, cast

from sqlite_utils import Database
from sqlite_utils.db import Table
from sqlite_utils.migrations import Migrations

from quotetrack import __version__
from quotetrack.model import Analysis, Article, KnownPerson, Mention, Statement, as_pairs, as_spans
from quotetrack.store import article_rows, overlay, statement_rows
from quotetrack.store.connection import Connection
from quotetrack.store.identity import origin_of
from quotetrack.store.log import hashes_of
from quotetrack.store.matching import Words, pair, places, wording
from quotetrack.store.people import People
from quotetrack.store.records import Outcome
from quotetrack.store.schema import FORMER_SPEAKERS, MIGRATION_SET, MIGRATIONS, PROFILES, applied


class Writer:
    """Writes through a connection: each method is one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._db = Database(connection.raw, execute_plugins=False)

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
            if stop_before is None and FORMER_SPEAKERS not in before:
                with self._settling() as people:
                    if PROFILES in before:
                        people.profile_bodies()
                    else:
                        people.profile_all()
            # SQLite lets a transaction begin in a read-only file: only a write, if of nothing, tells.
            self._table(migrations.migrations_table).delete_where("0")

    def keep(self, analysis: Analysis) -> tuple[Outcome, int]:
        """Keeps an article with its statements as ``article_rows.plan`` says: what was done, and its id."""
        with self._changing() as people:
            plan = article_rows.plan(self._connection, analysis.article)
            row = self._article_row(plan.article)
            if plan.restate:
                row["engine"] = __version__
            if plan.article_id is None:
                row["added_at"] = dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
                article_id = self._insert("articles", row)
                self._insert_statements(article_id, plan.article, analysis.statements, people)
                return plan.outcome, article_id
            former = self._former(plan.article_id, plan.article.text)
            if plan.outcome == "updated":
                with people.leaving(plan.article_id):
                    self._remember_text(plan.article_id, row["sha256"])
                    self._table("articles").update(plan.article_id, row)
                    if plan.restate:
                        self._restate(plan.article_id, plan.article, analysis.statements, former, people)
                    else:
                        people.profile_again(plan.article_id)
            return plan.outcome, plan.article_id

    def restate(self, article_id: int, statements: tuple[Statement, ...]) -> bool:
        """Replaces an article's statements by those of a new reading; whether they are others now."""
        with self._changing() as people:
            before = statement_rows.found_in(self._connection, article_id)
            article = article_rows.original(self._connection, article_id)
            if article is None:  # removed meanwhile
                return False
            former = self._former(article_id, article.text)
            with people.leaving(article_id):
                self._table("articles").update(article_id, {"engine": __version__})
                self._restate(article_id, article, statements, former, people)
            return before != statement_rows.found_in(self._connection, article_id)

    def remove(self, article_id: int) -> None:
        """Removes an article, its statements, and speakers whom no other article knows."""
        with self._changing() as people:
            people.touched.gone.update(hashes_of(self._connection, article_id))
            with people.leaving(article_id):
                self._table("articles").delete(article_id)

    def know(self, people: Iterable[KnownPerson]) -> Counter[str]:
        """Enters people of a list into the known ones: how many are "new", "changed" and "unchanged"."""
        with self._changing() as known:
            return known.know(people)

    @contextmanager
    def _changing(self) -> Iterator[People]:
        """A transaction at whose end what people decided holds, and nobody is left of whom nothing is known."""
        with self._connection.transaction(), self._settling() as people:
            yield people

    @contextmanager
    def _settling(self) -> Iterator[People]:
        with overlay.in_force(self._connection) as touched:
            yield People(self._connection, self._db, touched)
        self._prune_speakers(touched.bereft)

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
            "sha256": article_rows.sha256(self._connection, article.text),
        }

    def _restate(
        self,
        article_id: int,
        article: Article,
        statements: tuple[Statement, ...],
        former: _Former,
        people: People,
    ) -> None:
        self._table("statements").delete_where("article_id = ?", [article_id])
        self._insert_statements(article_id, article, statements, people, former)

    def _former(self, article_id: int, text: str) -> _Former:
        """The statements that an article has before it gets others out of this text."""
        same_text = article_rows.text_of(self._connection, article_id) == text
        rows = self._connection.rows(
            "SELECT id, text, spans FROM statements WHERE article_id = ? ORDER BY position", [article_id]
        )
        return _Former(
            [row["id"] for row in rows],
            [
                places(text, as_spans(json.loads(row["spans"]))) if same_text else wording(row["text"])
                for row in rows
            ],
            text if same_text else None,
        )

    def _remember_text(self, article_id: int, sha256: str) -> None:
        self._db.execute(
            "INSERT OR IGNORE INTO former_texts SELECT id, sha256 FROM articles WHERE id = ? AND sha256 <> ?",
            [article_id, sha256],
        )

    def _insert_statements(
        self,
        article_id: int,
        article: Article,
        statements: tuple[Statement, ...],
        people: People,
        former: _Former | None = None,
    ) -> None:
        self._db.execute("PRAGMA defer_foreign_keys = ON")  # a statement may lie within a later one
        kept = former.ids_for(statements) if former else {}
        new = count(self._next_statement_id())
        statement_ids = [
            kept[position] if position in kept else next(new) for position in range(len(statements))
        ]
        self._table("statements").insert_all(
            _statement_row(statement_ids, position, article_id, statement)
            for position, statement in enumerate(statements)
        )
        ids = people.place(article_id, article, statements)
        self._table("voices").insert_all(
            {
                "statement_id": statement_id,
                "part": part,
                "ord": ord_,
                "speaker_id": ids[speaker].speaker_id,
                "profile_id": ids[speaker].profile_id,
                "name": speaker.name,
                "role": speaker.role,
            }
            for statement_id, statement in zip(statement_ids, statements, strict=True)
            for part, ord_, speaker in statement.voices()
        )

    def _next_statement_id(self) -> int:
        last = self._connection.row("SELECT seq FROM sqlite_sequence WHERE name = 'statements'")
        return 1 + (last["seq"] if last else 0)

    def _prune_speakers(self, among: set[int]) -> None:
        """Removes those of the speakers whom no statement has any more, nor any decision."""
        self._table("speakers").delete_where(
            "id IN (SELECT value FROM json_each(?))"
            " AND NOT EXISTS (SELECT 1 FROM voices WHERE speaker_id = speakers.id)"
            " AND NOT EXISTS (SELECT 1 FROM decided_voices WHERE speaker_id = speakers.id)"
            " AND NOT EXISTS (SELECT 1 FROM decided_speakers WHERE speakers.id IN (speaker_id, stands_for))"
            " AND NOT EXISTS (SELECT 1 FROM decided_names WHERE speaker_id = speakers.id AND why = 'decided')"
            " AND NOT EXISTS (SELECT 1 FROM splits WHERE speakers.id IN (speaker_id, to_id))"
            " AND NOT EXISTS (SELECT 1 FROM kept_apart WHERE speakers.id IN (one, two))",
            [json.dumps(sorted(among))],
        )


@dataclass(frozen=True, slots=True)
class _Former:
    """Statements that an article had: their ids, their words, and the text in which these are told by place."""

    ids: list[int]
    words: list[Words]
    text: str | None

    def ids_for(self, statements: Sequence[Statement]) -> dict[int, int]:
        """By position, the id of each statement that was there before, so that a noted number stays good."""
        words = [
            wording(statement.text) if self.text is None else places(self.text, statement.spans)
            for statement in statements
        ]
        return {new: self.ids[old] for new, old in pair(self.words, words).items()}


def _statement_row(ids: list[int], position: int, article_id: int, statement: Statement) -> dict[str, Any]:
    return {
        "id": ids[position],
        "article_id": article_id,
        "position": position,
        "kind": statement.kind,
        "act": statement.act,
        "polarity": statement.polarity,
        "text": statement.text,
        "spans": json.dumps(as_pairs(statement.spans)),
        "cue": _mention(statement.cue),
        "source": _mention(statement.source),
        "within": None if statement.within is None else ids[statement.within],
        "date": statement.date and statement.date.isoformat(),
        "date_basis": statement.date_basis,
        "date_precision": statement.date_precision,
        "confidence": statement.confidence,
    }


def _mention(mention: Mention | None) -> str | None:
    if mention is None:
        return None
    return json.dumps({"text": mention.text, "spans": as_pairs(mention.spans)}, ensure_ascii=False)
