"""The tagger as a PyTorch module: a BERT encoder with features added, and four small heads.

The encoder is the standard one (Devlin et al. 2019) at MiniLM's size (Wang et al. 2020), so that its weights can
be loaded; what quotation marks, position and letter case say enters as learned vectors added to the pieces'.
The heads read the vector of each word's first piece.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

from quotetrack.extraction.encoding import FEATURES
from quotetrack.extraction.labels import ENTITY_LABELS, LABELS

WIDTH = 384
HEADS = 12
LAYERS = 6
INNER = 1536
POSITIONS = 512
LINK = 64
"""The width of the vectors that are compared to find links."""


def drop(x: Tensor, chance: float, training: bool) -> Tensor:
    """Dropout of whole channels of a window (Gal and Ghahramani 2016): one draw for all its pieces, which is cheap."""
    if not training or not chance:
        return x
    return x * functional.dropout(x.new_ones(x.shape[0], 1, x.shape[2]), chance)


class Layer(nn.Module):
    """One encoder layer: self-attention and a feed-forward net, each added to its input and normalised."""

    def __init__(self, inner: int) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.attention_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, inner)
        self.narrow = nn.Linear(inner, WIDTH)
        self.output_norm = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor, dropout: float) -> Tensor:
        """Vectors in, vectors out: ``[batch, pieces, WIDTH]``; ``mask`` is added to the attention scores."""
        batch, length, _ = x.shape
        qkv = self.qkv(x).view(batch, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        scores = torch.matmul(qkv[0], qkv[1].transpose(-1, -2)) / math.sqrt(WIDTH // HEADS) + mask
        heard = torch.matmul(scores.softmax(-1), qkv[2]).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.attention_norm(x + drop(self.out(heard), dropout, self.training))
        widened = functional.gelu(self.widen(x))
        return self.output_norm(x + drop(self.narrow(widened), dropout, self.training))


class Tagger(nn.Module):
    """The whole network; ``inner`` gives the width of each layer's feed-forward net."""

    def __init__(self, vocabulary: int, inner: tuple[int, ...] = (INNER,) * LAYERS) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.features = nn.Embedding(FEATURES, WIDTH)
        self.embedding_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width) for width in inner)
        self.label = nn.Linear(WIDTH, len(LABELS))
        self.entity = nn.Linear(WIDTH, len(ENTITY_LABELS))
        # Two links, each a query and a key: from content to its cue, and from cue to its source.
        self.links = nn.Linear(WIDTH, 4 * LINK)
        nn.init.zeros_(self.features.weight)

    def forward(
        self, ids: Tensor, features: Tensor, present: Tensor, dropout: float = 0.0
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores for each piece: labels, entity labels, and the four link vectors side by side."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.embedding_norm(self.words(ids) + self.positions(places) + self.features(features))
        x = drop(x, dropout, self.training)
        mask = (1.0 - present[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, mask, dropout)
        return self.label(x), self.entity(x), self.links(x)


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
    for number in range(LAYERS):
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
