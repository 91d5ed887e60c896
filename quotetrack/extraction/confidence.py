"""How sure an attribution is: the tagger's own certainties, weighed so that 0.9 means nine in ten.

The weights are a logistic regression's, fitted on annotated articles that the tagger never saw (see
``quotetrack.training.calibrate``): right is an attribution whose content agrees with an annotator's at 0.8 and
whose source agrees too.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import resources

WEIGHTS = "regressions.json"

NAMING = 0.1
"""The power of the naming's certainty in a statement's confidence.

The certainties rank names well and are too low: on 16 articles of PolNeAR dev whose speakers are known by reading, 122
of 123 names at 0.9 are right, 22 of 25 at 0.8 and 14 of 15 at 0.6, in statements whose content and source are right.
With this power the expected calibration error on held-out articles is 0.022; with 0.25 it is 0.027, without the naming
0.024.
"""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is known of an attribution's certainty; each but the last two from 0 to 1.

    Attributes:
        content: the mean probability of the content's labels.
        edges: the probability of the least certain beginning or end of the content's pieces.
        stop: the probability that no piece goes on behind its end.
        cue_link: how sure the least certain piece of content points at its cue; 0 without a cue.
        cue: the mean probability of the cue's labels; 0 without a cue.
        source_link: how sure the cue points at its source, or at none.
        direct: 1 for a content that is all in quotation marks.
        pieces: how many pieces the content has, beyond the first.
    """

    content: float
    edges: float
    stop: float
    cue_link: float
    cue: float
    source_link: float
    direct: float
    pieces: float


def features(evidence: Evidence) -> list[float]:
    """The numbers that the regression weighs, a constant first."""
    return [
        1.0,
        logit(evidence.content),
        logit(evidence.edges),
        logit(evidence.stop),
        logit(evidence.cue_link),
        logit(evidence.cue),
        logit(evidence.source_link),
        evidence.direct,
        evidence.pieces,
    ]


def confidence(evidence: Evidence) -> float:
    """How often, of attributions like this one, content and source are right."""
    return probability(fitted("confidence"), features(evidence))


def with_name(confidence: float, certainty: float) -> float:
    """The confidence in an attribution and in whom its source is said to stand for."""
    return confidence * math.pow(certainty, NAMING)


def probability(weights: Sequence[float], values: Sequence[float]) -> float:
    """What a logistic regression with these weights makes of the values."""
    total = sum(weight * value for weight, value in zip(weights, values, strict=True))
    return 1.0 / (1.0 + math.exp(-total))


@functools.cache
def fitted(name: str) -> Sequence[float]:
    """The weights of a regression that ships with the tagger, by its name."""
    stored = resources.files("quotetrack") / "weights" / WEIGHTS
    return [float(weight) for weight in json.loads(stored.read_text(encoding="utf-8"))[name]]


def logit(share: float) -> float:
    """The logarithm of the odds, within bounds beyond which the network's certainty says nothing more."""
    share = min(max(share, 0.01), 0.999)
    return math.log(share / (1.0 - share))
