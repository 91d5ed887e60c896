"""Fits the confidence of attributions on articles that the tagger was not trained on."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from quotetrack.evaluation import verdicts
from quotetrack.extraction.confidence import features
from quotetrack.extraction.encoding import encode
from quotetrack.extraction.finder import candidates, find
from quotetrack.extraction.pieces import features as piece_features
from quotetrack.extraction.quotation import quotations
from quotetrack.extraction.tagger import tagger
from quotetrack.model import as_pairs
from quotetrack.training.data import Document, words_in

Floats = NDArray[np.float64]


def piece_cases(documents: Iterable[Document]) -> tuple[Floats, Floats]:
    """The pieces of what may be contents of several: a row of features each, and 1 where it belongs, else 0.

    A piece belongs where most of its words are in the annotator's content that agrees best with all of them.
    """
    reader = tagger()
    rows: list[list[float]] = []
    right: list[float] = []
    for document in documents:
        text = document.text
        encoding = encode(text, quotations(text), reader.splitter)
        gold = [set(words_in(encoding, note.content)) for note in document.readings[0]]
        for start, _, found in candidates(encoding, reader):
            for candidate in found:
                pieces = candidate.likely()
                if candidate.cue is None or len(pieces) < 2:
                    continue
                words = [set(range(start + piece.run[0], start + piece.run[1])) for piece in pieces]
                every = set().union(*words)
                best = max(gold, key=lambda g: len(g & every) / len(g | every), default=set())
                if not best & every:
                    continue
                rows += piece_features(
                    pieces, candidate.cue, candidate.scene.sentences, candidate.scene.states
                )
                right += [float(len(one & best) > len(one) / 2) for one in words]
    return np.asarray(rows), np.asarray(right)


def cases(documents: Iterable[Document]) -> tuple[Floats, Floats]:
    """What the shipped tagger finds in the articles: a row of features each, and 1 where it is right, else 0."""
    reader = tagger()
    rows, right = [], []
    for document in documents:
        text = document.text
        marks = quotations(text)
        attributions, _ = find(text, marks, encode(text, marks, reader.splitter), reader, least=0.0)
        gold = [(note.content, note.source) for note in document.readings[0]]
        found = [(as_pairs(one.content), as_pairs(one.source)) for one in attributions]
        rows += [features(one.evidence) for one in attributions if one.evidence]
        right += verdicts(text, gold, found)
    return np.asarray(rows), np.asarray(right, dtype=float)


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
