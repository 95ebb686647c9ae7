"""Settings of text recognition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from findling.settings import RecognisedLanguages
from findling.ui.pages.settings.section import Section
from findling.ui.widgets.wheel_guard import ChoiceBox

if TYPE_CHECKING:
    from findling.ui.services.preferences import Preferences


class RecognitionSection(Section):
    """Switch and languages of text recognition."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Scans and pictures"), parent)
        self._preferences = preferences
        self._switch = QCheckBox()
        self._switch.toggled.connect(lambda on: preferences.change(recognise=on))
        self._languages = ChoiceBox[RecognisedLanguages](
            (
                (RecognisedLanguages.ALL, self.tr("European, Chinese and Japanese")),
                (RecognisedLanguages.EUROPEAN, self.tr("European alone")),
            ),
            lambda languages: preferences.change(recognised_languages=languages),
        )
        self.add_setting(
            self.tr("Read the text on them"),
            self.tr(
                "Takes a few seconds a page, once all other files are read, and stays on this computer. "
                "What was read already stays searchable."
            ),
            self._switch,
        )
        self.add_setting(
            self.tr("Languages on them"),
            self.tr("Those written in Latin letters, with or without Chinese and Japanese."),
            self._languages,
        )
        preferences.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        settings = self._preferences.settings
        self._switch.setChecked(settings.recognise)
        self._languages.show_value(settings.recognised_languages)
        self._languages.setEnabled(settings.recognise)
