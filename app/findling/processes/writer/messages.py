"""What the worker and those who start it say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, get_args

from findling.domain.library import Progress, Summary
from findling.domain.plans import CutShort, Plan, PlanReport
from findling.ipc.codec import Codec, MessageError
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage
from findling.messages.notice import Notice
from findling.paths import LibraryPaths


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    """Client, first of all: work on this library."""

    paths: LibraryPaths
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Add:
    """Client: cover this folder, leaving out what the patterns say; None keeps those of a folder that is known."""

    folder: Path
    exclude: tuple[str, ...] | None = None


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
class Clear:
    """Client: carry out this plan for duplicates."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Undo:
    """Client: take back what a run of the history did."""

    run: int


@dataclass(frozen=True, slots=True)
class KeepApart:
    """Client: these two files are no duplicates; or, where `apart` is false, they may be again."""

    first: Path
    second: Path
    apart: bool = True


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

    @property
    def notice(self) -> Notice:
        """Its name with its number, to stand within a sentence."""
        return LibraryMessage.HOLDER(program=self.program, process=self.pid)


@dataclass(frozen=True, slots=True)
class Waiting:
    """Another process writes to the library and was asked to do this too; None where it is not known which."""

    holder: Holder | None


@dataclass(frozen=True, slots=True)
class Told:
    """Worker: something that the user should know, and that stops nothing."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Offline:
    """Worker, while it follows: what keeps folders from being followed.

    Attributes:
        notes: all that holds now, one for each such folder, and `LibraryMessage.UNWATCHED` where it holds; said again
            whenever it changes.
    """

    notes: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Advance:
    """Worker: so many steps of a plan are through, or of taking one back."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Done:
    """Worker: the command is carried out.

    Attributes:
        summary: of an index run; None for other commands.
        forgotten: files that a removed folder had.
        cleared: what became of a plan, or of taking one back.
    """

    summary: Summary | None = None
    forgotten: int = 0
    cleared: PlanReport | None = None


Command: TypeAlias = OpenLibrary | Add | Remove | Index | Follow | Clear | Undo | KeepApart | Stop
Event: TypeAlias = Hello | Waiting | Progress | Told | Offline | Advance | CutShort | Done | Failed
Message: TypeAlias = Command | Event

_CODEC = Codec(*get_args(Message))


def to_line(message: Message) -> bytes:
    """The message as one line of ASCII, with its line end; names that are no text keep their bytes."""
    return _CODEC.to_line(message)


def command_from(line: bytes) -> Command:
    """Read what a client says.

    Raises:
        MessageError: the line is no command, has a field too many or too few, or one of the wrong type.
    """
    message = _CODEC.from_line(line)
    if not isinstance(message, Command):
        raise MessageError(f"{type(message).__name__} is not for clients to say")
    return message


def event_from(line: bytes) -> Event:
    """Read what the worker says.

    Raises:
        MessageError: the line is no event, has a field too many or too few, or one of the wrong type.
    """
    message = _CODEC.from_line(line)
    if not isinstance(message, Event):
        raise MessageError(f"{type(message).__name__} is not for the worker to say")
    return message
