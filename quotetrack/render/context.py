"""Statements where they stand: one in its paragraphs, or an article with all of its statements marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from rich.text import Text

from quotetrack.model import Mention, Span, Spans
from quotetrack.render import paint, timeline
from quotetrack.render.look import Look
from quotetrack.render.paint import Insert, Mark
from quotetrack.store.decisions import Made
from quotetrack.store.records import StoredArticle, StoredStatement
from quotetrack.text import paragraphs

# What is marked, in which style, and between which brackets where there is no colour.
_CONTENT, _CUE, _SOURCE = (
    ("bold color(32)", "⟦", "⟧"),
    ("color(166)", "{", "}"),
    ("underline color(163)", "⟨", "⟩"),
)
_INDENT = 3
_LABELS = 10
# A paragraph longer than this is shown from a quarter of it before its first mark to one after its last.
_LONG = 2_000
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def statement_page(
    row: StoredStatement,
    text: str,
    neighbours: Iterable[StoredStatement],
    look: Look,
    decided: Iterable[Made] = (),
    room: int | None = None,
) -> Iterator[Text]:
    """All that is known of a statement, then the paragraphs that it stands in, marked, then a legend."""
    yield from _facts(row, look, decided)
    yield Text()
    parts = _parts(row)
    marks = [Mark(span.start, span.end, style) for spans, (style, *_) in parts.values() for span in spans]
    shown = passages(text, spans_of(row), room or _LONG)
    others = [
        _number(other, paint.QUIET, look)
        for other in neighbours
        if other.id != row.id
        and any(part.start < other.statement.spans[-1].end <= part.end for part in shown)
    ]
    inserts = _inserts(((spans, brackets) for spans, (_, *brackets) in parts.values()), others, look)
    yield from _passages(text, shown, marks, inserts, look)
    legend = [
        Text(word, style) if look.color else Text(f"{opening}{word}{closing}")
        for word, (spans, (style, opening, closing)) in parts.items()
        if spans
    ]
    if others:
        legend.append(Text.assemble((others[0].text, paint.QUIET), " another statement"))
    yield from paint.hang(*_indents(), paint.wrap(Text("   ").join(legend), paint.measure(look, _INDENT)))


def article_page(
    article: StoredArticle, text: str, rows: Sequence[StoredStatement], look: Look
) -> Iterator[Text]:
    """An article from beginning to end, every statement in its speaker's colour and numbered."""
    yield from paint.wrap(paint.words(article.title or article.given, "bold"), paint.measure(look, 0))
    date = timeline.day(article.date) if article.date else "date unknown"
    facts = [article.publisher, article.author, date, _count(article.statements, "statement")]
    for line in ([fact for fact in facts if fact], [article.url], [article.given if article.title else None]):
        said = paint.join(paint.words(part, paint.QUIET) for part in line if part)
        if said:
            yield from paint.wrap(said, paint.measure(look, 0))
    yield Text()
    marks = [mark for row in rows for mark in _article_marks(row, text)]
    numbers = [_number(row, _color(row), look, ticked=bool(row.decision_ids)) for row in rows]
    inserts = _inserts(((row.statement.spans, _CONTENT[1:]) for row in rows), numbers, look)
    for paragraph in paragraphs(text):
        drawn = paint.styled(text, marks, inserts, paragraph.start, paragraph.end)
        yield from paint.wrap(drawn, paint.measure(look, 0))
        yield Text()
    yield from paint.wrap(_cast(rows), paint.measure(look, 0))


def passages(text: str, spans: Sequence[Span], room: int = _LONG) -> list[Span]:
    """The paragraphs that hold any of the spans, cut to what is around them where they are very long."""
    return [
        _cut(text, paragraph, touching, room)
        for paragraph in paragraphs(text)
        if (touching := [span for span in spans if span.overlaps(paragraph)])
    ]


def spans_of(row: StoredStatement) -> list[Span]:
    """Where a statement, its cue and its source stand."""
    return sorted(span for spans, _ in _parts(row).values() for span in spans)


def _cut(text: str, paragraph: Span, touching: Sequence[Span], room: int) -> Span:
    if len(paragraph) <= room:
        return paragraph
    start = max(paragraph.start, touching[0].start - room // 4)
    end = min(paragraph.end, max(span.end for span in touching) + room // 4)
    # Whole words, unless there are none.
    start = text.find(" ", start, touching[0].start) + 1 or start
    if end < paragraph.end:
        space = text.rfind(" ", touching[-1].end, end)
        end = space if space > start else end
    return Span(start, end)


def _facts(row: StoredStatement, look: Look, decided: Iterable[Made]) -> Iterator[Text]:
    statement = row.statement
    color = paint.speaker_style(statement.speakers[0].name) if statement.speakers else paint.QUIET
    node = Text.assemble((f"{row.id} ", paint.QUIET), (timeline.NODES[statement.kind], color), " ", end="")
    rest = Text(" " * node.cell_len, end="")
    yield from paint.hang(node, rest, paint.wrap(timeline.who(statement), paint.measure(look, node.cell_len)))
    yield Text()
    basis = {"stated": "stated in the text", "article": "the article’s date", None: ""}[statement.date_basis]
    polarity = {"denied": paint.DENIED, "withheld": paint.WITHHELD}.get(statement.polarity, "")
    place = f"characters {statement.spans[0].start}–{statement.spans[-1].end}"
    facts: list[tuple[str, list[Text]]] = [
        (
            "date",
            [
                paint.words(timeline.day(statement.date, statement.date_precision)),
                paint.words(basis, paint.QUIET),
            ],
        ),
        (
            "statement",
            [
                *(paint.words(word) for word in (statement.kind, statement.act)),
                paint.words(statement.polarity, polarity),
                paint.words(f"{statement.confidence:.0%} sure"),
                paint.words("within another" if statement.within is not None else ""),
            ],
        ),
        ("told to", [paint.names(statement.addressees)]),
        ("via", [paint.names(statement.via)]),
        ("article", [paint.words(row.title or "", "italic"), paint.words(row.publisher or "")]),
        ("", [paint.words(row.url or "")]),
        (
            "file" if row.title or row.publisher else "article",
            [paint.words(statement.article), paint.words(place, paint.QUIET)],
        ),
        *(
            (
                "" if number else "decided",
                [
                    paint.words(str(made.decision)),
                    paint.words(timeline.short_day(made.at.date()), paint.QUIET),
                ],
            )
            for number, made in enumerate(decided)
        ),
    ]
    for label, parts in facts:
        said = paint.join(parts)
        if said:
            first = Text.assemble(" " * _INDENT, (f"{label:<{_LABELS}}", paint.QUIET), " ", end="")
            indent = _INDENT + _LABELS + 1
            yield from paint.hang(first, Text(" " * indent), paint.wrap(said, paint.measure(look, indent)))


def _parts(row: StoredStatement) -> dict[str, tuple[Spans, tuple[str, str, str]]]:
    """What is marked of a statement: where it stands, and its style and brackets."""
    statement = row.statement
    return {
        "content": (statement.spans, _CONTENT),
        "cue": (_spans(statement.cue), _CUE),
        "source": (_spans(statement.source), _SOURCE),
    }


def _inserts(
    bracketed: Iterable[tuple[Spans, Sequence[str]]], numbers: Sequence[Insert], look: Look
) -> list[Insert]:
    """Numbers, and without colour brackets; where they meet, what closes comes before what opens."""
    if look.color:
        return [*numbers]
    pairs = [(span, brackets) for spans, brackets in bracketed for span in spans]
    closings = [Insert(span.end, closing) for span, (_, closing) in pairs]
    return [*closings, *numbers, *(Insert(span.start, opening) for span, (opening, _) in pairs)]


def _passages(
    text: str, shown: Sequence[Span], marks: Sequence[Mark], inserts: Sequence[Insert], look: Look
) -> Iterator[Text]:
    for before, passage in pairwise([None, *shown]):
        assert passage is not None
        if before and text[before.end : passage.start].strip():
            yield Text(" " * _INDENT + "…", paint.QUIET)
            yield Text()
        drawn = paint.styled(text, marks, inserts, passage.start, passage.end)
        yield from paint.hang(*_indents(), paint.wrap(drawn, paint.measure(look, _INDENT)))
        yield Text()


def _article_marks(row: StoredStatement, text: str) -> Iterator[Mark]:
    color = _color(row)
    for span in row.statement.spans:
        yield Mark(span.start, span.end, color)
        for start, end in timeline.quoted(span.of(text), row.statement.kind):
            yield Mark(span.start + start, span.start + end, paint.QUOTED)
    for span in _spans(row.statement.source):
        yield Mark(span.start, span.end, f"underline {color}")


def _cast(rows: Sequence[StoredStatement]) -> Text:
    """Who speaks in an article, and how often; and what a tick behind a number means."""
    counts: dict[str, int] = {}
    for row in rows:
        for speaker in row.statement.speakers:
            counts[speaker.name] = counts.get(speaker.name, 0) + 1
    cast = [
        Text.assemble(paint.words(name, f"bold {paint.speaker_style(name)}"), (f" {count}", paint.QUIET))
        for name, count in sorted(counts.items(), key=lambda item: -item[1])
    ]
    if any(row.decision_ids for row in rows):
        cast.append(timeline.decided_legend())
    return Text("   ").join(cast)


def _spans(mention: Mention | None) -> Spans:
    return mention.spans if mention else ()


def _color(row: StoredStatement) -> str:
    speakers = row.statement.speakers
    return paint.speaker_style(speakers[0].name) if speakers else paint.QUIET


def _number(row: StoredStatement, style: str, look: Look, *, ticked: bool = False) -> Insert:
    tick = timeline.DECIDED if ticked else ""
    return Insert(row.statement.spans[-1].end, _superscript(row.id, look) + tick, style)


def _superscript(number: int, look: Look) -> str:
    return str(number).translate(_SUPERSCRIPT) if look.unicode else f"[{number}]"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _indents() -> tuple[Text, Text]:
    return Text(" " * _INDENT, end=""), Text(" " * _INDENT, end="")
