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
        "55-transcript-of-a-hearing",
        """Dairy inquiry hears its third witness, the cheesemaker Amabel Thorncroft

        COUNSEL: When did you first see the letter?

        MS THORNCROFT: In March. It was on my desk when I came back from lunch.

        COUNSEL: And what did your brother say?

        MS THORNCROFT: He told me to burn it.

        NOTE: The transcript has been shortened.""",
        (
            Said("When did you first see the letter?", by=""),
            Said("In March. It was on my desk when I came back from lunch.", "Amabel Thorncroft"),
            Said("He told me to burn it.", "Amabel Thorncroft"),
        ),
        never=("transcript has been shortened",),
    ),
    Case(
        "55-transcript-of-letters",
        """Q&A with Ludovica Marchetti

        Q. How late do the night buses run?

        A. Until four. My father ended at two, and nobody minded.

        Q. Who pays for them?

        A. The town does, and I thank it every morning.""",
        (
            Said("How late do the night buses run?", by=""),
            Said("Until four. My father ended at two, and nobody minded.", "Ludovica Marchetti"),
            Said("The town does, and I thank it every morning.", "Ludovica Marchetti"),
        ),
    ),
    Case(
        "55-transcript-in-one-line",
        """Chair Edda Rasmussen opened the meeting. Q: Why is the pool shut? RASMUSSEN: Because it leaks. Q: Since
        when? RASMUSSEN: Since it was built.""",
        (Said("Because it leaks.", "Edda Rasmussen"), Said("Since it was built.", "Edda Rasmussen")),
    ),
    Case(
        "55-transcript-by-a-paper",
        """Petra Vandenhove swam round the island in June. We met her on the beach.

        The Islander: Were you ever afraid?

        Vandenhove: Only of the ferry. It does not stop for anybody.

        The Islander: Would you do it again?

        Vandenhove: Ask me in a year.

        Photo: Petra Vandenhove on the beach""",
        (
            Said("Only of the ferry. It does not stop for anybody.", "Petra Vandenhove"),
            Said("Ask me in a year.", "Petra Vandenhove"),
        ),
        never=("Petra Vandenhove on the beach",),
    ),
    Case(
        "56-labels-that-come-again",
        """UPDATE: The road to the beach is open again.

        CORRECTION: An earlier version gave the wrong age.

        UPDATE: The ferry runs from six. Do you have a picture of the storm?

        READ MORE: Why the bridge fell""",
        only=True,
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
        "57-dashes-of-readers",
        """Readers wrote to us about the bells.

        "I have slept through worse and I will again." — Ned Oakhanger, Lower Quay

        "They are the only clock I own." -- Mrs. Ita Mulqueen, 81""",
        (
            Said("I have slept through worse and I will again.", "Ned Oakhanger", "direct"),
            Said("They are the only clock I own.", "Ita Mulqueen", "direct"),
        ),
    ),
    Case(
        "57-dash-before-a-title",
        """The library has two new books.

        "Nobody Asked the Heron" — Jolanta Marsh

        It opens at nine.""",
        only=True,
    ),
    Case(
        "58-introduced-statement",
        """Here is the statement of Marguerite Sable, the coach:

        "I have asked the club to release me. I will not say more until the cup is over."

        She has been in the job since May.""",
        (
            Said(
                "I have asked the club to release me. I will not say more until the cup is over.",
                "Marguerite Sable",
                "direct",
            ),
        ),
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
        "59-more-furniture",
        """The Meridian Press contributed to this report. It was produced with assistance from the Larne Fund.

        Follow Isidora Penhaligon-Wu on Twitter @penwu. Email her at wu@meridian.example.

        © 2024 Tide Media Ltd. All rights reserved. Sign up for our newsletter.""",
        only=True,
    ),
    Case(
        "60-quotation-as-a-title",
        """‘I never touched the money’

        LARNE — The treasurer of the choir appeared before the court on Friday.

        ‘I never touched the money,’ Aldous Pinckney said on the steps outside.""",
        (Said("I never touched the money", "Aldous Pinckney", "direct"),),
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
