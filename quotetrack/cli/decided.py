"""What the commands that decide something have in common."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quotetrack.cli.outcome import count
from quotetrack.cli.references import as_number
from quotetrack.errors import UsageError
from quotetrack.render import clean

if TYPE_CHECKING:
    from quotetrack.store import Made, Store

_PAST = {
    "merge": "merged",
    "rename": "renamed",
    "alias": "aliased",
    "attribute": "attributed",
    "reject": "rejected",
    "confirm": "confirmed",
}


def past(made: Made) -> str:
    """What was decided, as something that was done: "merged J. Hale into Ada Rook"."""
    action, _, rest = str(made.decision).partition(" ")
    return f"{_PAST.get(action, action)} {rest}"


def tell(made: Made, *more: str) -> None:
    """Prints what was decided, and more about it."""
    print(clean("; ".join([past(made), *more])))


@contextmanager
def telling_what_waits(store: Store) -> Iterator[None]:
    """Says afterwards where more decisions wait than before what is done inside."""
    before = {made.id for made in store.decisions.waiting()}
    yield
    if number := len({made.id for made in store.decisions.waiting()} - before):
        print(
            f"quotetrack: {count(number, 'decision')} no longer in force; quotetrack decisions says why",
            file=sys.stderr,
        )


def number_of(words: str) -> int:
    """A statement's number, as typed.

    Raises:
        UsageError: it is none.
    """
    number = as_number(words)
    if number is None:
        raise UsageError(f"{words!r} is no statement's number; timeline and search tell them")
    return number
