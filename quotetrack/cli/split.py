"""``quotetrack split``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quotetrack.cli.decided import number_of, tell
from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND, count
from quotetrack.cli.people import one_speaker
from quotetrack.cli.references import one_article
from quotetrack.errors import UsageError

if TYPE_CHECKING:
    from quotetrack.store import Store, StoredSpeaker


def split(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Who is more than one: any form of the name, or the number.")
    ],
    aliases: Annotated[
        list[str] | None,
        typer.Option("--alias", metavar="NAME", help="What is said under this name. May be repeated."),
    ] = None,
    articles: Annotated[
        list[str] | None,
        typer.Option("--article", metavar="ARTICLE", help="What is said in this article. May be repeated."),
    ] = None,
    statements: Annotated[
        list[str] | None,
        typer.Option("--statement", metavar="ID", help="This statement. May be repeated."),
    ] = None,
    called: Annotated[
        str | None,
        typer.Option("--as", metavar="NAME", help="How the other is called; else as it was in these places."),
    ] = None,
    db: DbOption = None,
) -> int:
    """Make another speaker of a part of one.

    Examples:
      quotetrack split "Ada Rook" --alias Rook --as "Carl Rook"
      quotetrack split "Ada Rook" --article choir.txt --as "Ada Rook (choir)"
      quotetrack split 12 --statement 340 --statement 341

    Undoes a join, whether the program made it or merge did. It is remembered
    that they are two, also for articles that are read later.
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        speaker = one_speaker(store, name)
        if not (aliases or articles or statements):
            raise UsageError(_parts(store, speaker))
        made = store.decisions.split(
            speaker.id,
            called or (aliases[0] if aliases and len(aliases) == 1 else speaker.name),
            names=aliases or (),
            articles=[one_article(store, words).id for words in articles or ()],
            statements=[number_of(words) for words in statements or ()],
        )
        left = store.speaker(speaker.id)
        tell(made, f"{count(left.statements, 'statement')} left to {left.name}")
    return FOUND


def _parts(store: Store, speaker: StoredSpeaker) -> str:
    """What can be split off, for somebody who did not say what."""
    from quotetrack.store import Filters

    rows = store.statements(Filters(speaker_ids=(speaker.id,)))
    numbers = dict.fromkeys(str(row.article_id) for row in rows)
    known = [
        f"--alias {', '.join((speaker.name, *speaker.aliases))}" if speaker.aliases else "",
        f"--article {', '.join([*numbers][:8])}{', …' if len(numbers) > 8 else ''}"
        if len(numbers) > 1
        else "",
        "--statement ID",
    ]
    return f"say what to split off {speaker.name}: {', or '.join(part for part in known if part)}"
