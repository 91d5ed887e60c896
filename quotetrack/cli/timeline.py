"""``quotetrack timeline``."""

from __future__ import annotations

from quotetrack.cli.listing import show_what_is_said
from quotetrack.cli.options import DbOption, Output, Where, database


def timeline(where: Where, output: Output, db: DbOption = None) -> int:
    """What everybody said, by date.

    Examples:
      quotetrack timeline --since 2023-02 --until 2023-03
      quotetrack timeline --speaker "Ada Rook" --speaker Pelk
      quotetrack timeline --kind direct --min-confidence 0.8 --csv > said.csv
      quotetrack timeline --act belief --act attitude

    Beliefs, attitudes and what a document or a poll shows are counted, and
    shown with --act.
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        return show_what_is_said(
            store,
            where,
            output,
            nothing="no statement passes the filters; leave some out, or add articles",
        )
