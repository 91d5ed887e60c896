"""Whom a user's words mean."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quotetrack.cli.outcome import NothingFoundError, count
from quotetrack.cli.references import as_number
from quotetrack.errors import AmbiguousSpeakerError, UsageError
from quotetrack.render import clean

if TYPE_CHECKING:
    from quotetrack.store import Store, StoredSpeaker

_CANDIDATES = 12


def one_speaker(store: Store, words: str) -> StoredSpeaker:
    """The only speaker whom the words can mean: any form of a name, a role, or a number as ``speakers`` lists it.

    Where several can be meant, a person at a terminal is asked. What is only nearly a name is offered there, and
    never taken for one.

    Raises:
        AmbiguousSpeakerError: several can be meant, and nobody can be asked.
        NothingFoundError: nobody can, or none of those offered was.
    """
    number = as_number(words)
    if number is not None:
        return _numbered(store, number)
    called = store.match_speakers(words)
    found = _who_speak(called) or _who_speak(store.match_roles(words)) or called
    if len(found) == 1:
        return found[0]
    below = f" ({_CANDIDATES} below)" if len(found) > _CANDIDATES else ""
    if found:
        message = f"{words!r} may be {count(len(found), 'speaker')}{below}"
        if _somebody_to_ask():
            return _chosen(message, found[:_CANDIDATES])
        raise AmbiguousSpeakerError(
            f"{message}; give the full name or its number", tuple(map(portrait, found[:_CANDIDATES]))
        )
    similar = store.similar_speakers(words)
    if similar and _somebody_to_ask():
        return _chosen(f"nobody is called {words!r}; similar", similar)
    near = ", ".join(dict.fromkeys(speaker.name for speaker in similar))
    hint = f"similar: {near}" if near else "quotetrack speakers lists everybody"
    raise NothingFoundError(f"nobody is called {words!r}; {hint}")


def portrait(speaker: StoredSpeaker) -> str:
    """What tells a speaker apart from others of the name, in a line."""
    role = str(speaker.roles[0]) if speaker.roles else ""
    nature = "; ".join(part for part in (speaker.type, role) if part)
    span = " – ".join(dict.fromkeys(day.isoformat() for day in (speaker.first, speaker.last) if day))
    where = ", ".join(speaker.publishers[:2]) + (", …" if len(speaker.publishers) > 2 else "")
    said = ", ".join(part for part in (count(speaker.statements, "statement"), span, where) if part)
    return f"{speaker.id:>4}  {speaker.name}{f' ({nature})' if nature else ''}: {said}"


def _who_speak(found: list[StoredSpeaker]) -> list[StoredSpeaker]:
    """Those who say something: not "judge" whom a judge tells something."""
    return [speaker for speaker in found if speaker.statements]


def _somebody_to_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _chosen(question: str, candidates: Sequence[StoredSpeaker]) -> StoredSpeaker:
    """Whom of the candidates the user chooses, by number."""
    print(f"{question}:", file=sys.stderr)
    for speaker in candidates:
        print(clean(portrait(speaker)), file=sys.stderr)
    by_number = {str(speaker.id): speaker for speaker in candidates}
    while True:
        print("Which number? [none] ", end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline().strip().removeprefix("#")
        if answer in by_number:
            return by_number[answer]
        if not answer or answer.lower() in ("n", "none", "q"):
            raise NothingFoundError("nobody chosen; the number says who is meant, as in quotetrack who 12")
        print(f"{answer!r} is none of these numbers", file=sys.stderr)


def _numbered(store: Store, number: int) -> StoredSpeaker:
    try:
        return store.speaker(number)
    except UsageError as error:
        raise NothingFoundError(
            f"no speaker has the number {number}; quotetrack speakers lists them"
        ) from error
