"""How well statements are found: analysed articles against the same articles as people annotated them.

Spans are compared as sets of word tokens, so punctuation and quotation marks at an edge cost nothing. In each
article, annotated and found statements are paired one to one, best overlap first (Jaccard of content tokens).
What stands nested in another statement is left out: annotators marked the outermost ones.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from quotetrack.errors import InputError
from quotetrack.model import KINDS, Analysis, Article, Kind

CONTENT_LEVELS = (0.3, 0.8, 1.0)
"""How much of the content has to agree, from "the same statement" to "the same words"."""

RIGHT_CONTENT = 0.8
RIGHT_SOURCE = 0.5
SAME_STATEMENT = 0.3

Pairs = tuple[tuple[int, int], ...]
Tokens = frozenset[int]

_WORD = re.compile(r"\w+")
_SPAN_KEY = re.compile(r"T\d+\t")
_SPAN_LINE = re.compile(r"(T\d+)\t\S+ ([\d ;]+)\t")
_EVENT_LINE = re.compile(r"E\d+\t(.*)")
_MARK = re.compile(r"(?P<toggle>''|``|\")|(?P<opens>[“„«])|(?P<closes>[”»])|(?P<letter>[^\W_])")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotated statement, as half-open ranges of the text; ``source`` and ``cue`` may be empty."""

    content: Pairs
    cue: Pairs
    source: Pairs


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


def evaluate(folder: Path, analyse: Callable[[Article], Analysis]) -> Report:
    """Analyses every annotated article of a brat folder and scores what comes out.

    Args:
        folder: holds ``text/NAME.txt`` and ``attributions/NAME_ANNOTATOR.ann``; of several annotators' files
            for an article, the first in name order counts.
        analyse: what is measured.

    Raises:
        InputError: the folder holds no annotated article, or a file in it cannot be read.
    """
    counts: Counter[str] = Counter()
    for text_path, annotation_path in annotated_articles(folder):
        text = _read(text_path)
        analysis = analyse(Article(str(text_path), text))
        found = (
            (
                tuple((span.start, span.end) for span in statement.spans),
                tuple((span.start, span.end) for span in statement.source.spans) if statement.source else (),
            )
            for statement in analysis.statements
            if statement.within is None
        )
        gold = ((note.content, note.source) for note in read_annotations(annotation_path, len(text)))
        counts["articles"] += 1
        counts.update(_compare(_as_items(text, gold), _as_items(text, found)))
    return _report(counts)


def annotated_articles(folder: Path) -> list[tuple[Path, Path]]:
    """The texts of a brat folder that are annotated, by name, each with its first annotator's file.

    Raises:
        InputError: there is none.
    """
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(path.stem.rpartition("_")[0] or path.stem, path)
    texts = sorted((folder / "text").glob("*.txt"))
    found = [(path, first[path.stem]) for path in texts if path.stem in first]
    if not found:
        raise InputError(
            f"{folder}: no annotated articles; give a folder with text/NAME.txt "
            "and attributions/NAME_ANNOTATOR.ann"
        )
    return found


def read_annotations(path: Path, length: int) -> list[Annotation]:
    """The statements in a brat file that have a content, in file order.

    Args:
        path: the file.
        length: the text's length, which no span may exceed.

    Raises:
        InputError: the file cannot be read, or a span is none or lies outside the text.
    """
    spans: dict[str, Pairs] = {}
    found = []
    for number, line in enumerate(_read(path).split("\n"), 1):
        if marked := _SPAN_LINE.match(line):
            spans[marked[1]] = _pairs(marked[2], length, f"{path}:{number}")
        elif _SPAN_KEY.match(line):  # other lines may be the rest of words that run over a line end
            raise InputError(f"{path}:{number}: no span; expected 'T1<tab>Content 0 5<tab>words'")
        elif event := _EVENT_LINE.match(line):
            roles: dict[str, list[tuple[int, int]]] = {"content": [], "cue": [], "source": []}
            for argument in event[1].split():
                role, _, key = argument.partition(":")
                pairs = roles.get(role.rstrip("0123456789").lower())
                if pairs is not None:
                    pairs.extend(spans.get(key, ()))
            if roles["content"]:
                found.append(Annotation(**{role: tuple(sorted(pairs)) for role, pairs in roles.items()}))
    return found


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


@dataclass(frozen=True, slots=True)
class _Item:
    """A statement as it is compared: which tokens are its content and its source, and its kind."""

    content: Tokens
    source: Tokens
    kind: Kind


def _as_items(text: str, statements: Iterable[tuple[Pairs, Pairs]]) -> list[_Item]:
    words = [word.span() for word in _WORD.finditer(text)]
    starts, ends = [start for start, _ in words], [end for _, end in words]

    def tokens(pairs: Pairs) -> Tokens:
        ranges = (range(bisect_right(ends, start), bisect_left(starts, end)) for start, end in pairs)
        return frozenset(chain.from_iterable(ranges))

    items = [
        _Item(tokens(content), tokens(source), kind_by_marks(text, content)) for content, source in statements
    ]
    return [item for item in items if item.content]


def _compare(gold: list[_Item], found: list[_Item]) -> Counter[str]:
    counts: Counter[str] = Counter(gold=len(gold), found=len(found))
    counts.update(f"gold {item.kind}" for item in gold)
    counts.update(f"found {item.kind}" for item in found)
    for value, one, other in _paired(gold, found):
        source_right = _source_right(one.source, other.source)
        counts.update(f"right@{level}" for level in CONTENT_LEVELS if value >= level)
        if value >= RIGHT_CONTENT:
            counts["who+what"] += source_right
            counts[f"gold right {one.kind}"] += 1
            counts[f"found right {other.kind}"] += 1
        if value >= SAME_STATEMENT and one.source:
            counts["source total"] += 1
            counts["source right"] += source_right
    return counts


def verdicts(
    text: str, gold: Iterable[tuple[Pairs, Pairs]], found: Iterable[tuple[Pairs, Pairs]]
) -> list[bool]:
    """For each found statement (content, source) whether it is right: both agree with an annotated one's."""
    items = _as_items(text, found)
    right = {
        id(other)
        for value, one, other in _paired(_as_items(text, gold), items)
        if value >= RIGHT_CONTENT and _source_right(one.source, other.source)
    }
    return [id(item) in right for item in items]


def _paired(gold: list[_Item], found: list[_Item]) -> Iterator[tuple[float, _Item, _Item]]:
    """One-to-one pairs, best overlap first; of equal ones, those that stand first."""
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
            yield -value, gold[i], found[j]


def _report(counts: Counter[str]) -> Report:
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


def _jaccard(one: Tokens, other: Tokens) -> float:
    return len(one & other) / len(one | other)


def _source_right(one: Tokens, other: Tokens) -> bool:
    return _jaccard(one, other) >= RIGHT_SOURCE if one or other else True


def _percent(part: int, whole: int) -> float:
    return 100 * part / whole if whole else 0.0


def _pairs(fragments: str, length: int, where: str) -> Pairs:
    pairs = []
    for fragment in fragments.split(";"):
        bounds = [int(number) for number in fragment.split()]
        if len(bounds) != 2 or not bounds[0] < bounds[1] <= length:
            raise InputError(f"{where}: '{fragment}' is no span of a text of {length} characters")
        pairs.append((bounds[0], bounds[1]))
    return tuple(pairs)


def _read(path: Path) -> str:
    """A file's text as it is on disk: offsets count its line ends too."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
