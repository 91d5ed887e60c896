from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from test_render import ARTICLE, DENIED, SPLIT, TEXT, in_text, mention, statement, written

from quotetrack import render
from quotetrack.model import Mention, as_spans
from quotetrack.render import Look, context

PLAIN = Look(width=80, color=False, terminal=True)
COLOR = Look(width=80, color=True, terminal=True)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

MIXED = statement(14, **in_text("called the vote “a sad little play”"), kind="mixed", cue=mention("called"))


def test_a_statement_in_its_paragraph() -> None:
    expected = """\
12 ● Ada Rook  harbour commissioner

   date       Wednesday, 22 February 2023 · the article’s date
   statement  direct · speech · affirmed · 90% sure
   told to    the council
   article    The dam vote · Coast News
   file       dam.txt · characters 0–83

   ⟦“We tried,”⟧ ⟨Ada Rook, the harbour commissioner⟩, {told} the council, ⟦“and
   lost [sic].”⟧

   ⟦content⟧   {cue}   ⟨source⟩
"""
    rows = [SPLIT, DENIED]
    assert written(render.write_statement, SPLIT, TEXT, rows, "pretty", look=PLAIN) == expected


def test_neighbours_in_the_same_paragraph_are_numbered() -> None:
    shown = written(render.write_statement, DENIED, TEXT, [SPLIT, DENIED, MIXED], "pretty", look=PLAIN)
    assert "Theo Voss denied ⟦that the dam leaked⟧, and called the vote “a sad little play”¹⁴." in " ".join(
        shown.split()
    )
    assert "⟦content⟧   ¹⁴ another statement" in shown
    assert "denied" in shown and "date unknown" in shown.lower() and "via        Marsh Radio" in shown


def test_what_closes_comes_before_what_opens() -> None:
    text = "Rook said“yes”."
    row = statement(1, "“yes”", spans=as_spans([(9, 14)]), cue=Mention.at(text, as_spans([(5, 9)])))
    assert "Rook {said}⟦“yes”⟧." in written(render.write_statement, row, text, [], "pretty", look=PLAIN)


def test_colour_marks_without_brackets() -> None:
    shown = written(render.write_statement, SPLIT, TEXT, [], "pretty", look=COLOR)
    assert "⟦" not in shown
    assert "\x1b[1;38;5;32m“We tried,”\x1b[0m" in shown
    assert "\x1b[38;5;166mtold\x1b[0m" in shown
    assert "\x1b[4;38;5;163mAda Rook, the harbour commissioner\x1b[0m" in shown


def test_paragraphs_between_are_left_out_and_told() -> None:
    text = "“One.\n\nTwo.\n\nThree,” Rook said.\n\nFour.\n"
    row = statement(1, "“One. Three,”", spans=as_spans([(0, 5), (13, 20)]), kind="direct")
    shown = written(render.write_statement, row, text, [], "pretty", look=PLAIN)
    assert "   ⟦“One.⟧\n\n   …\n\n   ⟦Three,”⟧ Rook said.\n" in shown
    assert "Two" not in shown and "Four" not in shown


def test_a_paragraph_without_end_is_cut() -> None:
    text = "before " * 100_000 + "the dam leaks" + " after" * 100_000
    start = text.index("the dam")
    row = statement(1, "the dam leaks", spans=as_spans([(start, start + 13)]))
    shown = written(render.write_statement, row, text, [], "pretty", look=PLAIN)
    assert "⟦the dam leaks⟧" in " ".join(shown.split())
    assert len(shown) < 3_000
    assert set(shown.split("\n\n")[2].replace("⟦the dam leaks⟧", "").split()) == {"before", "after"}


def test_an_article_with_its_statements() -> None:
    expected = """\
The dam vote
Coast News · Jo Inman · Wednesday, 22 February 2023 · 2 statements
dam.txt

⟦“We tried,”⟧ Ada Rook, the harbour commissioner, told the council, ⟦“and lost
[sic].”⟧¹²

Theo Voss denied ⟦that the dam leaked⟧¹³, and called the vote “a sad little
play”.

Ada Rook 2   Theo Voss 1
"""
    assert written(render.write_article, ARTICLE, TEXT, [SPLIT, DENIED], "pretty", look=PLAIN) == expected


def test_an_article_without_a_title_or_statements() -> None:
    bare = dataclasses.replace(ARTICLE, title=None, date=None, publisher=None, author=None, statements=0)
    shown = written(render.write_article, bare, "Nothing.\n", [], "pretty", look=PLAIN)
    assert shown.startswith("dam.txt\ndate unknown · 0 statements\n\nNothing.\n")


def test_ids_without_superscripts() -> None:
    look = dataclasses.replace(PLAIN, unicode=False)
    assert "leaked⟧[13]" in written(render.write_article, ARTICLE, TEXT, [DENIED], "pretty", look=look)


any_text = st.text(st.characters(exclude_categories=()) | st.sampled_from(" \n"), min_size=1, max_size=300)


@settings(deadline=None)
@given(data=st.data(), text=any_text, width=st.sampled_from([40, 80, 120]), color=st.booleans())
def test_any_statement_of_any_text_fits_the_width(
    data: st.DataObject, text: str, width: int, color: bool
) -> None:
    bounds = data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8, unique=True).map(sorted))
    spans = as_spans(zip(bounds[::2], bounds[1::2], strict=False))
    row = statement(1, " ".join(span.of(text) for span in spans), spans=spans, kind="mixed", cue=None)
    look = Look(width=width, color=color, terminal=True)
    shown = written(render.write_statement, row, text, [row], "pretty", look=look)
    shown += written(render.write_article, ARTICLE, text, [row, row], "pretty", look=look)
    for line in ESCAPE.sub("", shown).split("\n"):
        assert cell_len(line) <= width


@pytest.mark.parametrize("spans", [[(0, 5)], [(100, 120)]], ids=["inside", "past-the-end"])
def test_passages_lie_in_the_text(spans: list[tuple[int, int]]) -> None:
    assert all(passage.end <= len(TEXT) for passage in context.passages(TEXT, as_spans(spans)))
