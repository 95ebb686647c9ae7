"""Widget that accepts dropped folders."""

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
    """Widget onto which folders can be dropped, with an overlay during the drag."""

    dropped = Signal(list)
    """Paths that were dropped or chosen in the dialog."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._overlay = _DropOverlay(theme, self.tr("Drop folders here to add them"), self)

    def choose_folder(self) -> None:
        """Open the system's dialog for choosing a folder."""
        dialog = QFileDialog(self, self.tr("Add a folder"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self.dropped.emit([Path(name) for name in names]))
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept local files and show the overlay."""
        if _local_paths(event):
            event.acceptProposedAction()
            self._overlay.setGeometry(self.rect())
            self._overlay.raise_()
            self._overlay.show()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:  # noqa: ARG002 - Qt's form
        """Hide the overlay."""
        self._overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Emit the dropped paths."""
        self._overlay.hide()
        event.acceptProposedAction()
        self.dropped.emit(_local_paths(event))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the overlay over the whole widget."""
        super().resizeEvent(event)
        self._overlay.setGeometry(self.rect())


class _DropOverlay(QWidget):
    """Translucent overlay with a hint."""

    def __init__(self, theme: Theme, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme, self._words = theme, words
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's form
        """Paint a framed wash and the hint."""
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
