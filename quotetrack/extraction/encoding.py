"""A text as the tagger reads it: words, their pieces, what is known of each by rule, and windows of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from quotetrack.extraction.quotation import Quotation
from quotetrack.extraction.wordpiece import SHAPES, WordPieces
from quotetrack.text import sentences_by_paragraph

# Where a word stands to the quotation marks, the outermost ones.
OUTSIDE, OPENS, INSIDE, CLOSES, UNCLOSED = range(5)
# Whether it begins a sentence or a paragraph.
WITHIN, SENTENCE, PARAGRAPH = range(3)
FEATURES = 5 * 3 * SHAPES

WINDOW = 254
"""The most pieces in one window, without the one special piece before them."""

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Encoding:
    """A text's words in order, and their pieces.

    ``starts``, ``ends``, ``states`` (how it stands to quotation marks) and ``positions`` (what it begins) have
    one entry a word; ``ids`` and ``features`` one a piece. ``first[w]`` is the index of word w's first piece, with
    the number of pieces at the end. ``features`` packs state, position and shape into one number below
    ``FEATURES``.
    """

    starts: Sequence[int]
    ends: Sequence[int]
    states: Ints
    positions: Ints
    ids: Ints
    features: Ints
    first: Ints

    def __len__(self) -> int:
        return len(self.starts)


def encode(
    text: str, marks: Sequence[Quotation], splitter: WordPieces, *, shape: int | None = None
) -> Encoding:
    """The words of ``text`` with all that the rules know about them; ``shape`` overrides how they are written."""
    starts, ends, pieces, shapes = splitter.split(text)
    states = _states(starts, marks)
    positions = np.full(len(starts), WITHIN, dtype=np.int64)
    for sentences in sentences_by_paragraph(text):
        for number, sentence in enumerate(sentences):
            at = bisect_left(starts, sentence.start)
            if at == len(starts) or starts[at] >= sentence.end:
                continue
            positions[at] = SENTENCE if number else PARAGRAPH
    lengths = np.fromiter(map(len, pieces), dtype=np.int64, count=len(pieces))
    first = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])
    written = (
        np.full(len(starts), shape, dtype=np.int64)
        if shape is not None
        else np.asarray(shapes, dtype=np.int64)
    )
    # Later pieces of a word have its quotation state and shape, and begin nothing.
    features = np.repeat(states * 3 * SHAPES + written, lengths)
    features[first[:-1]] += positions * SHAPES
    return Encoding(
        starts,
        ends,
        states,
        positions,
        np.fromiter(chain.from_iterable(pieces), dtype=np.int64, count=int(first[-1])),
        features,
        first,
    )


def _states(starts: list[int], marks: Sequence[Quotation]) -> Ints:
    states = np.full(len(starts), OUTSIDE, dtype=np.int64)
    for mark in marks:
        for number, span in enumerate(mark.spans):
            first, behind = bisect_left(starts, span.start), bisect_left(starts, span.end)
            if first == behind:
                continue
            states[first:behind] = INSIDE if mark.closed else UNCLOSED
            states[first] = OPENS
            if mark.closed and number == len(mark.spans) - 1:
                states[behind - 1] = CLOSES
    return states


def windows(encoding: Encoding, *, room: int = WINDOW, skip: int = 0) -> Iterator[tuple[int, int]]:
    """Ranges of words, in order, that together cover the text and hold at most ``room`` pieces each.

    A window ends where a paragraph does and, where it can, not inside a quotation that runs through several
    paragraphs; a longer paragraph is cut at a sentence, a longer sentence at a word. ``skip`` makes the first
    window end after that many paragraphs at the most, which moves all that follow: training varies it.
    """
    count = len(encoding)
    sizes = encoding.first
    sentence_ends = [*np.flatnonzero(encoding.positions != WITHIN).tolist()[1:], count]
    paragraph_ends = [*np.flatnonzero(encoding.positions == PARAGRAPH).tolist()[1:], count]
    good_ends = [end for end in paragraph_ends if end == count or not _continues(encoding, end)]
    start = 0
    while start < count:
        furthest = int(np.searchsorted(sizes, sizes[start] + room, side="right")) - 1
        if skip and start == 0 and skip < len(paragraph_ends):
            furthest = min(furthest, paragraph_ends[skip - 1])
        for ends in (good_ends, paragraph_ends, sentence_ends):
            at = bisect_left(ends, furthest + 1) - 1
            # A window that is cut to less than half its room by a choice of ends loses more than it keeps.
            if (
                at >= 0
                and ends[at] > start
                and (ends is not good_ends or _filled(sizes, start, ends[at], room))
            ):
                end = ends[at]
                break
        else:
            end = max(furthest, start + 1)
        yield start, end
        start = end


def _continues(encoding: Encoding, word: int) -> bool:
    """Whether the paragraph that begins at ``word`` goes on with a quotation from the one before."""
    return bool(encoding.states[word] == OPENS and encoding.states[word - 1] in (INSIDE, UNCLOSED))


def _filled(sizes: Ints, start: int, end: int, room: int) -> bool:
    return bool(sizes[end] - sizes[start] > room // 2 or sizes[end] == sizes[-1])
