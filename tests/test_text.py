"""Tests of paragraphs and sentences, on invented text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.model import Span
from quotetrack.text import index_at, paragraphs, sentences


def split(text: str) -> list[str]:
    """The sentences of a text of one paragraph."""
    (paragraph,) = paragraphs(text)
    return [sentence.of(text) for sentence in sentences(text, paragraph)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One.\nTwo.", ["One.", "Two."], id="lines"),
        pytest.param("One.\r\n\r\n  Two. \r\n", ["One.", "Two."], id="windows"),
        pytest.param("One.\rTwo.", ["One.", "Two."], id="old-mac"),
        pytest.param("\n \t\u00a0\n", [], id="white-space-only"),
        pytest.param("", [], id="empty"),
        pytest.param("a\u2028b\u2029c\x85d\x0ce", list("abcde"), id="other-line-ends"),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert [paragraph.of(text) for paragraph in paragraphs(text)] == expected


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = (
        "HOLLIN - The harbour master said on Monday that the wall had\n"
        "moved by a hand since the autumn and that nobody had thought of\n"
        "telling the ferries.\n"
        '"We measure it every spring," Orsolya Venn told the council, "and\n'
        "every spring we write the number down and go home to our dinners\n"
        'and our beds."\n'
        "\n"
        "The council meets again in June.\n"
    )
    assert [paragraph.of(wrapped).split()[0] for paragraph in paragraphs(wrapped)] == ["HOLLIN", '"We', "The"]


def test_short_lines_are_paragraphs_of_their_own() -> None:
    headlines = (
        "Wall moves again\nFerry late, says master\nCouncil to meet in June\nBells: a vote\nCup final lost"
    )
    assert len(paragraphs(headlines)) == 5


@pytest.mark.parametrize(
    "text",
    [
        # Each | is where a new sentence begins.
        pytest.param("Rook left. |Hale stayed! |Why? |Nobody knew… |It rained.", id="terminal-marks"),
        pytest.param("“It failed.” |Rook left. |(Hale stayed.) |It rained.", id="closing-marks"),
        pytest.param('Rook left. |"It failed," she said.', id="opening-mark"),
        pytest.param("“It failed,” Rook said. |“We lost.”", id="split-quotation"),
        pytest.param("''It failed,'' Rook said. |''We lost.'' |Hale left.", id="two-single-marks"),
        pytest.param("Rook called it a ''Big Loss'' On Air.", id="two-single-marks-end-no-sentence"),
        pytest.param('"Why?" she asked. |He left.', id="question-inside"),
        pytest.param("Mr. Rook met Dr. Hale, Mlle. Pelk and MS. VOSS.", id="titles"),
        pytest.param("Gov. Rook met Sen. Hale (D-Va.) and Lt. Col. Voss.", id="offices"),
        pytest.param("J. R. Rook and Ada B. Hale left.", id="initials"),
        pytest.param(
            "The U.S. Senate met at 3 p.m. Tuesday in Hollin, Calif., and on Feb. 22.", id="abbreviations"
        ),
        pytest.param(
            "He lives in the U.S. |She lives in Hollin Inc. |They left.", id="abbreviation-ends-sentence"
        ),
        pytest.param("She said no. |Rook left. |It was No. 10 and no. 7.", id="no"),
        pytest.param("Rook is ill. |Voss left in dec. |Hale came.", id="small-letters-are-words"),
        pytest.param("They chose plan B. |The council left.", id="letter-ends-sentence"),
        pytest.param("Nobody knew but I. |Rook left.", id="pronoun-i"),
        pytest.param("See rook.example. |Rook left.", id="domain"),
        pytest.param("The dam cost 3.5 million in 2019. |Rook paid.", id="numbers"),
        pytest.param("Really?! |No... |Yes.", id="several-marks"),
        pytest.param("Rook left", id="no-mark"),
        pytest.param("Rook left.Hale stayed.", id="no-space"),
    ],
)
def test_sentences(text: str) -> None:
    parts = text.split("|")
    assert split("".join(parts)) == [part.rstrip() for part in parts]


def test_sentences_within_a_paragraph_only() -> None:
    text = "One. Two. Three."
    assert [span.of(text) for span in sentences(text, Span(5, 9))] == ["Two."]


LONG = 300_000


@pytest.mark.parametrize(
    "piece",
    [
        ".",
        "...x",
        ". ",
        ".” ",
        "?!",
        "(",
        ". (",
        "U.S. ",
        "Mr. Rook ",
        "''",
        "x",
        ". " + " " * 40,
        ".'",
        "a.b",
        "“",
    ],
)
def test_very_long_line(piece: str) -> None:
    """Would not end for hours if the work grew with the square of the length, or worse."""
    text = (piece * LONG)[:LONG] + "x"
    (paragraph,) = paragraphs(text)
    spans = list(sentences(text, paragraph))
    assert spans[0].start == paragraph.start
    assert spans[-1].end == len(text)


NEWS = st.lists(
    st.sampled_from(
        ["Rook", "said", ".", "...", "?", "”", "“", "''", "Mr.", "U.S.", "No.", "7", " ", " ", "\n", "("]
    )
).map("".join)


@given(st.text() | NEWS)
def test_paragraphs_hold_all_but_white_space(text: str) -> None:
    found = paragraphs(text)
    assert "".join(text.split()) == "".join("".join(span.of(text).split()) for span in found)
    for one, two in pairwise(found):
        assert one.end < two.start
    assert all(span.of(text) == span.of(text).strip() and "\n" not in span.of(text) for span in found)


@given(st.text() | NEWS)
def test_sentences_hold_all_but_white_space_between_them(text: str) -> None:
    for paragraph in paragraphs(text):
        at = paragraph.start
        for sentence in sentences(text, paragraph):
            assert not text[at : sentence.start].strip()
            assert sentence.of(text) == sentence.of(text).strip()
            at = sentence.end
        assert at == paragraph.end


@given(st.text() | NEWS, st.integers(0, 200))
def test_index_at_finds_the_span_that_holds_an_offset(text: str, offset: int) -> None:
    spans = paragraphs(text)
    expected = next((n for n, span in enumerate(spans) if span.start <= offset < span.end), None)
    assert index_at(spans, [span.start for span in spans], offset) == expected
