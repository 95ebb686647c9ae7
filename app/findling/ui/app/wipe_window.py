"""Window in which everything is forgotten, and that says what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from findling.ui.app.background_task import BackgroundTask
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe, describe_message
from findling.ui.i18n.translation import install
from findling.ui.theme.theme import Theme
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.line_list import LineList, ListLine
from findling.ui.widgets.spinner import Spinner

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QApplication

    from findling.processes.whole_wipe import WholeWipe, WipeOutcome
    from findling.settings import Settings

_LEAST_WIDTH, _WIDTH = 400, 620
_LIST_HEIGHT = 180


def forget_and_tell(qt: QApplication, wipe: WholeWipe, settings: Settings, models: Path, *, is_anew: bool) -> int:
    """Forget everything, show in a small window what came of it, and return the exit status.

    Args:
        qt: whose other windows are gone.
        wipe: the act.
        settings: with the language and the colours.
        models: folder of installed models, which stay.
        is_anew: the settings go as well.
    """
    translators = install(qt, settings.language)
    qt.setQuitOnLastWindowClosed(True)
    window = WipeWindow(Theme(qt, settings.appearance), wipe, models, is_anew=is_anew)
    window.show()
    window.begin()
    try:
        return max(qt.exec(), int(not window.is_whole))
    finally:
        window.end()
        for translator in translators:
            qt.removeTranslator(translator)


class WipeWindow(QWidget):
    """Window that cannot be closed while something is being deleted."""

    told = Signal()
    """The outcome is shown."""

    def __init__(self, theme: Theme, wipe: WholeWipe, models: Path, *, is_anew: bool) -> None:
        super().__init__()
        self._wipe, self._models, self._is_anew = wipe, models, is_anew
        self._task: BackgroundTask | None = None
        self._outcome: WipeOutcome | None = None
        self.is_whole = False
        self.setWindowTitle(self.tr("Forget everything"))
        self._heading, self._words = Label(role="heading"), Label()
        self._spinner = Spinner(theme)
        self._spinner.setAccessibleName(self.tr("Forgetting everything…"))
        self._list = LineList(theme, self.tr("What went and what stayed, one by one"))
        self._list.setMinimumHeight(_LIST_HEIGHT)
        self._again, self._close = Button(self.tr("Try again")), Button(self.tr("Close"))
        self._again.clicked.connect(self.begin)
        self._close.clicked.connect(self.close)
        for button in (self._again, self._close):
            button.setAccessibleName(button.text())
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addWidget(self._spinner)
        buttons.addStretch()
        buttons.addWidget(self._again)
        buttons.addWidget(self._close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        rows.setSpacing(Spacing.L)
        for each in (self._heading, self._words):
            rows.addWidget(each)
        rows.addWidget(self._list, 1)
        rows.addLayout(buttons)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.resize(_WIDTH, self.sizeHint().height())

    def begin(self) -> None:
        """Begin to forget everything."""
        self._heading.setText(self.tr("Forgetting everything…"))
        self._words.setText(self.tr("What else has the library open is being ended; that may take a minute."))
        self._list.hide()
        self._again.hide()
        self._close.setEnabled(False)
        self._spinner.show()
        self._outcome = None
        self._task = BackgroundTask(self._carry_out, self)
        self._task.finished.connect(self._tell)
        self._task.start()

    def end(self) -> None:
        """Wait for what is being done."""
        if self._task is not None:
            self._task.wait()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while something is being deleted."""
        if self._task is not None and self._task.isRunning():
            event.ignore()
        else:
            super().closeEvent(event)

    def _carry_out(self) -> None:
        self._outcome = self._wipe.carry_out()

    def _tell(self) -> None:
        act = self._task
        assert act is not None
        self._spinner.hide()
        self._close.setEnabled(True)
        self._close.setFocus()
        if self._outcome is not None:
            self._tell_outcome(self._outcome)
        elif act.refusal is not None:
            self._heading.setText(self.tr("Nothing was forgotten"))
            self._words.setText(describe(act.refusal.notice))
        self._again.setVisible(not self.is_whole)
        self.resize(self.width(), max(self.heightForWidth(self.width()), self.sizeHint().height()))
        self.told.emit()
        if act.bug is not None:
            self._heading.setText(self.tr("Not everything is forgotten"))
            self._words.setText(self.tr("Something in Findling went wrong ({name}).").format(name=repr(act.bug)))
            raise act.bug

    def _tell_outcome(self, outcome: WipeOutcome) -> None:
        self.is_whole = outcome.is_whole
        self._heading.setText(
            self.tr("Everything is forgotten") if self.is_whole else self.tr("Not everything is forgotten")
        )
        deleted = self.tr("%Ln file(s) of Findling’s own, {size}, are deleted.", "", outcome.files)
        anew = self.tr("Started again, Findling is as on the first day.")
        kept = self.tr("Started again, Findling knows nothing but your settings.")
        stay = self.tr("Your own files are as they were.")
        words = [deleted.format(size=formatting.size(outcome.size)), stay, anew if self._is_anew else kept]
        self._words.setText(" ".join(words if self.is_whole else words[:2]))
        lines = self._list_lines(outcome)
        self._list.show_lines(lines)
        self._list.setVisible(bool(lines))

    def _list_lines(self, outcome: WipeOutcome) -> list[ListLine]:
        """Return what is still there, with its reason, then what was taken away elsewhere."""
        failed = [
            (str(each.path), describe_message(each.reason), "circle-alert", "bad")
            for each in outcome.failed
            if each.reason
        ]
        failed += [
            (describe_message(each.what), describe_message(each.reason), "circle-alert", "bad") for each in outcome.left
        ]
        gone = [(describe_message(each), self.tr("Taken away."), "check", "good") for each in outcome.entries]
        kept = [
            (str(each.path), self.tr("Kept, since Findling did not make it."), "file", "soft")
            for each in outcome.remaining
            if each.reason is None
        ]
        if self._models.exists():
            kept.append((str(self._models), self.tr("Installed models stay."), "cpu", "soft"))
        return [
            ListLine((at, title), f"{title[:1].upper()}{title[1:]}", detail, icon, tone)
            for at, (title, detail, icon, tone) in enumerate([*failed, *gone, *kept])
        ]
