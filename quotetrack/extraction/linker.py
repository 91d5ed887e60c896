"""Which content belongs to which cue, and which source to which cue.

For each word the tagger says how much it points at every other: content points at its cue, a cue at its source.
A special first place stands for "at nothing here".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
    found = []
    for start, end in spans:
        mean = shares[start:end].mean(0)
        into = [float(mean[0]), *(float(mean[first + 1 : behind + 1].sum()) for first, behind in targets)]
        best = max(range(len(into)), key=into.__getitem__)
        found.append(Link(best - 1 if best else None, into[best]))
    return found
