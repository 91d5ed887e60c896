"""Names beside a quotation that no sentence joins to it: behind a dash, or in a line that introduces it.

'"It is done." — Commissioner Ada Rook'; 'And from the chair, Ada Rook:' with the quotation as the next paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from quotetrack.extraction.attribution import Attribution
from quotetrack.extraction.forms import DESCRIBED, NAME
from quotetrack.extraction.kinds import kind_of
from quotetrack.extraction.quotation import Quotation
from quotetrack.model import Span

_CERTAIN = 0.9
"""How sure it is whose a signed quotation is, by hand."""

_DASHED = re.compile(
    rf"\s*(?:[—–―]|--|(?<=\s)-(?=\s))\s*(?P<who>(?:[Tt]he\s)?(?P<name>{NAME})(?:,\s[^\n.;:!?\"“”«»]{{2,80}})?)"
    r"\.?[*_]*[^\S\n]*(?=\n|\Z)"
)
"""A dash, a name and perhaps a role, with nothing behind them in their paragraph."""

_HEADLINE = re.compile(
    rf":[^\S\n](?P<who>{NAME})(?=[^\S\n](?:on|over|about|after|as|to|in|at)\b|[^\S\n]*(?:\n|\Z))"
)
"""What stands behind the quotation that a headline begins with."""

_MOST_WORDS = 7

_INTRODUCTION = re.compile(
    rf"(?i:\b(?:from|of|by))\s(?P<who>{DESCRIBED})(?:,?\s(?:on|in|at|this|last|yesterday|earlier|today)\b[^.:;\n]{{0,40}})?:\s*\Z"
)
_LONGEST = 160
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def signed(text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with the names beside quotations as the sources of those that no sentence gives one."""
    names = [(mark, name) for mark in marks if mark.closed and (name := _beside(text, mark))]
    if not names:
        return list(attributions)
    quoted = [span for mark in marks for span in mark.spans]
    starts = [mark.start for mark, _ in names]
    found: list[Attribution] = []
    settled: set[int] = set()
    for one in attributions:
        first = max(bisect_right(starts, one.content[0].start) - 1, 0)
        touched = [
            n for n in range(first, bisect_left(starts, one.content[-1].end)) if _touches(one, names[n][0])
        ]
        settled.update(touched)
        mine = touched if _lacks_source(text, one, [names[n][1] for n in touched]) else []
        rest = one.content
        for number in mine:
            mark, name = names[number]
            pieces = tuple(span for span in rest if any(span.overlaps(part) for part in mark.spans))
            rest = tuple(span for span in rest if span not in pieces)
            if pieces:
                kind = kind_of(text, pieces, quoted)
                found.append(Attribution(pieces, (), (name,), kind, max(one.confidence, _CERTAIN)))
        if rest:
            found.append(replace(one, content=rest, kind=kind_of(text, rest, quoted)) if mine else one)
    for number in sorted(set(range(len(names))) - settled):
        mark, name = names[number]
        found.append(Attribution(mark.spans, (), (name,), "direct", _CERTAIN))
    return found


def _touches(one: Attribution, mark: Quotation) -> bool:
    return any(span.overlaps(part) for span in one.content for part in mark.spans)


def _lacks_source(text: str, one: Attribution, names: Sequence[Span]) -> bool:
    """Whether no sentence says whose it is: no cue is in words, and no source but one of the names beside it."""
    cued = any(_WORD.search(text, span.start, span.end) for span in one.cue)
    return not cued and all(any(span.overlaps(name) for name in names) for span in one.source)


def _beside(text: str, mark: Quotation) -> Span | None:
    """The name behind a dash that ends the quotation's paragraph, or in a line before it that ends with a colon."""
    signature = _DASHED.match(text, mark.end)
    if signature is not None:
        name = Span(*signature.span("who"))
        short = len(signature["name"].split()) <= _MOST_WORDS
        return name if short and _is_sentence(text, mark) else None
    headline = _HEADLINE.match(text, mark.end)
    if headline is not None and text[mark.start - 1 : mark.start] in ("", "\n"):
        return Span(*headline.span("who"))
    before = text[max(mark.start - _LONGEST, 0) : mark.start].rstrip()
    if not before.endswith(":") or "\n" not in text[mark.start - 2 : mark.start]:
        return None
    line = before.rfind("\n") + 1
    introduction = _INTRODUCTION.search(before, line)
    if introduction is None:
        return None
    shift = max(mark.start - _LONGEST, 0)
    return Span(introduction.start("who") + shift, introduction.end("who") + shift)


def _is_sentence(text: str, mark: Quotation) -> bool:
    """Whether a quotation is what somebody says, and no title of a work."""
    words = [word.group() for word in _WORD.finditer(text, mark.start, mark.end)]
    return 2 * sum(word[0].islower() for word in words) > len(words) or mark.last(text) in tuple(".!?…")
