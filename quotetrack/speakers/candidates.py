"""Whom a description may stand for: where members were named before it, and which of them is clearly the best."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from quotetrack.speakers.discourse import Layout
from quotetrack.speakers.member import Cast, Member

ASIDE_BEFORE = re.compile(r"(?:[,(—–-]|\b(?:as|be|became|become|been|being|is|remains|was))\s?\Z")
"""What makes a description one of somebody named before it: "Rook, an official", "Rook was an official"."""
INDEFINITE = frozenset("a an one another every any no each".split())
"""What makes a description one of nobody in particular."""
# Weights of where a candidate is named, set by hand from reading PolNeAR train: not before the description, so many
# sentences before it, so often before it; and the least that the sentences count.
UNNAMED_YET, PER_SENTENCE, PER_MENTION = -1.2, -0.15, 0.1
LONG_AGO = -1.0


class Whereabouts:
    """Where the members of a cast are named in a text."""

    def __init__(self, cast: Cast, layout: Layout) -> None:
        self._cast = cast
        self._layout = layout

    def last(self, member: Member, offset: int) -> int | None:
        """Where a member is named last before an offset."""
        at = self._before(member, offset) - 1
        return self._start(member, at) if at >= 0 else None

    def near(self, member: Member, offset: int, least: float = LONG_AGO) -> float:
        """More for somebody named often so far, less for somebody not named for long, or not yet."""
        at = self._before(member, offset) - 1
        while at >= 0 and self._layout.quote(self._start(member, at)) not in (-1, self._layout.quote(offset)):
            at -= 1  # another's words do not name whom the article goes on about
        if at < 0:
            return UNNAMED_YET
        distance = self._layout.sentence(offset) - self._layout.sentence(self._start(member, at))
        return max(least, PER_SENTENCE * distance) + PER_MENTION * min(5, at)

    def is_far(self, member: Member, offset: int, sentences: int) -> bool:
        """Whether a member was named last more than so many sentences before an offset, or never before it."""
        last = self.last(member, offset)
        return last is None or self._layout.sentence(offset) - self._layout.sentence(last) > sentences

    def is_beside(self, member: Member, offset: int) -> bool:
        """Whether a sentence names a member before an offset in it."""
        last = self.last(member, offset)
        return last is not None and self._layout.sentence(offset) == self._layout.sentence(last)

    def _before(self, member: Member, offset: int) -> int:
        """How many of a member's mentions begin before an offset."""
        return bisect_left(member.mentions, bisect_left(self._cast.starts, offset))

    def _start(self, member: Member, mention: int) -> int:
        """Where one of a member's mentions begins."""
        return self._cast.starts[member.mentions[mention]]


def by_head(members: Iterable[Member]) -> dict[str, list[Member]]:
    """The members by each word that the text calls them, in their order."""
    found: dict[str, list[Member]] = {}
    for member in members:
        for head in member.heads:
            found.setdefault(head, []).append(member)
    return found


def alike(head: str, groups: Iterable[frozenset[str]]) -> list[str]:
    """The head first, then those that mean nearly the same."""
    return [head, *sorted({w for group in groups if head in group for w in group} - {head})]


def clear_best(candidates: dict[Member, float], enough: float, margin: float) -> Member | None:
    """The heaviest candidate, if it is heavy enough and well ahead of the next."""
    ranked = sorted(candidates.items(), key=lambda c: -c[1])
    if not ranked or ranked[0][1] < enough or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < margin):
        return None
    return ranked[0][0]
