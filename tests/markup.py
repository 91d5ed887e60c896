"""Attributions written into a text, and read out of one again.

``{Rook} <said> [it failed]`` has a source, a cue and a content. Where there are several, or one within another,
each mark has a number: ``{1:Rook} <1:said> [1:that {2:Hale} <2:knew> [2:why]]``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from quotetrack.extraction.attribution import Attribution
from quotetrack.extraction.kinds import kind_of
from quotetrack.extraction.quotation import Quotation, quotations
from quotetrack.model import Span

_MARK = re.compile(r"([{<\[])(?:(\d):)?|[}>\]]")
_ROLES = {"{": "source", "<": "cue", "[": "content"}

Told = tuple[str, str, str]
"""An attribution as plain words: its content with " / " between the pieces, its cue, its source."""


def marked(example: str) -> tuple[str, list[Quotation], list[Attribution]]:
    """The text of an example without its marks, its quotations, and its attributions in the order of their numbers."""
    text, end = "", 0
    opened: list[tuple[str, int, int]] = []
    spans: defaultdict[int, defaultdict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for mark in _MARK.finditer(example):
        text += example[end : mark.start()]
        end = mark.end()
        if mark[1]:
            opened.append((_ROLES[mark[1]], int(mark[2] or 0), len(text)))
        else:
            role, number, start = opened.pop()
            spans[number][role].append(Span(start, len(text)))
    text += example[end:]
    marks = quotations(text)
    quoted = [span for quotation in marks for span in quotation.spans]
    found = []
    for _, roles in sorted(spans.items()):
        content, cue, source = (tuple(sorted(roles[role])) for role in ("content", "cue", "source"))
        found.append(Attribution(content, cue, source, kind_of(text, content, quoted), 0.5))
    return text, marks, found


def told(text: str, attributions: Iterable[Attribution]) -> list[Told]:
    """The attributions in words, in text order."""
    return [
        (
            " / ".join(span.of(text) for span in one.content),
            " / ".join(span.of(text) for span in one.cue),
            " / ".join(span.of(text) for span in one.source),
        )
        for one in sorted(attributions, key=lambda one: (one.content, one.source))
    ]
