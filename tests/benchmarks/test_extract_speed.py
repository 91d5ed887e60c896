"""How fast articles are read but for the tagger's network: ``pytest --benchmark-only tests/benchmarks``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import quotetrack
from quotetrack import pipeline
from quotetrack.extraction.encoding import Encoding
from quotetrack.extraction.finder import Reading
from quotetrack.extraction.tagger import tagger

ARTICLES = Path(__file__).parents[2] / "data" / "articles" / "text"


class Remembering:
    """The tagger, which answers what it was asked before from memory."""

    def __init__(self) -> None:
        self.splitter = tagger().splitter
        self._answers: dict[tuple[bytes, bytes], Reading] = {}

    def read(self, encoding: Encoding, start: int, end: int) -> Reading:
        pieces = slice(encoding.first[start], encoding.first[end])
        asked = encoding.ids[pieces].tobytes(), encoding.features[pieces].tobytes()
        if asked not in self._answers:
            self._answers[asked] = tagger().read(encoding, start, end)
        return self._answers[asked]


def test_read_every_sample(benchmark: Callable[..., int], monkeypatch: pytest.MonkeyPatch) -> None:
    reader = Remembering()
    monkeypatch.setattr(pipeline, "tagger", lambda: reader)
    texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    assert benchmark(lambda: sum(len(quotetrack.extract(text)) for text in texts)) > 100
