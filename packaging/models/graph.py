"""ONNX graphs, written node by node: the little that is needed to say a network in ONNX's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import helper, numpy_helper

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

CONTRIB = "com.microsoft"
"""The domain of the runtime's own operators."""

Attribute = int | float | list[int]
_OPSETS = {"": 20, CONTRIB: 1}
_IR_VERSION = 9


class GraphWriter:
    """Collects nodes and constants; every method that adds a node gives the name of its first output."""

    def __init__(self) -> None:
        self._nodes: list[onnx.NodeProto] = []
        self._constants: dict[str, onnx.TensorProto] = {}
        self._inputs: list[onnx.ValueInfoProto] = []
        self._outputs: list[onnx.ValueInfoProto] = []

    def input(self, name: str, kind: int, shape: list[str | int]) -> str:
        """Declare an input of the graph."""
        self._inputs.append(helper.make_tensor_value_info(name, kind, shape))
        return name

    def output(self, value: str, name: str, kind: int, shape: list[str | int]) -> None:
        """Make a value an output of the graph, under that name."""
        self._nodes.append(helper.make_node("Identity", [value], [name], name=f"give {name}"))
        self._outputs.append(helper.make_tensor_value_info(name, kind, shape))

    def constant(self, name: str, values: ArrayLike, dtype: type[np.generic] | None = None) -> str:
        """Add a constant; one that was added under that name before is used again."""
        if name not in self._constants:
            self._constants[name] = numpy_helper.from_array(np.asarray(values, dtype=dtype, order="C"), name)
        return name

    def integers(self, *values: int) -> str:
        """A vector of int64, such as shapes and axes are."""
        return self.constant(f"integers {values}", values, np.int64)

    def number(self, value: float) -> str:
        """A float32 scalar."""
        return self.constant(f"number {value!r}", value, np.float32)

    def add(self, operator: str, *inputs: str, domain: str = "", **attributes: Attribute) -> str:
        """Add a node with one output."""
        return self.add_many(operator, *inputs, outputs=1, domain=domain, **attributes)[0]

    def add_many(
        self, operator: str, *inputs: str, outputs: int, domain: str = "", **attributes: Attribute
    ) -> list[str]:
        """Add a node with several outputs."""
        label = f"{operator} {len(self._nodes)}"
        names = [f"{label}.{number}" for number in range(outputs)]
        node = helper.make_node(operator, list(inputs), names, name=label, domain=domain)
        node.attribute.extend(helper.make_attribute(key, value) for key, value in sorted(attributes.items()))
        self._nodes.append(node)
        return names

    def finish(self, name: str) -> onnx.ModelProto:
        """The model, checked."""
        graph = helper.make_graph(self._nodes, name, self._inputs, self._outputs, list(self._constants.values()))
        opsets = [helper.make_opsetid(domain, version) for domain, version in _OPSETS.items()]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=_IR_VERSION, producer_name="findling")
        onnx.checker.check_model(model)
        return model
