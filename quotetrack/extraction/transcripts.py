"""Transcripts and interviews: who speaks is said by a label before each turn, "ROOK: Because.", and by no sentence.

The tagger reads sentences, and takes turns by chance. Whether labels name speakers is decided by what the whole
article shows, so that one that is nobody's ("Photo: …", "Update: …") makes no statement.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quotetrack.extraction.attribution import Attribution, Entity
from quotetrack.extraction.forms import PARTICLES, TOKEN, UPPER
from quotetrack.extraction.interviewed import LETTERS, Interviewed
from quotetrack.extraction.kinds import kind_of
from quotetrack.extraction.nested import reports
from quotetrack.extraction.quotation import Quotation
from quotetrack.model import Span, Spans
from quotetrack.text import paragraphs

_CERTAIN = 0.9
"""How sure a turn is, once the article is known to be a transcript: by hand."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says at a time: the label before it, and the words, a span for each paragraph.

    ``speaker`` is the name that a label which is but a letter ("A.") stands for, where the article shows it.
    """

    label: Span
    words: Spans
    speaker: Spans = ()


def with_turns(
    text: str, marks: Sequence[Quotation], attributions: Sequence[Attribution], entities: Sequence[Entity]
) -> tuple[list[Attribution], list[Entity]]:
    """The attributions and names of an article, which may be a transcript.

    Each turn is a statement, and takes the place of what the tagger found in it, but for what the turn itself
    reports of others: that stays, as a statement within the turn. To the names come those of the labels.
    """
    turns = transcript(text, entities)
    if not turns:
        return [_with_label(text, one) for one in attributions], list(entities)
    quoted = [span for mark in marks for span in mark.spans]
    taken = sorted((span, n) for n, turn in enumerate(turns) for span in (turn.label, *turn.words))
    found = [one for one in attributions if _stays(text, one, turns, taken)]
    for turn in turns:
        kind = kind_of(text, turn.words, quoted)
        found.append(Attribution(turn.words, (), (turn.label,), kind, _CERTAIN, stands_for=turn.speaker))
    return found, _with_labels(text, turns, entities)


_LABEL = re.compile(
    r"[*_]{0,3}[\"“]?(?P<label>(?P<letter>[QA])(?=[.:]|\s?:)"
    rf"|{TOKEN}(?:[.,]?\s(?:(?:{PARTICLES})\s)*{TOKEN}){{0,6}})"
    r"(?:\s?[(\[][^)\]\n]{1,60}[)\]])?[*_]{0,3}\s?(?(letter)[.:]|:)[*_]{0,3}(?=\s|$|[\"“‘«])"
)
_INLINE = re.compile(r"(?<=[.!?…\"”’)—–-]\s)(?=[*_]{0,3}(?:[QA][.:]|[A-Z]{2}))")
"""Where a turn may begin within a line: behind a sentence, with a label in capitals."""

_MAYBE_LABEL = re.compile(
    rf"(?:^\W{{0,3}}|[.!?…\"”’)—–-]\s[*_]{{0,3}})(?:[QA]\s?[.:]|{UPPER}[^\n:]{{0,60}}:)(?=[\s*_\"“‘«]|$)",
    re.MULTILINE,
)
"""What every label looks like: most articles have not two of these."""

_MOST_WORDS_OF_A_NAME = 4
"""A label that is not all in capitals holds no more; headlines with a colon do."""

_NOBODY = frozenset(
    "advert advertisement advertising alert analysis answer april august background book breaking bulletin "
    "caption category clarification comment con cons contact copyright correction corrections cost credit "
    "date deadline december details disclaimer disclosure editing editor editorial email episode error "
    "example exclusive explainer fact facts february figure file filed film friday hashtag headline headlines "
    "how image images info information interview january july june keywords language latest length lesson "
    "link live location map march media method monday more myth name note notes november number october "
    "opinion option part photo photograph photographs photos picture pictures place podcast poll posted "
    "preview price pro produced pros published quote quotes rating read recap recommended related report "
    "reporting results review rule saturday score section see september series share slideshow source sources "
    "spoiler sponsored step story subject subscribe summary sunday tags takeaway tel thursday time timeline "
    "times tip title today tomorrow topic topics transcript translation tuesday twitter update updated "
    "updates venue verdict video warning watch website wednesday what when where who why winner writing".split()
)
"""First or last words of labels that name no speaker: furniture, days, heads of lists."""

_SPEAKERS = frozenset(
    "administrator analyst anchor announcer attorney audience board caller chair chairman chairperson "
    "chairwoman child clerk coach commentator commissioner correspondent counsel counsellor court crowd "
    "defendant delegate director doctor driver expert female girl guest host hostess interviewer investigator "
    "judge justice lady lawyer leader male man manager mayor member minister moderator mother narrator nurse "
    "officer operator panel panelist panellist participant presenter president prosecutor protester question "
    "questioner reader reporter representative secretary senator speaker spokesman spokesperson spokeswoman "
    "student teacher translator unidentified viewer voice voter witness woman".split()
)
_TITLES = frozenset(
    "ambassador capt captain chancellor col colonel commissioner councillor councilor dame dr gen general gov "
    "governor hon judge justice lady lord lt maj major mayor minister miss mr mrs ms mx premier president "
    "prof professor rep representative rev secretary sen senator sgt sir the".split()
)
_NEAR = 4000
"""How far from a single label its name is looked for: a headline's stands in the first paragraphs."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_ELSEWHERE = re.compile(rf"(?<=\w[, ])({UPPER}[\w'’-]*)\b(?!:)")
"""A word with a capital in the middle of a line, where no label is."""

# What talk looks like: sentences, with questions in them or the first and second person.
_END = re.compile(r"[.?!…—–-][\"”’»)\]*_]*$|[\"”»]$")
_LIVELY = re.compile(
    r"\?|\b(?:I|you|your|yours|we|our|us|me|my|mine|myself|yes|no|yeah|okay|thanks?|well|let['’]s)\b",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|me|us)\b")
_DIRECTION = re.compile(r"[*_]{0,3}[(\[].*[)\]][*_]{0,3}$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Labelled:
    """A stretch of text that a label begins; ``words`` is None where the label stands alone in its paragraph."""

    label: Span
    key: str
    words: Span | None
    block: int


def transcript(text: str, entities: Sequence[Entity]) -> list[Turn]:
    """The turns of a transcript or of an interview, none where the article is neither.

    It is one where labels name speakers, one of them twice or two as question and answer, and where what stands
    behind them is talk.
    """
    if len(_MAYBE_LABEL.findall(text)) < 2:
        return []
    blocks = paragraphs(text)
    labelled = list(_labels(text, blocks))
    if not {"q", "a"} <= {one.key for one in labelled}:  # the initial of a name, or the first point of a list
        labelled = [one for one in labelled if one.label.of(text)[-1] != "."]
    if len(labelled) < 2:
        return []
    speaking = _speaking(text, labelled, entities)
    ours = [one for one in labelled if one.key in speaking]
    counts = Counter(one.key for one in ours)
    asked = any(_asks(text, one, two) for one, two in pairwise(ours))
    interview = len(counts) == 1 and len(ours) > 2 and _is_dense(ours)  # the questions have no label
    conversation = len(counts) > 1 and (asked or max(counts.values()) > 1)
    spoken = [one.words.of(text) for one in ours if one.words]
    if (
        not (interview or conversation)
        or 3 * sum(_END.search(words) is not None for words in spoken) < 2 * len(spoken)
        or 3 * sum(_LIVELY.search(words) is not None for words in spoken) < len(spoken)
    ):
        return []
    return list(_turns(text, blocks, labelled, ours, entities))


def _with_label(text: str, one: Attribution) -> Attribution:
    """With the label before it as its source, in an article that has one such line: "Rook: Taxes will rise"."""
    if (
        one.source
        or one.kind == "direct"
        or any(_WORD.search(text, span.start, span.end) for span in one.cue)
    ):
        return one
    line = text.rfind("\n", 0, one.content[0].start) + 1
    label = _LABEL.match(text, line, one.content[0].start + 1)
    if label is None or label["letter"] or text[label.end() : one.content[0].start].strip():
        return one
    words = _key(label["label"]).split()
    around = text[max(line - _NEAR, 0) : line] + text[label.end() : label.end() + _NEAR]
    known = bool(words) and re.search(rf"\b{re.escape(words[-1])}\b", around, re.IGNORECASE)
    if not known or not _NOBODY.isdisjoint((words[0], words[-1])):
        return one
    return replace(one, source=(Span(*label.span("label")),))


def _labels(text: str, blocks: Sequence[Span]) -> Iterator[_Labelled]:
    """All that stands behind a label, up to the next label of its paragraph."""
    for number, block in enumerate(blocks):
        first = _LABEL.match(text, block.start, block.end)
        starts = [first] if first else []
        for place in _INLINE.finditer(text, first.end() if first else block.start, block.end):
            label = _LABEL.match(text, place.start(), block.end)
            if label is not None and (label["letter"] or label["label"].isupper()):
                starts.append(label)
        ends = [*(label.start() for label in starts[1:]), block.end]
        for label, end in zip(starts, ends, strict=bool(starts)):
            name = label["label"]
            if not name.isupper() and len(name.split()) > _MOST_WORDS_OF_A_NAME:
                continue
            span = Span(label.start("label"), label.end("label") + (label["letter"] is not None))
            words = _stripped(text, label.end(), end)
            if words is None or _WORD.search(text, words.start, words.end):  # no table of numbers
                yield _Labelled(span, _key(name), words, number)


def _stripped(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in "*_"):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in "*_"):
        end -= 1
    return Span(start, end) if start < end else None


def _tokens(name: str) -> list[str]:
    return [word.group().casefold() for word in _WORD.finditer(name)]


def _key(label: str) -> str:
    """A label as it is compared with others: without titles, in one case."""
    words = _tokens(label.partition(",")[0])
    while len(words) > 1 and words[0] in _TITLES:
        del words[0]
    return " ".join(words)


def _speaking(text: str, labelled: Sequence[_Labelled], entities: Sequence[Entity]) -> set[str]:
    """The keys of the labels that name speakers.

    They are letters, words for one who speaks, and names that the article has elsewhere too; beside one of these also
    what is repeated or answers a question. Else, they are all in capitals, and one of them is repeated.
    """
    counts = Counter(one.key for one in labelled)
    known = {token for one in entities if one.type == "person" for token in _tokens(one.span.of(text))}
    known.update(word.casefold() for word in _ELSEWHERE.findall(text))
    sure: set[str] = set()
    perhaps: set[str] = set()
    for key in counts:
        words = key.split()
        if words and _NOBODY.isdisjoint((words[0], words[-1])):
            named = key in LETTERS or words[-1] in known or not _SPEAKERS.isdisjoint((words[0], words[-1]))
            (sure if named else perhaps).add(key)
    if not sure:
        capitals = perhaps & {one.key for one in labelled if one.label.of(text).isupper()}
        return capitals if len(capitals) > 1 and any(counts[key] > 1 for key in capitals) else set()
    answers = {two.key for one, two in pairwise(labelled) if one.key in sure and _asks(text, one, two)}
    return sure | {key for key in perhaps if counts[key] > 1 or key in answers}


def _asks(text: str, one: _Labelled, two: _Labelled) -> bool:
    """Whether ``two`` follows on a question."""
    near = two.block - one.block <= 2
    return near and one.key != two.key and one.words is not None and text[one.words.end - 1] == "?"


def _is_dense(labelled: Sequence[_Labelled]) -> bool:
    """Whether at least every other paragraph has a label, from the first to the last."""
    return 2 * len({one.block for one in labelled}) >= labelled[-1].block - labelled[0].block + 1


def _turns(
    text: str,
    blocks: Sequence[Span],
    labelled: Sequence[_Labelled],
    ours: Sequence[_Labelled],
    entities: Sequence[Entity],
) -> Iterator[Turn]:
    taken = {one.block for one in labelled}
    dense = _is_dense(ours)
    begin, speakers = 0, Interviewed(text, entities)
    for one, following in zip(ours, [*ours[1:], None], strict=True):
        if one.label.start > begin:
            speakers.introduced(begin, one.label.start)
        words = [one.words] if one.words else []
        end = following.block if following else one.block + 1 + (not words)
        for number, block in enumerate(blocks[one.block + 1 : end], start=one.block + 1):
            # A turn goes on in a paragraph without a label, where that is talk and no stage direction.
            alone = not words and number == one.block + 1
            goes_on = dense and _FIRST_PERSON.search(text, block.start, block.end)
            if number in taken or _DIRECTION.match(text, block.start, block.end) or not (alone or goes_on):
                break
            words.append(block)
        if words:
            yield Turn(one.label, tuple(words), speakers.of(one.key))
            begin = words[-1].end


def _stays(
    text: str, attribution: Attribution, turns: Sequence[Turn], taken: Sequence[tuple[Span, int]]
) -> bool:
    """Whether the tagger's attribution stands beside the turns: outside them all, or as a report within one."""
    everything = (*attribution.content, *attribution.cue, *attribution.source)
    touched = set()
    for span in everything:
        at = max(bisect_right(taken, span.start, key=lambda one: one[0].start) - 1, 0)
        while at < len(taken) and taken[at][0].start < span.end:
            if taken[at][0].overlaps(span):
                touched.add(taken[at][1])
            at += 1
    if not touched:
        return True
    inside = turns[touched.pop()].words
    whole = not touched and all(any(part.contains(span) for part in inside) for span in everything)
    return whole and reports(text, attribution)


_WORD_RUN = re.compile(rf"{UPPER}[\w’'-]*(?:\.?\s{UPPER}[\w’'-]*)*")
_NO_FIRST_NAMES = _TITLES | frozenset(
    "a after and are as asked at before but by did do does for from had has have if in is it of on said says "
    "so that then these this to told was when while will with would yet".split()
)


def _with_labels(text: str, turns: Sequence[Turn], entities: Sequence[Entity]) -> list[Entity]:
    """The names, with those in labels and their full forms elsewhere, which the tagger may have missed."""
    bodies = {token for one in entities if one.type == "organization" for token in _tokens(one.span.of(text))}
    named = [span for turn in turns for span in (turn.label, *turn.speaker)]
    labels = [run for span in named if (run := _WORD_RUN.match(text, span.start, span.end))]
    surnames = {tokens[-1] for run in labels if (tokens := _tokens(run.group()))}
    surnames -= bodies | _SPEAKERS | _TITLES | set(LETTERS)
    persons: list[Span] = []
    for start, end in sorted({run.span() for run in (*labels, *_WORD_RUN.finditer(text))}):
        words = list(_WORD.finditer(text, start, end))
        last = next((at for at, word in enumerate(words) if word.group().casefold() in surnames), None)
        if last is None:
            continue
        first = last
        while first and words[first - 1].group().casefold() not in _NO_FIRST_NAMES:
            first -= 1
        span = Span(words[first].start(), words[last].end())
        if not persons or span.start >= persons[-1].end:
            persons.append(span)
    ends = [span.end for span in persons]

    def is_free(one: Entity) -> bool:
        at = bisect_right(ends, one.span.start)
        return at == len(persons) or persons[at].start >= one.span.end

    found = [*filter(is_free, entities), *(Entity(span, "person") for span in persons)]
    return sorted(found, key=lambda one: one.span)
