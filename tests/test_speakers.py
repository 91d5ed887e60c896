"""Who is who within an article: ``quotetrack.speakers.name``, on examples of ``markup``."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from speaking import INTRODUCED, names, voices

from quotetrack.extraction.attribution import Attribution, Entity
from quotetrack.extraction.quotation import quotations
from quotetrack.model import Span
from quotetrack.speakers import name

SPEAKERS = [
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
        "subject-of-saw",
        'Jonas Hale spoke on Monday. Tom Pelk saw it differently. ["A clear dive,"] {he} <said>.',
        [["Tom Pelk"]],
    ),
    (
        "she-within-one-quotation",
        "Joan Rook left.\n\nBess Hale came.\n\n"
        '["I told Joan on Monday,"] {Walter Pelk} <said>. [1:"{2:She} <2:told> me [2:no]."]',
        [["Walter Pelk"], ["Walter Pelk"], []],
    ),
    (
        "subject-that-begins-the-paragraph",
        "Oscar Pelk left. [1:So], <1:said> {1:Jonas Hale}.\n\nMr Pelk was unsure. [2:No], {2:he} <2:said>.",
        [["Jonas Hale"], ["Oscar Pelk"]],
    ),
    (
        "stranger-of-the-role",
        "Ada Rook, an official, left. {A union official} <said> [so]. {1:The official, who left,} <1:said> [1:no].",
        [[], []],
    ),
    (
        "other-country",
        "President Ada Rook sat. Rook rose. Rook met Ivo Hale. {The Danish president} <said> [so].",
        [[]],
    ),
    (
        "party-alone-from-elsewhere",
        "{Speaker Ada Rook} <said> [so], for Republican Ivo Hale lost.\n\n{1:The Ohio Republican} <1:said> [1:no].",
        [["Ada Rook"], ["Ada Rook"]],
    ),
    (
        "party-of-a-case",
        "Ivo Hale came. Hale sat. Hale rose. Hale spoke. It was fuel for {the Republican} <case> [that it failed].",
        [[]],
    ),
    (
        "contrast",
        "{Ada Rook} <said> [so]. Rook leads by much, but {1:the billionaire} <1:vowed> [1:to go on].",
        [["Ada Rook"], []],
    ),
    (
        "clause-that-tells-who",
        "Ada Rook won. {The billionaire who paid for it} <said> [so].",
        [[]],
    ),
    (
        "opens-a-place",
        "Ada Rook came. Rook sat. At a talk with Ada Rook, {the billionaire} <said> [so].",
        [[]],
    ),
    (
        "owner-that-is-a-thing",
        "Ada Rook, a journalist, came. Rook sat. Rook called it fair. {The program's reporter} <said> [so].",
        [[]],
    ),
    (
        "campaign-of-another",
        "Ada Rook joined Ivo Hale's campaign. Rook was glad. Rook came. {The Republican nominee} <said> [so].",
        [[]],
    ),
    (
        "vice",
        "President Ada Rook came with Vice President Ivo Hale. {The vice president} <said> [so]. {1:The president} "
        "<1:said> [1:no].",
        [["Ivo Hale"], ["Ada Rook"]],
    ),
    (
        "no-vice",
        "President Ada Rook came. {The vice president} <said> [so].",
        [[]],
    ),
    (
        "beside-the-president",
        "They met the president and the first lady, Michelle Rook, on Monday. {The president} <said> [so].",
        [[]],
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
        "ahead-of-a-name-in-marks",
        'Jonas Hale left. In what {he} <called> ["a rant,"] Mayor Tom Pelk turned on Hale.',
        [["Tom Pelk"]],
    ),
    (
        "look-at-somebody",
        "Jonas Hale was wrong, and Hale knew it. Just look at Speaker Tom Pelk. {He} <says> [so].",
        [["Tom Pelk"]],
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
        "from-a-state",
        "Ada Rook came. Rook sat. {The Vermont senator} <said> [so]. Ivo Hale left.",
        [["Ada Rook"]],
    ),
    (
        "leader-with-a-capital",
        "Ada Rook came. Rook sat. Rook rose. Rook spoke. {The Rookport Union Leader} <said> [so].",
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
        "stranger-with-an-aside",
        "Maxwell Pelk left. {A spokesman, reading from notes,} <said> [so]. [1:No], {1:he} <1:said>.",
        [[], []],
    ),
    (
        "stranger-in-passing",
        "Wanda Rook ran it. I spoke to a woman who lost her home. [So], {she} <said>.",
        [[]],
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
        "she-behind-an-age-unknown",
        "Ada Rook left. The 24-year-old has form: {she} <said> [so].",
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
    # Two of one surname
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
    # Pronouns and descriptions
    (
        "40-object-of-the-same-verb",
        INTRODUCED + "Tom Pelk blamed him. {He} <said> [it was late].",
        [["Tom Pelk"]],
    ),
    (
        "40-supporter-is-not-the-one-supported",
        "Ada Rook won. Ines Pelk, a Rook supporter, cheered. {She} <said> [it was late].",
        [["Ines Pelk"]],
    ),
    ("40-taken-up-again", INTRODUCED + "Tom Pelk, {he} <said> [it was late].", [["Tom Pelk"]]),
    (
        "40-spoken-to",
        "Jonas Hale took the stand.\n\nNo, I was asleep, Mr. Pelk. Then Hale went home. {He} <said> [so].",
        [["Jonas Hale"]],
    ),
    (
        "40-beyond-a-break",
        "Jonas Hale said no.\n\n___\n\nTom Pelk's barn has burned down. {He} <said> [it was old].",
        [["Tom Pelk"]],
    ),
    (
        "40-left-open-before",
        "Tom Pelk and Jonas Hale went home. {He} <said> [so]. {1:He} <1:added> [1:more].",
        [[], []],
    ),
    (
        "40-description-is-a-subject",
        INTRODUCED + "Tom Pelk was late. The retired judge was not. {He} <said> [it was late].",
        [["Jonas Hale"]],
    ),
    (
        "subject-of-another-verb",
        INTRODUCED + "A visit after {0:{1:Rook}} <0:announced> [0:a strike] <1:shows> [1:that it failed].",
        [["Ada Rook"], []],
    ),
    (
        "40-pronoun-chain",
        "Ada Rook met Jonas Hale. {She} <said> [it was late]. {1:He} <1:replied> [1:that it was not].",
        [["Ada Rook"], ["Jonas Hale"]],
    ),
    (
        "40-embedded",
        INTRODUCED + "{Rook} <said> [{1:she} <1:hoped> [1:it would rain]].",
        [["Ada Rook"], ["Ada Rook"]],
    ),
    ("40-next-paragraph", 'Jonas Hale went home.\n\n["Enough is enough,"] {he} <said>.', [["Jonas Hale"]]),
    (
        "40-opening-phrase",
        "Jonas Hale spoke. In his speech, Tom Pelk raged. {He} <said> [it was late].",
        [["Tom Pelk"]],
    ),
    ("40-nobody-fits", "Ada Rook went home. {He} <said> [it was late].", [[]]),
    ("40-two-fit", "Tom Pelk and Jonas Hale went home. {He} <said> [it was late].", [[]]),
    ("role", INTRODUCED + "{The mayor} <said> [the dam would hold].", [["Ada Rook"]]),
    ("role-of-the-other", INTRODUCED + "{The retired judge} <said> [the dam would hold].", [["Jonas Hale"]]),
    ("role-of-nobody", INTRODUCED + "{The plumber} <said> [the dam would hold].", [[]]),
    (
        "age-as-a-name",
        "Ada Rook, 46, and Jonas Hale, 51, met. {The 46-year-old} <said> [she was late].",
        [["Ada Rook"]],
    ),
    (
        "role-of-the-other-party",
        "Ada Rook, the Republican nominee, won. {The Democratic nominee} <said> [it was over].",
        [[]],
    ),
    (
        "role-spelled-out",
        "Sen. Ada Rook met Jonas Hale. {The senator} <said> [it was over].",
        [["Ada Rook"]],
    ),
    (
        "role-in-a-headline",
        "{Former Judge} <Says> [It Was Over]\n\n" + INTRODUCED + "{1:Hale} <1:said> [1:so].",
        [["Jonas Hale"], ["Jonas Hale"]],
    ),
    (
        "relative-behind-a-place",
        "On Monday Senator Ada Rook of New Quillon, {who} <said> [so], left.",
        [["Ada Rook"]],
    ),
    ("relative-of-several", INTRODUCED + "Judges like Rook, {who} <say> [so], left.", [[]]),
    ("relative", INTRODUCED + "A toast to Rook, {who} <said> [the dam would hold].", [["Ada Rook"]]),
    (
        "first-person",
        INTRODUCED + '["{1:I} <1:think> [1:the dam will hold],"] <said> {Rook}.',
        [["Ada Rook"]] * 2,
    ),
    ("first-person-of-two", INTRODUCED + '["{1:I} <1:think> [1:so],"] {the two} <said>.', [[], []]),
    ("54-first-person-narrator", '["I lied,"] {I} <told> him.', [[]]),
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


@pytest.mark.parametrize(("case", "expected"), [pytest.param(*c[1:], id=c[0]) for c in SPEAKERS])
def test_speakers(case: str, expected: list[list[str]]) -> None:
    assert names(case) == expected


ADDRESSEES = [
    ("49-committee", INTRODUCED + "{Rook} <told> the committee [it was over].", [("committee", "group")]),
    ("49-name", INTRODUCED + "{Rook} <told> Hale [it was over].", [("Jonas Hale", "person")]),
    ("49-pronoun", INTRODUCED + "{Rook} <told> him [it was over].", [("Jonas Hale", "person")]),
    (
        "49-reporters",
        INTRODUCED + "{Rook} <told> reporters on Monday [it was over].",
        [("reporters", "group")],
    ),
    ("49-crowd", INTRODUCED + "{Rook} <told> a cheering crowd [it was over].", [("cheering crowd", "group")]),
    ("said-to", INTRODUCED + "{Rook} <said to> Hale [it was over].", [("Jonas Hale", "person")]),
    ("first-person", INTRODUCED + "{Rook} <told> me [it was over].", []),
    ("asked-for", INTRODUCED + "{Rook} <asked> for [a new dam].", []),
    ("nobody", INTRODUCED + "{Rook} <said> [Hale was late].", []),
    ("what-and-not-whom", INTRODUCED + "{Rook} <warned> that rival voters [would come].", []),
]


@pytest.mark.parametrize(("case", "expected"), [pytest.param(*c[1:], id=c[0]) for c in ADDRESSEES])
def test_addressees(case: str, expected: list[tuple[str, str]]) -> None:
    assert [(s.name, s.type) for s in voices(case)[0].addressees] == expected


VIA = [
    (
        "47-citing",
        "Ada Rook is mayor. {The Harbour Times} <reported>, citing Rook, [that it failed].",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "47-citing-between",
        "Ada Rook is mayor. {The Harbour Times}, citing Rook, <reported> [that it failed].",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "47-citing-first",
        "Ada Rook is mayor. Citing Mayor Rook, {the Harbour Times} <reported> [that it failed].",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "47-citing-last",
        "{The Harbour Times} <reported> [that it failed], quoting the mayor, Ada Rook.",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "47-citing-behind-the-cue",
        "[It failed], {the Harbour Times} <reported> on Monday, citing Ada Rook.",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "47-citing-by-a-medium-without-a-name",
        "{State television} <said>, quoting Ada Rook, [that it failed].",
        ["Ada Rook"],
        [],
    ),
    (
        "a-person-who-cites-speaks",
        "{Ada Rook} <said> [that it failed], citing the Harbour Times.",
        ["Ada Rook"],
        [],
    ),
    (
        "48-hearsay",
        INTRODUCED + "{Rook} <told> Hale [that {1:Tom Voss} <1:said> [1:it burned]].",
        ["Tom Voss"],
        ["Ada Rook"],
    ),
    (
        "told-a-medium",
        INTRODUCED + "{Rook} <told> the Harbour Times [it was over].",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "reported-behind",
        "{Ada Rook} <said> [it was over], the Harbour Times reported.",
        ["Ada Rook"],
        ["Harbour Times"],
    ),
    (
        "group-via-medium",
        "{The Harbour Times} <reported> [that {1:officials} <1:said> [1:it was over]].",
        [],
        ["Harbour Times"],
    ),
    (
        "nearest-first",
        INTRODUCED + "{Rook} <said> [{1:Hale} <1:said> [1:that {2:Tom Voss} <2:said> [2:it burned]]].",
        ["Tom Voss"],
        ["Jonas Hale", "Ada Rook"],
    ),
    (
        "according-to-another",
        INTRODUCED + "[“It burned,”] {Rook} <said> on Monday, according to Jonas Hale.",
        ["Ada Rook"],
        ["Jonas Hale"],
    ),
    (
        "according-to-another-of-the-next-sentence",
        INTRODUCED + "[“It burned,”] {Rook} <said>. It rained, according to Jonas Hale.",
        ["Ada Rook"],
        [],
    ),
    ("own-embedding", INTRODUCED + "{Rook} <said> [{1:she} <1:thought> [1:it burned]].", ["Ada Rook"], []),
    (
        "document",
        INTRODUCED + "<According to> {a statement by Rook}, [it burned].",
        ["Ada Rook"],
        ["statement"],
    ),
]


@pytest.mark.parametrize(("case", "speakers", "via"), [pytest.param(*c[1:], id=c[0]) for c in VIA])
def test_via(case: str, speakers: list[str], via: list[str]) -> None:
    last = voices(case)[-1]
    assert ([s.name for s in last.speakers], [s.name for s in last.via]) == (speakers, via)


def test_a_pronoun_tells_the_sex_that_a_name_does_not() -> None:
    case = "Zazie Rook met Quillo Hale after she had called him a liar. {She} <said> [so]. {1:He} <1:said> [1:not]."
    named = voices(case, (("Zazie Rook", "person"), ("Quillo Hale", "person")))
    assert [v.speakers[0].name for v in named] == ["Zazie Rook", "Quillo Hale"]


def test_a_name_that_describes_the_source_is_not_the_source() -> None:
    case = "{Ed Rook, a Bill Hale supporter,} <said> [so]. {1:He} <1:added> [1:more]."
    named = voices(case, (("Ed Rook", "person"), ("Bill Hale", "person")))
    assert [s.name for s in named[1].speakers] == ["Ed Rook"]


def test_a_pronoun_is_less_certain_than_a_name() -> None:
    named, pronoun = voices("Ada Rook met Jonas Hale. {Rook} <said> [so]. {1:She} <1:added> [1:more].")
    assert 0 < pronoun.certainty < named.certainty < 1


_WORDS = st.sampled_from(
    "Ada Rook Voss the of and The Ministry Tides Mr. Dr. she He it who I \" “ ” ' ’s , . : ( ) -- said told \n\n Jr. "
    "WHO officials statement by citing A von O'Dell É ß 42 his İ".split(" ")
)
_TEXTS = st.one_of(st.text(max_size=80), st.lists(_WORDS, max_size=40).map(" ".join))


_OFFSETS = st.tuples(st.integers(0, 200), st.integers(0, 200))


def _spans(text: str, ends: tuple[int, int] | None) -> tuple[Span, ...]:
    start, end = sorted(n % (len(text) + 1) for n in ends or (0, 0))
    return (Span(start, end),) if start < end else ()


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    _TEXTS,
    st.lists(st.tuples(*[st.none() | _OFFSETS] * 3, st.sampled_from(["direct", "indirect"])), max_size=4),
    st.lists(st.tuples(_OFFSETS, st.sampled_from(["person", "organization", "place", "other"])), max_size=4),
)
def test_any_text_and_spans_are_named_or_left_open(text: str, marks: list[Any], tags: list[Any]) -> None:
    attributions = [
        Attribution(_spans(text, content), _spans(text, cue), _spans(text, source), kind, 1.0)
        for content, cue, source, kind in marks
    ]
    entities = [Entity(span, kind) for ends, kind in tags for span in _spans(text, ends)]
    named = name(text, attributions, entities, quotations(text))
    assert len(named) == len(attributions)
    for voice in named:
        assert all(s.name.strip() for s in (*voice.speakers, *voice.addressees, *voice.via))
        assert 0.0 <= voice.certainty <= 1.0
        assert not set(voice.via) & set(voice.speakers)
    assert named == name(text, attributions, entities, quotations(text))
