from __future__ import annotations

import datetime as dt
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import EIGHT_BIT_PALETTE
from rich.text import Text
from test_render import DAY, DENIED, ROOK, SPLIT, VOSS, statement, written

from quotetrack import render
from quotetrack.model import KINDS, POLARITIES, DatePrecision, Mention, Speaker, as_spans
from quotetrack.render import Look, paint, timeline

PLAIN = Look(width=80, color=False, terminal=True)
COLOR = Look(width=80, color=True, terminal=True)
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")

LONG = "the water would rise by a hand's breadth every hour until the gates were opened or gave way"


def drawn(*rows: render.StoredStatement, look: Look = PLAIN, **options: str) -> str:
    return written(render.write_statements, rows, "pretty", look=look, **options)


def test_a_timeline() -> None:
    rows = [
        SPLIT,
        statement(14, LONG, speakers=(ROOK,), confidence=0.42, act="belief"),
        statement(15, "called it “a sad little play”", kind="mixed", speakers=(VOSS, ROOK)),
        statement(16, "it leaks", speakers=(), source=Mention("a clerk", as_spans([(0, 1)])), article_id=2),
        statement(
            17,
            "a crack ran along the wall",
            date=dt.date(2019, 6, 3),
            date_basis="stated",
            speakers=(Speaker("Dam Survey", "document"),),
            act="evidence",
        ),
        DENIED,
    ]
    expected = """\
Ada Rook · 6 statements

Wednesday, 22 February 2023 ────────────────────────────────────────────────────
   The dam vote · Coast News

    12 ● Ada Rook  harbour commissioner · to the council
       │ “We tried,” … “and lost [sic].”

    14 ○ Ada Rook · thinks                                              42% sure
       │ the water would rise by a hand's breadth every hour until the gates
       │ were opened or gave way

    15 ◐ Theo Voss + Ada Rook
       │ called it “a sad little play”

   The dam vote · Coast News

    16 ○ unknown · a clerk
       │ it leaks

Monday, 3 June 2019 ────────────────────────────────────────────────────────────
   The dam vote · Coast News · 22 Feb 2023

    17 ○ Dam Survey · shows                                    dated in the text
       │ a crack ran along the wall

Date unknown ───────────────────────────────────────────────────────────────────
   The dam vote · Coast News · 22 Feb 2023

    13 ○ Theo Voss + Ada Rook  harbour commissioner · via Marsh Radio   71% sure
       │ [denied] that the dam leaked

● quoted   ◐ partly quoted   ○ in other words
quotetrack show ID
"""
    assert drawn(*rows, heading="Ada Rook · 6 statements", footer="quotetrack show ID") == expected


@pytest.mark.parametrize(
    ("precision", "heading", "short"),
    [
        (None, "Tuesday, 1 January 2019", "1 Jan 2019"),
        ("month", "January 2019", "Jan 2019"),
        ("year", "2019", "2019"),
    ],
)
def test_a_date_is_no_more_exact_than_it_was_stated(
    precision: DatePrecision | None, heading: str, short: str
) -> None:
    dated = {"date": dt.date(2019, 1, 1), "date_basis": "stated", "date_precision": precision}
    assert drawn(statement(**dated)).startswith(f"{heading} ─")
    assert f"│ {short} · The dam vote" in drawn(statement(matches=((0, 3),), **dated))


def test_a_year_and_its_first_day_are_headed_apart() -> None:
    dated = {"date": dt.date(2019, 1, 1), "date_basis": "stated"}
    shown = drawn(statement(1, **dated, date_precision="year"), statement(2, **dated))
    assert [line.split(" ─")[0] for line in shown.splitlines() if "──" in line] == [
        "2019",
        "Tuesday, 1 January 2019",
    ]


def test_what_a_person_decided_is_ticked() -> None:
    shown = drawn(
        statement(1), statement(2, speakers=(VOSS,), decision_ids=(4,)), statement(3, decision_ids=(5,))
    )
    heads = [line for line in shown.splitlines() if "○" in line]
    assert heads == [
        "     1 ○ Ada Rook  harbour commissioner",
        "     2 ○ Theo Voss ✓",
        "     3 ○ Ada Rook ✓",
        "○ in other words   ✓ decided by a person",
    ]
    assert "✓" not in drawn(statement(1))


def test_hits_keep_their_order_and_tell_day_and_article() -> None:
    expected = """\
    21 ○ Ada Rook  harbour commissioner
       │ the dam leaks
       │ 22 Feb 2023 · The dam vote · Coast News

    20 ○ Ada Rook  harbour commissioner
       │ the dam leaks
       │ date unknown · The dam vote · Coast News

○ in other words
"""
    rows = [statement(21, matches=((4, 7),)), statement(20, date=None, matches=((4, 7),))]
    assert drawn(*rows) == expected


def styles_of(text: Text, words: str) -> str:
    """All that styles the first occurrence of ``words``."""
    at = text.plain.index(words)
    return " ".join(
        str(span.style) for span in text.spans if span.start <= at and at + len(words) <= span.end
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("called it “a sad play” twice", "“a sad play”", id="curly"),
        pytest.param('called it "a sad play" twice', '"a sad play"', id="straight"),
        pytest.param("called it ‘a sad play’ twice", "‘a sad play’", id="single"),
        pytest.param("said the farmers' union's “no” stood", "“no”", id="apostrophes-are-no-quotes"),
        pytest.param("called it «a sad play» twice", "«a sad play»", id="guillemets"),
        pytest.param("called it „a sad play“ twice", "„a sad play“", id="low"),
        pytest.param("called it ''a sad play'' twice", "''a sad play''", id="doubled-single"),
        pytest.param("called it “a sad", "“a sad", id="unclosed"),
    ],
)
def test_quoted_words_stand_out_from_the_paraphrase(text: str, words: str) -> None:
    shown = timeline.content(statement(1, text, kind="mixed"), COLOR)
    assert paint.QUOTED in styles_of(shown, words)
    assert paint.QUOTED not in styles_of(shown, text.split()[0])


@pytest.mark.parametrize(
    ("share", "told"), [(0.7949, "79% sure"), (0.7951, ""), (0.5, "50% sure"), (0.9, "")]
)
def test_confidence_is_told_where_there_is_doubt(share: float, told: str) -> None:
    [line] = [line for line in drawn(statement(1, "no", confidence=share)).splitlines() if "○" in line][:1]
    assert line.endswith(told) and ("sure" in line) == bool(told)


def test_a_heading_stands_out_and_fits_the_width() -> None:
    heading = "Ada Rook · " + "harbour commissioner, " * 8
    first, *lines = drawn(SPLIT, look=COLOR, heading=heading).splitlines()
    assert first.startswith("\x1b[1mAda Rook\x1b[0m\x1b[2m · ")
    assert max(cell_len(ESCAPE.sub("", line)) for line in (first, *lines)) <= 80


def test_what_a_search_found_is_marked() -> None:
    row = statement(1, "“the dam  leaks”", kind="direct", matches=((10, 15),))
    shown = timeline.content(row, COLOR)
    assert shown.plain == "“the dam leaks”"
    assert styles_of(shown, "leaks") == f"{paint.QUOTED} {paint.MATCH}"
    assert paint.MATCH not in styles_of(shown, "dam")


@pytest.mark.parametrize(
    ("polarity", "act", "label"),
    [("denied", "speech", "denied"), ("withheld", "speech", "not said"), ("withheld", "belief", "left open")],
)
def test_what_the_source_does_not_stand_by_is_labelled(polarity: str, act: str, label: str) -> None:
    row = statement(1, "that it leaked", polarity=polarity, act=act)
    assert f"[{label}] that it leaked" in drawn(row)
    assert f"\N{NO-BREAK SPACE}{label.replace(' ', chr(0xA0))}\N{NO-BREAK SPACE}" in drawn(row, look=COLOR)


def test_spans_that_do_not_fit_the_text_do_no_harm() -> None:
    assert "the dam leaks" in drawn(statement(1, spans=as_spans([(5, 9), (20, 300)])))


def test_brackets_survive() -> None:
    row = statement(1, "“[The bill] … is dead [sic] [/b] [bold]”", kind="direct", title="[a] title")
    for look in (PLAIN, COLOR):
        assert "“[The bill] … is dead [sic] [/b] [bold]”" in drawn(row, look=look)
        assert "[a] title" in drawn(row, look=look)


def test_a_speaker_keeps_one_colour() -> None:
    assert paint.speaker_style("Ada Rook") == paint.speaker_style("Ada Rook")
    assert len({paint.speaker_style(f"Speaker {number}") for number in range(200)}) == len(paint.PALETTE)


def _luminance(red: int, green: int, blue: int) -> float:
    linear = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (red / 255, green / 255, blue / 255)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("style", [*paint.PALETTE, paint.DENIED, paint.WITHHELD, paint.DOUBTFUL])
def test_colours_read_on_light_and_dark(style: str) -> None:
    match = re.search(r"color\((\d+)\)", style)
    assert match
    shade = _luminance(*EIGHT_BIT_PALETTE[int(match.group(1))]) + 0.05
    assert (1.0 + 0.05) / shade > 3
    assert shade / (_luminance(30, 30, 30) + 0.05) > 3


@pytest.mark.parametrize("style", [*paint.PALETTE, paint.DENIED, paint.WITHHELD, paint.DOUBTFUL, paint.MATCH])
def test_sixteen_colours_are_those_that_every_theme_makes_legible(style: str) -> None:
    out = io.StringIO()
    paint.emit([Text("words", style)], out, replace(COLOR, sixteen=True))
    [codes] = re.findall(r"\x1b\[([0-9;]+)mwords", out.getvalue())
    assert {int(code) for code in codes.split(";")} <= {1, 30, 31, 32, 33, 35, 36, 43}


def test_colour_changes_no_words() -> None:
    row = statement(1, LONG)
    assert ESCAPE.sub("", drawn(row, look=COLOR)) == drawn(row)
    assert "\x1b" not in drawn(row)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_what_stands_below_fits_the_width(width: int) -> None:
    kinds = [statement(n, kind=kind, decision_ids=(n,)) for n, kind in enumerate(KINDS, 1)]
    shown = drawn(
        *kinds, look=Look(width=width, color=False, terminal=True), footer="also 30 beliefs, 19 findings"
    )
    *_, below = shown.split("\n\n")
    assert below.split() == [
        *"● quoted ◐ partly quoted ○ in other words ✓ decided by a person".split(),
        *"also 30 beliefs, 19 findings".split(),
    ]
    assert max(map(cell_len, below.splitlines())) <= width


def test_without_a_width_nothing_is_wrapped() -> None:
    row = statement(1, LONG * 20)
    assert LONG * 20 in drawn(row, look=Look(width=None, color=False, terminal=False))


def test_lines_come_as_the_rows_do() -> None:
    out = io.StringIO()

    def rows():  # type: ignore[no-untyped-def]
        yield SPLIT
        assert "We tried" in out.getvalue()
        yield DENIED

    render.write_statements(rows(), "pretty", out, look=PLAIN)


words = st.text(st.characters(exclude_categories=()), min_size=1, max_size=200)


@settings(deadline=None)
@given(
    data=st.data(),
    text=words,
    name=words.filter(str.strip),
    kind=st.sampled_from(KINDS),
    polarity=st.sampled_from(POLARITIES),
    width=st.sampled_from([40, 80, 120]),
    color=st.booleans(),
)
def test_any_words_fit_the_width(
    data: st.DataObject, text: str, name: str, kind: str, polarity: str, width: int, color: bool
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    row = statement(
        7,
        text,
        kind=kind,
        polarity=polarity,
        speakers=data.draw(st.sampled_from([(), (Speaker(name, None, text),), (Speaker(name), ROOK)])),
        via=(Speaker(name),),
        title=text,
        date=data.draw(st.sampled_from([None, DAY])),
        matches=data.draw(st.sampled_from([(), ((start, end),)])),
        confidence=data.draw(st.floats(0, 1)),
    )
    shown = drawn(row, row, look=Look(width=width, color=color, terminal=True), heading=None)
    for line in ESCAPE.sub("", shown).split("\n"):
        assert cell_len(line) <= width
        assert color or line == line.rstrip()
