"""From what the tagger thinks of each word to spans of content, cue and source.

The best sequence of labels by Viterbi's algorithm, in which a span begins with its B label and ends with its
paragraph at the latest, and in which quotation marks weigh: a change of label inside a closed quotation is possible
but has its price.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from quotetrack.extraction.encoding import CLOSES, INSIDE, PARAGRAPH, Encoding, Ints
from quotetrack.extraction.labels import ENTITY_TYPES, LABELS, ROLES, begin, inside

Floats = NDArray[np.float32]

IMPOSSIBLE = -1e4

QUOTE_PRICE = 8.0
"""What a change of label inside a closed quotation costs, in nats; chosen on held-out train articles."""

Run = tuple[int, int]
"""A half-open range of words."""


PLAIN, QUOTED, PARAGRAPH_START = range(3)
"""Where a word stands, as far as the step to its label depends on it."""


def grounds(encoding: Encoding) -> Ints:
    """Where each word of a text stands."""
    quoted = (encoding.states == INSIDE) | (encoding.states == CLOSES)
    found = np.where(quoted, QUOTED, PLAIN)
    found[encoding.positions == PARAGRAPH] = PARAGRAPH_START
    return found


def _steps() -> Floats:
    """What each step from one label to the next costs: ``[grounds, from, to]``."""
    count = len(LABELS)
    staying = np.zeros((count, count), dtype=bool)
    going_on = [inside(role) for role in range(len(ROLES))]
    for role in range(len(ROLES)):
        staying[[begin(role), inside(role)], inside(role)] = True
    legal = np.zeros((count, count), dtype=np.float32)
    legal[:, going_on] = IMPOSSIBLE
    legal[staying] = 0.0
    quoted = legal - QUOTE_PRICE
    quoted[staying] = quoted[0, 0] = 0.0
    new = np.zeros((count, count), dtype=np.float32)
    new[:, going_on] = IMPOSSIBLE
    return np.stack([legal, quoted, new])


_STEPS = _steps()


def best_labels(scores: Sequence[Floats], standing: Sequence[Ints]) -> list[list[int]]:
    """The best sequence of labels for each window.

    A paragraph's labels do not depend on those of the one before it, and those of most paragraphs are just the
    likeliest of each word: where these have no price, no others can be better.

    Args:
        scores: for each window, log-probabilities ``[words, labels]``.
        standing: for each window, what ``grounds`` says of each word.

    Returns:
        For each window, a label a word.
    """
    table, where = np.concatenate(scores), np.concatenate(standing)
    ends = list(accumulate(map(len, scores)))
    begins = where == PARAGRAPH_START
    begins[[0, *ends[:-1]]] = True
    starts = np.flatnonzero(begins)
    labels = table.argmax(1)
    before = np.roll(labels, 1)
    before[starts] = 0
    priced = np.logical_or.reduceat(_STEPS[where, before, labels] < 0, starts)
    parts = [slice(*bounds) for bounds in pairwise([*starts.tolist(), len(labels)])]
    dear = [part for part, has_price in zip(parts, priced.tolist(), strict=True) if has_price]
    if dear:
        better = _viterbi([table[part] for part in dear], [where[part] for part in dear])
        for part, found in zip(dear, better, strict=True):
            labels[part] = found
    every = labels.tolist()
    return [every[start:end] for start, end in pairwise([0, *ends])]


def _viterbi(scores: Sequence[Floats], standing: Sequence[Ints]) -> Iterator[list[int]]:
    """The best sequence of labels for each paragraph: all are decoded side by side, which is what makes it quick."""
    longest = max(map(len, scores))
    totals = np.zeros((longest, len(scores), len(LABELS)), dtype=np.float32)
    where = np.full((longest, len(scores)), PARAGRAPH_START)
    for row, (paragraph, words) in enumerate(zip(scores, standing, strict=True)):
        totals[: len(paragraph), row] = paragraph
        where[: len(paragraph), row] = words
    costs = _STEPS[where]
    totals[0] += costs[0, :, 0]
    ways = np.empty_like(costs[0])
    best = np.empty_like(totals[0])
    for before, now, cost in zip(totals[:, :, :, None], totals[1:], costs[1:], strict=False):
        np.add(before, cost, out=ways)
        np.maximum.reduce(ways, axis=1, out=best)
        now += best
    back = (totals[:-1, :, :, None] + costs[1:]).argmax(2)
    for row, paragraph in enumerate(scores):
        label = int(totals[len(paragraph) - 1, row].argmax())
        labels = [label]
        for step in reversed(back[: len(paragraph) - 1, row].tolist()):
            label = step[label]
            labels.append(label)
        yield labels[::-1]


_RUNS = [
    re.compile(re.escape(bytes([begin(number)])) + re.escape(bytes([inside(number)])) + b"*")
    for number in range(max(len(ROLES), len(ENTITY_TYPES)))
]
"""What the labels of one role (or type of names) look like, as bytes."""


def runs(labels: Sequence[int], role: int) -> list[Run]:
    """The ranges of words that carry the labels of a role (or of a type of names)."""
    return [found.span() for found in _RUNS[role].finditer(bytes(labels))]
