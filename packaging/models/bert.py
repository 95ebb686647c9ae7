"""The BERT encoder as an ONNX graph, straight from its weights, in any precision."""

from __future__ import annotations

from collections.abc import Sequence
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
    """What a linear layer reads; it says how the values are distributed."""

    NORM = "norm"
    CONTEXT = "context"
    GELU = "gelu"


@dataclass(frozen=True, slots=True)
class Layer:
    """A linear layer, y = x · weight + bias.

    Attributes:
        name: as in the published weights.
        weight: (inputs, outputs) float32.
        bias: (outputs,) float32; None where there is none.
        origin: what x is.
    """

    name: str
    weight: NDArray[np.float32]
    bias: NDArray[np.float32] | None
    origin: Origin


class Precision(Protocol):
    """How the two kinds of large matrices are kept and multiplied."""

    def embed(self, graph: GraphWriter, table: NDArray[np.float32], ids: str) -> str:
        """Rows of a table, float32, by their numbers."""

    def multiply(self, graph: GraphWriter, x: str, layers: Sequence[Layer]) -> list[str]:
        """Linear layers that read the same x: (tokens, inputs) float32 to (tokens, outputs) float32 each."""


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
        x = self._flatten(self._embeddings(ids))
        for number in range(self._layers):
            x = self._feed_forward(self._attention(x, by_text, f"encoder.layer.{number}"), f"encoder.layer.{number}")
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

    def _attention(self, x: str, by_text: str, layer: str) -> str:
        graph = self._graph
        projections = self._queries_keys_values(f"{layer}.attention.self")
        parts = [graph.add("Reshape", part, by_text) for part in self._precision.multiply(graph, x, projections)]
        # Of the runtime's forms of attention the one that gives the same bits as separate products, and the fastest.
        context = graph.add("Attention", *parts, q_num_heads=self._heads, kv_num_heads=self._heads, scale=1.0)
        output = self._linear(self._flatten(context), f"{layer}.attention.output.dense", Origin.CONTEXT)
        return self._norm(graph.add("Add", output, x), f"{layer}.attention.output.LayerNorm")

    def _feed_forward(self, x: str, layer: str) -> str:
        graph = self._graph
        inner = self._linear(x, f"{layer}.intermediate.dense", Origin.NORM)
        outer = self._linear(graph.add("Gelu", inner), f"{layer}.output.dense", Origin.GELU)
        return self._norm(graph.add("Add", outer, x), f"{layer}.output.LayerNorm")

    def _queries_keys_values(self, name: str) -> list[Layer]:
        """The three projections; the queries' also divides by the root of the head's size."""
        scales = (np.float32((self._hidden // self._heads) ** -0.5), np.float32(1), np.float32(1))
        layers = []
        for part, scale in zip(("query", "key", "value"), scales, strict=True):
            weight, bias = (self._weights[f"{name}.{part}.{kind}"] for kind in ("weight", "bias"))
            layers.append(Layer(f"{name}.{part}", weight.T * scale, bias * scale, Origin.NORM))
        return layers

    def _linear(self, x: str, name: str, origin: Origin) -> str:
        layer = Layer(name, self._weights[f"{name}.weight"].T, self._weights.get(f"{name}.bias"), origin)
        return self._precision.multiply(self._graph, x, [layer])[0]

    def _norm(self, x: str, name: str) -> str:
        scale, shift = (
            self._graph.constant(f"{name}.{part}", self._weights[f"{name}.{part}"]) for part in ("weight", "bias")
        )
        return self._graph.add("LayerNormalization", x, scale, shift, axis=-1, epsilon=self._epsilon)

    def _flatten(self, x: str) -> str:
        """All tokens of all texts, one below the other: (tokens, hidden)."""
        return self._graph.add("Reshape", x, self._graph.integers(-1, self._hidden))


def fold_biases(weights: dict[str, NDArray[np.float32]], layers: int) -> dict[str, NDArray[np.float32]]:
    """Move the bias of each second feed-forward layer into the LayerNorm before it, which is added to what it gives.

    What reads that LayerNorm beside the addition, the first feed-forward layer, has the product with the bias taken
    from its own. The network computes the same, with one addition of a whole matrix less in each layer.
    """
    folded = dict(weights)
    for number in range(layers):
        layer = f"encoder.layer.{number}"
        bias = folded.pop(f"{layer}.output.dense.bias")
        folded[f"{layer}.attention.output.LayerNorm.bias"] = folded[f"{layer}.attention.output.LayerNorm.bias"] + bias
        first = f"{layer}.intermediate.dense"
        folded[f"{first}.bias"] = folded[f"{first}.bias"] - folded[f"{first}.weight"] @ bias
    return folded
