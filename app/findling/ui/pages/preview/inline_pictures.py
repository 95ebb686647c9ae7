"""Pictures in a rendered document: room for all at once, each drawn as it comes into view."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, QUrl
from PySide6.QtGui import QPixmap, QTextBlockFormat, QTextCursor, QTextDocument

from findling.processes.reader.preview_messages import DrawPage, PageDrawn
from findling.processes.reader.superseded_reply import Superseded
from findling.ui.pages.preview.card_frames import PADDING
from findling.ui.pages.preview.long_text import Units

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QTextEdit

    from findling.domain.preview import InlinePicture, Preview
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme

_PICTURE = re.compile(r'<img src="picture:(\d{1,9})"')
_SIGN = "\ufffc"
_AT_ONCE = 2
_MOST_BYTES = 64_000_000
_BYTES_PER_PIXEL = 4
_WIDEST = 3_000
_LARGEST_SHARE = 0.9
"""Share of the view's height that a picture may take: a photograph held upright is seen as a whole."""

_LEAST_HEIGHT = 200
_LINE = 40
"""Pixels up to which a picture stands within a line of text as its letters do."""

_SINGLE = QTextBlockFormat.LineHeightTypes.SingleHeight.value
_INACCURACY = 0.02
"""Share of its height by which a picture may differ from the room that it was given: pixels are whole."""

_UNKNOWN = 16
"""Pixels across and down of a picture of which nobody knows yet how large it is."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Place of a picture: its number, and its position in the document, in UTF-16 units."""

    number: int
    at: int


class InlinePictures(QObject):
    """Pictures of an editor's document, at most two asked for at a time, those in view first.

    Those that lie far from the view are dropped where they take too much memory, and drawn again when they are near.
    """

    def __init__(self, editor: QTextEdit, link: ReaderClient, theme: Theme) -> None:
        super().__init__(editor)
        self._editor = editor
        self._link = link
        self._theme = theme
        self._path: Path | None = None
        self._pictures: list[InlinePicture] = []
        self._factor = 1.0
        self._column = 0
        self._places: list[_Place] = []
        self._drawn: OrderedDict[int, tuple[int, int]] = OrderedDict()
        self._asked: dict[int, int] = {}
        self._undrawable: set[int] = set()
        self._opening = 0
        self._paper = QPixmap(1, 1)
        self._rest = QTimer(self, singleShot=True, interval=0)
        self._rest.timeout.connect(self.draw)
        editor.verticalScrollBar().valueChanged.connect(self._follow_view)

    def open(self, preview: Preview, column: int, factor: float) -> None:
        """Switch to a document in a column of so many pixels, enlarged by `factor`."""
        self.close()
        self._path, self._pictures = preview.path, list(preview.pictures)
        self._column, self._factor = column, factor
        self._paper.fill(self._theme.colour("raised"))
        for number in range(1, len(self._pictures) + 1):
            self._put(number, self._paper)

    def keep_room(self, html: str) -> str:
        """Return HTML of the document with the room that each of its pictures takes."""
        return _PICTURE.sub(self._write_size, html) if self._pictures else html

    def close(self) -> None:
        """Drop all pictures and requests."""
        self._opening += 1
        self._rest.stop()
        for number in self._asked.values():
            self._link.forget(number)
        for number in self._drawn:
            self._put(number, self._paper)
        self._path = None
        self._pictures, self._places = [], []
        for kept in (self._drawn, self._asked, self._undrawable):
            kept.clear()

    def place(self, text: str) -> None:
        """Find the places of the pictures in the text of the finished document."""
        if not self._pictures:
            return
        units = Units(text)
        cursor = QTextCursor(self._editor.document())
        for found in re.finditer(_SIGN, text):
            at = units.at(found.start())
            cursor.setPosition(at + 1)
            name = cursor.charFormat().toImageFormat().name() if cursor.charFormat().isImageFormat() else ""
            number = name.removeprefix("picture:")
            if number.isdecimal() and 1 <= int(number) <= len(self._pictures):
                self._places.append(_Place(int(number), at))
        self._resize(self._places)

    def fit(self, column: int) -> None:
        """Fit the pictures to a text of another width, in pixels."""
        if self._places and column != self._column:
            self._column = column
            self._keep_view(lambda: self._resize(self._places))
            self._rest.start()

    def draw(self) -> None:
        """Ask for the pictures in view, then for those within a screen of it."""
        if self._path is None:
            return
        for place in self._near():
            if len(self._asked) >= _AT_ONCE:
                return
            width = self._width(place)
            known = self._drawn.get(place.number)
            if place.number in self._asked or place.number in self._undrawable or (known and known[0] >= width):
                continue
            self._ask(place.number, width)

    def _follow_view(self) -> None:
        self._rest.start()

    def _write_size(self, found: re.Match[str]) -> str:
        number = int(found[1])
        if not 1 <= number <= len(self._pictures):
            return '<img src=""'
        width, height = self._size(number, self._column)
        return f'{found[0]} width="{width}" height="{height}"'

    def _size(self, number: int, room: int) -> tuple[int, int]:
        """Return width and height of a picture in pixels of the screen, within so much room."""
        picture = self._pictures[number - 1]
        if not (picture.width and picture.height):
            return _UNKNOWN, _UNKNOWN
        tallest = max(self._editor.viewport().height() * _LARGEST_SHARE, _LEAST_HEIGHT)
        width = min(picture.width * self._factor, room, tallest * picture.width / picture.height)
        return max(round(width), 1), max(round(width * picture.height / picture.width), 1)

    def _room(self, cursor: QTextCursor) -> int:
        """Return the room across for a picture in pixels: its share of a table, and less on a card."""
        table = cursor.currentTable()
        is_on_card = cursor.currentFrame() != self._editor.document().rootFrame()
        across = self._column - 2 * PADDING - 2 if is_on_card else self._column
        return max(across // table.columns() - _UNKNOWN if table is not None else across, _UNKNOWN)

    def _resize(self, places: list[_Place]) -> None:
        cursor = QTextCursor(self._editor.document())
        cursor.beginEditBlock()
        for place in places:
            cursor.setPosition(place.at)
            cursor.setPosition(place.at + 1, QTextCursor.MoveMode.KeepAnchor)
            shape = cursor.charFormat().toImageFormat()
            width, height = self._size(place.number, self._room(cursor))
            if shape.isValid() and (round(shape.width()), round(shape.height())) != (width, height):
                shape.setWidth(width)
                shape.setHeight(height)
                cursor.setCharFormat(shape)
            if height > _LINE and cursor.blockFormat().lineHeightType() != _SINGLE:
                # A share of the height of a line would be one of the picture's.
                cursor.mergeBlockFormat(_single_line())
        cursor.endEditBlock()

    def _width(self, place: _Place) -> int:
        """Return a picture's width in device pixels; the column's where nobody knows the size."""
        cursor = QTextCursor(self._editor.document())
        cursor.setPosition(place.at)
        room = self._room(cursor)
        width = self._size(place.number, room)[0] if self._pictures[place.number - 1].width else room
        return min(round(width * self._editor.devicePixelRatioF()), _WIDEST)

    def _near(self) -> list[_Place]:
        """Return the pictures within a screen of the view, those in view first."""
        document, height = self._editor.document(), self._editor.viewport().height()
        top = self._editor.verticalScrollBar().value()
        away: list[tuple[float, _Place]] = []
        for place in self._places:
            rect = document.documentLayout().blockBoundingRect(document.findBlock(place.at)).translated(0, -top)
            distance = max(-rect.bottom(), rect.top() - height, 0.0)
            if distance <= height:
                away.append((distance, place))
        return [place for _, place in sorted(away, key=lambda each: each[0])]

    def _ask(self, number: int, width: int) -> None:
        assert self._path is not None
        file, opening = self._pictures[number - 1].file, self._opening
        path = self._path.parent.joinpath(*file.split("/")) if file else self._path
        question = DrawPage(path, 1 if file else number, width)
        # The answer may come before the number does.
        self._asked[number] = -1
        asked = self._link.ask(question, lambda reply, _: self._receive(opening, number, width, reply))
        if number in self._asked:
            self._asked[number] = asked

    def _receive(self, opening: int, number: int, width: int, reply: Reply) -> None:
        if opening != self._opening:
            return
        self._asked.pop(number, None)
        pixmap = QPixmap()
        match reply:
            case PageDrawn(image) if pixmap.loadFromData(image.png):
                self._show(number, width, pixmap)
            case Superseded():
                return  # another document is on its way
            case _:
                self._undrawable.add(number)
        self._rest.start()

    def _show(self, number: int, width: int, pixmap: QPixmap) -> None:
        self._put(number, pixmap)
        self._drawn[number] = (width, pixmap.width() * pixmap.height() * _BYTES_PER_PIXEL)
        self._drawn.move_to_end(number)
        picture = self._pictures[number - 1]
        height = (picture.width or pixmap.width()) * pixmap.height() / pixmap.width()
        if abs(height - picture.height) > max(_INACCURACY * height, 1):
            self._pictures[number - 1] = replace(picture, width=picture.width or pixmap.width(), height=height)
            places = [place for place in self._places if place.number == number]
            self._keep_view(lambda: self._resize(places))
        self._editor.viewport().update()
        self._drop_far()

    def _drop_far(self) -> None:
        """Drop pictures that lie outside of the view, where all take too much memory."""
        near = {place.number for place in self._near()}
        for number in list(self._drawn):
            if sum(size for _, size in self._drawn.values()) <= _MOST_BYTES:
                return
            if number not in near:
                del self._drawn[number]
                self._put(number, self._paper)

    def _put(self, number: int, pixmap: QPixmap) -> None:
        kind = QTextDocument.ResourceType.ImageResource
        self._editor.document().addResource(kind.value, QUrl(f"picture:{number}"), pixmap)

    def _keep_view(self, change: Callable[[], None]) -> None:
        """Make a change with the text at the top of the view left where it is."""
        top = self._editor.cursorForPosition(QPoint(self._editor.viewport().width() // 2, 0))
        before = self._editor.cursorRect(top).top()
        change()
        bar = self._editor.verticalScrollBar()
        if bar.value():
            bar.setValue(bar.value() + self._editor.cursorRect(top).top() - before)


def _single_line() -> QTextBlockFormat:
    shape = QTextBlockFormat()
    shape.setLineHeight(0, _SINGLE)
    return shape
