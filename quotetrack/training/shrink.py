"""A smaller network that starts where a trained one stands: heads and neurons left out, the rest fitted anew.

Layer by layer, from the first: what the larger network's layer gives is rebuilt, by least squares, from what fewer
attention heads and fewer neurons give. Those whose absence costs the least are left out (the saliency of Hassibi
and Stork 1993, with whole heads and single neurons as the units). Each layer is fitted on what the smaller network
really hands it, so that it makes up for the errors of those before it.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence

import torch
from torch import Tensor

from quotetrack.training.data import Example
from quotetrack.training.network import HEAD, Layer, Shape, Tagger, masked
from quotetrack.training.train import collate

log = logging.getLogger(__name__)

_RIDGE = 1e-3
"""Of the mean square of what is fitted on: keeps the fit from leaning on noise."""

_STEP = 1 / 8
"""The share of the neurons that is left out before the rest is fitted anew."""


@torch.no_grad()  # type: ignore[untyped-decorator]
def shrink(large: Tagger, shapes: Sequence[Shape], batches: Sequence[Sequence[Example]]) -> Tagger:
    """A network with layers of these shapes, fitted to give what ``large`` gives on the batches.

    Args:
        large: the trained network; it has as many layers as there are shapes, each at least as wide.
        shapes: what each layer shall keep.
        batches: some ten thousand pieces of ordinary text.
    """
    large.eval()
    small = Tagger(len(large.words.weight), shapes)
    small.load_state_dict(
        {k: v for k, v in large.state_dict().items() if not k.startswith("layers.")}, strict=False
    )
    small.eval()
    read = [collate(batch) for batch in batches]
    present = [batch.present for batch in read]
    masks = [masked(here) for here in present]
    theirs = [large.embedded(batch.ids, batch.features) for batch in read]
    ours = list(theirs)
    for number, shape in enumerate(shapes):
        old, new = large.layers[number], small.layers[number]
        wanted = [x + old.out(old.heard(x, mask)) for x, mask in zip(theirs, masks, strict=True)]
        heard = _flat([old.heard(x, mask) for x, mask in zip(ours, masks, strict=True)], present)
        goal = _flat([w - x for w, x in zip(wanted, ours, strict=True)], present)
        _fit_heads(old, new, shape.heads, heard, goal)
        theirs = [old.attention_norm(w) for w in wanted]
        ours = [new.attention_norm(x + new.out(new.heard(x, m))) for x, m in zip(ours, masks, strict=True)]
        wanted = [x + old.narrow(old.fired(x)) for x in theirs]
        fired = _flat([old.fired(x) for x in ours], present)
        goal = _flat([w - x for w, x in zip(wanted, ours, strict=True)], present)
        _fit_neurons(old, new, shape.inner, fired, goal)
        theirs = [old.output_norm(w) for w in wanted]
        ours = [new.output_norm(x + new.narrow(new.fired(x))) for x in ours]
        gap = _flat([a - b for a, b in zip(ours, theirs, strict=True)], present).pow(2).mean()
        log.info(
            "layer %d: %s, off by %.3f of the variance", number, shape, gap / _flat(theirs, present).var()
        )
    return small


def _flat(batches: Sequence[Tensor], present: Sequence[Tensor]) -> Tensor:
    return torch.cat([x[here] for x, here in zip(batches, present, strict=True)])


class _Fit:
    """Least squares from columns of ``x`` and a constant to ``y``, for any choice of columns."""

    def __init__(self, x: Tensor, y: Tensor) -> None:
        x = torch.cat([x, torch.ones(len(x), 1)], 1).double()
        self._gram = x.T @ x
        self._gram.diagonal()[:-1].add_(_RIDGE * self._gram.diagonal()[:-1].mean())
        self._cross = x.T @ y.double()

    def solve(self, columns: Tensor) -> tuple[Tensor, Tensor]:
        """The weights of the columns, the constant's last, and the inverse of their products."""
        columns = torch.cat([columns, torch.tensor([len(self._gram) - 1])])
        inverse = torch.linalg.inv(self._gram[columns][:, columns])
        return inverse @ self._cross[columns], inverse

    def gain(self, columns: Tensor) -> float:
        """By how much the columns lower the squared error."""
        weights, _ = self.solve(columns)
        columns = torch.cat([columns, torch.tensor([len(self._gram) - 1])])
        return float((weights * self._cross[columns]).sum())


def _fit_heads(old: Layer, new: Layer, keep: int, heard: Tensor, goal: Tensor) -> None:
    fit = _Fit(heard, goal)
    kept = list(range(old.heads))
    while len(kept) > keep:
        least = max(kept, key=lambda head: fit.gain(_columns([h for h in kept if h != head])))
        kept.remove(least)
    columns = _columns(kept)
    size = old.heads * HEAD
    rows = torch.cat([columns + part * size for part in range(3)])
    new.qkv.weight.copy_(old.qkv.weight[rows])
    new.qkv.bias.copy_(old.qkv.bias[rows])
    weights, _ = fit.solve(columns)
    new.out.weight.copy_(weights[:-1].T)
    new.out.bias.copy_(weights[-1])
    new.attention_norm.load_state_dict(old.attention_norm.state_dict())


def _columns(heads: Sequence[int]) -> Tensor:
    return torch.cat([torch.arange(head * HEAD, (head + 1) * HEAD) for head in heads])


def _fit_neurons(old: Layer, new: Layer, keep: int, fired: Tensor, goal: Tensor) -> None:
    fit = _Fit(fired, goal)
    kept = torch.arange(len(old.widen.bias))
    weights, inverse = fit.solve(kept)
    while len(kept) > keep:
        # What the error grows by where one is left out and the others are fitted anew.
        saliency = weights[:-1].pow(2).sum(1) / inverse.diagonal()[:-1]
        leave = min(math.ceil(_STEP * len(kept)), len(kept) - keep)
        kept = kept[saliency.argsort()[leave:].sort().values]
        weights, inverse = fit.solve(kept)
    new.widen.weight.copy_(old.widen.weight[kept])
    new.widen.bias.copy_(old.widen.bias[kept])
    new.narrow.weight.copy_(weights[:-1].T)
    new.narrow.bias.copy_(weights[-1])
    new.output_norm.load_state_dict(old.output_norm.state_dict())
