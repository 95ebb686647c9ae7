"""Standard error of a child process: why it ended, where its own log could not say so."""

from __future__ import annotations

from PySide6.QtCore import QObject, QProcess

_KEPT = 4_000
"""Bytes."""


class StandardError(QObject):
    """Last lines that a process wrote to its standard error; all before them are forgotten."""

    def __init__(self, process: QProcess) -> None:
        super().__init__(process)
        self._process = process
        self._tail = b""
        process.setProcessChannelMode(QProcess.ProcessChannelMode.SeparateChannels)
        process.readyReadStandardError.connect(self._read)

    def take(self) -> str:
        """Return the lines until now."""
        self._read()
        return self._tail.decode("utf-8", "replace").rstrip()

    def _read(self) -> None:
        self._tail = (self._tail + bytes(self._process.readAllStandardError().data()))[-_KEPT:]
