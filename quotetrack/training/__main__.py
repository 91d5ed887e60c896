"""``python -m quotetrack.training``: the steps that made the weights, each a command.

    train BASE GOLD_DIR CHECKPOINT     fine-tune the base model in folder BASE on the articles of GOLD_DIR
    export BASE CHECKPOINT             write the quantised tagger into the package
    calibrate GOLD_DIR                 fit the confidence on the articles of GOLD_DIR that were held out

BASE holds ``model.safetensors`` and ``vocab.txt`` of all-MiniLM-L6-v2; see the model card for where it comes from.
"""

from __future__ import annotations

import argparse
import json
import logging
import shutil
from importlib import resources
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file

from quotetrack.evaluation.reliability import reliability
from quotetrack.extraction.confidence import WEIGHTS
from quotetrack.extraction.tagger import MODEL, VOCABULARY
from quotetrack.extraction.wordpiece import WordPieces
from quotetrack.training.calibrate import cases, fit
from quotetrack.training.data import read_documents
from quotetrack.training.export import export
from quotetrack.training.network import from_bert
from quotetrack.training.train import split, train

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
    packing = steps.add_parser("export", help="write the quantised tagger into the package")
    packing.add_argument("base", type=Path)
    packing.add_argument("checkpoint", type=Path)
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
    splitter = WordPieces((args.base / "vocab.txt").read_text(encoding="utf-8").split("\n"))
    documents, held_out = split(read_documents(args.gold))
    log.info("%d articles to train on, %d held out", len(documents), len(held_out))
    tagger = from_bert(load_file(args.base / "model.safetensors"))
    train(
        tagger,
        documents,
        splitter,
        epochs=args.epochs,
        rate=args.rate,
        seed=args.seed,
        pieces=args.pieces,
        dropout=args.dropout,
        checkpoint=args.checkpoint,
    )


def run_export(args: argparse.Namespace) -> None:
    """Writes the tagger and its vocabulary."""
    state = torch.load(args.checkpoint, weights_only=True)
    export({name: value.numpy() for name, value in state.items()}, args.to / MODEL)
    shutil.copyfile(args.base / "vocab.txt", args.to / VOCABULARY)


def run_calibration(args: argparse.Namespace) -> None:
    """Fits on the held-out articles, five times on four fifths to tell the error, and then on all."""
    _, held_out = split(read_documents(args.gold))
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
    fitted = [round(float(weight), 4) for weight in fit(x, right)]
    args.to.write_text(json.dumps({"weights": fitted}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
