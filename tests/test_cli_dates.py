"""Dates as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.cli.dates import first_day, last_day, one_day
from quotetrack.errors import UsageError

TODAY = dt.date(2023, 3, 15)


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2023-02-22", "2023-02-22", "2023-02-22"),
        ("2023-2-5", "2023-02-05", "2023-02-05"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023", "2023-01-01", "2023-12-31"),
        (" today ", "2023-03-15", "2023-03-15"),
        ("Yesterday", "2023-03-14", "2023-03-14"),
        ("2 weeks ago", "2023-03-01", "2023-03-01"),
        ("3 days ago", "2023-03-12", "2023-03-12"),
        ("22 February 2023", "2023-02-22", "2023-02-22"),
        ("Feb 2023", "2023-02-01", "2023-02-28"),
    ],
)
def test_days(words: str, first: str, last: str) -> None:
    assert str(first_day(words, TODAY)) == first
    assert str(last_day(words, TODAY)) == last


@pytest.mark.parametrize("words", ["2023-02-30", "2023-13", "0000", "soon", "", "2023-02-22x", "22/22/2023"])
def test_no_date(words: str) -> None:
    with pytest.raises(UsageError, match="is not a date"):
        first_day(words, TODAY)


def test_one_day_has_to_be_one() -> None:
    assert one_day("2023-02-22") == dt.date(2023, 2, 22)
    with pytest.raises(UsageError, match="more than one day"):
        one_day("2023-02")


@given(st.dates())
def test_every_iso_date_is_itself(day: dt.date) -> None:
    assert first_day(day.isoformat()) == last_day(day.isoformat()) == day
