"""The precisions that a BERT graph can be written in: full, and int8 with fixed scales or one for every token."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from bert import IDS, Layer, Origin
from graph import CONTRIB, GraphWriter
from onnx import TensorProto

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from numpy.typing import NDArray

_LARGEST = 127
_GELU_DEPTH = 0.17
"""GELU is nowhere below -0.17 (its minimum is -0.16997, at x = -0.7518)."""
_BLOCK = 64
"""Rows of a matrix whose errors are put on the others at once."""
_GELU_ZERO = 32
"""The unsigned level of 0 after GELU: those below it reach down to the minimum, the 223 above it to the maximum."""


class FullPrecision:
    """Everything as float32."""

    def embed(self, graph: GraphWriter, table: NDArray[np.float32], ids: str) -> str:
        """Rows of a table by their numbers."""
        return graph.add("Gather", graph.constant("words", table), ids)

    def multiply(self, graph: GraphWriter, x: str, layers: Sequence[Layer]) -> list[str]:
        """One matrix product for each layer, and the bias."""
        return [self._multiply(graph, x, layer) for layer in layers]

    def _multiply(self, graph: GraphWriter, x: str, layer: Layer) -> str:
        product = graph.add("MatMul", x, graph.constant(f"{layer.name}.weight", layer.weight))
        return add_bias(graph, product, layer)


class RangeProbe(FullPrecision):
    """Full precision, and the graph also gives what the linear layers read: the largest magnitude of each input."""

    def multiply(self, graph: GraphWriter, x: str, layers: Sequence[Layer]) -> list[str]:
        """Linear layers, and for each an output of its name: (inputs,) float32."""
        largest = graph.add("ReduceMax", graph.add("Abs", x), graph.integers(0), keepdims=0)
        for layer in layers:
            graph.output(largest, layer.name, TensorProto.FLOAT, [layer.weight.shape[0]])
        return super().multiply(graph, x, layers)


class InputProbe(FullPrecision):
    """Full precision, and the graph also gives what the linear layers read."""

    def multiply(self, graph: GraphWriter, x: str, layers: Sequence[Layer]) -> list[str]:
        """Linear layers, and an output of the first one's name: (tokens, inputs) float32."""
        graph.output(x, layers[0].name, TensorProto.FLOAT, ["tokens", layers[0].weight.shape[0]])
        return super().multiply(graph, x, layers)


class IntegerPrecision:
    """int8 weights with a scale a column, 8-bit activations with a fixed scale or a scale a token.

    Either way a token's numbers depend on nothing but its own text, so that a text has the same vector in every batch.
    A fixed scale costs no pass over the values to find the largest, and the product takes it and the bias on its way;
    values beyond the range are cut. It serves what a LayerNorm gives, which keeps to a range, and not what attention
    and GELU give: there one token is many times as large as the others. Sums are exact integers, on every processor
    (see `quantise_columns`).

    Args:
        ranges: by layer, the largest magnitude of each input; layers that read a LayerNorm and stand here are smoothed.
        fixed: what is quantised with a fixed scale, by where it comes from; its layers must stand in `ranges`.
        exponent: of the smoothing.
        guarded: the weights are kept small enough for processors whose int8 products saturate.
        inputs: by layer, (tokens, inputs) float32 of some text, to round the weights for; empty to round each alone.
    """

    def __init__(
        self,
        ranges: dict[str, NDArray[np.float32]],
        *,
        fixed: Collection[Origin] = (),
        exponent: float = 0.65,
        guarded: bool = True,
        inputs: Mapping[str, NDArray[np.float32]] | None = None,
    ) -> None:
        self._ranges = ranges
        self._fixed = frozenset(fixed)
        self._exponent = exponent
        self._guarded = guarded
        self._inputs = inputs or {}

    def embed(self, graph: GraphWriter, table: NDArray[np.float32], ids: str) -> str:
        """Rows of an int8 table, each with its scale."""
        scales = np.abs(table).max(axis=1, keepdims=True) / np.float32(_LARGEST)
        levels = graph.constant("words", np.rint(table / scales), np.int8)
        rows = graph.add("Cast", graph.add("Gather", levels, ids), to=TensorProto.FLOAT)
        return graph.add("Mul", rows, graph.add("Gather", graph.constant("words.scale", scales), ids))

    def multiply(self, graph: GraphWriter, x: str, layers: Sequence[Layer]) -> list[str]:
        """Quantise x once, multiply as integers, scale back, add the bias."""
        name, origin = layers[0].name, layers[0].origin
        weights = [layer.weight for layer in layers]
        ranges, sample = self._ranges.get(name), self._inputs.get(name)
        if origin is Origin.NORM and ranges is not None:
            factors = smoothing_factors(ranges, np.concatenate(weights, axis=1), self._exponent)
            x = graph.add("Mul", x, graph.constant(f"{name}.smoothing", 1 / factors))
            weights = [weight * factors[:, None] for weight in weights]
            ranges = ranges / factors
            sample = None if sample is None else sample / factors
        scale = float(ranges.max()) / _LARGEST if origin in self._fixed and ranges is not None else None
        if sample is not None:
            sample = round_levels(sample, origin, scale)
        levels, by_token, scales, zero = self._quantise(graph, x, origin, scale)
        products = []
        for layer, weight in zip(layers, weights, strict=True):
            columns, by_column = quantise_columns(weight, guarded=self._guarded)
            if sample is not None:
                columns = round_together(weight, by_column, sample)
            matrix = graph.constant(f"{layer.name}.weight", columns)
            inputs = [levels, matrix, scales, graph.constant(f"{layer.name}.scale", by_column), zero]
            if by_token:
                product = graph.add("MatMulIntegerToFloat", *inputs, domain=CONTRIB)
                products.append(add_bias(graph, graph.add("Mul", product, by_token), layer))
                continue
            bias = [] if layer.bias is None else ["", graph.constant(f"{layer.name}.bias", layer.bias)]
            products.append(graph.add("MatMulIntegerToFloat", *inputs, *bias, domain=CONTRIB))
        return products

    def _quantise(self, graph: GraphWriter, x: str, origin: Origin, scale: float | None) -> tuple[str, str, str, str]:
        """Unsigned 8-bit levels of x, each token's scale as a column or "", the scale of all, and the level of 0."""
        if scale is None:
            levels, by_token, zero = self._quantise_tokens(graph, x, origin)
            return levels, by_token, graph.number(1.0), zero
        # The runtime's own operator: version 1.23 has none of the name for an opset that has Attention.
        fixed, zero = graph.number(scale), graph.constant("zero 128", 128, np.uint8)
        return graph.add("QuantizeLinear", x, fixed, zero, domain=CONTRIB), "", fixed, zero

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
        levels = graph.add("QuantizeLinear", x, scale, zeros, domain=CONTRIB, axis=0)
        return levels, graph.add("Unsqueeze", scale, graph.integers(1)), graph.constant(f"zero {zero}", zero, np.uint8)


class BlockPrecision(FullPrecision):
    """The runtime's own block-wise 8-bit weights; it quantises the tokens by block too."""

    _BLOCK = 128

    def _multiply(self, graph: GraphWriter, x: str, layer: Layer) -> str:
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
        return add_bias(graph, product, layer)


def add_bias(graph: GraphWriter, product: str, layer: Layer) -> str:
    """Add a layer's bias to its product, where it has one."""
    if layer.bias is None:
        return product
    # Subtracted, since the runtime makes one operator of an addition and GELU that is slower than the two.
    return graph.add("Sub", product, graph.constant(f"{layer.name}.bias", -layer.bias))


def smoothing_factors(ranges: NDArray[np.float32], weight: NDArray[np.float32], exponent: float) -> NDArray[np.float32]:
    """How much smaller to make each input of a layer, and its weights larger, so that both are easy to quantise.

    The form is that of SmoothQuant (Xiao et al. 2023, equation 4), range^a / weight^(1 - a). With a scale for each
    token a = 0.65 measured best of 0.5, 0.65, 0.75 and 0.8, with fixed scales 0.8.

    Args:
        ranges: (inputs,) float32, the largest magnitude of each input.
        weight: (inputs, outputs) float32.
        exponent: a.

    Returns:
        (inputs,) float32, 1 in the geometric mean.
    """
    sizes, depths = np.log2(ranges.astype(np.float64)), np.log2(np.abs(weight).max(axis=1))
    exponents = exponent * sizes - (1 - exponent) * depths
    exponents -= exponents.mean()
    factors: NDArray[np.float32] = np.exp2(exponents).astype(np.float32)
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


def round_levels(x: NDArray[np.float32], origin: Origin, scale: float | None) -> NDArray[np.float32]:
    """Round a layer's inputs as the graph will: by a fixed scale, or by one for each token where it is None.

    Args:
        x: (tokens, inputs) float32.
        origin: what x is.
        scale: of all values, or None.
    """
    if scale is not None:
        rounded: NDArray[np.float32] = (np.clip(np.rint(x / scale), -128, _LARGEST) * scale).astype(np.float32)
        return rounded
    if origin is Origin.GELU:
        above = 255 - _GELU_ZERO
        scales = np.maximum(x.max(axis=1, keepdims=True), _GELU_DEPTH / _GELU_ZERO * above) / above
    else:
        scales = np.abs(x).max(axis=1, keepdims=True) / _LARGEST
    by_token: NDArray[np.float32] = (np.rint(x / scales) * scales).astype(np.float32)
    return by_token


def round_together(
    weight: NDArray[np.float32], scales: NDArray[np.float32], x: NDArray[np.float32]
) -> NDArray[np.int8]:
    """Round a matrix row by row, each row making up for the error that those before it make in the products with x.

    This is GPTQ (Frantar et al. 2023, algorithm 1) with its 1 % of damping. Levels keep to the bound of
    `quantise_columns`: the second of each pair is cut where the first leaves too little.

    Args:
        weight: (inputs, outputs) float32, with an even number of inputs.
        scales: (outputs,) float32, of `quantise_columns`.
        x: (tokens, inputs) float32, of some text.
    """
    count = len(weight)
    squares = x.T.astype(np.float64) @ x / len(x)
    squares[np.diag_indices(count)] += 0.01 * np.trace(squares) / count
    upper = np.linalg.cholesky(np.linalg.inv(squares)).T
    left = weight.astype(np.float64)
    levels = np.zeros(weight.shape, np.int8)
    first = np.zeros(weight.shape[1])
    for start in range(0, count, _BLOCK):
        stop = min(start + _BLOCK, count)
        errors = np.zeros((stop - start, weight.shape[1]))
        for row in range(start, stop):
            most, least = np.full_like(first, _LARGEST), np.full_like(first, -_LARGEST)
            if row % 2:
                most = np.minimum(most, 128 - np.maximum(first, 0))
                least = np.maximum(least, -128 - np.minimum(first, 0))
            first = np.clip(np.rint(left[row] / scales), least, most)
            levels[row] = first
            errors[row - start] = (left[row] - first * scales) / upper[row, row]
            left[row:stop] -= np.outer(upper[row, row:stop], errors[row - start])
        left[stop:] -= upper[start:stop, stop:].T @ errors
    return levels
