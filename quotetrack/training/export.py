"""From a trained network to the file that ships: one ONNX graph, its weights in 8 bits.

The graph is written out node by node rather than traced: it takes one window without padding, so it needs no
mask and no batch, and each of its matrix products is one fused operator with its bias. Weights are rounded to
7 bits, since processors without the newer dot-product instructions add pairs of products in 16 bits, which 8
bits would overflow.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from quotetrack.extraction.tagger import OUTPUTS
from quotetrack.training.network import HEAD, LINK, shapes_of

Array = NDArray[np.float32]

_LARGEST = 63
"""Of a signed 7-bit number."""

_CONTRIB = "com.microsoft"


class _Graph:
    """Collects nodes and constants."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: NDArray[np.generic]) -> str:
        self.constants.append(numpy_helper.from_array(value.copy(order="C"), name))
        return name

    def node(self, kind: str, inputs: list[str], output: str, *, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], domain=domain, **attributes))
        return output

    def table(self, name: str, rows: Array, indices: str) -> str:
        """Rows looked up in a table kept in 8 bits, with one scale a row."""
        scale = np.maximum(np.abs(rows).max(1, keepdims=True), 1e-9).astype(np.float32) / 127
        packed = np.round(rows / scale).astype(np.int8)
        looked_up = self.node("Gather", [self.constant(f"{name}.rows", packed), indices], f"{name}.packed")
        scales = self.node("Gather", [self.constant(f"{name}.scales", scale), indices], f"{name}.scale")
        wide = self.node("Cast", [looked_up], f"{name}.wide", to=TensorProto.FLOAT)
        return self.node("Mul", [wide, scales], name)

    def normalised(self, name: str, x: str, weight: Array) -> str:
        """Layer normalisation without its bias, in plain operators: a fraction of the time that the fused one takes.

        The bias is left to what reads the result: see ``_unbiased``.
        """
        centred = self.node(
            "Sub", [x, self.node("ReduceMean", [x], f"{name}.mean", axes=[-1])], f"{name}.centred"
        )
        squares = self.node("Mul", [centred, centred], f"{name}.squares")
        variance = self.node("ReduceMean", [squares], f"{name}.variance", axes=[-1])
        even = self.node("Div", [centred, self.node("Sqrt", [variance], f"{name}.spread")], f"{name}.even")
        return self.node("Mul", [even, self.constant(f"{name}.weight", weight)], name)

    def linear(self, name: str, x: str, weight: Array, bias: Array) -> str:
        """``x @ weight.T + bias`` with the weight in 7 bits, one scale a column, and ``x`` in 8 as it comes."""
        across = weight.T
        scale = np.maximum(np.abs(across).max(0), 1e-9).astype(np.float32) / _LARGEST
        packed = np.round(across / scale).astype(np.int8)
        return self.node(
            "DynamicQuantizeMatMul",
            [
                x,
                self.constant(f"{name}.weight", packed),
                self.constant(f"{name}.scale", scale),
                self.constant(f"{name}.zero", np.zeros(len(scale), dtype=np.int8)),
                self.constant(f"{name}.bias", bias),
            ],
            name,
            domain=_CONTRIB,
        )


def export(state: Mapping[str, Array], path: Path) -> None:
    """Writes the tagger with these weights (the network's state) as a quantised ONNX file.

    Inputs: ``ids`` and ``features``, int64, ``[pieces]``, and ``words``, int64, ``[words]``: the first piece of
    each word. Outputs, float32: ``labels`` ``[words, labels]`` and ``entities`` ``[words, entity labels]``, both
    raw scores, and ``to_cue`` and ``to_source``, ``[words, 1 + words]``: how much each word points at the special
    first piece and at each word.
    """
    graph = _Graph()
    state = _unbiased(state)
    x = graph.table("words_in", state["words.weight"], "ids")
    x = graph.node(
        "Add", [x, graph.table("features_in", state["features.weight"], "features")], "word_feature"
    )
    length = graph.node("Shape", ["ids"], "length")
    zero = graph.constant("zero", np.array([0]))
    places = graph.node(
        "Slice", [graph.constant("positions", state["positions.weight"][:256]), zero, length, zero], "places"
    )
    x = graph.normalised(
        "embedding_norm", graph.node("Add", [x, places], "summed"), state["embedding_norm.weight"]
    )
    x = graph.node("Unsqueeze", [x, zero], "batched")  # the fused operators want a batch
    for number, shape in enumerate(shapes_of(state)):
        x = _layer(graph, f"layers.{number}", shape.heads, x, state)
    x = graph.node("Squeeze", [x, zero], "read")
    heard = graph.node("Gather", [x, graph.node("Concat", [zero, "words"], "places_read", axis=0)], "heard")
    _heads(graph, heard, state)
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, [axis])
        for name, axis in (("ids", "pieces"), ("features", "pieces"), ("words", "words"))
    ]
    columns: tuple[int | str, ...] = (len(state["label.bias"]), len(state["entity.bias"]), "places", "places")
    outputs = [
        helper.make_tensor_value_info(name, TensorProto.FLOAT, ["words", size])
        for name, size in zip(OUTPUTS, columns, strict=True)
    ]
    model = helper.make_model(
        helper.make_graph(graph.nodes, "quotetrack-tagger", inputs, outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(_CONTRIB, 1)],
        ir_version=8,
    )
    onnx.save(model, path)


def _unbiased(state: Mapping[str, Array]) -> dict[str, Array]:
    """The same network without the biases of its normalisations: each is added where the result is read.

    That is in the linear map that reads it and, as the result is also added to what comes of that, in the last map
    before the next normalisation; behind the last layer, in the heads.
    """
    new = dict(state)
    norm = "embedding_norm"
    for number in range(len(shapes_of(state))):
        layer = f"layers.{number}"
        for first, last, following in (
            ("qkv", "out", "attention_norm"),
            ("widen", "narrow", "output_norm"),
        ):
            bias = new.pop(f"{norm}.bias")
            new[f"{layer}.{first}.bias"] = (
                new[f"{layer}.{first}.bias"] + new[f"{layer}.{first}.weight"] @ bias
            )
            new[f"{layer}.{last}.bias"] = new[f"{layer}.{last}.bias"] + bias
            norm = f"{layer}.{following}"
    bias = new.pop(f"{norm}.bias")
    for head in ("label", "entity", "links"):
        new[f"{head}.bias"] = new[f"{head}.bias"] + new[f"{head}.weight"] @ bias
    return new


def _heads(graph: _Graph, heard: str, state: Mapping[str, Array]) -> None:
    """The outputs, of one product with all heads, in full precision: the heads are small."""
    # The scale by the square root of a link's width goes into the weights of the queries.
    root = np.tile(np.repeat([LINK**-0.5, 1.0], LINK), 2).astype(np.float32)
    weight = [state["label.weight"], state["entity.weight"], state["links.weight"] * root[:, None]]
    bias = [state["label.bias"], state["entity.bias"], state["links.bias"] * root]
    product = graph.node(
        "MatMul", [heard, graph.constant("heads.weight", np.concatenate(weight).T)], "heads.product"
    )
    scores = graph.node("Add", [product, graph.constant("heads.bias", np.concatenate(bias))], "heads")
    sizes = graph.constant("heads.sizes", np.array([len(bias[0]), len(bias[1]), *[LINK] * 4]))
    parts = ["every.labels", "every.entities", "cue.query", "cue.key", "source.query", "source.key"]
    graph.nodes.append(helper.make_node("Split", [scores, sizes], parts, axis=1))
    # All but the first row, which is the special piece's: slicing ends at the last, whatever the number given.
    ends = graph.constant("one", np.array([1])), graph.constant("end", np.array([np.iinfo(np.int64).max]))

    def of_words(rows: str, output: str) -> str:
        return graph.node("Slice", [rows, *ends, "zero"], output)

    of_words("every.labels", "labels")
    of_words("every.entities", "entities")
    for name in ("cue", "source"):
        across = graph.node("Transpose", [f"{name}.key"], f"{name}.across", perm=[1, 0])
        asked = of_words(f"{name}.query", f"{name}.asked")
        graph.node(
            "Softmax", [graph.node("MatMul", [asked, across], f"{name}.scores")], f"to_{name}", axis=-1
        )


def _layer(graph: _Graph, name: str, heads: int, x: str, state: Mapping[str, Array]) -> str:
    def linear(part: str, of: str) -> str:
        return graph.linear(
            f"{name}.{part}", of, state[f"{name}.{part}.weight"], state[f"{name}.{part}.bias"]
        )

    def added(part: str, of: str, to: str) -> str:
        both = graph.node("Add", [of, to], f"{name}.{part}.sum")
        return graph.normalised(f"{name}.{part}", both, state[f"{name}.{part}.weight"])

    shape = graph.constant(f"{name}.heads", np.array([-1, 3, heads, HEAD]))
    joined = graph.constant(f"{name}.joined", np.array([1, -1, heads * HEAD]))
    # The scale by the square root of a head's width goes into the weights of the queries.
    root = np.where(np.arange(3 * heads * HEAD) < heads * HEAD, HEAD**-0.5, 1.0).astype(np.float32)
    qkv = graph.linear(
        f"{name}.qkv", x, state[f"{name}.qkv.weight"] * root[:, None], state[f"{name}.qkv.bias"] * root
    )
    split = graph.node("Reshape", [qkv, shape], f"{name}.split")
    turned = graph.node("Transpose", [split], f"{name}.turned", perm=[1, 2, 0, 3])
    query, key, value = (
        graph.node("Gather", [turned, graph.constant(f"{name}.{i}", np.array(i))], f"{name}.part{i}", axis=0)
        for i in range(3)
    )
    across = graph.node("Transpose", [key], f"{name}.across", perm=[0, 2, 1])
    scores = graph.node("MatMul", [query, across], f"{name}.scores")
    shares = graph.node("Softmax", [scores], f"{name}.shares", axis=-1)
    heard = graph.node("MatMul", [shares, value], f"{name}.heard")
    back = graph.node("Transpose", [heard], f"{name}.back", perm=[1, 0, 2])
    x = added("attention_norm", linear("out", graph.node("Reshape", [back, joined], f"{name}.flat")), x)
    widened = graph.node("Gelu", [linear("widen", x)], f"{name}.gelu", domain=_CONTRIB)
    return added("output_norm", linear("narrow", widened), x)
