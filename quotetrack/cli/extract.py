"""``quotetrack extract``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotetrack import render
from quotetrack.cli.options import About, Output
from quotetrack.cli.outcome import FAILED, FOUND, NothingFoundError
from quotetrack.errors import InputError

if TYPE_CHECKING:
    from quotetrack.ingest import Overrides


def extract(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, patterns, URLs, or - for standard input."),
    ],
    about: About,
    output: Output,
) -> int:
    """Find statements without a database, as JSON Lines.

    Examples:
      quotetrack extract harbour-vote.txt
      quotetrack extract harbour-vote.txt | jq -r '.speakers[].name'
      curl -s https://news.example/harbour-vote | quotetrack extract -
      quotetrack extract articles/ --csv > statements.csv

    Drawn on a terminal, one object a line in a pipe, an article at a time.
    An article that cannot be read is named, the rest is done, and the exit
    code is 2.
    """
    from quotetrack import ingest

    overrides = about.overrides(ingest.count(inputs))
    failures: list[InputError] = []
    with output.open(piped="jsonl") as out:
        records = _records(inputs, overrides, failures, out.stream.flush)
        found = render.write_records(records, out.form, out.stream, look=out.look)
    if failures:
        return FAILED
    if not found:
        raise NothingFoundError("no statements in what was read")
    return FOUND


def _records(
    inputs: Sequence[str],
    overrides: Overrides,
    failures: list[InputError],
    flush: Callable[[], None],
) -> Iterator[dict[str, Any]]:
    """The statements as they are found; what cannot be read is told at once and added to ``failures``."""
    from quotetrack import ingest
    from quotetrack.pipeline import analyse

    for one in ingest.read(inputs, overrides):
        if isinstance(one, InputError):
            print(f"quotetrack: {render.clean(str(one))}", file=sys.stderr)
            failures.append(one)
            continue
        for statement in analyse(one).statements:
            yield statement.as_record()
        flush()  # whoever reads the pipe need not wait for the next article
