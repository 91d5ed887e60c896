"""A medium that cites somebody: "The Ledger reported, citing Ada Rook, that it was sold"."""

from __future__ import annotations

import re
from dataclasses import replace

from quotetrack.extraction.attribution import Attribution, rest_from
from quotetrack.extraction.forms import NAME, TOKEN
from quotetrack.model import Span


def with_medium(text: str, one: Attribution) -> Attribution | None:
    """The attribution with the medium's verb as its cue and without whom it cites in the content; None elsewhere."""
    return _behind_citing(text, one) or _before_citing(text, one)


_CITING = re.compile(
    r"(?:\s(?:on|in|at)\s[^,.;\n]{2,30})?,?\s+(?:citing|quoting)\s[^.;:!?\n\"“”]{2,140}?,?\s+(?=that\s)"
)


def without_cited(text: str, attributions: list[Attribution]) -> list[Attribution]:
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


def _behind_citing(text: str, one: Attribution) -> Attribution | None:
    """ "reported, citing Ada Rook, {that it failed}": whom a medium cites is no part of the content."""
    if not one.cue or not one.content:
        return None
    citing = _CITING.match(text, one.cue[-1].end)
    if citing is None or not one.content[0].start < citing.end() <= one.content[-1].end:
        return None
    rest = rest_from(one.content, citing.end())
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
    content = rest_from(one.content, citing.end())
    return replace(one, cue=(Span(source.end + 1, reported.end()),), content=content) if content else None
