"""Whom a description may stand for: where members were named before it, and which of them is clearly the best."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable

from quotetrack.speakers.discourse import Layout
from quotetrack.speakers.member import Cast, Member

ASIDE_BEFORE = re.compile(r"(?:[,(—–-]|\b(?:as|be|became|become|been|being|is|remains|was))\s?\Z")
"""What makes a description one of somebody named before it: "Rook, an official", "Rook was an official"."""
UNNAMED_YET, PER_SENTENCE, PER_MENTION = -1.2, -0.15, 0.1
LONG_AGO = -1.0


class Whereabouts:
    """Where the members of a cast are named in a text."""

    def __init__(self, cast: Cast, layout: Layout) -> None:
        self._cast = cast
        self._layout = layout

    def start(self, member: Member, mention: int) -> int:
        """Where one of a member's mentions begins."""
        return self._cast.starts[member.mentions[mention]]

    def near(self, member: Member, offset: int, least: float = LONG_AGO) -> float:
        """More for somebody named often so far, less for somebody not named for long, or not yet."""
        at = bisect_left(member.mentions, bisect_left(self._cast.starts, offset)) - 1
        while at >= 0 and self._layout.quote(self.start(member, at)) not in (-1, self._layout.quote(offset)):
            at -= 1  # another's words do not name whom the article goes on about
        if at < 0:
            return UNNAMED_YET
        distance = self._layout.sentence(offset) - self._layout.sentence(self.start(member, at))
        return max(least, PER_SENTENCE * distance) + PER_MENTION * min(5, at)

    def is_far(self, member: Member, offset: int, sentences: int) -> bool:
        """Whether so many sentences, or more, lie between an offset and where a member was named last."""
        at = bisect_left(member.mentions, bisect_left(self._cast.starts, offset)) - 1
        distance = self._layout.sentence(offset) - self._layout.sentence(self.start(member, at))
        return at < 0 or distance > sentences

    def is_beside(self, member: Member, offset: int) -> bool:
        """Whether a sentence names a member before an offset in it."""
        at = bisect_left(member.mentions, bisect_left(self._cast.starts, offset)) - 1
        return at >= 0 and self._layout.sentence(offset) == self._layout.sentence(self.start(member, at))


def alike(head: str, groups: Iterable[frozenset[str]]) -> list[str]:
    """The head first, then those that mean nearly the same."""
    return [head, *sorted({w for group in groups if head in group for w in group} - {head})]


def clear_best(candidates: dict[Member, float], enough: float, margin: float) -> Member | None:
    """The heaviest candidate, if it is heavy enough and well ahead of the next."""
    ranked = sorted(candidates.items(), key=lambda c: -c[1])
    if not ranked or ranked[0][1] < enough or (len(ranked) > 1 and ranked[0][1] - ranked[1][1] < margin):
        return None
    return ranked[0][0]
