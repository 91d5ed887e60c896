"""Which content belongs to which cue, and which source to which cue.

For each word the tagger says how much it points at every other: content points at its cue, a cue at its source.
A special first place stands for "at nothing here".
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


def link(shares: Floats, spans: Sequence[Run], targets: Sequence[Run]) -> list[Link]:
    """For each span the target that its words point at most, on average.

    Args:
        shares: how much each word points at each place, ``[words, 1 + words]``; each row sums to one.
        spans: ranges of words that point.
        targets: ranges of words that may be pointed at.
    """
    # Sums over ranges of columns, by differences of running sums; the first range is the special place.
    edges = np.array([(0, 1), *((first + 1, behind + 1) for first, behind in targets)])
    found = []
    for start, end in spans:
        sums = np.concatenate([[0.0], shares[start:end].sum(0, dtype=np.float64).cumsum()]) / (end - start)
        into = sums[edges[:, 1]] - sums[edges[:, 0]]
        best = int(into.argmax())
        found.append(Link(best - 1 if best else None, float(into[best])))
    return found
