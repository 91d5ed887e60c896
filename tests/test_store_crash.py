"""Programs that are killed in the middle of a change leave a whole store behind."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from conftest import analyse_plainly
from test_store_samples import dam

from quotetrack.model import Article
from quotetrack.store import Store

ARTICLES = 40

READS_AGAIN = """
for n in range(1, 1_000_000):
    article = store.original(1 + n % 40)
    analysis = dam(id=article.id, text=article.text)
    store.restate(1 + n % 40, Analysis(analysis.article, analysis.statements[n % 2 :]))
    print(n, flush=True)
"""
MERGES = """
for n in range(1, 1_000_000):
    store.decisions.merge(2, [3])
    print(n, flush=True)
    store.decisions.undo()
"""
PROGRAM = """
import sys
from pathlib import Path
from dataclasses import replace
from test_store_samples import dam as whole
from quotetrack.model import Analysis
from quotetrack.store import Store

def dam(**fields):
    analysis = whole(**fields)
    return Analysis(analysis.article, tuple(replace(s, within=None) for s in analysis.statements))

with Store.open(Path(sys.argv[1]), create=False) as store:
"""


REANALYSES = """
import sys, types
from conftest import analyse_plainly
from quotetrack.cli import main

def analyse(article):
    print(article.id, flush=True)
    return analyse_plainly(article)

sys.modules["quotetrack.pipeline"] = types.SimpleNamespace(analyse=analyse)
sys.exit(main(["reanalyse", "--db", sys.argv[1]]))
"""


def started(program: str, path: Path) -> subprocess.Popen[bytes]:
    """A program at work on a store, which may import what tests share."""
    tests = Path(__file__).parent
    return subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=tests,
        env={"PYTHONPATH": str(tests)},
    )


def killed_after(lines: int, child: subprocess.Popen[bytes]) -> list[str]:
    """The lines that it writes before it is killed."""
    assert child.stdout is not None
    with child.stdout:
        written = [child.stdout.readline().decode().strip() for _ in range(lines)]
        assert all(written)
        child.send_signal(signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    return written


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_reanalyse_goes_on_where_it_was_killed(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    with Store.open(path, create=True) as store:
        for n in range(ARTICLES):
            text = f"“The wall number {n} will hold,” Ada Rook said."
            store.keep(analyse_plainly(Article(f"{n}.txt", text)))
        store.decisions.reject(7)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE articles SET engine = '0.0.9'")
    read = killed_after(11, started(REANALYSES, path))
    with Store.open(path, create=False) as store:
        assert store.verify() == []
        left = [article.given for article in store.outdated()]
    # The last that it named may or may not have been kept before it was killed.
    assert left in ([f"{n}.txt" for n in range(m, ARTICLES)] for m in (len(read) - 1, len(read)))
    child = started(REANALYSES, path)
    rest, _ = child.communicate()
    assert child.returncode == 0
    assert rest.decode().split() == left
    with Store.open(path, create=False) as store:
        assert store.outdated() == []
        assert store.statement(7).rejected
        assert store.verify() == []


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
@pytest.mark.parametrize("work", [READS_AGAIN, MERGES], ids=["reanalyse", "merge"])
@pytest.mark.parametrize("at", [3, 11, 24])
def test_kill_leaves_a_whole_store(tmp_path: Path, work: str, at: int) -> None:
    path = tmp_path / "store.db"
    with Store.open(path, create=True) as store:
        for n in range(ARTICLES):
            store.keep(dam(id=f"{n}.txt", text=f"{dam().article.text} {n}"))
        store.decisions.rename(2, "Ada Rook-Hale")
        store.decisions.attribute(2, [3])
        store.decisions.reject(7)
    program = PROGRAM + "".join(f"    {line}\n" for line in work.strip().splitlines())
    killed_after(at, started(program, path))
    with Store.open(path, create=False) as store:
        assert store.verify() == []
        assert {article.statements for article in store.articles()} <= {2, 3, 4}
        assert store.statement(2).statement.speakers[0].name == "Wei Lan" or work is MERGES
        assert store.statement(7).rejected
        while store.decisions.undo():
            pass
        assert store.verify() == []
        assert store.speaker(2).name == "Ada Rook"
