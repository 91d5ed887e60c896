"""Whom the letters of questions and answers stand for: what stands before them says who was asked, and by whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from quotetrack.extraction.attribution import Entity
from quotetrack.extraction.forms import NAME
from quotetrack.model import Span, Spans
from quotetrack.text import paragraphs

LETTERS = ("q", "a", "question", "answer")
"""Labels that stand for somebody, in small letters."""

_ANSWERS = re.compile(
    rf"^(?P<heading>{NAME})(?=,?\s\((?:affirmed|sworn|recalled|called|under oath|witness|resumed)\b)"
    r"|(?i:\b(?:interview|conversation|spoke|speaks?|speaking|talk(?:ed|s|ing)?|sat down|chat(?:ted)?|q ?& ?a)\s"
    rf"(?:with|to)\s)(?:the\s)?(?P<met>{NAME})",
    re.MULTILINE,
)
_ASKS = re.compile(rf"\b(?i:(?:cross-|re-)?(?:examined|questioned|interviewed)\sby)\s(?P<name>{NAME})")
_OF_A_MEDIUM = re.compile(
    r"(?:['’]s)?\s(?:[a-z]+\s){0,2}(?:anchor|columnist|correspondent|editor|host|journalist|magazine|newspaper|podcast"
    r"|producer|reporter|staff|writer)\b"
)
"""What tells, behind a name, that its bearer asks: "the Ledger's reporter"."""
_OTHER_WORDS = re.compile(r"[.!?\n]|\b(?:an?|in|the)\s\Z")
"""What parts a name from "spoke to" of another: "for an" interview with."""
_CLOSE = 300
"""How many characters before "spoke with the Ledger" who spoke may be named."""


class Interviewed:
    """Who asks and who answers, as the lines read so far say."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._text = text
        self._people = [one.span for one in entities if one.type == "person"]
        self._starts = [span.start for span in self._people]
        self._bodies = [one.span for one in entities if one.type == "organization"]
        self._asks: Spans = ()
        self._answers: Spans = ()

    def introduced(self, start: int, end: int) -> None:
        """Reads the lines between two turns, or before the first."""
        for found in _ANSWERS.finditer(self._text, start, end):
            span = Span(*found.span("heading" if found["heading"] else "met"))
            if found["met"] and self._is_of_a_medium(span):
                answers = self._named_before(found.start())
                self._answers, self._asks = answers or self._answers, (span,)
            elif found["met"] and self._is_between_two(found.start()):
                self._answers, self._asks = (), ()  # "Rook spoke to Hale": either may ask
            else:
                self._answers, self._asks = (span,), ()
        for found in _ASKS.finditer(self._text, start, end):
            self._asks = (Span(*found.span("name")),)
        if start == 0 and not self._answers:
            self._answers = self._in_title()

    def of(self, key: str) -> Spans:
        """The name behind a letter, if there is one."""
        return {"q": self._asks, "a": self._answers}.get(key[:1], ()) if key in LETTERS else ()

    def _is_of_a_medium(self, span: Span) -> bool:
        """Whether a name is that of a medium, or of somebody who works for one."""
        return _OF_A_MEDIUM.match(self._text, span.end) is not None or any(
            body.start <= span.start < body.end for body in self._bodies
        )

    def _is_between_two(self, offset: int) -> bool:
        """Whether the subject of "spoke to" at an offset is somebody."""
        before = self._named_before(offset)
        return bool(before) and not _OTHER_WORDS.search(self._text, before[0].end, offset)

    def _named_before(self, offset: int) -> Spans:
        """The person named last before an offset, if not long before it."""
        at = bisect_left(self._starts, offset) - 1
        return (self._people[at],) if at >= 0 and offset - self._starts[at] < _CLOSE else ()

    def _in_title(self) -> Spans:
        """The only person whom the first paragraph names: "Ada Rook on the flood"."""
        first = paragraphs(self._text)[0]
        named = [span for span in self._people if span.end <= first.end]
        return (named[0],) if len(named) == 1 and " " in named[0].of(self._text) else ()
