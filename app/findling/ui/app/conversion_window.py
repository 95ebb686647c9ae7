"""Window between two others, while the library is encrypted or written without encryption.

Nothing has the library open meanwhile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from findling.domain.job_progress import ConversionStage, ConversionStep
from findling.encryption.conversion_wish import ConversionKind
from findling.storage.database_conversion import ConversionMonitor, ConversionStoppedError
from findling.storage.library_encryption import is_half_encrypted
from findling.ui.app.background_task import BackgroundTask
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import install
from findling.ui.theme.theme import Theme
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.progress_strip import ProgressStrip

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QApplication

    from findling.errors import FindlingError
    from findling.processes.library_conversion import LibraryConversion
    from findling.settings import Settings

_LEAST_WIDTH, _WIDTH = 400, 560


def convert_and_tell(qt: QApplication, conversion: LibraryConversion, kind: ConversionKind, settings: Settings) -> bool:
    """Convert a library in a small window, and return whether its own window is to open now.

    Args:
        qt: whose other windows are gone.
        conversion: to be carried out.
        kind: of it.
        settings: with the language and the colours.
    """
    translators = install(qt, settings.language)
    theme = Theme(qt, settings.appearance)
    qt.setQuitOnLastWindowClosed(True)
    window = ConversionWindow(conversion, kind)
    window.show()
    window.begin()
    try:
        qt.exec()
        return window.opens
    finally:
        window.end()
        # The next window is none of those that may be the last.
        qt.setQuitOnLastWindowClosed(False)
        for each in (*translators, window, theme):
            each.deleteLater()
        for translator in translators:
            qt.removeTranslator(translator)


class ConversionWindow(QWidget):
    """Window with a conversion's progress, a way to stop it, and what kept it from being done.

    Attributes:
        opens: the library's own window is to open once this one is closed.
    """

    ended = Signal()
    """End of the conversion: done, stopped, or refused."""
    _stepped = Signal(object)

    def __init__(self, conversion: LibraryConversion, kind: ConversionKind) -> None:
        super().__init__()
        self._conversion, self._kind = conversion, kind
        self._task: BackgroundTask | None = None
        self._is_to_stop = self._is_leaving = False
        self.opens = False
        decrypts = kind is ConversionKind.DECRYPTION
        self.setWindowTitle(self.tr("Removing the protection") if decrypts else self.tr("Encrypting the library"))
        self._heading, self._words = Label(role="heading"), Label()
        self._strip = ProgressStrip()
        self._strip.cancelled.connect(self._stop)
        self._stepped.connect(self._show_step)
        self._again = Button(self.tr("Try again"))
        self._again.clicked.connect(self.begin)
        self._open = Button(self.tr("Open Findling"), "primary")
        self._open.clicked.connect(self._leave_open)
        self._close = Button(self.tr("Close"))
        self._close.clicked.connect(self.close)
        for button in (self._again, self._open, self._close):
            button.setAccessibleName(button.text())
        self._lay_out()

    def begin(self) -> None:
        """Begin, or go on."""
        self._is_to_stop = False
        self._heading.setText(self.windowTitle())
        self._words.setText(
            self.tr("Findling opens again when it is done. It may be stopped; nothing is lost by that.")
        )
        for each in (self._again, self._open, self._close):
            each.hide()
        self._strip.begin(self.tr("What else has the library open is being ended…"))
        self._strip.cancel.setFocus()
        self._fit()
        monitor = ConversionMonitor(self._stepped.emit, lambda: self._is_to_stop)
        self._task = BackgroundTask(lambda: self._conversion.carry_out(monitor), self)
        self._task.finished.connect(self._tell)
        self._task.start()

    def end(self) -> None:
        """Stop, and wait for that."""
        self._is_to_stop = True
        if self._task is not None:
            self._task.wait()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop first, and close then."""
        if self._task is not None and self._task.isRunning():
            self._is_leaving = True
            self._strip.cancel.click()
            event.ignore()
        else:
            super().closeEvent(event)

    def _stop(self) -> None:
        self._is_to_stop = True

    def _show_step(self, step: object) -> None:
        if self._is_to_stop or not isinstance(step, ConversionStep):
            return
        match step.stage:
            case ConversionStage.ENDING:
                words = self.tr("What else has the library open is being ended…")
            case ConversionStage.CHECKING:
                words = self.tr("Checking that all of it can be read…")
            case ConversionStage.WRITING:
                words = self.tr("Writing it anew: {done} of {total}")
        done, total = formatting.size(step.done), formatting.size(step.total)
        self._strip.show_count(words.format(done=done, total=total), step.done, step.total)

    def _tell(self) -> None:
        act = self._task
        assert act is not None
        self._strip.end()
        if act.bug is not None:
            self._tell_bug(act.bug)
        elif act.refusal is None:
            self._leave_open()
        elif isinstance(act.refusal, ConversionStoppedError):
            self._tell_stop()
        else:
            self._tell_refusal(act.refusal)
        self.ended.emit()
        if self._is_leaving:
            self.close()
        if act.bug is not None:
            raise act.bug

    def _tell_stop(self) -> None:
        if not is_half_encrypted(self._conversion.paths):
            self._words.setText("")
            if not self._is_leaving:
                self._leave_open()
            return
        if self._kind is ConversionKind.DECRYPTION:
            self._heading.setText(self.tr("The protection is not removed"))
            self._words.setText(self.tr("What is written without it is encrypted again when Findling next starts."))
        else:
            self._heading.setText(self.tr("Not all of it is encrypted yet"))
            self._words.setText(
                self.tr("The rest is when Findling next starts. Until then it lies on the disk as it did.")
            )
        self._offer(self.tr("Go on"), self._close)

    def _tell_refusal(self, refusal: FindlingError) -> None:
        is_half = is_half_encrypted(self._conversion.paths)
        if self._kind is ConversionKind.DECRYPTION:
            self._heading.setText(self.tr("The protection is not removed"))
        elif is_half:
            self._heading.setText(self.tr("Not all of it is encrypted yet"))
        else:
            self._heading.setText(self.tr("The library is not encrypted"))
        self._words.setText(describe(refusal.notice))
        self._offer(self.tr("Try again"), self._open)

    def _tell_bug(self, bug: Exception) -> None:
        self._heading.setText(self.tr("It is not done"))
        self._words.setText(self.tr("Something in Findling went wrong ({name}).").format(name=repr(bug)))
        self._offer(self.tr("Try again"), self._close)

    def _offer(self, again: str, way_on: Button) -> None:
        self._again.setText(again)
        self._again.setAccessibleName(again)
        self._again.show()
        way_on.show()
        way_on.setFocus()
        self._fit()

    def _fit(self) -> None:
        """Make the window as high as what it shows."""
        self.resize(self.width(), max(self.heightForWidth(self.width()), self.sizeHint().height()))

    def _leave_open(self) -> None:
        """Close, and have the library's own window opened."""
        self.opens = True
        self.close()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addStretch()
        for button in (self._again, self._open, self._close):
            buttons.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.L)
        rows.setSpacing(Spacing.L)
        for each in (self._heading, self._words, self._strip):
            rows.addWidget(each)
        rows.addStretch()
        rows.addLayout(buttons)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.resize(_WIDTH, self.sizeHint().height())
