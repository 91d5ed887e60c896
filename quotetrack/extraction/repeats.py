"""The same words twice in one article: as its title, as a caption, as a pull quote. They are kept once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from quotetrack.extraction.attribution import Attribution, enclosing
from quotetrack.model import Span, Spans, Speaker

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SHORTEST = 4
"""Fewer words than this are said twice, by two people or by one, as often as they are repeated by the paper."""
_EMPTY = frozenset("a an the that".split())


def words_once(text: str, attribution: Attribution) -> Attribution:
    """An attribution without the pieces of its content that repeat an earlier piece."""
    if len(attribution.content) == 1:
        return attribution
    kept: list[Span] = []
    seen: list[str] = []
    for span in attribution.content:
        words = _words(text, (span,))
        bounded = f" {' '.join(words)} "
        if len(words) >= _SHORTEST and any(bounded in other for other in seen):
            continue
        seen.append(bounded)
        kept.append(span)
    return attribution if len(kept) == len(attribution.content) else replace(attribution, content=tuple(kept))


def repeats(text: str, attributions: Sequence[Attribution], voices: Sequence[Sequence[Speaker]]) -> set[int]:
    """The numbers of the attributions whose words another of the article has, with a fuller attribution.

    Two with just the same words, but for articles, are one statement unless they have different speakers. A
    quotation that stands by itself, without a cue, is also a repeat where its words are part of another one's.

    Args:
        text: the article.
        attributions: its attributions; those within another are passed over.
        voices: the speakers of each.
    """
    contents = [
        _words(text, one.content) if around is None else []
        for one, around in zip(attributions, enclosing(attributions), strict=True)
    ]
    same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(contents):
        if len(words) >= _SHORTEST:
            same[tuple(words)].append(number)
    dropped: set[int] = set()
    for numbers in same.values():
        best = max(numbers, key=lambda n: _fullness(text, attributions[n], voices[n]))
        dropped.update(n for n in numbers if n != best and (not voices[n] or voices[n] == voices[best]))
    alone = [
        number
        for number, one in enumerate(attributions)
        if one.kind == "direct" and not one.cue and not one.source and len(contents[number]) >= _SHORTEST
    ]
    if alone:
        parts = _beginnings(attributions, contents)
        for number in set(alone) - dropped:
            bounded = f" {' '.join(contents[number])} "
            others = parts[tuple(contents[number][:_SHORTEST])]
            if any(bounded in f" {' '.join(contents[other])} " for other in others - {number} - dropped):
                dropped.add(number)
    return dropped


def _beginnings(
    attributions: Sequence[Attribution], contents: Sequence[Sequence[str]]
) -> defaultdict[tuple[str, ...], set[int]]:
    """By each run of words as long as the shortest repeat, the quotations that hold it."""
    found: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for number, (one, words) in enumerate(zip(attributions, contents, strict=True)):
        if one.kind != "indirect":
            for at in range(len(words) - _SHORTEST + 1):
                found[tuple(words[at : at + _SHORTEST])].add(number)
    return found


def _fullness(text: str, one: Attribution, voices: Sequence[Speaker]) -> tuple[bool, bool, bool, int, int]:
    source = sum(len(_WORD.findall(span.of(text))) for span in one.source)
    return bool(voices), bool(one.source), bool(one.cue), source, -one.content[0].start


def _words(text: str, spans: Spans) -> list[str]:
    words = (word.casefold().replace("’", "'") for span in spans for word in _WORD.findall(span.of(text)))
    return [word for word in words if word not in _EMPTY]
