"""A quotation that goes on with what its sentence began: 'The old pier, now closed, "will be missed," Rook said.'"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from quotetrack.extraction.attribution import Attribution
from quotetrack.extraction.kinds import kind_of
from quotetrack.extraction.quotation import Quotation
from quotetrack.lexicon import CUES, cue_lemma
from quotetrack.model import Span

_BEGINNING = re.compile(r"(?:\A|\n|[.!?][”\"]?\s)(?P<begun>[A-Z][^\"“”.:;!?\n]{2,140}\s)\Z")
_LONGEST = 144
_GOES_ON = re.compile(r"\W+(?:[a-z]|I\b)")
_FEWEST = 2
"""How many words: "But" and "Yet" alone tell nothing."""


def with_beginnings(
    text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, each with the words that a quotation with its cue behind it goes on from.

    Only where the quotation begins in small letters, or with "I", and where the beginning tells of nobody's words and
    has no part in any attribution: of six such places in train and dev, annotators marked it in four.
    """
    starts = frozenset(mark.start for mark in marks)
    taken = sorted({span for one in attributions for span in (*one.content, *one.cue, *one.source)})
    quoted = [span for mark in marks for span in mark.spans]
    return [_with_beginning(text, one, starts, taken, quoted) for one in attributions]


def _with_beginning(
    text: str, one: Attribution, starts: frozenset[int], taken: Sequence[Span], quoted: Sequence[Span]
) -> Attribution:
    first = one.content[0]
    if first.start not in starts or not one.cue or one.cue[0].start < first.end:
        return one
    if not _GOES_ON.match(text, first.start):
        return one
    beginning = _BEGINNING.search(text, max(first.start - _LONGEST, 0), first.start)
    if beginning is None:
        return one
    words = beginning["begun"].split()
    reported = any(CUES.get(cue_lemma(word.strip(","))) == "speech" for word in words)
    begin = beginning.start("begun")
    at = bisect_left(taken, first) - 1
    if len(words) < _FEWEST or reported or (at >= 0 and taken[at].end > begin):
        return one
    content = (Span(begin, first.end), *one.content[1:])
    return replace(one, content=content, kind=kind_of(text, content, quoted))
