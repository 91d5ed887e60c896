"""Words and word pieces: the uncased BERT scheme, exact enough for its vocabulary, with offsets kept.

A small tokeniser of our own instead of a library: the scheme is forty lines, each distinct word is looked up
once, and the libraries that offer it bring a hub client that nothing here needs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

# A run of letters and digits with the accents on them, or one mark. Splitting at every mark is BERT's way.
_TOKEN = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*|[^\w\s]|_")

# A longer "word" is no word; BERT's own limit.
_LONGEST_WORD = 100

_MOST_KNOWN = 200_000
"""How many words are kept with their pieces: more than a language has, and a bound on endless input."""

# How a word is written, which an uncased vocabulary does not show.
PLAIN, CAPITALISED, CAPITALS, NUMBER = range(4)
SHAPES = 4


class WordPieces:
    """Splits words into pieces of a vocabulary by longest match first (Schuster and Nakajima 2012).

    Attributes:
        cls, pad: ids of the special pieces.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._ids: Mapping[str, int] = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown = (self._ids["[UNK]"],)
        self.cls = self._ids["[CLS]"]
        self.pad = self._ids["[PAD]"]
        self._known = lru_cache(_MOST_KNOWN)(self._look_up)

    def split(self, text: str) -> tuple[list[int], list[int], list[tuple[int, ...]], list[int]]:
        """Every word and mark of ``text``: starts, ends, the ids of its pieces, and its shape, four parallel lists."""
        tokens = list(_TOKEN.finditer(text))
        known = list(map(self._known, map(re.Match.group, tokens)))
        return (
            list(map(re.Match.start, tokens)),
            list(map(re.Match.end, tokens)),
            [pieces for pieces, _ in known],
            [shape for _, shape in known],
        )

    def _look_up(self, word: str) -> tuple[tuple[int, ...], int]:
        return self._pieces(_uncased(word)), _shape(word)

    def _pieces(self, word: str) -> tuple[int, ...]:
        if not word or len(word) > _LONGEST_WORD:
            return self._unknown
        found = []
        start = 0
        while start < len(word):
            prefix = "##" if start else ""
            for end in range(len(word), start, -1):
                number = self._ids.get(prefix + word[start:end])
                if number is not None:
                    found.append(number)
                    start = end
                    break
            else:
                return self._unknown
        return tuple(found)


def _uncased(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if unicodedata.category(c) != "Mn")


def _shape(word: str) -> int:
    if word[0].isdigit():
        return NUMBER
    if word[0].isupper():
        return CAPITALS if len(word) > 1 and word.isupper() else CAPITALISED
    return PLAIN
