"""Thumbnails of the rows in view, asked for once the list rests, in room kept for them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmap

from findling.domain.preview import is_drawn
from findling.processes.reader.superseded_reply import Superseded
from findling.processes.reader.thumbnail_messages import AskThumbnail, ThumbnailShown
from findling.ui.pages.search.result_rows import RowForm

if TYPE_CHECKING:
    from pathlib import Path

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.pages.search.result_rows import ResultRow
    from findling.ui.services.preferences import Preferences

_REST_MS = 200
"""Time without a row that wants one, after which thumbnails are asked for: whoever types is not waited upon."""

_AT_ONCE = 2
_WANTED = 24
_KEPT = 300


@dataclass(frozen=True, slots=True)
class _Key:
    """Page of a state of a file."""

    path: Path
    modified_ns: int
    page: int


class RowThumbnails(QObject):
    """Thumbnails of the results that are pictures or PDFs, of these the page that was found."""

    arrived = Signal()
    """A thumbnail has come."""
    switched = Signal()
    """Rows keep room for thumbnails where they did not, or the other way round."""

    def __init__(self, link: ReaderClient, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._preferences = preferences
        self._is_on = preferences.settings.thumbnails
        self._kept: OrderedDict[_Key, QPixmap] = OrderedDict()
        self._wanted: OrderedDict[_Key, None] = OrderedDict()
        self._asked: set[_Key] = set()
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._ask)
        preferences.changed.connect(self._follow_settings)

    def has_room(self, row: ResultRow) -> bool:
        """Return whether a row keeps room for a thumbnail, which is there or may come."""
        is_shown = row.result is not None and is_drawn(row.result.kind) and not row.result.machine
        return self._is_on and is_shown and row.form is RowForm.RESULT

    def find(self, row: ResultRow) -> QPixmap | None:
        """Return the thumbnail of a row in view; None where there is none, or none yet."""
        if row.result is None or not self.has_room(row):
            return None
        page = (row.hit.page or 1) if row.hit is not None else 1
        key = _Key(row.result.path, row.result.modified_ns, page)
        if (pixmap := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return None if pixmap.isNull() else pixmap
        if key not in self._asked and key not in self._wanted and not row.gone:
            self._wanted[key] = None
            if len(self._wanted) > _WANTED:
                self._wanted.popitem(last=False)
            self._rest.start()
        return None

    def _ask(self) -> None:
        while self._wanted and len(self._asked) < _AT_ONCE:
            key, _ = self._wanted.popitem(last=False)
            self._asked.add(key)
            self._link.ask(AskThumbnail(key.path, key.page), partial(self._receive, key))

    def _receive(self, key: _Key, reply: Reply, _final: bool) -> None:
        self._asked.discard(key)
        pixmap = QPixmap()
        if isinstance(reply, ThumbnailShown):
            pixmap.loadFromData(reply.png)
        if not isinstance(reply, Superseded):
            self._kept[key] = pixmap
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self.arrived.emit()
        if not self._rest.isActive():
            self._ask()

    def _follow_settings(self) -> None:
        if self._is_on != self._preferences.settings.thumbnails:
            self._is_on = self._preferences.settings.thumbnails
            self._kept.clear()
            self._wanted.clear()
            self.switched.emit()
