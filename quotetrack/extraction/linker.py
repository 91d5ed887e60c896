"""Which content belongs to which cue, and which source to which cue.

The network gives each word two pairs of vectors; the product of one word's query and another's key says how much
the first points at the second. Content points at its cue, a cue at its source; a special first place stands
for "at nothing here".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from quotetrack.extraction.decoder import Floats, Run


@dataclass(frozen=True, slots=True)
class Link:
    """What a span points at: the number of the target, None for nothing, and how sure that is, 0 to 1."""

    target: int | None
    certainty: float


def pointing(queries: Floats, keys: Floats) -> Floats:
    """How much each word points at each place, ``[words, 1 + words]``; each row sums to one.

    ``queries`` has one row a word; ``keys`` has one more, the special first place's.
    """
    scores = queries @ keys.T / np.sqrt(queries.shape[1], dtype=np.float32)
    scores -= scores.max(1, keepdims=True)
    weights = np.exp(scores)
    return np.asarray(weights / weights.sum(1, keepdims=True), dtype=np.float32)


def link(share: Floats, spans: Sequence[Run], targets: Sequence[Run]) -> list[Link]:
    """For each span the target that its words point at most, on average; ``share`` is what ``pointing`` gave."""
    if not spans:
        return []
    # Sums over ranges by differences of running sums: first over the words pointed at, then over those pointing.
    totals = np.concatenate([np.zeros((share.shape[0], 1), np.float32), np.cumsum(share[:, 1:], axis=1)], axis=1)
    into = np.stack([share[:, 0], *(totals[:, end] - totals[:, start] for start, end in targets)], axis=1)
    found = []
    for start, end in spans:
        mean = into[start:end].mean(0)
        best = int(mean.argmax())
        found.append(Link(best - 1 if best else None, float(mean[best])))
    return found
