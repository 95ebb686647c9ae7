"""Conversion to half precision, which graphics cards compute at least twice as fast."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from findling.embedding.onnx_graph import (
    FLOAT,
    HALF,
    Constant,
    Node,
    OnnxGraph,
    make_attributes,
    read_int,
    read_tensor,
    with_tensor,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

_LARGEST = float(np.finfo(np.float16).max)


def convert_to_fp16(graph: OnnxGraph) -> int:
    """Let a graph compute in half precision; what it takes and gives stays as it was.

    In such graphs all that is a float comes from a constant or a cast, since the texts are whole numbers.

    Returns:
        How many constants are of 16 bits from now on.
    """
    changed = 0
    for name, constant in graph.constants.items():
        if constant.array is not None and constant.array.dtype == np.float32:
            graph.constants[name] = Constant(name, _halve(constant.array))
            changed += 1
    inner = {name: f"findling.half.{name}" for name in graph.outputs}
    graph.nodes[:] = [_convert(_rename(node, inner)) for node in graph.nodes]
    to_float = make_attributes({"to": FLOAT})
    graph.nodes += [Node("Cast", (half,), (name,), attributes=to_float) for name, half in inner.items()]
    return changed


def _halve(array: NDArray[np.generic]) -> NDArray[np.float16]:
    """Convert to 16 bits; infinity, as in masks, becomes the largest number."""
    return np.clip(array.astype(np.float32), -_LARGEST, _LARGEST).astype(np.float16)


def _rename(node: Node, names: dict[str, str]) -> Node:
    inputs, outputs = (tuple(names.get(each, each) for each in some) for some in (node.inputs, node.outputs))
    return replace(node, inputs=inputs, outputs=outputs)


def _convert(node: Node) -> Node:
    if node.op == "Cast" and read_int(node, "to") == FLOAT:
        return replace(node, attributes=make_attributes({"to": HALF}))
    tensor = read_tensor(node) if node.op == "ConstantOfShape" else None
    if tensor is not None and tensor.array is not None and tensor.array.dtype == np.float32:
        return with_tensor(node, _halve(tensor.array))
    return node
