"""What the store takes and gives: plain frozen data, so that nothing above it needs to know SQL."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from quotetrack.model import Act, Kind, SpeakerType, Statement

Outcome = Literal["added", "unchanged", "updated"]
"""What keeping an article did: it was new; its text was kept already; its id was kept with another text."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Which statements are wanted; a field that is None or empty does not restrict.

    ``since`` and ``until`` are both inclusive and compare the statement's own date; a statement without one
    passes neither, one that is dated by a month or a year alone passes where a part of that does. ``speaker_ids``
    keeps statements of any of these speakers.
    """

    speaker_ids: tuple[int, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    kinds: tuple[Kind, ...] = ()
    acts: tuple[Act, ...] = ()
    publisher: str | None = None
    article_id: int | None = None
    min_confidence: float | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article in the store, without its text (``Store.text_of`` gives that)."""

    id: int
    given: str
    """Path, URL or id as it was given: ``Statement.article``."""
    title: str | None
    date: dt.date | None
    publisher: str | None
    author: str | None
    url: str | None
    sha256: str
    added_at: dt.datetime
    statements: int
    """How many statements it holds."""

    def as_record(self) -> dict[str, Any]:
        """The article as plain JSON values."""
        return {
            "id": self.id,
            "article": self.given,
            "title": self.title,
            "date": self.date.isoformat() if self.date else None,
            "publisher": self.publisher,
            "author": self.author,
            "url": self.url,
            "sha256": self.sha256,
            "added_at": self.added_at.isoformat(),
            "statements": self.statements,
        }


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement in the store: its id, itself, and what a reader wants to know of its article."""

    id: int
    statement: Statement
    article_id: int
    title: str | None
    publisher: str | None
    url: str | None
    article_date: dt.date | None
    speaker_ids: tuple[int, ...] = ()
    """The stored speakers behind ``statement.speakers``, in the same order."""
    matches: tuple[tuple[int, int], ...] = ()
    """Where a search matched: half-open offsets into ``statement.text``."""
    rejected: bool = False
    """Whether somebody decided that it is no statement; such a one is only found by its id."""
    decision_ids: tuple[int, ...] = ()
    """The decisions that made it and its speakers what they are: see ``Store.decisions``."""

    def as_record(self) -> dict[str, Any]:
        """The statement's own record with ``id`` before it; the article's title, publisher and URL behind.

        ``decisions`` are the numbers of those that made it what it is.
        """
        return {
            "id": self.id,
            **self.statement.as_record(),
            "title": self.title,
            "publisher": self.publisher,
            "url": self.url,
            "decisions": list(self.decision_ids),
        }


@dataclass(frozen=True, slots=True)
class SeenRole:
    """A role or affiliation that a speaker was seen with.

    Attributes:
        role: the words.
        first: the date of the first article that has it, None where none has a date.
        last: that of the last one.
        articles: how many have it; 0 for the role that the user's list of people gives.
    """

    role: str
    first: dt.date | None
    last: dt.date | None
    articles: int

    def __str__(self) -> str:
        """ "Mayor of Harwick, 2023-02-22"."""
        return f"{self.role}, {self.last.isoformat()}" if self.last else self.role

    def as_record(self) -> dict[str, Any]:
        """The role as plain JSON values."""
        return {
            "role": self.role,
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "articles": self.articles,
        }


@dataclass(frozen=True, slots=True)
class StoredSpeaker:
    """A speaker in the store, with counts over all articles."""

    id: int
    name: str
    type: SpeakerType | None
    aliases: tuple[str, ...]
    """Other names that it was seen with, without ``name``."""
    roles: tuple[SeenRole, ...]
    """Roles that it was seen with, the latest first, but those that hardly an article gives behind the others."""
    statements: int
    articles: int
    first: dt.date | None
    """The first day that a statement has; a month or a year alone is none."""
    last: dt.date | None
    acts: Mapping[str, int] = field(default_factory=dict)
    publishers: tuple[str, ...] = ()
    """Whose articles quote it, the most frequent first."""
    wikidata: str | None = None
    """The id in Wikidata, where the user's list of people has one."""

    def as_record(self) -> dict[str, Any]:
        """The speaker as plain JSON values."""
        return {
            "id": self.id,
            "name": self.name,
            "type": self.type,
            "aliases": list(self.aliases),
            "role": self.roles[0].role if self.roles else None,
            "roles": [role.as_record() for role in self.roles],
            "statements": self.statements,
            "articles": self.articles,
            "first": self.first.isoformat() if self.first else None,
            "last": self.last.isoformat() if self.last else None,
            "publishers": list(self.publishers),
            "wikidata": self.wikidata,
        }


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two speakers who may be one, which is for a person to decide.

    Attributes:
        one: the one who says more.
        two: the other.
        score: how likely it is, from 0 to 1.
        evidence: what speaks for it, in words.
    """

    one: StoredSpeaker
    two: StoredSpeaker
    score: float
    evidence: tuple[str, ...]

    @property
    def command(self) -> str:
        """What makes them one."""
        return f"quotetrack merge {self.one.id} {self.two.id}"

    def as_record(self) -> dict[str, Any]:
        """The suggestion as plain JSON values."""
        return {
            "score": round(self.score, 2),
            "one": self.one.as_record(),
            "two": self.two.as_record(),
            "evidence": list(self.evidence),
            "command": self.command,
        }


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be; ``article`` as it was given, None for the file itself."""

    article: str | None
    what: str
