"""Hard cases 1 to 13: quotation marks."""

from __future__ import annotations

from hard_cases import Case, Said, check, each

CASES = [
    Case(
        "01-inverted",
        """The ferry company has cancelled its winter timetable after both of its engines broke down.

        "We have run out of spare parts," said Tamsin Oyelaran, the company's director. Passengers were offered
        seats on a bus instead.""",
        (Said("We have run out of spare parts", "Tamsin Oyelaran", "direct"),),
        only=True,
    ),
    Case(
        "02-split",
        """Rasmus Kvitberg lost the harbour election by eleven votes on Sunday.

        "We knocked on every door," Kvitberg said, "and it was still not enough." He left the hall by a side
        entrance with his wife and two sons.""",
        (Said("We knocked on every door / and it was still not enough", "Rasmus Kvitberg", "direct"),),
        only=True,
    ),
    Case(
        "02-split-over-two-sentences",
        """The orchestra will not play next season, its manager, Lupe Arrazola, announced in the foyer.

        “Nobody is to blame,” Arrazola said. “The roof simply cannot be repaired in time.” The hall was built in
        1931 and has not been renovated since.""",
        (Said("Nobody is to blame / The roof simply cannot be repaired in time", "Lupe Arrazola", "direct"),),
    ),
    Case(
        "03-several-paragraphs",
        """Hana Morikubo, who has led the fishing cooperative for nine years, spoke to members on Monday evening.

        "When I began there were forty boats in this bay," Morikubo said. "Now there are six, and two of them
        are mine.

        "My daughter wants to study engineering, and I have told her to go.

        "Somebody has to stay, but it does not have to be her."

        The cooperative meets again in June. Its books will be open to members until then.""",
        (
            Said(
                """When I began there were forty boats in this bay Now there are six and two of them are mine
                My daughter wants to study engineering and I have told her to go
                Somebody has to stay but it does not have to be her""",
                "Hana Morikubo",
                "direct",
            ),
        ),
        never=("cooperative meets",),
    ),
    Case(
        "03-several-paragraphs-curly",
        """The bakery on Tanner Street will close at the end of the month.

        “My knees are finished,” said Piet Zandvoorde, its owner. “I get up at two, and I am sixty-eight.

        “There is nobody to take over. The ovens are as old as I am.”

        Three other bakeries in the town have closed since the spring.""",
        (
            Said(
                "My knees are finished / I get up at two and I am sixty-eight / "
                "There is nobody to take over The ovens are as old as I am",
                "Piet Zandvoorde",
                "direct",
            ),
        ),
        never=("other bakeries",),
    ),
    Case(
        "04-never-closed",
        """The inquiry into the bridge heard its last witness on Tuesday.

        "I signed the drawings without reading them, Siobhan Tierloch, an engineer, told the panel.

        The panel will publish its findings in the autumn. Its chairman left without speaking to reporters.

        "It was a long day for everybody," Dragan Velikovac, a lawyer for the families, said outside.""",
        (Said("It was a long day for everybody", "Dragan Velikovac", "direct"),),
        never=("panel will publish", "chairman left"),
    ),
    Case(
        "05-nested-single-in-double",
        """Kwabena Asantefo was dismissed from the port on Friday after twenty years.

        "My foreman looked at me and said 'do not come back tomorrow'," Asantefo said. He has engaged a lawyer,
        and the union has called a meeting.""",
        (Said("My foreman looked at me and said 'do not come back tomorrow'", "Kwabena Asantefo", "direct"),),
    ),
    Case(
        "05-nested-double-in-single",
        """The minister, Marisol Quintanar, defended the new school rules in parliament yesterday.

        ‘A teacher wrote to me that the rules were “madness on paper”, and I agreed with her,’ Quintanar said. The
        opposition laughed.""",
        (
            Said(
                "A teacher wrote to me that the rules were “madness on paper” and I agreed with her",
                "Marisol Quintanar",
                "direct",
            ),
        ),
    ),
    Case(
        "06-single-quote-house-style",
        """Aroha Te Manawe swam the strait in under nine hours, an hour faster than anybody before her.

        'I couldn't feel my hands after the lighthouse,' Te Manawe said on the beach. 'The seals' company helped.'
        She plans to rest until July.""",
        (
            Said(
                "I couldn't feel my hands after the lighthouse / The seals' company helped",
                "Aroha Te Manawe",
                "direct",
            ),
        ),
        never=("said on the beach",),
    ),
    Case(
        "07-apostrophes",
        """The dairy farmers' union has fought over milk since the '80s, when its members' tankers blocked the
        capital's ring road.

        The farmers' union said it wasn't consulted about this year's prices. Its chairman, Yusuf Demirkaya, is
        to meet the ministry's experts next week.""",
        (Said("it wasn't consulted about this year's prices", kind="indirect"),),
        only=True,
    ),
    Case(
        "08-mixed-marks",
        """Ishaan Vedwan closed the last of his cinemas on Wednesday night with a film from 1962.

        “People stopped coming on Sundays," Vedwan said. The building will become a hotel.

        "I will miss the smell of the carpet,” he said.""",
        (
            Said("People stopped coming on Sundays", "Ishaan Vedwan", "direct"),
            Said("I will miss the smell of the carpet", "Ishaan Vedwan", "direct"),
        ),
        never=("will become a hotel",),
    ),
    Case(
        "09-ellipsis-and-bracket",
        """Senator Oluchi Brandvold withdrew her support for the pension law on Thursday.

        "[The law] … was wrote [sic] by people who have never worked nights," Brandvold said in a letter to her
        party. The vote is planned for Monday.""",
        (
            Said(
                "[The law] … was wrote [sic] by people who have never worked nights",
                "Oluchi Brandvold",
                "direct",
            ),
        ),
    ),
    Case(
        "10-mixed",
        """The council voted for the incinerator by nine to eight late on Tuesday.

        Councillor Tevita Moala called the decision "a gift to the builders" and said it would poison the river.
        His motion to postpone the vote had failed earlier in the evening.""",
        (
            Said('the decision "a gift to the builders"', "Tevita Moala", "mixed", roughly=True),
            Said("it would poison the river", "Tevita Moala", "indirect"),
        ),
    ),
    Case(
        "10-mixed-in-one-content",
        """The airline will stop flying to the islands in October, it announced on Friday.

        Its director, Brigid Castellane, said the route had become "a hole in our pocket" since the price of fuel
        doubled. The islanders will have to take the boat.""",
        (
            Said(
                'the route had become "a hole in our pocket" since the price of fuel doubled',
                "Brigid Castellane",
                "mixed",
            ),
        ),
    ),
    Case(
        "11-sentence-end-inside",
        """The judge turned to the witness, Noor Halvorsen, shortly before noon.

        "Who gave you the key?" she asked. Halvorsen looked at the floor.

        "My brother did!" he said. The court rose for lunch.""",
        (
            Said("Who gave you the key?", kind="direct"),
            Said("My brother did!", kind="direct"),
        ),
        never=("Halvorsen looked", "court rose"),
    ),
    Case(
        "12-stray-odd-mark",
        """Two men were rescued from the cliffs below Saint Orla on Saturday, the coastguard's log shows.

        The rope was 30" too short, and the crew" had to wait for another.

        "They were singing when we found them," said Bethan Uchenna, who led the crew. Both were taken to
        hospital.

        "I thought it was the radio," she said. The men are expected to go home on Monday.""",
        (
            Said("They were singing when we found them", "Bethan Uchenna", "direct"),
            Said("I thought it was the radio", "Bethan Uchenna", "direct"),
        ),
        never=("had to wait", "taken to hospital"),
    ),
    Case(
        "13-guillemets",
        """The theatre in the old town will stay closed, its director, Mireille Fauconnet, wrote to subscribers.

        «The ceiling came down during a rehearsal», Fauconnet said. Nobody was hurt.""",
        (Said("The ceiling came down during a rehearsal", "Mireille Fauconnet", "direct"),),
    ),
    Case(
        "13-low-marks",
        """The mountain railway will not open before June, the operator has announced.

        „There are four metres of snow on the pass“, Matthias Brunnhuber said. He runs the railway with his
        sister.""",
        (Said("There are four metres of snow on the pass", "Matthias Brunnhuber", "direct"),),
    ),
]


@each(CASES)
def test_quotation_marks(case: Case) -> None:
    check(case)
