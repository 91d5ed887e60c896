"""Where paragraphs and sentences of a text begin and end, by rule, in unchanged offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from quotetrack.model import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")

# What may end a sentence: a terminal mark with closing quotes or brackets behind it, then white space.
_END = re.compile(r"(?:[.!?…]|\.\.\.)+['\"’”»)\]]*(?=\s)|['’]{2}(?=\s)")

# A full stop after these does not end a sentence, whatever follows: titles and the like stand before a name.
_BEFORE_NAME = frozenset(
    "mr mrs ms mx dr prof gen gov sen rep reps sens col lt capt cmdr maj sgt st rev hon pres supt det fr sr jr "
    "vs no messrs mt ft insp amb atty asst adm".split()
)
# After these it ends a sentence only before a capital that is not a month's or a number's company.
_ABBREVIATION = frozenset(
    "jan feb mar apr jun jul aug sept sep oct nov dec inc ltd co corp bros etc al eg ie ave blvd rd approx dept "
    "est govt mass conn calif fla ga ill ind kan ky la md mich minn miss mo mont neb nev okla ore pa tenn tex va "
    "vt wash wis wyo ariz ark colo del".split()
)
_TAIL_WORD = re.compile(r"([^\W\d_](?:[\w.’'-]*\w)?)\.$")
_OPENERS = "\"'“‘«„([—–-"


def paragraphs(text: str) -> list[Span]:
    """Every line that holds more than white space, without the white space around it, in text order."""
    found = []
    for line in _LINE.finditer(text):
        words = line.group()
        stripped = words.strip()
        if stripped:
            start = line.start() + words.index(stripped[0])
            found.append(Span(start, start + len(stripped)))
    return found


def sentences(text: str, paragraph: Span) -> list[Span]:
    """The sentences of a paragraph, which together cover all of it but the white space between them."""
    found = []
    start = paragraph.start
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        if not _ends_sentence(text, start, end, paragraph.end):
            continue
        found.append(Span(start, end.end()))
        start = end.end()
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        found.append(Span(start, paragraph.end))
    return found


def _ends_sentence(text: str, start: int, end: re.Match[str], limit: int) -> bool:
    after = end.end()
    while after < limit and text[after].isspace():
        after += 1
    if after >= limit:
        return True
    following = after
    while following < limit - 1 and text[following] in _OPENERS:
        following += 1
    if text[following].islower():  # "Why?" she asked.
        return False
    if end.group() != ".":
        return True
    word = _TAIL_WORD.search(text, max(start, end.start() - 30), end.end())
    if word is None:
        return True
    tail = word.group(1).lower()
    if tail in _BEFORE_NAME or (len(tail) == 1 and tail != "i"):  # "Mr. Rook", "J. Rook"
        return False
    if tail in _ABBREVIATION or "." in tail:  # "Feb. 22", "the U.S. Senate": a new sentence rarely starts so
        return text[following:limit].startswith(_STARTERS)
    return True


_STARTERS = tuple(
    f"{word} "
    for word in "The A An He She It They We I In On At But And If When This That These Those As For Mr. Mrs. Ms.".split()
)


def index_at(spans: Sequence[Span], starts: Sequence[int], offset: int) -> int | None:
    """The index of the span that holds ``offset``, or None; ``starts`` are the spans' starts, in order."""
    at = bisect_right(starts, offset) - 1
    return at if at >= 0 and offset < spans[at].end else None
