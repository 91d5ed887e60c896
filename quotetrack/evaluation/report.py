"""The figures over all articles: precision, recall and F1 of contents and sources, and by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from quotetrack.evaluation.pairing import RIGHT_CONTENT, Compared
from quotetrack.model import KINDS, Kind

CONTENT_LEVELS = (0.3, 0.8, 1.0)
"""How much of the content has to agree, from "the same statement" to "the same words"."""

SAME_STATEMENT = 0.3

_F1 = {"found": 1, "gold": 1}
FIGURES: Mapping[str, tuple[Mapping[str, int], Mapping[str, int]]] = {
    "content@0.8 F1": ({"right@0.8": 2}, _F1),
    "content@1.0 F1": ({"right@1.0": 2}, _F1),
    "who+what F1": ({"who+what": 2}, _F1),
    "precision@0.8": ({"right@0.8": 1}, {"found": 1}),
    "recall@0.8": ({"right@0.8": 1}, {"gold": 1}),
    "source|0.3": ({"source right": 1}, {"source total": 1}),
    "direct precision@0.8": ({"found right direct": 1}, {"found direct": 1}),
    "direct recall@0.8": ({"gold right direct": 1}, {"gold direct": 1}),
    "mixed precision@0.8": ({"found right mixed": 1}, {"found mixed": 1}),
    "mixed recall@0.8": ({"gold right mixed": 1}, {"gold mixed": 1}),
    "indirect precision@0.8": ({"found right indirect": 1}, {"found indirect": 1}),
    "indirect recall@0.8": ({"gold right indirect": 1}, {"gold indirect": 1}),
}
"""Each single figure as a share: what is counted above and below the line, and how often."""


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of what was right, found and annotated, and the figures they give, in per cent."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right."""
        return _percent(self.right, self.found)

    @property
    def recall(self) -> float:
        """Of what was annotated, the share that was found."""
        return _percent(self.right, self.gold)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _percent(2 * self.right, self.found + self.gold)

    def as_record(self) -> dict[str, Any]:
        """The figures, to two decimals, and the counts."""
        return {
            "precision": round(self.precision, 2),
            "recall": round(self.recall, 2),
            "f1": round(self.f1, 2),
            "found": self.found,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True)
class KindScore:
    """Content at 0.8 of one kind: a statement may be annotated as one kind and found as another."""

    gold_right: int
    gold: int
    found_right: int
    found: int

    @property
    def precision(self) -> float:
        """Of the statements found of this kind, the share that is right."""
        return _percent(self.found_right, self.found)

    @property
    def recall(self) -> float:
        """Of the statements annotated of this kind, the share that was found."""
        return _percent(self.gold_right, self.gold)

    def as_record(self) -> dict[str, Any]:
        """The figures, to two decimals, and the counts."""
        return {
            "precision": round(self.precision, 2),
            "recall": round(self.recall, 2),
            "found": self.found,
            "gold": self.gold,
        }


@dataclass(frozen=True, slots=True)
class Report:
    """All figures over a folder.

    Attributes:
        articles: how many were scored.
        content: for each of ``CONTENT_LEVELS``, the pairs whose content agrees that well.
        who_and_what: the pairs whose content agrees at 0.8 and whose source is right.
        source_right: of the pairs at 0.3 that have an annotated source, those with the source right.
        source_total: how many such pairs there are.
        kinds: recall and precision at 0.8, by kind.
    """

    articles: int
    content: dict[float, Score]
    who_and_what: Score
    source_right: int
    source_total: int
    kinds: dict[Kind, KindScore]

    @property
    def source(self) -> float:
        """The share of right sources, in per cent."""
        return _percent(self.source_right, self.source_total)

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of what stands in a row."""
        return ("measure", "precision", "recall", "f1", "found", "gold")

    @property
    def rows(self) -> list[tuple[str | float | int | None, ...]]:
        """One row a measure; None where a measure has no such figure."""
        scores = {f"content@{level}": score for level, score in self.content.items()}
        scores["who+what"] = self.who_and_what
        rows: list[tuple[str | float | int | None, ...]] = [
            (name, round(s.precision, 2), round(s.recall, 2), round(s.f1, 2), s.found, s.gold)
            for name, s in scores.items()
        ]
        rows.append(("source|0.3", round(self.source, 2), None, None, self.source_total, None))
        rows.extend(
            (f"{name}@0.8", round(k.precision, 2), round(k.recall, 2), None, k.found, k.gold)
            for name, k in self.kinds.items()
        )
        return rows

    def as_record(self) -> dict[str, Any]:
        """The report as plain JSON values."""
        return {
            "articles": self.articles,
            **{f"content@{level}": score.as_record() for level, score in self.content.items()},
            "who+what": self.who_and_what.as_record(),
            "source|0.3": round(self.source, 2),
            **{kind: score.as_record() for kind, score in self.kinds.items()},
        }


def report(compared: Iterable[Compared]) -> Report:
    """The figures over all the articles, each of them counted once."""
    counts: Counter[str] = Counter()
    for one in compared:
        counts.update(count(one))
    found, gold = counts["found"], counts["gold"]
    return Report(
        articles=counts["articles"],
        content={level: Score(counts[f"right@{level}"], found, gold) for level in CONTENT_LEVELS},
        who_and_what=Score(counts["who+what"], found, gold),
        source_right=counts["source right"],
        source_total=counts["source total"],
        kinds={
            kind: KindScore(
                gold_right=counts[f"gold right {kind}"],
                gold=counts[f"gold {kind}"],
                found_right=counts[f"found right {kind}"],
                found=counts[f"found {kind}"],
            )
            for kind in KINDS
        },
    )


def count(one: Compared) -> Counter[str]:
    """What the figures are made of, in one article."""
    counts: Counter[str] = Counter(articles=1, gold=len(one.gold), found=len(one.found))
    counts.update(f"gold {item.kind}" for item in one.gold)
    counts.update(f"found {item.kind}" for item in one.found)
    for pair in one.pairs:
        counts.update(f"right@{level}" for level in CONTENT_LEVELS if pair.overlap >= level)
        if pair.overlap >= RIGHT_CONTENT:
            counts["who+what"] += pair.source_right
            counts[f"gold right {pair.gold.kind}"] += 1
            counts[f"found right {pair.found.kind}"] += 1
        if pair.overlap >= SAME_STATEMENT and pair.gold.source:
            counts["source total"] += 1
            counts["source right"] += pair.source_right
    return counts


def figures(compared: Iterable[Compared]) -> dict[str, float]:
    """``FIGURES`` over all the articles, in per cent."""
    counts: Counter[str] = Counter()
    for one in compared:
        counts.update(count(one))
    sums = {
        name: [sum(counts[key] * times for key, times in part.items()) for part in parts]
        for name, parts in FIGURES.items()
    }
    return {name: _percent(part, whole) for name, (part, whole) in sums.items()}


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0
