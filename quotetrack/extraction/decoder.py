"""From what the tagger thinks of each word to spans of content, cue and source.

The best sequence of labels by Viterbi's algorithm, in which a span begins with its B label and ends with its
paragraph at the latest, and in which quotation marks weigh: a change of label inside a closed quotation is possible
but has its price.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quotetrack.extraction.encoding import CLOSES, INSIDE, PARAGRAPH, Encoding, Ints
from quotetrack.extraction.labels import LABELS, ROLES, begin, inside

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


def best_labels(scores: Sequence[Floats], standing: Sequence[Ints]) -> list[Ints]:
    """The best sequence of labels for each window.

    Args:
        scores: for each window, log-probabilities ``[words, labels]``.
        standing: for each window, what ``grounds`` says of each word.

    Returns:
        For each window, a label a word. All windows are decoded side by side, which is what makes it quick.
    """
    longest = max(map(len, scores))
    table = np.zeros((longest, len(scores), len(LABELS)), dtype=np.float32)
    where = np.full((longest, len(scores)), PARAGRAPH_START)
    for row, (window, words) in enumerate(zip(scores, standing, strict=True)):
        table[: len(window), row] = window
        where[: len(window), row] = words
    costs = _STEPS[where]
    totals = table
    totals[0] += costs[0, :, 0]
    ways = np.empty_like(costs[0])
    for before, now, cost in zip(totals, totals[1:], costs[1:], strict=False):
        np.add(before[:, :, None], cost, out=ways)
        now += ways.max(1)
    back = np.zeros(totals.shape, dtype=np.int64)
    back[1:] = (totals[:-1, :, :, None] + costs[1:]).argmax(2)
    found = []
    for row, window in enumerate(scores):
        labels = np.zeros(len(window), dtype=np.int64)
        label = int(totals[len(window) - 1, row].argmax())
        steps_back = back[:, row].tolist()
        for at in range(len(window) - 1, -1, -1):
            labels[at] = label
            label = steps_back[at][label]
        found.append(labels)
    return found


def runs(labels: Ints, role: int) -> list[Run]:
    """The ranges of words that carry the labels of a role (or of a type of names)."""
    starts = np.flatnonzero(labels == begin(role))
    continued = labels == inside(role)
    found = []
    for start in starts.tolist():
        end = start + 1
        while end < len(labels) and continued[end]:
            end += 1
        found.append((start, end))
    return found
