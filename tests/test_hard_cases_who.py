"""Hard cases 34 to 54: who speaks, whom they tell, who passed it on."""

from __future__ import annotations

from hard_cases import Case, Said, check, each, has_words, prose

import quotetrack

CASES = [
    Case(
        "34-apposition",
        """The two governments have met four times since the spring without a result.

        Bao Thornquist, the kingdom's chief negotiator, said a treaty was within reach. The fifth meeting is
        planned for August.""",
        (Said("a treaty was within reach", "Bao Thornquist", "indirect"),),
    ),
    Case(
        "35-aside",
        """Nadia Rosenkilde left the ministry of transport in March after a quarrel over the tunnel.

        Abel Kowalczyk-Njoroge, who succeeded Rosenkilde in April, said the tunnel would be dug after all. Work is
        to begin next year.""",
        (Said("the tunnel would be dug after all", "Abel Kowalczyk-Njoroge", "indirect"),),
        nobody=("Rosenkilde",),
    ),
    Case(
        "36-role-before",
        """The rector of the university resigned on Thursday over the sale of the botanical garden.

        Student leader Thandiwe Bergmansson said the garden belonged to everybody. The buyer is a hotel company.
        """,
        (Said("the garden belonged to everybody", "Thandiwe Bergmansson", "indirect"),),
    ),
    Case(
        "36-role-after",
        """The rector of the university resigned on Thursday over the sale of the botanical garden.

        "It was never his to sell," said Thandiwe Bergmansson, the students' leader. The buyer is a hotel company.
        """,
        (Said("It was never his to sell", "Thandiwe Bergmansson", "direct"),),
    ),
    Case(
        "37-surname-later",
        """Vikram Saarinen, a beekeeper in the hills above the lake, lost half of his hives this winter.

        The mites came early, and the summer had been wet. Saarinen said the rest would not survive another such
        year. The state pays nothing.""",
        (Said("the rest would not survive another such year", "Vikram Saarinen", "indirect"),),
    ),
    Case(
        "38-shared-surname",
        """Ilona Drummondo and Gregor Drummondo, who own the brewery together, appeared before the court on Monday.

        Drummondo said the beer had never been watered. The case goes on.""",
        (Said("the beer had never been watered", by=""),),
    ),
    Case(
        "39-possessive",
        """Oskar Bellweather-Diaz was arrested at the airport with two suitcases of banknotes.

        Bellweather-Diaz's lawyer said the money came from the sale of a house. The police are looking for the
        house.""",
        (Said("the money came from the sale of a house", by=""),),
        nobody=("Bellweather",),
    ),
    Case(
        "40-pronoun-chain",
        """Farida Lundqvistová met Kenji Abernathy on Wednesday, a week after she had called him a liar.

        She said the quarrel was over. He replied that he had never noticed one. They shook hands for the
        cameras.""",
        (
            Said("the quarrel was over", "Farida Lundqvistová"),
            Said("he had never noticed one", "Kenji Abernathy"),
        ),
    ),
    Case(
        "41-orphan",
        """Magdalena Oforiwaa put the last of her chickens in the van and shrugged.

        "I'm not coming back to this island."

        The ferry left at six. It will be the last one until the ice breaks.""",
        (Said("I'm not coming back to this island", "Magdalena Oforiwaa", "direct"),),
    ),
    Case(
        "42-unnamed-spokesman",
        """President Bertil Quashie did not attend the funeral on Saturday.

        A spokesman for the presidential office said the president had a cold. The widow left the church without a
        word.""",
        (Said("the president had a cold"),),
        nobody=("Quashie",),
    ),
    Case(
        "42-named-spokesman",
        """Yevgenia Mountbarrow has not been seen in public since her fall from a horse.

        Hamish Olatunji, a spokesman for Mountbarrow, said she would be back at work on Monday. Her deputy will
        open the bridge.""",
        (Said("she would be back at work on Monday", "Hamish Olatunji"),),
        nobody=("Mountbarrow",),
    ),
    Case(
        "43-organisation-then-nominal",
        """Six people fell ill after a wedding in the mountains.

        The Ministry of Fisheries said the mussels had come from a closed bay. It added that the bay would remain
        closed until winter. The ministry said nobody else was in danger.""",
        (
            Said("the mussels had come from a closed bay", "Ministry of Fisheries"),
            Said("the bay would remain closed until winter", "Ministry of Fisheries"),
            Said("nobody else was in danger", "Ministry of Fisheries"),
        ),
    ),
    Case(
        "44-metonym-capital",
        """The two neighbours have argued over the reservoir for a generation.

        Madrid said the water had been promised to its farmers. Talks in Lisbon are to resume in the autumn.""",
        (Said("the water had been promised to its farmers", "Madrid"),),
    ),
    Case(
        "44-metonym-palace",
        """Rumours about the king's health have filled the newspapers for a week.

        Corbenny Palace said the king was reading the papers with great interest. He is ninety-one.""",
        (Said("the king was reading the papers with great interest", "Corbenny Palace"),),
    ),
    Case(
        "45-joint",
        """The coalition will survive the summer, its two leaders told journalists on the steps of parliament.

        Henrike Castellanos and Uche Wintergreen said the budget was settled. Neither would take questions.""",
        (Said("the budget was settled", "Henrike Castellanos; Uche Wintergreen"),),
    ),
    Case(
        "45-collective",
        """A train left the rails near the border on Tuesday morning, and eleven people were hurt.

        Officials said the signal had failed in the frost. The driver, Casimir Holloway-Ito, is in hospital.""",
        (Said("the signal had failed in the frost", by="", source="Officials"),),
        nobody=("Holloway",),
    ),
    Case(
        "47-report",
        """The school on Canal Street was closed in April when a ceiling came down.

        A report by the building inspectors found that the beams had been rotten for years. The pupils are taught
        in a church.""",
        (Said("the beams had been rotten for years", act="evidence"),),
    ),
    Case(
        "47-medium-citing",
        """The steel works at the river may be sold before the end of the year.

        The Eastern Ledger reported, citing Olumide Farthing, the works' director, that two buyers had made an
        offer. The works employ nine hundred people.""",
        (Said("two buyers had made an offer", "Olumide Farthing", via="Eastern Ledger"),),
    ),
    Case(
        "48-hearsay",
        """The barn at the end of the lane was gone when the fire engine arrived.

        Constance Ogbodo told Arvid Pemberley-Sato that Milan Hartigan had said the wiring was older than the house.
        Nobody was hurt.""",
        (Said("the wiring was older than the house", "Milan Hartigan", via="Constance Ogbodo"),),
        nobody=("Pemberley",),
    ),
    Case(
        "49-addressee",
        """The bank lent the money within an hour, without a signature.

        Its former director, Jadwiga Montclair, told the committee that the computer had approved it. She could not
        recall the password.""",
        (Said("the computer had approved it", "Jadwiga Montclair", to="committee"),),
    ),
    Case(
        "50-criticised-for-saying",
        """The debate about the minimum wage reached parliament on Thursday.

        Labour leader Ferelith Amankwah attacked Silas Grönholm for saying that higher wages closed small shops. He
        owns a chain of supermarkets.""",
        (
            Said("higher wages closed small shops", "Silas Grönholm", inside="Silas Grönholm for saying"),
            Said(
                "Silas Grönholm for saying that higher wages closed small shops",
                "Ferelith Amankwah",
                roughly=True,
            ),
        ),
    ),
    Case(
        "51-passive-with-a-speaker",
        """The rocket fell into the sea four minutes after its start.

        Professor Chiamaka Volkonsky was quoted as saying that the fuel had been too cold. The next attempt is
        planned for May.""",
        (Said("the fuel had been too cold", "Chiamaka Volkonsky"),),
    ),
    Case(
        "52-post",
        """The goalkeeper Anselm Takahara-Bouvier has left the club after fourteen seasons.

        Takahara-Bouvier wrote on his Instagram account: "My gloves stay in the locker." His contract had two more
        years to run.""",
        (Said("My gloves stay in the locker", "Anselm Takahara-Bouvier", "direct", "speech"),),
    ),
    Case(
        "53-translation",
        """Marshal Temirkhan Ashgrove inspected the new bridge on the army's birthday.

        "A river is not a border," Ashgrove said in his own language, as state television translated it. The bridge
        will be opened to traffic in June.""",
        (Said("A river is not a border", "Temirkhan Ashgrove", "direct"),),
    ),
    Case(
        "54-told-me",
        """I met the poet Saoirse Nakagawa-Bell in a station café on a wet Sunday.

        Nakagawa-Bell told me that she had burned the first version. The second one is four hundred pages long.""",
        (Said("she had burned the first version", "Saoirse Nakagawa-Bell"),),
    ),
]


@each(CASES)
def test_who(case: Case) -> None:
    check(case)


def test_46_anonymous_stays_unnamed() -> None:
    text = prose(
        """The merger of the two shipping lines may fail this week. Leander Achterberg-Musa leads the larger one.

        A person briefed on the talks said the debts had been hidden. Both companies' shares fell on Friday."""
    )
    (found,) = [one for one in quotetrack.extract(text) if has_words(one.text, "the debts had been hidden")]
    assert found.source is not None
    assert found.source.text == "A person briefed on the talks"
    assert "Achterberg" not in "".join(speaker.name for speaker in found.speakers)


def test_54_narrator_is_not_the_one_met() -> None:
    text = prose(
        """I met the poet Saoirse Nakagawa-Bell in a station café on a wet Sunday, and she asked what I had thought of
        her book.

        "I never finished it," I told her. She laughed and ordered another cake."""
    )
    (found,) = [one for one in quotetrack.extract(text) if has_words(one.text, "I never finished it")]
    assert found.speakers == ()
    assert found.source is not None
    assert found.source.text == "I"
