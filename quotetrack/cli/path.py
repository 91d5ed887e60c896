"""``quotetrack path``."""

from __future__ import annotations

import sys

from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND, count


def path(db: DbOption = None) -> int:
    """Where the database is.

    Examples:
      quotetrack path
      datasette "$(quotetrack path)"
      quotetrack path --db notes.db

    The path goes to standard output, what is in it to standard error.
    """
    from quotetrack.store import Store

    file = database(db)
    print(file, flush=True)
    if not file.exists():
        print("not there yet: quotetrack add makes it", file=sys.stderr)
        return FOUND
    with Store.open(file, create=False) as store:
        print(
            f"{count(len(store.articles()), 'article')}, {count(sum(store.counts().values()), 'statement')}, "
            f"{count(store.speaker_count(), 'speaker')}; schema {store.schema_version}",
            file=sys.stderr,
        )
    return FOUND
