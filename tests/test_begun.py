"""Quotations that go on with what the reporter's words began."""

from __future__ import annotations

import pytest
from markup import marked, told

from quotetrack.extraction.begun import with_beginnings


@pytest.mark.parametrize(
    ("example", "content"),
    [
        pytest.param(
            'It rained. The old pier, now closed, [1:"will not be missed,"] {1:Ines Calloway} <1:said>.',
            'The old pier, now closed, "will not be missed,"',
            id="subject",
        ),
        pytest.param(
            'After that night, [1:"I would not trust a boat,"] {1:he} <1:said>. [1:"Never."]',
            'After that night, "I would not trust a boat," / "Never."',
            id="first-person",
        ),
        pytest.param(
            'After that night, [1:"Nobody went out,"] {1:he} <1:said>.', '"Nobody went out,"', id="capital"
        ),
        pytest.param('But [1:"it rained,"] {1:he} <1:said>.', '"it rained,"', id="one-word"),
        pytest.param(
            'In her speech of Monday [1:"it rained,"] {1:he} <1:said>.', '"it rained,"', id="others-words"
        ),
        pytest.param('The harbour was quiet: [1:"it rained,"] {1:he} <1:said>.', '"it rained,"', id="colon"),
        pytest.param(
            '{2:Olu Farthing} <2:left> and [1:"it rained,"] {1:he} <1:said>. [2:So.]',
            '"it rained,"',
            id="part-of-another",
        ),
        pytest.param(
            'On the pier {1:he} <1:said> [1:"it rained,"] and left.', '"it rained,"', id="cue-before"
        ),
    ],
)
def test_words_before_the_marks_belong_to_a_quotation_that_goes_on_from_them(
    example: str, content: str
) -> None:
    text, marks, attributions = marked(example)
    found = with_beginnings(text, marks, attributions)
    assert told(text, found)[0][0] == content
    assert found[0].kind == ("direct" if content.startswith('"') else "mixed")
