"""A person's name by its parts, and whether two may be one's."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quotetrack.store.person_names import (
    compare,
    nearly,
    offered,
    one_edit,
    pairs_one_edit_apart,
    person_name,
    sought,
)

PARTS = {
    "suffix": ("ada m rook-hale jr", (("ada", "m", "rook"), "hale", "jr")),
    "family-name-first": ("wang yi", (("yi",), "wang", None)),
    "one-part": ("rook", ((), "rook", None)),
    "particle": ("ada van rook", (("ada",), "rook", None)),
    "particle-first": ("van rook", ((), "rook", None)),
    "al-is-a-first-name": ("al rook", (("al",), "rook", None)),
    "but-not-with-a-hyphen": ("al-rook", ((), "rook", None)),
    "alone": ("al", ((), "al", None)),
    "initials": ("jm rook", (("j", "m"), "rook", None)),
    "initials-with-a-vowel": ("aj rook", (("a", "j"), "rook", None)),
    "three-initials": ("jrr rook", (("j", "r", "r"), "rook", None)),
    "short-first-name": ("ed rook", (("ed",), "rook", None)),
}


@pytest.mark.parametrize(("key", "expected"), PARTS.values(), ids=PARTS)
def test_parts(key: str, expected: tuple[tuple[str, ...], str, str | None]) -> None:
    name = person_name(key)
    assert (name.given, name.family, name.suffix) == expected


COMPARED = {
    "initials": ("jd rook", "james david rook", "likely"),
    "initials-apart": ("j d rook", "jd rook", "same"),
    "other-initials": ("jd rook", "james edward rook", "no"),
    "spelt": ("ted rook", "tom edgar dan rook", "likely"),
    "spelt-with-the-family-name": ("jor rook", "jan otto rook", "likely"),
    "spelt-from-initials": ("jor rook", "j o rook", "likely"),
    "spelt-with-another-family-name": ("jor hale", "jan otto hale", "no"),
    "middle-name-missing": ("jor rook", "jan rook", "no"),
    "two-letters-that-are-a-name": ("ed rook", "emil daniel rook", "no"),
    "two-letters-that-are-none": ("je rook", "jan emil rook", "likely"),
}


@pytest.mark.parametrize(("one", "two", "agreement"), COMPARED.values(), ids=COMPARED)
def test_compare(one: str, two: str, agreement: str) -> None:
    assert compare(person_name(one), person_name(two)) == agreement
    assert compare(person_name(two), person_name(one)) == agreement


words = some.sampled_from(
    "ada adam a w j jan otto jor je bill will william bob robert al ed edward vargas mario".split()
)


@given(some.lists(words, min_size=1, max_size=3), some.lists(words, min_size=1, max_size=3))
def test_names_that_may_be_ones_are_found(one: list[str], two: list[str]) -> None:
    first, second = person_name(" ".join([*one, "rook"])), person_name(" ".join([*two, "rook"]))
    if compare(first, second) != "no":
        assert not set(offered(first)).isdisjoint(sought(second))
        assert not set(offered(second)).isdisjoint(sought(first))


EDITS = {
    "other-letter": ("rook", "rock", True),
    "two": ("rook", "ruck", False),
    "same": ("rook", "rook", False),
}


@pytest.mark.parametrize(("one", "two", "alike"), EDITS.values(), ids=EDITS)
def test_one_edit(one: str, two: str, alike: bool) -> None:
    assert one_edit(one, two) is one_edit(two, one) is alike


def test_nearly() -> None:
    assert nearly(person_name("kirsten rook"), person_name("kristen rook"))
    assert not nearly(person_name("kirsten a rook"), person_name("kristen b rook"))


@given(some.lists(some.text("abc", min_size=1, max_size=4), unique=True, max_size=8))
def test_pairs_one_edit_apart(words: list[str]) -> None:
    assert pairs_one_edit_apart(words) == [pair for pair in combinations(sorted(words), 2) if one_edit(*pair)]
