"""Whose a body is that every country has: "Russia's Foreign Ministry" is not "the Chinese Foreign Ministry"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quotetrack.model import Span
from quotetrack.speakers import places, words
from quotetrack.speakers.names import Name, fold

Key = tuple[str, ...]

_HEADS = words.GOVERNMENT_BODIES | {"bank", "force", "forces"}
_OF_HOME = "united states"
"""Whose a body is that is named before any owner is, if among the owners: "the Justice Department"."""
_BEFORE = re.compile(r"([\w.’'-]+[ \xa0])?([\w.’'-]+)[ \xa0]\Z")
_BEHIND = re.compile(r"[ \xa0](of|in)[ \xa0](?:the[ \xa0])?([\w.-]+)([ \xa0][\w.-]+)?")
_POSSESSIVE = re.compile(r"['’]s?\Z")
_ENDS = frozenset(".?!\"”’')")


@dataclass(slots=True)
class _Body:
    """A body's name, whose it is, and the name with its owner."""

    number: int
    owner: str | None
    words: tuple[str, ...]


def tell_apart(
    text: str, names: list[Name], blocks: Sequence[Span]
) -> tuple[list[Name], dict[Key, str | None]]:
    """Gives bodies that have one name and several owners in an article, whose paragraphs are ``blocks``, a name each.

    What is named without its owner then is no name but a description, like "the ministry", unless it was so named
    before any owner: that is the body of the country that the article comes from.

    Returns:
        The names that remain, and the owner of each body told apart, None where the article does not say it.
    """
    groups: dict[Key, list[_Body]] = defaultdict(list)
    for number, name in enumerate(names):
        if len(name.key) > 1 and name.type != "person" and not _HEADS.isdisjoint(name.key):
            plain, body = _owned(text, names, number)
            if len(plain) > 1 and _head(plain) in _HEADS:
                groups[plain].append(body)
    owners: dict[Key, str | None] = {}
    told: dict[int, Name | None] = {}
    for plain, group in groups.items():
        told.update(_told(text, names, blocks, plain, group, owners))
    if not told:
        return names, owners
    kept = [told.get(number, name) for number, name in enumerate(names)]
    return [name for name in kept if name is not None], owners


def forms_of(owner: str) -> set[str]:
    """The words by which a text names an owner: "chinese", "beijing"."""
    return {word for form in _named(owner) for word in form.split()}


def _told(
    text: str,
    names: list[Name],
    blocks: Sequence[Span],
    plain: Key,
    group: list[_Body],
    owners: dict[Key, str | None],
) -> dict[int, Name | None]:
    """The new names of a group of bodies by their numbers, None for those that name nobody by themselves."""
    several = {body.owner for body in group if body.owner is not None}
    home = bool(several) and _comes_first(text, names[group[0].number], blocks, group[0], several)
    at_home = _OF_HOME if _OF_HOME in several else None
    if len(several) + (home and at_home is None) < 2:
        return {}
    shown: dict[str | None, tuple[str, ...]] = {None: names[group[0].number].words} if home else {}
    for body in group:
        if body.owner is not None:
            shown.setdefault(body.owner, body.words)
    owners.update((tuple(map(fold, spelled)), owner) for owner, spelled in shown.items())
    told: dict[int, Name | None] = {}
    latest: tuple[str | None, int] = (at_home, -1)
    for body in group:
        name = names[body.number]
        owner, paragraph = body.owner, _paragraph(blocks, name.start)
        if owner is None:
            behind = _BEHIND.match(text, name.end)
            owner = _owner_of(behind[2], behind[3]) if behind else None
            owner = owner if owner in several else at_home
            if owner == at_home and not (home and (latest[0] == at_home or latest[1] < paragraph)):
                told[body.number] = None
                continue
        latest = owner, paragraph
        told[body.number] = replace(name, words=shown[owner], key=tuple(map(fold, shown[owner])))
    return told


def _comes_first(text: str, name: Name, blocks: Sequence[Span], first: _Body, several: set[str]) -> bool:
    """Whether a body is named without an owner before the article names any owner, in a sentence and not a title."""
    if first.owner is not None:
        return False
    paragraph = blocks[_paragraph(blocks, name.start)]
    if text[paragraph.end - 1] not in _ENDS:
        return False
    before = text[: name.start]
    foreign = [form for owner in several if owner != _OF_HOME for form in _named(owner)]
    return bool(foreign) and not re.search(
        rf"\b(?:{'|'.join(map(re.escape, foreign))})\b", before, re.IGNORECASE
    )


def _owned(text: str, names: list[Name], number: int) -> tuple[Key, _Body]:
    """A body's folded name without its owner; and whose it is by its own words and those right around it."""
    name = names[number]
    key, spelled = name.key, name.words
    for count in (2, 1):
        owner = places.OWNER_OF.get(" ".join(key[:count]))
        if owner and len(key) > count + 1:
            return key[count:], _Body(number, owner, spelled)
        owner = places.OWNER_OF.get(" ".join(key[-count:]))
        if owner and key[-count - 1 : -count] == ("of",):
            return key[: -count - 1], _Body(number, owner, spelled)
    before = _BEFORE.search(text, max(0, name.start - 40), name.start)
    if before:
        one, two = before[2], (before[1] or "") + before[2]
        for form in (two, one):
            if owner := places.OWNER_OF.get(fold(_POSSESSIVE.sub("", form))):
                return key, _Body(number, owner, (*form.split(), *spelled))
    town = names[number - 1] if number else None
    if town and town.type == "place" and town.possessive and name.start - town.end in (2, 3):
        return key, _Body(number, " ".join(town.key), (*text[town.start : name.start].split(), *spelled))
    behind = _BEHIND.match(text, name.end)
    if behind and behind[1] == "of" and (owner := _owner_of(behind[2], behind[3])):
        return key, _Body(number, owner, (*spelled, *behind[0].rstrip(".").split()))
    return key, _Body(number, None, spelled)


def _owner_of(one: str, two: str | None) -> str | None:
    return (places.OWNER_OF.get(fold(one + two)) if two else None) or places.OWNER_OF.get(fold(one))


def _named(owner: str) -> list[str]:
    return [owner, *(form for form, country in places.COUNTRY_OF.items() if country == owner)]


def _paragraph(blocks: Sequence[Span], offset: int) -> int:
    return max(0, bisect_right(blocks, offset, key=lambda block: block.start) - 1)


def _head(key: Key) -> str:
    """The word that tells what a body is: the last, or the one before "of"."""
    return key[key.index("of") - 1] if "of" in key[1:] else key[-1]
