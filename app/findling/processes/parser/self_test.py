"""Self-test of the confinement: tries all that it forbids, and tells what was refused.

Each attempt is harmless where it is not refused. It takes a few system calls, so that each child makes it.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import socket
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.confinement_report import Access, ConfinementReport

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    _Attempt = Callable[[], object]

_NOWHERE = Path("/nowhere/at/all")
_DISCARD = ("192.0.2.1", 9)
"""An address that RFC 5737 keeps free; connecting a datagram socket looks for a route and sends nothing."""

_PTRACE_DETACH = 17


def try_accesses() -> ConfinementReport:
    """Try every access of this system; one counts as refused if each attempt at it was."""
    attempts = _list_attempts()
    refused = {access for access, tries in attempts.items() if all(map(_is_refused, tries))}
    return ConfinementReport(
        tuple(each for each in Access if each in refused),
        tuple(each for each in Access if each in attempts and each not in refused),
    )


def _is_refused(attempt: _Attempt) -> bool:
    """Try something; only a lack of permission is a refusal, for all else may be luck."""
    try:
        attempt()
    except PermissionError:
        return True
    except Exception:  # noqa: BLE001 - whatever else it is, it was not forbidden
        return False
    return False


def _list_attempts() -> Mapping[Access, Sequence[_Attempt]]:
    if sys.platform == "win32":
        return _list_attempts_of_windows()
    attempts: dict[Access, Sequence[_Attempt]] = {
        Access.READ: (partial(_open_and_close, "/etc/passwd"),),
        Access.LIST: tuple(partial(_list_folder, place) for place in (Path("/"), *_find_home())),
        Access.WRITE: (
            _create_file,
            partial(os.truncate, _NOWHERE, 0),
            _NOWHERE.unlink,
            partial(_NOWHERE.rename, _NOWHERE),
            partial(_NOWHERE.hardlink_to, _NOWHERE),
            partial(_NOWHERE.symlink_to, _NOWHERE),
            partial(_NOWHERE.chmod, 0o600),
            partial(os.chown, _NOWHERE, -1, -1),
            partial(os.utime, _NOWHERE),
            _NOWHERE.mkdir,
            partial(os.fchmod, 0, os.fstat(0).st_mode),
        ),
        Access.NETWORK: tuple(partial(_connect, family, _DISCARD) for family in (socket.AF_INET, socket.AF_INET6)),
        Access.SOCKETS: (partial(_connect, socket.AF_UNIX, str(_NOWHERE)),),
        Access.EXECUTE: (_start_program,),
        Access.FORK: (_fork,),
        Access.PROCESSES: (partial(os.kill, os.getppid(), 0),),
    }
    if sys.platform == "linux":
        parent = os.getppid()
        attempts[Access.EXECUTE] = (_start_program, partial(os.execv, _NOWHERE, ["nothing"]))
        attempts[Access.PROCESSES] = (
            partial(os.kill, parent, 0),
            partial(_call, "ptrace", _PTRACE_DETACH, parent, None, None),
            partial(_call, "process_vm_readv", parent, None, 0, None, 0, 0),
            partial(_open_and_close, f"/proc/{parent}/mem"),
        )
        attempts[Access.NAMESPACES] = (partial(_call, "setns", -1, 0), partial(_call, "unshare", 0))
    return attempts


def _list_attempts_of_windows() -> Mapping[Access, Sequence[_Attempt]]:
    system = os.environ.get("SYSTEMROOT", r"C:\Windows")
    return {
        Access.READ: (partial(_open_and_close, rf"{system}\win.ini"),),
        Access.LIST: tuple(partial(_list_folder, place) for place in (Path(system), *_find_home())),
        Access.WRITE: (_create_file,),
        Access.NETWORK: (partial(_connect, socket.AF_INET, _DISCARD),),
        Access.EXECUTE: (_start_program,),
    }


def _find_home() -> tuple[Path, ...]:
    with contextlib.suppress(OSError, RuntimeError):
        home = Path.home()
        if home.is_dir():
            return (home,)
    return ()


def _open_and_close(path: str) -> None:
    os.close(os.open(path, os.O_RDONLY))


def _list_folder(path: Path) -> None:
    os.scandir(path).close()


def _create_file() -> None:
    # Python's own look for a temporary folder writes to each, and is told that there is none.
    folder = os.environ.get("TEMP" if sys.platform == "win32" else "TMPDIR") or "/tmp"  # noqa: S108
    path = Path(folder) / f"findling-self-test-{os.getpid()}"
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    path.unlink()


def _connect(family: int, address: str | tuple[str, int]) -> None:
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        probe.connect(address)


def _start_program() -> None:
    if sys.platform == "win32":
        try:
            os.spawnv(os.P_WAIT, os.environ.get("COMSPEC", "cmd.exe"), ["cmd.exe", "/c", "exit"])  # noqa: S606
        except OSError as error:
            # A job that allows no second process says that its quota is used up.
            raise PermissionError from error
        return
    os.waitpid(os.posix_spawn("/bin/sh", ["sh", "-c", ":"], {}), 0)


def _fork() -> None:
    if sys.platform == "win32":
        return
    number = os.fork()
    if number == 0:
        os._exit(0)
    os.waitpid(number, 0)


def _call(name: str, *arguments: object) -> None:
    """Call a function of the C library that reports an error by -1."""
    if getattr(ctypes.CDLL(None, use_errno=True), name)(*arguments) == -1:
        raise OSError(ctypes.get_errno(), name)
