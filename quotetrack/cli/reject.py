"""``quotetrack reject``."""

from __future__ import annotations

from typing import Annotated

import typer

from quotetrack.cli.decided import number_of, past, tell
from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND
from quotetrack.cli.references import one_statement
from quotetrack.render import clean


def reject(
    statements: Annotated[list[str], typer.Argument(metavar="ID", help="Statements' numbers.")],
    restore: Annotated[bool, typer.Option("--restore", help="They are statements after all.")] = False,
    db: DbOption = None,
) -> int:
    """Say that something is no statement.

    Examples:
      quotetrack reject 12
      quotetrack reject 12 15 16
      quotetrack reject 12 --restore

    It is no longer listed, found, exported or counted; show ID finds it.
    It stays so when the article is read again. Each is a decision of its
    own: undo takes back the last one, --restore those that you name.
    """
    from quotetrack.store import Store

    numbers = dict.fromkeys(map(number_of, statements))
    with Store.open(database(db), create=False) as store:
        for one in [one_statement(store, number) for number in numbers]:  # all or none
            if restore:
                for made in store.decisions.restore(one.id):
                    print(clean(f"no longer {past(made)}"))
            elif one.rejected:
                print(f"statement {one.id} is rejected already")
            else:
                tell(store.decisions.reject(one.id))
    return FOUND
