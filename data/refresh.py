"""Makes what the README shows from the sample articles: its picture, and the output of its commands.

    python data/refresh.py           # writes README.md and data/timeline.svg
    python data/refresh.py --check   # writes nothing, says what is out of date, and exits with 1 if anything is

In the README, each line of a ``console`` block that begins with ``$`` is run where this repository lies, with a
database of the samples; what follows it is replaced by what it prints.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from quotetrack.cli import main as quotetrack
from quotetrack.render.picture import write_svg
from quotetrack.store import Filters, Store

ROOT = Path(__file__).parent.parent
README, PICTURE = ROOT / "README.md", ROOT / "data" / "timeline.svg"

SHOWN = Filters(since=dt.date(2024, 2, 22), acts=("speech",), min_confidence=0.8, limit=8)
COMMAND = "quotetrack timeline --since 2024-02-22 --min-confidence 0.8 --limit 8"

_CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.DOTALL | re.MULTILINE)


def refreshed(readme: str, folder: Path) -> dict[Path, str]:
    """What each file has to hold, by the articles of ``data/articles``.

    Args:
        readme: the README as it is.
        folder: where to put the database.
    """
    db, picture = folder / "samples.db", folder / "timeline.svg"
    os.chdir(ROOT)
    with contextlib.redirect_stdout(io.StringIO()):
        quotetrack(["add", "data/articles", "--db", str(db)])
    return {
        PICTURE: _picture(db, picture),
        README: _CONSOLE.sub(lambda block: _session(block[1], db), readme),
    }


def _picture(db: Path, path: Path) -> str:
    with Store.open(db, create=False) as store:
        write_svg(store.statements(SHOWN), path, title=COMMAND, width=88)
    return path.read_text(encoding="utf-8")


def _session(block: str, db: Path) -> str:
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"{command}\n{_printed(command[2:], db)}" for command in commands)


def _printed(command: str, db: Path) -> str:
    here = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**os.environ, "PATH": here, "QUOTETRACK_DB": str(db), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(["sh", "-c", command], env=environment, capture_output=True, encoding="utf-8")  # noqa: S603, S607
    return done.stdout + done.stderr


def main() -> int:
    """Writes the files, or with ``--check`` compares them; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = refreshed(README.read_text(encoding="utf-8"), Path(folder))
    stale = [path for path, text in wanted.items() if path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.relative_to(ROOT)} is out of date; run: python data/refresh.py", file=sys.stderr)
        return 1 if stale else 0
    for path in stale:
        path.write_text(wanted[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
