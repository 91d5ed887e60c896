"""Quotations with a cue of their own right behind them."""

from __future__ import annotations

import pytest
from markup import Told, marked, told

from quotetrack.extraction.spoken import taken_up, told_within, with_own_cues

CASES: dict[str, tuple[str, list[Told]]] = {
    "cue-unknown-to-the-tagger": (
        '[1:"You must be joking,"] Ines Roth spluttered.',
        [('"You must be joking,"', "spluttered", "Ines Roth")],
    ),
    "inverted": (
        '[1:"We shall see,"] murmured Aldo Ferris, the treasurer.',
        [('"We shall see,"', "murmured", "Aldo Ferris, the treasurer")],
    ),
    "source-missed": (
        '[1:"We will not sing,"] <1:said> its conductor, Barnaby Osei, on Monday.',
        [('"We will not sing,"', "said", "its conductor, Barnaby Osei")],
    ),
    "source-of-the-line-before": (
        '[1:"It holds,"] {1:{2:Bo Pelk}} <1:said>.\n[2:"It leaks,"] Minister Ada Rook <2:said>.',
        [('"It holds,"', "said", "Bo Pelk"), ('"It leaks,"', "said", "Minister Ada Rook")],
    ),
    "source-longer-than-what-stands-behind": (
        '[1:"It leaks,"] said {1:Ada Rook, who was wet}.',
        [('"It leaks,"', "", "Ada Rook, who was wet")],
    ),
    "joined-to-its-neighbour": (
        '[1:"I never touched it,"] {1:Roth} <1:said>. [1:"It was the cat,"] quipped Ferris.',
        [('"I never touched it,"', "said", "Roth"), ('"It was the cat,"', "quipped", "Ferris")],
    ),
    "joined-though-the-right-cue-is-there": (
        '[1:"One,"] {1:Roth} <1:said>. [1:"Two,"] {2:Ferris} <2:said>. [2:"Three."]',
        [('"One,"', "said", "Roth"), ('"Two," / "Three."', "said", "Ferris")],
    ),
    "as-somebody-put-it": (
        'He is, as The Gazette once put it in a profile, [1:"the fixer."]',
        [('"the fixer."', "put it", "The Gazette")],
    ),
    "as-somebody-put-it-where-nothing-is-found": (
        'He is, as one critic put it, "the fixer." {1:He} <1:said> [1:no].',
        [('"the fixer."', "put it", "one critic"), ("no", "said", "He")],
    ),
    "to-quote-somebody": (
        'To quote Ines Roth, [1:"nobody eats a press release."]',
        [('"nobody eats a press release."', "To quote", "Ines Roth")],
    ),
    "somebody-without-a-name": (
        '[1:"I saw it,"] {1:Ada Rook} <1:said>. [1:"And did nothing?"] the lawyer asked.',
        [('"I saw it,"', "said", "Ada Rook"), ('"And did nothing?"', "asked", "the lawyer")],
    ),
    "somebody-without-a-name-behind": (
        '[1:"I saw it,"] {1:Ada Rook} <1:said>. [1:"You did not,"] said her younger sister.',
        [('"I saw it,"', "said", "Ada Rook"), ('"You did not,"', "said", "her younger sister")],
    ),
    "what-a-verb-has": (
        '[1:"Racist,"] portrayed his own party, {1:Ada Rook} <1:said>.',
        [('"Racist,"', "said", "Ada Rook")],
    ),
    "quote-by-somebody": (
        '{1:We} <1:have> a saying: [1:"Try again,"] and the quote by Ada Rook: [1:"Or leave."]',
        [('"Try again,"', "have", "We"), ('"Or leave."', "quote", "Ada Rook")],
    ),
    "in-the-words-of-somebody": (
        'In the words of Roth, it was [1:"a very long lunch."]',
        [('"a very long lunch."', "In the words of", "Roth")],
    ),
    "verdict": (
        '[1:"Too little, too late,"] was Roth\'s verdict.',
        [('"Too little, too late,"', "verdict", "Roth's")],
    ),
    "verdict-that-is-somebody-elses": (
        '[1:"Too little,"] {1:Ferris} <1:said>. That was Roth\'s verdict.',
        [('"Too little,"', "said", "Ferris")],
    ),
    "verdict-behind-a-colon": (
        '[1:"Not now"]: that was Roth\'s verdict.',
        [('"Not now"', "verdict", "Roth's")],
    ),
    "shout-that-nothing-was-found-of": (
        '"Friday!" shouted Ines Roth when {1:Ferris} <1:said> [1:no].',
        [('"Friday!"', "shouted", "Ines Roth"), ("no", "said", "Ferris")],
    ),
    "shout-joined-to-its-neighbour": (
        '{1:Roth} <1:said>: [1:"No,"] and left. [1:"Friday!"] shouted Ferris.',
        [('"No,"', "said", "Roth"), ('"Friday!"', "shouted", "Ferris")],
    ),
    "title-before-a-subject": (
        'On "Fox and Friends," Ferris said {1:he} <1:knew> [1:that].',
        [("that", "knew", "he")],
    ),
    "source-in-a-clause-behind": (
        '[1:"Friday!"] <1:shouted> Ines Roth when {1:a reporter} called.',
        [('"Friday!"', "shouted", "Ines Roth")],
    ),
    "source-of-the-next-cue": (
        '[1:"One,"] <1:says> Ferris. [2:"Two,"] <2:says> {1:{2:Roth}}.',
        [('"One,"', "says", "Ferris"), ('"Two,"', "says", "Roth")],
    ),
    "first-person": (
        '[1:"Nothing,"] I said.\n\n[1:"Liar,"] <1:said> {1:Anna Rook}.',
        [('"Nothing,"', "said", "I"), ('"Liar,"', "said", "Anna Rook")],
    ),
    "retort": (
        '[1:"Forty!"] {1:Roth} <1:thundered>. [1:"Some are safe,"] Ferris shot back.',
        [('"Forty!"', "thundered", "Roth"), ('"Some are safe,"', "shot back", "Ferris")],
    ),
    "handle": (
        '[1:"It holds,"] {1:Roth} <1:said>. [1:"It leaks,"] tweeted @leeds88.',
        [('"It holds,"', "said", "Roth"), ('"It leaks,"', "tweeted", "@leeds88")],
    ),
    "one": (
        '[1:"It holds,"] {1:Roth} <1:said>. [1:"It leaks,"] said one.',
        [('"It holds,"', "said", "Roth"), ('"It leaks,"', "said", "one")],
    ),
    "comma-behind-the-mark": (
        "[1:‘It is done’], Roth said.",
        [("‘It is done’", "said", "Roth")],
    ),
    "pronoun": ('[1:"Never!"] she thundered.', [('"Never!"', "thundered", "she")]),
    "two-single-marks": (
        "[1:''We shall see,''] murmured Aldo Ferris.",
        [("''We shall see,''", "murmured", "Aldo Ferris")],
    ),
    "introduced-by-a-line": (
        "Rain fell.\nAldo Ferris, Chair of the Trust, said:\n[1:“It is done.”]\nRain fell.",
        [("“It is done.”", "said", "Aldo Ferris, Chair of the Trust")],
    ),
    "introduced-through-two-paragraphs": (
        "Aldo Ferris wrote in a letter:\n[1:“It is done.]\n[2:“It was long.”]",
        [("“It is done. / “It was long.”", "wrote", "Aldo Ferris")],
    ),
    "introduced-in-its-paragraph": (
        'Rain fell. Mr Ferris insists: [1:"It is done."]',
        [('"It is done."', "insists", "Mr Ferris")],
    ),
    # What has to stay as it is.
    "introduced-with-a-cue-of-its-own": (
        "Aldo Ferris said:\n[1:“It is done,”] {1:Roth} <1:said>.",
        [("“It is done,”", "said", "Roth")],
    ),
    "line-without-a-verb-of-saying": (
        "Aldo Ferris came home:\n[1:“It is done.”]",
        [("“It is done.”", "", "")],
    ),
    "split": (
        '[1:"We tried,"] {1:Rook} <1:said>, [1:"and lost."]',
        [('"We tried," / "and lost."', "said", "Rook")],
    ),
    "cue-before-too": (
        'Then {1:Rook} <1:asked:> [1:"Why?"] Hale said nothing.',
        [('"Why?"', "asked:", "Rook")],
    ),
    "reported-by-another": (
        '[1:"It is over,"] [1:Rook said at noon], <1:according to> {1:the Post}.',
        [('"It is over," / Rook said at noon', "according to", "the Post")],
    ),
    "next-sentence": ('[1:"It is over."] Hale said he was glad.', [('"It is over."', "", "")]),
    "no-verb-of-saying": ('[1:"It is over,"] Rook thinks.', [('"It is over,"', "", "")]),
    "noun": ('[1:"Who, then?"] Her suggestions were few.', [('"Who, then?"', "", "")]),
    "next-paragraph": ('[1:"Who, then?"]\nEditor said no.', [('"Who, then?"', "", "")]),
    "mixed": ('[1:the plan was "vain,"] {1:Rook} <1:said>.', [('the plan was "vain,"', "said", "Rook")]),
}


@pytest.mark.parametrize(("example", "expected"), CASES.values(), ids=CASES.keys())
def test_quotations_get_the_cues_behind_them(example: str, expected: list[Told]) -> None:
    text, marks, attributions = marked(example)
    assert told(text, with_own_cues(text, marks, attributions)) == expected


TOLD = {
    "by-a-paper": (
        '[1:"It is over,"] [1:Rook said at noon], <1:according to> {1:the Post}.',
        [('"It is over,"', "said", "Rook")],
    ),
    "in-one-piece": (
        '[1:"It is over," Rook said], <1:according to> {1:Hale}.',
        [('"It is over,"', "said", "Rook")],
    ),
    "own": ('[1:"It is over,"] {1:Rook} <1:said>.', []),
    "no-verb-of-saying": ('[1:"It is over," Rook thinks], <1:according to> {1:Hale}.', []),
}


@pytest.mark.parametrize(("example", "expected"), TOLD.values(), ids=TOLD.keys())
def test_what_somebody_else_reports_is_found_within(example: str, expected: list[Told]) -> None:
    text, marks, attributions = marked(example)
    assert told(text, told_within(text, marks, attributions)) == expected


TAKEN_UP: dict[str, tuple[str, list[Told]]] = {
    "aside-taken-for-a-cue": (
        '[1:"It rains,"] {1:Rep. Rook} <1:said>, <2:pointing at> [2:the plaster, "and we drown."] He left.',
        [('"It rains," / "and we drown."', "said", "Rep. Rook")],
    ),
    "alone": (
        '[1:"It rains,"] {1:Rook} <1:said>, drily waving his hat, [2:“and we drown.”]',
        [('"It rains," / “and we drown.”', "said", "Rook")],
    ),
    "verb-of-saying": (
        '[1:"It rains,"] {1:Rook} <1:said>, <2:adding> of the hall, [2:"we drown."]',
        [('"It rains,"', "said", "Rook"), ('"we drown."', "adding", "")],
    ),
    "what-the-speaker-recalls": (
        '[1:"It rains,"] {1:Rook} <1:said>, <2:recalling> [2:that in the flood, "we drowned."]',
        [('"It rains,"', "said", "Rook"), ('that in the flood, "we drowned."', "recalling", "")],
    ),
    "new-sentence": (
        '[1:"It rains,"] {1:Rook} <1:said>. Then he left, <2:citing> [2:the plaster, "and we drown."]',
        [('"It rains,"', "said", "Rook"), ('the plaster, "and we drown."', "citing", "")],
    ),
    "capital": (
        '[1:"It rains,"] {1:Rook} <1:said>, pointing at the hall, [2:"We drown."]',
        [('"It rains,"', "said", "Rook"), ('"We drown."', "", "")],
    ),
}


@pytest.mark.parametrize(("example", "expected"), TAKEN_UP.values(), ids=TAKEN_UP.keys())
def test_a_quotation_goes_on_behind_an_aside(example: str, expected: list[Told]) -> None:
    text, marks, attributions = marked(example)
    assert told(text, taken_up(text, marks, attributions)) == expected
