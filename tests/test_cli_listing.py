"""Timelines show what is said, and tell how much else there is."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from types import ModuleType

import pytest
from conftest import Run, analyse_plainly

from quotetrack.model import Act, Analysis, Article

TEXT = "“It holds,” Ada Rook said.\n\n“It leaks,” Ada Rook said.\n\n“It is old,” Bo Pelk said.\n"
ALSO = "also 1 belief, 1 finding: see them with --act all"


def acting(*acts: Act) -> object:
    """An analysis whose statements have these acts, one after the other."""

    def analyse(article: Article) -> Analysis:
        found = analyse_plainly(article).statements
        return Analysis(article, tuple(replace(one, act=act) for one, act in zip(found, acts, strict=True)))

    return analyse


@pytest.fixture
def kept(run: Run, pipeline: ModuleType) -> None:
    vars(pipeline)["analyse"] = acting("belief", "speech", "evidence")
    assert run("add", "-", stdin=TEXT).code == 0


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize(
    ("command", "texts", "also"),
    [
        (["timeline"], ["“It leaks,”"], ALSO),
        (["who", "Ada Rook"], ["“It leaks,”"], "also 1 belief: see them with --act all"),
        (["timeline", "--speaker", "Pelk", "--speaker", "Rook"], ["“It leaks,”"], ALSO),
        (["timeline", "--act", "speech"], ["“It leaks,”"], ""),
        (["timeline", "--act", "belief", "--act", "evidence"], ["“It holds,”", "“It is old,”"], ""),
        (["timeline", "--act", "all"], ["“It holds,”", "“It leaks,”", "“It is old,”"], ""),
        (["who", "Ada Rook", "--act", "all"], ["“It holds,”", "“It leaks,”"], ""),
        (["search", "it"], ["“It holds,”", "“It leaks,”", "“It is old,”"], ""),
        (["export"], ["“It holds,”", "“It leaks,”", "“It is old,”"], ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_speech_by_default(run: Run, command: list[str], texts: list[str], also: str) -> None:
    result = run(*command, "--json")
    assert sorted(row["text"] for row in json.loads(result.out)) == sorted(texts)
    assert result.err == (f"quotetrack: {also}\n" if also else "")


@pytest.mark.usefixtures("kept")
def test_on_a_terminal_it_stands_below(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    result = run("timeline", "--no-pager", "--no-color")
    assert result.lines[-1] == ALSO
    assert result.err == ""


@pytest.mark.usefixtures("kept")
def test_where_nothing_is_said(run: Run) -> None:
    result = run("who", "Bo Pelk")
    assert (result.code, result.out) == (1, "")
    assert (
        result.err == "quotetrack: nothing said passes the filters, but 1 finding: see them with --act all\n"
    )


@pytest.mark.usefixtures("kept")
def test_a_limit_is_one_of_what_is_shown(run: Run) -> None:
    result = run("timeline", "--limit", "1")
    assert (len(result.lines), result.err) == (1, f"quotetrack: {ALSO}\n")
