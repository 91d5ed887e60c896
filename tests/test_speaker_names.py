"""What a speaker is called: names as the tagger cuts them, their types and roles."""

from __future__ import annotations

import pytest
from speaking import INTRODUCED, voices

ROLES = [
    ("titles", "{Chinese State Councilor Wei Lan} <said> [so].", "person", "Chinese State Councilor"),
    ("apposition", "{Pelk, a spokesman for Rook,} <said> [so].", "person", "spokesman for Rook"),
    ("before", "On Monday {longtime pollster Ada Rook} <said> [so].", "person", "longtime pollster"),
    ("introduced-before", INTRODUCED + "{Rook} <said> [so].", "person", "mayor of Harbour City"),
    (
        "appositive-before",
        "A lawyer for the port, Ada Rook, spoke. {Rook} <said> [so].",
        "person",
        "lawyer for the port",
    ),
    ("abbreviation-in-it", "{Ada Rook, an aide to Mr. Hale,} <said> [so].", "person", "aide to Mr. Hale"),
    (
        "of-a-pronoun",
        "Ada Rook sent her spokesman, Tom Pelk, to us. {Pelk} <said> [so].",
        "person",
        "spokesman",
    ),
    ("relation-is-no-role", "Hale met his counterpart Ada Rook. {Rook} <said> [so].", "person", None),
    ("clause-is-no-role", "{Ada Rook}, you're a lawyer, <said> [so].", "person", None),
    ("called-a-medium", "[So], public broadcaster {RKV} <reported>.", "organization", None),
    ("numbered", "On Monday {Title IV} <said> [so].", None, None),
    ("law", "{The Harbour Safety Act} <says> [so].", "document", None),
    ("party-group", "On Monday {House Republicans} <said> [so].", "group", None),
    ("one-of-several", "Sens. Ada Rook and Uche Hale met. {Rook} <said> [so].", "person", "Sen."),
    ("verb", "In a speech denouncing candidate Ada Rook, {Rook} <said> [so].", "person", "candidate"),
    (
        "verb-in-the-past",
        "On Monday Uche Hale accused nominee Ada Rook. {Rook} <said> [so].",
        "person",
        "nominee",
    ),
    ("participle", "{Lume-based lawyer Ada Rook} <said> [so].", "person", "Lume-based lawyer"),
    (
        "capital-participle",
        "On Monday {Planned Harbour’s president Ada Rook} <said> [so].",
        "person",
        "Planned Harbour’s president",
    ),
    ("owner-before", "{Lume's founder, Ada Rook,} <said> [so].", "person", "Lume's founder"),
    (
        "owner-in-a-sentence",
        "On Monday Mr. Hale's lawyer, Ada Rook, came. {Rook} <said> [so].",
        "person",
        "Mr. Hale's lawyer",
    ),
    (
        "owner-of-of",
        "{The Bank of Lume's chief economist, Ada Rook,} <said> [so].",
        "person",
        "Bank of Lume's chief economist",
    ),
    (
        "year",
        "It was the year Lume's founder, Ada Rook, left. {Rook} <said> [so].",
        "person",
        "Lume's founder",
    ),
    ("being", "Among them was student Ada Rook. {Rook} <said> [so].", "person", "student"),
    ("address-behind", "It was, unlike with {Harbour-made Mr. Rook}, <said> [so].", "person", "Harbour-made"),
    ("contrast", "Unlike Senator Ada Rook, he left. {Rook} <said> [so].", "person", "Senator"),
    (
        "of-of-a-title",
        "{Chief Of Staff Ada Rook} <said> [so].",
        "person",
        "Chief Of Staff",
    ),
    ("another-person", "Ada Rook, and Senator Uche Hale, met. {Rook} <said> [so].", "person", None),
    ("then", "{Ada Rook, then a watch volunteer,} <said> [so].", "person", "watch volunteer"),
    ("most", "Ada Rook ran. She is the most able candidate {Rook} <said> [so].", "person", None),
    ("none", "On Monday {Ada Rook} <said> [so].", "person", None),
    ("address-is-no-role", "Ada Rook spoke. {Ms. Rook} <said> [so].", "person", None),
    ("country", "{Japan} <said> [so].", "place", None),
    ("body", "{The Ministry of Tides} <said> [so].", "organization", None),
]


def test_a_role_that_the_tagger_cuts() -> None:
    case = "On Monday {Foreign Minister Ada Rook} <said> [so]."
    assert (
        voices(case, (("Foreign", "other"), ("Ada Rook", "person")))[0].speakers[0].role == "Foreign Minister"
    )


@pytest.mark.parametrize(("case", "kind", "role"), [pytest.param(*c[1:], id=c[0]) for c in ROLES])
def test_types_and_roles(case: str, kind: str | None, role: str | None) -> None:
    (speaker,) = voices(case)[0].speakers
    assert (speaker.type, speaker.role) == (kind, role)


def test_the_tagger_decides_what_words_do_not_tell() -> None:
    case = "{Quillon} <said> [so] in Quillon. Later Ada Rook of Quillon left."
    (speaker,) = voices(case, (("Quillon", "organization"),))[0].speakers
    assert (speaker.name, speaker.type) == ("Quillon", "organization")


def test_a_wrong_type_of_the_tagger_gives_way_to_titles() -> None:
    case = "{Sen. Quillon} <said> [so]. {1:Mr. Quillon} <1:left> [1:early]."
    assert [v.speakers[0].type for v in voices(case, (("Quillon", "place"),))] == ["person", "person"]


TAGGED = [
    (
        "nickname",
        'On Monday {Gis "Little Anchor" Pelk} <said> [so].',
        (("Gis", "person"), ("Pelk", "person")),
        "Gis Pelk",
    ),
    (
        "surname-of-several-words",
        "Ilse Garcia Ortega spoke. {Garcia Ortega} <said> [so].",
        (("Ilse Garcia Ortega", "person"), ("Garcia Ortega", "person")),
        "Ilse Garcia Ortega",
    ),
    (
        "title-of-a-body",
        "On Monday {Speaker of the House Ada Rook} <said> [so].",
        (("House", "organization"), ("Ada Rook", "person")),
        "Ada Rook",
    ),
    ("head-behind", "On Monday {Corbenny House} <said> [so].", (("Corbenny", "person"),), "Corbenny House"),
    (
        "head-of",
        "{The Union of Tide Workers} <said> [so].",
        (("Union of Tide", "organization"),),
        "Union of Tide Workers",
    ),
    (
        "cut-behind-for",
        "{The Lume Centre for Harbour Research} <said> [so].",
        (("Lume Centre for", "organization"), ("Harbour Research", "organization")),
        "Lume Centre for Harbour Research",
    ),
    (
        "ends-in-for",
        "{The Lume Centre for harbours} <said> [so].",
        (("Lume Centre for", "organization"),),
        "Lume Centre",
    ),
    (
        "what-it-is-about",
        "On Monday {the Lume Committee on Harbours} <said> [so].",
        (("Lume Committee", "organization"),),
        "Lume Committee on Harbours",
    ),
    (
        "what-it-is-about-and-more",
        "{The Centre on Tides and Policy Goals} <said> [so].",
        (("Centre", "organization"),),
        "Centre on Tides and Policy Goals",
    ),
    (
        "circuit",
        "{The Court of Appeals for the Tide Circuit} <said> [so].",
        (("Court of Appeals for", "organization"), ("Tide Circuit", "organization")),
        "Court of Appeals for the Tide Circuit",
    ),
    (
        "day-behind-on",
        "{The Lume Committee} <said> on Monday [so]. The Lume Committee on Monday met.",
        (("Lume Committee", "organization"),),
        "Lume Committee",
    ),
    (
        "whom-it-is-for",
        "The Lume Committee for Ada Rook met. {Rook} <said> [so].",
        (("Lume Committee", "organization"), ("Ada Rook", "person"), ("Rook", "person")),
        "Ada Rook",
    ),
    (
        "body-of-many",
        "{The National Farmers' Union} <said> [so].",
        (("National Farmers' Union", "organization"),),
        "National Farmers' Union",
    ),
    ("particle", "{Detlef zur Mühlen} <said> [so].", (("Detlef", "person"),), "Detlef zur Mühlen"),
    (
        "elided-particle",
        "{Clothilde d’Aubremesnil} <said> [so].",
        (("Clothilde d’Aubremesnil", "person"),),
        "Clothilde d’Aubremesnil",
    ),
    ("father", "{Fr Colm Tuohy} <said> [so].", (("Fr Colm Tuohy", "person"),), "Colm Tuohy"),
    (
        "council-of-a-town",
        "{Brackwater Borough Council} <said> [so].",
        (("Brackwater", "person"),),
        "Brackwater Borough Council",
    ),
    (
        "body-of-two-trades",
        "{The Bakers and Confectioners Union} <said> [so].",
        (("Bakers", "organization"), ("Confectioners Union", "organization")),
        "Bakers and Confectioners Union",
    ),
    (
        "body-of-a-country",
        "{Marewatch Australia} <said> [so].",
        (("Marewatch", "organization"),),
        "Marewatch Australia",
    ),
    ("body-of-many-untagged", "It rained. {The Referees’ Guild} <said> [so].", (), "Referees’ Guild"),
    (
        "body-of-people",
        "{The Women's Tide Front} <said> [so].",
        (),
        "Women's Tide Front",
    ),
    ("councillor", "{Cllr Quilla Rook} <said> [so].", (("Cllr Quilla Rook", "person"),), "Quilla Rook"),
    ("partners", "{Voss & Sons} <said> [so].", (("Voss", "person"),), "Voss & Sons"),
    (
        "partners-of-two-names",
        "{Pelk & Voss} <said> [so].",
        (("Pelk", "person"), ("Voss", "person")),
        "Pelk & Voss",
    ),
    (
        "nickname-seen-apart",
        '{William "Bill" Thorn} <said> [so].',
        (("William", "person"), ("Bill", "person"), ("Thorn", "person")),
        "William Thorn",
    ),
    ("nickname-and-no-surname", '{Mara "The Hammer" Voss} <said> [so].', (("Mara", "person"),), "Mara Voss"),
    ("partners-cut", "{Voss & Sons} <said> [so].", (("Voss &", "organization"),), "Voss & Sons"),
    (
        "given-name-apart",
        "It rained. {Ole Nygaard, 60,} <said> [so].",
        (("Ole", "person"), ("Nygaard", "person")),
        "Ole Nygaard",
    ),
    (
        "given-name-untagged",
        "It rained. {Ole Nygaard, 60,} <said> [so].",
        (("Nygaard", "person"),),
        "Ole Nygaard",
    ),
    ("verb-and-name", "Will Nygaard go? {Nygaard} <said> [so].", (("Nygaard", "person"),), "Nygaard"),
    (
        "cut-behind-a-particle",
        "It rained. {Jean-Luc de la Tour} <said> [so].",
        (("Jean-Luc de", "person"),),
        "Jean-Luc de la Tour",
    ),
    (
        "cut-before-a-particle",
        "It rained. {Jean-Luc de la Tour} <said> [so].",
        (("Tour", "person"),),
        "Jean-Luc de la Tour",
    ),
    (
        "firm",
        "On Monday {Norland Tunnels Ltd.} <said> [so].",
        (("Norland", "place"),),
        "Norland Tunnels Ltd.",
    ),
    (
        "two-places",
        "{The Tarland and Pellmoor Court of Appeal} <said> [so].",
        (("Tarland", "organization"), ("Pellmoor Court of Appeal", "organization")),
        "Tarland and Pellmoor Court of Appeal",
    ),
    (
        "station",
        "{Radio Lindau} <said> [so].",
        (("Lindau", "person"),),
        "Radio Lindau",
    ),
    (
        "given-name-behind-a-title",
        "{Reporter Quilla Rook} <said> [so].",
        (("Rook", "person"),),
        "Quilla Rook",
    ),
    (
        "surname-behind-a-given-name-with-a-title",
        "{Harbour Secretary Quilla Rook} <said> [so].",
        (("Quilla", "person"),),
        "Quilla Rook",
    ),
    (
        "given-names-behind-a-title",
        "{Representative Otto T. King of Wales} <said> [so].",
        (("King", "person"),),
        "Otto T. King",
    ),
    (
        "introduced-in-a-line",
        "It was late.\n\n{Reporter Quilla Rook} <writes>:\n\n[so it was].",
        (("Quilla Rook", "person"),),
        "Quilla Rook",
    ),
    (
        "several-titled",
        "{Fishermen Tom Pelk} <said> [so].",
        (),
        "Tom Pelk",
    ),
    (
        "newspaper-called-as-a-kind",
        "It rained. {The Independent} <said> [so].",
        (("Independent", "organization"),),
        "Independent",
    ),
    (
        "epithet",
        "{Embattled Zazie Rook} <said> [so].",
        (("Embattled Zazie Rook", "person"),),
        "Zazie Rook",
    ),
    ("adjective", "{The Eastern Ledger} <said> [so].", (("Eastern", "other"),), "Eastern Ledger"),
    ("title", "On Monday {Justice Pelk} <said> [so].", (("Justice", "organization"),), "Pelk"),
    (
        "generic",
        "On Monday {Republican National Committee} <said> [so].",
        (("National Committee", "organization"),),
        "Republican National Committee",
    ),
    (
        "title-in-a-firm",
        "{General Tides} <said> [so].",
        (("General Tides", "organization"),),
        "General Tides",
    ),
]


@pytest.mark.parametrize(("case", "tagged", "expected"), [pytest.param(*c[1:], id=c[0]) for c in TAGGED])
def test_names_that_the_tagger_cut(case: str, tagged: tuple[tuple[str, str], ...], expected: str) -> None:
    assert [s.name for s in voices(case, tagged)[0].speakers] == [expected]


CUT_IN_TWO = [
    (
        "organization",
        "{Ilse Castellanos and Uche Wintergreen} <said> [so].",
        ["Ilse Castellanos", "Uche Wintergreen"],
    ),
    ("hyphen", "{Ilse Castellanos and Uche Voss-Rook} <said> [so].", ["Ilse Castellanos", "Uche Voss-Rook"]),
]


@pytest.mark.parametrize(("case", "expected"), [pytest.param(*c[1:], id=c[0]) for c in CUT_IN_TWO])
def test_a_name_cut_behind_and(case: str, expected: list[str]) -> None:
    tagged = (("Ilse Castellanos", "person"), ("Uche", "organization"))
    assert [s.name for s in voices(case, tagged)[0].speakers] == expected


def test_what_only_a_country_has_tells_that_it_is_one() -> None:
    case = "Tarland's navy left. {Tarland} <said> [so]. {1:He} <1:said> [1:so]."
    named = voices(case, (("Tarland", "person"),))
    assert [[(s.name, s.type) for s in v.speakers] for v in named] == [[("Tarland", "place")], []]


def test_letters_of_a_body_stay_capitals() -> None:
    case = "[So], state news agency {TARN} <reported>."
    assert voices(case, (("TARN", "person"),))[0].speakers[0].name == "TARN"


def test_a_firm_with_and_without_its_suffix_is_one() -> None:
    case = "{Lume Airways Plc} <said> [so]. {1:Lume Airways} <1:denied> [1:it]. {2:Lume} <2:said> [2:no]."
    named = voices(case, (("Lume Airways Plc", "organization"), ("Lume Airways", "person")))
    assert [(s.name, s.type) for v in named for s in v.speakers] == [("Lume Airways Plc", "organization")] * 3


TWO_BODIES = [
    ("named-elsewhere", "{The Tarland and Pellmoor Tide Union} <said> [so]. Tarland won.", "Tarland"),
    ("letters", "{The TLC and Pellmoor Tide Union} <said> [so].", "TLC"),
    ("known-alone", "{The Pentagon and Pellmoor Tide Union} <said> [so].", "Pentagon"),
    ("place-and-no-place", "{The Kremlin and Pellmoor Tide Union} <said> [so].", "Kremlin"),
]


@pytest.mark.parametrize(("case", "first"), [pytest.param(*c[1:], id=c[0]) for c in TWO_BODIES])
def test_two_bodies_behind_one_article(case: str, first: str) -> None:
    tagged = ((first, "organization"), ("Pellmoor Tide Union", "organization"))
    assert [s.name for s in voices(case, tagged)[0].speakers] == [first, "Pellmoor Tide Union"]


def test_an_apposed_medium_tells_what_a_name_is() -> None:
    case = "The newspaper {Lindau} <said> [so]."
    assert voices(case, (("Lindau", "person"),))[0].speakers[0].type == "organization"


FAMILIES = [
    ("given-names", "Peter and Mary Tolland opened it. {Peter} <said> [so].", "Peter Tolland"),
    ("of-a-family", "The brothers Quor and Mary Tolland opened it. {Quor} <said> [so].", "Quor Tolland"),
    ("behind", "Quor and Mary Tolland, the two sisters, opened it. {Quor} <said> [so].", "Quor Tolland"),
    ("particle", "Peter and Mary van der Rook opened it. {Peter} <said> [so].", "Peter van der Rook"),
    ("title", "Peter and Mary Tolland opened it. {Mr. Tolland} <said> [so].", "Peter Tolland"),
    (
        "before-a-third",
        "Peter and Mary Tolland spoke. {Mr. Tolland} <said> [so]. Their son was Paul Tolland.",
        "Peter Tolland",
    ),
    ("surname", "Peter Hale came. Hale and Mary Tolland opened it. {Hale} <said> [so].", "Peter Hale"),
    ("surname-too", "On Monday Carter and Mary Tolland opened it. {Carter} <said> [so].", "Carter"),
    ("another-surname", "Peter Hale came. Peter and Mary Tolland left. {Peter} <said> [so].", "Peter Hale"),
    ("addressed", "Peter and Mary Tolland left. {Mr. Peter} <said> [so].", "Peter"),
    ("listed", "Quilla, Peter and Mary Tolland sang. {Peter} <said> [so].", "Peter"),
    ("no-given-name", "Ships sank. Then Quor and Mary Tolland left. {Quor} <said> [so].", "Quor"),
]


@pytest.mark.parametrize(("case", "expected"), [pytest.param(*c[1:], id=c[0]) for c in FAMILIES])
def test_given_names_that_share_a_surname(case: str, expected: str) -> None:
    assert voices(case)[-1].speakers[0].name == expected


BODIES_TAKEN_FOR_PEOPLE = [
    ("apposed-firm", "{Corvane, the mining company,} <said> [so].", "Corvane", "organization"),
    ("person-of-a-firm", "{Corvane, the head of the company,} <said> [so].", "Corvane", "person"),
    ("shareholders", "Corvane's shareholders met. {Corvane} <said> [so].", "Corvane", "organization"),
    ("party-before", "The opposition {Jan Shakti Dal} <said> [so].", "Jan Shakti Dal", "organization"),
    ("body-before", "The industry body {Corvane} <said> [so].", "Corvane", "organization"),
    (
        "club",
        "{Petter Hale's football club, Corvane Thistle,} <said> [so].",
        "Corvane Thistle",
        "organization",
    ),
    ("known", "On Monday {Verizon} <said> [so].", "Verizon", "organization"),
    ("agency", "On Monday {Xinhua} <reported> [so].", "Xinhua", "organization"),
]


@pytest.mark.parametrize(
    ("case", "name", "kind"), [pytest.param(*c[1:], id=c[0]) for c in BODIES_TAKEN_FOR_PEOPLE]
)
def test_what_a_single_word_is_that_the_tagger_takes_for_a_person(case: str, name: str, kind: str) -> None:
    assert [s.type for s in voices(case, ((name, "person"),))[0].speakers] == [kind]


def test_a_mayor_whose_surname_is_a_body() -> None:
    speaker = voices("{Harbour Mayor Peter Guardian} <said> [so].")[0].speakers[0]
    assert (speaker.name, speaker.type) == ("Peter Guardian", "person")


def test_a_firm_that_begins_like_a_rank() -> None:
    speaker = voices("{General Electric} <said> [so].")[0].speakers[0]
    assert (speaker.name, speaker.type) == ("General Electric", "organization")


COMMON = [
    ("common", "{Mourners} <said> [so]. A hundred mourners came.", []),
    ("capital-inside", "{Mourners} <said> [so]. A song of mourners by Mourners came.", ["Mourners"]),
    ("nowhere-else", "{Mourners} <said> [so].", ["Mourners"]),
]


@pytest.mark.parametrize(("case", "expected"), [pytest.param(*c[1:], id=c[0]) for c in COMMON])
def test_a_common_word_at_the_beginning_of_a_sentence_is_no_name(case: str, expected: list[str]) -> None:
    assert [s.name for s in voices(case, (("Mourners", "person"),))[0].speakers] == expected


def test_a_role_in_front_tells_a_person_whom_the_tagger_missed() -> None:
    speaker = voices("On Monday café owner {Quilla Penhale} <said> [so].")[0].speakers[0]
    assert (speaker.name, speaker.type) == ("Quilla Penhale", "person")


def test_a_role_behind_its() -> None:
    assert voices("Lume closed. {Its director, Ada Rook,} <said> [so].")[0].speakers[0].role == "director"


def test_one_of_a_people_is_no_name() -> None:
    assert voices("Mikkel Dahl agreed. [So], <said> {the Dane}.")[0].speakers == ()


def test_a_partner_that_is_a_body() -> None:
    case = "{Osei's coalition partner, the Farmers' Alliance,} <said> [so]."
    assert [s.name for s in voices(case)[0].speakers] == ["Farmers' Alliance"]


def test_the_office_before_the_name_goes_before_the_past() -> None:
    case = "{The mayor, Hugues Tassin, a former policeman,} <said> [so]."
    assert voices(case)[0].speakers[0].role == "mayor"


def test_an_honour_is_no_part_of_a_name() -> None:
    case = "{Sir Miles Penhaligon KC} <said> [so]."
    assert voices(case, (("Miles Penhaligon KC", "person"),))[0].speakers[0].name == "Miles Penhaligon"


def test_how_many_children_somebody_has_is_no_role() -> None:
    case = "{Captain Solveig Aas} <said> [so]. {1:Aas, a mother of three,} <1:said> [1:no]."
    assert voices(case)[1].speakers[0].role == "Captain"


@pytest.mark.parametrize(
    ("case", "place"),
    [
        pytest.param("A woman from {Kirkholm} <said> [so].", "Kirkholm", id="from"),
        pytest.param("The bishop of {Lanmere} <said> [so].", "Lanmere", id="bishop"),
        pytest.param("The {Brackwater} mother <said> [so].", "Brackwater", id="mother"),
        pytest.param("{SHENLEY} (CW) — It rained. [No], they <said>.", "SHENLEY", id="dateline"),
        pytest.param("Sir Desmond Rook (Con, {Stourcombe}) <said> [so].", "Stourcombe", id="constituency"),
    ],
)
def test_where_people_are_from_is_a_place(case: str, place: str) -> None:
    assert [s.type for s in voices(case, ((place, "person"),))[0].speakers] == ["place"]


def test_a_party_says_less_than_an_office() -> None:
    case = "{Gov. Amos Hale} <said> [so]. {1:Hale, a Democrat in his second term,} <1:said> [1:no]."
    assert voices(case)[1].speakers[0].role == "Gov."


def test_the_verb_of_a_headline_is_no_part_of_a_role() -> None:
    case = "Rook Finally Endorses House Speaker Tom Hale.\n\nIt rained. {Tom Hale} <said> [no]."
    assert voices(case, (("Tom Hale", "person"),))[0].speakers[0].role == "House Speaker"
