"""Whom pronouns stand for: a pass through the text that keeps who is being talked about.

Follows the salience models of Lappin and Leass (1994) and Kennedy and Boguraev (1996), with no parser: a candidate
is weighed by the place of its latest mention (subject, source of a statement, inside a possessive or a quotation),
how far back it is, and agreement in gender. Every resolved pronoun is itself a mention for those after it.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quotetrack.model import Span
from quotetrack.speakers import words
from quotetrack.speakers.cast import Cast, Member
from quotetrack.speakers.names import Name, fold
from quotetrack.speakers.syntax import is_subject

# Weights of the evidence. Set by hand from reading news articles of PolNeAR train, not learned: at these values 62 of
# 66 pronouns of 16 other articles, labelled by reading, get the right name and 3 a wrong one.
GENDER_KNOWN = 0.8
SUBJECT = 1.6
SOURCE = 0.8
LAST_SOURCE = 0.6
GENITIVE = -0.5
QUOTED = -1.6
PRONOUN_CHAIN = 0.4
PER_SENTENCE = -0.75
PER_PARAGRAPH = -0.25
FREQUENT = 0.25
SAME_SENTENCE_SUBJECT = 0.5
ENOUGH = -1.6
"""The least weight that names somebody."""
MARGIN = 0.35
"""How far the best has to be ahead of the next."""
REACH = 8
"""How many latest persons are weighed."""

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|[Hh]im|HE|SHE)(?:self)?\b")


@dataclass(slots=True)
class Layout:
    """Sentences, paragraphs and quotations of a text, for finding in which of them an offset lies."""

    sentence_starts: Sequence[int]
    paragraph_starts: Sequence[int]
    quotes: Sequence[tuple[int, int]]
    quote_starts: Sequence[int]

    def sentence(self, offset: int) -> int:
        """The index of the sentence that holds an offset or ended last before it, or -1."""
        return bisect_right(self.sentence_starts, offset) - 1

    def paragraph(self, offset: int) -> int:
        """The index of the paragraph that holds an offset or ended last before it, or -1."""
        return bisect_right(self.paragraph_starts, offset) - 1

    def quote(self, offset: int) -> int:
        """The index of the quotation around an offset, or -1."""
        at = bisect_right(self.quote_starts, offset) - 1
        return at if at >= 0 and offset < self.quotes[at][1] else -1


@dataclass(slots=True)
class _State:
    """The latest mentions of a member."""

    offset: int
    sentence: int
    paragraph: int
    subject: bool
    genitive: bool
    source: bool
    quote: int
    pronoun: bool
    count: int = 1
    # The latest mention as a subject outside quotations.
    subject_sentence: int = -99
    subject_source: bool = False


@dataclass(slots=True)
class Guess:
    """A member and how sure the choice is, from 0 to 1."""

    member: Member
    certainty: float


class Discourse:
    """Who is being talked about at each point of an article, filled in text order."""

    def __init__(self, text: str, cast: Cast, layout: Layout, sources: Sequence[Span]) -> None:
        self._sources = sources
        self._text = text
        self._cast = cast
        self._layout = layout
        self._source_starts = [span.start for span in sources]
        self._source_ends = [span.end for span in sources]
        self._states: dict[int, _State] = {}
        self._recent: list[Member] = []  # latest last
        self._last_source: Member | None = None
        self.pronouns: dict[int, Guess | None] = {}
        """The start of every third person pronoun (he, she, his, her), and whom it stands for."""
        self.topics: dict[int, Guess | None] = {}
        """The start of every source, and the person that the text was about just before it."""

    def read(self, describe: Callable[[Span], Member | None]) -> None:
        """Goes through names, pronouns and sources in text order.

        Args:
            describe: the person whom a description ("the senator") stands for, asked where a source begins.
        """
        events: list[tuple[int, int, int, str]] = [
            (name.start, 1, n, "") for n, name in enumerate(self._cast.names)
        ]
        events += [(m.start(), 2, 0, m.group().lower()) for m in _PRONOUN.finditer(self._text)]
        events += [(span.start, 0, n, "") for n, span in enumerate(self._sources)]
        events.sort()
        at = 0  # the next name
        for offset, kind, number, word in events:
            if kind == 1:
                at = number + 1
                self._name(self._cast.names[number], self._cast.bearers[number])
            elif kind == 2:
                self.pronouns[offset] = self._pronoun(offset, word, at)
            else:
                self.topics[offset] = self._choose(offset, None)
                person = describe(self._sources[number])
                if person is not None:
                    self._mention(person, offset, subject=True, genitive=False, source=True, pronoun=False)

    def in_source(self, offset: int) -> bool:
        """Whether an offset lies in the source of an attribution."""
        at = bisect_right(self._source_starts, offset) - 1
        return at >= 0 and offset < self._source_ends[at]

    def _name(self, name: Name, member: Member | None) -> None:
        if member is None or member.type != "person":
            return
        source = self.in_source(name.start) and not name.possessive
        subject = source or (not name.possessive and is_subject(self._text, name.outer, name.end))
        self._mention(
            member, name.start, subject=subject, genitive=name.possessive, source=source, pronoun=False
        )

    def _mention(
        self, member: Member, offset: int, *, subject: bool, genitive: bool, source: bool, pronoun: bool
    ) -> None:
        layout = self._layout
        sentence, quote = layout.sentence(offset), layout.quote(offset)
        state = self._states.get(id(member))
        if state is None:
            state = self._states[id(member)] = _State(
                offset, sentence, 0, subject, genitive, source, quote, pronoun
            )
        else:
            state.count += 1
            self._recent.remove(member)
        self._recent.append(member)
        if len(self._recent) > 40:
            del self._states[id(self._recent.pop(0))]
        # Within one sentence a possessive or a quoted mention does not hide the subject before it.
        weaker = (
            (genitive or not subject or quote >= 0)
            and state.sentence == sentence
            and state.subject
            and state.quote < 0
        )
        if not weaker:
            state.subject, state.genitive, state.source, state.quote = subject, genitive, source, quote
            state.pronoun = pronoun
            state.offset, state.sentence, state.paragraph = offset, sentence, layout.paragraph(offset)
        if subject and quote < 0:
            state.subject_sentence, state.subject_source = sentence, source
        if source and quote < 0:
            self._last_source = member

    def _pronoun(self, offset: int, word: str, at: int) -> Guess | None:
        sex = "m" if word in words.MALE_PRONOUNS else "f"
        guess = self._ahead(offset, sex, at) or self._choose(offset, sex)
        if guess is not None:
            genitive = word in ("his", "hers") or (
                word == "her" and self._text[offset + 3 : offset + 5].strip().isalpha()
            )
            source = self.in_source(offset)
            subject = word in ("he", "she")
            self._mention(
                guess.member, offset, subject=subject, genitive=genitive, source=source, pronoun=True
            )
        return guess

    def _ahead(self, offset: int, sex: str, at: int) -> Guess | None:
        """The subject that follows the pronoun of an opening phrase: "In her speech, Rook said"."""
        layout = self._layout
        sentence = layout.sentence(offset)
        start = layout.sentence_starts[sentence] if sentence >= 0 else 0
        if offset - start > 30 or at >= len(self._cast.names) or layout.quote(offset) >= 0:
            return None
        opening = fold(self._text[start:offset].split(None, 1)[0]) if offset > start else ""
        comma = self._text.find(", ", offset, offset + 100)
        if opening not in words.PREPOSITIONS or comma < 0:
            return None
        for name, member in zip(self._cast.names[at : at + 4], self._cast.bearers[at : at + 4], strict=True):
            if name.outer >= comma + 2:
                if (
                    name.outer == comma + 2
                    and member is not None
                    and member.type == "person"
                    and member.sex in (sex, None)
                ):
                    return Guess(member, 0.8) if not name.possessive else None
                return None
        return None

    def _choose(self, offset: int, sex: str | None) -> Guess | None:
        layout = self._layout
        sentence, paragraph, quote = layout.sentence(offset), layout.paragraph(offset), layout.quote(offset)
        ranked: list[tuple[float, int, Member]] = []
        for rank, member in enumerate(reversed(self._recent[-REACH:])):
            if sex is not None and member.sex not in (sex, None):
                continue
            ranked.append((self._weigh(member, sentence, paragraph, quote), -rank, member))
        if not ranked:
            return None
        ranked.sort(reverse=True, key=lambda r: r[:2])
        best, _, member = ranked[0]
        behind = ranked[1][0] if len(ranked) > 1 else -6.0
        if best < ENOUGH or best - behind < MARGIN:
            return None
        return Guess(member, max(0.3, min(0.9, 0.55 + 0.12 * (best - behind) + 0.03 * best)))

    def _weigh(self, member: Member, sentence: int, paragraph: int, quote: int) -> float:
        state = self._states[id(member)]
        weight = GENDER_KNOWN if member.sex else 0.0  # one of the other gender is not weighed at all
        weight += max(-8.0, PER_SENTENCE * (sentence - state.sentence))
        weight += max(-2.0, PER_PARAGRAPH * (paragraph - state.paragraph))
        if state.subject:
            weight += SUBJECT
            if state.sentence == sentence:
                weight += SAME_SENTENCE_SUBJECT
        if state.source:
            weight += SOURCE
        if member is self._last_source:
            weight += LAST_SOURCE
        if state.genitive:
            weight += GENITIVE
        if state.quote >= 0 and state.quote != quote:
            weight += QUOTED
        if state.pronoun:
            weight += PRONOUN_CHAIN
        return weight + FREQUENT * min(3.0, math.sqrt(state.count - 1))
