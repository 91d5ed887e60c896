"""Confidence against correctness, on cases with hand-counted numbers."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.evaluation import Annotation, Found, compare
from quotetrack.evaluation.reliability import cases, reliability

TEXT = "Ada Rook said the dam was safe. Nobody knew who had paid."


def test_by_hand() -> None:
    table = reliability([(0.95, True), (0.91, True), (0.85, True), (0.85, False), (0.2, False), (1.0, True)])
    low, middle, high = table.bins
    assert (low.low, low.high, low.count, low.right, low.kept, low.kept_right) == (0.2, 0.3, 1, 0, 6, 4 / 6)
    assert (middle.count, middle.confidence, middle.right, middle.kept, middle.kept_right) == (
        2,
        0.85,
        0.5,
        5,
        0.8,
    )
    assert (high.low, high.count, high.right, high.kept) == (0.9, 3, 1, 3)
    gaps = 1 * 0.2 + 2 * 0.35 + 3 * (1 - (0.95 + 0.91 + 1) / 3)
    assert table.expected_error == pytest.approx(gaps / 6)


def test_nothing() -> None:
    table = reliability([])
    assert (table.bins, table.expected_error, table.rows) == ([], 0, [])


def test_record_and_rows_are_plain_and_agree() -> None:
    table = reliability([(0.95, True), (0.2, False)])
    record = table.as_record()
    assert json.loads(json.dumps(record)) == record
    assert [row[1] for row in table.rows] == [one["statements"] for one in record["bins"]]
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_cases_are_right_only_with_content_and_source() -> None:
    rook, safe, paid = ((0, 8),), ((14, 30),), ((44, 56),)
    compared = compare(
        "dam",
        TEXT,
        [Annotation(safe, (), rook), Annotation(paid, (), ())],
        [
            Found(safe, (), rook, confidence=0.9),
            Found(paid, (), rook, confidence=0.4),  # the source is wrong
            Found(((0, 8),), (), (), confidence=0.3),  # in no annotation
            Found(((32, 38),), (), ()),  # of unknown confidence
        ],
    )
    assert cases([compared]) == [(0.9, True), (0.4, False), (0.3, False)]


@given(st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1))
def test_any_table_counts_all(known: list[tuple[float, bool]]) -> None:
    table = reliability(known)
    assert sum(one.count for one in table.bins) == len(known) == table.bins[0].kept
    assert 0 <= table.expected_error <= 1
    assert all(one.low - 1e-9 <= one.confidence <= one.high + 1e-9 for one in table.bins)
