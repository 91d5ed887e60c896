"""Which article or statement a user's words mean, or which number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quotetrack.cli.outcome import NothingFoundError, count
from quotetrack.errors import UsageError

if TYPE_CHECKING:
    from quotetrack.store import Store, StoredArticle, StoredStatement


_DIGITS = 4000  # as many as Python takes for a number


def as_number(words: str) -> int | None:
    """The number that digits are, with a # before them or not; None where they are none."""
    digits = words.removeprefix("#")
    return int(digits[:_DIGITS]) if digits.isascii() and digits.isdecimal() else None


def one_article(store: Store, reference: str) -> StoredArticle:
    """The only article that an id, a path, a URL or words of a title can mean.

    Raises:
        NothingFoundError: there is none.
        UsageError: there are several.
    """
    found = store.find_articles(reference)
    if not found:
        raise NothingFoundError(f"no article {reference!r}; quotetrack articles lists them")
    if len(found) > 1:
        numbers = ", ".join(str(article.id) for article in found[:8])
        more = ", …" if len(found) > 8 else ""
        raise UsageError(
            f"{reference!r} fits {count(len(found), 'article')} ({numbers}{more}); "
            "give one number, as quotetrack articles lists them"
        )
    return found[0]


def one_statement(store: Store, number: int) -> StoredStatement:
    """The statement of that number.

    Raises:
        NothingFoundError: there is none.
    """
    try:
        return store.statement(number)
    except UsageError as error:
        raise NothingFoundError(f"no statement {number}; quotetrack timeline lists them") from error
