"""The classes of errors, each on an invented text where only it can be meant."""

from __future__ import annotations

import json

import pytest
from annotated import at
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.evaluation import Annotation, Found, Pairs, compare
from quotetrack.evaluation.errors import ERRORS, Error, changes, errors, tallies
from quotetrack.model import KINDS, Kind

TEXT = (
    "Ada Rook said the dam was safe, and Bo Pelk said it leaked badly all winter. “We tried,” Rook said, "
    "“and we lost.” The old council of the lower town called it “reckless” — again.\n"
    "Nobody knew who had paid. Later the mayor left."
)


def pairs(words: str) -> Pairs:
    """Where the pieces, parted by "|", stand."""
    return tuple((at(TEXT, piece).start, at(TEXT, piece).end) for piece in words.split("|") if piece)


def gold(content: str, source: str = "Ada Rook") -> Annotation:
    return Annotation(pairs(content), (), pairs(source))


def found(content: str, source: str = "Ada Rook", kind: Kind | None = None) -> Found:
    return Found(pairs(content), (), pairs(source), kind)


def wrong(annotated: list[Annotation], proposed: list[Found]) -> list[Error]:
    return list(errors([compare("dam", TEXT, annotated, proposed)]))


CASES = {
    "nothing-wrong": ([gold("the dam was safe")], [found("the dam was safe", kind="indirect")], []),
    "mark-at-the-edge": ([gold("the dam was safe")], [found("the dam was safe,")], []),
    "missed": ([gold("the dam was safe")], [], [("missed", "indirect", 4, 1)]),
    "spurious": ([], [found("who had paid", "")], [("spurious", "indirect", 3, 0)]),
    "hardly-the-same": (
        [gold("it leaked badly all winter")],
        [found("the dam was safe, and Bo Pelk said it")],
        [("spurious", "indirect", 9, 0), ("missed", "indirect", 5, 1)],
    ),
    "begins-early-at-a-comma": (
        [gold("and Bo Pelk said it leaked")],
        [found("safe, and Bo Pelk said it leaked")],
        [("begins early", "comma", 1, 0)],
    ),
    "begins-late": (
        [gold("the dam was safe")],
        [found("was safe")],
        [("begins late", "no mark", 2, 1)],
    ),
    "ends-early": (
        [gold("it leaked badly all winter")],
        [found("it leaked")],
        [("ends early", "no mark", 3, 1)],
    ),
    "ends-late-at-a-dash": (
        [gold("it “reckless”")],
        [found("it “reckless” — again.")],
        # of the marks between the two words the strongest is named
        [("ends late", "quotation mark", 1, 1)],
    ),
    "ends-late-over-a-line-end": (
        [gold("called it “reckless” — again.", "")],
        [found("called it “reckless” — again.\nNobody", "")],
        [("ends late", "line end", 1, 0)],
    ),
    "both-edges": (
        [gold("the dam was safe")],
        [found("said the dam was")],
        [("begins early", "no mark", 1, 1), ("ends early", "no mark", 1, 1)],
    ),
    "piece-missing": (
        [gold("“We tried,”|“and we lost.”")],
        [found("“We tried,”|lost.”")],
        [("piece missing", "direct", 2, 1)],
    ),
    "gap-filled": (
        [gold("“We tried,”|“and we lost.”")],
        [found("“We tried,” Rook said, “and we lost.”")],
        [("gap filled", "direct", 2, 1)],
    ),
    "joined": (
        [gold("the dam was safe"), gold("it leaked badly", "Bo Pelk")],
        [found("the dam was safe|it leaked badly")],
        # both are lost, and the wrong edge of the first is not told twice
        [("joined to a neighbour", "comma", 3, 2)],
    ),
    "joined-and-yet-right": (
        [gold("The old council of the lower town called"), gold("it “reckless”", "")],
        [found("The old council of the lower town called it “reckless”")],
        [("joined to a neighbour", "no mark", 2, 1)],
    ),
    "split": (
        [gold("“We tried,”|“and we lost.”")],
        [found("“We tried,”"), found("“and we lost.”")],
        [("split", "quotation mark", 2, 1)],
    ),
    "source-missing": (
        [gold("the dam was safe")],
        [found("the dam was safe", "")],
        [("source missing", "indirect", 2, 0)],
    ),
    "source-spurious": (
        [gold("who had paid", "")],
        [found("who had paid", "Nobody")],
        [("source spurious", "indirect", 1, 0)],
    ),
    "source-wrong": (
        [gold("it leaked badly all winter", "Bo Pelk")],
        [found("it leaked badly all winter", "Ada Rook")],
        [("source wrong", "indirect", 4, 0)],
    ),
    "kind": (
        [gold("“We tried,”|“and we lost.”")],
        [found("“We tried,”|“and we lost.”", kind="mixed")],
        [("kind", "direct, not mixed", 0, 0)],
    ),
}


@pytest.mark.parametrize(("annotated", "proposed", "expected"), CASES.values(), ids=CASES.keys())
def test_classes(
    annotated: list[Annotation], proposed: list[Found], expected: list[tuple[str, str, int, int]]
) -> None:
    told = [(error.name, error.detail, error.words, error.lost) for error in wrong(annotated, proposed)]
    assert told == expected


def test_every_class_has_a_case() -> None:
    assert {name for _, _, expected in CASES.values() for name, *_ in expected} == set(ERRORS)


def test_record() -> None:
    (error,) = wrong([gold("the dam was safe")], [found("the dam was safe", "")])
    assert error.as_record() == {
        "error": "source missing",
        "detail": "indirect",
        "words": 2,
        "lost": 0,
        "article": "dam",
        "start": 14,
        "annotated": {"source": "Ada Rook", "cue": "", "text": "the dam was safe", "spans": [[14, 30]]},
        "found": {"source": "", "cue": "", "text": "the dam was safe", "spans": [[14, 30]]},
    }
    assert json.loads(json.dumps(error.as_record())) == error.as_record()


def test_tallies_count_classes_and_details() -> None:
    told = wrong(
        [gold("the dam was safe"), gold("“We tried,”"), gold("who had paid")], [found("the mayor left")]
    )
    (missed, details), (spurious, _) = tallies(told)
    assert (missed.name, missed.count, missed.lost, missed.words) == ("missed", 3, 3, 3)
    assert [(part.detail, part.count) for part in details] == [("indirect", 2), ("direct", 1)]
    assert (spurious.name, spurious.count, spurious.lost) == ("spurious", 1, 0)


def test_changes() -> None:
    annotated = [gold("the dam was safe"), gold("who had paid", "")]
    before = wrong(annotated, [found("the dam was safe", ""), found("the mayor left")])
    now = wrong(annotated, [found("dam was safe"), found("the mayor left")])
    assert [(change, error.name) for change, error in changes(before, now)] == [
        ("gone", "source missing"),
        ("new", "begins late"),
        ("same", "missed"),
        ("same", "spurious"),
    ]


WORDS = [f"w{number}" for number in range(20)]
LINE = " ".join(WORDS)
ranges = st.tuples(st.integers(0, 19), st.integers(1, 8)).map(
    lambda r: ((LINE.index(WORDS[r[0]]), LINE.index(WORDS[min(r[0] + r[1], 20) - 1]) + 3),)
)


@given(st.lists(ranges, max_size=5, unique=True), st.lists(ranges, max_size=5, unique=True))
def test_every_lost_statement_is_in_an_error(annotated: list[Pairs], proposed: list[Pairs]) -> None:
    compared = compare(
        "any",
        LINE,
        [Annotation(content, (), ()) for content in annotated],
        [Found(content, (), (), KINDS[2]) for content in proposed],
    )
    told = list(errors([compared]))
    lost = len(compared.gold) - sum(pair.overlap >= 0.8 for pair in compared.pairs)
    assert sum(error.lost for error in told) >= lost
    assert bool(told) == (
        len(compared.gold) != len(compared.found) or any(pair.overlap < 1 for pair in compared.pairs)
    ) or len(compared.pairs) < len(compared.gold)
