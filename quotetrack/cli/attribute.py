"""``quotetrack attribute``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from quotetrack.cli.decided import number_of, tell
from quotetrack.cli.options import DbOption, database
from quotetrack.cli.outcome import FOUND, NothingFoundError
from quotetrack.cli.people import one_speaker
from quotetrack.cli.references import one_statement
from quotetrack.errors import UsageError
from quotetrack.model import SPEAKER_TYPES, Speaker, SpeakerType

if TYPE_CHECKING:
    from quotetrack.store import Store


def attribute(
    statement: Annotated[str, typer.Argument(metavar="ID", help="The statement's number.")],
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="NAME", help="Whose it is; several said it together."),
    ] = None,
    nobody: Annotated[bool, typer.Option("--nobody", help="It is nobody's who can be named.")] = False,
    new: Annotated[bool, typer.Option("--new", help="Take an unknown NAME as a new speaker's.")] = False,
    kind: Annotated[
        str, typer.Option("--type", metavar="TYPE", help=f"What a new one is: {', '.join(SPEAKER_TYPES)}.")
    ] = "person",
    db: DbOption = None,
) -> int:
    """Say whose a statement is.

    Examples:
      quotetrack attribute 12 "Ada Rook"
      quotetrack attribute 12 rook "Bo Pelk"
      quotetrack attribute 12 "Harbour Board" --new --type organization
      quotetrack attribute 12 --nobody

    It stays so when the article is read again. undo takes it back.
    """
    from quotetrack.store import Store

    number = number_of(statement)
    if kind not in SPEAKER_TYPES:
        raise UsageError(f"--type {kind!r} is not known; choose from {', '.join(SPEAKER_TYPES)}")
    if nobody == bool(names):
        raise UsageError(
            "give a NAME, or --nobody; not both" if nobody else "whose is it? give a NAME, or --nobody"
        )
    with Store.open(database(db), create=False) as store:
        one_statement(store, number)
        whom = [_whom(store, name, kind if new else None) for name in names or ()]
        tell(store.decisions.attribute(number, whom))
    return FOUND


def _whom(store: Store, words: str, new: SpeakerType | None) -> int | Speaker:
    try:
        return one_speaker(store, words).id
    except NothingFoundError as error:
        if new is None:
            raise NothingFoundError(f"{error}; or add --new for a new speaker") from error
        if not words.strip():
            raise UsageError("a name needs a letter or a digit") from error
        return Speaker(words.strip(), new)
