"""Whom a user's words mean."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from quotetrack.cli.outcome import NothingFoundError, count
from quotetrack.errors import AmbiguousSpeakerError, UsageError

if TYPE_CHECKING:
    from quotetrack.store import Store, StoredSpeaker

_CANDIDATES = 12


def one_speaker(store: Store, words: str) -> StoredSpeaker:
    """The only speaker whom the words can mean: any form of a name, or a number as ``speakers`` lists it.

    Raises:
        AmbiguousSpeakerError: several can be meant.
        NothingFoundError: nobody can.
    """
    if words.isascii() and words.removeprefix("#").isdecimal():
        return _numbered(store, int(words.removeprefix("#")))
    found = store.match_speakers(words)
    if not found:
        raise NothingFoundError(f"nobody is called {words!r}; {_similar(store, words)}")
    if len(found) > 1:
        below = f" ({_CANDIDATES} below)" if len(found) > _CANDIDATES else ""
        raise AmbiguousSpeakerError(
            f"{words!r} may be {count(len(found), 'speaker')}{below}; give the full name or its number",
            tuple(map(portrait, found[:_CANDIDATES])),
        )
    return found[0]


def portrait(speaker: StoredSpeaker) -> str:
    """What tells a speaker apart from others of the name, in a line."""
    nature = ", ".join(part for part in (speaker.type, *speaker.roles[:2]) if part)
    span = " – ".join(dict.fromkeys(day.isoformat() for day in (speaker.first, speaker.last) if day))
    said = ", ".join(part for part in (count(speaker.statements, "statement"), span) if part)
    return f"{speaker.id:>4}  {speaker.name}{f' ({nature})' if nature else ''}: {said}"


def _numbered(store: Store, number: int) -> StoredSpeaker:
    try:
        return store.speaker(number)
    except UsageError as error:
        raise NothingFoundError(
            f"no speaker has the number {number}; quotetrack speakers lists them"
        ) from error


def _similar(store: Store, words: str) -> str:
    names: dict[str, str] = {}
    for speaker in store.speakers():
        for name in (speaker.name, *speaker.aliases):
            for form in (name, *name.split()):
                names.setdefault(form.lower(), speaker.name)
    forms = get_close_matches(words.lower(), names, n=5, cutoff=0.7)
    near = list(dict.fromkeys(names[form] for form in forms))
    return f"similar: {', '.join(near)}" if near else "quotetrack speakers lists everybody"
