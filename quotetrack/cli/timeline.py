"""``quotetrack timeline``."""

from __future__ import annotations

from quotetrack.cli.listing import show_statements
from quotetrack.cli.options import DbOption, Output, Where, database


def timeline(where: Where, output: Output, db: DbOption = None) -> int:
    """Everybody's statements, by date.

    Examples:
      quotetrack timeline --since 2023-02 --until 2023-03
      quotetrack timeline --speaker "Ada Rook" --speaker Pelk
      quotetrack timeline --kind direct --min-confidence 0.8 --csv > said.csv
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        return show_statements(
            store.statements(where.filters(store)),
            output,
            nothing="no statement passes the filters; leave some out, or add articles",
        )
