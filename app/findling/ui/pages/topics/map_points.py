"""Points of the map, unpacked: their places, what they are coloured by, and which lie where."""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPolygonF

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from findling.domain.topics import TopicMap

_CELLS = 96
"""Cells on the longer side of the grid in which points are looked up."""

NO_VALUE = -1
_DEEPEST = 3
"""Labels within another one that a point shows: more could not be told apart."""


class Colouring(StrEnum):
    """Property that points are coloured by."""

    TOPIC = "topic"
    FOLDER = "folder"
    KIND = "kind"
    YEAR = "year"
    LABEL = "label"


@dataclass(frozen=True, slots=True)
class ColouredPoints:
    """Points of one colour.

    Attributes:
        value: position of the topic, folder, kind or label, or the year; -1 for points that have none.
        depth: how many further labels are drawn within each point, which is larger for it.
    """

    value: int
    points: QPolygonF
    depth: int = 0


class MapPoints:
    """Points of a map.

    Attributes:
        bounds: rectangle around all of them.
    """

    def __init__(self, drawn: TopicMap) -> None:
        self.map = drawn
        self._ids = _unpack("i", drawn.document_ids)
        self._places = _unpack("f", drawn.places)
        self._values = {
            Colouring.TOPIC: _unpack("h", drawn.topics),
            Colouring.FOLDER: _unpack("h", drawn.folders),
            Colouring.KIND: _unpack("h", drawn.kinds),
            Colouring.YEAR: _unpack("h", drawn.years),
        }
        self._labels_by_row = _list_labels(drawn)
        self._rows = {document_id: row for row, document_id in enumerate(self._ids)}
        self._coloured: dict[Colouring, tuple[ColouredPoints, ...]] = {}
        self._grid: dict[tuple[int, int], list[int]] = {}
        xs, ys = self._places[0::2], self._places[1::2]
        self.bounds = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) if xs else QRectF()
        self._cell = max(self.bounds.width(), self.bounds.height(), 1e-6) / _CELLS

    def __len__(self) -> int:
        return len(self._ids)

    def document_id(self, row: int) -> int:
        """Return the document of a row."""
        return self._ids[row]

    def place(self, row: int) -> QPointF:
        """Return the place of a row."""
        return QPointF(self._places[2 * row], self._places[2 * row + 1])

    def rows_of(self, document_ids: Iterable[int]) -> list[int]:
        """Return the rows of documents, those that have none left out."""
        return [self._rows[each] for each in document_ids if each in self._rows]

    def rows_of_topic(self, position: int) -> list[int]:
        """Return the rows of an outer topic, by its position among the regions."""
        return [row for row, topic in enumerate(self._values[Colouring.TOPIC]) if topic == position]

    def polygon(self, rows: Iterable[int]) -> QPolygonF:
        """Return the places of some rows."""
        return QPolygonF([self.place(row) for row in rows])

    def coloured(self, by: Colouring) -> tuple[ColouredPoints, ...]:
        """Return all points, those of each colour together; one with several labels is in several."""
        if by not in self._coloured and by is Colouring.LABEL:
            self._coloured[by] = self._colour_by_label()
        elif by not in self._coloured:
            groups: dict[int, list[QPointF]] = {}
            for row, value in enumerate(self._values[by]):
                groups.setdefault(value, []).append(self.place(row))
            self._coloured[by] = tuple(ColouredPoints(value, QPolygonF(groups[value])) for value in sorted(groups))
        return self._coloured[by]

    def count(self, by: Colouring, value: int) -> int:
        """Return the number of points of a colour."""
        if by is Colouring.LABEL:
            return len(self.rows_with(by, value))
        return next((group.points.count() for group in self.coloured(by) if group.value == value), 0)

    def rows_with(self, by: Colouring, value: int) -> Sequence[int]:
        """Return the rows of a colour."""
        if by is not Colouring.LABEL:
            return [row for row, own in enumerate(self._values[by]) if own == value]
        if value == NO_VALUE:
            return [row for row in range(len(self)) if row not in self._labels_by_row]
        return _unpack("i", self.map.labels[value].rows)

    def labels_of(self, document_id: int) -> tuple[str, ...]:
        """Return the names of the labels that a document bears, as far as the map knows."""
        return tuple(self.map.labels[at].name for at in self._labels_by_row.get(self._rows.get(document_id, -1), ()))

    def _colour_by_label(self) -> tuple[ColouredPoints, ...]:
        """Return the points without labels, then each point's labels from outermost to innermost."""
        bare = [row for row in range(len(self)) if row not in self._labels_by_row]
        groups: dict[tuple[int, int], list[QPointF]] = {}
        for row, labels in self._labels_by_row.items():
            shown = labels[: _DEEPEST + 1]
            for at, label in enumerate(shown):
                groups.setdefault((len(shown) - 1 - at, label), []).append(self.place(row))
        ordered = sorted(groups, key=lambda key: (-key[0], key[1]))
        rings = (ColouredPoints(label, QPolygonF(groups[depth, label]), depth) for depth, label in ordered)
        return ColouredPoints(NO_VALUE, self.polygon(bare)), *rings

    def find_near(self, place: QPointF, reach: float) -> int | None:
        """Return the row of the nearest point within a distance; None if there is none."""
        grid, best, nearest = self._look_up(), reach * reach, None
        reached = min(int(reach / self._cell) + 1, _CELLS)
        column, line = self._cell_of(place.x(), place.y())
        for x in range(column - reached, column + reached + 1):
            for y in range(line - reached, line + reached + 1):
                for row in grid.get((x, y), ()):
                    away = self.place(row) - place
                    distance = QPointF.dotProduct(away, away)
                    if distance <= best:
                        best, nearest = distance, row
        return nearest

    def find_within(self, outline: QPolygonF) -> list[int]:
        """Return the rows of all points inside an outline."""
        around, fill = outline.boundingRect(), Qt.FillRule.OddEvenFill
        places = ((row, self.place(row)) for row in range(len(self)))
        return [row for row, place in places if around.contains(place) and outline.containsPoint(place, fill)]

    def _look_up(self) -> dict[tuple[int, int], list[int]]:
        if not self._grid:
            for row in range(len(self)):
                cell = self._cell_of(self._places[2 * row], self._places[2 * row + 1])
                self._grid.setdefault(cell, []).append(row)
        return self._grid

    def _cell_of(self, x: float, y: float) -> tuple[int, int]:
        return int((x - self.bounds.left()) // self._cell), int((y - self.bounds.top()) // self._cell)


def _list_labels(drawn: TopicMap) -> dict[int, list[int]]:
    """Return the positions of each row's labels, by colour, so that their order stays."""
    found: dict[int, list[int]] = {}
    for at in sorted(range(len(drawn.labels)), key=lambda at: drawn.labels[at].colour):
        for row in _unpack("i", drawn.labels[at].rows):
            found.setdefault(row, []).append(at)
    return found


def _unpack(code: str, packed: bytes) -> Sequence[int]:
    """Return a column of numbers, which are packed with the lowest byte first."""
    column = array(code)
    column.frombytes(packed)
    if sys.byteorder == "big":
        column.byteswap()
    return column
