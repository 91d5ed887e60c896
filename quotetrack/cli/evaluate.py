"""``quotetrack eval``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from quotetrack import render
from quotetrack.cli.options import Out, Output, limit
from quotetrack.cli.outcome import FOUND, count
from quotetrack.cli.progress import Progress
from quotetrack.errors import InputError, UsageError

if TYPE_CHECKING:
    from quotetrack.evaluation import Compared, GoldArticle
    from quotetrack.model import Analysis, Article

_EXAMPLES = 3
_WHAT = "What to measure"


def evaluate(
    folder: Annotated[
        str, typer.Argument(metavar="GOLD_DIR", help="Has text/NAME.txt and attributions/NAME_ANNOTATOR.ann.")
    ],
    *,
    statements: Annotated[
        str | None,
        typer.Option(
            "--statements",
            metavar="FILE",
            rich_help_panel=_WHAT,
            help="Measure these, as extract printed them, and analyse nothing.",
        ),
    ] = None,
    against: Annotated[
        str | None,
        typer.Option(
            "--against",
            metavar="FILE",
            rich_help_panel=_WHAT,
            help="What another version's extract printed: both side by side, and how sure the difference is.",
        ),
    ] = None,
    errors: Annotated[
        bool,
        typer.Option(
            "--errors",
            rich_help_panel=_WHAT,
            help="What goes wrong, by class, with examples; --against: what is gone and what is new.",
        ),
    ] = False,
    examples: Annotated[
        str | None,
        typer.Option(
            "--examples",
            metavar="N",
            rich_help_panel=_WHAT,
            help=f"So many of each class of errors, else {_EXAMPLES}.",
        ),
    ] = None,
    calibration: Annotated[
        bool,
        typer.Option(
            "--calibration", rich_help_panel=_WHAT, help="Whether of those at 0.9 nine in ten are right."
        ),
    ] = False,
    output: Output,
) -> int:
    """Measure precision and recall on annotated articles.

    Examples:
      quotetrack eval gold/
      quotetrack eval gold/ --json | jq '."content@0.8".f1'
      quotetrack eval gold/ --errors
      quotetrack eval gold/ --errors --jsonl | jq -r .error | sort | uniq -c
      quotetrack eval gold/ --against yesterday.jsonl

    The articles are read afresh, and their statements compared with brat
    annotations. content@0.8 is right where four fifths of the words agree;
    who+what needs the source as well; source|0.3 is the share of right
    sources where at least the statement was found; the last rows are
    content@0.8 by kind.
    """
    from quotetrack.evaluation import read_gold

    if calibration and (errors or against):
        other = "--errors" if errors else "--against"
        raise UsageError(f"--calibration and {other} do not go together; ask for one after the other")
    if examples and not errors:
        raise UsageError("--examples belongs to --errors; give both")
    shown = limit(examples, "--examples") or _EXAMPLES
    articles = read_gold(Path(folder))
    before = _read(against, articles) if against else None
    now = _read(statements, articles) if statements else _analysed(articles)
    with output.open() as out:
        if errors:
            _write_errors(before, now, out, shown)
        elif before is not None:
            _write_differences(before, now, out)
        elif calibration:
            _write_reliability(now, out)
        else:
            _write_report(now, out)
    return FOUND


def _analysed(articles: Sequence[GoldArticle]) -> list[Compared]:
    from quotetrack import evaluation
    from quotetrack.pipeline import analyse

    with Progress(len(articles)) as progress:

        def analysed(article: Article) -> Analysis:
            progress.step(article.id)
            return analyse(article)

        return evaluation.evaluate(articles, analysed)


def _read(file: str, articles: Sequence[GoldArticle]) -> list[Compared]:
    from quotetrack.evaluation import read_statements

    compared, others = read_statements(Path(file), articles)
    named = sum(1 for one in compared if one.found)
    if not named:
        raise InputError(f"{file}: no statement of an annotated article in it; extract from GOLD_DIR/text")
    notes = []
    if others:
        notes.append(f"{count(others, 'statement')} of articles that are not annotated left out")
    if named < len(articles):
        notes.append(f"nothing found in {count(len(articles) - named, 'annotated article')}")
    if notes:
        print(f"quotetrack: {render.clean(file)}: {'; '.join(notes)}", file=sys.stderr)
    return compared


def _write_report(now: Sequence[Compared], out: Out) -> None:
    from quotetrack.evaluation import report

    figures = report(now)
    if out.form == "json":
        _write_json(figures.as_record(), out)
    elif out.form == "jsonl":
        _write_lines((dict(zip(figures.columns, row, strict=True)) for row in figures.rows), out)
    else:
        _write_table(figures.columns, figures.rows, out, 2, heading=_heading(now))


def _write_differences(before: Sequence[Compared], now: Sequence[Compared], out: Out) -> None:
    from quotetrack.evaluation import report
    from quotetrack.evaluation.difference import ROUNDS, differences

    found = differences(before, now)
    if out.form == "json":
        record = {
            "before": report(before).as_record(),
            "now": report(now).as_record(),
            "differences": {one.figure: one.as_record() for one in found},
        }
        _write_json(record, out)
        return
    if out.form == "jsonl":
        _write_lines(({"figure": one.figure, **one.as_record()} for one in found), out)
        return
    rows = [
        (
            one.figure,
            one.before,
            one.now,
            f"{one.points:+.2f}",
            f"{one.low:+.2f}",
            f"{one.high:+.2f}",
            one.verdict,
        )
        for one in found
    ]
    _write_table(
        ("figure", "before", "now", "difference", "low", "high", "verdict"),
        rows,
        out,
        2,
        heading=_heading(now),
        footer=f"low and high bound the difference in 95 of 100 draws of the articles ({ROUNDS:,} paired draws); "
        "without a verdict it may be chance.",
    )


def _write_errors(
    before: Sequence[Compared] | None, now: Sequence[Compared], out: Out, examples: int
) -> None:
    from quotetrack.evaluation.errors import errors

    found = list(errors(now))
    render.write_errors(
        found,
        out.form,
        out.stream,
        look=out.look,
        heading=f"{count(len(found), 'error')} in {_heading(now)}",
        examples=examples,
        before=None if before is None else list(errors(before)),
    )


def _write_reliability(now: Sequence[Compared], out: Out) -> None:
    from quotetrack.evaluation.reliability import cases, reliability

    known = cases(now)
    if not known:
        raise InputError("none of these statements has a confidence; extract them again")
    table = reliability(known)
    if out.form == "json":
        _write_json(table.as_record(), out)
        return
    if out.form == "jsonl":
        _write_lines(table.as_record()["bins"], out)
        return
    _write_table(
        table.columns,
        table.rows,
        out,
        3,
        heading=f"expected calibration error {table.expected_error:.3f} over {count(len(known), 'statement')}",
        footer="Right is a statement whose content agrees at 0.8 and whose source is right; "
        "“kept” are the statements that --min-confidence keeps from here on.",
    )


def _heading(compared: Sequence[Compared]) -> str:
    annotated, found = (sum(len(getattr(one, part)) for one in compared) for part in ("gold", "found"))
    return f"{count(len(compared), 'article')}, {count(annotated, 'statement')} annotated, {found:,} found"


def _write_table(
    columns: Sequence[str],
    rows: Sequence[Sequence[str | float | None]],
    out: Out,
    decimals: int,
    *,
    heading: str,
    footer: str | None = None,
) -> None:
    def cell(value: str | float | None) -> str:
        if value is None:
            return ""
        return f"{value:.{decimals}f}" if isinstance(value, float) else str(value)

    cells = [[cell(value) for value in row] for row in rows]
    render.write_table(columns, cells, out.form, out.stream, look=out.look, heading=heading, footer=footer)


def _write_json(record: dict[str, Any], out: Out) -> None:
    out.stream.write(json.dumps(record, indent=2) + "\n")


def _write_lines(records: Iterable[dict[str, Any]], out: Out) -> None:
    out.stream.writelines(json.dumps(record) + "\n" for record in records)
