"""Scrollable canvas of pages, of which only the visible ones are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from findling.ui.pages.preview.page_cache import drawable_width
from findling.ui.pages.preview.page_layout import PageLayout
from findling.ui.theme.tokens import LIGHT, Spacing, TextSize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from findling.domain.preview import PageMark
    from findling.ui.pages.preview.page_cache import PageCache
    from findling.ui.theme.theme import Theme

# Pages are paper, whatever the window's colours are.
_PAPER = QColor(Qt.GlobalColor.white)
_EDGE = 2
_HAIRLINE = 1
_UNDERLINE = 1.5
_FAINT_MARK = 0.45
_REST_MS = 120
_ZOOM_STEP = 1.2
_SMALLEST, _LARGEST = 0.25, 6.0
_UPPER_THIRD = 0.25


SEARCHED_WORDS = -1
"""The words that were searched for, in place of a text."""


@dataclass(frozen=True, slots=True)
class PageSpot:
    """Current position: one of the marked texts on a page.

    Attributes:
        needle: index of the text.
        occurrence: index of its mark; None for all of them.
        answer: index of the text within a passage that is set off; None where none is.
    """

    page: int
    needle: int
    occurrence: int | None = None
    answer: int | None = None


class PageCanvas(QAbstractScrollArea):
    """Pages of a document, fitted to the width or zoomed; a picture is a document of one page."""

    page_changed = Signal(int, int)

    def __init__(self, cache: PageCache, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._theme = theme
        self._sizes: Sequence[tuple[float, float]] = ()
        self._whole = False
        self._zoom = 1.0
        self._layout = PageLayout((), 1.0, Spacing.L)
        self._page = 0
        self._spot: PageSpot | None = None
        self._target: PageSpot | None = None
        self._resized = QTimer(self, singleShot=True, interval=_REST_MS)
        self._resized.timeout.connect(self._ask)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Text is sharp only where a page is as wide as it was drawn; a bar that comes and goes would change that.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        cache.drawn.connect(self._receive_page)
        theme.changed.connect(self.viewport().update)

    def show_pages(self, sizes: Sequence[tuple[float, float]], spot: PageSpot | None, *, whole: bool) -> None:
        """Show another document.

        Args:
            sizes: of its pages, in any unit.
            spot: initial position; None for the top.
            whole: fit the height as well, without enlarging: for pictures.
        """
        self._sizes, self._whole, self._zoom = sizes, whole, 1.0
        self._page = 0
        self._arrange()
        self.verticalScrollBar().setValue(0)
        self._go_to(spot)
        # Only now, so that no page passed on the way is requested.
        self._resized.stop()
        self._update_visible()

    def look_at(self, spot: PageSpot | None) -> None:
        """Go to the page of a spot at once, and to the spot when its marks are known."""
        self._go_to(spot)
        self._update_visible()

    def _go_to(self, spot: PageSpot | None) -> None:
        self.point_at(spot)
        self._target = spot
        if spot is not None and not self._scroll_to(spot):
            self.verticalScrollBar().setValue(round(self._layout.frame(spot.page).top - Spacing.L))

    def point_at(self, spot: PageSpot | None) -> None:
        """Highlight a spot without scrolling to it."""
        self._spot, self._target = spot, None
        self.viewport().update()

    def zoom(self, step: int) -> None:
        """Zoom in (1), out (-1) or to the full width (0), keeping the centre."""
        zoom = self._zoom * _ZOOM_STEP**step if step else 1.0
        self._zoom = min(max(zoom, _SMALLEST), _LARGEST)
        self._arrange()

    @property
    def page(self) -> int:
        """Current page, counted from 1; 0 without pages."""
        return self._page

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible pages."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.colour("raised"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._in_sight(event.rect().top(), event.rect().bottom()):
            self._paint_page(painter, page)
        if self.hasFocus():
            painter.fillRect(0, 0, self.viewport().width(), _EDGE, self._theme.colour("accent"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the focus."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the room."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Request the pages that are visible now."""
        super().showEvent(event)
        self._update_visible()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Scroll and request the visible pages."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self._update_visible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys, and stop following the current spot."""
        self._target = None
        bar = self.verticalScrollBar()
        match event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier):
            case (Qt.Key.Key_Space, False):
                bar.setValue(bar.value() + bar.pageStep())
            case (Qt.Key.Key_Space, True):
                bar.setValue(bar.value() - bar.pageStep())
            case (Qt.Key.Key_Home, _):
                bar.setValue(0)
            case (Qt.Key.Key_End, _):
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def _arrange(self) -> None:
        """Lay out the pages, keeping the position at the upper third."""
        anchor = self.verticalScrollBar().value() + self.viewport().height() * _UPPER_THIRD
        share = anchor / self._layout.height
        self._layout = PageLayout(self._sizes, self._scale(), Spacing.L)
        vertical, horizontal = self.verticalScrollBar(), self.horizontalScrollBar()
        vertical.setRange(0, max(0, round(self._layout.height) - self.viewport().height()))
        vertical.setPageStep(self.viewport().height())
        vertical.setSingleStep(Spacing.XXL)
        wide = round(self._layout.width) + 2 * Spacing.L - self.viewport().width()
        horizontal.setRange(0, max(0, wide))
        horizontal.setPageStep(self.viewport().width())
        horizontal.setSingleStep(Spacing.XXL)
        horizontal.setValue(wide // 2)
        vertical.setValue(round(share * self._layout.height - self.viewport().height() * _UPPER_THIRD))
        self._resized.start()
        self.viewport().update()

    def _scale(self) -> float:
        if not self._sizes:
            return 1.0
        across = max(self.viewport().width() - 2 * Spacing.L, Spacing.XXL) / max(width for width, _ in self._sizes)
        if self._whole:
            down = max(self.viewport().height() - 2 * Spacing.L, Spacing.XXL) / self._sizes[0][1]
            across = min(across, down, 1 / self.devicePixelRatioF())
        return across * self._zoom

    def _in_sight(self, top: int, bottom: int) -> range:
        offset = self.verticalScrollBar().value()
        return self._layout.pages_between(top + offset, bottom + offset)

    def _update_visible(self) -> None:
        """Update the current page and request the visible ones."""
        if not self._sizes:
            return
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        page = self._layout.page_at(middle)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page, self._layout.count)
        if not self._resized.isActive():
            self._ask()

    def _ask(self) -> None:
        """Request the visible pages and the next one on either side."""
        if not self._sizes or not self.isVisible():
            return
        seen = self._in_sight(0, self.viewport().height())
        around = [page for page in (seen.stop, seen.start - 1) if 1 <= page <= self._layout.count]
        self._cache.request({page: self._drawn_width(page) for page in [*seen, *around]})

    def _drawn_width(self, page: int) -> int:
        frame = self._layout.frame(page)
        return drawable_width(frame.width, frame.height, self.devicePixelRatioF())

    def _receive_page(self, page: int) -> None:
        if self._target is not None and page == self._target.page and self._scroll_to(self._target):
            self._target = None
        self.viewport().update()

    def _scroll_to(self, spot: PageSpot) -> bool:
        """Scroll a spot to the upper third; return False if its marks are not known."""
        marks = self._spot_marks(spot)
        if not marks:
            return False
        frame = self._layout.frame(spot.page)
        top = frame.top + min(mark.top for mark in marks) * frame.height
        self.verticalScrollBar().setValue(round(top - self.viewport().height() * _UPPER_THIRD))
        return True

    def _spot_marks(self, spot: PageSpot) -> tuple[PageMark, ...]:
        marks = self._cache.marks(spot.page)
        chosen = marks[spot.needle] if 0 <= spot.needle < len(marks) else ()
        if spot.needle == SEARCHED_WORDS:
            chosen = self._cache.word_marks(spot.page)
        return chosen if spot.occurrence is None else chosen[spot.occurrence : spot.occurrence + 1]

    def _place(self, page: int) -> QRectF:
        frame = self._layout.frame(page)
        room = max(self.viewport().width(), round(self._layout.width) + 2 * Spacing.L)
        left = (room - frame.width) / 2 - self.horizontalScrollBar().value()
        down = max(self.viewport().height() - self._layout.height, 0) / 2 if self._whole else 0
        # On whole device pixels, so that a page drawn in its own width stays sharp.
        ratio = self.devicePixelRatioF()
        corner = QPointF(
            round(left * ratio) / ratio, round((frame.top + down - self.verticalScrollBar().value()) * ratio) / ratio
        )
        return QRectF(corner.x(), corner.y(), frame.width, frame.height)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        place = self._place(page)
        pixmap = self._cache.pixmap(page)
        painter.fillRect(place, _PAPER)
        if pixmap is not None:
            ratio = self.devicePixelRatioF()
            if pixmap.width() == self._drawn_width(page):
                place = QRectF(place.topLeft(), pixmap.deviceIndependentSize() / ratio * pixmap.devicePixelRatio())
            painter.drawPixmap(place, pixmap, QRectF(pixmap.rect()))
            self._paint_marks(painter, page, place)
        elif self._cache.is_undrawable(page):
            painter.setFont(self._theme.font(TextSize.BODY))
            painter.setPen(QColor(LIGHT.soft))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, self.tr("This page cannot be drawn"))

    def _paint_marks(self, painter: QPainter, page: int, place: QRectF) -> None:
        """Paint the current marks, underline words, and draw a line beside other passages."""
        spot = self._spot
        known = self._cache.marks(page)
        passage = known[spot.needle] if spot and spot.occurrence is None and 0 <= spot.needle < len(known) else ()
        for number, marks in enumerate(known):
            if not marks:
                continue
            if spot is not None and number == spot.answer:
                if passage:
                    self._wash(painter, marks, place, 1.0)
            elif spot is None or spot.needle != number:
                painter.fillRect(self._edge(marks, place, _HAIRLINE), QColor(LIGHT.edge))
            else:
                self._paint_spot(painter, spot, page, marks, place)
        self._underline(painter, self._cache.word_marks(page), place)
        if spot is not None and spot.needle == SEARCHED_WORDS and spot.page == page:
            self._set_off(painter, spot, self._spot_marks(spot), place)

    def _paint_spot(
        self, painter: QPainter, spot: PageSpot, page: int, marks: Sequence[PageMark], place: QRectF
    ) -> None:
        """Paint a passage faintly, or what the user looks for, with the current occurrence set off."""
        self._wash(painter, marks, place, _FAINT_MARK)
        if spot.occurrence is not None and spot.page == page:
            marks = self._spot_marks(spot)
            self._wash(painter, marks, place, 1.0)
        if spot.occurrence is None or spot.page == page:
            self._set_off(painter, spot, marks, place)

    def _underline(self, painter: QPainter, marks: Sequence[PageMark], place: QRectF) -> None:
        painter.setPen(QPen(QColor(LIGHT.warn), _UNDERLINE))
        for mark in marks:
            line = _stretch(mark, place)
            painter.drawLine(line.bottomLeft(), line.bottomRight())

    def _wash(self, painter: QPainter, marks: Sequence[PageMark], place: QRectF, strength: float) -> None:
        painter.save()
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.setOpacity(strength)
        for mark in marks:
            painter.fillRect(_stretch(mark, place), QColor(LIGHT.mark))
        painter.restore()

    def _set_off(self, painter: QPainter, spot: PageSpot, marks: Sequence[PageMark], place: QRectF) -> None:
        """Paint a line beside a passage or around a word."""
        accent = QColor(LIGHT.accent)
        if spot.occurrence is None:
            painter.fillRect(self._edge(marks, place, _EDGE), accent)
            return
        painter.setPen(QPen(accent, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for mark in marks:
            painter.drawRect(_stretch(mark, place).adjusted(-1, -1, 1, 1))

    def _edge(self, marks: Sequence[PageMark], place: QRectF, width: float) -> QRectF:
        """Return the line along the leading side of a passage."""
        around = _stretch(marks[0], place)
        for mark in marks[1:]:
            around |= _stretch(mark, place)
        left = around.left() - Spacing.XS - _EDGE
        if self.isRightToLeft():
            left = around.right() + Spacing.XS
        return QRectF(left, around.top(), width, around.height())


def _stretch(mark: PageMark, place: QRectF) -> QRectF:
    return QRectF(
        place.left() + mark.left * place.width(),
        place.top() + mark.top * place.height(),
        mark.width * place.width(),
        mark.height * place.height(),
    )
