"""Actions on a file: open, reveal, copy."""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from findling.ipc.failures import Failed
from findling.paths import find_outermost
from findling.processes.reader.copy_messages import ExtractCopy, ExtractedCopy
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.services.desktop import copy_text, to_mime

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.domain.search import Hit
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.services.desktop import Desktop

# What Windows, macOS and Linux desktops run when it is opened, whatever its permissions say.
_RUNNING_ENDINGS = frozenset(
    ".app .appimage .bash .bat .cmd .com .command .cpl .desktop .exe .hta .inf .jar .js .jse .lnk .msc .msi .msp .pif"  # noqa: SIM905
    " .ps1 .py .pyw .reg .run .scf .scr .sh .url .vb .vbe .vbs .workflow .ws .wsf .wsh".split()
)

_MANY = 8
"""Files that are opened together only after asking."""


class FileActions(QObject):
    """Actions on any file; each reports its outcome in one line."""

    reported = Signal(str)
    """Outcome of an action in words."""
    failed = Signal(str)
    """Reason in words for which an action came to nothing."""

    def __init__(self, desktop: Desktop, window: QWidget | None = None, reader: ReaderClient | None = None) -> None:
        """Create actions; `reader` takes what is in another file out of it."""
        super().__init__(window)
        self._desktop = desktop
        self._window = window
        self._reader = reader

    def open(self, path: Path) -> None:
        """Open a file in its default program; ask first where that would run it."""
        if not self._is_there(path):
            return
        if find_outermost(path)[1]:
            self._open_copy(path)
            return
        self._open_file(path)

    def _open_copy(self, path: Path) -> None:
        """Open a copy of a file inside another."""

        def receive(reply: Reply, _: bool) -> None:
            if isinstance(reply, ExtractedCopy):
                self._open_file(reply.copy)
            elif isinstance(reply, Failed):
                self.failed.emit(describe(reply.notice))

        if self._reader is not None:
            self._reader.ask(ExtractCopy(path), receive)

    def _open_file(self, path: Path) -> None:
        if is_executable(path) and not self._confirm_running(path):
            return
        opens = self._desktop.open(path)
        name = formatting.short(formatting.one_line(path.name))
        if opens:
            self.reported.emit(self.tr("Opening {name}").format(name=name))
        else:
            self.failed.emit(self.tr("No program opens {name} here").format(name=name))

    def open_all(self, paths: Sequence[Path]) -> None:
        """Open several files; ask first where that would fill the screen."""
        question = self.tr("Open %Ln file(s), each in a window of its own?", "", len(paths))
        if len(paths) < _MANY or self._ask(question, "", self.tr("Open them")):
            for path in paths:
                self.open(path)

    def reveal(self, path: Path) -> None:
        """Show a file in its folder, or the file on the disk that it is in."""
        if self._is_there(path):
            shown = find_outermost(path)[0]
            if not self._desktop.reveal(shown):
                folder = formatting.short(formatting.folder(shown.parent))
                self.failed.emit(self.tr("No file manager opens {folder} here").format(folder=folder))

    def browse(self, address: str) -> None:
        """Open an address from a document, after asking."""
        question = self.tr("Open this address in your browser?")
        if self._ask(question, address, self.tr("Open in browser")) and not self._desktop.browse(address):
            self.failed.emit(self.tr("No browser opens here"))

    def copy_path(self, path: Path) -> None:
        """Copy the file's path."""
        copy_text(str(path))
        self.reported.emit(self.tr("Path copied"))

    def copy_paths(self, paths: Sequence[Path]) -> None:
        """Copy the paths of several files, each on a line of its own."""
        copy_text("\n".join(map(str, paths)))
        self.reported.emit(self.tr("%Ln path(s) copied", "", len(paths)))

    def copy_files(self, paths: Sequence[Path]) -> None:
        """Copy files, to be put down in a folder or a mail."""
        QGuiApplication.clipboard().setMimeData(to_mime(paths))
        self.reported.emit(self.tr("%Ln file(s) copied", "", len(paths)))

    def copy_passages(self, passages: Sequence[tuple[Path, Hit]]) -> None:
        """Copy several passages, each with its source."""
        copy_text("\n".join(quote(path, hit, self.tr("page {number}")) for path, hit in passages))
        self.reported.emit(self.tr("%Ln passage(s) copied", "", len(passages)))

    def copy_passage(self, path: Path, hit: Hit) -> None:
        """Copy a passage with its source."""
        copy_text(quote(path, hit, self.tr("page {number}")))
        self.reported.emit(self.tr("Passage copied with its source"))

    def _is_there(self, path: Path) -> bool:
        there = os.path.lexists(find_outermost(path)[0])
        if not there:
            self.failed.emit(self.tr("{name} is no longer there").format(name=path.name))
        return there

    def _confirm_running(self, path: Path) -> bool:
        question = self.tr("“{name}” may be a program. Opening it would run it.").format(name=path.name)
        return self._ask(question, str(path), self.tr("Run it"))

    def _ask(self, question: str, detail: str, yes: str) -> bool:
        box = QMessageBox(QMessageBox.Icon.NoIcon, self.tr("Findling"), question, parent=self._window)
        box.setInformativeText(detail)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        return box.clickedButton() is agree


def is_executable(path: Path) -> bool:
    """Return whether a desktop would run this file rather than show it."""
    if path.suffix.lower() in _RUNNING_ENDINGS:
        return True
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return os.name == "posix" and stat.S_ISREG(mode) and bool(mode & 0o111) and not path.suffix


def quote(path: Path, hit: Hit, page_words: str) -> str:
    """Return a passage with its source: file name, page or heading, and path."""
    source = page_words.format(number=hit.page) if hit.page else hit.heading
    return f"“{hit.text.strip()}”\n\n{', '.join(filter(None, (path.name, source)))}\n{path}\n"
