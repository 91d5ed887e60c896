"""Speakers that are bodies, places or several, and what the layout tells."""

from __future__ import annotations

import pytest
from speaking import INTRODUCED, names

BODIES = [
    # Organisations, places, documents
    (
        "43-ministry",
        "The Ministry of Tides met. {The ministry} <said> [the dam held].",
        [["Ministry of Tides"]],
    ),
    (
        "43-organisation-then-it",
        "{The Ministry of Tides} <said> [the dam held]. {1:It} <1:added> [1:that repairs would follow].",
        [["Ministry of Tides"]] * 2,
    ),
    (
        "country-of-the-ministry",
        "{Japan's Ministry of Tides} <said> [the dam held].",
        [["Japan's Ministry of Tides"]],
    ),
    (
        "ministries-of-two-countries",
        "It rained while {Norway's Foreign Ministry} <said> [trade went well].\n\n"
        "It rained. {1:The Danish Foreign Ministry} <1:said> [1:no].\n\n"
        "{2:The Danish ministry} <2:said> [2:more]. {3:The Norwegian Foreign Ministry} <3:said> [3:more].",
        [
            ["Norway's Foreign Ministry"],
            ["Danish Foreign Ministry"],
            ["Danish Foreign Ministry"],
            ["Norway's Foreign Ministry"],
        ],
    ),
    (
        "headline-of-one-ministry",
        "{Foreign Ministry}: [Trade Talks With Islands Over]\n\n{1:The Danish Foreign Ministry} <1:said> [1:so].",
        [["Danish Foreign Ministry"]] * 2,
    ),
    (
        "headline-of-either-ministry",
        "{Foreign Ministry}: [Trade Talks With Islands Over]\n\n{1:The Danish Foreign Ministry} <1:said> [1:so]. "
        "{2:Norway's Foreign Ministry} <2:said> [2:no].",
        [[], ["Danish Foreign Ministry"], ["Norway's Foreign Ministry"]],
    ),
    (
        "ministry-of-either-country",
        "{Norway's Foreign Ministry} <said> [so]. {1:The Danish Foreign Ministry} <1:said> [1:no].\n\n"
        "{2:The Foreign Ministry} <2:said> [2:more].",
        [["Norway's Foreign Ministry"], ["Danish Foreign Ministry"], []],
    ),
    (
        "ministry-of-the-country-named-last",
        "{Norway's Trade Ministry} <said> [so].\n\nIt rained. It snowed. It rained again.\n\n"
        "{1:The Trade Ministry of Denmark} <1:said> [1:no]. {2:The Trade Ministry} <2:said> [2:more].",
        [["Norway's Trade Ministry"], ["Trade Ministry of Denmark"], ["Trade Ministry of Denmark"]],
    ),
    (
        "ministry-of-one-country",
        "{Norway's Foreign Ministry} <said> [so]. {1:The Norwegian Foreign Ministry} <1:said> [1:no].\n\n"
        "{2:The Foreign Ministry} <2:said> [2:more].",
        [["Norwegian Foreign Ministry"]] * 3,
    ),
    (
        "departments-of-two-towns",
        "In Quebec it burned. {Quebec's Fire Department} <said> [so]. {1:Boston's Fire Department} <1:said> [1:no].",
        [["Quebec's Fire Department"], ["Boston's Fire Department"]],
    ),
    (
        "department-at-home",
        "{The Justice Department} <said> [so].\n\n{1:Ireland's Justice Department} <1:said> [1:no].\n\n"
        "{2:The Justice Department} <2:said> [2:more].",
        [["Justice Department"], ["Ireland's Justice Department"], ["Justice Department"]],
    ),
    (
        "department-of-the-country-named-before",
        "Ireland is wet. {The Justice Department} <said> [so].\n{1:Ireland's Justice Department} <1:said> [1:no].",
        [["Justice Department"]] * 2,
    ),
    (
        "father-in-an-aside",
        "{Tom Hale, whose father, Ivo Quill Hale, fled in 1960,} <said> [so]. {1:Hale} <1:said> [1:no].",
        [["Tom Hale"], ["Tom Hale"]],
    ),
    (
        "father-of-a-surname",
        "{Hale, whose father, Ivo Quill Hale, fled in 1960,} <said> [so]. {1:Senator Hale} <1:said> [1:no]. "
        "{2:Mr. Hale} <2:said> [2:more]. {3:Ivo Hale} <3:said> [3:so].",
        [["Hale"], ["Hale"], ["Hale"], ["Ivo Quill Hale"]],
    ),
    (
        "name-of-the-father",
        "{Senator Hale} <said> [so]. He bears his father's name, Ivo Quill Hale. {1:Hale} <1:said> [1:no].",
        [["Hale"], ["Hale"]],
    ),
    (
        "own-name-in-full",
        "{Tom Hale} <said> [so]. His full name, Tom Quill Hale, is long. {1:Hale} <1:said> [1:no].",
        [["Tom Quill Hale"], ["Tom Quill Hale"]],
    ),
    (
        "son-of-a-father",
        "Tom Hale and his father, Ivo Hale, left. {His son, Ivo,} <said> [so].",
        [["Ivo"]],
    ),
    (
        "husband-of-another-name",
        "{Mara Lind} <said> [her husband, Tom Rook, had left]. {1:Rook} <1:said> [1:so].",
        [["Mara Lind"], ["Tom Rook"]],
    ),
    (
        "acronym",
        "The Harbour Workers Union (HWU) met. {The HWU} <said> [pay was low].",
        [["Harbour Workers Union"]],
    ),
    (
        "acronym-by-initials",
        "The Harbour Workers Union met. {HWU} <said> [pay was low].",
        [["Harbour Workers Union"]],
    ),
    (
        "short-form",
        "The Harbour Street Journal closed. {The Journal} <said> [pay was low].",
        [["Harbour Street Journal"]],
    ),
    ("44-metonym", "{Paris} <said> [the talks went well].", [["Paris"]]),
    ("44-palace-of-a-name", "On Monday {Corbenny Palace} <said> [the king was well].", [["Corbenny Palace"]]),
    (
        "campaign-then-it",
        "Rook's campaign denied all. {It} <said> [she would win]. Ada Rook left.",
        [["Rook campaign"]],
    ),
    (
        "two-makers",
        "On Monday {a poll by the Harbour Times and the Tide Journal} <found> [so].",
        [["Harbour Times", "Tide Journal"]],
    ),
    ("44-palace", "{The White House} <said> [the talks went well].", [["White House"]]),
    ("campaign", INTRODUCED + "{Rook's campaign} <said> [she would win].", [["Rook campaign"]]),
    (
        "campaign-named-last",
        "Ada Rook met Jonas Hale. {Rook's campaign} <said> [so]. {1:Hale's campaign} <1:said> [1:no]. "
        "{2:The Rook campaign} <2:said> [2:yes]. {3:The campaign} <3:said> [3:more].",
        [["Rook campaign"], ["Hale campaign"], ["Rook campaign"], ["Rook campaign"]],
    ),
    ("own-words", INTRODUCED + "[Dams hold], according to {Rook's testimony}.", [["Ada Rook"]]),
    (
        "issued-by",
        "[Dams hold], <according to> {a statement issued by the Ministry of Tides}.",
        [["Ministry of Tides"]],
    ),
    (
        "office-of-somebody",
        INTRODUCED
        + "{Rook's office} <said> [so]. {1:Her office} <1:said> [1:no]. {2:The budget office} <2:said> [2:so].",
        [["Ada Rook's office"], ["Ada Rook's office"], []],
    ),
    (
        "camp",
        INTRODUCED + "{The Rook camp} <said> [so].",
        [["Rook campaign"]],
    ),
    (
        "place-of-two",
        "{The Trinidad and Tobago Court of Appeal} <said> [so].",
        [["Trinidad and Tobago Court of Appeal"]],
    ),
    (
        "body-without-a-name",
        "The Rookport Board of Elections met. A Hale ballot board was slower. {The board} <said> [so].",
        [[]],
    ),
    (
        "board-of-nobody",
        "Ada Rook works for Nordvest Bank. Nordvest Bank grew. {The board} <said> [so].",
        [[]],
    ),
    # Several
    ("45-joint", INTRODUCED + "{Rook and Hale} <said> [it was over].", [["Ada Rook", "Jonas Hale"]]),
    (
        "45-joint-then-they",
        INTRODUCED + "{Rook and Hale} <agreed> [it was over]. {1:They} <1:said> [1:so].",
        [["Ada Rook", "Jonas Hale"]] * 2,
    ),
    (
        "45-joint-with-roles",
        "On Monday {Mayor Ada Rook and former judge Jonas Hale} <said> [so].",
        [["Ada Rook", "Jonas Hale"]],
    ),
    (
        "45-three",
        "{Ada Rook, Jonas Hale and Tom Pelk} <said> [it was over].",
        [["Ada Rook", "Jonas Hale", "Tom Pelk"]],
    ),
    (
        "45-joint-subjects-then-they",
        "Ada Rook and Jonas Hale met. {They} <said> [so], and {1:both} <1:said> [1:more].",
        [["Ada Rook", "Jonas Hale"]] * 2,
    ),
    ("44-government", "Talks in Norway failed. {The Norwegian government} <said> [so].", [["Norway"]]),
    ("44-government-unnamed", "Talks failed. {The Norwegian government} <said> [so].", [["Norway"]]),
    (
        "45-joint-with-an-address",
        INTRODUCED + "{Rook and Mr. Hale} <said> [it was over].",
        [["Ada Rook", "Jonas Hale"]],
    ),
    (
        "45-joint-behind-what-they-are",
        "{Both skippers, Ada Rook and Mr Jonas Hale,} <said> [so]. {1:The two leading owners, Tom Pelk and Ina Voss,} "
        "<1:said> [1:no].",
        [["Ada Rook", "Jonas Hale"], ["Tom Pelk", "Ina Voss"]],
    ),
    (
        "45-joint-of-one-surname",
        "David Hale left. {Its authors, David and Jeanne Rook,} <said> [so].",
        [["David Rook", "Jeanne Rook"]],
    ),
    (
        "one-along-with-others",
        "{Ada Rook, one of three owners, along with Tom Pelk and the late Sen. Jonas Hale,} <said> [so].",
        [["Ada Rook"]],
    ),
    (
        "address-behind-a-role",
        "{The council's clerk, Mr Jonas Hale,} <said> [so]. {1:Its head, Dr. Ina Pelk,} <1:said> [1:no].",
        [["Jonas Hale"], ["Ina Pelk"]],
    ),
    ("full-stop-of-the-sentence", "Jonas Hale left. [So], <said> {Hale.}", [["Jonas Hale"]]),
    ("45-collective", INTRODUCED + "{Officials} <said> [it was over].", [[]]),
    ("45-named-collective", "{The Chinese officials} <said> [it was over].", [[]]),
    ("apposition-with-and", "{Ada Rook, a lawyer and a former mayor,} <said> [it was over].", [["Ada Rook"]]),
    # Layout
    (
        "41-orphan-goes-on",
        '["It is late,"] <said> {Ada Rook}.\n\n[1:"I am done."]',
        [["Ada Rook"], ["Ada Rook"]],
    ),
    (
        "led-in-by-another",
        '["It is late,"] <said> {Ada Rook}.\n\nJonas Hale fumed. [1:"No."]',
        [["Ada Rook"], []],
    ),
    (
        "led-in-by-a-stranger",
        '["It is late,"] <said> {Ada Rook}.\n\nA reader insists: [1:"No."]',
        [["Ada Rook"], []],
    ),
    (
        "led-in-by-nobody",
        '["It is late,"] <said> {Ada Rook}.\n\nThen, on television: [1:"No."]',
        [["Ada Rook"], ["Ada Rook"]],
    ),
    (
        "inverted-subject",
        "Jonas Hale left in May after a row, and Hale was missed.\n\n"
        "It fell. Among them was student Petter Rook, 22. {He} <said> [so].",
        [["Petter Rook"]],
    ),
    (
        "subject-of-a-station",
        "Jonas Hale, a senator, was calm.\n\nModerator Petter Rook of KRNV had to cut in. {He} <said> [so].",
        [["Petter Rook"]],
    ),
    ("41-orphan", 'Ada Rook shrugged.\n\n["I am done."]', [["Ada Rook"]]),
    ("41-orphan-of-two", 'Ada Rook shrugged at Jonas Hale, and he at her.\n\n["I am done."]', [[]]),
    ("41-far-away", 'Ada Rook shrugged.\n\nIt rained.\n\nThe dam held.\n\n["I am done."]', [[]]),
    ("31-sourceless", INTRODUCED + "<It was reported> that [two died].", [[]]),
    ("51-passive", INTRODUCED + "{Rook} <was quoted as saying> [it failed].", [["Ada Rook"]]),
    ("52-post", INTRODUCED + '{Rook} <wrote> on her account: ["Done."]', [["Ada Rook"]]),
    ("55-transcript", "Ada Rook took questions.\n\nQ: Why?\n\n{ROOK}: [Because.]", [["Ada Rook"]]),
    ("55-transcript-question", "Ada Rook took questions.\n\n{Q}: [Why?]\n\nROOK: Because.", [[]]),
    ("56-label", "Ada Rook left.\n\n{NOTE}: [This text was corrected.]", [[]]),
    ("57-dash", '["Done."] — {Commissioner Ada Rook}', [["Ada Rook"]]),
    ("58-introduced-block", 'And <from> {Chair Ada Rook}:\n\n["Done."]', [["Ada Rook"]]),
    (
        "description-inside-a-sentence",
        "Secretary Ada Rook left. Clara Hale waited. The paper that the secretary signed is lost. {She} <said> [so].",
        [["Ada Rook"]],
    ),
    (
        "author-in-front",
        "{Jonas Hale} <said> [so]. {1:He} <1:said> [1:no]. But in a dissent by Justice Rook, {2:he} <2:said> [2:so].",
        [["Jonas Hale"], ["Jonas Hale"], ["Rook"]],
    ),
    (
        "place-in-a-source",
        "{The high court in Wales} <agreed> [so]. {1:It} <1:said> [1:more].",
        [[], []],
    ),
    ("no-comma", "{Pelk's adviser Ada Rook former harbour master} <said> [so].", [["Ada Rook"]]),
    (
        "court-that-sits",
        "May it please the Court: the Supreme Court of Wales erred. Here {the Court} <said> [so].",
        [[]],
    ),
    (
        "court-beside",
        "May it please the Court: in the Supreme Court of Wales {the Court} <said> [so].",
        [["Supreme Court of Wales"]],
    ),
    (
        "main-character",
        "Ada Rook was born in Wales. Rook went to school there. Rook liked the sea. In 1900 Rook left for Malta.\n\n"
        "Her letters are lost. Rook wrote daily. There Clara Hale taught Jane Voss for a year, and Jane Voss taught "
        "Ilse Pelk.\n\nLater {she} <wrote> [so].",
        [["Ada Rook"]],
    ),
    (
        "named-in-her-own-words",
        "{Clara Hale} <spoke> [so]. Ada Rook was on trial. {1:She} <1:said> [1:that Rook had lied].",
        [["Clara Hale"], ["Clara Hale"]],
    ),
    ("neither", INTRODUCED + "{Neither Rook nor Hale} <said> [so].", [["Ada Rook", "Jonas Hale"]]),
    (
        "participle-behind-a-role",
        "Ada Rook won. {An unpledged delegate supporting Rook, Clara Hale,} <said> [so].",
        [["Clara Hale"]],
    ),
    (
        "title-behind-a-people",
        "On Monday {Saudi Prince Quillo Bin Hale} <said> [so].",
        [["Quillo Bin Hale"]],
    ),
    (
        "epithet-of-somebody-else",
        "Ada Rook, a speechwriter, won. Rook slept. Rook ate. Rook ran. {The billionaire} <said> [so].",
        [[]],
    ),
    ("second-verb", "In May Ada Rook left the hall and later <noted> [that it rained].", [["Ada Rook"]]),
    ("second-verb-of-a-pronoun", INTRODUCED + "Then she rose and <denied> [that it rained].", [["Ada Rook"]]),
    ("second-verb-of-two", "Ada Rook left, Jonas Hale stayed and <noted> [that it rained].", [[]]),
    ("second-verb-of-another", "Ada Rook left when it rained and <showed> [that the roof leaked].", [[]]),
    ("second-verb-in-the-passive", "Ada Rook left and <is said> [to be ill].", [[]]),
    (
        "newcomer-behind-one-named-often",
        "".join(f"{{{n}:Robin Rook}} <{n}:said> [{n}:so]. " for n in range(1, 9))
        + "\n\nForeign Minister Quillo Hale arrived on Friday. {9:He} <9:said> [9:so].",
        [*[["Robin Rook"]] * 8, ["Quillo Hale"]],
    ),
    (
        "former",
        "{Former Mayor} <Warns> of [Flood in Old Harbour]\n\n{1:Acting Mayor Ada Rook} <1:said> [1:no]. "
        "{2:Jonas Hale, a former mayor,} <2:said> [2:yes].",
        [["Jonas Hale"], ["Ada Rook"], ["Jonas Hale"]],
    ),
    (
        "former-who-does-not-speak",
        "{Former Mayor} <Warns> of [Flood in Old Harbour]\n\n{1:Acting Mayor Ada Rook} <1:said> [1:no]. "
        "She had succeeded Jonas Hale, a former mayor.",
        [[], ["Ada Rook"]],
    ),
    (
        "acting",
        "{Acting Police Chief Wren Dalgaard} <said> [so] to Jonas Hale, a former police chief. "
        "{1:The acting police chief} <1:left> [1:it at that].",
        [["Wren Dalgaard"], ["Wren Dalgaard"]],
    ),
    (
        "headline",
        "{Rook}: [Dam Is Safe for Another Hundred Years]\n\nAda Rook spoke on Monday.",
        [["Ada Rook"]],
    ),
]


@pytest.mark.parametrize(("case", "expected"), [pytest.param(*c[1:], id=c[0]) for c in BODIES])
def test_bodies_and_several(case: str, expected: list[list[str]]) -> None:
    assert names(case) == expected
