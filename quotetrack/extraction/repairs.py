"""Where the tagger's spans are known to go wrong, and the words themselves say what is right.

Each step concerns one form of words that news has often and annotated news too seldom: "was quoted as saying that",
"the Journal reported, citing Rook, that", '"…?" one might ask'. All other attributions pass through unchanged.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from quotetrack.extraction.attribution import Attribution, rest_from
from quotetrack.extraction.bounds import before_main_verb, bounded
from quotetrack.extraction.citing import with_medium, without_cited
from quotetrack.extraction.forms import MARKS, NAME, TOKEN, UPPER
from quotetrack.extraction.kinds import kind_of
from quotetrack.extraction.quotation import Quotation
from quotetrack.extraction.sources import with_right_source
from quotetrack.lexicon import CUES, cue_lemma
from quotetrack.model import Span

_QUOTED_AS = re.compile(
    r"(?:is|are|was|were|has been|have been|had been|being)\s(?:\w+\s)?(?:quoted|cited)\b[^.;:!?\n\"“”]{0,80}?"
    r"\sas\s(?:having\s)?(?:saying|said|telling(?:\s(?:\w+\s){0,3}?\w+(?=\sthat\b))?|stating|claiming|insisting"
    r"|warning|arguing|predicting|suggesting)\b[\s,:]*"
)
_NICKNAME = re.compile(rf"(?:[Tt]he\s)?{NAME}")
_LONGEST_NICKNAME = 30
_FIRST_NAME = re.compile(rf"{TOKEN}(?:\s{TOKEN})?(?<!['’]s)\s\Z")
_SURNAME = re.compile(rf"\s{TOKEN}(?:\s{TOKEN})?(?![\w'’-]|\s{UPPER})")
"""No more capitals behind it: in a headline, all words have them."""
_SETTLED = 0.85
"""How sure an attribution is whose form alone settles what is what, by hand."""


def repaired(text: str, marks: Sequence[Quotation], attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, with the forms above put right."""
    quoted = [span for mark in marks for span in mark.spans]
    nicknames = [names for mark in marks if mark.closed and (names := _nickname(text, mark))]
    ends = [name.end for _, name in nicknames]
    with_end = {mark.end for mark in marks if mark.closed}
    with_comma = {mark.start: mark.end for mark in marks if mark.closed and mark.last(text) == ","}
    with_stop = {mark.start: mark.end for mark in marks if mark.closed and mark.last(text) in ".?!"}
    found = []
    for one in attributions:
        better = bounded(text, one, with_comma, with_stop)
        better = (
            _quoted(text, better)
            or with_medium(text, better)
            or with_right_source(text, better)
            or before_main_verb(text, better)
            or better
        )
        spans = (*better.content, *better.source, *better.cue)
        first = bisect_left(ends, min(span.start for span in spans) - 1)
        last = max(span.end for span in spans)
        while first < len(ends) and nicknames[first][1].start < last:
            better = _with_nickname(text, better, *nicknames[first])
            first += 1
        if better.content:
            found.append(
                one if better == one else replace(better, kind=kind_of(text, better.content, quoted))
            )
    found = [part for one in found for part in _by_paragraph(text, one, with_end)]
    found = [part for one in found for part in _by_actor(text, one)]
    return without_cited(text, [part for one in found for part in _by_verb(text, one, with_comma, quoted)])


def _by_paragraph(text: str, one: Attribution, ends: Container[int]) -> Iterator[Attribution]:
    """The attribution without a quotation that ends a paragraph before that of its cue, which stands by itself.

    '"It failed."' and then, in a paragraph of its own, '"Nonsense," Rook said.': two people, as a rule. Who goes on
    speaking in another paragraph has no closing mark before it.
    """
    if not one.cue:
        yield one
        return
    first = 0
    for number, (span, following) in enumerate(pairwise(one.content), 1):
        gap = text[span.end : following.start]
        if span.end in ends and "\n" in gap and not gap.strip() and one.cue[0].start >= following.start:
            yield replace(one, content=one.content[first:number], cue=(), source=(), kind="direct")
            first = number
    yield replace(one, content=one.content[first:]) if first else one


_ACTOR = re.compile(
    rf"[^\n\"“”]{{0,120}}[.!?]\s+(?P<who>(?:His|Her|Their)\s[a-z]+|{NAME})\s(?P<verb>[a-z]+(?:ed|s|ook|ew|hrew|tood|at))\b"
    r"[^\n\"“”.:]{0,60}\.\s+"
)


def _by_actor(text: str, one: Attribution) -> Iterator[Attribution]:
    """The attribution without a quotation behind what another does: '"A dock," Rook said. {Hale} <shrugged>. {"Ours."}'

    No annotated article has it so, but there, too, such a quotation is the actor's.
    """
    if not one.cue or not one.source:
        yield one
        return
    known = " ".join(span.of(text) for span in one.source)
    for number, (span, following) in enumerate(pairwise(one.content), 1):
        actor = _ACTOR.fullmatch(text, span.end, following.start) if text[following.start] in MARKS else None
        if (
            actor is not None
            and not {*actor["who"].split()} <= {*known.split()}
            and one.cue[-1].end <= actor.start("who")
        ):
            yield replace(one, content=one.content[:number])
            who, cue = Span(*actor.span("who")), Span(*actor.span("verb"))
            yield replace(one, content=one.content[number:], source=(who,), cue=(cue,), kind="direct")
            return
    yield one


_SECOND_VERB = re.compile(r"\s(?P<cue>[a-z]+ing)\s\Z")


def _by_verb(
    text: str, one: Attribution, ends: Mapping[int, int], quoted: Sequence[Span]
) -> Iterator[Attribution]:
    """The attribution without what another verb has: '{"We got there,"} she <said>, announcing {that it closed}'.

    What goes on in the reporter's words behind '"…," she said' has a comma or a colon before it.
    """
    if len(one.content) < 2 or not one.cue:
        yield one
        return
    first, second = one.content[:2]
    between = text[one.cue[0].start : second.start].rstrip() if first.end <= one.cue[0].start else ""
    if (
        ends.get(first.start) != first.end
        or not between[-1:].isalpha()
        or between.endswith((" about", " of"))
        or "\n" in between
        or text[second.start] in MARKS
    ):
        yield one
        return
    rest = (first, *one.content[2:])
    yield replace(one, content=rest, kind=kind_of(text, rest, quoted))
    verb = _SECOND_VERB.search(text, one.cue[0].start, second.start)
    if verb is not None and CUES.get(cue_lemma(verb["cue"])) == "speech":
        cue = Span(*verb.span("cue"))
        yield replace(one, content=(second,), cue=(cue,), kind=kind_of(text, (second,), quoted))


def _nickname(text: str, mark: Quotation) -> tuple[Span, Span] | None:
    """The marks around a nickname, and the whole name that they stand in: Jo "Shorty" Rook."""
    if mark.end - mark.start > _LONGEST_NICKNAME or not _NICKNAME.fullmatch(
        text, mark.start + 1, mark.end - 1
    ):
        return None
    behind = _SURNAME.match(text, mark.end)
    if behind is None:
        return None
    begin = max(mark.start - _LONGEST_NICKNAME, 0)
    before = _FIRST_NAME.search(text, begin, mark.start)
    if before is None and text[begin : mark.start].rstrip(" ")[-1:] not in ("", "\n", "."):
        return None
    return Span(mark.start, mark.end), Span(before.start() if before else mark.start, behind.end())


def _with_nickname(text: str, one: Attribution, nickname: Span, name: Span) -> Attribution:
    """With the nickname in the source and not in the content."""
    if any(span.overlaps(name) for span in one.cue):
        return one
    content = tuple(span for span in one.content if not nickname.contains(span))
    if one.source:
        source = tuple(
            Span(min(span.start, name.start), max(span.end, name.end)) if span.overlaps(name) else span
            for span in one.source[:1]
        )
        source = source if source != one.source[:1] else one.source
    else:
        leads = bool(one.cue) and text[name.end : one.cue[0].start].isspace()
        source = (name,) if leads and name.end < one.cue[0].start else ()
    return replace(one, content=content, source=source)


def _quoted(text: str, one: Attribution) -> Attribution | None:
    """ "Ada Rook <was quoted as saying> {that it failed}": the tagger has her in the content."""
    saying = _QUOTED_AS.match(text, one.cue[0].start) if one.cue else None
    if saying is None or any(not saying.start() < span.start < saying.end() for span in one.source):
        return None
    before = [span for span in one.content if span.end <= saying.start()]
    content = rest_from(one.content, saying.end())
    if len(before) != 1 or not content or text[before[0].end : saying.start()].strip(" ,"):
        return None
    cue = Span(saying.start(), saying.start() + len(saying.group().rstrip(" ,:\n")))
    return replace(
        one, source=tuple(before), cue=(cue,), content=content, confidence=max(one.confidence, _SETTLED)
    )
