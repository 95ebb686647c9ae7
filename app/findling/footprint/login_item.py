"""Start of Findling at the user's login, in the background."""

from __future__ import annotations

import plistlib
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from xml.parsers.expat import ExpatError

from findling.footprint.desktop_entry import FILE_NAME, config_home, quote_exec, unquote_exec
from findling.ipc.command import find_program

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_LABEL = "org.findling.Findling"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
_VALUE = "Findling"


class LoginItem(Protocol):
    """Program that the desktop starts when the user logs in."""

    @property
    def place(self) -> str:
        """Place where the desktop keeps it: a path, or a key of the registry."""

    def is_there(self) -> bool:
        """Return whether this very program is started."""

    def read_command(self) -> tuple[str, ...]:
        """Return the command that is started, of this program or another; none where nothing is."""

    def put(self) -> None:
        """Have it started from the next login on.

        Raises:
            OSError: the desktop's settings cannot be written.
        """

    def take_away(self) -> None:
        """Have it started no longer.

        Raises:
            OSError: the desktop's settings cannot be written.
        """


def login_item(library: Path | None = None) -> LoginItem:
    """Return the login item of this system, for a library that is not the usual one too."""
    chosen = () if library is None else ("--library", str(library))
    command = (*find_program(), *chosen, "app", "--background")
    if sys.platform == "win32":
        return RunKey(command)
    if sys.platform == "darwin":
        agent = Path.home() / "Library" / "LaunchAgents" / f"{_LABEL}.plist"
        return ItemFile(agent, make_launch_agent(command), read_launch_agent)
    return ItemFile(config_home() / "autostart" / FILE_NAME, make_autostart(command))


def make_autostart(command: Sequence[str]) -> bytes:
    """Return an entry of the Desktop Application Autostart Specification 0.5.

    A package that is removed does not know the users' folders: what is left of it there is to do nothing (TryExec).
    """
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Findling",
        f"Exec={quote_exec(command)}",
        "TryExec={}".format(command[0].replace("\\", r"\\")),
        "Icon=findling",
        "X-GNOME-Autostart-enabled=true",
    )
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogateescape")


def make_launch_agent(command: Sequence[str]) -> bytes:
    """Return a property list of launchd (launchd.plist(5))."""
    return plistlib.dumps({"Label": _LABEL, "ProgramArguments": list(command), "RunAtLoad": True})


def read_autostart(entry: bytes) -> list[str]:
    """Return the command of an entry that `make_autostart` made; none where there is none in it."""
    lines = entry.decode("utf-8", "surrogateescape").splitlines()
    return next((unquote_exec(line.removeprefix("Exec=")) for line in lines if line.startswith("Exec=")), [])


def read_launch_agent(entry: bytes) -> list[str]:
    """Return the command in a property list by `make_launch_agent`; none where there is none."""
    try:
        agent = plistlib.loads(entry)
    except (ValueError, ExpatError):
        return []
    words = agent.get("ProgramArguments") if isinstance(agent, dict) else None
    return [str(word) for word in words] if isinstance(words, list) else []


class ItemFile:
    """Login item that is a file."""

    def __init__(self, path: Path, content: bytes, read: Callable[[bytes], Sequence[str]] = read_autostart) -> None:
        """Name the file, and what is to be in it; `read` returns the command that the file names."""
        self._path, self._content, self._read = path, content, read

    @property
    def place(self) -> str:
        """Path of the file."""
        return str(self._path)

    def is_there(self) -> bool:
        """Return whether the file starts this very program."""
        try:
            return self._path.read_bytes() == self._content
        except OSError:
            return False

    def read_command(self) -> tuple[str, ...]:
        """Return the command that the file names; none where there is none."""
        try:
            return tuple(self._read(self._path.read_bytes()))
        except OSError:
            return ()

    def put(self) -> None:
        """Write the file."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._path.write_bytes(self._content)

    def take_away(self) -> None:
        """Delete the file, whichever program it starts."""
        self._path.unlink(missing_ok=True)


if sys.platform == "win32":  # pragma: no cover - seen by mypy alone
    import winreg

    class RunKey:
        """Login item that is a value of the registry's key `Run`."""

        def __init__(self, command: Sequence[str]) -> None:
            self._command = tuple(command)
            self._line = subprocess.list2cmdline(command)

        @property
        def place(self) -> str:
            """Path of the value."""
            return rf"HKEY_CURRENT_USER\{_RUN_KEY}\{_VALUE}"

        def is_there(self) -> bool:
            """Return whether the value starts this very program."""
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                    return bool(winreg.QueryValueEx(key, _VALUE)[0] == self._line)
            except OSError:
                return False

        def read_command(self) -> tuple[str, ...]:
            """Return the command where it is this program's own; lines of others are not taken apart."""
            return self._command if self.is_there() else ()

        def put(self) -> None:
            """Write the value."""
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                winreg.SetValueEx(key, _VALUE, 0, winreg.REG_SZ, self._line)

        def take_away(self) -> None:
            """Delete the value."""
            with (
                suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY, 0, winreg.KEY_SET_VALUE) as key,
            ):
                winreg.DeleteValue(key, _VALUE)
