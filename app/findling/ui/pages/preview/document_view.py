"""Interface of all views of documents, with their passages and the state of their search."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from findling.extraction.answer_spans import find_answer, find_query_words
from findling.ui.widgets.typed_text import read_typed

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from findling.domain.preview import Preview
    from findling.domain.search import Hit
MEASURE = 680
"""Width of the longest line of text, in pixels at 100 %; beyond it the eye loses the next line."""
_PATIENCE_MS = 150


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages of a result, one of which is the current one.

    Attributes:
        at: index of the current passage; -1 for none.
        words: that were searched for; "" where none were.
    """

    hits: tuple[Hit, ...] = ()
    at: int = -1
    words: str = ""

    @property
    def current(self) -> Hit | None:
        """The current passage."""
        return self.hits[self.at] if 0 <= self.at < len(self.hits) else None

    @property
    def answer(self) -> str:
        """Sentence of the current passage that answers; "" where none has a word searched for."""
        if self.current is None or not self.words:
            return ""
        sentence = self.current.text[slice(*find_answer(self.current.text, self.words))]
        return sentence if find_query_words(sentence, self.words, 1) else ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Texts of the passages."""
        return tuple(hit.text for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Findings:
    """State of a search within the document.

    Attributes:
        at: current occurrence, counted from 1; 0 for none.
        count: number of occurrences; None while only a part of the document was searched.
        more: there are more than were counted.
        page: page of the occurrence; 0 without pages.
        looking: page being searched; 0 when the search is over.
    """

    at: int = 0
    count: int | None = 0
    more: bool = False
    page: int = 0
    looking: int = 0


_ZOOM_KEYS: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}


class DocumentView(QWidget):
    """Abstract view of a document."""

    page_changed = Signal(int, int)
    """The current page, counted from 1, and the number of pages; 0 and 0 without pages."""
    found = Signal(object)
    """State of the search within the document: `Findings`."""
    counted = Signal(int, int)
    """The word at which it is, counted from 1, 0 for none, and the number of words that were searched for."""
    ready = Signal()
    """A new document is visible: at its passage, unless it takes long to come there."""
    placed = Signal()
    """A new document is at its passage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_held = False
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._show)

    @abstractmethod
    def show_preview(self, preview: Preview, passages: Passages) -> None:
        """Show another document at its current passage."""

    @abstractmethod
    def mark(self, passages: Passages) -> None:
        """Mark other passages of the same document, and go to the current one."""

    @abstractmethod
    def search(self, words: str) -> None:
        """Mark words and go to their next occurrence; "" ends the search."""

    @abstractmethod
    def search_next(self, step: int) -> None:
        """Go to the next (1) or previous (-1) occurrence of the words."""

    def step_word(self, step: int) -> bool:  # noqa: ARG002 - for those that can
        """Go to the next (1) or previous (-1) word searched for; return False where there is none."""
        return False

    @abstractmethod
    def zoom(self, step: int) -> None:
        """Zoom in (1), out (-1) or to the usual size (0)."""

    def hold(self) -> None:
        """Suspend painting until the document is at its passage, or takes too long."""
        self._is_held = True
        self.setUpdatesEnabled(False)
        self._patience.start()

    def release(self) -> None:
        """Resume painting: the document is at its passage."""
        if self._is_held:
            self._is_held = False
            self._show()
            self.placed.emit()

    def _show(self) -> None:
        self._patience.stop()
        if not self.updatesEnabled():
            self.setUpdatesEnabled(True)
            self.ready.emit()

    def stop(self) -> None:
        """Stop all work: another document is shown now."""

    def take_zoom_from(self, part: QWidget) -> None:
        """Zoom by Ctrl with +, -, 0 or the wheel over a part; what is typed there goes past it."""
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Filter the keys and the wheel of parts given to `take_zoom_from`."""
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = _ZOOM_KEYS.get(event.key())
            if step is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.zoom(step)
                return True
            if read_typed(event):
                # It is for the search box: a table would look for a cell that begins so.
                event.ignore()
                return True
        return super().eventFilter(watched, event)
