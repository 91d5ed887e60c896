"""What the names of an article are names of, by all the places where each of them stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from quotetrack.model import SpeakerType
from quotetrack.speakers import given, words
from quotetrack.speakers.names import Name, fold
from quotetrack.speakers.roles import AGE, apposed_role, is_role
from quotetrack.speakers.syntax import word_before

# What each kind of evidence for a type weighs, by hand: a title or an age beside a name outweighs the tagger, and the
# tagger outweighs what the words alone tell (a given name, "… Committee"). "The agency TANV" settles what TANV is,
# however often the tagger takes it for somebody.
_TAGGED, _WORDED, _TITLED, _APPOSED, _CALLED = 2.0, 1.5, 4.0, 3.0, 20.0

_ROLES_OF_BODIES = frozenset(
    "carrier employer insurer lender maker operator partner publisher rival seller sponsor supplier".split()
)
_TOWN = re.compile(r", (?:[A-Z][a-z]{1,4}\.|[A-Z][a-z]+,|[A-Z]\.[A-Z]\.)")
_MEDIUM = re.compile(
    r"\b(?:(?:the|The)\s(?:\w+\s)?|(?:[Pp]ublic|[Ss]tate(?:-\w+)?|[Nn]ational|[Nn]ews|[Pp]rivate)\s)"
    r"(?:agency|broadcaster|daily|magazine|network|newspaper|tabloid|website|weekly)\s\Z"
)
_BUSINESS = "charity|company|firm|manufacturer|organi[sz]ation|retailer|start-?up|think tank"
_BODY_BEFORE = re.compile(
    rf"\b(?:the|The)\s(?:[\w-]+\s){{0,2}}(?:{_BUSINESS}|body|giant|group|maker|platform|supplier|union|watchdog)\s\Z"
)
_PARTY_BEFORE = re.compile(r"\b[Tt]he\s(?:main\s)?(?:governing|opposition|rebel|ruling)\s\Z")
_BODY_APPOSED = re.compile(
    r"(?:['’]s?|\b(?:the|The|his|her|its|their))\s(?:[\w-]+\s){0,2}"
    r"(?:agency|airline|bank|broadcaster|charity|club|company|employer|firm|insurer|label|manufacturer|newspaper|operator"
    r"|publisher|regulator|retailer|supplier|think\stank|union|watchdog),\s\Z"
)
"""A noun for a body that the name behind it tells: "Rook's football club, Dunmore Thistle"."""
_STATE = re.compile(
    r"['’]s?\s(?:president|parliament|embassy|navy|coast|coastline|population|territorial waters|central bank"
    r"|supreme court|(?:foreign|interior|defen[cs]e|finance|health) ministry)\b",
    re.IGNORECASE,
)
"""What countries and towns have, and people have not."""
_FIRM = re.compile(
    r",\s(?:an?|the)\s(?:(?!at\b|by\b|for\b|in\b|of\b|to\b|who)[\w.-]+\s){0,4}"
    rf"(?:{_BUSINESS}|agency|airline|automaker|bank|broadcaster|chain|foundation|newspaper|nonprofit|website)[,.;]"
    r"|['’]s\s(?:board of directors|CEO|chief executive|earnings|headquarters|shareholders|stock price)\b"
)
"""What stands behind the name of a firm: ", the mining company,", "'s shareholders"."""
_SOMEBODY_FROM = re.compile(r"\b(?P<who>[\w-]+)\s(?P<of>from|of)\s\Z")
_OF_TOWNS = frozenset(
    "archbishop battle bishop borough city county duchess duke earl mayor mayoress parish people port residents river "
    "siege town village".split()
)
_DATELINE = re.compile(
    r"^[ \t]*[A-Z][A-Z .'’-]{2,30}(?:,\s[A-Z][^\n—–(]{2,30}?)?\s?(?:\([^)\n]{2,30}\)\s?)?(?:—|–|--?)\s",
    re.MULTILINE,
)
_NATIVES = frozenset(
    "boy couple father girl grandfather grandmother man mother native nurse pensioner resident schoolboy schoolgirl "
    "student teacher teenager woman".split()
)
_THE_SOMEBODY = re.compile(r"[Tt]he\s(?P<name>[A-Z][\w-]+)\s(?P<who>[a-z]+)\b")
_CONSTITUENCY = re.compile(r"\((?:Con|Lab|Lib Dem|SNP|Green|DUP|Ind|[DRI])[,-]\s?\Z")
_IN = re.compile(r"\b(?:in|of|from|near|at|outside) $")


def kinds_of(text: str, names: Sequence[Name]) -> dict[tuple[str, ...], SpeakerType | None]:
    """What each name, by its folded words, most likely is one of; None where nothing tells."""
    votes: dict[tuple[str, ...], dict[SpeakerType | None, float]] = defaultdict(lambda: defaultdict(float))
    dateline = _DATELINE.search(text)
    head = dateline.span() if dateline else (0, 0)
    for name in names:
        if name.type is not None:
            votes[name.key][name.type] += _TAGGED if name.tagged else _WORDED
        else:
            votes[name.key][None] += 0.1
        if name.titles and name.type == "person":
            votes[name.key]["person"] += _TITLED
        elif word_before(text, name.outer) in words.KIN:
            votes[name.key]["person"] += _TITLED  # "Mr. Rook's son Petter"
        elif name.type == "person" and name.possessive and _STATE.match(text, name.end):
            votes[name.key]["place"] += _CALLED
        elif (
            len(name.key) == 1
            and name.outer == name.start
            and (_FIRM.match(text, name.end) or _MEDIUM.search(text, max(0, name.start - 30), name.start))
        ):
            votes[name.key]["organization"] += _CALLED
        elif name.outer == name.start and _is_called_a_body(text, name):
            votes[name.key]["organization"] += _APPOSED
        elif name.type is None and len(name.key) > 1 and _is_described(text, name):
            votes[name.key]["person"] += _WORDED
        elif head[0] <= name.start < head[1] or (name.type == "person" and _is_somebodys_place(text, name)):
            votes[name.key]["place"] += _TITLED
        elif (
            len(name.key) == 1
            and _TOWN.match(text, name.end)
            and _IN.search(text, max(0, name.start - 6), name.start)
        ):
            votes[name.key]["place"] += _APPOSED
        elif (
            text.startswith(", ", name.end)
            and name.type != "place"
            and name.key[-1] not in words.ORG_HEADS
            and (AGE.match(text, name.end) or apposed_role(text, name.end))
        ):
            votes[name.key]["person"] += _APPOSED
    return {key: _best(told) for key, told in votes.items()}


def _is_somebodys_place(text: str, name: Name) -> bool:
    """Whether a name tells where somebody is from or whose a place is: "a man from Kirkholm", "the bishop of Orme"."""
    if name.outer != name.start or (len(name.key) > 1 and name.key[0] in given.GIVEN):
        return False
    beside = _THE_SOMEBODY.match(text, max(0, name.start - 4))
    if beside is not None and beside.start("name") == name.start and beside["who"] in _NATIVES:
        return True  # "the Brackwater mother"
    if _CONSTITUENCY.search(text, max(0, name.start - 10), name.start):
        return True
    before = _SOMEBODY_FROM.search(text, max(0, name.start - 30), name.start)
    who = fold(before["who"]) if before else ""
    return before is not None and (
        who in _OF_TOWNS or (before["of"] == "from" and (is_role(who) or is_role(who.removesuffix("s"))))
    )


def _is_called_a_body(text: str, name: Name) -> bool:
    """Whether a noun for a body stands before a name: "the industry body Corvane", "his club, Dunmore Thistle"."""
    begin = max(0, name.start - 40)
    if len(name.key) == 1 and _BODY_BEFORE.search(text, begin, name.start):
        return True
    if _PARTY_BEFORE.search(text, begin, name.start):
        return True
    return name.key[0] not in given.GIVEN and _BODY_APPOSED.search(text, begin, name.start) is not None


def _is_described(text: str, name: Name) -> bool:
    """Whether a word in small letters before a name tells who somebody is: "owner Dilys Rook", "teacher Oona Vell"."""
    role = word_before(text, name.outer)
    return (
        role.islower()
        and is_role(role)
        and role not in _ROLES_OF_BODIES
        and name.key[-1] not in words.ORG_HEADS
        and all(word[:1].isupper() for word in name.words)
    )


def _best(votes: dict[SpeakerType | None, float]) -> SpeakerType | None:
    typed = [(weight, kind) for kind, weight in votes.items() if kind is not None]
    return max(typed, key=lambda pair: pair[0])[1] if typed else None
