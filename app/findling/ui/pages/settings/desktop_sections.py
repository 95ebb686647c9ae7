"""Settings of the appearance and of the behaviour on the desktop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QPushButton, QSystemTrayIcon, QWidget

from findling.messages.system_templates import explain_os_error
from findling.settings import Appearance
from findling.ui.i18n.notices import describe_message
from findling.ui.i18n.translation import languages
from findling.ui.pages.settings.key_field import KeyField
from findling.ui.pages.settings.section import Section
from findling.ui.services.global_hotkey import GlobalKey, to_pynput
from findling.ui.widgets.wheel_guard import ChoiceBox

if TYPE_CHECKING:
    from PySide6.QtGui import QKeySequence

    from findling.footprint.login_item import LoginItem
    from findling.ui.services.preferences import Preferences
    from findling.ui.theme.theme import Theme


class AppearanceSection(Section):
    """Colours and language of the window, and how results stand in it."""

    restart_wanted = Signal()
    """The window is to be restarted in another language."""

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
        self._thumbnails = QCheckBox()
        self._thumbnails.toggled.connect(lambda shown: preferences.change(thumbnails=shown))
        self.add_setting(
            self.tr("Thumbnails in results"),
            self.tr("Pictures, and the page of a PDF that was found. At most 64 MB; switched off, they are deleted."),
            self._thumbnails,
        )
        self._restart = QPushButton(self.tr("Restart now"))
        self._restart.setToolTip(self.tr("Closes the window and opens it again as it was, in another language."))
        self._restart.setAccessibleName(self._restart.text())
        self._restart.clicked.connect(self.restart_wanted)
        self._language_row.put_below(self._restart)
        self._folding = QCheckBox()
        self._folding.toggled.connect(lambda folds: preferences.change(fold_versions=folds))
        self.add_setting(
            self.tr("One result for all versions"),
            self.tr("Drafts of one document stand in one row, which unfolds to all of them, newest first."),
            self._folding,
        )
        self.setFocusProxy(self._colours)
        preferences.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        settings = self._preferences.settings
        self._colours.show_value(settings.appearance)
        self._language.show_value(settings.language)
        self._thumbnails.setChecked(settings.thumbnails)
        self._folding.setChecked(settings.fold_versions)
        later = self.tr("Findling speaks it from its next start on.")
        is_spoken = settings.language == self._spoken
        self._language_row.remark("" if is_spoken else later)
        self._restart.setVisible(not is_spoken)


class BehaviourSection(Section):
    """Tray icon, start at the login, key of the quick window, and tips."""

    def __init__(self, preferences: Preferences, theme: Theme, login: LoginItem, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("On the desktop"), parent)
        self._preferences = preferences
        self._tray = QCheckBox()
        self._tray.toggled.connect(lambda shown: preferences.change(tray=shown))
        self._tips = QCheckBox()
        self._tips.toggled.connect(lambda shown: preferences.change(tips=shown))
        self._arrivals = QCheckBox()
        self._arrivals.toggled.connect(lambda told: preferences.change(tell_arrivals=told))
        self._key = KeyField(theme)
        self._key.chosen.connect(self._choose_key)
        self._key.reset_wanted.connect(lambda: preferences.change(quick_key=""))
        tray = self.add_setting(
            self.tr("Icon in the tray"), self.tr("Closing the window leaves Findling there, up to date."), self._tray
        )
        self._login = login
        self._at_login = QCheckBox()
        self._at_login.setChecked(login.is_there())
        self._at_login.toggled.connect(self._set_login)
        self._login_row = self.add_setting(
            self.tr("Start when I log in"),
            self.tr("In the background, so that what changes is found at once."),
            self._at_login,
        )
        self.add_setting(
            self.tr("Tell of files that I have already"),
            self.tr("When one comes into a folder of the library. Nothing is moved; Duplicates lists them either way."),
            self._arrivals,
        )
        self._key_row = self.add_setting(
            self.tr("Key for the quick window"),
            self.tr("Heard in every program; searches without the window."),
            self._key,
        )
        self.add_setting(
            self.tr("Tips"),
            self.tr("What Findling can do, under the empty box, once a week at most."),
            self._tips,
        )
        if not QSystemTrayIcon.isSystemTrayAvailable():
            self._tray.setEnabled(False)
            tray.remark(self.tr("This desktop has no tray. Closing the window ends Findling."))
        self._why_not = GlobalKey().available()
        self._key.setEnabled(not self._why_not)
        preferences.changed.connect(self._show)
        self._show()

    def _set_login(self, wanted: bool) -> None:
        try:
            self._login.put() if wanted else self._login.take_away()
        except OSError as error:
            reason = describe_message(explain_os_error(error))
            self._login_row.remark(self.tr("Not kept: {reason}.").format(reason=reason), "bad")
            with QSignalBlocker(self._at_login):
                self._at_login.setChecked(self._login.is_there())
        else:
            self._login_row.remark("")

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
        self._tips.setChecked(settings.tips)
        self._arrivals.setChecked(settings.tell_arrivals)
        self._key.show_keys(settings.quick_key, usual="")
        self._key_row.remark(self._why_not)
