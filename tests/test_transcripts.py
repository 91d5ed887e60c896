"""Transcripts and interviews, and what only looks like them."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import marked, told

from quotetrack.extraction.attribution import Entity, EntityType
from quotetrack.extraction.transcripts import transcript, with_turns
from quotetrack.model import Span, words_of


def turns(text: str) -> list[tuple[str, str]]:
    return [(turn.label.of(text), words_of(text, turn.words)) for turn in transcript(text, ())]


TRANSCRIPTS = {
    "questions-and-answers": (
        "Q: Why?\n\nROOK: Because it leaks.\n\nQ: Since when?\n\nROOK: Since May.",
        [("Q:", "Why?"), ("ROOK", "Because it leaks."), ("Q:", "Since when?"), ("ROOK", "Since May.")],
    ),
    "letters-with-full-stops": (
        "Q. How late do they run?\nA. Until four.\nQ. Why?\nA. Nobody asked.",
        [("Q.", "How late do they run?"), ("A.", "Until four."), ("Q.", "Why?"), ("A.", "Nobody asked.")],
    ),
    "in-one-line": (
        "Q: Why? ROOK: Because. Q: Since when? ROOK: Since May.",
        [("Q:", "Why?"), ("ROOK", "Because."), ("Q:", "Since when?"), ("ROOK", "Since May.")],
    ),
    "names": (
        "Ada Rook met us on the quay.\n\nReporter: Were you afraid?\n\nRook: Only of the ferry.",
        [("Reporter", "Were you afraid?"), ("Rook", "Only of the ferry.")],
    ),
    "paper-as-interviewer": (
        "Ada Rook met us.\nThe Islander: Afraid?\nRook: No.\nThe Islander: Again?\nRook: Ask me in a year.",
        [
            ("The Islander", "Afraid?"),
            ("Rook", "No."),
            ("The Islander", "Again?"),
            ("Rook", "Ask me in a year."),
        ],
    ),
    "titles-and-asides": (
        "MR. ROOK (on tape): You were told.\nSEN. ADA HALE (R): I was not.\nMR. ROOK: Were you there?",
        [("MR. ROOK", "You were told."), ("SEN. ADA HALE", "I was not."), ("MR. ROOK", "Were you there?")],
    ),
    "quoted": (
        "The broadcast went on:\n\n“ROOK: You were told.\n\n“HALE: I was not.\n\n“ROOK: Were you there?”",
        [("ROOK", "You were told."), ("HALE", "I was not."), ("ROOK", "Were you there?”")],
    ),
    "bold": (
        "**Interviewer:** What made you leave?\n\n**Osric Pell:** I was tired.",
        [("Interviewer", "What made you leave?"), ("Osric Pell", "I was tired.")],
    ),
    "labels-on-lines-of-their-own": (
        "JUDGE:\nWere you there?\nWITNESS:\nI was.\nJUDGE:\nThank you.",
        [("JUDGE", "Were you there?"), ("WITNESS", "I was."), ("JUDGE", "Thank you.")],
    ),
    "several-paragraphs": (
        "ROOK: How was it?\n\nHALE: Bad.\n\nI went over it every night.\n\n(Laughter)\n\nROOK: Thank you.",
        [("ROOK", "How was it?"), ("HALE", "Bad. I went over it every night."), ("ROOK", "Thank you.")],
    ),
    "prose-behind-it": (
        "BRACK: You lied.\n\nFINCH: I did not.\n\nBRACK: You did.\n\nBrack left without a word.",
        [("BRACK", "You lied."), ("FINCH", "I did not."), ("BRACK", "You did.")],
    ),
    "furniture-between": (
        "JUDGE: Were you there?\nPhoto: The court\nWITNESS: I was.\nNOTE: We have shortened this.",
        [("JUDGE", "Were you there?"), ("WITNESS", "I was.")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), TRANSCRIPTS.values(), ids=TRANSCRIPTS.keys())
def test_transcripts(text: str, expected: list[tuple[str, str]]) -> None:
    assert turns(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "NOTE: You can come by sea.\nUpdate: We sail at six.\nNOTE: Bring your coat.", id="furniture"
        ),
        pytest.param("Method: Beat the eggs.\nTip: You can add salt.\nTip: We did.", id="recipe"),
        pytest.param("FACT: You can swim.\nMYTH: We were told not to.\nFACT: You were.", id="facts"),
        pytest.param("In the wind, Ada Rook won.\nRook: 1,769.\nHale: 1,501.\nRook: 2,316.", id="numbers"),
        pytest.param(
            "Monday: Take your coat.\nTuesday: You will need a hat.\nIt rains on Monday.\nMonday: Rain.",
            id="days",
        ),
        pytest.param(
            "The race, by Ada Rook and Bo Hale.\n\nRook: Has the money.\n\nHale: Needs a win in the north.",
            id="one-line-for-each",
        ),
        pytest.param("Rook: Taxes will rise\n\nAda Rook spoke on Monday. Rain fell.", id="headline"),
        pytest.param("A. Rook, the mayor, left.\nA. Hale stayed. Why?", id="initials"),
        pytest.param("She said: you. He said: no.\nThey asked: why?", id="sentences"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_transcripts(text: str) -> None:
    assert turns(text) == []


def test_letters_stand_for_those_whom_the_lines_before_name() -> None:
    text = (
        "MERET YILMAZ (affirmed)\nExamined by MR ROSENTHAL\n\nQ. Were you there?\nA. I was.\n\n"
        "HANNA RASOOL (sworn)\n\nQ. And you?\nA. Of course."
    )
    named = [words_of(text, turn.speaker) for turn in transcript(text, ())]
    assert named == ["MR ROSENTHAL", "MERET YILMAZ", "", "HANNA RASOOL"]


def test_an_interview_says_with_whom() -> None:
    text = "Q&A with Ludo Marchetti\n\nQ: How late?\n\nA: Until four. Why do you ask?"
    assert [words_of(text, turn.speaker) for turn in transcript(text, ())] == ["", "Ludo Marchetti"]


def _entities(text: str, **named: EntityType) -> list[Entity]:
    found = []
    for name, type_ in named.items():
        name = name.replace("_", " ")
        found += [Entity(Span(m.start(), m.end()), type_) for m in re.finditer(re.escape(name), text)]
    return sorted(found, key=lambda one: one.span)


@pytest.mark.parametrize(
    ("lead", "asks", "answers"),
    [
        pytest.param("Ada Rook spoke with the Ledger on Monday.", "Ledger", "Ada Rook", id="medium"),
        pytest.param("Ada Rook sat down with Ledger reporter Ivo Hale.", "Ledger", "Ada Rook", id="reporter"),
        pytest.param("The Ledger spoke with Ada Rook on Monday.", "", "Ada Rook", id="asked-by-a-medium"),
        pytest.param("Ada Rook on the flood.", "", "Ada Rook", id="title"),
        pytest.param("Ada Rook spoke to Ivo Hale on Monday.", "", "", id="either"),
        pytest.param("Ivo Hale came for an interview with Ada Rook.", "", "Ada Rook", id="interview-with"),
        pytest.param("Ada Rook and Ivo Hale on the flood.", "", "", id="two-in-the-title"),
        pytest.param("What the flood left.\n\nAda Rook walks the quay.", "", "", id="not-in-the-title"),
    ],
)
def test_who_answers_is_whom_the_lead_tells_of(lead: str, asks: str, answers: str) -> None:
    text = f"{lead}\n\nQ: How late?\n\nA: Until four. Why do you ask?"
    entities = _entities(text, Ada_Rook="person", Ivo_Hale="person", Ledger="organization")
    assert [words_of(text, turn.speaker) for turn in transcript(text, entities)] == [asks, answers]


def test_a_turn_replaces_what_the_tagger_finds_in_it_but_for_others_words() -> None:
    text, marks, attributions = marked(
        "{1:ROOK}<1::> [1:Were you there? What] did he say?\n\n"
        "HALE: {2:I} <2:think> [2:he was there]. {3:My wife} <3:told> him [3:we should go home].\n\n"
        "ROOK: Thank you.\n\n{4:Hale} <4:said> [4:it was over]."
    )
    attributions = [type(one)(one.content, one.cue, one.source, one.kind, 0.9) for one in attributions]
    found, _ = with_turns(text, marks, attributions, ())
    assert told(text, found) == [
        ("Were you there? What did he say?", "", "ROOK"),
        ("I think he was there. My wife told him we should go home.", "", "HALE"),
        ("we should go home", "told", "My wife"),
        ("Thank you.", "", "ROOK"),
        ("it was over", "said", "Hale"),
    ]


def test_the_name_of_a_label_is_known_in_full() -> None:
    text = "Interview with Philippa Onwu, head of weather\n\nQ: Why?\n\nONWU: I was away. Q: Again?\n\nONWU: Yes."
    wrong = Entity(Span(15, 23), "place")
    _, entities = with_turns(text, [], [], [wrong])
    assert [(one.span.of(text), one.type) for one in entities] == [
        ("Philippa Onwu", "person"),
        ("ONWU", "person"),
        ("ONWU", "person"),
    ]


def test_a_single_label_is_the_source_of_what_stands_behind_it() -> None:
    text, marks, attributions = marked("Rook<1::> [1:Taxes will rise]\n\nAda Rook spoke on Monday.")
    found, _ = with_turns(text, marks, attributions, ())
    assert told(text, found) == [("Taxes will rise", ":", "Rook")]


@pytest.mark.parametrize("label", ["Photo", "Update", "Elsewhere"])
def test_a_single_label_that_is_nobody_is_no_source(label: str) -> None:
    text, marks, attributions = marked(f"{label}<1::> [1:Taxes will rise]\n\nSee the photo and the update.")
    assert with_turns(text, marks, attributions, ())[0] == attributions


LINES = st.lists(
    st.sampled_from(
        [
            "Q: ",
            "A: ",
            "Q. ",
            "ROOK: ",
            "Ada Rook: ",
            "NOTE: ",
            "(Laughter)",
            "I was?",
            "You did. ",
            "Yes. Q: ",
            "\n",
            "“",
            "",
        ]
    ),
    max_size=30,
)


@given(LINES.map("".join) | LINES.map("\n".join) | st.text())
def test_turns_are_in_order_and_apart(text: str) -> None:
    spans = [span for turn in transcript(text, ()) for span in (turn.label, *turn.words)]
    assert spans == sorted(spans)
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)
