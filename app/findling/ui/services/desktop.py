"""Desktop integration: opening and revealing files, and the clipboard."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class Desktop(Protocol):
    """Interface of the desktop."""

    def open(self, path: Path) -> bool:
        """Open a file in its default program; return False if there surely is none."""

    def reveal(self, path: Path) -> bool:
        """Show a file in its folder; return False if there surely is nothing to show it."""

    def browse(self, address: str) -> bool:
        """Open an address in the browser; return False if there surely is none."""


class SystemDesktop:
    """The user's desktop."""

    def open(self, path: Path) -> bool:
        """Open a file in its default program; return False if there surely is none."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def reveal(self, path: Path) -> bool:
        """Show a file in its folder, selected if possible; False if there surely is no file manager."""
        if sys.platform == "win32":
            # Explorer takes its argument apart itself: quoting it as a list would break names with commas.
            subprocess.Popen(f'explorer /select,"{path}"')  # noqa: S603
        elif sys.platform == "darwin":
            subprocess.Popen(["/usr/bin/open", "-R", str(path)])  # noqa: S603
        elif not _ask_file_manager(path):
            return self.open(path.parent)
        return True

    def browse(self, address: str) -> bool:
        """Open an address in the browser; return False if there surely is none."""
        return QDesktopServices.openUrl(QUrl(address))


def copy_text(text: str) -> None:
    """Copy a text to the clipboard."""
    QGuiApplication.clipboard().setText(text)


def to_mime(paths: Sequence[Path]) -> QMimeData:
    """Return files as MIME data for drag and drop."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    data.setText("\n".join(map(str, paths)))
    return data


def _ask_file_manager(path: Path) -> bool:
    """Call freedesktop.org's file manager interface; return False if nothing answers."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createMethodCall(
        "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1", "ShowItems"
    )
    message.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    return bus.call(message, timeout=1_000).type() is QDBusMessage.MessageType.ReplyMessage
