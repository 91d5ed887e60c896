"""Quotations with a name and a colon before them: 'Ada Rook: "Because."'."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from quotetrack.extraction.attribution import Attribution, rest_from
from quotetrack.extraction.forms import NAME
from quotetrack.extraction.quotation import Quotation
from quotetrack.model import Span

_LABEL = re.compile(rf"\s+(?P<who>(?:[A-Z]?[\w’'-]+\s){{0,3}}?{NAME})(?P<cue>:)\s*")


def parted_by_labels(
    text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, where a name and a colon begin what another says: '"I lose." Commuter Ivo Rook: "No."'."""
    found = list(attributions)
    for before, behind in pairwise(mark for mark in marks if mark.closed):
        ended = before.last(text) in ".!?"
        label = _LABEL.fullmatch(text, before.end, behind.start) if ended else None
        if label is not None:
            found = [part for one in found for part in _parted(one, before, behind, label)]
    return found


_LINE_LABEL = re.compile(rf"(?P<who>(?:[A-Z][\w’'-]*\.?\s){{0,3}}?{NAME})(?P<cue>:)\s*")


def labelled(text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, where a line is a name, a colon and a quotation: it is that one's, and of nobody before.

    The name has to stand elsewhere too, unlike "Quote of the Day".
    """
    found = list(attributions)
    for mark in marks:
        line = text.rfind("\n", 0, mark.start) + 1
        label = _LINE_LABEL.fullmatch(text, line, mark.start) if mark.closed else None
        if label is None or text.count(label["who"].split()[-1]) < 2:
            continue
        who, cue = Span(*label.span("who")), Span(*label.span("cue"))
        for number, one in enumerate(found):
            strange = one.source and all(span.end <= line for span in one.source)
            if strange and one.content == mark.spans:
                found[number] = replace(one, source=(who,), cue=(cue,))
    return found


_SHORTEST_TOWN = 4
"""Fewer capitals are an agency's letters: "AP: …"."""


def without_datelines(text: str, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions without those whose source is where the article was written: "LOWMOOR: The minister asked"."""
    return [one for one in attributions if not _is_dateline(text, one)]


def _is_dateline(text: str, one: Attribution) -> bool:
    if len(one.source) != 1 or not one.cue or one.cue[0].of(text) != ":":
        return False
    (source,) = one.source
    town, first = source.of(text), one.content[0].of(text)
    if (
        len(town) < _SHORTEST_TOWN
        or not town.isupper()
        or text[source.start - 1 : source.start].strip()
        or text.count(f"{town}:") > 1
    ):
        return False
    # Who is named elsewhere too is somebody: "ROOK: Dam is safe".
    somebody = re.search(rf"[a-z]\s{re.escape(town.title())}\b(?!\s[A-Z])", text) is not None
    return first[:1].isupper() and not first.isupper() and not somebody


def _parted(
    one: Attribution, before: Quotation, behind: Quotation, label: re.Match[str]
) -> Iterator[Attribution]:
    """The attribution up to the end of a quotation, and what stands behind the label; all where it has not both."""
    if not any(span.start <= before.start and behind.end <= span.end for span in one.content):
        yield one
        return
    kept = [span for span in one.content if span.start < before.end]
    kept[-1] = Span(kept[-1].start, min(kept[-1].end, before.end))
    yield replace(one, content=tuple(kept), kind="direct")
    who, cue = Span(*label.span("who")), Span(*label.span("cue"))
    yield Attribution(rest_from(one.content, behind.start), (cue,), (who,), "direct", one.confidence)
