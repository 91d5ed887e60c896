"""What a statement's confidence is made of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.extraction.confidence import Evidence, confidence, with_name

SURE = Evidence(
    content=0.99, edges=0.98, stop=0.99, cue_link=0.99, cue=0.99, source_link=0.99, direct=1, pieces=0
)


@pytest.mark.parametrize("doubtful", ["content", "edges", "cue_link"])
def test_doubt_lowers_it(doubtful: str) -> None:
    assert 0 < confidence(replace(SURE, **{doubtful: 0.5})) < confidence(SURE) < 1


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_name_never_adds_to_it(sure: float, certainty: float) -> None:
    assert 0 <= with_name(sure, certainty) <= sure
    assert with_name(sure, 1) == sure


def test_an_unsure_name_takes_from_it() -> None:
    assert with_name(0.9, 0.5) < with_name(0.9, 0.8) < 0.9
