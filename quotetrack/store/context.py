"""What an article tells of somebody besides the name: facts by which namesakes are told apart.

A fact is a short string, such as ``head senator``, ``seat mayor lowmoor`` or ``born 1978``, so that those of an
article are a plain set, kept as they are and compared without reading the article again. They come from the roles
that the engine found and from the words around the name.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from quotetrack.model import Article, Speaker, Statement
from quotetrack.speakers import places
from quotetrack.store.body_names import body_words, countries_in, is_generic, owner_around
from quotetrack.store.identity import Identity, fold, identify, sex_of
from quotetrack.store.person_names import compare, gender_of, person_name

Facts = frozenset[str]
"""A fact's kind is its first word: ``head``, ``was``, ``class``, ``seat``, ``town``, ``born``, ``age``, ``sex``; or
``open``, of a family name that several in the article bear; or ``beside`` and another such name in the article. Of a
body whose name does not tell whose it is, ``owner`` and a country or state, or a mark of the article alone."""

Ledger = dict[str, set[str]]
"""Facts by kind."""

_TELLING = ("head", "was", "seat", "town", "born", "age")

_ABBREVIATIONS = {
    "sen": "senator",
    "sens": "senator",
    "gov": "governor",
    "rep": "representative",
    "reps": "representative",
    "pres": "president",
    "prof": "professor",
    "gen": "general",
    "dr": "doctor",
    "atty": "attorney",
    "sec": "secretary",
}
_HEADS = _ABBREVIATIONS | {
    "congressman": "representative",
    "congresswoman": "representative",
    "lawyer": "attorney",
    "vp": "president",
    "spokeswoman": "spokesperson",
    "spokesman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "advisor": "adviser",
    "nominee": "candidate",
    "contender": "candidate",
    "hopeful": "candidate",
    "frontrunner": "candidate",
    "front-runner": "candidate",
    "councilman": "councillor",
    "councilwoman": "councillor",
    "councilor": "councillor",
    "policeman": "officer",
    "policewoman": "officer",
    "billionaire": "mogul",
    "tycoon": "mogul",
    "magnate": "mogul",
    "actress": "actor",
    "fisherman": "fisher",
    "headteacher": "teacher",
    "schoolteacher": "teacher",
    "neurosurgeon": "surgeon",
}
"""A role word, and the one that it is counted as."""

_CLASSES = {
    "office": "president senator representative governor mayor minister premier secretary candidate politician"
    " lawmaker legislator councillor ambassador diplomat chancellor assemblyman assemblywoman alderman delegate"
    " undersecretary commissioner envoy mp king queen prince princess",
    "media": "host journalist reporter columnist editor anchor commentator author writer pundit blogger correspondent"
    " analyst presenter broadcaster publisher",
    "law": "judge justice attorney prosecutor counsel solicitor barrister",
    "academic": "professor scientist historian economist researcher scholar sociologist psychologist lecturer"
    " physicist chemist biologist geologist epidemiologist academic philosopher",
    "business": "ceo cfo executive businessman businesswoman entrepreneur owner banker mogul investor developer"
    " financier trader industrialist",
    "aide": "adviser strategist spokesperson aide consultant pollster operative lobbyist",
    "military": "general colonel admiral commander lieutenant marine soldier major sergeant",
    "school": "teacher principal student pupil librarian",
    "medical": "surgeon nurse physician midwife paramedic dentist pharmacist veterinarian pediatrician",
    "police": "officer sheriff detective constable firefighter",
    "sport": "coach player footballer goalkeeper striker quarterback pitcher golfer boxer cyclist swimmer athlete"
    " midfielder jockey",
    "arts": "actor singer musician composer painter sculptor conductor comedian dancer poet novelist playwright"
    " filmmaker rapper guitarist pianist violinist",
    "clergy": "pastor priest bishop rabbi imam reverend vicar monk nun cardinal archbishop",
    "trade": "farmer baker driver waitress waiter plumber electrician mechanic carpenter fisher shopkeeper cook chef"
    " hairdresser clerk cashier gardener bartender butcher miner welder builder postman janitor grocer barber tailor"
    " resident neighbor neighbour voter retiree pensioner shopper commuter passenger tourist witness homemaker",
}
_CLASS_OF = {head: name for name, heads in _CLASSES.items() for head in heads.split()}

# Callings that one person in the news may well have had several of: the seven people in PolNeAR train to whom articles
# give roles of more than one class have none but these.
_PUBLIC = frozenset("office media law academic business aide military".split())

# Offices that belong to one place, so that the mayor of another town is somebody else. Those of countries and states
# only with the name of one: before "senator" stands much that is no place ("rival Senator").
_OF_TOWNS = frozenset("mayor councillor sheriff bishop archbishop".split())
_OF_LANDS = frozenset(
    "senator governor representative president minister premier chancellor ambassador".split()
)
_LANDS = frozenset(places.COUNTRY_OF.values()) | places.STATES

_FORMER = re.compile(r"\b(?:former|ex|then|late|one-time|onetime|retired|previously|once|past)\b", re.I)
_END_OF_HEAD = re.compile(r"\s(?:of|for|at|in|from|to|on|with|who|and|under|by|whose)\s|[,;:(]")
_PLACE_BEHIND = re.compile(r"\s(?:of|for|from|in)\s(?:the\s)?((?:[A-Z][\w’'-]*\.?\s?)+)")
_NO_PLACE = frozenset(
    "republican democratic democrat gop labour labor conservative liberal green independent us u.s state lt deputy"
    " vice prime foreign senior junior acting new-elect longtime incumbent fellow".split()
)

# Behind a full name: ", 46, of Lowmoor", ", a 46-year-old baker from Lowmoor", " of Lowmoor".
_AGE = re.compile(r",?\s(?:(\d{1,3})(?=[,.;)])|\(?(?:an?\s)?(\d{1,3})-year-old\b)")
_TOWN = re.compile(
    r",?\s(?:\d{1,3},\s)?(?:an?\s(?:\d{1,3}-year-old\s)?(?:[a-z-]+\s){1,3})?(?:of|from)\s"
    r"([A-Z][a-z’'-]+(?:\s[A-Z][a-z’'-]+){0,2})(?![\w’'-])"
)
_NO_TOWN = frozenset(
    "university college school institute party news times post journal watch committee council foundation center"
    " centre club association union department ministry group company bank house senate congress church".split()
)
_APPOSITION = re.compile(
    r",\s(?:\d{1,3},\s)?(?:an?|the)\s(?:\d{1,3}-year-old\s)?([a-z][\w\s’'-]{2,60}?)(?=[,.;])"
)
_TITLE = re.compile(r"\b(Mr|Mrs|Ms|Miss|Sir|Lord|Lady|Dame)\.?\s$")
_ABOUT = 3  # an article is about a country that it names so many times as often as all others
_OCCURRENCES = 3  # of a name that are looked at: an article introduces somebody early


def people_of(article: Article, statements: Iterable[Statement]) -> dict[Speaker, tuple[Identity, Facts]]:
    """Each speaker of an article: its identity there, and what the article tells about it."""
    speakers = {speaker for statement in statements for *_, speaker in statement.voices()}
    identities = identify(sorted(speakers, key=lambda s: (s.name, s.type or "", s.role or "")))
    facts: dict[Identity, set[str]] = {identity: set() for identity in identities.values()}
    for speaker, identity in identities.items():
        if identity.type == "person" and identity.shared:
            facts[identity].update(facts_of_role(speaker.role) if speaker.role else ())
            facts[identity].update(_around(article, speaker.name))
    names = {
        identity: person_name(identity.key)
        for identity in facts
        if identity.type == "person" and identity.shared
    }
    for identity, name in names.items():
        sex = gender_of(name)
        if sex is not None:
            facts[identity] -= {"sex m", "sex f"}  # a title before a name may be another's
            facts[identity].add(f"sex {sex}")
        if identity.open:
            facts[identity].add("open")
        facts[identity].update(
            f"beside {other.key}"
            for other in names
            if other != identity and compare(name, names[other]) != "no"
        )
    for speaker, identity in identities.items():
        if identity.type in ("organization", None) and identity.shared and is_generic(identity.key):
            facts[identity].add(f"owner {_owner(article, speaker.name)}")
    return {speaker: (identity, frozenset(facts[identity])) for speaker, identity in identities.items()}


def facts_of_role(role: str) -> Iterator[str]:
    """The facts that a role tells: "mayor of Lowmoor" has a head, a class and a seat.

    >>> sorted(facts_of_role("Texas Sen."))
    ['class office', 'head senator', 'seat senator texas']
    """
    role = " ".join(role.split())
    front = _END_OF_HEAD.split(role, maxsplit=1)[0]
    head = head_of_role(role)
    if not head:
        return
    if _FORMER.search(role):
        yield f"was {head}"
        return
    yield f"head {head}"
    if head in _CLASS_OF:
        yield f"class {_CLASS_OF[head]}"
    place = _place(role, front)
    if place and (head in _OF_TOWNS or (head in _OF_LANDS and place in _LANDS)):
        yield f"seat {head} {place}"
    elif place and _CLASS_OF.get(head) in ("trade", "school"):
        yield f"town {place}"


def head_of_role(role: str) -> str:
    """What a role is in one word, folded and spelled out: "former Texas Sen." is "senator"; "" where it has no word."""
    words = fold(_END_OF_HEAD.split(" ".join(role.split()), maxsplit=1)[0]).split()
    return _HEADS.get(words[-1], words[-1]) if words else ""


def role_key(role: str) -> str:
    """What a role is compared by: "the Texas Sen." is "texas senator"."""
    words = [_ABBREVIATIONS.get(word, word) for word in fold(role).replace(",", " ").split()]
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) and len(words) > 1 else words)


def is_role(word: str) -> bool:
    """Whether a folded word is a title or the head of a usual role."""
    return word in _HEADS or word in _CLASS_OF


@lru_cache(maxsize=8192)
def ledger(facts: Facts) -> Ledger:
    """The facts by kind: not to be changed.

    >>> ledger(frozenset({"head mayor", "seat mayor lowmoor"}))["seat"]
    {'mayor lowmoor'}
    """
    found: Ledger = {}
    for fact in facts:
        kind, _, value = fact.partition(" ")
        found.setdefault(kind, set()).add(value)
    return found


def add(into: Ledger, facts: Facts) -> None:
    """Enters facts into a ledger."""
    for kind, values in ledger(facts).items():
        into.setdefault(kind, set()).update(values)


def clash(one: Ledger, two: Ledger) -> bool:
    """Whether one person can hardly have both.

    >>> mayor, other = (ledger(frozenset(facts_of_role(r))) for r in ("mayor of Lowmoor", "Harwick Mayor"))
    >>> clash(mayor, other), clash(mayor, {})
    (True, False)
    """
    if one.keys().isdisjoint(two):
        return False
    if contradiction(one, two) or _other_seat(one, two):
        return True
    if agreement(one, two):
        return False
    return _apart(one, two, "town") or (
        _apart(one, two, "class") and not one["class"] | two["class"] <= _PUBLIC
    )


def contradiction(one: Ledger, two: Ledger) -> bool:
    """Whether one person cannot have both, even if one is said in passing: another sex or age."""
    return _apart(one, two, "sex") or _ages_apart(one, two)


def agreement(one: Ledger, two: Ledger) -> int:
    """How many telling facts the two share: a seat, a town, an age or a role."""
    return sum(len(one[kind] & two[kind]) for kind in _TELLING if kind in one and kind in two)


def shared(one: Ledger, two: Ledger) -> list[str]:
    """What the two share, in words: "both senator"."""
    seats = sorted(one.get("seat", set()) & two.get("seat", set()))
    heads = sorted(one.get("head", set()) & two.get("head", set()) - {seat.split()[0] for seat in seats})
    former = sorted(one.get("was", set()) & two.get("was", set()))
    towns = sorted(one.get("town", set()) & two.get("town", set()))
    return [
        *(f"both {head}" for head in heads),
        *(f"both {seat.split(' ', 1)[0]}, {seat.split(' ', 1)[1].title()}" for seat in seats),
        *(f"both former {head}" for head in former),
        *(f"both of {town.title()}" for town in towns),
        *(["of one age"] if one.get("born", set()) & two.get("born", set()) else []),
    ]


def telling(facts: Facts) -> list[str]:
    """Those that speak for somebody: all but a sex or a class, which many have."""
    return [fact for fact in facts if fact.partition(" ")[0] in _TELLING]


def tells(facts: Ledger) -> bool:
    """Whether there is a fact among them that could set a namesake apart."""
    return not facts.keys().isdisjoint(("class", "seat", "town", "born", "age"))


def _place(role: str, front: str) -> str | None:
    """The place in a role: behind "of", or the capitalised words before the office."""
    behind = _PLACE_BEHIND.search(role)
    if behind:
        words = [w for w in fold(behind[1]).split() if w not in _NO_PLACE]
    else:
        before = [w for w in front.split()[:-1] if w[:1].isupper()]
        words = [w for w in fold(" ".join(before)).replace("'s", "").split() if w not in _NO_PLACE]
        words = [w for w in words if w not in _CLASS_OF and w not in _HEADS]
    place = " ".join(words)
    return places.COUNTRY_OF.get(place, place) or None


def _around(article: Article, name: str) -> Iterator[str]:
    """What stands around the name where the article has it first."""
    for start in islice(_occurrences(article.text, name), _OCCURRENCES):
        end = start + len(name)
        title = _TITLE.search(article.text, max(0, start - 6), start)
        if title:
            yield f"sex {sex_of(fold(title[1]))}"
        if " " not in name:
            continue
        age = _AGE.match(article.text, end)
        if age and 0 < (years := int(age[1] or age[2])) < 120:
            yield f"born {article.date.year - years}" if article.date else f"age {years}"
        town = _TOWN.match(article.text, end)
        if town and not set(fold(town[1]).split()) & _NO_TOWN:
            yield f"town {fold(town[1])}"
        apposition = _APPOSITION.match(article.text, end)
        if apposition:
            yield from (fact for fact in facts_of_role(apposition[1]) if not fact.startswith("seat "))


def _owner(article: Article, name: str) -> str:
    """Whose a body of this name is: as the words around it have it, else the country that the article is about.

    Where these do not tell, or tell of several, it is nobody's but the article's, by whose hash that is said.
    """
    text = article.text
    owners = {owner for at in _occurrences(text, name) if (owner := owner_around(text, at, at + len(name)))}
    if not owners:
        countries = Counter(countries_in(text))
        if body_words(fold(name))[0] == "ministry":
            del countries[places.COUNTRY_OF["us"]]  # which has departments
        owners = {one for one, n in countries.items() if n >= _ABOUT * max(1, countries.total() - n)}
    [owner] = owners if len(owners) == 1 else [hashlib.sha256(text.encode()).hexdigest()]
    return owner


def _occurrences(text: str, name: str) -> Iterator[int]:
    at = text.find(name)
    while at >= 0:
        yield at
        at = text.find(name, at + len(name))


def _apart(one: Ledger, two: Ledger, kind: str) -> bool:
    """Whether both have values of the kind, and none in common."""
    return kind in one and kind in two and one[kind].isdisjoint(two[kind])


def _ages_apart(one: Ledger, two: Ledger) -> bool:
    for kind, years in (("born", 2), ("age", 15)):  # an undated article may be many years old
        if kind in one and kind in two:
            ages = [list(map(int, facts[kind])) for facts in (one, two)]
            if min(abs(a - b) for a in ages[0] for b in ages[1]) > years:
                return True
    return False


def _other_seat(one: Ledger, two: Ledger) -> bool:
    """Whether both hold the same office, but nowhere the same."""
    if not _apart(one, two, "seat"):
        return False
    offices_one, offices_two = ({seat.split()[0] for seat in facts["seat"]} for facts in (one, two))
    return not offices_one.isdisjoint(offices_two)
