"""Hard cases 64 to 66: across articles, from their text to what the store knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from hard_cases import prose

from quotetrack.model import Article
from quotetrack.pipeline import analyse
from quotetrack.store import Store

DAY = dt.date(2024, 5, 16)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "quotes.db", create=True) as opened:
        yield opened


def keep(store: Store, given: str, text: str, publisher: str | None = None) -> str:
    """Reads an article and keeps it; gives what was done."""
    outcome, _ = store.keep(analyse(Article(given, prose(text), date=DAY, publisher=publisher)))
    return outcome


def speakers_of(store: Store, query: str) -> list[tuple[str, ...]]:
    """Who said each of the statements with these words."""
    return [tuple(speaker.name for speaker in row.statement.speakers) for row in store.search(query)]


def test_64_trimmed_by_three_outlets(store: Store) -> None:
    keep(
        store,
        "agency.txt",
        """The captain of the stranded liner spoke to the inquiry on Thursday.

        "I saw the rocks at midnight, I called the bridge twice, and nobody picked up the telephone," Captain Ulrike
        Mbenga said. The inquiry will hear the helmsman next.""",
        "Meridian",
    )
    keep(
        store,
        "broadsheet.txt",
        """The liner's crew had been warned, its captain told the inquiry on Thursday.

        ‘I called the bridge twice, and nobody picked up the telephone,’ Captain Ulrike Mbenga said. The ship is still
        on the reef.""",
        "The Northern Courier",
    )
    keep(
        store,
        "tabloid.txt",
        """Holidaymakers slept in their life jackets while the bridge stayed silent.

        Captain Ulrike Mbenga said: "Nobody picked up the telephone." Passengers want their money back.""",
        "Evening Bell",
    )
    found = list(store.search('"picked up the telephone"'))
    assert {row.publisher for row in found} == {"Meridian", "The Northern Courier", "Evening Bell"}
    assert len(found) == 3
    assert len({row.speaker_ids for row in found}) == 1
    (mbenga,) = store.match_speakers("mbenga")
    assert (mbenga.name, mbenga.articles) == ("Ulrike Mbenga", 3)


CORRECTED = """The hospital's board heard two surgeons, {} and {}, behind closed doors on Thursday.

"The knife was never counted," {} said. The patient is expected to go home next week."""
BENEDIKT, LAVINIA = "Benedikt Oyarzun", "Lavinia Achterkamp"


def test_65_correction_replaces(store: Store) -> None:
    given = "https://example.org/surgeons"
    assert keep(store, given, CORRECTED.format(BENEDIKT, LAVINIA, BENEDIKT)) == "added"
    assert speakers_of(store, "knife counted") == [(BENEDIKT,)]
    assert keep(store, given, CORRECTED.format(BENEDIKT, LAVINIA, LAVINIA)) == "updated"
    assert speakers_of(store, "knife counted") == [(LAVINIA,)]
    assert len(store.articles()) == 1
    assert store.verify() == []


FULL = """The senate votes on the fishing quota next week.

Senator Philomena Dragomir said the quota was a death sentence for the harbour. Her party is divided.

"They have never gutted a herring," Dragomir said."""
TITLE = """The fishing quota was sent back to the committee on Thursday.

Senator Dragomir said the committee had not read it. Nobody contradicted her."""
COURTESY = """Members of the fishing committee arrived late for the hearing.

Ms. Dragomir said the train had been cancelled. The hearing was moved to Friday."""
NAMESAKE = """The school choir of Lower Wexcombe won the county prize on Thursday for the third time.

Philomena Dragomir, a music teacher at the school, said the altos had saved the day. The choir is to sing in the
capital."""


def test_66_full_name_and_surname_in_one_article(store: Store) -> None:
    keep(store, "full.txt", FULL)
    (dragomir,) = store.match_speakers("dragomir")
    assert (dragomir.name, dragomir.statements) == ("Philomena Dragomir", 2)


def test_66_all_are_listed_by_the_surname(store: Store) -> None:
    for given, text in (("full", FULL), ("title", TITLE), ("courtesy", COURTESY), ("namesake", NAMESAKE)):
        keep(store, given, text)
    assert sum(speaker.statements for speaker in store.speakers(like="dragomir")) == 5


def test_66_title_and_surname_elsewhere(store: Store) -> None:
    keep(store, "full.txt", FULL)
    keep(store, "title.txt", TITLE)
    keep(store, "courtesy.txt", COURTESY)
    assert [speaker.articles for speaker in store.match_speakers("Philomena Dragomir")] == [3]


def test_66_namesake_elsewhere(store: Store) -> None:
    keep(store, "full.txt", FULL)
    keep(store, "namesake.txt", NAMESAKE)
    assert [speaker.articles for speaker in store.match_speakers("Philomena Dragomir")] == [1, 1]


TOWNS = """The {} council met on Thursday to choose the colour of its buses.

"Green is for frogs," said Leopold Ambrus, {}, of {}. The council will vote again."""


def test_66_namesakes_of_two_towns(store: Store) -> None:
    keep(store, "one.txt", TOWNS.format("Harwick", 44, "Harwick"))
    keep(store, "two.txt", TOWNS.format("Lowmoor", 71, "Lowmoor"))
    assert [speaker.articles for speaker in store.match_speakers("Leopold Ambrus")] == [1, 1]
