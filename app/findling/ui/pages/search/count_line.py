"""How many results there are and how long they took; never of another question than the one that stands in the box."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from findling.ui.i18n.formatting import count
from findling.ui.theme.style import set_role

_BLANK_MS = 300
"""How long the last count stays while the next is on its way: most come sooner, and a flicker says nothing."""
_SLOW_MS = 3_000


class CountLine(QLabel):
    """The count at the trailing end of the chips, and a word where it is long in coming."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "meta")
        self.hide()
        self._waits = False
        self._words = ""
        self._blank = QTimer(self, singleShot=True, interval=_BLANK_MS)
        self._blank.timeout.connect(self.hide)
        self._slow = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._slow.timeout.connect(lambda: self._say(self.tr("Search is taking long…")))

    def wait(self, *, waiting: bool) -> None:
        """An answer is awaited, or is no more."""
        if waiting == self._waits:
            return
        self._waits = waiting
        for timer in (self._blank, self._slow):
            timer.start() if waiting else timer.stop()

    def show_count(self, number: int, took_ms: float, *, more: bool) -> None:
        """Say what an answer holds.

        Args:
            number: of files.
            took_ms: how long it took, in milliseconds.
            more: there may be more files than that.
        """
        self._blank.stop()
        words = self.tr("%Ln+ file(s)", "", number) if more else self.tr("%Ln file(s)", "", number)
        self._words = self.tr("{files} · {time} ms").format(files=words, time=count(round(took_ms)))
        self._say(self._words)
        self.setVisible(number > 0)

    def add(self, remark: str = "", reason: str = "") -> None:
        """Say something beside the count.

        Args:
            remark: a few words; "" for nothing.
            reason: what is said to who points there, or hears the line.
        """
        self.setText(self._with(remark))
        self._explain(reason)

    def growth(self, remark: str) -> int:
        """How many pixels wider the line would be with a remark."""
        return self.fontMetrics().horizontalAdvance(self._with(remark)) - self.width()

    def minimumSizeHint(self) -> QSize:
        """Room for the count: what is said beside it must not make the window wider."""
        return QSize(self.fontMetrics().horizontalAdvance(self._words), super().minimumSizeHint().height())

    def _with(self, remark: str) -> str:
        return self.tr("{count} · {remark}").format(count=self._words, remark=remark) if remark else self._words

    def _say(self, words: str) -> None:
        self.setText(words)
        self._explain("")
        self.show()

    def _explain(self, reason: str) -> None:
        self.setToolTip(reason)
        self.setAccessibleDescription(reason)
