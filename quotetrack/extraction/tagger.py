"""Runs the tagger that ships with the package: an ONNX file and its vocabulary, loaded once."""

from __future__ import annotations

import functools
from importlib import resources

import numpy as np
import onnxruntime

from quotetrack.errors import ModelError
from quotetrack.extraction.decoder import Floats
from quotetrack.extraction.encoding import Encoding
from quotetrack.extraction.finder import Reading
from quotetrack.extraction.wordpiece import WordPieces

MODEL = "tagger.onnx"
VOCABULARY = "vocabulary.txt"
OUTPUTS = ("labels", "entities", "to_cue", "to_source")


class Tagger:
    """The tagger in memory.

    Raises:
        ModelError: the files are missing or damaged.
    """

    def __init__(self) -> None:
        files = resources.files("quotetrack") / "weights"
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = (
            1  # a window is too small to share; several articles can run side by side
        )
        options.log_severity_level = 3
        try:
            self.splitter = WordPieces((files / VOCABULARY).read_text(encoding="utf-8").split("\n"))
            self._session = onnxruntime.InferenceSession(
                (files / MODEL).read_bytes(), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # onnxruntime raises classes of its own that have no common root
            raise ModelError(
                f"{files}: the tagger cannot be loaded ({error}); install quotetrack again"
            ) from error

    def read(self, encoding: Encoding, start: int, end: int) -> Reading:
        """The reading of the words from ``start`` to ``end``; see ``Reader``."""
        first, last = encoding.first[start], encoding.first[end]
        # The special first piece has no feature.
        inputs = {
            "ids": np.concatenate([[self.splitter.cls], encoding.ids[first:last]]),
            "features": np.concatenate([[0], encoding.features[first:last]]),
            "words": encoding.first[start:end] - first + 1,
        }
        labels, entities, to_cue, to_source = self._session.run(OUTPUTS, inputs)
        return Reading(log_softmax(labels), entities.argmax(1), to_cue, to_source)


def log_softmax(scores: Floats) -> Floats:
    """Log-probabilities from raw scores, along the last axis."""
    scores = scores - scores.max(-1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(-1, keepdims=True)), dtype=np.float32)


@functools.cache
def tagger() -> Tagger:
    """The one tagger of this process: loading takes a tenth of a second, and once is enough."""
    return Tagger()
