"""Poller of the library's status, which other processes change too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from findling.domain.library import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient

_INTERVAL_MS = 5_000
_MOST_UNASKED = 12
"""Looks after which the status is asked for in any case: once a minute."""


class StatusWatch(QObject):
    """Watch on the status of the library, asked for on demand and every five seconds.

    The latter holds only while the window is visible and the files changed. What others do to a library changes its
    database's files. Looking at those costs nothing; a status is counted from the whole library.
    """

    status_received = Signal(Status)
    """Status of the library, after each question."""
    changed = Signal()
    """The counts differ from those of the last status."""

    def __init__(
        self,
        link: ReaderClient,
        is_visible: Callable[[], bool],
        *,
        files: Sequence[Path] = (),
        interval_ms: int = _INTERVAL_MS,
        parent: QObject | None = None,
    ) -> None:
        """Prepare to ask.

        Args:
            link: answers.
            is_visible: whether the window is.
            files: those that change with the library; without any, the status is asked for each time.
            interval_ms: milliseconds between two looks.
            parent: the owner.
        """
        super().__init__(parent)
        self._files = tuple(files)
        self._versions: tuple[tuple[int, int], ...] | None = None
        self._unasked = 0
        self._link = link
        self._is_visible = is_visible
        self._asked = 0
        self._is_waiting = False
        self._counts: tuple[int, ...] = ()
        self._timer = QTimer(self, interval=interval_ms)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Ask now and periodically."""
        self.ask()
        self._timer.start()

    def ask(self) -> None:
        """Ask now."""
        # Before the answer: what changes while it is counted is asked for again.
        self._versions, self._unasked = self._read_versions(), 0
        self._link.forget(self._asked)
        self._is_waiting = True
        from findling.processes.reader.library_messages import AskStatus

        self._asked = self._link.ask(AskStatus(), self._receive)

    def _look(self) -> None:
        if not self._is_visible() or self._is_waiting:
            return
        self._unasked += 1
        if not self._files or self._unasked >= _MOST_UNASKED or self._read_versions() != self._versions:
            self.ask()

    def _read_versions(self) -> tuple[tuple[int, int], ...]:
        """Return time and size of each file; zeros for one that is not there."""
        return tuple(map(_read_version, self._files))

    def _receive(self, reply: Reply, _: bool) -> None:
        self._is_waiting = False
        if not isinstance(reply, Status):
            return
        before, self._counts = self._counts, _counts(reply)
        self.status_received.emit(reply)
        if before and before != self._counts:
            self.changed.emit()


def _read_version(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _counts(status: Status) -> tuple[int, ...]:
    return status.files, status.indexed, status.skipped, status.failed, status.pending, status.chunks
