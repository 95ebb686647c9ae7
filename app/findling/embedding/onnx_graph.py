"""Editable ONNX graph: nodes and constants, with the rest of the file as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from findling.embedding.protobuf import (
    Chunk,
    Field,
    read_fields,
    write_float,
    write_message,
    write_number,
    write_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

CONTRIB = "com.microsoft"
"""ONNX Runtime's own operators."""

FLOAT, INT64, HALF = 1, 7, 10
_TYPES: dict[int, np.dtype[np.generic]] = {
    FLOAT: np.dtype("<f4"),
    2: np.dtype("u1"),
    3: np.dtype("i1"),
    6: np.dtype("<i4"),
    INT64: np.dtype("<i8"),
    HALF: np.dtype("<f2"),
}
_NUMBERS = {dtype: number for number, dtype in _TYPES.items()}

# Field numbers of onnx.proto3.
_MODEL_VERSION, _MODEL_PRODUCER, _MODEL_GRAPH, _MODEL_OPSET, _MODEL_FUNCTION = 1, 2, 7, 8, 25
_OPSET_DOMAIN, _OPSET_VERSION = 1, 2
_GRAPH_NODE, _GRAPH_NAME, _GRAPH_INITIALIZER, _GRAPH_INPUT, _GRAPH_OUTPUT, _GRAPH_VALUES = 1, 2, 5, 11, 12, 13
_NODE_INPUT, _NODE_OUTPUT, _NODE_NAME, _NODE_OP, _NODE_ATTRIBUTE, _NODE_DOMAIN = 1, 2, 3, 4, 5, 7
_ATTRIBUTE_NAME, _ATTRIBUTE_FLOAT, _ATTRIBUTE_INT, _ATTRIBUTE_TENSOR, _ATTRIBUTE_INTS, _ATTRIBUTE_TYPE = (
    1,
    2,
    3,
    5,
    8,
    20,
)
_TENSOR_DIMS, _TENSOR_TYPE, _TENSOR_FLOATS, _TENSOR_NAME, _TENSOR_RAW = 1, 2, 4, 8, 9
_VALUE_NAME, _VALUE_TYPE = 1, 2
_TYPE_TENSOR, _TENSOR_ELEMENT, _TENSOR_SHAPE = 1, 1, 2
_SHAPE_DIM, _DIM_SIZE, _DIM_NAME = 1, 1, 2
_IS_FLOAT, _IS_INT, _IS_TENSOR, _IS_INTS = 1, 2, 4, 7

_FILE_VERSION = 8
"""Version of the format of ONNX files, as of ONNX 1.10."""

AttributeValue: TypeAlias = "float | Sequence[int]"


@dataclass(frozen=True, slots=True)
class Constant:
    """A tensor of the file; `array` is None for types that nothing here changes."""

    name: str
    array: NDArray[np.generic] | None
    raw: memoryview | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """One operator at work.

    Attributes:
        attributes: as they stand in a file.
    """

    op: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    domain: str = ""
    name: str = ""
    attributes: tuple[Chunk, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """Input or output of a graph.

    Attributes:
        kind: type of its numbers, as `FLOAT`.
        shape: its axes; those that vary have names.
    """

    name: str
    kind: int
    shape: tuple[int | str, ...]


@dataclass(slots=True)
class OnnxGraph:
    """The graph of a model.

    Attributes:
        nodes: in an order in which they can be computed.
        constants: by name.
        inputs, outputs: names.
        opset: version of ONNX's own operators.
    """

    nodes: list[Node]
    constants: dict[str, Constant]
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    opset: int
    _graph_rest: list[Chunk]
    _model_rest: list[Chunk]
    _domains: dict[str, int]

    @classmethod
    def read(cls, data: memoryview) -> OnnxGraph:
        """Read an ONNX file.

        Raises:
            ValueError: it is none, or has functions of its own.
        """
        parts = _group_fields(data)
        if len(parts.get(_MODEL_GRAPH, ())) != 1 or _MODEL_FUNCTION in parts:
            raise ValueError("a model without a graph, or with functions")
        domains = dict(_read_opset(each.body) for each in parts.pop(_MODEL_OPSET, ()))
        graph = parts.pop(_MODEL_GRAPH)[0].body
        return _read_graph(graph, domains, [each.raw for fields in parts.values() for each in fields])

    @classmethod
    def create(cls, name: str, inputs: Sequence[Value], outputs: Sequence[Value], opset: int) -> OnnxGraph:
        """A graph without nodes."""
        values = [(_GRAPH_INPUT, value) for value in inputs] + [(_GRAPH_OUTPUT, value) for value in outputs]
        graph: list[Chunk] = [write_text(_GRAPH_NAME, name)]
        for number, value in values:
            graph += write_message(number, _write_value(value))
        model: list[Chunk] = [write_number(_MODEL_VERSION, _FILE_VERSION), write_text(_MODEL_PRODUCER, "findling")]
        taken, given = (tuple(value.name for value in some) for some in (inputs, outputs))
        return cls([], {}, taken, given, opset, graph, model, {"": opset})

    def write(self) -> list[Chunk]:
        """The file, in chunks; what was not changed is not copied."""
        body: list[Chunk] = list(self._graph_rest)
        for node in self.nodes:
            body += write_message(_GRAPH_NODE, _write_node(node))
        for constant in self.constants.values():
            body += write_message(_GRAPH_INITIALIZER, _write_constant(constant))
        chunks = list(self._model_rest)
        for domain, version in (self._domains | {CONTRIB: 1}).items():
            opset = [write_text(_OPSET_DOMAIN, domain), write_number(_OPSET_VERSION, version)]
            chunks += write_message(_MODEL_OPSET, opset)
        return [*chunks, *write_message(_MODEL_GRAPH, body)]


def make_attributes(values: Mapping[str, AttributeValue]) -> tuple[bytes, ...]:
    """Attributes of a node."""
    return tuple(b"".join(_write_attribute(name, value)) for name, value in values.items())


def read_int(node: Node, name: str) -> int | None:
    """A whole number among a node's attributes."""
    for attribute in node.attributes:
        found = {each.number: each for each in read_fields(memoryview(attribute))}
        if found[_ATTRIBUTE_NAME].text == name and _ATTRIBUTE_INT in found:
            return found[_ATTRIBUTE_INT].numbers[0]
    return None


def read_tensor(node: Node) -> Constant | None:
    """The tensor among a node's attributes."""
    for attribute in node.attributes:
        for each in read_fields(memoryview(attribute)):
            if each.number == _ATTRIBUTE_TENSOR:
                return _read_constant(each.body)
    return None


def with_tensor(node: Node, array: NDArray[np.generic]) -> Node:
    """The same node with another tensor as its attribute `value`."""
    tensor = write_message(_ATTRIBUTE_TENSOR, _write_constant(Constant("", array)))
    value = [write_text(_ATTRIBUTE_NAME, "value"), *tensor, write_number(_ATTRIBUTE_TYPE, _IS_TENSOR)]
    return replace(node, attributes=(b"".join(value),))


def _group_fields(message: memoryview) -> dict[int, list[Field]]:
    parts: dict[int, list[Field]] = {}
    for each in read_fields(message):
        parts.setdefault(each.number, []).append(each)
    return parts


def _read_opset(message: memoryview) -> tuple[str, int]:
    found = {each.number: each for each in read_fields(message)}
    domain = found[_OPSET_DOMAIN].text if _OPSET_DOMAIN in found else ""
    return domain, found[_OPSET_VERSION].numbers[0]


def _read_graph(message: memoryview, domains: dict[str, int], model_rest: list[Chunk]) -> OnnxGraph:
    nodes: list[Node] = []
    constants: dict[str, Constant] = {}
    inputs: list[str] = []
    outputs: list[str] = []
    rest: list[Chunk] = []
    for each in read_fields(message):
        if each.number == _GRAPH_NODE:
            nodes.append(_read_node(each.body))
        elif each.number == _GRAPH_INITIALIZER:
            constant = _read_constant(each.body)
            constants[constant.name] = constant
        elif each.number != _GRAPH_VALUES:  # what is known of values in between would not hold any more
            rest.append(each.raw)
            if each.number in (_GRAPH_INPUT, _GRAPH_OUTPUT):
                name = next(part.text for part in read_fields(each.body) if part.number == _VALUE_NAME)
                (inputs if each.number == _GRAPH_INPUT else outputs).append(name)
    kept = [node for node in nodes if not _hoist(node, constants)]
    shown = tuple(name for name in inputs if name not in constants)
    return OnnxGraph(kept, constants, shown, tuple(outputs), domains.get("", 0), rest, model_rest, domains)


def _hoist(node: Node, constants: dict[str, Constant]) -> bool:
    """Turn a node that only holds a tensor into a constant."""
    found = read_tensor(node) if node.op == "Constant" else None
    if found is None or found.array is None:
        return False
    constants[node.outputs[0]] = Constant(node.outputs[0], found.array)
    return True


def _read_node(message: memoryview) -> Node:
    parts = _group_fields(message)

    def texts(number: int) -> tuple[str, ...]:
        return tuple(each.text for each in parts.get(number, ()))

    return Node(
        texts(_NODE_OP)[0],
        texts(_NODE_INPUT),
        texts(_NODE_OUTPUT),
        "".join(texts(_NODE_DOMAIN)),
        "".join(texts(_NODE_NAME)),
        tuple(each.body for each in parts.get(_NODE_ATTRIBUTE, ())),
    )


def _write_node(node: Node) -> list[Chunk]:
    chunks: list[Chunk] = [write_text(_NODE_INPUT, name) for name in node.inputs]
    chunks += [write_text(_NODE_OUTPUT, name) for name in node.outputs]
    chunks += [write_text(_NODE_NAME, node.name), write_text(_NODE_OP, node.op)]
    for attribute in node.attributes:
        chunks += write_message(_NODE_ATTRIBUTE, [attribute])
    return [*chunks, write_text(_NODE_DOMAIN, node.domain)]


def _read_constant(message: memoryview) -> Constant:
    dims: list[int] = []
    name, kind = "", 0
    data: memoryview | None = None
    for each in read_fields(message):
        if each.number == _TENSOR_DIMS:
            dims += each.numbers
        elif each.number == _TENSOR_TYPE:
            (kind,) = each.numbers
        elif each.number == _TENSOR_NAME:
            name = each.text
        elif each.number == _TENSOR_RAW or (each.number == _TENSOR_FLOATS and kind in (0, FLOAT)):
            data = each.body
    dtype = _TYPES.get(kind)
    if dtype is None or data is None or len(data) != dtype.itemsize * int(np.prod(dims, dtype=np.int64)):
        return Constant(name, None, message)
    return Constant(name, np.frombuffer(data, dtype).reshape(dims), message)


def _write_constant(constant: Constant) -> Iterable[Chunk]:
    if constant.raw is not None:
        return [constant.raw]
    assert constant.array is not None
    array = np.ascontiguousarray(constant.array).reshape(constant.array.shape)
    shape: tuple[int, ...] = array.shape
    dims = [write_number(_TENSOR_DIMS, size) for size in shape]
    head = [*dims, write_number(_TENSOR_TYPE, _NUMBERS[array.dtype]), write_text(_TENSOR_NAME, constant.name)]
    # A view, so that the weights of a large model are not copied once more.
    return [*head, *write_message(_TENSOR_RAW, [array.reshape(-1).view(np.uint8).data])]


def _write_value(value: Value) -> list[Chunk]:
    shape: list[Chunk] = []
    for axis in value.shape:
        size = write_text(_DIM_NAME, axis) if isinstance(axis, str) else write_number(_DIM_SIZE, axis)
        shape += write_message(_SHAPE_DIM, [size])
    tensor = [write_number(_TENSOR_ELEMENT, value.kind), *write_message(_TENSOR_SHAPE, shape)]
    kind = write_message(_VALUE_TYPE, write_message(_TYPE_TENSOR, tensor))
    return [write_text(_VALUE_NAME, value.name), *kind]


def _write_attribute(name: str, value: AttributeValue) -> list[Chunk]:
    head: list[Chunk] = [write_text(_ATTRIBUTE_NAME, name)]
    if isinstance(value, float):
        return [*head, write_float(_ATTRIBUTE_FLOAT, value), write_number(_ATTRIBUTE_TYPE, _IS_FLOAT)]
    if isinstance(value, int):
        return [*head, write_number(_ATTRIBUTE_INT, value), write_number(_ATTRIBUTE_TYPE, _IS_INT)]
    numbers = [write_number(_ATTRIBUTE_INTS, each) for each in value]
    return [*head, *numbers, write_number(_ATTRIBUTE_TYPE, _IS_INTS)]
