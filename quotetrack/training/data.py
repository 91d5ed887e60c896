"""From annotated articles to batches: PolNeAR's layout, brat annotations beside their texts."""

from __future__ import annotations

import json
import random
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from quotetrack.evaluation import Annotation, Pairs, read_annotations
from quotetrack.extraction.encoding import Encoding, Ints, encode, windows
from quotetrack.extraction.labels import ROLES, begin, inside
from quotetrack.extraction.quotation import quotations
from quotetrack.extraction.wordpiece import CAPITALS, PLAIN, WordPieces

Halves = NDArray[np.float16]

NO_LABEL = -100
"""Where the loss does not look: pieces that do not begin a word."""

SILVER_TYPES = {"PERSON": 0, "ORGANIZATION": 1, "LOCATION": 2, "MISC": 3}


@dataclass(frozen=True, slots=True)
class Document:
    """An article with what each of its annotators marked, and silver names."""

    name: str
    text: str
    readings: list[list[Annotation]]
    entities: list[tuple[int, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Example:
    """One window, ready for the network: one entry a piece, the special first piece included.

    ``cue_of[i]`` and ``source_of[i]`` are the pieces that content piece i's cue, and cue piece i's source,
    consist of (first pieces of words only); the special first piece where there is none. ``taught`` is what the
    last layer of a teacher gives for each piece, in half precision; ``annotated`` is false where the labels are not
    to be learned from, only the teacher.
    """

    ids: Ints
    features: Ints
    labels: Ints
    entities: Ints
    cue_of: dict[int, list[int]]
    source_of: dict[int, list[int]]
    annotated: bool = True
    taught: Halves | None = None

    def __len__(self) -> int:
        return len(self.ids)


def read_documents(folder: Path) -> list[Document]:
    """All annotated articles of a split, by name."""
    texts = {path.stem: path.read_bytes().decode("utf-8") for path in (folder / "text").glob("*.txt")}
    readings: dict[str, list[list[Annotation]]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        name = path.stem.rsplit("_", 1)[0]
        readings.setdefault(name, []).append(read_annotations(path, len(texts[name])))
    silver: dict[str, list[tuple[int, int, int]]] = {}
    names = folder / "corenlp.jsonl"
    if names.exists():
        for line in names.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            silver[row["doc"]] = [
                (b, e, SILVER_TYPES[kind]) for b, e, kind in row["entities"] if kind in SILVER_TYPES
            ]
    return [
        Document(name, texts[name], found, silver.get(name, [])) for name, found in sorted(readings.items())
    ]


_STYLES = tuple(
    str.maketrans(here, there)
    for here, there in (("“”", '""'), ("“”‘’", "‘’“”"), ("“”‘’", "''''"), ("“”", "«»"), ("‘’", "''"))
)


def restyled(text: str, chance: random.Random) -> str:
    """The text, sometimes in another house's quotation marks; offsets stay as they are."""
    if chance.random() < 0.2:
        return text.translate(chance.choice(_STYLES))
    return text


def examples(
    document: Document, splitter: WordPieces, chance: random.Random | None = None
) -> Iterator[Example]:
    """The windows of an article; with ``chance``, one annotator's reading and a variant of the text and cuts."""
    readings = document.readings or [[]]
    reading = readings[0]
    text, skip = document.text, 0
    if chance is not None:
        reading = chance.choice(readings)
        text = restyled(text, chance)
        skip = chance.randrange(6)
    # Now and then all small, or all capitals: the shape of the words says nothing.
    shape = chance.choice((PLAIN, CAPITALS)) if chance is not None and chance.random() < 0.06 else None
    encoding = encode(text, quotations(text), splitter, shape=shape)
    labels = np.zeros(len(encoding), dtype=np.int64)
    entities = np.zeros(len(encoding), dtype=np.int64)
    for b, e, kind in document.entities:
        _mark(entities, words_in(encoding, ((b, e),)), kind)
    links = []
    for gold in reading:
        parts = [_runs(encoding, getattr(gold, role)) for role in ROLES]
        for number, runs in enumerate(parts):
            for run in runs:
                _mark(labels, run, number)
        links.append([[word for run in runs for word in run] for runs in parts])
    for start, end in windows(encoding, skip=skip):
        example = _window(encoding, labels, entities, links, start, end, splitter.cls)
        yield example if document.readings else replace(example, annotated=False)


def plain_documents(folder: Path) -> list[Document]:
    """The texts of a folder, which nobody has annotated: for a teacher to label."""
    return [
        Document(path.stem, path.read_bytes().decode("utf-8"), []) for path in sorted(folder.glob("*.txt"))
    ]


def noised(example: Example, pieces: Ints, chance: random.Random, share: float = 0.12) -> Example:
    """The example with some pieces replaced by any others, to ask the teacher about what it has not seen."""
    ids = example.ids.copy()
    for place in range(1, len(ids)):
        if chance.random() < share:
            ids[place] = pieces[chance.randrange(len(pieces))]
    return replace(example, ids=ids, annotated=False)


def words_in(encoding: Encoding, pairs: Pairs) -> list[int]:
    """The words that the pairs of offsets cover."""
    return [word for run in _runs(encoding, pairs) for word in run]


def _runs(encoding: Encoding, pairs: Pairs) -> list[range]:
    runs = []
    for b, e in pairs:
        first = bisect_right(encoding.ends, b)
        behind = bisect_left(encoding.starts, e)
        if first < behind:
            runs.append(range(first, behind))
    return runs


def _mark(labels: Ints, words: Sequence[int], number: int) -> None:
    if words:
        labels[list(words)] = inside(number)
        labels[words[0]] = begin(number)


def _window(
    encoding: Encoding,
    labels: Ints,
    entities: Ints,
    links: list[list[list[int]]],
    start: int,
    end: int,
    cls: int,
) -> Example:
    begin_at, end_at = encoding.first[start], encoding.first[end]
    first = encoding.first[start:end] - begin_at + 1
    count = int(end_at - begin_at) + 1
    marked = np.full((2, count), NO_LABEL, dtype=np.int64)
    marked[0, first], marked[1, first] = labels[start:end], entities[start:end]
    cue_of: dict[int, list[int]] = {}
    source_of: dict[int, list[int]] = {}
    for content, cue, source in links:
        here = [
            [int(first[word - start]) for word in words if start <= word < end]
            for words in (content, cue, source)
        ]
        cue_of.update((piece, here[1] or [0]) for piece in here[0])
        source_of.update((piece, here[2] or [0]) for piece in here[1])
    return Example(
        np.concatenate([[cls], encoding.ids[begin_at:end_at]]),
        np.concatenate([[0], encoding.features[begin_at:end_at]]),
        marked[0],
        marked[1],
        cue_of,
        source_of,
    )
