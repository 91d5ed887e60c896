"""Where quotations begin and end, by their marks: an exact parser, which never changes or refuses a text.

A mark's direction comes from its shape where it has one (“ opens, ” closes) and from its neighbours where
not: an opening mark has white space, a bracket or a dash before it and a word behind it, a closing one the
reverse. Marks pair up within a paragraph, so that a stray one harms no other; a quotation goes on into the
next paragraph only where that one begins with the same kind of mark. Double marks and guillemets pair first,
by a stack. Single marks, most of which are apostrophes, then pair only where both stand at the same level
between them, and with the likeliest of the closing candidates.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import NamedTuple

from quotetrack.extraction.forms import NAME
from quotetrack.model import Span, Spans
from quotetrack.text import paragraphs


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    ``spans`` has one span for each paragraph that it runs through, each with its opening mark (reopened ones
    too) and the last with its closing mark; where ``closed`` is false there is none, and it ends with the
    paragraph. ``inner`` are the quotations within it, in text order.
    """

    spans: Spans
    closed: bool
    inner: tuple[Quotation, ...] = ()

    @property
    def start(self) -> int:
        """Where its first opening mark stands."""
        return self.spans[0].start

    @property
    def end(self) -> int:
        """The offset behind its closing mark, or behind its last paragraph."""
        return self.spans[-1].end

    def last(self, text: str) -> str:
        """The last character within its marks, whether these are one or two: the comma of "…,'' he said"."""
        return text[self.start + 1 : self.end].rstrip("'\"’”»")[-1:]


def quotations(text: str) -> list[Quotation]:
    """The outermost quotations of ``text``, in text order, none of which overlap."""
    parsed = [_Paragraph(text, bound) for bound in paragraphs(text)]
    outermost = [pair.family for paragraph in parsed for pair in paragraph.outermost()]
    single_house = outermost.count(_SINGLE) * 2 > len(outermost)
    found: list[list[Quotation]] = []  # each quotation as its parts, one a paragraph
    goes_on = False
    for paragraph, after in zip_longest(parsed, parsed[1:]):
        following = after.reopens if after else None
        unclosed = paragraph.unclosed(following, single_house)
        parts = _trees(sorted([*paragraph.pairs, unclosed]) if unclosed else paragraph.pairs)
        if goes_on and parts and parts[0].start == paragraph.start:
            found[-1].append(parts.pop(0))
        found += [[part] for part in parts]
        goes_on = unclosed is not None and paragraph.goes_on(unclosed, following)
    return [_joined(parts) for parts in found]


_DOUBLE, _SINGLE, _GUILLEMET, _ANGLE = range(4)
_OPENS, _EITHER, _CLOSES = 1, 0, -1

# Family, and the direction that the shape shows.
_SHAPES = {
    '"': (_DOUBLE, _EITHER),
    "''": (_DOUBLE, _EITHER),
    "“": (_DOUBLE, _OPENS),
    "„": (_DOUBLE, _OPENS),
    "‟": (_DOUBLE, _OPENS),
    "``": (_DOUBLE, _OPENS),
    "‘‘": (_DOUBLE, _OPENS),
    "”": (_DOUBLE, _CLOSES),
    "’’": (_DOUBLE, _CLOSES),
    "«": (_GUILLEMET, _OPENS),
    "»": (_GUILLEMET, _CLOSES),
    "‹": (_ANGLE, _OPENS),
    "›": (_ANGLE, _CLOSES),
    "'": (_SINGLE, _EITHER),
    "‘": (_SINGLE, _OPENS),
    "‚": (_SINGLE, _OPENS),
    "’": (_SINGLE, _CLOSES),
}
_RUN = re.compile(r"""["“”„‟«»‹›'‘’‚`]+""")
# Three single marks are two and one: at the beginning the double one is the outer, and so at the end.
_OPENING_RUN = re.compile(r"''|``|‘‘|’’|[^`]")
_CLOSING_RUN = re.compile(r"'(?='{2}(?!'))|’(?=’{2}(?!’))|''|``|‘‘|’’|[^`]")

_BEFORE_OPENING = frozenset("([{<—–-―/=*_|>•¿¡")
_AFTER_CLOSING = frozenset(")]}>—–-―/*_|<.,;:!?…")
_ENDING = frozenset(",.!?…—–-)]") | frozenset("".join(_SHAPES))
# Words and years that begin with an apostrophe: ’em, ’til, rock ’n’ roll, the ’90s, ’s Heerenberg.
_ELISION = re.compile(r"\d\ds\b|(?:em|til|till|[Tt]is|[Tt]was|n|cause|bout|round|cuz|ere|s|t|d)\b")
_YEAR = re.compile(r"\d\d\b")
_FEET = re.compile(r"\d['’′]\s?\d+$")
_WORD = re.compile(r"\w")
_CUE_AT_END = re.compile(
    rf",\s(?:(?:he|she|they|{NAME})\s(?:said|says|added|told)|(?:said|says)\s(?:the\s\w+|{NAME}))\b[^,.;!?]*\.$"
)
_CUE_LENGTH = 80

_DEEPEST = 8
"""How many quotations may stand open within each other: bounds the work that a text of mere marks gives."""

_LOOSE = 60
"""How far off, at most, a closing mark stands that looks just like the apostrophe of "the farmers’ union"."""


class _Pair(NamedTuple):
    start: int
    inverse_end: int  # the end, negated: pairs then sort as they nest, the outer before the inner
    family: int
    closed: bool

    @property
    def end(self) -> int:
        return -self.inverse_end


class _Mark(NamedTuple):
    start: int
    end: int
    family: int
    role: int
    before: str  # the characters around its run of marks, a space where the paragraph begins or ends
    after: str


class _Paragraph:
    """The pairs of marks of one paragraph, sorted, none of which cross, and the opening marks left over."""

    def __init__(self, text: str, bound: Span) -> None:
        self._text = text
        self._bound = bound
        self.start = bound.start
        self.pairs: list[_Pair] = []
        self._open: list[_Mark] = []
        marks = _marks(text, bound)
        self.reopens = (
            marks[0].family if marks and marks[0].start == bound.start and marks[0].role != _CLOSES else None
        )
        if marks:
            self._pair_doubles([mark for mark in marks if mark.family != _SINGLE])
            singles = [mark for mark in marks if mark.family == _SINGLE]
            if singles:
                self._pair_singles(singles)

    def outermost(self) -> Iterator[_Pair]:
        """The pairs that stand in no other."""
        end = 0
        for pair in self.pairs:
            if pair.start >= end:
                yield pair
                end = pair.end

    def unclosed(self, following: int | None, single_house: bool) -> _Pair | None:
        """The quotation that the paragraph opens and does not close, if there is one.

        Args:
            following: the family of the mark that the next paragraph begins with.
            single_house: whether single marks are the article's outer ones.
        """
        fit = [mark for mark in self._left_open() if single_house or mark.family != _SINGLE]
        chosen = next((mark for mark in fit if mark.family == following), fit[0] if fit else None)
        return chosen and _Pair(chosen.start, -self._bound.end, chosen.family, False)

    def goes_on(self, unclosed: _Pair, following: int | None) -> bool:
        """Whether its unclosed quotation goes on into the next paragraph.

        A quotation that runs to the end of a paragraph begins with a sentence, or goes on behind the comma of a
        cue; a stray mark in the middle of a sentence does not. Where the paragraph ends with a cue itself (", Rook
        said."), its closing mark was forgotten.
        """
        first = _WORD.search(self._text, unclosed.start, unclosed.end)
        behind = self._text[max(unclosed.start - 2, self.start) : unclosed.start].rstrip()
        begins = unclosed.start == self.start or behind.endswith((",", ":"))
        begins |= first is not None and not first.group().islower()
        cued = _CUE_AT_END.search(self._text, max(unclosed.end - _CUE_LENGTH, unclosed.start), unclosed.end)
        return begins and cued is None and unclosed.family == following

    def _left_open(self) -> list[_Mark]:
        """The opening marks without a closing one, less the strays.

        A mark is a stray within a quotation, where others of its kind pair up behind it, and, being single,
        where it follows no cue: it may be any apostrophe.
        """
        if not self._open:
            return []
        last = {pair.family: pair.end for pair in sorted(self.pairs, key=lambda pair: pair.end)}
        outermost = list(self.outermost())
        starts = [pair.start for pair in outermost]
        found = []
        for mark in self._open:
            around = bisect_right(starts, mark.start) - 1
            inside = around >= 0 and mark.start < outermost[around].end
            if inside or mark.start < last.get(mark.family, 0):
                continue
            behind = self._text[max(mark.start - 2, self.start) : mark.start]
            if mark.family != _SINGLE or mark.start == self.start or behind.startswith((",", ":")):
                found.append(mark)
        return found

    def _pair_doubles(self, marks: Sequence[_Mark]) -> None:
        stack: list[_Mark] = []
        for number, mark in enumerate(marks):
            families = [opened.family for opened in stack]
            is_open = mark.family in families
            if mark.role == _OPENS or (mark.role == _EITHER and not is_open):
                stack.append(mark)
                if len(stack) > _DEEPEST:
                    self._open.append(stack.pop(0))
            elif is_open and not self._measures(mark, marks[number + 1 : number + 2]):
                while stack[-1].family != mark.family:
                    self._open.append(stack.pop())
                self._pair(stack.pop(), mark)
        self._open = sorted([*self._open, *stack])
        self.pairs.sort()

    def _measures(self, mark: _Mark, following: Sequence[_Mark]) -> bool:
        """Whether a mark behind a digit, within an open quotation, stands for inches: another closes."""
        if not mark.before.isdigit() or not following:
            return False
        better = following[0].role == _CLOSES and not following[0].before.isdigit()
        feet = _FEET.search(self._text, max(mark.start - 6, self.start), mark.start)
        return better and (feet is not None or mark.after.isspace() or mark.after == "-")

    def _pair_singles(self, marks: Sequence[_Mark]) -> None:
        regions: defaultdict[int, list[_Mark]] = defaultdict(list)
        enclosing: list[_Pair] = []
        following = iter(self.pairs)
        pair = next(following, None)
        for mark in marks:
            while pair is not None and pair.start < mark.start:
                enclosing.append(pair)
                pair = next(following, None)
            while enclosing and enclosing[-1].end <= mark.start:
                enclosing.pop()
            regions[enclosing[-1].start if enclosing else -1].append(mark)
        for region in regions.values():
            opened: _Mark | None = None
            candidates: list[_Mark] = []
            for mark in region:
                if mark.role == _CLOSES:
                    candidates.append(mark)
                    continue
                self._pair_single(opened, candidates)
                opened, candidates = mark, []
            self._pair_single(opened, candidates)
        self._open.sort()
        self.pairs.sort()

    def _pair_single(self, opened: _Mark | None, candidates: Sequence[_Mark]) -> None:
        """Pair an opening mark with the likeliest of the candidates up to the next one."""
        if opened is None:
            return
        best = min(candidates, key=self._doubt, default=None)
        if best is None or (self._doubt(best) == 2 and best.end - opened.start > _LOOSE):
            self._open.append(opened)
        else:
            self._pair(opened, best)

    def _doubt(self, mark: _Mark) -> int:
        """0 behind punctuation, 1 where no apostrophe would stand, 2 where one may (farmers’ union)."""
        last_two = self._text[max(mark.start - 2, 0) : mark.start]
        if last_two[-1:] in _ENDING:
            return 0
        possible = last_two[-1:] in ("s", "S") or last_two[-1:].isdigit() or last_two == "in"
        return 2 if possible and mark.after not in _AFTER_CLOSING and mark.end != self._bound.end else 1

    def _pair(self, opening: _Mark, closing: _Mark) -> None:
        if _WORD.search(self._text, opening.end, closing.start):
            self.pairs.append(_Pair(opening.start, -closing.end, opening.family, True))


def _marks(text: str, bound: Span) -> list[_Mark]:
    """The marks in a paragraph that may be quotation marks, in text order."""
    found: list[_Mark] = []
    for run in _RUN.finditer(text, bound.start, bound.end):
        start, end = run.span()
        before = text[start - 1] if start > bound.start else " "
        after = text[end] if end < bound.end else " "
        if before.isalnum() and after.isalnum() and run.group() in ("'", "’", "‘"):
            continue
        opens = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
        closes = (after.isspace() or after in _AFTER_CLOSING) and not before.isspace()
        closes |= end == bound.end > bound.start + len(run.group())  # a mark at the very end closes: "Yes. "
        side = opens - closes
        tokens = (_CLOSING_RUN if side == _CLOSES else _OPENING_RUN).finditer(run.group())
        for token in tokens:
            family, shape = _SHAPES[token.group()]
            at, behind = start + token.start(), start + token.end()
            if family == _SINGLE:
                role = _single_role(text, at, behind, shape, side, before, after)
            elif shape == side or side == _EITHER:
                role = shape
            elif shape == _EITHER or side == _CLOSES:
                role = side
            else:
                role = _EITHER
            if role != _EITHER or family != _SINGLE:
                found.append(_Mark(at, behind, family, role, before, after))
    return found


def _single_role(text: str, start: int, end: int, shape: int, side: int, before: str, after: str) -> int:
    """What a single mark may do; ``_EITHER`` stands for nothing: it is an apostrophe."""
    if side == _CLOSES:
        return _CLOSES
    if shape == _CLOSES:
        return _CLOSES if not before.isspace() and not before.isalnum() and side == _EITHER else _EITHER
    if shape == _EITHER and side == _EITHER:
        return _EITHER
    if _ELISION.match(text, end):
        return _EITHER
    if _YEAR.match(text, end) and text[max(start - 2, 0) : start].strip().isalnum():
        return _EITHER
    return _OPENS


def _joined(parts: Sequence[Quotation]) -> Quotation:
    """The quotation that runs through several paragraphs, from what each of them has of it."""
    if len(parts) == 1:
        return parts[0]
    spans = tuple(chain.from_iterable(part.spans for part in parts))
    return Quotation(spans, parts[-1].closed, tuple(chain.from_iterable(part.inner for part in parts)))


def _trees(pairs: Iterable[_Pair]) -> list[Quotation]:
    """The outermost quotations among pairs that are sorted and do not cross, with the others inside them."""
    levels: list[list[Quotation]] = [[]]
    opened: list[_Pair] = []

    def close() -> None:
        pair, inner = opened.pop(), levels.pop()
        levels[-1].append(Quotation((Span(pair.start, pair.end),), pair.closed, tuple(inner)))

    for pair in pairs:
        while opened and opened[-1].end <= pair.start:
            close()
        opened.append(pair)
        levels.append([])
    while opened:
        close()
    return levels[0]
