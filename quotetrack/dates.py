"""When something was said: the date that stands with a statement, else its article's.

English news has few forms for a date, and these are parsed exactly; nothing is guessed, and today's date is
never used. A weekday is the latest such day that is not after the article's own date, a month the latest such
month. What states no day is given as the first day of what it states, with that as the precision: "in 2019" is
2019-01-01, a year.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from quotetrack.errors import UsageError
from quotetrack.extraction.attribution import Attribution
from quotetrack.model import Article, DateBasis, DatePrecision, Span, Spans
from quotetrack.text import sentences

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_COUNTS = {word: n for n, word in enumerate(["one", "two", "three", "four", "five", "six", "seven"], 1)} | {
    "a": 1
}
_WORDS = {
    "yesterday": (1, "day"),
    "last night": (1, "day"),
    "last month": (1, "month"),
    "last year": (1, "year"),
}

# --- The forms of a date ---

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_YEAR = r"(?:1[7-9]|20)\d\d"
_NUMBER = r"\d{1,2}(?:st|nd|rd|th)?"
_PART = r"(?:\ (?:morning|afternoon|evening|night)\b)?"
_CALENDAR_DAY = rf"""
    (?:{_WEEKDAY}{_PART},?\ )?
    (?: (?P<iso>\d{{4}}-\d\d-\d\d)
      | (?P<month_1>{_MONTH})\ (?P<day_1>{_NUMBER})\b (?:,?\ (?P<year_1>{_YEAR})\b)?
      | (?P<day_2>{_NUMBER})\ (?:of\ )?(?P<month_2>{_MONTH}) (?:,?\ (?P<year_2>{_YEAR})\b)?
    )"""
_DATE = rf"""
    (?<!\w)(?<![^d]-)(?:  # "mid-July" is a date, "post-July" none
        {_CALENDAR_DAY}
      | (?P<month_of>{_MONTH})(?:\ of|,)?\ (?P<its_year>{_YEAR})
      | (?P<last>(?i:last)\ )?(?P<weekday>{_WEEKDAY}) (?!\ [A-Z])  # but not "the Sunday Times"
      | (?P<month>{_MONTH})
      | (?P<year>{_YEAR}) (?!%|[.,]\d)
      | (?P<relative>(?<!USA\ )(?i:yesterday|today|tonight|last\ (?:night|month|year)))
      | (?P<count>\d{{1,3}}|(?i:{"|".join(_COUNTS)}))\ (?P<unit>day|week|month|year)s?\ ago
    )(?![\w-]){_PART}"""

_IN_NEWS = re.compile(_DATE, re.VERBOSE)
_TYPED = re.compile(_DATE.replace(r"(?!\ [A-Z])", ""), re.VERBOSE | re.IGNORECASE)

# No date without one of these: most sentences have none, and are passed over quickly.
_HINT = re.compile(
    "|".join([*map(str.capitalize, _MONTHS), "day", "night", "last ", "Last ", "ago", "1[789]", "20"])
)


@dataclass(frozen=True, slots=True)
class _Period:
    """A month or a year by its first day, or else a day."""

    start: dt.date
    precision: DatePrecision | None = None

    @property
    def end(self) -> dt.date:
        """The last day."""
        if self.precision is None:
            return self.start
        month = 12 if self.precision == "year" else self.start.month
        return dt.date(self.start.year, month, calendar.monthrange(self.start.year, month)[1])


def _period(date: re.Match[str], base: dt.date | None) -> _Period | None:
    """What the words stand for on the day ``base``; None where they need one, or there is no such day."""
    try:
        if iso := date["iso"]:
            return _Period(dt.date.fromisoformat(iso))
        if name := date["month_1"] or date["month_2"]:
            month, day = _month(name), int((date["day_1"] or date["day_2"]).rstrip("stndrhSTNDRH"))
            if year := date["year_1"] or date["year_2"]:
                return _Period(dt.date(int(year), month, day))
            return _latest(month, day, base) if base else None
        if name := date["month_of"]:
            return _Period(dt.date(int(date["its_year"]), _month(name), 1), "month")
        if year := date["year"]:
            return _Period(dt.date(int(year), 1, 1), "year")
        return _relative(date, base) if base else None
    except (ValueError, OverflowError):  # February 30, or before the first year
        return None


def _relative(date: re.Match[str], base: dt.date) -> _Period:
    if weekday := date["weekday"]:
        back = (base.weekday() - _WEEKDAYS.index(weekday[:3].lower())) % 7
        return _Period(base - dt.timedelta(back or (7 if date["last"] else 0)))
    if name := date["month"]:
        month = _month(name)
        return _Period(dt.date(base.year - (month > base.month), month, 1), "month")
    if count := date["count"]:
        number, unit = _COUNTS.get(count.lower()) or int(count), date["unit"].lower()
    else:
        number, unit = _WORDS.get(date["relative"].lower(), (0, "day"))
    if unit == "year":
        return _Period(dt.date(base.year - number, 1, 1), "year")
    if unit == "month":
        year, month = divmod(base.year * 12 + base.month - 1 - number, 12)
        return _Period(dt.date(year, month + 1, 1), "month")
    return _Period(base - dt.timedelta(number * (7 if unit == "week" else 1)))


def _latest(month: int, day: int, base: dt.date) -> _Period | None:
    """The latest such day not after ``base``; None where the next one is so near that it is meant perhaps."""
    soon = base + dt.timedelta(30)
    for year in range(soon.year, soon.year - 9, -1):  # a 29 February may be eight years back
        if day <= calendar.monthrange(year, month)[1] and (found := dt.date(year, month, day)) <= soon:
            return _Period(found) if found <= base else None
    raise ValueError(f"no day {day} in month {month}")


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


# --- The date of a statement ---

# What stands further from the cue belongs to something else, or to another sentence.
_REACH = 250

_WORK = (
    r"(?:interview|speech|statement|report|study|survey|poll|letter|memo|e-?mail|tweet|post|op-ed|column|essay"
    r"|article|book|memoir|paper|lecture|address|rally|debate|hearing|briefing|conference|broadcast|podcast|video"
    r"|call|testimony|ruling|filing|release|appearance|meeting|summit|talk|documentary|editorial|message)s?\b"
)
_OF_WORK = re.compile(rf"(?: [a-z][\w-]*){{0,2}} {_WORK}")  # "2019 television interview"
_DETERMINER = re.compile(
    r"(?:\b(?:an?|the|this|his|her|its|their|our|my)|['’]s) (?:[a-z]+ )?$", re.IGNORECASE
)
# A month or a year alone is a date only here: "in 2019", "in early July", "last December".
_IN = re.compile(r"\b(?:in|last)(?: (?:early|late|mid))?[ -]$", re.IGNORECASE)

# Words right before a date that make it another's: "after Monday's vote", "until Friday", "every Sunday",
# "Super Tuesday"; and participles, unless they tell of publishing: "a council elected in 2010".
_ANOTHERS = re.compile(
    r"(?:\b(?:after|before|since|until|till|by|through|from|to|for|of|about|than|over|between|despite|next|coming"
    r"|every|each|(?-i:Super|Black|Good|Bloody|Fat|Ash|Palm|Easter))"
    r"(?: (?:an?|the|his|her|its|their|last|late|early))?"
    r"|(?<=\S )(?!(?:published|released|issued|aired|posted|broadcast|dated|sent|recorded|filmed|conducted"
    r"|delivered|asked|quoted)\b)(?:\w+ed|born|built|made|set up|begun)(?: on| in)?) $",
    re.IGNORECASE,
)
_PART_OF = re.compile(r"\b(?:morning|afternoon|evening|night) of $")
# Words between cue and date that begin a clause about something else.
_CLAUSE = re.compile(
    r"\b(?:who|whom|whose|which|when|where|since|until|before|after|because|while|if|though|although|unless|about"
    r"|over)\b|[;—–]|, (?:and|but|so)\b|,\s(?!speaking|writing|talking|testifying|appearing)\w+ing\b"
)
_FUTURE = re.compile(
    r"(?:\b(?:will|shall|(?:expected|due|set|scheduled|slated|going|plans?|planning) to)|['’]ll)"
    r"(?: \w+){1,3}$"
)

# A date before the speaker begins its clause ("On Monday Rook said", "but in a 2019 interview, Rook said"),
# with nothing between that could be a clause of its own.
_CLAUSE_START = re.compile(r"[;:—–]|\b(?:and|but|yet|so)\b")
_LEADS_IN = re.compile(
    r"[\s,\"'“”‘’(]*(?:(?:on|in|at|during|late|early|earlier|back|speaking|writing|talking|appearing|asked)\b[^,;:]*)?",
    re.IGNORECASE,
)
_LEADS_ON = re.compile(rf"\s*|[^;:]*,\s*|(?: [a-z][\w-]*){{0,2}} {_WORK}[^,;:]*")
# After the content, only what belongs to the cue again: '… failed," in a speech on Monday'.
_RESUMES = re.compile(r"[\s,]*(?:(?:in|at|during|on|late|early|earlier|speaking|writing)\b[^,;:]*)?")
_SENTENCE_ENDED = re.compile(r"[.!?…][\"'”’»)\]]*\s*$")
# A dated work as the speaker: "A 2019 report", "a poll released on Monday", "a statement Friday".
_WORK_DATED = re.compile(rf"\b(?:published|released|issued|aired|posted|dated|{_WORK})(?: on| in)? $")


class When(NamedTuple):
    """When something was said.

    Attributes:
        date: the day, or the first day of the month or year; None where that is not known.
        basis: what it rests on.
        precision: whether it is a month or a year, None for a day.
    """

    date: dt.date | None = None
    basis: DateBasis | None = None
    precision: DatePrecision | None = None


def statement_date(text: str, attribution: Attribution, article_date: dt.date | None) -> When:
    """When an attribution was said, and what that rests on.

    A date in the words around the cue counts as stated; one inside the content never does. Relative dates
    count from the article's dateline where it has one, else from ``article_date``. A statement yet to come,
    and a time too vague to be a date ("last week"), have the article's date.

    Args:
        text: the article's text.
        attribution: one attribution in it.
        article_date: when the article was published, if that is known.
    """
    base = _dateline(text[:_HEAD], article_date) or article_date
    stated = _stated(text, attribution, base)
    if stated is not None and (base is None or stated.start <= base):
        return When(stated.start, "stated", stated.precision)
    return When(article_date, "article") if article_date is not None else When()


def _stated(text: str, attribution: Attribution, base: dt.date | None) -> _Period | None:
    cue = attribution.cue or attribution.source
    if not cue or _FUTURE.search(text, max(0, cue[0].start - 30), cue[-1].end):
        return None
    for zone, belongs in chain(_zones_behind(text, attribution, cue), _zones_ahead(text, attribution, cue)):
        for date in _IN_NEWS.finditer(text, zone.start, zone.end):
            before, after = text[zone.start : date.start()], text[date.end() : zone.end]
            if _is_adverbial(date, before, after) and belongs(before, after):
                period = _period(date, base)
                if period is not None:
                    return period
    return None


def _is_adverbial(date: re.Match[str], before: str, after: str) -> bool:
    """Whether the words around a date leave it free to say when something was said."""
    if _ANOTHERS.search(before) and not _PART_OF.search(before):
        return False
    if date["month"] or date["year"]:
        return bool(_IN.search(before) or (_DETERMINER.search(before) and _OF_WORK.match(after)))
    return True


Belongs = Callable[[str, str], bool]
"""Whether a date is the statement's, by the words of its zone before and behind it."""


def _in_same_clause(before: str, after: str) -> bool:
    return not _CLAUSE.search(before)


def _resumes_cue(before: str, after: str) -> bool:
    return bool(_RESUMES.fullmatch(before)) and not _CLAUSE.search(before)


def _leads_to_speaker(before: str, after: str) -> bool:
    clause = _CLAUSE_START.split(before)[-1]
    return bool(_LEADS_IN.fullmatch(clause) and _LEADS_ON.fullmatch(after))


def _dates_work(before: str, after: str) -> bool:
    return bool((_DETERMINER.match(before) and _OF_WORK.match(after)) or _WORK_DATED.search(before))


def _zones_behind(text: str, attribution: Attribution, cue: Spans) -> Iterator[tuple[Span, Belongs]]:
    """The stretches from the cue to the end of its sentence, around source and content."""
    limit = min(len(text), cue[-1].end + _REACH)
    line_end = text.find("\n", cue[-1].end, limit)
    limit = line_end if line_end >= 0 else limit
    for span in cue:  # it may hold the date: "said in a statement Monday"
        yield span, _in_same_clause
    at, belongs = cue[0].end, _in_same_clause
    for span in sorted({*cue, *attribution.source, *attribution.content}):
        if span.end <= at or span.start >= limit:
            continue
        if at < span.start:
            sentence = next(sentences(text, Span(at, span.start)))
            yield sentence, belongs
            if sentence.end < span.start:
                return
        at = span.end
        if span in attribution.content:
            belongs = _resumes_cue
            if _SENTENCE_ENDED.search(text, max(span.start, at - 9), at):
                return
    if at < limit and _may_hold_date(text, at, limit):
        yield next(sentences(text, Span(at, limit))), belongs


def _zones_ahead(text: str, attribution: Attribution, cue: Spans) -> Iterator[tuple[Span, Belongs]]:
    """The stretches before the cue in its sentence: between source and cue, in the source, before both."""
    head, source = cue[0].start, attribution.source
    if source and source[-1].end <= head:
        start = max(source[-1].end, _content_before(attribution, head))
        yield from _sentence_before(text, start, head, _in_same_clause)
        head = source[0].start
    for span in source[:1]:
        yield Span(span.start, min(span.end, span.start + _REACH)), _dates_work
    yield from _sentence_before(text, _content_before(attribution, head), head, _leads_to_speaker)


def _content_before(attribution: Attribution, head: int) -> int:
    """Where the last part of the content ends that stands before ``head``, or 0."""
    return max((span.end for span in attribution.content if span.end <= head), default=0)


def _may_hold_date(text: str, start: int, end: int) -> bool:
    hints = _hints(text)
    at = bisect_left(hints, start)
    return at < len(hints) and hints[at] < end


@lru_cache(maxsize=2)
def _hints(text: str) -> list[int]:
    return [hint.start() for hint in _HINT.finditer(text)]


def _sentence_before(text: str, start: int, end: int, belongs: Belongs) -> Iterator[tuple[Span, Belongs]]:
    """From where the sentence that holds ``end`` begins, but not before ``start``, to ``end``."""
    start = max(start, end - _REACH, 0)
    start = max(start, text.rfind("\n", start, end) + 1)
    if start < end and _may_hold_date(text, start, end):
        *_, last = sentences(text, Span(start, end + 1))
        begins = last.start
        if begins < end:
            yield Span(begins, end), belongs


# --- The date of an article ---

# Where a dateline or a line of publication stands, in code points from the beginning of the text.
_HEAD = 2000

_CAPITALISED = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"
_DATELINE = re.compile(
    rf"""^(?:{_CAPITALISED}(?:[ ,/]{{1,2}}{_CAPITALISED}){{0,7}},?\ \(?)?  # "HARBOUR CITY, "
    (?i:{_CALENDAR_DAY})\)?\ ?
    (?:\([^()\n]{{1,40}}\)|/[^/\n]{{1,40}}/)?\ ?                        # "(Agency)"
    (?:[—–:]|-{{1,2}})\s""",
    re.VERBOSE | re.MULTILINE,
)
_PUBLICATION = re.compile(
    rf"""^\W{{0,5}}
    (?: (?P<told>(?:(?:first|originally|last)\ )?(?:published|posted|issued|released|updated|date)\b)
        [^\n\d]{{0,30}}?(?:\d\d?[:.]\d\d\W[^\n\d]{{0,20}}?)?  # perhaps a time
      | by\ [^\n\d]{{1,60}}[,|·—–-][ ]
    )?
    {_CALENDAR_DAY} (?(told)|.{{0,25}}$)""",  # without such words, a line of little else than a date
    re.VERBOSE | re.MULTILINE | re.IGNORECASE,
)
_OLDEST_DATELINE = dt.timedelta(60)


def article_date(article: Article) -> dt.date | None:
    """When an article was published: as it was given, else as its own first lines say, else None."""
    return article.date or dateline_date(article.text)


def dateline_date(text: str) -> dt.date | None:
    """The date of a dateline with a year, or of a line such as "Published 3 May 2023", at the head of a text.

    None where the head has none with day, month and year.
    """
    head = text[:_HEAD]
    for form in (_DATELINE, _PUBLICATION):
        for date in form.finditer(head):
            period = _period(date, None)
            if period is not None:
                return period.start
    return None


@lru_cache(maxsize=8)
def _dateline(head: str, article_date: dt.date | None) -> dt.date | None:
    """The day of an article's dateline, its year completed from ``article_date``, if the two agree."""
    date = _DATELINE.search(head)
    if date is None:
        return None
    period = _period(date, article_date)
    if period is None or (
        article_date and not dt.timedelta(0) <= article_date - period.start <= _OLDEST_DATELINE
    ):
        return None
    return period.start


# --- The dates that a user types ---


def parse_day(words: str, *, today: dt.date, end: bool) -> dt.date:
    """The day that a user means by "2023-02-22", "2023-02", "2023", "yesterday" or "2 weeks ago".

    Args:
        words: what was typed.
        today: what relative words count from.
        end: whether a year or month stands for its last day, not its first.

    Raises:
        UsageError: that is no date.
    """
    period = _typed(" ".join(words.split()), today)
    if period is None:
        raise UsageError(
            f"'{words}' is no date; give one as 2023-02-22, 2023-02, 2023, yesterday or '2 weeks ago'"
        )
    return period.end if end else period.start


# Day and month may stand in either order here: "02/03/2023".
_AMBIGUOUS = re.compile(r"\d[/.-]\d")


def _typed(words: str, today: dt.date) -> _Period | None:
    if iso := re.fullmatch(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?", words, re.ASCII):
        year, month, day = iso.groups()
        try:
            start = dt.date(int(year), int(month or 1), int(day or 1))
        except ValueError:
            return None
        return _Period(start, None if day else "month" if month else "year")
    if date := _TYPED.fullmatch(words):
        return _period(date, today)
    return None if _AMBIGUOUS.search(words) else _parsed_freely(words, today)


def _parsed_freely(words: str, today: dt.date) -> _Period | None:
    """What dateparser makes of other English words; it is imported only here, since it loads slowly."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=["en"],
        settings={
            "RELATIVE_BASE": dt.datetime.combine(today, dt.time()),
            "PREFER_DATES_FROM": "past",
            "STRICT_PARSING": True,
            "PARSERS": ["relative-time", "absolute-time"],  # not "timestamp": any long number is one
        },
    )
    found = parser.get_date_data(words).date_obj
    return _Period(found.date()) if found else None
