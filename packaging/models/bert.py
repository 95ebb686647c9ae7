"""The BERT encoder as an ONNX graph, straight from its weights, in any precision."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from graph import GraphWriter
from onnx import TensorProto

if TYPE_CHECKING:
    import onnx
    from numpy.typing import NDArray


IDS = "input_ids"


class Origin(StrEnum):
    """Kind of input that a linear layer reads; it tells how the values are distributed."""

    NORM = "norm"
    CONTEXT = "context"
    GELU = "gelu"


@dataclass(frozen=True, slots=True)
class Layer:
    """A linear layer, y = x · weight + bias.

    Attributes:
        name: as in the published weights.
        weight: (inputs, outputs) float32.
        bias: (outputs,) float32.
        origin: what x is.
    """

    name: str
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]
    origin: Origin


class Precision(Protocol):
    """Form in which the two kinds of large matrices are kept and multiplied."""

    def embed(self, graph: GraphWriter, table: NDArray[np.float32], ids: str) -> str:
        """Rows of a table, float32, by their numbers."""

    def multiply(self, graph: GraphWriter, x: str, layer: Layer) -> str:
        """A linear layer on x: (tokens, inputs) float32 to (tokens, outputs) float32."""


class BertWriter:
    """Writes the graph `input_ids` (texts, length) int64 -> `last_hidden_state` (texts, length, hidden) float32.

    There is no attention mask: texts that go through the graph together have the same length, so nothing is padded.
    Between the attentions all tokens stand in one matrix, whatever text they belong to.
    """

    def __init__(self, weights: dict[str, NDArray[np.float32]], config: dict[str, Any], precision: Precision) -> None:
        self._weights = weights
        self._precision = precision
        self._layers: int = config["num_hidden_layers"]
        self._heads: int = config["num_attention_heads"]
        self._hidden: int = config["hidden_size"]
        self._epsilon: float = config["layer_norm_eps"]
        self._graph = GraphWriter()

    def write(self, name: str) -> onnx.ModelProto:
        """The whole encoder."""
        graph = self._graph
        ids = graph.input(IDS, TensorProto.INT64, ["texts", "length"])
        shape = graph.add("Shape", ids)
        by_text = graph.add("Concat", shape, graph.integers(self._hidden), axis=0)
        by_head = graph.add("Concat", shape, graph.integers(self._heads, self._hidden // self._heads), axis=0)
        x = self._flatten(self._embeddings(ids))
        for number in range(self._layers):
            x = self._feed_forward(self._attention(x, by_head, f"encoder.layer.{number}"), f"encoder.layer.{number}")
        hidden = graph.add("Reshape", x, by_text)
        graph.output(hidden, "last_hidden_state", TensorProto.FLOAT, ["texts", "length", self._hidden])
        return graph.finish(name)

    def _embeddings(self, ids: str) -> str:
        graph = self._graph
        words = self._precision.embed(graph, self._weights["embeddings.word_embeddings.weight"], ids)
        # All tokens are of the first segment, so its vector is a part of every position's.
        places = (
            self._weights["embeddings.position_embeddings.weight"]
            + self._weights["embeddings.token_type_embeddings.weight"][0]
        )
        length = graph.add("Shape", ids, start=1)
        places_here = graph.add("Slice", graph.constant("positions", places), graph.integers(0), length)
        return self._norm(graph.add("Add", words, places_here), "embeddings.LayerNorm")

    def _attention(self, x: str, by_head: str, layer: str) -> str:
        graph = self._graph
        joined = self._precision.multiply(graph, x, self._queries_keys_values(f"{layer}.attention.self"))
        sizes = graph.integers(*[self._hidden] * 3)
        query, key, value = (
            graph.add("Transpose", graph.add("Reshape", part, by_head), perm=order)
            for part, order in zip(
                graph.add_many("Split", joined, sizes, outputs=3, axis=-1),
                ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]),
                strict=True,
            )
        )
        attention = graph.add("Softmax", graph.add("MatMul", query, key), axis=-1)
        context = graph.add("Transpose", graph.add("MatMul", attention, value), perm=[0, 2, 1, 3])
        output = self._linear(self._flatten(context), f"{layer}.attention.output.dense", Origin.CONTEXT)
        return self._norm(graph.add("Add", output, x), f"{layer}.attention.output.LayerNorm")

    def _feed_forward(self, x: str, layer: str) -> str:
        graph = self._graph
        inner = self._linear(x, f"{layer}.intermediate.dense", Origin.NORM)
        outer = self._linear(graph.add("Gelu", inner), f"{layer}.output.dense", Origin.GELU)
        return self._norm(graph.add("Add", outer, x), f"{layer}.output.LayerNorm")

    def _queries_keys_values(self, name: str) -> Layer:
        """The three projections as one layer; the queries' also divides by the root of the head's size."""
        scales = (np.float32((self._hidden // self._heads) ** -0.5), np.float32(1), np.float32(1))
        parts = [(f"{name}.{part}", scale) for part, scale in zip(("query", "key", "value"), scales, strict=True)]
        weight = np.concatenate([self._weights[f"{part}.weight"].T * scale for part, scale in parts], axis=1)
        bias = np.concatenate([self._weights[f"{part}.bias"] * scale for part, scale in parts])
        return Layer(f"{name}.qkv", weight, bias, Origin.NORM)

    def _linear(self, x: str, name: str, origin: Origin) -> str:
        layer = Layer(name, self._weights[f"{name}.weight"].T, self._weights[f"{name}.bias"], origin)
        return self._precision.multiply(self._graph, x, layer)

    def _norm(self, x: str, name: str) -> str:
        scale, shift = (
            self._graph.constant(f"{name}.{part}", self._weights[f"{name}.{part}"]) for part in ("weight", "bias")
        )
        return self._graph.add("LayerNormalization", x, scale, shift, axis=-1, epsilon=self._epsilon)

    def _flatten(self, x: str) -> str:
        """All tokens of all texts, one below the other: (tokens, hidden)."""
        return self._graph.add("Reshape", x, self._graph.integers(-1, self._hidden))
