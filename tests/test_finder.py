"""From the tagger's answers to attributions: decoding, linking, and which pieces belong together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest

from quotetrack.extraction.decoder import best_labels, grounds, runs
from quotetrack.extraction.encoding import Encoding, encode
from quotetrack.extraction.finder import CONTENT, CUE, SOURCE, Reading, find
from quotetrack.extraction.labels import LABELS, begin, inside
from quotetrack.extraction.linker import link
from quotetrack.extraction.pieces import Piece, belonging
from quotetrack.extraction.quotation import quotations
from quotetrack.extraction.tagger import tagger


@dataclass
class Scripted:
    """A reader that is told which words are what, and what points where: ``(role, words, target words)``."""

    text: str
    spans: list[tuple[int, str, str]]
    share: float = 0.9

    def read(self, encoding: Encoding, start: int, end: int) -> Reading:
        count = end - start
        labels = np.full((count, len(LABELS)), np.log(0.01), dtype=np.float32)
        labels[:, 0] = np.log(self.share)
        links = np.zeros((2, count, 1 + count), dtype=np.float32)
        links[:, :, 0] = 1.0
        for role, words, target in self.spans:
            here, there = self._words(encoding, words), self._words(encoding, target)
            labels[here, 0] = np.log(0.01)
            labels[here, inside(role)] = np.log(self.share)
            labels[here[0], inside(role)] = np.log(0.01)
            labels[here[0], begin(role)] = np.log(self.share)
            if there:
                links[role, here, 0] = 0.0
                links[role, here, there[0] + 1] = 1.0
        entities = np.zeros(count, dtype=np.int64)
        return Reading(labels, entities, links[CONTENT], links[CUE])

    def _words(self, encoding: Encoding, words: str) -> list[int]:
        at = self.text.index(words) if words else len(self.text)
        bounds = zip(encoding.starts, encoding.ends, strict=True)
        return [n for n, (start, end) in enumerate(bounds) if start >= at and end <= at + len(words)]


def found(text: str, *spans: tuple[int, str, str]) -> list[tuple[str, str, str]]:
    marks = quotations(text)
    attributions, _ = find(text, marks, encode(text, marks, tagger().splitter), Scripted(text, list(spans)))
    return [tuple(map(_words(text), (a.content, a.cue, a.source))) for a in attributions]  # type: ignore[misc]


def _words(text: str):  # type: ignore[no-untyped-def]
    return lambda spans: " | ".join(span.of(text) for span in spans)


SPLIT = "“We tried,” Rook said, “and lost.” Rain fell."


def test_a_split_quotation_is_one_content() -> None:
    got = found(
        SPLIT,
        (CONTENT, "“We tried,”", "said"),
        (CONTENT, "“and lost.”", "said"),
        (CUE, "said", "Rook"),
        (SOURCE, "Rook", ""),
    )
    assert got == [("“We tried,” | “and lost.”", "said", "Rook")]


def test_what_points_at_different_cues_is_apart() -> None:
    text = "Rook said taxes rise and Hale warned of floods."
    got = found(
        text,
        (CONTENT, "taxes rise", "said"),
        (CONTENT, "of floods", "warned"),
        (CUE, "said", "Rook"),
        (CUE, "warned", "Hale"),
        (SOURCE, "Rook", ""),
        (SOURCE, "Hale", ""),
    )
    assert got == [("taxes rise", "said", "Rook"), ("of floods", "warned", "Hale")]


def test_contents_without_a_cue_are_apart() -> None:
    text = "“We won.” Rain fell. “We lost.”"
    assert found(text, (CONTENT, "“We won.”", ""), (CONTENT, "“We lost.”", "")) == [
        ("“We won.”", "", ""),
        ("“We lost.”", "", ""),
    ]


def test_an_unquoted_piece_of_another_sentence_is_left_out() -> None:
    text = "Rook said taxes rise. The wall is old."
    got = found(
        text, (CONTENT, "taxes rise", "said"), (CONTENT, "The wall is old", "said"), (CUE, "said", "")
    )
    assert got == [("taxes rise", "said", "")]


def test_a_quotation_behind_a_paragraph_without_content_stands_for_itself() -> None:
    text = "“We tried it,” Rook said. “And we lost.”\n\nRain fell.\n\n“It was a very long day.”"
    first, next_one, far = "“We tried it,”", "“And we lost.”", "“It was a very long day.”"
    got = found(
        text, (CONTENT, first, "said"), (CONTENT, next_one, "said"), (CONTENT, far, "said"), (CUE, "said", "")
    )
    assert got == [(f"{first} | {next_one}", "said", ""), (far, "", "")]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    text = "“We tried it,” Rook said.\n\n“And then we lost.”"
    got = found(
        text,
        (CONTENT, "“We tried it,”", "said"),
        (CONTENT, "“And then we lost.”", "said"),
        (CUE, "said", ""),
    )
    assert got == [("“We tried it,” | “And then we lost.”", "said", "")]


def test_a_quotation_behind_a_later_paragraphs_own_words_stands_for_itself() -> None:
    text = "“We tried it,” Rook said.\n\nHale laughed. “And then we lost.”"
    got = found(
        text,
        (CONTENT, "“We tried it,”", "said"),
        (CONTENT, "“And then we lost.”", "said"),
        (CUE, "said", ""),
    )
    assert got == [("“We tried it,”", "said", ""), ("“And then we lost.”", "", "")]


def test_only_quotations_are_kept_however_unlikely() -> None:
    text = "Perhaps taxes rise. “We lost the wall,” perhaps."
    plain, quoted = (CONTENT, "taxes rise", ""), (CONTENT, "“We lost the wall,”", "")

    def contents(share: float, least: float) -> list[str]:
        marks = quotations(text)
        reader = Scripted(text, [plain, quoted], share)
        encoding = encode(text, marks, tagger().splitter)
        return [a.content[0].of(text) for a in find(text, marks, encoding, reader, least=least)[0]]

    assert contents(0.5, 0.0) == ["taxes rise", "“We lost the wall,”"]
    assert contents(0.5, 0.9) == ["“We lost the wall,”"]


def test_marks_without_a_word_are_no_content() -> None:
    got = found(SPLIT, (CONTENT, "“We tried,”", "said"), (CUE, "said", ""))
    text = "Rook said “ twice."
    assert got == [("“We tried,”", "said", "")]
    assert found(text, (CONTENT, "“", "said"), (CUE, "said", "")) == []


def test_nothing_is_found_in_nothing() -> None:
    assert found("") == []


def test_confidence_falls_with_the_shares() -> None:
    def confidence(share: float) -> float:
        marks = quotations(SPLIT)
        encoding = encode(SPLIT, marks, tagger().splitter)
        reader = Scripted(SPLIT, [(CONTENT, "“We tried,”", "said"), (CUE, "said", "")], share)
        (one,) = find(SPLIT, marks, encoding, reader)[0]
        return one.confidence

    assert confidence(0.5) < confidence(0.9) < confidence(0.99)


def test_a_label_changes_inside_a_quotation_only_for_a_price() -> None:
    text = "“We tried it again,” Rook said."
    encoding = encode(text, quotations(text), tagger().splitter)
    scores = np.full((len(encoding), len(LABELS)), -5.0, dtype=np.float32)
    scores[:, inside(CONTENT)] = -0.1
    scores[0, begin(CONTENT)] = -0.1
    scores[3, 0], scores[3, inside(CONTENT)] = -0.1, -3.0  # "it" looks like nothing
    scores[6:, 0] = 0.0
    (labels,) = best_labels([scores], [grounds(encoding)])
    assert runs(labels, CONTENT) == [(0, 7)]


def test_every_span_begins_with_its_first_label() -> None:
    rng = np.random.default_rng(1)
    text = "“We tried,” Rook said.\n\nRain fell on “the wall” again. " * 3
    encoding = encode(text, quotations(text), tagger().splitter)
    for _ in range(20):
        scores = rng.normal(size=(len(encoding), len(LABELS))).astype(np.float32)
        (labels,) = best_labels([scores], [grounds(encoding)])
        for role in (CONTENT, CUE, SOURCE):
            covered = sum(end - start for start, end in runs(labels, role))
            assert covered == np.isin(labels, (begin(role), inside(role))).sum()


def test_a_link_goes_where_most_of_the_words_point() -> None:
    shares = np.array([[0.1, 0.0, 0.0, 0.9], [0.2, 0.0, 0.7, 0.1], [0.8, 0.1, 0.1, 0.0]], dtype=np.float32)
    two, none = link(shares, [(0, 2), (2, 3)], [(1, 2), (2, 3)])
    assert (two.target, none.target) == (1, None)
    assert two.certainty == pytest.approx(0.5)
    assert none.certainty == pytest.approx(0.8)
    assert link(shares, [(0, 1)], [])[0].target is None


def test_an_unlikely_piece_beside_marks_does_not_belong() -> None:
    states = [1, 2, 2, 2, 3, 0, 0, 0, 0]  # five words in marks, then four outside
    sentences = [1] * 9
    quoted = Piece((0, 5), 0.99, 0.99, 0.99, 0.99)
    doubtful = Piece((7, 9), 0.4, 0.3, 0.9, 0.6)
    sure = Piece((7, 9), 0.99, 0.99, 0.99, 0.99)
    assert belonging([quoted, doubtful], (5, 6), sentences, states) == [quoted]
    assert belonging([doubtful], (5, 6), sentences, states) == [doubtful]
    outside = [0] * 9
    assert belonging([quoted, sure], (5, 6), sentences, outside) == [quoted, sure]
