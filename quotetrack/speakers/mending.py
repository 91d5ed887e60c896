"""The names that the tagger saw, put right where it saw only a part of one or more than one."""

from __future__ import annotations

from itertools import dropwhile, takewhile

from quotetrack.extraction.attribution import Entity, EntityType
from quotetrack.model import Span
from quotetrack.speakers import given, places, words
from quotetrack.speakers.runs import (
    EPITHETS,
    PARTICLE_LINKS,
    PLACES_OF_TWO,
    ROLE_TAILS,
    STRONG_ORG_HEADS,
    TITLE_WORDS,
    Token,
    links_to,
)

_STATIONS = frozenset("channel radio television tv".split())
_GENERIC = words.ORG_HEADS | frozenset(
    "borough central city congressional county district federal local metropolitan municipal national regional state "
    "town village".split()
)
_LOCAL = frozenset("borough city county district metropolitan municipal town village".split())
_NAME_HEADS = words.ORG_HEADS | frozenset("castle palace".split())
_COURTS = frozenset("cabinet congress court government senate".split())
_WORDS_TOO = frozenset(
    "april art august bill chance chase drew grant guy hope june mark may pat rob rose sue will win".split()
)
"""Given names that are often other words, at the beginning of a sentence or in a headline."""
_PARTNERS = frozenset("associates bros brothers co company daughters partners son sons".split())
_OF_SOMETHING = frozenset(
    "agency alliance appeals association bureau center centers centre circuit coalition commission committee "
    "conference council court foundation fund initiative institute institution league office society "
    "subcommittee union".split()
)
"""What a body is called that has a name behind it for what it is about: "Center on Budget Priorities"."""
_ADJECTIVES = TITLE_WORDS | words.NOT_ALONE | frozenset(("most", "right", "very"))
_KINDS = words.PARTY_WORDS | words.NOT_ALONE | places.DEMONYMS
_NO_SURNAMES = words.ORG_HEADS | words.MEDIA | words.MINES | TITLE_WORDS | words.NOT_ALONE | words.NOT_NAMES
_NO_GIVEN_NAMES = _NO_SURNAMES | EPITHETS | words.PARTY_WORDS | places.DEMONYMS | places.PLACES


def mended(tokens: list[Token], entities: list[Entity]) -> list[Entity]:
    """The entities of a run, where the tagger saw only a part of a name.

    Joined around a nickname ("Ada", "Rook" in 'Ada "Shorty" Rook') and where the first ends in "of" or "for";
    longer by the head behind ("Corbenny" Palace) and by what it is about ("Council" on Foreign Trade); gone where
    they are no more than a title or an adjective in front of a name ("Justice" Rook, "Eastern" Ledger).
    """
    found: list[Entity | None] = []
    entities = _without_tails(tokens, entities)
    begins = {entity.span.start for entity in entities}
    people = {entity.span.start for entity in entities if entity.type == "person"}
    at = 0
    for entity in _with_middles(tokens, entities):
        while at < len(tokens) and tokens[at].end <= entity.span.start:
            at += 1
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].start < entity.span.end:
            last += 1
        if at == len(tokens):
            break
        before = found[-1] if found else None
        if before is not None and before.span.end > entity.span.start:
            continue
        if (
            before is not None
            and at
            and tokens[at - 1].folded in ("for", "of")
            and before.span.end == tokens[at - 1].end
        ):  # "Lume Centre for" + "Harbour Research"
            found[-1] = Entity(Span(before.span.start, entity.span.end), before.type)
            continue
        if (
            before is not None
            and before.type == "person"
            and at == last > 1
            and tokens[at - 1].folded in ("and", "&")
            and before.span.end == tokens[at - 2].end
            and _is_cut(tokens, at, entity, begins)
        ):  # "Ada Rook and" + "Uche" + "Wintergreen"
            found.append(Entity(Span(entity.span.start, tokens[at + 1].end), "person"))
            continue
        if (
            before is not None
            and before.type == entity.type == "person"
            and at == last
            and before.span.end == tokens[at - 1].end
            and tokens[at - 1].start == before.span.start
            and tokens[at - 1].folded in given.GIVEN
        ):  # "Ole" + "Nygaard"
            found[-1] = Entity(Span(before.span.start, entity.span.end), "person")
            continue
        whole = _whole(tokens, at, last, entity, begins)
        if whole is not None and whole.type == "organization":
            whole = Entity(
                Span(whole.span.start, _end_with_subject(tokens, whole.span.end, people)), whole.type
            )
        found.append(whole)
    return [entity for entity in found if entity is not None]


def _without_tails(tokens: list[Token], entities: list[Entity]) -> list[Entity]:
    """The entities without what a title before them is of: "Minister of" + "Health Ada" + Rook is a person."""
    titled = {
        third.start: third.end
        for first, second, third in zip(tokens, tokens[1:], tokens[2:], strict=False)
        if first.folded in TITLE_WORDS and second.folded == "of" and third.folded in ROLE_TAILS
    }
    found = []
    for entity in entities:
        end = titled.get(entity.span.start)
        rest = [token for token in tokens if end is not None and end <= token.start < entity.span.end]
        if end is None:
            found.append(entity)
        elif len(rest) == 1 and rest[0].folded in given.GIVEN:
            behind = [t for t in tokens if t.start >= rest[0].end][:1]
            name = [*rest, *(t for t in behind if t.kind == "word")]
            found.append(Entity(Span(name[0].start, name[-1].end), "person"))
        elif rest:
            found.append(Entity(Span(rest[0].start, entity.span.end), entity.type))
    return found


def _with_middles(tokens: list[Token], entities: list[Entity]) -> list[Entity]:
    """The entities, with both words that a nickname, an "&" or a place's "and" joins in one name.

    'Ada "Shorty" Rook' is a person, and "Dalby & Stroud" a firm, whatever the tagger saw of them.
    """
    for number, (before, middle, behind) in enumerate(zip(tokens, tokens[1:], tokens[2:], strict=False)):
        if before.kind != "word" or behind.kind != "word":
            continue
        beside = Span(before.start, behind.end)
        parts = [entity for entity in entities if entity.span.overlaps(beside)]
        people = any(part.type == "person" for part in parts)
        if middle.kind == "nick" and people and behind.folded not in _NO_SURNAMES:
            kind: EntityType = "person"
        elif middle.text == "&" and people and _are_partners(tokens, number):
            kind = "organization"
        elif parts and (before.folded, behind.folded) in PLACES_OF_TWO and middle.text == "and":
            kind = parts[-1].type  # "Bosnia and Herzegovina", "Trinidad and Tobago Court of Appeal"
        else:
            continue
        start = min(before.start, *(part.span.start for part in parts))
        end = max(behind.end, *(part.span.end for part in parts))
        rest = [entity for entity in entities if entity not in parts]
        entities = sorted([*rest, Entity(Span(start, end), kind)], key=lambda entity: entity.span.start)
    return entities


def _are_partners(tokens: list[Token], number: int) -> bool:
    """Whether the words at ``number`` and behind the "&" are surnames, and no more of a name stands beside them."""
    beside = tokens[max(number - 1, 0) : number] + tokens[number + 3 : number + 4]
    return all(t.kind != "word" for t in beside) and not any(
        t.folded in _NO_SURNAMES or t.folded in given.GIVEN or t.text.isupper()
        for t in (tokens[number], tokens[number + 2])
    )


def _given_before(before: list[Token], begins: set[int]) -> int | None:
    """Where the given names before a surname start that the tagger missed.

    They stand right behind a title ("Reporter Quilla" Rook), are one that is known ("Ole" Nygaard) or have a particle
    behind ("Jean-Luc de la" Tour).
    """
    given_names = list(
        takewhile(lambda t: t.kind == "word" and t.folded not in TITLE_WORDS, reversed(before))
    )
    titled = len(given_names) < len(before) and before[-1 - len(given_names)].folded in TITLE_WORDS
    if titled and 1 <= len(given_names) <= 2 and all(_may_be_given(t, begins) for t in given_names):
        return given_names[-1].start
    rest = list(dropwhile(lambda t: t.kind == "link" and t.folded in PARTICLE_LINKS, reversed(before)))
    if not rest or rest[0].kind != "word" or not _may_be_given(rest[0], begins):
        return None
    linked = len(rest) < len(before)
    word = rest[0].folded
    return rest[0].start if linked or (word in given.GIVEN and word not in _WORDS_TOO) else None


def _may_be_given(token: Token, begins: set[int]) -> bool:
    return token.folded not in _NO_GIVEN_NAMES and token.start not in begins


def _is_cut(tokens: list[Token], at: int, entity: Entity, begins: set[int]) -> bool:
    """Whether a word that the tagger saw is the first one of two that make a person's name."""
    behind = list(takewhile(lambda t: t.kind == "word", tokens[at + 1 :]))
    if entity.type == "person" or len(behind) != 1 or behind[0].start in begins:
        return False
    return (
        tokens[at].folded not in _NO_GIVEN_NAMES
        and behind[0].folded not in _NO_SURNAMES
        and not tokens[at].text.isupper()
    )


def _whole(tokens: list[Token], first: int, last: int, entity: Entity, begins: set[int]) -> Entity | None:
    """An entity with the words beside it that belong to its name; None where it is no name by itself."""
    inside, one = tokens[first : last + 1], first == last
    word = tokens[first].folded
    before = tokens[first - 1] if first else None
    if (
        before is not None
        and before.folded in _KINDS
        and entity.type == "organization"
        and _is_generic(inside)
    ):
        entity = Entity(
            Span(before.start, entity.span.end), "organization"
        )  # "Republican" + "National Committee"
    if before is not None and one and before.folded in _STATIONS:
        entity = Entity(Span(before.start, entity.span.end), "organization")  # "Radio" + "Rookport"
    of = tokens[last + 1 : last + 2]
    if one and word in words.HONORIFICS and of and of[0].folded == "of":
        return None  # "Bishop" in "the Bishop of Marlstone"
    rest = tokens[last:] if tokens[last].text == "&" else tokens[last + 1 :]  # the tagger saw "Holt &"
    if len(rest) > 1 and rest[0].text == "&" and rest[1].folded in _PARTNERS:
        return Entity(Span(entity.span.start, rest[1].end), "organization")  # "Holt" + "& Sons"
    linked = tokens[last].folded in PARTICLE_LINKS or (rest and rest[0].folded in PARTICLE_LINKS)
    if entity.type == "person" and linked:
        surname = next((t for t in rest if t.folded not in PARTICLE_LINKS), None)
        if surname is not None and surname.kind == "word":
            return Entity(Span(entity.span.start, surname.end), "person")  # "Jean-Luc" + "de la Tour"
    behind = list(takewhile(lambda t: t.kind == "word", tokens[last + 1 :]))
    after = tokens[last + 1 + len(behind) :]
    if entity.type == "organization" and one and len(behind) == 1 and behind[0].folded in places.PLACES:
        return Entity(Span(entity.span.start, behind[0].end), "organization")  # "BirdWatch" + "Australia"
    goes_on = bool(after) and after[0].folded in ("of", "for", "on")
    if behind and behind[0].start in begins:
        return entity
    if entity.type == "organization" and any(t.folded in ("of", "for", "on") for t in inside):
        if after and after[0].folded == "and" and links_to(inside + behind, after[0], after[1:]):
            return None  # "Center for Economic" + "and Policy Research"
        own = list(takewhile(lambda t: t.folded not in TITLE_WORDS, behind))  # "Union of Harbour" + "Workers"
        return Entity(Span(entity.span.start, own[-1].end), entity.type) if own else entity
    if one and entity.type == "person" and (start := _given_before(tokens[:first], begins)) is not None:
        entity = Entity(Span(start, entity.span.end), "person")  # "Reporter Quilla" + "Rook"
    if not behind:
        return entity
    firm = next((n for n, t in enumerate(behind[:3]) if t.folded in words.COMPANY_SUFFIXES), None)
    if firm is not None and entity.type != "organization":
        return Entity(Span(entity.span.start, behind[firm].end), "organization")  # "Norland" + "Tunnels Ltd."
    titled = before is not None and before.folded in TITLE_WORDS
    if (
        titled
        and one
        and entity.type == "person"
        and len(behind) == 1
        and behind[0].folded not in _NO_SURNAMES
    ):
        return Entity(Span(entity.span.start, behind[0].end), "person")  # "Secretary" + "Quilla" + Rook
    if one and word in words.PARTY_WORDS:
        body = len(behind) > 1 and behind[-1].folded in STRONG_ORG_HEADS - words.OWN_BODIES
        return None if body else entity
    if one and f"{word} {behind[0].folded}" in places.PLACES:
        return Entity(Span(entity.span.start, behind[0].end), "place")
    if one and len(behind) > 1 and behind[0].folded in _LOCAL and behind[1].folded in words.ORG_HEADS:
        return Entity(
            Span(entity.span.start, behind[1].end), "organization"
        )  # "Brackwater" + "Borough Council"
    if behind[0].folded in _NAME_HEADS:
        listed = first > 1 and tokens[first - 1].folded in ("and", "&")  # "Mara and Theo Voss Foundation"
        nicknamed = entity.type == "person" and one and behind[0].folded in _COURTS  # "the Rook court"
        whole = not (len(behind) == 1 and goes_on) and not listed and not nicknamed
        return Entity(Span(entity.span.start, behind[0].end), "organization") if whole else entity
    adjective = word in _ADJECTIVES or (entity.type == "other" and behind[0].folded in TITLE_WORDS)
    return None if one and adjective else entity  # "Foreign" in "Foreign Minister Ada Rook"


def _end_with_subject(tokens: list[Token], end: int, people: set[int]) -> int:
    """Where the name of a body ends whose words up to ``end`` were seen, with what stands behind "on" or "for"."""
    before = [t for t in tokens if t.end <= end]
    while before and before[-1].kind == "link":
        before.pop()
    behind = tokens[len(before) :]
    if (
        not before
        or not behind
        or before[-1].folded not in _OF_SOMETHING
        or behind[0].folded not in ("for", "on")
    ):
        return end
    named = [*dropwhile(lambda t: t.kind == "link", behind)]
    first = named[0] if named else None
    if first is None or first.start in people or first.folded in words.NOT_NAMES:
        return end
    unit = [*takewhile(lambda t: t.kind == "word" and t.start not in people, named)]
    rest = named[len(unit) :]
    if rest and rest[0].folded == "and" and links_to([*before, behind[0], *unit], rest[0], rest[1:]):
        unit = [*takewhile(lambda t: t.kind == "word" and t.start not in people, rest[1:])]
    return unit[-1].end


def _is_generic(tokens: list[Token]) -> bool:
    """Whether nothing in a body's name tells it apart: "National Committee", but not "Senate"."""
    alone = len(tokens) == 1 and tokens[0].folded in words.OWN_BODIES
    return not alone and all(t.folded in _GENERIC for t in tokens)
