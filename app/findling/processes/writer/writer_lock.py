"""The writer's lock, by which at most one process writes to a library, and its holder."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import filelock
import psutil

from findling.errors import LibraryBusyError, LibraryError
from findling.frozen_program import is_frozen
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage, explain_os_error
from findling.processes.writer.messages import Holder

if TYPE_CHECKING:
    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths


class WriterLock:
    """Lock of the operating system, which releases it when the process ends, however it ends."""

    def __init__(self, paths: LibraryPaths) -> None:
        self._paths = paths
        self._lock = filelock.FileLock(paths.lock, timeout=0, thread_local=False, fallback_to_soft=False)

    def acquire(self) -> None:
        """Take the lock and record the holder.

        Raises:
            LibraryBusyError: another process has it.
            LibraryError: the library's folder cannot be written, or its file system knows no locks.
        """
        try:
            self._lock.acquire()
            _write_holder(_holder_file(self._paths))
        except filelock.Timeout as error:
            raise busy_error(find_holder(self._paths)) from error
        except (OSError, NotImplementedError) as error:
            self._lock.release()
            message = LibraryMessage.NOT_LOCKED(folder=self._paths.data, reason=_explain(error))
            raise LibraryError(message, Remedy.MAKE_WRITABLE_OR_PLACE()) from error

    def note_waiting(self, waits: bool) -> None:
        """Record whether the holder's work waits for mains power."""
        # What is recorded only informs: a disk that is full meanwhile stops nothing.
        with contextlib.suppress(OSError):
            _write_holder(_holder_file(self._paths), waits=waits)

    def release(self) -> None:
        """Release the lock, if it is held."""
        if self._lock.is_locked:
            _holder_file(self._paths).unlink(missing_ok=True)
            self._lock.release()


def find_holder(paths: LibraryPaths) -> Holder | None:
    """Return the running process that is recorded as the writer of a library."""
    try:
        written = json.loads(_holder_file(paths).read_text("utf-8"))
        waits = bool(written.get("waits"))
        holder = Holder(int(written["pid"]), str(written["program"]), float(written["since"]), waits)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return holder if is_running(holder) else None


def is_running(holder: Holder) -> bool:
    """Tell whether that very process runs, and not a later one of the same number."""
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(holder.pid)
        # The clock that start times are counted from may be corrected by a second or so.
        return abs(process.create_time() - holder.since) < 2 and process.status() != psutil.STATUS_ZOMBIE
    return False


def _explain(error: OSError | NotImplementedError) -> Notice:
    return explain_os_error(error) if isinstance(error, OSError) else SystemMessage.PLAIN(text=str(error))


def _holder_file(paths: LibraryPaths) -> Path:
    return paths.lock.with_suffix(".json")


def _write_holder(file: Path, *, waits: bool = False) -> None:
    # Beside the lock and not in it: Windows lets nobody read a locked file.
    program = Path(sys.executable).stem if is_frozen() else "findling"
    own = {"pid": os.getpid(), "program": program, "since": psutil.Process().create_time(), "waits": waits}
    temporary = file.with_suffix(".new")
    temporary.write_text(json.dumps(own), "utf-8")
    temporary.replace(file)


def busy_error(holder: Holder | None) -> LibraryBusyError:
    """Return the error for a lock that another process, if known, holds."""
    by = holder.notice if holder else LibraryMessage.OTHER_PROCESS()
    return LibraryBusyError(LibraryMessage.BUSY(holder=by), Remedy.WAIT_OR_END())
