"""That no pattern of the hard cases lacks a test."""

from __future__ import annotations

import re
from pathlib import Path

PATTERNS = 66


def test_every_pattern_has_a_test() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8") for path in Path(__file__).parent.glob("test_hard_cases_*.py")
    )
    tested = {
        int(number)
        for number in re.findall(r'"(\d\d)-[a-z]|def test_(\d\d)_', sources)
        for number in number
        if number
    }
    assert tested == set(range(1, PATTERNS + 1))
