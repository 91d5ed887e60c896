"""What little syntax can be told from the words around a name, without a parser."""

from __future__ import annotations

import re

from quotetrack.speakers import words
from quotetrack.speakers.names import fold

_AFTER = re.compile(r"(?:['’]s?)?\s*(?:\([^)\n]{1,30}\)\s*)?(?:,[^,\n]{1,120},\s*)?([\w’'-]+)?")
_OBJECT_VERBS = frozenset("told tells tell telling asked asks called calls calling warned urged".split())
_CONJUNCTIONS = frozenset("as while when that because if whether after before which than".split())
_NO_VERBS = frozenset("as is this his its supporters aides advisers".split())
IRREGULAR_PAST = frozenset(
    """made took went came got gave ran won lost left met held kept began spoke led sent brought bought put set let
stood sat rose fell wrote became drew drove flew grew hit chose broke spent built shot shook fought sought taught
caught""".split()
)


def word_before(text: str, offset: int) -> str:
    """The folded word before an offset, or "" where a mark or a line end comes first."""
    tokens = text[max(0, offset - 30) : offset].split()
    word = tokens[-1] if tokens and text[offset - 1 : offset] == " " else ""
    return fold(word) if word and word[-1].isalnum() else ""


def is_subject(text: str, start: int, end: int) -> bool:
    """Whether a name looks like the subject of a clause: no preposition or other verb before it, a verb behind."""
    word = word_before(text, start)
    if word in ("the", "a"):
        word = word_before(text, start - len(word) - 1)
    if word in words.SAYING:  # "said Rook", and not "told Rook"
        return word not in _OBJECT_VERBS
    if word in words.PREPOSITIONS and word not in _CONJUNCTIONS:
        return False
    after = _AFTER.match(text, end)
    following = fold(after.group(1)) if after and after.group(1) else ""
    if (
        following in words.AUXILIARIES
        or following in words.SAYING
        or following == "and"
        or following in IRREGULAR_PAST
    ):
        return True
    return following.endswith(("ed", "s")) and following not in _NO_VERBS
