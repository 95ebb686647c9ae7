"""Placeholders for a document that is loading or cannot be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from findling.ui.i18n.notices import describe_message, describe_remedies
from findling.ui.i18n.translation import isolate
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import ROW_CORNER, Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.remedies import RemedyButtons, find_offers

if TYPE_CHECKING:
    from findling.ipc.failures import Failed
    from findling.ui.theme.theme import Theme

_BAR = 10
_SHARES = (0.55, 0.0, 0.95, 0.9, 0.97, 0.6, 0.0, 0.93, 0.88, 0.96, 0.4)
_DRAWING = QSize(160, 120)
_WIDEST = 420


class Skeleton(QWidget):
    """Static bars in place of a document that is loading."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("The document is being read"))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the bars."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("raised"))
        room = self.width() - 2 * Spacing.XL
        for line, share in enumerate(_SHARES):
            width = room * share
            left = self.width() - Spacing.XL - width if self.isRightToLeft() else Spacing.XL
            bar = QRectF(left, Spacing.XL + line * (_BAR + Spacing.M), width, _BAR)
            if share:
                painter.drawRoundedRect(bar, min(ROW_CORNER, _BAR / 2), min(ROW_CORNER, _BAR / 2))


class RefusalView(QWidget):
    """Reason why a document cannot be shown, its remedies, and buttons for the file."""

    open_wanted = Signal()
    reveal_wanted = Signal()
    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._message = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        set_role(self._message, "heading")
        self._remedy = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        set_role(self._remedy, "soft")
        for label in (self._message, self._remedy):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMaximumWidth(_WIDEST)
        opening = self._opening = QPushButton(self.tr("Open"))
        self.setFocusProxy(opening)
        opening.clicked.connect(self.open_wanted)
        revealing = self._revealing = QPushButton(self.tr("Show in folder"))
        revealing.clicked.connect(self.reveal_wanted)
        self._remedies = RemedyButtons()
        self._remedies.wanted.connect(self.remedy_wanted)
        row = fill(QHBoxLayout(), 1, opening, revealing, 1, spacing=Spacing.S)
        texts = [fill(QHBoxLayout(), 1, (label, 8), 1) for label in (self._message, self._remedy)]
        margins = (Spacing.L, Spacing.XL, Spacing.L, Spacing.XL)
        column = fill(QVBoxLayout(self), 2, self._drawing, *texts, margins=margins, spacing=Spacing.M)
        column.addWidget(self._remedies, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(row)
        column.addStretch(3)
        theme.changed.connect(self._draw)
        self._draw()

    def show_reason(self, refused: Failed) -> None:
        """Show the reason, and offer the file itself."""
        notice = refused.notice
        self._say(describe_message(notice), describe_remedies(notice), is_there=True)
        self._remedies.show_offers(find_offers(notice))

    def show_gone(self, name: str, why: str = "") -> None:
        """Show that the file is not there, and why, where that is known."""
        if why:
            message = self.tr("“{name}” is not there now.").format(name=isolate(name))
            self._say(message, self.tr("It is {why}.").format(why=why), is_there=False)
            return
        message = self.tr("“{name}” is no longer there.").format(name=isolate(name))
        self._say(message, self.tr("It was moved, renamed or deleted."), is_there=False)

    def show_elsewhere(self, name: str, machine: str, person: str) -> None:
        """Show on which computer the file is that somebody shares."""
        message = self.tr("“{name}” is on another computer, {computer}.")
        remedy = self.tr("{person} shares it. What was found in it stands in the list.")
        self._say(
            message.format(name=isolate(name), computer=isolate(machine)),
            remedy.format(person=isolate(person)),
            is_there=False,
        )

    def _say(self, message: str, remedy: str, *, is_there: bool) -> None:
        self._message.setText(message)
        self._remedy.setText(remedy)
        self._remedy.setVisible(bool(remedy))
        self._remedies.show_offers(())
        for button in (self._opening, self._revealing):
            button.setVisible(is_there)
        self.setAccessibleName(message)

    def _draw(self) -> None:
        self._drawing.setPixmap(self._theme.drawing("no-preview", _DRAWING, self.devicePixelRatioF()))
