"""Speakers by pronouns and descriptions: "she", "the senator"."""

from __future__ import annotations

import pytest
from speaking import INTRODUCED, names

DESCRIBED = [
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
    (
        "nobody-in-a-clause-of-anothers-sentence",
        "Ada Rook came. Rook sat. Rook rose. Ivo Hale sat.\n\nThe Republican vice presidential nominee spoke "
        "after Rook left. {The Ohio governor} <said> [so].",
        [[]],
    ),
    (
        "what-somebody-is",
        'Ivo Hale came. ["He said he would be the nominee,"] {he} <said>.',
        [["Ivo Hale"]],
    ),
    (
        "said-of-a-description",
        "Ivo Hale, the nominee, met Tom Pelk. Pelk spoke of him. [The nominee], {he} <said>, [was late].",
        [["Tom Pelk"]],
    ),
    (
        "stranger-of-the-other-sex",
        "Wanda Rook ran it. I spoke to a man who lost his home. [So], {she} <said>.",
        [["Wanda Rook"]],
    ),
    (
        "by-means-of-a-stranger",
        "Ivo Hale ran it. Through a spokesman, {he} <declined> [to comment].",
        [["Ivo Hale"]],
    ),
    (
        "subject-of-the-sentence-before",
        "Ivo Hale was furious. Goalkeeper Sam Pelk met Danny Rook. [It was the sun], {he} <said>. Rook disagreed. "
        "[1:No], {1:he} <1:said>.",
        [["Sam Pelk"], ["Danny Rook"]],
    ),
    (
        "age-of-the-only-one-around",
        'Pat Rook says so. ["No sinner was out,"] {the 70-year-old} <said>.',
        [["Pat Rook"]],
    ),
    (
        "age-of-one-of-two",
        "Pat Rook met Ivo Hale. {The 70-year-old} <said> [so].",
        [[]],
    ),
    (
        "age-beside-a-role",
        "Eddie Rook, 24, ran in. {The 24-year-old line cook} <said> [so].",
        [["Eddie Rook"]],
    ),
    (
        "ex-before-a-role",
        "Former mayor Lionel Rook has been cleared. {The ex-mayor} <said> [so].",
        [["Lionel Rook"]],
    ),
    (
        "former-is-not-the-current-one",
        "Mayor Ada Rook was pleased.\n\nIvo Hale disagreed. {The former mayor} <said> [so].",
        [[]],
    ),
    (
        "deputy-of-something",
        "Interior Minister Ivo Hale resigned. Former deputy interior minister Tom Pelk left. {The interior minister} "
        "<said> [so].",
        [["Ivo Hale"]],
    ),
    (
        "minister-of-a-country",
        "Latvia's Foreign Minister Ivo Hale came. {The Latvian minister} <said> [so].",
        [["Ivo Hale"]],
    ),
    (
        "chief-executive-for-short",
        "Chief executive Ivo Hale came. {The CEO} <said> [so]. Ada Rook, the chief financial officer, sat. "
        "{1:The CFO} <1:said> [1:no].",
        [["Ivo Hale"], ["Ada Rook"]],
    ),
    # What speaks against it
    (
        "behind-after",
        "Ada Rook came. Rook sat. Rook rose. Rook turned on Ivo Hale after {the billionaire} <said> [so].",
        [[]],
    ),
    (
        "leader-of-something-else",
        "Ada Rook came. Rook sat. Rook rose. Rook spoke. {The band leader} <said> [so].",
        [[]],
    ),
    (
        "wife-of-whom-it-says",
        "Ivana Rook, his former wife, came. Rook sat. Rook rose. Rook spoke. {The nominee} <said> [so].",
        [[]],
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
        "stranger-with-an-aside",
        "Maxwell Pelk left. {A spokesman, reading from notes,} <said> [so]. [1:No], {1:he} <1:said>.",
        [[], []],
    ),
    (
        "stranger-in-passing",
        "Wanda Rook ran it. I spoke to a woman who lost her home. [So], {she} <said>.",
        [[]],
    ),
]


@pytest.mark.parametrize(("case", "expected"), [pytest.param(*c[1:], id=c[0]) for c in DESCRIBED])
def test_speakers_by_pronouns_and_descriptions(case: str, expected: list[list[str]]) -> None:
    assert names(case) == expected
