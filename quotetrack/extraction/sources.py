"""Sources that the tagger takes wrongly: a name beside the cue that is not who says it."""

from __future__ import annotations

import re
from dataclasses import replace

from quotetrack.extraction.attribution import Attribution
from quotetrack.extraction.forms import DESCRIBED, NAME, TOKEN
from quotetrack.model import Span


def with_right_source(text: str, one: Attribution) -> Attribution | None:
    """The attribution with the source that its form tells; None where it tells of no other."""
    return (
        _not_i(text, one)
        or _to_the_cue(text, one)
        or _is_asked(text, one)
        or _acted_upon(text, one)
        or _with_one(text, one)
        or _beside_cue(text, one)
        or _behind_opening(text, one)
        or _behind_cue(text, one)
        or _supposed(text, one)
    )


_SUPPOSED = re.compile(
    r"[\s,]*"
    r"(?P<who>one|you|we|some(?:body|one)?|any(?:body|one)|a\s(?:reader|critic|cynic|visitor|stranger|s[ck]eptic)"
    r"|readers|critics|cynics)\s(?P<cue>(?:might|may|could|would|can)\s(?:well\s|also\s|then\s|now\s)?"
    r"(?:ask|say|wonder|think|object|reply|answer|add|argue|conclude|protest|respond))\b"
)
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
    (source,), cue = one.source, one.cue[0]
    if (
        text[cue.start].isupper()
        and source.start > one.content[-1].end
        and not text.startswith(" by", cue.start + 5)
    ):
        return replace(one, source=())  # "<Asked> {whether it failed}, {Rook} laughed"
    name = source.of(text).removesuffix(",")
    begins = source.start + len(name)
    if "," in name or not name or text[begins : cue.start] != ", ":
        return None
    return replace(one, source=())


_PARTICIPLE = re.compile(r"\w+ing\b")
_SAYING_THEN = re.compile(r"\s(?:after|for|over)\s(?:publicly\s)?\Z")
_PASSIVE = re.compile(
    rf"(?P<who>He|She|They|{DESCRIBED}),?\s(?:was|were|is|are|got|ha(?:s|ve|d)\sbeen)\s(?:\w+ly\s)?"
    r"\w+(?:ed|en|ld|nt|ght|ung)\s(?:[\w-]+\s){0,3}?by\s\Z"
)


def _acted_upon(text: str, one: Attribution) -> Attribution | None:
    """ "Ada Rook was fined by {Judge Hale} after <saying> {that it failed}": who is fined has said it."""
    if len(one.source) != 1 or not one.cue or not _PARTICIPLE.match(text, one.cue[0].start, one.cue[0].end):
        return None
    (source,), cue = one.source, one.cue[0]
    if source.end > cue.start or not _SAYING_THEN.fullmatch(text, source.end, cue.start):
        return None
    passive = _PASSIVE.search(text, max(0, source.start - 120), source.start)
    return replace(one, source=(Span(*passive.span("who")),)) if passive else None


_WITH_ONE = re.compile(rf",\swith\s(?P<who>(?:[^.;:!?()\n\"“”]{{2,60}}\s)?{NAME}),?\s\Z")


def _with_one(text: str, one: Attribution) -> Attribution | None:
    """ "{The board} met, with its chair, Ada Rook, <calling> {it a farce}": who is named last is who says it."""
    if len(one.source) != 1 or not one.cue or not _PARTICIPLE.match(text, one.cue[0].start, one.cue[0].end):
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


_REPORTS = re.compile(r",\s(?:argues|claims|finds|insists|predicts|reports|said|says|warned|warns)(?=\s)")
_NAMED_THERE = re.compile(rf"\s(?![A-Z][a-z]{{1,3}}\.)(?P<who>(?:the\s)?{NAME})(?=[,.;:])")


def _behind_cue(text: str, one: Attribution) -> Attribution | None:
    """ "Since {records} began, <says> {the Met Office, and …": who is behind the verb has said what is before it."""
    if not one.cue or not one.content or one.cue[0].start < 2:
        return None
    cue, first = one.cue[0], one.content[0]
    if any(cue.start - 3 < span.end <= cue.start for span in one.source):
        return None
    named = _NAMED_THERE.match(text, cue.end) if _REPORTS.match(text, cue.start - 2) else None
    if named is None or not first.overlaps(who := Span(*named.span("who"))):
        return None
    ends = _SENTENCE_END.finditer(text, max(0, cue.start - 400), cue.start)
    begin = max(text.rfind("\n", 0, cue.start) + 1, *(end.end() for end in ends), 0)
    said = Span(begin, cue.start - 2)
    return replace(one, source=(who,), content=(said,)) if said.start < said.end else None


def _supposed(text: str, one: Attribution) -> Attribution | None:
    """'"…?" one might ask': a quotation that nobody has said has a cue that says so."""
    if one.cue or one.source or not one.content:
        return None
    behind = _SUPPOSED.match(text, one.content[-1].end)
    if behind is None:
        return None
    return replace(one, source=(Span(*behind.span("who")),), cue=(Span(*behind.span("cue")),))
