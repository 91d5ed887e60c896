"""The quality gate: figures on annotated articles that must not fall below their floors.

    python tests/quality.py                     print figures and floors, and exit with 1 where one is missed
    python tests/quality.py --raise             raise each floor to just below the figure as measured now
    python tests/quality.py --lower SET FIGURE FLOOR --reason "why this is worth it"

``samples`` are the articles of ``data``; ``dev`` is PolNeAR's, where QUOTETRACK_POLNEAR names the corpus.

The floors are lines of ``floors.jsonl``; of a figure's lines the last one holds. Lines are only ever added: one that
lowers a floor has to say which floor it lowers and why, and one that was ever committed has to stay. So no floor is
lowered without a line that says so, and nobody can take the line away again without the gate noticing.
"""

from __future__ import annotations

import argparse
import datetime as dt
import functools
import json
import math
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from golden import ARTICLES, read_gold

from quotetrack import evaluation
from quotetrack.evaluation import Compared
from quotetrack.evaluation.reliability import cases, reliability
from quotetrack.evaluation.report import figures
from quotetrack.model import Analysis, Article

FLOORS = Path(__file__).with_name("floors.jsonl")

# Processors round the 8-bit tagger differently. One sample statement more or less is 0.4 points.
MARGINS = {"samples": 1.0, "dev": 0.5}
GATED = (
    "content@0.8 F1",
    "content@1.0 F1",
    "who+what F1",
    "source|0.3",
    "direct precision@0.8",
    "direct recall@0.8",
    "mixed recall@0.8",
)
ALSO = {"samples": "right names", "dev": "calibration"}


@dataclass(frozen=True, slots=True)
class Floor:
    """One line of the file."""

    date: str
    set: str
    figure: str
    floor: float
    reason: str
    lowers: float | None = None

    @classmethod
    def of(cls, line: str) -> Floor:
        """The floor that a line of the file sets."""
        return cls(**json.loads(line))

    @property
    def line(self) -> str:
        """The line that sets it."""
        fields = {name: value for name, value in asdict(self).items() if value is not None}
        return json.dumps(fields, ensure_ascii=False)


def folder_of(name: str) -> Path | None:
    """Where the annotated articles of a set are; None where that is not known."""
    if name == "samples":
        return ARTICLES
    corpus = os.environ.get("QUOTETRACK_POLNEAR")
    return Path(corpus) / "dev" if corpus else None


@functools.cache
def analysed(folder: Path) -> tuple[list[Compared], list[Analysis]]:
    """The articles of a folder, analysed and compared once however many tests ask."""
    from quotetrack.pipeline import analyse

    analyses: list[Analysis] = []

    def keep(article: Article) -> Analysis:
        analyses.append(analyse(article))
        return analyses[-1]

    return evaluation.evaluate(evaluation.read_gold(folder), keep), analyses


def measured(name: str) -> dict[str, float]:
    """The gated figures of a set, in per cent."""
    folder = folder_of(name)
    assert folder is not None
    compared, analyses = analysed(folder)
    found = figures(compared)
    gated = {figure: found[figure] for figure in GATED}
    if name == "samples":
        gated[ALSO[name]] = right_names(compared, analyses)
    else:
        gated[ALSO[name]] = 100 * (1 - reliability(cases(compared)).expected_error)
    return gated


def right_names(compared: Sequence[Compared], analyses: Sequence[Analysis]) -> float:
    """Of the sample statements that were found and whose speakers are known, the share that is named so."""
    right = total = 0
    for one, analysis in zip(compared, analyses, strict=True):
        gold = read_gold(ARTICLES / "attributions" / f"{one.article}_gold.ann")
        known = {
            gold.spans[gold.events[event]["Content"]].fragments: set(names)
            for event, names in gold.speakers.items()
        }
        named = {
            tuple((span.start, span.end) for span in statement.spans): {s.name for s in statement.speakers}
            for statement in analysis.statements
        }
        for pair in one.pairs:
            names = known.get(pair.gold.statement.content)
            if names and pair.overlap >= evaluation.RIGHT_CONTENT:
                total += 1
                right += named[pair.found.statement.content] == names
    return 100 * right / total


def read_floors(path: Path = FLOORS) -> list[Floor]:
    """All lines, oldest first."""
    return [Floor.of(line) for line in path.read_text(encoding="utf-8").splitlines()]


def in_force(floors: Sequence[Floor]) -> dict[tuple[str, str], Floor]:
    """The floor of each figure of each set."""
    return {(floor.set, floor.figure): floor for floor in floors}


def silent(floors: Sequence[Floor]) -> list[str]:
    """The lines that lower a floor without saying so, or say so and are not true."""
    before: dict[tuple[str, str], float] = {}
    found = []
    for floor in floors:
        key = (floor.set, floor.figure)
        was = before.get(key)
        lowered = was is not None and floor.floor < was
        if floor.lowers != (was if lowered else None) or len(floor.reason.split()) < 3:
            found.append(floor.line)
        before[key] = floor.floor
    return found


def taken_away(path: Path = FLOORS) -> list[str] | None:
    """The lines that some commit of the history has and the file has not; None where there is no history."""
    commits = _git(path, "log", "--full-history", "--format=%H", "--", path.name)
    if commits is None:
        return None
    here = path.read_text(encoding="utf-8").splitlines()
    ever: dict[str, None] = {}
    for commit in commits.split():
        there = _git(path, "show", f"{commit}:./{path.name}")
        ever.update(dict.fromkeys((there or "").splitlines()))
    return [line for line in ever if line not in here]


def _git(path: Path, *arguments: str) -> str | None:
    try:
        run = subprocess.run(
            ["git", *arguments], cwd=path.parent, capture_output=True, text=True, check=False
        )
    except OSError:
        return None
    return run.stdout if run.returncode == 0 else None


def missed(name: str, found: dict[str, float], floors: Sequence[Floor]) -> list[str]:
    """What is wrong with the figures of a set, a line each."""
    holding = in_force(floors)
    told = []
    for figure, value in found.items():
        floor = holding.get((name, figure))
        if floor is None:
            told.append(f"{name}: {figure} has no floor; set one with: python tests/quality.py --raise")
        elif value < floor.floor:
            told.append(f"{name}: {figure} is {value:.2f}, below its floor {floor.floor:.1f} of {floor.date}")
    return told


def main() -> int:
    """Prints figures and floors; sets new ones where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    step = parser.add_mutually_exclusive_group()
    step.add_argument("--raise", dest="higher", action="store_true", help="raise the floors")
    step.add_argument("--lower", nargs=3, metavar=("SET", "FIGURE", "FLOOR"), help="lower one, with --reason")
    parser.add_argument("--reason", default="", help="why, in three words or more")
    args = parser.parse_args()
    if args.lower:
        name, figure, floor = args.lower
        return lower(name, figure, float(floor), args.reason, parser)
    told = []
    for name in MARGINS:
        if folder_of(name) is None:
            print(f"{name}: not measured; set QUOTETRACK_POLNEAR to the folder of the corpus")
            continue
        found = measured(name)
        if args.higher:
            add(raised(name, found, read_floors(), args.reason or "what the shipped tagger reaches"))
        floors = read_floors()
        for figure, value in found.items():
            floor = in_force(floors).get((name, figure))
            print(f"{name:8} {figure:22} {value:7.2f}   floor {floor.floor if floor else '-'}")
        told += missed(name, found, floors)
    print("\n".join(told))
    return 1 if told else 0


def raised(name: str, found: dict[str, float], floors: Sequence[Floor], reason: str) -> list[Floor]:
    """The floors just below the figures, where these are higher than those in force."""
    holding = in_force(floors)
    new = []
    for figure, value in found.items():
        floor = math.floor(10 * (value - MARGINS[name])) / 10
        before = holding.get((name, figure))
        if before is None or floor > before.floor:
            new.append(Floor(dt.date.today().isoformat(), name, figure, floor, reason))
    return new


def lower(name: str, figure: str, floor: float, reason: str, parser: Any) -> int:
    """Adds the line that lowers a floor."""
    before = in_force(read_floors()).get((name, figure))
    if before is None or floor >= before.floor:
        parser.error(f"{name} {figure!r} has no floor above {floor}")
    if len(reason.split()) < 3:
        parser.error("--lower needs a --reason of three words or more")
    add([Floor(dt.date.today().isoformat(), name, figure, floor, reason, lowers=before.floor)])
    return 0


def add(floors: Sequence[Floor], path: Path = FLOORS) -> None:
    """Writes further lines."""
    with path.open("a", encoding="utf-8") as file:
        file.writelines(floor.line + "\n" for floor in floors)


if __name__ == "__main__":
    sys.exit(main())
