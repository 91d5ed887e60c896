"""Proper names: what they are made of, and whether two may be of one bearer."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from quotetrack.model import SpeakerType
from quotetrack.speakers import given, words


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A word as names are compared: lower case, without accents and full stops, apostrophes straight."""
    if not word.isascii():
        word = "".join(
            c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)
        ).replace("’", "'")
    return word.lower().replace(".", "")


@dataclass(slots=True)
class Name:
    """A proper name where it stands. ``start`` and ``end`` leave out titles, roles and the possessive."""

    start: int
    end: int
    words: tuple[str, ...]
    """As written, without a nickname in quotation marks."""
    key: tuple[str, ...]
    """The words folded."""
    type: SpeakerType | None
    tagged: bool
    """Whether the tagger saw it."""
    outer: int
    """Where its titles and roles begin, or ``start``."""
    titles: tuple[str, ...] = ()
    """Folded honorifics and role words directly before it."""
    nickname: str | None = None
    possessive: bool = False

    @property
    def text(self) -> str:
        """The name in its own words."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Parts:
    """A person's name taken apart, folded."""

    first: str
    middle: tuple[str, ...]
    last: str
    suffix: str


def parts_of(key: tuple[str, ...]) -> Parts:
    """First, middle and last words of a person's folded name, and the suffix; one word is a last name."""
    suffix = ""
    while len(key) > 1 and key[-1] in words.SUFFIXES:
        suffix, key = key[-1], key[:-1]
    begin = len(key) - 1
    while begin > 1 and key[begin - 1] in words.PARTICLES:
        begin -= 1
    first = key[0] if len(key) > 1 else ""
    return Parts(first, key[1:begin] if first else (), key[-1], suffix)


def first_names_agree(one: str, two: str) -> bool:
    """Whether two first names may be of one person: equal, an initial, a short form."""
    if one == two or not one or not two:
        return True
    if one[0] == two[0] and (len(one) == 1 or len(two) == 1):
        return True
    if len(one) == 2 == len(two):  # "JD" is no form of "JB"
        return False
    for short, full in ((one, two), (two, one)):
        if given.SHORT_FORMS.get(short) == full or (len(short) >= 3 and full.startswith(short)):
            return True
    shared = given.SHORT_FORMS.get(one)
    return shared is not None and shared == given.SHORT_FORMS.get(two)


def same_person(one: Parts, two: Parts) -> bool:
    """Whether two names of at least two words each may be of one person."""
    if one.last != two.last or not first_names_agree(one.first, two.first):
        return False
    if one.suffix and two.suffix and one.suffix != two.suffix:
        return False
    if one.middle and two.middle:
        return all(first_names_agree(a, b) for a, b in zip(one.middle, two.middle, strict=False))
    return True


def initials(key: tuple[str, ...]) -> str:
    """The first letters of folded words."""
    return "".join(word[0] for word in key if word)


def is_acronym_of(acronym: str, key: tuple[str, ...]) -> bool:
    """Whether the letters (folded) are the initials of the words, small words counted or not."""
    return len(acronym) > 1 and acronym in (initials(key), initials(content_words(key)))


_SMALL = frozenset("of for the and on in to & de la le".split())


def content_words(key: tuple[str, ...]) -> tuple[str, ...]:
    """The words of an organisation's name that tell it apart."""
    return tuple(w for w in key if w not in _SMALL)
