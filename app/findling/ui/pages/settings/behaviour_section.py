"""How Findling behaves on the desktop, beside its window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QSystemTrayIcon, QWidget

from findling.ui.pages.settings.key_field import KeyField
from findling.ui.pages.settings.section import Section
from findling.ui.services.global_hotkey import GlobalKey, to_pynput

if TYPE_CHECKING:
    from PySide6.QtGui import QKeySequence

    from findling.ui.services.preferences import Preferences
    from findling.ui.theme.theme import Theme


class BehaviourSection(Section):
    """The icon in the tray, and the key for the quick window."""

    def __init__(self, preferences: Preferences, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("On the desktop"), parent)
        self._preferences = preferences
        self._tray = QCheckBox()
        self._tray.toggled.connect(lambda shown: preferences.change(tray=shown))
        self._key = KeyField(theme)
        self._key.chosen.connect(self._choose_key)
        self._key.reset_wanted.connect(lambda: preferences.change(quick_key=""))
        tray = self.add_setting(
            self.tr("Icon in the tray"), self.tr("Closing the window leaves Findling there, up to date."), self._tray
        )
        self._key_row = self.add_setting(
            self.tr("Key for the quick window"),
            self.tr("Heard in every program; searches without the window."),
            self._key,
        )
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self._tray.setEnabled(False)
            tray.remark(self.tr("This desktop has no tray. Closing the window ends Findling."))
        self._why_not = GlobalKey().available()
        self._key.setEnabled(not self._why_not)
        preferences.changed.connect(self._show)
        self._show()

    def _choose_key(self, keys: QKeySequence) -> None:
        if keys.isEmpty() or to_pynput(keys):
            self._preferences.change(quick_key=keys.toString(keys.SequenceFormat.PortableText))
            return
        self._show()
        self._key_row.remark(
            self.tr("Not kept: a key for every program needs Ctrl, Alt or the Windows key, and one key more."), "bad"
        )

    def _show(self) -> None:
        settings = self._preferences.settings
        self._tray.setChecked(settings.tray)
        self._key.show_keys(settings.quick_key, usual="")
        self._key_row.remark(self._why_not)
