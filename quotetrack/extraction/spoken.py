"""A quotation whose own cue stands right behind it: '"…," said Rook', '"…?" Hale spluttered'.

No other cue can have such a quotation, however the tagger links it, and the verb need not be one that it knows. Nor
can what an aside parts from it: '"…," said Rook, nodding at the gallery, "…"'.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quotetrack.extraction.attribution import Attribution
from quotetrack.extraction.forms import DESCRIBED
from quotetrack.extraction.quotation import Quotation
from quotetrack.lexicon import CUES, cue_lemma
from quotetrack.model import Span

_CERTAIN = 0.85
"""How sure an attribution is that these rules make, by hand."""

_ADVERB = r"(?:\w+ly\s)?"
_PAST = frozenset(
    "said says told tells wrote writes spoke swore read sang asks adds replies explains recalls".split()
)
"""Verbs of saying whose form shows that they are no nouns."""

_RETORTS = frozenset(("broke in", "cut in", "hit back", "put in", "shot back"))
"""Verbs that say something only with the word behind them."""

_PLAIN = _PAST | frozenset(
    "added answered asked continued explained insisted joked recalled replied sighed".split()
)
"""Those that have nobody behind them but who says it."""
_OWNED = re.compile(r"(?:his|her|its|my|our|their)\s")
_VERB = (
    rf"{_ADVERB}(?:[a-z]+ed|{'|'.join(sorted(_PAST))})(?:\s(?:back|out|in)\b)?|{'|'.join(sorted(_RETORTS))}"
)
_SOMEBODY = r"(?:an?|her|his|its|my|our|the|their)\s(?:[\w’'-]+\s){0,3}?[\w’'-]+"
"""Somebody without a name: "the lawyer"."""
_BEHIND = re.compile(
    rf",?[^\S\n]+(?:(?P<before>he|she|they|I|we|{DESCRIBED}|{_SOMEBODY})\s(?P<verb>{_VERB})"
    rf"|(?P<inverted>{_VERB})\s(?P<behind>{DESCRIBED}|@\w+|another|one"
    rf"|{_SOMEBODY}(?=[.,;:!?]|\s(?:after|as|at|before|from|in|of|on|outside|to|when|while|who|with)\b|\Z)))"
    r"(?=[\s.,;:!?]|\Z)"
)
_BEFORE = re.compile(
    rf"(?:\A|\n|[.!?”\"]\s)(?P<who>{DESCRIBED}(?:,\s[^,.:;\n\"“”]{{2,80}})?),?\s(?P<verb>[a-z]+)(?:\s[^.:;\n\"“”]{{1,60}})?"
    r":\s*\Z"
)
"""What says who says what stands behind it: "Ada Rook, Chair of the Trust, said:"."""
_LONGEST_LINE = 240
_WHO = rf"(?:The\s)?{DESCRIBED}|(?:an?|another|her|his|its|one|the|their)\s[\w\s’'-]{{2,40}}?|he|she|they"
_LEADS = re.compile(
    rf"\b(?:[Aa]s\s(?P<put>{_WHO})\s(?:once\s|has\s|had\s|later\s)?(?P<puts>(?:put|puts|phrased|phrases)\sit)(?:\s[^.;:\n\"“”]{{2,60}})?"
    rf"|(?P<quotes>[Tt]o\squote)\s(?P<quoted>{_WHO})|(?P<words>[Ii]n\sthe\swords\sof)\s(?P<of>{_WHO})),\s(?:[\w\s’'-]{{1,30}})?\Z"
    rf"|\b(?P<quote>line|maxim|motto|quotation|quote|saying)\s(?:by|from|of)\s(?P<by>{_WHO}):\s\Z"
)
"""What says in passing whose words stand behind it: 'as Rook put it, "…"', 'To quote Rook, "…"'."""
_VERDICT = re.compile(
    rf":?\s(?:(?:that|this|it)\s)?(?:is|was|came)\s(?P<who>(?:The\s)?{DESCRIBED}['’]s?|her|his|their)\s(?:\w+\s)?"
    r"(?P<noun>advice|answer|assessment|comment|conclusion|explanation|message|motto|reaction|reply|response|retort|verdict|view)\b"
)
"""What says the same behind them: '"…," was Rook's verdict'."""

_OPENING = re.compile(r"\W+[a-z]")

_ASIDE = re.compile(
    r"\s(?:[^.;:!?\n\"“”]|\b[A-Z][a-z]{0,3}\.){3,80}?,\s"
    r"(?:\w+ly\s)?(?!(?:adding|saying|telling)\b)[a-z]+ing\s(?!.*\bthat\b)[^.;:!?\n\"“”]{2,100},\s*"
)
"""What may part a quotation: its cue, and what the speaker does meanwhile."""

_OPEN_END = frozenset(",?!—–-")
"""What a quotation ends with before its cue, in the marks or behind them."""


@dataclass(frozen=True, slots=True)
class _Own:
    """The cue behind a quotation, with its source; ``known`` says that it is surely one of speech."""

    mark: Quotation
    cue: Span
    source: Span
    known: bool


def with_own_cues(
    text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, with quotations that have a cue right behind them tied to it.

    Such a quotation leaves the attribution that it was joined to by mistake, and gets the cue and source that it
    lacks. All else stays as it is.
    """
    attributions = _introduced(text, marks, attributions)
    owns = _owns(text, marks)
    if not owns:
        return attributions
    found: list[Attribution] = []
    loose: list[tuple[Span, _Own, float]] = []
    for one in attributions:
        strays = [span for span in one.content if _is_strange(text, one, span, owns)]
        loose += [(span, owns[span.start], one.confidence) for span in strays]
        content = tuple(span for span in one.content if span not in strays)
        if content:
            found.append(_completed(text, replace(one, content=content) if strays else one, owns))
    by_cue = {span.start: number for number, one in enumerate(found) for span in one.cue}
    for span, own, confidence in loose:
        number = by_cue.get(own.cue.start)
        if number is None:
            by_cue[own.cue.start] = len(found)
            found.append(Attribution((span,), (own.cue,), (own.source,), "direct", max(confidence, _CERTAIN)))
        else:
            joined = found[number]
            found[number] = replace(joined, content=tuple(sorted([*joined.content, span])))
    for own in owns.values():  # "Friday!" Rook shouted; but "Fox and Friends," Rook said
        mine = any(span.overlaps(part) for one in found for span in one.content for part in own.mark.spans)
        if own.known and own.mark.last(text) in "!?" and not mine:
            found.append(Attribution(own.mark.spans, (own.cue,), (own.source,), "direct", _CERTAIN))
    return found


def taken_up(text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, where a quotation that its cue and an aside part goes on in small letters.

    The tagger takes the aside for another cue: '"It rains," Rook said, <pointing at> {the plaster, "and we drown."}'
    """
    found = list(attributions)
    for mark, behind in pairwise(marks):
        if mark.last(text) != "," or not _OPENING.match(text, behind.start):
            continue
        if not _ASIDE.fullmatch(text, mark.end, behind.start):
            continue
        first = next((one for one in found if one.cue and _ends(one, mark) and _is_cut(one, behind)), None)
        second = next((one for one in found if mark.end < one.content[0].start and _ends(one, behind)), None)
        if first is None or second is None:
            continue
        found.remove(second)
        found[found.index(first)] = replace(first, content=(*first.content, *behind.spans))
    return found


def _ends(one: Attribution, mark: Quotation) -> bool:
    """Whether a content ends with a quotation."""
    return abs(one.content[-1].end - mark.end) <= 1


def _is_cut(one: Attribution, behind: Quotation) -> bool:
    """Whether the cue stands between a content and a quotation."""
    return one.content[-1].end <= one.cue[0].start and one.cue[-1].end <= behind.start


def told_within(
    text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The quotations with a cue right behind them that somebody else reports: '{"…," Rook said}, according to Hale'."""
    owns = {start: own for start, own in _owns(text, marks).items() if own.known}
    starts = list(owns)
    found = []
    for one in attributions:
        first, behind = (bisect_left(starts, at) for at in (one.content[0].start, one.content[-1].end))
        for own in map(owns.__getitem__, starts[first:behind]):
            parts = (Span(own.mark.start, own.mark.end), own.cue, own.source)
            held = all(any(span.contains(part) for span in one.content) for part in parts)
            if held and not any(cue.overlaps(own.cue) for cue in one.cue):
                found.append(Attribution(own.mark.spans, (own.cue,), (own.source,), "direct", _CERTAIN))
    return found


def _introduced(
    text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, with a quotation that nobody seems to say given to whom the words before it name."""
    found = list(attributions)
    for mark in marks:
        told = _told_of(text, mark)
        if told is None:
            continue
        near = [
            one for one in found if any(part.overlaps(span) for part in mark.spans for span in one.content)
        ]
        source, cue = told
        if not any(one.cue or one.source for one in near):
            found = [one for one in found if one not in near]
        elif len(near) == 1 and near[0].content[-1] in mark.spans and _is_led(near[0], source):
            rest = tuple(span for span in near[0].content if span not in mark.spans)
            found[found.index(near[0])] = replace(near[0], content=rest)
        else:
            continue
        found.append(Attribution(mark.spans, (cue,), (source,), "direct", _CERTAIN))
    return found


def _is_led(one: Attribution, source: Span) -> bool:
    """Whether an attribution has all but its last quotation before who says that one: 'a quote by Rook'."""
    return len(one.content) > 1 and all(
        span.end <= source.start for span in (*one.content[:-1], *one.cue, *one.source)
    )


def _told_of(text: str, mark: Quotation) -> tuple[Span, Span] | None:
    """Who says a quotation by the words around it, and which words tell that."""
    begin = max(mark.start - _LONGEST_LINE, 0)
    lead = text[begin : mark.start].rstrip()
    if lead.endswith(":"):
        before = _BEFORE.search(text, begin, mark.start)
        if before is not None and CUES.get(cue_lemma(before["verb"])) == "speech":
            return Span(*before.span("who")), Span(*before.span("verb"))
    leads = _LEADS.search(text, begin, mark.start)
    if leads is not None:
        who, cue = next(
            pair
            for pair in (("put", "puts"), ("quoted", "quotes"), ("of", "words"), ("by", "quote"))
            if leads[pair[0]]
        )
        return Span(*leads.span(who)), Span(*leads.span(cue))
    behind = _VERDICT.match(text, mark.end)
    if behind is not None:
        return Span(*behind.span("who")), Span(*behind.span("noun"))
    return None


def _owns(text: str, marks: Sequence[Quotation]) -> dict[int, _Own]:
    """The cues right behind quotations, by where these begin, in text order."""
    return {mark.start: own for mark in marks if mark.closed and (own := _own(text, mark))}


def _own(text: str, mark: Quotation) -> _Own | None:
    if mark.last(text) not in _OPEN_END and text[mark.end : mark.end + 1] != ",":
        return None
    behind = _BEHIND.match(text, mark.end)
    if behind is None:
        return None
    source, verb = ("before", "verb") if behind["verb"] else ("behind", "inverted")
    words = behind[verb].split()
    if source == "behind" and _OWNED.match(behind[source]) and words[-1] not in _PLAIN:
        return None  # '"so," portrayed his own party'
    known = " ".join(words[-2:]) in _RETORTS or any(CUES.get(cue_lemma(word)) == "speech" for word in words)
    return _Own(mark, Span(*behind.span(verb)), Span(*behind.span(source)), known)


def _is_strange(text: str, one: Attribution, span: Span, owns: Mapping[int, _Own]) -> bool:
    """Whether a piece of content is a whole quotation with a cue of its own, and the attribution has another."""
    own = owns.get(span.start)
    if own is None or not own.known or not one.cue or abs(own.mark.end - span.end) > 1:
        return False
    leads = one.cue[-1].end <= span.start and not text[one.cue[-1].end : span.start].strip(" ,:")
    # A cue within the content is one that somebody else reports: '"…," Rook said at noon, according to the Post'.
    near = (*one.cue, *one.source, *one.content)
    return not leads and not any(part.overlaps(own.cue) or part.overlaps(own.source) for part in near)


def _is_elsewhere(text: str, one: Attribution, source: Span) -> bool:
    """Whether an attribution's source stands before its quotation, or in a clause behind whom the cue names."""
    before = one.source[-1].end <= one.content[0].start
    return before or (one.source[0].start > source.end and _CLAUSE.match(text, source.end) is not None)


_CLAUSE = re.compile(r"[.,;]|\s(?:after|as|before|once|when|while)\s")


def _completed(text: str, one: Attribution, owns: Mapping[int, _Own]) -> Attribution:
    """With the cue and the source behind its quotation, where it lacks them or has the source of another cue."""
    own = next((owns[span.start] for span in one.content if span.start in owns), None)
    if own is None or one.kind != "direct" or any(span.overlaps(own.source) for span in one.source):
        return one
    if one.source and not (own.known and _is_elsewhere(text, one, own.source)):
        return one
    if not one.cue:
        return replace(one, cue=(own.cue,), source=(own.source,), confidence=max(one.confidence, _CERTAIN))
    if len(one.cue) == 1 and one.cue[0].overlaps(own.cue):
        return replace(one, source=(own.source,))
    return one
