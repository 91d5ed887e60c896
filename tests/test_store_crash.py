"""Programs that are killed in the middle of a change leave a whole store behind."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from test_store_samples import dam

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
    tests = Path(__file__).parent
    program = PROGRAM + "".join(f"    {line}\n" for line in work.strip().splitlines())
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        stdout=subprocess.PIPE,
        cwd=tests,
        env={"PYTHONPATH": str(tests)},
    )
    assert child.stdout is not None
    with child.stdout:
        for _ in range(at):
            assert child.stdout.readline()
        child.send_signal(signal.SIGKILL)
    assert child.wait() == -signal.SIGKILL
    with Store.open(path, create=False) as store:
        assert store.verify() == []
        assert {article.statements for article in store.articles()} <= {2, 3, 4}
        assert store.statement(2).statement.speakers[0].name == "Wei Lan" or work is MERGES
        assert store.statement(7).rejected
        while store.decisions.undo():
            pass
        assert store.verify() == []
        assert store.speaker(2).name == "Ada Rook"
