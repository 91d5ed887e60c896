"""Who said what, when, and where it is written.

    >>> import quotetrack
    >>> statements = quotetrack.extract('"The dam is safe," Ada Rook said.')  # doctest: +SKIP

The tagger is loaded at the first call and kept. ``quotetrack.store.Store`` keeps what was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt

    from quotetrack.model import Statement

__version__ = "0.1.0"


def extract(text: str, *, article: str = "text", date: dt.date | None = None) -> list[Statement]:
    """Every statement in ``text``, in text order.

    Args:
        text: the article's words; all offsets count in it.
        article: what to call it in ``Statement.article``.
        date: when it was published; without it, only stated dates are known.

    Raises:
        ModelError: the tagger's files are missing or damaged.
    """
    from quotetrack.model import Article  # the command line imports this package and may need none of these
    from quotetrack.pipeline import analyse

    return list(analyse(Article(article, text, date=date)).statements)
