"""``quotetrack alias``."""

from __future__ import annotations

from typing import Annotated

import typer

from quotetrack.cli.decided import tell
from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND
from quotetrack.cli.people import one_speaker


def alias(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Any form of the name, or the speaker's number.")
    ],
    other: Annotated[str, typer.Argument(metavar="ALIAS", help="Another name that finds the speaker.")],
    db: DbOption = None,
) -> int:
    """Give a speaker one more name.

    Examples:
      quotetrack alias "Ada Rook" "The Dam Lady"
      quotetrack alias "Ministry of Defence" MoD

    Articles that are read later mean the speaker by it. undo takes it back.
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        tell(store.decisions.alias(one_speaker(store, name).id, other))
    return FOUND
