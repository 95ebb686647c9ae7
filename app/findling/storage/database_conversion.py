"""Conversion of databases, plain to encrypted or back: each file as a whole or not at all."""

from __future__ import annotations

import os
import re
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.job_progress import ConversionStage, ConversionStep
from findling.errors import FindlingError, LibraryDamagedError, LibraryError
from findling.file_erasure import erase_file, overwrite
from findling.folder_sync import sync_folder
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.storage.database import translated_errors
from findling.storage.database_file import convert, list_errors, require_sound, was_stopped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

NEEDED = frozenset({"library.db", "library-user.db"})
"""Databases that a library is nothing without: of backups and the log of calls, a damaged one is deleted."""

_BETWEEN_REPORTS_SECONDS = 0.1


class ConversionStoppedError(FindlingError):
    """A conversion was stopped; the library opens as after any other end of it."""


@dataclass(frozen=True, slots=True)
class ConversionMonitor:
    """Callbacks while a library is encrypted or decrypted.

    Attributes:
        report: called with the progress.
        should_stop: asked again and again.
    """

    report: Callable[[ConversionStep], None] = lambda _: None
    should_stop: Callable[[], bool] = lambda: False

    def require_going_on(self) -> None:
        """Raise `ConversionStoppedError` where it is to stop."""
        if self.should_stop():
            raise ConversionStoppedError(EncryptionMessage.CONVERSION_STOPPED())


UNWATCHED = ConversionMonitor()


def convert_databases(files: Sequence[Path], key: bytes, monitor: ConversionMonitor, *, encrypts: bool) -> None:
    """Convert files one after the other.

    Raises:
        ConversionStoppedError: it was to stop.
        LibraryDamagedError, LibraryError: as `_convert`.
    """
    total = sum(file.stat().st_size for file in files)
    done = 0
    for file in files:
        monitor.require_going_on()
        size = file.stat().st_size
        _convert(file, key, _Pulse(file.with_name(f"{file.name}.new"), done, total, monitor), encrypts=encrypts)
        done += size


def _convert(file: Path, key: bytes, pulse: _Pulse, *, encrypts: bool) -> None:
    """Replace a plain file by its encrypted form, or the reverse, and overwrite what was there.

    Raises:
        ConversionStoppedError: it was to stop, and is as it was.
        LibraryDamagedError: it is damaged, and the library needs it.
        LibraryError: it cannot be read, or the new one not be written.
    """
    try:
        _replace_database(file, key, pulse, encrypts=encrypts)
    except LibraryDamagedError:
        if file.name in NEEDED:
            raise
        erase_file(file)
    for rest in ("-wal", "-shm", "-journal"):
        with explained(file):
            erase_file(file.with_name(f"{file.name}{rest}"))


def _replace_database(file: Path, key: bytes, pulse: _Pulse, *, encrypts: bool) -> None:
    new = pulse.written
    with ExitStack() as held, explained(file), translated_errors(file), until_stopped():
        with suppress(FileNotFoundError):
            held.enter_context(Leftover(file.with_name(f"{file.name}-wal")))
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            convert(file, new, key, encrypts=encrypts, should_stop=pulse.beat)
            pulse.note_checking()
            require_sound(new, key, pulse.monitor.should_stop)
            flush_file(new)
        except BaseException:
            # On a full disk it takes the room that the library needs.
            erase_named(file.parent, re.compile(re.escape(new.name) + "(-wal|-shm|-journal)?"))
            raise
        # The old file is held open while the new one takes its name, so that there is no moment without one.
        with Leftover(file):
            new.replace(file)
            sync_folder(file.parent)


@contextmanager
def until_stopped() -> Iterator[None]:
    """Translate the end of a statement that was wished into its error.

    Raises:
        ConversionStoppedError: in the place of it.
    """
    try:
        yield
    except list_errors() as error:
        if was_stopped(error):
            raise ConversionStoppedError(EncryptionMessage.CONVERSION_STOPPED()) from error
        raise


class _Pulse:
    """Pulse of a file's conversion, by which its progress is told.

    Args:
        written: the new file.
        before: bytes of the files that are converted already.
        total: bytes of all.
        monitor: is told.
    """

    def __init__(self, written: Path, before: int, total: int, monitor: ConversionMonitor) -> None:
        self.written, self.monitor = written, monitor
        self._before, self._total = before, total
        self._told = 0.0

    def beat(self) -> bool:
        """Tell how much there is of the file, and return whether to stop."""
        now = time.monotonic()
        if now - self._told >= _BETWEEN_REPORTS_SECONDS:
            self._told = now
            done = min(self._before + self.written.stat().st_size, self._total)
            self.monitor.report(ConversionStep(ConversionStage.WRITING, done, self._total))
        return self.monitor.should_stop()

    def note_checking(self) -> None:
        """Tell that the file is read again."""
        self.monitor.report(ConversionStep(ConversionStage.CHECKING))


class Leftover:
    """File that is overwritten after the block if it has no name any more, else left alone."""

    def __init__(self, file: Path) -> None:
        """Open the file; raises `OSError` where there is none."""
        self._stream = file.open("r+b")

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        with self._stream as opened:
            if not os.fstat(opened.fileno()).st_nlink:
                overwrite(opened.fileno())


def flush_file(file: Path) -> None:
    """Have a file on the disk; raises `OSError` where that refuses."""
    with file.open("r+b") as opened:
        os.fsync(opened.fileno())


def erase_named(data: Path, names: re.Pattern[str], is_meant: Callable[[Path], bool] = lambda _: True) -> None:
    """Erase files of a library by their names."""
    for file in data.iterdir():
        if names.fullmatch(file.name) and is_meant(file):
            with explained(file):
                erase_file(file)


@contextmanager
def explained(file: Path) -> Iterator[None]:
    """Translate the system's errors on a file into a library's."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        reason = explain_os_error(error)
        raise LibraryError(
            EncryptionMessage.NOT_CONVERTED(file=file, reason=reason), Remedy.FREE_SPACE_AND_GO_ON()
        ) from error
