"""The precisions that a BERT graph can be written in: full, and int8 with a scale for every token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from bert import IDS, Layer, Origin
from graph import CONTRIB, GraphWriter
from onnx import TensorProto

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LARGEST = 127
_GELU_DEPTH = 0.17
"""GELU is nowhere below -0.17 (its minimum is -0.16997, at x = -0.7518)."""
_GELU_ZERO = 32
"""The unsigned level of 0 after GELU: those below it reach down to the minimum, the 223 above it to the maximum."""


class FullPrecision:
    """Everything as float32."""

    def embed(self, graph: GraphWriter, table: NDArray[np.float32], ids: str) -> str:
        """Rows of a table by their numbers."""
        return graph.add("Gather", graph.constant("words", table), ids)

    def multiply(self, graph: GraphWriter, x: str, layer: Layer) -> str:
        """One matrix product and the bias."""
        product = graph.add("MatMul", x, graph.constant(f"{layer.name}.weight", layer.weight))
        return graph.add("Add", product, graph.constant(f"{layer.name}.bias", layer.bias))


class RangeProbe(FullPrecision):
    """Full precision, and the graph also gives what the linear layers read: the largest magnitude of each input."""

    def multiply(self, graph: GraphWriter, x: str, layer: Layer) -> str:
        """A linear layer, and an output of the layer's name: (inputs,) float32."""
        largest = graph.add("ReduceMax", graph.add("Abs", x), graph.integers(0), keepdims=0)
        graph.output(largest, layer.name, TensorProto.FLOAT, [layer.weight.shape[0]])
        return super().multiply(graph, x, layer)


class TokenPrecision:
    """int8 weights with a scale a column, 8-bit activations with a scale a token.

    A token's numbers depend on nothing but its own text, so that a text has the same vector in every batch, and one
    outlier among the tokens does not coarsen the others. Sums are exact integers, on every processor (see
    `quantise_columns`).

    Args:
        ranges: by layer, the largest magnitude of each input; layers that read a LayerNorm and stand here are smoothed.
        guarded: the weights are kept small enough for processors whose int8 products saturate.
    """

    def __init__(self, ranges: dict[str, NDArray[np.float32]], *, guarded: bool = True) -> None:
        self._ranges = ranges
        self._guarded = guarded

    def embed(self, graph: GraphWriter, table: NDArray[np.float32], ids: str) -> str:
        """Rows of an int8 table, each with its scale."""
        scales = np.abs(table).max(axis=1, keepdims=True) / np.float32(_LARGEST)
        levels = graph.constant("words", np.rint(table / scales), np.int8)
        rows = graph.add("Cast", graph.add("Gather", levels, ids), to=TensorProto.FLOAT)
        return graph.add("Mul", rows, graph.add("Gather", graph.constant("words.scale", scales), ids))

    def multiply(self, graph: GraphWriter, x: str, layer: Layer) -> str:
        """Quantise the tokens, multiply as integers, scale back by token and column, add the bias."""
        weight = layer.weight
        if layer.origin is Origin.NORM and layer.name in self._ranges:
            factors = smoothing_factors(self._ranges[layer.name], weight)
            x = graph.add("Mul", x, graph.constant(f"{layer.name}.smoothing", 1 / factors))
            weight = weight * factors[:, None]
        levels, scales = quantise_columns(weight, guarded=self._guarded)
        tokens, by_token, zero = self._quantise_tokens(graph, x, layer.origin)
        product = graph.add(
            "MatMulIntegerToFloat",
            tokens,
            graph.constant(f"{layer.name}.weight", levels),
            graph.number(1.0),
            graph.constant(f"{layer.name}.scale", scales),
            zero,
            domain=CONTRIB,
        )
        scaled = graph.add("Mul", product, by_token)
        # Subtracted, since the runtime makes one operator of an addition and GELU that is slower than the two.
        return graph.add("Sub", scaled, graph.constant(f"{layer.name}.bias", -layer.bias))

    def _quantise_tokens(self, graph: GraphWriter, x: str, origin: Origin) -> tuple[str, str, str]:
        """Unsigned 8-bit levels of x, each token's scale as a column, and the level that stands for 0."""
        rows = graph.integers(-1)
        if origin is Origin.GELU:
            zero, above = _GELU_ZERO, 255 - _GELU_ZERO
            least = graph.number(_GELU_DEPTH / _GELU_ZERO * above)
            largest = graph.add("Max", graph.add("ReduceMax", x, rows, keepdims=0), least)
        else:
            zero, above = 128, _LARGEST
            largest = graph.add("ReduceMax", graph.add("Abs", x), rows, keepdims=0)
        scale = graph.add("Mul", largest, graph.number(1 / above))
        # The same in every layer, and written so that the runtime sees it and computes it once.
        tokens = graph.add("Reshape", graph.add("Size", IDS), graph.integers(1))
        zeros = graph.add("Expand", graph.constant(f"zero {zero}", zero, np.uint8), tokens)
        levels = graph.add("QuantizeLinear", x, scale, zeros, axis=0)
        return levels, graph.add("Unsqueeze", scale, graph.integers(1)), graph.constant(f"zero {zero}", zero, np.uint8)


class BlockPrecision(FullPrecision):
    """The runtime's own block-wise 8-bit weights; it quantises the tokens by block too."""

    _BLOCK = 128

    def multiply(self, graph: GraphWriter, x: str, layer: Layer) -> str:
        """A linear layer with one scale for each 128 inputs of a column."""
        inputs, outputs = layer.weight.shape
        blocks = layer.weight.T.reshape(outputs, inputs // self._BLOCK, self._BLOCK)
        scales = np.abs(blocks).max(axis=2) / np.float32(_LARGEST)
        levels = np.rint(blocks / scales[..., None]) + 128
        product = graph.add(
            "MatMulNBits",
            x,
            graph.constant(f"{layer.name}.weight", levels, np.uint8),
            graph.constant(f"{layer.name}.scale", scales),
            domain=CONTRIB,
            K=inputs,
            N=outputs,
            bits=8,
            block_size=self._BLOCK,
            accuracy_level=4,
        )
        return graph.add("Add", product, graph.constant(f"{layer.name}.bias", layer.bias))


def smoothing_factors(ranges: NDArray[np.float32], weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the divisors of a layer's inputs, by which its weights grow, so that both are easy to quantise.

    The form is that of SmoothQuant (Xiao et al. 2023, equation 4), range^a / weight^(1 - a), with a = 0.65: of 0.5,
    0.65, 0.75 and 0.8 none measured better here. The factors are rounded to powers of two: the scaling is then exact,
    and the last bits of a range, which differ between processors, do not reach the model.

    Args:
        ranges: (inputs,) float32, the largest magnitude of each input.
        weight: (inputs, outputs) float32.

    Returns:
        (inputs,) float32, about 1 in the geometric mean.
    """
    exponents = 0.65 * np.log2(ranges.astype(np.float64)) - 0.35 * np.log2(np.abs(weight).max(axis=1))
    factors: NDArray[np.float32] = np.exp2(np.rint(exponents - exponents.mean())).astype(np.float32)
    return factors


def quantise_columns(weight: NDArray[np.float32], *, guarded: bool) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """int8 levels of a matrix, and the scale of each column.

    x86 processors without VNNI add the products of two neighbouring inputs in 16 bits, which saturates. An input has at
    most the level 255; so where the levels of the same sign in each such pair add up to at most 128, a sum of at most
    255 · 128 = 32,640 fits, and every processor gives the same exact result. Guarded columns get the scale for that.

    Args:
        weight: (inputs, outputs) float32, with an even number of inputs.
        guarded: keep to that bound.
    """
    pairs = weight.reshape(-1, 2, weight.shape[1])
    largest = np.abs(weight).max(axis=0)
    if guarded:
        # Each of the two levels may be rounded up by a half, hence 127 for 128.
        for half in (np.maximum(pairs, 0), np.maximum(-pairs, 0)):
            largest = np.maximum(largest, half.sum(axis=1).max(axis=0))
    scales = (largest / np.float32(_LARGEST)).astype(np.float32)
    return np.rint(weight / scales).astype(np.int8), scales
