"""Section in which everything that Findling knows can be forgotten, once a word is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from findling.library_wipe import WIPE_WORD
from findling.ui.i18n.translation import isolate
from findling.ui.pages.settings.section import Section
from findling.ui.widgets.controls import Button

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class ForgetSection(Section):
    """Words on what goes and what stays, and a button that the typed word sets free."""

    wipe_wanted = Signal(bool)
    """Wish to forget everything, with the settings or without."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Forget everything"), parent)
        self.add_words(
            self.tr(
                "Deletes all that Findling knows of your files: their texts and indexes, rules, labels, saved "
                "searches, history, backups and logs; and what it entered elsewhere: at assistants, in the search of "
                "the desktop, at the login, and keys of servers in the keyring."
            )
        )
        self.add_words(
            self.tr(
                "Your own files stay as they are, and so do installed models and Findling itself. What else has this "
                "library open is ended. The window closes, and this cannot be undone."
            )
        )
        self._settings = QCheckBox()
        self._settings.setChecked(True)
        self.add_setting(
            self.tr("The settings too"),
            self.tr("They name folders and servers of yours. With them gone, Findling begins as on the first day."),
            self._settings,
        )
        self._word = QLineEdit()
        # The word is the same in every language.
        self._word.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._word.textChanged.connect(self._show)
        self._word.returnPressed.connect(self._wipe)
        self.add_setting(
            self.tr("Type “{word}” to go on").format(word=isolate(WIPE_WORD)),
            self.tr("So that nothing happens by mistake."),
            self._word,
        )
        self._button = Button(self.tr("Forget everything"), "danger")
        self._button.setAccessibleName(self._button.text())
        self._button.clicked.connect(self._wipe)
        self._rows.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeading)
        self.setFocusProxy(self._settings)
        self._show()

    def _show(self) -> None:
        self._button.setEnabled(self._word.text().strip() == WIPE_WORD)

    def _wipe(self) -> None:
        if self._button.isEnabled():
            self._word.clear()
            self.wipe_wanted.emit(self._settings.isChecked())
