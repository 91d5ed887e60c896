"""Who is who as articles come, change and go, and what a list of known people does to it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from test_store_samples import said

from quotetrack.errors import UsageError
from quotetrack.model import Analysis, Article, KnownPerson, Speaker
from quotetrack.store import Filters, Store

DAY = dt.date(2024, 5, 16)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db", create=True) as store:
        yield store


def person(name: str, role: str | None = None) -> Speaker:
    return Speaker(name, "person", role)


def keep(store: Store, given: str, *speakers: Speaker, text: str | None = None, **fields: object) -> None:
    """Keeps an article in which they say something together."""
    fields = {"day": DAY, **fields}
    store.keep(said(text or f"{given}: So be it.", *speakers, given=given, **fields))  # type: ignore[arg-type]


def names(store: Store) -> list[tuple[str, int]]:
    return sorted((speaker.name, speaker.articles) for speaker in store.speakers())


def test_a_family_name_waits_for_the_full_one(store: Store) -> None:
    keep(store, "a", person("Rook", "Senator"))
    assert names(store) == [("Rook", 1)]
    keep(store, "b", person("Ada Rook", "Sen."))
    assert names(store) == [("Ada Rook", 2)]
    assert {row.speaker_ids for row in store.statements(Filters())} == {(store.speakers()[0].id,)}
    store.remove(2)
    assert names(store) == [("Rook", 1)]
    assert store.verify() == []


def test_what_is_said_is_told_by_the_one_name(store: Store) -> None:
    keep(store, "full.txt", person("Ada Rook"))
    keep(store, "short.txt", person("Rook"))
    told = [speaker.name for row in store.statements(Filters()) for speaker in row.statement.speakers]
    assert told == ["Ada Rook", "Ada Rook"]
    assert names(store) == [("Ada Rook", 2)]


def test_a_namesake_who_comes_later_takes_what_is_hers_alone(store: Store) -> None:
    keep(store, "a", person("Ada Rook", "Senator"))
    keep(store, "b", person("Rook", "Senator"))
    [before] = store.match_speakers("Ada Rook")
    keep(store, "c", person("Ada Rook", "music teacher"))
    assert names(store) == [("Ada Rook", 1), ("Ada Rook", 2)]
    assert store.speaker(before.id).articles == 2, "she keeps her number"


def test_another_publisher_is_another_reason(store: Store) -> None:
    keep(store, "a", person("Ada Rook"), publisher="Bell")
    keep(store, "b", person("Rook"), publisher="Post")
    assert len(store.speakers()) == 2
    keep(store, "b", person("Rook"), publisher="Bell")
    assert names(store) == [("Ada Rook", 2)]


def test_what_stands_around_the_name(store: Store) -> None:
    keep(store, "a", person("Ada Rook"), text="Ada Rook, 34, of Lowmoor, said so.")
    keep(store, "b", person("Ada Rook"), text="Ada Rook, 71, of Harwick, said so.")
    keep(store, "c", person("Ada Rook"), text="Ada Rook, a 34-year-old baker from Lowmoor, said so.")
    assert names(store) == [("Ada Rook", 1), ("Ada Rook", 2)]


def test_mr_rook_is_not_ada(store: Store) -> None:
    keep(store, "a", person("Ada Rook"), publisher="Bell")
    keep(store, "b", person("Rook"), text="Mr. Rook said so.", publisher="Bell")
    keep(store, "c", person("Rook"), text="Ms. Rook said that.", publisher="Bell")
    assert names(store) == [("Ada Rook", 2), ("Rook", 1)]


# --- numbers


def test_an_old_number_finds_whom_it_turned_out_to_be(store: Store) -> None:
    keep(store, "a", person("Ada Rook", "Senator"))
    keep(store, "b", person("A. Rook"))
    [ada], [other] = store.match_speakers("Ada Rook"), store.match_speakers("A. Rook")
    keep(store, "c", person("A. Rook", "Senator"))
    assert [speaker.id for speaker in store.speakers()] == [ada.id]
    assert store.speaker(other.id) == store.speaker(ada.id)


def test_and_whose_its_articles_are_when_they_part_again(store: Store) -> None:
    keep(store, "a", person("Ada Rook", "Senator"))
    keep(store, "b", person("A. Rook"))
    [other] = store.match_speakers("A. Rook")
    keep(store, "c", person("A. Rook", "Senator"))
    store.remove(3)
    assert (store.speaker(other.id).name, store.speaker(other.id).articles) == ("A. Rook", 1)
    keep(store, "d", person("A. Rook"))
    store.remove(2)
    assert (store.speaker(other.id).name, store.speaker(other.id).articles) == ("A. Rook", 1)
    store.remove(4)
    with pytest.raises(UsageError):
        store.speaker(other.id)
    assert store.verify() == []


# --- bodies


def test_the_ministries_of_two_countries(store: Store) -> None:
    ministry = Speaker("Foreign Ministry", "organization")
    keep(store, "a", ministry, text="Norway's Foreign Ministry said so.")
    keep(store, "b", ministry, text="The Danish Foreign Ministry said so.")
    keep(store, "c", ministry, text="The Foreign Ministry of Norway said that.")
    keep(store, "d", Speaker("Danish Foreign Ministry", "organization"))
    keep(
        store,
        "e",
        ministry,
        text="Oslo agreed. In Norway, the Foreign Ministry said so, many Norwegian boats sail.",
    )
    assert [speaker.articles for speaker in store.speakers()] == [3, 2]


@pytest.mark.parametrize("name", ["Foreign Ministry", "Supreme Court", "Central Bank", "Ministry of Trade"])
def test_nobodys_ministry_is_that_of_its_article(store: Store, name: str) -> None:
    for given_id in ("a", "b"):
        keep(store, given_id, Speaker(name, "organization"), text=f"{given_id}: The {name} said so.")
    keep(store, "c", Speaker(f"Norwegian {name}", "organization"))
    assert [speaker.articles for speaker in store.speakers()] == [1, 1, 1]
    assert len(store.match_speakers(name)) == 3


def test_a_list_says_whose_they_are(store: Store) -> None:
    court = Speaker("Supreme Court", "organization")
    keep(store, "a", court)
    keep(store, "b", court)
    store.know([KnownPerson("Supreme Court of Harwick", "organization", ("Supreme Court",))])
    assert names(store) == [("Supreme Court of Harwick", 2)]


def test_an_older_store_is_told_whose_they_are(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    ministry = Speaker("Foreign Ministry", "organization")
    with Store.open(path, create=True) as store:
        keep(store, "a", ministry, text="Norway's Foreign Ministry said so.")
        keep(store, "b", ministry, text="The Danish Foreign Ministry said so.")
        store._connection.raw.executescript("""
            UPDATE voices SET speaker_id = 1, profile_id = 1;
            UPDATE heard SET speaker_id = 1;
            DELETE FROM profiles WHERE id = 2;
            DELETE FROM speakers WHERE id = 2;
            UPDATE profiles SET facts = '[]', articles = 2;
            UPDATE aliases SET articles = 2;
            DROP TABLE former_speakers;
            DELETE FROM _sqlite_migrations WHERE name = '0008_former_speakers';
        """)
        assert names(store) == [("Foreign Ministry", 2)]
    with Store.open(path, create=False) as store:
        assert names(store) == [("Foreign Ministry", 1), ("Foreign Ministry", 1)]
        assert store.verify() == []


def test_first_names_alone_are_never_joined(store: Store) -> None:
    for given_id in ("a", "b"):
        keep(store, given_id, person("Bob"))
    assert names(store) == [("Bob", 1), ("Bob", 1)]


def test_roles_are_dated_latest_first(store: Store) -> None:
    keep(store, "a", person("Ada Rook", "Mayor of Lowmoor"), day=dt.date(2020, 1, 1))
    keep(store, "b", person("Ada Rook", "Senator"), day=dt.date(2024, 1, 1))
    keep(store, "c", person("Ada Rook", "Sen."), day=dt.date(2023, 1, 1))
    keep(store, "d", person("Ada Rook", "author"), day=None)
    [rook] = store.speakers()
    assert [(r.role, r.first and r.first.year, r.last and r.last.year, r.articles) for r in rook.roles] == [
        ("Senator", 2023, 2024, 2),
        ("Mayor of Lowmoor", 2020, 2020, 1),
        ("author", None, None, 1),
    ]


def test_a_role_in_passing_comes_behind(store: Store) -> None:
    for number in range(12):
        keep(store, f"a{number}", person("Ada Rook", "Senator"))
    keep(store, "b", person("Ada Rook", "rival"), day=dt.date(2025, 1, 1))
    assert [role.role for role in store.speakers()[0].roles] == ["Senator", "rival"]


def test_roles_of_one_head_count_together(store: Store) -> None:
    for number, role in enumerate(["Texas Senator", "Senator", "state senator", "Senator from Texas"]):
        keep(store, f"a{number}", person("Ada Rook", role))
    keep(store, "b", person("Ada Rook", "only doctor on stage"), day=dt.date(2025, 1, 1))
    assert store.speakers()[0].roles[-1].role == "only doctor on stage"


def test_whose_child_somebody_is_comes_last(store: Store) -> None:
    keep(store, "a", person("Ada Rook", "surgeon"))
    keep(store, "b", person("Ada Rook", "daughter of a baker"), day=dt.date(2025, 1, 1))
    assert [role.role for role in store.speakers()[0].roles] == ["surgeon", "daughter of a baker"]


# --- any order

CAST = [
    *(person("Ada Rook", role) for role in (None, "Senator", "music teacher")),
    *(person("Rook", role) for role in (None, "Senator")),
    *map(person, ("Ada M. Rook", "Ada K. Rook", "Bill Hale", "William Hale", "Hale")),
    *(Speaker(name, "organization") for name in ("BDW", "Bureau of Dams and Weirs", "Trade Ministry")),
    *(Speaker(name, None) for name in ("Trade Ministry", "Ministry of Trade")),
    Speaker("Officials", "group"),
]


def article(number: int, speakers: Sequence[Speaker], publisher: str | None, day: dt.date | None) -> Analysis:
    text = f"{number}: So be it."
    return said(text, *speakers, given=str(number), day=day, publisher=publisher)


articles = some.lists(
    some.tuples(
        some.lists(some.sampled_from(CAST), min_size=1, max_size=3, unique=True),
        some.sampled_from([None, "Bell", "Post"]),
        some.sampled_from([None, DAY, dt.date(2026, 5, 16)]),
    ),
    max_size=6,
).map(lambda told: [article(number, *one) for number, one in enumerate(told)])


def picture(store: Store) -> list[object]:
    """Who says what, without the numbers of rows."""
    who = {s.id: (s.name, s.type, s.aliases, s.roles, s.statements) for s in store.speakers()}
    return sorted(
        (row.statement.article, [repr(who[number]) for number in row.speaker_ids])
        for row in store.statements()
    )


@settings(max_examples=12, deadline=None)
@given(articles, some.integers(0, 1000), some.data())
def test_order_updates_and_removal_leave_no_trace(
    tmp_path_factory: pytest.TempPathFactory, kept: list[Analysis], seed: int, data: some.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("any")
    shuffled = list(kept)
    random.Random(seed).shuffle(shuffled)
    with (
        Store.open(folder / "one.db", create=True) as one,
        Store.open(folder / "two.db", create=True) as two,
    ):
        for store in (one, two):
            store._connection.raw.execute("PRAGMA synchronous = OFF")  # nothing here has to outlive a crash
        for analysis in kept:
            one.keep(analysis)
        extra = article(99, data.draw(some.lists(some.sampled_from(CAST), max_size=3)), "Bell", DAY)
        _, passing = two.keep(extra)
        for analysis in shuffled:
            bare = Article(analysis.article.id, analysis.article.text)
            if data.draw(some.booleans()):  # first without its publisher, then with it
                two.keep(Analysis(bare, ()))
            two.keep(Analysis(analysis.article, analysis.statements))
        two.remove(passing.id)
        if all(row.statements for row in two.articles()):
            assert picture(one) == picture(two)
            assert [s.evidence for s in one.suggestions()] == [s.evidence for s in two.suggestions()]
        assert one.verify() == two.verify() == []


# --- known people

ROOK = KnownPerson("Ada Rook", "person", ("A. M. Rook-Hale", "Ada Hale"), "Senator", "Q42")


def test_a_list_joins_and_names(store: Store) -> None:
    keep(store, "a", person("Ada Hale"))
    keep(store, "b", person("Ada Rook"))
    assert store.know([ROOK]) == {"new": 1}
    [rook] = store.speakers()
    assert (rook.name, rook.articles, rook.wikidata) == ("Ada Rook", 2, "Q42")
    assert rook.aliases == ("A. M. Rook-Hale", "Ada Hale")
    assert [role.role for role in rook.roles] == ["Senator"]
    assert [s.id for s in store.match_speakers("A. M. Rook-Hale")] == [rook.id]


def test_a_list_holds_for_articles_that_come_later(store: Store) -> None:
    store.know([ROOK])
    keep(store, "a", person("Ada Hale"))
    keep(store, "b", person("Rook", "Sen."))
    assert names(store) == [("Ada Rook", 2)]


def test_the_same_list_again_changes_nothing(store: Store) -> None:
    keep(store, "a", person("Ada Hale"))
    store.know([ROOK])
    before = store.speakers()
    assert store.know([ROOK]) == {"unchanged": 1}
    assert store.speakers() == before


def test_a_list_that_changes(store: Store) -> None:
    keep(store, "a", person("Ada Hale"))
    store.know([ROOK])
    assert store.know([KnownPerson("Ada Quill", "person", wikidata="Q42")]) == {"changed": 1}
    assert [speaker.name for speaker in store.speakers()] == ["Ada Hale"], "the list knows it no more"
    assert store.verify() == []


def test_two_whom_a_list_no_more_joins_have_a_number_each(store: Store) -> None:
    keep(store, "a", person("Ada Hale"))
    keep(store, "b", person("Ada Rook"))
    store.know([ROOK])
    store.know([KnownPerson("Ada Quill", "person", wikidata="Q42")])
    assert names(store) == [("Ada Hale", 1), ("Ada Rook", 1)]
    assert len({speaker.id for speaker in store.speakers()}) == 2
    assert store.verify() == []


def test_a_listed_organization(store: Store) -> None:
    keep(store, "a", Speaker("Dam Board", "organization"))
    keep(store, "b", Speaker("Dam Board", "person"))
    store.know([KnownPerson("Bureau of Dams", "organization", ("Dam Board",))])
    assert names(store) == [("Bureau of Dams", 1), ("Dam Board", 1)]
