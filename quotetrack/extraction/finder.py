"""From a text to its attributions: windows through the tagger, labels to spans, spans linked into attributions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from quotetrack.extraction.attribution import Attribution, Entity
from quotetrack.extraction.decoder import Floats, Run, best_labels, runs
from quotetrack.extraction.encoding import Encoding, windows
from quotetrack.extraction.kinds import kind_of
from quotetrack.extraction.labels import ENTITY_TYPES, ROLES
from quotetrack.extraction.linker import Link, link
from quotetrack.extraction.quotation import Quotation
from quotetrack.model import Span, Spans

CONTENT, CUE, SOURCE = range(len(ROLES))


@dataclass(frozen=True, slots=True)
class Reading:
    """What the tagger says of one window.

    ``labels`` holds log-probabilities ``[words, labels]``, ``entities`` the best name label of each word.
    ``to_cue`` and ``to_source`` say how much each word points at the others: ``[words, 1 + words]``, the special
    first place before the words, and rows that sum to one.
    """

    labels: Floats
    entities: np.ndarray[tuple[int], np.dtype[np.int64]]
    to_cue: Floats
    to_source: Floats


class Reader(Protocol):
    """Anything that reads a window of words: the packed tagger, or a network in training."""

    def read(self, encoding: Encoding, start: int, end: int) -> Reading:
        """The reading of the words from ``start`` to ``end``."""


@dataclass(slots=True)
class _Found:
    """An attribution in the making, in words of the article."""

    content: list[Run]
    cue: Run | None
    source: Run | None
    certainties: list[float]


def find(
    text: str, marks: Sequence[Quotation], encoding: Encoding, reader: Reader
) -> tuple[list[Attribution], list[Entity]]:
    """The attributions of ``text`` and the proper names in it, in text order."""
    bounds = list(windows(encoding))
    if not bounds:
        return [], []
    readings = [reader.read(encoding, start, end) for start, end in bounds]
    best = best_labels([r.labels for r in readings], [encoding.states[start:end] for start, end in bounds])
    quoted = [span for mark in marks for span in mark.spans]
    attributions: list[Attribution] = []
    entities: list[Entity] = []
    for (start, _), reading, labels in zip(bounds, readings, best, strict=True):
        for found in _linked(reading, labels):
            content = tuple(_span(encoding, start, run) for run in sorted(found.content))
            attributions.append(
                Attribution(
                    content=content,
                    cue=_spans(encoding, start, found.cue),
                    source=_spans(encoding, start, found.source),
                    kind=kind_of(text, content, quoted),
                    confidence=float(np.prod(found.certainties)),
                )
            )
        for number, kind in enumerate(ENTITY_TYPES):
            entities.extend(
                Entity(_span(encoding, start, run), kind) for run in runs(reading.entities, number)
            )
    attributions.sort(key=lambda a: a.content)
    entities.sort(key=lambda e: e.span)
    return attributions, entities


def _linked(reading: Reading, labels: np.ndarray[tuple[int], np.dtype[np.int64]]) -> Iterator[_Found]:
    contents, cues, sources = (runs(labels, role) for role in (CONTENT, CUE, SOURCE))
    if not contents:
        return
    chosen = np.exp(reading.labels[np.arange(len(labels)), labels])
    cue_links = link(reading.to_cue, contents, cues)
    source_links = link(reading.to_source, cues, sources)
    by_cue: dict[int, _Found] = {}
    for run, where in zip(contents, cue_links, strict=True):
        sure = float(chosen[run[0] : run[1]].mean())
        if where.target is None:
            yield _Found([run], None, None, [sure, where.certainty])
            continue
        found = by_cue.get(where.target)
        if found is None:
            source: Link = source_links[where.target]
            found = by_cue[where.target] = _Found(
                [], cues[where.target], sources[source.target] if source.target is not None else None,
                [source.certainty],
            )  # fmt: skip
        found.content.append(run)
        found.certainties += [sure, where.certainty]
    yield from by_cue.values()


def _span(encoding: Encoding, offset: int, run: Run) -> Span:
    return Span(int(encoding.starts[offset + run[0]]), int(encoding.ends[offset + run[1] - 1]))


def _spans(encoding: Encoding, offset: int, run: Run | None) -> Spans:
    return () if run is None else (_span(encoding, offset, run),)
