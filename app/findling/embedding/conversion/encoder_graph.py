"""Graph of an encoder, from its architecture and its weights: BERT, RoBERTa and MPNet.

The formulas are those of the papers: arXiv 1706.03762 (attention), 1810.04805 (BERT), 1907.11692 (RoBERTa), 2004.09297
(MPNet), and for MPNet's distances between tokens 1910.10683 (T5), section 2.1.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.conversion.architecture import (
    ATTENTION_NORM,
    ATTENTION_OUTPUT,
    BUCKETS,
    SELF_ATTENTION,
    Activation,
    Architecture,
    EncoderFamily,
)
from findling.embedding.onnx_graph import (
    FLOAT,
    INT64,
    AttributeValue,
    Constant,
    Node,
    OnnxGraph,
    Value,
    make_attributes,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from findling.embedding.conversion.encoder_weights import EncoderWeights

OPSET = 17
"""The first that has LayerNormalization; each ONNX Runtime from 1.12 on computes it."""

_IDS, _MASK, _HIDDEN = "input_ids", "attention_mask", "last_hidden_state"
_NEVER = float(np.finfo(np.float32).min)
"""Added to the score of a token that is padding."""
_FARTHEST = 128
"""Distance from which on all tokens are in one bucket, as MPNet was trained."""
_GELU_CUBE = 0.044715
"""Factor in the approximation of GELU by tanh (arXiv 1606.08415, section 2)."""


def draw_encoder(architecture: Architecture, weights: EncoderWeights) -> OnnxGraph:
    """Return the graph of an encoder in full precision.

    It takes `input_ids` and `attention_mask`, both (texts, length) int64, and gives `last_hidden_state` (texts, length,
    hidden) float32. All tokens are of the first type: a text is never read together with another.

    Raises:
        ModelError: a weight cannot be used.
    """
    return _Drawing(architecture, weights).draw()


class _Drawing:
    def __init__(self, architecture: Architecture, weights: EncoderWeights) -> None:
        self._shape, self._weights = architecture, weights
        inputs = [Value(name, INT64, ("texts", "length")) for name in (_IDS, _MASK)]
        output = Value(_HIDDEN, FLOAT, ("texts", "length", architecture.hidden))
        self._graph = OnnxGraph.create(architecture.family, inputs, [output], OPSET)

    def draw(self) -> OnnxGraph:
        shape = self._shape
        sizes = self._add("Shape", _IDS)
        by_text = self._add("Concat", sizes, self._integers(shape.hidden), axis=0)
        by_head = self._add("Concat", sizes, self._integers(shape.heads, shape.hidden // shape.heads), axis=0)
        bias = self._draw_bias()
        # Between the attentions all tokens stand in one matrix, whatever text they belong to.
        x = self._flatten(self._draw_embeddings())
        for layer in (f"encoder.layer.{number}" for number in range(shape.layers)):
            x = self._draw_feed_forward(self._draw_attention(x, by_head, bias, layer), layer)
        self._graph.nodes.append(Node("Reshape", (x, by_text), (_HIDDEN,), name=_HIDDEN))
        return self._graph

    def _draw_embeddings(self) -> str:
        words = self._add("Gather", self._weight("embeddings.word_embeddings.weight"), _IDS)
        table = self._weights.read("embeddings.position_embeddings.weight")
        if self._shape.token_types:
            # All tokens are of the first type, so its vector is a part of every position's.
            table = table + self._weights.read("embeddings.token_type_embeddings.weight")[0]
        positions = self._constant("positions", table)
        if self._shape.family is EncoderFamily.BERT:
            here = self._add("Slice", positions, self._integers(0), self._add("Shape", _IDS, start=1))
        else:
            here = self._add("Gather", positions, self._count_positions())
        return self._norm(self._add("Add", words, here), "embeddings.LayerNorm")

    def _count_positions(self) -> str:
        """Positions that begin behind the padding's own and skip padding, (texts, length) int64."""
        padding = self._constant("padding", np.array(self._shape.padding, np.int64))
        is_token = self._add("Cast", self._add("Not", self._add("Equal", _IDS, padding)), to=INT64)
        counted = self._add("CumSum", is_token, self._constant("along the text", np.array(1, np.int64)))
        return self._add("Add", self._add("Mul", counted, is_token), padding)

    def _draw_bias(self) -> str:
        """Addend to the scores of a token for another: for its padding and, in MPNet, its distance."""
        wide = self._add("Unsqueeze", self._add("Cast", _MASK, to=FLOAT), self._integers(1, 2))
        padding = self._add("Mul", self._add("Sub", self._number(1), wide), self._number(_NEVER))
        if self._shape.family is not EncoderFamily.MPNET:
            return padding
        longest = self._shape.positions
        buckets = find_buckets(np.arange(1 - longest, longest))
        # (heads, distances): the distance d stands at d + longest - 1.
        table = self._weights.read("encoder.relative_attention_bias.weight")[buckets].T
        length = self._add("Squeeze", self._add("Shape", _IDS, start=1), self._integers(0))
        zero, one = (self._constant(f"scalar {value}", np.array(value, np.int64)) for value in (0, 1))
        places = self._add("Range", zero, length, one)
        apart = self._add(
            "Sub",
            self._add("Unsqueeze", places, self._integers(0)),
            self._add("Unsqueeze", places, self._integers(1)),
        )
        at = self._add("Add", apart, self._constant("farthest", np.array(longest - 1, np.int64)))
        return self._add("Add", padding, self._add("Gather", self._constant("by distance", table), at, axis=1))

    def _draw_attention(self, x: str, by_head: str, bias: str, layer: str) -> str:
        hidden = self._shape.hidden
        names = [f"{layer}.{part}" for part in SELF_ATTENTION[self._shape.family]]
        # The three projections at once; the queries' divides by the root of the head's size, too.
        root = np.float32((hidden // self._shape.heads) ** -0.5)
        scales = (root, np.float32(1), np.float32(1))
        matrices, shifts = (
            [self._weights.read(f"{name}.{part}") * scale for name, scale in zip(names, scales, strict=True)]
            for part in ("weight", "bias")
        )
        joined = self._linear(x, f"{layer}.attention", np.concatenate(matrices), np.concatenate(shifts))
        parts = self._add_many("Split", joined, self._integers(*[hidden] * 3), count=3, axis=-1)
        query, key, value = (
            self._add("Transpose", self._add("Reshape", part, by_head), perm=order)
            for part, order in zip(parts, ([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3]), strict=True)
        )
        scores = self._add("Add", self._add("MatMul", query, key), bias)
        context = self._add("MatMul", self._add("Softmax", scores, axis=-1), value)
        together = self._flatten(self._add("Transpose", context, perm=[0, 2, 1, 3]))
        output = self._named_linear(together, f"{layer}.{ATTENTION_OUTPUT[self._shape.family]}")
        return self._norm(self._add("Add", output, x), f"{layer}.{ATTENTION_NORM[self._shape.family]}")

    def _draw_feed_forward(self, x: str, layer: str) -> str:
        inner = self._activate(self._named_linear(x, f"{layer}.intermediate.dense"))
        outer = self._named_linear(inner, f"{layer}.output.dense")
        return self._norm(self._add("Add", outer, x), f"{layer}.output.LayerNorm")

    def _activate(self, x: str) -> str:
        match self._shape.activation:
            case Activation.RELU:
                return self._add("Relu", x)
            case Activation.SILU:
                return self._add("Mul", x, self._add("Sigmoid", x))
            case Activation.GELU:
                bent = self._add("Erf", self._add("Div", x, self._number(math.sqrt(2))))
            case Activation.GELU_TANH:
                cube = self._add("Mul", self._add("Mul", x, self._add("Mul", x, x)), self._number(_GELU_CUBE))
                straight = self._add("Mul", self._add("Add", x, cube), self._number(math.sqrt(2 / math.pi)))
                bent = self._add("Tanh", straight)
        # In this order, which ONNX Runtime computes as one operator.
        return self._add("Mul", self._add("Mul", x, self._add("Add", bent, self._number(1))), self._number(0.5))

    def _named_linear(self, x: str, name: str) -> str:
        return self._linear(x, name, self._weights.read(f"{name}.weight"), self._weights.read(f"{name}.bias"))

    def _linear(self, x: str, name: str, weight: NDArray[np.float32], bias: NDArray[np.float32]) -> str:
        """A linear layer on x (tokens, inputs); its weight is (outputs, inputs)."""
        product = self._add("MatMul", x, self._constant(f"{name}.weight", weight.T))
        return self._add("Add", product, self._constant(f"{name}.bias", bias))

    def _norm(self, x: str, name: str) -> str:
        scale, shift = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        return self._add("LayerNormalization", x, scale, shift, axis=-1, epsilon=self._shape.epsilon)

    def _flatten(self, x: str) -> str:
        return self._add("Reshape", x, self._integers(-1, self._shape.hidden))

    def _weight(self, name: str) -> str:
        return self._constant(name, self._weights.read(name))

    def _integers(self, *values: int) -> str:
        return self._constant(f"integers {values}", np.array(values, np.int64))

    def _number(self, value: float) -> str:
        return self._constant(f"number {value}", np.array(value, np.float32))

    def _constant(self, name: str, array: NDArray[np.generic]) -> str:
        self._graph.constants.setdefault(name, Constant(name, array))
        return name

    def _add(self, op: str, *inputs: str, **attributes: AttributeValue) -> str:
        """Add a node and return the name of what it computes."""
        return self._add_many(op, *inputs, count=1, **attributes)[0]

    def _add_many(self, op: str, *inputs: str, count: int, **attributes: AttributeValue) -> Sequence[str]:
        label = f"{op} {len(self._graph.nodes)}"
        outputs = tuple(f"{label}.{number}" for number in range(count))
        self._graph.nodes.append(Node(op, inputs, outputs, name=label, attributes=make_attributes(attributes)))
        return outputs


def find_buckets(distances: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the bucket of each distance between tokens: one for each near, ever wider ones far.

    The first half is for tokens before the one that looks, the second for those behind it (arXiv 1910.10683, section
    2.1; in the arithmetic of 32 bits that the models were trained with).

    Args:
        distances: of the other token, counted from the one that looks.

    Returns:
        As many numbers below `BUCKETS`.
    """
    half = BUCKETS // 2
    near = half // 2
    far = np.maximum(np.abs(distances), 1).astype(np.float32) / np.float32(near)
    steps = np.log(far) / np.float32(math.log(_FARTHEST / near)) * np.float32(half - near)
    wide = np.minimum(near + steps.astype(np.int64), half - 1)
    bucket = np.where(np.abs(distances) < near, np.abs(distances), wide)
    return np.where(distances > 0, bucket + half, bucket)
