"""Light or dark, and the window's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from findling.settings import Appearance
from findling.ui.i18n.translation import languages
from findling.ui.pages.settings.section import Section
from findling.ui.widgets.wheel_guard import ChoiceBox

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.ui.services.preferences import Preferences


class AppearanceSection(Section):
    """How the window looks and speaks."""

    restart_wanted = Signal()
    """The window is to be closed and opened again, to speak another language."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Appearance"), parent)
        self._preferences = preferences
        self._spoken = preferences.settings.language
        self._colours = ChoiceBox[Appearance](
            (
                (Appearance.SYSTEM, self.tr("As the desktop")),
                (Appearance.LIGHT, self.tr("Light")),
                (Appearance.DARK, self.tr("Dark")),
            ),
            lambda appearance: preferences.change(appearance=appearance),
        )
        self._language = ChoiceBox[str](
            (("", self.tr("As the system")), *languages()), lambda language: preferences.change(language=language)
        )
        self.add_setting(self.tr("Colours"), self.tr("Dark ink on light paper, or the other way round."), self._colours)
        self._language_row = self.add_setting(
            self.tr("Language"),
            self.tr("Of this window only. Files in languages that the model does not know are found by their words."),
            self._language,
        )
        self._restart = QPushButton(self.tr("Restart now"))
        self._restart.setToolTip(self.tr("Closes the window and opens it again as it was, in another language."))
        self._restart.setAccessibleName(self._restart.text())
        self._restart.clicked.connect(self.restart_wanted)
        self._language_row.put_below(self._restart)
        self.setFocusProxy(self._colours)
        preferences.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        settings = self._preferences.settings
        self._colours.show_value(settings.appearance)
        self._language.show_value(settings.language)
        later = self.tr("Findling speaks it from its next start on.")
        is_spoken = settings.language == self._spoken
        self._language_row.remark("" if is_spoken else later)
        self._restart.setVisible(not is_spoken)
