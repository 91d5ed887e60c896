"""The README shows what there is: its picture and its sessions are current, and its commands work."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Run

from quotetrack.cli.application import COMMANDS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
WITHOUT_SESSIONS = re.sub(r"^```console\n.*?^```$", "", README, flags=re.DOTALL | re.MULTILINE)
SHOWN = re.findall(r"^    quotetrack (.+?)(?: +#.*)?$", WITHOUT_SESSIONS, re.MULTILINE)
PYTHON = re.findall(r"^```python\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_picture_and_sessions_are_current() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "data" / "refresh.py", "--check"], capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_there_is_something_to_try() -> None:
    assert len(SHOWN) >= 6
    assert len(PYTHON) == 1


@pytest.mark.parametrize("command", SHOWN)
def test_commands_work(command: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(
        "".join(f"“The dam is safe, {n},” Hanneke Rasool said.\n" for n in range(12))
        + "“The treaty holds,” Foreign Minister Davit Mirzakhel said.\n"
        + "“It leaks,” Ilse Oduya said.\n",
        encoding="utf-8",
    )
    (tmp_path / "later.txt").write_text("“It leaks still,” Senator Oduya said.\n", encoding="utf-8")
    (tmp_path / "last.txt").write_text("“It is signed,” Hanneke Rasol said.\n", encoding="utf-8")
    (tmp_path / "people.csv").write_text("name,aliases\nIlse Oduya,Senator Oduya\n", encoding="utf-8")
    assert run("add", "article.txt", "later.txt", "last.txt", "--date", "2024-09-30").code == 0
    words = shlex.split(command.partition(" | ")[0])
    assert words[0] in COMMANDS
    result = run(*words)
    if words == ["review"]:  # it asks, and here is nobody
        assert (result.code, result.err.count("\n")) == (2, 1)
    else:
        assert (result.code, result.err) == (0, "")


def test_python_works() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PYTHON[0]],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == 'Ada Rook "The dam is safe,"\n'


def test_links_lead_somewhere() -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
