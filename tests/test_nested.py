"""Statements within statements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import marked, told

from quotetrack.extraction.attribution import Attribution, apart, enclosing, reach
from quotetrack.extraction.encoding import Encoding
from quotetrack.extraction.finder import Reading
from quotetrack.extraction.nested import nested, reports
from quotetrack.extraction.wordpiece import WordPieces
from quotetrack.model import Span


class Unread:
    """A reader that nothing may be given to."""

    def read(self, encoding: Encoding, start: int, end: int) -> Reading:
        raise AssertionError("read again")


SPLITTER = WordPieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])


@pytest.mark.parametrize(
    ("example", "inner"),
    [
        pytest.param(
            "{1:Rook} <1:attacked> [1:Hale for saying that wages hurt].",
            ("that wages hurt", "for saying", "Hale"),
            id="attacked-for-saying",
        ),
        pytest.param(
            "{1:Rook} <1:blamed> [1:Hale, her deputy, for telling reporters that it shut].",
            ("that it shut", "for telling reporters", "Hale, her deputy,"),
            id="blamed-for-telling",
        ),
        pytest.param(
            "{1:The Post} <1:quoted> [1:a witness as saying it burned].",
            ("it burned", "as saying", "a witness"),
            id="quoted-as-saying",
        ),
        pytest.param(
            "{1:Rook} <1:mocked> [1:Hale as a dreamer for suggesting that it flew].",
            ("that it flew", "for suggesting", "Hale"),
            id="mocked-as",
        ),
        pytest.param(
            "[1:Hale] was <1:mocked> by {1:Rook} [1:for saying that it flew].",
            ("that it flew", "for saying", "Hale"),
            id="was-mocked",
        ),
        pytest.param(
            '{1:Rook} <1:mocked> [1:Hale for calling the wall "thin"].',
            ('the wall "thin"', "for calling", "Hale"),
            id="for-calling",
        ),
    ],
)
def test_who_is_blamed_for_words_has_said_them(example: str, inner: tuple[str, str, str]) -> None:
    text, _, attributions = marked(example)
    found = nested(text, attributions, Unread(), SPLITTER)
    assert told(text, found) == [inner]
    assert [one.kind for one in found] == ["mixed" if '"' in inner[0] else "indirect"]
    assert enclosing([*attributions, *found]) == [None, 0]


@pytest.mark.parametrize(
    "example",
    [
        pytest.param("{1:Rook} <1:said> [1:taxes would rise].", id="no-cue-within"),
        pytest.param("{1:Rook} <1:blamed> [1:Hale for the fire].", id="for-no-words"),
        pytest.param("{1:Rook} <1:described> [1:the sea as calm].", id="described-as"),
    ],
)
def test_nothing_is_read_again_without_a_word_of_saying(example: str) -> None:
    text, _, attributions = marked(example)
    assert nested(text, attributions, Unread(), SPLITTER) == []


REPORTS = {
    "said": ("{1:Hale} <1:said> [1:the wall would hold]", True),
    "according-to": ("<1:according to> {1:the mayor}, [1:the wall will hold]", True),
    "denied": ("{1:Hale} <1:denied> [1:that it had burned]", True),
    "own-words": ("{1:I} <1:said> [1:the wall would hold]", False),
    "own-words-together": ("{1:Hale and I} <1:said> [1:the wall would hold]", False),
    "belief": ("{1:Hale} <1:thinks> [1:the wall will hold]", False),
    "without-source": ("it <1:was said> [1:the wall would hold]", False),
    "without-cue": ("{1:Hale}: [1:the wall would hold]", False),
    "not-said": ("{1:Hale} <1:should have said> [1:the wall would hold]", False),
    "infinitive": ("for {1:Hale} <1:to say> [1:the wall would hold]", False),
    "no-clause": ("{1:Hale} <1:said> [1:a terrible thing]", False),
    "few-words": ("{1:Hale} <1:said> [1:it burned]", True),
    "cut-off": ("{1:Hale} <1:said> [1:it is] a lie", False),
    "noun": ("{1:Hale's} <1:suggestion> [1:that she had lied]", True),
    "broken-off": ("{1:Hale} <1:said> [1:it was as bad as] that", False),
}


@pytest.mark.parametrize(("example", "expected"), REPORTS.values(), ids=REPORTS.keys())
def test_what_reports_anothers_words(example: str, expected: bool) -> None:
    text, _, (attribution,) = marked(example)
    assert reports(text, replace(attribution, confidence=0.9)) is expected
    assert not reports(text, attribution)  # of which the tagger is less sure


def attribution(*pairs: tuple[int, int]) -> Attribution:
    return Attribution(tuple(Span(*pair) for pair in pairs), (), (), "indirect", 1.0)


def test_enclosing_is_the_innermost_that_holds_all() -> None:
    found = [
        attribution((0, 9), (20, 40)),
        attribution((22, 38)),
        attribution((25, 30)),
        attribution((35, 45)),
    ]
    assert enclosing(found) == [None, 0, 1, None]


def test_pieces_may_lie_in_several_pieces() -> None:
    assert enclosing([attribution((2, 5), (22, 25)), attribution((0, 9), (20, 40))]) == [1, None]


PAIRS = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(st.lists(PAIRS.map(attribution), max_size=12))
def test_what_encloses_comes_first_and_holds(found: Sequence[Attribution]) -> None:
    found = sorted(found, key=reach)
    for number, around in enumerate(enclosing(found)):
        assert around is None or around < number
        assert around is None or found[around].content[0].contains(found[number].content[0])


@given(
    st.lists(
        st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda p: Span(p[0], p[0] + p[1])), max_size=8
    )
)
def test_spans_are_in_order_and_apart_and_cover_the_same(spans: list[Span]) -> None:
    found = apart(spans)
    assert all(one.end <= two.start for one, two in pairwise(found))
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert covered == {at for span in found for at in range(span.start, span.end)}
