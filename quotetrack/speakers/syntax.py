"""What little syntax can be told from the words around a name, without a parser."""

from __future__ import annotations

import re

from quotetrack.speakers import words
from quotetrack.speakers.names import fold

_AFTER = re.compile(r"(?:['’]s?)?\s*(?:\([^)\n]{1,30}\)\s*)?(?:,[^,\n]{1,120},\s*)?(?:\w+ly\s)?([\w’'-]+)?")
_NOUN = re.compile(r"[ \xa0]([a-z][a-z-]+)")
_OBJECT_VERBS = frozenset("told tells tell telling asked asks called calls calling warned urged".split())
_CONJUNCTIONS = frozenset("as while when that because if whether after before which than".split())
_NO_VERBS = frozenset("as is this his its supporters aides advisers".split())
IRREGULAR_PAST = frozenset(
    """made took went came got gave ran won lost left met held kept began spoke led sent brought bought put set let
stood sat rose fell wrote became drew drove flew grew hit chose broke spent built shot shook fought sought taught
caught ate bent bit bound clung crept cut dealt drank dug fed fled forgot forgave froze heard hid hung hurt knelt
laid leapt lent lit overcame paid quit rang read rode sang sank sank shed shone shut slept slid sold split sprang
spread spun stole strode struck stuck swam swept swore swung threw tore understood undertook upset wept withdrew woke
wore wound""".split()
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
    return following == "and" or looks_finite(following)


def looks_finite(word: str) -> bool:
    """Whether a folded word behind a subject looks like its verb."""
    if word in words.AUXILIARIES or word in words.SAYING or word in IRREGULAR_PAST:
        return True
    return word.endswith(("ed", "s")) and word not in _NO_VERBS


def is_modifier(text: str, end: int) -> bool:
    """Whether a name stands before a noun as an adjective does: "a Rook supporter"."""
    match = _NOUN.match(text, end)
    return match is not None and match.group(1) in words.PARTS_OF
