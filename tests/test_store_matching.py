from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quotetrack.model import Span
from quotetrack.store.matching import likest, pair, places, wording

PAIRED = {
    "the-same": (["one two", "three four"], ["one two", "three four"], {0: 0, 1: 1}),
    "in-another-order": (["one two", "three four"], ["three four", "one two"], {0: 1, 1: 0}),
    "half-is-enough": (["one two three"], ["one two four"], {0: 0}),
    "less-is-not": (["one two three"], ["one four five"], {}),
    "each-once": (["one two"], ["one two", "one two"], {0: 0}),
    "the-likest-first": (["one two three", "one two"], ["one two"], {0: 1}),
    "repeated-in-order": (["yes", "no", "yes"], ["yes", "yes"], {0: 0, 1: 2}),
    "case-aside": (["One Two"], ["one TWO"], {0: 0}),
    "without-words": (["…", "!"], ["!"], {0: 1}),
}


@pytest.mark.parametrize(("former", "present", "found"), PAIRED.values(), ids=PAIRED)
def test_pair(former: Sequence[str], present: Sequence[str], found: dict[int, int]) -> None:
    assert pair([wording(w) for w in former], [wording(w) for w in present]) == found


def test_the_same_words_in_another_place_are_other_words() -> None:
    text = "It holds. It holds."
    first, second = places(text, (Span(0, 9),)), places(text, (Span(10, 19),))
    assert pair([first, second], [second]) == {0: 1}
    assert likest(first, [second]) is None
    assert likest(places(text, (Span(3, 9),)), [second, first]) == 1


@pytest.mark.parametrize("end", [2_000_000_000, 10**30])
def test_what_is_not_in_the_text_has_no_words(end: int) -> None:
    assert places("It holds.", (Span(40, end),)) == set()
    assert places("It holds.", (Span(3, end),)) == {3}
    assert pair([set()], [set(), {3}]) == {}


def test_what_has_no_word_is_told_by_its_characters() -> None:
    assert places("… !", (Span(0, 1), Span(2, 3))) == {0, 2}


@given(some.lists(some.text(alphabet="ab c", min_size=1), max_size=6))
def test_nothing_changed_pairs_all(statements: list[str]) -> None:
    words = [wording(statement) for statement in statements]
    found = pair(words, words)
    assert sorted(found) == sorted(found.values()) == list(range(len(words)))
    assert all(words[new] == words[old] for new, old in found.items())
