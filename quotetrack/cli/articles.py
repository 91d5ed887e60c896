"""``quotetrack articles``."""

from __future__ import annotations

from quotetrack import render
from quotetrack.cli.options import (
    DbOption,
    LimitOption,
    Output,
    PublisherOption,
    SinceOption,
    UntilOption,
    database,
    limit,
    since,
    until,
)
from quotetrack.cli.outcome import FOUND, NothingFoundError


def articles(
    *,
    from_day: SinceOption = None,
    to_day: UntilOption = None,
    publisher: PublisherOption = None,
    at_most: LimitOption = None,
    output: Output,
    db: DbOption = None,
) -> int:
    """Which articles are kept.

    Examples:
      quotetrack articles
      quotetrack articles --publisher "Coastal Wire" --since 2023-02
      quotetrack articles --json | jq '.[].title'
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        rows = store.articles(publisher, since(from_day), until(to_day), limit(at_most))
    with output.open() as out:
        if rows or out.form not in ("pretty", "md"):
            render.write_articles(rows, out.form, out.stream, look=out.look)
    if not rows:
        raise NothingFoundError("no article passes; leave a filter out, or add articles")
    return FOUND
