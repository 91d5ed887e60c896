"""Fits the confidence of attributions on articles that the tagger was not trained on."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from quotetrack.evaluation import jaccard, source_right, tokens_in, word_spans

log = logging.getLogger(__name__)

Floats = NDArray[np.float64]


def fit(rows: Sequence[Sequence[float]], right: Sequence[bool], *, ridge: float = 1.0, steps: int = 50) -> Floats:
    """A logistic regression by Newton's method; all weights but the first are drawn towards zero."""
    x, y = np.asarray(rows, dtype=float), np.asarray(right, dtype=float)
    weights = np.zeros(x.shape[1])
    penalty = np.diag([0.0, *[ridge] * (x.shape[1] - 1)])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - penalty @ weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights += np.linalg.solve(curve, slope)
    return weights


def reliability(confidence: Floats, right: Floats, bins: int = 10) -> Iterator[tuple[float, float, int]]:
    """For each tenth of the scale that holds any: the mean confidence, the share that is right, and how many."""
    place = np.minimum((confidence * bins).astype(int), bins - 1)
    for number in range(bins):
        here = place == number
        if here.any():
            yield float(confidence[here].mean()), float(right[here].mean()), int(here.sum())


def expected_error(confidence: Floats, right: Floats) -> float:
    """The expected calibration error (Naeini et al. 2015): the mean gap between confidence and accuracy."""
    return sum(abs(mean - share) * count for mean, share, count in reliability(confidence, right)) / len(right)
