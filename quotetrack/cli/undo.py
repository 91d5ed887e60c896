"""``quotetrack undo``."""

from __future__ import annotations

from typing import Annotated

import typer

from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND, NothingFoundError
from quotetrack.cli.references import as_number
from quotetrack.errors import UsageError
from quotetrack.render import clean


def undo(
    number: Annotated[
        str | None,
        typer.Argument(metavar="NUMBER", help="A decision's, as decisions lists it; else the last."),
    ] = None,
    db: DbOption = None,
) -> int:
    """Take back the last decision.

    Examples:
      quotetrack undo
      quotetrack undo && quotetrack undo
      quotetrack undo 7

    Decisions are what merge, split, rename, alias, attribute, reject and
    review made; quotetrack decisions lists them.
    """
    from quotetrack.store import Store

    wanted = None if number is None else as_number(number)
    if number is not None and wanted is None:
        raise UsageError(f"{number!r} is no decision's number; quotetrack decisions lists them")
    with Store.open(database(db), create=False) as store:
        made = store.decisions.undo(wanted)
        if made is None:
            raise NothingFoundError("no decision to take back")
        print(clean(f"undone: {made.decision}"))
    return FOUND
