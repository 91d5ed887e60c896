"""``quotetrack reanalyse``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND, count
from quotetrack.cli.progress import Progress
from quotetrack.cli.references import one_article
from quotetrack.render import clean

if TYPE_CHECKING:
    from quotetrack.store import StoredArticle


def reanalyse(
    references: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARTICLE", help="Its number, path, URL or words of its title; else all."),
    ] = None,
    db: DbOption = None,
) -> int:
    """Read kept articles again with the present engine.

    Examples:
      quotetrack reanalyse
      quotetrack reanalyse 3 harbour-vote.txt

    Statements that are found again keep their numbers, and whatever was
    decided stays decided. Ctrl-C leaves each article as it was before or as
    it is after, so it can be stopped and run again. Names those that changed.
    """
    from quotetrack.pipeline import analyse
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        articles = [one_article(store, words) for words in references or ()] or store.articles()
        changed = 0
        with Progress(len(articles)) as progress:
            for article in articles:
                if store.restate(article.id, analyse(store.original(article.id))):
                    changed += 1
                    progress.clear()
                    print(_line(store.article(article.id), aligned=sys.stdout.isatty()), flush=True)
                progress.step(article.given)
    print(f"{count(len(articles), 'article')} read again, {changed:,} changed", file=sys.stderr)
    return FOUND


def _line(article: StoredArticle, *, aligned: bool) -> str:
    given = clean(article.given)
    if not aligned:
        return f"changed\t{given}\t{article.statements}"
    return f"changed    {count(article.statements, 'statement'):<15} {given}"
