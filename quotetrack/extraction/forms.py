"""Patterns of names as they are written, and marks, shared by the rules that look for one at a certain place."""

from __future__ import annotations

UPPER = r"[^\W\d_a-zß-öø-ÿ]"
"""A letter that may begin a name."""

PARTICLES = "de|del|della|der|den|di|da|du|la|le|van|von|al|bin|ibn|el|ter|y|zur|zum|ap|ole|af|te|op|ould"

TOKEN = rf"{UPPER}[\w'’-]*(?:\.[\w'’-]+)*"

_STOP = (
    r"(?:(?<=\b\w)\.|(?<=\b(?:Mr|Ms|Dr|St|Jr|Sr|Lt))\.|(?<=\b(?:Mrs|Gov|Sen|Rep|Gen|Col|Sgt|Rev|Hon))\."
    r"|(?<=\b(?:Prof|Capt))\.)?"
)
"""The full stop of an initial or a title; any other ends the sentence, and the name."""

_GAP = r"[^\S\n]"
_NO_NAME = (
    r"(?!(?:The|An?|Her|His|Their|Its|My|Our|Your|This|That|These|Those|It|There|In|On|At|But|And|So|If|When|What"
    r"|Who|I)\b)"
)

NAME = rf"{_NO_NAME}{TOKEN}(?:{_STOP}{_GAP}(?:(?:{PARTICLES}|of|for|the){_GAP})*{TOKEN})*"
"""Words with capitals, with the small ones that names hold between them."""

DESCRIBED = (
    rf"(?:(?:the|its|his|her|their|our|a|an){_GAP}(?:[\w’'-]+{_GAP}){{0,5}}?[\w’'-]+,?{_GAP})?{NAME}"
    r"(?:,\s(?:\d{1,3}|(?:the|its|his|her|their|a|an|who)\s[^,.:;\n\"“”]{2,80}))?"
)
"""A name with what it is called before or behind it: "the verger, Ada Rook", "Ada Rook, a lawyer"."""

MARKS = frozenset("\"'“”‘’„«»")
"""Quotation marks."""
