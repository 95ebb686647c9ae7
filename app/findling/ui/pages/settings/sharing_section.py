"""Section on what assistants and other programs may see, who they are, and their questions."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from findling.processes.reader.library_messages import AskFolders, FolderReports
from findling.sharing.shared_folders import add_folder, drop_folder, is_inside, parse_shared
from findling.ui.i18n import formatting
from findling.ui.i18n.translation import isolate
from findling.ui.pages.settings.assistant_rows import AssistantRows
from findling.ui.pages.settings.call_list import CallList
from findling.ui.pages.settings.section import Section
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.confirmation import Confirmation
from findling.ui.widgets.controls import ElidedCheck

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.library import FolderReport
    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.services.preferences import Preferences
    from findling.ui.theme.theme import Theme


class SharingSection(Section):
    """Shared folders, assistants with Findling in their settings, and the log of calls."""

    def __init__(
        self,
        preferences: Preferences,
        link: ReaderClient,
        paths: LibraryPaths,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Assistants"), parent)
        self._preferences, self._link = preferences, link
        self.add_words(
            self.tr(
                "Assistants and other programs on this computer may search and read the folders that you share here,"
                " and nothing else. They change nothing. What they read they may pass on, and most assistants send it"
                " to a server: share what you would show them."
            )
        )
        self._folders = FolderChecks()
        self._folders.share_wanted.connect(self._share)
        self._folders.withdraw_wanted.connect(self._withdraw)
        self._shared = self.add_setting(
            self.tr("Shared folders"),
            self.tr("With all that is in them, from this moment on."),
            self._folders,
            below=True,
        )
        self._desktop = QCheckBox()
        self._desktop.setChecked(preferences.settings.desktop_search)
        self._desktop.toggled.connect(lambda wanted: preferences.change(desktop_search=wanted))
        if sys.platform.startswith("linux"):
            self.add_setting(
                self.tr("Search of the desktop"),
                self.tr(
                    "GNOME's or KDE's own search finds what you share here, and shows titles and passages of it on the"
                    " screen."
                ),
                self._desktop,
            )
        self.add_setting(
            self.tr("Assistants on this computer"),
            self.tr(
                "Writes into their settings how Findling is started, or takes that out again; nothing else is changed."
            ),
            AssistantRows(paths),
            below=True,
        )
        self._calls = CallList(link, theme)
        self.add_setting(
            self.tr("What was asked for"),
            self.tr("Each call, with the files that the answer named. It stays on this computer until you forget it."),
            self._calls,
            below=True,
        )
        preferences.changed.connect(self._follow)

    def refresh(self) -> None:
        """Request the folders and the calls."""
        self._link.ask(AskFolders(), self._receive)
        self._calls.refresh()

    def _receive(self, reply: Reply, _final: bool) -> None:
        if isinstance(reply, FolderReports):
            self._folders.show_folders(reply.folders, self._read_shared())
            self._shared.remark("" if reply.folders else self.tr("The library has no folders yet."))

    def _read_shared(self) -> tuple[Path, ...]:
        return parse_shared(self._preferences.settings.shared)

    def _share(self, folder: Path) -> None:
        self._change(add_folder(self._read_shared(), folder))

    def _withdraw(self, folder: Path) -> None:
        self._change(drop_folder(self._read_shared(), folder))

    def _change(self, shared: tuple[Path, ...]) -> None:
        self._preferences.change(shared=tuple(map(str, shared)))

    def _follow(self, names: frozenset[str]) -> None:
        if "shared" in names:
            self._link.ask(AskFolders(), self._receive)
        self._desktop.setChecked(self._preferences.settings.desktop_search)


class FolderChecks(QWidget):
    """A check box for each folder; sharing is confirmed, withdrawing holds at once."""

    share_wanted = Signal(object)
    """A `Path` is to be shared."""
    withdraw_wanted = Signal(object)
    """A `Path` is to be shared no more."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = fill(QVBoxLayout(self), spacing=Spacing.S)
        self._boxes: dict[Path, QCheckBox] = {}
        self._wanted = Path()
        self._question = Confirmation(self)
        self._question.agreed.connect(self._agree)
        self._rows.addWidget(self._question)

    def show_folders(self, reports: Sequence[FolderReport], shared: Sequence[Path]) -> None:
        """Show the folders of the library, and those in them that are shared."""
        counts = {report.path: report.indexed for report in reports}
        inner = (folder for folder in shared if folder not in counts and is_inside(folder, counts))
        folders = sorted((*counts, *inner))
        for folder in self._boxes.keys() - set(folders):
            gone = self._boxes.pop(folder)
            gone.hide()
            gone.deleteLater()
        for at, folder in enumerate(folders):
            # One that is there keeps the focus.
            box = self._boxes.get(folder) or self._add_box(folder, at)
            box.setText(self._describe(folder, counts.get(folder)))
            box.setAccessibleName(box.text())
            box.setChecked(is_inside(folder, shared))

    def _add_box(self, folder: Path, at: int) -> QCheckBox:
        box = self._boxes[folder] = ElidedCheck()
        box.clicked.connect(lambda checked: self._change(folder, checked=checked))
        self._rows.insertWidget(at, box)
        box.show()
        return box

    def _describe(self, folder: Path, files: int | None) -> str:
        name = isolate(formatting.folder(folder)).replace("&", "&&")
        if files is None:
            return name
        counted = self.tr("%Ln file(s)", "", files)
        return f"{name} · {counted}"

    def _change(self, folder: Path, *, checked: bool) -> None:
        if not checked:
            self.withdraw_wanted.emit(folder)
            return
        # It is shared once that was confirmed, and looks like it then.
        self._boxes[folder].setChecked(False)
        self._wanted = folder
        question = self.tr(
            "Share {folder}? Every assistant that you let start Findling can read all that is indexed in it, and may"
            " send it to a server."
        )
        self._question.ask(question.format(folder=isolate(formatting.folder(folder))), self.tr("Share it"))

    def _agree(self) -> None:
        self.share_wanted.emit(self._wanted)
