"""Who is who among organisations, and whatever else but a person has a name.

They are told by their names alone: turned forms are one ("Ministry of Trade", "Trade Ministry"), and an acronym is
the only name that it can stand for. What only says what it is ("Foreign Ministry") counts with the country or state
whose it is, by its name or by what its articles tell; where these do not tell, other articles do not know it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from quotetrack.store.body_names import AMBIGUOUS_ACRONYM, body_words, initials, may_be_acronym
from quotetrack.store.profiles import Cluster, Known, Profile

Form = tuple[str, ...]


def form_of(profile: Profile) -> Form:
    """What all profiles of a body have in common that bear one name of it."""
    if profile.type not in ("organization", None):
        return (profile.key,)
    owners = sorted(fact for fact in profile.facts if fact.startswith("owner "))
    return (*body_words(profile.key), *(fact.removeprefix("owner ") for fact in owners))


def join_bodies(profiles: Sequence[Profile], known: Sequence[Known]) -> list[Cluster]:
    """The speakers of a block, whatever the order of its profiles."""
    forms: dict[Form, list[Profile]] = defaultdict(list)
    listed: dict[str, list[Known]] = defaultdict(list)
    for one in known:
        for key in one.keys:
            listed[key].append(one)
    home: dict[Form, Form | int] = {}
    for profile in sorted(profiles, key=lambda one: (one.key, one.id)):
        form = form_of(profile)
        forms[form].append(profile)
        if len(listed[profile.key]) == 1:
            home[form] = listed[profile.key][0].id
    for form, longer in sorted(longer_forms(forms).items()):
        if form not in home and len(longer) == 1 and len(form[0]) > AMBIGUOUS_ACRONYM:
            home[form] = home.get(longer[0], longer[0])
    by_id = {one.id: one for one in known}
    clusters: dict[Form | int, Cluster] = {}
    for form in sorted(forms):
        last = home.get(form, form)
        cluster = clusters.setdefault(last, Cluster())
        if isinstance(last, int):
            cluster.known = by_id[last]
        for profile in forms[form]:
            cluster.take(profile)
    return list(clusters.values())


def longer_forms(forms: Mapping[Form, Sequence[Profile]]) -> dict[Form, list[Form]]:
    """What the acronyms among these forms can be short for."""
    longer: dict[Form, set[Form]] = defaultdict(set)
    for form, profiles in forms.items():
        for acronym in _acronyms(profiles):
            if (acronym,) in forms:
                longer[acronym,].add(form)
    return {form: sorted(found) for form, found in longer.items()}


def _acronyms(profiles: Sequence[Profile]) -> Iterator[str]:
    for profile in profiles:
        if profile.type in ("organization", None):
            yield from filter(may_be_acronym, initials(profile.key))
