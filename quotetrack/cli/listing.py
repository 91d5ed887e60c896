"""What the commands that list statements have in common."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import TYPE_CHECKING

from quotetrack import render
from quotetrack.cli.options import Output
from quotetrack.cli.outcome import FOUND, NothingFoundError

if TYPE_CHECKING:
    from quotetrack.store import StoredStatement


def show_statements(
    rows: Iterable[StoredStatement],
    output: Output,
    *,
    nothing: str,
    heading: str | None = None,
    default: str = "pretty",
    piped: str = "plain",
) -> int:
    """Prints statements and returns the exit code.

    Args:
        rows: the statements, in order.
        output: how to print them.
        nothing: what to say where there are none.
        heading: what stands above a drawn timeline.
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
                chain([first], remaining), out.form, out.stream, look=out.look, heading=heading
            )
            return FOUND
        if out.form not in ("pretty", "md"):
            render.write_statements([], out.form, out.stream, look=out.look)
    raise NothingFoundError(nothing)
