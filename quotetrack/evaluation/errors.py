"""What goes wrong, by class, so that the next improvement is chosen by evidence.

Contents and sources are judged apart. An annotated statement that was not found alone is *missed*, or *joined* to
a neighbour whose found content swallowed it; a found one that was not annotated is *spurious*, or *split* off a
neighbour. Of those that belong together, each edge that is not the annotator's is an error of its own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from quotetrack.evaluation.gold import Annotation, Pairs
from quotetrack.evaluation.pairing import RIGHT_CONTENT, Compared, Found, Item, Pair
from quotetrack.evaluation.report import SAME_STATEMENT
from quotetrack.extraction.kinds import kind_of
from quotetrack.extraction.quotation import quotations
from quotetrack.model import Kind, Span, Spans

ERRORS = {
    "missed": "annotated, and nothing like it found",
    "spurious": "found, and nothing like it annotated",
    "joined to a neighbour": "annotated apart, found as part of another",
    "split": "annotated as one, found as several",
    "begins early": "what was found begins before what was annotated",
    "begins late": "what was found begins behind what was annotated",
    "ends early": "what was found ends before what was annotated",
    "ends late": "what was found ends behind what was annotated",
    "gap filled": "found between its pieces: words that are not its own",
    "piece missing": "annotated between its ends, and lost",
    "source missing": "a source is annotated, and none found",
    "source spurious": "a source is found, and none annotated",
    "source wrong": "both have a source, of other words",
    "kind": "its kind is not what the quotation marks make of the annotated words",
}
"""The classes, and what each means."""

_QUOTES = re.compile(r"[“”\"«»„]|''|``|(?<!\w)[‘'’]|[‘'’](?!\w)")
_MARKS = (
    ("line end", re.compile(r"\n")),
    ("quotation mark", _QUOTES),
    ("sentence end", re.compile(r"[.!?…]")),
    ("comma", re.compile(r",")),
    ("colon", re.compile(r"[:;]")),
    ("dash", re.compile(r"[–—]|\s-|-\s|--")),
    ("bracket", re.compile(r"[()\[\]]")),
)


@dataclass(frozen=True, slots=True)
class Error:
    """One error.

    Attributes:
        name: its class, one of ``ERRORS``.
        detail: the kind of the statement, or the mark at the edge.
        words: how many words are wrong.
        lost: how many annotated statements are not right at content 0.8, for this or also for it.
        article: the article's name.
        start: where to look, as an offset of the article's text.
        gold: the annotated statement, if there is one.
        found: the found one, if there is one.
    """

    name: str
    detail: str
    words: int
    lost: int
    article: str
    start: int
    gold: Quoted | None
    found: Quoted | None

    @property
    def key(self) -> tuple[str, str, Pairs]:
        """What tells it from all others, in whichever version."""
        about = self.gold or self.found
        assert about is not None
        return self.name, self.article, about.spans

    def as_record(self) -> dict[str, Any]:
        """The error as plain JSON values."""
        return {
            "error": self.name,
            "detail": self.detail,
            "words": self.words,
            "lost": self.lost,
            "article": self.article,
            "start": self.start,
            "annotated": self.gold and self.gold.as_record(),
            "found": self.found and self.found.as_record(),
        }


@dataclass(frozen=True, slots=True)
class Quoted:
    """A statement in its own words: source, cue and content, the first two perhaps empty."""

    source: str
    cue: str
    content: str
    spans: Pairs

    def as_record(self) -> dict[str, Any]:
        """The words and where the content stands."""
        return {
            "source": self.source,
            "cue": self.cue,
            "text": self.content,
            "spans": [list(pair) for pair in self.spans],
        }


@dataclass(slots=True)
class Tally:
    """The errors of one class, or of one detail in it."""

    name: str
    detail: str = ""
    errors: list[Error] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.errors)

    @property
    def lost(self) -> int:
        """How many statements they cost."""
        return sum(error.lost for error in self.errors)

    @property
    def words(self) -> float:
        """How many words are wrong, in the middle of them."""
        return median(error.words for error in self.errors)


def tallies(errors: Iterable[Error]) -> list[tuple[Tally, list[Tally]]]:
    """The classes with their details, each the most frequent first."""
    classes: dict[str, tuple[Tally, dict[str, Tally]]] = {}
    for error in errors:
        whole, parts = classes.setdefault(error.name, (Tally(error.name), {}))
        part = parts.setdefault(error.detail, Tally(error.name, error.detail))
        for tally in (whole, part):
            tally.errors.append(error)
    ordered = sorted(classes.values(), key=lambda found: -found[0].count)
    return [(whole, sorted(parts.values(), key=lambda part: -part.count)) for whole, parts in ordered]


def changes(before: Iterable[Error], now: Iterable[Error]) -> list[tuple[str, Error]]:
    """What became of the errors of one version in another: each is "gone", "new" or the "same".

    An error is the same one where it is of the same class and about the same annotated words, or about the same
    found words where nothing is annotated.
    """
    was, here = ({error.key: error for error in found} for found in (before, now))
    gone = [("gone", error) for key, error in was.items() if key not in here]
    return gone + [("same" if key in was else "new", error) for key, error in here.items()]


def errors(compared: Iterable[Compared]) -> Iterator[Error]:
    """The errors, article by article, in text order."""
    for one in compared:
        yield from sorted(_errors(one), key=lambda error: error.start)


def _errors(one: Compared) -> Iterator[Error]:
    same = [pair for pair in one.pairs if _same(pair)]
    golds, founds = {id(pair.gold) for pair in same}, {id(pair.found) for pair in same}
    shared: Counter[int] = Counter()  # pairs whose edges are explained by a neighbour
    for gold in one.gold:
        if id(gold) in golds:
            continue
        host = next((p for p in same if len(gold.content & p.found.content) * 2 >= len(gold.content)), None)
        if host is None:
            yield _error(one, "missed", gold.kind, len(gold.content), 1, gold, None)
        else:
            first = not shared[id(host)]
            shared[id(host)] += 1
            lost = 1 + (first and host.overlap < RIGHT_CONTENT)
            detail = _between(one, gold, host.gold)
            yield _error(one, "joined to a neighbour", detail, len(gold.content), lost, gold, host.found)
    for found in one.found:
        if id(found) in founds:
            continue
        host = next((p for p in same if len(found.content & p.gold.content) * 2 >= len(found.content)), None)
        if host is None:
            yield _error(one, "spurious", found.kind, len(found.content), 0, None, found)
        else:
            first = not shared[id(host)]
            shared[id(host)] += 1
            lost = int(first and host.overlap < RIGHT_CONTENT)
            detail = _between(one, found, host.found)
            yield _error(one, "split", detail, len(found.content), lost, host.gold, found)
    quoted = [span for mark in quotations(one.text) for span in mark.spans]
    for pair in same:
        if not shared[id(pair)]:
            yield from _edges(one, pair)
        yield from _source(one, pair)
        yield from _kind(one, pair, quoted)


def _same(pair: Pair) -> bool:
    """Whether the two are about the same words: most of either lies in the other."""
    gold, found = pair.gold.content, pair.found.content
    return pair.overlap >= SAME_STATEMENT or 2 * len(gold & found) >= min(len(gold), len(found))


def _edges(one: Compared, pair: Pair) -> Iterator[Error]:
    gold, found = pair.gold.content, pair.found.content
    lost = int(pair.overlap < RIGHT_CONTENT)
    begin, end = max(min(gold), min(found)), min(max(gold), max(found))
    more, less = found - gold, gold - found
    at_begin, at_end = _mark(one, begin - 1, begin), _mark(one, end, end + 1)
    for name, detail, words in (
        ("begins early", at_begin, [token for token in more if token < begin]),
        ("begins late", at_begin, [token for token in less if token < begin]),
        ("ends early", at_end, [token for token in less if token > end]),
        ("ends late", at_end, [token for token in more if token > end]),
        ("gap filled", pair.gold.kind, [token for token in more if begin <= token <= end]),
        ("piece missing", pair.gold.kind, [token for token in less if begin <= token <= end]),
    ):
        if words:
            yield _error(one, name, detail, len(words), lost, pair.gold, pair.found)


def _source(one: Compared, pair: Pair) -> Iterator[Error]:
    gold, found = pair.gold.source, pair.found.source
    if pair.source_right:
        return
    name = "source wrong" if gold and found else "source missing" if gold else "source spurious"
    yield _error(one, name, pair.gold.kind, len(gold ^ found), 0, pair.gold, pair.found)


def _kind(one: Compared, pair: Pair, quoted: Sequence[Span]) -> Iterator[Error]:
    statement = pair.found.statement
    if not isinstance(statement, Found) or statement.kind is None or pair.overlap < RIGHT_CONTENT:
        return
    kind: Kind = kind_of(one.text, _spans(pair.gold.statement.content), quoted)
    if kind != statement.kind:
        yield _error(one, "kind", f"{kind}, not {statement.kind}", 0, 0, pair.gold, pair.found)


def _error(
    one: Compared, name: str, detail: str, words: int, lost: int, gold: Item | None, found: Item | None
) -> Error:
    where = min(item.statement.content[0][0] for item in (gold, found) if item)
    return Error(
        name,
        detail,
        words,
        lost,
        one.article,
        where,
        _quoted(one.text, gold.statement) if gold else None,
        _quoted(one.text, found.statement) if found else None,
    )


def _quoted(text: str, statement: Annotation) -> Quoted:
    source, cue, content = (
        " … ".join(text[start:end] for start, end in pairs)
        for pairs in (statement.source, statement.cue, statement.content)
    )
    return Quoted(source, cue, content, statement.content)


def _between(one: Compared, item: Item, other: Item) -> str:
    """The strongest mark between two contents."""
    first, second = sorted((item.content, other.content), key=min)
    behind = min(second)
    return _mark(one, max((token for token in first if token < behind), default=behind), behind)


def _mark(one: Compared, before: int, behind: int) -> str:
    """The strongest mark between two tokens, of which there may be others in between."""
    if before < 0 or behind >= len(one.words):
        return "end of the text"
    between = one.text[one.words[before][1] : one.words[behind][0]]
    return next((name for name, mark in _MARKS if mark.search(between)), "no mark")


def _spans(pairs: Pairs) -> Spans:
    return tuple(Span(start, end) for start, end in pairs)
