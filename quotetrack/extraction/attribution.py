"""What the first half of the pipeline finds, before anybody is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from quotetrack.extraction.confidence import Evidence
from quotetrack.model import Kind, Span, Spans

EntityType = Literal["person", "organization", "place", "other"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A proper name in the text ("Wang Yi", "Ministry of Defense") as the tagger sees it, without titles."""

    span: Span
    type: EntityType


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as it stands in the text: content, and perhaps the cue and the source.

    ``source`` is the mention ("he", "Pelk, a spokesman for Rook"): with its titles and appositions.
    ``confidence`` is that of the spans and links alone, from 0 to 1, and rests on ``evidence``, which the
    tagger's attributions carry so that it can be calibrated. ``stands_for`` is who speaks by name, where the source
    is but a letter before an answer ("A.").
    """

    content: Spans
    cue: Spans
    source: Spans
    kind: Kind
    confidence: float
    evidence: Evidence | None = None
    stands_for: Spans = ()


def enclosing(attributions: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the number of the innermost other one whose content holds all of its content."""
    order = sorted(
        (n for n, one in enumerate(attributions) if one.content), key=lambda n: reach(attributions[n])
    )
    found: list[int | None] = [None] * len(attributions)
    open_: list[int] = []
    for number in order:
        one = attributions[number]
        while open_ and attributions[open_[-1]].content[-1].end <= one.content[0].start:
            open_.pop()
        found[number] = next((outer for outer in reversed(open_) if _holds(attributions[outer], one)), None)
        open_.append(number)
    return found


def reach(attribution: Attribution) -> tuple[int, int]:
    """What sorts attributions by text order, each before those that its content holds."""
    return attribution.content[0].start, -attribution.content[-1].end


def rest_from(spans: Sequence[Span], start: int) -> Spans:
    """What of the spans stands at or behind ``start``."""
    return tuple(Span(max(span.start, start), span.end) for span in spans if span.end > start)


def apart(spans: Sequence[Span]) -> Spans:
    """The spans in text order, those that overlap made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start < found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return all(any(part.contains(span) for part in outer.content) for span in inner.content)
