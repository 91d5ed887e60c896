"""What an attribution's cue does (speech, belief, attitude, evidence), and whether its source stands by the content.

Both are read from the words of the cue, and from the few around it that turn its meaning: "did not", "if", "poll".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from quotetrack.extraction.attribution import Attribution
from quotetrack.lexicon import CUES, FAINT_CUES, cue_lemma
from quotetrack.model import Act, Polarity, Spans, words_of


def act_of(text: str, attribution: Attribution) -> Act:
    """What the attribution reports; without a cue, as with a quotation that stands alone, it is speech."""
    cue = _cue(text, attribution)
    if _shows(text, attribution.source, cue):
        return "evidence"
    if attribution.kind == "direct" and cue.head in _ALOUD:
        return "speech"
    if cue.refuses:
        refused = _refused(text, attribution.content, cue)
        return "speech" if refused in _SAYING else CUES.get(cue.refused, "attitude")
    return cue.act


def polarity_of(text: str, attribution: Attribution) -> Polarity:
    """Whether the source affirms the content, denies it, or leaves it open.

    Negated speech and evidence are withheld: who "did not say" something has not denied it. A negated belief or
    attitude is denied, for "does not think that it failed" means the contrary; but who "does not know" leaves
    it open. So does what is said only perhaps ("might say") or not yet ("will say"), on a condition, or in a question.
    """
    cue = _cue(text, attribution)
    if (cue.silent and attribution.kind != "direct") or _on_condition(text, attribution):
        return "withheld"
    negated = cue.negated or _negated_outside(text, attribution)
    if cue.refuses:
        refused = _refused(text, attribution.content, cue)
        if refused in _SAYING or CUES.get(cue.refused) == "speech":
            return "withheld"
        return "denied" if negated or cue.refused else "affirmed"
    if cue.head == "disagree" and attribution.kind == "direct":  # "No," he disagreed.
        return "affirmed"
    if cue.denies or (cue.rejects and _CLAIM.match(text, attribution.content[0].start)):
        return "withheld" if negated else "denied"
    if negated:
        leaves_open = cue.act in ("speech", "evidence") or cue.head in _KNOWING
        return "withheld" if leaves_open and cue.head not in _SEEMING else "denied"
    perhaps = cue.act == "speech" and (cue.modal or _perhaps(text, attribution.cue))
    return "withheld" if cue.open or perhaps else "affirmed"


class _Cue(NamedTuple):
    """What the words of a cue say by themselves."""

    head: str = ""  # the lemma that decides
    act: Act = "speech"
    negated: bool = False
    refuses: bool = False
    refused: str = ""  # the first known lemma behind a refusal: "comment" in "declined to comment"
    silent: bool = False
    denies: bool = False
    rejects: bool = False
    open: bool = False
    modal: bool = False


_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[:—–…,-]")
_POSSESSIVE = re.compile(r"['’]s$")

# Words in which a negation negates nothing that is said.
_NO_NEGATION = re.compile(
    r"(?:\bnot|n['’]t) (?:only|just|merely|simply|surprisingly|unexpectedly|help|hesitate|hold back|mince|shy)\b"
    r"|\bno (?:secret|doubts?|less|problem|surprise|uncertain|mistake|wonder)\b"
    r"|\b(?:can|could)(?: ?not|n?['’]t) (?:wait|stop|help)\b"
    r"|\bnever(?:-| (?:stop|tire|fail|cease|hesitat))\w*"
)
_NOT = re.compile(
    r"\b(?:not|never|nor|neither|without|cannot|hardly|rarely|seldom|no longer|yet to)\b|n['’]t\b"
)
_NO = re.compile(r"\b(?:no|nothing|none|nowhere)\b")
_SILENT = re.compile(
    r"\b(?:silent|silence|mum|tight-lipped|quiet|noncommittal|non-committal|stop\w* short)\b|\bno comment\b"
)
# What is said perhaps, or not yet.
_MODAL = re.compile(
    r"\b(?:might|may|could|will|shall|(?:am|are|is|going|due|set|expected|scheduled|plans?) to)\b"
)

# What negates, standing before a cue or its source, and what may stand between.
_NEGATIONS = frozenset("cannot hardly neither never nor not rarely seldom without".split())
_NEGATIONS_WITH_TO = re.compile(r"(?:declin|fail|refus)\w*|reluctant|unwilling|yet")
_BETWEEN = frozenset("also be been did do does even ever had has have longer then to will would".split())
_NOT_BETWEEN = frozenset("merely only simply surprisingly".split())
_PERHAPS = ("could", "may", "might", "shall", "will")
_IF = ("if", "unless")
_ASKING = tuple("Could Did Do Does Had Has Have Is Should Was Were Will Would".split())
_SENTENCE_START = re.compile(r"(?:^|[.!?…\n\"“”])\s*\w+\s+$")
_ASKS = re.compile(rf"(?:{'|'.join(_ASKING)})\b")
_NOBODY = re.compile(r"(?:no one|no-one|nobody|none|neither|no(?!\.| ?\d))\b", re.IGNORECASE)
_REACH = 40
"""How many characters before a cue or source are read, which is longer than what is looked for there."""

_DENIALS = frozenset(
    "contradict debunk denial deny disagree disagreement disavow dispute doubt doubtful rebut rebuttal "
    "refute repudiate skeptical skepticism".split()
)
_REJECTIONS = frozenset("discount dismiss reject rejection".split())
# Said of a claim, these deny it; a rejected plan is a stance.
_CLAIM = re.compile(
    r"\W*(?:(?:the|a|an|any|all|such|that|these|those|this|his|her|their|its|as) )?(?:\w+ )?"
    r"(?:accusation|allegation|assertion|charge|claim|idea|notion|report|rumou?r|suggestion|theory|speculation"
    r"|baseless|false|fake|nonsense|untrue)s?\b",
    re.IGNORECASE,
)
_REFUSALS = frozenset(
    "avoid decline fail forget neglect refusal refuse reluctance reluctant unwilling unwillingness".split()
)
_EVASIONS = frozenset("deflect demur dodge duck evade sidestep skirt".split())
# What somebody who will not do it says nothing by.
_SAYING = frozenset(
    "acknowledge address answer characterize clarify comment confirm describe detail disclose discuss "
    "divulge elaborate explain give identify mention name offer provide release reply respond reveal say "
    "speak specify speculate talk tell".split()
)
_OPEN = frozenset("unaware uncertain unclear unsure".split())
_KNOWING = frozenset("aware certain clear hear know learn recall remember sure understand".split())
# Said of words in quotation marks, these are ways of saying them.
_ALOUD = frozenset("agree concur disagree guess reckon reflect wonder".split())
_SEEMING = frozenset("appear look seem".split())

# Sources that show and never speak, whatever the verb; and texts, which speak but also show.
_SILENT_SOURCES = frozenset(
    "analysis average barometer calculation calendar census chart clock compass constitution data date dial "
    "estimate evidence experience experiment fact figure finding footage forecast gauge graph history image "
    "index law map meter metric model number odometer photo photograph picture poll polling radar record "
    "recording result rule sample scale sensor sign speedometer statistic statistics statute study survey "
    "tally test thermometer trend video watch".split()
)
_TEXT_SOURCES = frozenset(
    "account article audit bill book column contract document documents e-mail email filing indictment "
    "invoice letter list memo message minutes note notes paper plan report review statement story tape "
    "text transcript".split()
)
_SHOWING = frozenset(
    "cite conclude confirm detail estimate expose find forecast imply indicate mention predict project "
    "prove reveal signal suggest underline underscore".split()
)
_FIRST_WORD = re.compile(r"(?:to )?(?:\w+ly )?([^\W\d_]+)")
_SOURCE_END = re.compile(
    r"\s*(?:[,(—–]|\b(?:about|among|at|by|commissioned|conducted|for|from|in|obtained|of|on|published|released|"
    r"taken|that|to|which|with)\b)"
)


def _cue(text: str, attribution: Attribution) -> _Cue:
    return _read(words_of(text, attribution.cue).lower()) if attribution.cue else _Cue()


@lru_cache(maxsize=8192)
def _read(words: str) -> _Cue:
    """What the words of a cue, in lower case, say by themselves."""
    tokens = [(cue_lemma(_POSSESSIVE.sub("", match.group())), match) for match in _TOKEN.finditer(words)]
    known = [(lemma, match) for lemma, match in tokens if lemma in CUES]
    faint = [(lemma, match) for lemma, match in tokens if lemma in FAINT_CUES]
    head, match = next(iter(known or faint), ("", None))
    before = words[: match.start()] if match else words
    negating, negating_before = _NO_NEGATION.sub("", words), _NO_NEGATION.sub("", before)
    lemmas = {lemma for lemma, match in tokens if match.group() in negating}
    act = CUES.get(head) or FAINT_CUES.get(head, "speech")
    if head == "clear" and "make" in lemmas:
        act = "speech"
    refusal = next((at for at, (lemma, _) in enumerate(tokens) if lemma in _REFUSALS), len(tokens))
    refused = next((lemma for lemma, _ in tokens[refusal + 1 :] if lemma in CUES or lemma in _SAYING), "")
    return _Cue(
        head=head,
        act=act,
        negated=_NOT.search(negating_before) is not None or _NO.search(negating) is not None,
        refuses=refusal < len(tokens),
        refused=refused,
        silent=not lemmas.isdisjoint(_EVASIONS)
        or ("break" not in lemmas and _SILENT.search(words) is not None),
        denies=not lemmas.isdisjoint(_DENIALS) or (head == "rule" and "out" in lemmas),
        rejects=not lemmas.isdisjoint(_REJECTIONS),
        open=not lemmas.isdisjoint(_OPEN),
        modal=head != "blame" and _MODAL.search(negating_before) is not None,  # who "is to blame" has done it
    )


def _refused(text: str, content: Spans, cue: _Cue) -> str:
    """The lemma of what somebody refuses to do, from the cue or else the content's beginning."""
    if cue.refused:
        return cue.refused
    first = _FIRST_WORD.match(text, content[0].start)
    return cue_lemma(first.group(1).lower()) if first else ""


def _words_before(text: str, spans: Spans) -> list[str]:
    """The few words directly before ``spans``; punctuation stays with its word."""
    return text[max(spans[0].start - _REACH, 0) : spans[0].start].split() if spans else []


def _negated_outside(text: str, attribution: Attribution) -> bool:
    """Whether a negation that is no part of the cue negates it: in "Nobody said", "Nor did Rook say"."""
    cue, source = attribution.cue, attribution.source
    if source and _NOBODY.match(text, source[0].start):
        return True
    return _ends_in_negation(_words_before(text, cue)) or _ends_in_negation(_words_before(text, source))


def _ends_in_negation(words: list[str]) -> bool:
    """Whether what follows ``words`` is negated: by "has not publicly", "has yet to"."""
    behind: list[str] = []
    while words:
        word = words.pop().lower()
        if word in _NEGATIONS or word.endswith(("n't", "n’t")):
            return word != "not" or words[-1:] != ["or"]
        if word == "no" and behind[-1:] == ["longer"]:
            return True
        if behind[-1:] == ["to"] and _NEGATIONS_WITH_TO.fullmatch(word):
            return True
        if word not in _BETWEEN and word != "yet" and (not word.endswith("ly") or word in _NOT_BETWEEN):
            return False
        behind.append(word)
    return False


def _perhaps(text: str, cue: Spans) -> bool:
    return "".join(_words_before(text, cue)[-1:]) in _PERHAPS


def _on_condition(text: str, attribution: Attribution) -> bool:
    """Whether the attribution stands in a condition or a question: "If Rook says", "Did Rook say"."""
    cue, source = attribution.cue, attribution.source
    if not cue:
        return False
    begins_with_cue = not source or cue < source
    if text.startswith(("if ", "If ", "unless ", "Unless "), cue[0].start):
        return True
    if begins_with_cue and source and _ASKS.match(text, cue[0].start):
        return True
    first = cue if begins_with_cue else source
    before = "".join(_words_before(text, first)[-1:])
    if before.lower() in _IF:
        return True
    start = first[0].start
    return (
        before.lstrip('"“') in _ASKING
        and _SENTENCE_START.search(text, max(start - _REACH, 0), start) is not None
    )


def _shows(text: str, source: Spans, cue: _Cue) -> bool:
    """Whether the source is a thing that shows something rather than one that speaks."""
    if not source:
        return False
    words = source[0].of(text).lower()
    end = _SOURCE_END.search(words, 1)
    *_, last = ("", *words[: end.start() if end else None].split())
    heads = {last, last.removesuffix("s"), last.removesuffix("ies") + "y"}
    return not heads.isdisjoint(_SILENT_SOURCES) or (
        cue.head in _SHOWING and not heads.isdisjoint(_TEXT_SOURCES)
    )
