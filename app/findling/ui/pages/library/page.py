"""Library page: the folders, indexing, and files that could not be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from findling.domain.confinement_report import ConfinementReport, describe_confinement
from findling.domain.library import Status
from findling.ipc.failures import Failed
from findling.processes.reader.library_messages import (
    AskConfinement,
    AskFileIssues,
    AskFolders,
    AskStatus,
    FileIssues,
    FolderReports,
)
from findling.processes.writer.messages import Add, Index, Remove
from findling.ui.i18n.notices import describe
from findling.ui.ipc.writer_activity import Activity
from findling.ui.pages.library.folder_actions import FolderActions
from findling.ui.pages.library.folder_adder import FolderAdder
from findling.ui.pages.library.folder_list import FolderList, find_folder
from findling.ui.pages.library.issue_actions import IssueAction, let_in_rule
from findling.ui.pages.library.issues_view import IssuesView
from findling.ui.pages.library.library_header import LibraryHeader
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import Label
from findling.ui.widgets.deferred_call import call_soon
from findling.ui.widgets.drop_zone import DropZone
from findling.ui.widgets.empty_state import EmptyState
from findling.ui.widgets.language_notice import LanguageNotice
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.polling import Polling
from findling.ui.widgets.tab_order import move_focus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from findling.domain.files import Reason
    from findling.domain.library import FolderReport
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply
    from findling.ui.services.services import Services
    from findling.ui.widgets.offered_action import OfferedAction

_PAGE_WIDTH = 960
_LOW = 520
"""Height under which what stands above the page scrolls with it: it would leave no room for more."""

# What a scroll area keeps free around it for the mark of the focus.
_FOCUS_EDGE = 2


class LibraryPage(DropZone):
    """Header, folders and issues; updated only while visible."""

    welcome_wanted = Signal()
    """Wish to be led, where there is nothing yet."""
    model_wanted = Signal(str)
    """The user wants to see the model of this id."""
    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""
    search_wanted = Signal(object)
    """The files in a folder are to be searched."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        writer, link, theme = services.writer, services.search, services.theme
        super().__init__(theme, parent)
        self._writer, self._actions, self._preferences = writer, services.actions, services.preferences
        self._stale = True
        self._scrolls_to_health = False
        self._reports: tuple[FolderReport, ...] = ()
        self._notes: list[Notice] = []
        self._fresh_notes: list[Notice] = []
        self._offline: tuple[Notice, ...] = ()
        self.header = LibraryHeader(writer, services.pause)
        self.notice, self.languages = NoticeBar(theme), LanguageNotice(theme)
        self.folders = FolderList(link, theme)
        self.health = IssuesView(services)
        self._everywhere, self._confinement = Label(role="meta"), Label(role="meta")
        self._empty = EmptyState(
            theme, "nothing-yet", self.tr("Findling covers no folder yet."), self.tr("Choose folders…")
        )
        self._page, self._upper, self._above = QWidget(), QWidget(), QWidget()
        self._is_low = False
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Above the scroll bar, so that what stands above the page is as wide as what is on it.
        self._gutter = QWidget()
        self._gutter.hide()
        self._scroll.verticalScrollBar().rangeChanged.connect(self._make_gutter)
        self._status = Polling(link, self._handle_reply, parent=self)
        self._folders = Polling(link, self._handle_reply, parent=self)
        self._health = Polling(link, self._handle_reply, parent=self)
        self._confinement_poll = Polling(link, self._handle_reply, parent=self)
        self._adder = FolderAdder(writer, link, self.notice, lambda: self.folders.paths)
        self._folder_actions = FolderActions(self, services)
        self._lay_out()
        self._connect()
        self._show_preferences()
        self.setFocusProxy(self.header)

    def refresh(self) -> None:
        """Request the current state, or do so once the page is shown."""
        if not self.isVisible():
            self._stale = True
            return
        self._status.ask(AskStatus())
        self._folders.ask(AskFolders())
        self._health.ask(AskFileIssues(self.health.folder))
        if not self._confinement.text():
            self._confinement_poll.ask(AskConfinement())

    def add_folders(self, paths: Iterable[Path]) -> None:
        """Add folders, with comments where needed."""
        self._adder.add(paths)

    def show_health(self, reason: Reason | None = None) -> None:
        """Scroll to the issues, and unfold one reason."""
        self.health.show_folder(None)
        if reason is not None:
            self.health.show_reason(reason)
        self._go_to_health()

    def scroll_to_top(self) -> None:
        """Scroll to the top and focus the first button."""
        self._scroll.verticalScrollBar().setValue(0)
        self.setFocus()

    def offered_actions(self) -> list[OfferedAction]:
        """Return the actions on the folder that has the focus, or that is the only one."""
        paths = self.folders.paths
        row = self.folders.focused or (self.folders.row(paths[0]) if len(paths) == 1 else None)
        return self._folder_actions.list_for(row) if row is not None else []

    def showEvent(self, event: QShowEvent) -> None:
        """Scroll to the top, and refresh if the page is stale."""
        super().showEvent(event)
        self._scroll.verticalScrollBar().setValue(0)
        if self._stale:
            self._stale = False
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the folders in a low window."""
        super().resizeEvent(event)
        self._arrange()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus in layout order."""
        return move_focus(self.window(), forward=forward)

    def _connect(self) -> None:
        writer = self._writer
        writer.library_changed.connect(self.refresh)
        writer.noticed.connect(self.note)
        writer.offline_changed.connect(self.show_offline)
        writer.finished.connect(self._finish)
        writer.refused.connect(self.refuse)
        self._preferences.changed.connect(self._show_preferences)
        self.header.add_wanted.connect(self.choose_folder)
        self.header.remedies.wanted.connect(self.remedy_wanted)
        self.notice.remedy_wanted.connect(self.remedy_wanted)
        self.languages.model_wanted.connect(self.model_wanted)
        self.dropped.connect(self.add_folders)
        self._empty.acted.connect(self.welcome_wanted)
        self._adder.added.connect(self.folders.expect)
        self._adder.added.connect(self._show_parts)
        self.folders.update_wanted.connect(lambda path: self._index((path,)))
        self.folders.open_wanted.connect(self._actions.open)
        self.folders.issues_wanted.connect(self._show_folder_issues)
        self.folders.menu_wanted.connect(self._folder_actions.offer)
        self._folder_actions.search_wanted.connect(self.search_wanted)
        self.folders.rules_changed.connect(writer.add)
        self.folders.forgotten.connect(writer.remove)
        self.folders.offline_forgotten.connect(writer.forget)
        self.health.folder_chosen.connect(lambda: self._health.ask_instead(AskFileIssues(self.health.folder)))
        self.health.retry_wanted.connect(lambda path: self._index((path,) if path else (), retry=True))
        self.health.action_wanted.connect(self._carry_out)

    def _carry_out(self, action: IssueAction, path: Path | None) -> None:
        """Do what mends a reason, to a file or to all that have it."""
        match action:
            case IssueAction.OPEN if path:
                self._actions.open(path)
            case IssueAction.REVEAL if path:
                self._actions.reveal(path)
            case IssueAction.LET_IN if path:
                self._let_in(path)
            case IssueAction.RECOGNISE:
                self._preferences.change(recognise=True)
                self._index((), retry=True)
            case IssueAction.RETRY:
                self._index((self.health.folder,) if self.health.folder else (), retry=True)

    def _let_in(self, path: Path) -> None:
        report = next((each for each in self._reports if path.is_relative_to(each.path)), None)
        if report is not None:
            self._writer.add(report.path, (*report.exclude, let_in_rule(path, report.path)))

    def _index(self, folders: tuple[Path, ...], *, retry: bool = False) -> None:
        self._writer.index(folders, retry=retry)
        if self._writer.state.activity is Activity.PAUSED:
            self.notice.say("soft", self.tr("Indexing rests. This is done as soon as it goes on."))

    def _handle_reply(self, reply: Reply) -> None:
        match reply:
            case Status():
                self.header.show_status(reply)
                self.health.set_waiting(reply.pending > 0)
                self.languages.show_gap(reply.gap)
            case FolderReports(folders):
                self._reports = folders
                self.folders.show_folders(folders)
                self.health.offer(tuple(folder.path for folder in folders))
                self._show_parts()
            case FileIssues(issues):
                self.health.show_issues(issues)
                if self._scrolls_to_health:
                    self._go_to_health()
                    self._scrolls_to_health = False
            case ConfinementReport():
                self._confinement.setText(describe(describe_confinement(reply)))
            case Failed(notice):
                self.header.show_unknown()
                self.notice.tell("bad", notice, self.tr("Try again"), self.refresh)

    def _make_gutter(self, lowest: int, highest: int) -> None:
        self._gutter.setFixedWidth(self._scroll.verticalScrollBar().sizeHint().width())
        self._gutter.setVisible(highest > lowest and not self._is_low)

    def _arrange(self) -> None:
        """Put what stands above the page onto it where the window is low, and back."""
        low = self.height() < _LOW and not self._scroll.isHidden()
        if low == self._is_low:
            return
        self._is_low = low
        focused = QApplication.focusWidget()
        (self._lower_rows if low else self._rows).insertWidget(0, self._upper)
        self._upper.show()
        edge = _FOCUS_EDGE if low else 0
        self._above.setMaximumWidth(_PAGE_WIDTH - 2 * edge)
        self._above_rows.setContentsMargins(Spacing.XL - edge, Spacing.XL, Spacing.XL - edge, Spacing.S)
        self._gutter.setVisible(not low and self._scroll.verticalScrollBar().maximum() > 0)
        if focused is not None and self._upper.isAncestorOf(focused):
            focused.setFocus()

    def _show_parts(self) -> None:
        """Show folders and issues, or the empty state."""
        some = bool(self.folders.paths)
        self._scroll.setVisible(some)
        self._empty.setVisible(not some)
        self._arrange()

    def _show_folder_issues(self, folder: Path) -> None:
        self.health.show_folder(folder)
        self._go_to_health()

    def _go_to_health(self) -> None:
        """Scroll to the issues now, and again after the next reply, which moves them."""
        self._scrolls_to_health = True
        # Only once what is about to be shown has its place.
        call_soon(self, self._scroll_to_health)

    def _scroll_to_health(self) -> None:
        self._scroll.verticalScrollBar().setValue(self.health.y() - Spacing.L)

    def note(self, note: Notice) -> None:
        """Show a notice of the writer, until an index run ends without it."""
        self._fresh_notes.append(note)
        if note not in self._notes:
            self._notes.append(note)
        self._show_notes()

    def show_offline(self, notes: tuple[Notice, ...]) -> None:
        """Replace the notices about folders."""
        others = [note for note in self._notes if not self._is_of_folder(note) and note not in self._offline]
        if self.notice.words in {describe(note) for note in self._offline if note not in notes}:
            self.notice.hide()
        self._offline = notes
        self._notes = [*others, *notes]
        self._fresh_notes = [note for note in self._fresh_notes if not self._is_of_folder(note)]
        self.health.set_offline(any(map(self._is_of_folder, notes)))
        self._show_notes()

    def _is_of_folder(self, note: Notice) -> bool:
        return find_folder(note, self.folders.paths) is not None

    def _show_notes(self) -> None:
        self.folders.show_notes(self._notes)
        for note in self._notes:
            if not self._is_of_folder(note):
                self.notice.tell("warn", note)

    def _finish(self, command: object, summary: object) -> None:  # noqa: ARG002 - as the signal has it
        if isinstance(command, Index):
            self._notes, self._fresh_notes = self._fresh_notes, []
            self.folders.show_notes(self._notes)

    def refuse(self, command: object, notice: Notice) -> None:
        """Show why a command of the writer failed."""
        if isinstance(command, Add | Remove):
            self.folders.revert(command.folder)
        if isinstance(command, Index) and self._is_of_folder(notice):
            self.note(notice)
        else:
            self.notice.tell("bad", notice)
        self._show_parts()

    def _show_preferences(self) -> None:
        self.health.set_recognition(is_on=self._preferences.settings.recognise)
        patterns = self._preferences.settings.exclude
        self._everywhere.setVisible(bool(patterns))
        words = self.tr("Settings leave out of every folder: {patterns}")
        self._everywhere.setText(words.format(patterns=self.tr(", ").join(patterns)))

    def _lay_out(self) -> None:
        parts = QWidget()
        column = QVBoxLayout(parts)
        column.setContentsMargins(Spacing.XL - _FOCUS_EDGE, Spacing.S, Spacing.XL - _FOCUS_EDGE, Spacing.XL)
        column.setSpacing(Spacing.S)
        column.addWidget(Label(self.tr("Folders"), "title", wraps=False))
        column.addWidget(self.folders)
        column.addWidget(self._everywhere)
        column.addSpacing(Spacing.L)
        column.addWidget(self.health)
        column.addSpacing(Spacing.L)
        column.addWidget(self._confinement)
        column.addStretch()
        self._page.setProperty("role", "page")
        # What is on the page has its edges where those of what stands above it are.
        lower = QWidget()
        _hold(parts, lower, _PAGE_WIDTH - 2 * _FOCUS_EDGE)
        self._lower_rows = fill(QVBoxLayout(self._page), (lower, 1))
        self._scroll.setWidget(self._page)
        _hold(self._above, self._upper).addWidget(self._gutter)
        above = self._above_rows = QVBoxLayout(self._above)
        above.setContentsMargins(Spacing.XL, Spacing.XL, Spacing.XL, Spacing.S)
        above.setSpacing(Spacing.M)
        above.addWidget(self.header)
        above.addWidget(self.notice)
        above.addWidget(self.languages)
        self._rows = fill(QVBoxLayout(self), self._upper, (self._scroll, 1), (self._empty, 1))
        self._empty.hide()


def _hold(content: QWidget, page: QWidget, width: int = _PAGE_WIDTH) -> QHBoxLayout:
    """Put content at the leading edge of a page, at most as wide as is readable; return its row."""
    content.setMaximumWidth(width)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(content, 1)
    row.addStretch()
    return row
