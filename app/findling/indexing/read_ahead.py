"""A thread that has files read in the sandbox a few ahead of their consumer."""

from __future__ import annotations

import queue
import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from findling.extraction.sandbox.parser_sandbox import Sandbox
    from findling.extraction.sandbox.read_outcome import ReadOutcome
    from findling.storage.file_table import FileRow

_READ_AHEAD = 8


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file with the outcome of reading it."""

    row: FileRow
    outcome: ReadOutcome


class ReadAhead:
    """Reads the files that are planned, in order; what is planned may be replaced at any time.

    A file is in flight from when it is about to be read until it is settled. Used by one thread, beside its own.
    """

    def __init__(self, sandbox: Sandbox, is_known: Callable[[bytes], bool], lets_in: Callable[[FileRow], bool]) -> None:
        """Create a reader at rest.

        Args:
            sandbox: used by the thread only.
            is_known: whether a content need not be parsed; asked by the thread.
            lets_in: whether a file is to be read even if it holds keys or passwords; asked by the thread.
        """
        self._sandbox = sandbox
        self._is_known = is_known
        self._lets_in = lets_in
        self._changed = threading.Condition()
        self._planned: deque[FileRow] = deque()
        self._in_flight: set[int] = set()
        self._contents: set[bytes] = set()
        self._taken = 0
        self._is_closed = False
        self._done: queue.Queue[ReadFile | BaseException] = queue.Queue()
        self._thread: threading.Thread | None = None

    def plan(self, rows: Iterable[FileRow]) -> None:
        """Read these files next, instead of what was planned; those in flight are not read again."""
        with self._changed:
            self._planned = deque(row for row in rows if row.id not in self._in_flight)
            self._changed.notify()
        if self._thread is None and self._planned:
            self._thread = threading.Thread(target=self._read_on, name="read", daemon=True)
            self._thread.start()

    @property
    def is_idle(self) -> bool:
        """True if nothing is planned or in flight."""
        with self._changed:
            return not (self._planned or self._in_flight)

    @property
    def is_exhausted(self) -> bool:
        """True if nothing will come but what was taken and is not settled."""
        with self._changed:
            return not self._planned and len(self._in_flight) == self._taken

    def take(self, timeout: float) -> ReadFile | None:
        """Return the next file that was read; None if there is none within `timeout` seconds.

        Raises:
            WorkerError: no sandbox can be started.
        """
        try:
            done = self._done.get(timeout=timeout)
        except queue.Empty:
            return None
        if isinstance(done, BaseException):
            raise done
        with self._changed:
            self._taken += 1
            self._changed.notify()
        return done

    def settle(self, files: Iterable[ReadFile]) -> None:
        """Note that the consumer is done with files: their contents are stored, or will not be."""
        with self._changed:
            for each in files:
                self._taken -= 1
                self._in_flight.discard(each.row.id)
                self._contents.discard(each.outcome.content_hash or b"")
            self._changed.notify()

    def close(self) -> None:
        """End the thread, once the file is read that it is at."""
        with self._changed:
            self._is_closed = True
            self._planned.clear()
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _read_on(self) -> None:
        try:
            while (row := self._next()) is not None:
                outcome = self._sandbox.read(row.path, self._was_read, secrets=self._lets_in(row))
                if outcome.reason and outcome.content_hash:
                    # It will not be stored, so its twins have to find out for themselves.
                    self._contents.discard(outcome.content_hash)
                self._done.put(ReadFile(row, outcome))
        except BaseException as error:  # noqa: BLE001 - carried over to the thread that waits, and raised there
            self._done.put(error)

    def _next(self) -> FileRow | None:
        """Wait for the next file, and until few wait to be taken; None at the end."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or (self._planned and self._done.qsize() < _READ_AHEAD))
            if self._is_closed:
                return None
            row = self._planned.popleft()
            self._in_flight.add(row.id)
            return row

    def _was_read(self, content_hash: bytes) -> bool:
        """Return whether a content need not be parsed: known, or read and not yet stored."""
        if content_hash in self._contents or self._is_known(content_hash):
            return True
        self._contents.add(content_hash)
        return False
