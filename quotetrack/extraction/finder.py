"""From a text to its attributions: windows through the tagger, labels to spans, spans linked into attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Protocol

import numpy as np

from quotetrack.extraction.attribution import Attribution, Entity
from quotetrack.extraction.confidence import Evidence, confidence
from quotetrack.extraction.decoder import Floats, Run, best_labels, grounds, runs
from quotetrack.extraction.encoding import OPENS, OUTSIDE, PARAGRAPH, WITHIN, Encoding, Ints, windows
from quotetrack.extraction.kinds import kind_of
from quotetrack.extraction.labels import ENTITY_TYPES, ROLES, inside
from quotetrack.extraction.linker import link
from quotetrack.extraction.pieces import Piece, belonging
from quotetrack.extraction.quotation import Quotation
from quotetrack.model import Kind, Span, as_pairs

CONTENT, CUE, SOURCE = range(len(ROLES))

LEAST = 0.2
"""How sure the tagger has to be of words without quotation marks.

Of what it is less sure of, one in five is right. On held-out articles content@0.8 rises from 69.2 to 70.2 and who+what
from 63.8 to 65.1; 0.15 to 0.3 differ little.
"""

_QUOTATION = 4
"""The fewest words, marks among them, of a quotation that stands for itself when no cue has it."""

_GROUP = 64
"""How many windows are decoded side by side: enough to be quick, few enough for the links to fit in 20 MB."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger says of one window.

    ``labels`` holds log-probabilities ``[words, labels]``, ``entities`` the best name label of each word.
    ``to_cue`` and ``to_source`` say how much each word points at the others: ``[words, 1 + words]``, the special
    first place before the words, and rows that sum to one.
    """

    labels: Floats
    entities: Ints
    to_cue: Floats
    to_source: Floats


class Reader(Protocol):
    """Anything that reads a window of words: the packed tagger, or a network in training."""

    def read(self, encoding: Encoding, start: int, end: int) -> Reading:
        """The reading of the words from ``start`` to ``end``."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Where the words of a window stand: one entry a word.

    Attributes:
        sentences: the number of its sentence.
        paragraphs: the number of its paragraph.
        states: how it stands to quotation marks.
    """

    sentences: Sequence[int]
    paragraphs: Sequence[int]
    states: Sequence[int]

    def begins(self, piece: Piece) -> bool:
        """Whether nothing of its paragraph stands before a piece, as far as the window shows."""
        start = piece.run[0]
        return start == 0 or bool(self.paragraphs[start - 1] < self.paragraphs[start])


@dataclass(frozen=True, slots=True)
class Candidate:
    """An attribution in the making, in words of its window ``scene``."""

    pieces: Sequence[Piece]
    cue: Run | None
    source: Run | None
    cue_share: float
    source_link: float
    scene: Scene

    def likely(self) -> Sequence[Piece]:
        """The pieces that the layout lets belong to the cue.

        A piece without quotation marks that stands in another sentence than the cue is more often a neighbour's
        content than a paraphrase that goes on: without those, content@0.8 on held-out articles rose from 68.4 to 68.9.
        And no content leaps over a whole paragraph (of 159 in train articles that run through several, 3 do) or goes on
        behind a later paragraph's own words: 3 of 146.
        """
        if self.cue is None or len(self.pieces) == 1:
            return self.pieces
        scene, cue = self.scene, self.cue[0]
        first = last = scene.paragraphs[cue]
        pieces = [
            piece for piece in self.pieces if scene.paragraphs[piece.run[0]] <= last or scene.begins(piece)
        ]
        reached = {scene.paragraphs[piece.run[0]] for piece in pieces}
        while first - 1 in reached:
            first -= 1
        while last + 1 in reached:
            last += 1
        kept = [
            piece
            for piece in pieces
            if first <= scene.paragraphs[piece.run[0]] <= last
            and (
                scene.states[piece.run[0]] != OUTSIDE or scene.sentences[piece.run[0]] == scene.sentences[cue]
            )
        ]
        return kept or self.pieces

    def settled(self) -> Iterator[Candidate]:
        """This attribution with the pieces that belong to it, and each quotation left over by itself.

        Which belong, see ``pieces``. What stands in quotation marks was said by somebody and must not get lost.
        """
        likely = self.likely()
        if self.cue is not None:
            likely = belonging(likely, self.cue, self.scene.sentences, self.scene.states)
        if len(likely) == len(self.pieces):
            yield self
            return
        yield replace(self, pieces=likely)
        for piece in self.pieces:
            start, end = piece.run
            if piece not in likely and self.scene.states[start] == OPENS and end - start >= _QUOTATION:
                yield Candidate([piece], None, None, 0.0, 0.0, self.scene)

    def evidence(self, kind: Kind) -> Evidence:
        """All that the confidence in this attribution rests on."""
        return Evidence(
            content=min(piece.content for piece in self.pieces),
            edges=min(piece.edge for piece in self.pieces),
            stop=min(piece.stop for piece in self.pieces),
            cue_link=0.0 if self.cue is None else min(piece.link for piece in self.pieces),
            cue=self.cue_share,
            source_link=self.source_link,
            direct=float(kind == "direct"),
            pieces=len(self.pieces) - 1.0,
        )


def find(
    text: str, marks: Sequence[Quotation], encoding: Encoding, reader: Reader, *, least: float = LEAST
) -> tuple[list[Attribution], list[Entity]]:
    """The attributions of ``text`` and the proper names in it, in text order.

    Args:
        text: the article.
        marks: its outermost quotations.
        encoding: its words.
        reader: what reads a window of them.
        least: the confidence below which words without quotation marks are no statement.
    """
    quoted = [span for mark in marks for span in mark.spans]
    attributions: list[Attribution] = []
    entities: list[Entity] = []
    for start, reading, found in candidates(encoding, reader):
        for candidate in chain.from_iterable(each.settled() for each in found):
            spans = (_span(encoding, start, run) for run in sorted(piece.run for piece in candidate.pieces))
            content = tuple(span for span in spans if any(map(str.isalnum, span.of(text))))
            if not content:  # marks without a word
                continue
            kind = kind_of(text, content, quoted)
            evidence = candidate.evidence(kind)
            sure = confidence(evidence)
            if kind == "indirect" and sure < least:
                continue
            attributions.append(
                Attribution(
                    content=content,
                    cue=() if candidate.cue is None else (_span(encoding, start, candidate.cue),),
                    source=() if candidate.source is None else (_span(encoding, start, candidate.source),),
                    kind=kind,
                    confidence=sure,
                    evidence=evidence,
                )
            )
        names = reading.entities.tolist()
        for number, entity_type in enumerate(ENTITY_TYPES):
            entities.extend(Entity(_span(encoding, start, run), entity_type) for run in runs(names, number))
    attributions.sort(key=lambda attribution: as_pairs(attribution.content))
    entities.sort(key=lambda entity: entity.span.start)
    return attributions, entities


def candidates(encoding: Encoding, reader: Reader) -> Iterator[tuple[int, Reading, Iterator[Candidate]]]:
    """Each window's first word, its reading, and what may be attributions in it."""
    sentences = np.cumsum(encoding.positions != WITHIN).tolist()
    paragraphs = np.cumsum(encoding.positions == PARAGRAPH).tolist()
    states = encoding.states.tolist()
    for start, reading, labels in _windows_read(encoding, reader):
        here = slice(start, start + len(labels))
        scene = Scene(sentences[here], paragraphs[here], states[here])
        yield start, reading, _linked(reading, labels, scene)


def _windows_read(encoding: Encoding, reader: Reader) -> Iterator[tuple[int, Reading, list[int]]]:
    """Each window's first word, its reading, and its best labels."""
    standing = grounds(encoding)
    bounds = windows(encoding)
    while group := list(islice(bounds, _GROUP)):
        readings = [reader.read(encoding, start, end) for start, end in group]
        best = best_labels(
            [reading.labels for reading in readings], [standing[start:end] for start, end in group]
        )
        for (start, _), reading, labels in zip(group, readings, best, strict=True):
            yield start, reading, labels


def _linked(reading: Reading, labels: Sequence[int], scene: Scene) -> Iterator[Candidate]:
    contents, cues, sources = (runs(labels, role) for role in (CONTENT, CUE, SOURCE))
    if not contents:
        return
    # The word behind the last decides where a content ends; at the end of a window there is none.
    shares = np.append(np.exp(reading.labels[np.arange(len(labels)), labels]), np.float32(1.0))
    more = [*np.exp(reading.labels[:, inside(CONTENT)]).tolist(), 0.0]
    by_cue: dict[int | None, list[Piece]] = {}
    links = link(reading.to_cue, contents, cues)
    for run, where in zip(contents, links, strict=True):
        start, end = run
        edge = min(float(shares[start]), float(shares[end]))
        piece = Piece(run, _mean(shares, run), edge, 1.0 - more[end], where.certainty)
        by_cue.setdefault(where.target, []).append(piece)
    source_links = link(reading.to_source, cues, sources)
    for target, pieces in by_cue.items():
        if target is None:  # each content without a cue stands for itself
            for piece in pieces:
                yield Candidate([piece], None, None, 0.0, 0.0, scene)
            continue
        cue, to_source = cues[target], source_links[target]
        source = None if to_source.target is None else sources[to_source.target]
        yield Candidate(pieces, cue, source, _mean(shares, cue), to_source.certainty, scene)


def _span(encoding: Encoding, window: int, run: Run) -> Span:
    return Span(encoding.starts[window + run[0]], encoding.ends[window + run[1] - 1])


def _mean(shares: Floats, run: Run) -> float:
    start, end = run
    return float(np.add.reduce(shares[start:end]) / np.float32(end - start))
