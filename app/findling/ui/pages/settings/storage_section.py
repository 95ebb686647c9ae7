"""Where the library, its index, the log and the settings lie, and how large they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from findling.ui.i18n import formatting
from findling.ui.i18n.translation import isolate
from findling.ui.pages.settings.section import Section
from findling.ui.theme.tokens import ICON_SIZE

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.library import Status
    from findling.paths import LibraryPaths
    from findling.ui.pages.settings.section import Setting
    from findling.ui.theme.theme import Theme


class StorageSection(Section):
    """The places on the disk."""

    reveal_wanted = Signal(object)
    """A `Path` to be shown in its folder."""
    about_wanted = Signal()

    def __init__(self, paths: LibraryPaths, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Advanced"), parent)
        self._paths = paths
        self._theme = theme
        self._library = self._add(
            self.tr("Library"), self.tr("The text of your documents, and what they mean."), paths.database
        )
        self._index = self._add(
            self.tr("Index"), self.tr("Makes searching fast. If it is lost, Findling makes it again."), paths.cache
        )
        self._add(self.tr("Log"), self.tr("What went wrong, for whoever looks into it."), paths.log)
        self._add(
            self.tr("Settings file"), self.tr("What stands on this page, as text that can be edited."), paths.settings
        )
        about = QPushButton(self.tr("About Findling"))
        about.clicked.connect(self.about_wanted)
        self.add_setting(self.tr("Findling itself"), self.tr("Its version, and whose work is in it."), about)

    def show_status(self, status: Status) -> None:
        """Say how large they are."""
        size, passages = formatting.size(status.database_bytes), self.tr("%Ln passage(s)", "", status.chunks)
        self._library.remark(_join(isolate(formatting.folder(self._paths.database)), size, passages))
        self._index.remark(_join(isolate(formatting.folder(self._paths.cache)), formatting.size(status.index_bytes)))

    def _add(self, name: str, explanation: str, path: Path) -> Setting:
        button = QPushButton(self.tr("Show in folder"))
        self._theme.set_icon(button, "folder-open")
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.clicked.connect(lambda: self.reveal_wanted.emit(path))
        setting = self.add_setting(name, explanation, button)
        button.setAccessibleName(self.tr("Show in folder: {name}").format(name=name))
        setting.remark(formatting.folder(path))
        return setting


def _join(*parts: str) -> str:
    return " · ".join(parts)
