"""What every way of showing a document can do, so that the pane need not know which one it has."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from findling.domain.preview import Preview
    from findling.ui.pages.preview.passages import Passages

MEASURE = 680
"""Width of the longest line of text, in pixels at 100 %; beyond it the eye loses the next line."""
_PATIENCE_MS = 150
_ZOOM_KEYS: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}


class DocumentView(QWidget):
    """A document on the screen."""

    page_changed = Signal(int, int)
    """The page at hand, counted from 1, and how many there are; 0 and 0 for a document without pages."""
    found = Signal(object)
    """Where the search within the document stands: `Findings`."""
    ready = Signal()
    """A new document can be seen at its place; until then nothing of it is painted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.release)

    @abstractmethod
    def show_preview(self, preview: Preview, passages: Passages) -> None:
        """Show another document at the passage that is looked at."""

    @abstractmethod
    def mark(self, passages: Passages) -> None:
        """Mark other passages in the same document, and go to the one that is looked at."""

    @abstractmethod
    def search(self, words: str) -> None:
        """Mark where these words stand and go to the next place; "" ends the search."""

    @abstractmethod
    def search_next(self, step: int) -> None:
        """Go to the next place where the words stand (1), or to the one before (-1)."""

    @abstractmethod
    def zoom(self, step: int) -> None:
        """Show everything larger (1), smaller (-1) or in its usual size (0)."""

    def hold(self) -> None:
        """Paint nothing until the document stands at its place, or has taken too long: it would be seen to jump."""
        self.setUpdatesEnabled(False)
        self._patience.start()

    def release(self) -> None:
        """Paint."""
        if not self.updatesEnabled():
            self._patience.stop()
            self.setUpdatesEnabled(True)
            self.ready.emit()

    def stop(self) -> None:
        """Stop whatever still goes on: something else is shown now."""

    def take_zoom_from(self, part: QWidget) -> None:
        """Let Ctrl with +, -, 0 or the wheel over a part zoom."""
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the keys and the wheel of a part that `take_zoom_from` was told of."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _ZOOM_KEYS.get(event.key())
            if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.zoom(step)
                return True
        return super().eventFilter(watched, event)
