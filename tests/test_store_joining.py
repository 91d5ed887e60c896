"""Who is who across articles, as a function of what each article tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from quotetrack.model import SpeakerType
from quotetrack.store.context import facts_of_role
from quotetrack.store.doubts import doubts
from quotetrack.store.joining import join
from quotetrack.store.profiles import Cluster, Known, Profile

MARCH = dt.date(2024, 3, 1)


def cell(paper: str | None, day: dt.date) -> tuple[str, int]:
    return paper or "", day.year * 2 + (day.month > 6)


def person(
    name: str,
    *roles: str,
    facts: Sequence[str] = (),
    paper: str | None = None,
    day: dt.date | None = MARCH,
    key: str | None = None,
    articles: int = 1,
    type: SpeakerType | None = "person",
) -> Profile:
    """What one article tells of somebody."""
    told = frozenset([*facts, *(fact for role in roles for fact in facts_of_role(role))])
    cells = frozenset() if day is None else frozenset({cell(paper, day)})
    return Profile(0, name, key or name.lower(), type, told, cells, articles)


def body(name: str, **told: object) -> Profile:
    return person(name, **{"type": "organization", **told})  # type: ignore[arg-type]


def numbered(profiles: Sequence[Profile]) -> list[Profile]:
    return [replace(profile, id=number) for number, profile in enumerate(profiles)]


def parted(clusters: list[Cluster]) -> set[frozenset[int]]:
    """The speakers as sets of the numbers of their profiles."""
    return {frozenset(profile.id for profile in cluster.profiles) for cluster in clusters}


ONE = {
    "middle-initial": [person("Ada Rook"), person("Ada M. Rook", key="ada m rook")],
    "middle-name": [person("Ada Rook"), person("Ada Maria Rook"), person("Ada M Rook")],
    "hyphen": [person("Anne-Marie Rook"), person("Anne Marie Rook")],
    "family-name-of-two-words": [person("Quill Rook"), person("Ada Quill Rook")],
    "family-name-first": [person("Lou Gang"), person("Lou Gang", "trade envoy")],
    "hyphenated-given-name": [person("Moon Ki-ha"), person("Moon Ki Ha"), person("Moon Kiha")],
    "short-form-and-role": [person("Bill Rook", "Senator"), person("William Rook", "Sen.")],
    "initial-and-role": [person("W. Rook", "mayor", key="w rook"), person("Will Rook", "mayor of Lowmoor")],
    "initials": [person("A.B. Rook", "Senator", key="ab rook"), person("Adam Brian Rook", "Senator")],
    "initials-in-two-spellings": [person("A.B. Rook", key="ab rook"), person("A. B. Rook", key="a b rook")],
    "initials-that-spell-a-name": [
        person("Ted Rook", "Mayor of Lowmoor"),
        person("Tom Edgar Dan Rook", "Mayor of Lowmoor"),
    ],
    "initials-with-the-family-name": [
        person("Jor Rook", "former governor"),
        person("Jan Otto Rook", "former governor"),
    ],
    "without-junior-but-with-his-role": [
        person("Bob Rook Jr", "Vice President"),
        person("Robert Rook", "Vice President"),
    ],
    "roles-of-one-life": [person("Ada Rook", "author"), person("Ada Rook", "Senator"), person("Ada Rook")],
    "former-role": [person("Ada Rook", "former teacher"), person("Ada Rook", "Senator")],
    "age-a-year-later": [
        person("Ada Rook", facts=["born 1970"]),
        person("Ada Rook", facts=["born 1971"]),
    ],
    "family-name-and-role": [
        person("Ada Rook", "Senator"),
        person("Rook", "Senator", day=None),
    ],
    "family-name-in-the-same-paper": [
        person("Ada Rook", paper="bell"),
        person("Rook", facts=["sex f"], paper="bell", day=dt.date(2024, 4, 9)),
    ],
    "family-name-of-somebody-famous": [
        person("Ada Rook", articles=64),
        person("Rook", paper="bell", day=dt.date(2030, 1, 1)),
    ],
    "turned-ministry": [body("Ministry of Trade"), body("Trade Ministry")],
    "ministry-of-one-country": [
        body("Trade Ministry", facts=["owner norway"]),
        body("Norwegian Trade Ministry", key="norwegian trade ministry"),
        body("Norway's Ministry of Trade", key="norway's ministry of trade"),
    ],
    "foreign-affairs": [body("Danish Foreign Ministry"), body("Ministry of Foreign Affairs of Denmark")],
    "department": [body("U.S. Department of Dams", key="us department of dams"), body("Dams Department")],
    "spellings": [body("Ministry of Defence"), body("Defense Ministry")],
    "acronym": [body("BDW"), body("Bureau of Dams and Weirs", key="bureau of dams and weirs")],
    "acronym-with-small-words": [body("BoDaW", key="bodaw"), body("Bureau of Dams and Weirs")],
    "company": [body("Rookworks Inc.", key="rookworks inc"), body("Rookworks")],
    "type-not-told": [body("Rookworks", type=None), body("Rookworks")],
}
APART = {
    "other-middle-initial": [person("Ada M Rook"), person("Ada K Rook")],
    "junior-and-senior": [person("Bob Rook Jr"), person("Bob Rook Sr")],
    "junior-and-his-father": [person("Bob Rook Jr", "student"), person("Bob Rook", "Senator")],
    "in-one-article": [
        person("Bob Rook Jr", "Senator", facts=["beside bob rook"]),
        person("Bob Rook", "Senator"),
    ],
    "first-names": [person("Ada Rook"), person("Eva Rook")],
    "short-form-alone": [person("Bill Rook"), person("William Rook")],
    "initials-alone": [person("Jor Rook"), person("Jan Otto Rook")],
    "two-letters-that-are-a-name": [person("Al Rook", "Senator"), person("Adam Lee Rook", "Senator")],
    "short-form-of-another": [person("Patty Rook", "Senator"), person("Patrick Rook", "Senator")],
    "first-name-is-another's-middle-one": [person("Patrick Rook"), person("Michael Patrick Rook")],
    "callings": [person("Ada Rook", "Senator"), person("Ada Rook", "music teacher")],
    "towns": [person("Ada Rook", "Mayor of Lowmoor"), person("Ada Rook", "Mayor of Harwick")],
    "states": [person("Ada Rook", "Ohio senator"), person("Ada Rook", "senator from Texas")],
    "homes": [person("Ada Rook", facts=["town lowmoor"]), person("Ada Rook", facts=["town harwick"])],
    "ages": [person("Ada Rook", facts=["born 1948"]), person("Ada Rook", facts=["born 1990"])],
    "mr-is-no-ada": [
        person("Ada Rook", facts=["sex f"], paper="bell"),
        person("Rook", facts=["sex m"], paper="bell"),
    ],
    "family-name-alone": [person("Ada Rook", paper="bell"), person("Rook", paper="post")],
    "family-name-long-after": [
        person("Ada Rook", paper="bell"),
        person("Rook", paper="bell", day=dt.date(2030, 1, 1)),
    ],
    "family-name-undated": [person("Ada Rook"), person("Rook", day=None)],
    "open-in-its-article": [person("Ada Rook", "Senator"), person("Rook", "Senator", facts=["open"])],
    "university-is-not-turned": [body("University of Harwick"), body("Harwick University")],
    "nobody's-ministry": [body("Trade Ministry", facts=["owner 1f2e"]), body("Norwegian Trade Ministry")],
    "two-articles-that-do-not-tell": [
        body("Supreme Court", facts=["owner 1f2e"]),
        body("Supreme Court", facts=["owner 3d4c"]),
    ],
    "courts": [body("Supreme Court", facts=["owner norway"]), body("Danish Supreme Court")],
    "department-of-a-country": [body("Justice Department"), body("Irish Justice Department")],
    "countries": [body("Norwegian Trade Ministry"), body("Danish Trade Ministry")],
    "acronym-of-two-letters": [body("BD"), body("Bureau of Dams")],
    "acronym-of-another": [body("BDX"), body("Bureau of Dams and Weirs")],
}


@pytest.mark.parametrize("profiles", ONE.values(), ids=ONE)
def test_joined(profiles: list[Profile]) -> None:
    assert len(join(profiles)) == 1


@pytest.mark.parametrize("profiles", APART.values(), ids=APART)
def test_kept_apart(profiles: list[Profile]) -> None:
    assert len(join(profiles)) == 2


def test_a_name_that_fits_two_stays_alone() -> None:
    profiles = numbered([person("Ada Rook"), person("Ada M Rook"), person("Ada K Rook")])
    joined = join(profiles)
    assert len(joined) == 3
    assert len(doubts(joined)) == 2


def test_but_its_role_may_decide() -> None:
    names = [person("Ada Rook", "Senator"), person("Ada M Rook", "Senator"), person("Ada K Rook", "coach")]
    assert parted(join(numbered(names))) == {frozenset({0, 1}), frozenset({2})}


def test_a_family_name_that_fits_two_stays_alone() -> None:
    people = [
        person("Ada Rook", paper="bell"),
        person("Eva Rook", paper="bell"),
        person("Rook", paper="bell"),
    ]
    assert len(join(people)) == 3


def test_a_famous_one_has_so_many_times_the_articles_of_all_others() -> None:
    people = [person("Ada Rook", articles=64), person("Eva Rook", articles=2), person("Rook", paper="bell")]
    assert parted(join(numbered(people))) == {frozenset({0, 2}), frozenset({1})}
    assert len(join([*people, person("Ida Rook", articles=4)])) == 4


def test_a_title_tells_which_of_two() -> None:
    people = [
        person("Ada Rook", facts=["sex f"], paper="bell"),
        person("Adam Rook", facts=["sex m"], paper="bell"),
        person("Rook", facts=["sex m"], paper="bell"),
    ]
    assert parted(join(numbered(people))) == {frozenset({0}), frozenset({1, 2})}


def test_an_acronym_that_fits_two_stays_alone() -> None:
    bodies = [body("BDW"), body("Bureau of Dams and Weirs"), body("Board for Ditches and Wells")]
    joined = join(bodies)
    assert len(joined) == 3
    assert {doubt.evidence for doubt in doubts(joined)} == {("may be short for it",)}


def test_without_a_fact_it_is_whom_most_is_about() -> None:
    teacher, silent = person("Ada Rook", "music teacher"), person("Ada Rook")
    joined = parted(join(numbered([person("Ada Rook", "Senator", articles=6), teacher, silent])))
    assert joined == {frozenset({0, 2}), frozenset({1})}
    assert len(join([person("Ada Rook", "Senator"), teacher, silent])) == 3


DOUBTS = {
    "family-name": (
        [person("Ada Rook", paper="bell"), person("Rook", paper="post")],
        "the only one of that name",
    ),
    "short-form": ([person("Bill Rook"), person("William Rook")], "first names that may be one"),
    "initial": ([person("A Rook"), person("Ada Rook")], "the same initial"),
    "spelt-by-initials": (
        [person("Jor Rook"), person("Jan Otto Rook")],
        "the other's initials spell",
    ),
    "junior": ([person("Bob Rook Jr"), person("Bob Rook")], "the same name but for Jr"),
    "misspelt": ([person("Kirsten Rook"), person("Kristen Rook")], "spelt nearly alike"),
}


@pytest.mark.parametrize(("profiles", "why"), DOUBTS.values(), ids=DOUBTS)
def test_doubts_say_why(profiles: list[Profile], why: str) -> None:
    [doubt] = doubts(join([*profiles]))
    assert why in "; ".join(doubt.evidence)
    assert 0 < doubt.score < 1


def test_what_two_share_makes_a_doubt_likelier() -> None:
    [plain] = doubts(join([person("Kirsten Rook"), person("Kristen Rook")]))
    [better] = doubts(join([person("Kirsten Rook", "senator"), person("Kristen Rook", "senator")]))
    assert better.score > plain.score
    assert "both senator" in better.evidence


def test_who_clashes_is_no_doubt() -> None:
    assert doubts(join([person("Ada Rook", "Senator"), person("Ada Rook", "music teacher")])) == []


LISTED = Known(
    7, "Ada Rook", frozenset({"ada rook", "bo quill", "rook"}), "person", frozenset({"head senator"})
)


def test_a_list_decides_names_and_joins_them() -> None:
    [cluster] = join(
        [person("Bo Quill"), person("Ada M Rook"), person("Ada M Rook"), person("Rook")], [LISTED]
    )
    assert (cluster.name, cluster.known) == ("Ada Rook", LISTED)


def test_a_list_does_not_swallow_namesakes() -> None:
    senator = Known(7, "Ada Rook", frozenset({"ada rook"}), "person", frozenset(facts_of_role("Senator")))
    clusters = join([person("Ada Rook", "music teacher")], [senator])
    assert [cluster.known for cluster in clusters] == [None]


def test_two_of_one_name_on_the_list() -> None:
    two = [
        Known(n, "Ada Rook", frozenset({"ada rook"}), "person", frozenset(facts_of_role(role)))
        for n, role in enumerate(("Senator", "music teacher"))
    ]
    clusters = join([person("Ada Rook", "Sen."), person("Ada Rook", "teacher")], two)
    assert {cluster.known and cluster.known.id for cluster in clusters} == {0, 1}


names = some.sampled_from(
    [
        "Ada Rook",
        "Ada M Rook",
        "Ada K Rook",
        "A Rook",
        "Adam Rook",
        "Bill Rook",
        "William Rook",
        "Will Rook Jr",
        "Rook",
    ]
)
roles = some.lists(
    some.sampled_from(["Senator", "music teacher", "Mayor of Lowmoor", "Mayor of Harwick", "author", "son"]),
    max_size=2,
)
told = some.lists(
    some.sampled_from(["born 1950", "born 1990", "town lowmoor", "sex m", "sex f", "open"]), max_size=2
)
articles = some.builds(
    lambda name, roles, facts, paper, day: person(name, *roles, facts=facts, paper=paper, day=day),
    names,
    roles,
    told,
    some.sampled_from([None, "bell", "post"]),
    some.sampled_from([None, MARCH, dt.date(2024, 4, 1), dt.date(2026, 1, 1)]),
)


@given(some.lists(articles, max_size=14), some.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(profiles: list[Profile], chance: object) -> None:
    profiles = numbered(list({(p.name, p.facts, p.cells): p for p in profiles}.values()))
    shuffled = list(profiles)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    one, two = join(profiles), join(shuffled)
    assert parted(one) == parted(two)
    assert sorted(c.name for c in one) == sorted(c.name for c in two)
    assert {p for cluster in parted(one) for p in cluster} == {p.id for p in profiles}
    assert [d.evidence for d in doubts(one)] == [d.evidence for d in doubts(two)]
