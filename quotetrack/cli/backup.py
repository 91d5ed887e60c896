"""``quotetrack backup``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND
from quotetrack.render import clean


def backup(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A file that is not there yet.")],
    db: DbOption = None,
) -> int:
    """Copy the database to a file.

    Examples:
      quotetrack backup quotes-2023-02.db
      quotetrack backup /media/stick/quotes.db --db notes.db

    The copy is whole even while another program adds articles.
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        store.backup(Path(file))
        print(f"copied {clean(str(store.path))} to {clean(file)}", file=sys.stderr)
    return FOUND
