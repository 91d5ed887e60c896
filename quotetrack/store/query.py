"""Queries out of constant parts, and a user's words in them, which can break none."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

LARGEST = 2**63 - 1
"""The largest number that SQLite can take."""

_PIECE = re.compile(r'"([^"]*)"|([^\s"]+)')
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "\0": " "})

# Ending → what may stand for it in the plain form: "denied" → "deny", "voted" → "vote", "taxes" → "tax".
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)
_SHORTEST = 3
_INVARIABLE = frozenset({"news"})


def full_text_query(words: str) -> str | None:
    """The FTS5 query for what a user typed, or None where no letter or digit is in it.

    Every word has to occur, in any of its regular inflections ("weapons" finds "weapon"); words in quotation
    marks have to stand together just so; ``negotia*`` finds what begins so. All else is no syntax.
    """
    pieces = (_piece(*found) for found in _PIECE.findall(bindable(words).translate(_QUOTES)))
    return " AND ".join(dict.fromkeys(piece for piece in pieces if piece)) or None


def bindable(text: str) -> str:
    """The text with half characters, which an argument that is not UTF-8 brings, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def select(what: str, where: Sequence[str], end: str = "") -> str:
    """A query out of constant parts; values never come in but as parameters."""
    conditions = ["WHERE", " AND ".join(where)] if where else []
    return " ".join([what, *conditions, end])


def limit_of(limit: int | None) -> int:
    """A limit as SQLite takes it."""
    return -1 if limit is None else min(limit, LARGEST)


def as_date(value: str | None) -> dt.date | None:
    """The date in a column, if there is one."""
    return dt.date.fromisoformat(value) if value else None


def inflections(word: str) -> list[str]:
    """The word in small letters and what regular English inflection may make of it, real words or not.

    >>> "denied" in inflections("deny") and "plan" in inflections("planning")
    True
    """
    word = word.lower()
    if word in _INVARIABLE or not (word.isascii() and word.isalpha() and len(word) >= _SHORTEST):
        return [word]
    bases = [word]
    for ending, plain in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            bases.append(stem + plain)
            if not plain and stem[-1] == stem[-2]:  # planned
                bases.append(stem[:-1])
    return list(dict.fromkeys(form for base in bases for form in _forms(base)))


def _forms(base: str) -> list[str]:
    with_ie = [base[:-1] + "ies", base[:-1] + "ied"] if base.endswith("y") else []
    without_e = [base[:-1] + "ing", base + "d"] if base.endswith("e") else []
    doubled = [base + base[-1] + "ed", base + base[-1] + "ing"]
    return [base, base + "s", base + "es", base + "ed", base + "ing", *with_ie, *without_e, *doubled]


def _piece(phrase: str, word: str) -> str | None:
    if not any(map(str.isalnum, phrase or word)):
        return None
    if phrase:
        return _string(phrase)
    if word.endswith("*"):
        return _string(word.rstrip("*")) + " *"
    forms = inflections(word.strip(".,;:!?()[]'‘’"))
    return "(" + " OR ".join(map(_string, forms)) + ")"


def _string(words: str) -> str:
    return f'"{words}"'  # no quotation mark is left in it
