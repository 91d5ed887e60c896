"""Dates as people type them: ``2023-02-22``, ``2023-02``, ``2023``, ``yesterday``, ``2 weeks ago``."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from quotetrack.errors import UsageError

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_EXAMPLES = "write it as 2023-02-22, 2023-02, yesterday or '2 weeks ago'"


def first_day(words: str, today: dt.date | None = None) -> dt.date:
    """The day that a date, a month, a year or a distance from today begins with.

    Raises:
        UsageError: it is no date.
    """
    return _days(words, today or dt.date.today())[0]


def last_day(words: str, today: dt.date | None = None) -> dt.date:
    """The day that a date, a month, a year or a distance from today ends with.

    Raises:
        UsageError: it is no date.
    """
    return _days(words, today or dt.date.today())[1]


def one_day(words: str, today: dt.date | None = None) -> dt.date:
    """The day that a date or a distance from today means.

    Raises:
        UsageError: it is no date, or longer than a day.
    """
    first, last = _days(words, today or dt.date.today())
    if first != last:
        raise UsageError(f"{words!r} is more than one day; give the day too, as in {first}")
    return first


def _days(words: str, today: dt.date) -> tuple[dt.date, dt.date]:
    words = words.strip()
    if iso := _ISO.fullmatch(words):
        return _iso_days(words, *(int(part) if part else None for part in iso.groups()))
    near = {"today": 0, "yesterday": 1}.get(words.lower())
    if near is not None:
        day = today - dt.timedelta(days=near)
        return day, day
    first, last = _spoken(words, today, "first"), _spoken(words, today, "last")
    if first is None or last is None:
        raise UsageError(f"{words!r} is not a date; {_EXAMPLES}")
    return first, last


def _iso_days(words: str, year: int | None, month: int | None, day: int | None) -> tuple[dt.date, dt.date]:
    assert year is not None
    try:
        first = dt.date(year, month or 1, day or 1)
        end_month = month or 12
        return first, dt.date(year, end_month, day or calendar.monthrange(year, end_month)[1])
    except ValueError as error:
        raise UsageError(f"{words!r} is not a date: there is no such day; {_EXAMPLES}") from error


def _spoken(words: str, today: dt.date, day_of_month: str) -> dt.date | None:
    import dateparser  # slow to import, and seldom needed

    found = dateparser.parse(
        words,
        languages=["en"],
        settings={
            "RELATIVE_BASE": dt.datetime.combine(today, dt.time(12)),
            "PREFER_DATES_FROM": "past",
            "PREFER_DAY_OF_MONTH": day_of_month,
            "REQUIRE_PARTS": ["month", "year"] if re.search(r"\d{4}", words) else [],
            "DATE_ORDER": "DMY",
        },
    )
    return found.date() if found else None
