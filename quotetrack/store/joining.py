"""Who is who across articles: which of the names that articles give mean one speaker.

Profiles (profiles.py) lie in blocks, and ``join`` makes speakers of a block. It is a function of its profiles, of the
magnitude of their numbers of articles, and of where and when they were seen, so that the order in which articles come
cannot matter, and that a block is joined anew only when one of these changes. Of organisations see bodies.py. In a
block of people:

1. Full names are compared by their parts. Two that nothing speaks against are one ("Ada M. Rook", "Ada Rook"); a
   nickname or an initial needs something that speaks for it, as a role in common. A name that fits two which
   exclude each other ("Rook, John", of John A. and John B.) stays alone, unless its role decides.
2. Profiles of one name are parted where their facts clash: the senator and the baker, or two ages.
3. A family name alone goes to the one person whom it fits, if a role, or the same publisher about the same time,
   speaks for that.

What is left apart although it may be one is a doubt (doubts.py), which is for a person to decide.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from quotetrack.store import context
from quotetrack.store.bodies import join_bodies
from quotetrack.store.context import Facts, Ledger
from quotetrack.store.person_names import PersonName, compare, offered, person_name, sought
from quotetrack.store.profiles import Cluster, Known, Profile

# Who is told apart from others of the name by nothing, or by a role that an article gives one of them in passing,
# is the one whom so many times more articles speak for.
_DOMINANT = 4

# Whom articles call by the family name alone and never introduce is the famous one of that name, if there is one: who
# has so many times the articles of all others. In PolNeAR train that gives nine more articles their person, all right.
_FAMOUS = 16


def join(profiles: Iterable[Profile], known: Iterable[Known] = ()) -> list[Cluster]:
    """The speakers of a block, whatever the order of its profiles."""
    everybody = list(profiles)
    listed = sorted(known, key=lambda one: (one.name, one.id))
    if any(profile.type == "person" for profile in everybody):
        return _People(everybody, listed).joined()
    return join_bodies(everybody, listed)


@dataclass
class _Name:
    """A full name of a block.

    Attributes:
        key: the name, folded.
        profiles: those that have it.
        listed: those whom a list calls so.
    """

    key: str
    profiles: list[Profile] = field(default_factory=list)
    listed: list[Known] = field(default_factory=list)

    @cached_property
    def facts(self) -> Ledger:
        """What its profiles and the list tell together."""
        facts: Ledger = {}
        for told in (*(one.facts for one in self.profiles), *(one.facts for one in self.listed)):
            context.add(facts, told)
        return facts

    @cached_property
    def forms(self) -> list[PersonName]:
        """The name, and others that a list gives its bearer, by their parts."""
        keys = [self.key, *sorted(key for one in self.listed for key in one.keys)]
        return [name for name in map(person_name, keys) if name.given]


class _People:
    def __init__(self, profiles: list[Profile], known: list[Known]) -> None:
        self._known = [one for one in known if one.type in ("person", None)]
        self._names: dict[str, _Name] = {}
        self._short: list[Profile] = []
        self._verdicts: dict[frozenset[str], bool | None] = {}
        for profile in profiles:
            if person_name(profile.key).given:
                self._name(profile.key).profiles.append(profile)
            else:
                self._short.append(profile)
        for one in self._known:
            for key in one.keys:
                if person_name(key).given:
                    self._name(key).listed.append(one)

    def _name(self, key: str) -> _Name:
        if key not in self._names:
            self._names[key] = _Name(key)
        return self._names[key]

    def joined(self) -> list[Cluster]:
        people = [side for family in self._families() for side in self._parted(family)]
        short = _sides(self._give(people), [])
        return [one for one in (*people, *short) if one.profiles]

    def _families(self) -> list[list[_Name]]:
        """Names that are all one's, as far as names can tell; each name in one family."""
        fits = self._fits()
        kept = {key: self._unless_torn(key, others) for key, others in fits.items()}
        families: dict[int, list[str]] = {}
        place: dict[str, int] = {}
        for number, key in enumerate(sorted(kept, key=lambda k: (-len(k.split()), k))):
            mates = {other for other in kept[key] if key in kept[other]}
            merged = [key]
            for home in sorted({place[mate] for mate in mates if mate in place}):
                if not any(self._exclude(a, b) for a in merged for b in families[home]):
                    merged += families.pop(home)
            families[number] = merged
            place.update(dict.fromkeys(merged, number))
        return [[self._names[key] for key in family] for family in sorted(map(sorted, families.values()))]

    def _fits(self) -> dict[str, set[str]]:
        """Those whom each name fits, which are looked for only among such as may be one with it."""
        bearers: dict[str, set[str]] = defaultdict(set)
        for key, name in self._names.items():
            for handle in (h for form in name.forms for h in offered(form)):
                bearers[handle].add(key)
        fits: dict[str, set[str]] = {}
        for key, name in self._names.items():
            near = set().union(*(bearers.get(h, ()) for form in name.forms for h in sought(form))) - {key}
            fits[key] = {other for other in near if self._verdict(key, other)}
        return fits

    def _unless_torn(self, key: str, others: set[str]) -> set[str]:
        """Those whom a name fits; of such as exclude each other only those that more than the name speaks for."""

        def torn(among: set[str]) -> bool:
            return any(self._exclude(*pair) for pair in combinations(among, 2))

        if not torn(others):
            return others
        facts = self._names[key].facts
        best = {other for other in others if context.agreement(facts, self._names[other].facts)}
        return set() if torn(best) else best

    def _verdict(self, one: str, two: str) -> bool | None:
        """Whether two names are one's; None where they exclude each other."""
        pair = frozenset((one, two))
        if pair not in self._verdicts:
            self._verdicts[pair] = _verdict(self._names[one], self._names[two])
        return self._verdicts[pair]

    def _exclude(self, one: str, two: str) -> bool:
        return self._verdict(one, two) is None

    def _parted(self, family: list[_Name]) -> list[Cluster]:
        """The people whom one name means."""
        ids = {one.id for name in family for one in name.listed}
        seeds = [Cluster.of(one) for one in self._known if one.id in ids]
        return _sides([profile for name in family for profile in name.profiles], seeds)

    def _give(self, people: list[Cluster]) -> list[Profile]:
        """Gives family names alone to those whom they mean for certain; those that are left."""
        left = []
        alike: dict[tuple[str, Facts], list[Profile]] = defaultdict(list)
        for profile in self._short:
            alike[profile.key, profile.facts].append(profile)
        given: list[tuple[Cluster, Profile]] = []
        weights = [(one, one.weight) for one in people]
        for (key, facts), profiles in alike.items():
            meant = _Meant(key, facts, weights)
            for profile in profiles:
                one = meant.by(profile)
                if one is None:
                    left.append(profile)
                else:
                    given.append((one, profile))
        for one, profile in given:
            one.profiles.append(profile)
        return left


class _Meant:
    """Whom articles may mean that give somebody no more than a family name, and tell just these facts."""

    def __init__(self, key: str, told: Facts, people: list[tuple[Cluster, int]]) -> None:
        """Of ``people``, each with the weight of all that is about them."""
        facts = context.ledger(told)
        called = [one for one, _ in people if one.known and key in one.known.keys]
        self._certain: Cluster | None = None
        self._likely: Cluster | None = None
        """Who it is if the articles' publisher wrote of that person about the same time."""
        if len(called) == 1 and not context.clash(facts, called[0].facts):
            [self._certain] = called
        elif "open" not in facts:
            mine = [pair for pair in people if pair[0].profiles and not context.clash(facts, pair[0].facts)]
            fitting, weights = [one for one, _ in mine], [weight for _, weight in mine]
            telling = context.telling(told)
            self._likely = _foremost(fitting, weights)
            if telling:
                self._certain = _foremost(fitting, [one.support(telling) for one in fitting])
            if self._certain is None and sum(weights) > _FAMOUS:
                self._certain = _foremost(fitting, weights, _FAMOUS)

    def by(self, profile: Profile) -> Cluster | None:
        """Whom this one means, if that is certain."""
        if self._certain is None and self._likely is not None and self._likely.near(profile):
            return self._likely
        return self._certain


def _foremost(them: Sequence[Cluster], weights: Sequence[int], times: int = _DOMINANT) -> Cluster | None:
    """For whom so many times as much speaks as for all others."""
    best = max(range(len(them)), key=weights.__getitem__, default=None)
    if best is None or not weights[best]:
        return None
    return them[best] if weights[best] >= times * (sum(weights) - weights[best]) else None


def _verdict(one: _Name, two: _Name) -> bool | None:
    if one.listed and two.listed:
        return True if one.listed == two.listed else None
    found = max((compare(a, b) for a in one.forms for b in two.forms), key=("no", "likely", "same").index)
    # Whom one article has both, it has as two.
    if found == "no" or two.key in one.facts.get("beside", ()) or one.key in two.facts.get("beside", ()):
        return None
    agree = context.agreement(one.facts, two.facts)
    if found == "likely" and not agree:
        return False
    return bool(agree) or not context.clash(one.facts, two.facts)


def _sides(profiles: Sequence[Profile], seeds: list[Cluster]) -> list[Cluster]:
    """Parts profiles of one name where their facts clash; the seeds are there before them."""
    sides = list(seeds)
    if len(profiles) == 1 and not sides:
        sides.append(Cluster())
        sides[0].take(profiles[0])
        return sides
    groups: dict[Facts, list[Profile]] = defaultdict(list)
    for profile in profiles:
        groups[profile.facts].append(profile)
    silent: list[Profile] = []
    weights = {facts: sum(profile.weight for profile in group) for facts, group in groups.items()}
    for facts, group in sorted(groups.items(), key=lambda item: (-weights[item[0]], sorted(item[0]))):
        ledger = context.ledger(facts)
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
    foremost = _foremost(sides, [side.weight for side in sides])
    rest = Cluster()
    given: list[tuple[Cluster, Profile]] = []
    for profile in profiles:
        facts = context.ledger(profile.facts)
        fitting = [side for side in sides if not context.clash(facts, side.facts)]
        agreeing = [side for side in fitting if context.agreement(facts, side.facts)]
        side = next((found[0] for found in (agreeing, fitting) if len(found) == 1), None)
        given.append((side or foremost or rest, profile))
    for side, profile in given:
        side.take(profile)
    if rest.profiles:
        sides.append(rest)
