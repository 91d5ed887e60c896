"""``quotetrack reanalyse``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from quotetrack.cli.decided import telling_what_waits
from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND, count
from quotetrack.cli.progress import Progress
from quotetrack.cli.references import one_article
from quotetrack.errors import UsageError
from quotetrack.render import clean

if TYPE_CHECKING:
    from quotetrack.store import StoredArticle


def reanalyse(
    references: Annotated[
        list[str] | None,
        typer.Argument(metavar="ARTICLE", help="Its number, path, URL or words of its title; else all."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also the articles that the present version has read.")
    ] = False,
    db: DbOption = None,
) -> int:
    """Read kept articles again with the present engine.

    Examples:
      quotetrack reanalyse                      what an older version read
      quotetrack reanalyse --all                every article
      quotetrack reanalyse 3 harbour-vote.txt   these

    Statements that are found again keep their numbers, and whatever was
    decided stays decided. Ctrl-C leaves each article as it was before or as
    it is after; run again, it goes on with those that are left, while --all
    begins anew. Names those that changed.
    """
    from quotetrack.pipeline import analyse
    from quotetrack.store import Store

    if references and everything:
        raise UsageError("--all and an ARTICLE do not go together; leave one out")
    with Store.open(database(db), create=False) as store:
        if references:
            articles = [one_article(store, words) for words in references]
        else:
            articles = store.articles() if everything else store.outdated()
        changed = 0
        with telling_what_waits(store), Progress(len(articles)) as progress:
            for article in articles:
                if store.restate(article.id, analyse(store.original(article.id))):
                    changed += 1
                    progress.clear()
                    print(_line(store.article(article.id), aligned=sys.stdout.isatty()), flush=True)
                progress.step(article.given)
        current = 0 if references or everything else len(store.articles()) - len(articles)
    skipped = f"; {current:,} of this version left alone, --all reads them too" if current else ""
    print(f"{count(len(articles), 'article')} read again, {changed:,} changed{skipped}", file=sys.stderr)
    return FOUND


def _line(article: StoredArticle, *, aligned: bool) -> str:
    given = clean(article.given)
    if not aligned:
        return f"changed\t{given}\t{article.statements}"
    return f"changed    {count(article.statements, 'statement'):<15} {given}"
