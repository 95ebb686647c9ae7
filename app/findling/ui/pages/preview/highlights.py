"""Highlights of passages and found words in a read-only editor."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QTextBlock, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from findling.extraction import answer_spans
from findling.extraction.passage_locator import Span, locate
from findling.ui.pages.preview.document_view import Findings, Passages
from findling.ui.pages.preview.long_text import MOST_FINDINGS, Units, find_words, place_near
from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from findling.ui.theme.theme import Theme

Editor: TypeAlias = QTextEdit | QPlainTextEdit

_EDGE = 2
_HAIRLINE = 1
_STRONG = 0.25
_WASH = 0.35
_UPPER_THIRD = 0.25


class TextHighlights(QObject):
    """Highlights of an editor, located in turns of the event loop, the current passage first."""

    found = Signal(object)
    """State of the search: `Findings`."""
    counted = Signal(int, int)
    """The word that the view went to, counted from 1, 0 for none, and the number of those that were searched for."""
    settled = Signal(bool)
    """True if the current passage was found and is visible."""

    def __init__(self, editor: Editor, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._theme = theme
        self._text = ""
        self._units = Units("")
        self._passages = Passages()
        self._placed: dict[int, tuple[Span, ...]] = {}
        self._search: Iterator[tuple[int, tuple[Span, ...]]] = iter(())
        self._answer: tuple[Span, ...] = ()
        self._words: tuple[Span, ...] = ()
        self._word_at = -1
        self._counted: str | None = None
        self._findings: tuple[Span, ...] = ()
        self._at = -1
        self._is_settled = True
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._search_on)
        theme.changed.connect(self._show)

    def read(self, text: str | None = None) -> None:
        """Read the text of the editor; `text` must have the same positions."""
        self._text = self._editor.toPlainText() if text is None else text
        self._units = Units(self._text)
        self._placed.clear()
        self._answer, self._words, self._counted = (), (), None
        self._findings, self._at = (), -1
        self._editor.setExtraSelections([])

    def forget(self) -> None:
        """Remove all highlights before the text changes."""
        self._turn.stop()
        self.read("")

    def mark(self, passages: Passages) -> None:
        """Mark passages and go to the current one."""
        if passages.hits != self._passages.hits:
            self._placed.clear()
        self._passages = passages
        self._answer = ()
        self._count_words()
        self._is_settled = False
        self._search = self._look_for_all()
        if passages.at in self._placed:
            self._place_answer(self._placed[passages.at])
        self._show()
        if passages.at in self._placed:
            self._go_to_passage()
        self._turn.start()

    def step_word(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) word searched for, from the passage on; False if none."""
        if not self._words:
            return False
        if self._word_at < 0:
            placed = self._placed.get(self._passages.at)
            ahead = bisect_left(self._words, placed[0].start if placed else 0, key=lambda span: span.start)
            self._word_at = ahead if step > 0 else ahead - 1
        else:
            self._word_at += step
        self._word_at %= len(self._words)
        self._show()
        self._go_to(self._words[self._word_at])
        self.counted.emit(self._word_at + 1, len(self._words))
        return True

    def find(self, words: str) -> None:
        """Mark words, and go to the first occurrence from the visible text on."""
        self._findings = find_words(words, self._text)
        here = self._editor.cursorForPosition(self._editor.viewport().rect().topLeft()).position()
        ahead = (index for index, span in enumerate(self._findings) if self._units.at(span.start) >= here)
        self._at = next(ahead, 0 if self._findings else -1)
        self._go_to_finding()

    def find_next(self, step: int) -> None:
        """Go to the next (1) or previous (-1) occurrence, wrapping around."""
        if self._findings:
            self._at = (self._at + step) % min(len(self._findings), MOST_FINDINGS)
            self._go_to_finding()

    def stop(self) -> None:
        """Stop locating passages."""
        self._turn.stop()

    def paint_edges(self) -> None:
        """Draw a line beside each passage, in the paint event of the editor."""
        painter = QPainter(self._editor.viewport())
        for index, spans in sorted(self._placed.items(), key=lambda item: item[0] == self._passages.at):
            edge = self._edge(spans)
            if index == self._passages.at:
                painter.fillRect(edge, self._theme.colour("accent"))
            else:
                painter.fillRect(edge.adjusted(0, 0, _HAIRLINE - _EDGE, 0), self._theme.colour("edge"))

    def _edge(self, spans: Sequence[Span]) -> QRect:
        first = self._editor.cursorRect(self._cursor(spans[0].start))
        last = self._editor.cursorRect(self._cursor(spans[-1].end))
        margin = round(self._editor.document().documentMargin())
        side = self._leading_side(first, margin)
        return QRect(side, first.top(), _EDGE, last.bottom() - first.top())

    def _leading_side(self, line: QRect, margin: int) -> int:
        block = self._editor.cursorForPosition(line.center()).block()
        edge = self._editor.document().rootFrame().frameFormat()
        if block.textDirection().name == "RightToLeft":
            return self._editor.viewport().width() - max(round(edge.rightMargin()), margin) + Spacing.XS
        return max(round(edge.leftMargin()), margin) - Spacing.S

    def _look_for_all(self) -> Iterator[tuple[int, tuple[Span, ...]]]:
        """Yield the spans of passages not yet located, the current one first, a window a turn."""
        order = sorted(range(len(self._passages.hits)), key=lambda index: index != self._passages.at)
        for index in order:
            hit = self._passages.hits[index]
            if index not in self._placed:
                for spans in place_near(hit.text, self._text, hit.start):
                    yield index, spans

    def _search_on(self) -> None:
        index, spans = next(self._search, (-1, ()))
        if spans:
            self._placed[index] = spans
            if index == self._passages.at:
                self._place_answer(spans)
            self._show()
            if index == self._passages.at:
                self._go_to_passage()
        if not self._is_settled and (spans or index < 0 or index != self._passages.at):
            self._is_settled = True
            self.settled.emit(self._passages.at in self._placed)
        if index < 0:
            self._turn.stop()

    def _count_words(self) -> None:
        """Locate the words that were searched for, once for each text and question."""
        words = self._passages.words
        if self._counted != words:
            found = answer_spans.find_query_words(self._text, words, MOST_FINDINGS)
            self._counted, self._words = words, tuple(Span(*span) for span in found)
        self._word_at = -1
        self.counted.emit(0, len(self._words))

    def _place_answer(self, passage: Sequence[Span]) -> None:
        """Locate the sentence that answers within its passage."""
        start, end = passage[0].start, passage[-1].end
        found = locate(self._passages.answer, self._text[start:end])
        self._answer = tuple(Span(start + span.start, start + span.end) for span in found)

    def _go_to_passage(self) -> None:
        if self._at < 0:
            self._go_to(self._placed[self._passages.at][0])

    def _go_to_finding(self) -> None:
        count = len(self._findings)
        self._show()
        if self._at >= 0:
            self._go_to(self._findings[self._at])
        self.found.emit(Findings(self._at + 1, min(count, MOST_FINDINGS), more=count > MOST_FINDINGS))

    def _go_to(self, span: Span) -> None:
        """Scroll a span into the upper third."""
        cursor = self._cursor(span.start)
        bar = self._editor.verticalScrollBar()
        if isinstance(self._editor, QPlainTextEdit):
            self._editor.setTextCursor(cursor)
            self._editor.centerCursor()
            # Near its ends a text cannot be centred. The bar of this editor counts lines.
            above = self._editor.cursorRect(cursor).top() - self._editor.viewport().height() * _UPPER_THIRD
            bar.setValue(bar.value() + round(above / self._editor.fontMetrics().lineSpacing()))
        else:
            top = self._editor.cursorRect(cursor).top() + bar.value()
            bar.setValue(round(top - self._editor.viewport().height() * _UPPER_THIRD))

    def _cursor(self, start: int, end: int | None = None) -> QTextCursor:
        cursor = QTextCursor(self._editor.document())
        last = max(self._editor.document().characterCount() - 1, 0)
        cursor.setPosition(min(self._units.at(start), last))
        if end is not None:
            cursor.setPosition(min(self._units.at(end), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _show(self) -> None:
        mark = self._theme.colour("mark")
        strong = _blend(mark, self._theme.colour("warn"), _STRONG)
        # One passage at a time, and faint but for what answers: a page that is all yellow shows nothing.
        looked_at = () if self._findings else self._placed.get(self._passages.at, ())
        wash = QColor(mark)
        wash.setAlphaF(_WASH)
        layers = [(span, _background(wash)) for span in looked_at]
        layers += [(span, _background(mark)) for span in self._answer if looked_at]
        layers += [(span, self._underline(is_current=at == self._word_at)) for at, span in enumerate(self._words)]
        layers += [
            (span, _background(strong if index == self._at else mark))
            for index, span in enumerate(self._findings[:MOST_FINDINGS])
        ]
        selections = [selection for span, shape in layers for selection in self._select(span, shape)]
        self._editor.setExtraSelections(selections)
        self._editor.viewport().update()

    def _underline(self, *, is_current: bool) -> QTextCharFormat:
        shape = QTextCharFormat()
        if is_current:
            shape.setBackground(_blend(self._theme.colour("mark"), self._theme.colour("warn"), _STRONG))
        shape.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        shape.setUnderlineColor(self._theme.colour("warn"))
        return shape

    def _select(self, span: Span, shape: QTextCharFormat) -> Iterator[QTextEdit.ExtraSelection]:
        """Select a span block by block, so that the ends of lines stay unmarked."""
        whole = self._cursor(span.start, span.end)
        block = self._editor.document().findBlock(whole.selectionStart())
        while block.isValid() and block.position() < whole.selectionEnd():
            selection = QTextEdit.ExtraSelection()
            selection.format = QTextCharFormat(shape)
            if block.textList() is not None:
                # Else the bullet of a list item would have no colour.
                selection.format.setForeground(self._theme.colour("ink"))
            selection.cursor = _cut(whole, block)
            yield selection
            block = block.next()


def _background(colour: QColor) -> QTextCharFormat:
    shape = QTextCharFormat()
    shape.setBackground(colour)
    return shape


def _cut(whole: QTextCursor, block: QTextBlock) -> QTextCursor:
    """Return the part of a selection that lies in a block."""
    cursor = QTextCursor(block)
    cursor.setPosition(max(whole.selectionStart(), block.position()))
    end = min(whole.selectionEnd(), block.position() + block.length() - 1)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def _blend(one: QColor, other: QColor, share: float) -> QColor:
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
