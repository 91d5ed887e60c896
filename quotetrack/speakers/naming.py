"""Names the voices of every attribution: who speaks, whom they tell, who passed it on."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from quotetrack.extraction.attribution import Attribution, Entity, enclosing
from quotetrack.lexicon import CUES, cue_lemma
from quotetrack.model import Span, Speaker
from quotetrack.speakers import words
from quotetrack.speakers.cast import build
from quotetrack.speakers.discourse import Discourse, Layout
from quotetrack.speakers.member import Cast
from quotetrack.speakers.mention import NOBODY, ORPHAN, Named
from quotetrack.speakers.names import fold
from quotetrack.speakers.resolve import Resolver
from quotetrack.speakers.roles import is_role
from quotetrack.speakers.syntax import looks_finite, word_before
from quotetrack.text import paragraphs, sentences_by_paragraph

if TYPE_CHECKING:
    from quotetrack.extraction.quotation import Quotation


@dataclass(frozen=True, slots=True)
class Voices:
    """Who is behind one attribution.

    ``speakers`` is empty when the article does not say, or names two that it may be: a wrong name is worse than
    none. ``via`` is nearest first. ``certainty`` is how sure the naming is, from 0 to 1.
    """

    speakers: tuple[Speaker, ...] = ()
    addressees: tuple[Speaker, ...] = ()
    via: tuple[Speaker, ...] = ()
    certainty: float = 1.0


def name(
    text: str,
    attributions: Sequence[Attribution],
    entities: Sequence[Entity],
    quotations: Sequence[Quotation],
) -> list[Voices]:
    """The voices of each attribution, in the order given.

    Args:
        text: the article, whose offsets all the others count in.
        attributions: content, cue and source as they stand in the text.
        entities: proper names that the tagger saw; may be incomplete, wrongly typed or empty.
        quotations: the text in quotation marks.
    """
    if not attributions:
        return []
    blocks = paragraphs(text)
    layout = _layout(text, blocks, quotations)
    cast = build(text, entities, blocks)
    outer = enclosing(attributions)
    spoken = (a.source for a, around in zip(attributions, outer, strict=True) if around is None)
    sources = sorted((span for source in spoken for span in source), key=lambda s: s.start)
    contents = {a.source[0].start: a.content for a in attributions if a.source}
    discourse = Discourse(text, cast, layout, sources, contents)
    resolver = Resolver(text, cast, layout, discourse)
    discourse.read(resolver.described)
    misled = _misled(text, attributions)
    named: list[Named] = [NOBODY] * len(attributions)
    paragraph_starts = set(layout.paragraph_starts)
    latest: int | None = None
    order = sorted(range(len(attributions)), key=lambda n: _place(attributions[n]))
    # What is said in the first person is named last: its quotation's speaker may stand behind it.
    order.sort(key=lambda n: _in_first_person(text, attributions[n]))
    for number in order:
        attribution = attributions[number]
        around = named[outer[number]] if outer[number] is not None else None  # type: ignore[index]
        if attribution.source:
            if number not in misled:
                named[number] = resolver.name(attribution.stands_for or attribution.source, around)
        elif (
            latest is not None
            and not _in_first_person(text, attributions[latest])
            and _continues(text, layout, attributions[latest], attribution)
            and not _is_led_in(text, cast, layout, attributions[latest], attribution, named[latest])
        ):
            before = named[latest]
            named[number] = Named(before.members, before.certainty * ORPHAN)
        elif not attribution.cue and attribution.kind == "direct" and attribution.content:
            start = attribution.content[0].start
            if start in paragraph_starts:
                named[number] = resolver.subject_before(start)
        elif attribution.cue and outer[number] is None and _is_second_verb(text, attribution.cue[0]):
            named[number] = resolver.subject_of_sentence(attribution.cue[0].start)
        if outer[number] is not None:  # whom a quotation quotes does not speak it
            continue
        for span in attribution.content:
            quote = layout.quote(span.start)
            if quote >= 0 and named[number].members and not _in_first_person(text, attribution):
                resolver.quoted.setdefault(quote, named[number])
        latest = number
    return [
        _voices(text, layout, resolver, attributions, number, named, outer)
        for number in range(len(attributions))
    ]


_SUBORDINATORS = frozenset(
    "after although because before if once since though unless until when where while".split()
)


def _misled(text: str, attributions: Sequence[Attribution]) -> set[int]:
    """Attributions whose source is the subject of another verb: "A visit after Rook left office shows …".

    The source stands in a subordinate clause and has its verb there; the next verb, with no comma or "and" before
    it, is the main clause's, and has another subject.
    """
    by_source: dict[Span, list[tuple[int, int, int]]] = {}
    for number, attribution in enumerate(attributions):
        if len(attribution.source) == 1 and attribution.cue:
            place = attribution.cue[0].start, attribution.cue[-1].end, number
            by_source.setdefault(attribution.source[0], []).append(place)
    found = set()
    for source, cues in by_source.items():
        if len(cues) > 1 and word_before(text, source.start) in _SUBORDINATORS:
            for (_, end, _), (start, stop, number) in pairwise(sorted(cues)):
                verb = fold(text[start:stop].split(None, 1)[0])
                if source.end <= end <= start and looks_finite(verb) and not _JOINS.search(text, end, start):
                    found.add(number)
    return found


_JOINS = re.compile(r"[,;:.—–“”\"()\n]|\b(?:and|but|or|then)\b")


_AND = re.compile(r"\b(?:and|but|then)\s(?:also\s|then\s|later\s|\w+ly\s)?\Z")
_PASSIVE = frozenset("am are be been being is was were".split())


def _is_second_verb(text: str, cue: Span) -> bool:
    """Whether a cue without a source shares the subject of a verb before it: "Rook left and noted that …"."""
    tokens = list(map(fold, cue.of(text).split()))
    return (
        bool(_AND.search(text, max(0, cue.start - 30), cue.start))
        and looks_finite(next((t for t in tokens if not t.endswith("ly") and t not in ("also", "then")), ""))
        and _PASSIVE.isdisjoint(tokens)
    )


def _in_first_person(text: str, attribution: Attribution) -> bool:
    return bool(attribution.source) and attribution.source[0].of(text).lower() in words.FIRST_PRONOUNS


def _place(attribution: Attribution) -> int:
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


def _layout(text: str, blocks: Sequence[Span], quotations: Sequence[Quotation]) -> Layout:
    starts = [sentence.start for block in sentences_by_paragraph(text) for sentence in block]
    quotes: list[tuple[int, int]] = []
    for start, end in sorted((span.start, span.end) for q in quotations for span in q.spans):
        if not quotes or start >= quotes[-1][1]:
            quotes.append((start, end))
    breaks = [block.start for block in blocks if not any(map(str.isalnum, block.of(text)))]
    return Layout(starts, [b.start for b in blocks], quotes, [q[0] for q in quotes], breaks)


def _continues(text: str, layout: Layout, before: Attribution, orphan: Attribution) -> bool:
    """Whether a quotation with no source goes on from the one before it, in its paragraph or the next."""
    if orphan.kind != "direct" or not orphan.content or not before.content or orphan.cue:
        return False
    end = max(span.end for span in (*before.content, *before.source, *before.cue))
    return 0 <= layout.paragraph(orphan.content[0].start) - layout.paragraph(end - 1) <= 1


def _is_led_in(
    text: str, cast: Cast, layout: Layout, before: Attribution, orphan: Attribution, speaker: Named
) -> bool:
    """Whether words in front of a quotation, in its paragraph, may name another speaker: 'Mr. Hale insists: "…"'."""
    start = orphan.content[0].start
    begin = layout.paragraph_starts[layout.paragraph(start)]
    end = max(
        (span.end for span in (*before.content, *before.source, *before.cue) if span.end <= start), default=0
    )
    begin = max(begin, end)
    lead = text[begin:start].rstrip()
    if lead.endswith(":") and any(CUES.get(cue_lemma(word)) == "speech" for word in lead[:-1].split()):
        return True
    inside = range(bisect_left(cast.starts, begin), bisect_left(cast.starts, start))
    bearers = [cast.bearers[number] for number in inside]
    return any(m is not None and m.type == "person" and m not in speaker.members for m in bearers)


_TOLD = re.compile(
    r"\b(?:told|tells?|telling|asked|asks|asking|warn(?:ed|s|ing)|inform(?:ed|s|ing)|remind(?:ed|s|ing)|assur(?:ed|es|ing)"
    r"|urg(?:ed|es|ing)|advis(?:ed|es|ing)|notif(?:ied|ies)|persuad(?:ed|es)|convinc(?:ed|es)"
    r"|(?:said|says|wrote|speaking|spoke|complained|explained|testified)\s(?:directly\s)?(?:to|before)"
    r"|in\san?\s(?:\w+\s){0,2}?interview\swith)\s+"
)
_TOLD_END = re.compile(
    r"[,.;:()\"“”—–\n]|\s(?:that|in|on|at|to|how|why|what|when|where|whether|if|about|during|after|before|as|of|by|with"
    r"|the|an?|last|this|earlier|later|not|and|he|she|they|it|his|her|there|who|for|from|is|was|are|were|would|will|could|had"
    r"|has|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


def _told(
    text: str, resolver: Resolver, attribution: Attribution, speakers: tuple[Speaker, ...]
) -> tuple[Speaker, ...]:
    """Whom the speaker tells, by the words after the cue."""
    for cue in attribution.cue:
        told = _TOLD.search(text, cue.start, min(len(text), cue.end + 40))
        if told is None or told.start() >= cue.end:
            continue
        limit = min(len(text), told.end() + 80)
        end = _TOLD_END.search(text, told.end(), limit)
        stop = end.start() if end else limit
        if stop <= told.end():
            continue
        span = Span(told.end(), stop)
        named = resolver.name((span,))
        if named.members:
            return tuple(s for s in named.speakers() if s not in speakers)
        return _as_group(span.of(text))
    return ()


def _as_group(phrase: str) -> tuple[Speaker, ...]:
    """Listeners without a name, in their own words: "reporters", "a crowd" without the article."""
    tokens = phrase.split()
    if tokens[:1] == ["that"]:
        return ()  # what they are told
    determined = bool(tokens) and tokens[0].lower() in ("the", "a", "an", "his", "her", "their", "its")
    tokens = tokens[determined:]
    if not 1 <= len(tokens) <= 5:
        return ()
    head = fold(tokens[-1])
    several = head in words.GROUP_NOUNS or (
        head.endswith("s") and (is_role(head[:-1]) or head[:-1] in words.ORG_HEADS)
    )
    if several or (determined and (is_role(head) or head in words.ORG_HEADS or head in words.LISTENERS)):
        return (Speaker(" ".join(tokens), "group"),)
    return ()


def _is_medium(speaker: Speaker) -> bool:
    return speaker.type in ("organization", None) and speaker.name.lower().split()[-1] in words.MEDIA


_CITING = re.compile(r"[^,.;\n]{0,40},?\s+(?:citing|quoting)\s+")
_CITES_FIRST = re.compile(r"(?:^|[\n.!?”\"]\s*)(?:Citing|Quoting)\s+(?P<who>[^.;\n]{2,80}),\s\Z")
_CITED_END = re.compile(r"[,.;:\n]|\s(?:that|who)\b")


def _voices(
    text: str,
    layout: Layout,
    resolver: Resolver,
    attributions: Sequence[Attribution],
    number: int,
    named: Sequence[Named],
    outer: Sequence[int | None],
) -> Voices:
    attribution, own = attributions[number], named[number]
    speakers, certainty = own.speakers(), own.certainty
    via: list[Speaker] = list(own.via)
    cited = _cited(text, resolver, attribution, speakers)
    if cited.members:
        certainty = min(certainty, cited.certainty) if speakers else cited.certainty
        speakers, via = cited.speakers(), [*speakers, *via]
    addressees = _told(text, resolver, attribution, speakers)
    via.extend(s for s in addressees if _is_medium(s))
    around = outer[number]
    while around is not None:
        via.extend(named[around].speakers())
        around = outer[around]
    if outer[number] is None and attribution.source:
        via.extend(_reporter(text, layout, resolver, attribution))
    via = [s for s in dict.fromkeys(via) if s not in speakers]
    return Voices(speakers, addressees, tuple(via), round(certainty, 3) if speakers else 1.0)


def _cited(text: str, resolver: Resolver, attribution: Attribution, speakers: tuple[Speaker, ...]) -> Named:
    """Who is behind "the Journal reported, citing Rook", "the Journal, citing Rook, reported", "Citing Rook, …"."""
    source, cue, content = attribution.source, attribution.cue, attribution.content
    if not source or not cue or not _is_report(text, attribution, speakers):
        return NOBODY
    start = source[0].start
    if first := _CITES_FIRST.search(text, max(0, start - 100), start):
        return resolver.name((Span(*first.span("who")),))
    for place in (source[0].start, cue[-1].end, content[-1].end if content else cue[-1].end):
        citing = _CITING.match(text, place)
        if citing is not None and not any(span.start < citing.end() < span.end for span in content):
            limit = min(len(text), citing.end() + 100)
            for end in islice(
                _CITED_END.finditer(text, citing.end(), limit), 2
            ):  # "the mayor", "the mayor, Ada Rook"
                named = resolver.name((Span(citing.end(), end.start()),))
                if named.members:
                    return named
    return NOBODY


def _is_report(text: str, attribution: Attribution, speakers: tuple[Speaker, ...]) -> bool:
    """Whether a medium passes on what it has from others; who else cites somebody speaks for himself."""
    tokens = {fold(word) for span in attribution.source for word in span.of(text).split()}
    reports = any("report" in span.of(text).lower() for span in attribution.cue)
    return not any(s.type == "person" for s in speakers) and (
        reports or not tokens.isdisjoint(words.MEDIA) or any(map(_is_medium, speakers))
    )


_PASSED_ON = re.compile(
    r"[”\"]?,?[”\"]?\s(?:(?P<medium>[^,.;\n]{2,60}?)\s(?:reported|reports)\b"
    r"|(?:[^,.;:\n“”\"]{1,40},\s)?according\sto\s(?P<teller>[^,.;:\n“”\"]{2,60}))"
)


def _reporter(text: str, layout: Layout, resolver: Resolver, attribution: Attribution) -> tuple[Speaker, ...]:
    """Who passes on what ends "…, officials said, NHK reported." or "…," Rook said on Monday, according to Hale."."""
    end = max(span.end for span in (*attribution.content, *attribution.source, *attribution.cue))
    match = _PASSED_ON.match(text, end)
    if match is None or layout.sentence(match.end() - 1) != layout.sentence(end - 1):
        return ()
    who = Span(*match.span("medium" if match["medium"] else "teller"))
    return resolver.name((who,)).speakers()
