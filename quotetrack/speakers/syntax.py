"""What little syntax can be told from the words around a name, without a parser."""

from __future__ import annotations

import re

from quotetrack.speakers import words
from quotetrack.speakers.names import fold

_AFTER = re.compile(
    r"(?:['’]s?)?(?:\sof\s(?:the\s)?[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3})?\s*(?:\([^)\n]{1,30}\)\s*)?"
    r"(?:,[^,\n]{1,120},\s*)?(?:\w+ly\s)?([\w’'-]+)?"
)
_INVERTED = re.compile(
    r"(?:\A|\n|[.!?][\"”]?\s)(?:Alongside|Among|Behind|Beside|Next to|With)\s[^.,;:\n]{2,40}\s"
    r"(?:came|is|sat|stood|was)\s(?:(?!not\b|no\b)[a-z-]+\s){0,3}\Z"
    r"|(?:\A|\n|[.!?][\"”]?\s)(?:The\s(?:[a-z-]+\s){1,3}|Then\sthere\s|There\s)(?:is|was)\s\Z"
    r"|(?:\A|\n|[.!?][\"”]?\s)"
    r"(?:I\s[a-z]+(?:\s(?:at|to|with))?|(?:(?:But|Just|Or)\s)?(?:[Cc]onsider|[Ll]ook at|[Tt]ake))\s"
    r"(?:(?:the|House|Sen\.|Rep\.|Gov\.|Mr\.|Ms\.|Mrs\.|Dr\.)\s)?\Z"
)
"""What a sentence begins with that names its subject last: "Among them was the student" Ada Rook, "The third is".

And what the writer does with somebody, who alone can be "he" then: "I wrote to" Hale, "Just look at" Hale.
"""
_BEHIND_NOUN = re.compile(r"\b[a-z][\w’'-]*, \Z")
_APPOSED = re.compile(r",\s(?:\w+ly\s)?([\w’'-]+)")
_NOUN = re.compile(r"[ \xa0]([a-z][a-z-]+)")
_OBJECT_VERBS = frozenset("told tells tell telling asked asks called calls calling warned urged".split())
_CONJUNCTIONS = frozenset("as while when that because if whether after before which than".split())
_NO_VERBS = frozenset("as is this his its supporters aides advisers".split())
IRREGULAR_PAST = frozenset(
    """
arose ate awoke bade beat became befell began beheld bent bit blew bought bound bred broadcast broke brought
built burnt burst came cast caught chose clung crept cut dealt did drank dreamt drew drove dug fed fell felt
fled flew flung forbade forecast foresaw foretold forgave forgot forwent fought found froze gave got grew
ground heard held hid hit hung hurt kept knelt knew laid leant leapt learnt led left lent let lit lost made
meant met misled misread misspoke mistook outdid outran overcame overheard overran oversaw overthrew
overtook paid put quit ran rang read rebuilt recast redid relaid repaid reran reset resold rethought retold
retook rewrote rode rose said sang sank sat saw sent set shed shone shook shot shrank shut slept slew slid
slung slunk smelt smote sold sought spat sped spelt spent spilt split spoilt spoke sprang spread spun stank
stole stood strode strove struck strung stuck stung swam swept swore swung taught thought threw told took
tore trod understood undertook underwent undid unwound upheld upset waylaid wed went wept withdrew withheld
withstood woke won wore wound wove wrote
""".split()
)


def word_before(text: str, offset: int) -> str:
    """The folded word before an offset, or "" where a mark or a line end comes first."""
    tokens = text[max(0, offset - 30) : offset].split()
    word = tokens[-1] if tokens and text[offset - 1 : offset] == " " else ""
    return fold(word) if word and word[-1].isalnum() else ""


def is_subject(text: str, start: int, end: int) -> bool:
    """Whether a name looks like the subject of a clause: no preposition or other verb before it, a verb behind."""
    if _INVERTED.search(text, max(0, start - 90), start):
        return True
    word = word_before(text, start)
    if word in ("the", "a"):
        word = word_before(text, start - len(word) - 1)
    if word in words.SAYING:  # "said Rook", and not "told Rook"
        return word not in _OBJECT_VERBS
    if word in words.PREPOSITIONS and word not in _CONJUNCTIONS:
        return False
    if _BEHIND_NOUN.search(text, max(0, start - 30), start) and (apposed := _APPOSED.match(text, end)):
        return looks_finite(fold(apposed.group(1)))  # "the port's lawyer, Ada Rook, said"
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


def is_common(text: str, word: str) -> bool:
    """Whether a word stands in small letters too, and with a capital only where every word has one: "Mourners"."""
    small = word.lower()
    return (
        word[1:].islower()
        and small in text  # of most names it is not, and no pattern is needed
        and re.search(rf"(?<![\w’'.@/-]){re.escape(small)}\b", text) is not None
        and re.search(rf"[a-z,;] {re.escape(word)}\b", text) is None
    )
