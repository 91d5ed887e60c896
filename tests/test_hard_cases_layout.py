"""Hard cases 55 to 60: the layout of an article."""

from __future__ import annotations

from hard_cases import Case, Said, check, each

CASES = [
    Case(
        "55-transcript-in-capitals",
        """Interview with Philippa Onwuachi, head of the national weather service

        Q: Why did nobody warn the villages?

        ONWUACHI: The warning was sent at four, and it reached an empty office.

        Q: Who should have been there?

        ONWUACHI: I should have been there myself.""",
        (
            Said("The warning was sent at four, and it reached an empty office", "Philippa Onwuachi"),
            Said("I should have been there myself", "Philippa Onwuachi"),
        ),
    ),
    Case(
        "55-transcript-names",
        """Wendeline Ó Faoláin, the mayor, answered our questions about the swimming pool.

        Reporter: When will the pool be open again?

        Ó Faoláin: The pool will open in July, with or without the slide.""",
        (Said("The pool will open in July, with or without the slide", "Wendeline Ó Faoláin"),),
    ),
    Case(
        "56-labels-of-nobody",
        """NOTE: Prices are those of last Friday and include the ferry.

        Update: The road to the beach is open again.

        Photo: The old harbour at low tide

        The campsite on the point has forty places, a shop and a shower. It closes in October.""",
        only=True,
    ),
    Case(
        "57-dash",
        """The city's new ferries were named on Sunday, after a vote in which nine thousand people took part.

        "I voted for the otter and I regret nothing." — Commissioner Zebedee Kristoffersen

        The first of them sails in May.""",
        (Said("I voted for the otter and I regret nothing", "Zebedee Kristoffersen", "direct"),),
    ),
    Case(
        "58-introduced-block",
        """The board of the orchestra answered the strikers' letter within a day.

        And from its chair, Perpetua Vandersloot:

        "We have read your letter twice, and we will read it again with the auditors."

        The strike is in its third week.""",
        (
            Said(
                "We have read your letter twice and we will read it again with the auditors",
                "Perpetua Vandersloot",
                "direct",
            ),
        ),
    ),
    Case(
        "59-furniture",
        """By Isidora Penhaligon-Wu

        PORT ESKEL (Meridian Press) — The snow that fell on the coast overnight closed four schools and the
        airport.

        Buses ran an hour late, and the mail did not come.

        Reporting by Isidora Penhaligon-Wu; Editing by Tobias Mbah, with assistance from the bureau in Larne

        Copyright 2024 Meridian Press. All rights reserved. This material may not be published, broadcast or
        rewritten.""",
        only=True,
    ),
    Case(
        "60-title-then-body",
        """Opera house will open in spring, says Wrenfield-Abe

        The opera house will open in spring, Clementine Wrenfield-Abe said on Tuesday. It has been a building site
        for eleven years, and two architects have left it.""",
        (Said("The opera house will open in spring", "Clementine Wrenfield-Abe", roughly=True),),
        only=True,
    ),
]


@each(CASES)
def test_layout(case: Case) -> None:
    check(case)
