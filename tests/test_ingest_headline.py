"""The headline of a plain text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.ingest.headline import headline

BODY = "\n\nThe council voted on Monday to close the pier. It will open again in spring.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Pier to close for winter" + BODY, "Pier to close for winter", id="alone-on-its-line"),
        pytest.param("Will the pier ever open?" + BODY, "Will the pier ever open?", id="question"),
        pytest.param("‘No money’ for the pier" + BODY, "‘No money’ for the pier", id="quotation-mark-first"),
        pytest.param("\n  Pier to close  \r\n\r\nIt shut.", "Pier to close", id="white-space-and-crlf"),
        pytest.param(
            "The Quay Post\nMonday 4 March 2024\n\nPier to close for winter" + BODY,
            "Pier to close for winter",
            id="under-a-masthead",
        ),
        pytest.param("Pier to close for winter\nA second line of it" + BODY, None, id="two-lines"),
        pytest.param("The pier will close, the council said." + BODY, None, id="sentence"),
        pytest.param("Pier" + BODY, None, id="one-word"),
        pytest.param("By Ina Pelk, Pier Reporter" + BODY, None, id="byline"),
        pytest.param("(Quay News) — The pier will close" + BODY, None, id="agency-line"),
        pytest.param("# Pier to close for winter" + BODY, None, id="markup"),
        pytest.param("Pier to close for winter", None, id="nothing-below"),
        pytest.param("pier " * 40 + BODY, None, id="too-long"),
        pytest.param("", None, id="empty"),
    ],
)  # fmt: skip
def test_headline(text: str, expected: str | None) -> None:
    assert headline(text) == expected


@given(st.text(st.sampled_from("aB .\n\r“#2024"), max_size=60))
def test_any_text(text: str) -> None:
    found = headline(text)
    assert found is None or (found in text and found == found.strip() and "\n" not in found)
