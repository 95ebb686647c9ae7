"""View of plain text and source code, in an editor that lays out only visible lines."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from findling.domain.preview import PreviewForm
from findling.ui.pages.preview.document_view import MEASURE, DocumentView, Passages
from findling.ui.pages.preview.highlights import TextHighlights
from findling.ui.pages.preview.long_text import fold_long_lines, slice_lines
from findling.ui.pages.preview.mail_headers import MailHeaders
from findling.ui.pages.preview.syntax_colouring import SyntaxColouring
from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.box_filling import fill

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.domain.preview import Preview
    from findling.ui.theme.theme import Theme

_SLICE = 30_000
_TURN_SECONDS = 0.012
_SMALLEST, _LARGEST = 8, 40
_SAMPLE = 20_000
_ALIGNED_SHARE = 0.1


class TextEditor(QPlainTextEdit):
    """Read-only editor with optional line numbers."""

    painting = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._numbers = LineNumbers(self)
        self._is_code = False
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.document().setDocumentMargin(Spacing.L)
        self.horizontalScrollBar().rangeChanged.connect(self._hold_still)
        self.updateRequest.connect(lambda *_: self._numbers.update())

    def set_code(self, is_code: bool) -> None:
        """Number lines and leave them unwrapped, or not."""
        self._is_code = is_code
        wrap = QPlainTextEdit.LineWrapMode.NoWrap if is_code else QPlainTextEdit.LineWrapMode.WidgetWidth
        self.setLineWrapMode(wrap)
        self._numbers.setVisible(is_code)
        if is_code:
            # Source code runs from left to right in every language.
            self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        else:
            self.unsetLayoutDirection()
        self.fit()

    def _hold_still(self) -> None:
        """Let no wrapped text be moved sideways: Qt counts the margin as width beyond the view."""
        if not self._is_code:
            self.horizontalScrollBar().setRange(0, 0)

    def fit(self) -> None:
        """Set the margins for line numbers, or for a readable line length."""
        if self._is_code:
            width = self._numbers.sizeHint().width()
            self.setViewportMargins(width, 0, 0, 0)
            self._numbers.setGeometry(QRect(0, 0, width, self.contentsRect().height()))
        else:
            side = max(Spacing.S, (self.contentsRect().width() - MEASURE) // 2 - Spacing.L)
            self.setViewportMargins(side, 0, side, 0)

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Paint the numbers of the visible lines."""
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("faint"))
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= area.bottom():
            height = self.blockBoundingRect(block).height()
            place = QRect(0, round(top), self._numbers.width() - Spacing.S, round(height))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            top += height
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Update the margins."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and let others paint beside it."""
        super().paintEvent(event)
        self.painting.emit()


class LineNumbers(QWidget):
    """Strip of line numbers."""

    def __init__(self, editor: TextEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """Return the size for the last number."""
        digits = max(len(str(self._editor.blockCount())), 2)
        return QSize(QFontMetrics(self._editor.font()).horizontalAdvance("0") * digits + Spacing.M + Spacing.S, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible numbers."""
        self._editor.paint_numbers(QPainter(self), event.rect())


class PlainView(DocumentView):
    """View of a text; a long one is inserted in slices."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._text = ""
        self._lexer = ""
        self._passages = Passages()
        self._enlarged = 0
        self._slices: Iterator[str] = iter(())
        self._is_mono = False
        self._editor = TextEditor(theme)
        self._editor.setAccessibleName(self.tr("Document"))
        self._marks = TextHighlights(self._editor, theme)
        self._marks.found.connect(self.found)
        self._marks.counted.connect(self.counted)
        self._marks.settled.connect(lambda _: self.release())
        self._editor.painting.connect(self._marks.paint_edges)
        self._colouring = SyntaxColouring(self._editor.document(), theme, self)
        self._headers = MailHeaders(theme)
        self._build = QTimer(self, interval=0)
        self._build.timeout.connect(self._build_on)
        self.take_zoom_from(self._editor)
        self.take_zoom_from(self._editor.viewport())
        self.setFocusProxy(self._editor)
        fill(QVBoxLayout(self), self._headers, (self._editor, 1))

    def show_preview(self, preview: Preview, passages: Passages) -> None:
        """Show another text at its current passage."""
        self.stop()
        self.hold()
        is_code = preview.form is PreviewForm.CODE
        self._text = fold_long_lines(preview.text)
        self._passages = passages
        self._lexer = preview.lexer if is_code else ""
        self._is_mono = is_code or looks_aligned(self._text)
        self._headers.show_headers(preview.headers)
        self._marks.forget()
        self._editor.clear()
        self._apply_font()
        self._editor.set_code(is_code)
        self._slices = slice_lines(self._text, _SLICE)
        self._build.start()
        self._build_on()

    def mark(self, passages: Passages) -> None:
        """Mark other passages and go to the current one."""
        self._passages = passages
        if not self._build.isActive():
            self._marks.mark(passages)

    def search(self, words: str) -> None:
        """Mark words and go to the next occurrence."""
        self._marks.find(words)

    def search_next(self, step: int) -> None:
        """Go to the next occurrence of the words."""
        self._marks.find_next(step)

    def step_word(self, step: int) -> bool:
        """Go to the next or previous word that was searched for."""
        return self._marks.step_word(step)

    def zoom(self, step: int) -> None:
        """Zoom the text."""
        self._enlarged = self._enlarged + step if step else 0
        self._apply_font()

    def stop(self) -> None:
        """Stop inserting, colouring and marking."""
        self._build.stop()
        self._colouring.stop()
        self._marks.stop()

    def _apply_font(self) -> None:
        font = self._theme.font(TextSize.BODY, mono=self._is_mono)
        font.setPixelSize(min(max(font.pixelSize() + self._enlarged, _SMALLEST), _LARGEST))
        self._editor.setFont(font)
        self._editor.setTabStopDistance(4 * QFontMetrics(font).horizontalAdvance(" "))
        self._editor.fit()

    def _build_on(self) -> None:
        """Insert slices for one turn of the event loop; mark and colour after the last one."""
        end = perf_counter() + _TURN_SECONDS
        while perf_counter() < end:
            piece = next(self._slices, None)
            if piece is None:
                self._finish()
                return
            cursor = QTextCursor(self._editor.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(piece)

    def _finish(self) -> None:
        self._build.stop()
        self._editor.fit()
        self._marks.read(self._text)
        self._marks.mark(self._passages)
        if self._lexer:
            self._colouring.start(self._text, self._lexer)


def looks_aligned(text: str) -> bool:
    """Return whether a text aligns columns by spaces, as tables and drawings do."""
    lines = [line for line in text[:_SAMPLE].split("\n") if line.strip()]
    aligned = sum("   " in line.strip() or "\t" in line.strip() or line.strip().startswith("|") for line in lines)
    return aligned > len(lines) * _ALIGNED_SHARE
