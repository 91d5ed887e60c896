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
from quotetrack.training.network import HEAD, LINK

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

    def normalised(self, name: str, x: str, state: Mapping[str, Array]) -> str:
        """Layer normalisation in plain operators, a quarter of the time that the fused one takes here."""
        centred = self.node(
            "Sub", [x, self.node("ReduceMean", [x], f"{name}.mean", axes=[-1])], f"{name}.centred"
        )
        squares = self.node("Mul", [centred, centred], f"{name}.squares")
        variance = self.node("ReduceMean", [squares], f"{name}.variance", axes=[-1])
        spread = self.node("Sqrt", [variance], f"{name}.spread")
        even = self.node("Div", [centred, spread], f"{name}.even")
        scaled = self.node(
            "Mul", [even, self.constant(f"{name}.weight", state[f"{name}.weight"])], f"{name}.scaled"
        )
        return self.node("Add", [scaled, self.constant(f"{name}.bias", state[f"{name}.bias"])], name)

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
    last = max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    x = graph.table("words_in", state["words.weight"], "ids")
    x = graph.node(
        "Add", [x, graph.table("features_in", state["features.weight"], "features")], "word_feature"
    )
    length = graph.node("Shape", ["ids"], "length")
    zero, one = graph.constant("zero", np.array([0])), graph.constant("one", np.array([1]))
    places = graph.node(
        "Slice", [graph.constant("positions", state["positions.weight"][:256]), zero, length, zero], "places"
    )
    x = graph.normalised("embedding_norm", graph.node("Add", [x, places], "summed"), state)
    x = graph.node("Unsqueeze", [x, zero], "batched")  # the fused operators want a batch
    for number in range(last + 1):
        x = _layer(graph, f"layers.{number}", x, state)
    x = graph.node("Squeeze", [x, zero], "read")
    heard = graph.node("Gather", [x, graph.node("Concat", [zero, "words"], "places_read", axis=0)], "heard")
    # Slicing ends at the last row, whatever the number given.
    end = graph.constant("end", np.array([np.iinfo(np.int64).max]))
    only_words = graph.node("Slice", [heard, one, end, zero], "only_words")
    _affine(graph, "labels", only_words, state["label.weight"], state["label.bias"])
    _affine(graph, "entities", only_words, state["entity.weight"], state["entity.bias"])
    for number, output in enumerate(("to_cue", "to_source")):
        query, key = (slice((2 * number + i) * LINK, (2 * number + i + 1) * LINK) for i in range(2))
        weight, bias = state["links.weight"], state["links.bias"]
        asked = _affine(
            graph, f"{output}.query", only_words, weight[query] / LINK**0.5, bias[query] / LINK**0.5
        )
        answering = _affine(graph, f"{output}.key", heard, weight[key], bias[key])
        across = graph.node("Transpose", [answering], f"{output}.across", perm=[1, 0])
        graph.node("Softmax", [graph.node("MatMul", [asked, across], f"{output}.scores")], output, axis=-1)
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


def _affine(graph: _Graph, name: str, x: str, weight: Array, bias: Array) -> str:
    """``x @ weight.T + bias`` in full precision: the heads are small."""
    product = graph.node("MatMul", [x, graph.constant(f"{name}.weight", weight.T)], f"{name}.product")
    return graph.node("Add", [product, graph.constant(f"{name}.bias", bias)], name)


def _layer(graph: _Graph, name: str, x: str, state: Mapping[str, Array]) -> str:
    def linear(part: str, of: str) -> str:
        return graph.linear(
            f"{name}.{part}", of, state[f"{name}.{part}.weight"], state[f"{name}.{part}.bias"]
        )

    def added(part: str, of: str, to: str) -> str:
        return graph.normalised(f"{name}.{part}", graph.node("Add", [of, to], f"{name}.{part}.sum"), state)

    heads = len(state[f"{name}.qkv.bias"]) // (3 * HEAD)
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
