"""Messages between the writer process and its clients."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, cast, get_args

from findling.domain.duplicate_check import CheckedFile
from findling.domain.judgements import JudgedAnswer
from findling.domain.labels import LabelAct, LabelChoice
from findling.domain.library import Progress, Summary
from findling.domain.plans import CutShort, Plan, PlanReport
from findling.ipc.codec import Codec
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage
from findling.messages.notice import Notice
from findling.paths import LibraryPaths


@dataclass(frozen=True, slots=True)
class OpenLibrary:
    """First message of a client: the library to work on."""

    paths: LibraryPaths
    verbose: bool = False


@dataclass(frozen=True, slots=True)
class Add:
    """Add a folder; None keeps the exclude patterns of one that is known."""

    folder: Path
    exclude: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Remove a folder and what was read in it."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Forget:
    """Forget the files below a folder that are kept though they are not there."""

    folder: Path


@dataclass(frozen=True, slots=True)
class Index:
    """Bring folders up to date, all of them where none is named.

    Attributes:
        retry: read again what was skipped or failed.
        now: with all cores and on battery too.
    """

    folders: tuple[Path, ...] = ()
    retry: bool = False
    now: bool = False


@dataclass(frozen=True, slots=True)
class Follow:
    """Keep the library up to date until `Stop`."""


@dataclass(frozen=True, slots=True)
class Clear:
    """Carry out a plan for duplicates."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class Undo:
    """Undo a run of the history."""

    run: int


@dataclass(frozen=True, slots=True)
class KeepApart:
    """Declare two files to be no duplicates, or revoke that where `apart` is false."""

    first: Path
    second: Path
    apart: bool = True


@dataclass(frozen=True, slots=True)
class ChooseLabel:
    """Give a label to files, refuse it or take it from them."""

    name: str
    files: tuple[Path, ...]
    choice: LabelChoice


@dataclass(frozen=True, slots=True)
class RemoveLabel:
    """Remove a label from all files."""

    name: str


@dataclass(frozen=True, slots=True)
class RenameLabel:
    """Give a label another name; only `merge` makes it one with a label that has it already."""

    name: str
    new_name: str
    merge: bool = False


@dataclass(frozen=True, slots=True)
class UndoLabelAct:
    """Undo what was done last with a label; "" for any label."""

    name: str = ""


@dataclass(frozen=True, slots=True)
class JudgeAnswers:
    """Store which documents answer a question."""

    question: str
    answers: tuple[JudgedAnswer, ...]


@dataclass(frozen=True, slots=True)
class ForgetJudgements:
    """Delete all that was judged."""


@dataclass(frozen=True, slots=True)
class WatchLabel:
    """Suggest a label for files from now on, or for none any more where `watched` is false."""

    name: str
    watched: bool


@dataclass(frozen=True, slots=True)
class Stop:
    """Stop the command that runs."""


@dataclass(frozen=True, slots=True)
class GoOnNow:
    """Take all cores, even without mains power, for the command that runs too; has no answer."""


@dataclass(frozen=True, slots=True)
class Hello:
    """First event of the writer: the library is open, and locked."""

    pid: int


@dataclass(frozen=True, slots=True)
class Holder:
    """The process that writes to a library.

    Attributes:
        program: its name, as shown to the user.
        since: when it was started, seconds since 1970; tells it from a later process of the same number.
        waits: it has work that waits for mains power.
    """

    pid: int
    program: str
    since: float
    waits: bool = False

    @property
    def notice(self) -> Notice:
        """Name and number, to stand within a sentence."""
        return LibraryMessage.HOLDER(program=self.program, process=self.pid)


@dataclass(frozen=True, slots=True)
class Waiting:
    """The command was left to the process that holds the lock; None where that is unknown."""

    holder: Holder | None


@dataclass(frozen=True, slots=True)
class Advisory:
    """Note that the user should know of, and that stops nothing."""

    notice: Notice


@dataclass(frozen=True, slots=True)
class Offline:
    """Reasons why folders cannot be followed.

    Attributes:
        notes: all that hold now, one for each such folder, and `LibraryMessage.UNWATCHED` where it holds; sent
            again whenever they change.
    """

    notes: tuple[Notice, ...]


@dataclass(frozen=True, slots=True)
class Arrived:
    """Files that came into watched folders, each like others of the library."""

    files: tuple[CheckedFile, ...]


@dataclass(frozen=True, slots=True)
class Advance:
    """Steps of a plan, or of undoing one, that are through."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Done:
    """The command is carried out.

    Attributes:
        summary: of an index run; None for other commands.
        forgotten: files that a removed folder had, or that were kept though they were not there.
        cleared: outcome of a plan, or of undoing one.
        undone: what was done with a label, and is not any more.
    """

    summary: Summary | None = None
    forgotten: int = 0
    cleared: PlanReport | None = None
    undone: LabelAct | None = None


LabelOrder: TypeAlias = ChooseLabel | RemoveLabel | RenameLabel | UndoLabelAct | WatchLabel
UserChoice: TypeAlias = KeepApart | LabelOrder | JudgeAnswers | ForgetJudgements
Command: TypeAlias = OpenLibrary | Add | Remove | Forget | Index | Follow | Clear | Undo | UserChoice | GoOnNow | Stop
Event: TypeAlias = Hello | Waiting | Progress | Advisory | Offline | Arrived | Advance | CutShort | Done | Failed
Message: TypeAlias = Command | Event

_COMMANDS = Codec(*get_args(Command))
_EVENTS = Codec(*get_args(Event))


def to_line(message: Message) -> bytes:
    """Encode a message as one line of ASCII, with its line end."""
    return _COMMANDS.to_line(message)


def command_from(line: bytes) -> Command:
    """Decode a command of a client; raises `MessageError` for any other line."""
    return cast("Command", _COMMANDS.from_line(line))


def event_from(line: bytes) -> Event:
    """Decode an event of the writer; raises `MessageError` for any other line."""
    return cast("Event", _EVENTS.from_line(line))
