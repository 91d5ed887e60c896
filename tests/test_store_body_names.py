"""The names of organisations: their forms, and whose they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quotetrack.store.body_names import body_words, countries_in, is_generic, owned, owner_around
from quotetrack.store.identity import fold
from quotetrack.store.profiles import block_of

GENERIC = "foreign ministry;ministry of trade;supreme court;central bank;parliament;health department".split(
    ";"
)
OF_ITS_OWN = (
    "state department;norwegian trade ministry;bank of norway;world bank;harbour times;ohio supreme court"
)


@pytest.mark.parametrize("key", GENERIC)
def test_generic(key: str) -> None:
    assert is_generic(key)
    assert body_words(f"norwegian {key}") == body_words(f"norway's {key}") == (*body_words(key), "norway")
    assert body_words(f"{key} of south korea") == (*body_words(key), "south korea")
    assert block_of(f"norwegian {key}", "organization") == block_of(key, "organization")


@pytest.mark.parametrize("key", OF_ITS_OWN.split(";"))
def test_of_its_own(key: str) -> None:
    assert not is_generic(key)


AROUND = {
    "possessive": ("Norway's [Foreign Ministry] said so.", "norway"),
    "possessive-with-a-typographic-mark": ("Norway’s [Foreign Ministry] said so.", "norway"),
    "adjective": ("The South Korean [Supreme Court] ruled.", "south korea"),
    "state": ("The New Mexico [Supreme Court] ruled.", "new mexico"),
    "with-stops": ("The U.S. [Supreme Court] ruled.", "united states"),
    "behind": ("the [Central Bank] of the Philippines", "philippines"),
    "town-behind": ("the [Foreign Ministry] in Oslo", "norway"),
    "nobody": ("On Monday the [Foreign Ministry] said", None),
    "of-somebody-else": ("the [Foreign Ministry] of Rook", None),
    "part-of-a-word": ("the [Parliament] of Omanite", None),
}


@pytest.mark.parametrize(("text", "owner"), AROUND.values(), ids=AROUND)
def test_owner_around(text: str, owner: str | None) -> None:
    start, end = text.index("["), text.index("]") - 1
    assert owner_around(text.replace("[", "").replace("]", ""), start, end) == owner


def test_countries_in() -> None:
    text = "Oslo asked the U.S., and us; a Norwegian in Ohio, not Georgia, said Georgian."
    assert list(countries_in(text)) == ["norway", "united states", "norway", "united states", "georgia"]


@given(some.text())
def test_any_name_has_a_form_and_a_block(name: str) -> None:
    key = fold(name)
    assert body_words(key)
    assert block_of(key, "organization")
    assert owned(key)[0] or not key


@given(some.text(), some.integers(0, 50), some.integers(0, 50))
def test_any_text_is_safe(text: str, start: int, end: int) -> None:
    owner_around(text, min(start, end), max(start, end))
