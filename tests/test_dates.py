"""Tests of when something was said. In the cases, [source], <cue> and {content} are marked in the text."""

from __future__ import annotations

import contextlib
import datetime as dt
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotetrack.dates import article_date, dateline_date, parse_day, statement_date
from quotetrack.errors import UsageError
from quotetrack.extraction.attribution import Attribution
from quotetrack.model import Article, Span

WEDNESDAY = dt.date(2023, 2, 22)
MARKS = {"[": "source", "]": "source", "<": "cue", ">": "cue", "{": "content", "}": "content"}


def attribution(marked: str) -> tuple[str, Attribution]:
    """The text without the marks, and the attribution that they mark."""
    text, begun = "", 0
    spans: dict[str, list[Span]] = {"source": [], "cue": [], "content": []}
    for letter in marked:
        if letter in "[<{":
            begun = len(text)
        elif letter in "]>}":
            spans[MARKS[letter]].append(Span(begun, len(text)))
        else:
            text += letter
    content, cue, source = (tuple(spans[role]) for role in ("content", "cue", "source"))
    return text, Attribution(content, cue, source, "indirect", 1.0)


def said(marked: str, published: dt.date | None = WEDNESDAY) -> str | None:
    """The stated date, only its year or month where no more is stated.

    None where nothing is stated and the article's date (or nothing) is given instead.
    """
    date, basis, precision = statement_date(*attribution(marked), published)
    if basis == "stated":
        return str(date)[: {"year": 4, "month": 7}.get(precision or "")]
    assert (date, basis, precision) == ((published, "article", None) if published else (None, None, None))
    return None


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[Rook] <said> on Wednesday {that it was safe}.", "2023-02-22", id="same-weekday-is-same-day"
        ),
        pytest.param("[Rook] <said> Tuesday {it was safe}.", "2023-02-21", id="weekday-without-on"),
        pytest.param(
            "[Rook] <said> on Thursday {that it was safe}.", "2023-02-16", id="never-a-later-weekday"
        ),
        pytest.param("{“It is safe,”} [Rook] <said> late on Monday night.", "2023-02-20", id="late-night"),
        pytest.param("{“It is safe,”} <said> [Ada Rook] on Tuesday.", "2023-02-21", id="behind-the-source"),
        pytest.param("{“It is,”} <said> [Rook] in an interview Sunday.", "2023-02-19", id="bare-after-noun"),
        pytest.param("[Rook] on Tuesday <said> {it was safe}.", "2023-02-21", id="between-source-and-cue"),
        pytest.param(
            "[Rook], speaking on Monday in Hollin, <said> {it was}.", "2023-02-20", id="speaking-on"
        ),
        pytest.param("On Monday, [Rook] <said> {it was safe}.", "2023-02-20", id="before-source"),
        pytest.param(
            "Late on Monday night [Rook] <said> {it was}.", "2023-02-20", id="before-source-without-comma"
        ),
        pytest.param("The mayor left, but on Friday [Rook] <said> {it was}.", "2023-02-17", id="last-clause"),
        pytest.param("Nobody knew. On Friday [Rook] <said> {it was}.", "2023-02-17", id="second-sentence"),
        pytest.param("Earlier Wednesday, [Rook] <said> {it was safe}.", "2023-02-22", id="earlier-today"),
        pytest.param(
            "Speaking to staff on Monday, [Rook] <said> {it was}.", "2023-02-20", id="speaking-before"
        ),
        pytest.param("Yesterday [Rook] <said> {it was safe}.", "2023-02-21", id="yesterday"),
        pytest.param("[Rook] <said> today {it was safe}.", "2023-02-22", id="today-of-the-article"),
        pytest.param(
            "On Monday [Rook] <told> USA Today {it was safe}.", "2023-02-20", id="USA-Today-is-no-date"
        ),
        pytest.param("[Rook] <said> last night {it was safe}.", "2023-02-21", id="last-night"),
        pytest.param("[Rook] <said> last Friday {it was safe}.", "2023-02-17", id="last-friday"),
        pytest.param("[Rook] <said> last Wednesday {it was safe}.", "2023-02-15", id="last-same-weekday"),
        pytest.param("[Rook] <said> three days ago {it was safe}.", "2023-02-19", id="days-ago"),
        pytest.param("[Rook] <said> two years ago {it was safe}.", "2021", id="years-ago"),
        pytest.param("[Rook] <said> last month {it was safe}.", "2023-01", id="last-month"),
        pytest.param("[Rook] <said> last year {it was safe}.", "2022", id="last-year"),
        pytest.param("On Feb. 3, 2021, [Rook] <said> {it was}.", "2021-02-03", id="month-day-year"),
        pytest.param("On 3 February 2021 [Rook] <said> {it was}.", "2021-02-03", id="day-month-year"),
        pytest.param("On the 3rd of May 2021 [Rook] <said> {it was}.", "2021-05-03", id="ordinal"),
        pytest.param("[Rook] <wrote> on 2021-02-03 {that it was}.", "2021-02-03", id="iso"),
        pytest.param("[Rook] <said> on Tuesday, Feb. 14, {it was}.", "2023-02-14", id="weekday-and-day"),
        pytest.param("[Rook] <said> on Dec. 30 {it was}.", "2022-12-30", id="day-of-last-year"),
        pytest.param("[Rook] <said> on Feb. 29 {it was}.", "2020-02-29", id="leap-day"),
        pytest.param("In 2019 [Rook] <said> {it was safe}.", "2019", id="year"),
        pytest.param(
            "In a 2019 interview with the Courier and the Post, [Rook] <said> {it}.",
            "2019",
            id="of-work",
        ),
        pytest.param("{It was safe}, [she] <said> in a 2019 interview.", "2019", id="in-a-work-behind"),
        pytest.param("In her 2003 book, Low Water, [Rook] <noted> {it was}.", "2003", id="book-of-a-year"),
        pytest.param("[Rook] <told> the Courier in August {it was}.", "2022-08", id="month"),
        pytest.param("[Rook] <said> in early January {it was}.", "2023-01", id="early-month"),
        pytest.param("[Rook] <said> in mid-January {it was}.", "2023-01", id="mid-month"),
        pytest.param("In a January phone call [Rook] <said> {it was}.", "2023-01", id="month-of-a-work"),
        pytest.param("[Rook] <said> in February 2021 {it was}.", "2021-02", id="month-year"),
        pytest.param("[Rook] <said in a statement Monday> {it was}.", "2023-02-20", id="inside-the-cue"),
        pytest.param(
            "[Rook] <criticised> {the plan} in an email on Monday to staff.",
            "2023-02-20",
            id="behind-content",
        ),
        pytest.param("[A statement Friday] <said> {that nobody cares}.", "2023-02-17", id="work-and-day"),
        pytest.param(
            "[Rook] continued on Saturday, <saying> {it was}.", "2023-02-18", id="verb-before-the-cue"
        ),
        pytest.param("[Rook] <Thursday lashed out at> {it}.", "2023-02-16", id="begins-the-cue"),
        pytest.param("[Rook] <announced Thursday> {it was over}.", "2023-02-16", id="ends-the-cue"),
        pytest.param("Six months ago, [Rook] <said> {it was}.", "2022-08", id="months-ago"),
        pytest.param("[A 2019 report] <found> {that it leaks}.", "2019", id="work-as-source"),
        pytest.param(
            "[A poll released on Monday] <found> {that nobody cares}.", "2023-02-20", id="work-released"
        ),
        pytest.param(
            "[Rook] <said> on Monday {it held}, and Voss said on Friday that it broke.",
            "2023-02-20",
            id="own",
        ),
        pytest.param(
            "Rook said on Monday it held, and [Voss] <said> on Friday {it broke}.", "2023-02-17", id="other"
        ),
        pytest.param(
            "{“We tried,”} [Rook] <said> on Monday, {“and lost.”}", "2023-02-20", id="split-quotation"
        ),
        pytest.param("[Rook] <told> reporters on Monday:\n{“Done.”}", "2023-02-20", id="introduced-block"),
        pytest.param("[Rook] <said> during Monday's hearing {it was}.", "2023-02-20", id="hearing-of-a-day"),
        pytest.param("[Rook] <said> on the evening of Feb. 3 {it was}.", "2023-02-03", id="evening-of"),
        pytest.param("{It is safe}, according to [Rook] on Monday.", "2023-02-20", id="no-cue"),
    ],
)
def test_stated(marked: str, expected: str) -> None:
    assert said(marked) == expected


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("[Rook] <said> {that it broke on Monday}.", id="inside-content"),
        pytest.param("{“It broke on Monday,”} [Rook] <said>.", id="inside-quotation"),
        pytest.param("{It}, [Rook] <said>, {broke in 2019}.", id="inside-split-content"),
        pytest.param("[Rook] <told> reporters last week {it was}.", id="last-week"),
        pytest.param("[Rook] <said> this month {it was}.", id="this-month"),
        pytest.param("[Rook] will <say> on Friday {that it is}.", id="future"),
        pytest.param("[Rook] is expected to <announce> on Friday {that it is}.", id="expected"),
        pytest.param("[Rook] <said> on Feb. 24 {it was}.", id="coming-day"),
        pytest.param("[Rook] <said> before Monday's vote {it was}.", id="before-a-vote"),
        pytest.param("[Rook] has <said> since 2019 {that it leaks}.", id="since"),
        pytest.param("[Rook], who replaced Hale in July, <said> {it was}.", id="relative-clause"),
        pytest.param("[Rook], elected in 2010, <said> {it was}.", id="elected-in"),
        pytest.param("A council elected in 2010 <said> {it was}.", id="elected-without-source"),
        pytest.param("The mayor left on Monday and [Rook] <said> {it was}.", id="verb-of-another"),
        pytest.param("[Rook, elected in 2010,] <said> {it was}.", id="elected-in-the-source"),
        pytest.param("{It was safe}, <said> [Rook], who retired in 2010.", id="relative-clause-behind"),
        pytest.param("{“It broke,”} [Rook] <said>. On Monday the mayor left.", id="next-sentence"),
        pytest.param("On Monday the mayor left. [Rook] <said> {it was}.", id="sentence-before"),
        pytest.param("On Monday the mayor left.\n[Rook] <said> {it was}.", id="line-before"),
        pytest.param("{“It broke,”} [Rook] <said>\nMonday's weather: rain", id="next-line"),
        pytest.param(
            "In 2019 the ministry closed a dam that [Rook] <said> {was safe}.", id="clause-of-its-own"
        ),
        pytest.param("On Monday it rained, and [Rook] <said> {it was}.", id="other-clause"),
        pytest.param("[Rook] <told> the Sunday Times {it was}.", id="newspaper"),
        pytest.param("[Rook] <said> Super Tuesday {was over}.", id="named-day"),
        pytest.param("[Rook] <told> a council elected in 2010 {it was}.", id="participle"),
        pytest.param("[Rook] <told> 2019 {people}.", id="bare-number"),
        pytest.param("[Rook] may <march>, {she says}.", id="small-letters"),
        pytest.param("[Rook] <said> {“It broke.”} Monday is a holiday.", id="content-ends-the-sentence"),
        pytest.param(
            "[Rook] <said> {it held}, and Voss said on Friday that it broke.", id="date-of-the-next"
        ),
        pytest.param(
            "Rook said on Monday it held, and [Voss] <said> {it broke}.", id="date-of-the-one-before"
        ),
        pytest.param("[Rook] <said> on Feb. 30 {it was}.", id="no-such-day"),
        pytest.param("[Rook] <said> on 2023-13-45 {it was}.", id="no-such-iso"),
        pytest.param("Q: When? {On Monday.}", id="no-cue-and-no-source"),
    ],
)
def test_not_stated(marked: str) -> None:
    assert said(marked) is None


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param("[Rook] <said> on Monday {it was}.", None, id="weekday"),
        pytest.param("[Rook] <said> yesterday {it was}.", None, id="yesterday"),
        pytest.param("[Rook] <said> on Feb. 3 {it was}.", None, id="no-year"),
        pytest.param("[Rook] <said> {it was}.", None, id="nothing"),
        pytest.param("[Rook] <said> on Feb. 3, 2021 {it was}.", "2021-02-03", id="full"),
        pytest.param("In 2019 [Rook] <said> {it was}.", "2019", id="year"),
    ],
)
def test_undated_article_is_never_dated_today(marked: str, expected: str | None) -> None:
    assert said(marked, None) == expected


@pytest.mark.parametrize(
    ("published", "dateline", "expected"),
    [
        pytest.param(
            dt.date(2023, 2, 25), "HARBOUR CITY, Feb. 22 (Agency) — ", "2023-02-22", id="later-print"
        ),
        pytest.param(dt.date(2023, 1, 2), "HOLLIN, Dec. 30 (Agency) - ", "2022-12-28", id="over-new-year"),
        pytest.param(dt.date(2024, 2, 25), "Hollin, 22 February 2023 — ", "2024-02-21", id="far-off"),
        pytest.param(None, "Hollin, 24 February 2023 — ", "2023-02-22", id="year-of-its-own"),
        pytest.param(None, "HARBOUR CITY, Feb. 22 (Agency) — ", None, id="no-year"),
    ],
)
def test_weekday_is_relative_to_the_dateline(
    published: dt.date | None, dateline: str, expected: str | None
) -> None:
    assert said(f"Dam is safe\n\n{dateline}[Rook] <said> on Wednesday {{it was}}.", published) == expected


def test_stated_date_is_in_the_words_near_the_cue() -> None:
    assert said("[Rook] <said> " + "of the dam " * 200 + "on Monday.") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("HARBOUR CITY, Feb. 22 (Agency) — It rained.", None, id="no-year"),
        pytest.param("HARBOUR CITY, Feb. 22, 2023 (Agency) — It rained.", WEDNESDAY, id="dateline"),
        pytest.param(
            "A title\n\nHollin, 22 February 2023 /Wire/ -- It rained.", WEDNESDAY, id="press-release"
        ),
        pytest.param("HOLLIN (February 22, 2023) – It rained.", WEDNESDAY, id="brackets"),
        pytest.param("A title\nPublished 22 February 2023\nIt rained.", WEDNESDAY, id="published"),
        pytest.param(
            "Published: Wednesday, 22 February 2023, 10:31 GMT", WEDNESDAY, id="published-with-time"
        ),
        pytest.param("Last updated at 10:31 GMT, Feb 22, 2023", WEDNESDAY, id="time-before"),
        pytest.param("Updated 2023-02-22", WEDNESDAY, id="updated-iso"),
        pytest.param("Wednesday, February 22, 2023\nIt rained.", WEDNESDAY, id="line-of-its-own"),
        pytest.param("By Ada Rook | Feb. 22, 2023", WEDNESDAY, id="byline"),
        pytest.param("©2023 The Courier", None, id="copyright"),
        pytest.param("Published in 2023", None, id="year-only"),
        pytest.param("It rained on Feb. 22, 2023, in all of the island's towns.", None, id="in-a-sentence"),
        pytest.param("February 22, 2023, was the day on which the dam broke.", None, id="sentence-begins"),
        pytest.param("Published 31 February 2023", None, id="no-such-day"),
        pytest.param("", None, id="empty"),
    ],
)
def test_dateline_date(text: str, expected: dt.date | None) -> None:
    assert dateline_date(text) == expected


def test_article_date_is_the_given_one() -> None:
    text = "Published 22 February 2023"
    assert article_date(Article("a", text)) == WEDNESDAY
    assert article_date(Article("a", text, date=dt.date(2020, 1, 1))) == dt.date(2020, 1, 1)
    assert article_date(Article("a", "It rained.")) is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        pytest.param("2023-02-22", "2023-02-22", "2023-02-22", id="day"),
        pytest.param("2023-02", "2023-02-01", "2023-02-28", id="month"),
        pytest.param("2024-02", "2024-02-01", "2024-02-29", id="leap-month"),
        pytest.param("2023", "2023-01-01", "2023-12-31", id="year"),
        pytest.param("yesterday", "2024-03-09", "2024-03-09", id="yesterday"),
        pytest.param("Today", "2024-03-10", "2024-03-10", id="today"),
        pytest.param(" 2  weeks ago ", "2024-02-25", "2024-02-25", id="weeks-ago"),
        pytest.param("a year ago", "2023-01-01", "2023-12-31", id="year-ago"),
        pytest.param("last month", "2024-02-01", "2024-02-29", id="last-month"),
        pytest.param("22 February 2023", "2023-02-22", "2023-02-22", id="day-month-year"),
        pytest.param("feb 22, 2023", "2023-02-22", "2023-02-22", id="small-letters"),
        pytest.param("february 2023", "2023-02-01", "2023-02-28", id="month-year"),
        pytest.param("december", "2023-12-01", "2023-12-31", id="month-is-the-latest"),
        pytest.param("monday", "2024-03-04", "2024-03-04", id="weekday-is-the-latest"),
        pytest.param("2023-2-3", "2023-02-03", "2023-02-03", id="day-without-zeros"),
        pytest.param("the day before yesterday", "2024-03-08", "2024-03-08", id="day-before-yesterday"),
        pytest.param("48 hours ago", "2024-03-08", "2024-03-08", id="hours-ago"),
    ],
)
def test_parse_day(words: str, first: str, last: str) -> None:
    today = dt.date(2024, 3, 10)
    assert str(parse_day(words, today=today, end=False)) == first
    assert str(parse_day(words, today=today, end=True)) == last


@pytest.mark.parametrize(
    "words",
    [
        *[
            "",
            "soon",
            "2023-02-30",
            "2023-13",
            "0000",
            "30 February 2023",
            "5",
            "99999-01-01",
            "99999 years ago",
        ],
        *["putin", "[bold]", "02/03/2023", "1999999999999"],
    ],
)
def test_parse_day_refuses(words: str) -> None:
    with pytest.raises(UsageError, match="is no date; give one as 2023-02-22") as caught:
        parse_day(words, today=WEDNESDAY, end=False)
    assert "\n" not in str(caught.value)


def test_dateparser_is_not_loaded_for_plain_dates() -> None:
    code = (
        "import datetime, sys; from quotetrack.dates import parse_day;"
        "parse_day('2 weeks ago', today=datetime.date(2023, 2, 22), end=True);"
        "sys.exit('dateparser' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


PIECES = st.sampled_from(
    [
        *[
            "on Monday",
            "Feb. 3",
            "in 2019",
            "last",
            "yesterday",
            "2023-02-30",
            "Sept.",
            "May",
            "30",
            "a 2019 report",
        ],
        *["Rook", "said", ", who", ". ", "\n", "”", "will", " ", "three years ago", "999 years ago", ";"],
    ]
)


@given(
    st.lists(PIECES, min_size=3, max_size=20),
    st.lists(st.integers(0, 300), min_size=6, max_size=6, unique=True),
    st.none() | st.dates(),
    st.permutations(range(3)),
)
def test_any_attribution_has_a_date_not_after_its_article(
    pieces: list[str], cuts: list[int], published: dt.date | None, order: list[int]
) -> None:
    text = " ".join(pieces)
    bounds = sorted(min(cut, len(text) + n) for n, cut in enumerate(sorted(cuts)))
    text = text.ljust(bounds[-1])
    spans = [Span(bounds[n], bounds[n + 1]) for n in (0, 2, 4) if bounds[n] < bounds[n + 1]]
    if len(spans) < 3:
        return
    content, cue, source = ((spans[n],) for n in order)
    date, basis, precision = statement_date(text, Attribution(content, cue, source, "mixed", 1.0), published)
    assert (date is None) == (basis is None)
    assert precision is None or (basis == "stated" and date is not None and date.day == 1)
    if published is not None:
        assert date is not None
        assert date <= published
    if basis == "article":
        assert date == published


@given(st.text(), st.booleans())
def test_what_a_user_types_is_a_date_or_refused(words: str, end: bool) -> None:
    with contextlib.suppress(UsageError):
        assert isinstance(parse_day(words, today=WEDNESDAY, end=end), dt.date)


@given(st.text())
def test_any_text_has_a_dateline_or_none(text: str) -> None:
    assert dateline_date(text) is None or isinstance(dateline_date(text), dt.date)


@given(st.dates(min_value=dt.date(1700, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_every_way_to_write_a_day_is_read(day: dt.date) -> None:
    forms = (
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%B} {day.year}",
        day.isoformat(),
        f"{day:%d %b %Y}",
    )
    for words in forms:
        assert parse_day(words, today=WEDNESDAY, end=False) == day
        assert said(f"On {words}, [Rook] <said> {{it was}}.", dt.date(2100, 1, 1)) == str(day)
