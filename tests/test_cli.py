"""The command line as a whole: help, greeting, exit codes, errors, pipes, and what is imported when."""

from __future__ import annotations

import inspect
import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from conftest import Run, analyse_plainly

from quotetrack.cli.application import COMMANDS
from quotetrack.model import Analysis, Article

HEAVY = ("rich", "pydantic", "sqlite_utils", "onnxruntime", "numpy", "dateparser", "trafilatura")


def process(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "quotetrack", *arguments],
        capture_output=True,
        encoding="utf-8",
        **options,  # type: ignore[call-overload]
    )


def loaded_by(*arguments: str) -> set[str]:
    """Which of the slow modules a command imports."""
    program = (
        "import sys\nfrom quotetrack.cli import main\n"
        f"main({list(arguments)!r})\n"
        f"print('LOADED', *[name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8", check=True)
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("name", COMMANDS)
def test_short_help_is_the_commands_own(name: str) -> None:
    module = COMMANDS[name].module
    function = getattr(import_module(f"quotetrack.cli.{module}"), module)
    assert (inspect.getdoc(function) or "").splitlines()[0] == f"{COMMANDS[name].help}."


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_opens_with_examples(name: str, flag: str, run: Run) -> None:
    result = run(name, flag)
    assert result.code == 0
    assert re.match(
        rf"Usage: quotetrack {name} \[OPTIONS\].*\n\n  \S.*\.\n\n  Examples:\n    \S*.*quotetrack {name}\b",
        result.out,
    ) or (name == "path" and "Examples:\n    quotetrack path" in result.out)
    assert max(map(len, result.lines)) <= 80
    assert "-h, --help" in result.out


@pytest.mark.parametrize(
    ("name", "arguments"),
    {
        "who": "NAME",
        "add": "PATH...",
        "undo": "[NUMBER]",
        "attribute": "ID [NAME...]",
        "speakers": "[ACTION] [FILE]",
    }.items(),
)
def test_usage_brackets_what_may_be_left_out(name: str, arguments: str, run: Run) -> None:
    assert run(name, "-h").lines[0] == f"Usage: quotetrack {name} [OPTIONS] {arguments}"


@pytest.mark.parametrize("name", COMMANDS)
def test_help_tells_what_to_show_before_how(name: str, run: Run) -> None:
    panels = [line for line in run(name, "-h").lines if re.fullmatch(r"[A-Z][a-z ]+:", line)]
    order = ["Arguments:", "Which to show:", "How to print:", "Options:"]
    assert [panel for panel in panels if panel in order] == [panel for panel in order if panel in panels]


def test_help_lists_every_command(run: Run) -> None:
    listed = re.findall(r"^  ([a-z]+) {2,}\S", run("--help").out, re.MULTILINE)
    assert listed == list(COMMANDS)


def test_examples_in_help_are_commands_that_are_there(run: Run) -> None:
    for name in COMMANDS:
        assert set(re.findall(r"\bquotetrack ([a-z]+)", run(name, "-h").out)) <= set(COMMANDS)


def test_version(run: Run) -> None:
    assert run("--version").lines == ["quotetrack 0.1.0"]


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("who", "--help")], ids=" ".join)
def test_help_and_version_import_nothing_heavy(arguments: tuple[str, ...]) -> None:
    assert loaded_by(*arguments) == set()


@pytest.mark.parametrize(
    "arguments", [("who", "rook"), ("search", "wall", "--since", "2023-01"), ("export",), ("speakers",)]
)
def test_reading_imports_nothing_heavy(arguments: tuple[str, ...], filled: Path) -> None:
    assert loaded_by(*arguments) == set()


def test_greets_a_newcomer(run: Run, db: Path) -> None:
    result = run()
    assert result.code == 0
    assert "quotetrack add article.txt" in result.out
    assert not db.exists()


def test_greets_with_what_there_is(run: Run, filled: Path) -> None:
    result = run()
    assert "holds 2 articles, 3 statements and 2 speakers" in result.out
    assert 'quotetrack who "Ada Rook"' in result.out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (["timelin"], "there is no command 'timelin'; did you mean quotetrack timeline?"),
        (["xyzzy"], "there is no command 'xyzzy'; quotetrack --help lists them"),
        (["who"], "missing argument 'NAME'; see quotetrack who --help"),
        (["timeline", "--frobnicate"], "no such option: --frobnicate; see quotetrack timeline --help"),
        (["timeline", "--json", "--csv"], "--json and --csv do not go together; choose one"),
        (["timeline", "--kind", "oral"], "--kind 'oral' is not known; choose from direct, mixed, indirect"),
        (["timeline", "--act", "lie"], "--act 'lie' is not known; choose from speech, belief,"),
        (["timeline", "--limit", "#3"], "--limit '#3' is not a number from 1 on"),
        (["timeline", "--limit", "0"], "--limit '0' is not a number from 1 on"),
        (["timeline", "--min-confidence", "nan"], "--min-confidence 'nan' is not a number from 0 to 1"),
        (
            ["timeline", "--since", "the day of doom"],
            "'the day of doom' is not a date; write it as 2023-02-22",
        ),
        (["timeline", "--since", ""], "'' is not a date; write it as 2023-02-22"),
        (["add", "-", "--date", ""], "'' is not a date; write it as 2023-02-22"),
        (["--db", "", "timeline"], "--db is empty; name a file"),
        (["add", "x\x1bc.txt"], "x␛c.txt: no such file"),
        (["completion", "csh"], "no completion for 'csh'; choose from bash, zsh, fish"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_an_error_is_one_line(arguments: list[str], line: str, run: Run, filled: Path) -> None:
    result = run(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert line in result.err
    assert result.err.startswith("quotetrack: ")
    assert result.err.count("\n") == 1


def test_no_database_yet(run: Run, db: Path) -> None:
    result = run("timeline")
    assert result.code == 2
    assert "quotetrack add" in result.err
    assert not db.exists()


def test_a_file_that_is_no_database(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("dear diary " * 100, encoding="utf-8")
    result = run("timeline", "--db", tmp_path / "notes.db")
    assert result.code == 2
    assert result.err.count("\n") == 1


@pytest.mark.parametrize("before", [True, False], ids=["before the command", "after the command"])
def test_db_is_taken_on_either_side(before: bool, run: Run, filled: Path, tmp_path: Path) -> None:
    other = ["--db", str(tmp_path / "other.db")]
    result = run(*other, "path") if before else run("path", *other)
    assert result.lines == [str(tmp_path / "other.db")]
    assert "not there yet" in result.err


def test_db_after_the_command_wins(run: Run) -> None:
    assert run("--db", "a.db", "path", "--db", "b.db").lines == ["b.db"]


def test_nothing_found_is_1_and_json_is_whole(run: Run, filled: Path) -> None:
    result = run("timeline", "--until", "2001", "--json")
    assert (result.code, json.loads(result.out)) == (1, [])
    assert result.err == "quotetrack: no statement passes the filters; leave some out, or add articles\n"


def test_interrupted_keeps_whole_articles(run: Run, articles: Path, pipeline: ModuleType) -> None:
    def analyse(article: Article) -> Analysis:
        if "market" in article.id:
            raise KeyboardInterrupt
        return analyse_plainly(article)

    vars(pipeline)["analyse"] = analyse
    result = run("add", articles)
    assert result.code == 130
    assert result.err == "quotetrack: interrupted; what was done is kept whole\n"
    assert run("articles", "--jsonl").out.count("\n") == 1


def test_interrupted_while_loading() -> None:
    program = (
        "import sys; from types import ModuleType\n"
        "class Loading(ModuleType):\n"
        "    def __getattr__(self, name):\n"
        "        raise KeyboardInterrupt\n"
        "sys.modules['typer'] = Loading('typer')\n"
        "from quotetrack.cli import main; sys.exit(main(['--help']))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "quotetrack: interrupted; what was done is kept whole\n"


@pytest.mark.parametrize(
    ("redirected", "code", "error"),
    [
        ("timeline >&-", 0, ""),
        ("timeline 2>&-", 0, ""),
        ("extract - <&-", 2, "quotetrack: -: empty; there is nothing to read\n"),
        (
            "export >/dev/full",
            2,
            "quotetrack: standard output: no space left on device; see that it may be used and has room\n",
        ),
    ],
    ids=["no output", "no errors", "no input", "full"],
)
def test_streams_that_cannot_be_used(redirected: str, code: int, error: str, filled: Path) -> None:
    done = subprocess.run(
        ["sh", "-c", f"exec '{sys.executable}' -m quotetrack {redirected}"],
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (code, error)


def test_typers_own_checks_give_the_same_values(
    run: Run, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quotetrack.cli.command.as_given", lambda params: params)
    result = run("timeline", "--speaker", "rook", "--speaker", "pelk", "--limit", "1", "--jsonl")
    assert (result.code, len(result.lines)) == (0, 1)


def test_a_reader_who_goes_away_is_no_error(filled: Path) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", "from quotetrack.cli import main; import sys; sys.exit(main(['export']))"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    with writer.stderr as errors:
        assert errors.read() == b""
    assert writer.wait() == 0


def test_an_output_that_cannot_take_every_character(filled: Path) -> None:
    done = process("export", "--csv", env={"PYTHONIOENCODING": "ascii", "QUOTETRACK_DB": str(filled)})
    assert done.returncode == 0
    assert "The wall will hold" in done.stdout
    assert done.stderr == ""
