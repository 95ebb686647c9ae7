"""Duplicates page: groups of similar files, their members, a comparison, and the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from findling.domain.duplicate_reviews import Review
from findling.domain.duplicates import MatchKind
from findling.duplicates.keeper_rules import read_preferences
from findling.ipc.failures import Failed
from findling.processes.reader.duplicate_messages import AskGroups, Groups
from findling.settings import Effect, find_names
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.pages.duplicates.comparison_pane import ComparisonPane
from findling.ui.pages.duplicates.duplicate_labels import DuplicateLabels, explain_kind
from findling.ui.pages.duplicates.duplicates_header import DuplicatesHeader
from findling.ui.pages.duplicates.group_list import GroupsList, key_of
from findling.ui.pages.duplicates.ignored_pairs import IgnoredPairs
from findling.ui.pages.duplicates.list_export import ListExport
from findling.ui.pages.duplicates.member_actions import FolderRule, MemberActions
from findling.ui.pages.duplicates.member_list import MembersList
from findling.ui.pages.duplicates.plan_bar import PlanBar
from findling.ui.pages.duplicates.plan_task import PlanTask
from findling.ui.pages.duplicates.rename_task import RenameTask
from findling.ui.pages.duplicates.review_choices import Chosen
from findling.ui.pages.duplicates.rules_dialog import RulesDialog
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Hairline, Label
from findling.ui.widgets.empty_state import EmptyState
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.polling import Polling
from findling.ui.widgets.remedies import find_offers

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent

    from findling.domain.duplicates import Group, Member
    from findling.domain.plans import Action, CutShort
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.search_client import SearchClient
    from findling.ui.ipc.worker_link import WorkerLink
    from findling.ui.services.file_actions import FileActions
    from findling.ui.services.preferences import Preferences
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme

_PAGE = 200
_PATIENCE_MS = 300
_NARROW = 720
_SIZES = (280, 330, 470)


class DuplicatesPage(QWidget):
    """Page on which similar files are found, compared and cleared away."""

    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(
        self,
        worker: WorkerLink,
        link: SearchClient,
        theme: Theme,
        actions: FileActions,
        shortcuts: Shortcuts,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._worker = worker
        self._link = link
        self._theme = theme
        self._shortcuts = shortcuts
        self._preferences = preferences
        self._chosen = Chosen(self)
        self._speech = DuplicateLabels(self)
        self._stale = True
        self._limit = _PAGE
        self._shown = 0
        self._seen = False
        self._group: Hashable = None
        self._wished: Path | None = None
        self.head = DuplicatesHeader(theme)
        self.notice = NoticeBar(theme)
        self.groups, self.members = GroupsList(theme), MembersList(theme)
        self._meaning = Label(role="meta")
        self.comparison = ComparisonPane(link, theme)
        self.bar = PlanBar(theme)
        self.empty = EmptyState(theme, "all-well", "")
        self.clearing = PlanTask(worker, link, theme, self.bar, self)
        self._deeds = MemberActions(self, lambda: self.members.current, actions, shortcuts, theme)
        self._inquiry = Polling(link, self._hear, parent=self)
        self._lists = ListExport(link, self.notice, self)
        self._apart = IgnoredPairs(worker, self.notice, self)
        self._renaming = RenameTask(link, self.clearing, self.notice, self)
        self._slow = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._slow.timeout.connect(lambda: self._say_nothing_there(self.tr("Looking through the library…")))
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Request the groups, or do so once the page is shown."""
        self._stale = True
        if self.isVisible():
            self._inquiry.ask(self._question())

    @property
    def review(self) -> Review:
        """The current filters, preferences and choices."""
        return Review(
            threshold=self.head.threshold,
            kinds=self.head.chosen_kinds,
            folder=self.head.chosen_folder,
            preferences=read_preferences(self._preferences.settings),
            choices=self._chosen.choices,
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the groups; a focus proxy would break the tab order."""
        super().focusInEvent(event)
        self.groups.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh if the page is stale."""
        super().showEvent(event)
        if self._stale:
            if not self.groups.groups:
                self._slow.start()
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the panes in a narrow window."""
        super().resizeEvent(event)
        narrow = event.size().width() < _NARROW
        wanted = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
        if self._panes.orientation() is not wanted:
            self._panes.setOrientation(wanted)
            self._panes.setSizes(list(_SIZES))

    def event(self, event: QEvent) -> bool:
        """Claim the shortcuts of next and previous difference, which mean the next match on other pages."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._step_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next or previous difference; Escape goes from the comparison to the files."""
        by = self._step_of(event)
        if by:
            self.comparison.step(by)
        elif event.key() == Qt.Key.Key_Escape and self.comparison.isAncestorOf(QApplication.focusWidget() or self):
            self.members.setFocus()
        else:
            super().keyPressEvent(event)

    def _step_of(self, event: QKeyEvent) -> int:
        keys = QKeySequence(event.keyCombination())
        if keys in (self._shortcuts.keys("next-match"), QKeySequence(Qt.Key.Key_N)):
            return 1
        return -1 if keys in (self._shortcuts.keys("previous-match"), QKeySequence(Qt.Key.Key_P)) else 0

    def _connect(self) -> None:
        self._worker.library_changed.connect(self.refresh)
        self._preferences.changed.connect(self._follow_preferences)
        self._chosen.changed.connect(self._regroup)
        self.head.sifted.connect(self._sift)
        self.head.rules_wanted.connect(self._show_rules)
        self.head.history_wanted.connect(self.clearing.show_history)
        self.head.list_wanted.connect(lambda form: self._lists.save(self.review, form))
        self.groups.chosen.connect(self._show_group)
        self.groups.entered.connect(self.members.setFocus)
        self.groups.end_neared.connect(self._ask_for_more)
        self.members.chosen.connect(self._compare)
        self.members.left.connect(self.groups.setFocus)
        self.members.opened.connect(lambda: self._deeds.do("open"))
        self.members.menu_wanted.connect(self._deeds.offer)
        self.members.keep_wanted.connect(self._keep)
        self.members.members.toggled.connect(self._select)
        self._deeds.keep_wanted.connect(self._keep)
        self._deeds.rename_wanted.connect(self._rename)
        self._deeds.apart_wanted.connect(self._keep_apart)
        self._deeds.folder_ruled.connect(self._rule_folder)
        self._apart.changed.connect(self.refresh)
        self._renaming.changed.connect(self._go_on_with)
        self.bar.wanted.connect(self._plan)
        self.bar.proposed.connect(lambda propose: self._chosen.propose(propose=propose))
        self.clearing.done.connect(self._begin_again)
        self.clearing.begun.connect(self.notice.hide)
        self.clearing.failed.connect(lambda notice: self.notice.tell("bad", notice))
        self.clearing.interrupted.connect(self._tell_interrupted)
        self.empty.acted.connect(self._try_again)
        self.empty.remedy_wanted.connect(self.remedy_wanted)
        self.notice.remedy_wanted.connect(self.remedy_wanted)

    def _question(self) -> AskGroups:
        return AskGroups(self.review, 0, self._limit, self._stale)

    def _regroup(self) -> None:
        if self.isVisible():
            self._inquiry.ask_instead(self._question())

    def _follow_preferences(self, names: frozenset[str]) -> None:
        if names & find_names(Effect.GROUPS):
            self._regroup()

    def _sift(self) -> None:
        self._limit = _PAGE
        self._regroup()

    def _ask_for_more(self) -> None:
        listed = len(self.groups.groups)
        if listed < self._shown and listed == self._limit:
            self._limit += _PAGE
            self._inquiry.ask(self._question())

    def _hear(self, reply: Reply) -> None:
        match reply:
            case Groups():
                self._slow.stop()
                self._stale = False
                self._show(reply)
            case Failed(notice):
                self._slow.stop()
                if self.groups.groups:
                    self.notice.tell("bad", notice, self.tr("Try again"), self.refresh)
                else:
                    self.empty.set_words(describe(notice), self.tr("Try again"), "trouble", offers=find_offers(notice))
                    self._body.setCurrentWidget(self.empty)

    def _show(self, reply: Groups) -> None:
        self._shown = reply.shown
        self.head.show_totals(reply.totals, reply.uncompared)
        self.head.offer(reply.folders)
        self.bar.show_totals(reply.totals)
        self.bar.setVisible(bool(reply.groups))
        self.groups.show_groups(reply.groups)
        self._tell_of_unfulfilled()
        if reply.groups:
            self._body.setCurrentWidget(self._panes)
            self._take_focus()
        elif self.head.is_sifting:
            self._say_nothing_there(self.tr("No group is like that"), self.tr("Show all"), "no-match")
        elif reply.uncompared:
            words = self.tr("%Ln document(s) still to be compared. What is alike appears here.", "", reply.uncompared)
            self._say_nothing_there(words, drawing="nothing-yet")
        else:
            self._say_nothing_there(self.tr("No two files are alike"), drawing="all-well")

    def _take_focus(self) -> None:
        """Move the focus to the groups when there are some for the first time."""
        if not self._seen and self.isAncestorOf(QApplication.focusWidget() or self):
            self.groups.setFocus()
        self._seen = True

    def _say_nothing_there(self, words: str, action: str = "", drawing: str = "nothing-yet") -> None:
        self.empty.set_words(words, action, drawing)
        self._body.setCurrentWidget(self.empty)

    def _try_again(self) -> None:
        if self.head.is_sifting:
            self.head.let_all_through()
        else:
            self.refresh()

    def _show_group(self, group: Group | None) -> None:
        key = key_of(group) if group else None
        anew, self._group = key != self._group, key
        self._meaning.setText(explain_kind(group.likeness) if group else "")
        self.members.show_group(group, anew=anew)

    def _compare(self, member: Member | None) -> None:
        group = self.groups.current
        identical = group is not None and group.likeness is MatchKind.IDENTICAL
        self.comparison.compare(group.members[0] if group else None, member, identical=identical)

    def _select(self, member: Member, selected: bool) -> None:
        self._wished = member.path if selected else None
        self._chosen.select(member, selected=selected)

    def _tell_of_unfulfilled(self) -> None:
        """Explain why the file just checked cannot be selected."""
        path, self._wished = self._wished, None
        group = self.groups.current
        if path and group and any(each.path == path and not each.selected for each in group.members):
            words = self.tr("{name} cannot be taken here: another group needs it, or takes it already.")
            self.notice.say("warn", words.format(name=one_line(path.name)))

    def _keep(self) -> None:
        group, member = self.groups.current, self.members.current
        if group and member and not member.keep:
            self._chosen.keep(group, member.path)

    def _keep_apart(self) -> None:
        group, member = self.groups.current, self.members.current
        if group and member and not member.keep:
            self._apart.keep_apart(group.members[0].path, member.path)

    def _rename(self, member: Member) -> None:
        self._renaming.rename(member, read_preferences(self._preferences.settings).protected)

    def _go_on_with(self, before: Path, now: Path) -> None:
        """Carry the choices of a renamed file over."""
        self._chosen.rename(before, now)
        self.refresh()

    def _rule_folder(self, rule: FolderRule) -> None:
        member = self.members.current
        if member is None:
            return
        folder, settings = str(member.path.parent), self._preferences.settings
        match rule:
            case FolderRule.PREFERRED:
                self._preferences.change(preferred=_with(settings.preferred, folder))
            case FolderRule.PROTECTED:
                self._preferences.change(protected=_with(settings.protected, folder))
            case FolderRule.NOT_COMPARED:
                self._preferences.change(not_compared=_with(settings.not_compared, folder))

    def _plan(self, action: Action) -> None:
        self.clearing.plan(self.review, action)

    def _begin_again(self) -> None:
        self._chosen.forget()
        self.refresh()

    def _tell_interrupted(self, found: CutShort) -> None:
        back = self.tr("Put them back") if found.run else ""
        self.notice.say("warn", self._speech.interrupted(found), back, lambda: self.clearing.undo(found.run))

    def _show_rules(self) -> None:
        sheet = RulesDialog(self._preferences, self._theme, self)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _lay_out(self) -> None:
        self._panes = QSplitter(Qt.Orientation.Horizontal)
        self._panes.setChildrenCollapsible(False)
        # One below the other, handles would be as thick as where one can take hold of them.
        self._panes.setHandleWidth(1)
        files = QWidget()
        rows = QVBoxLayout(files)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._meaning.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.S)
        rows.addWidget(self._meaning)
        rows.addWidget(self.members, 1)
        for number, pane in enumerate((self.groups, files, self.comparison)):
            self._panes.addWidget(pane)
            self._panes.setStretchFactor(number, _SIZES[number])
        self._panes.setSizes(list(_SIZES))
        self._body = QStackedWidget()
        self._body.addWidget(self.empty)
        self._body.addWidget(self._panes)
        above = QVBoxLayout()
        above.setContentsMargins(Spacing.L, 0, Spacing.L, Spacing.S)
        above.addWidget(self.notice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(above)
        column.addWidget(Hairline())
        column.addWidget(self._body, 1)
        column.addWidget(self.bar)
        self.bar.hide()


def _with(folders: tuple[str, ...], folder: str) -> tuple[str, ...]:
    return folders if folder in folders else (*folders, folder)
