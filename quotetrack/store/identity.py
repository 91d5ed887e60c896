"""What a name is made of, who in one article bears it, and which inputs are the same article.

A speaker is known by type and folded name: case, accents, full stops and a leading "the" aside. In one article a
person named by one part ("Wang") is the one who has that part in the full name, if there is just one. Groups and
descriptions ("officials", "a person briefed on the talks") are known in their article alone, as is somebody of
whom it gives nothing but a first name. Whether two articles mean the same speaker is a matter of more than the
name: see joining.py.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from quotetrack.model import Speaker, SpeakerType
from quotetrack.speakers.given import GIVEN

# Letters that Unicode does not take apart into a plain one and an accent; one form of hyphen and apostrophe.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "ʼ": "'"}
    | dict.fromkeys("‐‑–—", "-")
    | {".": None}
)
_ACCENTS = re.compile("[\u0300-\u036f]")  # Latin, Greek and Cyrillic ones; those of Indic scripts are vowels
_LINE = re.compile(r"(.+):\d+", re.DOTALL)
_INDEFINITE = ("a ", "an ", "one ", "some ")

_TITLES = {"mr": "m", "sir": "m", "lord": "m", "mx": None, "dr": None} | dict.fromkeys(
    "mrs ms miss dame lady".split(), "f"
)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a speaker is known by within one article: two with the same identity are one.

    ``shared`` tells whether another article can mean the same speaker. ``open`` tells of one part of a name which
    several in the article bear.
    """

    key: str
    type: SpeakerType | None
    shared: bool
    open: bool = False


def fold(name: str) -> str:
    """The name without case, accents and full stops, one space between its words; never empty for a name.

    >>> fold("José  M. RÅBERG")
    'jose m raberg'
    """
    apart = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    plain = unicodedata.normalize("NFC", _ACCENTS.sub("", apart)).translate(_PLAIN)
    return " ".join(plain.split()) or name.casefold().strip()


def parts(key: str) -> list[str]:
    """The words of a folded name, those that a hyphen joins apart too."""
    return key.replace("-", " ").split()


def key_of(speaker: Speaker) -> str:
    """The folded name that a speaker is compared by: "The Harbour Times" is "harbour times"."""
    key = fold(speaker.name)
    return key if speaker.type == "person" else key.removeprefix("the ") or key


def identify(speakers: Iterable[Speaker]) -> dict[Speaker, Identity]:
    """The identity of each of the speakers of one article."""
    distinct = dict.fromkeys(speakers)
    people = {key_of(s) for s in distinct if s.type == "person" and not _describes(s)}
    full_names = [name for name in people if " " in name]
    return {speaker: _identity(speaker, full_names) for speaker in distinct}


def is_title(word: str) -> bool:
    """Whether a folded word is a courtesy title."""
    return word in _TITLES


def sex_of(title: str) -> str | None:
    """``"m"`` or ``"f"`` where a courtesy title tells it."""
    return _TITLES.get(title)


def without_titles(key: str) -> str:
    """A folded name without the courtesy titles before it, if there is more than these."""
    words = key.split()
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    return " ".join(words)


def origin_of(given: str) -> str | None:
    """What an article is recognised by when its text has changed: a file's absolute path, a URL or other id.

    Two files of one name in different folders are different articles, wherever the program was started. None
    for standard input and for a line of a file: another article may stand there tomorrow.
    """
    try:
        path, line = Path(given), _LINE.fullmatch(given)
        if given == "-" or (line and (line[1] == "-" or Path(line[1]).is_file())):
            return None
        return str(path.resolve()) if path.is_file() else given
    except (OSError, ValueError):  # longer than a file's name can be, say
        return given


def _identity(speaker: Speaker, full_names: list[str]) -> Identity:
    key = key_of(speaker)
    if _describes(speaker):
        return Identity(key, speaker.type, shared=False)
    if speaker.type != "person" or " " in key:
        return Identity(key, speaker.type, shared=True)
    bearers = [name for name in full_names if key in name.split()]
    if len(bearers) == 1:
        return Identity(bearers[0], speaker.type, shared=True)
    # Of two articles that give no more than "Bob", each means one of his own.
    return Identity(key, speaker.type, speaker.role is not None or key not in GIVEN, open=bool(bearers))


def _describes(speaker: Speaker) -> bool:
    """Whether the words describe somebody who is not named: "officials", "A person briefed on the talks"."""
    name = speaker.name.strip()
    in_small_letters = name == name.lower() != name.upper()
    return speaker.type == "group" or in_small_letters or name.casefold().startswith(_INDEFINITE)
