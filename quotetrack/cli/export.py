"""``quotetrack export``."""

from __future__ import annotations

from quotetrack.cli.listing import show_statements
from quotetrack.cli.options import DbOption, Output, Where, database


def export(where: Where, output: Output, db: DbOption = None) -> int:
    """All statements, as JSON Lines.

    Examples:
      quotetrack export > statements.jsonl
      quotetrack export --csv --since 2023 > statements.csv
      quotetrack export --speaker "Ada Rook" | jq -r .text
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        return show_statements(
            store.statements(where.filters(store)),
            output,
            nothing="no statement to export; leave a filter out, or add articles",
            default="jsonl",
            piped="jsonl",
        )
