"""Settings of privacy, and the places of data on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from findling.ui.i18n import formatting
from findling.ui.i18n.translation import isolate
from findling.ui.pages.settings.section import Section
from findling.ui.theme.tokens import ICON_SIZE

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.library import Status
    from findling.paths import LibraryPaths
    from findling.ui.pages.settings.section import Setting
    from findling.ui.services.preferences import Preferences
    from findling.ui.theme.theme import Theme


class ClearableHistory(Protocol):
    """History that can be cleared."""

    def clear_history(self) -> None:
        """Clear the history."""


class PrivacySection(Section):
    """Stored data about the user, and how to delete it."""

    def __init__(self, preferences: Preferences, history: ClearableHistory, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Privacy"), parent)
        self._preferences = preferences
        self._history = history
        self._shares_with_team = False
        self.add_words(
            self.tr(
                "Findling sends nothing: no files, no searches, no figures on how it is used. "
                "It reads your files where they lie and never changes them. What it keeps, the text of your documents, "
                "stays on this computer, readable by you alone, and is deleted with the library."
            )
        )
        self._servers = self.add_words("", "warn")
        self._keep = QCheckBox()
        self._keep.toggled.connect(lambda kept: preferences.change(keep_history=kept))
        self._clear = QPushButton(self.tr("Forget searches"))
        self._clear.clicked.connect(self._forget)
        self.add_setting(
            self.tr("Remember searches"), self.tr("Proposes again what you searched for before."), self._keep
        )
        self._cleared = self.add_setting(
            self.tr("Searches so far"),
            self.tr("Forgets all that was searched for; searches that you saved stay."),
            self._clear,
        )
        preferences.changed.connect(self._show)
        self._show()

    def note_team(self, shares_anything: bool) -> None:
        """Note whether folders are shared in a library of several people."""
        self._shares_with_team = shares_anything
        self._show()

    def _forget(self) -> None:
        self._history.clear_history()
        self._cleared.remark(self.tr("Forgotten."), "good")

    def _show(self) -> None:
        settings = self._preferences.settings
        reranker = settings.reranker if "://" in settings.reranker else ""
        exceptions = (
            (settings.remote, self.tr("But you have the texts of your files sent to {server}.")),
            (reranker, self.tr("But you have your searches and the best results sent to {server}.")),
            (
                " ".join(settings.shared),
                self.tr("But you share folders with assistants, which may send on what they read."),
            ),
            (
                "team" if self._shares_with_team else "",
                self.tr("But you share folders in the shared library, whose server has what they say."),
            ),
        )
        words = [words.format(server=isolate(server)) for server, words in exceptions if server]
        self._servers.setText("\n".join(words))
        self._servers.setVisible(bool(words))
        self._keep.setChecked(self._preferences.settings.keep_history)


class StorageSection(Section):
    """Places on the disk and their sizes."""

    reveal_wanted = Signal(object)
    """A `Path` is to be shown in its folder."""
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
        """Show the sizes."""
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
