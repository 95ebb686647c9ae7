"""Frozen data as lines of JSON between Findling's own processes, decoded strictly.

Kept after msgspec and cattrs were measured (docs/benchmarks.md, "Messages between processes"): msgspec carries neither
file names that are no UTF-8 nor unions of dataclasses; cattrs takes longer to import and is lax by default.
"""

from __future__ import annotations

import base64
import json
import sys
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum
from functools import partial
from pathlib import Path
from types import MappingProxyType, NoneType, UnionType
from typing import TYPE_CHECKING, Any, TypeAlias, Union, get_args, get_origin, get_type_hints

from findling.messages.message_json import from_plain, to_plain
from findling.messages.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    _Reader: TypeAlias = Callable[[object], object]


_PLAIN = frozenset({str, int, float, bool, NoneType})

_EXPECTED = {int: "a whole number", float: "a number", bool: "true or false", Path: "a path", bytes: "Base64"}
"""Expected values in words."""


class MessageError(Exception):
    """Line that is no message of the other side."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on the messages of a sender that is not trusted.

    Attributes:
        line: bytes of a line.
        checks: called with each decoded object of a class, however deep; raises `MessageError` where it passes a limit.
    """

    line: int
    checks: Mapping[type, Callable[[Any], None]]


_NO_LIMITS = Limits(sys.maxsize, MappingProxyType({}))


class Codec:
    """Encoder and decoder of dataclasses of plain values, paths, enums, tuples, dataclasses.

    Each of these is an object with its class's name, in small letters, as "type".

    Args:
        kinds: the classes of messages.
        limits: what decoded lines and objects are held to, beyond their types.
        utf8: write UTF-8, which is shorter for most texts, instead of ASCII; both are read.
    """

    def __init__(self, *kinds: type, limits: Limits = _NO_LIMITS, utf8: bool = False) -> None:
        self._kinds = _by_name(kinds)
        self._limits = limits
        self._utf8 = utf8
        # Evaluating annotations takes longer than all the rest, and asking at each value what is due, twice as long.
        self._fields: dict[type, dict[str, _Reader]] = {}
        self._names: dict[type, tuple[str, ...]] = {}

    def to_line(self, message: object) -> bytes:
        """Encode a message as one line, with its line end; names that are no text keep their bytes."""
        written = json.dumps(self._to_plain(message), ensure_ascii=not self._utf8)
        # As `json.loads` reads it: a lone surrogate, which stands for a byte of a name, has no place in strict UTF-8.
        return written.encode("utf-8", "surrogatepass") + b"\n"

    def from_line(self, line: bytes) -> object:
        """Decode a line.

        Raises:
            MessageError: it is too long, is no message of these kinds, has a field too many or too few, or one of the
                wrong type or beyond its limit.
        """
        if len(line) > self._limits.line:
            raise MessageError(f"a line of more than {self._limits.line:,} bytes")
        try:
            written = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise MessageError("a line that is no JSON") from error
        return self._read_object(self._kinds, written)

    def _to_plain(self, value: object) -> object:
        kind = type(value)
        if kind in _PLAIN:
            return value
        if isinstance(value, tuple):
            return [self._to_plain(each) for each in value]
        if isinstance(value, Notice):
            return to_plain(value)
        if is_dataclass(value):
            names = self._names.get(kind)
            if names is None:
                names = self._names[kind] = tuple(field.name for field in fields(value))
            written: dict[str, object] = {"type": kind.__name__.lower()}
            for name in names:
                written[name] = self._to_plain(getattr(value, name))
            return written
        if isinstance(value, Path):
            return str(value)
        if isinstance(value, bytes):
            return base64.b64encode(value).decode("ascii")
        return value

    def _read_object(self, kinds: dict[str, type], written: object) -> object:
        if not isinstance(written, dict):
            raise MessageError(f"{_quote(written)} where an object was due")
        name = written.pop("type", None)
        if not isinstance(name, str) or name not in kinds:
            raise MessageError(f"an unknown message, {_quote(name)}")
        kind = kinds[name]
        fields = self._fields_of(kind)
        if missing := [name for name in fields if name not in written]:
            raise MessageError(f"{', '.join(map(repr, missing))} is missing")
        if unknown := [name for name in written if name not in fields]:
            raise MessageError(f"there is no such key as {', '.join(map(repr, unknown)):.80}")
        values = {}
        for name, read in fields.items():
            try:
                values[name] = read(written[name])
            except MessageError as error:
                raise MessageError(f"in {name!r}, {error}") from error
        message = kind(**values)
        if check := self._limits.checks.get(kind):
            check(message)
        return message

    def _fields_of(self, kind: type) -> dict[str, _Reader]:
        fields = self._fields.get(kind)
        if fields is None:
            hints = get_type_hints(kind)
            fields = self._fields[kind] = {name: self._make_reader(expected) for name, expected in hints.items()}
        return fields

    def _make_reader(self, expected: object) -> _Reader:
        if expected is Notice:
            return self._read_notice
        if isinstance(expected, type):
            is_object = is_dataclass(expected)
            return partial(self._read_object, _by_name([expected])) if is_object else partial(_read_value, expected)
        if isinstance(expected, UnionType) or get_origin(expected) is Union:
            return self._make_union_reader(get_args(expected))
        if get_origin(expected) is tuple:
            return self._make_tuple_reader(get_args(expected))
        raise TypeError(f"no message may hold {expected}")

    def _read_notice(self, written: object) -> Notice:
        try:
            notice = from_plain(written)
        except (ValueError, RecursionError) as error:
            raise MessageError(f"{_quote(written)} where a message was due") from error
        if check := self._limits.checks.get(Notice):
            check(notice)
        return notice

    def _make_union_reader(self, parts: tuple[type, ...]) -> _Reader:
        others = [each for each in parts if each is not NoneType]
        read = self._make_reader(others[0]) if len(others) == 1 else partial(self._read_object, _by_name(others))
        if len(others) == len(parts):
            return read
        return lambda value: None if value is None else read(value)

    def _make_tuple_reader(self, parts: tuple[object, ...]) -> _Reader:
        if parts[-1] is Ellipsis:
            read = self._make_reader(parts[0])
            return lambda value: tuple(map(read, _as_list(value)))
        readers = [self._make_reader(part) for part in parts]

        def read_each(value: object) -> tuple[object, ...]:
            values = _as_list(value)
            if len(values) != len(readers):
                raise MessageError(f"{len(values)} values where {len(readers)} were due")
            return tuple(read(each) for read, each in zip(readers, values, strict=True))

        return read_each


def require(holds: bool, otherwise: str) -> None:
    """Check a limit.

    Raises:
        MessageError: it does not hold, with the words for what was sent instead.
    """
    if not holds:
        raise MessageError(otherwise)


def _by_name(kinds: Iterable[type]) -> dict[str, type]:
    return {kind.__name__.lower(): kind for kind in kinds}


def _as_list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise MessageError(f"{_quote(value)} where a list was due")
    return value


def _read_value(expected: type, value: object) -> object:
    if type(value) is expected:
        return value
    if expected is float and type(value) is int:
        return _to_float(value)
    due = _EXPECTED.get(expected, "a text")
    if not isinstance(value, str):
        raise MessageError(f"{_quote(value)} where {due} was due")
    try:
        if expected is Path:
            return Path(value)
        if expected is bytes:
            return base64.b64decode(value, validate=True)
        if issubclass(expected, Enum):
            return expected(value)
    except ValueError as error:
        known = f" of {', '.join(str(each.value) for each in expected)}" if issubclass(expected, Enum) else ""
        raise MessageError(f"{_quote(value)} where {'one' if known else due}{known} was due") from error
    raise MessageError(f"{_quote(value)} where {due} was due")


def _to_float(value: int) -> float:
    try:
        return float(value)
    except OverflowError as error:
        raise MessageError("a number of too many digits") from error


def _quote(value: object) -> str:
    """Return a value as it was written, cut where it is long."""
    return f"{json.dumps(value):.80}"
