"""What an attribution's cue does (speech, belief, attitude, evidence), and whether its source stands by the content.

Both are read from the words of the cue, and from the few around it that turn its meaning: "did not", "if", "poll".

Of 160 statements drawn from PolNeAR's train articles, which were labelled by reading before the answers were seen and
had no part in the rules, 97 in 100 had the right act and 99 in 100 the right polarity; of 60 that were found denied or
withheld, 56 were.
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
    if attribution.kind == "direct" and (cue.head in _ALOUD or _leads(text, attribution, cue)):
        return "speech"
    if cue.head in _TRYING and CUES.get(_first_lemma(text, attribution.content)) == "speech":
        return "speech"
    if cue.refuses:
        refused = _refused(text, attribution.content, cue)
        return "speech" if refused in _SAYING else CUES.get(cue.refused, "attitude")
    return cue.act


def polarity_of(text: str, attribution: Attribution) -> Polarity:
    """Whether the source affirms the content, denies it, or leaves it open.

    Negated speech and evidence are withheld: who "did not say" something has not denied it. A negated belief or
    attitude is denied, for "does not think that it failed" means the contrary; but who "does not know" leaves
    it open. So does what is only perhaps so ("might say", "may want"), not said yet ("will say"), on a condition,
    or in a question.
    """
    cue = _cue(text, attribution)
    if (cue.silent and attribution.kind != "direct") or _on_condition(text, attribution):
        return "withheld"
    if _leads(text, attribution, cue):
        return "affirmed"
    negated = cue.negated or _negated_outside(text, attribution)
    if cue.refuses:
        refused = _refused(text, attribution.content, cue)
        if refused in _SAYING or CUES.get(cue.refused) == "speech":
            return "withheld"
        return "denied" if negated or cue.refused else "affirmed"
    if cue.denies and _aloud(text, attribution):  # "No," he disagreed.
        return "affirmed"
    if cue.denies or (cue.rejects and _CLAIM.match(text, attribution.content[0].start)):
        return "withheld" if negated else "denied"
    if negated:
        leaves_open = cue.act in ("speech", "evidence") or cue.head in _LEAVING_OPEN
        return "withheld" if leaves_open and cue.head not in _SEEMING else "denied"
    perhaps = cue.perhaps or _perhaps(cue.act).fullmatch("".join(_words_before(text, attribution.cue)[-1:]))
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
    perhaps: bool = False


_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*|[:—–…,-]")
_POSSESSIVE = re.compile(r"['’]s$")

# Words in which a negation negates nothing that is said.
_NO_NEGATION = re.compile(
    r"(?:\bnot|n['’]t) (?:only|just|merely|simply|surprisingly|unexpectedly|help|hesitate|hold back|mince|shy)\b"
    r"|\bno (?:secret|doubts?|denying|disputing|less|problem|surprise|uncertain|mistake|wonder)\b"
    r"|\b(?:can|could)(?: ?not|n?['’]t) (?:wait|stop|help|ignore)\b"
    r"|\b(?:difficult|hard|impossible) not\b"
    r"|\bnever(?:-| (?:stop|tire|fail|cease|hesitat))\w*"
    r"|\bnot un(?!der|fold|ion|ite|less|til|veil)\w+"
)
_NOT = re.compile(
    r"\b(?:not|never|nor|neither|without|cannot|hardly|rarely|seldom|no longer|yet to)\b|n['’]t\b"
)
_NO = re.compile(r"\b(?:no|nothing|none|nowhere)\b")
_SILENT = re.compile(
    r"\b(?:silent|silence|mum|tight-lipped|quiet|noncommittal|non-committal|stop\w* short)\b|\bno comment\b"
)
_DETERMINERS = frozenset("a an her his its my our that the their this your".split())

# What negates, standing before a cue or its source, and what may stand between.
_NEGATIONS = frozenset("cannot hardly neither never nobody none nor not rarely seldom without".split())
_NEGATIONS_WITH_TO = re.compile(r"(?:declin|fail|refus)\w*|reluctant|unwilling|yet")
_BETWEEN = frozenset("also be been did do does even ever had has have longer then to will would".split())
_NOT_BETWEEN = frozenset("merely only simply surprisingly".split())
_PERHAPS = re.compile(r"\b(?:may|might)\b")
# Speech is also open where it is not there yet; but who "could see" something did, and who "will vote" wants to.
_PERHAPS_SAID = re.compile(
    r"\b(?:could|may|might|shall|will|(?:am|are|due|expected|going|is|plans?|scheduled|set) to)\b"
)
_IF = ("if", "unless", "whether")
_ASKING = tuple("Could Did Do Does Had Has Have Is Should Was Were Will Would".split())
_SENTENCE_START = re.compile(r"(?:^|[.!?…\n\"“”])\s*\w+\s+$")
_ASKS = re.compile(rf"(?:{'|'.join(_ASKING)})\b")
_NOBODY = re.compile(r"(?:few|no one|no-one|nobody|none|neither|no(?!\.| ?\d))\b", re.IGNORECASE)
_REACH = 40
"""How many characters before a cue or source are read, which is longer than what is looked for there."""

_DENIALS = frozenset(
    "contradict debunk denial deny disagree disavow dispute doubt doubtful rebut rebuttal "
    "refute repudiate skeptical skepticism".split()
)
_AT_ODDS = re.compile(r"\bdisagree\w* (?:about|on|over)\b")  # who disagree on something deny nothing of it
_REJECTIONS = frozenset("discount dismiss reject rejection".split())
# Said of a claim, these deny it; a rejected plan is a stance.
_CLAIM = re.compile(
    r"\W*(?:(?:the|a|an|any|all|such|that|these|those|this|his|her|their|its|as) )?(?:\w+ )?"
    r"(?:accusation|allegation|assertion|charge|claim|idea|notion|report|rumou?r|suggestion|theory|speculation"
    r"|argument|characterization|comparison|criticism|critique|premise"
    r"|baseless|false|fake|nonsense|untrue)s?\b",
    re.IGNORECASE,
)
_REFUSALS = frozenset(
    "avoid decline fail failure forget neglect refusal refuse reluctance reluctant unwilling unwillingness".split()
)
_EVASIONS = frozenset("deflect demur dodge duck evade sidestep skirt".split())
# What somebody who will not do it says nothing by.
_SAYING = frozenset(
    "acknowledge address answer guess characterize clarify comment confirm describe detail disclose discuss "
    "divulge elaborate explain give identify mention name offer provide release reply respond reveal say "
    "share speak specify speculate talk tell".split()
)
_OPEN = frozenset("unaware uncertain unclear unsure".split())
# Who does not do these leaves it open: he "does not know who paid", "has taken no position on the dam".
_LEAVING_OPEN = frozenset(
    "aware certain clear clue hear idea know learn position recall remember stance sure understand".split()
)
# Before words that say more, these say little: "tried to explain", "showed no enthusiasm for".
_TRYING = frozenset("attempt seek struggle try".split())
_LETTING_SEE = frozenset("demonstrate display show".split())
# Said of words in quotation marks, these are ways of saying them.
_ALOUD = frozenset(
    "agree concur disagree guess muse reckon recollect reflect remember reminisce wonder".split()
)
_INWARD = frozenset("believe feel hope know think thought wonder".split())
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
    "inquiry investigation invoice letter list memo message minutes note notes paper plan report reporting "
    "research review statement story tape text transcript".split()
)
_SHOWING = frozenset(
    "cite conclude confirm detail estimate expose find forecast imply indicate mention predict project "
    "prove reveal signal suggest underline underscore".split()
)
_QUANTITY = re.compile(r"^.*\bnumbers? of ", re.MULTILINE)
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
    head = _telling(head, [lemma for lemma, _ in known[1:]])
    negating = _NO_NEGATION.sub(lambda idle: " " * len(idle.group()), words)
    before = negating[: match.start()] if match else negating
    lemmas = {lemma for lemma, match in tokens if not negating[match.start() : match.end()].isspace()}
    act = CUES.get(head) or FAINT_CUES.get(head, "speech")
    if head == "clear" and "make" in lemmas:
        act = "speech"
    if "aloud" in lemmas:
        act = "speech"  # "wondered aloud"
    refusal = next(
        (
            at
            for at, (lemma, _) in enumerate(tokens)
            # "the failed plan" refuses nothing
            if lemma in _REFUSALS and not (lemma == "fail" and at and tokens[at - 1][0] in _DETERMINERS)
        ),
        len(tokens),
    )
    refused = next((lemma for lemma, _ in tokens[refusal + 1 :] if lemma in CUES or lemma in _SAYING), "")
    return _Cue(
        head=head,
        act=act,
        negated=_NOT.search(before) is not None or _NO.search(negating) is not None,
        refuses=refusal < len(tokens),
        refused=refused,
        silent=not lemmas.isdisjoint(_EVASIONS)
        or ("break" not in lemmas and _SILENT.search(words) is not None),
        denies=(not lemmas.isdisjoint(_DENIALS) and not _AT_ODDS.search(words))
        or (head == "rule" and "out" in lemmas),
        rejects=not lemmas.isdisjoint(_REJECTIONS),
        open=not lemmas.isdisjoint(_OPEN),
        perhaps=head != "blame" and _perhaps(act).search(before) is not None,  # who "is to blame" has done it
    )


def _telling(head: str, others: list[str]) -> str:
    """The lemma that decides, of the first one and the others: of "tried to explain" the second."""
    if head in _TRYING:
        return next((lemma for lemma in others if CUES[lemma] == "speech"), head)
    if head in _LETTING_SEE:
        return next((lemma for lemma in others if CUES[lemma] in ("attitude", "belief")), head)
    return head


def _perhaps(act: Act) -> re.Pattern[str]:
    return _PERHAPS_SAID if act == "speech" else _PERHAPS


def _refused(text: str, content: Spans, cue: _Cue) -> str:
    """The lemma of what somebody refuses to do, from the cue or else the content's beginning."""
    return cue.refused or _first_lemma(text, content)


def _first_lemma(text: str, content: Spans) -> str:
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


def _aloud(text: str, attribution: Attribution) -> bool:
    """Whether the content is what was said, word for word, rather than what the cue is about."""
    content, cue = attribution.content, attribution.cue
    return attribution.kind == "direct" and (content < cue or words_of(text, cue).endswith(":"))


def _leads(text: str, attribution: Attribution, cue: _Cue) -> bool:
    """Whether the cue tells in what mood the words behind it are said: 'was not so sure: "…"', 'hated it: "…"'."""
    mood = cue.act in ("attitude", "belief") and cue.head not in _INWARD
    return mood and _aloud(text, attribution) and attribution.cue < attribution.content


def _ends_in_negation(words: list[str]) -> bool:
    """Whether what follows ``words`` is negated: by "has not publicly", "has yet to"."""
    behind: list[str] = []
    while words:
        word = words.pop().lower()
        if word in _NEGATIONS or word.endswith(("n't", "n’t")):
            return word != "not" or words[-1:] != ["or"]
        if word == "no" and behind[-1:] in (["longer"], ["one"]):
            return True
        if behind[-1:] == ["to"] and _NEGATIONS_WITH_TO.fullmatch(word):
            return True
        if (
            word not in _BETWEEN
            and word not in ("one", "yet")
            and (not word.endswith("ly") or word in _NOT_BETWEEN)
        ):
            return False
        behind.append(word)
    return False


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


_NAMED_BEHIND = re.compile(r",\s[A-Z][\w’'-]+\s[A-Z]")


def _shows(text: str, source: Spans, cue: _Cue) -> bool:
    """Whether the source is a thing that shows something rather than one that speaks."""
    if not source:
        return False
    words = _QUANTITY.sub("", source[0].of(text))
    end = _SOURCE_END.search(words.lower(), 1)
    if end and _NAMED_BEHIND.match(words, end.start()):
        return False  # "her opposite number, Ada Rook"
    *_, last = ("", *words[: end.start() if end else None].lower().split())
    heads = {last, last.removesuffix("s"), last.removesuffix("ies") + "y"}
    return not heads.isdisjoint(_SILENT_SOURCES) or (
        cue.head in _SHOWING and not heads.isdisjoint(_TEXT_SOURCES)
    )
