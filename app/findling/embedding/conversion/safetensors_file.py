"""Reader of safetensors files, which checks all that a file states before any is used.

Written here because the package safetensors gives no bfloat16 to numpy. Format: 8 bytes of length, a JSON header, and
the tensors' bytes one after the other, little-endian (https://github.com/huggingface/safetensors#format).
"""

from __future__ import annotations

import json
import math
import mmap
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from findling.errors import ModelError
from findling.messages.library_templates import LibraryMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from findling.messages.notice import Notice

_LENGTH = 8
_LONGEST_HEADER = 10_000_000
"""Bytes. The format allows ten times as many; the header of an encoder of text has some 50,000."""
_METADATA = "__metadata__"
_BITS = {
    "BOOL": 8, "U8": 8, "I8": 8, "F8_E5M2": 8, "F8_E4M3": 8, "F8_E8M0": 8, "I16": 16, "U16": 16, "F16": 16, "BF16": 16,
    "I32": 32, "U32": 32, "F32": 32, "F64": 64, "I64": 64, "U64": 64, "C64": 64, "F4": 4, "F6_E2M3": 6, "F6_E3M2": 6,
}  # fmt: skip
_FLOATS: dict[str, np.dtype[np.floating]] = {"F32": np.dtype("<f4"), "F16": np.dtype("<f2")}
_BFLOAT = "BF16"


@dataclass(frozen=True, slots=True)
class TensorEntry:
    """Place of a tensor in a file: its bytes from `start` to `stop`, after the header's end."""

    name: str
    kind: str
    shape: tuple[int, ...]
    start: int
    stop: int


class SafetensorsFile:
    """Tensors of a file, read when they are asked for.

    Attributes:
        path: of the file.
        entries: its tensors by name.
    """

    def __init__(self, path: Path, entries: Mapping[str, TensorEntry], data: memoryview) -> None:
        self.path = path
        self.entries = entries
        self._data = data

    @classmethod
    def open(cls, path: Path) -> SafetensorsFile:
        """Open a file and check its header.

        Raises:
            ModelError: it cannot be read, or is damaged.
        """
        try:
            with path.open("rb") as stream:
                # Closed with the last view of a tensor.
                mapped = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        except OSError as error:
            unreadable = LibraryMessage.FILE_UNREADABLE(file=path, reason=explain_os_error(error))
            raise ModelError(unreadable, Remedy.CHECK_DISK()) from error
        except ValueError as error:  # of a file without any bytes
            raise _damaged(path, ModelMessage.ENDS_EARLY()) from error
        end = _LENGTH + _read_length(path, mapped)
        data = mapped[end:]
        return cls(path, _read_entries(path, mapped[_LENGTH:end], len(data)), data)

    def read(self, name: str) -> NDArray[np.float32]:
        """Return a tensor as float32, without a copy where the file has it so.

        Raises:
            ModelError: it is of a type that is no 32 or 16 bits of floating point, or holds what is no number.
        """
        entry = self.entries[name]
        part = self._data[entry.start : entry.stop]
        if entry.kind == _BFLOAT:
            # The upper half of a float32.
            array = (np.frombuffer(part, np.dtype("<u2")).astype(np.uint32) << np.uint32(16)).view(np.float32)
        elif entry.kind in _FLOATS:
            array = np.frombuffer(part, _FLOATS[entry.kind]).astype(np.float32, copy=False)
        else:
            other = ModelMessage.TENSOR_OTHER_TYPE(file=self.path, tensor=name, kind=entry.kind)
            raise ModelError(other, ModelRemedy.TYPES_TAKEN(names=(*_FLOATS, _BFLOAT)))
        if not np.isfinite(array).all():
            raise _damaged(self.path, ModelMessage.TENSOR_NOT_FINITE(tensor=name))
        return array.reshape(entry.shape)


def _read_length(path: Path, mapped: memoryview) -> int:
    length = int.from_bytes(mapped[:_LENGTH], "little")
    if len(mapped) < _LENGTH or length > len(mapped) - _LENGTH:
        raise _damaged(path, ModelMessage.ENDS_EARLY())
    if length > _LONGEST_HEADER:
        raise _damaged(path, ModelMessage.HEADER_UNREADABLE())
    return length


def _read_entries(path: Path, header: memoryview, size: int) -> dict[str, TensorEntry]:
    """Return the tensors by name; their bytes must fill `size` with no hole or overlap.

    So the format demands.
    """
    try:
        listed = json.loads(bytes(header), object_pairs_hook=_refuse_twins)
        entries = [_read_entry(name, each) for name, each in listed.items() if name != _METADATA]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _damaged(path, ModelMessage.HEADER_UNREADABLE()) from error
    end = 0
    for entry in sorted(entries, key=lambda entry: (entry.start, entry.stop)):
        bits = math.prod(entry.shape) * _BITS[entry.kind]
        if entry.start != end or (entry.stop - entry.start) * 8 != bits or entry.stop > size:
            raise _damaged(path, ModelMessage.TENSOR_MISPLACED(tensor=entry.name))
        end = entry.stop
    if end != size:
        raise _damaged(path, ModelMessage.MORE_THAN_TENSORS())
    return {entry.name: entry for entry in entries}


def _refuse_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) != len(pairs):
        raise ValueError("a name stands twice")
    return table


def _read_entry(name: str, table: dict[str, Any]) -> TensorEntry:
    start, stop = table["data_offsets"]
    shape, kind = tuple(table["shape"]), table["dtype"]
    if not all(type(number) is int and number >= 0 for number in (*shape, start, stop)) or kind not in _BITS:
        raise ValueError(f"no place of a tensor: {table}")
    return TensorEntry(name, kind, shape, start, stop)


def _damaged(path: Path, reason: Notice) -> ModelError:
    return ModelError(ModelMessage.WEIGHTS_DAMAGED(file=path, reason=reason), ModelRemedy.GET_WEIGHTS_ANEW())
