"""Opening of files in the parent, where a drive that hangs holds up one thread alone."""

from __future__ import annotations

import os
import queue
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.file_reading import open_plain
from findling.paths import find_outermost

if TYPE_CHECKING:
    from collections.abc import Callable

_POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """File on the disk, opened for itself or for a file inside it.

    Attributes:
        descriptor: closed by whoever asked for it.
        name: of the file on the disk, as the bytes of the file system.
        inner: path of the file inside it, with "/" between its parts; empty for the file on the disk itself.
        around: bytes of the file on the disk, where one inside it is meant; else 0.
    """

    descriptor: int
    name: bytes
    inner: bytes = b""
    around: int = 0


class FileOpener:
    """Opens plain files, and gives one up after so many seconds; a late descriptor is closed."""

    def __init__(self, seconds: float, open_file: Callable[[bytes], int] = open_plain) -> None:
        self._seconds = seconds
        self._open_file = open_file
        self._thread: _OpeningThread | None = None

    def open(self, path: bytes, should_stop: Callable[[], bool] = lambda: False) -> OpenedFile:
        """Open a file, or the file on the disk that it is in; the caller closes it.

        Args:
            path: absolute path, as the bytes of the file system; `OUTER/NAME` for a file inside another.
            should_stop: polled ten times a second.

        Raises:
            ExtractionError: as `open_plain`; `OFFLINE` after the time, `INTERRUPTED` if stopped.
        """
        thread = self._thread = self._thread or _OpeningThread(self._open_file)
        thread.paths.put(path)
        waited = 0.0
        while True:
            try:
                opened = thread.opened.get(timeout=_POLL_SECONDS)
            except queue.Empty:
                waited += _POLL_SECONDS
                if waited >= self._seconds or should_stop():
                    self.close()
                    raise ExtractionError(Reason.INTERRUPTED if waited < self._seconds else Reason.OFFLINE) from None
            else:
                if isinstance(opened, OpenedFile):
                    return opened
                raise opened

    def close(self) -> None:
        """Let the thread end as soon as the drive lets it; the next `open` starts another."""
        if self._thread is not None:
            self._thread.paths.put(None)
            self._thread = None


class _OpeningThread:
    """Thread that opens one path after another, until None; closes what nobody took."""

    def __init__(self, open_file: Callable[[bytes], int]) -> None:
        self.paths: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self.opened: queue.SimpleQueue[OpenedFile | BaseException] = queue.SimpleQueue()
        self._open_file = open_file
        threading.Thread(target=self._work, name="open", daemon=True).start()

    def _work(self) -> None:
        while (path := self.paths.get()) is not None:
            try:
                self.opened.put(self._open(path))
            except BaseException as error:  # noqa: BLE001 - raised where the result is waited for
                self.opened.put(error)
        while not self.opened.empty():
            if isinstance(left := self.opened.get(), OpenedFile):
                os.close(left.descriptor)

    def _open(self, path: bytes) -> OpenedFile:
        try:
            return OpenedFile(self._open_file(path), os.path.basename(path))  # noqa: PTH119 - bytes, as they are
        except ExtractionError as error:
            # A file inside another has a path that the system knows nothing of, or takes for too long a name.
            if error.reason not in (Reason.VANISHED, Reason.NAME):
                raise
            outermost, inner = find_outermost(Path(os.fsdecode(path)))
            if not inner:
                raise
        descriptor = self._open_file(os.fsencode(outermost))
        around = os.fstat(descriptor).st_size
        return OpenedFile(descriptor, os.fsencode(outermost.name), os.fsencode("/".join(inner)), around)
