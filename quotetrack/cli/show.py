"""``quotetrack show``."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from quotetrack import render
from quotetrack.cli.options import DbOption, Output, database
from quotetrack.cli.outcome import FOUND
from quotetrack.cli.references import as_number, one_article, one_statement


def show(
    reference: Annotated[
        str,
        typer.Argument(metavar="ID", help="A statement's number; or an article's path, URL or title words."),
    ],
    output: Output,
    article: Annotated[
        bool, typer.Option("--article", "-a", help="ID is the number of an article, as articles gives it.")
    ] = False,
    db: DbOption = None,
) -> int:
    """One statement in its paragraph, or a whole article marked.

    Examples:
      quotetrack show 12                 statement 12 where it stands
      quotetrack show --article 3        article 3 with all its statements
      quotetrack show harbour-vote.txt   the same, by path, URL or title
    """
    from quotetrack.store import Filters, Store

    with Store.open(database(db), create=False) as store, output.open() as out:
        number = None if article else as_number(reference)
        if number is not None:
            row = one_statement(store, number)
            neighbours = list(store.statements(Filters(article_id=row.article_id)))
            text = store.text_of(row.article_id)
            decided = store.decisions.made(row.decision_ids) if row.decision_ids else ()
            render.write_statement(
                row, text, neighbours, out.form, out.stream, look=out.look, decided=decided
            )
            if row.rejected:
                told = f"statement {row.id} is rejected; quotetrack reject {row.id} --restore takes that back"
                print(told, file=sys.stderr)
        else:
            kept = one_article(store, reference)
            rows = list(store.statements(Filters(article_id=kept.id)))
            render.write_article(kept, store.text_of(kept.id), rows, out.form, out.stream, look=out.look)
    return FOUND
