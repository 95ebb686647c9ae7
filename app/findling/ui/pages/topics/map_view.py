"""Map of documents: points, named regions, and what is found, chosen or under the pointer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QPolygonF, QTransform
from PySide6.QtWidgets import QToolTip, QWidget

from findling.domain.topics import TopicMap
from findling.ui.i18n.formatting import one_line
from findling.ui.pages.topics.map_points import NO_VALUE, Colouring, MapPoints
from findling.ui.theme.tokens import Spacing, TextSize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from findling.ui.theme.theme import Theme

_ROUND_UP_TO = 5_000
"""Points that are drawn round; more of them are squares, which are drawn ten times as fast (docs/benchmarks.md)."""

_SIZE, _SMALL = 5.0, 3.0
_MARGIN = 32
_STEP = 48
_ZOOM = 1.25
_DEEPEST = 60.0
_REACH = 8.0
_REST_MS = 150
_GOLDEN_ANGLE = 137.508
_FIRST_YEAR_HUE, _LAST_YEAR_HUE = 230, 30
_RING = 3.5
"""Width of the ring of a label around those that are drawn within it, twice."""

_BESIDE = (0, -1, 1, -2, 2)
"""Lines by which the name of a topic may stand above or below its middle."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """State of the view that the picture of all points was drawn for."""

    size: QSize
    ratio: float
    transform: QTransform
    colouring: Colouring
    is_dimmed: bool
    is_dark: bool


class MapView(QWidget):
    """Map that is moved by dragging and arrow keys, and zoomed by wheel, plus and minus."""

    hovered = Signal(int)
    """Id of the document on which the pointer rests."""
    picked = Signal(int)
    """Id of the document that was clicked."""
    enclosed = Signal(object)
    """Tuple of ids of documents around which a line was drawn."""
    cleared = Signal()
    """Documents that were chosen or found are to be shown no more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points = MapPoints(TopicMap())
        self._colouring = Colouring.TOPIC
        self._scale, self._middle = 1.0, QPointF()
        self._is_fitted = True
        self._lit: list[int] = []
        self._chosen: list[int] = []
        self._lasso: list[QPointF] = []
        self._grabbed: QPointF | None = None
        self._pressed = QPoint()
        self._under: int | None = None
        self._picture = QPixmap()
        self._drawn: _Drawn | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell_hovered)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map of the documents"))
        self.setAccessibleDescription(
            self.tr(
                "Arrow keys move, plus and minus zoom, 0 shows all, Shift and the mouse select."
                " The lists show the same."
            )
        )
        self.setMinimumSize(160, 160)
        theme.changed.connect(self._redraw)

    def show_map(self, points: MapPoints) -> None:
        """Show another map, in the same section if that was moved."""
        self._points = points
        self._lit, self._chosen, self._under = [], [], None
        if self._is_fitted:
            self._fit()
        self._redraw()

    def colour_by(self, colouring: Colouring) -> None:
        """Colour the points by something else."""
        self._colouring = colouring
        self._redraw()

    def light_up(self, document_ids: Iterable[int] | None) -> None:
        """Show documents that were found, all others faintly; None shows all alike."""
        self._lit = [] if document_ids is None else self._points.rows_of(document_ids)
        self._redraw()

    def choose(self, document_ids: Iterable[int]) -> None:
        """Mark documents that are chosen in a list."""
        self._chosen = self._points.rows_of(document_ids)
        self.update()

    def go_to(self, document_ids: Sequence[int]) -> None:
        """Show the section with some documents."""
        rows = self._points.rows_of(document_ids)
        if rows:
            self._show_section(self._points.polygon(rows).boundingRect())

    def go_to_topic(self, position: int) -> None:
        """Show the section with an outer topic, by its position among the regions."""
        self._show_section(self._points.polygon(self._points.rows_of_topic(position)).boundingRect())

    def show_all(self) -> None:
        """Show all of the map."""
        self._fit()
        self._redraw()

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom, while the place under a point of the widget, by default its middle, stays there."""
        at = QPointF(self.rect().center()) if about is None else about
        before = self._to_map(at)
        fitted = self._fitting_scale()
        self._scale = min(max(self._scale * factor, fitted / 2), fitted * _DEEPEST)
        self._middle += before - self._to_map(at)
        self._is_fitted = False
        self._redraw()

    def tell(self, title: str) -> None:
        """Show the title of the document under the pointer."""
        if self._under is not None and self.underMouse():
            at = self._transform().map(self._points.place(self._under)).toPoint()
            QToolTip.showText(self.mapToGlobal(at), one_line(title), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all of the map in sight, if it was."""
        super().resizeEvent(event)
        if self._is_fitted:
            self._fit()
        self._redraw()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and zoom; Escape ends what is chosen and found."""
        moves = {
            Qt.Key.Key_Left: QPointF(_STEP, 0),
            Qt.Key.Key_Right: QPointF(-_STEP, 0),
            Qt.Key.Key_Up: QPointF(0, _STEP),
            Qt.Key.Key_Down: QPointF(0, -_STEP),
        }
        key = Qt.Key(event.key())
        if key in moves:
            self._move(moves[key])
        elif event.text() in ("+", "="):
            self.zoom(_ZOOM)
        elif event.text() == "-":
            self.zoom(1 / _ZOOM)
        elif event.text() == "0":
            self.show_all()
        elif key == Qt.Key.Key_Escape and (self._lit or self._chosen):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom about the pointer."""
        self.zoom(_ZOOM ** (event.angleDelta().y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the map, or begin to draw a line around points."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = event.position().toPoint()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._lasso = [event.position()]
        else:
            self._grabbed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the map or the line, or look what is under the pointer."""
        if self._lasso:
            self._lasso.append(event.position())
            self.update()
        elif self._grabbed is not None:
            self._move(event.position() - self._grabbed)
            self._grabbed = event.position()
        else:
            self._look_under(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked, or what the line is drawn around."""
        if self._lasso:
            outline = QPolygonF([self._to_map(each) for each in self._lasso])
            self._lasso = []
            rows = self._points.find_within(outline)
            self.enclosed.emit(tuple(self._points.document_id(row) for row in rows))
            self.update()
        elif self._grabbed is not None:
            self._grabbed = None
            if (event.position().toPoint() - self._pressed).manhattanLength() < _REACH:
                self._look_under(event.position())
                if self._under is not None:
                    self.picked.emit(self._points.document_id(self._under))

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the pointer."""
        super().leaveEvent(event)
        self._rest.stop()
        self._under = None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the picture of all points, and over it what changes more often."""
        wanted = _Drawn(
            *(self.size(), self.devicePixelRatioF(), self._transform(), self._colouring),
            is_dimmed=bool(self._lit),
            is_dark=self._theme.is_dark,
        )
        if wanted != self._drawn:
            self._drawn, self._picture = wanted, self._draw_points(wanted)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_names(painter)
        self._mark(painter, self._chosen, "ink", 9.0)
        self._mark(painter, [] if self._under is None else [self._under], "ink", 9.0)
        if self._lasso:
            painter.setPen(QPen(self._theme.colour("accent"), 1.5, Qt.PenStyle.DashLine))
            painter.drawPolygon(QPolygonF(self._lasso))

    def _draw_points(self, wanted: _Drawn) -> QPixmap:
        picture = QPixmap(wanted.size * wanted.ratio)
        picture.setDevicePixelRatio(wanted.ratio)
        picture.fill(self._theme.colour("surface"))
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if wanted.colouring is Colouring.TOPIC:
            self._paint_regions(painter, wanted.transform)
        is_round = len(self._points) <= _ROUND_UP_TO
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=is_round)
        for group in self._points.coloured(wanted.colouring):
            colour = self.colour(group.value)
            if wanted.is_dimmed:
                colour = self._theme.colour("line")
            pen = QPen(colour, (_SIZE if is_round else _SMALL) + _RING * group.depth)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap if is_round else Qt.PenCapStyle.SquareCap)
            painter.setPen(pen)
            # Qt draws a point as a short line, which a transform of the painter would make a long one.
            painter.drawPoints(wanted.transform.map(group.points))
        self._mark(painter, self._lit, "accent", 7.0)
        painter.end()
        return picture

    def colour(self, value: int) -> QColor:
        """Return the colour of a topic, folder, kind, label or year."""
        if value == NO_VALUE or (self._colouring is Colouring.FOLDER and value >= len(self._points.map.folder_names)):
            return self._theme.colour("faint")
        lightness = 165 if self._theme.is_dark else 115
        if self._colouring is Colouring.YEAR:
            years = [group.value for group in self._points.coloured(Colouring.YEAR)]
            share = (value - years[0]) / max(years[-1] - years[0], 1)
            return QColor.fromHsl(round(_FIRST_YEAR_HUE + share * (_LAST_YEAR_HUE - _FIRST_YEAR_HUE)), 150, lightness)
        if self._colouring is Colouring.LABEL:
            value = self._points.map.labels[value].colour
        return QColor.fromHsl(round(215 + value * _GOLDEN_ANGLE) % 360, 140, lightness)

    def _paint_regions(self, painter: QPainter, transform: QTransform) -> None:
        for position, region in enumerate(self._points.map.regions):
            colour = self.colour(position)
            colour.setAlpha(28)
            painter.setBrush(colour)
            painter.setPen(QPen(colour, 12, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            painter.drawPolygon(transform.map(QPolygonF([QPointF(x, y) for x, y in region.outline])))

    def _paint_names(self, painter: QPainter) -> None:
        """Paint the names of topics, the largest first, where none covers another."""
        font = self._theme.font(TextSize.BODY, medium=True)
        metrics, transform = QFontMetricsF(font), self._transform()
        taken: list[QRectF] = []
        for region in self._points.map.regions:
            middle = transform.map(QPointF(region.x, region.y))
            words = one_line(region.name)
            size = metrics.size(0, words)
            room = self._find_room(QRectF(middle, size).translated(-size.width() / 2, -size.height() / 2), taken)
            if room is None:
                continue
            taken.append(room)
            path = QPainterPath()
            path.addText(room.left(), room.top() + metrics.ascent(), font, words)
            painter.strokePath(path, QPen(self._theme.colour("surface"), 4))
            painter.fillPath(path, self._theme.colour("ink"))

    def _find_room(self, wanted: QRectF, taken: Sequence[QRectF]) -> QRectF | None:
        """Return room for a name, in its place or just above or below it; None if there is none."""
        sight = QRectF(self.rect()).adjusted(Spacing.XS, Spacing.XS, -Spacing.XS, -Spacing.XS)
        if not sight.contains(wanted.center()) or wanted.width() > sight.width():
            return None
        for lines in _BESIDE:
            room = wanted.translated(0, lines * wanted.height())
            room.moveLeft(min(max(room.left(), sight.left()), sight.right() - room.width()))
            if sight.contains(room) and not any(room.intersects(other) for other in taken):
                return room
        return None

    def _mark(self, painter: QPainter, rows: Sequence[int], colour: str, size: float) -> None:
        if not rows:
            return
        is_round = len(rows) <= _ROUND_UP_TO
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=is_round)
        cap = Qt.PenCapStyle.RoundCap if is_round else Qt.PenCapStyle.SquareCap
        places = self._transform().map(self._points.polygon(rows))
        for tone, width in (("surface", size + 3), (colour, size)):
            painter.setPen(QPen(self._theme.colour(tone), width if is_round else width / 2, c=cap))
            painter.drawPoints(places)

    def _look_under(self, at: QPointF) -> None:
        row = self._points.find_near(self._to_map(at), _REACH / self._scale)
        if row != self._under:
            self._under = row
            self.setCursor(Qt.CursorShape.PointingHandCursor if row is not None else Qt.CursorShape.ArrowCursor)
            self.update()
            QToolTip.hideText()
            self._rest.start()

    def _tell_hovered(self) -> None:
        if self._under is not None:
            self.hovered.emit(self._points.document_id(self._under))

    def _move(self, by: QPointF) -> None:
        self._middle -= by / self._scale
        self._is_fitted = False
        self._redraw()

    def _show_section(self, section: QRectF) -> None:
        if section.isNull():
            return
        self._middle = section.center()
        wanted = self._scale_for(section)
        self._scale = min(wanted, self._fitting_scale() * _DEEPEST)
        self._is_fitted = False
        self._redraw()

    def _fit(self) -> None:
        self._middle, self._scale = self._points.bounds.center(), self._fitting_scale()
        self._is_fitted = True

    def _fitting_scale(self) -> float:
        return self._scale_for(self._points.bounds)

    def _scale_for(self, section: QRectF) -> float:
        width, height = max(section.width(), 1e-3), max(section.height(), 1e-3)
        room = self.size() - QSize(2 * _MARGIN, 2 * _MARGIN)
        return max(min(room.width() / width, room.height() / height), 1e-6)

    def _transform(self) -> QTransform:
        centre = QPointF(self.rect().center())
        transform = QTransform.fromTranslate(centre.x(), centre.y())
        transform.scale(self._scale, self._scale)
        return transform.translate(-self._middle.x(), -self._middle.y())

    def _to_map(self, at: QPointF) -> QPointF:
        return (at - QPointF(self.rect().center())) / self._scale + self._middle

    def _redraw(self) -> None:
        self._drawn = None
        self.update()
