"""Places that take folders which are dropped onto them or chosen in a dialog."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFileDialog, QWidget

from findling.ui.theme.tokens import POPUP_CORNER, Spacing, TextSize

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent, QResizeEvent

    from findling.ui.theme.theme import Theme

_EDGE = 2


class DropZone(QWidget):
    """A widget onto which folders can be dropped; it says so while one is dragged over it."""

    dropped = Signal(list)
    """Paths of what was dropped, or chosen in a dialog."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._overlay = _DropOverlay(theme, self.tr("Drop folders here to add them"), self)

    def choose_folder(self) -> None:
        """Have the person choose a folder in the system's dialog."""
        dialog = QFileDialog(self, self.tr("Add a folder"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.dropped.emit([Path(name) for name in names]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take what lies on this computer."""
        if _local_paths(event):
            event.acceptProposedAction()
            self._overlay.setGeometry(self.rect())
            self._overlay.raise_()
            self._overlay.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - Qt's form
        """It went elsewhere."""
        self._overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self._overlay.hide()
        event.acceptProposedAction()
        self.dropped.emit(_local_paths(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the veil over all of it."""
        super().resizeEvent(event)
        self._overlay.setGeometry(self.rect())


class _DropOverlay(QWidget):
    """What lies over a place while something is dragged over it."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme, self._words = theme, words
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's form
        """A wash with an edge, and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("accent"), _EDGE))
        painter.setBrush(self._theme.colour("accent_wash"))
        painter.setOpacity(0.94)
        area = self.rect().adjusted(Spacing.S, Spacing.S, -Spacing.S, -Spacing.S)
        painter.drawRoundedRect(area, POPUP_CORNER, POPUP_CORNER)
        painter.setOpacity(1.0)
        painter.setPen(self._theme.colour("ink"))
        painter.setFont(self._theme.font(TextSize.SEARCH))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)


def _local_paths(event: QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
