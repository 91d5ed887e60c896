"""Where paragraphs and sentences of a text begin and end, by rule, in unchanged offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from quotetrack.model import Span, Spans

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")

_WORD = re.compile(r"\S+")

_TEXTS = 4
"""How many texts' bounds are kept: an article is asked for its own several times, between some of its parts."""

_NARROWEST_COLUMN, _WIDEST_COLUMN = 40, 100
"""Text is wrapped at 60 to 80 characters as a rule; a paragraph of news on one line is longer."""

# What may end a sentence: terminal marks with closing quotes or brackets behind them, then white space. The
# possessive quantifiers and the look-behind keep a long run of marks from being tried again from each of them.
_END = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*+['\"’”»)\]]*+(?=\s)")

# A full stop after these does not end a sentence, whatever follows: they stand before a name.
_BEFORE_NAME = frozenset(
    "Mr Mrs Ms Mx Mlle Mme Dr Prof Gen Gov Sen Rep Reps Sens Col Lt Capt Cmdr Maj Sgt St Rev Hon Pres Supt Det Fr "
    "Messrs Mt Ft Insp Amb Atty Asst Adm vs Vs".split()
)
# After these it ends a sentence only before a word that seldom stands in the middle of one with a capital.
_ABBREVIATION = frozenset(
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Inc Ltd Co Corp Bros Ave Blvd Rd Dept Jr Sr "
    "etc al eg ie approx dept est govt ft "
    "Mass Conn Calif Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash "
    "Wis Wyo Ariz Ark Colo Del".split()
)
_BEFORE_NUMBER = frozenset(["No", "no", "Nos", "nos"])
_STARTERS = tuple(
    f"{word} "
    for word in (
        "The A An He She It They We I You In On At But And So If When This That These Those There As For After Since "
        "His Her Its Our My Your Their What Who Why How Both Some Many Then Now Yet Mr. Mrs. Ms."
    ).split()
)
_TAIL_WORD = re.compile(r"([^\W\d_](?:[\w.’'-]*\w)?)\.$")
# "J." of J. Rook, "U.S.", "p.m.", "Ph.D.", but neither "I." nor "rook.example."
_INITIALS = re.compile(r"\.\w\w?$|^(?!I)\w$")
_OPENERS = "\"'“‘«„([—–-"


@lru_cache(maxsize=_TEXTS)
def paragraphs(text: str) -> Spans:
    """The paragraphs of a text in order, without the white space around them.

    A paragraph is a line, as web pages and agencies deliver text. Where the lines are wrapped at a column, as in
    mail and in older archives, it is all lines that were broken only because the next word did not fit.
    """
    lines = []
    for line in _LINE.finditer(text):
        words = line.group()
        stripped = words.strip()
        if stripped:
            start = line.start() + words.index(stripped[0])
            lines.append(Span(start, start + len(stripped)))
    goes_on = _wrapped(text, lines)
    found: list[Span] = []
    for span, joined in zip(lines, goes_on, strict=True):
        if joined:
            found[-1] = Span(found[-1].start, span.end)
        else:
            found.append(span)
    return tuple(found)


def _wrapped(text: str, lines: Sequence[Span]) -> list[bool]:
    """For each line whether it goes on with the one before, which a text's column would have broken there."""
    column = sorted(map(len, lines))[len(lines) * 9 // 10] if lines else 0
    separate = [False] * len(lines)
    if not _NARROWEST_COLUMN <= column <= _WIDEST_COLUMN:
        return separate
    full = [False]
    neighbours = small = 0
    for one, two in pairwise(lines):
        between = text[one.end : two.start].replace("\r\n", "\n").strip(" \t")
        first_word = _WORD.match(text, two.start, two.end)
        neighbours += len(between) == 1
        full.append(
            len(between) == 1 and first_word is not None and len(one) + 1 + len(first_word.group()) > column
        )
        small += full[-1] and text[two.start].islower()
    # Headlines and verses are short lines too, but seldom full ones, and they begin with a capital.
    return full if sum(full) >= max(3, neighbours / 2) and small >= sum(full) / 2 else separate


@lru_cache(maxsize=_TEXTS)
def sentences_by_paragraph(text: str) -> tuple[Spans, ...]:
    """The sentences of each paragraph of a text."""
    return tuple(tuple(sentences(text, paragraph)) for paragraph in paragraphs(text))


def sentences(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph, which together cover all of it but the white space between them."""
    start = paragraph.start
    for end in _END.finditer(text, paragraph.start, paragraph.end):
        if not _ends_sentence(text, start, end, paragraph.end):
            continue
        yield Span(start, end.end())
        start = end.end()
        while start < paragraph.end and text[start].isspace():
            start += 1
    if start < paragraph.end:
        yield Span(start, paragraph.end)


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
    tail = word[1] if word[1][0].islower() else word[1].capitalize()  # "MR. ROOK"
    if tail in _BEFORE_NAME:  # "Mr. Rook"
        return False
    if tail in _BEFORE_NUMBER:  # "No. 10", but "She said no. Rook left."
        return not text[following].isdigit()
    if tail in _ABBREVIATION or _INITIALS.search(tail):
        return text.startswith(_STARTERS, following, limit)
    return True


def index_at(spans: Sequence[Span], starts: Sequence[int], offset: int) -> int | None:
    """The index of the span that holds ``offset``, or None; ``starts`` are the spans' starts, in order."""
    at = bisect_right(starts, offset) - 1
    return at if at >= 0 and offset < spans[at].end else None
