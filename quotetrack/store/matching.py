"""Which of an article's statements are which after it was read again: by the words that they share."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Sequence, Set

from quotetrack.model import Spans

ALIKE = 0.5
"""Two statements that share at least this part of their words (Jaccard) are taken for one."""

_WORD = re.compile(r"\w+")

Words = Set[Hashable]


def places(text: str, spans: Spans) -> Words:
    """The words of a statement by where they begin, for two readings of one text."""
    bounds = [(min(span.start, len(text)), min(span.end, len(text))) for span in spans]
    starts = {word.start() for start, end in bounds for word in _WORD.finditer(text, start, end)}
    return starts or {at for start, end in bounds for at in range(start, end)}


def wording(words: str) -> Words:
    """The words of a statement as they read, for two forms of a text."""
    return {word.casefold() for word in _WORD.findall(words)} or {words}


def likest(wanted: Words, among: Sequence[Words]) -> int | None:
    """Which of them shares most with the wanted words, or None where none shares enough."""
    found = pair([wanted], among)
    return next(iter(found), None)


def pair(former: Sequence[Words], present: Sequence[Words]) -> dict[int, int]:
    """The former statement for each present one that has one, by their numbers; each is used once.

    The likest are paired first; of several as like, those that stand at about the same place in their lists.
    """
    bearers: dict[Hashable, list[int]] = defaultdict(list)
    for old, words in enumerate(former):
        for word in words:
            bearers[word].append(old)
    candidates = []
    for new, words in enumerate(present):
        shared = Counter(old for word in words for old in bearers.get(word, ()))
        for old, common in shared.items():
            likeness = common / (len(words) + len(former[old]) - common)
            if likeness >= ALIKE:
                candidates.append((-likeness, abs(new - old), new, old))
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, _, new, old in sorted(candidates):
        if new not in found and old not in used:
            found[new] = old
            used.add(old)
    return found
