"""The tagger as a PyTorch module: a BERT encoder with features added, and four small heads.

The encoder is the standard one (Devlin et al. 2019) at MiniLM's size (Wang et al. 2020), so that its weights can
be loaded; what quotation marks, position and letter case say enters as learned vectors added to the pieces'.
The heads read the vector of each word's first piece.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from quotetrack.extraction.encoding import FEATURES
from quotetrack.extraction.labels import ENTITY_LABELS, LABELS

WIDTH = 384
HEAD = 32
"""The width of an attention head."""
POSITIONS = 512
LINK = 64
"""The width of the vectors that are compared to find links."""


def drop(x: Tensor, chance: float, training: bool) -> Tensor:
    """Dropout of whole channels of a window (Gal and Ghahramani 2016): one draw for all its pieces, which is cheap."""
    if not training or not chance:
        return x
    return x * functional.dropout(x.new_ones(x.shape[0], 1, x.shape[2]), chance)


@dataclass(frozen=True, slots=True)
class Shape:
    """How wide a layer is: its attention heads, and the neurons of its feed-forward net."""

    heads: int
    inner: int


FULL = (Shape(12, 1536),) * 6
"""The layers of the base model."""


def shapes_of(state: Mapping[str, Sized]) -> tuple[Shape, ...]:
    """The shapes of the layers of a network with this state."""
    count = sum(name.endswith(".widen.bias") for name in state)
    return tuple(
        Shape(
            len(state[f"layers.{number}.qkv.bias"]) // (3 * HEAD), len(state[f"layers.{number}.widen.bias"])
        )
        for number in range(count)
    )


class Layer(nn.Module):
    """One encoder layer: self-attention and a feed-forward net, each added to its input and normalised."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads, inner = shape.heads, shape.inner
        self.qkv = nn.Linear(WIDTH, 3 * self.heads * HEAD)
        self.out = nn.Linear(self.heads * HEAD, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, inner)
        self.narrow = nn.Linear(inner, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Vectors in, vectors out: ``[batch, pieces, WIDTH]``; ``mask`` is added to the attention scores."""
        x = self.attention_norm(x + drop(self.out(self.heard(x, mask)), dropout, self.training))
        return self.output_norm(x + drop(self.narrow(self.fired(x)), dropout, self.training))

    def heard(self, x: Tensor, mask: Tensor) -> Tensor:
        """What the heads gather, side by side: ``[batch, pieces, heads * HEAD]``."""
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, self.heads, HEAD).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(qkv[0], qkv[1].transpose(-1, -2)) / math.sqrt(HEAD) + mask
        return torch.matmul(scores.softmax(-1), qkv[2]).transpose(1, 2).reshape(batch, length, -1)

    def fired(self, x: Tensor) -> Tensor:
        """What the neurons of the feed-forward net give: ``[batch, pieces, inner]``."""
        return functional.gelu(self.widen(x))


class Tagger(nn.Module):
    """The whole network, with layers of the given shapes."""

    def __init__(self, vocabulary: int, shapes: Sequence[Shape] = FULL) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.embedding_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(map(Layer, shapes))
        self.label = nn.Linear(WIDTH, len(LABELS))
        self.entity = nn.Linear(WIDTH, len(ENTITY_LABELS))
        # Two links, each a query and a key: from content to its cue, and from cue to its source.
        self.links = nn.Linear(WIDTH, 4 * LINK)
        nn.init.zeros_(self.features.weight)

    def forward(
        self, ids: Tensor, features: Tensor, present: Tensor, dropout: float = 0.0
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores for each piece: labels, entity labels, and the four link vectors side by side."""
        return self.heads(self.read(ids, features, present, dropout))

    def read(self, ids: Tensor, features: Tensor, present: Tensor, dropout: float = 0.0) -> Tensor:
        """What the last layer gives for each piece: ``[batch, pieces, WIDTH]``."""
        x = drop(self.embedded(ids, features), dropout, self.training)
        mask = masked(present)
        for layer in self.layers:
            x = layer(x, mask, dropout)
        return x

    def embedded(self, ids: Tensor, features: Tensor) -> Tensor:
        """What the first layer reads."""
        places = torch.arange(ids.shape[1], device=ids.device)
        vectors: Tensor = self.embedding_norm(
            self.words(ids) + self.positions(places) + self.features(features)
        )
        return vectors

    def heads(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """The scores that the last layer's vectors give."""
        return self.label(x), self.entity(x), self.links(x)


def masked(present: Tensor) -> Tensor:
    """What is added to the attention scores, so that nothing listens to padding."""
    return (1.0 - present[:, None, None, :].float()) * -1e4


def load(checkpoint: Path) -> Tagger:
    """The network that was saved, whatever the shapes of its layers."""
    state = torch.load(checkpoint, weights_only=True)
    tagger = Tagger(len(state["words.weight"]), shapes_of(state))
    tagger.load_state_dict(state)
    return tagger


def from_bert(weights: Mapping[str, Tensor]) -> Tagger:
    """A tagger that starts from the weights of a BERT of this size (``model.safetensors``, read)."""
    tagger = Tagger(weights["embeddings.word_embeddings.weight"].shape[0])
    kind = weights["embeddings.token_type_embeddings.weight"][0]
    state = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"] + kind,
        "embedding_norm.weight": weights["embeddings.LayerNorm.weight"],
        "embedding_norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    names = {
        "out": "attention.output.dense",
        "attention_norm": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "output_norm": "output.LayerNorm",
    }
    for number in range(len(FULL)):
        theirs = f"encoder.layer.{number}"
        for part in ("weight", "bias"):
            state[f"layers.{number}.qkv.{part}"] = torch.cat(
                [weights[f"{theirs}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
            )
            for ours, name in names.items():
                state[f"layers.{number}.{ours}.{part}"] = weights[f"{theirs}.{name}.{part}"]
    missing, unexpected = tagger.load_state_dict(state, strict=False)
    heads = ("features.", "label.", "entity.", "links.")
    if unexpected or not all(name.startswith(heads) for name in missing):
        raise ValueError(f"not the weights of a BERT of this size: {missing} {unexpected}")
    return tagger
