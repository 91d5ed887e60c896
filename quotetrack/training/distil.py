"""Teaching a small network what a large one gives, on annotated text and on text that nobody annotated.

The teacher's last layer is kept for some variants of the text and used over and over: asking it costs more than
teaching the pupil. Its heads tell what its labels, names and links would be (Hinton et al. 2015).
"""

from __future__ import annotations

import logging
import random
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from quotetrack.extraction.wordpiece import WordPieces
from quotetrack.training.data import NO_LABEL, Document, Example, examples, noised
from quotetrack.training.network import Tagger
from quotetrack.training.train import (
    ENTITY_WEIGHT,
    LINK_WEIGHT,
    Batch,
    Objective,
    batches,
    collate,
    gold_loss,
    link_logs,
)

log = logging.getLogger(__name__)

NOISY = 0.35
"""The share of the examples in which some words are replaced by any others."""

VECTOR_WEIGHT = 1.0


def material(
    teacher: Tagger, documents: Sequence[Document], splitter: WordPieces, variants: int, chance: random.Random
) -> Callable[[int], Sequence[Example]]:
    """What each epoch learns from: ``variants`` forms of the documents in turn, labelled when first asked for."""
    kept: list[list[Example]] = []

    def of_epoch(epoch: int) -> Sequence[Example]:
        if epoch < variants:
            found = [example for document in documents for example in examples(document, splitter, chance)]
            pieces = np.concatenate([example.ids[1:] for example in found])
            kept.append(
                [noised(example, pieces, chance) if chance.random() < NOISY else example for example in found]
            )
            _teach(teacher, batches(kept[-1], 6000, chance))
            log.info("variant %d: %d examples, %d pieces", epoch + 1, len(found), len(pieces))
        return kept[epoch % variants]

    return of_epoch


@torch.no_grad()  # type: ignore[untyped-decorator]
def _teach(teacher: Tagger, found: Iterable[Sequence[Example]]) -> None:
    teacher.eval()
    for some in found:
        batch = collate(some)
        vectors = teacher.read(batch.ids, batch.features, batch.present).half().numpy()
        for example, taught in zip(some, vectors, strict=True):
            example.taught = taught[: len(example)].copy()


def objective(teacher: Tagger, pupil: Tagger, gold: float) -> Objective:
    """How far the pupil is from its teacher, plus ``gold`` times how surprising the annotations are to it."""

    def loss(vectors: Tensor, batch: Batch) -> Tensor:
        taught = torch.zeros_like(vectors)
        for row, example in enumerate(batch.examples):
            taught[row, : len(example)] = torch.from_numpy(example.taught)
        with torch.no_grad():
            label, entity, links = teacher.heads(taught)
        ours = pupil.heads(vectors)
        words = batch.labels != NO_LABEL
        apart = (
            functional.mse_loss(vectors[batch.present], taught[batch.present]) / taught[batch.present].var()
        )
        total = VECTOR_WEIGHT * apart + _divergence(
            ours[0][words].log_softmax(-1), label[words].log_softmax(-1)
        )
        total = total + ENTITY_WEIGHT * _divergence(
            ours[1][words].log_softmax(-1), entity[words].log_softmax(-1)
        )
        for mine, theirs in zip(
            link_logs(ours[2], batch.present), link_logs(links, batch.present), strict=True
        ):
            total = total + LINK_WEIGHT * _divergence(mine[words], theirs[words])
        return total + gold * gold_loss(pupil, vectors, batch)

    return loss


def _divergence(ours: Tensor, theirs: Tensor) -> Tensor:
    return functional.kl_div(ours, theirs, reduction="batchmean", log_target=True)
