"""What ``quotetrack.speakers.name`` makes of an example of ``markup``."""

from __future__ import annotations

import re

from markup import marked

from quotetrack.extraction.attribution import Entity
from quotetrack.model import Span
from quotetrack.speakers import Voices, name

INTRODUCED = "Ada Rook, the mayor of Harbour City, met Jonas Hale, a retired judge, on Monday. "
"""A first sentence that tells who Ada Rook is."""


def voices(case: str, entities: tuple[tuple[str, str], ...] = ()) -> list[Voices]:
    text, marks, attributions = marked(case)
    tagged = [
        Entity(Span(*match.span()), kind)  # type: ignore[arg-type]
        for words, kind in entities
        for match in re.finditer(re.escape(words), text)
    ]
    return name(text, attributions, tagged, marks)


def names(case: str) -> list[list[str]]:
    return [[speaker.name for speaker in voice.speakers] for voice in voices(case)]
