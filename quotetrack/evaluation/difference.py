"""Two versions side by side, and how sure the difference between them is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from quotetrack.evaluation.pairing import Compared
from quotetrack.evaluation.report import FIGURES, count

ROUNDS = 2000
"""How many times the articles are drawn anew: the bounds then move by about a tenth of their distance."""

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure of both versions, in per cent.

    ``low`` and ``high`` bound the difference of 95 in 100 draws of the articles: where they have the same sign, it
    is more than the luck of the articles.
    """

    figure: str
    before: float
    now: float
    low: float
    high: float

    @property
    def points(self) -> float:
        """By how much the figure changed."""
        return self.now - self.before

    @property
    def verdict(self) -> str:
        """ "better" or "worse" where the interval leaves out 0."""
        return "better" if self.low > 0 else "worse" if self.high < 0 else ""

    def as_record(self) -> dict[str, Any]:
        """The figures, to two decimals."""
        return {
            "before": round(self.before, 2),
            "now": round(self.now, 2),
            "difference": round(self.points, 2),
            "low": round(self.low, 2),
            "high": round(self.high, 2),
            "verdict": self.verdict or None,
        }


def differences(before: Sequence[Compared], now: Sequence[Compared], *, seed: int = 1) -> list[Difference]:
    """How the figures of two versions differ over the same articles.

    The intervals are those of a paired bootstrap over articles (Efron and Tibshirani 1993; Koehn 2004): statements
    of one article share its topic and its house style, so articles are drawn, and for both versions the same.

    Args:
        before: one comparison an article.
        now: those of the other version, in the same order.
        seed: of the draws.
    """
    draws = np.random.default_rng(seed).multinomial(len(now), [1 / len(now)] * len(now), ROUNDS).astype(float)
    figures = []
    for name in FIGURES:
        sides = [_parts(name, compared) for compared in (before, now)]
        was, here = (_share(part.sum(axis=1, keepdims=True))[0] for part in sides)
        drawn = [part @ draws.T for part in sides]
        countable = (drawn[0][1] > 0) & (drawn[1][1] > 0)  # a draw may hold nothing that the figure counts
        spread = (_share(drawn[1]) - _share(drawn[0]))[countable]
        low, high = np.percentile(spread, [2.5, 97.5]) if spread.size else (0.0, 0.0)
        figures.append(Difference(name, float(was), float(here), float(low), float(high)))
    return figures


def _parts(name: str, compared: Sequence[Compared]) -> Floats:
    """The figure's numerator and denominator in each article: ``[2, articles]``."""
    counts = [count(one) for one in compared]
    return np.array(
        [[sum(c[key] * times for key, times in part.items()) for c in counts] for part in FIGURES[name]],
        dtype=float,
    )


def _share(parts: Floats) -> Floats:
    """The figure in per cent; of nothing, nothing is right."""
    shares: Floats = 100 * parts[0] / np.maximum(parts[1], 1)
    return shares
