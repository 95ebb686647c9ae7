"""What is kept, where, and what is sent: nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from findling.ui.i18n.translation import isolate
from findling.ui.pages.settings.section import Section

if TYPE_CHECKING:
    from findling.ui.services.preferences import Preferences


class Forgetful(Protocol):
    """Who remembers searches, and can forget them."""

    def clear_history(self) -> None:
        """Forget what was searched for."""


class PrivacySection(Section):
    """What Findling knows of the person, and how to have it forget."""

    def __init__(self, preferences: Preferences, memory: Forgetful, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Privacy"), parent)
        self._preferences = preferences
        self._memory = memory
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

    def _forget(self) -> None:
        self._memory.clear_history()
        self._cleared.remark(self.tr("Forgotten."), "good")

    def _show(self) -> None:
        settings = self._preferences.settings
        reranker = settings.reranker if "://" in settings.reranker else ""
        exceptions = (
            (settings.remote, self.tr("But you have the texts of your files sent to {server}.")),
            (reranker, self.tr("But you have your searches and the best results sent to {server}.")),
        )
        words = [words.format(server=isolate(server)) for server, words in exceptions if server]
        self._servers.setText("\n".join(words))
        self._servers.setVisible(bool(words))
        self._keep.setChecked(self._preferences.settings.keep_history)
