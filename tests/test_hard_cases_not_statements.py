"""Hard cases 22 to 33: what is not a statement, or not that one."""

from __future__ import annotations

import datetime as dt

import pytest
from hard_cases import Case, Said, check, each, has_words, prose

import quotetrack

CASES = [
    Case(
        "22-scare-quotes",
        """The town has paid for its so-called "smart" street lamps for six years. They go out at ten in the evening,
        and the "service centre" is a telephone that nobody picks up.

        The contract runs until 2031.""",
        only=True,
    ),
    Case(
        "23-title-of-a-work",
        """Ruaridh Mbeki-Stone will read from his novel "The Salt Clerk" in the library on Friday evening. His first
        book, "Nobody Asked the Heron", sold forty thousand copies. Admission is free.""",
        only=True,
    ),
    Case(
        "23-title-beside-a-quotation",
        """The singer Anneliese Okonjo-Ruiz has finished her third record, "Borrowed Weather", after two years.

        "I wrote most of it on trains," Okonjo-Ruiz said. It comes out in September.""",
        (Said("I wrote most of it on trains", "Anneliese Okonjo-Ruiz", "direct"),),
        never=("Borrowed Weather",),
    ),
    Case(
        "24-nickname",
        """The trial of three dock workers began on Monday under heavy guard.

        Giuseppe "Little Anchor" Tamburello said the crates had been empty. The prosecution will call its first
        witness today.""",
        (Said("the crates had been empty", "Giuseppe Tamburello", "indirect"),),
        never=("Little Anchor",),
    ),
    Case(
        "25-negation",
        """The party received four large gifts in the last week of the campaign.

        Its treasurer, Emeka Sundqvist, did not say who had sent the money. The law requires names above ten
        thousand.""",
        (Said("who had sent the money", "Emeka Sundqvist", polarity="withheld"),),
    ),
    Case(
        "26-denial",
        """A video of the minister's car went round the country at the weekend.

        Minister Katalin Obradors denied that she had driven the car herself. Her driver has been suspended.""",
        (Said("she had driven the car herself", "Katalin Obradors", polarity="denied"),),
    ),
    Case(
        "27-refusal",
        """The bank has lost a third of its value since Monday.

        Its chief executive, Leopold Anyanwu-Frei, declined to comment on the rumours. Trading in its shares was
        halted at noon.""",
        (Said("to comment on the rumours", "Leopold Anyanwu-Frei", polarity="withheld", roughly=True),),
    ),
    Case(
        "29-order",
        """The volcano has been smoking since the weekend, and ash fell on the airport.

        Governor Dorotea Hallgrimsson urged villagers to leave the southern slope. Buses were waiting in the
        square.""",
        (Said("to leave the southern slope", "Dorotea Hallgrimsson", roughly=True),),
        never=("villagers left", "Buses were waiting"),
    ),
    Case(
        "31-sourceless-passive",
        """Telephone lines to the valley have been down since the storm.

        It was reported that a bridge had been washed away above the village. Magnus Oyelowo-Reyes, the mayor, was
        on his way there on Sunday evening.""",
        (Said("a bridge had been washed away above the village", by="", roughly=True),),
        nobody=("Oyelowo",),
    ),
    Case(
        "33-again-as-a-pull-quote",
        """The last lighthouse keeper of the coast retires this week.

        "I never once switched it on late," Eilidh Vasquenza said in her kitchen on Tuesday.

        “I never once switched it on late”

        The lamp has been electric since 1974, and a computer will look after it from June.""",
        (Said("I never once switched it on late", "Eilidh Vasquenza", "direct"),),
        only=True,
    ),
    Case(
        "24-nickname-first",
        """The trial of three dock workers went on under heavy guard.

        "Big Sal" Moretti told the court he had been asleep in the van. The judge laughed.""",
        (Said("he had been asleep in the van", source='"Big Sal" Moretti'),),
        never=("Big Sal",),
    ),
    Case(
        "33-again-in-part",
        """“They took the gate but left the fence”

        Thieves came to the farm at night, and nobody heard them.

        "They took the gate but left the fence, which I never liked," Jolanta Marsh said on Tuesday.""",
        (Said("They took the gate but left the fence, which I never liked", "Jolanta Marsh", "direct"),),
        only=True,
    ),
    Case(
        "33-again-in-a-caption",
        """Photo: Eilidh Vasquenza at the lamp. "I never once switched it on late," she says.

        The last lighthouse keeper of the coast retires this week after thirty-one years.

        "I never once switched it on late," Vasquenza said in her kitchen on Tuesday. A computer will look after
        the lamp from June.""",
        (Said("I never once switched it on late", "Eilidh Vasquenza", "direct"),),
        only=True,
    ),
]


@each(CASES)
def test_not_statements(case: Case) -> None:
    check(case)


def affirmed(text: str, words: str) -> list[str]:
    """The statements with these words that somebody stands by, according to what comes out."""
    return [
        f"{one.speakers}: {one.text}"
        for one in quotetrack.extract(text)
        if one.polarity == "affirmed" and has_words(one.text, words)
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "The leak was found in May. Did Minister Katalin Obradors say that the pipes were sound? Nobody in the "
            "ministry remembers. The engineers have gone home.",
            "the pipes were sound",
            id="28-question",
        ),
        pytest.param(
            "The club waits for its captain. If Femi Aldershaw says that his knee has healed, he will play on "
            "Saturday. If not, his brother takes his place.",
            "his knee has healed",
            id="28-condition",
        ),
        pytest.param(
            "The hall was half empty at eight. “Where is everybody?” one might ask. The tickets cost ninety crowns, "
            "and it had rained since noon.",
            "Where is everybody",
            id="32-hypothetical",
        ),
        pytest.param(
            "The council wants another bridge. “Who needs a fourth bridge?” a cynic might say. The town does, for the "
            "other three are shut.",
            "Who needs a fourth bridge",
            id="32-hypothetical-cynic",
        ),
        pytest.param(
            "The budget is late. Chancellor Odile Farrant will tell parliament on Monday that the tax must rise. Her "
            "party has seen the speech.",
            "the tax must rise",
            id="29-future",
        ),
    ],
)
def test_nobody_stands_by_it(text: str, words: str) -> None:
    assert affirmed(text, words) == []


def test_29_future_is_not_said_yet() -> None:
    text = prose(
        """Parliament returns from its holiday this week, and the government has a majority of two.

        President Rosalba Nkemelu will say on Friday that the army needs new trucks. The opposition has seen a draft
        of her speech."""
    )
    published = dt.date(2024, 5, 16)  # a Thursday
    found = [
        one for one in quotetrack.extract(text, date=published) if has_words(one.text, "needs new trucks")
    ]
    early = [one for one in found if one.date and one.date <= published]
    assert [str(one.date) for one in early if one.polarity == "affirmed"] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "Shops must close on public holidays. The law says nothing may be sold after noon on the eve of a feast. "
            "Few traders keep to it.",
            "nothing may be sold after noon on the eve of a feast",
            id="30-law",
        ),
        pytest.param(
            "The station has not been used since the war. The clock on the platform says noon, and the rails are "
            "gone. Goats sleep in the waiting room.",
            "noon",
            id="30-clock",
        ),
    ],
)
def test_things_do_not_speak(text: str, words: str) -> None:
    found = [one for one in quotetrack.extract(text) if has_words(one.text, words)]
    assert [one for one in found if one.act != "evidence"] == []
    assert [speaker.name for one in found for speaker in one.speakers if speaker.type == "person"] == []
