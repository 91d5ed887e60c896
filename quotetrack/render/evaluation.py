"""The errors of an evaluation on a terminal: counted by class, then a few of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from quotetrack.evaluation.errors import ERRORS, Error, Quoted, Tally, tallies
from quotetrack.render import paint, tables
from quotetrack.render.look import Look
from quotetrack.render.words import squeeze

_INDENT = 2
_LABEL = 11  # "annotated  "
_NARROWEST = 16
_LOST = (
    "“lost” counts the annotated statements that are not right at content 0.8, “words” is the middle of them."
)


def errors(found: Sequence[Error], look: Look, heading: str, examples: int) -> Iterator[Text]:
    """The lines: a table of the classes and their details, then ``examples`` of each class."""
    classes = tallies(found)
    yield paint.words(heading, "bold")
    yield Text()
    rows = [_row(tally, detail) for whole, parts in classes for tally, detail in _nested(whole, parts)]
    yield from tables.table(["error", "count", "lost", "words"], rows, look)
    if rows:
        yield Text()
        yield from paint.wrap(paint.words(_LOST, paint.QUIET), paint.measure(look, 0))
    yield from _examples(classes, look, examples)


def changes(changed: Sequence[tuple[str, Error]], look: Look, heading: str, examples: int) -> Iterator[Text]:
    """The lines: how many of each class are gone and new, then ``examples`` of the new ones."""
    yield paint.words(heading, "bold")
    yield Text()
    classes = tallies(error for _, error in changed)
    counts = Counter((error.name, change) for change, error in changed)
    rows = []
    for whole, _ in classes:
        gone, new, same = (counts[whole.name, change] for change in ("gone", "new", "same"))
        numbers = (same + gone, f"-{gone}" if gone else "", f"+{new}" if new else "", same + new)
        rows.append([paint.words(whole.name, "bold"), *(paint.words(str(number)) for number in numbers)])
    yield from tables.table(["error", "before", "gone", "new", "now"], rows, look)
    yield from _examples(tallies(error for change, error in changed if change == "new"), look, examples)


def _examples(classes: Sequence[tuple[Tally, object]], look: Look, wanted: int) -> Iterator[Text]:
    for whole, _ in classes:
        yield Text()
        title = Text.assemble((whole.name, "bold"), "  ", (ERRORS[whole.name], paint.QUIET), end="")
        yield from paint.wrap(title, paint.measure(look, 0))
        for error in _spread(whole.errors, wanted):
            yield from _example(error, look)


def _nested(whole: Tally, parts: Sequence[Tally]) -> Iterator[tuple[Tally, bool]]:
    yield whole, False
    for part in parts:
        yield part, True


def _row(tally: Tally, detail: bool) -> list[Text]:
    style = paint.QUIET if detail else ""
    name = Text(f"  {tally.detail}" if detail else tally.name, style or "bold", end="")
    numbers = (str(tally.count), str(tally.lost or ""), f"{tally.words:.0f}" if tally.words else "")
    return [name, *(Text(number, style, end="") for number in numbers)]


def _spread(found: Sequence[Error], wanted: int) -> list[Error]:
    """So many of them from all over."""
    count = min(wanted, len(found))
    return [found[number * len(found) // count] for number in range(count)]


def _example(error: Error, look: Look) -> Iterator[Text]:
    where = paint.words(f"{error.article}:{error.start}, {error.detail}", paint.QUIET)
    yield Text.assemble(" " * _INDENT, where, end="")
    for label, quoted in (("annotated", error.gold), ("found", error.found)):
        if quoted:
            start = Text(f"{' ' * 2 * _INDENT}{label:<{_LABEL}}", paint.QUIET, end="")
            yield Text.assemble(start, _words(quoted, paint.measure(look, 2 * _INDENT + _LABEL)), end="")


def _words(quoted: Quoted, width: int | None) -> Text:
    """Source, cue and content in a line; of what is too long, both ends, for there it goes wrong."""
    aside = None if width is None else width // 3
    source, cue = (paint.words(_shortened(part, aside)) for part in (quoted.source, quoted.cue))
    room = None if width is None else width - sum(part.cell_len + 3 for part in (source, cue) if part)
    return paint.join([source, cue, paint.words(_shortened(quoted.content, room), "bold")])


def _shortened(words: str, width: int | None) -> str:
    words = squeeze(words)
    if width is None or len(words) <= max(width, _NARROWEST):
        return words
    width = max(width, _NARROWEST)
    half = (width - 3) // 2
    return f"{words[: width - 3 - half].rstrip()} … {words[-half:].lstrip()}"
