"""``quotetrack remove``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from quotetrack.cli.options import DbOption, YesOption, database
from quotetrack.cli.outcome import FOUND, NOTHING, count
from quotetrack.cli.references import one_article
from quotetrack.errors import UsageError
from quotetrack.render import clean


def remove(
    references: Annotated[
        list[str],
        typer.Argument(metavar="ARTICLE", help="Its number, path, URL or words of its title."),
    ],
    yes: YesOption = False,
    db: DbOption = None,
) -> int:
    """Remove articles and their statements.

    Examples:
      quotetrack remove harbour-vote.txt
      quotetrack remove 3 4 5 --yes

    Asks first on a terminal; elsewhere --yes is needed.
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        articles = {article.id: article for article in (one_article(store, words) for words in references)}
        statements = sum(article.statements for article in articles.values())
        what = f"{count(len(articles), 'article')} with {count(statements, 'statement')}"
        if not yes and not _agreed(f"Remove {what}? [y/N] "):
            print("nothing removed", file=sys.stderr)
            return NOTHING
        for article in articles.values():
            gone = store.remove(article.id)
            print(clean(f"removed {article.given}: {count(gone, 'statement')}"))
    return FOUND


def _agreed(question: str) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise UsageError("nobody to ask before removing; add --yes")
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
