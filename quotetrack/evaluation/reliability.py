"""Whether confidence means what it says: of the statements at 0.9, nine in ten ought to be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quotetrack.evaluation.pairing import Compared, Found

Case = tuple[float, bool]
"""A confidence, and whether content and source are right."""


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements of one stretch of the scale, and all those from its lower end on.

    Attributes:
        low: where it begins.
        high: where the next one begins.
        count: how many statements there are.
        confidence: their mean confidence.
        right: the share of them that is right.
        kept: how many statements ``--min-confidence LOW`` keeps.
        kept_right: the share of those that is right.
    """

    low: float
    high: float
    count: int
    confidence: float
    right: float
    kept: int
    kept_right: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """How well confidence and correctness agree.

    ``expected_error`` is the mean gap between the two (expected calibration error, Naeini et al. 2015), from 0
    to 1.
    """

    bins: Sequence[Bin]
    expected_error: float

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of what stands in a row."""
        return ("confidence", "statements", "mean", "right", "kept from here", "right of these")

    @property
    def rows(self) -> list[tuple[str, int, float, float, int, float]]:
        """One row a bin."""
        return [
            (f"{b.low:.1f}-{b.high:.1f}", b.count, b.confidence, b.right, b.kept, b.kept_right)
            for b in self.bins
        ]

    def as_record(self) -> dict[str, Any]:
        """The table as plain JSON values."""
        return {
            "expected_calibration_error": round(self.expected_error, 4),
            "bins": [
                {
                    "low": b.low,
                    "high": b.high,
                    "statements": b.count,
                    "confidence": round(b.confidence, 4),
                    "right": round(b.right, 4),
                    "kept": b.kept,
                    "kept_right": round(b.kept_right, 4),
                }
                for b in self.bins
            ],
        }


def cases(compared: Iterable[Compared]) -> list[Case]:
    """Each found statement that has a confidence, and whether it is right."""
    found = []
    for one in compared:
        right = {id(pair.found) for pair in one.pairs if pair.right}
        for item in one.found:
            statement = item.statement
            if isinstance(statement, Found) and statement.confidence is not None:
                found.append((statement.confidence, id(item) in right))
    return found


def reliability(cases: Sequence[Case], bins: int = 10) -> Reliability:
    """The reliability table: equal stretches of the scale, those without a statement left out."""
    counts: Counter[int] = Counter()
    sums: Counter[int] = Counter()
    totals = dict.fromkeys(range(bins), 0.0)
    for confidence, right in cases:
        number = min(int(confidence * bins), bins - 1)
        counts[number] += 1
        sums[number] += right
        totals[number] += confidence
    made: list[Bin] = []
    kept = kept_right = 0
    for number in sorted(counts, reverse=True):
        kept += counts[number]
        kept_right += sums[number]
        made.append(
            Bin(
                number / bins,
                (number + 1) / bins,
                counts[number],
                totals[number] / counts[number],
                sums[number] / counts[number],
                kept,
                kept_right / kept,
            )
        )
    gap = sum(abs(b.confidence - b.right) * b.count for b in made)
    return Reliability(made[::-1], gap / len(cases) if cases else 0.0)
