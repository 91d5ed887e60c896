"""Names joined by "and" that share a part: "the Tarland and Pellmoor Court", "Ivo and Marek Tolland"."""

from __future__ import annotations

import re
from dataclasses import replace

from quotetrack.speakers import given, places, words
from quotetrack.speakers.names import Name, parts_of

_BODIES = words.MEDIA | words.ORG_HEADS | words.OWN_BODIES
_FAMILY = (
    "brothers|children|couple|cousins|daughters|husband and wife|parents|siblings|sisters|sons|spouses|twins"
)
_FAMILY_BEFORE = re.compile(rf"\b(?:{_FAMILY})\b[\w\s,-]{{0,25}}$", re.IGNORECASE)
_FAMILY_BEHIND = re.compile(rf",?\s(?:the|two|whose|a|are|were)\s(?:[\w-]+\s){{0,3}}(?:{_FAMILY})\b")


def with_pairs(text: str, found: list[Name]) -> list[Name]:
    """The names of a text, where two that share a part are whole.

    "The Tarland and Pellmoor Court of Appeal" is one of one body, and "Ivo" in "Ivo and Marek Tolland" is Ivo Tolland.
    """
    seconds = [
        number for number in range(1, len(found)) if _are_joined(text, *found[number - 1 : number + 1])
    ]
    if not seconds:
        return found
    surnames = {parts_of(name.key).last for name in found if name.type == "person" and len(name.key) > 1}
    gone = set()
    whole = list(found)
    for number in seconds:
        first, second = found[number - 1 : number + 1]
        if _is_body_of_two(text, first, second, found):
            gone.add(number - 1)
            whole[number] = replace(
                second,
                start=first.start,
                outer=first.start,
                words=(*first.words, "and", *second.words),
                key=(*first.key, "and", *second.key),
            )
        elif _is_family(text, first, second, found, surnames):
            shared = _surname(second)
            whole[number - 1] = replace(
                first,
                words=(*first.words, *second.words[shared]),
                key=(*first.key, *second.key[shared]),
                type="person",
            )
    return [name for number, name in enumerate(whole) if number not in gone]


def _are_joined(text: str, first: Name, second: Name) -> bool:
    return len(first.key) == 1 and len(second.key) > 1 and text[first.end : second.start] in (" and ", " & ")


def _is_body_of_two(text: str, first: Name, second: Name, found: list[Name]) -> bool:
    """Whether "the" stands before two names of one kind, of which the first is named nowhere else and is no body."""
    word = first.key[0]
    return (
        second.type == "organization"
        and (len(second.key) > 2 or _are_trades(word, second.key))
        and text[first.end : second.start] == " and "
        and first.type != "person"
        and not first.text.isupper()
        and word not in _BODIES
        and _is_of_place(word) == _is_of_place(second.key[0])
        and text[max(0, first.outer - 4) : first.start].lower() == "the "
        and sum(name.key == first.key for name in found) == 1
    )


_OF_TRADES = frozenset("association federation guild league society union".split())


def _are_trades(first: str, second: tuple[str, ...]) -> bool:
    """Whether a body is of two trades: "the Bakers and Confectioners Union"."""
    return first.endswith("s") and second[0].rstrip("'").endswith("s") and second[-1] in _OF_TRADES


def _is_of_place(word: str) -> bool:
    return word in places.PLACES or word in places.DEMONYMS


def _is_family(text: str, first: Name, second: Name, found: list[Name], surnames: set[str]) -> bool:
    """Whether a single name is a given one that shares the surname of the person behind.

    It is nobody's surname in the text, nor what somebody else is called by; and one that may well be a surname
    ("Reagan and George Bush"), or that is not known as a given name, needs a word of family beside the two.
    """
    word, last = first.key[0], parts_of(second.key).last
    if (
        second.type != "person"
        or first.type not in ("person", None)
        or first.titles
        or second.outer != second.start
        or word in surnames
        or (text[max(0, first.start - 2) : first.start] == ", " and _is_listed(first, found))
    ):
        return False
    namesakes = (name for name in found if len(name.key) > 1 and name.key[0] == word)
    alone = [name for name in found if name.key == first.key]
    if len(alone) > 1 and any(parts_of(name.key).last != last for name in namesakes):
        return False
    if any(name.titles for name in alone):
        return False
    return (
        (word in given.GIVEN and word not in given.SURNAMES_TOO)
        or _FAMILY_BEFORE.search(text, max(0, first.start - 60), first.start) is not None
        or _FAMILY_BEHIND.match(text, second.end) is not None
    )


def _is_listed(first: Name, found: list[Name]) -> bool:
    """Whether another single name stands before: "Brandy, Monica and Ada Hill"."""
    return any(len(name.key) == 1 and name.end == first.start - 2 for name in found)


def _surname(name: Name) -> slice:
    """Where a name's surname stands among its words: "van der Rook" of "Ada van der Rook Jr."."""
    parts = parts_of(name.key)
    return slice(1 + len(parts.middle), len(name.key) - bool(parts.suffix))
