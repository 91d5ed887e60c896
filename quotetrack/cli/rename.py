"""``quotetrack rename``."""

from __future__ import annotations

from typing import Annotated

import typer

from quotetrack.cli.decided import tell
from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND
from quotetrack.cli.people import one_speaker


def rename(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Any form of the name, or the speaker's number.")
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The name that is shown from now on.")],
    db: DbOption = None,
) -> int:
    """Give a speaker another name.

    Examples:
      quotetrack rename rook "Ada Rook"
      quotetrack rename 12 "Ministry of Defence (Japan)"

    The names that the articles use find it still. undo takes it back.
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        tell(store.decisions.rename(one_speaker(store, name).id, new))
    return FOUND
