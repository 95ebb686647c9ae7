"""What the worker and those who start it say to each other: frozen data, one JSON object a line, decoded strictly."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from types import NoneType, UnionType
from typing import TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from findling.paths import LibraryPaths  # noqa: TC001 - types are read at run time, to check what comes in
from findling.types import Progress, Summary

_T = TypeVar("_T")


class MessageError(Exception):
    """A line is not what the other side may say."""


@dataclass(frozen=True, slots=True)
class Open:
    """Client, first of all: work on this library."""

    paths: LibraryPaths
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Add:
    """Client: cover this folder, leaving out what the patterns say."""

    folder: Path
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remove:
    """Client: forget this folder and what was read in it."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Index:
    """Client: bring these folders up to date, all of them where none is named.

    Attributes:
        retry: read again what was skipped or failed.
    """

    folders: tuple[Path, ...] = ()
    retry: bool = False


@dataclass(frozen=True, slots=True)
class Follow:
    """Client: keep the library up to date until told to stop."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Client: leave off what you are doing for me."""


@dataclass(frozen=True, slots=True)
class Hello:
    """Worker: the library is open, and mine."""

    pid: int


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that writes to a library.

    Attributes:
        program: its name, as shown to people.
        since: when it was started, seconds since 1970; tells it from a later process of the same number.
    """

    pid: int
    program: str
    since: float

    def __str__(self) -> str:
        return f"{self.program} (process {self.pid})"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Another process writes to the library and was asked to do this too; None where it is not known which."""

    holder: Holder | None


@dataclass(frozen=True, slots=True)
class Notice:
    """Worker: something that the person should know, and that stops nothing."""

    message: str


@dataclass(frozen=True, slots=True)
class Done:
    """Worker: the command is carried out.

    Attributes:
        summary: of an index run; None for other commands.
        forgotten: files that a removed folder had.
    """

    summary: Summary | None = None
    forgotten: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """Worker: the command came to nothing.

    Attributes:
        kind: name of the class in `findling.errors`, or "bug".
    """

    message: str
    remedy: str
    kind: str


Command: TypeAlias = Open | Add | Remove | Index | Follow | Stop
Event: TypeAlias = Hello | Waiting | Progress | Notice | Done | Failed
Message: TypeAlias = Command | Event

BUG = "bug"

_TYPES: dict[str, type[Message]] = {kind.__name__.lower(): kind for kind in get_args(Message)}


def to_line(message: Message) -> bytes:
    """The message as one line of ASCII, with its line end; names that are no text keep their bytes."""
    return json.dumps({"type": type(message).__name__.lower(), **_plain_fields(message)}).encode("ascii") + b"\n"


def command_from(line: bytes) -> Command:
    """Read what a client says.

    Raises:
        MessageError: the line is no command, has a field too many or too few, or one of the wrong type.
    """
    message = _from_line(line)
    if not isinstance(message, Command):
        raise MessageError(f"{type(message).__name__} is not for clients to say")
    return message


def event_from(line: bytes) -> Event:
    """Read what the worker says.

    Raises:
        MessageError: the line is no event, has a field too many or too few, or one of the wrong type.
    """
    message = _from_line(line)
    if not isinstance(message, Event):
        raise MessageError(f"{type(message).__name__} is not for the worker to say")
    return message


def _from_line(line: bytes) -> Message:
    try:
        written = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise MessageError("a line that is no JSON") from error
    if not isinstance(written, dict):
        raise MessageError("a line that is no object")
    name = written.pop("type", None)
    if not isinstance(name, str) or name not in _TYPES:
        raise MessageError(f"an unknown message, {name!r}")
    return _build(_TYPES[name], written)


def _plain_fields(data: object) -> dict[str, object]:
    assert is_dataclass(data)
    return {field.name: _to_plain(getattr(data, field.name)) for field in fields(data)}


def _to_plain(value: object) -> object:
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, tuple):
        return [_to_plain(each) for each in value]
    return _plain_fields(value) if is_dataclass(value) else value


def _build(kind: type[_T], written: dict[str, object]) -> _T:
    expected = get_type_hints(kind)
    if written.keys() != expected.keys():
        raise MessageError(f"{kind.__name__} has other fields than {', '.join(sorted(written))}")
    return kind(**{name: _from_plain(written[name], expected[name]) for name in expected})


def _from_plain(value: object, expected: object) -> object:
    if isinstance(expected, UnionType):
        return None if value is None else _from_plain(value, _other_than_none(expected))
    if get_origin(expected) is tuple and isinstance(value, list):
        return tuple(_from_plain(each, get_args(expected)[0]) for each in value)
    if expected is Path and isinstance(value, str):
        return Path(value)
    if isinstance(expected, type) and is_dataclass(expected) and isinstance(value, dict):
        return _build(expected, value)
    if expected is float and type(value) is int:
        return float(value)
    if type(value) is not expected:
        raise MessageError(f"{value!r:.80} is no {expected}")
    return value


def _other_than_none(union: UnionType) -> object:
    return next(each for each in get_args(union) if each is not NoneType)
