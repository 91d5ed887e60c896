"""Fine-tuning: batches of windows of like length, one pass of loss over labels, names and links, weights averaged."""

from __future__ import annotations

import copy
import logging
import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from quotetrack.training.data import NO_LABEL, Document, Example
from quotetrack.training.network import LINK, Tagger

log = logging.getLogger(__name__)

HELD_OUT = 21
"""Every so many-th train article is never trained on: the calibration of confidence rests on them."""

ENTITY_WEIGHT = 0.3
LINK_WEIGHT = 0.3
AVERAGE = 0.995
"""How much of the averaged weights each step keeps."""


def split(documents: Sequence[Document]) -> tuple[list[Document], list[Document]]:
    """The articles to train on, and those held out."""
    held_out = list(documents[HELD_OUT // 2 :: HELD_OUT])
    names = {document.name for document in held_out}
    return [document for document in documents if document.name not in names], held_out


def batches(found: Sequence[Example], pieces: int, chance: random.Random) -> Iterator[list[Example]]:
    """All examples in batches of about ``pieces`` pieces, padding included, in random order."""
    ordered = sorted(found, key=lambda example: (len(example), chance.random()))
    made: list[list[Example]] = [[]]
    for example in ordered:
        if (len(made[-1]) + 1) * len(example) > pieces:
            made.append([])
        made[-1].append(example)
    chance.shuffle(made)
    yield from filter(None, made)


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side, padded to the longest: ``[batch, longest]`` each."""

    examples: Sequence[Example]
    ids: Tensor
    features: Tensor
    present: Tensor
    labels: Tensor
    entities: Tensor


Objective = Callable[[Tensor, Batch], Tensor]
"""What is to become small: from the last layer's vectors, ``[batch, longest, WIDTH]``, and the batch."""


def collate(examples: Sequence[Example]) -> Batch:
    """Pads and stacks."""
    shape = (len(examples), max(map(len, examples)))
    ids, features, present = np.zeros(shape, int), np.zeros(shape, int), np.zeros(shape, bool)
    labels, entities = np.full(shape, NO_LABEL), np.full(shape, NO_LABEL)
    for row, example in enumerate(examples):
        count = len(example)
        ids[row, :count], features[row, :count], present[row, :count] = example.ids, example.features, True
        labels[row, :count], entities[row, :count] = example.labels, example.entities
    return Batch(examples, *map(torch.from_numpy, (ids, features, present, labels, entities)))


def gold_loss(tagger: Tagger, vectors: Tensor, batch: Batch) -> Tensor:
    """How surprising the labels, names and links of the annotated examples are."""
    label, entity, links = tagger.heads(vectors)
    annotated = torch.tensor([example.annotated for example in batch.examples])[:, None]
    if not annotated.any():
        return vectors.new_zeros(())

    def surprise(scores: Tensor, labels: Tensor) -> Tensor:
        labels = labels.where(annotated, NO_LABEL)
        return functional.cross_entropy(scores.flatten(0, 1), labels.flatten(), ignore_index=NO_LABEL)

    return (
        surprise(label, batch.labels)
        + LINK_WEIGHT * link_loss(links, batch.examples, batch.present)
        + ENTITY_WEIGHT * surprise(entity, batch.entities)
    )


def link_logs(links: Tensor, present: Tensor) -> Iterator[Tensor]:
    """For each kind of link, how much each piece points at each, as logarithms: ``[batch, pieces, pieces]``."""
    queries_and_keys = links.view(*links.shape[:2], 2, 2, LINK)
    absent = ~present[:, None, :]
    for number in range(2):
        queries, keys = queries_and_keys[:, :, number, 0], queries_and_keys[:, :, number, 1]
        scores = torch.matmul(queries, keys.transpose(1, 2)) / LINK**0.5
        yield scores.masked_fill(absent, -1e4).log_softmax(-1)


def link_loss(links: Tensor, batch: Sequence[Example], present: Tensor) -> Tensor:
    """How surprising the gold links are: for each content and cue piece, -log of what its target's pieces get."""
    total, count = links.new_zeros(()), 0
    for logs, name in zip(link_logs(links, present), ("cue_of", "source_of"), strict=True):
        rows, pieces, targets = [], [], []
        for row, example in enumerate(batch):
            for piece, wanted in getattr(example, name).items() if example.annotated else ():
                rows.append(row)
                pieces.append(piece)
                targets.append(wanted)
        if not rows:
            continue
        longest = max(map(len, targets))
        padded = torch.tensor([[*t, *([-1] * (longest - len(t)))] for t in targets])
        picked = logs[torch.tensor(rows), torch.tensor(pieces)].gather(1, padded.clamp(min=0))
        total = total - picked.masked_fill(padded < 0, -1e4).logsumexp(-1).sum()
        count += len(rows)
    return total / max(count, 1)


def train(
    tagger: Tagger,
    material: Callable[[int], Sequence[Example]],
    objective: Objective,
    *,
    epochs: int,
    rate: float,
    head_rate: float,
    chance: random.Random,
    pieces: int,
    checkpoint: Path,
    dropout: float = 0.1,
) -> Tagger:
    """Fine-tunes ``tagger`` and returns it with its weights averaged over the last steps.

    Saves a checkpoint after each epoch, so that an interrupted run is not lost.

    Args:
        tagger: what is trained, in place.
        material: the examples of an epoch, by its number.
        objective: what is to become small.
        epochs: how often the material is asked for.
        rate: the highest learning rate of the encoder.
        head_rate: that of the heads.
        chance: where the order of the batches comes from.
        pieces: how many pieces a batch has, about.
        checkpoint: where the averaged weights are saved.
        dropout: the share of channels that are dropped.
    """
    tagger.words.weight.requires_grad = False  # rare words keep what pretraining knew of them
    heads = ("features.", "label.", "entity.", "links.")
    trained = [(name, p) for name, p in tagger.named_parameters() if p.requires_grad]
    body = [(name, p) for name, p in trained if not name.startswith(heads)]
    groups = [
        {"params": [p for n, p in trained if n.startswith(heads)], "lr": head_rate},
        {"params": [p for _, p in body if p.ndim > 1], "lr": rate},
        {"params": [p for _, p in body if p.ndim <= 1], "lr": rate, "weight_decay": 0.0},
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    average = copy.deepcopy(tagger)
    found = material(0)
    steps = epochs * sum(1 for _ in batches(found, pieces, chance))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(step / (0.06 * steps), max(0.0, (steps - step) / (0.94 * steps)))
    )
    step, seen, started = 0, 0, time.time()
    for epoch in range(epochs):
        tagger.train()
        if epoch:
            found = material(epoch)
        for examples in batches(found, pieces, chance):
            batch = collate(examples)
            loss = objective(tagger.read(batch.ids, batch.features, batch.present, dropout), batch)
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([p for _, p in trained], 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            seen += int(batch.present.sum())
            keep = min(AVERAGE, step / (step + 10))
            with torch.no_grad():
                for (_, ours), (_, theirs) in zip(
                    average.named_parameters(), tagger.named_parameters(), strict=True
                ):
                    if theirs.requires_grad:
                        ours.lerp_(theirs, 1 - keep)
            if step % 20 == 0:
                log.info(
                    "epoch %d step %d/%d loss %.3f, %.0f pieces a second",
                    epoch + 1, step, steps, float(loss.detach()), seen / (time.time() - started),
                )  # fmt: skip
        torch.save(average.state_dict(), checkpoint)
        log.info("epoch %d saved", epoch + 1)
    return average
