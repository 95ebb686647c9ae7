"""Tray icon with the activity and a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from findling.paths import resources
from findling.ui.ipc.writer_activity import Activity
from findling.ui.services.pause import Rest

if TYPE_CHECKING:
    from findling.ui.ipc.writer_link import WriterLink
    from findling.ui.services.pause import Pause
    from findling.ui.theme.theme import Theme

_TOLD_MS = 8_000
_SIZES = (16, 22, 24, 32, 48, 64)
_BUSY = (Activity.STARTING, Activity.WORKING)
_TROUBLE = (Activity.FAILED, Activity.BUSY_ELSEWHERE)
_CLICKS = (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick)


class Tray(QObject):
    """Tray icon, tooltip and menu."""

    window_wanted = Signal()
    told = Signal()
    """The user clicked on what `tell` showed."""
    quick_wanted = Signal()
    quit_wanted = Signal()

    def __init__(self, theme: Theme, writer: WriterLink, pause: Pause, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._writer = writer
        self._pause = pause
        self._words = ""
        self._menu = QMenu()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._react)
        self._icon.messageClicked.connect(self.told)
        self._fill()
        writer.state_changed.connect(self._refresh)
        pause.changed.connect(self._refresh)
        theme.changed.connect(self._refresh)
        self._refresh()

    @staticmethod
    def is_available() -> bool:
        """Return whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def menu(self) -> QMenu:
        """Return the context menu."""
        return self._menu

    @property
    def icon(self) -> QIcon:
        """Return the current icon."""
        return self._icon.icon()

    @property
    def tooltip(self) -> str:
        """Return the current tooltip."""
        return self._icon.toolTip()

    def show(self) -> None:
        """Show the icon."""
        self._icon.show()

    def hide(self) -> None:
        """Hide the icon."""
        self._icon.hide()

    def set_status(self, words: str) -> None:
        """Show the status line in the tooltip; "" for the state that the icon shows."""
        self._words = words
        name = self.tr("Findling")
        self._icon.setToolTip(f"{name}\n{words or self._describe()}")

    def tell(self, words: str) -> None:
        """Show a short message beside the icon, as the desktop does it, without a sound."""
        self._icon.showMessage(self.tr("Findling"), words, self._icon.icon(), _TOLD_MS)

    def _fill(self) -> None:
        window = self._menu.addAction(self.tr("Open Findling"), self.window_wanted.emit)
        self._theme.set_icon(window, "search")
        self._menu.setDefaultAction(window)
        self._menu.addAction(self.tr("Quick search"), self.quick_wanted.emit)
        self._menu.addSeparator()
        self._go_on = self._menu.addAction(self.tr("Go on indexing"), self._pause.go_on)
        self._theme.set_icon(self._go_on, "play")
        self._rest = self._menu.addMenu(self.tr("Pause indexing"))
        self._theme.set_icon(self._rest.menuAction(), "pause")
        for rest, words in (
            (Rest.HOUR, self.tr("For an hour")),
            (Rest.MAINS, self.tr("Until there is mains power")),
            (Rest.RESUMED, self.tr("Until I say so")),
        ):
            self._rest.addAction(self._pausing(rest, words))
        self._menu.addSeparator()
        self._theme.set_icon(self._menu.addAction(self.tr("Quit Findling"), self.quit_wanted.emit), "log-out")

    def _pausing(self, rest: Rest, words: str) -> QAction:
        action = QAction(words, self._rest)
        action.triggered.connect(lambda: self._pause.rest_for(rest))
        return action

    def _react(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in _CLICKS:
            self.window_wanted.emit()

    def _refresh(self) -> None:
        rests = self._pause.rest is not Rest.NOT
        self._go_on.setVisible(rests)
        self._rest.menuAction().setVisible(not rests)
        self._icon.setIcon(self._draw(rests))
        self.set_status(self._words)

    def _describe(self) -> str:
        state = self._writer.state
        if self._pause.rest is not Rest.NOT:
            return self.tr("Indexing is paused")
        if state.activity in _TROUBLE:
            return state.words or self.tr("Indexing keeps ending. Findling goes on trying.")
        return self.tr("Indexing") if state.activity in _BUSY else self.tr("Up to date")

    def _draw(self, rests: bool) -> QIcon:
        plain = QIcon(str(resources() / "icons" / "findling-small.svg"))
        activity = self._writer.state.activity
        busy, trouble = activity in _BUSY, activity in _TROUBLE
        icon = QIcon()
        for size in _SIZES:
            pixmap = plain.pixmap(QSize(size, size))
            if rests:
                _mark_pause(pixmap, self._theme)
            elif busy or trouble:
                _mark_dot(pixmap, self._theme.colour("bad" if trouble else "good"), self._theme.colour("canvas"))
            icon.addPixmap(pixmap)
        return icon


def _corner(pixmap: QPixmap) -> QRectF:
    """Return the lower trailing quarter, where a badge hides least of the icon."""
    side = pixmap.width() * 0.46
    return QRectF(pixmap.width() - side, pixmap.height() - side, side, side)


def _mark_dot(pixmap: QPixmap, colour: QColor, around: QColor) -> None:
    painter = _painter(pixmap)
    box = _corner(pixmap)
    painter.setBrush(around)
    painter.drawEllipse(box)
    painter.setBrush(colour)
    rim = box.width() * 0.14
    painter.drawEllipse(box.adjusted(rim, rim, -rim, -rim))
    painter.end()


def _mark_pause(pixmap: QPixmap, theme: Theme) -> None:
    painter = _painter(pixmap)
    box = _corner(pixmap)
    painter.setBrush(theme.colour("canvas"))
    painter.drawEllipse(box)
    painter.setPen(QPen(theme.colour("ink"), box.width() * 0.16, c=Qt.PenCapStyle.RoundCap))
    for across in (0.38, 0.62):
        x = box.left() + box.width() * across
        painter.drawLine(QPointF(x, box.top() + box.height() * 0.34), QPointF(x, box.top() + box.height() * 0.66))
    painter.end()


def _painter(pixmap: QPixmap) -> QPainter:
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    return painter
