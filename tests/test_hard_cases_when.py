"""Hard cases 61 to 63: when it was said."""

from __future__ import annotations

import datetime as dt

from hard_cases import Case, Said, check, each

DATELINE = """EAST VARRICK, Sept. 20 (Meridian) — The strike at the salt mine is over, and the first shift went down at
six.

{} The mine had been closed for eleven weeks."""

CASES = [
    Case(
        "61-same-weekday-as-the-dateline",
        DATELINE.format(
            "Union leader Rosamund Achebe-Lind said on Wednesday that the miners had won every point."
        ),
        (
            Said(
                "the miners had won every point",
                "Rosamund Achebe-Lind",
                date="2023-09-20",
                basis="stated",
            ),
        ),
        day=dt.date(2023, 9, 21),
    ),
    Case(
        "61-weekday-before-the-dateline",
        DATELINE.format(
            "Union leader Rosamund Achebe-Lind said on Sunday that the miners had won every point."
        ),
        (Said("the miners had won every point", date="2023-09-17", basis="stated"),),
        day=dt.date(2023, 9, 20),
    ),
    Case(
        "61-no-day-said",
        DATELINE.format("Union leader Rosamund Achebe-Lind said the miners had won every point."),
        (Said("the miners had won every point", date="2023-09-20", basis="article"),),
        day=dt.date(2023, 9, 20),
    ),
    Case(
        "62-stated-date",
        """The dunes behind the hotel have lost nine metres since they were first measured.

        In 2017 the geographer Valdís Ekwueme said the hotel would stand in the sea within ten years. Its terrace
        went in the storm of last December.""",
        (
            Said(
                "the hotel would stand in the sea within ten years",
                "Valdís Ekwueme",
                date="2017-01-01",
                basis="stated",
            ),
        ),
    ),
    Case(
        "63-no-date",
        """The choir has sung in the chapel every week since it was founded.

        "We have never once been on time," said its conductor, Barnaby Szymanski-Osei. He told the choir on Monday
        that the organ would be repaired.""",
        (
            Said("We have never once been on time", "Barnaby Szymanski-Osei", date="None"),
            Said("the organ would be repaired", date="None"),
        ),
        day=None,
    ),
]


@each(CASES)
def test_when(case: Case) -> None:
    check(case)
