"""Direct, mixed or indirect: how much of a content stands in quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from quotetrack.model import Kind, Span, Spans

# Below this share a content counts as unquoted, above the other as quoted throughout.
_SOME, _ALL = 0.02, 0.9


def kind_of(text: str, content: Spans, quoted: Sequence[Span]) -> Kind:
    """The kind of a content, from the share of its letters and digits that stand in quotation marks.

    ``quoted`` are the spans of the article's outermost quotations, in text order.
    """
    inside = total = 0
    for span in content:
        total += _letters(text, span.start, span.end)
        at = max(bisect_right(quoted, span.start, key=lambda q: q.start) - 1, 0)
        while at < len(quoted) and quoted[at].start < span.end:
            start, end = max(span.start, quoted[at].start), min(span.end, quoted[at].end)
            inside += _letters(text, start, end) if start < end else 0
            at += 1
    share = inside / total if total else 0.0
    if share < _SOME:
        return "indirect"
    return "direct" if share > _ALL else "mixed"


def _letters(text: str, start: int, end: int) -> int:
    return sum(map(str.isalnum, text[start:end]))
