"""Quantisation to int8: weights with a scale a column, activations with one a token.

The scale of a token is dynamic. A token's numbers depend on nothing but its own text, so a text has the same vector in
every batch. That, and how close it comes, sets this form apart from the runtime's own dynamic quantisation, which has
one scale for all tokens of a batch (docs/benchmarks.md, "The bundled model").
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.onnx_graph import CONTRIB, FLOAT, Constant, Node, OnnxGraph, make_attributes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_LARGEST = 127
_GELU_DEPTH = 0.17
"""GELU is nowhere below -0.17 (its minimum is -0.16997, at x = -0.7518)."""
_GELU_ZERO = 32
"""The unsigned level of 0 after GELU: those below it reach down to the minimum, the 223 above it to the maximum."""
_GELUS = frozenset({"Gelu", "Erf", "FastGelu", "BiasGelu"})
_GELU_STEPS = 4
_LEAST_WIDTH = 64
"""Matrices with fewer inputs or outputs gain nothing."""
_LEAST_ROWS = 1_000
"""Tables with fewer rows, of positions and token types, stay as they are."""
_REDUCE_BY_INPUT = 18
"""Version of ONNX's operators from which on the axes of a reduction are an input."""
_TINY = 1e-30


@dataclass(frozen=True, slots=True)
class _Levels:
    """Names of a quantised tensor's levels, of its scales by token, and of its zero point."""

    levels: str
    scale: str
    zero: str


def convert_to_int8(graph: OnnxGraph) -> int:
    """Let a graph multiply its weights, and keep its word embeddings, as 8-bit integers.

    Returns:
        How many matrix products compute with integers from now on.
    """
    return _Rewriter(graph).run()


@dataclass(slots=True)
class _Rewriter:
    graph: OnnxGraph
    nodes: list[Node] = field(default_factory=list)
    levels: dict[str, _Levels] = field(default_factory=dict)

    def run(self) -> int:
        graph = self.graph
        sources = {name: node for node in graph.nodes for name in node.outputs}
        products = 0
        for node in graph.nodes:
            weight = self._weight(node)
            if node.op == "MatMul" and weight is not None and min(weight.shape) >= _LEAST_WIDTH:
                self._multiply(node, weight, sources)
                products += 1
            elif node.op == "Gather" and weight is not None and len(weight) >= _LEAST_ROWS:
                self._look_up(node, weight)
            else:
                self.nodes.append(node)
        graph.nodes[:] = self.nodes
        used = {name for node in graph.nodes for name in node.inputs} | set(graph.outputs)
        for name in graph.constants.keys() - used:
            del graph.constants[name]
        return products

    def _weight(self, node: Node) -> NDArray[np.float32] | None:
        """The constant matrix that a node multiplies with, or looks rows up in."""
        place = 1 if node.op == "MatMul" else 0
        constant = self.graph.constants.get(node.inputs[place]) if len(node.inputs) > place else None
        if node.domain or constant is None or constant.array is None:
            return None
        array = constant.array
        return array.astype(np.float32, copy=False) if array.ndim == 2 and array.dtype == np.float32 else None

    def _multiply(self, node: Node, weight: NDArray[np.float32], sources: Mapping[str, Node]) -> None:
        x, weight_name = node.inputs
        levels, scales = quantise_columns(weight)
        tokens = self.levels.get(x) or self._quantise(x, len(weight), after_gelu=_comes_from_gelu(x, sources))
        self.levels[x] = tokens
        product = self._add(
            "MatMulIntegerToFloat",
            tokens.levels,
            self._constant(f"{weight_name}.levels", levels),
            self._constant("findling.one", np.float32(1)),
            self._constant(f"{weight_name}.scales", scales),
            tokens.zero,
            domain=CONTRIB,
        )
        self.nodes.append(Node("Mul", (product, tokens.scale), node.outputs))

    def _quantise(self, x: str, width: int, *, after_gelu: bool) -> _Levels:
        """Unsigned 8-bit levels of the tokens of x, (texts, tokens, width) float32."""
        level, above = (_GELU_ZERO, 255 - _GELU_ZERO) if after_gelu else (_LARGEST + 1, _LARGEST)
        least = _GELU_DEPTH / _GELU_ZERO * above if after_gelu else _TINY
        largest = self._reduce_max(x if after_gelu else self._add("Abs", x))
        bounded = self._add("Max", largest, self._constant(f"findling.least.{level}", np.float32(least)))
        scale = self._add("Mul", bounded, self._constant(f"findling.step.{level}", np.float32(1 / above)))
        by_token = self._add("Reshape", scale, self._constant("findling.flat", np.array([-1])))
        rows = self._add("Reshape", x, self._constant(f"findling.rows.{width}", np.array([-1, width])))
        zero = self._constant(f"findling.zero.{level}", np.uint8(level))
        zeros = self._add("Expand", zero, self._add("Shape", by_token))
        quantised = self._add("QuantizeLinear", rows, by_token, zeros, domain=CONTRIB, axis=0)
        return _Levels(self._add("Reshape", quantised, self._add("Shape", x)), scale, zero)

    def _look_up(self, node: Node, table: NDArray[np.float32]) -> None:
        """Rows of a table of 8-bit levels, each row with its scale."""
        name, ids = node.inputs
        scales = np.maximum(np.abs(table).max(axis=1, keepdims=True), _TINY) / np.float32(_LARGEST)
        levels = self._constant(f"{name}.levels", np.rint(table / scales).astype(np.int8))
        rows = self._add("Cast", self._add("Gather", levels, ids), to=FLOAT)
        steps = self._add("Gather", self._constant(f"{name}.scales", scales.astype(np.float32)), ids)
        self.nodes.append(Node("Mul", (rows, steps), node.outputs))

    def _reduce_max(self, x: str) -> str:
        if self.graph.opset >= _REDUCE_BY_INPUT:
            return self._add("ReduceMax", x, self._constant("findling.last", np.array([-1])), keepdims=1)
        return self._add("ReduceMax", x, axes=[-1], keepdims=1)

    def _constant(self, name: str, value: NDArray[np.generic] | np.generic) -> str:
        self.graph.constants.setdefault(name, Constant(name, np.asarray(value)))
        return name

    def _add(self, op: str, *inputs: str, domain: str = "", **attributes: int | Sequence[int]) -> str:
        """Add a node and give the name of what it computes."""
        output = f"findling.{len(self.nodes)}.{op}"
        self.nodes.append(Node(op, inputs, (output,), domain, output, make_attributes(attributes)))
        return output


def quantise_columns(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """int8 levels of a matrix, and the scale of each column.

    x86 processors without VNNI add the products of two neighbouring inputs in 16 bits, which saturates. An input has at
    most the level 255; so where the levels of the same sign in each such pair add up to at most 128, a sum of at most
    255 · 128 = 32,640 fits, and every processor gives the same exact result.

    Args:
        weight: (inputs, outputs) float32.

    Returns:
        (inputs, outputs) int8 and (outputs,) float32.
    """
    padded = weight if len(weight) % 2 == 0 else np.concatenate([weight, np.zeros_like(weight[:1])])
    pairs = padded.reshape(-1, 2, weight.shape[1])
    # Each of the two levels may be rounded up by a half, hence 127 for 128.
    sums = [half.sum(axis=1).max(axis=0) for half in (np.maximum(pairs, 0), np.maximum(-pairs, 0))]
    largest = np.maximum(np.maximum(np.abs(weight).max(axis=0), np.maximum(*sums)), _TINY)
    scales = (largest / np.float32(_LARGEST)).astype(np.float32)
    return np.rint(weight / scales).astype(np.int8), scales


def _comes_from_gelu(name: str, sources: Mapping[str, Node]) -> bool:
    """Return whether a value comes from GELU, be it one operator or erf, sums and products."""
    reached = {name}
    for _ in range(_GELU_STEPS):
        nodes = [sources[each] for each in reached if each in sources]
        if any(node.op in _GELUS for node in nodes):
            return True
        reached = {each for node in nodes if node.op in ("Mul", "Add") for each in node.inputs}
    return False
