"""``quotetrack decisions``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotetrack import render
from quotetrack.cli.options import DbOption, LimitOption, Output, database, limit
from quotetrack.cli.outcome import FOUND, NothingFoundError, count
from quotetrack.errors import InputError, UsageError
from quotetrack.render import clean

if TYPE_CHECKING:
    import datetime as dt

    from quotetrack.store import Made, Store
    from quotetrack.store.decisions import Decision

_TOLD = 8  # of the decisions that wait
_COLUMNS = ("number", "made", "state", "decision")


def decisions(
    *,
    action: Annotated[
        str | None, typer.Argument(metavar="ACTION", help="export or import; without it, all are listed.")
    ] = None,
    file: Annotated[
        str | None, typer.Argument(metavar="FILE", help="What to import, or - for standard input.")
    ] = None,
    at_most: LimitOption = None,
    output: Output,
    db: DbOption = None,
) -> int:
    """What was decided, newest first; or take it along.

    Examples:
      quotetrack decisions
      quotetrack decisions export > decisions.jsonl
      quotetrack decisions import decisions.jsonl --db other.db

    Decisions name speakers by their names and statements by their words, so
    they fit another database that holds these articles. What fits nothing
    yet waits until the article is added; so does a name that has come to mean
    several. What waits is told. Importing twice changes nothing.
    """
    from quotetrack.store import Store

    if action not in (None, "export", "import"):
        raise UsageError(f"{action!r} is not known; choose from export, import, or leave it out for a list")
    if (action == "import") != (file is not None):
        raise UsageError(
            "only import takes a FILE" if file else "import needs a FILE, or - for standard input"
        )
    with Store.open(database(db), create=False) as store:
        if file is not None:
            return _take(store, file)
        made = store.decisions.made()[: limit(at_most)]
        if action == "export":
            return _export([one for one in reversed(made) if not one.undone], output)
        return _list(store, made, output)


def _list(store: Store, made: list[Made], output: Output) -> int:
    rows = [(str(one.id), one.at.date().isoformat(), one.state, str(one.decision)) for one in made]
    with output.open() as out:
        if rows or out.form not in ("pretty", "md"):
            render.write_table(_COLUMNS, rows, out.form, out.stream, look=out.look)
    waiting = [one for one in made if not (one.fits or one.undone)]
    for one in waiting[:_TOLD]:
        print(clean(f"quotetrack: {one.id} waits {store.decisions.lack(one)}"), file=sys.stderr)
    if len(waiting) > _TOLD:
        print(f"quotetrack: {len(waiting) - _TOLD:,} more wait", file=sys.stderr)
    if not rows:
        raise NothingFoundError("nothing decided yet; merge, attribute, reject and review do")
    return FOUND


def _export(made: list[Made], output: Output) -> int:
    with output.open("jsonl", "jsonl") as out:
        if out.form != "jsonl":
            raise UsageError("decisions are exported as JSON Lines; leave the other form out")
        out.stream.writelines(json.dumps(one.as_record(), ensure_ascii=False) + "\n" for one in made)
    if not made:
        raise NothingFoundError("no decision to export")
    return FOUND


def _take(store: Store, file: str) -> int:
    taken = store.decisions.take(_read(file))
    total = taken.fit + taken.waiting + taken.known
    parts = [f"{taken.fit} in force"]
    if taken.waiting:
        parts.append(f"{taken.waiting} waiting for articles or names that are not here")
    if taken.known:
        parts.append(f"{taken.known} here already")
    print(f"{count(total, 'decision')}: {', '.join(parts)}")
    return FOUND


def _read(file: str) -> Iterator[tuple[dt.datetime, Decision]]:
    """The decisions of a file of JSON Lines."""
    from quotetrack.store.decisions import from_record, made_at

    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        lines = data.decode("utf-8-sig").split("\n")  # a text may have other ends of lines in it
    except OSError as error:
        raise InputError(
            f"{file}: {(error.strerror or str(error)).lower()}; name a file of decisions"
        ) from error
    except UnicodeDecodeError as error:
        raise InputError(f"{file}: not UTF-8; `quotetrack decisions export` writes such files") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = _parsed(line)
            decision = from_record(record)
            yield made_at(record), decision
        except ValueError as error:
            raise InputError(f"{file}:{number}: no decision: {error}; nothing was imported") from error


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except (
        ValueError,
        RecursionError,
    ) as error:  # the latter where brackets stand in brackets by the thousand
        raise ValueError("not JSON") from error
