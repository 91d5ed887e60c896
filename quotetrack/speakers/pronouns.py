"""Whom a pronoun that is a source stands for: "he", "I", "who", "they", "it"."""

from __future__ import annotations

import re
from bisect import bisect_left

from quotetrack.speakers import words
from quotetrack.speakers.described_bodies import DescribedBodies
from quotetrack.speakers.discourse import Discourse, Layout
from quotetrack.speakers.member import Cast
from quotetrack.speakers.mention import FIRST_PERSON, NOBODY, OWN_NAME, WEAK, Item, Named

_RIGHT_BEHIND = re.compile(r"\s*(?:\([^)]*\))?[\s,—–-]*(?:and\s+)?")
_PLURAL_VERB = re.compile(
    r"who\s(?:\w+ly\s)?(?:are|argue|believe|do|have|hope|know|said they|say|think|want|were)\b"
)
_OF_PLACE = r"(?:\s+of\s+[A-Z][\w.’']*(?:[ -][A-Z][\w.’']*)*)"
_ASIDE = re.compile(
    rf"{_OF_PLACE}?\s*,\s+(?:\d+,\s+(?:of\s[^;\n]{{2,50}})?|(?:\d+,\s+)?(?:an?|the|one|of)\s[^.;\n]{{2,120}}?)"
    rf"[,\s—–-]+(?:and\s+)?|{_OF_PLACE},\s+"
)


class Pronouns:
    """Resolves the pronouns of one article, in the order of its attributions."""

    def __init__(
        self, text: str, cast: Cast, layout: Layout, discourse: Discourse, bodies: DescribedBodies
    ) -> None:
        self._text = text
        self._cast = cast
        self._layout = layout
        self._discourse = discourse
        self._bodies = bodies
        self.quoted: dict[int, Named] = {}
        """Who speaks each quotation, by its index in the layout; filled as attributions are named."""
        self.last_joint: tuple[int, Named] | None = None
        """Where the last source of several ended, and who they are."""

    def stands_for(self, item: Item, enclosing: Named | None) -> Named | None:
        """Whom a pronoun stands for; None when the item is no pronoun."""
        word = item.text
        if item.kind != "word":
            return None
        if word in words.MALE_PRONOUNS or word in words.FEMALE_PRONOUNS:
            guess = self._discourse.pronouns.get(item.start)
            return Named((guess.member,), guess.certainty) if guess else NOBODY
        if word in words.FIRST_PRONOUNS:
            return self._first_person(item, enclosing)
        if word in words.RELATIVE_PRONOUNS:
            return self.relative(item)
        if word in words.NEUTER_PRONOUNS:
            return self._bodies.neuter(item)
        if word in words.PLURAL_PRONOUNS or word == "both":
            return self._plural(item)
        return NOBODY if word in words.WE_PRONOUNS or word in words.OTHER_PRONOUNS else None

    def _first_person(self, item: Item, enclosing: Named | None) -> Named:
        """For "I": who speaks the quotation that it stands in; outside of quotations it is the writer."""
        quote = self._layout.quote(item.start)
        if quote < 0:
            return NOBODY
        said = enclosing if enclosing is not None and enclosing.members else self.quoted.get(quote, NOBODY)
        return Named(said.members, FIRST_PERSON * said.certainty) if len(said.members) == 1 else NOBODY

    def relative(self, item: Item) -> Named:
        """The antecedent of "who": the name right before it, or the one that an aside right before it is about."""
        if item.text == "that" or _PLURAL_VERB.match(self._text, item.start):
            return NOBODY
        thing = item.text == "which"
        last = bisect_left(self._cast.starts, item.start) - 1
        sentence = self._layout.sentence(item.start)
        for number in range(last, max(-1, last - 4), -1):
            name, member = self._cast.names[number], self._cast.bearers[number]
            if self._layout.sentence(name.start) != sentence:
                break
            between = self._text[name.end : item.start]
            if name.possessive or member is None:
                if _RIGHT_BEHIND.fullmatch(between):
                    return NOBODY
                continue
            if (member.type == "person") == thing:
                continue  # "Rook of Ohio, who"
            if _RIGHT_BEHIND.fullmatch(between):
                return Named((member,), OWN_NAME)
            if not thing and _ASIDE.fullmatch(between):
                return Named((member,), WEAK)
        return NOBODY

    def _plural(self, item: Item) -> Named:
        """For "they" and "both" right after "Rook and Hale said", or after a sentence that begins "Rook and Hale"."""
        if self.last_joint is not None:
            end, named = self.last_joint
            distance = self._layout.sentence(item.start) - self._layout.sentence(end - 1)
            if end <= item.start and 0 <= distance <= 1:
                return Named(named.members, WEAK)
        sentence = self._layout.sentence(item.start)
        for start in self._layout.sentence_starts[max(0, sentence - 1) : sentence + 1][::-1]:
            at = bisect_left(self._cast.starts, start)
            pair = self._cast.names[at : at + 2]
            if len(pair) == 2 and pair[0].outer == start and pair[1].end <= item.start:
                members = self._cast.bearers[at : at + 2]
                people = [m for m in members if m is not None and m.type == "person"]
                if len(people) == 2 and self._text[pair[0].end : pair[1].outer] == " and ":
                    return Named(tuple(people), WEAK)
            if any(name.type == "person" and name.end <= item.start for name in pair):
                break  # others are nearer
        return NOBODY
