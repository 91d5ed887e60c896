"""``quotetrack verify``."""

from __future__ import annotations

import sys

from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FAILED, FOUND, count
from quotetrack.render import clean


def verify(db: DbOption = None) -> int:
    """Check that the database is sound.

    Examples:
      quotetrack verify
      quotetrack verify --db notes.db && cp notes.db safe/

    Hashes are made again, and every span has to give its words back.
    Problems are listed one a line, and the exit code is then 2.
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        problems = store.verify()
        for problem in problems:
            print(f"{clean(problem.article or str(store.path))}\t{clean(problem.what)}")
        if not problems:
            checked = f"sound: {count(len(store.articles()), 'article')} checked"
            waiting = len(store.decisions.waiting())
            more = (
                f"; {count(waiting, 'decision')} waiting: quotetrack decisions says for what"
                if waiting
                else ""
            )
            print(checked + more, file=sys.stderr)
            return FOUND
        print(
            f"quotetrack: {clean(str(store.path))}: {count(len(problems), 'problem')}; "
            "remove and add these articles again, or go back to a backup",
            file=sys.stderr,
        )
        return FAILED
