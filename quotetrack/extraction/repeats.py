"""The same words twice in one article: as its title, as a caption, as a pull quote. They are kept once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quotetrack.extraction.attribution import Attribution
from quotetrack.model import Span, Spans, Speaker, words_of

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SHORTEST = 3
"""Fewer words than this are said twice, by two people or by one, as often as they are repeated by the paper."""
_TRIMMED = 5
"""A quotation of so many words that the same speaker has within a longer one is that one, trimmed."""
_EMPTY = frozenset("a an the that".split())


def words_once(text: str, attribution: Attribution) -> Attribution:
    """An attribution without the pieces of its content that another paragraph repeats; those near the cue stay."""
    if "\n" not in text[attribution.content[0].end : attribution.content[-1].start]:
        return attribution
    home = (attribution.cue or attribution.source or attribution.content)[0]
    kept: list[tuple[Span, str]] = []
    for span in sorted(
        attribution.content, key=lambda one: (_are_apart(text, one, home), abs(one.start - home.start))
    ):
        words = _words(text, (span,))
        bounded = f" {' '.join(words)} "
        again = len(words) >= _SHORTEST and any(
            bounded in other and _are_apart(text, one, span) for one, other in kept
        )
        if not again:
            kept.append((span, bounded))
    if len(kept) == len(attribution.content):
        return attribution
    return replace(attribution, content=tuple(sorted(span for span, _ in kept)))


def _are_apart(text: str, one: Span, two: Span) -> bool:
    """Whether a paragraph ends between the two."""
    return "\n" in text[min(one.end, two.end) : max(one.start, two.start)]


def repeats(text: str, attributions: Sequence[Attribution], voices: Sequence[Sequence[Speaker]]) -> set[int]:
    """The numbers of the attributions whose words another of the article has, with a fuller attribution.

    Two with just the same words, but for articles, are one statement unless they have different speakers. So are a
    quotation and a longer one that holds all its words, where the shorter has the same speaker or stands alone.

    Args:
        text: the article.
        attributions: its outermost attributions.
        voices: the speakers of each.
    """
    contents = [_words(text, one.content) for one in attributions]
    same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, words in enumerate(contents):
        if len(words) >= _SHORTEST:
            same[tuple(words)].append(number)
    dropped: set[int] = set()
    for numbers in same.values():
        best = max(numbers, key=lambda n: _fullness(text, attributions[n], voices[n]))
        dropped.update(n for n in numbers if n != best and (not voices[n] or voices[n] == voices[best]))
    different = [next(n for n in numbers if n not in dropped) for numbers in same.values()]
    for number, longer in _contained(attributions, contents, different):
        one = attributions[number]
        alone = not one.cue and not one.source
        again = (
            bool(voices[number]) and voices[number] == voices[longer] and len(contents[number]) >= _TRIMMED
        )
        if (alone or again) and longer not in dropped:
            dropped.add(number)
    return dropped


def _contained(
    attributions: Sequence[Attribution], contents: Sequence[Sequence[str]], numbers: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """Each direct quotation among ``numbers``, with every longer quotation that holds all its words in a row."""
    shorter: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for number in numbers:
        if attributions[number].kind == "direct":
            shorter[tuple(contents[number][:_SHORTEST])].append(number)
    for longer in numbers:
        words = contents[longer]
        if attributions[longer].kind == "indirect":
            continue
        for at, some in enumerate(zip(*(words[first:] for first in range(_SHORTEST)), strict=False)):
            for number in shorter.get(some, ()):
                length = len(contents[number])
                if length < len(words) and words[at : at + length] == contents[number]:
                    yield number, longer


def _fullness(text: str, one: Attribution, voices: Sequence[Speaker]) -> tuple[bool, bool, bool, int, int]:
    source = sum(len(_WORD.findall(span.of(text))) for span in one.source)
    return bool(voices), bool(one.source), bool(one.cue), source, -one.content[0].start


def _words(text: str, spans: Spans) -> list[str]:
    words = _WORD.findall(words_of(text, spans).casefold().replace("’", "'"))
    return [word for word in words if word not in _EMPTY]
