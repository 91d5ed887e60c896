"""From what the tagger thinks of each word to spans of content, cue and source.

The best sequence of labels by Viterbi's algorithm, in which a span begins with its B label, and in which
quotation marks weigh: a change of label inside a closed quotation is possible but has its price.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from quotetrack.extraction.encoding import CLOSES, INSIDE, Ints
from quotetrack.extraction.labels import LABELS, ROLES, begin, inside

Floats = NDArray[np.float32]

IMPOSSIBLE = -1e4

QUOTE_PRICE = 2.0
"""What a change of label inside a closed quotation costs, in nats; chosen on held-out train articles."""

Run = tuple[int, int]
"""A half-open range of words."""


def _transitions() -> tuple[Floats, Floats]:
    """What each step from one label (row) to the next costs, outside and inside of closed quotations."""
    count = len(LABELS)
    legal = np.zeros((count, count), dtype=np.float32)
    for role in range(len(ROLES)):
        legal[:, inside(role)] = IMPOSSIBLE
        legal[[begin(role), inside(role)], inside(role)] = 0.0
    quoted = legal - QUOTE_PRICE
    quoted[0, 0] = 0.0
    for role in range(len(ROLES)):
        quoted[[begin(role), inside(role)], inside(role)] = 0.0
    return legal, quoted


_LEGAL, _QUOTED = _transitions()


def best_labels(scores: Sequence[Floats], states: Sequence[Ints]) -> list[Ints]:
    """The best sequence of labels for each window.

    Args:
        scores: for each window, log-probabilities ``[words, labels]``.
        states: for each window, the quotation state of each word.

    Returns:
        For each window, a label a word. All windows are decoded side by side, which is what makes it quick.
    """
    longest = max(map(len, scores))
    table = np.zeros((len(scores), longest, len(LABELS)), dtype=np.float32)
    quoted = np.zeros((len(scores), longest), dtype=np.int64)
    for row, (window, state) in enumerate(zip(scores, states, strict=True)):
        table[row, : len(window)] = window
        quoted[row, : len(window)] = (state == INSIDE) | (state == CLOSES)
    steps = np.stack([_LEGAL, _QUOTED])
    total = table[:, 0].copy()
    total[:, [inside(role) for role in range(len(ROLES))]] += IMPOSSIBLE
    back = np.zeros(table.shape, dtype=np.int64)
    totals = np.zeros_like(table)
    totals[:, 0] = total
    for at in range(1, longest):
        ways = total[:, :, None] + steps[quoted[:, at]]
        back[:, at] = ways.argmax(1)
        total = ways.max(1) + table[:, at]
        totals[:, at] = total
    found = []
    for row, window in enumerate(scores):
        labels = np.zeros(len(window), dtype=np.int64)
        label = int(totals[row, len(window) - 1].argmax())
        for at in range(len(window) - 1, -1, -1):
            labels[at] = label
            label = int(back[row, at, label])
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
