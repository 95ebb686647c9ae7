"""Frozen data as lines of JSON between Findling's own processes, decoded strictly."""

from __future__ import annotations

import base64
import binascii
import json
import os
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import BinaryIO, TypeVar, Union, get_args, get_origin, get_type_hints

_T = TypeVar("_T")


class MessageError(Exception):
    """A line is not what the other side may say."""


class Codec:
    """Writes and reads messages of some kinds: dataclasses of numbers, texts, paths, bytes, enums, tuples.

    Each of them is an object with its class's name, in small letters, as "type".
    """

    def __init__(self, *kinds: type) -> None:
        self._kinds = {kind.__name__.lower(): kind for kind in kinds}
        self._expected: dict[type, dict[str, object]] = {}

    def to_line(self, message: object) -> bytes:
        """The message as one line of ASCII, with its line end; names that are no text keep their bytes."""
        return json.dumps(_to_plain(message)).encode("ascii") + b"\n"

    def from_line(self, line: bytes) -> object:
        """Read a line.

        Raises:
            MessageError: it is no message of these kinds, has a field too many or too few, or one of the wrong type.
        """
        try:
            written = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise MessageError("a line that is no JSON") from error
        return self._build_named(written, self._kinds)

    def _build_named(self, written: object, kinds: dict[str, type]) -> object:
        if not isinstance(written, dict):
            raise MessageError("something that is no object")
        name = written.pop("type", None)
        if not isinstance(name, str) or name not in kinds:
            raise MessageError(f"an unknown message, {name!r}")
        return self._build(kinds[name], written)

    def _build(self, kind: type[_T], written: dict[str, object]) -> _T:
        expected = self._expected.get(kind)
        if expected is None:
            # Evaluating annotations takes longer than all the rest.
            expected = self._expected[kind] = get_type_hints(kind)
        if written.keys() != expected.keys():
            raise MessageError(f"{kind.__name__} has other fields than {', '.join(sorted(written))}")
        return kind(**{name: self._from_plain(written[name], expected[name]) for name in expected})

    def _from_plain(self, value: object, expected: object) -> object:
        if isinstance(expected, type):
            return self._from_plain_type(value, expected)
        if isinstance(expected, UnionType) or get_origin(expected) is Union:
            return self._from_union(value, [each for each in get_args(expected) if each is not NoneType], expected)
        if get_origin(expected) is tuple and isinstance(value, list):
            return self._from_list(value, get_args(expected))
        raise MessageError(f"{value!r:.80} is no {expected}")

    def _from_union(self, value: object, others: list[type], expected: object) -> object:
        if value is None and NoneType in get_args(expected):
            return None
        if len(others) == 1:
            return self._from_plain(value, others[0])
        return self._build_named(value, {each.__name__.lower(): each for each in others})

    def _from_list(self, value: list[object], expected: tuple[object, ...]) -> tuple[object, ...]:
        if expected[-1] is Ellipsis:
            return tuple(self._from_plain(each, expected[0]) for each in value)
        if len(value) != len(expected):
            raise MessageError(f"{len(value)} values where {len(expected)} were due")
        return tuple(map(self._from_plain, value, expected))

    def _from_plain_type(self, value: object, expected: type) -> object:
        if type(value) is expected:
            return value
        if is_dataclass(expected) and isinstance(value, dict):
            return self._build_named(value, {expected.__name__.lower(): expected})
        if expected is float and type(value) is int:
            return float(value)
        if isinstance(value, str):
            return _from_text(value, expected)
        raise MessageError(f"{value!r:.80} is no {expected}")


def claim_output() -> BinaryIO:
    """Keep standard output for messages, and send whatever else is printed to standard error."""
    own = os.dup(1)
    os.dup2(2, 1)
    return os.fdopen(own, "wb")


def _from_text(value: str, expected: type) -> object:
    try:
        if expected is Path:
            return Path(value)
        if expected is bytes:
            return base64.b64decode(value, validate=True)
        if issubclass(expected, Enum):
            return expected(value)
    except (ValueError, binascii.Error) as error:
        raise MessageError(f"{value!r:.80} is no {expected}") from error
    raise MessageError(f"{value!r:.80} is no {expected}")


def _to_plain(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return [_to_plain(each) for each in value]
    if is_dataclass(value):
        plain: dict[str, object] = {"type": type(value).__name__.lower()}
        for field in fields(value):
            plain[field.name] = _to_plain(getattr(value, field.name))
        return plain
    return value
