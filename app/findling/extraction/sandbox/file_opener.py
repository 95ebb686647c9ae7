"""Opening of files in the parent, where a drive that does not answer holds up one thread and nobody else."""

from __future__ import annotations

import os
import queue
import threading
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.file_reading import open_plain

if TYPE_CHECKING:
    from collections.abc import Callable

_POLL_SECONDS = 0.1


class FileOpener:
    """Opens plain files, and gives one up after so many seconds; a descriptor that comes later is closed."""

    def __init__(self, seconds: float, open_file: Callable[[bytes], int] = open_plain) -> None:
        self._seconds = seconds
        self._open_file = open_file
        self._thread: _OpeningThread | None = None

    def open(self, path: bytes, should_stop: Callable[[], bool] = lambda: False) -> int:
        """Return the descriptor of a file, which the caller closes.

        Args:
            path: absolute path, as the bytes of the file system.
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
                if isinstance(opened, int):
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
        self.opened: queue.SimpleQueue[int | BaseException] = queue.SimpleQueue()
        self._open_file = open_file
        threading.Thread(target=self._work, name="open", daemon=True).start()

    def _work(self) -> None:
        while (path := self.paths.get()) is not None:
            try:
                self.opened.put(self._open_file(path))
            except BaseException as error:  # noqa: BLE001 - raised where the result is waited for
                self.opened.put(error)
        while not self.opened.empty():
            if isinstance(left := self.opened.get(), int):
                os.close(left)
