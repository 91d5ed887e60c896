"""Runs of capitalised words, and what their words alone tell: titles, roles, and what the name is one of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quotetrack.model import SpeakerType
from quotetrack.speakers import given, places, words

_UPPER = "A-Z" + "".join(chr(c) for c in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Mme|Mlle|Dr|Pres|Sens|Sen|Reps|Rep|Govs|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Rev|Hon|Prof|St|Jr|Sr|Adm|Cmdr|Supt|Det|Insp"
    "|Fr|Amb|Atty|Inc|Co|Corp|Ltd|Dept"
)
_OF_MANY = (
    "Advice|Affairs|Agency|Alliance|Association|Bank|Bureau|Center|Centre|Club|Coalition|Commission|Compensation|Council"
    "|Defense|Federation|Forum|Front|Fund|Group|Guild|Hospital|Institute|League|Lobby|Movement|Network|Organi[sz]ation|Party"
    "|Protection|Rights|Society|Syndicate|Trust|Union"
)
_WORD = (
    # "National Farmers' Union", "People's Bank of China": whose a body is, as a part of its name.
    rf"(?:[{_UPPER}]\w+s['’](?=[ \xa0](?:{_OF_MANY})\b)|(?:Children|Men|People|Women)['’]s(?=[ \xa0][{_UPPER}])"
    rf"|(?:{_ABBREVIATIONS})\.|(?:[{_UPPER}]\.)+(?:[{_UPPER}](?![\w.'’]))?"
    rf"|(?:(?:al|el|ad|as|ul)-|(?:d|l|dell|dall)['’])?[{_UPPER}]\w*(?:(?:[-‑&]|['’](?![sS]\b))\w+)*(?:\.(?:com|org|net)\b)?)"
)
PARTICLE_LINKS = frozenset(
    "von van de der den del della di da dos du la le bin ibn al el ter ten bint zur zum ap ole af te op ould y".split()
)
_CONNECTOR = rf"(?:{'|'.join(sorted(PARTICLE_LINKS))}|of|for|on|and|the|in|to|&)"
_NICKNAME = rf"[\"“'‘(][{_UPPER}][\w. ’'-]{{1,24}}[\"”'’)]"
RUN = re.compile(
    rf"(?<![\w@#]){_WORD}"
    rf"(?:[ \xa0](?:(?:{_CONNECTOR}[ \xa0]){{0,2}}|{_NICKNAME}[ \xa0]){_WORD}|,[ \xa0](?:Jr|Sr|Inc|Ltd)\.)*"
)
TOKEN = re.compile(rf"(?P<nick>{_NICKNAME})|(?P<word>{_WORD})|(?P<link>[\w&]+)")
# Titles that are as often a surname or a given name: a title only in front of another word.
DOUBTFUL_TITLES = frozenset(
    "king pope bishop dean duke judge prince major marshal justice general chief page sheikh".split()
)
_OFFICERS = {("police", "chief"), ("fire", "chief"), ("fire", "marshal")}
ADDRESS = frozenset("mr mrs ms mme mlle dr".split())
_OFFICES = words.HONORIFICS - DOUBTFUL_TITLES
ROLE_TAILS = frozenset(
    "agriculture commerce culture defence defense education energy environment finance health housing industry "
    "interior justice labor labour staff state tourism trade transport transportation".split()
)
"""What a title may be of: "Minister of Health"."""
_SURNAMES_TOO = frozenset(
    "baker batter bowler boxer brewer butcher carpenter cook dealer fan gardener guard hunter miner peer pitcher "
    "planter porter rider settler shepherd skater skier steward tailor usher weaver".split()
)
TITLE_WORDS = words.HONORIFICS | (
    words.ROLE_NOUNS
    - _SURNAMES_TOO
    - frozenset(
        "star fellow head host champion boy girl marine president-elect victim guest native whip".split()
    )
)
_ROLES = TITLE_WORDS | (words.ROLE_NOUNS - _SURNAMES_TOO)
_FIELDS = frozenset(
    "budget culture economic education environmental health human international labor policy prevention public reform "
    "science social space sport strategic technology trade urban welfare".split()
)
"""What follows "and" in the name of a body: "Center for Economic and Policy Research"."""
PLACES_OF_TWO = frozenset(
    pair
    for line in """
    antigua barbuda,bosnia herzegovina,newfoundland labrador,trinidad tobago,kitts nevis,turks caicos,tyne wear,
    wallis futuna
    """.split(",")
    if len(pair := tuple(line.split())) == 2
)
"""Places with an "and" in their names."""
_NUMBERED = frozenset(
    "act apollo article book bowl case category chapter class clause division exhibit grade group level part phase "
    "rule schedule section series stage tier title type unit volume war".split()
)
"""What has a number behind it that a person's name has too: "Title IV"."""
_WEAK_ORG_HEADS = frozenset(
    "church post front house press star wire force guard center project today sun mail".split()
)
STRONG_ORG_HEADS = words.ORG_HEADS - _WEAK_ORG_HEADS


@dataclass(slots=True)
class Token:
    """A piece of a run: a word with a capital, a nickname in marks, or a small word that links two others."""

    text: str
    start: int
    end: int
    kind: str
    """``"word"``, ``"nick"`` or ``"link"``."""
    folded: str


def role_before(words_before: list[Token]) -> list[Token]:
    """The words before a name, if they are a role: they end in a title or in what comes after "of"."""
    if not words_before:
        return []
    last = words_before[-1].folded
    return words_before if last in TITLE_WORDS or last in ROLE_TAILS or last in words.PARTY_WORDS else []


def is_no_name(folded: str) -> bool:
    """Whether a word begins a sentence and no name: "But", "He'll"."""
    return folded in words.NOT_NAMES or ("'" in folded and folded.split("'")[0] in words.NOT_NAMES)


def links_to(unit: list[Token], link: Token, following: list[Token]) -> bool:
    """Whether a lower-case word between capitalised ones is inside one name: "Ministry of Defense", "von der"."""
    folded = unit[-1].folded
    if unit[-1].kind == "link":
        return link.folded in ("the", *PARTICLE_LINKS)
    if link.folded in PARTICLE_LINKS:
        return True
    if link.folded == "&":
        return True
    if link.folded in ("of", "for", "on"):
        nearest = next((t for t in following if t.kind != "link"), None)
        if nearest is None:
            return False
        if folded in TITLE_WORDS:
            return link.folded == "of" and nearest.folded in ROLE_TAILS
        return folded in words.ORG_HEADS or (folded.rstrip("s") in words.ORG_HEADS)
    if link.folded == "and":
        nearest = next((t for t in following if t.kind != "link"), None)
        if nearest is not None and (folded, nearest.folded) in PLACES_OF_TWO:
            return True
        linked = any(t.kind == "link" and t.folded in ("of", "for", "on") for t in unit)
        return (
            linked
            and nearest is not None
            and (nearest.folded in words.ORG_HEADS or nearest.folded in _FIELDS)
        )
    return False


# What headlines and first sentences put in front of a name without an article.
EPITHETS = frozenset(
    "accused acting ailing alleged aspiring beleaguered beloved billionaire celebrated controversial convicted "
    "defeated defiant departing detained disgraced elderly elusive embattled exiled fellow fiery former fugitive "
    "grieving incoming injured jailed late legendary longtime millionaire ousted outgoing outspoken pregnant retired "
    "retiring rival suspended teenage troubled unrepentant veteran".split()
)


def without_front(rest: list[Token]) -> list[Token]:
    """For "Republican Ada Rook", "Chinese Wei Lan", "Democratic Senate": the name alone."""
    if len(rest) == 2 and rest[0].folded in words.PARTY_WORDS and rest[1].folded in words.OWN_BODIES:
        return rest[1:]
    while (
        len(rest) > 2
        and (rest[0].folded in words.PARTY_WORDS or rest[0].folded in places.DEMONYMS)
        and kind_by_words(rest[1:]) == "person"
    ):
        rest = rest[1:]
    return rest


def split_titles(unit: list[Token], *, before_name: bool = False) -> tuple[list[Token], list[Token]]:
    """Role words, with all before them, and the name behind: "House Speaker" + "Ada Rook"; no name: all is role.

    A doubtful title ("Chief Justice", "King") needs another word behind it; ``before_name`` says that one comes.
    """
    if len(unit) == 2 and unit[0].folded in ADDRESS and unit[1].folded not in _OFFICES:
        return unit[:1], unit[1:]  # "Mr. King", "Ms. Singer", but "Mr. Chief Justice", "Mr. President"
    if len(unit) > 1 and all(t.folded in _ROLES or t.kind == "link" for t in unit):
        return unit, []
    last = -1
    for number, token in enumerate(unit):
        named = number + 1 < len(unit) and unit[number + 1].folded in given.GIVEN
        named |= number > 0 and (unit[number - 1].folded, token.folded) in _OFFICERS
        told = _is_prize(unit, number) or (named and (_is_what(token.folded) or _is_trade(unit, number)))
        if token.folded not in TITLE_WORDS and not told:
            continue
        if (
            token.folded in DOUBTFUL_TITLES
            and not named
            and (
                (number > 0 and last < number - 1 and unit[number - 1].folded not in places.DEMONYMS)
                or (number + 1 == len(unit) and not before_name)
            )
        ):
            continue
        if token.folded == "miss" and number + 1 < len(unit) and _is_crowned_by(unit[number + 1].folded):
            break  # "Miss Universe"
        if number > 0 and last == -1 and (unit[0].folded in given.GIVEN or len(unit[0].folded) == 1):
            break  # "Billie Dean", "J. Baker": a surname
        last = number
    if last >= 0 and last + 1 < len(unit) and unit[last + 1].kind == "link":
        tail = last + 2
        while tail < len(unit) and unit[tail].kind == "link":
            tail += 1
        last = min(tail, len(unit) - 1)
    if last >= 0 and last + 2 == len(unit) and unit[-1].folded in STRONG_ORG_HEADS and last == 0:
        return [], unit  # "General Electric Company" and the like are names of bodies
    return unit[: last + 1], unit[last + 1 :]


def _is_crowned_by(folded: str) -> bool:
    """Whether a beauty queen may be one of it: "Miss Universe", "Miss Norway"."""
    return folded in places.PLACES or folded in ("earth", "international", "teen", "universe", "usa", "world")


def _is_prize(unit: list[Token], number: int) -> bool:
    """Whether a word tells what its bearer has won: "Oscar-winner Rook"."""
    return unit[number].folded.endswith(("-winner", "-nominee")) and number + 1 < len(unit)


def _is_trade(unit: list[Token], number: int) -> bool:
    """Whether a word before a whole name ends as trades do: "Winchman Ivo Rook", but "Norman Ivo Rook"."""
    word = unit[number].folded
    whole = number == 0 and len(unit) > 2 and word not in given.GIVEN
    return whole and word.endswith(("man", "master", "woman"))


def _is_what(folded: str) -> bool:
    """Whether a word tells what one or several people are: "Astronomer", "Fishermen"."""
    one = folded.removesuffix("men") + "man" if folded.endswith("men") else folded.removesuffix("s")
    return folded in words.ROLE_NOUNS or one in words.ROLE_NOUNS


def _joined(unit: Sequence[Token]) -> str:
    return " ".join(t.folded if "." not in t.text else t.text.lower().rstrip() for t in unit)


def kind_by_words(unit: list[Token]) -> SpeakerType | None:
    """What a name is by its words alone."""
    folded = [t.folded for t in unit]
    if _joined(unit) in places.PLACES or " ".join(folded) in places.PLACES:
        return "place"
    first, last = folded[0], folded[-1]
    plain = all(t.kind != "link" or t.folded in PARTICLE_LINKS for t in unit)
    if first in given.GIVEN and 2 <= len(unit) <= 4 and plain and last not in STRONG_ORG_HEADS:
        return "person"
    if last in words.SUFFIXES and len(unit) > 1:
        return "person" if folded[-2] not in _NUMBERED else None
    if any(t.kind == "link" and t.folded in PARTICLE_LINKS for t in unit):
        return "person"
    if len(unit) >= 3 and any(len(f) == 1 for f in folded[1:-1]) and last not in words.ORG_HEADS:
        return "person"
    if (
        len(unit) >= 2
        and unit[0].text.endswith(".")
        and len(unit[0].folded) <= 2
        and last not in words.ORG_HEADS
        and unit[0].text != "U.S."
    ):
        return "person"
    heads = [last] + [
        folded[i - 1]
        for i, t in enumerate(unit)
        if i and t.kind == "link" and t.folded in ("of", "for", "on")
    ]
    if len(unit) > 1 and any(h in words.ORG_HEADS for h in heads):
        return "organization"
    if len(unit) == 1 and unit[0].text.isupper() and 2 <= len(first) <= 6:
        return "organization"
    if (
        len(unit) == 1
        and first in words.MEDIA
        and first not in ("star", "sun", "mail", "press", "today", "fortune", "variety")
    ):
        return "organization"
    return None
