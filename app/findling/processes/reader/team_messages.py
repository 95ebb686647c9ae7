"""Questions about the library that several people share, and the answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from findling.messages.notice import Notice


@dataclass(frozen=True, slots=True)
class AskTeam:
    """Ask how the shared library stands."""


@dataclass(frozen=True, slots=True)
class JoinTeam:
    """Join the shared library at an address as it was typed; the password goes to the keyring."""

    address: str
    password: str = ""


@dataclass(frozen=True, slots=True)
class CreateTeam:
    """Make a shared library in an empty database, for the model in use, and join it."""

    address: str
    password: str = ""


@dataclass(frozen=True, slots=True)
class LeaveTeam:
    """Take back what was published, and forget the shared library.

    What was published may stay there where the server is away (`keep`).
    """

    keep: bool = False


@dataclass(frozen=True, slots=True)
class ShareWithTeam:
    """Share a folder with people and groups from now on, or with others than before."""

    folder: Path
    readers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WithdrawFromTeam:
    """Take a folder back, with all that was published of it."""

    folder: Path


@dataclass(frozen=True, slots=True)
class FolderForTeam:
    """Folder of this library, with the people and groups it is shared with, if any."""

    path: Path
    readers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamStanding:
    """Answer to every question about the shared library: how it stands by then.

    Attributes:
        address: "" where none was joined.
        files: that may be seen there.
        folders: of this library, and those that are shared of it.
        in_step_ns: when all that is shared was published last, since 1970; None where it never was.
        waits: why it could not be since; None where nothing failed.
        trouble: why the server cannot be asked, or used with this model; None where it can.
        is_away: it cannot be asked, so that nothing is known of what may be seen there and what is shared.
    """

    address: str = ""
    files: int = 0
    folders: tuple[FolderForTeam, ...] = ()
    in_step_ns: int | None = None
    waits: Notice | None = None
    trouble: Notice | None = None
    is_away: bool = False


TeamQuestion: TypeAlias = AskTeam | CreateTeam | JoinTeam | LeaveTeam | ShareWithTeam | WithdrawFromTeam
