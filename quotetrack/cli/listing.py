"""What the commands that list statements have in common."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from quotetrack import render
from quotetrack.cli.options import Output, Where
from quotetrack.cli.outcome import FOUND, NothingFoundError, count
from quotetrack.model import Act

if TYPE_CHECKING:
    from quotetrack.store import Filters, Store, StoredStatement

_UNSAID: dict[Act, str] = {"belief": "belief", "attitude": "attitude", "evidence": "finding"}


def show_what_is_said(
    store: Store,
    where: Where,
    output: Output,
    *,
    nothing: str,
    heading: str | None = None,
    whose: int | None = None,
) -> int:
    """Prints speech alone where no acts are asked for, and says how much else there is.

    Args:
        store: where the statements are.
        where: which of them are wanted.
        output: how to print them.
        nothing: what to say where there are none.
        heading: what stands above a drawn timeline.
        whose: the speaker whose statements are wanted.
    """
    filters = where.filters(store, also=() if whose is None else (whose,))
    unsaid = None
    if not where.act:
        unsaid = _unsaid(store, filters)
        filters = replace(filters, acts=("speech",))
    return show_statements(
        store.statements(filters),
        output,
        nothing=f"nothing said passes the filters, but {unsaid}" if unsaid else nothing,
        heading=heading,
        footer=f"also {unsaid}" if unsaid else None,
    )


def _unsaid(store: Store, filters: Filters) -> str | None:
    """How many statements that are no speech there are beside, and how to see them."""
    there = store.counts(filters)
    beside = [count(there[act], noun) for act, noun in _UNSAID.items() if there[act]]
    return f"{', '.join(beside)}: see them with --act all" if beside else None


def show_statements(
    rows: Iterable[StoredStatement],
    output: Output,
    *,
    nothing: str,
    heading: str | None = None,
    footer: str | None = None,
    default: str = "pretty",
    piped: str = "plain",
) -> int:
    """Prints statements and returns the exit code.

    Args:
        rows: the statements, in order.
        output: how to print them.
        nothing: what to say where there are none.
        heading: what stands above a drawn timeline.
        footer: what stands below it; where none is drawn, it goes to standard error.
        default: the form on a terminal if the user chose none.
        piped: the form elsewhere.

    Raises:
        NothingFoundError: there are none; a form for programs is complete even so, as in ``[]``.
    """
    remaining = iter(rows)
    first = next(remaining, None)
    with output.open(default, piped) as out:
        if first is not None:
            render.write_statements(
                chain([first], remaining), out.form, out.stream, look=out.look, heading=heading, footer=footer
            )
            if footer and out.form != "pretty":
                print(f"quotetrack: {footer}", file=sys.stderr)
            return FOUND
        if out.form not in ("pretty", "md"):
            render.write_statements([], out.form, out.stream, look=out.look)
    raise NothingFoundError(nothing)
