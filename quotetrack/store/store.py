"""The store as everything above it sees it."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from quotetrack.errors import StoreError, UsageError
from quotetrack.model import Act, Analysis, Article, KnownPerson
from quotetrack.store import article_rows, asking, speaker_rows, statement_rows, verifying
from quotetrack.store.connection import Connection, connect, missing
from quotetrack.store.records import (
    Filters,
    Outcome,
    Problem,
    StoredArticle,
    StoredSpeaker,
    StoredStatement,
    Suggestion,
)
from quotetrack.store.schema import MIGRATIONS, applied

if TYPE_CHECKING:
    from quotetrack.store.deciding import Decisions
    from quotetrack.store.writing import Writer

_EVERYTHING = Filters()


class Store:
    """One file of articles, statements and speakers; a context manager that closes it.

    Every method may raise ``StoreError``, whose message names the file and what to do. What is written is
    written whole: an article is in the store with all of its statements, or not at all.
    """

    def __init__(self, connection: Connection) -> None:
        """Takes over a connection to a file whose schema is there: use ``Store.open``."""
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool) -> Store:
        """The store at ``path``, brought up to the newest schema.

        Args:
            path: the file; ``locate`` finds the usual one.
            create: make the file if it is not there, and make sure that it can be written. Without it a file
                is never made, and one that is read-only can be read.

        Raises:
            StoreError: there is no such store, or it cannot be opened or written, or is none of this version.
        """
        store = cls(connect(path, create=create))
        try:
            done = applied(store._connection)
            if not done and not create:
                raise missing(path)
            if create or len(done) < len(MIGRATIONS):
                store._writer.migrate()
        except BaseException:
            store.close()
            raise
        return store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; nothing else can be asked of the store afterwards."""
        self._connection.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._connection.path

    @property
    def schema_version(self) -> str:
        """The name of the newest migration that the file has seen."""
        return applied(self._connection)[-1]

    def keep(self, analysis: Analysis) -> tuple[Outcome, StoredArticle]:
        """Keeps an article with its statements, in one transaction.

        An article is known by its text. Kept already, it is left alone under its first id ("unchanged"),
        unless a title, date, publisher, author or URL is given where none was known, or another one from the
        same path or URL as before ("updated"; its statements are replaced only if the date changed, as theirs
        rest on it). Another text from the same path or URL replaces the first ("updated"), under its id.

        Returns:
            What was done, and the article as it is in the store now.
        """
        outcome, article_id = self._writer.keep(analysis)
        return outcome, self.article(article_id)

    def outcome_for(self, article: Article) -> Outcome:
        """What ``keep`` would do with this article: where "unchanged", there is no need to analyse it."""
        return article_rows.plan(self._connection, article).outcome

    def original(self, article_id: int) -> Article:
        """The article of this id as it was read, to be read again.

        Raises:
            UsageError: there is no such article.
        """
        found = article_rows.original(self._connection, article_id)
        if found is None:
            raise UsageError(f"{self.path}: no article {article_id}")
        return found

    def outdated(self) -> list[StoredArticle]:
        """The articles whose statements another version of this program found, ordered as ``articles``."""
        return article_rows.outdated(self._connection)

    def restate(self, article_id: int, analysis: Analysis) -> bool:
        """Replaces an article's statements by those of a new reading, in one transaction.

        A statement that was there before keeps its id, and what was decided about it.

        Returns:
            Whether anything about them is otherwise now.
        """
        return self._writer.restate(article_id, analysis.statements)

    def remove(self, article_id: int) -> int:
        """Removes an article and all that is known from it alone; returns how many statements went.

        Raises:
            UsageError: there is no such article.
        """
        statements = self.article(article_id).statements
        self._writer.remove(article_id)
        return statements

    def statements(self, filters: Filters = _EVERYTHING) -> Iterator[StoredStatement]:
        """The statements that pass: by date, those without one last, then by article and position."""
        return statement_rows.statements(
            self._connection, statement_rows.statement_ids(self._connection, filters)
        )

    def search(self, query: str, filters: Filters = _EVERYTHING) -> Iterator[StoredStatement]:
        """The statements with these words, best first, with ``matches`` filled.

        All words have to occur, in any regular inflection; words in quotation marks have to stand together
        just so; ``word*`` finds what begins so. Any query is safe: one without a letter finds nothing.
        """
        return statement_rows.search(self._connection, query, filters)

    def unreviewed(self, filters: Filters = _EVERYTHING) -> list[int]:
        """The ids of statements that pass and that nobody has decided about.

        The least certain come first; what was skipped comes last, what was skipped first before the others.
        """
        return statement_rows.unreviewed_ids(self._connection, filters)

    def skip(self, statement_id: int) -> None:
        """Puts a statement behind all others that are unreviewed, until its article is read again."""
        with self._connection.transaction():
            self._connection.write(
                "INSERT OR REPLACE INTO skipped (statement_id) SELECT id FROM statements WHERE id = ?",
                [statement_id],
            )

    def unskip(self, statement_id: int) -> None:
        """Has a statement stand again where it is by its certainty."""
        with self._connection.transaction():
            self._connection.write("DELETE FROM skipped WHERE statement_id = ?", [statement_id])

    def counts(self, filters: Filters = _EVERYTHING) -> Mapping[Act, int]:
        """How many statements of each act pass, zeros included, whatever the limit."""
        return statement_rows.counts(self._connection, filters)

    def statement(self, statement_id: int) -> StoredStatement:
        """The statement of this id.

        Raises:
            UsageError: there is none.
        """
        found = next(statement_rows.statements(self._connection, [statement_id]), None)
        if found is None:
            raise UsageError(f"{self.path}: no statement {statement_id}")
        return found

    def article(self, article_id: int) -> StoredArticle:
        """The article of this id.

        Raises:
            UsageError: there is none.
        """
        found = article_rows.article(self._connection, article_id)
        if found is None:
            raise UsageError(f"{self.path}: no article {article_id}")
        return found

    def text_of(self, article_id: int) -> str:
        """The whole text of an article, in which all offsets count.

        Raises:
            UsageError: there is no such article.
        """
        text = article_rows.text_of(self._connection, article_id)
        if text is None:
            raise UsageError(f"{self.path}: no article {article_id}")
        return text

    def articles(
        self,
        publisher: str | None = None,
        since: dt.date | None = None,
        until: dt.date | None = None,
        limit: int | None = None,
    ) -> list[StoredArticle]:
        """The articles that pass, by date with those without one last; both dates are inclusive."""
        return article_rows.articles(self._connection, publisher, since, until, limit)

    def find_articles(self, reference: str) -> list[StoredArticle]:
        """The articles meant by an id, else by a path or URL as given, else by words of a title."""
        return article_rows.find_articles(self._connection, reference)

    def speakers(self, *, like: str | None = None, limit: int | None = None) -> list[StoredSpeaker]:
        """Everybody who says something, most statements first; ``like`` is a part of one of their names."""
        return list(self.each_speaker(like=like, limit=limit))

    def each_speaker(self, *, like: str | None = None, limit: int | None = None) -> Iterator[StoredSpeaker]:
        """The same one after another, however many they are."""
        return speaker_rows.speakers_like(self._connection, like, limit)

    def speaker_count(self) -> int:
        """How many there are who say something."""
        return speaker_rows.speaker_count(self._connection)

    def speaker(self, speaker_id: int) -> StoredSpeaker:
        """The speaker of this id, or whom it was merged into.

        Raises:
            UsageError: there is none.
        """
        found = speaker_rows.speaker(self._connection, speaker_id)
        if found is None:
            raise UsageError(f"{self.path}: no speaker {speaker_id}")
        return found

    def kept_apart(self) -> set[frozenset[int]]:
        """The pairs of speakers of whom somebody decided that they are not one."""
        return speaker_rows.kept_apart(self._connection)

    def match_speakers(self, name: str) -> list[StoredSpeaker]:
        """Whom a user's words may mean by name, most statements first, case and accents aside.

        The first of these that finds anybody: exactly this name or alias, and for one word everybody with that
        part in the name; a name with all of these words; without a title; another form of a person's name ("Bill
        Rook" for William); an organisation's acronym, or what that stands for. Who is only spoken to, or only
        passes on, is found too.
        """
        return asking.match_speakers(self._connection, name)

    def match_roles(self, words: str) -> list[StoredSpeaker]:
        """Whose roles have all of these words ("foreign minister"), who was seen with it last first."""
        return asking.match_roles(self._connection, words)

    def similar_speakers(self, name: str) -> list[StoredSpeaker]:
        """Whom a misspelt name may mean, the likest first; to be offered, never assumed."""
        return asking.similar_speakers(self._connection, name)

    def suggestions(self) -> list[Suggestion]:
        """Speakers who may be one although what articles say does not suffice to join them, likeliest first."""
        return asking.suggestions(self._connection)

    def know(self, people: Iterable[KnownPerson]) -> Mapping[str, int]:
        """Enters people of a list that the user keeps, in one transaction; names in it win over those of articles.

        A person is known by the Wikidata id, else by name and type; entering the same again changes nothing.

        Returns:
            How many are "new", "changed" and "unchanged".
        """
        return self._writer.know(people)

    def verify(self) -> list[Problem]:
        """What is wrong with the store: hashes, spans, references, the full-text index, the file itself."""
        return list(verifying.problems(self._connection))

    def backup(self, path: Path) -> None:
        """Writes a copy to ``path``, whole even while another program is adding.

        Raises:
            StoreError: there is a file already, or it cannot be written.
        """
        try:
            path.open("xb").close()
        except FileExistsError as error:
            raise StoreError(f"{path}: is there already: name a new file for the backup") from error
        except OSError as error:
            raise StoreError(f"{path}: cannot be written: {error.strerror or error}") from error
        try:
            copy = sqlite3.connect(path)
            try:
                with self._connection.reporting():
                    self._connection.raw.backup(copy)
            finally:
                copy.close()
        except BaseException:
            path.unlink(missing_ok=True)
            raise

    @cached_property
    def decisions(self) -> Decisions:
        """What people decided about who is who and who said what, and the way to decide it."""
        from quotetrack.store.deciding import Decisions

        return Decisions(self._connection)

    @cached_property
    def _writer(self) -> Writer:
        from quotetrack.store.writing import Writer  # here alone: readers do not wait for sqlite_utils

        return Writer(self._connection)
