"""Files that are not searchable and why, of one folder or of all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from findling.domain.files import FileStatus, Reason
from findling.domain.search import Relevance, Result
from findling.format_table import kind_by_name
from findling.formats import FileKind
from findling.ui.i18n import formatting
from findling.ui.pages.library.issue_actions import find_action
from findling.ui.pages.library.issue_group import IssueGroup
from findling.ui.pages.preview.preview_pane import PreviewPane
from findling.ui.services.result_selection import Selection
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.empty_state import EmptyState
from findling.ui.widgets.tab_order import holds_focus

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from findling.domain.library import FileIssue
    from findling.ui.services.services import Services

_CHOICE_LETTERS = 8
_CHOICE_WIDTH = 96
"""Pixels, where there is hardly any room."""
_NARROW = 420
_PREVIEW_HEIGHT = 320
_UNSHOWABLE = frozenset(
    {
        *(Reason.EMPTY, Reason.ENCRYPTED, Reason.DRM, Reason.DAMAGED, Reason.LEGACY, Reason.UNSUPPORTED),
        *(Reason.BINARY, Reason.ARCHIVE, Reason.NO_PERMISSION, Reason.VANISHED, Reason.NOT_DOWNLOADED),
        *(Reason.SECRET, Reason.SPECIAL, Reason.LINK, Reason.NAME, Reason.OFFLINE, Reason.UNPACKS_TOO_LARGE),
    }
)
"""Reasons for which a file has nothing to be seen either."""


class IssuesView(QWidget):
    """A group for each reason; groups persist, unfolded or not, while their counts change."""

    folder_chosen = Signal()
    """Health is wanted of another folder than before."""
    retry_wanted = Signal(object)
    """Files are to be tried again: those of a folder, or all where it is None."""
    action_wanted = Signal(object, object)
    """An `IssueAction`, and the file that it is done to, or None for all with its reason."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        link, actions, theme = services.search, services.actions, services.theme
        self._link, self._actions, self._theme = link, actions, theme
        self._recognises = services.preferences.settings.recognise
        self._shortcuts = services.shortcuts
        self._preview: PreviewPane | None = None
        self._groups: dict[Reason, IssueGroup] = {}
        self._wanted: Reason | None = None
        self._folder: Path | None = None
        self._choice = QComboBox()
        self._choice.setAccessibleName(self.tr("Folder"))
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._choice.setMinimumContentsLength(_CHOICE_LETTERS)
        self._choice.setMinimumWidth(_CHOICE_WIDTH)
        self._choice.addItem(self.tr("All folders"), None)
        self._choice.activated.connect(self._choose)
        self._retry = Button(self.tr("Try again"))
        self._retry.setToolTip(self.tr("Reads these files once more, though they have not changed"))
        self._retry.clicked.connect(lambda: self.retry_wanted.emit(self._folder))
        self._well = EmptyState(theme, "all-well", self.tr("Every file is searchable by its text."))
        self._well.hide()
        self._header = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._column, self._parts = QVBoxLayout(), QVBoxLayout()
        for column in (self._column, self._parts):
            column.setSpacing(Spacing.S)
        self._missing = self._known = self._waiting = False
        self._title = Label(role="title", wraps=False)
        self._partly = Label(self.tr("Only partly searchable"), "title", wraps=False)
        self._partly.setContentsMargins(0, Spacing.S, 0, 0)
        self._lay_out()

    @property
    def folder(self) -> Path | None:
        """The folder shown; None for all."""
        return self._folder

    @property
    def groups(self) -> tuple[IssueGroup, ...]:
        """The groups in visible order."""
        return tuple(sorted(self._groups.values(), key=self._place))

    @property
    def all_is_well(self) -> bool:
        """True when it says that there are no issues."""
        return not self._well.isHidden()

    def offer(self, folders: tuple[Path, ...]) -> None:
        """Offer folders to choose from."""
        if folders == tuple(self._choice.itemData(row) for row in range(1, self._choice.count())):
            return
        self._choice.clear()
        self._choice.addItem(self.tr("All folders"), None)
        for path in folders:
            self._choice.addItem(formatting.folder(path), path)
        if self._folder is not None and self._folder not in folders:
            self.show_folder(None)
        self._choice.setCurrentIndex(folders.index(self._folder) + 1 if self._folder in folders else 0)

    def show_folder(self, folder: Path | None) -> None:
        """Show the issues of another folder."""
        if folder == self._folder:
            return
        self._folder = folder
        row = next((row for row in range(self._choice.count()) if self._choice.itemData(row) == folder), 0)
        self._choice.setCurrentIndex(row)
        self.show_issues(())
        self._known = False
        self._show_well()
        self.folder_chosen.emit()

    def show_issues(self, issues: tuple[FileIssue, ...]) -> None:
        """Show issues."""
        known = {issue.reason: issue for issue in issues}
        for reason in self._groups.keys() - known.keys():
            self._drop(self._groups.pop(reason))
        unread = [issue for issue in known.values() if issue.status is not FileStatus.INDEXED]
        self._show_groups(self._column, unread)
        self._show_groups(self._parts, [issue for issue in known.values() if issue not in unread])
        self._known = True
        self._show_titles()
        self._retry.setEnabled(bool(issues))
        self._show_wanted()

    def set_offline(self, missing: bool) -> None:
        """Set whether folders are offline, whose files are unknown."""
        self._missing = missing
        self._show_well()

    def set_waiting(self, waiting: bool) -> None:
        """Set whether files are still to be read."""
        self._waiting = waiting
        self._show_well()

    def show_reason(self, reason: Reason) -> None:
        """Go to a reason and unfold it, as soon as it is listed."""
        self._wanted = reason
        # Until then the focus waits here, unless the user takes it elsewhere.
        self._choice.setFocus()
        self._show_wanted()

    def set_recognition(self, *, is_on: bool) -> None:
        """Set whether text recognition is on, which decides what can be done for scans."""
        self._recognises = is_on
        for group in self._groups.values():
            group.offer(find_action(group.reason, recognises=is_on))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the choice of a folder below the heading in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._header.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _place(self, group: IssueGroup) -> tuple[bool, int]:
        in_part = group.status is FileStatus.INDEXED
        return in_part, (self._parts if in_part else self._column).indexOf(group)

    def _show_wanted(self) -> None:
        group = self._groups.get(self._wanted) if self._wanted is not None else None
        if group is not None:
            self._wanted = None
            group.unfold()
            if holds_focus(self):
                group.focus()

    def _show_titles(self) -> None:
        """Show one title, or two if there are issues of both kinds."""
        statuses = {group.status for group in self._groups.values()}
        in_part = FileStatus.INDEXED in statuses
        both = in_part and len(statuses) > 1
        self._title.setText(self._partly.text() if in_part and not both else self.tr("Searchable by name only"))
        self._partly.setVisible(both)
        self._show_well()

    def _show_well(self) -> None:
        self._well.setVisible(self._known and not (self._groups or self._missing or self._waiting))

    def _show_groups(self, column: QVBoxLayout, issues: Sequence[FileIssue]) -> None:
        for place, issue in enumerate(issues):
            # A group that is there stays where it is, though others have more files by now.
            group = self._groups.get(issue.reason) or self._make(column, place, issue)
            group.show_issue(issue)

    def _make(self, column: QVBoxLayout, place: int, issue: FileIssue) -> IssueGroup:
        group = self._groups[issue.reason] = IssueGroup(issue, self._folder, self._link, self._actions, self._theme)
        group.offer(find_action(issue.reason, recognises=self._recognises))
        group.action_wanted.connect(self.action_wanted)
        group.file_chosen.connect(partial(self._show_preview, group))
        column.insertWidget(place, group)
        group.show()
        return group

    def _show_preview(self, group: IssueGroup) -> None:
        """Show the chosen file of a group below its list; there is one preview for all."""
        if group.path is None or group.reason in _UNSHOWABLE:
            if self._preview is not None and group.isAncestorOf(self._preview):
                self._preview.hide()
            return
        if self._preview is None:
            self._preview = PreviewPane(self._link, self._theme, self._actions, self._shortcuts)
            self._preview.set_bare()
            self._preview.setFixedHeight(_PREVIEW_HEIGHT)
            # Why there is nothing to be seen stands above already.
            self._preview.refused.connect(self._preview.hide)
        group.take_preview(self._preview)
        self._preview.show_selection(Selection(_describe(group.path, group.status), "", -1))
        self._preview.show()

    def _drop(self, group: IssueGroup) -> None:
        if self._preview is not None and group.isAncestorOf(self._preview):
            self._preview.hide()
            self._preview.setParent(self)
        group.cancel_requests()
        for column in (self._column, self._parts):
            column.removeWidget(group)
        group.hide()
        group.deleteLater()

    def _choose(self, row: int) -> None:
        self.show_folder(self._choice.itemData(row))

    def _lay_out(self) -> None:
        header = self._header
        header.setSpacing(Spacing.S)
        header.addWidget(self._title)
        header.addStretch()
        chooser = QHBoxLayout()
        chooser.setSpacing(Spacing.S)
        chooser.addWidget(self._choice, 1)
        chooser.addWidget(self._retry)
        header.addLayout(chooser)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Spacing.S)
        rows.addLayout(header)
        rows.addLayout(self._column)
        rows.addWidget(self._partly)
        rows.addLayout(self._parts)
        rows.addWidget(self._well)


def _describe(path: Path, status: FileStatus) -> Result:
    """Return a file as the preview takes it: a result without passages."""
    return Result(
        path=path,
        title="",
        kind=kind_by_name(path.name) or FileKind.OTHER,
        score=0.0,
        relevance=Relevance.WEAK,
        modified_ns=0,
        hits=(),
        status=status,
    )
