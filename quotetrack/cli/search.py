"""``quotetrack search``."""

from __future__ import annotations

from typing import Annotated

import typer

from quotetrack.cli.listing import show_statements
from quotetrack.cli.options import DbOption, Output, Where, database


def search(
    query: Annotated[list[str], typer.Argument(metavar="QUERY", help="Words that all have to occur.")],
    where: Where,
    output: Output,
    db: DbOption = None,
) -> int:
    """Find statements by their words, best first.

    Examples:
      quotetrack search harbour wall
      quotetrack search '"harbour wall"'        these words together
      quotetrack search 'negotiat*'             all that begins so
      quotetrack search flood --speaker rook --since 2023
    """
    from quotetrack.store import Store

    words = " ".join(query)
    with Store.open(database(db), create=False) as store:
        return show_statements(
            store.search(words, where.filters(store)),
            output,
            nothing=f"no statement has {words!r}; try fewer words, or a beginning as in 'negotiat*'",
        )
