"""Cards of slides in rich text: a frame of the slide's proportions, with notes below."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextFrame, QTextFrameFormat, QTextLength

from findling.ui.i18n import formatting
from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

    from findling.domain.preview import SlideCard
    from findling.ui.theme.theme import Theme

PADDING = Spacing.L
"""Pixels between the edge of a card and what stands on it."""


class CardFrames:
    """Cards of a document, each as high as its slide would be, or as what stands on it needs."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        self._document = document
        self._theme = theme
        self._cards: list[tuple[QTextFrame, float]] = []

    def forget(self) -> None:
        """Forget all cards: the document is another one."""
        self._cards.clear()

    def add(self, card: SlideCard, count: int) -> None:
        """Add the card of a slide, one of so many, with its number and what is said to it below."""
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        frame = cursor.insertFrame(self._format())
        self._cards.append((frame, card.ratio))
        inside = frame.firstCursorPosition()
        inside.insertHtml(f'<a name="page-{card.number}"></a>{card.text}')
        words = QCoreApplication.translate("CardFrames", "Slide {number} of {count}")
        label = words.format(number=formatting.count(card.number), count=formatting.count(count))
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertBlock(QTextBlockFormat()) if cursor.block().length() > 1 else None
        cursor.insertHtml(f"<blockquote><p><small>{escape(label)}</small></p>{card.notes}</blockquote>")

    def fit(self, column: int) -> None:
        """Give each card its slide's height in a column of so many pixels, unless it needs more."""
        if not self._cards:
            return
        for frame, _ in self._cards:
            frame.setFrameFormat(self._format())
        layout = self._document.documentLayout()
        needed = [layout.frameBoundingRect(frame).height() for frame, _ in self._cards]
        for (frame, ratio), height in zip(self._cards, needed, strict=True):
            if height < column / ratio:
                shape = self._format()
                shape.setHeight(QTextLength(QTextLength.Type.FixedLength, column / ratio))
                frame.setFrameFormat(shape)

    def _format(self) -> QTextFrameFormat:
        shape = QTextFrameFormat()
        shape.setBorder(1)
        shape.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        shape.setBorderBrush(self._theme.colour("outline"))
        shape.setBackground(self._theme.colour("raised"))
        shape.setPadding(PADDING)
        shape.setTopMargin(Spacing.L)
        shape.setBottomMargin(Spacing.S)
        shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        return shape
