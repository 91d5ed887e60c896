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
    if not spans:
        return []
    # Sums over ranges of columns, by differences of running sums; the first range is the special place.
    firsts, behinds = np.array([(0, 1), *((first + 1, behind + 1) for first, behind in targets)]).T
    shares = shares[:, : behinds[-1]]
    sums = np.zeros((len(spans), shares.shape[1] + 1))
    sums[:, 1:] = [shares[start:end].sum(0, dtype=np.float64) for start, end in spans]
    means = sums.cumsum(1) / np.array([[end - start] for start, end in spans])
    into = means[:, behinds] - means[:, firsts]
    best = into.argmax(1)
    certainties = into[np.arange(len(spans)), best]
    return [
        Link(at - 1 if at else None, certainty)
        for at, certainty in zip(best.tolist(), certainties.tolist(), strict=True)
    ]
