"""Cases of who is who, and what ``quotetrack.speakers.name`` makes of them.

They are written with marks: ``{source}``, ``<cue>``, ``[content]``; a digit right behind the opening mark says
which attribution it belongs to (0 when there is none), so that one may stand inside another.
"""

from __future__ import annotations

import re

from quotetrack.extraction.attribution import Attribution, Entity
from quotetrack.extraction.quotation import quotations
from quotetrack.model import Kind, Span
from quotetrack.speakers import Voices, name

INTRODUCED = "Ada Rook, the mayor of Harbour City, met Jonas Hale, a retired judge, on Monday. "
"""A first sentence that tells who Ada Rook is."""
_ROLE_OF = {"{": "source", "<": "cue", "[": "content"}
_CLOSES = {"}": "{", ">": "<", "]": "["}


def marked(case: str) -> tuple[str, list[Attribution]]:
    """The text of a case without its marks, and its attributions in the order of their digits."""
    text = ""
    open_: list[tuple[str, int, int]] = []
    parts: dict[int, dict[str, list[Span]]] = {}
    pieces = re.split(r"([{<\[]\d?|[}>\]])", case)
    for piece in pieces:
        if piece and piece[0] in _ROLE_OF:
            open_.append((piece[0], int(piece[1:] or 0), len(text)))
        elif piece in _CLOSES:
            mark, number, start = open_.pop()
            assert mark == _CLOSES[piece]
            parts.setdefault(number, {}).setdefault(_ROLE_OF[mark], []).append(Span(start, len(text)))
        else:
            text += piece
    attributions = []
    for number in sorted(parts):
        spans = {role: tuple(sorted(found)) for role, found in parts[number].items()}
        content = spans.get("content", ())
        kind: Kind = "direct" if content and text[content[0].start] in '"“' else "indirect"
        attributions.append(Attribution(content, spans.get("cue", ()), spans.get("source", ()), kind, 1.0))
    return text, attributions


def voices(case: str, entities: tuple[tuple[str, str], ...] = ()) -> list[Voices]:
    text, attributions = marked(case)
    tagged = [
        Entity(Span(*match.span()), kind)  # type: ignore[arg-type]
        for words, kind in entities
        for match in re.finditer(re.escape(words), text)
    ]
    return name(text, attributions, tagged, quotations(text))


def names(case: str) -> list[list[str]]:
    return [[speaker.name for speaker in voice.speakers] for voice in voices(case)]
