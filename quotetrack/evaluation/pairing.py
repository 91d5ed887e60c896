"""Annotated and found statements of one article, paired one to one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from quotetrack.evaluation.gold import Annotation, Pairs
from quotetrack.model import Kind

RIGHT_CONTENT = 0.8
RIGHT_SOURCE = 0.5

Tokens = frozenset[int]

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"(?P<toggle>''|``|\")|(?P<opens>[“„«])|(?P<closes>[”»])|(?P<letter>[^\W_])")


@dataclass(frozen=True, slots=True)
class Found(Annotation):
    """A statement that was found; ``kind`` and ``confidence`` are what it says of itself, if it does."""

    kind: Kind | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A statement as it is compared: which tokens are its content and its source, and its kind by its marks."""

    statement: Annotation
    content: Tokens
    source: Tokens
    kind: Kind


@dataclass(frozen=True, slots=True)
class Pair:
    """An annotated and a found statement that share words of content; ``overlap`` is their Jaccard index."""

    overlap: float
    gold: Item
    found: Item

    @property
    def source_right(self) -> bool:
        """Whether half of the sources' words are the same, or neither has one."""
        one, other = self.gold.source, self.found.source
        return _jaccard(one, other) >= RIGHT_SOURCE if one or other else True

    @property
    def right(self) -> bool:
        """Whether content and source are right."""
        return self.overlap >= RIGHT_CONTENT and self.source_right


@dataclass(frozen=True, slots=True)
class Compared:
    """An article's statements that have words, annotated and found, and which belong together.

    Attributes:
        article: its name.
        text: its text.
        words: where each token stands.
        gold: what was annotated.
        found: what was found.
        pairs: best overlap first; of equal ones, those that stand first.
    """

    article: str
    text: str
    words: Sequence[tuple[int, int]]
    gold: Sequence[Item]
    found: Sequence[Item]
    pairs: Sequence[Pair]


def compare(article: str, text: str, gold: Iterable[Annotation], found: Iterable[Annotation]) -> Compared:
    """Pairs the statements of an article, those without a word left out."""
    words = [word.span() for word in _WORD.finditer(text)]
    starts, ends = [start for start, _ in words], [end for _, end in words]

    def tokens(pairs: Pairs) -> Tokens:
        ranges = (range(bisect_right(ends, start), bisect_left(starts, end)) for start, end in pairs)
        return frozenset(chain.from_iterable(ranges))

    def items(statements: Iterable[Annotation]) -> list[Item]:
        made = (
            Item(one, tokens(one.content), tokens(one.source), kind_by_marks(text, one.content))
            for one in statements
        )
        return [item for item in made if item.content]

    annotated, proposed = items(gold), items(found)
    return Compared(article, text, words, annotated, proposed, list(_paired(annotated, proposed)))


def verdicts(
    text: str, gold: Iterable[tuple[Pairs, Pairs]], found: Iterable[tuple[Pairs, Pairs]]
) -> list[bool]:
    """For each found statement (content, source) whether it is right: both agree with an annotated one's."""
    proposed = [Annotation(content, (), source) for content, source in found]
    compared = compare("", text, (Annotation(content, (), source) for content, source in gold), proposed)
    right = {id(pair.found.statement) for pair in compared.pairs if pair.right}
    return [id(one) in right for one in proposed]


def kind_by_marks(text: str, spans: Pairs) -> Kind:
    """Direct, mixed or indirect: how many of the spans' letters stand between quotation marks.

    The marks (curly, straight, guillemets, two single ones) are followed from the start of the line: cruder
    than the parser of the pipeline, but the same rule for annotated and for found statements.
    """
    quoted = total = 0
    for start, end in spans:
        inside = False
        for mark in _MARK.finditer(text, text.rfind("\n", 0, start) + 1, end):
            if mark.lastgroup == "letter":
                if mark.start() >= start:
                    total += 1
                    quoted += inside
            else:
                inside = not inside if mark.lastgroup == "toggle" else mark.lastgroup == "opens"
    if quoted < 0.02 * total or not total:
        return "indirect"
    return "direct" if quoted > 0.9 * total else "mixed"


def _paired(gold: list[Item], found: list[Item]) -> Iterator[Pair]:
    overlaps = sorted(
        (-_jaccard(one.content, other.content), i, j)
        for i, one in enumerate(gold)
        for j, other in enumerate(found)
        if not one.content.isdisjoint(other.content)
    )
    gold_left, found_left = set(range(len(gold))), set(range(len(found)))
    for value, i, j in overlaps:
        if i in gold_left and j in found_left:
            gold_left.remove(i)
            found_left.remove(j)
            yield Pair(-value, gold[i], found[j])


def _jaccard(one: Tokens, other: Tokens) -> float:
    return len(one & other) / len(one | other)
