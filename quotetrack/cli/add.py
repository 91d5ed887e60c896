"""``quotetrack add``."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from quotetrack.cli.decided import telling_what_waits
from quotetrack.cli.options import About, DbOption, database
from quotetrack.cli.outcome import FAILED, FOUND, count
from quotetrack.cli.progress import Progress
from quotetrack.errors import InputError
from quotetrack.render import clean

if TYPE_CHECKING:
    from quotetrack.model import Article
    from quotetrack.store import Outcome, Store


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one article."""

    outcome: Outcome
    article: str
    statements: int
    speakers: int


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Files, folders, patterns, URLs, or - for standard input."),
    ],
    about: About,
    db: DbOption = None,
) -> int:
    """Read articles, find every statement, keep them.

    Examples:
      quotetrack add harbour-vote.txt --date 2023-02-22
      quotetrack add articles/ 'archive/**/*.html'
      quotetrack add https://news.example/harbour-vote
      curl -s https://news.example/feed.jsonl | quotetrack add -

    Reads .txt, .md, HTML and JSON Lines. Says of each article whether it
    was added, updated or unchanged; adding it twice changes nothing. One
    that cannot be read is named, the rest is done, and the exit code is 2.
    """
    from quotetrack import ingest
    from quotetrack.store import Store

    total = ingest.count(inputs)
    overrides = about.overrides(total)
    outcomes: Counter[str] = Counter()
    with (
        Store.open(database(db), create=True) as store,
        telling_what_waits(store),
        Progress(total) as progress,
    ):
        for one in ingest.read(inputs, overrides):
            if isinstance(one, InputError):
                progress.clear()
                outcomes["failed"] += 1
                print(f"quotetrack: {clean(str(one))}", file=sys.stderr)
                progress.step("")
                continue
            added = keep(store, one)
            outcomes[added.outcome] += 1
            progress.clear()
            print(_line(added), flush=True)
            progress.step(one.id)
    if outcomes.total() > 1 and sys.stderr.isatty():
        done = ", ".join(f"{number:,} {outcome}" for outcome, number in outcomes.items())
        print(f"{done}; quotetrack timeline shows who said what", file=sys.stderr)
    return FAILED if outcomes["failed"] else FOUND


def keep(store: Store, article: Article) -> Added:
    """Keeps an article, which is analysed only if its text is not kept already."""
    from quotetrack.model import Analysis
    from quotetrack.store import Filters

    if store.outcome_for(article) == "unchanged":
        analysis = Analysis(article, ())
    else:
        from quotetrack.pipeline import analyse

        analysis = analyse(article)
    outcome, kept = store.keep(analysis)
    speakers = {
        speaker for row in store.statements(Filters(article_id=kept.id)) for speaker in row.speaker_ids
    }
    return Added(outcome, article.id, kept.statements, len(speakers))


def _line(added: Added) -> str:
    """What became of an article: on a terminal in a line of it, elsewhere as a record with tabs."""
    article = clean(added.article)
    if not sys.stdout.isatty():
        return f"{added.outcome}\t{article}\t{added.statements}\t{added.speakers}"
    found = (
        f"{count(added.statements, 'statement')}, {count(added.speakers, 'speaker')}"
        if added.statements
        else "no statements"
    )
    line = f"{added.outcome:<9}  {found:<26}  "
    room = max(shutil.get_terminal_size().columns - len(line), 20)
    return line + (article if len(article) <= room else f"…{article[1 - room :]}")
