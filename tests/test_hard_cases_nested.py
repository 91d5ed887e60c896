"""Hard cases 48 and 50 again, with others: statements within statements."""

from __future__ import annotations

from hard_cases import Case, Said, check, each

CASES = [
    Case(
        "48-hearsay-with-said",
        """The boat was gone when they came down to the quay on Sunday.

        Vera Stanhope told Otis Bramble that Leda Quintrell had said the engine was on fire. Nobody was on board.""",
        (
            Said("Leda Quintrell had said the engine was on fire", "Vera Stanhope", to="Otis Bramble"),
            Said(
                "the engine was on fire",
                "Leda Quintrell",
                via="Vera Stanhope",
                inside="Leda Quintrell had said the engine was on fire",
            ),
        ),
    ),
    Case(
        "48-hearsay-in-a-quotation",
        """The river has been rising since the weekend, and the school is shut.

        "My father told me the river would come back," Bruna Oyelaran said. The bridge was closed at noon.""",
        (
            Said("My father told me the river would come back", "Bruna Oyelaran", "direct"),
            Said("the river would come back", by="", via="Bruna Oyelaran", inside="My father told me"),
        ),
    ),
    Case(
        "48-own-words-are-no-hearsay",
        """The bakery will close at the end of the month, after ninety years.

        "I said in May that the oven was finished," Piet Zandvoorde told reporters. The building will be sold.""",
        (Said("I said in May that the oven was finished", "Piet Zandvoorde", "direct"),),
        only=True,
    ),
    Case(
        "50-blamed-for-claiming",
        """The council met about the bridge until midnight on Tuesday.

        Senator Ione Bakshi criticised Marlo Pettibone for claiming that the bridge was safe. He had built it.""",
        (
            Said("Marlo Pettibone for claiming that the bridge was safe", "Ione Bakshi"),
            Said("the bridge was safe", "Marlo Pettibone", inside="Marlo Pettibone for claiming"),
        ),
    ),
    Case(
        "50-quoted-as-saying",
        """A warehouse burned down near the harbour on Monday night.

        The Evening Post quoted a witness as saying he had seen smoke at noon. The cause is not known.""",
        (
            Said("a witness as saying he had seen smoke at noon", "Evening Post"),
            Said("he had seen smoke at noon", by="", inside="a witness as saying"),
        ),
    ),
]


@each(CASES)
def test_within_another(case: Case) -> None:
    check(case)
