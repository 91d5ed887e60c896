"""``quotetrack eval``: what it prints, in every form."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from annotated import brat, save
from conftest import HARBOUR, MARKET, Run


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two articles: of the first one statement is annotated and two are found, of the other both are one."""
    folder = tmp_path / "gold"
    folder.mkdir()
    save(folder, "harbour", HARBOUR, brat(HARBOUR, [("“The wall will hold,”", "said", "Ada Rook")]))
    save(folder, "market", MARKET, brat(MARKET, [("“Prices are up,”", "said", "Rook")]))
    return folder


@pytest.fixture
def older(run: Run, gold: Path, tmp_path: Path) -> Path:
    """What an older version found: the last statement is missing."""
    file = tmp_path / "older.jsonl"
    lines = run("extract", gold / "text").lines
    file.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    return file


@pytest.fixture
def drawn(run: Run, gold: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """What the command draws on a terminal of 80 columns."""
    monkeypatch.setenv("COLUMNS", "80")

    def draw(*options: str | Path) -> str:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        return run("eval", gold, *options, "--no-color", "--no-pager").out

    return draw


def test_figures(run: Run, gold: Path) -> None:
    result = run("eval", gold)
    table = {line.split("\t")[0]: line.split("\t")[1:] for line in result.lines}
    assert result.code == 0
    assert table["content@0.8"] == ["66.67", "100.00", "80.00", "3", "2"]
    assert table["source|0.3"] == ["100.00", "", "", "2", ""]
    assert json.loads(run("eval", gold, "--json").out)["who+what"]["f1"] == 80.0


def test_statements_from_a_file(run: Run, gold: Path, older: Path) -> None:
    assert json.loads(run("eval", gold, "--statements", older, "--json").out)["content@0.8"]["f1"] == 50.0


def test_two_versions(run: Run, gold: Path, older: Path) -> None:
    result = run("eval", gold, "--against", older, "--csv")
    rows = {row["figure"]: row for row in csv.DictReader(io.StringIO(result.out))}
    assert rows["content@0.8 F1"]["before"] == "50.00"
    assert rows["content@0.8 F1"]["now"] == "80.00"
    assert rows["content@0.8 F1"]["difference"] == "+30.00"
    assert "1 annotated article" in result.err
    record = json.loads(run("eval", gold, "--against", older, "--json").out)
    assert record["differences"]["content@0.8 F1"]["difference"] == 30
    assert (record["before"]["content@0.8"]["found"], record["now"]["content@0.8"]["found"]) == (2, 3)


def test_errors(run: Run, gold: Path) -> None:
    (line,) = run("eval", gold, "--errors").lines
    assert line.split("\t") == [*"spurious direct 3 0 harbour 38".split(), "", "“It leaks already,”"]
    (record,) = json.loads(run("eval", gold, "--errors", "--json").out)
    assert record["found"]["source"] == "Bo Pelk"


def test_errors_of_two_versions(run: Run, gold: Path, older: Path) -> None:
    lines = run("eval", gold, "--errors", "--against", older).lines
    assert [line.split("\t")[:2] for line in lines] == [["gone", "missed"], ["same", "spurious"]]


def test_figures_drawn(drawn: Callable[..., str]) -> None:
    assert drawn().startswith("2 articles, 2 statements annotated, 3 found\n\nmeasure ")


def test_errors_drawn(drawn: Callable[..., str], older: Path) -> None:
    out = drawn("--errors")
    assert "1 error in 2 articles" in out
    assert "harbour:38, direct" in out
    assert "found      Bo Pelk · said · “It leaks already,”" in out


def test_changed_errors_drawn(drawn: Callable[..., str], older: Path) -> None:
    out = drawn("--errors", "--against", older)
    assert re.search(r"^missed +1 +-1 +0$", out, re.MULTILINE)
    assert "harbour:38" not in out  # only what is new has examples


def test_number_of_examples(drawn: Callable[..., str], gold: Path) -> None:
    save(gold, "harbour", HARBOUR, "", annotator="a0")  # comes first, and has marked nothing
    assert drawn("--errors").count("    found ") == 2
    assert drawn("--errors", "--examples", "1").count("    found ") == 1


def test_two_versions_drawn(drawn: Callable[..., str], older: Path) -> None:
    out = drawn("--against", older)
    assert re.search(r"^content@0.8 F1 +50.00 +80.00 +\+30.00", out, re.MULTILINE)
    assert max(map(len, out.splitlines())) <= 80


def test_calibration(run: Run, gold: Path) -> None:
    assert run("eval", gold, "--calibration").lines == ["0.9-1.0\t3\t0.900\t0.667\t3\t0.667"]
    assert (
        json.loads(run("eval", gold, "--calibration", "--json").out)["expected_calibration_error"] == 0.2333
    )


@pytest.mark.parametrize(
    ("options", "first"),
    [
        pytest.param([], {"measure": "content@0.3", "precision": 66.67, "gold": 2}, id="figures"),
        pytest.param(["--calibration"], {"low": 0.9, "statements": 3, "right": 0.6667}, id="calibration"),
        pytest.param(
            ["--against", "OLDER"], {"figure": "content@0.8 F1", "difference": 30}, id="two-versions"
        ),
        pytest.param(["--errors"], {"error": "spurious", "words": 3}, id="errors"),
    ],
)
def test_json_lines_hold_numbers(
    run: Run, gold: Path, older: Path, options: list[str], first: dict[str, object]
) -> None:
    lines = run("eval", gold, *(older if one == "OLDER" else one for one in options), "--jsonl").lines
    assert json.loads(lines[0]).items() >= first.items()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(["--calibration", "--errors"], "do not go together", id="two-reports"),
        pytest.param(["--examples", "3"], "belongs to --errors", id="examples-alone"),
        pytest.param(["--errors", "--examples", "many"], "--examples 'many' is not a number", id="no-number"),
        pytest.param(["--against", "nowhere.jsonl"], "nowhere.jsonl: cannot be read", id="no-file"),
    ],
)
def test_what_makes_no_sense(run: Run, gold: Path, options: list[str], said: str) -> None:
    result = run("eval", gold, *options)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert said in result.err


def test_statements_of_other_articles_alone(run: Run, gold: Path, older: Path) -> None:
    older.write_text(older.read_text().replace(".txt", "-old.txt"))
    result = run("eval", gold, "--against", older)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert "no statement of an annotated article" in result.err


def test_calibration_needs_confidence(run: Run, gold: Path, older: Path) -> None:
    older.write_text(older.read_text().replace("confidence", "sureness"))
    result = run("eval", gold, "--statements", older, "--calibration")
    assert result.code == 2
    assert "has a confidence" in result.err


def test_without_gold(run: Run, tmp_path: Path) -> None:
    result = run("eval", tmp_path)
    assert (result.code, result.err.count("\n")) == (2, 1)
