"""Each command, as its user sees it: what it prints where, and its exit code."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest
from conftest import HARBOUR, Run

from quotetrack.cli.application import COMMANDS
from quotetrack.cli.completing import script
from quotetrack.cli.completion import FOLDER, SCRIPTS
from quotetrack.model import Statement

# --- add


def test_add_says_what_became_of_each(run: Run, articles: Path) -> None:
    harbour, market = articles / "harbour.txt", articles / "market.txt"
    assert run("add", articles).lines == [f"added\t{harbour}\t2\t2", f"added\t{market}\t1\t1"]
    market.write_text("“Prices are down,” Bo Pelk said.\n", encoding="utf-8")
    result = run("add", articles)
    assert result.lines == [f"unchanged\t{harbour}\t2\t2", f"updated\t{market}\t1\t1"]
    assert (result.code, result.err) == (0, "")


def test_add_does_not_analyse_what_is_kept(run: Run, articles: Path, pipeline: ModuleType) -> None:
    run("add", articles)
    vars(pipeline).pop("analyse")
    assert run("add", articles).code == 0


def test_add_goes_on_after_a_bad_article(run: Run, articles: Path) -> None:
    (articles / "empty.txt").touch()
    result = run("add", articles, "nowhere.txt")
    assert result.code == 2
    assert len(result.lines) == 2
    assert result.err.count("\n") == 2
    assert "empty.txt: empty" in result.err
    assert "nowhere.txt: no such file" in result.err


def test_add_takes_what_the_user_knows(run: Run, filled: Path) -> None:
    first, second = json.loads(run("articles", "--json").out)
    assert (first["date"], first["publisher"]) == ("2023-02-22", "Quay Post")
    assert (second["date"], second["publisher"]) == ("2023-03-05", None)


@pytest.mark.parametrize("option", ["--title", "--url"])
def test_add_gives_one_articles_facts_to_one(option: str, run: Run, articles: Path) -> None:
    result = run("add", articles, option, "x")
    assert result.code == 2
    assert f"{option} fits one article and 2 are given" in result.err


def test_add_from_standard_input(run: Run, db: Path) -> None:
    assert run("add", "-", stdin=HARBOUR).lines == ["added\t-\t2\t2"]


def test_add_without_statements(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rain.txt").write_text("Rain fell.\n", encoding="utf-8")
    result = run("add", tmp_path / "rain.txt")
    assert (result.code, result.lines) == (0, [f"added\t{tmp_path / 'rain.txt'}\t0\t0"])


@pytest.fixture
def on_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Has standard output say that it is a terminal of eighty columns."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda self: True, raising=False)


@pytest.mark.usefixtures("on_a_terminal")
def test_add_on_a_terminal_keeps_to_the_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / ("x" * 90 + "-end.txt")
    path.write_text(HARBOUR, encoding="utf-8")
    result = run("add", path)
    [line] = result.lines
    assert line.startswith("added      2 statements, 2 speakers    …x")
    assert line.endswith("-end.txt")
    assert len(line) == 80


# --- extract


def test_extract_gives_records_and_keeps_nothing(run: Run, articles: Path, db: Path) -> None:
    result = run("extract", articles, "--date", "2023-02-22")
    statements = [Statement.from_record(json.loads(line)) for line in result.lines]
    assert [statement.speakers[0].name for statement in statements] == ["Ada Rook", "Bo Pelk", "Ada Rook"]
    assert HARBOUR[statements[1].spans[0].start : statements[1].spans[0].end] == statements[1].text
    assert {str(statement.date) for statement in statements} == {"2023-02-22"}
    assert result.code == 0
    assert not db.exists()


def test_extract_in_other_forms(run: Run, articles: Path) -> None:
    assert len(json.loads(run("extract", articles, "--json").out)) == 3
    rows = list(csv.DictReader(io.StringIO(run("extract", articles, "--csv").out)))
    assert rows[0]["text"] == "“The wall will hold,”"


@pytest.mark.usefixtures("on_a_terminal")
def test_extract_draws_on_a_terminal(run: Run, articles: Path) -> None:
    result = run("extract", articles / "market.txt", "--no-pager")
    assert "● Ada Rook" in result.out
    assert "│ “Prices are up,”" in result.out
    assert json.loads(run("extract", articles / "market.txt", "--jsonl").out)["kind"] == "direct"


def test_extract_from_a_pipe(run: Run) -> None:
    assert json.loads(run("extract", "-", stdin=HARBOUR).lines[0])["article"] == "-"


def test_extract_goes_on_after_a_bad_article(run: Run, articles: Path) -> None:
    result = run("extract", "nowhere.txt", articles)
    assert (result.code, len(result.lines)) == (2, 3)


def test_extract_nothing(run: Run) -> None:
    result = run("extract", "-", stdin="Rain fell.\n")
    assert (result.code, result.out) == (1, "")
    assert result.err == "quotetrack: no statements in what was read\n"


# --- who


@pytest.mark.parametrize("name", ["Ada Rook", "rook", "ADA", "ada rook"])
def test_who_by_any_form_of_the_name(name: str, run: Run, filled: Path) -> None:
    result = run("who", name, "--jsonl")
    assert result.code == 0
    assert [json.loads(line)["date"] for line in result.lines] == ["2023-02-22", "2023-03-05"]


def test_who_by_number(run: Run, filled: Path) -> None:
    number = json.loads(run("speakers", "--json").out)[1]["id"]
    assert "It leaks already" in run("who", number).out


def test_who_is_ambiguous(run: Run, filled: Path) -> None:
    run("add", "-", "--date", "2023-04-01", stdin="“I resign,” Carl Rook said.")
    result = run("who", "rook")
    assert (result.code, result.out) == (2, "")
    first, *candidates = result.err.splitlines()
    assert first == "quotetrack: 'rook' may be 2 speakers; give the full name or its number"
    assert [line.split("  ")[-1] for line in candidates] == [
        "Ada Rook (person): 2 statements, 2023-02-22 – 2023-03-05, Quay Post",
        "Carl Rook (person): 1 statement, 2023-04-01",
    ]
    number = candidates[1].split()[0]
    assert "I resign" in run("who", number).out


PEOPLE = "name,aliases,role,type,wikidata\nAda Rook,A. Rook-Hale;Ada R.,harbour commissioner,,Q7\n"


def test_speakers_import_decides_names_and_roles(run: Run, filled: Path, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    result = run("speakers", "import", tmp_path / "people.csv")
    assert (result.code, result.out) == (0, f"{tmp_path / 'people.csv'}: 1 new\n")
    assert run("speakers", "import", tmp_path / "people.csv").out.endswith(": 1 unchanged\n")
    [rook] = json.loads(run("speakers", "--like", "rook", "--json").out)
    assert (rook["role"], rook["wikidata"]) == ("harbour commissioner", "Q7")
    assert (
        run("who", "Harbour Commissioner", "--jsonl").out == run("who", "A. Rook-Hale", "--jsonl").out != ""
    )


def test_speakers_import_tells_each_bad_line(run: Run, filled: Path, tmp_path: Path) -> None:
    lines = ["name,type,wikidata", "Ada Rook,robot,", ",person,", "Bo Pelk,,42", "Eva Rook,,"]
    (tmp_path / "people.csv").write_text("\n".join(lines), encoding="utf-8")
    result = run("speakers", "import", tmp_path / "people.csv")
    assert result.code == 2
    assert [line.partition("people.csv")[2] for line in result.err.splitlines()] == [
        ":2: 'robot' is no type; choose from person, organization, place, document, group",
        ":3: nobody's name is in it; fill in name",
        ":4: not an id of Wikidata, such as Q42: '42'",
    ]
    assert result.out.endswith(": 1 new\n")


def test_speakers_import_of_json_lines(run: Run, filled: Path, tmp_path: Path) -> None:
    path = tmp_path / "people.jsonl"
    path.write_text('{"name": "Ada Rook", "aliases": ["Bo Pelk"]}\nnonsense\n', encoding="utf-8")
    result = run("speakers", "import", path)
    assert (result.code, result.err) == (2, f"quotetrack: {path}:2: no JSON object; mend the line\n")
    assert [s["name"] for s in json.loads(run("speakers", "--json").out)] == ["Ada Rook"]


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["import"], "import needs a FILE"),
        (["export", "x"], "'export' is not known"),
        (["import", "nowhere.csv"], "nowhere.csv: no such file"),
    ],
    ids=["no-file", "other-action", "missing"],
)
def test_speakers_import_refuses(arguments: list[str], hint: str, run: Run, filled: Path) -> None:
    result = run("speakers", *arguments)
    assert (result.code, result.err.count("\n")) == (2, 1)
    assert hint in result.err


def test_speakers_suggests(run: Run, filled: Path) -> None:
    assert run("speakers", "--suggest").code == 1
    run("add", "-", "--date", "2023-04-01", stdin="“I resign,” Ida Rook said.")
    [suggestion] = json.loads(run("speakers", "--suggest", "--json").out)
    assert (suggestion["one"]["name"], suggestion["two"]["name"]) == ("Ada Rook", "Ida Rook")
    line = run("speakers", "--suggest").lines[0]
    assert line.split("\t")[-1] == f"quotetrack merge {suggestion['one']['id']} {suggestion['two']['id']}"


def test_who_asks_on_a_terminal(run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "-", "--date", "2023-04-01", stdin="“I resign,” Carl Rook said.")
    monkeypatch.setattr("quotetrack.cli.people._somebody_to_ask", lambda: True)
    number = run("who", "rook", stdin="\n").err.splitlines()[2].split()[0]
    chosen = run("who", "rook", stdin=f"nobody\n{number}\n")
    assert (chosen.code, "I resign" in chosen.out) == (0, True)
    assert "'nobody' is none of these numbers" in chosen.err
    assert run("who", "rook", stdin="").code == 1
    offered = run("who", "Carl Rok", stdin=f"{number}\n")
    assert "similar:" in offered.err and "I resign" in offered.out


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Ada Rok", "similar: Ada Rook"), ("Peck", "similar: Bo Pelk"), ("Zzyzx", "speakers lists everybody")],
)
def test_who_is_nobody(name: str, hint: str, run: Run, filled: Path) -> None:
    result = run("who", name)
    assert (result.code, result.out) == (1, "")
    assert f"nobody is called {name!r}" in result.err
    assert hint in result.err


def test_who_says_nothing_in_the_time(run: Run, filled: Path) -> None:
    result = run("who", "rook", "--since", "2024")
    assert result.code == 1
    assert "no statement of Ada Rook passes the filters" in result.err


# --- timeline, search, export: filters


@pytest.mark.parametrize(
    ("filters", "texts"),
    [
        (["--speaker", "pelk"], ["“It leaks already,”"]),
        (["--speaker", "pelk", "--speaker", "rook", "--limit", "1"], ["“The wall will hold,”"]),
        (["--since", "2023-03"], ["“Prices are up,”"]),
        (["--until", "2023-02"], ["“The wall will hold,”", "“It leaks already,”"]),
        (["--publisher", "quay post", "-n", "1"], ["“The wall will hold,”"]),
        (["--kind", "direct", "--act", "speech", "--since", "2023-03-05"], ["“Prices are up,”"]),
        (["--kind", "mixed", "--kind", "indirect"], []),
        (["--min-confidence", "0.95"], []),
    ],
    ids=lambda value: " ".join(value)[:30],
)
@pytest.mark.parametrize("command", ["timeline", "export"])
def test_filters(command: str, filters: list[str], texts: list[str], run: Run, filled: Path) -> None:
    result = run(command, "--jsonl", *filters)
    assert [json.loads(line)["text"] for line in result.lines] == texts
    assert result.code == (0 if texts else 1)


def test_a_pipe_gets_a_plain_record_a_line(run: Run, filled: Path) -> None:
    lines = run("timeline").lines
    assert len(lines) == 3
    assert all(line.count("\t") == lines[0].count("\t") > 0 for line in lines)


@pytest.mark.parametrize("query", ["prices", "price up", '"prices are"', "pri*"])
def test_search_finds(query: str, run: Run, filled: Path) -> None:
    assert [json.loads(line)["text"] for line in run("search", query, "--jsonl").lines] == [
        "“Prices are up,”"
    ]


def test_search_takes_several_words(run: Run, filled: Path) -> None:
    assert run("search", "wall", "hold").code == 0


@pytest.mark.parametrize("query", ["zebra", '"', "AND OR (", "-"])
def test_search_finds_nothing(query: str, run: Run, filled: Path) -> None:
    result = run("search", "--", query)
    assert (result.code, result.out) == (1, "")
    assert result.err.count("\n") == 1


def test_export_is_json_lines(run: Run, filled: Path) -> None:
    assert [Statement.from_record(json.loads(line)).kind for line in run("export").lines] == ["direct"] * 3


# --- show, speakers, articles


def test_show_a_statement(run: Run, filled: Path) -> None:
    assert json.loads(run("show", "2", "--json").out)["text"] == "“It leaks already,”"


@pytest.mark.parametrize("reference", [["--article", "1"], ["harbour.txt"], ["HARBOUR"]], ids=" ".join)
def test_show_an_article(reference: list[str], run: Run, filled: Path) -> None:
    if reference == ["harbour.txt"]:
        reference = [str(filled.parent.parent / "articles" / "harbour.txt")]
    elif reference == ["HARBOUR"]:
        title = "Harbour wall holds"
        run("add", filled.parent.parent / "articles" / "harbour.txt", "--title", title)
    result = run("show", *reference, "--json")
    assert json.loads(result.out)["text"] == HARBOUR


def test_show_a_statement_that_is_not_there(run: Run, filled: Path) -> None:
    result = run("show", "99")
    assert (result.code, result.out) == (1, "")
    assert result.err == "quotetrack: no statement 99; quotetrack timeline lists them\n"


def test_show_what_is_not_there(run: Run, filled: Path) -> None:
    result = run("show", "lighthouse.txt")
    assert (result.code, result.err) == (
        1,
        "quotetrack: no article 'lighthouse.txt'; quotetrack articles lists them\n",
    )


def test_speakers(run: Run, filled: Path) -> None:
    assert [(s["name"], s["statements"]) for s in json.loads(run("speakers", "--json").out)] == [
        ("Ada Rook", 2),
        ("Bo Pelk", 1),
    ]
    assert [s["name"] for s in json.loads(run("speakers", "--like", "pel", "--json").out)] == ["Bo Pelk"]
    assert len(run("speakers", "-n", "1").lines) == 1
    result = run("speakers", "--like", "zebra", "--json")
    assert (result.code, json.loads(result.out)) == (1, [])


def test_articles(run: Run, filled: Path) -> None:
    assert len(run("articles").lines) == 2
    assert len(run("articles", "--since", "2023-03").lines) == 1
    assert run("articles", "--publisher", "Nobody").code == 1


# --- remove


def test_remove_asks(run: Run, filled: Path) -> None:
    result = run("remove", "1")
    assert (result.code, result.err) == (2, "quotetrack: nobody to ask before removing; add --yes\n")
    assert len(run("articles").lines) == 2


def test_remove(run: Run, filled: Path) -> None:
    result = run("remove", "1", "2", "1", "--yes")
    assert (result.code, len(result.lines)) == (0, 2)
    assert run("timeline").code == 1


def test_remove_all_or_nothing(run: Run, filled: Path) -> None:
    assert run("remove", "1", "99", "--yes").code == 1
    assert len(run("articles").lines) == 2


# --- path, verify, backup


def test_path(run: Run, filled: Path) -> None:
    result = run("path")
    assert result.lines == [str(filled)]
    assert result.err.startswith("2 articles, 3 statements, 2 speakers; schema ")


def test_verify(run: Run, filled: Path) -> None:
    assert run("verify").code == 0
    with sqlite3.connect(filled) as connection:
        connection.execute("UPDATE articles SET text = replace(text, 'wall', 'wal') WHERE id = 1")
    connection.close()
    result = run("verify")
    assert result.code == 2
    assert all("harbour.txt\t" in line for line in result.lines)
    assert result.err.count("\n") == 1


def test_backup(run: Run, filled: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert run("backup", copy).code == 0
    assert run("timeline", "--db", copy).out == run("timeline").out
    assert run("backup", copy).code == 2


# --- completion


@pytest.mark.parametrize("shell", SCRIPTS)
def test_completion_script_is_current(shell: str, run: Run) -> None:
    hint = "run: python -m quotetrack.cli.completing"
    assert (FOLDER / SCRIPTS[shell]).read_text(encoding="utf-8") == script(shell), hint
    assert run("completion", shell).out == script(shell)


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        (["t"], ["timeline"]),
        (["--db", "x.db", "spe"], ["speakers"]),
        (["who", "rook", "--ki"], ["--kind"]),
        (["timeline", "--kind", ""], ["direct", "mixed", "indirect"]),
        (["add", ""], []),
        (["completion", "z"], ["zsh"]),
    ],
    ids=lambda value: " ".join(value),
)
def test_completion_in_bash(words: list[str], completed: list[str]) -> None:
    program = (
        f'source "{FOLDER / SCRIPTS["bash"]}"; COMP_WORDS=(quotetrack "$@"); COMP_CWORD=$#; '
        '_quotetrack; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", program, "bash", *words], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.split() == completed
    assert len(COMMANDS) > len(completed)
