"""Forms that the tagger takes wrongly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markup import Told, marked, told

from quotetrack.extraction.attribution import Attribution, apart
from quotetrack.extraction.line_labels import labelled, parted_by_labels, without_datelines
from quotetrack.extraction.quotation import quotations
from quotetrack.extraction.repairs import repaired
from quotetrack.extraction.spoken import taken_up, with_own_cues
from quotetrack.model import Span

CASES: dict[str, tuple[str, list[Told]]] = {
    "quoted-as-saying": (
        "[1:Ines Calloway] <1:was quoted> [1:as saying that it was cold].",
        [("that it was cold", "was quoted as saying", "Ines Calloway")],
    ),
    "quoted-as-saying-within-the-cue": (
        "[1:Ines Calloway] <1:was quoted as saying> [1:it was cold].",
        [("it was cold", "was quoted as saying", "Ines Calloway")],
    ),
    "quoted-by-a-medium-as-telling": (
        "[1:Piers Adeyemi] <1:was quoted by> {1:the agency} [1:as telling reporters that it failed].",
        [("that it failed", "was quoted by the agency as telling reporters", "Piers Adeyemi")],
    ),
    "subject-of-the-cue": (
        "{1:Olu Farthing} left early. Ines Calloway <1:called> [1:that a lie].",
        [("that a lie", "called", "Ines Calloway")],
    ),
    "subject-of-the-cue-is-a-pronoun": (
        "{1:Olu Farthing} left early. He <1:said> [1:it was late].",
        [("it was late", "said", "He")],
    ),
    "no-subject-but-a-first-word": (
        "{1:Olu Farthing} left early. Talk <1:turned to> [1:who would follow].",
        [("who would follow", "turned to", "Olu Farthing")],
    ),
    "subject-in-the-same-sentence": (
        "{1:Olu Farthing}, who left early, <1:said> [1:it was late].",
        [("it was late", "said", "Olu Farthing")],
    ),
    "second-verb": (
        '[1:"We got there,"] {1:Ines Calloway} <1:said> on Monday announcing [1:that it had closed].',
        [
            ('"We got there,"', "said", "Ines Calloway"),
            ("that it had closed", "announcing", "Ines Calloway"),
        ],
    ),
    "second-verb-that-says-nothing": (
        '[1:"We got there,"] {1:Ines Calloway} <1:said> with a smile that told [1:that it had closed].',
        [('"We got there,"', "said", "Ines Calloway")],
    ),
    "goes-on-in-other-words": (
        '[1:"We got there,"] {1:Ines Calloway} <1:said>, [1:but not in time].',
        [('"We got there," / but not in time', "said", "Ines Calloway")],
    ),
    "what-leads-to-a-quotation": (
        'It praised [1:her drive: "Go on,"] {1:Ines Calloway} <1:said>.',
        [('"Go on,"', "said", "Ines Calloway")],
    ),
    "words-of-another-within": (
        '[1:Farthing said: "Go on,"] {1:Ines Calloway} <1:reported>.',
        [('Farthing said: "Go on,"', "reported", "Ines Calloway")],
    ),
    "named-behind-the-cue": (
        "It rained. Nobody sailed since {1:records} began, <1:says> [1:the Lume Office, and many] left.",
        [("Nobody sailed since records began", "says", "the Lume Office")],
    ),
    "subject-of-what-is-said": (
        "{1:Ines Calloway, a lawyer}, <1:said> [1:Olu Farthing, too, had left].",
        [("Olu Farthing, too, had left", "said", "Ines Calloway, a lawyer")],
    ),
    "what-another-does": (
        '[1:"A dock,"] {1:Olu Farthing} <1:said>. Ines Calloway shrugged. [1:"Ours!"]',
        [('"A dock,"', "said", "Olu Farthing"), ('"Ours!"', "shrugged", "Ines Calloway")],
    ),
    "what-the-speaker-does": (
        '[1:"A dock,"] {1:Ines Calloway} <1:said>. Calloway shrugged. [1:"Ours!"]',
        [('"A dock," / "Ours!"', "said", "Ines Calloway")],
    ),
    "time-of-a-post": (
        '[1:09:48 "It came,"] {1:Ines Calloway} <1:said>.',
        [('"It came,"', "said", "Ines Calloway")],
    ),
    "asked-first": (
        "<1:Asked> [1:whether it was late], {1:Ines Calloway} laughed.",
        [("whether it was late", "Asked", "")],
    ),
    "what-it-was": (
        "What {1:Ines Calloway} <1:did say> [1:was that it failed].",
        [("that it failed", "did say", "Ines Calloway")],
    ),
    "sentence-behind-a-quotation": (
        '{1:Ines Calloway} <1:asked>: [1:"Which one?" Nobody answered].',
        [('"Which one?"', "asked", "Ines Calloway")],
    ),
    "is-asked": (
        "{1:Ines Calloway}, <1:asked> [1:whether it was late], laughed.",
        [("whether it was late", "asked", "")],
    ),
    "asks-behind-what-somebody-is": (
        "{1:Ines Calloway, the mayor,} <1:asked> [1:whether it was late].",
        [("whether it was late", "asked", "Ines Calloway, the mayor,")],
    ),
    "with-one-saying": (
        "{1:The board} met, with its chair, Lume senator Ines Calloway, <1:calling> [1:it a farce].",
        [("it a farce", "calling", "its chair, Lume senator Ines Calloway")],
    ),
    "conjunction-at-the-end": (
        "{1:Ines Calloway} <1:said> [1:it was safe, two days after] {2:Farthing} <2:called> [2:it a trap].",
        [("it was safe", "said", "Ines Calloway"), ("it a trap", "called", "Farthing")],
    ),
    "conjunction-at-the-end-of-the-text": (
        "{1:Ines Calloway} <1:said> [1:it was safe and] ",
        [("it was safe and", "said", "Ines Calloway")],
    ),
    "even-at-the-end": (
        "{1:Ines Calloway} <1:said> [1:it was safe even] as {2:Farthing} <2:called> [2:it a trap].",
        [("it was safe", "said", "Ines Calloway"), ("it a trap", "called", "Farthing")],
    ),
    "adverb-at-the-end": (
        "{1:Ines Calloway} <1:said> [1:it had never closed before].",
        [("it had never closed before", "said", "Ines Calloway")],
    ),
    "dateline": (
        "[1:LOW HARBOUR, March 3 (Agency)] — [1:The port will close], {1:Ines Calloway} <1:said>.",
        [("The port will close", "said", "Ines Calloway")],
    ),
    "capitals-in-the-content": (
        "{1:Ines Calloway} <1:said> [1:NATO — and not the port — will close].",
        [("NATO — and not the port — will close", "said", "Ines Calloway")],
    ),
    "acted-upon": (
        "Ines Calloway was fined by {1:Judge Olu Farthing} after <1:telling> reporters [1:that it was late].",
        [("that it was late", "telling", "Ines Calloway")],
    ),
    "behind-an-opening": (
        "Under questions by the bank's lawyer, {1:Olu Farthing KC, Calloway} <1:admitted> [1:that it was late].",
        [("that it was late", "admitted", "Calloway")],
    ),
    "behind-what-somebody-is": (
        "At Lume, {1:the mayor, Olu Farthing} <1:admitted> [1:that it was late].",
        [("that it was late", "admitted", "the mayor, Olu Farthing")],
    ),
    "acts": (
        "It was fixed by {1:Olu Farthing} after <1:asking> [1:whether it was late].",
        [("whether it was late", "asking", "Olu Farthing")],
    ),
    "quotation-that-ends-the-paragraph-before": (
        '[1:"It failed."]\n\n[1:"Nonsense,"] {1:Ines Calloway} <1:said>.',
        [('"It failed."', "", ""), ('"Nonsense,"', "said", "Ines Calloway")],
    ),
    "quotation-that-goes-on-in-the-next-paragraph": (
        '[1:"It failed.\n\n"It always fails,"] {1:Ines Calloway} <1:said>.',
        [('"It failed.\n\n"It always fails,"', "said", "Ines Calloway")],
    ),
    "cue-in-the-paragraph-before": (
        '[1:"It failed,"] {1:Ines Calloway} <1:said>.\n\n[1:"It always fails."]',
        [('"It failed," / "It always fails."', "said", "Ines Calloway")],
    ),
    "comma-before-when": (
        '{1:Ines Calloway} <1:said> [1:"It failed," when Olu Farthing asked her].',
        [('"It failed,"', "said", "Ines Calloway")],
    ),
    "citing": (
        "{1:The Ledger} <1:reported>, citing [1:Olu Farthing, the director, that it was sold].",
        [("that it was sold", "reported", "The Ledger")],
    ),
    "citing-those-who-are-not-named": (
        "[1:It was sold], {1:{2:The Ledger}} <1:said>, <2:citing> [2:two people familiar with the talks].",
        [("It was sold", "said", "The Ledger")],
    ),
    "citing-a-surname": (
        "{1:{2:The Ledger}}, <2:citing> [2:Farthing], <1:said> [1:it was sold].",
        [("it was sold", "said", "The Ledger")],
    ),
    "citing-a-reason": (
        "{1:{2:The Ledger}} <1:said> [1:it was sold], <2:citing> [2:the price of coal].",
        [("it was sold", "said", "The Ledger"), ("the price of coal", "citing", "The Ledger")],
    ),
    "citing-behind-a-day": (
        "{1:The Ledger} <1:reported> on Friday, citing [1:Olu Farthing, that it was sold].",
        [("that it was sold", "reported", "The Ledger")],
    ),
    "citing-as-the-cue": (
        "{1:The Ledger} reported, <1:citing> [1:Olu Farthing, the director, that it was sold].",
        [("that it was sold", "reported", "The Ledger")],
    ),
    "quoting-as-the-cue": (
        "{1:State radio} said on Friday, <1:quoting> [1:Olu Farthing, that it was sold].",
        [("that it was sold", "said", "State radio")],
    ),
    "citing-in-the-source": (
        "{1:The Ledger, citing} Olu Farthing, <1:reported> [1:that it was sold].",
        [("that it was sold", "reported", "The Ledger")],
    ),
    "cited-in-the-content": (
        "{1:The Ledger} <1:reported> [1:that it was sold], citing [1:director Olu Farthing].",
        [("that it was sold", "reported", "The Ledger")],
    ),
    "cited-alone": (
        "<2:Citing> [2:Fire Chief Olu Farthing], {1:{2:the Ledger}} <1:reported> [1:that it was sold].",
        [("that it was sold", "reported", "the Ledger")],
    ),
    "cited-reason": (
        "{1:Rook} <1:resigned>, {2:she} <2:citing> [2:her health].",
        [("her health", "citing", "she")],
    ),
    "own-aside": (
        "As Judge Olu Farthing, {1:I} think, <1:said>, [1:it was sold].",
        [("it was sold", "said", "Judge Olu Farthing")],
    ),
    "own-belief": (
        "As Judge Olu Farthing said, {1:I} <1:think> [1:it was sold].",
        [("it was sold", "think", "I")],
    ),
    "supposed": ('[1:"Why now?"] one might ask.', [('"Why now?"', "might ask", "one")]),
    "supposed-of-a-cynic": (
        "[1:“Who needs it?”] a cynic could well say.",
        [("“Who needs it?”", "could well say", "a cynic")],
    ),
    "pieces-with-only-a-space-between": (
        "{1:Rook} <1:attacked> [1:Hale] [1:for saying so].",
        [("Hale for saying so", "attacked", "Rook")],
    ),
    "nickname": (
        '[1:"Big Sal"] Moretti <1:said> [1:he had been asleep].',
        [("he had been asleep", "said", '"Big Sal" Moretti')],
    ),
    "nickname-within-a-name": (
        'Marcus "The Hammer" {1:Oduya} <1:said> [1:he would fight].',
        [("he would fight", "said", 'Marcus "The Hammer" Oduya')],
    ),
    "noun-as-subject": (
        "{1:Her} <1:warning> [1:that the slope would give way was ignored].",
        [("that the slope would give way", "warning", "Her")],
    ),
    "noun-as-subject-of-a-name": (
        "{1:Ada Rook's} <1:claim> [1:that she had won drew laughter].",
        [("that she had won", "claim", "Ada Rook's")],
    ),
    "ends-with-the-comma": (
        '{1:She} <1:said>, [1:"Stay here," until the rain stopped].',
        [('"Stay here,"', "said", "She")],
    ),
    # What has to stay as it is.
    "list-of-quotations": (
        '{1:She} <1:listed> [1:"Home," "Rain" and "Bread"].',
        [('"Home," "Rain" and "Bread"', "listed", "She")],
    ),
    "reported-by-another": (
        '[1:"We tried," Rook said], <1:according to> {1:the Ledger}.',
        [('"We tried," Rook said', "according to", "the Ledger")],
    ),
    "quotation-that-the-sentence-uses": (
        '{1:She} <1:praised> [1:the "old guard," who stayed].',
        [('the "old guard," who stayed', "praised", "She")],
    ),
    "noun-as-object": (
        "He heard {1:her} <1:warning> [1:that what would give way was the slope].",
        [("that what would give way was the slope", "warning", "her")],
    ),
    "noun-with-a-longer-clause": (
        "{1:Her} <1:warning> [1:that the slope that would give way was steep] was ignored.",
        [("that the slope that would give way was steep", "warning", "Her")],
    ),
    "verb": (
        "{1:Rook} <1:said> [1:that all she would say was no].",
        [("that all she would say was no", "said", "Rook")],
    ),
    "pieces-of-two-paragraphs": (
        "[1:It failed]\n[1:and fell], {1:Rook} <1:said>.",
        [("It failed / and fell", "said", "Rook")],
    ),
    "pieces-in-marks": (
        '[1:"One."] [1:"Two,"] {1:Rook} <1:said>.',
        [('"One." / "Two,"', "said", "Rook")],
    ),
    "quoted-otherwise": (
        "[1:The minister] <1:was quoted> [1:in the report].",
        [("The minister / in the report", "was quoted", "")],
    ),
    "asked-in-earnest": ('[1:"Why now?"] {1:Rook} <1:asked>.', [('"Why now?"', "asked", "Rook")]),
    "title-in-a-headline": (
        "{1:Retired General} <1:Reveals> [1:‘Grim’ Years Of Service]",
        [("‘Grim’ Years Of Service", "Reveals", "Retired General")],
    ),
    "source-cut-at-a-preposition": (
        "{1:The board's chairman at} the time, Lord Rook, <1:said> [1:that it failed].",
        [("that it failed", "said", "The board's chairman at the time, Lord Rook,")],
    ),
    "source-before-another-sentence": (
        "{1:The man from} Lume left. He <1:said> [1:that it failed].",
        [("that it failed", "said", "He")],
    ),
    "quotation-of-one-word": ('[1:"Never,"] {1:Anna Rook} <1:said>.', [('"Never,"', "said", "Anna Rook")]),
}


@pytest.mark.parametrize(("example", "expected"), CASES.values(), ids=CASES.keys())
def test_forms_are_put_right(example: str, expected: list[Told]) -> None:
    text, marks, attributions = marked(example)
    assert told(text, repaired(text, marks, attributions)) == expected


def test_what_is_nothing_but_a_nickname_is_no_statement() -> None:
    text, marks, attributions = marked('Jo [1:"Shorty"] Rook left.')
    assert repaired(text, marks, attributions) == []


LABELS = {
    "two": (
        '{1:Haulier Ada Rook}: [1:"I lose." Commuter Ivo Hale: "Nobody told us."]',
        [('"I lose."', "", "Haulier Ada Rook"), ('"Nobody told us."', ":", "Commuter Ivo Hale")],
    ),
    "three": (
        '{1:Rook}: [1:"One." Hale: "Two." Pelk: "Three."]',
        [('"One."', "", "Rook"), ('"Two."', ":", "Hale"), ('"Three."', ":", "Pelk")],
    ),
    "no-end-before": (
        '{1:Rook} <1:said> [1:the "plan" Hale: "Two" was one].',
        [('the "plan" Hale: "Two" was one', "said", "Rook")],
    ),
    "no-name": (
        '{1:Rook} <1:said> [1:"One." and then: "Two."]',
        [('"One." and then: "Two."', "said", "Rook")],
    ),
}


@pytest.mark.parametrize(("example", "expected"), LABELS.values(), ids=LABELS.keys())
def test_a_name_and_a_colon_begin_what_another_says(example: str, expected: list[Told]) -> None:
    text, marks, attributions = marked(example)
    parted = sorted(parted_by_labels(text, marks, attributions), key=lambda one: one.content[0].start)
    assert told(text, parted) == expected


LABELLED: dict[str, tuple[str, list[Told]]] = {
    "label-of-another": (
        'Mr. Farthing rose. {1:{2:Ines Calloway}}<1::>\n[1:"Why?"]\nMr. Farthing: [2:"Because."]',
        [('"Why?"', ":", "Ines Calloway"), ('"Because."', ":", "Mr. Farthing")],
    ),
    "label-that-is-no-name": (
        '{1:Ines Calloway} <1:spoke>.\nLine of the Week: [1:"Because."]',
        [('"Because."', "spoke", "Ines Calloway")],
    ),
    "own-label": (
        'Farthing rose.\n{1:Farthing}<1::> [1:"Because."]',
        [('"Because."', ":", "Farthing")],
    ),
}


@pytest.mark.parametrize(("example", "expected"), LABELLED.values(), ids=LABELLED.keys())
def test_a_line_with_a_label_is_of_whom_it_names(example: str, expected: list[Told]) -> None:
    text, marks, attributions = marked(example)
    assert told(text, labelled(text, marks, attributions)) == expected


@pytest.mark.parametrize(
    ("example", "left"),
    [
        pytest.param("{LOWMOOR}<:> [The minister asked all to stop.]\nNo.", 0, id="dateline"),
        pytest.param("{CALLOWAY}<:> [The dam is safe.]\nIt rained, and Calloway left.", 1, id="somebody"),
        pytest.param("{CALLOWAY}<:> [DAM IS SAFE]", 1, id="headline"),
        pytest.param("{CALLOWAY}<:> [Why?]\nFARTHING: So.\nCALLOWAY: No.", 1, id="transcript"),
        pytest.param("{Calloway}<:> [The dam is safe.]", 1, id="name"),
        pytest.param("{NPA}<:> [Mayor to resign]", 1, id="agency"),
    ],
)
def test_where_it_was_written_says_nothing(example: str, left: int) -> None:
    text, _, attributions = marked(example)
    assert len(without_datelines(text, attributions)) == left


PIECES = [
    *(
        '"It failed,"',
        '"Why?"',
        "“It holds.”",
        "said",
        "asked",
        "Asked whether",
        "citing",
        "was fined by",
        "that",
    ),
    *(
        "hours after",
        "Ines Calloway",
        "Olu Farthing",
        "He",
        "the mayor,",
        "LOWMOOR —",
        "09:48",
        ",",
        ".",
        ":",
    ),
    *("\n", "\n\n", " and", "calling", "shrugged."),
]


@given(st.lists(st.sampled_from(PIECES), min_size=3, max_size=14), st.data())
def test_whatever_the_tagger_finds_something_is_made_of_it(pieces: list[str], data: st.DataObject) -> None:
    text = " ".join(pieces) + data.draw(st.sampled_from(["", " ", "."]))
    at = st.integers(0, len(text) - 1)
    spans = st.tuples(at, at).map(lambda pair: Span(min(pair), max(pair) + 1))
    kinds = st.sampled_from(["direct", "mixed", "indirect"])
    made = st.builds(
        Attribution,
        content=st.lists(spans, min_size=1, max_size=3).map(apart),
        cue=st.lists(spans, max_size=1).map(tuple),
        source=st.lists(spans, max_size=1).map(tuple),
        kind=kinds,
        confidence=st.just(0.5),
    )
    marks = quotations(text)
    found = repaired(text, marks, data.draw(st.lists(made, max_size=4)))
    found = taken_up(text, marks, with_own_cues(text, marks, found))
    found = without_datelines(text, labelled(text, marks, parted_by_labels(text, marks, found)))
    for one in found:
        assert one.content
        assert all(0 <= span.start < span.end <= len(text) for span in (*one.content, *one.cue, *one.source))
