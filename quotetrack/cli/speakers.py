"""``quotetrack speakers``."""

from __future__ import annotations

import sys
from itertools import chain, islice
from typing import TYPE_CHECKING, Annotated

import typer

from quotetrack import render
from quotetrack.cli.options import DbOption, LimitOption, Output, database, limit
from quotetrack.cli.outcome import FAILED, FOUND, NothingFoundError
from quotetrack.errors import InputError, UsageError
from quotetrack.render import clean

if TYPE_CHECKING:
    from quotetrack.model import KnownPerson
    from quotetrack.store import Store


def speakers(
    *,
    action: Annotated[
        str | None, typer.Argument(metavar="ACTION", help="import, to take over a list of known people.")
    ] = None,
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="The list: CSV, JSON Lines, or - for CSV from a pipe."),
    ] = None,
    like: Annotated[
        str | None,
        typer.Option(
            "--like", metavar="TEXT", rich_help_panel="Which to show", help="Only names with this in them."
        ),
    ] = None,
    suggest: Annotated[
        bool, typer.Option("--suggest", help="Who may be one with whom, and what speaks for it.")
    ] = False,
    at_most: LimitOption = None,
    output: Output,
    db: DbOption = None,
) -> int:
    """Who speaks, and how often.

    Examples:
      quotetrack speakers
      quotetrack speakers --like ministry --limit 5
      quotetrack speakers --suggest
      quotetrack speakers import people.csv
      quotetrack speakers --csv > speakers.csv

    A list of known people has the columns name, aliases (with ; between
    them), role, type and wikidata, of which only name is needed. It decides
    what speakers are called, and which names are one's. Importing it again
    changes nothing but what has changed in it.
    """
    if action not in (None, "import"):
        raise UsageError(f"{action!r} is not known; leave it out for a list, or say import FILE")
    if action and not file:
        raise UsageError("import needs a FILE: a list of people as CSV or JSON Lines")
    if file:
        return _take(file, db)
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        if suggest:
            return _suggest(store, like, output, limit(at_most))
        found = store.each_speaker(like=like, limit=limit(at_most))
        first = list(islice(found, 1))
        with output.open() as out:
            if first or out.form not in ("pretty", "md"):
                render.write_speakers(chain(first, found), out.form, out.stream, look=out.look)
    if not first:
        raise NothingFoundError(
            f"nobody's name has {like!r} in it" if like else "nobody speaks yet; add articles"
        )
    return FOUND


def _suggest(store: Store, like: str | None, output: Output, at_most: int | None) -> int:
    wanted = {speaker.id for speaker in store.speakers(like=like)} if like else None
    rows = [row for row in store.suggestions() if wanted is None or {row.one.id, row.two.id} & wanted][
        :at_most
    ]
    with output.open() as out:
        if rows or out.form not in ("pretty", "md"):
            render.write_suggestions(rows, out.form, out.stream, look=out.look)
    if not rows:
        raise NothingFoundError("nobody looks like two speakers")
    return FOUND


def _take(file: str, db: str | None) -> int:
    """Takes over a list of people; says of each bad line what is wrong with it."""
    from quotetrack.ingest.people import read_people
    from quotetrack.store import Store

    people: list[KnownPerson] = []
    failed = 0
    for one in read_people(file):
        if isinstance(one, InputError):
            failed += 1
            print(f"quotetrack: {clean(str(one))}", file=sys.stderr)
        else:
            people.append(one)
    with Store.open(database(db), create=True) as store:
        done = store.know(people)
    told = ", ".join(f"{done[what]:,} {what}" for what in ("new", "changed", "unchanged") if done.get(what))
    print(f"{clean(file)}: {told or 'nobody'}")
    return FAILED if failed else FOUND
