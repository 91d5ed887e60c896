"""People whom a text describes without a name: "the former mayor", "a lawyer for the port", "Rook's brother"."""

from __future__ import annotations

import re

from quotetrack.model import Span
from quotetrack.speakers import words
from quotetrack.speakers.names import fold
from quotetrack.speakers.roles import YEARS, is_role
from quotetrack.speakers.syntax import is_subject, looks_finite

_DETERMINER = re.compile(
    r"\b([Tt]he|[Hh]is|[Hh]er|[Aa]n?|[Oo]ne|(?!(?:He|Here|How|It|Let|She|That|There|What|Where|Who)\b)[A-Z][\w-]+['’]s)"
    r"(?=((?: [\w’'.-]+){1,8}))"
)
_OF_SOMEBODY = frozenset("at for from in of with".split())
NAME_BEHIND = re.compile(
    r"(?: (?:(?:named|called) )?|(?:[^.;:?!\n\"“”,—–]|(?<=Mr|Ms|Dr)\.|(?<=Mrs|Sen|Rep|Gov)\.){0,60}"
    r"(?:,|—|–|--) ?(?:[a-z][\w’'-]* ){0,5})[A-Z]"
)
"""A name right behind a role, or in an aside behind it: "lawyer Ada Rook", "lawyer for the port, Ada Rook"."""
_SAID_OF = re.compile(r"\b(?:as|be|became|become|becomes|been|being|is|remains|was)\s\Z")
"""What tells what somebody is, before a description: "he could be the nominee"."""
_MEANS = re.compile(r"\b(?:[Bb]y|[Tt]hrough|[Vv]ia)\s\Z")
"""What makes somebody the means of another: "through a spokesman, he declined"."""
_PHRASE = re.compile(r"(?: [\w’'.-]+){2,9}")
_ENDS_PHRASE = words.PREPOSITIONS | {"of"}


def descriptions(text: str) -> tuple[list[Span], list[Span]]:
    """Descriptions that have a verb behind them, and where people without a name begin who are no subjects.

    "The former mayor won", "what a friend of the mayor signed"; "I spoke to a woman who", "rang his landlord".
    """
    subjects, others = [], []
    for determiner in _DETERMINER.finditer(text):
        start = determiner.start()
        end = None if _SAID_OF.search(text, max(0, start - 10), start) else _end_of_role(determiner)
        if end and is_subject(text, start, _end_of_phrase(text, end)):
            subjects.append(Span(start, end))
        elif (
            end
            and determiner[1].islower()
            and _is_new(text, determiner, end)
            and not _MEANS.search(text, max(0, start - 10), start)
        ):
            others.append(Span(start, end))
    return subjects, others


def is_stranger(text: str, start: int) -> bool:
    """Whether one person begins at an offset who is new and has no name: "a spokesman for the port", "Rook's lawyer".

    Not "a lawyer, Ada Rook"; nor "the lawyer", who may be anybody named before, unlike "the 46-year-old".
    """
    determiner = _DETERMINER.match(text, start)
    end = _end_of_role(determiner) if determiner else None
    return determiner is not None and end is not None and _is_new(text, determiner, end)


def _is_new(text: str, determiner: re.Match[str], end: int) -> bool:
    """Whether the role that ends at an offset is of somebody new, who has no name behind it either."""
    known = determiner[1].lower() == "the" and not YEARS.search(text, determiner.start(), end)
    return not known and not NAME_BEHIND.match(text, end)


def _end_of_role(determiner: re.Match[str]) -> int | None:
    """Where the role ends that a determiner begins: "a Republican nominee"; None where it begins something else."""
    end, found = determiner.end(), None
    phrase = determiner[2].split(" ")[1:]
    for number, word in enumerate(phrase, 1):
        end += len(word) + 1
        folded = fold(word)
        if folded in _ENDS_PHRASE or (found is not None and (looks_finite(folded) or word[0].isupper())):
            break
        alone = YEARS.match(word) and looks_finite(" ".join(phrase[number : number + 1]))
        if alone or is_role(folded):
            found = end
    return found


def _end_of_phrase(text: str, end: int) -> int:
    """Where a description ends with whose it is, if a verb follows: "a lawyer for the port said"."""
    phrase = _PHRASE.match(text, end)
    behind = phrase.group().split(" ")[1:] if phrase else []
    if not behind or behind[0] not in _OF_SOMEBODY:
        return end
    verb = next((n for n, w in enumerate(behind[2:7], 2) if w.islower() and looks_finite(w)), 0)
    return end + sum(len(word) + 1 for word in behind[:verb])
