"""Model of the files with one issue: fetched by pages, and again only where they are shown."""

from __future__ import annotations

import os
from bisect import bisect_right
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, Qt, Signal

from findling.ipc.failures import Failed
from findling.processes.reader.library_messages import AskIssueFiles, IssueFiles
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QObject

    from findling.domain.files import Reason
    from findling.domain.library import IssueFile
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.widgets.keyed_model import Index

PAGE = 200


class IssueRole(IntEnum):
    """Data roles of a row."""

    NAME = Qt.ItemDataRole.DisplayRole
    PATH = Qt.ItemDataRole.UserRole + 1
    FOLDER = Qt.ItemDataRole.UserRole + 2


class IssueModel(QAbstractListModel):
    """Files in the order of their paths; those that stay keep their rows over a refetch.

    When their number changes, only pages of which rows are shown are fetched again; others once they are shown.
    """

    merge_began = Signal()
    """Rows that are shown may come, go and move until `merge_ended`."""
    merge_ended = Signal()

    def __init__(self, reason: Reason, folder: Path | None, link: ReaderClient, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reason, self._folder = reason, folder
        self._files: list[IssueFile] = []
        self._states: list[int] = []
        """The state in which each row was fetched."""
        self._state = 0
        self._total = 0
        self._is_whole = self._wants_more = False
        self._shown: tuple[int, ...] = ()
        self._asked: tuple[int, int, int] | None = None
        """Rows from and to which was asked, and in what state."""
        self._pages = Polling(link, self._handle_reply, rest_ms=0, parent=self)

    def expect(self, total: int) -> None:
        """Set the number of files; what is shown is fetched again if it changed."""
        if total == self._total:
            return
        self._total = total
        self._state += 1
        self._is_whole = False
        self._refetch()

    def set_shown(self, rows: Iterable[int]) -> None:
        """Set the rows that are to be as the library has them."""
        self._shown = tuple(rows)
        self._refetch()

    def forget(self) -> None:
        """Cancel pending requests."""
        self._asked = None
        self._pages.forget()

    def path(self, index: Index) -> Path:
        """Return the file of a row."""
        return self._files[index.row()].path

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of fetched rows."""
        return 0 if parent is not None and parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """Return a row's data."""
        if not index.isValid():
            return None
        file = self._files[index.row()]
        match role:
            case IssueRole.NAME:
                return formatting.one_line(file.path.name)
            case IssueRole.PATH:
                return file.path
            case IssueRole.FOLDER:
                return formatting.folder(file.path.parent)
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join(filter(None, (formatting.one_line(str(file.path)), _describe_detail(file.detail))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(formatting.one_line(part) for part in (file.path.name, str(file.path.parent)))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return _describe_detail(file.detail)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Return True if there are rows to fetch."""
        return not parent.isValid() and self._total > 0 and not self._is_whole

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next page, if there is one."""
        self._wants_more = self._asked is not None
        if not self._wants_more and self.canFetchMore(parent):
            self._ask(len(self._files), len(self._files))

    def _refetch(self) -> None:
        """Fetch the first shown row of an earlier state again, with those of a page around it."""
        if self._asked is not None:
            return
        for row in self._shown:
            if 0 <= row < len(self._files) and self._states[row] != self._state:
                first = row - row % PAGE
                while self._states[first] == self._state:
                    first += 1
                self._ask(first, min(first + PAGE, len(self._files)))
                return

    def _ask(self, first: int, end: int) -> None:
        self._asked = first, end, self._state
        after = self._files[first - 1].path if first else None
        # What came behind the last row is found with it.
        until = self._files[end - 1].path if end < len(self._files) else None
        self._pages.ask_instead(AskIssueFiles(self._reason, self._folder, after, until, PAGE))

    def _handle_reply(self, reply: Reply) -> None:
        if self._asked is None:
            return
        first, end, state = self._asked
        if isinstance(reply, IssueFiles):
            # Views ask for more while rows come in; they are told when all are in.
            self._take(first, end, state, reply.files)
        self._asked = None
        if isinstance(reply, Failed):
            self._is_whole = True
            return
        self._refetch()
        if self._wants_more and self._asked is None:
            self.fetchMore(QModelIndex())

    def _take(self, first: int, end: int, state: int, files: Sequence[IssueFile]) -> None:
        if len(files) < PAGE:
            self._is_whole = self._is_whole or (end == len(self._files) and state == self._state)
        else:
            # The answer was cut: it says nothing of what stands behind its last file.
            end = bisect_right(self._files, _key(files[-1]), first, end, key=_key)
        self.merge_began.emit()
        self._merge(first, end, files)
        self._states[first : first + len(files)] = [state] * len(files)
        self.merge_ended.emit()

    def _merge(self, first: int, end: int, files: Sequence[IssueFile]) -> None:
        """Replace rows but those that stay; both they and the files are in the order of paths."""
        for start, gone in reversed(_runs(self._files[first:end], {file.path for file in files})):
            row, behind = first + start, first + start + len(gone)
            self.beginRemoveRows(QModelIndex(), row, behind - 1)
            del self._files[row:behind], self._states[row:behind]
            self.endRemoveRows()
            end -= len(gone)
        for start, new in _runs(files, {file.path for file in self._files[first:end]}):
            row = first + start
            self.beginInsertRows(QModelIndex(), row, row + len(new) - 1)
            self._files[row:row] = new
            self._states[row:row] = [0] * len(new)
            self.endInsertRows()
        for row, file in enumerate(files, first):
            if self._files[row] != file:
                self._files[row] = file
                self.dataChanged.emit(self.index(row), self.index(row))


def _key(file: IssueFile) -> bytes:
    """Return what the library sorts by."""
    return os.fsencode(file.path)


def _runs(files: Sequence[IssueFile], known: set[Path]) -> list[tuple[int, list[IssueFile]]]:
    """Return the files that are not known, each run of them with the place of its first."""
    runs: list[tuple[int, list[IssueFile]]] = []
    for place, file in enumerate(files):
        if file.path in known:
            continue
        if runs and runs[-1][0] + len(runs[-1][1]) == place:
            runs[-1][1].append(file)
        else:
            runs.append((place, [file]))
    return runs


def _describe_detail(detail: Notice | None) -> str:
    """Return the parser's own message for experts."""
    if detail is None:
        return ""
    return QCoreApplication.translate("IssueDetails", "Details: {detail}").format(
        detail=formatting.one_line(describe(detail))
    )
