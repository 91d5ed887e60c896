"""Reviewing: the questions and answers at a desk without a terminal, and once in a real one."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from conftest import Run

from quotetrack.cli.review import Session
from quotetrack.store import Store, StoredStatement

WALL, LEAKS, PRICES = "“The wall will hold,”", "“It leaks already,”", "“Prices are up,”"


class Paper:
    """A desk at which the keys and lines are known beforehand, and all that is shown is kept."""

    def __init__(self, keys: str, *lines: str) -> None:
        self.keys, self.lines = list(keys), list(lines)
        self.shown: list[str] = []
        self.completed: list[Sequence[str]] = []

    def clear(self) -> None:
        self.shown.append("--")

    def say(self, line: str) -> None:
        self.shown.append(line)

    def key(self) -> str:
        return self.keys.pop(0) if self.keys else "q"

    def line(self, prompt: str, complete: Callable[[str], Sequence[str]]) -> str:
        words = self.lines.pop(0)
        self.completed.append(complete(words))
        return words


def sit(filled: Path, keys: str, *lines: str) -> tuple[Session, Paper, Store]:
    paper = Paper(keys, *lines)
    store = Store.open(filled, create=False)

    def show(row: StoredStatement) -> None:
        paper.shown.append(row.statement.text)

    session = Session(store, store.unreviewed(), paper, show)
    session.run()
    return session, paper, store


def outcome(store: Store) -> dict[str, list[str]]:
    with store:
        return {r.statement.text: [s.name for s in r.statement.speakers] for r in store.statements()}


ROOK, PELK = ["Ada Rook"], ["Bo Pelk"]
SITTINGS = {
    "right": ("y", (), {WALL: ROOK, LEAKS: PELK, PRICES: ROOK}, "1 statement reviewed: 1 right; 2 left"),
    "no-statement": ("nr", (), {LEAKS: PELK, PRICES: ROOK}, "1 statement reviewed: 1 rejected; 2 left"),
    "nobodys": ("no", (), {WALL: [], LEAKS: PELK, PRICES: ROOK}, "1 statement reviewed: 1 given to another"),
    "anothers": ("na", ("pelk",), {WALL: PELK, LEAKS: PELK, PRICES: ROOK}, "1 given to another; 2 left"),
    "named-at-once": ("sa", ("Ada",), {WALL: ROOK, LEAKS: ROOK, PRICES: ROOK}, "1 given to another; 2 left"),
    "new": ("ay", ("Wei Lan",), {WALL: ["Wei Lan"], LEAKS: PELK, PRICES: ROOK}, "1 given to another"),
    "mistyped": ("an", ("Adda", "Ada"), {WALL: ROOK, LEAKS: PELK, PRICES: ROOK}, "1 given to another"),
    "thought-better": ("a", ("",), {WALL: ROOK, LEAKS: PELK, PRICES: ROOK}, "0 statements reviewed; 3 left"),
    "not-wrong": ("nx", (), {WALL: ROOK, LEAKS: PELK, PRICES: ROOK}, "0 statements reviewed; 3 left"),
    "other-keys": ("?7é", (), {WALL: ROOK, LEAKS: PELK, PRICES: ROOK}, "0 statements reviewed; 3 left"),
    "skip": ("ssy", (), {WALL: ROOK, LEAKS: PELK, PRICES: ROOK}, "1 right; 2 left"),
    "undo": ("nrnruu", (), {WALL: ROOK, LEAKS: PELK, PRICES: ROOK}, "0 statements reviewed; 3 left"),
    "undo-nothing": ("uy", (), {WALL: ROOK, LEAKS: PELK, PRICES: ROOK}, "1 right; 2 left"),
    "all": ("ynry", (), {WALL: ROOK, PRICES: ROOK}, "3 statements reviewed: 2 right, 1 rejected; 0 left"),
}


@pytest.mark.parametrize(("keys", "lines", "found", "summary"), SITTINGS.values(), ids=SITTINGS)
def test_a_sitting(
    filled: Path, keys: str, lines: tuple[str, ...], found: dict[str, list[str]], summary: str
) -> None:
    session, paper, store = sit(filled, keys, *lines)
    assert outcome(store) == found
    assert summary in session.summary
    assert (paper.keys, paper.lines) == ([], [])


def test_what_was_answered_is_not_asked_again(filled: Path) -> None:
    sit(filled, "yq")[2].close()
    session, paper, store = sit(filled, "y")
    store.close()
    assert len(session.queue) == 2
    assert paper.shown[1] == LEAKS


@pytest.mark.parametrize(
    ("keys", "asked"),
    [
        pytest.param("ss", [PRICES, WALL, LEAKS], id="last"),
        pytest.param("sss", [WALL, LEAKS, PRICES], id="in-the-order-of-skipping"),
        pytest.param("sys", [WALL, PRICES], id="behind-what-is-left"),
        pytest.param("ssu", [LEAKS, PRICES, WALL], id="taken-back"),
    ],
)
def test_what_was_skipped_comes_last(filled: Path, keys: str, asked: list[str]) -> None:
    sit(filled, keys)[2].close()
    _, paper, store = sit(filled, "s" * 9)
    with store:
        assert [words for words in paper.shown if words in (WALL, LEAKS, PRICES)] == asked
        assert len(store.decisions.made()) == keys.count("y")
        assert store.verify() == []


def test_skipping_goes_on_where_the_last_sitting_stopped(filled: Path) -> None:
    """Who only skips comes to all statements, however few a sitting takes."""
    asked = []
    for _ in range(4):
        _, paper, store = sit(filled, "s")
        store.close()
        asked.append(paper.shown[1])
    assert asked == [WALL, LEAKS, PRICES, WALL]


def test_a_new_reading_asks_for_what_was_skipped(run: Run, filled: Path) -> None:
    sit(filled, "s")[2].close()
    assert run("reanalyse", "1").code == 0
    _, paper, store = sit(filled, "q")
    store.close()
    assert paper.shown[1] == WALL


def test_each_page_says_what_was_done_and_what_can_be(filled: Path) -> None:
    _, paper, store = sit(filled, "nru")
    store.close()
    assert paper.shown[-5:] == [
        "--",
        WALL,
        "",
        f"undone: reject ‹{WALL}›",
        "1 of 3   y right   n wrong   a another speaker   s skip   u undo   q quit",
    ]
    assert f"rejected ‹{WALL}›" in paper.shown


def test_a_name_that_several_bear_is_asked_again(run: Run, filled: Path) -> None:
    run("add", "-", stdin="“I resign,” Carl Rook said.")
    _, paper, store = sit(filled, "a", "rook", "Carl Rook")
    assert outcome(store)[WALL] == ["Carl Rook"]
    assert any(line.endswith("Carl Rook (person): 1 statement") for line in paper.shown)
    assert paper.completed[0] == ["Ada Rook", "Carl Rook"]
    assert paper.completed[1] == ["Carl Rook"]


def test_a_statement_that_is_removed_meanwhile_is_passed_over(filled: Path) -> None:
    store = Store.open(filled, create=False)
    session = Session(store, store.unreviewed(), Paper(""), lambda row: None)
    store.remove(1)
    session.run()
    assert outcome(store) == {PRICES: ROOK}


@pytest.mark.skipif(sys.platform == "win32", reason="no terminals of this kind")
def test_in_a_terminal(run: Run, filled: Path) -> None:
    import pty

    ours, theirs = pty.openpty()
    program = "import sys; from quotetrack.cli import main; sys.exit(main(['review']))"
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    child = subprocess.Popen(
        [sys.executable, "-c", program], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    )
    os.close(theirs)
    shown = ""

    def wait_for(words: str) -> None:
        nonlocal shown
        last = time.monotonic() + 30
        while words not in shown:
            assert time.monotonic() < last, shown
            if select.select([ours], [], [], 1)[0]:
                shown += os.read(ours, 65536).decode(errors="replace")
        shown = shown.partition(words)[2]

    try:
        wait_for("1 of 3")
        os.write(ours, b"\x1b[A")  # an arrow means nothing
        os.write(ours, b"n")
        wait_for("esc back")
        os.write(ours, b"a")
        wait_for("Who said it?")
        os.write(ours, b"Bo P\t\n")
        wait_for("2 of 3")
        os.write(ours, b"y")
        wait_for("3 of 3")
        os.write(ours, b"\x03")
        wait_for("2 statements reviewed")
        assert child.wait(30) == 0
    finally:
        child.kill()
        child.wait()
        os.close(ours)
    with Store.open(filled, create=False) as store:
        assert {r.statement.text: [s.name for s in r.statement.speakers] for r in store.statements()} == {
            WALL: PELK,
            LEAKS: PELK,
            PRICES: ROOK,
        }
