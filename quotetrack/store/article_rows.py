"""Rows of articles to dataclasses: what is kept, and what is going to become of one that comes."""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from dataclasses import dataclass, replace

from quotetrack import __version__
from quotetrack.model import Article
from quotetrack.store.connection import Connection
from quotetrack.store.identity import fold, origin_of, parts
from quotetrack.store.query import LARGEST, as_date, bindable, limit_of, select
from quotetrack.store.records import Outcome, StoredArticle

_ARTICLE = """
    SELECT id, given, title, date, publisher, author, url, sha256, added_at,
        (SELECT count(*) FROM statements AS s WHERE article_id = articles.id
            AND NOT EXISTS (SELECT 1 FROM verdicts WHERE statement_id = s.id AND rejected)) AS statements
    FROM articles"""
_ARTICLE_ORDER = "ORDER BY date IS NULL, date, id"
_FIELDS = ("title", "date", "publisher", "author", "url")


@dataclass(frozen=True, slots=True)
class Plan:
    """What keeping an article is going to do.

    Attributes:
        outcome: what it will be called.
        article_id: the kept article that it concerns, None for a new one.
        article: the article as it will stand in the store afterwards.
        restate: whether the statements are to be replaced.
    """

    outcome: Outcome
    article_id: int | None
    article: Article
    restate: bool


def plan(connection: Connection, article: Article) -> Plan:
    """Decides whether an article is new, known, or a new form of a known one.

    The same text is the same article, wherever it lies. What was not known of it is filled in; what was known
    is changed only from where the article first came. Another text from the same place replaces the first.
    """
    origin = origin_of(article.id)
    same = connection.row("SELECT * FROM articles WHERE sha256 = ?", [sha256(connection, article.text)])
    if same is not None:
        kept = as_article(same)
        again = (origin or article.id) == (same["origin"] or kept.id)
        given_now = {
            name: value
            for name in _FIELDS
            if (value := getattr(article, name)) is not None and (again or getattr(kept, name) is None)
        }
        merged = replace(kept, **given_now)
        outcome: Outcome = "unchanged" if merged == kept else "updated"
        return Plan(outcome, same["id"], merged, restate=merged.date != kept.date)
    former = connection.row("SELECT id FROM articles WHERE origin = ?", [origin])
    if former is not None:
        return Plan("updated", former["id"], article, restate=True)
    return Plan("added", None, article, restate=True)


def sha256(connection: Connection, text: str) -> str:
    """The hash that a text is known by."""
    with connection.reporting():
        return hashlib.sha256(text.encode()).hexdigest()


def articles(
    connection: Connection,
    publisher: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    limit: int | None = None,
) -> list[StoredArticle]:
    """The articles that pass, by date with those without one last."""
    where: list[str] = []
    parameters: dict[str, object] = {"limit": limit_of(limit)}
    for name, value, condition in (
        ("publisher", publisher and fold(bindable(publisher)), "fold(publisher) = :publisher"),
        ("since", since and since.isoformat(), "date >= :since"),
        ("until", until and until.isoformat(), "date <= :until"),
    ):
        if value is not None:
            where.append(condition)
            parameters[name] = value
    rows = connection.rows(select(_ARTICLE, where, _ARTICLE_ORDER + " LIMIT :limit"), parameters)
    return [_stored_article(row) for row in rows]


def outdated(connection: Connection) -> list[StoredArticle]:
    """The articles that another version of the engine has read."""
    return [
        _stored_article(row)
        for row in connection.rows(select(_ARTICLE, ["engine <> ?"], _ARTICLE_ORDER), [__version__])
    ]


def article(connection: Connection, article_id: int) -> StoredArticle | None:
    """The article of this id."""
    if article_id > LARGEST:
        return None
    row = connection.row(select(_ARTICLE, ["id = ?"]), [article_id])
    return None if row is None else _stored_article(row)


def text_of(connection: Connection, article_id: int) -> str | None:
    """The text of the article of this id."""
    if article_id > LARGEST:
        return None
    row = connection.row("SELECT text FROM articles WHERE id = ?", [article_id])
    return None if row is None else str(row["text"])


def original(connection: Connection, article_id: int) -> Article | None:
    """The article of this id with its text, as it was read."""
    row = connection.row("SELECT * FROM articles WHERE id = ?", [min(article_id, LARGEST)])
    return None if row is None else as_article(row)


def find_articles(connection: Connection, reference: str) -> list[StoredArticle]:
    """The articles that an id, a path, a URL or words of a title mean: the first of these that finds any."""
    reference = bindable(reference.strip())
    if reference.isascii() and reference.isdigit() and len(reference) < 19:
        found = article(connection, int(reference))
        if found is not None:
            return [found]
    rows = connection.rows(
        select(_ARTICLE, ["? IN (given, url) OR origin = ?"], _ARTICLE_ORDER),
        [reference, origin_of(reference)],
    )
    wanted = set(parts(fold(reference)))
    if not rows and wanted:
        rows = [
            row
            for row in connection.rows(select(_ARTICLE, ["title IS NOT NULL"], _ARTICLE_ORDER))
            if wanted <= set(parts(fold(row["title"])))
        ]
    return [_stored_article(row) for row in rows]


def as_article(row: sqlite3.Row) -> Article:
    """A row of the articles, its text with it."""
    return Article(
        id=row["given"],
        text=row["text"],
        title=row["title"],
        date=as_date(row["date"]),
        publisher=row["publisher"],
        author=row["author"],
        url=row["url"],
    )


def _stored_article(row: sqlite3.Row) -> StoredArticle:
    return StoredArticle(
        id=row["id"],
        given=row["given"],
        title=row["title"],
        date=as_date(row["date"]),
        publisher=row["publisher"],
        author=row["author"],
        url=row["url"],
        sha256=row["sha256"],
        added_at=dt.datetime.fromisoformat(row["added_at"]),
        statements=row["statements"],
    )
