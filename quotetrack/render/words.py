"""Words on their way out: nothing that could steer a terminal, break a line or hide itself gets through."""

from __future__ import annotations

import re
from pathlib import PurePath

from quotetrack.model import DatePrecision, Statement

# Never shown as they are: C0 and C1 controls (ESC and CSI among them), line separators and lone surrogates …
_CONTROL = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff"
# … and what has no width but an effect: soft hyphens, zero-width spaces, bidirectional marks, embeddings,
# overrides and isolates, byte order marks, annotations, tags. The joiners U+200C and U+200D stay, since
# Persian, Indic scripts and emoji are written with them.
_INVISIBLE = (
    r"\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f"
)
_UNSAFE = re.compile(f"[{_CONTROL}{_INVISIBLE}]")
_CONTROLS = re.compile(f"[{_CONTROL}]")
_SPACES = frozenset("\t\n\v\f\r\x85\u2028\u2029")


def clean(text: str) -> str:
    """The text in one line, safe on any terminal, otherwise unchanged.

    White space that moves the cursor becomes a space, other control characters become visible pictures (ESC
    is shown as ␛), and invisible formatting, such as overrides of the direction of writing, is dropped.
    """
    # What is printable holds none of it, and is told far faster.
    return text if text.isprintable() else _UNSAFE.sub(_visible, text)


def squeeze(text: str) -> str:
    """The cleaned text with every run of white space as one space, and none around it."""
    if text.isprintable() and "  " not in text:
        return text.strip()
    return " ".join(clean(text).split())


def _visible(match: re.Match[str]) -> str:
    char = match.group()
    if char in _SPACES:
        return " "
    if char < "\x20":
        return chr(0x2400 + ord(char))
    if char == "\x7f":
        return "␡"
    return "�" if _CONTROLS.match(char) else ""


def headline(title: str | None, given: str) -> str:
    """What an article is called: by its title, else by its file, whose folders only fill the line, or its URL."""
    return title or (given if "://" in given else PurePath(given).name or given)


def polarity_word(statement: Statement) -> str:
    """What a reader must not miss: that the source does not stand by the words; "" where it does.

    Withheld is what somebody would not say, but also what will or may be said, or is asked for: not said so far.
    """
    if statement.polarity == "affirmed":
        return ""
    if statement.polarity == "denied":
        return "denied"
    return "not said" if statement.act == "speech" else "left open"


def known_part(day: str, precision: DatePrecision | None) -> str:
    """Of an ISO date what is known of it: the year, or year and month, unless it is known to the day."""
    return day[: {"year": 4, "month": 7}[precision]] if precision else day
