"""What makes the weights: that the network, what is exported of it and what it learns from agree."""

# ruff: noqa: E402

from __future__ import annotations

import random
from importlib import resources
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="the extra 'training' is not installed")
pytest.importorskip("onnx", reason="the extra 'training' is not installed")

import onnxruntime
from annotated import DAM, GOLD, brat, save

from quotetrack.extraction.encoding import FEATURES
from quotetrack.extraction.labels import ROLES, begin, inside
from quotetrack.extraction.tagger import OUTPUTS, VOCABULARY, tagger
from quotetrack.training.data import NO_LABEL, examples, noised, read_documents
from quotetrack.training.export import export
from quotetrack.training.network import LINK, Shape, Tagger, load, shapes_of
from quotetrack.training.shrink import shrink
from quotetrack.training.train import batches, collate, gold_loss, train

FEW = 60
"""The pieces that a small network knows."""
PIECES = (resources.files("quotetrack") / "weights" / VOCABULARY).read_text(encoding="utf-8").split("\n")


def network(*shapes: Shape, seed: int = 3) -> Tagger:
    """A network whose weights are random, those of its normalisations too."""
    torch.manual_seed(seed)
    made = Tagger(FEW, shapes or (Shape(2, 48), Shape(1, 32)))
    with torch.no_grad():
        for name, weights in made.named_parameters():
            if "norm" in name:
                weights.add_(0.3 * torch.randn_like(weights))
    return made.eval()


def window(length: int = 40) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pieces, features, and the places of the pieces that begin a word."""
    chance = np.random.default_rng(5)
    words = np.sort(chance.choice(np.arange(1, length), length // 2, replace=False))
    return chance.integers(0, FEW, length), chance.integers(0, FEATURES, length), words


def test_what_is_exported_gives_what_the_network_gives(tmp_path: Path) -> None:
    made = network()
    export({name: weights.numpy() for name, weights in made.state_dict().items()}, tmp_path / "tagger.onnx")
    ids, features, words = window()
    with torch.no_grad():
        batch = [torch.from_numpy(one)[None] for one in (ids, features)]
        label, entity, links = (one[0] for one in made(*batch, torch.ones_like(batch[0], dtype=torch.bool)))
    links = links.view(-1, 2, 2, LINK)
    heard = [0, *words]
    expected = [
        label[words],
        entity[words],
        *((links[words, n, 0] @ links[heard, n, 1].T / LINK**0.5).softmax(-1) for n in range(2)),
    ]
    session = onnxruntime.InferenceSession(tmp_path / "tagger.onnx", providers=["CPUExecutionProvider"])
    found = session.run(OUTPUTS, {"ids": ids, "features": features, "words": words})
    for name, ours, theirs in zip(OUTPUTS, found, expected, strict=True):
        assert ours.shape == theirs.shape, name
        assert np.abs(ours - theirs.numpy()).max() < 0.05 * float(theirs.std()) + 0.005, name


def test_a_network_is_saved_and_loaded_with_its_shapes(tmp_path: Path) -> None:
    made = network()
    torch.save(made.state_dict(), tmp_path / "made.pt")
    again = load(tmp_path / "made.pt")
    assert shapes_of(again.state_dict()) == (Shape(2, 48), Shape(1, 32))
    assert all(torch.equal(a, b) for a, b in zip(made.parameters(), again.parameters(), strict=True))


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    save(tmp_path, "dam", DAM, brat(DAM, GOLD))
    return tmp_path


def test_the_labels_of_a_window_are_those_that_annotators_marked(gold: Path) -> None:
    (document,) = read_documents(gold)
    (example,) = examples(document, tagger().splitter)
    (place,) = np.flatnonzero(example.ids == PIECES.index("knew"))
    cue, content = ROLES.index("cue"), ROLES.index("content")
    assert example.labels[place] == begin(cue)
    assert example.source_of[place] == [0]  # nobody is named
    assert example.labels[0] == NO_LABEL
    (paid,) = np.flatnonzero(example.ids == PIECES.index("paid"))
    assert example.labels[paid] == inside(content)
    assert example.cue_of[paid] == [place]


def test_each_example_is_in_one_batch(gold: Path) -> None:
    (document,) = read_documents(gold)
    found = [example for _ in range(7) for example in examples(document, tagger().splitter)]
    some = list(batches(found, 2 * len(found[0]), random.Random(1)))
    assert sorted(id(one) for batch in some for one in batch) == sorted(map(id, found))
    assert max(len(batch) for batch in some) == 2
    batch = collate(found[:2])
    assert batch.present.sum() == sum(map(len, found[:2]))


def test_noise_takes_the_labels_away(gold: Path) -> None:
    (document,) = read_documents(gold)
    (example,) = examples(document, tagger().splitter)
    noisy = noised(example, np.array([7]), random.Random(1), share=1.0)
    assert set(noisy.ids[1:]) == {7}
    assert noisy.ids[0] == example.ids[0]
    assert not noisy.annotated
    assert example.annotated


def test_training_makes_the_annotations_less_surprising(gold: Path, tmp_path: Path) -> None:
    (document,) = read_documents(gold)
    found = list(examples(document, tagger().splitter))
    torch.manual_seed(1)
    made = Tagger(len(PIECES), (Shape(1, 32),))

    def surprise() -> float:
        made.eval()
        batch = collate(found)
        with torch.no_grad():
            vectors = made.read(batch.ids, batch.features, batch.present)
            return float(gold_loss(made, vectors, batch))

    before = surprise()
    train(
        made,
        lambda _: found,
        lambda vectors, batch: gold_loss(made, vectors, batch),
        epochs=12,
        rate=2e-3,
        head_rate=2e-3,
        chance=random.Random(1),
        pieces=500,
        checkpoint=tmp_path / "made.pt",
    )
    assert surprise() < before / 2


def test_what_is_left_of_a_network_is_fitted_to_what_it_gave(gold: Path) -> None:
    large = network(Shape(3, 64), Shape(2, 64))
    (document,) = read_documents(gold)
    found = [
        noised(one, np.arange(FEW), random.Random(n), share=1.0)
        for n in range(20)
        for one in examples(document, tagger().splitter)
    ]
    for example in found:
        example.ids[0] = 1
    shapes = (Shape(2, 40), Shape(1, 40))
    small = shrink(large, shapes, [found])
    assert shapes_of(small.state_dict()) == shapes
    batch = collate(found)

    def gap(other: Tagger) -> float:
        with torch.no_grad():
            ours, theirs = (one.read(batch.ids, batch.features, batch.present) for one in (other, large))
        return float((ours - theirs)[batch.present].pow(2).mean())

    cut = network(*shapes)
    cut.load_state_dict(
        {
            name: large.state_dict()[name][tuple(slice(size) for size in weights.shape)]
            for name, weights in cut.state_dict().items()
        }
    )
    assert gap(small) < gap(cut) / 2
