"""The timeline: who said what, day by day.

    Wednesday, 22 February 2023 ─────────────────────────────────────────
       Harbour council closes the old dam · Coastal Wire

       12 ● Ada Rook  harbour commissioner
          │ “We tried everything,” … “and lost.”

The node says how much is quoted (● all, ◐ partly, ○ nothing); it, the rail and the name have the speaker's
colour. A tick says that somebody decided whose it is, or that it is right.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from rich.text import Text

from quotetrack.model import DatePrecision, Kind, Speaker, Statement
from quotetrack.render import paint
from quotetrack.render.look import Look
from quotetrack.render.paint import Mark
from quotetrack.render.words import headline, polarity_word
from quotetrack.store.records import StoredStatement

NODES: dict[Kind, str] = {"direct": "●", "mixed": "◐", "indirect": "○"}
_KIND_LEGEND: dict[Kind, str] = {"direct": "quoted", "mixed": "partly quoted", "indirect": "in other words"}
DECIDED, _DECIDED_LEGEND = "✓", "decided by a person"
ACT_WORDS = {"belief": "thinks", "attitude": "wants", "evidence": "shows"}

# Confidence is calibrated: of the statements at the first, eight in ten are right, and not worth a word.
_SURE, _DOUBTFUL = 0.8, 0.5

_QUOTED = re.compile(
    r"""“[^“”]*(?:”|$) | "[^"]*(?:"|$) | (?:''|``).+?(?:''|$) | «[^«»]*(?:»|$) | „[^„“”]*(?:[“”]|$)"""
    r"""| (?<!\w)‘.+?’(?!\w) | (?<!\w)'.+?'(?!\w)""",
    re.VERBOSE | re.DOTALL,
)


def timeline(
    rows: Iterable[StoredStatement], look: Look, heading: str | None = None, footer: str | None = None
) -> Iterator[Text]:
    """The lines of a timeline, as the rows come: days and articles are headed when they change.

    Rows of a search (they tell where they match) come best first, so they are not grouped: each has its date
    and article with it.
    """
    if heading:
        name, between, about = heading.partition(" · ")
        told = Text.assemble(
            paint.words(name, "bold"), (between, paint.QUIET), paint.words(about, paint.QUIET)
        )
        yield from paint.wrap(told, paint.measure(look, 0))
        yield Text()
    kinds: dict[Kind, None] = {}
    decided = False
    rows = iter(rows)
    first = next(rows, None)
    if first is not None:
        everything = chain([first], rows)
        for row, lines in _hits(everything, look) if first.matches else _days(everything, look):
            kinds[row.statement.kind] = None
            decided |= bool(row.decision_ids)
            yield from lines
            yield Text()
        legend = [(node, _KIND_LEGEND[kind]) for kind, node in NODES.items() if kind in kinds]
        signs = [Text.assemble(sign, " ", (meaning, paint.QUIET)) for sign, meaning in legend]
        signs += [decided_legend()] if decided else []
        yield from paint.wrap(Text("   ").join(signs), paint.measure(look, 0))
    if footer:
        yield from paint.wrap(paint.words(footer, paint.QUIET), paint.measure(look, 0))


def _days(rows: Iterable[StoredStatement], look: Look) -> Iterator[tuple[StoredStatement, Iterator[Text]]]:
    before: StoredStatement | None = None
    known: set[Speaker] = set()
    for row in rows:
        when = _when(row)
        new_day = before is None or _when(before) != when
        new_article = new_day or before is None or before.article_id != row.article_id
        if new_article:
            known = set()
        yield (
            row,
            chain(
                [paint.rule(look, Text(day(*when), "bold"))] if new_day else [],
                _article(row, look) if new_article else [],
                _entry(row, look, known),
            ),
        )
        known.update(row.statement.speakers)
        before = row


def _hits(rows: Iterable[StoredStatement], look: Look) -> Iterator[tuple[StoredStatement, Iterator[Text]]]:
    for row in rows:
        origin = paint.join([Text(short_day(*_when(row)), paint.QUIET), origin_of(row)])
        rail = Text.assemble(" " * (paint.GUTTER - 2), ("│ ", _color(row.statement)))
        below = paint.hang(rail, rail, paint.wrap(origin, paint.measure(look)))
        yield row, chain(_entry(row, look, set()), below)


def _article(row: StoredStatement, look: Look) -> Iterator[Text]:
    origin = origin_of(row)
    if row.article_date and row.article_date != row.statement.date:
        origin = paint.join([origin, Text(short_day(row.article_date), paint.QUIET)])
    indent = Text(" " * 3)
    yield from paint.hang(indent, indent, paint.wrap(origin, paint.measure(look, 3)))
    yield Text()


def origin_of(row: StoredStatement) -> Text:
    """The article's title, else its file or URL, and its publisher."""
    return paint.join(
        [
            paint.words(headline(row.title, row.statement.article), "italic"),
            paint.words(row.publisher or "", paint.QUIET),
        ]
    )


def _entry(row: StoredStatement, look: Look, known: set[Speaker]) -> Iterator[Text]:
    """A statement: its head beside the node, its words along the rail."""
    statement, color = row.statement, _color(row.statement)
    number = str(row.id) if row.id else ""
    node = Text.assemble(
        (f"{number:>{paint.GUTTER - 3}}", paint.QUIET), " ", (NODES[statement.kind], color), " ", end=""
    )
    rail = Text.assemble(" " * (paint.GUTTER - 2), ("│", color), " ", end="")
    width = paint.measure(look)
    yield from paint.hang(node, rail, _head(row, width, known))
    yield from paint.hang(rail, rail, paint.wrap(content(row, look), width))


def _head(row: StoredStatement, width: int | None, known: set[Speaker]) -> list[Text]:
    statement = row.statement
    named = who(statement, known)
    if row.decision_ids:
        named = Text.assemble(named, (f" {DECIDED}", paint.QUIET), end="")
    left = paint.join([named, *_circumstances(statement)])
    right = paint.join(_doubts(statement))
    if not right:
        return paint.wrap(left, width)
    gap = 0 if width is None else width - left.cell_len - right.cell_len
    if gap < 3:
        return paint.wrap(paint.join([left, right]), width)
    return [Text.assemble(left, " " * gap, right, end="")]


def who(statement: Statement, known: set[Speaker] | frozenset[Speaker] = frozenset()) -> Text:
    """The speakers in their colours with their roles, but for those already known."""
    if not statement.speakers:
        mention = statement.source.text if statement.source else ""
        return paint.join([Text("unknown", paint.QUIET), paint.words(mention, "italic")])
    named = []
    for speaker in statement.speakers:
        one = paint.words(speaker.name, f"bold {paint.speaker_style(speaker.name)}")
        if speaker.role and speaker not in known:
            one = Text.assemble(one, "  ", paint.words(speaker.role, paint.QUIET), end="")
        named.append(one)
    return paint.join(named, " + ")


def _circumstances(statement: Statement) -> Iterator[Text]:
    for before, speakers in (("to ", statement.addressees), ("via ", statement.via)):
        if speakers:
            yield Text.assemble((before, paint.QUIET), paint.names(speakers), end="")
    if statement.act in ACT_WORDS:
        yield Text(ACT_WORDS[statement.act], "italic")


def _doubts(statement: Statement) -> Iterator[Text]:
    if statement.date_basis == "stated":
        yield Text("dated in the text", paint.QUIET)
    sure = round(statement.confidence, 2)  # as it is shown, or 0.799 would be "80 %" and yet told
    if sure < _SURE:
        yield Text(f"{sure:.0%} sure", paint.QUIET if sure >= _DOUBTFUL else paint.DOUBTFUL)


def content(row: StoredStatement, look: Look) -> Text:
    """The statement's words: what is quoted, and what a search found, stands out; a denial is labelled."""
    text = row.statement.text
    marks = [Mark(start, end, paint.QUOTED) for start, end in quoted(text, row.statement.kind)]
    marks += [Mark(start, end, paint.MATCH) for start, end in row.matches]
    drawn = paint.join(
        [paint.styled(text, marks, start=start, end=end) for start, end in pieces(row.statement)], " … "
    )
    label = _label(row.statement, look)
    return Text.assemble(label, " ", drawn, end="") if label else drawn


def _label(statement: Statement, look: Look) -> Text:
    label = polarity_word(statement)
    if not label:
        return Text()
    style = paint.DENIED if statement.polarity == "denied" else paint.WITHHELD
    return (
        Text(f" {label} ".replace(" ", "\N{NO-BREAK SPACE}"), f"{style} reverse")
        if look.color
        else Text(f"[{label}]")
    )


def quoted(text: str, kind: Kind) -> list[tuple[int, int]]:
    """Which parts of a statement's words, or of one span of them, are in quotation marks."""
    if kind == "direct":
        return [(0, len(text))]
    return [match.span() for match in _QUOTED.finditer(text)] if kind == "mixed" else []


def pieces(statement: Statement) -> list[tuple[int, int]]:
    """Where in ``statement.text`` each of its spans stands; all of it where that cannot be told."""
    found, at = [], 0
    for span in statement.spans:
        found.append((at, at + len(span)))
        at += len(span) + 1
    return found if at - 1 == len(statement.text) else [(0, len(statement.text))]


def _color(statement: Statement) -> str:
    return paint.speaker_style(statement.speakers[0].name) if statement.speakers else paint.QUIET


def decided_legend() -> Text:
    """What the tick means."""
    return Text.assemble(DECIDED, " ", (_DECIDED_LEGEND, paint.QUIET))


def _when(row: StoredStatement) -> tuple[dt.date | None, DatePrecision | None]:
    return row.statement.date, row.statement.date_precision


def day(date: dt.date | None, precision: DatePrecision | None = None) -> str:
    """ "Wednesday, 22 February 2023", or "February 2023" or "2023" where no more is known."""
    if date is None:
        return "Date unknown"
    return _period(date, precision, "%B") or f"{date:%A}, {date.day} {date:%B} {date.year}"


def short_day(date: dt.date | None, precision: DatePrecision | None = None) -> str:
    """ "22 Feb 2023"."""
    if date is None:
        return "date unknown"
    return _period(date, precision, "%b") or f"{date.day} {date:%b} {date.year}"


def _period(date: dt.date, precision: DatePrecision | None, month: str) -> str:
    return {"year": f"{date.year}", "month": f"{date:{month}} {date.year}"}.get(precision or "", "")
