"""``quotetrack eval``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from quotetrack import render
from quotetrack.cli.options import Output
from quotetrack.cli.outcome import FOUND
from quotetrack.cli.progress import Progress

if TYPE_CHECKING:
    from quotetrack.model import Analysis, Article


def evaluate(
    folder: Annotated[
        str, typer.Argument(metavar="GOLD_DIR", help="Has text/NAME.txt and attributions/NAME_ANNOTATOR.ann.")
    ],
    output: Output,
) -> int:
    """Measure precision and recall on annotated articles.

    Examples:
      quotetrack eval gold/
      quotetrack eval gold/ --json | jq '."content@0.8".f1'

    The articles are read afresh, and their statements compared with brat
    annotations. content@0.8 is right where four fifths of the words agree;
    who+what needs the source as well; source|0.3 is the share of right
    sources where at least the statement was found; the last rows are
    content@0.8 by kind.
    """
    from quotetrack import evaluation
    from quotetrack.pipeline import analyse

    gold = Path(folder)
    with Progress(len(evaluation.annotated_articles(gold))) as progress:

        def analysed(article: Article) -> Analysis:
            progress.step(article.id)
            return analyse(article)

        report = evaluation.evaluate(gold, analysed)
    with output.open() as out:
        if out.form == "json":
            out.stream.write(json.dumps(report.as_record(), indent=2) + "\n")
        else:
            rows = [[_cell(value) for value in row] for row in report.rows]
            render.write_table(report.columns, rows, out.form, out.stream, look=out.look)
    return FOUND


def _cell(value: str | float | None) -> str:
    if value is None:
        return ""
    return f"{value:.2f}" if isinstance(value, float) else str(value)
