"""The name of an organisation, and what else may be one form of it: turned, shortened, with its country."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quotetrack.speakers import places
from quotetrack.speakers.words import COMPANY_SUFFIXES
from quotetrack.store.identity import parts

# What may change places with what it is about: "the Ministry of Trade" is "the Trade Ministry". A university, a
# bank or a church may not: "Washington University" is none of Washington.
TURNING_HEADS = frozenset("ministry department committee subcommittee office".split())
_SMALL_WORDS = frozenset("a an and at for in of on the to &".split())
_SPELLINGS = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "programme": "program",
}
_LONGEST_ACRONYM = 6
AMBIGUOUS_ACRONYM = 2
"""Letters of an acronym that stands for too much: in PolNeAR train "HP" met Huffington Post, "VP" a poll."""

# Of which every country has one, or every town: a name that tells nothing without an owner.
_OF_A_COUNTRY = frozenset(
    tuple(name.split(","))
    for name in """
    supreme,court high,court constitutional,court federal,court appeals,court court,appeals
    central,bank national,bank parliament national,assembly cabinet government army navy air,force
    armed,forces military coast,guard treasury foreign,office,home office,home police national,police federal,police
    electoral,commission election,commission office,prosecutor office,prosecutors department,police
    department,fire department,health department,parks embassy consulate
    """.split()
)
_OWNERS = {name.replace(".", ""): owner for name, owner in places.OWNER_OF.items()}
_ANY_OWNER = "|".join(
    re.escape(name.upper() if len(name) < 4 else name.title())
    for name in sorted(places.OWNER_OF, key=len, reverse=True)
)
_PLACE = re.compile(rf"(?<!\w)(?:{_ANY_OWNER})(?!\w)")
_BEHIND = re.compile(rf"\s(?:of|in)\s(?:the\s)?({_ANY_OWNER})(?!\w)")
_LONGEST = max(len(parts(name)) for name in _OWNERS)


@lru_cache(maxsize=8192)
def body_words(key: str) -> tuple[str, ...]:
    """An organisation's folded name in a form that its variants share.

    >>> body_words("ministry of defence") == body_words("defense ministry")
    True
    >>> body_words("university of harwick") == body_words("harwick university")
    False
    """
    plain, owner = owned(key)
    if owner is not None:
        return (*body_words(plain), owner)
    words = [w.removesuffix("'s") for w in parts(key)] or [key]
    if words[0] == "us" and "department" in words:
        del words[0]  # one of no other country is theirs
    if len(words) > 1 and words[-1] in COMPANY_SUFFIXES:
        words.pop()
    plain_words = [_SPELLINGS.get(w, w) for w in words]
    main = [w for w in plain_words if w not in _SMALL_WORDS] or plain_words
    if main[-1] in TURNING_HEADS:
        head, rest = main[-1], main[:-1]
    elif main[0] in TURNING_HEADS and "of" in plain_words[:2]:
        head, rest = main[0], main[1:]
    else:
        return tuple(main)
    # The Foreign Ministry is that of Foreign Affairs.
    return (head, *sorted(w for w in rest if (head, w) != ("ministry", "affairs")))


def is_generic(key: str) -> bool:
    """Whether an organisation's folded name says only what it is, and not whose.

    >>> is_generic("foreign ministry"), is_generic("russia's foreign ministry"), is_generic("state department")
    (True, False, False)
    """
    if owned(key)[1] is not None:
        return False
    return _is_generic(body_words(key))


@lru_cache(maxsize=8192)
def owned(key: str) -> tuple[str, str | None]:
    """A body's folded name without the country or state whose it is, and that one; None where the name tells none.

    >>> owned("south korea's supreme court"), owned("ministry of trade of norway"), owned("bank of norway")
    (('supreme court', 'south korea'), ('ministry of trade', 'norway'), ('bank of norway', None))
    """
    words = key.split()
    for count in range(min(_LONGEST, len(words) - 1), 0, -1):
        front = " ".join(words[:count]).removesuffix("'s").removesuffix("'")
        last = words[-count - 1]
        plain, owner = " ".join(words[count:]), _OWNERS.get(front)
        if owner is not None and _is_generic(body_words(plain)):
            return plain, owner
        plain, owner = " ".join(words[: -count - 1]), _OWNERS.get(" ".join(words[-count:]))
        if owner is not None and last == "of" and plain and _is_generic(body_words(plain)):
            return plain, owner
    return key, None


def owner_around(text: str, start: int, end: int) -> str | None:
    """The country or state whose a body is by the words before its name ("Russia's") or behind it ("of Russia").

    >>> owner_around("said the South Korean Supreme Court", 22, 35)
    'south korea'
    """
    before = re.sub("['’]s?$|[.]", "", text[max(0, start - 40) : start].rstrip()).casefold().split()
    for count in range(_LONGEST, 0, -1):
        owner = _OWNERS.get(" ".join(before[-count:]))
        if owner is not None:
            return owner
    behind = _BEHIND.match(text, end)
    return _OWNERS[behind[1].replace(".", "").casefold()] if behind else None


def countries_in(text: str) -> Iterator[str]:
    """The countries that a text names, each time that it does; a demonym, a capital or a state counts for its own."""
    for found in _PLACE.finditer(text):
        name = found[0].replace(".", "").casefold()
        if name not in places.STATES:
            yield _OWNERS[name]
        elif name not in places.COUNTRIES:  # Georgia may be either
            yield places.COUNTRY_OF["us"]


@lru_cache(maxsize=8192)
def initials(key: str) -> frozenset[str]:
    """What an organisation's folded name may be shortened to: with its small words and without.

    >>> sorted(initials("bureau of dams"))
    ['bd', 'bod']
    """
    words = parts(key)
    if len(words) < 2:
        return frozenset()
    return frozenset(("".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL_WORDS)))


def may_be_acronym(key: str) -> bool:
    """Whether an organisation's folded name can be the first letters of another."""
    return key.isalpha() and 2 <= len(key) <= _LONGEST_ACRONYM


def _is_generic(form: tuple[str, ...]) -> bool:
    return form[0] == "ministry" or form in _OF_A_COUNTRY
