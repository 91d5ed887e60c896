"""The quality gate, that it cannot be lowered in silence, and that the figures are those of the official scorer."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from quality import (
    ALSO,
    GATED,
    MARGINS,
    Floor,
    add,
    analysed,
    folder_of,
    in_force,
    measured,
    missed,
    raised,
    read_floors,
    silent,
    taken_away,
)

from quotetrack.evaluation import report
from quotetrack.model import Statement

needs_polnear = pytest.mark.skipif(
    folder_of("dev") is None, reason="QUOTETRACK_POLNEAR does not name a folder with the corpus"
)
SCORER = os.environ.get("QUOTETRACK_SCORER")
needs_scorer = pytest.mark.skipif(
    SCORER is None, reason="QUOTETRACK_SCORER does not name the scorer's script"
)
each_set = pytest.mark.parametrize("name", ["samples", pytest.param("dev", marks=needs_polnear)])


# --- the gate


@each_set
def test_no_figure_is_below_its_floor(name: str) -> None:
    assert missed(name, measured(name), read_floors()) == []


@each_set
def test_every_statement_can_be_kept(name: str) -> None:
    folder = folder_of(name)
    assert folder is not None
    records = [one.as_record() for analysis in analysed(folder)[1] for one in analysis.statements]
    assert [Statement.from_record(record).as_record() for record in records] == records != []


def test_no_floor_is_lowered_in_silence() -> None:
    assert silent(read_floors()) == []


def test_no_line_was_taken_away() -> None:
    away = taken_away()
    if away is None:
        pytest.skip("the history is not at hand")
    assert away == []


def test_every_gated_figure_has_a_floor() -> None:
    wanted = {(name, figure) for name in MARGINS for figure in (*GATED, ALSO[name])}
    assert set(in_force(read_floors())) == wanted


# --- what the gate would not let pass


def floor(
    value: float, lowers: float | None = None, reason: str = "for a test", figure: str = "who+what F1"
) -> Floor:
    return Floor("2026-01-01", "dev", figure, value, reason, lowers)


@pytest.mark.parametrize(
    ("floors", "wrong"),
    [
        pytest.param([floor(60), floor(62), floor(62)], [], id="raised"),
        pytest.param([floor(60), floor(50, figure="source|0.3")], [], id="another-figure"),
        pytest.param([floor(60), floor(59)], [1], id="lowered-in-silence"),
        pytest.param([floor(60), floor(59, lowers=60), floor(59.5)], [], id="lowered-aloud"),
        pytest.param([floor(60), floor(59, lowers=61)], [1], id="lowered-from-elsewhere"),
        pytest.param([floor(60), floor(61, lowers=60)], [1], id="not-lowered"),
        pytest.param([floor(60), floor(59, lowers=60, reason="because")], [1], id="no-reason"),
    ],
)
def test_silent(floors: list[Floor], wrong: list[int]) -> None:
    assert silent(floors) == [floors[number].line for number in wrong]


def test_missed() -> None:
    floors = [floor(62), floor(60.5, lowers=62)]
    assert missed("dev", {"who+what F1": 60.5}, floors) == []
    (below,) = missed("dev", {"who+what F1": 60.4}, floors)
    assert "who+what F1 is 60.40, below its floor 60.5 of 2026-01-01" in below
    (none,) = missed("samples", {"who+what F1": 99}, floors)
    assert "has no floor" in none


def test_raised_leaves_a_margin_and_never_lowers() -> None:
    found = {"who+what F1": 63.19, "source|0.3": 80.0, "recall@0.8": 50.0}
    floors = [floor(60), floor(90, figure="source|0.3")]
    assert [(one.figure, one.floor) for one in raised("dev", found, floors, "for a test")] == [
        ("who+what F1", 62.6),
        ("recall@0.8", 49.5),
    ]


def test_a_line_is_its_floor() -> None:
    for one in (floor(60), floor(59, lowers=60, reason="“ümlaut” and more")):
        assert Floor.of(one.line) == one


def git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Ada Rook", "-c", "user.email=rook@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """A file of floors with two commits."""
    file = tmp_path / "floors.jsonl"
    try:
        git(tmp_path, "init", "-q")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("git is not at hand")
    for value in (60, 62):
        add([floor(value)], file)
        git(tmp_path, "add", file.name)
        git(tmp_path, "commit", "-qm", f"floor {value}")
    return file


def test_lines_may_be_added(history: Path) -> None:
    add([floor(63)], history)
    assert taken_away(history) == []


def test_a_changed_line_is_noticed_even_when_committed(history: Path) -> None:
    history.write_text(floor(50).line + "\n" + floor(62).line + "\n", encoding="utf-8")
    assert taken_away(history) == [floor(60).line]
    git(history.parent, "commit", "-qam", "nothing to see here")
    assert taken_away(history) == [floor(60).line]


def test_a_line_lost_in_a_merge_is_noticed(history: Path) -> None:
    git(history.parent, "checkout", "-qb", "side", "HEAD~1")
    add([floor(61)], history)
    git(history.parent, "commit", "-qam", "floor 61")
    git(history.parent, "checkout", "-q", "-")
    git(history.parent, "merge", "-q", "-s", "ours", "-m", "merge", "side")
    assert taken_away(history) == [floor(61).line]


def test_without_history(tmp_path: Path) -> None:
    (tmp_path / "floors.jsonl").write_text(floor(60).line, encoding="utf-8")
    assert taken_away(tmp_path / "floors.jsonl") is None


# --- the scorer


@needs_scorer
@each_set
def test_figures_are_those_of_the_scorer(name: str, tmp_path: Path) -> None:
    folder = folder_of(name)
    assert folder and SCORER
    compared, _ = analysed(folder)
    predicted = tmp_path / "predicted.jsonl"
    with predicted.open("w", encoding="utf-8") as file:
        for one in compared:
            found = [{"content": i.statement.content, "source": i.statement.source} for i in one.found]
            file.write(json.dumps({"doc": one.article, "attributions": found}) + "\n")
    run = subprocess.run(
        [sys.executable, SCORER, folder, predicted, "--json"], capture_output=True, text=True, check=True
    )
    theirs, ours = json.loads(run.stdout), report(compared).as_record()
    assert theirs["articles"] == theirs["answered"] == ours["articles"]
    for figure in ("content@0.3", "content@0.8", "content@1.0", "who+what"):
        assert [theirs[figure][part] for part in ("p", "r", "f1")] == [
            ours[figure][part] for part in ("precision", "recall", "f1")
        ], figure
        assert (theirs["predicted"], theirs["gold"]) == (ours[figure]["found"], ours[figure]["gold"])
    assert theirs["source|0.3"] == ours["source|0.3"]
    for kind in ("direct", "mixed", "indirect"):
        assert theirs[kind] == {
            "gold": ours[kind]["gold"],
            "predicted": ours[kind]["found"],
            "r@0.8": ours[kind]["recall"],
            "p@0.8": ours[kind]["precision"],
        }
