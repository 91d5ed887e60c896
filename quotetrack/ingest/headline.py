"""The headline of a plain text: a short first line that stands by itself and is no sentence."""

from __future__ import annotations

import re
from itertools import islice

_BLOCK = re.compile(r"[^\r\n]*\S[^\r\n]*(?:(?:\r\n?|\n)[^\r\n]*\S[^\r\n]*)*")
"""Lines with nothing but a line's end between them."""
_FEWEST, _MOST = 3, 25
_LONGEST = 150
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ENDED = re.compile(r"(?:[.:;,]|\.[\"'”’»)])$")
_NO_HEADLINE = re.compile(
    r"by\b|\(|\[|[^\w\"'“‘«„¿¡$€£]|[^\n]*\b(?:copyright|all rights reserved)\b", re.IGNORECASE
)


def headline(text: str) -> str | None:
    """The headline, or None where the text seems to begin with its first paragraph.

    Over it there may be a masthead of several short lines, one of them with a date.
    """
    blocks = [match.group().strip() for match in islice(_BLOCK.finditer(text), 3)]
    if len(blocks) > 1 and _is_masthead(blocks[0]):
        del blocks[0]
    if len(blocks) < 2:
        return None
    first = blocks[0]
    if "\n" in first or "\r" in first or len(first) > _LONGEST or not _FEWEST <= len(first.split()) <= _MOST:
        return None
    return None if _ENDED.search(first) or _NO_HEADLINE.match(first) else first


def _is_masthead(block: str) -> bool:
    lines = block.splitlines()
    return len(lines) > 1 and all(len(line) <= _LONGEST for line in lines) and bool(_YEAR.search(block))
