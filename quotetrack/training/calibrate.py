"""Fits the confidence of attributions on articles that the tagger was not trained on."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from quotetrack.evaluation import verdicts
from quotetrack.extraction.confidence import features
from quotetrack.extraction.encoding import encode
from quotetrack.extraction.finder import find
from quotetrack.extraction.quotation import quotations
from quotetrack.extraction.tagger import tagger
from quotetrack.model import Spans
from quotetrack.training.data import Document

Floats = NDArray[np.float64]


def cases(documents: Iterable[Document]) -> tuple[Floats, Floats]:
    """What the shipped tagger finds in the articles: a row of features each, and 1 where it is right, else 0."""
    reader = tagger()
    rows, right = [], []
    for document in documents:
        text = document.text
        marks = quotations(text)
        attributions, _ = find(text, marks, encode(text, marks, reader.splitter), reader)
        gold = [(note.content, note.source) for note in document.readings[0]]
        found = [(_pairs(one.content), _pairs(one.source)) for one in attributions]
        rows += [features(one.evidence) for one in attributions if one.evidence]
        right += verdicts(text, gold, found)
    return np.asarray(rows), np.asarray(right, dtype=float)


def _pairs(spans: Spans) -> tuple[tuple[int, int], ...]:
    return tuple((span.start, span.end) for span in spans)


def fit(x: Floats, y: Floats, *, ridge: float = 1.0, steps: int = 50) -> Floats:
    """A logistic regression by Newton's method; all weights but the first are drawn towards zero."""
    weights = np.zeros(x.shape[1])
    penalty = np.diag([0.0, *[ridge] * (x.shape[1] - 1)])
    for _ in range(steps):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - penalty @ weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + penalty
        weights += np.linalg.solve(curve, slope)
    return weights
