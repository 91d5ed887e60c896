"""Hard cases 14 to 21: indirect speech."""

from __future__ import annotations

from hard_cases import Case, Said, check, each

CASES = [
    Case(
        "14-without-that",
        """The finance minister, Ingeborg Tanaka, presented the budget on Wednesday.

        Tanaka said duties on tobacco would double within three years. The budget is expected to pass.""",
        (Said("duties on tobacco would double within three years", "Ingeborg Tanaka", "indirect", "speech"),),
    ),
    Case(
        "15-parenthetical",
        """Engineers have been working on the old viaduct since February.

        The viaduct, Desta Wolderufael, the chief engineer, said, will carry trains again by Christmas. Tickets
        went on sale on Monday.""",
        (Said("The viaduct / will carry trains again by Christmas", "Desta Wolderufael", "indirect"),),
    ),
    Case(
        "15-cue-behind",
        """The flood has reached the lower streets of the town, and schools are closed.

        Some two hundred families will spend the night in the sports hall, the mayor, Ottilie Brankovan, said on
        Tuesday.""",
        (
            Said(
                "Some two hundred families will spend the night in the sports hall",
                "Ottilie Brankovan",
                "indirect",
            ),
        ),
    ),
    Case(
        "16-according-to",
        """A crane fell on a row of parked cars in the northern suburbs on Monday afternoon.

        According to Inspector Farrukh Dallimore, three people were treated for shock. The street will stay closed
        until Wednesday.""",
        (Said("three people were treated for shock", "Farrukh Dallimore", "indirect"),),
    ),
    Case(
        "16-according-to-behind",
        """The museum has lost a tenth of its collection since the war.

        At least ninety paintings were sold abroad, according to Solveig Nakamatsu, a historian at the university.
        None has come back.""",
        (Said("At least ninety paintings were sold abroad", "Solveig Nakamatsu", "indirect"),),
    ),
    Case(
        "17-noun-cue",
        """Geologist Amara Lindqvist-Obi has watched the hillside for ten years.

        Her warning that the slope would give way was ignored by the council. On Sunday it buried the road.""",
        (Said("the slope would give way", "Amara Lindqvist-Obi", "indirect"),),
    ),
    Case(
        "17-noun-cue-infinitive",
        """Boxing officials will look again at Saturday's fight in the capital.

        Champion Teófilo Barrancas repeated his claim to have been robbed by the judges. The film of the last round
        will be shown to a panel.""",
        (Said("to have been robbed by the judges", "Teófilo Barrancas", "indirect"),),
    ),
    Case(
        "18-scoffed",
        """The opposition wants to hold the election in September.

        "They could not organise a picnic," Prime Minister Wilhelmina Adu scoffed. Her own party is eleven points
        behind.""",
        (Said("They could not organise a picnic", "Wilhelmina Adu", "direct", "speech"),),
    ),
    Case(
        "18-sighed",
        """Tickets for the final were gone within four minutes on Friday.

        "I was number nine thousand in the line," sighed Caspian Murungi, a supporter since childhood. He will
        watch it in a pub.""",
        (Said("I was number nine thousand in the line", "Caspian Murungi", "direct", "speech"),),
    ),
    Case(
        "18-deadpanned",
        """The actress Zuzana Kowalczenko opened her own exhibition on Thursday with one arm in plaster.

        "The dog won," she deadpanned. The pictures are on show until August.""",
        (Said("The dog won", "Zuzana Kowalczenko", "direct", "speech"),),
    ),
    Case(
        "18-shot-back",
        """Members of the committee questioned the banker Lorcan Abiodun for three hours.

        "I have answered that twice already," Abiodun shot back when he was asked about the loan. The hearing goes
        on next week.""",
        (Said("I have answered that twice already", "Lorcan Abiodun", "direct", "speech"),),
    ),
    Case(
        "19-promised-to",
        """The governor of the province has been under pressure since the fire.

        Governor Hyacinth Okparaebo promised to resign if the report found her at fault. The report is due in
        March.""",
        (
            Said(
                "to resign if the report found her at fault",
                "Hyacinth Okparaebo",
                "indirect",
                polarity="affirmed",
            ),
        ),
    ),
    Case(
        "19-threatened-to",
        """Residents of the tower have had no lift since Easter.

        Their spokeswoman, Paloma Iversdatter, threatened to sue the owner over the broken lift. The company that
        owns the tower is based abroad.""",
        (Said("to sue the owner over the broken lift", "Paloma Iversdatter", "indirect"),),
    ),
    Case(
        "20-headline-with-colon",
        """Ferreira-Lund: Hospital will keep its night ward

        The health minister, Beatriz Ferreira-Lund, visited the island on Monday. The hospital treats eleven
        thousand people a year.""",
        (Said("Hospital will keep its night ward", "Beatriz Ferreira-Lund", "indirect"),),
    ),
    Case(
        "20-headline-says",
        """Night ward is safe, says Ferreira-Lund

        The health minister, Beatriz Ferreira-Lund, visited the island on Monday. The hospital treats eleven
        thousand people a year.""",
        (Said("Night ward is safe", "Beatriz Ferreira-Lund", "indirect"),),
    ),
    Case(
        "21-question",
        """The ship has been lying off the cape with a broken rudder since Friday.

        The harbour master, Jarek Tūhoe, asked whether the crew had enough water. A tug is on its way from the
        mainland.""",
        (Said("whether the crew had enough water", "Jarek Tūhoe", "indirect", "speech"),),
    ),
]


@each(CASES)
def test_indirect_speech(case: Case) -> None:
    check(case)
