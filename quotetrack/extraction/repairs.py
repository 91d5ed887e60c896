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

from quotetrack.extraction.attribution import Attribution
from quotetrack.extraction.forms import DESCRIBED, NAME, TOKEN, UPPER
from quotetrack.extraction.kinds import kind_of
from quotetrack.extraction.quotation import Quotation
from quotetrack.lexicon import CUES, cue_lemma
from quotetrack.model import Span, Spans

_QUOTED_AS = re.compile(
    r"(?:is|are|was|were|has been|have been|had been|being)\s(?:\w+\s)?(?:quoted|cited)\b[^.;:!?\n\"“”]{0,80}?"
    r"\sas\s(?:having\s)?(?:saying|said|telling(?:\s(?:\w+\s){0,3}?\w+(?=\sthat\b))?|stating|claiming|insisting"
    r"|warning|arguing|predicting|suggesting)\b[\s,:]*"
)
_CITING = re.compile(
    r"(?:\s(?:on|in|at)\s[^,.;\n]{2,30})?,?\s+(?:citing|quoting)\s[^.;:!?\n\"“”]{2,140}?,?\s+(?=that\s)"
)
_SUPPOSED = re.compile(
    r"[\s,]*"
    r"(?P<who>one|you|we|some(?:body|one)?|any(?:body|one)|a\s(?:reader|critic|cynic|visitor|stranger|s[ck]eptic)"
    r"|readers|critics|cynics)\s(?P<cue>(?:might|may|could|would|can)\s(?:well\s|also\s|then\s|now\s)?"
    r"(?:ask|say|wonder|think|object|reply|answer|add|argue|conclude|protest|respond))\b"
)

_POSSESSIVE = re.compile(r"(?:['’]s?|\b(?:his|her|its|their))\Z", re.IGNORECASE)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|did|does|do)\b"
)
_MAIN_VERB = re.compile(r"\s(?:is|was|were|are|had|drew|came|met|proved|went|caused|prompted)\s")
_JOINS = re.compile(
    r"[,;:—–\"“”]|\b(?:and|or|but|which|who|whom|whose|what|if|because|when|where|how|than|as|while|so|not|since|after|before"
    r"|said|says|thought|believed|knew|meant|told|hoped|feared|showed|wanted)\b|\bthat\b.*\bthat\b"
)

_GOES_ON = re.compile(r"\W*(?:(?:and|or|but|nor|to|of|as|then)\b|[“\"'‘(\[]|\Z)")
"""What may follow a quotation with a comma in the same content: the next one of a list."""

_THEN = re.compile(r"\s(?:after|although|before|though|until|when)\b")
"""What goes on behind a quotation with a comma in the reporter's words, whatever they tell."""

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
    found = []
    for one in attributions:
        better = _without_gaps(text, _without_dateline(text, _without_conjunction(text, one)))
        better = _to_the_comma(text, _behind_colon(text, better), with_comma)
        better = (
            _quoted(text, better)
            or _behind_citing(text, better)
            or _before_citing(text, better)
            or _not_i(text, better)
            or _to_the_cue(text, better)
            or _is_asked(text, better)
            or _acted_upon(text, better)
            or _with_one(text, better)
            or _beside_cue(text, better)
            or _behind_opening(text, better)
            or _supposed(text, better)
            or _before_main_verb(text, better)
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
    return _without_cited(text, [part for one in found for part in _by_verb(text, one, with_comma, quoted)])


_LABEL = re.compile(rf"\s+(?P<who>(?:[A-Z]?[\w’'-]+\s){{0,3}}?{NAME})(?P<cue>:)\s*")


def parted_by_labels(
    text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution]
) -> list[Attribution]:
    """The attributions, where a name and a colon begin what another says: '"I lose." Commuter Ivo Rook: "No."'."""
    found = list(attributions)
    for before, behind in pairwise(mark for mark in marks if mark.closed):
        ended = before.last(text) in ".!?"
        label = _LABEL.fullmatch(text, before.end, behind.start) if ended else None
        if label is not None:
            found = [part for one in found for part in _parted(one, before, behind, label)]
    return found


_LINE_LABEL = re.compile(rf"(?P<who>(?:[A-Z][\w’'-]*\.?\s){{0,3}}?{NAME})(?P<cue>:)\s*")


def labelled(text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, where a line is a name, a colon and a quotation: it is that one's, and of nobody before.

    The name has to stand elsewhere too, unlike "Quote of the Day".
    """
    found = list(attributions)
    for mark in marks:
        line = text.rfind("\n", 0, mark.start) + 1
        label = _LINE_LABEL.fullmatch(text, line, mark.start) if mark.closed else None
        if label is None or text.count(label["who"].split()[-1]) < 2:
            continue
        who, cue = Span(*label.span("who")), Span(*label.span("cue"))
        for number, one in enumerate(found):
            strange = one.source and all(span.end <= line for span in one.source)
            if strange and one.content == mark.spans:
                found[number] = replace(one, source=(who,), cue=(cue,))
    return found


def _parted(
    one: Attribution, before: Quotation, behind: Quotation, label: re.Match[str]
) -> Iterator[Attribution]:
    """The attribution up to the end of a quotation, and what stands behind the label; all where it has not both."""
    if not any(span.start <= before.start and behind.end <= span.end for span in one.content):
        yield one
        return
    kept = [span for span in one.content if span.start < before.end]
    kept[-1] = Span(kept[-1].start, min(kept[-1].end, before.end))
    yield replace(one, content=tuple(kept), kind="direct")
    who, cue = Span(*label.span("who")), Span(*label.span("cue"))
    yield Attribution(_from(one.content, behind.start), (cue,), (who,), "direct", one.confidence)


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
        or text[second.start] in _MARKS
    ):
        yield one
        return
    rest = (first, *one.content[2:])
    yield replace(one, content=rest, kind=kind_of(text, rest, quoted))
    verb = _SECOND_VERB.search(text, one.cue[0].start, second.start)
    if verb is not None and CUES.get(cue_lemma(verb["cue"])) == "speech":
        cue = Span(*verb.span("cue"))
        yield replace(one, content=(second,), cue=(cue,), kind=kind_of(text, (second,), quoted))


def _without_cited(text: str, attributions: list[Attribution]) -> list[Attribution]:
    """Without those that say no more than whom a report cites: "The Ledger <reported>, <citing> {Ada Rook}, that …"."""
    citing = [one for one in attributions if one.cue and one.cue[0].of(text).lower() in ("citing", "quoting")]
    reporting = {one.source for one in attributions if one.source and one not in citing}
    cited = [
        one
        for one in citing
        if one.source in reporting and _WHO.fullmatch(text, one.content[0].start, one.content[-1].end)
    ]
    return [one for one in attributions if one not in cited]


_WHO = re.compile(
    rf"(?:(?:[\w’'-]+,?\s){{0,4}}{TOKEN}\s{NAME}|{TOKEN}"
    r"|(?:[\w’'-]+\s){0,3}(?:advis[eo]rs?|aides?|diplomats?|executives?|lawyers?|officials?|people|persons?|sources?"
    r"|spokes(?:man|woman|people|person)|witness(?:es)?)(?:\s(?:briefed|close|familiar|from|in|of|who|with)\b[^.;:\"“”]*)?)[,.]?"
)
"""A name, or those who are not named: "two people familiar with the talks"."""


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


_CONJUNCTION = re.compile(
    r"(?:(?:,?\s(?:an?|just|only|\w+))?,?\s(?:moments|(?:minute|hour|day|week|month|year)s?))?,?\s"
    r"(?:after|although|and|as|because|before|but|or|though|unless|until|when|where|while|even)\Z"
)
_BEHIND_EVEN = re.compile(r"\s(?:as|if|though|when)\b")
_LONGEST_CONJUNCTION = 40


def _without_conjunction(text: str, one: Attribution) -> Attribution:
    """ "{that it was safe, hours after} Hale called it …": a content does not end with what begins another clause."""
    if not one.content or text[one.content[-1].end : one.content[-1].end + 1] != " ":
        return one
    last = one.content[-1]
    begin = max(last.start + 1, last.end - _LONGEST_CONJUNCTION)
    joins = _CONJUNCTION.search(text, begin, last.end)
    if joins is None or not text[last.end + 1].isalnum():
        return one
    if joins.group().endswith("even") and not _BEHIND_EVEN.match(text, last.end):
        return one
    return replace(one, content=(*one.content[:-1], Span(last.start, joins.start())))


_DATELINE = re.compile(
    r"\s*(?:[A-Z][A-Z.'’-]+,?\s){1,4}(?:[A-Z][^\n—–]{2,30}?)?\s*(?:\([^)\n]{2,40}\)\s*)?(?:—|–|--?)\s+"
)


def _without_dateline(text: str, one: Attribution) -> Attribution:
    """ "HARBOUR CITY, March 3 (Agency) — {The port will close}": where it was written is no part of a content."""
    if not one.content or not text[one.content[0].start : one.content[0].start + 2].isupper():
        return one
    first = one.content[0]
    line = _DATELINE.match(text, text.rfind("\n", 0, first.start) + 1)
    content = _from(one.content, line.end()) if line and first.start < line.end() else ()
    return replace(one, content=content) if content else one


def _without_gaps(text: str, one: Attribution) -> Attribution:
    """With neighbouring pieces of content that only a space parts made one, but for those in quotation marks."""
    content = [one.content[0]] if one.content else []
    for span in one.content[1:]:
        between = text[content[-1].end : span.start]
        marked = text[content[-1].end - 1] in _MARKS or text[span.start] in _MARKS
        if between.isspace() and "\n" not in between and not marked:
            content[-1] = Span(content[-1].start, span.end)
        else:
            content.append(span)
    return one if len(content) == len(one.content) else replace(one, content=tuple(content))


_MARKS = frozenset("\"'“”‘’„«»")


_COLON = re.compile(r":\s(?=[\"“])")


def _behind_colon(text: str, one: Attribution) -> Attribution:
    """'It praised {her drive: "Go on,"} she <said>': what leads to a quotation with its cue behind it is not said."""
    first = one.content[0] if one.content else None
    if (
        first is None
        or not one.cue
        or one.cue[0].start < first.end
        or text[first.end - 2 : first.end - 1] != ","
    ):
        return one
    colon = _COLON.search(text, first.start, first.end)
    if colon is None or _MARKED.search(text, first.start, colon.start()):
        return one
    if any(CUES.get(cue_lemma(word)) == "speech" for word in text[first.start : colon.start()].split()[-3:]):
        return one
    return replace(one, content=(Span(colon.end(), first.end), *one.content[1:]))


_MARKED = re.compile(r"[\"“”]")


def _to_the_comma(text: str, one: Attribution, ends: Mapping[int, int]) -> Attribution:
    """'{"We tried,"} until it rained': a comma in front of the closing mark leads back to the reporter's words.

    Of 2,895 contents in train articles that begin with such a quotation, 2,837 end with it; most others hold a cue
    that somebody else reports: '{"We tried," Rook said}, according to the Ledger'.
    """
    content = []
    for span in one.content:
        end = ends.get(span.start, span.end)
        cut = (
            end < span.end
            and not _GOES_ON.match(text, end)
            and (
                _THEN.match(text, end)
                or not any(CUES.get(cue_lemma(word)) == "speech" for word in text[end : span.end].split())
            )
        )
        content.append(Span(span.start, end) if cut else span)
    return one if content == list(one.content) else replace(one, content=tuple(content))


def _quoted(text: str, one: Attribution) -> Attribution | None:
    """ "Ada Rook <was quoted as saying> {that it failed}": the tagger has her in the content."""
    saying = _QUOTED_AS.match(text, one.cue[0].start) if one.cue else None
    if saying is None or any(not saying.start() < span.start < saying.end() for span in one.source):
        return None
    before = [span for span in one.content if span.end <= saying.start()]
    content = _from(one.content, saying.end())
    if len(before) != 1 or not content or text[before[0].end : saying.start()].strip(" ,"):
        return None
    cue = Span(saying.start(), saying.start() + len(saying.group().rstrip(" ,:\n")))
    return replace(
        one, source=tuple(before), cue=(cue,), content=content, confidence=max(one.confidence, _SETTLED)
    )


def _behind_citing(text: str, one: Attribution) -> Attribution | None:
    """ "reported, citing Ada Rook, {that it failed}": whom a medium cites is no part of the content."""
    if not one.cue or not one.content:
        return None
    citing = _CITING.match(text, one.cue[-1].end)
    if citing is None or not one.content[0].start < citing.end() <= one.content[-1].end:
        return None
    rest = _from(one.content, citing.end())
    return replace(one, content=rest) if rest else None


_REPORTED = re.compile(r"\s(?:(?:has|had|also|later|first)\s)*(?:reported|reports|said|says|wrote|writes)\b")
_CITES = re.compile(r",?\s(?:citing|quoting)\Z")
_CITES_ON = re.compile(r",?\s(?:citing|quoting)\s\Z")


def _before_citing(text: str, one: Attribution) -> Attribution | None:
    """ "The Ledger reported, <citing> {Ada Rook, that it failed}": the medium's verb is the cue, not "citing".

    Nor is the "citing" a part of the medium in "The Ledger, citing Ada Rook, reported", or whom it cites a part of the
    content where it ends the sentence.
    """
    if not one.source or not one.cue or not one.content:
        return None
    (*first, source), cue = one.source, one.cue[0]
    cut = _CITES.search(text, source.start, source.end) if source.end <= cue.start else None
    if cut is not None:
        return replace(one, source=(*first, Span(source.start, cut.start())))
    kept = one.content[:1] + tuple(
        s for s in one.content[1:] if not _CITES_ON.search(text, s.start - 10, s.start)
    )
    if len(kept) < len(one.content):
        return replace(one, content=kept)
    reported = _REPORTED.match(text, source.end)
    citing = _CITING.match(text, reported.end()) if reported else None
    if reported is None or citing is None or not reported.end() < cue.start < citing.end():
        return None
    content = _from(one.content, citing.end())
    return replace(one, cue=(Span(source.end + 1, reported.end()),), content=content) if content else None


_I_THINK = re.compile(r"I (?:believe|guess|hope|suppose|think),\s")
_NAME_BEFORE = re.compile(rf"(?:\b[Aa]s\s)?(?P<name>{TOKEN}(?:\s{TOKEN})*),\s\Z")


def _not_i(text: str, one: Attribution) -> Attribution | None:
    """ "as Judge Rook, <I> think, <said>": the speaker's own aside is no source, the name before it is."""
    if len(one.source) != 1 or not one.cue:
        return None
    (source,) = one.source
    aside = _I_THINK.match(text, source.start)
    if aside is None or aside.end() != one.cue[0].start:
        return None
    named = _NAME_BEFORE.search(text, max(0, source.start - 60), source.start)
    return replace(one, source=(Span(*named.span("name")),)) if named else None


_CUT = re.compile(r"\s(?:at|for|from|in|of|with)\Z")
_REST = re.compile(r"\s[^.;:!?\n\"“”]{2,80}\s")


def _to_the_cue(text: str, one: Attribution) -> Attribution | None:
    """ "{The board's chairman at} the time, Lord Rook, <said>": a source does not end in a preposition."""
    if len(one.source) != 1 or not one.cue or one.source[0].end >= one.cue[0].start:
        return None
    (source,), cue = one.source, one.cue[0]
    if not _CUT.search(text, source.start, source.end):
        return None
    rest = _REST.fullmatch(text, source.end, cue.start)
    whole = Span(source.start, source.end + len(rest.group().rstrip())) if rest else None
    if whole is None or any(span.overlaps(whole) for span in one.content):
        return None
    return replace(one, source=(whole,))


_ASKED = re.compile(
    r"asked(?:\s(?:about|at|by|for|how|if|on|what|when|where|whether|which|who|why)\b|,)", re.IGNORECASE
)


def _is_asked(text: str, one: Attribution) -> Attribution | None:
    """ "{Rook}, <asked> {whether it failed}, laughed": Rook is asked, and who asks is not named."""
    if len(one.source) != 1 or not one.cue or not _ASKED.match(text, one.cue[0].start):
        return None
    (source,) = one.source
    name = source.of(text).removesuffix(",")
    begins = source.start + len(name)
    if "," in name or not name or text[begins : one.cue[0].start] != ", ":
        return None
    return replace(one, source=())


_SAYING_THEN = re.compile(r"\s(?:after|for|over)\s(?:publicly\s)?\Z")
_PASSIVE = re.compile(
    rf"(?P<who>He|She|They|{DESCRIBED}),?\s(?:was|were|is|are|got|ha(?:s|ve|d)\sbeen)\s(?:\w+ly\s)?"
    r"\w+(?:ed|en|ld|nt|ght|ung)\s(?:[\w-]+\s){0,3}?by\s\Z"
)


def _acted_upon(text: str, one: Attribution) -> Attribution | None:
    """ "Ada Rook was fined by {Judge Hale} after <saying> {that it failed}": who is fined has said it."""
    if len(one.source) != 1 or not one.cue or not one.cue[0].of(text).split()[0].endswith("ing"):
        return None
    (source,), cue = one.source, one.cue[0]
    if source.end > cue.start or not _SAYING_THEN.fullmatch(text, source.end, cue.start):
        return None
    passive = _PASSIVE.search(text, max(0, source.start - 120), source.start)
    return replace(one, source=(Span(*passive.span("who")),)) if passive else None


_WITH_ONE = re.compile(rf",\swith\s(?P<who>(?:[^.;:!?()\n\"“”]{{2,60}}\s)?{NAME}),?\s\Z")


def _with_one(text: str, one: Attribution) -> Attribution | None:
    """ "{The board} met, with its chair, Ada Rook, <calling> {it a farce}": who is named last is who says it."""
    if len(one.source) != 1 or not one.cue or not one.cue[0].of(text).split()[0].endswith("ing"):
        return None
    cue = one.cue[0]
    named = _WITH_ONE.search(text, max(0, cue.start - 100), cue.start)
    if named is None or named.start() < one.source[0].end:
        return None
    return replace(one, source=(Span(*named.span("who")),))


_SUBJECT = re.compile(
    r"(?:\A|\n|[.!?][\"”’)]?\s)(?!(?:After|As|Asked|Before|By|For|From|How|Not|Now|Since|Then|To|While|Why|With|Yet)\b)"
    rf"(?P<who>He|She|They|{DESCRIBED})\s(?:\w+ly\s)?\Z"
)
_FINITE_CUE = re.compile(r"(?:said|told|wrote|spoke|swore|put|\w+(?:ed|s))\b")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]?\s+(?=[\"“A-Z])|\n")


def _beside_cue(text: str, one: Attribution) -> Attribution | None:
    """ "{Rook} left. Hale <called> that a lie": the cue's subject is the source, and nobody of the sentence before."""
    if len(one.source) != 1 or not one.cue or one.source[0].end > one.cue[0].start:
        return None
    (source,), cue = one.source, one.cue[0]
    before = _SUBJECT.search(text, max(0, cue.start - 60), cue.start)
    if before is None or not _FINITE_CUE.match(text, cue.start):
        return None
    if not _SENTENCE_END.search(text, source.end, before.end("who")):
        return None
    who = before["who"]
    if who.isalpha() and who not in ("He", "She", "They") and text.count(who) < 2:
        return None  # a word with a capital because it begins the sentence: "Talk"
    return replace(one, source=(Span(*before.span("who")),))


_OPENING = re.compile(
    r"(?:\A|\n|[.!?][\"”’)]?\s)(?:After|Against|Alongside|As|At|Before|Behind|Beside|By|For|From|In|On|To|Under|With)\s"
    r"[^.;:!?\n\"“”]{0,80}\Z"
)
_NAMED_BEHIND = re.compile(rf"(?!.*\bof\b){NAME},\s(?P<who>{NAME})")


def _behind_opening(text: str, one: Attribution) -> Attribution | None:
    """ "Under questions by {Judge Hale, Ada Rook} <said>": the name before the comma belongs to the opening phrase."""
    if len(one.source) != 1 or not one.cue or one.source[0].end + 1 != one.cue[0].start:
        return None
    (source,) = one.source
    behind = _NAMED_BEHIND.fullmatch(text, source.start, source.end)
    if behind is None or not _OPENING.search(text, max(0, source.start - 120), source.start):
        return None
    return replace(one, source=(Span(*behind.span("who")),))


def _supposed(text: str, one: Attribution) -> Attribution | None:
    """'"…?" one might ask': a quotation that nobody has said has a cue that says so."""
    if one.cue or one.source or not one.content:
        return None
    behind = _SUPPOSED.match(text, one.content[-1].end)
    if behind is None:
        return None
    return replace(one, source=(Span(*behind.span("who")),), cue=(Span(*behind.span("cue")),))


def _before_main_verb(text: str, one: Attribution) -> Attribution | None:
    """ "Her <warning> {that the dam would fail} was ignored": the clause ends before the second finite verb.

    Only where the noun begins its sentence, and nothing joins another clause to the first one: in train articles this
    would cut none of 19,822 contents that annotators marked.
    """
    if len(one.content) != 1 or len(one.cue) != 1 or len(one.source) != 1:
        return None
    (content,), (cue,), (source,) = one.content, one.cue, one.source
    if (
        not source.end <= cue.start < cue.end <= content.start
        or not _POSSESSIVE.search(text, source.start, source.end)
        or text[cue.end : content.start].strip()
        or not text.startswith("that ", content.start)
        or not _opens_sentence(text, source.start)
    ):
        return None
    for verb in _MAIN_VERB.finditer(text, content.start, content.end):
        clause = text[content.start : verb.start()]
        if _JOINS.search(clause):
            return None
        if _FINITE.search(clause):
            return replace(one, content=(Span(content.start, verb.start()),))
    return None


def _opens_sentence(text: str, start: int) -> bool:
    return text[max(start - 2, 0) : start].strip() in ("", ".", "?", "!", "”", '"')


def _from(spans: Sequence[Span], start: int) -> Spans:
    """What of the spans stands at or behind ``start``."""
    return tuple(Span(max(span.start, start), span.end) for span in spans if span.end > start)
