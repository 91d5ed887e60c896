"""The same words twice in an article."""

from __future__ import annotations

import pytest
from markup import marked, told

from quotetrack.extraction.repeats import repeats, words_once
from quotetrack.model import Speaker

# The speaker of each attribution, "" for nobody; the numbers that are dropped.
CASES: dict[str, tuple[str, list[str], set[int]]] = {
    "title": (
        "[1:Ferry will sail again], <1:says> {1:Pellew}\n\n[2:The ferry will sail again], {2:Rohan Pellew} <2:said>.",
        ["Rohan Pellew", "Rohan Pellew"],
        {0},
    ),
    "pull-quote": (
        '[1:"I was never once late,"] {1:Rook} <1:said>.\n\n[2:“I was never once late”]\n',
        ["Ada Rook", ""],
        {1},
    ),
    "pull-quote-trimmed": (
        '[1:“and the roof fell in”]\n\n[2:"We slept, and the roof fell in,"] {2:Rook} <2:said>.',
        ["", "Ada Rook"],
        {0},
    ),
    "caption-trimmed": (
        '{1:Marsh}<1::> [1:"They took the gate but left."]\n\n'
        '[2:"They took the gate but left the fence,"] {2:she} <2:said>.',
        ["Jo Marsh", "Jo Marsh"],
        {0},
    ),
    # What is kept.
    "two-speakers": (
        '[1:"Not a word more,"] {1:Rook} <1:said>. [2:"Not a word more,"] {2:Hale} <2:said>.',
        ["Ada Rook", "Bo Hale"],
        set(),
    ),
    "few-words": (
        '[1:"No,"] {1:Rook} <1:said>. [2:"No,"] {2:she} <2:said>.',
        ["Ada Rook", "Ada Rook"],
        set(),
    ),
    "trimmed-by-another": (
        '{1:Hale}<1::> [1:"They took the gate but left."]\n\n'
        '[2:"They took the gate but left the fence,"] {2:she} <2:said>.',
        ["Bo Hale", "Jo Marsh"],
        set(),
    ),
    "other-words": (
        "{1:Rook} <1:said> [1:taxes would rise]. {2:She} <2:said> [2:taxes would fall].",
        ["Ada Rook", "Ada Rook"],
        set(),
    ),
}


@pytest.mark.parametrize(("example", "names", "dropped"), CASES.values(), ids=CASES.keys())
def test_repeats(example: str, names: list[str], dropped: set[int]) -> None:
    text, _, attributions = marked(example)
    assert repeats(text, attributions, [(Speaker(name),) if name else () for name in names]) == dropped


@pytest.mark.parametrize(
    ("example", "content"),
    [
        pytest.param(
            "‘[1:I never touched it]’\n\n[1:‘I never touched it,’] {1:he} <1:said>.",
            "‘I never touched it,’",
            id="title",
        ),
        pytest.param(
            '[1:"We slept."] [1:"Then it fell in,"] {1:he} <1:said>.\n\n[1:“Then it fell in”]',
            '"We slept." / "Then it fell in,"',
            id="pull-quote",
        ),
        pytest.param(
            '[1:"On and on and"] [1:"on and on and,"] {1:he} <1:said>.',
            '"On and on and" / "on and on and,"',
            id="in-one-paragraph",
        ),
    ],
)
def test_another_paragraph_repeats_no_piece(example: str, content: str) -> None:
    text, _, (attribution,) = marked(example)
    assert told(text, [words_once(text, attribution)])[0][0] == content
