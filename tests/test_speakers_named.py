"""Speakers by their names: titles, appositions, namesakes."""

from __future__ import annotations

import pytest
from speaking import INTRODUCED, names

NAMED = [
    # Names, titles, appositions
    ("34-apposition", "{Wei Lan, the island's trade envoy,} <said> [the ferries would run].", [["Wei Lan"]]),
    (
        "35-aside",
        "Ada Rook and Jonas Hale are rivals. {Rook, who replaced Hale in July,} <said> [it was over].",
        [["Ada Rook"]],
    ),
    (
        "apposition-with-a-role",
        "Jonas Hale left. {Hale's rival, Rovers skipper Tom Pelk,} <said> [so]. {1:Hale's club, the Rook Rangers,} "
        "<1:agreed> [1:so].",
        [["Tom Pelk"], ["Rook Rangers"]],
    ),
    (
        "husband-with-an-office",
        "President Rook came with the first lady, Michelle Rook. {Mr. Rook} <said> [so]. {1:The president} <1:said> "
        "[1:no].",
        [["Mr. Rook"], ["Mr. Rook"]],
    ),
    (
        "office-of-neither",
        "Tom Rook and Ivo Rook came. Rook's son Ivo sat. Ivo Rook rose. {President Rook} <said> [so].",
        [[]],
    ),
    (
        "medium-with-an-article",
        "{The Independent} <reported> [a first].",
        [["Independent"]],
    ),
    (
        "title-with-of",
        "{Former secretary of state Ada Rook, who left,} <said> [so]. {1:Mayor of Lowmoor and front-runner Ivo Hale} "
        "<1:said> [1:no].",
        [["Ada Rook"], ["Ivo Hale"]],
    ),
    (
        "hyphen-as-a-dash",
        "{Ada Rook - Hale's friend and neighbour -} <said> [so].",
        [["Ada Rook"]],
    ),
    (
        "hyphen-within-a-word",
        "{A U.S.-born baker} <said> [so].",
        [[]],
    ),
    (
        "place-before-a-hyphen",
        "{LONDON - Ada Rook} <said> [so]. Rook left London.",
        [["Ada Rook"]],
    ),
    (
        "named-behind-what-it-is",
        "{A worker named Ivo Hale} <said> [so].",
        [["Ivo Hale"]],
    ),
    (
        "herself",
        "Ada Rook left. {Rook herself, as well as her staff,} <said> [so].",
        [["Ada Rook"]],
    ),
    (
        "listed-behind-where-they-are-from",
        "{Two members of the council, Ada Rook and Ivo Hale,} <said> [so].",
        [["Ada Rook", "Ivo Hale"]],
    ),
    (
        "listed-between-dashes",
        "{The three judges -- Ada Rook, Ivo Hale and Tom Pelk --} <said> [so].",
        [["Ada Rook", "Ivo Hale", "Tom Pelk"]],
    ),
    (
        "listed-places",
        "{Most voters in Georgia, Alabama and Virginia} <said> [so].",
        [[]],
    ),
    (
        "surname-that-is-a-word",
        '["It rains,"] {Will} <wrote>. Ada Will left. [1:"No,"] said so, and {1:Will} <1:added> it. Will it rain?',
        [["Ada Will"], ["Ada Will"]],
    ),
    (
        "surname-that-says-what-one-is",
        "Ada White came. {Ms. White} <said> [so].",
        [["Ada White"]],
    ),
    (
        "winner-of-a-prize",
        "Ada Rook came. {Liberal Oscar-winner Rook} <said> [so].",
        [["Ada Rook"]],
    ),
    (
        "office-of-whom-a-title-shows",
        "Mona Rook came with Barry Rook. Mr. Rook sat. {President Rook} <said> [so].",
        [["Barry Rook"]],
    ),
    (
        "body-behind-what-it-is",
        "{The airline, Nordvest,} <said> [so].",
        [["Nordvest"]],
    ),
    (
        "cousin-of-the-mayor",
        "Mayor Chip Hale wept. Ray Hale, the mayor's cousin, laughed. [So], {the mayor} <said>.",
        [["Chip Hale"]],
    ),
    (
        "pronoun-in-the-quotation",
        'Mary Rook left.\n\nAnna Hale lost her daughter. ["They found her shoe,"] {she} <said>.',
        [["Anna Hale"]],
    ),
    (
        "named-last",
        "{Oscar Rook} <said> [so].\n\nThe third is Peter Hale. [1:No], {1:he} <1:said>.",
        [["Oscar Rook"], ["Peter Hale"]],
    ),
    (
        "state-senator-behind-a-role",
        "{Her opponent, state Sen. Mitch Hale,} <said> [so]. {1:His chairman, the late Wendell Rook,} <1:said> [1:no].",
        [["Mitch Hale"], ["Wendell Rook"]],
    ),
    (
        "leaders-behind-what-they-are",
        "{The co-leaders, Anna Rook and Tom Hale,} <said> [so].",
        [["Anna Rook", "Tom Hale"]],
    ),
    (
        "parties-and-places",
        "{Speaker Luis Rook, D-Henry, and Minority Leader Carla Hale, R-Bascom,} <said> [so].",
        [["Luis Rook", "Carla Hale"]],
    ),
    ("several-by-letters", "{MPs} <said> [so].", [[]]),
    ("surname-that-is-a-title", "Imran Sheikh rose. [So], {Sheikh} <said>.", [["Imran Sheikh"]]),
    ("miss", "{Miss Verity Hale} <said> [so]. {1:Miss Hale} <1:said> [1:no].", [["Verity Hale"]] * 2),
    (
        "somebody-whom-the-writer-meets",
        "{The poet Ansel Rook} <wrote> [so].\n\nI wrote to Oscar Hale in March. {1:He} <1:replied> [1:no].",
        [["Ansel Rook"], ["Oscar Hale"]],
    ),
    (
        "somebody-of-an-unknown-name",
        "{Beatriz Rook} <said> [so].\n\nUmm Yasin wept. [1:No], {1:she} <1:said>.",
        [["Beatriz Rook"], []],
    ),
    (
        "stranger-of-whom-she-tells",
        "Rhonda Rook packs peas. [Her supervisor], {she} <says>, [followed her].",
        [["Rhonda Rook"]],
    ),
    (
        "initials-before-a-turn",
        "{Tom Rook}: [Will you?]\n{1:Ana Hale}: [1:Ask me.]\n{2:TR}: [2:Is that a no?]\n{3:AH}: [3:It is.]",
        [["Tom Rook"], ["Ana Hale"]] * 2,
    ),
    (
        "another-behind-a-comma",
        "Jonas Hale left. {Another, Ina Voss,} <said> [so].",
        [["Ina Voss"]],
    ),
    (
        "workers-in-general",
        "The Lume Workers met. {Workers at the plant} <said> [so].",
        [[]],
    ),
    (
        "she-behind-an-age",
        "Ada Rook left. The 24-year-old has form: {she} <said> [so]. Ivo Hale sat.",
        [["Ada Rook"]],
    ),
    (
        "she-behind-an-age-unknown",
        "Ada Rook met Beth Hale. The 24-year-old has form: {she} <said> [so].",
        [[]],
    ),
    (
        "first-of-two-surnames",
        "Rodrigo de la Rúa Amor left. {De la Rúa} <said> [so].",
        [["Rodrigo de la Rúa Amor"]],
    ),
    (
        "title-of-a-lawyer",
        "{Rook's lawyer, Maître Awa Diop,} <said> [so].",
        [["Awa Diop"]],
    ),
    (
        "acted-upon",
        "[1:Tom Pelk] was <1:mocked> by {1:Jonas Hale} after {2:he} <2:said> [2:so].",
        [["Jonas Hale"], ["Tom Pelk"]],
    ),
    (
        "one-of-several",
        "Two left. {One of the two, the sailor Tom Pelk,} <said> [so]. {1:One of them} <1:agreed> [1:so].",
        [["Tom Pelk"], []],
    ),
    (
        "who-the-source-knows",
        "Tom Pelk left. {Jonas Hale, who went to school with Tom Pelk,} <said> [so]. {1:He} <1:added> [1:more].",
        [["Jonas Hale"]] * 2,
    ),
    (
        "kin-before-a-first-name",
        "Ada Rook spoke. {Rook's son Petter} <said> [so]. {1:He} <1:added> [1:more].",
        [["Petter"]] * 2,
    ),
    (
        "name-in-an-opening",
        "Ada Rook left. In a letter to council leader Piers Voss, {she} <said> [so].",
        [["Ada Rook"]],
    ),
    (
        "relative-with-its-clause",
        "The Tide Trust, {which runs Rook Hall,} <said> [so]. Ada Rook, {1:who knew Jonas Hale,} <1:said> [1:no].",
        [["Tide Trust"], ["Ada Rook"]],
    ),
    (
        "stranger-who-speaks-on",
        "{Jonas Hale} <said> [so].\n\n{1:An official who hid where he was} <1:said> [1:no]. {2:He} <2:left> [2:it].",
        [["Jonas Hale"], [], []],
    ),
    (
        "possessive-that-opens-a-paragraph",
        "{Ada Rook} <said> [so].\n\nMara Voss's husband left. Through a friend, {1:she} <1:said> [1:no].",
        [["Ada Rook"], []],
    ),
    (
        "owner-that-is-a-body",
        "{The port's owner, Tide Holdings Inc.,} <said> [so].",
        [["Tide Holdings Inc."]],
    ),
    (
        "lawyer-of-two",
        "{Ada Rook and Jonas Hale's lawyer, Tom Pelk,} <said> [so]. {1:Rook and Hale's lawyer} <1:agreed> [1:so].",
        [["Tom Pelk"], ["Tom Pelk"]],
    ),
    (
        "stranger-of-somebody",
        "Jonas Hale's lawyer was summoned. {He} <said> [so].",
        [[]],
    ),
    (
        "stranger-for-somebody",
        "A lawyer for Jonas Hale left early. {He} <said> [so].",
        [[]],
    ),
    (
        "stranger-as-a-source",
        '["It is late,"] {a spokesman for Jonas Hale} <said>. {1:He} <1:added> [1:more].',
        [[], []],
    ),
    (
        "stranger-of-the-other-sex",
        "Jonas Hale left. His sister stayed. {He} <said> [so].",
        [["Jonas Hale"]],
    ),
    (
        "stranger-two-sentences-ago",
        "Jonas Hale came. A lawyer left. It rained. Hale stayed. {He} <said> [so].",
        [["Jonas Hale"]],
    ),
    (
        "no-stranger-but-named",
        "Jonas Hale came. One tenant of his, Tom Pelk, left. {He} <said> [so].",
        [["Tom Pelk"]],
    ),
    (
        "subject-in-an-aside",
        "Senator Jonas Hale spoke. The senator's lawyer, Tom Pelk, smiled. {He} <said> [so].",
        [["Tom Pelk"]],
    ),
    (
        "36-role-before",
        "The talks failed, the island's envoy, Wei Lan, wrote. {Envoy Wei Lan} <said> [so].",
        [["Wei Lan"]],
    ),
    (
        "36-lower-case-role-before",
        "On Monday {trade envoy Wei Lan} <said> [the ferries would run].",
        [["Wei Lan"]],
    ),
    ("36-role-behind", "[The ferries would run], <said> {Wei Lan, the envoy}.", [["Wei Lan"]]),
    ("37-surname-later", "Wei Lan arrived on Monday. {Wei} <said> [the ferries would run].", [["Wei Lan"]]),
    ("37-western-surname-later", INTRODUCED + "{Hale} <said> [the dam would hold].", [["Jonas Hale"]]),
    ("37-first-name-later", INTRODUCED + "{Ada} <said> [the dam would hold].", [["Ada Rook"]]),
    ("title-and-surname", INTRODUCED + "{Mayor Rook} <said> [the dam would hold].", [["Ada Rook"]]),
    ("party-and-state", "{Sen. Ada Rook (R-Ohio)} <said> [the bill was dead].", [["Ada Rook"]]),
    (
        "nickname",
        'On Monday {Joanna "Shorty" Rook} <said> [it was over]. {1:Rook} <1:left> [1:angry].',
        [["Joanna Rook"]] * 2,
    ),
    ("suffix", "On Monday {Peter Rook Jr.} <said> [it was over].", [["Peter Rook Jr."]]),
    (
        "particles",
        "On Monday {Ursula van der Meulen} <said> [so]. {1:Van der Meulen} <1:added> [1:more].",
        [["Ursula van der Meulen"]] * 2,
    ),
    (
        "hyphen-and-apostrophe",
        "On Monday {Mary O'Dell-Pike} <said> [so]. {1:O'Dell-Pike} <1:said> [1:more].",
        [["Mary O'Dell-Pike"]] * 2,
    ),
    ("middle-initial", "Ada M. Rook spoke. {Ada Rook} <said> [it was over].", [["Ada M. Rook"]]),
    ("short-first-name", "Robert Rook spoke on Monday. {Bob Rook} <said> [it was over].", [["Robert Rook"]]),
    ("age", "{Ada Rook, 46,} <said> [the dam would hold].", [["Ada Rook"]]),
    ("surname-that-is-a-trade", "Mark Singer spoke. {Mr. Singer} <said> [it was over].", [["Mark Singer"]]),
    ("himself", INTRODUCED + "{Hale himself} <said> [it was over].", [["Jonas Hale"]]),
    ("role-that-no-list-has", "On Monday {the harbour pilot, Ada Rook,} <said> [so].", [["Ada Rook"]]),
    ("broken-off-behind-the-title", INTRODUCED + "{Mr}. Hale <said> [it was over].", [["Jonas Hale"]]),
    (
        "time-behind-a-name",
        "Ada Rook left. {Rook just this month} <said> [so]. {1:Ada Rook last year} <1:said> [1:no].",
        [["Ada Rook"], ["Ada Rook"]],
    ),
    (
        "state-in-brackets",
        "{Rook County (Ohio) Sheriff Ada Pelk, a baker,} <said> [so].",
        [["Ada Pelk"]],
    ),
    (
        "minister-of-something",
        "{Minister of Health Clara Rook} <said> [so]. {1:The health minister} <1:said> [1:no].",
        [["Clara Rook"], ["Clara Rook"]],
    ),
    (
        "people-are-no-name",
        "Semi Rook came. {The Fijian} <said> [so]. {1:The former Marine} <1:said> [1:no].",
        [[], []],
    ),
    (
        "place-and-agency-before-a-hyphen",
        "{LONDON (Agency) - Leaders of five states} <said> [so]. London slept.",
        [[]],
    ),
    (
        "honorific-behind-the-office",
        "{The Bishop of Lowmoor, the Rt Rev Angela Rook,} <said> [so]. {1:The bishop} <1:said> [1:no].",
        [["Angela Rook"], ["Angela Rook"]],
    ),
    (
        "trades-and-honours",
        "{Winchman Ross Hale} <said> [so]. {1:Fiona Rook SC} <1:said> [1:no]. {2:Norman Ross Pelk} <2:said> [2:so].",
        [["Ross Hale"], ["Fiona Rook"], ["Norman Ross Pelk"]],
    ),
    (
        "named-in-an-aside",
        "{Her neighbour, a baker named Nadir Rook,} <said> [so].",
        [["Nadir Rook"]],
    ),
    (
        "place-in-front",
        "{Outside court, Lume's founder, Ada Rook,} <said> [so].",
        [["Ada Rook"]],
    ),
    (
        "initial-that-is-cut-off",
        "Ada Rook came. Her father, K. Rook, sat. {K.} <said> [so].",
        [[]],
    ),
    # Two of one surname
    (
        "mrs-is-the-wife",
        "Carl Rook and his wife Carol left. {Mrs Rook} <said> [so]. Their daughter, Beth Rook, sat.",
        [["Carol"]],
    ),
    (
        "mrs-is-no-daughter",
        "Carl Rook left with his daughter, Beth Rook. {Mrs Rook} <said> [so].",
        [[]],
    ),
    ("38-shared-surname", "Mara Voss and Theo Voss spoke. {Voss} <said> [it burned].", [[]]),
    ("38-title-decides", "Mara Voss and Theo Voss spoke. {Mr. Voss} <said> [it burned].", [["Theo Voss"]]),
    (
        "38-pronoun-decides",
        "Mara Voss and Theo Voss spoke. {Voss} <said> [her barn burned].",
        [["Mara Voss"]],
    ),
    (
        "38-had-the-name-first",
        "Mara Voss farms. {Voss} <said> [it burned]. Her son, Theo Voss, watched. {1:Voss} <1:said> [1:all was lost].",
        [["Mara Voss"], ["Mara Voss"]],
    ),
    (
        "38-title-rules-out-the-only-one",
        "Mara Voss farms. {Mr. Voss} <said> [it burned]. {1:Ms. Voss} <1:said> [1:so].",
        [["Mr. Voss"], ["Mara Voss"]],
    ),
    ("38-family", "Mara Voss and Theo Voss spoke. {The Vosses} <said> [it burned].", [[]]),
    # Others than the one named
    ("39-possessive", INTRODUCED + "{Rook's lawyer} <said> [she was innocent].", [[]]),
    ("39-possessive-supporters", INTRODUCED + "{Rook's supporters} <said> [she would win].", [[]]),
    ("42-unnamed-spokesman", INTRODUCED + "{A spokesman for Rook} <said> [she was away].", [[]]),
    ("42-named-spokesman", INTRODUCED + "{Pelk, a spokesman for Rook,} <said> [she was away].", [["Pelk"]]),
    (
        "42-described-spokesman",
        INTRODUCED + "{A spokesman for Rook, Tomas Pelk,} <said> [she was away].",
        [["Tomas Pelk"]],
    ),
    (
        "42-spokesman-later",
        INTRODUCED + "Tomas Pelk, a spokesman for Rook, left. {The spokesman} <said> [she was away].",
        [["Tomas Pelk"]],
    ),
    ("46-anonymous", INTRODUCED + "{A person briefed on the talks} <said> [they failed].", [[]]),
    ("46-anonymous-near-a-name", INTRODUCED + "{Two officials close to Rook} <said> [they failed].", [[]]),
    (
        "42-described-by-whom-he-speaks-for",
        "A lawyer for Ada Rook, Tomas Pelk, was away on Monday. {Rook's lawyer} <said> [she was innocent].",
        [["Tomas Pelk"]],
    ),
    (
        "42-lawyer-of-another",
        INTRODUCED + "Hale brought his lawyer, Tomas Pelk, with him. {Rook's lawyer} <said> [so].",
        [[]],
    ),
    ("46-sentence-beginning", INTRODUCED + "{Investors} <said> [it was over].", [[]]),
]


@pytest.mark.parametrize(("case", "expected"), [pytest.param(*c[1:], id=c[0]) for c in NAMED])
def test_speakers_by_their_names(case: str, expected: list[list[str]]) -> None:
    assert names(case) == expected
