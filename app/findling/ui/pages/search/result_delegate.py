"""Layout and painting of the rows of results."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from findling.domain.search import Relevance
from findling.ui.i18n.formatting import day, location, one_line, size
from findling.ui.i18n.translation import isolate
from findling.ui.pages.search.label_chips import paint_chips
from findling.ui.pages.search.paragraph import LINES, Paragraphs
from findling.ui.pages.search.result_labels import (
    absence_label,
    copies_label,
    describe_row,
    gone_label,
    more_label,
    name_label,
    place_label,
    reason_label,
    relevance_label,
    sharing_label,
    title_label,
    version_label,
)
from findling.ui.pages.search.result_rows import RowForm
from findling.ui.theme.tokens import ICON_SIZE, LARGE_ICON_SIZE, LINE_HEIGHT, ROW_CORNER, Spacing, TextSize

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from findling.domain.search import Result
    from findling.ui.pages.search.result_model import ResultsModel
    from findling.ui.pages.search.result_rows import ResultRow
    from findling.ui.pages.search.row_thumbnails import RowThumbnails
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index

BARS = QSize(18, 14)
SIGN = 14
_SIGN_GAP = 6
_INDENT = Spacing.M + LARGE_ICON_SIZE + Spacing.M
State = QStyle.StateFlag
_FILLED = {Relevance.STRONG: 3, Relevance.FAIR: 2, Relevance.WEAK: 1, Relevance.UNRATED: 0}
_BAR, _BAR_GAP, _BAR_RISE = 4, 3, 3
_EDGE = 2
_GONE_OPACITY = 0.45
_ROOM_FOR_THUMBNAIL = 300
"""Pixels across that a row needs for one: in a narrower one the words have all of it."""
_SIGNS = {"words": "type", "meaning": "sparkles"}


@dataclass(frozen=True, slots=True)
class RowFrame:
    """Parts of a row in view coordinates; a part that is missing is empty."""

    icon: QRect
    title: QRect
    bars: QRect
    meta: QRect
    signs: tuple[QRect, ...]
    passage: QRect
    fold: QRect
    thumbnail: QRect


class RowLayout:
    """Geometry of rows in the fonts of the theme.

    The height depends on the form of a row and on whether it keeps room for a thumbnail, which stands beside the
    passage, as high as that: whether it has come makes no difference.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.measure()

    def measure(self) -> None:
        """Update the metrics for a changed theme."""
        self._title, self._meta, self._line = (
            round(self._theme.font(size).pixelSize() * LINE_HEIGHT)
            for size in (TextSize.TITLE, TextSize.META, TextSize.BODY)
        )
        self._fold_font = QFontMetrics(self._theme.font(TextSize.META))

    @property
    def thumbnail(self) -> int:
        """Height and width of the room for a thumbnail, in pixels."""
        return self._meta + Spacing.XS + LINES * self._line

    def height(self, row: ResultRow, *, illustrated: bool = False) -> int:
        """Return the height of a row, `illustrated` with room for a thumbnail, in pixels."""
        passage = LINES * self._line if row.hit or illustrated else 0
        match row.form:
            case RowForm.RESULT:
                fold = Spacing.XS + self._meta if row.unfolds else 0
                gap = Spacing.XS if passage else 0
                return Spacing.M + self._title + 2 + self._meta + gap + passage + fold + Spacing.M
            case RowForm.PASSAGE:
                return Spacing.S + self._meta + 2 + passage + Spacing.S
            case RowForm.VERSION:
                return Spacing.XS + self._meta + Spacing.XS
        return Spacing.M + self._title + Spacing.M

    def frame(
        self,
        row: ResultRow,
        rect: QRect,
        direction: Qt.LayoutDirection,
        signs: int,
        fold_words: str,
        *,
        illustrated: bool = False,
    ) -> RowFrame:
        """Return a row's parts with `signs` icons, mirrored where text runs from right to left.

        An `illustrated` row has a thumbnail where there is room for it.
        """
        left, right, top = rect.left() + _INDENT, rect.right() + 1 - Spacing.L, rect.top()
        is_passage = row.form in (RowForm.PASSAGE, RowForm.VERSION)
        top += Spacing.XS if row.form is RowForm.VERSION else Spacing.S if is_passage else Spacing.M
        title = QRect() if is_passage else QRect(left, top, right - left - BARS.width() - Spacing.M, self._title)
        bars = QRect() if is_passage else QRect(right - BARS.width(), top + 2, BARS.width(), BARS.height())
        top += 0 if is_passage else self._title + 2
        side = self.thumbnail if illustrated and rect.width() >= _ROOM_FOR_THUMBNAIL else 0
        thumbnail = QRect(right - side, top, side, side) if side else QRect()
        right -= side + Spacing.M if side else 0
        places = tuple(
            QRect(right - (signs - at) * (SIGN + _SIGN_GAP) + _SIGN_GAP, top, SIGN, SIGN) for at in range(signs)
        )
        meta = QRect(left, top, (places[0].left() if places else right) - left - Spacing.S, self._meta)
        top += self._meta + (2 if is_passage else Spacing.XS)
        has_passage = row.hit is not None and row.form is not RowForm.VERSION
        passage = QRect(left, top, right - left, LINES * self._line) if has_passage else QRect()
        top += passage.height() + Spacing.XS
        fold_width = self._fold_font.horizontalAdvance(fold_words) + ICON_SIZE + Spacing.XS
        fold = QRect(left - Spacing.XS, top - 2, fold_width + Spacing.S, self._meta + 4) if row.unfolds else QRect()
        icon = QRect() if is_passage else QRect(rect.left() + Spacing.M, title.top(), LARGE_ICON_SIZE, LARGE_ICON_SIZE)

        def mirror(part: QRect) -> QRect:
            return QStyle.visualRect(direction, rect, part) if part.isValid() else part

        return RowFrame(
            mirror(icon), mirror(title), mirror(bars), mirror(meta), tuple(map(mirror, places)), mirror(passage),
            mirror(fold), mirror(thumbnail),
        )  # fmt: skip


class ResultDelegate(QStyledItemDelegate):
    """Painter of the rows of a `ResultsModel`, with tooltips for its marks, and any thumbnails."""

    def __init__(
        self,
        theme: Theme,
        model: ResultsModel,
        parent: QObject | None = None,
        thumbnails: RowThumbnails | None = None,
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._theme = theme
        self._model = model
        self._layout = RowLayout(theme)
        self._paragraphs = Paragraphs(theme)
        theme.changed.connect(self._measure)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """Return the height of a row; its width is that of the list."""
        row = self._model.row(index.row())
        return QSize(0, self._layout.height(row, illustrated=self._is_illustrated(row)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a row."""
        row = self._model.row(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.result is None:
            self._paint_line(painter, option, row)
        else:
            frame = self._frame(option, row)
            self._paint_background(painter, option)
            if row.form is RowForm.RESULT:
                self._paint_title(painter, option, row, frame)
            self._paint_meta(painter, option, row, frame)
            self._paint_passage(painter, option, row, frame)
            self._paint_fold(painter, option, row, frame)
            self._paint_thumbnail(painter, option, row, frame)
        painter.restore()

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the tooltip of the part under the pointer."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = self._explain(option, self._model.row(index.row()), event.pos())
        QToolTip.showText(event.globalPos(), words, view)
        return bool(words)

    def fold_rect(self, option: QStyleOptionViewItem, row: ResultRow) -> QRect:
        """Return the rectangle that folds further passages; empty where there are none."""
        return self._frame(option, row).fold

    def _measure(self) -> None:
        self._layout.measure()
        self._paragraphs.clear()

    def _frame(self, option: QStyleOptionViewItem, row: ResultRow) -> RowFrame:
        signs, words, illustrated = len(_reasons(row)), more_label(row), self._is_illustrated(row)
        return self._layout.frame(row, option.rect, option.direction, signs, words, illustrated=illustrated)

    def _is_illustrated(self, row: ResultRow) -> bool:
        return self._thumbnails is not None and self._thumbnails.has_room(row)

    def _explain(self, option: QStyleOptionViewItem, row: ResultRow, at: QPoint) -> str:
        if row.result is None:
            return ""
        frame = self._frame(option, row)
        if frame.bars.adjusted(-4, -4, 4, 4).contains(at) and not row.is_listed:
            return gone_label() if row.gone else name_label(row.result) or relevance_label(row.result.relevance)
        for sign, by in zip(frame.signs, _reasons(row), strict=True):
            if sign.contains(at):
                return reason_label(by)
        if frame.title.contains(at):
            return one_line(str(row.result.path))
        if frame.meta.contains(at) and row.result.copies:
            return "\n".join(one_line(str(path)) for path in (row.result.path, *row.result.copies))
        return ""

    def _paint_background(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state = option.state
        rect = QRectF(option.rect).adjusted(Spacing.XS, 1, -Spacing.XS, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        if state & State.State_Selected:
            painter.setBrush(self._theme.colour("accent_wash"))
            painter.drawRoundedRect(rect, ROW_CORNER, ROW_CORNER)
            edge = QRectF(rect.left(), rect.top() + ROW_CORNER, _EDGE, rect.height() - 2 * ROW_CORNER)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRect(_mirror(option, edge, option.rect))
        elif state & State.State_MouseOver:
            painter.setBrush(self._theme.colour("raised"))
            painter.drawRoundedRect(rect, ROW_CORNER, ROW_CORNER)
        if state & State.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), ROW_CORNER - 1, ROW_CORNER - 1)

    def _paint_title(self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow, frame: RowFrame) -> None:
        assert row.result is not None
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(frame.icon.topLeft(), self._theme.kind_pixmap(row.result.kind, LARGE_ICON_SIZE, ratio))
        font = self._theme.font(TextSize.TITLE, medium=True)
        line = paint_chips(painter, self._theme, option, frame.title, row.result.labels)
        title = QFontMetrics(font).elidedText(title_label(row), Qt.TextElideMode.ElideMiddle, line.width())
        self._write(painter, option, line, title, size=TextSize.TITLE, colour="faint" if row.gone else "ink")
        if not row.is_listed and not row.result.found_by_name:
            self._paint_bars(painter, option, row, row.result.relevance, frame)

    def _paint_bars(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow, relevance: Relevance, frame: RowFrame
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        filled = 0 if row.gone else _FILLED[relevance]
        # Colour as well as number: one bar and two are hard to tell apart.
        reached = "soft" if relevance is Relevance.WEAK else "good"
        for bar in range(3):
            height = frame.bars.height() - (2 - bar) * _BAR_RISE
            left = frame.bars.left() + bar * (_BAR + _BAR_GAP)
            place = QRectF(left, frame.bars.bottom() + 1 - height, _BAR, height)
            painter.setBrush(self._theme.colour(reached if bar < filled else "outline"))
            painter.drawRoundedRect(_mirror(option, place, frame.bars), 1, 1)

    def _paint_meta(self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow, frame: RowFrame) -> None:
        assert row.result is not None
        is_away = row.gone or (row.form is RowForm.RESULT and row.result.absence is not None)
        if row.form is RowForm.RESULT:
            words = _describe(row, row.result, QFontMetrics(self._theme.font(TextSize.META)), frame.meta.width())
        else:
            words = version_label(row) if row.form is RowForm.VERSION else place_label(row)
        self._write(painter, option, frame.meta, words, size=TextSize.META, colour="warn" if is_away else "soft")
        ratio = painter.device().devicePixelRatio()
        for place, by in zip(frame.signs, _reasons(row), strict=True):
            painter.drawPixmap(place.topLeft(), self._theme.pixmap(_SIGNS[by], SIGN, "soft", ratio))

    def _paint_passage(self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow, frame: RowFrame) -> None:
        if row.hit is None or row.form is RowForm.VERSION:
            return
        is_rtl = option.direction is Qt.LayoutDirection.RightToLeft
        at, width = QPointF(frame.passage.topLeft()), frame.passage.width()
        painter.setOpacity(_GONE_OPACITY if row.gone else 1.0)
        self._paragraphs.draw(painter, at, width, row.hit, self._model.query, rtl=is_rtl)
        painter.setOpacity(1.0)

    def _paint_fold(self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow, frame: RowFrame) -> None:
        if not row.unfolds:
            return
        is_rtl = option.direction is Qt.LayoutDirection.RightToLeft
        name = "chevron-down" if row.unfolded else "chevron-left" if is_rtl else "chevron-right"
        fold = frame.fold
        place = QRect(fold.left(), fold.top() + (fold.height() - ICON_SIZE) // 2, ICON_SIZE, ICON_SIZE)
        ratio = painter.device().devicePixelRatio()
        place = QStyle.visualRect(option.direction, fold, place)
        painter.drawPixmap(place.topLeft(), self._theme.pixmap(name, ICON_SIZE, "accent", ratio))
        words = QStyle.visualRect(option.direction, fold, fold.adjusted(ICON_SIZE + 2, 0, 0, 0))
        self._write(painter, option, words, more_label(row), size=TextSize.META, colour="accent")

    def _paint_thumbnail(
        self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow, frame: RowFrame
    ) -> None:
        """Paint the thumbnail at the trailing side, in its own proportions, with a line around it."""
        pixmap = self._thumbnails.find(row) if self._thumbnails is not None and frame.thumbnail.isValid() else None
        if pixmap is None:
            return
        size = pixmap.size().scaled(frame.thumbnail.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(frame.thumbnail.topLeft(), size.expandedTo(QSize(1, 1)))
        place.moveRight(frame.thumbnail.right())
        place = QStyle.visualRect(option.direction, frame.thumbnail, place)
        painter.setOpacity(_GONE_OPACITY if row.gone else 1.0)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, pixmap)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("line"), 1))
        painter.drawRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.setOpacity(1.0)

    def _paint_line(self, painter: QPainter, option: QStyleOptionViewItem, row: ResultRow) -> None:
        rect = option.rect.adjusted(Spacing.L, 0, -Spacing.L, 0)
        if row.form is RowForm.NO_GOOD:
            self._write(painter, option, rect, describe_row(row), size=TextSize.BODY, colour="ink")
            return
        metrics = QFontMetrics(self._theme.font(TextSize.META))
        half = (metrics.horizontalAdvance(describe_row(row)) + 2 * Spacing.M) // 2
        painter.setPen(QPen(self._theme.colour("line"), 1))
        middle, y = rect.center().x(), rect.center().y() + 0.5
        painter.drawLine(QPointF(rect.left(), y), QPointF(middle - half, y))
        painter.drawLine(QPointF(middle + half, y), QPointF(rect.right(), y))
        painter.setFont(self._theme.font(TextSize.META))
        painter.setPen(self._theme.colour("soft"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, describe_row(row))

    def _write(
        self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, words: str, *, size: TextSize, colour: str
    ) -> None:
        """Draw one line at the leading side, elided if it is too long."""
        is_rtl = option.direction is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if is_rtl else Qt.AlignmentFlag.AlignLeft
        font = self._theme.font(size, medium=size is TextSize.TITLE)
        painter.setFont(font)
        painter.setPen(self._theme.colour(colour))
        words = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute, words)


def _describe(row: ResultRow, result: Result, metrics: QFontMetrics, width: int) -> str:
    """Return name, folder, date, position and copies, with name and folder elided to the width."""
    state = gone_label() if row.gone and not result.absence else day(result.modified_ns)
    bytes_label = size(result.size) if result.found_by_name else ""
    named = (absence_label(result), sharing_label(result), name_label(result))
    parts = (state, bytes_label, *named, place_label(row), copies_label(result))
    rest = [part for part in parts if part]
    room = max(width - metrics.horizontalAdvance(" · ".join(["", *rest])), width // 2)
    where = []
    if result.title not in (result.path.name, result.path.stem):
        where.append(metrics.elidedText(one_line(result.path.name), Qt.TextElideMode.ElideMiddle, room * 2 // 3))
        room -= metrics.horizontalAdvance(f"{where[0]} · ")
    where.append(metrics.elidedText(location(result.path, result.outermost), Qt.TextElideMode.ElideLeft, room))
    # A path keeps its own direction within a line that is read from the right.
    return " · ".join([*(isolate(part) for part in where), *rest])


def _reasons(row: ResultRow) -> tuple[str, ...]:
    is_version = row.form is RowForm.VERSION
    return tuple(by for by in _SIGNS if by in row.hit.by) if row.hit and not is_version else ()


def _mirror(option: QStyleOptionViewItem, part: QRectF, within: QRect) -> QRectF:
    """Mirror a part from right to left, as `QStyle.visualRect` does for whole pixels."""
    if option.direction is not Qt.LayoutDirection.RightToLeft:
        return part
    return part.translated(within.left() + within.right() + 1 - part.left() - part.right(), 0)
