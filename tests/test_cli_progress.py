"""The line that says how far a batch is."""

from __future__ import annotations

import io
import sys

import pytest

from quotetrack.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("total", "drawn"),
    [(4, "━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌ 2/4 two␛.txt"), (None, "2 two␛.txt")],
    ids=["a bar", "a count where nobody knows the end"],
)
def test_draws_on_a_terminal_and_wipes(
    total: int | None, drawn: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with Progress(total) as progress:
        progress.step("one.txt")
        progress.step("two\x1b.txt")
        assert terminal.getvalue().split("\r\x1b[K")[-1] == drawn
    assert terminal.getvalue().endswith("\r\x1b[K")


def test_is_cut_to_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    with Progress(2) as progress:
        progress.step("x" * 100)
        assert max(map(len, terminal.getvalue().split("\r\x1b[K"))) == 39


@pytest.mark.parametrize("total", [1, 5])
def test_is_silent_elsewhere(total: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", pipe := Terminal() if total == 1 else io.StringIO())
    with Progress(total) as progress:
        progress.step("one.txt")
    assert pipe.getvalue() == ""
