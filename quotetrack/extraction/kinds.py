"""Direct, mixed or indirect: how much of a content stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quotetrack.extraction.quotation import Quotation
from quotetrack.model import Kind, Spans

# Below this share a content counts as unquoted, above the other as quoted throughout.
_SOME, _ALL = 0.02, 0.9


def kind_of(text: str, content: Spans, marks: Sequence[Quotation]) -> Kind:
    """The kind of a content, from the share of its letters and digits within (outermost) quotation marks."""
    ranges = [span for mark in marks for span in mark.spans]
    starts = [span.start for span in ranges]
    quoted = total = 0
    for span in content:
        total += _letters(text, span.start, span.end)
        at = max(bisect_right(starts, span.start) - 1, 0)
        while at < len(ranges) and ranges[at].start < span.end:
            start, end = max(span.start, ranges[at].start), min(span.end, ranges[at].end)
            quoted += _letters(text, start, end) if start < end else 0
            at += 1
    share = quoted / total if total else 0.0
    if share < _SOME:
        return "indirect"
    return "direct" if share > _ALL else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
