"""Where the proper names of a running text are, and what they are names of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from quotetrack.extraction.attribution import Entity
from quotetrack.model import Span, SpeakerType
from quotetrack.speakers import given, places, words
from quotetrack.speakers.names import Name, fold

_UPPER = "A-Z" + "".join(chr(c) for c in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(c).isupper())
_ABBREVIATIONS = (
    "Mr|Mrs|Ms|Dr|Pres|Sens|Sen|Reps|Rep|Govs|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Rev|Hon|Prof|St|Jr|Sr|Adm|Cmdr|Supt|Det|Insp"
    "|Fr|Amb|Atty|Inc|Co|Corp|Ltd|Dept"
)
_WORD = (
    rf"(?:(?:{_ABBREVIATIONS})\.|(?:[{_UPPER}]\.)+(?:[{_UPPER}](?![\w.'’]))?"
    rf"|(?:(?:al|el|ad|as|ul)-)?[{_UPPER}]\w*(?:(?:[-‑&]|['’](?![sS]\b))\w+)*(?:\.(?:com|org|net)\b)?)"
)
_CONNECTOR = r"(?:of|for|on|and|the|in|to|&|von|van|de|der|den|del|della|di|da|dos|du|la|le|bin|ibn|al|el|ter|ten|bint)"
_NICKNAME = rf"[\"“'‘(][{_UPPER}][\w. ’'-]{{1,24}}[\"”'’)]"
_RUN = re.compile(
    rf"(?<![\w@#]){_WORD}"
    rf"(?:[ \xa0](?:(?:{_CONNECTOR}[ \xa0]){{0,2}}|{_NICKNAME}[ \xa0]){_WORD}|,[ \xa0](?:Jr|Sr|Inc|Ltd)\.)*"
)
_TOKEN = re.compile(rf"(?P<nick>{_NICKNAME})|(?P<word>{_WORD})|(?P<link>[\w&]+)")
_PARTICLE_LINKS = frozenset(
    "von van de der den del della di da dos du la le bin ibn al el ter ten bint".split()
)

# Titles that are as often a surname or a given name: a title only in front of another word.
_DOUBTFUL_TITLES = frozenset(
    "king pope bishop dean duke judge prince major marshal justice general chief page".split()
)
_OFFICERS = {("police", "chief"), ("fire", "chief"), ("fire", "marshal")}
_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Van|Von|O[’'])[A-Z][a-z]+[A-Z]")
"""A word with a capital inside, which no person's name is: "HarbourWatch", but "McRook"."""
_ADDRESS = frozenset("mr mrs ms dr".split())
_OFFICES = words.HONORIFICS - _DOUBTFUL_TITLES
_SURE_TITLES = _ADDRESS | frozenset("miss sen rep gov prof rev sgt capt col lt det".split())
_ROLE_TAILS = frozenset(
    "state defense defence justice commerce energy labor education agriculture transportation".split()
)
_TITLE_WORDS = words.HONORIFICS | (
    words.ROLE_NOUNS
    - frozenset(
        "star fellow head host champion baker boy girl president-elect victim guard guest native whip".split()
    )
)
_FIELDS = frozenset(
    "culture economic education environmental health human international labor policy prevention public reform "
    "science social space sport strategic technology trade urban welfare".split()
)
"""What follows "and" in the name of a body: "Center for Economic and Policy Research"."""
_STATIONS = frozenset("channel radio television tv".split())
_GENERIC = words.ORG_HEADS | frozenset(
    "central congressional county federal local national regional state".split()
)
_NAME_HEADS = words.ORG_HEADS | frozenset("castle palace".split())
_COURTS = frozenset("cabinet congress court government senate".split())
_ADJECTIVES = _TITLE_WORDS | words.NOT_ALONE
_NUMBERED = frozenset(
    "act apollo article book bowl case category chapter class clause division exhibit grade group level part phase "
    "rule schedule section series stage tier title type unit volume war".split()
)
"""What has a number behind it that a person's name has too: "Title IV"."""
_WEAK_ORG_HEADS = frozenset(
    "church post front house press star wire force guard center project today sun mail".split()
)
_STRONG_ORG_HEADS = words.ORG_HEADS - _WEAK_ORG_HEADS


@dataclass(slots=True)
class _Token:
    text: str
    start: int
    end: int
    kind: str
    folded: str


def find_names(text: str, entities: Sequence[Entity], headlines: Sequence[Span] = ()) -> list[Name]:
    """The proper names of a text in order: what the tagger saw, and runs of capitalised words it missed.

    In ``headlines``, where nearly every word has a capital, only names are found that the rest of the text has too,
    and people whom the tagger saw.
    """
    ordered = sorted(entities, key=lambda e: (e.span.start, -e.span.end))
    starts = [e.span.start for e in ordered]
    found: list[Name] = []
    titled: list[tuple[list[_Token], list[Entity]]] = []
    limits = [h.start for h in headlines]
    covered = 0
    for run in _RUN.finditer(text):
        if run.end() <= covered:
            continue
        line = bisect_right(limits, run.start()) - 1
        in_headline = line >= 0 and run.start() < headlines[line].end
        words_in_run = run.group()
        if " " not in words_in_run and "\xa0" not in words_in_run:
            folded = fold(words_in_run)
            if _is_no_name(folded):
                continue
            tokens = [_Token(words_in_run, run.start(), run.end(), "word", folded)]
        else:
            tokens = [
                _Token(m.group(), m.start(), m.end(), m.lastgroup or "link", fold(m.group()))
                for m in _TOKEN.finditer(text, max(run.start(), covered), run.end())
            ]
        inside = ordered[max(0, bisect_left(starts, run.start()) - 1) : bisect_left(starts, run.end())]
        inside = [e for e in inside if e.span.end > run.start()]
        if in_headline:
            titled.append((tokens, inside))
            continue
        for name in _names_of_run(text, tokens, inside):
            found.append(name)
            covered = max(covered, name.end)
    if titled:
        found.extend(_names_of_headlines(text, titled, found))
        found.sort(key=lambda n: n.start)
    return found


def _names_of_headlines(
    text: str, titled: list[tuple[list[_Token], list[Entity]]], body: list[Name]
) -> list[Name]:
    """Names in headlines: the longest stretches of words that are a name, or a part of a person's, in the body."""
    known: dict[tuple[str, ...], SpeakerType | None] = {}
    for name in body:
        known.setdefault(name.key, name.type)
        if name.type == "person":
            known.setdefault((name.key[-1],), "person")
            known.setdefault((name.key[0],), "person")
    longest = max((len(key) for key in known), default=0)
    found = []
    for tokens, entities in titled:
        people = {e.span.start: e for e in entities if e.type == "person"}
        at = 0
        while at < len(tokens):
            step = 1
            for size in range(min(longest, len(tokens) - at), 0, -1):
                unit = tokens[at : at + size]
                key = tuple(t.folded for t in unit)
                if key in known and not (size == 1 and key[0] in words.NOT_NAMES | words.NOT_ALONE):
                    found.append(_name(text, unit, known[key], [], tagged=False))
                    step = size
                    break
            else:
                person = people.get(tokens[at].start)
                unit = [t for t in tokens[at:] if person is not None and t.end <= person.span.end]
                if 2 <= len(unit) <= 4 and unit[0].folded in given.GIVEN:
                    found.append(_name(text, unit, "person", [], tagged=True))
                    step = len(unit)
            at += step
    return found


_TYPES: dict[str, SpeakerType | None] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "other": None,
}


def _names_of_run(text: str, tokens: list[_Token], entities: list[Entity]) -> list[Name]:
    """Cuts a run into names: entity by entity, and what is left between them at role words and connectors."""
    entities = _mended(tokens, entities)
    found: list[Name] = []
    pending: list[_Token] = []  # words not in an entity, not yet cut
    carried: list[_Token] = []  # role words that wait for the name behind them
    at = 0
    which = 0
    while at < len(tokens):
        token = tokens[at]
        while which < len(entities) and entities[which].span.end <= token.start:
            which += 1
        entity = entities[which] if which < len(entities) else None
        if entity is None or entity.span.start > token.start or token.kind == "link":
            pending.append(token)
            at += 1
            continue
        inside = []
        while at < len(tokens) and tokens[at].start < entity.span.end:
            inside.append(tokens[at])
            at += 1
        while at < len(tokens) and entity.type == "person" and tokens[at].folded in words.SUFFIXES:
            inside.append(tokens[at])
            at += 1
        carried = _cut(text, pending, carried, found, before_entity=True)
        pending = []
        carried = _entity(text, inside, entity, carried, found)
    _cut(text, pending, carried, found, before_entity=False)
    return found


def _mended(tokens: list[_Token], entities: list[Entity]) -> list[Entity]:
    """The entities of a run, where the tagger saw only a part of a name.

    Joined around a nickname ("Ada", "Rook" in 'Ada "Shorty" Rook') and where the first ends in "of" or "for";
    longer by the head behind ("Corbenny" Palace); gone where they are no more than a title or an adjective in front
    of a name ("Justice" Rook, "Eastern" Ledger).
    """
    mended: list[Entity | None] = []
    at = 0
    for entity in entities:
        while at < len(tokens) and tokens[at].end <= entity.span.start:
            at += 1
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].start < entity.span.end:
            last += 1
        if at == len(tokens):
            break
        before = mended[-1] if mended else None
        if before is not None and before.span.end > entity.span.start:
            continue
        if (
            before is not None
            and tokens[at - 1].kind == "nick"
            and before.span.end >= tokens[at - 2].end
            and "person" in (before.type, entity.type)
        ):
            mended[-1] = Entity(Span(before.span.start, entity.span.end), "person")
            continue
        if (
            before is not None
            and at
            and tokens[at - 1].folded in ("for", "of")
            and before.span.end == tokens[at - 1].end
        ):  # "Lume Centre for" + "Harbour Research"
            mended[-1] = Entity(Span(before.span.start, entity.span.end), before.type)
            continue
        begins = {e.span.start for e in entities}
        if (
            before is not None
            and before.type == "person"
            and at == last > 1
            and tokens[at - 1].folded in ("and", "&")
            and before.span.end == tokens[at - 2].end
            and _is_cut(tokens, at, entity, begins)
        ):  # "Ada Rook and" + "Uche" + "Wintergreen"
            mended.append(Entity(Span(entity.span.start, tokens[at + 1].end), "person"))
            continue
        mended.append(_whole(tokens, at, last, entity, begins))
    return [entity for entity in mended if entity is not None]


def _given_before(before: list[_Token], begins: set[int]) -> int | None:
    """Where the given names before a surname start that the tagger missed: right behind a title."""
    given_names = list(
        takewhile(lambda t: t.kind == "word" and t.folded not in _TITLE_WORDS, reversed(before))
    )
    titled = len(given_names) < len(before) and before[-1 - len(given_names)].folded in _TITLE_WORDS
    if not titled or not 1 <= len(given_names) <= 2:
        return None
    known = words.ORG_HEADS | words.MEDIA | words.NOT_ALONE | words.NOT_NAMES | _EPITHETS | words.PARTY_WORDS
    known = known | places.DEMONYMS | places.PLACES
    return None if any(t.folded in known or t.start in begins for t in given_names) else given_names[-1].start


def _is_cut(tokens: list[_Token], at: int, entity: Entity, begins: set[int]) -> bool:
    """Whether a word that the tagger saw is the first one of two that make a person's name."""
    behind = list(takewhile(lambda t: t.kind == "word", tokens[at + 1 :]))
    if entity.type == "person" or len(behind) != 1 or behind[0].start in begins:
        return False
    known = words.ORG_HEADS | words.MEDIA | words.MINES | _TITLE_WORDS | words.NOT_ALONE | words.NOT_NAMES
    kinds = words.PARTY_WORDS | places.DEMONYMS | places.PLACES | known
    return tokens[at].folded not in kinds and behind[0].folded not in known and not tokens[at].text.isupper()


def _whole(tokens: list[_Token], first: int, last: int, entity: Entity, begins: set[int]) -> Entity | None:
    """An entity with the words beside it that belong to its name; None where it is no name by itself."""
    inside, one = tokens[first : last + 1], first == last
    word = tokens[first].folded
    before = tokens[first - 1] if first else None
    kinds = words.PARTY_WORDS | words.NOT_ALONE | places.DEMONYMS
    if (
        before is not None
        and before.folded in kinds
        and entity.type == "organization"
        and _is_generic(inside)
    ):
        entity = Entity(
            Span(before.start, entity.span.end), "organization"
        )  # "Republican" + "National Committee"
    if before is not None and one and before.folded in _STATIONS:
        entity = Entity(Span(before.start, entity.span.end), "organization")  # "Radio" + "Rookport"
    behind = list(takewhile(lambda t: t.kind == "word", tokens[last + 1 :]))
    after = tokens[last + 1 + len(behind) :]
    goes_on = bool(after) and after[0].folded in ("of", "for", "on")
    if behind and behind[0].start in begins:
        return entity
    if entity.type == "organization" and any(t.folded in ("of", "for", "on") for t in inside):
        if after and after[0].folded == "and" and _links(inside + behind, after[0], after[1:]):
            return None  # "Center for Economic" + "and Policy Research"
        own = list(
            takewhile(lambda t: t.folded not in _TITLE_WORDS, behind)
        )  # "Union of Harbour" + "Workers"
        return Entity(Span(entity.span.start, own[-1].end), entity.type) if own else entity
    if one and entity.type == "person" and (start := _given_before(tokens[:first], begins)) is not None:
        entity = Entity(Span(start, entity.span.end), "person")  # "Reporter Jomana" + "Rook"
    if not behind:
        return entity
    if one and word in words.PARTY_WORDS:
        body = len(behind) > 1 and behind[-1].folded in _STRONG_ORG_HEADS - words.OWN_BODIES
        return None if body else entity
    if one and f"{word} {behind[0].folded}" in places.PLACES:
        return Entity(Span(entity.span.start, behind[0].end), "place")
    if behind[0].folded in _NAME_HEADS:
        listed = first > 1 and tokens[first - 1].folded in ("and", "&")  # "Mara and Theo Voss Foundation"
        nicknamed = entity.type == "person" and one and behind[0].folded in _COURTS  # "the Rook court"
        whole = not (len(behind) == 1 and goes_on) and not listed and not nicknamed
        return Entity(Span(entity.span.start, behind[0].end), "organization") if whole else entity
    adjective = word in _ADJECTIVES or (entity.type == "other" and behind[0].folded in _TITLE_WORDS)
    return None if one and adjective else entity  # "Foreign" in "Foreign Minister Ada Rook"


def _is_generic(tokens: list[_Token]) -> bool:
    """Whether nothing in a body's name tells it apart: "National Committee", but not "Senate"."""
    alone = len(tokens) == 1 and tokens[0].folded in words.OWN_BODIES
    return not alone and all(t.folded in _GENERIC for t in tokens)


def _entity(
    text: str, inside: list[_Token], entity: Entity, carried: list[_Token], found: list[Name]
) -> list[_Token]:
    """The name that the tagger saw, with the role words before it; returns the words if they may be a role as well."""
    kind = _TYPES[entity.type]
    while inside and (
        inside[0].kind == "link" or (len(inside) > 1 and inside[0].folded in ("the", "a", "an"))
    ):
        inside = inside[1:]
    while inside and inside[-1].kind == "link":
        inside = inside[:-1]
    if not inside:
        return []
    role, rest = _split_titles(inside)
    headed = text[max(0, inside[0].start - 4) : inside[0].start] == "The "
    if len(inside) == 1 and headed and kind == "organization" and inside[0].folded in words.MEDIA:
        found.append(_name(text, inside, kind, [], tagged=True))  # "The Independent", a newspaper
        return []
    if not rest:
        return carried + inside
    if role and kind == "organization" and role[0].folded in _DOUBTFUL_TITLES and len(rest) == 1:
        role, rest = [], inside  # "General Electric"
    elif (
        role
        and kind != "person"
        and (role[0].folded not in words.HONORIFICS or len(rest) > 3 or _kind(rest) == "organization")
    ):
        role, rest = [], inside  # "Speaker's Office", "President Rook University"
    elif role or (carried and carried[-1].folded in _SURE_TITLES and kind != "organization"):
        kind = "person"
    if kind == "person" and len(inside) == 1 and _CAMEL.match(rest[0].text):
        kind = "organization"
    if kind == "person" and len(rest) == 1 and not role and rest[0].folded in words.PARTIES_IN_COURT:
        return carried + inside
    if kind != "person":
        if len(rest) == 1 and rest[0].folded in words.NOT_ALONE | places.DEMONYMS:
            return carried + inside  # "Russian", "Republican": what somebody is, not who
        rest = _without_front(rest)
        by_words = _kind(rest)
        if by_words == "person" and 2 <= len(rest) <= 3 and rest[0].folded in given.GIVEN and kind != "place":
            kind = "person"
        elif kind is None or (
            kind == "place" and by_words == "organization" and rest[-1].folded in words.MEDIA
        ):
            kind = by_words
    while kind == "person" and len(rest) > 1 and rest[0].folded in _EPITHETS:
        rest = rest[1:]  # "Embattled Ada Rook"
    role = _role_before(carried + role) if kind == "person" else []
    found.append(_name(text, rest, kind, role, tagged=True))
    # "U.S. Secretary of State …": the place or body is part of the role as well as a name.
    return carried + inside if kind in ("place", "organization") else []


def _role_before(words_before: list[_Token]) -> list[_Token]:
    """The words before a name, if they are a role: they end in a title or in what comes after "of"."""
    if not words_before:
        return []
    last = words_before[-1].folded
    return words_before if last in _TITLE_WORDS or last in _ROLE_TAILS or last in words.PARTY_WORDS else []


def _cut(
    text: str, tokens: list[_Token], carried: list[_Token], found: list[Name], *, before_entity: bool
) -> list[_Token]:
    """Names from words that no entity covers; returns the words at their end that may be a role of the name behind."""
    units: list[list[_Token]] = [[]]
    for number, token in enumerate(tokens):
        unit = units[-1]
        if token.text == "I":
            units.append([])  # "Suddenly I"
        elif token.kind == "link":
            following = tokens[number + 1 :]
            if unit and following and _links(unit, token, following):
                unit.append(token)
            else:
                units.append([])
        elif unit or not _is_no_name(token.folded):
            unit.append(token)
    for unit in units[:-1]:
        _finish(text, unit, carried, found, before_name=False)
        carried = []
    last = units[-1]
    if not last:
        return carried if not tokens else []
    if before_entity and not _split_titles(last, before_name=True)[1]:
        return carried + last
    return _finish(text, last, carried, found, before_name=before_entity)


def _is_no_name(folded: str) -> bool:
    """Whether a word begins a sentence and no name: "But", "He'll"."""
    return folded in words.NOT_NAMES or ("'" in folded and folded.split("'")[0] in words.NOT_NAMES)


def _links(unit: list[_Token], link: _Token, following: list[_Token]) -> bool:
    """Whether a lower-case word between capitalised ones is inside one name: "Ministry of Defense", "von der"."""
    folded = unit[-1].folded
    if unit[-1].kind == "link":
        return link.folded in ("the", *_PARTICLE_LINKS)
    if link.folded in _PARTICLE_LINKS:
        return True
    if link.folded == "&":
        return True
    if link.folded in ("of", "for", "on"):
        nearest = next((t for t in following if t.kind != "link"), None)
        if nearest is None:
            return False
        if folded in _TITLE_WORDS:
            return link.folded == "of" and nearest.folded in _ROLE_TAILS
        return folded in words.ORG_HEADS or (folded.rstrip("s") in words.ORG_HEADS)
    if link.folded == "and":
        nearest = next((t for t in following if t.kind != "link"), None)
        linked = any(t.kind == "link" and t.folded in ("of", "for", "on") for t in unit)
        return (
            linked
            and nearest is not None
            and (nearest.folded in words.ORG_HEADS or nearest.folded in _FIELDS)
        )
    return False


def _finish(
    text: str, unit: list[_Token], carried: list[_Token], found: list[Name], *, before_name: bool
) -> list[_Token]:
    """Adds the name in a unit of capitalised words; returns the words that may be a role of what follows."""
    while unit and unit[-1].kind == "link":
        unit = unit[:-1]
    if not unit:
        return []
    role, rest = _split_titles(unit, before_name=before_name)
    if not rest:
        return carried + unit
    if len(rest) == 1 and (
        rest[0].folded in words.NOT_ALONE | places.DEMONYMS | words.SUFFIXES or _is_no_name(rest[0].folded)
    ):
        return carried + unit
    rest = _without_front(rest)
    kind = _kind(rest)
    before = _role_before(carried + role)
    if before and (kind is None or (role and kind != "organization")):
        kind = "person"
    front = _split_titles(role)[1] if role else []
    if front and kind == "person" and _kind(front) in ("place", "organization"):
        found.append(_name(text, front, _kind(front), [], tagged=False))
    found.append(_name(text, rest, kind, before if kind == "person" else [], tagged=False))
    return carried + unit if kind != "person" else []


# What headlines and first sentences put in front of a name without an article.
_EPITHETS = frozenset(
    "accused acting ailing alleged aspiring beleaguered beloved billionaire celebrated controversial convicted "
    "defeated defiant departing detained disgraced elderly elusive embattled exiled fellow fiery former fugitive "
    "grieving incoming injured jailed late legendary longtime millionaire ousted outgoing outspoken pregnant retired "
    "retiring rival suspended teenage troubled unrepentant veteran".split()
)


def _without_front(rest: list[_Token]) -> list[_Token]:
    """For "Republican Ada Rook", "Chinese Wei Lan", "Democratic Senate": the name alone."""
    if len(rest) == 2 and rest[0].folded in words.PARTY_WORDS and rest[1].folded in words.OWN_BODIES:
        return rest[1:]
    while (
        len(rest) > 2
        and (rest[0].folded in words.PARTY_WORDS or rest[0].folded in places.DEMONYMS)
        and _kind(rest[1:]) == "person"
    ):
        rest = rest[1:]
    return rest


def _split_titles(unit: list[_Token], *, before_name: bool = False) -> tuple[list[_Token], list[_Token]]:
    """Role words, with all before them, and the name behind: "House Speaker" + "Ada Rook"; no name: all is role.

    A doubtful title ("Chief Justice", "King") needs another word behind it; ``before_name`` says that one comes.
    """
    if len(unit) == 2 and unit[0].folded in _ADDRESS and unit[1].folded not in _OFFICES:
        return unit[:1], unit[1:]  # "Mr. King", "Ms. Singer", but "Mr. Chief Justice", "Mr. President"
    if len(unit) > 1 and all(t.folded in _TITLE_WORDS | words.ROLE_NOUNS or t.kind == "link" for t in unit):
        return unit, []
    last = -1
    for number, token in enumerate(unit):
        named = number + 1 < len(unit) and unit[number + 1].folded in given.GIVEN
        named |= number > 0 and (unit[number - 1].folded, token.folded) in _OFFICERS
        if token.folded not in _TITLE_WORDS and not (named and _is_what(token.folded)):
            continue
        if (
            token.folded in _DOUBTFUL_TITLES
            and not named
            and (
                (number > 0 and last < number - 1 and unit[number - 1].folded not in places.DEMONYMS)
                or (number + 1 == len(unit) and not before_name)
            )
        ):
            continue
        if token.folded == "miss" and number + 1 < len(unit) and unit[number + 1].folded not in given.GIVEN:
            break  # "Miss Universe"
        if number > 0 and last == -1 and (unit[0].folded in given.GIVEN or len(unit[0].folded) == 1):
            break  # "Billie Dean", "J. Baker": a surname
        last = number
    if last >= 0 and last + 1 < len(unit) and unit[last + 1].kind == "link":
        tail = last + 2
        while tail < len(unit) and unit[tail].kind == "link":
            tail += 1
        last = min(tail, len(unit) - 1)
    if last >= 0 and last + 2 == len(unit) and unit[-1].folded in _STRONG_ORG_HEADS and last == 0:
        return [], unit  # "General Electric Company" and the like are names of bodies
    return unit[: last + 1], unit[last + 1 :]


def _is_what(folded: str) -> bool:
    """Whether a word tells what one or several people are: "Astronomer", "Fishermen"."""
    one = folded.removesuffix("men") + "man" if folded.endswith("men") else folded.removesuffix("s")
    return folded in words.ROLE_NOUNS or one in words.ROLE_NOUNS


def _joined(unit: Sequence[_Token]) -> str:
    return " ".join(t.folded if "." not in t.text else t.text.lower().rstrip() for t in unit)


def _kind(unit: list[_Token]) -> SpeakerType | None:
    """What a name is by its words alone."""
    folded = [t.folded for t in unit]
    if _joined(unit) in places.PLACES or " ".join(folded) in places.PLACES:
        return "place"
    first, last = folded[0], folded[-1]
    plain = all(t.kind != "link" or t.folded in _PARTICLE_LINKS for t in unit)
    if first in given.GIVEN and 2 <= len(unit) <= 4 and plain and last not in _STRONG_ORG_HEADS:
        return "person"
    if last in words.SUFFIXES and len(unit) > 1:
        return "person" if folded[-2] not in _NUMBERED else None
    if any(t.kind == "link" and t.folded in _PARTICLE_LINKS for t in unit):
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


def _name(
    text: str, unit: list[_Token], kind: SpeakerType | None, role: list[_Token], *, tagged: bool
) -> Name:
    nickname = next((t.text[1:-1] for t in unit if t.kind == "nick"), None)
    spoken = [t for t in unit if t.kind != "nick"] or unit
    end = unit[-1].end
    after = text[end : end + 2]
    possessive = after in ("'s", "’s", "'S", "’S") or (
        after[:1] in ("'", "’") and text[end - 1 : end] in "sS" and not after[1:2].isalnum()
    )
    return Name(
        start=unit[0].start,
        end=end,
        words=tuple(t.text for t in spoken),
        key=tuple(t.folded for t in spoken),
        type=kind,
        tagged=tagged,
        outer=role[0].start if role else unit[0].start,
        titles=tuple(t.folded for t in role if t.kind != "link"),
        nickname=nickname,
        possessive=possessive,
    )
