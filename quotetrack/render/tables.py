"""Tables for a terminal: speakers, articles, figures. Only the last column wraps."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from quotetrack.render import paint, timeline
from quotetrack.render.look import Look
from quotetrack.render.words import headline
from quotetrack.store.records import StoredArticle, StoredSpeaker, Suggestion

_GAP = "  "
_BAR = 10
_EIGHTHS = " ▏▎▍▌▋▊▉"
_NUMBER = re.compile(r"[+-]?[\d.,]+ ?%?|[-–—]|")


def speakers(rows: Iterable[StoredSpeaker], look: Look) -> Iterator[Text]:
    """The speakers with a bar for how much they say."""
    rows = list(rows)
    most = max((row.statements for row in rows), default=0)
    cells = [
        [
            Text(str(row.id), paint.QUIET),
            Text(str(row.statements)),
            Text(_bar(row.statements, most), paint.speaker_style(row.name)),
            Text(_seen(row.first, row.last), paint.QUIET),
            _speaker(row),
        ]
        for row in rows
    ]
    return table(["id", "statements", "", "seen", "speaker"], cells, look)


def suggestions(rows: Iterable[Suggestion], look: Look) -> Iterator[Text]:
    """Who may be one with whom: the two, what speaks for it, and the command that makes them one."""
    cells = [
        [
            Text(f"{row.score:.0%}", paint.QUIET),
            Text.assemble(
                paint.join([_speaker_in_brief(row.one), _speaker_in_brief(row.two)], " = "),
                "\n",
                paint.words("; ".join(row.evidence), "italic"),
                "\n",
                paint.words(row.command),
                end="",
            ),
        ]
        for row in rows
    ]
    return table(["sure", "who may be one"], cells, look)


def articles(rows: Iterable[StoredArticle], look: Look) -> Iterator[Text]:
    """The articles with their dates and how many statements each holds."""
    cells = [
        [
            Text(str(row.id), paint.QUIET),
            Text(timeline.short_day(row.date), "" if row.date else paint.QUIET),
            Text(str(row.statements)),
            _article(row),
        ]
        for row in rows
    ]
    return table(["id", "date", "statements", "article"], cells, look)


def figures(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    look: Look,
    heading: str | None = None,
    footer: str | None = None,
) -> Iterator[Text]:
    """Any table; columns that hold only numbers are aligned to the right."""
    if heading:
        yield from paint.wrap(paint.words(heading, "bold"), look.width)
        yield Text()
    yield from table(columns, [[paint.words(str(cell)) for cell in row] for row in rows], look)
    if footer:
        yield Text()
        yield from paint.wrap(paint.words(footer, paint.QUIET), paint.measure(look, 0))


def table(columns: Sequence[str], rows: Sequence[Sequence[Text]], look: Look) -> Iterator[Text]:
    """The lines of a table with a quiet head."""
    head = [paint.words(column, paint.QUIET) for column in columns]
    *fixed, _ = zip(head, *rows, strict=True)
    widths = [max(cell.cell_len for cell in column) for column in fixed]
    right = [all(_NUMBER.fullmatch(row[at].plain) for row in rows) for at in range(len(columns))]
    indent = sum(widths) + len(_GAP) * len(widths)
    last = None if look.width is None else max(look.width - indent, 12)
    flush = max((row[-1].cell_len for row in (head, *rows)), default=0) if right[-1] else 0
    for row in (head, *rows):
        start = Text(end="")
        for cell, width, to_right in zip(row[:-1], widths, right[:-1], strict=True):
            space = " " * (width - cell.cell_len)
            start = Text.assemble(start, *((space, cell) if to_right else (cell, space)), _GAP, end="")
        end = Text.assemble(" " * (flush - row[-1].cell_len), row[-1], end="")
        for line in paint.hang(start, Text(" " * indent, end=""), paint.wrap(end, last)):
            line.rstrip()
            yield line


def _speaker(row: StoredSpeaker) -> Text:
    name = paint.words(row.name, f"bold {paint.speaker_style(row.name)}")
    kind = row.type if row.type and row.type != "person" else ""
    role = str(row.roles[0]) if row.roles else ""
    described = paint.join([paint.words(part, paint.QUIET) for part in (kind, role) if part])
    first = Text.assemble(name, "  " if described else "", described, end="")
    also = paint.words("also " + ", ".join(row.aliases), paint.QUIET) if row.aliases else Text()
    return Text.assemble(first, "\n", also, end="") if also else first


def _speaker_in_brief(row: StoredSpeaker) -> Text:
    name = paint.words(row.name, f"bold {paint.speaker_style(row.name)}")
    said = "1 statement" if row.statements == 1 else f"{row.statements:,} statements"
    role = str(row.roles[0]) if row.roles else ""
    about = paint.words("; ".join(part for part in (role, said) if part), paint.QUIET)
    return Text.assemble(name, " (", about, ")", end="")


def _article(row: StoredArticle) -> Text:
    title = paint.words(headline(row.title, row.given), "bold")
    place = headline(None, row.given)
    origin = paint.join(
        [paint.words(part, paint.QUIET) for part in (row.publisher, row.title and place) if part]
    )
    return Text.assemble(title, "\n", origin, end="") if origin else title


def _bar(value: int, most: int) -> str:
    whole, eighth = divmod(round(_BAR * 8 * value / most) if most else 0, 8)
    return ("█" * whole + _EIGHTHS[eighth]).rstrip() or (_EIGHTHS[1] if value else "")


def _seen(first: dt.date | None, last: dt.date | None) -> str:
    months = [f"{date:%b} {date.year}" for date in (first, last) if date]
    return " – ".join(dict.fromkeys(months))
