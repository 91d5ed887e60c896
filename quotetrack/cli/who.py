"""``quotetrack who``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quotetrack.cli.listing import show_what_is_said
from quotetrack.cli.options import DbOption, Output, Where, database
from quotetrack.cli.outcome import count
from quotetrack.cli.people import one_speaker

if TYPE_CHECKING:
    from quotetrack.store import StoredSpeaker


def who(
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="Any form of a name, a role, or a number that speakers gives."),
    ],
    where: Where,
    output: Output,
    db: DbOption = None,
) -> int:
    """The timeline of one speaker.

    Examples:
      quotetrack who "Ada Rook"
      quotetrack who rook --since 2023-02 --kind direct
      quotetrack who "foreign minister"
      quotetrack who 12 --json | jq -r '.[].text'
      quotetrack who rook --act all

    Where several may be meant, you are asked on a terminal; elsewhere they
    are listed with their numbers, and a number says who is meant. What is
    thought or wanted rather than said is counted, and shown with --act.
    """
    from quotetrack.store import Store

    with Store.open(database(db), create=False) as store:
        speaker = one_speaker(store, name)
        return show_what_is_said(
            store,
            where,
            output,
            nothing=f"no statement of {speaker.name} passes the filters; leave some out"
            if speaker.statements
            else f"{speaker.name} is mentioned, but says nothing; quotetrack speakers lists who does",
            heading=_heading(speaker),
            whose=speaker.id,
        )


def _heading(speaker: StoredSpeaker) -> str:
    """Who it is: the latest role first."""
    described = [speaker.type, *map(str, speaker.roles[:2])]
    said = f"{count(speaker.statements, 'statement')} in {count(speaker.articles, 'article')}"
    also = f"also {', '.join(speaker.aliases)}" if speaker.aliases else ""
    return " · ".join(part for part in (speaker.name, *described, said, also) if part)
