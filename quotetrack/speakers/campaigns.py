"""Bodies that are named after a person: "the Rook campaign", "her administration", "Rook's office"."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import dropwhile

from quotetrack.model import Speaker
from quotetrack.speakers.discourse import Discourse, Layout
from quotetrack.speakers.member import Cast, Member
from quotetrack.speakers.mention import NOBODY, ROLE_ALONE, ROLE_AMONG, Item, Named, owner_of
from quotetrack.speakers.names import fold
from quotetrack.speakers.syntax import looks_finite

_AFTER = {
    head: re.compile(rf"(?:['’]s?)?\s+(?:[\w-]+\s)?{head}\b")
    for head in ("campaign", "administration", "office")
}
_CALLED = {"camp": "campaign"}
"""What else they are called."""
_OWN = re.compile(r"\b(?:[Hh]is|[Hh]er) (?:[\w-]+ )?campaign\b")


class Campaigns:
    """Whose campaign or administration an article tells of."""

    def __init__(self, text: str, cast: Cast, layout: Layout, discourse: Discourse) -> None:
        self._text = text
        self._cast = cast
        self._layout = layout
        self._discourse = discourse
        self._with: dict[str, set[Member]] = {}
        self._own = [found.start() for found in _OWN.finditer(text)]

    def of(self, core: list[Item]) -> Named:
        """For "the Rook campaign", "her campaign", "the campaign": a body named after its head."""
        head = _CALLED.get(core[-1].text, core[-1].text)
        for item in reversed(core[:-1]):
            if item.kind == "name":
                member = self._cast.bearers[item.number]
                return Named((named_after(member, head),), ROLE_ALONE) if member is not None else NOBODY
            if item.text in ("his", "her"):
                guess = self._discourse.pronouns.get(item.start)
                return Named((named_after(guess.member, head),), guess.certainty) if guess else NOBODY
        if core[0].text != "the" or len(core) > 2:
            return NOBODY
        last = bisect_left(self._cast.starts, core[0].start) - 1
        named = next((n for n in range(last, max(-1, last - 40), -1) if self._has(n, head)), None)
        before = self._cast.bearers[named] if named is not None else None
        sentence = self._layout.sentence(core[0].start)
        if before is None or sentence - self._layout.sentence(self._cast.starts[named or 0]) > 1:
            topic = self._discourse.topics.get(core[0].start)
            if topic is not None and topic.member in self._holders(head):
                return Named((named_after(topic.member, head),), ROLE_AMONG)
        return Named((named_after(before, head),), ROLE_AMONG) if before is not None else NOBODY

    def running(self) -> set[Member]:
        """The people who have a campaign, as far as the article has been read."""
        guesses = map(self._discourse.pronouns.get, self._own)
        return self._holders("campaign") | {guess.member for guess in guesses if guess is not None}

    def acting(self, number: int) -> str | None:
        """The body that a name is the first word of, where it is the subject of a verb: "Rook's campaign said"."""
        return next((head for head in _AFTER if self._has(number, head, acting=True)), None)

    def _has(self, number: int, head: str, *, acting: bool = False) -> bool:
        """Whether a name has the word behind it; ``acting``: as the subject of a verb."""
        end = self._cast.names[number].end
        match = _AFTER[head].match(self._text, end, end + 40)
        if match is None or not acting:
            return match is not None
        behind = map(fold, self._text[match.end() : match.end() + 40].replace(",", "").split()[:2])
        return looks_finite(next(dropwhile(lambda word: word.endswith("ly"), behind), ""))

    def _holders(self, head: str) -> set[Member]:
        """The people of whom the article says "Rook's campaign" or "the Rook campaign"."""
        if head not in self._with:
            bearers = enumerate(self._cast.bearers)
            self._with[head] = {m for n, m in bearers if m is not None and self._has(n, head)}
        return self._with[head]


def is_campaign(core: list[Item]) -> bool:
    """Whether a description's head is a body that is named after a person: "the campaign"."""
    head = core[-1].text
    named = any(item.kind == "name" for item in core)
    return (head in _AFTER and (head != "office" or owner_of(core) is not None)) or (
        head in _CALLED and named
    )


def named_after(member: Member, head: str) -> Speaker:
    """A body by its name: "Rook campaign", "Ada Rook's office"."""
    if head == "office":
        return Speaker(f"{member.name}'s office", "organization")
    shown = member.name.split()[-1] if member.type == "person" else member.name
    return Speaker(f"{shown} {head}", "organization")
