"""``python -m quotetrack.training``: the steps that made the weights, each a command.

    train BASE GOLD_DIR CHECKPOINT            fine-tune the base model in folder BASE on the articles of GOLD_DIR
    shrink BASE GOLD_DIR CHECKPOINT SMALL     leave out layers, heads and neurons, and fit the rest to make up for them
    distil BASE GOLD_DIR CHECKPOINT SMALL     teach the small network what the large one gives
    export BASE SMALL [SMALL ...]             write the quantised tagger into the package
    calibrate GOLD_DIR                        fit what weighs the tagger's answers, on the articles held out

BASE holds ``model.safetensors`` and ``vocab.txt`` of all-MiniLM-L6-v2; see the model card for where it comes from.
"""

from __future__ import annotations

import argparse
import itertools
import json
import logging
import random
import shutil
from dataclasses import fields
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file

from quotetrack.evaluation.reliability import reliability
from quotetrack.extraction.confidence import WEIGHTS, Evidence, fitted
from quotetrack.extraction.tagger import MODEL, VOCABULARY
from quotetrack.extraction.wordpiece import WordPieces
from quotetrack.training.calibrate import cases, fit, piece_cases
from quotetrack.training.data import Document, examples, plain_documents, read_documents
from quotetrack.training.distil import material, objective
from quotetrack.training.export import export
from quotetrack.training.network import Shape, from_bert, load
from quotetrack.training.shrink import shrink
from quotetrack.training.train import batches, gold_loss, split, train

WEIGHTS_FOLDER = Path(str(resources.files("quotetrack") / "weights"))

log = logging.getLogger(__name__)


def main() -> None:
    """Parses the arguments and runs one step."""
    parser = argparse.ArgumentParser(
        prog="python -m quotetrack.training",
        description=__doc__,
        formatter_class=argparse.RawTextHelpFormatter,
    )
    steps = parser.add_subparsers(dest="step", required=True)
    tuning = steps.add_parser("train", help="fine-tune the base model")
    tuning.add_argument("base", type=Path)
    tuning.add_argument("gold", type=Path)
    tuning.add_argument("checkpoint", type=Path)
    tuning.add_argument("--epochs", type=int, default=6)
    tuning.add_argument(
        "--rate",
        type=float,
        default=2e-4,
        help="of the encoder; the heads learn five times as fast",
    )
    tuning.add_argument("--pieces", type=int, default=3000, help="pieces in a batch")
    tuning.add_argument("--dropout", type=float, default=0.1)
    tuning.add_argument("--seed", type=int, default=1)
    tuning.set_defaults(run=run_training)
    shrinking = steps.add_parser("shrink", help="leave out layers, heads and neurons")
    shrinking.add_argument("base", type=Path)
    shrinking.add_argument("gold", type=Path)
    shrinking.add_argument("checkpoint", type=Path)
    shrinking.add_argument("small", type=Path)
    shrinking.add_argument("--heads", type=int, default=4, help="that each layer keeps")
    shrinking.add_argument("--inner", type=int, default=512, help="neurons that each layer keeps")
    shrinking.add_argument("--layers", type=int, help="that stay, from the first; otherwise all")
    shrinking.set_defaults(run=run_shrinking)
    distilling = steps.add_parser("distil", help="teach the small network what the large one gives")
    distilling.add_argument("base", type=Path)
    distilling.add_argument("gold", type=Path)
    distilling.add_argument("checkpoint", type=Path)
    distilling.add_argument("small", type=Path, help="where shrink left it; the taught one takes its place")
    distilling.add_argument("--plain", type=Path, help="a folder of texts that nobody has annotated")
    distilling.add_argument("--epochs", type=int, default=5)
    distilling.add_argument(
        "--variants", type=int, default=2, help="forms of the texts that the teacher labels"
    )
    distilling.add_argument("--rate", type=float, default=3e-4)
    distilling.add_argument(
        "--gold-weight", type=float, default=0.5, help="of the annotations beside the teacher"
    )
    distilling.add_argument("--pieces", type=int, default=3000, help="pieces in a batch")
    distilling.add_argument("--dropout", type=float, default=0.03)
    distilling.add_argument("--seed", type=int, default=1)
    distilling.set_defaults(run=run_distilling)
    packing = steps.add_parser("export", help="write the quantised tagger into the package")
    packing.add_argument("base", type=Path)
    packing.add_argument(
        "checkpoints", type=Path, nargs="+", help="of several runs from one start the mean is written"
    )
    packing.add_argument("--to", type=Path, default=WEIGHTS_FOLDER)
    packing.set_defaults(run=run_export)
    fitting = steps.add_parser("calibrate", help="fit the confidence of what is found")
    fitting.add_argument("gold", type=Path)
    fitting.add_argument("--to", type=Path, default=WEIGHTS_FOLDER / WEIGHTS)
    fitting.set_defaults(run=run_calibration)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    args.run(args)


def run_training(args: argparse.Namespace) -> None:
    """Trains from the base weights and saves the averaged result."""
    splitter, documents = _prepared(args)
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)  # noqa: S311
    tagger = from_bert(load_file(args.base / "model.safetensors"))
    train(
        tagger,
        lambda _: [example for document in documents for example in examples(document, splitter, chance)],
        lambda vectors, batch: gold_loss(tagger, vectors, batch),
        epochs=args.epochs,
        rate=args.rate,
        head_rate=5 * args.rate,
        chance=chance,
        pieces=args.pieces,
        dropout=args.dropout,
        checkpoint=args.checkpoint,
    )


def run_shrinking(args: argparse.Namespace) -> None:
    """Leaves out the last layers of a trained network, then heads and neurons; see ``shrink``."""
    splitter, documents = _prepared(args)
    chance = random.Random(1)  # noqa: S311
    some = [
        example
        for document in chance.sample(documents, min(60, len(documents)))
        for example in examples(document, splitter)
    ]
    found = list(itertools.islice(batches(some, 3000, chance), 16))
    large = load(args.checkpoint)
    large.layers = large.layers[: args.layers]
    shapes = [Shape(args.heads, args.inner)] * len(large.layers)
    torch.save(shrink(large, shapes, found).state_dict(), args.small)


def run_distilling(args: argparse.Namespace) -> None:
    """Teaches the small network, in place."""
    splitter, documents = _prepared(args)
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)  # noqa: S311
    teacher, pupil = load(args.checkpoint), load(args.small)
    if args.plain is not None:
        documents = [*documents, *plain_documents(args.plain)]
    train(
        pupil,
        material(teacher, documents, splitter, args.variants, chance),
        objective(teacher, pupil, args.gold_weight),
        epochs=args.epochs,
        rate=args.rate,
        head_rate=args.rate,
        chance=chance,
        pieces=args.pieces,
        dropout=args.dropout,
        checkpoint=args.small,
    )


def _prepared(args: argparse.Namespace) -> tuple[WordPieces, list[Document]]:
    splitter = WordPieces((args.base / "vocab.txt").read_text(encoding="utf-8").split("\n"))
    documents, held_out = split(read_documents(args.gold))
    log.info("%d articles to train on, %d held out", len(documents), len(held_out))
    return splitter, documents


def run_export(args: argparse.Namespace) -> None:
    """Writes the tagger and its vocabulary; the mean of several checkpoints is steadier (Wortsman et al. 2022)."""
    states = [torch.load(checkpoint, weights_only=True) for checkpoint in args.checkpoints]
    mean = {name: torch.stack([state[name] for state in states]).mean(0).numpy() for name in states[0]}
    export(mean, args.to / MODEL)
    shutil.copyfile(args.base / "vocab.txt", args.to / VOCABULARY)


def run_calibration(args: argparse.Namespace) -> None:
    """Fits on the held-out articles: first which pieces belong to a content, then the confidence.

    The confidence is fitted five times on four fifths to tell the error, and then on all.
    """
    _, held_out = split(read_documents(args.gold))
    x, right = piece_cases(held_out)
    _write(args.to, "pieces", fit(x, right))
    log.info("%d pieces, %.2f of them right", len(right), right.mean())
    # What is found comes with a confidence; until one is fitted, all are as likely as not.
    _write(args.to, "confidence", np.zeros(1 + len(fields(Evidence))))
    x, right = cases(held_out)
    fold = np.arange(len(right)) * 5 // len(right)  # whole articles together, all but at the seams
    expected = np.zeros(len(right))
    for number in range(5):
        weights = fit(x[fold != number], right[fold != number])
        expected[fold == number] = 1 / (1 + np.exp(-x[fold == number] @ weights))
    table = reliability([(float(one), bool(share)) for one, share in zip(expected, right, strict=True)])
    for row in table.bins:
        log.info("confidence %.2f: %.2f right of %d", row.confidence, row.right, row.count)
    log.info("expected calibration error %.3f", table.expected_error)
    _write(args.to, "confidence", fit(x, right))


def _write(path: Path, name: str, weights: NDArray[np.float64]) -> None:
    """Keeps the weights of a regression beside the others."""
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    kept[name] = [round(float(weight), 4) for weight in weights]
    path.write_text(json.dumps(kept) + "\n", encoding="utf-8")
    fitted.cache_clear()


if __name__ == "__main__":
    main()
