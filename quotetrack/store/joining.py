"""Who is who across articles: which of the names that articles give mean one speaker.

What an article tells of a speaker is a profile: the name and the facts (context.py), and of a family name alone also
the publisher and the time. Articles that agree in all of these share one, so that there are far fewer profiles than
articles. Profiles lie in blocks (identity.py), and ``join`` makes speakers of a block. It is a function of its
profiles, of the magnitude of their numbers of articles, and of where and when they were seen, so that the order in
which articles come cannot matter, and that a block is joined anew only when one of these changes. Within a block:

1. Full names are compared by their parts. Two that nothing speaks against are one ("Ada M. Rook", "Ada Rook"); a
   nickname or an initial needs something that speaks for it, as a role in common. A name that fits two which
   exclude each other ("Rook, John", of John A. and John B.) stays alone, unless its role decides.
2. Profiles of one name are parted where their facts clash: the senator and the baker, or two ages.
3. A family name alone goes to the one person whom it fits, if a role, or the same publisher about the same time,
   speaks for that.

What is left apart although it may be one is a doubt, which is for a person to decide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import combinations

from quotetrack.model import SpeakerType
from quotetrack.store import context
from quotetrack.store.context import Facts, Ledger
from quotetrack.store.identity import (
    AMBIGUOUS_ACRONYM,
    PersonName,
    body_words,
    compare,
    initials,
    is_given,
    may_be_acronym,
    person_name,
    without_country,
)

NEAR = 1
"""How many periods, of half a year, apart two articles of one publisher may be to count as about the same time."""

# Who is told apart from others of the name by nothing, or by a role that an article gives one of them in passing,
# is the one whom so many times more articles speak for.
_DOMINANT = 4


@dataclass(frozen=True, slots=True)
class Profile:
    """What articles that agree in it tell of a speaker.

    Attributes:
        id: its row.
        name: the name as these articles have it.
        key: the folded name that it is compared by, which is the full one where ``name`` is a part.
        type: the speaker's type.
        facts: see context.py.
        cells: who published them, folded and empty if unknown, and in which half-year, counted from the year 0;
            of a full name only what is near to a family name alone needs to be there.
        articles: how many they are.
        speaker_id: the speaker that it belonged to until now.
    """

    id: int
    name: str
    key: str
    type: SpeakerType | None
    facts: Facts = frozenset()
    cells: frozenset[tuple[str, int]] = frozenset()
    articles: int = 1
    speaker_id: int | None = None

    @property
    def weight(self) -> int:
        """The number of articles down to a power of two: it seldom changes when articles come and go."""
        return magnitude(self.articles)


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody whom a list of known people names; see ``speakers import``.

    Attributes:
        id: the row.
        name: how to call the speaker.
        keys: all names, folded.
        type: the type.
        facts: what the role in the list tells.
    """

    id: int
    name: str
    keys: frozenset[str]
    type: SpeakerType | None
    facts: Facts = frozenset()


@dataclass(slots=True)
class Cluster:
    """One speaker: its profiles, all that is known, and where it was seen."""

    profiles: list[Profile] = field(default_factory=list)
    facts: Ledger = field(default_factory=dict)
    known: Known | None = None
    tally: Counter[str] = field(default_factory=Counter)
    """How much speaks for each fact."""
    cells: set[tuple[str, int]] = field(default_factory=set)
    """Publishers and half-years."""

    def take(self, profile: Profile) -> None:
        """Adds a profile."""
        self.profiles.append(profile)
        context.add(self.facts, profile.facts)
        self.tally.update(dict.fromkeys(profile.facts, profile.weight))
        self.cells |= profile.cells

    def near(self, profile: Profile) -> bool:
        """Whether the profile's publisher wrote of it about the same time."""
        return any(near(cell, self.cells) for cell in profile.cells)

    def support(self, profile: Profile) -> int:
        """How much speaks for a telling fact that it shares with the profile."""
        return max((self.tally[fact] for fact in context.telling(profile.facts)), default=0)

    @property
    def weight(self) -> int:
        """How much is about it."""
        return sum(profile.weight for profile in self.profiles)

    @property
    def keys(self) -> list[str]:
        """The folded names, in order."""
        return sorted({profile.key for profile in self.profiles})

    @property
    def articles(self) -> int:
        """In how many articles it is, about: one that names it twice counts twice."""
        return sum(profile.articles for profile in self.profiles)

    @property
    def type(self) -> SpeakerType | None:
        """The type that any of them has."""
        types = sorted({profile.type for profile in self.profiles if profile.type})
        return types[0] if types else self.known.type if self.known else None

    @property
    def name(self) -> str:
        """The main name: the list's, else that of most articles among the full ones."""
        if self.known:
            return self.known.name
        counts: Counter[str] = Counter()
        for profile in self.profiles:
            counts[profile.name] += profile.articles
        return main_name(counts, person=self.type == "person")


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


@dataclass(frozen=True, slots=True)
class Joined:
    """The speakers of a block, and who of them may be one all the same."""

    clusters: list[Cluster]
    doubts: list[Doubt]


def main_name(names: Mapping[str, int], *, person: bool) -> str:
    """The name that a speaker is called by, of those with the numbers of articles that have them.

    A person's full name before a part of it; then what most articles say; of equals one that is not all in
    capitals, and the longest.
    """
    return min(names, key=lambda one: (person and " " not in one, -names[one], one.isupper(), -len(one), one))


def magnitude(articles: int) -> int:
    """A number down to a power of two.

    >>> magnitude(11)
    8
    """
    return 1 << articles.bit_length() - 1 if articles > 0 else 0


def near(cell: tuple[str, int], cells: set[tuple[str, int]]) -> bool:
    """Whether one of the cells is of the same publisher and about the same time."""
    publisher, period = cell
    return any((publisher, period + apart) in cells for apart in range(-NEAR, NEAR + 1))


def join(profiles: Iterable[Profile], known: Iterable[Known] = ()) -> Joined:
    """The speakers of a block, whatever the order of its profiles."""
    ordered = sorted(profiles, key=_order)
    listed = sorted(known, key=lambda one: (one.name, one.id))
    if not ordered:
        return Joined([], [])
    types = {profile.type for profile in ordered}
    if "person" in types:
        return _People(ordered, listed).joined()
    return _join_bodies(ordered, listed)


# --- people


@dataclass(slots=True)
class _Name:
    """A full name of a block, with all that its profiles tell together."""

    key: str
    parts: PersonName
    profiles: list[Profile] = field(default_factory=list)
    facts: Ledger = field(default_factory=dict)
    known: frozenset[int] = frozenset()
    others: tuple[PersonName, ...] = ()
    """Other names that a list gives its bearer."""


class _People:
    def __init__(self, profiles: list[Profile], known: list[Known]) -> None:
        self._known = [one for one in known if one.type in ("person", None)]
        self._names: dict[str, _Name] = {}
        self._short: list[Profile] = []
        for profile in profiles:
            parsed = person_name(profile.key)
            if not parsed.given:
                self._short.append(profile)
                continue
            name = self._names.setdefault(profile.key, _Name(profile.key, parsed))
            name.profiles.append(profile)
            context.add(name.facts, profile.facts)
        listed: dict[str, set[int]] = {}
        for one in self._known:
            for key in one.keys:
                if person_name(key).given:
                    listed.setdefault(key, set()).add(one.id)
        for key, ids in listed.items():
            name = self._names.setdefault(key, _Name(key, person_name(key)))
            name.known = frozenset(ids)
            for one in self._known:
                if one.id in ids:
                    context.add(name.facts, one.facts)
                    name.others += tuple(map(person_name, sorted(one.keys)))
        self._doubts: list[Doubt] = []

    def joined(self) -> Joined:
        people: list[Cluster] = []
        of_name: dict[str, list[Cluster]] = {}
        for family in self._families():
            sides = self._parted(family)
            for side in sides:
                for key in side.keys:
                    of_name.setdefault(key, []).append(side)
            people += sides
        rest = [profile for profile in self._short if not self._give(profile, people)]
        short = _sides(rest, [])
        self._doubt_names(of_name)
        self._doubt_short(short, people)
        return Joined([one for one in (*people, *short) if one.profiles], self._doubts)

    def _families(self) -> list[list[_Name]]:
        """Names that are all one's, as far as names can tell; each name in one family."""
        names = [self._names[key] for key in sorted(self._names)]
        fits: dict[str, set[str]] = {name.key: set() for name in names}
        excluded: set[frozenset[str]] = set()
        for one, two in combinations(names, 2):
            verdict = _verdict(one, two)
            if verdict is None:
                excluded.add(frozenset((one.key, two.key)))
            elif verdict:
                fits[one.key].add(two.key)
                fits[two.key].add(one.key)
        kept = {key: self._unless_torn(key, others, excluded) for key, others in fits.items()}
        families: list[list[str]] = []
        for key in sorted(kept, key=lambda k: (-len(k.split()), k)):
            mates = {other for other in kept[key] if key in kept[other]}
            home = [
                family
                for family in families
                if mates & set(family) and not any(frozenset((key, one)) in excluded for one in family)
            ]
            merged = [key]
            for family in home:
                if not any(frozenset((a, b)) in excluded for a in merged for b in family):
                    merged += family
                    families.remove(family)
            families.append(merged)
        return [[self._names[key] for key in sorted(family)] for family in sorted(map(sorted, families))]

    def _unless_torn(self, key: str, others: set[str], excluded: set[frozenset[str]]) -> set[str]:
        """Those whom a name fits; of such as exclude each other only those that more than the name speaks for."""

        def torn(among: set[str]) -> bool:
            return any(frozenset(pair) in excluded for pair in combinations(among, 2))

        if not torn(others):
            return others
        facts = self._names[key].facts
        best = {other for other in others if context.agreement(facts, self._names[other].facts)}
        return set() if torn(best) else best

    def _parted(self, family: list[_Name]) -> list[Cluster]:
        """The people whom one name means."""
        ids = {number for name in family for number in name.known}
        seeds = [Cluster(known=one, facts=context.ledger(one.facts)) for one in self._known if one.id in ids]
        return _sides([profile for name in family for profile in name.profiles], seeds)

    def _give(self, profile: Profile, people: list[Cluster]) -> bool:
        """Gives a profile that has but a family name to the person whom it means, if that is certain."""
        facts = _ledger(profile.facts)
        called = [one for one in people if one.known and profile.key in one.known.keys]
        if len(called) == 1 and not context.clash(facts, called[0].facts):
            called[0].profiles.append(profile)
            return True
        if "open" in facts:
            return False
        fitting = [one for one in people if one.profiles and not context.clash(facts, one.facts)]
        meant = _foremost({n: one.support(profile) for n, one in enumerate(fitting)})
        if meant is None:
            meant = _foremost({n: one.weight for n, one in enumerate(fitting)})
            if meant is None or not fitting[meant].near(profile):
                return False
        fitting[meant].profiles.append(profile)
        return True

    def _doubt_names(self, of_name: dict[str, list[Cluster]]) -> None:
        seen: set[frozenset[int]] = set()
        for one, two in combinations(sorted(of_name), 2):
            a, b = self._names[one], self._names[two]
            close = _close(a.parts, b.parts)
            verdict = compare(a.parts, b.parts)
            if verdict == "no" and not close:
                continue
            for first in of_name[one]:
                for second in of_name[two]:
                    pair = frozenset((id(first), id(second)))
                    if first is second or pair in seen or context.clash(first.facts, second.facts):
                        continue
                    if _beside(a, b) or (first.known and second.known):
                        continue
                    seen.add(pair)
                    self._doubts.append(_doubt_of_names(first, second, verdict, a.parts, b.parts))
        for sides in of_name.values():
            for first, second in combinations(sides, 2):
                pair = frozenset((id(first), id(second)))
                if pair not in seen and not context.clash(first.facts, second.facts):
                    seen.add(pair)
                    why = ("the same name", *context.shared(first.facts, second.facts))
                    self._doubts.append(Doubt(first, second, 0.5, why))

    def _doubt_short(self, short: list[Cluster], people: list[Cluster]) -> None:
        for one in short:
            fitting = [p for p in people if p.profiles and not context.clash(one.facts, p.facts)]
            total = sum(p.articles for p in fitting)
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
                self._doubts.append(Doubt(one, other, min(0.9, score), why))


def _foremost(weights: dict[int, int]) -> int | None:
    """Whom by far most speaks for."""
    best = max(weights, key=lambda n: (weights[n], -n), default=None)
    if best is None or not weights[best]:
        return None
    return best if weights[best] >= _DOMINANT * (sum(weights.values()) - weights[best]) else None


def _verdict(one: _Name, two: _Name) -> bool | None:
    """Whether two names are one's; None where they exclude each other."""
    if one.known and two.known:
        return True if one.known == two.known else None
    found = max(
        (compare(a, b) for a in (one.parts, *one.others) for b in (two.parts, *two.others)),
        key=("no", "likely", "same").index,
    )
    if found == "no" or _beside(one, two):
        return None
    agree = context.agreement(one.facts, two.facts)
    if found == "likely" and not agree:
        return False
    return bool(agree) or not context.clash(one.facts, two.facts)


def _beside(one: _Name, two: _Name) -> bool:
    """Whether an article has both, and thus as two."""
    return two.key in one.facts.get("beside", ()) or one.key in two.facts.get("beside", ())


def _sides(profiles: Sequence[Profile], seeds: list[Cluster]) -> list[Cluster]:
    """Parts profiles of one name where their facts clash; the seeds are there before them."""
    groups: dict[Facts, list[Profile]] = {}
    for profile in profiles:
        groups.setdefault(profile.facts, []).append(profile)
    sides = list(seeds)
    silent: list[Profile] = []
    weights = {facts: sum(profile.weight for profile in group) for facts, group in groups.items()}
    for facts, group in sorted(groups.items(), key=lambda item: (-weights[item[0]], sorted(item[0]))):
        ledger = _ledger(facts)
        if not context.tells(ledger):
            silent += group
            continue
        fitting = [side for side in sides if not context.clash(ledger, side.facts)]
        best = max(fitting, key=lambda side: context.agreement(ledger, side.facts), default=None)
        if best is None:
            best = Cluster()
            sides.append(best)
        for profile in group:
            best.take(profile)
    _give_silent(silent, sides)
    return sides


def _give_silent(profiles: list[Profile], sides: list[Cluster]) -> None:
    """Finds a side for profiles whose facts tell no namesakes apart; those without one make a side of their own."""
    if profiles and not sides:
        sides.append(Cluster())
    foremost = _foremost({n: side.weight for n, side in enumerate(sides)})
    rest = Cluster()
    given: list[tuple[Cluster, Profile]] = []
    for profile in profiles:
        facts = _ledger(profile.facts)
        fitting = [side for side in sides if not context.clash(facts, side.facts)]
        agreeing = [side for side in fitting if context.agreement(facts, side.facts)]
        side = next((found[0] for found in (agreeing, fitting) if len(found) == 1), None)
        if side is None:
            side = rest if foremost is None else sides[foremost]
        given.append((side, profile))
    for side, profile in given:
        side.take(profile)
    if rest.profiles:
        sides.append(rest)


def _doubt_of_names(first: Cluster, second: Cluster, verdict: str, one: PersonName, two: PersonName) -> Doubt:
    both = [*context.shared(first.facts, second.facts), *_together(first, second)]
    if verdict == "no":
        why, score = "spelt nearly alike", 0.6
    elif one.suffix != two.suffix:
        why, score = "the same name but for " + (one.suffix or two.suffix or "").capitalize(), 0.3
    elif one.given[0] == two.given[0]:
        why, score = "names that fit", 0.5
    elif min(len(one.given[0]), len(two.given[0])) == 1:
        why, score = "the same initial and family name", 0.35
    else:
        why, score = "the same family name, and first names that may be one", 0.5
    return Doubt(first, second, min(0.95, score + 0.15 * len(both)), (why, *both))


def _together(one: Cluster, two: Cluster) -> list[str]:
    """That one publisher wrote of both about the same time, in words."""
    common = {cell[0] for cell in one.cells if cell[0] and near(cell, two.cells)}
    return [f"both in {min(common)} about the same time"] if common else []


def _close(one: PersonName, two: PersonName) -> bool:
    """Whether two names of one family are spelt nearly alike: "Reince", "Rence"."""
    if not (one.given and two.given) or one.suffix != two.suffix or one.given[1:] != two.given[1:]:
        return False
    return min(len(one.given[0]), len(two.given[0])) >= 3 and one_edit(one.given[0], two.given[0])


def one_edit(one: str, two: str) -> bool:
    """Whether two words differ by one letter: another, one more, or two that changed places.

    >>> one_edit("kristen", "kirsten"), one_edit("joh", "jon"), one_edit("ann", "dan")
    (True, True, False)
    """
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    if len(one) > len(two):
        one, two = two, one
    start = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
    rest_one, rest_two = one[start:], two[start:]
    if len(one) < len(two):
        return rest_one == rest_two[1:]
    return rest_one[1:] == rest_two[1:] or (rest_one[1::-1], rest_one[2:]) == (rest_two[:2], rest_two[2:])


# --- organisations, and whatever else has a name

_Form = tuple[str, ...]


def _join_bodies(profiles: list[Profile], known: list[Known]) -> Joined:
    """Joins by name: turned forms, and an acronym with the only name that it can stand for."""
    forms: dict[_Form, list[Profile]] = {}
    listed: dict[str, set[int]] = {}
    for one in known:
        for key in one.keys:
            listed.setdefault(key, set()).add(one.id)
    by_id = {one.id: one for one in known}
    home: dict[_Form, _Form] = {}
    for profile in profiles:
        form = body_words(profile.key) if profile.type in ("organization", None) else (profile.key,)
        ids = listed.get(profile.key, set())
        if len(ids) == 1:
            home[form] = ("known", str(*ids))
        forms.setdefault(form, []).append(profile)
    unsure: list[tuple[_Form, _Form]] = []
    longer_forms = _longer_forms(forms)
    for form in sorted(forms):
        if form in home or forms[form][0].type not in ("organization", None):
            continue
        longer = longer_forms.get(form, [])
        if len(longer) == 1 and len(forms[form][0].key) > AMBIGUOUS_ACRONYM:
            home[form] = home.get(longer[0], longer[0])
        else:
            unsure += [(form, other) for other in longer]
    clusters: dict[_Form, Cluster] = {}
    for form in sorted(forms):
        last = home.get(form, form)
        cluster = clusters.setdefault(last, Cluster())
        if last[0] == "known" and len(last) == 2 and last[1].isdecimal():
            cluster.known = by_id[int(last[1])]
        for profile in forms[form]:
            cluster.take(profile)
    doubts = [
        Doubt(clusters[home.get(a, a)], clusters[home.get(b, b)], 0.4, ("may be short for it",))
        for a, b in unsure
        if home.get(a, a) != home.get(b, b)
    ]
    return Joined(list(clusters.values()), doubts)


def _longer_forms(forms: Mapping[_Form, list[Profile]]) -> dict[_Form, list[_Form]]:
    """What forms can be short for: an acronym for its names, "Justice Department" for that of a country."""
    longer: dict[_Form, set[_Form]] = {}
    for form, profiles in forms.items():
        plain = without_country(form)
        if plain is not None and plain in forms:
            longer.setdefault(plain, set()).add(form)
        for acronym in {letters for profile in profiles for letters in initials(profile.key)}:
            if (acronym,) in forms and may_be_acronym(acronym):
                longer.setdefault((acronym,), set()).add(form)
    return {form: sorted(found) for form, found in longer.items()}


def _order(profile: Profile) -> tuple[object, ...]:
    return profile.key, profile.name, profile.type or "", sorted(profile.facts), sorted(profile.cells)


@lru_cache(maxsize=8192)
def _ledger(facts: Facts) -> Ledger:
    return context.ledger(facts)
