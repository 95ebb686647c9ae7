"""Checks of an ONNX file before the runtime loads it: no other files, no foreign code."""

from __future__ import annotations

import mmap
from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.embedding.protobuf import BYTES, scan_fields
from findling.errors import ModelError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.notice import Notice
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Messages of onnx.proto3 on the way from a model to its tensors: field number -> the message that it holds.
_NESTED: dict[str, dict[int, str]] = {
    "model": {7: "graph", 25: "function"},
    "graph": {1: "node", 5: "tensor", 15: "sparse"},
    "function": {7: "node", 11: "attribute"},
    "node": {5: "attribute"},
    "attribute": {5: "tensor", 6: "graph", 10: "tensor", 11: "graph", 22: "sparse", 23: "sparse"},
    "sparse": {1: "tensor", 2: "tensor"},
    "tensor": {},
}
_EXTERNAL_DATA, _DATA_LOCATION = 13, 14

_OPSET_IMPORT, _DOMAIN = 8, 1
_OWN_DOMAINS = frozenset({"", "ai.onnx", "ai.onnx.ml", "com.microsoft"})
"""Sets of operators that the runtime brings itself."""


def refers_to_other_files(graph: Path) -> bool:
    """Return whether a tensor of an ONNX file has its values in another file.

    Raises:
        ModelError: the file cannot be read, or is no ONNX file.
    """
    with _mapped(graph) as data:
        return _is_external(data, 0, len(data), "model")


def foreign_operators(graph: Path) -> tuple[str, ...]:
    """Return the operator sets of an ONNX file that the runtime does not bring.

    Raises:
        ModelError: the file cannot be read, or is no ONNX file.
    """
    with _mapped(graph) as data:
        return tuple(sorted(set(_imported_domains(data)) - _OWN_DOMAINS))


def check_graph(name: str, graph: Path) -> None:
    """Check that a graph refers to no other files and to no foreign operators.

    Raises:
        ModelError: it has its weights in other files, through which it could read any file of the user's, or wants
            operators that only foreign code could bring.
    """
    if refers_to_other_files(graph):
        raise ModelError(ModelMessage.REFERS_TO_OTHERS(model=name), ModelRemedy.ONE_FILE_ONLY())
    if foreign := foreign_operators(graph):
        unknown = ModelMessage.FOREIGN_OPERATORS(model=name, names=foreign)
        raise ModelError(unknown, ModelRemedy.OTHER_BUILD_OF_MODEL())


@contextmanager
def _mapped(graph: Path) -> Iterator[mmap.mmap]:
    try:
        with graph.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield data
    except (OSError, ValueError) as error:
        unreadable = ModelMessage.GRAPH_UNREADABLE(model=graph, reason=_explain(error))
        raise ModelError(unreadable, ModelRemedy.INSTALL_AGAIN()) from error


def _explain(error: OSError | ValueError) -> Notice | str:
    match error:
        case OSError():
            return explain_os_error(error)
        case ValueError(args=(Notice() as notice,)):
            return notice
    return str(error)


def _imported_domains(data: mmap.mmap) -> Iterator[str]:
    for number, wire, start, stop in scan_fields(data, 0, len(data)):
        if number == _OPSET_IMPORT and wire == BYTES:
            names = (
                data[a:b] for field, kind, a, b in scan_fields(data, start, stop) if (field, kind) == (_DOMAIN, BYTES)
            )
            yield next(names, b"").decode("utf-8", "replace")


def _is_external(data: mmap.mmap, start: int, end: int, message: str) -> bool:
    for number, wire, begin, stop in scan_fields(data, start, end):
        if message == "tensor" and number in (_EXTERNAL_DATA, _DATA_LOCATION) and (wire == BYTES or data[begin]):
            return True
        inner = _NESTED[message].get(number)
        if inner and wire == BYTES and _is_external(data, begin, stop, inner):
            return True
    return False
