"""List of the library's folders."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from findling.domain.library import FolderReport
from findling.ui.pages.library.folder_row import FolderRow
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.tab_order import holds_focus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.messages.notice import Notice
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme


class FolderList(QWidget):
    """A row for each folder; rows persist while their figures change."""

    update_wanted = Signal(object)
    open_wanted = Signal(object)
    issues_wanted = Signal(object)
    rules_changed = Signal(object, tuple)
    forgotten = Signal(object)
    offline_forgotten = Signal(object)
    menu_wanted = Signal(FolderRow, object)
    """The menu of a row is wanted at a `QPoint` of the screen."""

    def __init__(self, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link, self._theme = link, theme
        self._reports: tuple[FolderReport, ...] = ()
        self._rows: dict[Path, FolderRow] = {}
        self._expected: set[Path] = set()
        self._going: set[Path] = set()
        self._notes: tuple[Notice, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Spacing.S)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The folders, including those being added."""
        return tuple(self._rows)

    def row(self, path: Path) -> FolderRow:
        """Return the row of a folder.

        Raises:
            KeyError: there is none.
        """
        return self._rows[path]

    @property
    def focused(self) -> FolderRow | None:
        """The row that has the focus."""
        return next((row for row in self._rows.values() if holds_focus(row)), None)

    def show_folders(self, reports: tuple[FolderReport, ...]) -> None:
        """Show folders."""
        self._reports = reports
        self._expected -= {report.path for report in reports}
        self._going &= {report.path for report in reports}
        self._merge()

    def show_notes(self, notes: Iterable[Notice]) -> None:
        """Show notices at the folders that they name."""
        self._notes = tuple(notes)
        self._merge()

    def expect(self, path: Path) -> None:
        """Show a folder that is being added."""
        self._expected.add(path)
        self._merge()

    def revert(self, path: Path) -> None:
        """Restore the list after a folder was not added, or not removed."""
        self._expected.discard(path)
        self._going.discard(path)
        if path in self._rows:
            self._rows[path].setEnabled(True)
        self._merge()

    def _merge(self) -> None:
        known = {report.path for report in self._reports}
        coming = (FolderReport(path=path) for path in self._expected - known)
        reports = {report.path: report for report in sorted((*self._reports, *coming), key=lambda each: each.path)}
        for path in self._rows.keys() - reports.keys():
            self._drop(self._rows.pop(path))
        notes = {find_folder(note, reports): note for note in self._notes}
        for place, (path, report) in enumerate(reports.items()):
            row = self._rows.get(path) or self._insert(place, report)
            row.show_report(report, notes.get(path))
            if path not in known:
                row.show_addition()
            if path in self._going:
                row.show_removal()
        self._rows = {path: self._rows[path] for path in reports}

    def _insert(self, place: int, report: FolderReport) -> FolderRow:
        path = report.path
        row = self._rows[path] = FolderRow(report, self._link, self._theme)
        row.update_wanted.connect(lambda: self.update_wanted.emit(path))
        row.open_wanted.connect(lambda: self.open_wanted.emit(path))
        row.issues_wanted.connect(lambda: self.issues_wanted.emit(path))
        row.rules_changed.connect(lambda patterns: self.rules_changed.emit(path, patterns))
        row.forgotten.connect(lambda: self._remove_folder(path))
        row.offline_forgotten.connect(lambda: self.offline_forgotten.emit(path))
        row.menu_wanted.connect(lambda at: self.menu_wanted.emit(row, at))
        self._column.insertWidget(place, row)
        row.show()
        return row

    def _remove_folder(self, path: Path) -> None:
        self._going.add(path)
        self.forgotten.emit(path)

    def _drop(self, row: FolderRow) -> None:
        row.cancel_requests()
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()


def find_folder(notice: Notice, folders: Iterable[Path]) -> Path | None:
    """Return the innermost folder that a notice names, or names a path in; None for none."""
    named = [fact for _, fact in notice.facts if isinstance(fact, Path)]
    spoken_of = (folder for folder in folders if any(path.is_relative_to(folder) for path in named))
    return max(spoken_of, key=lambda folder: len(folder.parts), default=None)
