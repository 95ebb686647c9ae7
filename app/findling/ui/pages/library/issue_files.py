"""The files with one ailment, fetched page by page as they are scrolled to."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt

from findling.ipc.failures import Failed
from findling.processes.reader.messages import AskIssueFiles, IssueFiles
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TypeAlias

    from PySide6.QtCore import QObject

    from findling.domain.files import Reason
    from findling.domain.library import IssueFile
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.search_client import SearchClient

    Index: TypeAlias = QModelIndex | QPersistentModelIndex

PAGE = 200


class IssueRole(IntEnum):
    """What a row has to tell."""

    NAME = Qt.ItemDataRole.DisplayRole
    PATH = Qt.ItemDataRole.UserRole + 1
    FOLDER = Qt.ItemDataRole.UserRole + 2


class IssueModel(QAbstractListModel):
    """The files, by path; those that stay keep their rows when the list is asked for anew."""

    def __init__(self, reason: Reason, folder: Path | None, link: SearchClient, parent: QObject | None = None) -> None:
        """Fetch nothing yet.

        Args:
            reason: what the files have in common.
            folder: of the library, that they lie in; None for all.
            link: who knows them.
            parent: owns this object.
        """
        super().__init__(parent)
        self._reason, self._folder = reason, folder
        self._files: list[IssueFile] = []
        self._total = 0
        self._offset = 0
        self._pages = Polling(link, self._hear, rest_ms=0, parent=self)

    def expect(self, total: int) -> None:
        """Say how many there are; if that is another number than before, what was fetched is fetched again."""
        if total == self._total:
            return
        self._total = total
        if self._files:
            self._ask(0, max(PAGE, len(self._files)))

    def forget(self) -> None:
        """Ask nothing more."""
        self._pages.forget()

    def path(self, index: Index) -> Path:
        """The file of a row."""
        return self._files[index.row()].path

    def rowCount(self, parent: Index | None = None) -> int:
        """How many are fetched."""
        return 0 if parent is not None and parent.isValid() else len(self._files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - as Qt has it
        """What a row has to tell."""
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
                return "\n".join(filter(None, (formatting.one_line(str(file.path)), _tell_detail(file.detail))))
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(formatting.one_line(part) for part in (file.path.name, str(file.path.parent)))
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return _tell_detail(file.detail)
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more than were fetched."""
        return not parent.isValid() and len(self._files) < self._total

    def fetchMore(self, parent: Index) -> None:
        """Fetch the next page, if there is one."""
        if self.canFetchMore(parent):
            self._ask(len(self._files), PAGE)

    def _ask(self, offset: int, limit: int) -> None:
        self._offset = offset
        self._pages.ask_instead(AskIssueFiles(self._reason, self._folder, offset, limit))

    def _hear(self, reply: Reply) -> None:
        if isinstance(reply, Failed):
            self._total = len(self._files)
        elif isinstance(reply, IssueFiles):
            self._take(list(reply.files))

    def _take(self, files: list[IssueFile]) -> None:
        if self._offset == 0 and self._files:
            self._merge(files)
        elif files:
            self.beginInsertRows(QModelIndex(), len(self._files), len(self._files) + len(files) - 1)
            self._files += files
            self.endInsertRows()
        else:
            self._total = len(self._files)

    def _merge(self, files: list[IssueFile]) -> None:
        """Go over to these files; both lists are in the order of paths."""
        wanted = {file.path for file in files}
        for row in reversed(range(len(self._files))):
            if self._files[row].path not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._files[row]
                self.endRemoveRows()
        for row, file in enumerate(files):
            if row >= len(self._files) or self._files[row].path != file.path:
                self.beginInsertRows(QModelIndex(), row, row)
                self._files.insert(row, file)
                self.endInsertRows()


def _tell_detail(detail: Notice | None) -> str:
    """What the reader said of a file, for those who look for it: it is for experts, and in their words."""
    if detail is None:
        return ""
    return QCoreApplication.translate("Ailing", "Details: {detail}").format(
        detail=formatting.one_line(describe(detail))
    )
