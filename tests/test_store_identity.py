from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from test_store_samples import said

from quotetrack.model import Speaker
from quotetrack.store import Store
from quotetrack.store.identity import fold, identify, origin_of
from quotetrack.store.profiles import block_of

FOLDED = {
    "case": ("ADA Rook", "ada rook"),
    "accents": ("José Åkerø", "jose akero"),
    "composed-or-not": ("Jose\u0301 \u00c5ker\u00f8", "jose akero"),
    "full-stops": ("A. J. Rook", "a j rook"),
    "spaces": ("  Ada\u00a0\n Rook ", "ada rook"),
    "apostrophes-and-hyphens": ("O’Hale‑Rook", "o'hale-rook"),
    "vowel-signs-stay": ("\u0930\u093e\u092e", "\u0930\u093e\u092e"),
    "nothing-but-stops": ("...", "..."),
}


@pytest.mark.parametrize(("name", "folded"), FOLDED.values(), ids=FOLDED)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded


@settings(deadline=None)
@given(some.text().filter(str.strip))
def test_folding_is_never_empty_and_folds_no_further(name: str) -> None:
    assert fold(name)
    assert fold(fold(name)) == fold(name)


PERSON, ORGANIZATION, GROUP = "person", "organization", "group"
SAME = {
    "case-and-accents": (Speaker("José Hale", PERSON), Speaker("JOSE HALE", PERSON), True),
    "role-aside": (Speaker("Ada Rook", PERSON, "mayor"), Speaker("Ada Rook", PERSON), True),
    "the-aside": (Speaker("The Harbour Times", ORGANIZATION), Speaker("Harbour Times", ORGANIZATION), True),
    "first-names": (Speaker("Ada Rook", PERSON), Speaker("Eva Rook", PERSON), False),
    "types": (Speaker("Rook", PERSON), Speaker("Rook", ORGANIZATION), False),
    "surname-in-another-article": (Speaker("Ada Rook", PERSON), Speaker("Rook", PERSON), False),
    "one-name-everywhere": (Speaker("Rook", PERSON), Speaker("Rook", PERSON), True),
    "group": (Speaker("Officials", GROUP), Speaker("Officials", GROUP), False),
    "description": (Speaker("the ministry", ORGANIZATION), Speaker("the ministry", ORGANIZATION), False),
    "anonymous": (
        Speaker("A person briefed on it", PERSON),
        Speaker("A person briefed on it", PERSON),
        False,
    ),
    "name-without-capitals": (Speaker("王毅", PERSON), Speaker("王毅", PERSON), True),
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "store.db", create=True) as store:
        yield store


@pytest.mark.parametrize(("one", "two", "same"), SAME.values(), ids=SAME)
def test_the_same_across_articles(store: Store, one: Speaker, two: Speaker, same: bool) -> None:
    store.keep(said("One.", one, given="a"))
    store.keep(said("Two.", two, given="b"))
    assert len(store.speakers()) == (1 if same else 2)


def person(name: str) -> Speaker:
    return Speaker(name, "person")


JOINED = {
    "surname": (["Wei Lan", "Wei"], {"Wei": "wei lan"}),
    "last-name": (["Ada Rook", "Rook"], {"Rook": "ada rook"}),
    "shared-surname-stays-open": (["Ada Rook", "Theo Rook", "Rook"], {"Rook": "rook"}),
    "part-of-a-word": (["Ada Rooke", "Rook"], {"Rook": "rook"}),
    "two-words-are-a-name": (["Ada M. Rook", "Ada Rook"], {"Ada Rook": "ada rook"}),
    "not-with-a-description": (["a man named Rook", "Rook"], {"Rook": "rook"}),
    "nor-a-description": (["Wei Lan", "wei"], {"wei": "wei"}),
}


@pytest.mark.parametrize(("names", "keys"), JOINED.values(), ids=JOINED)
def test_one_part_of_a_name_within_an_article(names: list[str], keys: dict[str, str]) -> None:
    found = identify(map(person, names))
    assert {name: found[person(name)].key for name in keys} == keys


MEETING = {
    "acronym": ("bdw", "bureau of dams and weirs"),
    "acronym-with-small-words": ("bodaw", "bureau of dams and weirs"),
    "turned": ("trade ministry", "ministry of trade"),
    "turned-acronym": ("dot", "department of trade"),
    "country": ("norwegian trade ministry", "ministry of trade"),
    "company": ("rookworks inc", "rookworks"),
}


@pytest.mark.parametrize(("one", "two"), MEETING.values(), ids=MEETING)
def test_names_of_one_organization_are_compared(one: str, two: str) -> None:
    assert block_of(one, "organization") == block_of(two, None)


def test_an_organization_never_takes_a_name_from_a_person() -> None:
    harbour = Speaker("Harbour", "organization")
    assert identify([person("Ada Harbour"), harbour])[harbour].key == "harbour"


def test_the_full_name_is_the_main_one(store: Store) -> None:
    store.keep(said("So.", person("Rook"), person("Ada Rook"), given="a"))
    [speaker] = store.speakers()
    assert (speaker.name, speaker.aliases) == ("Ada Rook", ("Rook",))


@settings(deadline=None)
@given(some.lists(some.text().filter(str.strip), max_size=6))
def test_every_speaker_has_an_identity_that_one_of_them_named(names: list[str]) -> None:
    found = identify(map(person, names))
    assert set(found) == set(map(person, names))
    assert {identity.key for identity in found.values()} <= {fold(name) for name in names}


@settings(deadline=None)
@given(some.text())
def test_any_given_id_is_safe(given_id: str) -> None:
    origin_of(given_id)


def test_origins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.jsonl").touch()
    assert origin_of("a.jsonl") == str(tmp_path / "a.jsonl")
    assert origin_of("gone.jsonl") == "gone.jsonl"
    assert origin_of("https://x.test:80") == "https://x.test:80"
    assert origin_of("a.jsonl:3") is origin_of("-") is origin_of("-:3") is None
    assert origin_of("x" * 5000) == "x" * 5000
