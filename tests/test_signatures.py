"""Names beside quotations, which no sentence joins to them."""

from __future__ import annotations

import pytest
from markup import Told, marked, told

from quotetrack.extraction.signatures import signed

CASES: dict[str, tuple[str, list[Told]]] = {
    "dash": (
        '[1:"I voted for the otter."] — Commissioner Zeb Kristoffersen\n',
        [('"I voted for the otter."', "", "Commissioner Zeb Kristoffersen")],
    ),
    "dash-not-found-by-the-tagger": (
        "“A bridge is a promise.” —Orsolya Fenn, chief engineer\n",
        [("“A bridge is a promise.”", "", "Orsolya Fenn, chief engineer")],
    ),
    "dash-in-the-next-line": (
        '[1:"I have slept through worse."]\n— J. P. Oakhanger, Lower Quay',
        [('"I have slept through worse."', "", "J. P. Oakhanger, Lower Quay")],
    ),
    "dash-and-full-stop": (
        '[1:"It was a long night."] - Ita Mulqueen.\nRain fell.',
        [('"It was a long night."', "", "Ita Mulqueen")],
    ),
    "dashes-under-one-cue": (
        '[1:"I slept through it."] <1:—> {1:Ned Pike}\n\n[1:"I did not sleep."] -- Mrs. Ita Hall\n',
        [('"I slept through it."', "", "Ned Pike"), ('"I did not sleep."', "", "Mrs. Ita Hall")],
    ),
    "introduced": (
        'And from the chair, Tobiah Rook:\n\n[1:"Done and dusted."]\n',
        [('"Done and dusted."', "", "the chair, Tobiah Rook")],
    ),
    "introduced-in-part": (
        'The statement of Marguerite Sable, {1:the coach}<1::>\n\n[1:"I am leaving."]\n',
        [('"I am leaving."', "", "Marguerite Sable, the coach")],
    ),
    "introduced-on-a-day": (
        'This from Hal Dunmore on Tuesday:\n[1:"Nobody told me."]\n',
        [('"Nobody told me."', "", "Hal Dunmore")],
    ),
    "headline": (
        "[1:'We have no choice']: Okafor-Dahl on the trams\n\nMore rain.",
        [("'We have no choice'", "", "Okafor-Dahl")],
    ),
    # What has to stay as it is.
    "title-of-a-work": ('"Nobody Asked the Heron" — Jo Marsh\n\nIt opens at nine.', []),
    "sentence-behind-a-dash": ('[1:"It works"] — Rook <1:said> so.', [('"It works"', "said", "")]),
    "aside": ('[1:"It works"] — Rook was sure — and left.\n', [('"It works"', "", "")]),
    "cue-before": (
        '{1:Hale} <1:read out>: [1:"It was a long night."] — Ada Rook\n',
        [('"It was a long night."', "read out", "Hale")],
    ),
    "introduced-by-nobody": ('From the sea:\n\n[1:"Done."]\n', [('"Done."', "", "")]),
    "same-line": ('Words from Ada Rook: [1:"Done."]\n', [('"Done."', "", "")]),
}


@pytest.mark.parametrize(("example", "expected"), CASES.values(), ids=CASES.keys())
def test_names_beside_quotations_are_their_sources(example: str, expected: list[Told]) -> None:
    text, marks, attributions = marked(example)
    assert told(text, signed(text, marks, attributions)) == expected
