"""Which pieces of a content belong to it: a cue tends to draw a neighbour's words to itself.

Each piece that points at a cue gets a probability from a logistic regression, fitted on annotated articles that the
tagger never saw (see ``quotetrack.training.calibrate``): right is a piece most of whose words are in the annotator's
content. The least likely one is left out until each is more likely than not, or one is left.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from quotetrack.extraction.confidence import fitted, logit, probability
from quotetrack.extraction.decoder import Run
from quotetrack.extraction.encoding import OUTSIDE

LEAST = 0.5
"""Where a piece is left out; 0.3 to 0.6 differ little on held-out articles."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words in a content, with the tagger's certainties from 0 to 1.

    Attributes:
        run: the words.
        content: the mean probability of their labels.
        edge: the probability of the less certain of its beginning and its end.
        stop: the probability that it does not go on behind its end.
        link: how sure it points at its cue.
    """

    run: Run
    content: float
    edge: float
    stop: float
    link: float


def belonging(
    pieces: Sequence[Piece], cue: Run, sentences: Sequence[int], states: Sequence[int]
) -> list[Piece]:
    """The pieces that belong to the content of the cue, in the order given.

    Args:
        pieces: all that point at the cue.
        cue: the cue's words.
        sentences: the number of each word's sentence.
        states: how each word stands to quotation marks.
    """
    kept = list(pieces)
    while len(kept) > 1:
        found = features(kept, cue, sentences, states)
        shares = [probability(fitted("pieces"), one) for one in found]
        least = min(range(len(kept)), key=shares.__getitem__)
        if shares[least] >= LEAST:
            break
        del kept[least]
    return kept


def features(
    pieces: Sequence[Piece], cue: Run, sentences: Sequence[int], states: Sequence[int]
) -> list[list[float]]:
    """For each of several pieces the numbers that the regression weighs, a constant first."""
    outside = [[state == OUTSIDE for state in states[slice(*piece.run)]] for piece in pieces]
    found = []
    for number, piece in enumerate(pieces):
        start, end = piece.run
        others = [other for at, other in enumerate(pieces) if at != number]
        beside_marks = any(not all(plain) for at, plain in enumerate(outside) if at != number)
        gap = min(min(abs(other.run[0] - end), abs(start - other.run[1])) for other in others)
        found.append(
            [
                1.0,
                logit(piece.content),
                logit(piece.edge),
                logit(piece.link),
                float(not any(outside[number])),
                float(all(outside[number]) and beside_marks),
                math.log(end - start),
                float(start < cue[0]),
                math.log(1 + gap),
                float(len(pieces) > 2),
                max(logit(other.content) for other in others),
                float(sentences[start] == sentences[cue[0]]),
                math.log(sum(other.run[1] - other.run[0] for other in others)),
            ]
        )
    return found
