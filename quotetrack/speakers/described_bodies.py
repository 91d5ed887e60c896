"""Bodies and places that a text describes: what "the ministry", "the city" and "it" stand for."""

from __future__ import annotations

import re
from bisect import bisect_left

from quotetrack.model import Speaker
from quotetrack.speakers import places, words
from quotetrack.speakers.campaigns import Campaigns, named_after
from quotetrack.speakers.candidates import ASIDE_BEFORE, INDEFINITE, Whereabouts, alike, by_head, clear_best
from quotetrack.speakers.discourse import Discourse, Layout
from quotetrack.speakers.member import Cast, Member
from quotetrack.speakers.mention import NOBODY, ROLE_ALONE, ROLE_AMONG, WEAK, Item, Named
from quotetrack.speakers.syntax import is_subject, word_before

# Weights of a candidate for "the ministry": called just so, or only alike; the words beside it agree ("the trade
# ministry"), or do not; named lately. Set by hand from reading PolNeAR train.
SAME_HEAD, LIKE_HEAD = 2.0, 1.0
AGREES, DIFFERS = 0.8, -0.5
LONG_AGO = -1.5
ENOUGH, MARGIN = 0.7, 0.3

NEAR = 2
"""How many sentences back a body without a name may be that is meant."""
_BESIDE = r"(?!(?:for|in|of|the|to)\b)[\w’'.-]+ "
_PARTS = frozenset("board committee council jury management panel".split())
"""What is not the body itself that was named last."""
_GOVERNING = words.PREPOSITIONS | {"of"}
_SEATS = {word: word for word in ("city", "state", "country")} | {
    "town": "city",
    "village": "city",
    "nation": "country",
}
"""Places that speak, by the kind that they are."""


class DescribedBodies:
    """Finds in the cast which body or place a description stands for."""

    def __init__(
        self, text: str, cast: Cast, layout: Layout, discourse: Discourse, campaigns: Campaigns
    ) -> None:
        self._text = text
        self._cast = cast
        self._layout = layout
        self._discourse = discourse
        self._campaigns = campaigns
        self._whereabouts = Whereabouts(cast, layout)
        self._by_head = by_head(cast.members)
        self._in_court = "please the Court" in text

    def body(self, core: list[Item], rest: list[Item]) -> Named:
        """For "the ministry": the body that the article names so."""
        head = core[-1].text
        if core[0].text in INDEFINITE or (rest and rest[0].text == "of"):
            return NOBODY
        if head == "government" and (country := self._country(core)) is not None:
            return Named((country,), ROLE_ALONE)
        modifiers = {w for i in core[:-1] for w in i.text.split()} - {"the", "this", "that", "its", "their"}
        candidates: dict[Member, float] = {}
        sits = self._in_court and head == "court"  # the court that hears the case, if none is named beside it
        heads = alike(head, words.SAME_BODIES)
        for rank, word in enumerate(heads):
            for member in self._by_head.get(word, ()):
                if member in candidates or member.type in ("person", "place"):
                    continue
                if sits and not self._whereabouts.is_beside(member, core[0].start):
                    continue
                own = {*member.key, *member.describers}
                weight = (LIKE_HEAD if rank else SAME_HEAD) + self._whereabouts.near(
                    member, core[0].start, LONG_AGO
                )
                candidates[member] = weight + sum(AGREES if w in own else DIFFERS for w in modifiers)
        best = clear_best(candidates, ENOUGH, MARGIN)
        if best is not None and not self._is_stranger(best, head, core[0].start):
            return Named((best,), ROLE_ALONE if len(candidates) == 1 else ROLE_AMONG)
        if not candidates and core[0].text == "the" and len(core) == 2 and head not in _PARTS:
            return self.neuter(core[0], unheaded=True)
        return NOBODY

    def _is_stranger(self, best: Member, head: str, offset: int) -> bool:
        """Whether, since the best was named, one without a name came up: "A ballot commission met. The commission"."""
        first = self._layout.sentence_start(offset, NEAR)
        called = rf"{re.escape(head)}(?![\w’'-])(?!,? (?:called |named )?[A-Z])"
        unnamed = re.compile(rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:{_BESIDE}){{0,4}}{called}")
        last = self._whereabouts.last(best, offset)
        if last is None:
            return False  # named only behind it
        found = unnamed.finditer(self._text, max(first, last), offset)
        return any(not ASIDE_BEFORE.search(self._text, first, one.start()) for one in found)

    def _country(self, core: list[Item]) -> Member | Speaker | None:
        """The country of "the French government", "Japan's government"."""
        for item in core[:-1]:
            key = places.COUNTRY_OF.get(item.text.removesuffix("'s"))
            if key is not None:
                of_it = (
                    m for m in self._cast.members if m.type == "place" and _is_country(m.name.lower(), key)
                )
                return next(of_it, Speaker(key.title(), "place"))
        return None

    def neuter(self, item: Item, *, unheaded: bool = False) -> Named:
        """For "it": the body or place that acted just before; ``unheaded``: one of which the kind is not known."""
        sentence = self._layout.sentence(item.start)
        last = bisect_left(self._cast.starts, item.start) - 1
        weights: dict[Member, float] = {}
        for number in range(last, max(-1, last - 8), -1):
            name, member = self._cast.names[number], self._cast.bearers[number]
            distance = sentence - self._layout.sentence(name.start)
            if distance > 1:
                break
            if member is None or member.type not in ("organization", "place"):
                continue
            if unheaded and (member.type == "place" or member.heads):
                continue
            speaks = self._discourse.in_source(name.start) and (
                word_before(self._text, name.outer) not in _GOVERNING
            )  # not "the court in Rookport"
            acts = speaks or is_subject(self._text, name.outer, name.end)
            weight = 1.0 - distance - (self._layout.quote(name.start) >= 0)
            weights.setdefault(member, weight + (2 if acts and not name.possessive else -1))
        start = self._layout.sentence_starts[max(0, sentence - 1)]
        first = bisect_left(self._cast.starts, start)
        if not unheaded and first <= last and self._cast.names[first].outer - start in (0, 4):
            named, head = self._cast.bearers[first], self._campaigns.acting(first)
            if named is not None and head is not None:
                return Named((named_after(named, head),), WEAK)
        best = clear_best(weights, 2.0, 1.0)
        return Named((best,), WEAK) if best is not None else NOBODY

    def place(self, core: list[Item], rest: list[Item]) -> Named:
        """For "the city": the place named last, if it is of that kind."""
        if core[0].text != "the" or len(core) > 2 or rest:
            return NOBODY
        last = bisect_left(self._cast.starts, core[0].start) - 1
        for number in range(last, max(-1, last - 6), -1):
            member = self._cast.bearers[number]
            if member is not None and member.type == "place":
                word = member.name.lower()
                kind = (
                    "state" if word in places.STATES else "country" if word in places.COUNTRY_OF else "city"
                )
                if kind == _SEATS[core[-1].text]:
                    return Named((member,), WEAK)
        return NOBODY


def _is_country(name: str, key: str) -> bool:
    """Whether a name in lower case is one of the country itself, and not of its people or capital."""
    return name in places.COUNTRIES and places.COUNTRY_OF[name] == key


def is_place(head: str) -> bool:
    """Whether a description's head is a kind of place that speaks: "the city"."""
    return head in _SEATS
