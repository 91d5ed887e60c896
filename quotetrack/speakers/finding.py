"""Where the proper names of a running text are, and what they are names of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from quotetrack.extraction.attribution import Entity
from quotetrack.model import Span, SpeakerType
from quotetrack.speakers import given, places, words
from quotetrack.speakers.mending import mended
from quotetrack.speakers.names import Name, fold
from quotetrack.speakers.pairs import with_pairs
from quotetrack.speakers.runs import (
    ADDRESS,
    DOUBTFUL_TITLES,
    EPITHETS,
    RUN,
    STRONG_ORG_HEADS,
    TOKEN,
    Token,
    is_no_name,
    kind_by_words,
    links_to,
    role_before,
    split_titles,
    without_front,
)

_CAMEL = re.compile(r"(?!Mc|Mac|De|Di|Du|La|Le|Van|Von|O[’'])[A-Z][a-z]+[A-Z]")
"""A word with a capital inside, which no person's name is: "HarbourWatch", but "McRook"."""
_CALL_SIGN = re.compile(r"[KW][A-Z]{3}(?:-TV)?")
"""American radio and television."""
_NOT_IN_TITLES = words.NOT_NAMES | words.NOT_ALONE
_BODIES_ALONE = words.FIRMS | (words.MEDIA - given.GIVEN)
_WHAT_NOT_WHO = words.NOT_ALONE | places.DEMONYMS
"""What somebody is, and not who: "Russian", "Republican"."""
_LINKS_IN_TITLES = frozenset({"And", "For", "Of"})
"""Small words that some write large: "Chief Of Staff"."""
_NO_NAME = re.compile(r"[A-Z]{2,4}s|[DIR]-[A-Z]\w*")
"""Several who are called by letters, "MPs", and what party and place somebody is of, "D-Millbrook"."""
_SURE_TITLES = ADDRESS | frozenset("miss sen rep gov prof rev sgt capt col lt det".split())


def find_names(text: str, entities: Sequence[Entity], headlines: Sequence[Span] = ()) -> list[Name]:
    """The proper names of a text in order: what the tagger saw, and runs of capitalised words it missed.

    In ``headlines``, where nearly every word has a capital, only names are found that the rest of the text has too,
    and people whom the tagger saw.
    """
    ordered = sorted(entities, key=lambda e: (e.span.start, -e.span.end))
    starts = [e.span.start for e in ordered]
    found: list[Name] = []
    titled: list[tuple[list[Token], list[Entity]]] = []
    limits = [h.start for h in headlines]
    covered = 0
    for run in RUN.finditer(text):
        start, end = run.span()
        if end <= covered:
            continue
        words_in_run = run.group()
        if " " not in words_in_run and "\xa0" not in words_in_run:
            folded = fold(words_in_run)
            if is_no_name(folded) or _NO_NAME.fullmatch(words_in_run):
                continue
            tokens = [Token(words_in_run, start, end, "word", folded)]
        else:
            tokens = [
                Token(m.group(), m.start(), m.end(), m.lastgroup or "link", fold(m.group()))
                for m in TOKEN.finditer(text, max(start, covered), end)
            ]
            for token in tokens[1:]:
                if token.text in _LINKS_IN_TITLES:
                    token.kind = "link"
        inside = ordered[max(0, bisect_left(starts, start) - 1) : bisect_left(starts, end)]
        inside = [e for e in inside if e.span.end > start]
        line = bisect_right(limits, start) - 1
        if line >= 0 and start < headlines[line].end:
            titled.append((tokens, inside))
            continue
        for name in _names_of_run(text, tokens, inside):
            found.append(name)
            covered = max(covered, name.end)
    if titled:
        found.extend(_names_of_headlines(text, titled, found))
    found += _surnames_like_words(text, found)
    found.sort(key=lambda n: n.start)
    return with_pairs(text, found)


def _surnames_like_words(text: str, found: Sequence[Name]) -> list[Name]:
    """Surnames that are words too, where they are no words: ",\" Will wrote", where the text has George Will."""
    surnames = {n.key[-1] for n in found if n.type == "person" and len(n.key) > 1 and is_no_name(n.key[-1])}
    if not surnames:
        return []
    pattern = re.compile(
        r"(?:(?<=[a-z,;] )|(?<=[a-z,;][\"”] ))(?:{0})\b|\b(?:{0})(?= (?:\w+ly )?(?P<verb>[a-z]+))".format(
            "|".join(sorted(surname.capitalize() for surname in surnames))
        )
    )
    taken = [n.start for n in found]
    more = []
    for match in pattern.finditer(text):
        at = bisect_right(taken, match.start()) - 1
        if at >= 0 and match.start() < found[at].end:
            continue
        if match["verb"] is None or match["verb"] in words.SAYING:
            token = Token(match.group(), match.start(), match.end(), "word", fold(match.group()))
            more.append(_name(text, [token], "person", [], tagged=False))
    return more


def _names_of_headlines(
    text: str, titled: list[tuple[list[Token], list[Entity]]], body: list[Name]
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
                if key in known and not (size == 1 and key[0] in _NOT_IN_TITLES):
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


def _names_of_run(text: str, tokens: list[Token], entities: list[Entity]) -> list[Name]:
    """Cuts a run into names: entity by entity, and what is left between them at role words and connectors."""
    entities = mended(tokens, entities)
    found: list[Name] = []
    pending: list[Token] = []  # words not in an entity, not yet cut
    carried: list[Token] = []  # role words that wait for the name behind them
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


def _entity(
    text: str, inside: list[Token], entity: Entity, carried: list[Token], found: list[Name]
) -> list[Token]:
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
    role, rest = split_titles(inside)
    headed = text[max(0, inside[0].start - 4) : inside[0].start] == "The "
    if len(inside) == 1 and headed and kind == "organization" and inside[0].folded in words.MEDIA:
        found.append(_name(text, inside, kind, [], tagged=True))  # "The Independent", a newspaper
        return []
    if not rest or _is_of_a_people(text, inside):
        return carried + inside
    if role and kind == "organization" and role[0].folded in DOUBTFUL_TITLES and len(rest) == 1:
        role, rest = [], inside  # "General Electric"
    elif (
        role
        and kind != "person"
        and (role[0].folded not in words.HONORIFICS or len(rest) > 3 or kind_by_words(rest) == "organization")
    ):
        role, rest = [], inside  # "Speaker's Office", "President Rook University"
    elif role or (carried and carried[-1].folded in _SURE_TITLES and kind != "organization"):
        kind = "person"
    if kind in ("person", None) and len(inside) == 1 and _is_body_alone(rest[0]):
        kind = "organization"
    if kind == "person" and len(rest) == 1 and not role and rest[0].folded in words.PARTIES_IN_COURT:
        return carried + inside
    if kind == "person" and len(rest) > 1 and not role and _is_body(rest):
        kind = "organization"
    if kind != "person":
        if len(rest) == 1 and rest[0].folded in _WHAT_NOT_WHO:
            return carried + inside  # "Russian", "Republican": what somebody is, not who
        rest = without_front(rest)
        by_words = kind_by_words(rest)
        if by_words == "person" and 2 <= len(rest) <= 3 and rest[0].folded in given.GIVEN and kind != "place":
            kind = "person"
        elif kind is None or (
            kind == "place" and by_words == "organization" and rest[-1].folded in words.MEDIA
        ):
            kind = by_words
    while kind == "person" and len(rest) > 1 and rest[0].folded in EPITHETS:
        rest = rest[1:]  # "Embattled Ada Rook"
    role = role_before(carried + role) if kind == "person" else []
    found.append(_name(text, rest, kind, role, tagged=True))
    # "U.S. Secretary of State …": the place or body is part of the role as well as a name.
    return carried + inside if kind in ("place", "organization") else []


def _is_of_a_people(text: str, unit: list[Token]) -> bool:
    """Whether a word tells no more than where somebody is from: "the Dane", but "Dane"."""
    start = unit[0].start
    return (
        len(unit) == 1
        and unit[0].folded in places.PEOPLES
        and text[max(0, start - 4) : start].lower() == "the "
    )


def _is_body_alone(token: Token) -> bool:
    """Whether one word that the tagger may take for somebody is a body: "Verizon", "HarbourWatch", "KRNV"."""
    return (
        token.folded in _BODIES_ALONE
        or _CAMEL.match(token.text) is not None
        or _CALL_SIGN.fullmatch(token.text) is not None
    )


def _is_body(unit: list[Token]) -> bool:
    """Whether the words of a name say that it is no person's: "Lume Airways", but "Ada Bank"."""
    return unit[-1].folded in STRONG_ORG_HEADS and unit[0].folded not in given.GIVEN


def _cut(
    text: str, tokens: list[Token], carried: list[Token], found: list[Name], *, before_entity: bool
) -> list[Token]:
    """Names from words that no entity covers; returns the words at their end that may be a role of the name behind."""
    units: list[list[Token]] = [[]]
    for number, token in enumerate(tokens):
        unit = units[-1]
        if token.text == "I":
            units.append([])  # "Suddenly I"
        elif token.kind == "link":
            following = tokens[number + 1 :]
            if unit and following and links_to(unit, token, following):
                unit.append(token)
            else:
                units.append([])
        elif unit or not is_no_name(token.folded):
            unit.append(token)
    for unit in units[:-1]:
        _finish(text, unit, carried, found, before_name=False)
        carried = []
    last = units[-1]
    if not last:
        return carried if not tokens else []
    if before_entity and not split_titles(last, before_name=True)[1]:
        return carried + last
    return _finish(text, last, carried, found, before_name=before_entity)


def _finish(
    text: str, unit: list[Token], carried: list[Token], found: list[Name], *, before_name: bool
) -> list[Token]:
    """Adds the name in a unit of capitalised words; returns the words that may be a role of what follows."""
    while unit and unit[-1].kind == "link":
        unit = unit[:-1]
    if not unit:
        return []
    role, rest = split_titles(unit, before_name=before_name)
    if not rest:
        return carried + unit
    addressed = bool(role) and role[-1].folded in _SURE_TITLES  # "Ms. White"
    if (
        len(rest) == 1
        and not addressed
        and (
            rest[0].folded in _WHAT_NOT_WHO
            or _is_of_a_people(text, unit)
            or rest[0].folded in words.SUFFIXES
            or is_no_name(rest[0].folded)
        )
    ):
        return carried + unit
    rest = without_front(rest)
    kind = kind_by_words(rest)
    before = role_before(carried + role)
    named = len(rest) == 2 and rest[0].folded in given.GIVEN  # "Mayor Billie Guardian"
    if before and (kind is None or (role and (named or kind != "organization"))):
        kind = "person"
    front = split_titles(role)[1] if role else []
    if front and kind == "person" and kind_by_words(front) in ("place", "organization"):
        found.append(_name(text, front, kind_by_words(front), [], tagged=False))
    found.append(_name(text, rest, kind, before if kind == "person" else [], tagged=False))
    return carried + unit if kind != "person" else []


def _name(text: str, unit: list[Token], kind: SpeakerType | None, role: list[Token], *, tagged: bool) -> Name:
    nicknames = [t.text[1:-1] for t in unit if t.kind == "nick"]
    spoken = [t for t in unit if t.kind != "nick"] or unit
    while kind == "person" and len(spoken) > 2 and spoken[-1].folded in words.HONOURS:
        spoken = spoken[:-1]
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
        nickname=nicknames[0] if nicknames else None,
        possessive=possessive,
    )
