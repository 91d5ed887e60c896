"""What an article says of the members of its cast: roles, what they can be called, and gender."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

from quotetrack.speakers import given, places, words
from quotetrack.speakers.member import Cast, Member
from quotetrack.speakers.names import Name, fold
from quotetrack.speakers.syntax import IRREGULAR_PAST

_RELATED = re.compile(
    r"\b(?P<whose>his|her|its|their)\s(?P<np>(?:[\w-]+\s){0,2}(?P<head>[\w-]+)),?\s$", re.IGNORECASE
)
YEARS = re.compile(r"\d{1,3}-year-old$")
"""Who is told apart by age: "the 46-year-old"."""
AGE = re.compile(r",\s+(?:age[d]?\s+)?(\d{1,2}|10\d)(?=[,;.)])")
_APPOSITION = re.compile(
    r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:,|—|–|--|\()\s*(?:\d{1,3},\s*)?(?P<np>[^,;:()—–\"“”\n]{3,160}?)"
    r"(?=[,;—–)]|\s--?\s?|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b(?:Sen|Rep|Gov|Gen))(?<![\s.][A-Z])\.(?:\s|$)"
    r"|\s(?:whom?|whose)\b|\n|$)"
)
_OWNER = r"(?:[A-Z][\w.&-]*\s(?:(?:of|for|the)\s)*){0,4}[A-Z][\w.&-]*(?:['’]s|s['’])\s"
_APPOSED_BEFORE = re.compile(
    rf"\b(?:(?:[Aa]n?|[Tt]he|[Oo]ne|[Aa]nother)\s|(?<![\w’'-])(?={_OWNER}))"
    r"(?P<np>(?:[^.,;:()—–\"“”\n]|(?<=\bM[rs])\.|(?<=\bMrs)\.|(?<=\bDr)\.|\.(?!\s)){3,80}),\s(?:the\s)?$"
)
"""A description with an article or an owner in front: "a lawyer, Ada Rook", "Lume's founder, Ada Rook"."""
_OWNED_BY = re.compile(_OWNER)
_COPULA = re.compile(r"\s(?:is|was|became|remains)\s(?P<np>(?:a|an|the|one)\s[^,;:.()—–\"“”\n]{3,100})")
_PARTY = re.compile(
    r",?\s\(?(?P<party>R|D|I|Republican|Democrat)[-–—.,\s]\s?(?P<state>[A-Z][\w. ]{1,16})[),]"
)


_OF_A_COUNTRY = re.compile(r"(?P<country>[A-Z]\w+(?:\s[A-Z]\w+)?)['’]s\s\Z")
"""Whose minister somebody is: "Latvia's Foreign Minister" Ada Rook."""


def given_sex(member: Member) -> str | None:
    """The gender that a person's given name tells."""
    return given.gender_of(member.key[0]) if len(member.key) > 1 else None


def title_sex(titles: Iterable[str]) -> str | None:
    """The gender that a person's titles and roles tell."""
    for title in titles:
        if title in words.MALE_TITLES or title in words.MALE_ROLES:
            return "m"
        if title in words.FEMALE_TITLES or title in words.FEMALE_ROLES:
            return "f"
    return None


def apposed_role(text: str, end: int) -> bool:
    """Whether a description of a person stands behind a name: "Pelk, a lawyer"."""
    match = _APPOSITION.match(text, end)
    return match is not None and role_head(match.group("np")) is not None


_ADDRESSES = words.MALE_TITLES | words.FEMALE_TITLES | {"dr"}
_CONTRACTED = re.compile(r"['’](?:d|ll|m|re|ve)$")
_FINITE = frozenset("are can could did do does had has have is was were will would".split())


def is_role(word: str) -> bool:
    """Whether a folded word can be what a person is."""
    return word.removeprefix("ex-") in words.ROLE_NOUNS or word.endswith(words.ROLE_ENDINGS)


_CHIEFS = {"executive": "ceo", "financial": "cfo", "operating": "coo"}
"""What a chief is called for short: "chief executive", "chief financial officer"."""
_BELOW = frozenset(("deputy", "vice"))


def office(word: str, before: Iterable[str]) -> str:
    """What somebody with a role can be called, given the words before it: no vice president is "the president"."""
    word = word.removeprefix("ex-")
    word = words.SPELLED_OUT.get(word, word)
    if "chief" in before:
        word = next((_CHIEFS[one] for one in (word, *before) if one in _CHIEFS), word)
    below = next((one for one in before if one in _BELOW), None)
    return f"{below}-{word}" if below is not None and below != word else word


def role_head(phrase: str) -> str | None:
    """The head of a description ("the island's trade envoy to Rook" → "envoy"), None when it describes no person."""
    head = None
    owner = _OWNED_BY.match(phrase)
    tokens = phrase[owner.end() if owner else 0 :].split()
    if tokens[:1] in (["and"], ["or"]) or any(
        t.lower() in words.SAYING or t.lower() in _FINITE or _CONTRACTED.search(t) for t in tokens
    ):
        return None  # "…, Rook said", "…, and Judge Rook,": no aside but another clause, or another person
    for number, token in enumerate(tokens):
        word = fold(token.strip(".,'’\"”“"))
        if word in words.BREAKERS or word == "of":
            break
        if word.endswith("'s"):
            head = None
            continue
        if is_role(word):
            head = word
        elif (word == "and" and head) or number > 7:
            break
        elif head is not None and token[:1].isupper() and number > 0 and not tokens[number - 1][:1].isupper():
            return None  # "the pollster Ada Rook": another person, in a list
        elif head is not None and not token[:1].isupper():
            head = None  # "leader board": the head comes later or is another
    return head


def describe(text: str, cast: Cast) -> None:
    """Fills in gender, roles and short descriptions from every place where a member is named."""
    for number, (name, member) in enumerate(zip(cast.names, cast.bearers, strict=True)):
        if member is None:
            continue
        member.mentions.append(number)
        if len(name.key) > 1:
            member.full_mentions.append(number)
        if member.type == "person":
            _describe_person(text, name, member)
        elif len(member.mentions) <= 3:
            _describe_body(text, name, member)
            if (
                member.key[0] in words.GOVERNMENT_BODIES
                and number
                and cast.names[number - 1].end >= name.start - 3
            ):
                _of_country(text, cast.names[number - 1], name, member)
    for member in dict.fromkeys(m for m in cast.bearers if m is not None):
        if member.type == "person":
            own = given.gender_of(member.key[0]) if len(member.key) > 1 else None
            own = own or (given.gender_of(member.key[0]) if member.key[0] in given.GIVEN else None)
            member.gender += {"m": 2.0, "f": -2.0, None: 0.0}[own]
        elif member.type in ("organization", None):
            member.heads.update(
                h
                for h in (member.key[-1], *_of_heads(member.key))
                if h in words.ORG_HEADS or h in words.MEDIA
            )


def _of_heads(key: tuple[str, ...]) -> list[str]:
    return [key[i - 1] for i, w in enumerate(key) if i and w in ("of", "for", "on")]


def _describe_person(text: str, name: Name, member: Member) -> None:
    sex = title_sex(name.titles)
    if sex:
        member.gender += 3.0 if sex == "m" else -3.0
    role = None
    if name.titles:
        heads = [t for t in name.titles if is_role(t)]
        member.heads.update(office(t, name.titles[:n]) for n, t in enumerate(name.titles) if is_role(t))
        member.describers.update(t for t in name.titles if t not in heads)
        role = _without_address(text[name.outer : name.start].strip(" '\"“”‘’"))
    if related := _RELATED.search(text, max(0, name.outer - 40), name.outer):
        if related.group("whose").lower() != "its":
            member.owners.append(related.start())
        if is_role(fold(related.group("head"))):
            member.heads.add(fold(related.group("head")))
            if related.group().endswith(", "):
                role = role or related.group("np")
    if of := _OF_A_COUNTRY.search(text, max(0, name.outer - 40), name.outer):
        member.describers.update(
            of["country"].lower().split() if of["country"].lower() in places.COUNTRY_OF else ()
        )
    before = _premodifier(text, name.outer, full=len(name.key) > 1)
    if before:
        heads = [w for w in map(fold, before.split()) if is_role(w)]
        _take(member, before, heads[-1])
        role = f"{before} {role}" if role else before
    if text[name.end : name.end + 1] in (",", ".", ";") and (
        introducing := _APPOSED_BEFORE.search(text, max(0, name.outer - 90), name.outer)
    ):
        phrase = _without_adverbs(introducing.group("np"))
        if head := role_head(phrase):
            _take(member, phrase, head)
            role = role or _tidy(phrase)
    after = _APPOSITION.match(text, name.end)
    if after:
        phrase = after.group("np").strip()
        head = role_head(phrase)
        if head:
            _take(member, phrase, head)
            role = role or _tidy(phrase)
    if len(member.full_mentions) <= 3 and (copula := _COPULA.match(text, name.end)):
        head = role_head(copula.group("np"))
        if head:
            _take(member, copula.group("np"), head)
    age = AGE.match(text, name.end)
    if age:
        member.heads.add(f"{age.group(1)}-year-old")
    party = _PARTY.match(text, name.end)
    if party:
        member.heads.add("republican" if party.group("party")[0] == "R" else "democrat")
        member.describers.update(("republican" if party.group("party")[0] == "R" else "democratic",))
    if (
        role
        and not _is_relation(role)
        and (member.role is None or (_plain_title(member.role) and _tells_more(role)))
    ):
        member.role = role


def _without_address(titles: str) -> str | None:
    """The role in the titles before a name, as it is of one: "Senator" for "Sens.", none for "Mr."."""
    parts = titles.split()
    while parts and fold(parts[-1]) in _ADDRESSES:
        parts.pop()
    if parts:
        parts[-1] = _OF_ONE.get(parts[-1], parts[-1])
    return " ".join(parts) or None


_OF_ONE = {
    "Sens.": "Sen.",
    "Senators": "Senator",
    "Reps.": "Rep.",
    "Representatives": "Representative",
    "Govs.": "Gov.",
    "Governors": "Governor",
}


def _is_relation(role: str) -> bool:
    """Whether a role tells nothing without whom it is to: "best friend", "mother of two", but not "friend of Rook"."""
    return role_head(role) in _RELATIONS and (not _OWNED.search(role) or _SO_MANY.search(role) is not None)


_RELATIONS = words.KIN | frozenset(
    "ally boss colleague counterpart critic foe friend opponent neighbor neighbour partner predecessor rival successor "
    "supporter".split()
)
_OWNED = re.compile(r"['’]s?\s|\s(?:of|for|to|in|from)\s")


_SO_MANY = re.compile(
    r"\sof\s(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|several|\d+)(?:\s(?:\w+\s)?(?:boys?|children|daughters?"
    r"|girls?|kids|sons?|teenagers?|twins))?\Z"
)


def _tells_more(role: str) -> bool:
    """Whether a role says more than a title does: "Senator from Texas", but not "Democrat in her second term"."""
    return not _plain_title(role) and role_head(role) not in words.PARTY_WORDS


def _plain_title(role: str) -> bool:
    return " " not in role


_NO_PART_OF_A_ROLE = frozenset("a an the one another its his her their then now year".split())


def _tidy(phrase: str) -> str:
    """A role without its article."""
    phrase = _behind(phrase, lambda word: word.lower() in _NO_PART_OF_A_ROLE)
    return " ".join(phrase.split()).rstrip(" .,-")


def _without_adverbs(phrase: str) -> str:
    """A description without what begins its sentence: "On Monday Lume's founder"."""
    return _behind(phrase, lambda word: word[:1].isupper() and fold(word) in words.NOT_NAMES)


def _behind(phrase: str, is_front: Callable[[str], bool]) -> str:
    """What of a phrase stands behind the words at its front, the last word at least."""
    first, _, rest = phrase.partition(" ")
    while rest and is_front(first):
        phrase = rest
        first, _, rest = phrase.partition(" ")
    return phrase


_OTHERS = re.compile(r"^.*\s(?:and|with)\s(?=(?:an?|the|his|her|their)\s)")
"""Another who is beside whom a description is of: "the president and the first lady, Mona Rook"."""


def _take(member: Member, phrase: str, head: str) -> None:
    sex = title_sex([head])
    if sex:
        member.gender += 2.0 if sex == "m" else -2.0
    phrase = _OTHERS.sub("", phrase)
    before: list[str] = []
    for token in phrase.split()[:14]:
        word = fold(token.strip(".,'’\"”“"))
        owns = word.endswith("'s")  # "the mayor's cousin" is no mayor
        word = word[:-2] if owns else word
        if word.startswith("ex-"):
            member.describers.add("ex")
        if not owns and is_role(word) and (word == head or word not in words.RELATIVES):
            member.heads.add(office(word, before))
        elif word not in words.PREPOSITIONS and word not in words.NOT_NAMES:
            member.describers.add(words.party_of(word))
        if word in words.PARTY_WORDS:
            member.describers.add(words.party_of(word))
        before.append(word)


_TO_SOMEBODY = frozenset(
    "accusing announcing ask attacking attacks backing backs blasting blasts call condemning criticising "
    "criticizing defeating defending defends denouncing electing endorses endorsing faces facing forget hire join "
    "joining make makes meet meeting mocking mocks name names naming nominates nominating opposing praises "
    "praising replacing showing slamming slams succeeding support supporting supports thank thanking thanks urge "
    "urges urging".split()
)
"""What somebody does to whom the role is of: "denouncing nominee Ada Rook", but "sitting senator Ada Rook"."""
_BEING = frozenset("are is was were".split())
"""Verbs that have what somebody is behind them: "was student Ada Rook", but "will face challenger Ada Rook"."""
_OUTSIDE = (
    words.MALE_PRONOUNS
    | words.FEMALE_PRONOUNS
    | words.PLURAL_PRONOUNS
    | frozenset("day month week year".split())
)
"""What ends the clause in front of a role: "the year Lume's founder Ada Rook …"."""
_PLAIN = re.compile(r"\w[\w.’'&-]*(?<=\w)")


def _premodifier(text: str, start: int, *, full: bool) -> str | None:
    """Lower-case role words directly before a name: "longtime pollster Ada Rook"; but "the pollster Rook hired"."""
    line = text[max(0, start - 60) : start]
    if not line.endswith((" ", "\xa0")):
        return None
    tokens = line[line.rfind("\n") + 1 :].split()
    if not tokens or not is_role(fold(tokens[-1])):
        return None
    kept: list[str] = []
    for preceding, token in reversed(list(pairwise(["", *tokens]))[-7:]):
        word = fold(token)
        if (
            not _PLAIN.fullmatch(token)
            or word in words.PREPOSITIONS
            or word in IRREGULAR_PAST
            or word in words.NOT_NAMES
            or word in words.SAYING
            or word in words.AUXILIARIES
            or word in _OUTSIDE
            or word in _TO_SOMEBODY
            or (word.endswith("ed") and token.islower() and not _is_participle(word, preceding))
        ):
            if kept and (word == "to" or (word in words.AUXILIARIES and word not in _BEING)):
                kept.pop()  # "will face challenger Ada Rook": a verb
            if not full and word in ("a", "an", "the", "more", "most"):
                return None
            break
        kept.append(token)
    return " ".join(reversed(kept)) or None


def _is_participle(word: str, preceding: str) -> bool:
    """Whether a word in "-ed" tells what somebody is: "Ada Rook's ousted mentor", but "Ada Rook ousted the"."""
    named = preceding[:1].isupper() and not preceding.endswith(("'s", "’s", "s'", "s’"))
    return word in words.PARTICIPLES and not named


def _of_country(text: str, before: Name, name: Name, member: Member) -> None:
    """For "Japan's Ministry of Defense" is called so, where "Ministry of Defense" alone is any country's."""
    if before.type == "place" and before.possessive and text.startswith(member.name, name.start):
        member.name = f"{before.text}'s {name.text}"
        member.describers.update(before.key)


def _describe_body(text: str, name: Name, member: Member) -> None:
    after = _APPOSITION.match(text, name.end)
    if not after or not after.group("np").startswith(("a ", "an ", "the ", "one ", "which ")):
        return
    head = None
    for token in after.group("np").split()[1:8]:
        word = fold(token)
        if word in words.BREAKERS or word == "of":
            break
        head = word
    if head in words.ORG_HEADS or head in (
        "newspaper",
        "organisation",
        "nonprofit",
        "broadcaster",
        "think-tank",
    ):
        member.heads.add(head)
