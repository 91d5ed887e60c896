"""Whom pronouns stand for: a pass through the text that keeps who is being talked about.

Follows the salience models of Lappin and Leass (1994) and Kennedy and Boguraev (1996), with no parser: a candidate
is weighed by the place of its latest mention (subject, source of a statement, inside a possessive or a quotation),
how far back it is, and agreement in gender. Every resolved pronoun is itself a mention for those after it.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from quotetrack.model import Span
from quotetrack.speakers import given, words
from quotetrack.speakers.member import Cast, Member
from quotetrack.speakers.names import Name, fold
from quotetrack.speakers.roles import is_role, title_sex
from quotetrack.speakers.syntax import is_modifier, is_subject, looks_finite, word_before
from quotetrack.speakers.unnamed import descriptions, is_stranger

# Weights of the evidence, set by hand from reading news articles of PolNeAR train and held against 63 interviews,
# biographies, hearings and textbook chapters of GUM: of their 898 pronouns (he, she, his, her, him) of somebody named,
# 755 get the right name, 58 a wrong one, and 85 none. A change of one weight by a third moves about ten of them.
GENDER_KNOWN = 1.8
"""Of somebody whose sex is known and agrees; half of those of unknown sex do not."""
SUBJECT, SAME_SENTENCE_SUBJECT = 1.6, 1.0
SOURCE, LAST_SOURCE = 0.6, 0.6
"""Of the source of a statement, and of the latest one."""
GENITIVE = -0.5
QUOTED = -1.6
PRONOUN_CHAIN = 0.4
PER_SENTENCE, PER_PARAGRAPH = -0.75, -0.25
FREQUENT, OFTEN = 0.1, 0.4
"""By the root of the mentions so far, and of those in the whole article: whom it is about."""
MAIN = 1.2
"""Of the one person whom the whole text is about, as a biography or a profile is."""
SAID_OF = -3.5
"""Of somebody whom the words that the pronoun speaks name."""
SPOKEN = 0.4
"""How many sources a sentence has in a text that is about what people say and not about one of them."""
NEW = 2.2
"""Of the subject of the sentence before, in the same paragraph, who is named there for the first time."""
PASSING = 1.8
"""Of somebody without a name who is no subject: "I spoke to a woman"."""
AGAIN = 2.0
"""Of the subject of the sentence before, in the same paragraph, with whose name it begins."""
MAIN_SHARE, MAIN_MENTIONS = 2.5, 5
"""How many times as often as the next person, and how often at least, that one is named."""
OTHER_SECTION = -4.0
OTHER_SEX = -2.0
"""Of somebody whom a pronoun of the other sex was given to; the name does not tell."""
ENOUGH = -1.6
"""The least weight that names somebody."""
MARGIN = 0.5
"""How far the best has to be ahead of the next."""
OPENING = 12
"""How many characters may stand before the subject that opens a sentence."""
REACH = 8
"""How many latest persons are weighed."""

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]ers?|[Hh]im|HE|SHE)(?:self)?\b")
_OPENING_A_PLACE = frozenset(
    "according after at before by during from in on since through to under until with".split()
)
"""What begins the place or time of a sentence, whose name is not taken up again: "In a letter to Rook, she said"."""
_COMMA = re.compile(r",[\"”'’]*\s")
_TIE = re.compile(r"\b(?:and|or|against|at|by|for|from|in|of|to|who|whom|whose|which|with)\b|&")
_LINKS = frozenset("and but or so yet".split())
_ENDS = frozenset(".?!")
_TALK = re.compile(r"\b(?:I|you|your|we|our|my|thanks?|yes|no)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,;:.!?—–()“”\"\n]|\b(?:that|and|but|or|who|which|because|as|when|while|if|after|before|whether|to|than|for)\b"
)
_WORD = re.compile(r"[^\s,;:()]+")
_VERB = re.compile(r"\w+(?:['’]\w+)?\s+(\w+)(,?)|\w+['’]\w+()()")


@dataclass(slots=True)
class Layout:
    """Sentences, paragraphs and quotations of a text, for finding in which of them an offset lies."""

    sentence_starts: Sequence[int]
    paragraph_starts: Sequence[int]
    quotes: Sequence[tuple[int, int]]
    quote_starts: Sequence[int]
    breaks: Sequence[int] = ()
    """Where a line of signs alone parts the text: "___", "* * *"."""

    def sentence(self, offset: int) -> int:
        """The index of the sentence that holds an offset or ended last before it, or -1."""
        return bisect_right(self.sentence_starts, offset) - 1

    def sentence_start(self, offset: int, back: int = 0) -> int:
        """Where the sentence that holds an offset begins, or one so many before it; the first where there is none."""
        return self.sentence_starts[max(0, self.sentence(offset) - back)]

    def paragraph(self, offset: int) -> int:
        """The index of the paragraph that holds an offset or ended last before it, or -1."""
        return bisect_right(self.paragraph_starts, offset) - 1

    def section(self, offset: int) -> int:
        """The number of breaks before an offset."""
        return bisect_right(self.breaks, offset)

    def quote(self, offset: int) -> int:
        """The index of the quotation around an offset, or -1."""
        at = bisect_right(self.quote_starts, offset) - 1
        return at if at >= 0 and offset < self.quotes[at][1] else -1


def _main_character(cast: Cast) -> Member | None:
    """Whom a text is about, when it names one person far more often than any other, and among the first three."""
    people = [m for m in cast.members if m.type == "person"]
    if not people:
        return None
    first, *others = sorted(people, key=lambda m: -len(m.mentions))
    often = len(first.mentions) >= max(
        MAIN_MENTIONS, MAIN_SHARE * max((len(m.mentions) for m in others), default=0)
    )
    return first if often and first in people[:3] else None


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
    section: int
    often: float
    """What it weighs how often the whole article has the member."""
    count: int = 1


class _Stranger:
    """Somebody without a name, "a lawyer", who may be "he" in the next sentences."""

    def __init__(
        self, layout: Layout, span: Span, words_of: str, *, source: bool, subject: bool = True
    ) -> None:
        self.end = span.end
        self.source = source
        self.subject = subject
        self.sentence = layout.sentence(span.start)
        self.paragraph = layout.paragraph(span.start)
        self.quote = layout.quote(span.start)
        self.sex = title_sex(fold(word) for word in words_of.split())

    def weigh(self, sex: str, sentence: int, paragraph: int, quote: int) -> float:
        """How likely a pronoun in this place stands for the stranger, as members are weighed."""
        if self.sex not in (sex, None) or self.paragraph != paragraph or sentence - self.sentence > 1:
            return -math.inf
        weight = (SUBJECT + NEW if self.subject else PASSING) + PER_SENTENCE * (sentence - self.sentence)
        if sentence == self.sentence and self.subject:
            weight += SAME_SENTENCE_SUBJECT
        if self.source:
            weight += SOURCE + LAST_SOURCE
        if self.sex:
            weight += GENDER_KNOWN
        if self.quote >= 0 and self.quote != quote:
            weight += QUOTED
        return weight


@dataclass(slots=True)
class Guess:
    """A member and how sure the choice is, from 0 to 1."""

    member: Member
    certainty: float


class Discourse:
    """Who is being talked about at each point of an article, filled in text order."""

    def __init__(
        self,
        text: str,
        cast: Cast,
        layout: Layout,
        sources: Sequence[Span],
        contents: Mapping[int, Sequence[Span]],
    ) -> None:
        """Of ``cast``; what the source that starts at an offset says stands in ``contents``."""
        self._contents = contents
        self._sources = sources
        self._text = text
        self._cast = cast
        self._layout = layout
        self._source_starts = [span.start for span in sources]
        self._source_ends = [span.end for span in sources]
        self._states: dict[int, _State] = {}
        self._recent: list[Member] = []  # latest last
        self._last_source: Member | None = None
        self._main = _main_character(cast) if len(sources) < SPOKEN * len(layout.sentence_starts) else None
        self._last_subject: tuple[Member, int] | None = None
        self._stranger: _Stranger | None = None
        """Who was described last without a name."""
        self.described: dict[int, Member] = {}
        """Who has been described, by where the description starts."""
        self._open_sentence = -1
        """The last sentence whose subject is a description of nobody known: "The nominee spoke after Rook left"."""
        self._left_open: dict[str, int] = {}
        """Where "he" and "she" were last left open."""
        self._sexes: dict[int, float] = {}
        """What the pronouns so far tell of members whose names do not: above 0 male, below 0 female."""
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
        described, passing = descriptions(self._text)
        known = set(self._source_starts)
        events += [(span.start, 3, n, "") for n, span in enumerate(described) if span.start not in known]
        events += [(span.start, 4, n, "") for n, span in enumerate(passing) if span.start not in known]
        events.sort()
        at = 0  # the next name
        for offset, kind, number, word in events:
            if kind == 1:
                at = number + 1
                self._name(self._cast.names[number], self._cast.bearers[number])
            elif kind == 2:
                self.pronouns[offset] = self._pronoun(offset, word, at)
            elif kind == 4:
                self._pass_by(passing[number])
            else:
                self.topics[offset] = self._topic(offset)
                span = self._sources[number] if kind == 0 else described[number]
                person = describe(span)
                if person is not None:
                    self.described[offset] = person
                    self._mention(
                        person, offset, subject=True, genitive=False, source=kind == 0, pronoun=False
                    )
                elif (kind == 0 or self._opens_sentence(span.start)) and is_stranger(self._text, span.start):
                    self._stranger = _Stranger(self._layout, span, span.of(self._text), source=kind == 0)
                elif kind == 3 and self._opens_sentence(span.start):
                    self._open_sentence = self._layout.sentence(span.start)

    def _topic(self, offset: int) -> Guess | None:
        """Whom the text is about; nobody where all that makes him so is a clause of a sentence about another."""
        guess = self._choose(offset, None)
        aside = guess is not None and self._states[id(guess.member)].sentence == self._open_sentence
        return None if aside else guess

    def _meet(self, name: Name) -> None:
        """Takes note of a name that may be somebody's, where a sentence begins with it: "Umm Yasin shook her head"."""
        span = Span(name.outer, name.end)
        begins = self._layout.sentence_start(name.outer) == name.outer
        if begins and is_subject(self._text, name.outer, name.end):
            self._stranger = _Stranger(self._layout, span, "", source=False)

    def _pass_by(self, span: Span) -> None:
        """Takes note of somebody without a name who is no subject, unless its sentence has one that is."""
        sentence = self._layout.sentence(span.start)
        if self._stranger is None or self._stranger.sentence != sentence or not self._stranger.subject:
            stranger = _Stranger(self._layout, span, span.of(self._text), source=False, subject=False)
            if (self._text[span.start : span.start + 3], stranger.sex) not in (("his", "m"), ("her", "f")):
                self._stranger = stranger  # after "the death of his father", he is whose father died

    def _opens_paragraph(self, state: _State) -> bool:
        """Whether the latest mention begins its paragraph: "Ada Rook's husband died"."""
        return self._begins(self._layout.paragraph_starts[max(0, state.paragraph)], state.offset)

    def _begins(self, start: int, offset: int) -> bool:
        """Whether nothing but titles, and a "but", stands between two offsets."""
        before = map(fold, self._text[start:offset].split())
        return all(word in words.HONORIFICS or word in _LINKS for word in before)

    def _opens_sentence(self, offset: int) -> bool:
        """Whether at most a short word or two stand before an offset in its sentence: "But a lawyer"."""
        return offset - self._layout.sentence_start(offset) < OPENING

    def in_source(self, offset: int) -> bool:
        """Whether an offset lies in the source of an attribution."""
        at = bisect_right(self._source_starts, offset) - 1
        return at >= 0 and offset < self._source_ends[at]

    def _name(self, name: Name, member: Member | None) -> None:
        if member is not None and member.type is None and len(member.key) > 1 and not name.possessive:
            self._meet(name)
        if member is None or member.type != "person" or self._is_called(name):
            return
        genitive = name.possessive or is_modifier(self._text, name.end)  # "Rook, a Voss supporter"
        within = self._stranger is not None and name.start < self._stranger.end  # "a spokesman for Rook"
        source = self.in_source(name.start) and not (genitive or within or self._is_beside_source(name))
        agent = word_before(self._text, name.outer) == "by"  # "Rook was mocked by Hale after she"
        subject = not agent and (source or (not genitive and is_subject(self._text, name.outer, name.end)))
        self._mention(member, name.start, subject=subject, genitive=genitive, source=source, pronoun=False)

    def _is_beside_source(self, name: Name) -> bool:
        """Whether a name in a source only tells who the one named before it is: "Rook, who had worked for Hale"."""
        if self._last_source is None:
            return False
        state = self._states[id(self._last_source)]
        start = self._source_starts[bisect_right(self._source_starts, name.start) - 1]
        links = _TIE.findall(self._text, state.offset, name.outer) if state.offset >= start else []
        return bool(links) and links[-1] not in ("and", "or", "&")

    def _is_called(self, name: Name) -> bool:
        """Whether somebody is spoken to and not of: "Thank you, Judge Rook.\""""
        text = self._text
        if len(name.key) > 1 or not (name.titles or name.key[0] in given.GIVEN):
            return False
        if text[name.end : name.end + 1] not in _ENDS or text[max(0, name.outer - 2) : name.outer] != ", ":
            return False
        sentence = text[self._layout.sentence_start(name.outer) : name.outer - 2]
        apposed = bool(sentence.strip()) and is_role(fold(sentence.rsplit(None, 1)[-1]))
        return not apposed and (bool(name.titles) or _TALK.search(sentence) is not None)

    def _mention(
        self, member: Member, offset: int, *, subject: bool, genitive: bool, source: bool, pronoun: bool
    ) -> None:
        layout = self._layout
        sentence, quote = layout.sentence(offset), layout.quote(offset)
        state = self._states.get(id(member))
        if state is None:
            often = OFTEN * min(3.0, math.sqrt(len(member.mentions)))
            state = self._states[id(member)] = _State(
                offset, sentence, 0, subject, genitive, source, quote, pronoun, 0, often
            )
        else:
            state.count += 1
            self._recent.remove(member)
        self._recent.append(member)
        if len(self._recent) > 40:
            del self._states[id(self._recent.pop(0))]
        # Within one sentence a possessive or a quoted mention does not hide the subject before it; nor does a pronoun
        # in a quotation within one paragraph: "Hale had met her. 'I trust him,' he said."
        near = state.sentence == sentence or (
            pronoun and quote >= 0 and state.paragraph == layout.paragraph(offset)
        )
        weaker = (genitive or not subject or quote >= 0) and near and state.subject and state.quote < 0
        if not weaker:
            state.subject, state.genitive, state.source, state.quote = subject, genitive, source, quote
            state.pronoun = pronoun
            state.offset, state.sentence, state.paragraph = offset, sentence, layout.paragraph(offset)
            state.section = layout.section(offset)
        if source and quote < 0:
            self._last_source = member
        if subject:
            self._last_subject = member, offset

    def _pronoun(self, offset: int, word: str, at: int) -> Guess | None:
        sex = "m" if word in words.MALE_PRONOUNS else "f"
        genitive = word in ("his", "hers") or (
            word == "her" and self._text[offset + 3 : offset + 5].strip().isalpha()
        )
        barred = self._subject_of_clause(offset) if word in ("him", "her") and not genitive else None
        guess = (
            self._ahead(offset, sex, at)
            or self._dislocated(offset, word, sex, at)
            or self._choose(offset, sex, barred, stranger=word in ("he", "she"))
        )
        if guess is not None:
            if guess.member.sex is None:
                sure = guess.certainty if sex == "m" else -guess.certainty
                self._sexes[id(guess.member)] = self._sexes.get(id(guess.member), 0.0) + sure
            source = self.in_source(offset)
            subject = word in ("he", "she")
            self._mention(
                guess.member, offset, subject=subject, genitive=genitive, source=source, pronoun=True
            )
        elif word in ("he", "she"):
            self._left_open[sex] = offset
        return guess

    def _said_of(self, offset: int) -> set[Member]:
        """Whom the words of the "she" that speaks name, so that it is somebody else: "Rook would lose, she said"."""
        starts, found = self._cast.starts, set()
        for span in self._contents.get(offset, ()):
            for member in self._cast.bearers[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
                if member is not None:
                    found.add(member)
            found.update(one for at, one in self.described.items() if span.start <= at < span.end)
        return found

    def _tells_of(self, offset: int, stranger: _Stranger) -> bool:
        """Whether the words of the "she" that speaks are about somebody: "Her boss, she said, was late"."""
        return any(span.start < stranger.end <= span.end for span in self._contents.get(offset, ()))

    def _subject_of_clause(self, offset: int) -> Member | None:
        """Who cannot be "him" or "her" at an offset: the subject of the same verb."""
        if self._last_subject is None:
            return None
        member, start = self._last_subject
        return None if offset - start > 60 or _CLAUSE.search(self._text, start, offset) else member

    def _ahead(self, offset: int, sex: str, at: int) -> Guess | None:
        """The subject that follows the pronoun of an opening phrase: "In her speech, Rook said"."""
        layout = self._layout
        sentence = layout.sentence(offset)
        start = layout.sentence_starts[sentence] if sentence >= 0 else 0
        if offset - start > 30 or at >= len(self._cast.names) or layout.quote(offset) >= 0:
            return None
        opening = fold(self._text[start:offset].split(None, 1)[0]) if offset > start else ""
        comma = _COMMA.search(self._text, offset, offset + 100)
        if opening not in words.PREPOSITIONS or comma is None:
            return None
        for name, member in zip(self._cast.names[at : at + 4], self._cast.bearers[at : at + 4], strict=True):
            if name.outer >= comma.end():
                if (
                    name.outer == comma.end()
                    and member is not None
                    and member.type == "person"
                    and member.sex in (sex, None)
                ):
                    return Guess(member, 0.8) if not name.possessive else None
                return None
        return None

    def _dislocated(self, offset: int, word: str, sex: str, at: int) -> Guess | None:
        """The name taken up again by "he": "Ada Rook, she knew that"; but "Rook, he said, was late"."""
        if word not in ("he", "she") or not at or self._text[self._cast.names[at - 1].end : offset] != ", ":
            return None
        name, member = self._cast.names[at - 1], self._cast.bearers[at - 1]
        if member is None or member.type != "person" or member.sex not in (sex, None) or name.possessive:
            return None
        if word_before(self._text, name.outer) == "by" and self._is_of_words(name.outer, offset):
            return Guess(member, 0.8)
        verb = _VERB.match(self._text, offset)
        start = self._layout.sentence_start(offset)
        before = list(map(fold, _WORD.findall(self._text, start, name.outer)))
        if (
            verb is None
            or verb.group(2) == ","
            or any(map(looks_finite, before))
            or (before and before[0] in _OPENING_A_PLACE)
        ):
            return None
        return Guess(member, 0.8)

    def _is_of_words(self, end: int, offset: int) -> bool:
        """Whether what a sentence has before a "by" are somebody's words: "In an opinion by Rook, he said"."""
        start = self._layout.sentence_start(offset)
        opening = [fold(w) for w in _WORD.findall(self._text, start, end)][:8]
        if opening[:1] and opening[0] in _LINKS:
            del opening[0]
        return (
            bool(opening) and opening[0] in words.PREPOSITIONS and any(w in words.OWN_WORDS for w in opening)
        )

    def _choose(
        self, offset: int, sex: str | None, barred: Member | None = None, *, stranger: bool = False
    ) -> Guess | None:
        layout = self._layout
        sentence, paragraph, quote = layout.sentence(offset), layout.paragraph(offset), layout.quote(offset)
        section = layout.section(offset)
        said_of = self._said_of(offset) if sex is not None else set()
        ranked: list[tuple[float, int, Member]] = []
        for rank, member in enumerate(reversed(self._recent[-REACH:])):
            own_sex = member.sex
            if member is barred or (sex is not None and own_sex not in (sex, None)):
                continue
            state = self._states[id(member)]
            weight = self._weigh(member, state, sentence, paragraph, quote)
            if member in said_of:
                weight += SAID_OF
            if state.section != section:
                weight += OTHER_SECTION
            if sex is not None and own_sex is None:
                known = self._sexes.get(id(member), 0.0) * (1 if sex == "m" else -1)
                weight += GENDER_KNOWN * min(1.0, known) if known > 0 else OTHER_SEX * min(2.0, -known)
            ranked.append((weight, -rank, member))
        if not ranked:
            return None
        ranked.sort(reverse=True)  # no two have one rank
        best, _, member = ranked[0]
        behind = ranked[1][0] if len(ranked) > 1 else -6.0
        if (
            stranger
            and sex is not None
            and self._stranger is not None
            and not self._tells_of(offset, self._stranger)
        ):
            behind = max(behind, self._stranger.weigh(sex, sentence, paragraph, quote))
        if best < ENOUGH or best - behind < MARGIN:
            return None
        if sex is not None and self._was_passed_over(member, sex):
            return None
        return Guess(member, max(0.3, min(0.9, 0.55 + 0.12 * (best - behind) + 0.03 * best)))

    def _was_passed_over(self, member: Member, sex: str) -> bool:
        """Whether "he" was left open since somebody was last named, or in the same sentence before: it is another."""
        state = self._states[id(member)]
        since = state.offset if state.subject else self._layout.sentence_starts[max(0, state.sentence)]
        return self._left_open.get(sex, -1) > since

    def _weigh(self, member: Member, state: _State, sentence: int, paragraph: int, quote: int) -> float:
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
        goes_on = quote >= 0 and state.paragraph == paragraph  # "I told Jo," he says. "She knew."
        if state.quote >= 0 and state.quote != quote and not goes_on:
            weight += QUOTED
        if state.pronoun:
            weight += PRONOUN_CHAIN
        if (
            state.count == 1
            and sentence - state.sentence == 1
            and state.paragraph == paragraph
            and (state.subject or (state.genitive and self._opens_paragraph(state)))
        ):
            weight += NEW
        elif (
            state.subject
            and sentence - state.sentence == 1
            and state.paragraph == paragraph
            and not state.pronoun
            and quote < 0
            and self._begins(self._layout.sentence_starts[max(0, state.sentence)], state.offset)
        ):
            weight += AGAIN
        if member is self._main:
            weight += MAIN
        return weight + state.often + FREQUENT * min(3.0, math.sqrt(state.count - 1))
