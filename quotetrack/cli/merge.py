"""``quotetrack merge``."""

from __future__ import annotations

from typing import Annotated

import typer

from quotetrack.cli.decided import tell
from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND, count
from quotetrack.cli.people import one_speaker
from quotetrack.errors import UsageError


def merge(
    names: Annotated[
        list[str], typer.Argument(metavar="NAME", help="Any form of a name, or a speaker's number.")
    ],
    into: Annotated[
        str | None, typer.Option("--into", metavar="NAME", help="Who stays; else the first one given.")
    ] = None,
    db: DbOption = None,
) -> int:
    """Make several speakers one.

    Examples:
      quotetrack merge "Ada Rook" "A. Rook" "Mayor Rook"
      quotetrack merge 12 40 41
      quotetrack merge "A. Rook" --into "Ada Rook"

    The one who stays gives the name; all other names and numbers find it
    still. It holds for articles that are read later. undo takes it back.
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        given = [one_speaker(store, words).id for words in ([into] if into else []) + names]
        if len(given) < 2:
            raise UsageError("one name alone cannot be merged; give two or more, the one that stays first")
        made = store.decisions.merge(given[0], given[1:])
        kept = store.speaker(given[0])
        tell(made, f"{count(kept.statements, 'statement')} in {count(kept.articles, 'article')}")
    return FOUND
