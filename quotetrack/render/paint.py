"""What everything drawn is made of: the palette, styled words, wrapping, and putting lines on the output.

Words of an article reach rich only through :func:`styled` and :func:`words`, never as markup, which would
read "[sic]" as a tag and delete it.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, TextIO

from rich.color import Color, ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from quotetrack.model import Speaker
from quotetrack.render.look import Look
from quotetrack.render.words import clean, squeeze

# Fixed colours of the 256, so that no theme changes them. Each has a contrast of at least 3.3 : 1 both on
# white and on #1e1e1e (WCAG asks 3 : 1 of large or bold text), and the hues are apart. Red is left to DENIED.
_COLORS = (166, 32, 64, 163, 30, 99, 136, 168, 28, 63, 134, 131, 100, 67, 137)
PALETTE = tuple(f"color({number})" for number in _COLORS)

# Their likes where there are only 16, which each theme makes legible: neither those that are nearly black or
# white in some, nor blue, which is too dark on black, nor red.
_LIKES = {
    **dict.fromkeys((166, 136, 131, 137, 221), 3),
    **dict.fromkeys((64, 28, 100), 2),
    **dict.fromkeys((163, 99, 168, 134), 5),
    **dict.fromkeys((32, 30, 63, 67), 6),
    160: 1,
    16: 0,
}

QUIET = "dim"
QUOTED = "bold"
DENIED = "bold color(160)"
WITHHELD = "bold color(166)"
DOUBTFUL = "color(166)"
MATCH = "color(16) on color(221)"

GUTTER = 9  # "   12 ● " and the rail below it
_MEASURE = 100  # longer lines are hard to read, however wide the terminal is
_NARROWEST = 12

_SPACE = re.compile(r"\s+")
# Asked only for its tab size and its named styles.
_CONSOLE = Console(file=io.StringIO(), width=80, _environ={})


class Mark(NamedTuple):
    """A half-open range of a text and the style that it is shown in."""

    start: int
    end: int
    style: str


class Insert(NamedTuple):
    """Something of ours put into a text before the code point at ``at``."""

    at: int
    text: str
    style: str = QUIET


def speaker_style(name: str) -> str:
    """The colour of a speaker: always the same for the same name."""
    return PALETTE[zlib.crc32(name.encode("utf-8", "replace")) % len(PALETTE)]


def words(text: str, style: str = "") -> Text:
    """Words of an article, or about one, as one run of safe text."""
    return Text(squeeze(text), style, end="")


def styled(
    text: str,
    marks: Sequence[Mark] = (),
    inserts: Iterable[Insert] = (),
    start: int = 0,
    end: int | None = None,
) -> Text:
    """``text[start:end]`` as one run of safe text, each part in all the styles of the marks that cover it."""
    end = len(text) if end is None else end
    inside = [mark for mark in marks if mark.start < end and start < mark.end]
    placed = [insert for insert in inserts if start <= insert.at <= end]
    bounds = {start, end, *(m.start for m in inside), *(m.end for m in inside), *(i.at for i in placed)}
    drawn = Text(end="")
    for a, b in pairwise([*sorted(bound for bound in bounds if start <= bound <= end), end]):
        for insert in placed:
            if insert.at == a:
                drawn.append(insert.text, insert.style)
        part = _SPACE.sub(" ", clean(text[a:b]))
        if part.startswith(" ") and (not drawn or drawn.plain.endswith(" ")):
            part = part[1:]
        drawn.append(part, " ".join(m.style for m in inside if m.start <= a and b <= m.end))
        placed = [insert for insert in placed if insert.at > a]
    drawn.rstrip()
    return drawn


def names(speakers: Iterable[Speaker]) -> Text:
    """The names of those who do not speak themselves: without colour, which leads the eye to who does."""
    return join([words(speaker.name) for speaker in speakers], ", ")


def join(parts: Iterable[Text], between: str = " · ") -> Text:
    """The parts that are not empty, with something quiet between them."""
    # Not Text(between, QUIET), whose style join would give to the whole.
    return Text.assemble((between, QUIET), end="").join([part for part in parts if part])


def measure(look: Look, indent: int = GUTTER) -> int | None:
    """The columns that text may take beside an indent; None without a limit."""
    return None if look.width is None else max(min(look.width, _MEASURE) - indent, _NARROWEST)


def wrap(text: Text, width: int | None) -> list[Text]:
    """The text in lines no wider than ``width``."""
    if width is None:
        return [text]
    lines = list(text.wrap(_CONSOLE, width))
    for line in lines:
        line.rstrip()
    return lines or [text]


def hang(first: Text, rest: Text, lines: Iterable[Text]) -> Iterable[Text]:
    """The lines with ``first`` before the first of them and ``rest`` before the others."""
    for number, line in enumerate(lines):
        hung = (rest if number else first).copy().append_text(line)
        hung.rstrip()  # words of invisible characters leave nothing beside the rail
        yield hung


def rule(look: Look, title: Text) -> Text:
    """The title with a quiet rule after it, as wide as the text below."""
    width = min(look.width or 80, _MEASURE)
    return Text.assemble(title, " ", ("─" * max(width - title.cell_len - 1, 0), QUIET), end="")


def emit(lines: Iterable[Text], out: TextIO, look: Look) -> None:
    """Writes each line as it comes, in colour or without, never wrapped or cut again."""
    # Not Console.print: half of a timeline's time went into its measuring, cropping and buffering.
    for line in lines:
        drawn = (
            "".join(_escaped(segment, look) for segment in _styled_throughout(line).render(_CONSOLE))
            if look.color
            else line.plain
        )
        out.write(drawn + "\n")


def _styled_throughout(line: Text) -> Text:
    """The line, whose own style rich leaves out where no part of it has another."""
    return Text.assemble(line, end="") if line.style and not line.spans else line


def _escaped(segment: Segment, look: Look) -> str:
    text, style, _ = segment
    if not style:
        return text
    if look.sixteen:
        return _in_sixteen(style).render(text, color_system=ColorSystem.STANDARD)
    return style.render(text, color_system=ColorSystem.EIGHT_BIT)


@lru_cache(maxsize=256)
def _in_sixteen(style: Style) -> Style:
    color, back = (
        None if one is None or one.number is None else Color.from_ansi(_LIKES[one.number])
        for one in (style.color, style.bgcolor)
    )
    return style + Style.from_color(color, back)
