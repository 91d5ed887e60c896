"""Who may be one with whom although what articles tell does not suffice to join them: a person has to decide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from quotetrack.store import context
from quotetrack.store.bodies import Form, form_of, longer_forms
from quotetrack.store.person_names import (
    PersonName,
    compare,
    is_given,
    nearly,
    offered,
    pairs_one_edit_apart,
    person_name,
    sought,
    spells,
)
from quotetrack.store.profiles import Cluster, Profile, near

# What may stand behind an organisation's name, or not: "Coastal" and "Coastal News".
_MAY_FOLLOW = frozenset(
    "news newspaper center centre group network magazine online agency television tv radio".split()
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two speakers who may be one.

    Attributes:
        one: the first.
        two: the second.
        score: how likely it is, from 0 to 1, set by hand to put those first that reading confirmed most often.
        evidence: what speaks for it, in words.
    """

    one: Cluster
    two: Cluster
    score: float
    evidence: tuple[str, ...]


def doubts(clusters: Sequence[Cluster]) -> list[Doubt]:
    """Who of the speakers of a block may be one all the same."""
    people = [one for one in clusters if one.type == "person"]
    full = [one for one in people if one.known or any(person_name(key).given for key in one.keys)]
    short = [one for one in people if one not in full]
    others = [one for one in clusters if one.type != "person"]
    return [*_of_names(full), *_of_namesakes(full), *_of_family_names(short, full), *_of_acronyms(others)]


def doubts_across(people: Iterable[Cluster]) -> Iterator[Doubt]:
    """Who may be one although their names have nothing to do with each other: a misspelt one, or a longer one."""
    everybody = list(people)
    yield from _misspelt(everybody)
    yield from _longer(everybody)


def _of_names(people: Sequence[Cluster]) -> Iterator[Doubt]:
    """People of names that may be one's."""
    bearers = _by_full_name(people)
    beside: dict[str, set[str]] = defaultdict(set)
    for one in people:
        for profile in one.profiles:
            beside[profile.key] |= context.ledger(profile.facts).get("beside", set())
    seen: set[frozenset[int]] = set()
    for key, other in _alike(bearers):
        a, b = person_name(key), person_name(other)
        verdict = compare(a, b)
        if (verdict == "no" and not nearly(a, b)) or other in beside[key] or key in beside[other]:
            continue
        for first in bearers[key]:
            for second in bearers[other]:
                pair = frozenset((id(first), id(second)))
                if len(pair) == 1 or pair in seen or context.clash(first.facts, second.facts):
                    continue
                if not (first.known and second.known):
                    seen.add(pair)
                    yield _of_two_names(first, second, verdict, a, b)


def _by_full_name(people: Iterable[Cluster]) -> dict[str, list[Cluster]]:
    bearers: dict[str, list[Cluster]] = defaultdict(list)
    for one in people:
        for key in one.keys:
            if person_name(key).given:
                bearers[key].append(one)
    return bearers


def _alike(keys: Iterable[str]) -> list[tuple[str, str]]:
    """Pairs of full names of one family that may be one's, or have first names that are spelt nearly alike."""
    pairs: set[tuple[str, str]] = set()
    found: dict[str, set[str]] = defaultdict(set)
    first: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        name = person_name(key)
        first[name.given[0]].add(key)
        for handle in offered(name):
            found[handle].add(key)
    for key in keys:
        for handle in sought(person_name(key)):
            pairs.update(
                (min(key, other), max(key, other)) for other in found.get(handle, ()) if other != key
            )
    for one, two in pairs_one_edit_apart(first):
        pairs.update((min(a, b), max(a, b)) for a in first[one] for b in first[two])
    return sorted(pairs)


def _of_namesakes(people: Sequence[Cluster]) -> Iterator[Doubt]:
    """People of the very same name whom nothing sets apart for certain."""
    seen: set[frozenset[int]] = set()
    for alike in _by_full_name(people).values():
        for first, second in combinations(alike, 2):
            pair = frozenset((id(first), id(second)))
            if pair not in seen and not context.clash(first.facts, second.facts):
                seen.add(pair)
                yield Doubt(first, second, 0.5, ("the same name", *context.shared(first.facts, second.facts)))


def _of_family_names(short: Sequence[Cluster], people: Sequence[Cluster]) -> Iterator[Doubt]:
    """Family names alone, and those who bear them."""
    for one in short:
        fitting = [other for other in people if not context.clash(one.facts, other.facts)]
        total = sum(other.articles for other in fitting)
        for other in fitting:
            share = other.articles / total
            if share < 0.8 and not context.agreement(one.facts, other.facts):
                continue
            only = len(fitting) == 1
            why = (
                "the only one of that name" if only else f"one of {len(fitting)} of that name",
                *context.shared(one.facts, other.facts),
                *_together(one, other),
            )
            score = (0.65 if only else 0.45) * share + 0.1 * (len(why) - 1)
            if is_given(one.profiles[0].key):
                score /= 2  # it may well be somebody else's first name
            yield Doubt(one, other, min(0.9, score), why)


def _of_acronyms(bodies: Sequence[Cluster]) -> Iterator[Doubt]:
    """Acronyms, and what else they may be short for."""
    forms: dict[Form, list[Profile]] = defaultdict(list)
    bearer: dict[Form, Cluster] = {}
    for one in bodies:
        for profile in one.profiles:
            forms[form_of(profile)].append(profile)
            bearer[form_of(profile)] = one
    for form, longer in sorted(longer_forms(forms).items()):
        for other in longer:
            if bearer[form] is not bearer[other]:
                yield Doubt(bearer[form], bearer[other], 0.4, ("may be short for it",))


def _of_two_names(first: Cluster, second: Cluster, verdict: str, one: PersonName, two: PersonName) -> Doubt:
    both = [*context.shared(first.facts, second.facts), *_together(first, second)]
    if verdict == "no":
        why, score = "spelt nearly alike", 0.6
    elif one.suffix != two.suffix:
        why, score = "the same name but for " + (one.suffix or two.suffix or "").capitalize(), 0.3
    elif one.given[0] == two.given[0]:
        why, score = "names that fit", 0.5
    elif min(len(one.given[0]), len(two.given[0])) == 1:
        why, score = "the same initial and family name", 0.35
    elif spells(one, two) or spells(two, one):
        why, score = "the same family name, and a first name that the other's initials spell", 0.6
    else:
        why, score = "the same family name, and first names that may be one", 0.5
    return Doubt(first, second, min(0.95, score + 0.15 * len(both)), (why, *both))


def _together(one: Cluster, two: Cluster) -> list[str]:
    """That one publisher wrote of both about the same time, in words."""
    common = {cell[0] for cell in one.cells if cell[0] and near(cell, two.cells)}
    return ["the same publisher about the same time"] if common else []


def _misspelt(everybody: Iterable[Cluster]) -> Iterator[Doubt]:
    """People of one first name whose family names differ by a letter."""
    by_given: dict[str, dict[str, dict[int, Cluster]]] = defaultdict(lambda: defaultdict(dict))
    for one in everybody:
        for name in map(person_name, one.keys if one.type == "person" else ()):
            if name.given and len(name.family) > 4:
                by_given[name.given[0]][name.family][id(one)] = one
    for families in by_given.values():
        for one_family, two_family in pairs_one_edit_apart(families):
            for first in families[one_family].values():
                for second in families[two_family].values():
                    both = context.shared(first.facts, second.facts)
                    if first is not second and not context.clash(first.facts, second.facts):
                        why = ("family names spelt nearly alike", *both)
                        yield Doubt(first, second, 0.4 + 0.25 * bool(both), why)


def _longer(everybody: Iterable[Cluster]) -> Iterator[Doubt]:
    """Organisations of whose names one goes on where the other ends."""
    bodies: dict[str, dict[int, Cluster]] = defaultdict(dict)
    for one in everybody:
        for key in one.keys if one.type in ("organization", None) else ():
            bodies[key][id(one)] = one
    for key in sorted(bodies):
        front, _, last = key.rpartition(" ")
        if last in _MAY_FOLLOW:
            for first in bodies[key].values():
                for second in bodies.get(front, {}).values():
                    if first is not second:
                        yield Doubt(first, second, 0.35, (f"the same name but for {last.capitalize()}",))
