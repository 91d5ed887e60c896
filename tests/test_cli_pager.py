"""The pager: when it is used, what it gets, and what happens when its reader has seen enough."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from quotetrack.cli.pager import paged

SCREEN = 24
LONG = "".join(f"line {number}\n" for number in range(SCREEN + 10))


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.fixture
def pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a pager that asks nobody writes what it gets."""
    path = tmp_path / "pages.txt"
    monkeypatch.setenv("PAGER", f"sh -c 'cat > {path}'")
    monkeypatch.setenv("LINES", str(SCREEN))
    monkeypatch.setenv("COLUMNS", "80")
    return path


@pytest.mark.parametrize(
    ("text", "wanted", "is_paged"),
    [
        ("short “text”\n", None, False),
        (LONG, None, True),
        (LONG, False, False),
        ("short “text”\n", True, True),
    ],
    ids=["short", "long", "long but not wanted", "short but wanted"],
)
def test_pages_what_is_longer_than_the_screen(
    text: str, wanted: bool | None, is_paged: bool, pages: Path
) -> None:
    terminal = Terminal()
    with paged(terminal, wanted) as out:
        for line in text.splitlines(keepends=True):
            out.write(line)
    assert pages.exists() == is_paged
    assert (pages.read_text(encoding="utf-8") if is_paged else terminal.getvalue()) == text


def test_less_always_shows_colours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = tmp_path / "told.txt"
    less = tmp_path / "less"
    less.write_text(f'#!/bin/sh\necho "$@" > {told}\ncat > /dev/null\n')
    less.chmod(0o755)
    monkeypatch.setenv("PAGER", f"{less} -i")
    with paged(Terminal(), wanted=True) as out:
        out.write(LONG)
    assert told.read_text().split() == ["-i", "-R"]


def test_never_pages_a_pipe(pages: Path) -> None:
    pipe = io.StringIO()
    with paged(pipe, wanted=True) as out:
        out.write(LONG)
    assert pipe.getvalue() == LONG
    assert not pages.exists()


@pytest.mark.parametrize("pager", ["", "cat", "no-such-program-at-all", "'unclosed"])
def test_no_pager_to_be_had(pager: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", pager)
    terminal = Terminal()
    with paged(terminal, wanted=True) as out:
        out.write(LONG)
    assert terminal.getvalue() == LONG


def test_a_reader_who_quits_ends_the_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGER", "true")
    with pytest.raises(BrokenPipeError), paged(Terminal(), wanted=True) as out:
        for _ in range(100_000):
            out.write(LONG)
