"""``quotetrack speakers``."""

from __future__ import annotations

from typing import Annotated

import typer

from quotetrack import render
from quotetrack.cli.options import DbOption, LimitOption, Output, database, limit
from quotetrack.cli.outcome import FOUND, NothingFoundError


def speakers(
    output: Output,
    like: Annotated[
        str | None,
        typer.Option(
            "--like", metavar="TEXT", rich_help_panel="Which to show", help="Only names with this in them."
        ),
    ] = None,
    at_most: LimitOption = None,
    db: DbOption = None,
) -> int:
    """Who speaks, and how often.

    Examples:
      quotetrack speakers
      quotetrack speakers --like ministry --limit 5
      quotetrack speakers --csv > speakers.csv
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        rows = store.speakers(like=like, limit=limit(at_most))
    with output.open() as out:
        if rows or out.form not in ("pretty", "md"):
            render.write_speakers(rows, out.form, out.stream, look=out.look)
    if not rows:
        raise NothingFoundError(
            f"nobody's name has {like!r} in it" if like else "nobody speaks yet; add articles"
        )
    return FOUND
