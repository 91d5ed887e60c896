"""Fine-tuning: batches of windows of like length, one pass of loss over labels, names and links, weights averaged."""

from __future__ import annotations

import copy
import logging
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from quotetrack.extraction.wordpiece import WordPieces
from quotetrack.training.data import NO_LABEL, Document, Example, examples
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


def collate(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Ids, features, presence, labels and entity labels, ``[batch, longest]`` each."""
    shape = (len(batch), max(map(len, batch)))
    ids, features, present = np.zeros(shape, int), np.zeros(shape, int), np.zeros(shape, bool)
    labels, entities = np.full(shape, NO_LABEL), np.full(shape, NO_LABEL)
    for row, example in enumerate(batch):
        count = len(example)
        ids[row, :count], features[row, :count], present[row, :count] = example.ids, example.features, True
        labels[row, :count], entities[row, :count] = example.labels, example.entities
    return (
        torch.from_numpy(ids),
        torch.from_numpy(features),
        torch.from_numpy(present),
        torch.from_numpy(labels),
        torch.from_numpy(entities),
    )


def link_loss(links: Tensor, batch: Sequence[Example], present: Tensor) -> Tensor:
    """How surprising the gold links are: for each content and cue piece, -log of what its target's pieces get."""
    queries_and_keys = links.view(*links.shape[:2], 2, 2, LINK)
    total, count = links.new_zeros(()), 0
    absent = ~present[:, None, :]
    for number, name in enumerate(("cue_of", "source_of")):
        scores = torch.matmul(
            queries_and_keys[:, :, number, 0], queries_and_keys[:, :, number, 1].transpose(1, 2)
        )
        logs = (scores / LINK**0.5).masked_fill(absent, -1e4).log_softmax(-1)
        rows, pieces, targets = [], [], []
        for row, example in enumerate(batch):
            for piece, wanted in getattr(example, name).items():
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
    documents: Sequence[Document],
    splitter: WordPieces,
    *,
    epochs: int,
    rate: float,
    seed: int,
    pieces: int,
    checkpoint: Path,
    dropout: float = 0.1,
) -> Tagger:
    """Fine-tunes ``tagger`` and returns it with its weights averaged over the last steps.

    Saves a checkpoint after each epoch, so that an interrupted run is not lost.
    """
    chance = random.Random(seed)  # noqa: S311
    torch.manual_seed(seed)
    tagger.words.weight.requires_grad = False  # rare words keep what pretraining knew of them
    heads = ("features.", "label.", "entity.", "links.")
    trained = [(name, p) for name, p in tagger.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for n, p in trained if n.startswith(heads)], "lr": 5 * rate},
        {"params": [p for n, p in trained if not n.startswith(heads) and p.ndim > 1], "lr": rate},
        {
            "params": [p for n, p in trained if not n.startswith(heads) and p.ndim <= 1],
            "lr": rate,
            "weight_decay": 0.0,
        },
    ]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01, betas=(0.9, 0.98))
    average = copy.deepcopy(tagger)
    found = [example for document in documents for example in examples(document, splitter, chance)]
    steps = epochs * sum(1 for _ in batches(found, pieces, chance))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(step / (0.06 * steps), max(0.0, (steps - step) / (0.94 * steps)))
    )
    step, seen, started = 0, 0, time.time()
    for epoch in range(epochs):
        tagger.train()
        if epoch:
            found = [example for document in documents for example in examples(document, splitter, chance)]
        for batch in batches(found, pieces, chance):
            ids, features, present, labels, entities = collate(batch)
            label, entity, links = tagger(ids, features, present, dropout)
            loss = functional.cross_entropy(label.flatten(0, 1), labels.flatten(), ignore_index=NO_LABEL)
            linked = link_loss(links, batch, present)
            named = functional.cross_entropy(entity.flatten(0, 1), entities.flatten(), ignore_index=NO_LABEL)
            optimiser.zero_grad()
            (loss + LINK_WEIGHT * linked + ENTITY_WEIGHT * named).backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_([p for _, p in trained], 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            seen += int(present.sum())
            keep = min(AVERAGE, step / (step + 10))
            with torch.no_grad():
                for (_, ours), (_, theirs) in zip(
                    average.named_parameters(), tagger.named_parameters(), strict=True
                ):
                    if theirs.requires_grad:
                        ours.lerp_(theirs, 1 - keep)
            if step % 20 == 0:
                log.info(
                    "epoch %d step %d/%d loss %.3f links %.3f names %.3f, %.0f pieces a second",
                    epoch + 1, step, steps, loss, linked, named, seen / (time.time() - started),
                )  # fmt: skip
        torch.save(average.state_dict(), checkpoint)
        log.info("epoch %d saved", epoch + 1)
    return average
