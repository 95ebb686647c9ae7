"""Duplicates page: groups of similar files, their members, a comparison, and the plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from findling.domain.comparisons import MatchKind
from findling.domain.duplicates import Review
from findling.duplicates.keeper_rules import read_preferences
from findling.ipc.failures import Failed
from findling.processes.reader.duplicate_messages import AskGroups, Groups
from findling.settings import Effect, find_names
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.notices import describe
from findling.ui.pages.duplicates.arrival_bar import ArrivalBar
from findling.ui.pages.duplicates.comparison_pane import ComparisonPane
from findling.ui.pages.duplicates.duplicate_labels import DuplicateLabels, explain_group
from findling.ui.pages.duplicates.duplicate_panes import Pane
from findling.ui.pages.duplicates.duplicates_header import DuplicatesHeader
from findling.ui.pages.duplicates.folder_rules import rule_folder
from findling.ui.pages.duplicates.group_actions import GroupActions
from findling.ui.pages.duplicates.group_list import GroupsList, key_of
from findling.ui.pages.duplicates.ignored_pairs import IgnoredPairs
from findling.ui.pages.duplicates.list_export import ListExport
from findling.ui.pages.duplicates.member_actions import MemberActions
from findling.ui.pages.duplicates.member_list import MembersList
from findling.ui.pages.duplicates.plan_bar import PlanBar
from findling.ui.pages.duplicates.plan_task import PlanTask
from findling.ui.pages.duplicates.rename_task import RenameTask
from findling.ui.pages.duplicates.review_choices import ReviewChoices
from findling.ui.pages.duplicates.rules_dialog import RulesDialog
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Hairline, Label
from findling.ui.widgets.empty_state import EmptyState
from findling.ui.widgets.labelling import Labelling
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.pane_splitter import PaneSplitter
from findling.ui.widgets.pane_switch import PaneSwitch
from findling.ui.widgets.polling import Polling
from findling.ui.widgets.remedies import find_offers
from findling.ui.widgets.typed_text import read_typed

if TYPE_CHECKING:
    from collections.abc import Hashable
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent, QResizeEvent, QShowEvent

    from findling.domain.duplicates import Group, Member
    from findling.domain.plans import Action, CutShort
    from findling.processes.reader.messages import Reply
    from findling.ui.pages.duplicates.folder_rules import FolderRule
    from findling.ui.services.services import Services
    from findling.ui.widgets.offered_action import OfferedAction

_PAGE = 200
_SLOW_MS = 300
_NARROW = 720
_SIZES = (280, 330, 470)


class DuplicatesPage(QWidget):
    """Page on which similar files are found, compared and cleared away."""

    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        writer, link, theme = services.writer, services.search, services.theme
        self._writer = writer
        self._link = link
        self._theme = theme
        self._shortcuts = services.shortcuts
        self._preferences = services.preferences
        self._choices = ReviewChoices(self)
        self._labels = DuplicateLabels(self)
        self._stale = True
        self._limit = _PAGE
        self._shown = 0
        self._seen = False
        self._group: Hashable = None
        self._pending_selection: Path | None = None
        self.header = DuplicatesHeader(theme)
        self.notice = NoticeBar(theme)
        self.arrivals = ArrivalBar(theme)
        self.groups, self.members = GroupsList(theme), MembersList(theme)
        self._meaning = Label(role="meta")
        self.comparison = ComparisonPane(link, theme)
        self.bar = PlanBar(theme)
        self.empty = EmptyState(theme, "all-well", "")
        self.plan_task = PlanTask(writer, link, theme, self.bar, self)
        labelling = Labelling(services, self.notice, self)
        self._member_actions = MemberActions(
            self, lambda: self.members.current, services.actions, services.shortcuts, theme, labelling
        )
        self._group_actions = GroupActions(self, lambda: self.groups.current, services.actions, theme, labelling)
        self._polling = Polling(link, self._handle_reply, parent=self)
        self._list_export = ListExport(link, self.notice, self)
        self._ignored_pairs = IgnoredPairs(writer, self.notice, self)
        self._rename_task = RenameTask(link, self.plan_task, self.notice, self)
        self._wait_timer = QTimer(self, singleShot=True, interval=_SLOW_MS)
        self._wait_timer.timeout.connect(lambda: self._show_empty(self.tr("Looking through the library…")))
        self._panes = PaneSplitter()
        self._switch = PaneSwitch(theme, self._panes, (self.tr("Groups"), self.tr("Files"), self.tr("Compare")))
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Request the groups, or do so once the page is shown."""
        self._stale = True
        if self.isVisible():
            self._polling.ask(self._question())

    @property
    def review(self) -> Review:
        """The current filters, preferences and choices."""
        return Review(
            threshold=self.header.threshold,
            kinds=self.header.chosen_kinds,
            folder=self.header.chosen_folder,
            preferences=read_preferences(self._preferences.settings),
            choices=self._choices.choices,
        )

    def offered_actions(self) -> list[OfferedAction]:
        """Return the actions on the current file, or on the group where that has the focus."""
        return self._group_actions.offered() if self.groups.hasFocus() else self._member_actions.offered()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the pane that is seen; a focus proxy would break the tab order."""
        super().focusInEvent(event)
        self._focus_pane()

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh if the page is stale."""
        super().showEvent(event)
        if self._stale:
            if not self.groups.groups:
                self._wait_timer.start()
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show one pane at a time in a narrow window."""
        super().resizeEvent(event)
        self._switch.set_narrow(narrow=event.size().width() < _NARROW)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Claim the keys of next and previous difference, which mean matches on other pages."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._step_of(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a difference, or by Escape from comparison to files; no letter leaves the page."""
        by = self._step_of(event)
        if by:
            if self._switch.is_narrow:
                self._switch.show_pane(Pane.COMPARISON)
            self.comparison.step(by)
        elif event.key() == Qt.Key.Key_Escape and self.comparison.isAncestorOf(QApplication.focusWidget() or self):
            self._go_to(Pane.FILES)
        elif not read_typed(event):
            super().keyPressEvent(event)

    def _step_of(self, event: QKeyEvent) -> int:
        keys = QKeySequence(event.keyCombination())
        if keys in (self._shortcuts.keys("next-match"), QKeySequence(Qt.Key.Key_N)):
            return 1
        return -1 if keys in (self._shortcuts.keys("previous-match"), QKeySequence(Qt.Key.Key_P)) else 0

    def _connect(self) -> None:
        self._writer.library_changed.connect(self.refresh)
        self._preferences.changed.connect(self._follow_preferences)
        self._choices.changed.connect(self._regroup)
        self.header.filter_changed.connect(self._apply_filter)
        self.header.rules_wanted.connect(self._show_rules)
        self.header.history_wanted.connect(self.plan_task.show_history)
        self.header.list_wanted.connect(lambda form: self._list_export.save(self.review, form))
        self.groups.chosen.connect(self._show_group)
        self.groups.entered.connect(lambda: self._go_to(Pane.FILES))
        self.groups.clicked.connect(lambda: self._switch.lead_to(Pane.FILES))
        self._switch.moved.connect(self._arrange)
        self._switch.entered.connect(self._focus_pane)
        self.groups.end_neared.connect(self._ask_for_more)
        self.groups.menu_wanted.connect(self._group_actions.offer)
        self._group_actions.selection_wanted.connect(lambda group, all_: self._choices.select_all(group, selected=all_))
        self._group_actions.ignore_wanted.connect(self._ignored_pairs.keep_group_apart)
        self._group_actions.folder_wanted.connect(self.header.choose_folder)
        self.members.chosen.connect(self._compare)
        self.members.left.connect(lambda: self._go_to(Pane.GROUPS))
        self.members.opened.connect(lambda: self._member_actions.do("open"))
        self.members.menu_wanted.connect(self._member_actions.offer)
        self.members.keep_wanted.connect(self._keep)
        self.members.members.toggled.connect(self._select)
        self._member_actions.keep_wanted.connect(self._keep)
        self._member_actions.rename_wanted.connect(self._rename)
        self._member_actions.ignore_wanted.connect(self._ignore_pair)
        self._member_actions.folder_ruled.connect(self._rule_folder)
        self.arrivals.wanted.connect(self._show_file)
        self._ignored_pairs.changed.connect(self.refresh)
        self._rename_task.changed.connect(self._follow_rename)
        self.bar.wanted.connect(self._plan)
        self.bar.proposed.connect(lambda propose: self._choices.propose(propose=propose))
        self.plan_task.done.connect(self._reset_choices)
        self.plan_task.begun.connect(self.notice.hide)
        self.plan_task.failed.connect(lambda notice: self.notice.tell("bad", notice))
        self.plan_task.interrupted.connect(self._show_interrupted)
        self.empty.acted.connect(self._try_again)
        self.empty.remedy_wanted.connect(self.remedy_wanted)
        self.notice.remedy_wanted.connect(self.remedy_wanted)

    def _question(self) -> AskGroups:
        return AskGroups(self.review, 0, self._limit, self._stale)

    def _show_file(self, path: Path) -> None:
        """Show the group of a file, or why it is not in sight."""
        if self.groups.choose_file(path):
            self.groups.setFocus()
        else:
            words = self.tr("The group of {name} is not listed here: it is further down, or left out by the filters.")
            self.notice.say("soft", words.format(name=one_line(path.name)))

    def _regroup(self) -> None:
        if self.isVisible():
            self._polling.ask_instead(self._question())

    def _follow_preferences(self, names: frozenset[str]) -> None:
        if names & find_names(Effect.GROUPS):
            self._regroup()

    def _apply_filter(self) -> None:
        self._limit = _PAGE
        self._regroup()

    def _ask_for_more(self) -> None:
        listed = len(self.groups.groups)
        if listed < self._shown and listed == self._limit:
            self._limit += _PAGE
            self._polling.ask(self._question())

    def _handle_reply(self, reply: Reply) -> None:
        match reply:
            case Groups():
                self._wait_timer.stop()
                self._stale = False
                self._show(reply)
            case Failed(notice):
                self._wait_timer.stop()
                if self.groups.groups:
                    self.notice.tell("bad", notice, self.tr("Try again"), self.refresh)
                else:
                    self.empty.set_words(describe(notice), self.tr("Try again"), "trouble", offers=find_offers(notice))
                    self._body.setCurrentWidget(self.empty)

    def _show(self, reply: Groups) -> None:
        self._shown = reply.shown
        templates = any(each.likeness is MatchKind.TEMPLATE for each in reply.groups)
        self.header.show_totals(reply.totals, reply.uncompared, templates=templates)
        self.header.offer(reply.folders)
        self.arrivals.show_arrivals(reply.arrivals)
        self.bar.show_totals(reply.totals)
        self.groups.show_groups(reply.groups)
        self._arrange()
        self._explain_refused_selection()
        if reply.groups:
            self._body.setCurrentWidget(self._panes)
            self._take_focus()
        elif self.header.is_filtered:
            self._show_empty(self.tr("No group is like that"), self.tr("Show all"), "no-match")
        elif reply.uncompared:
            words = self.tr("%Ln document(s) still to be compared. What is alike appears here.", "", reply.uncompared)
            self._show_empty(words, drawing="nothing-yet")
        else:
            self._show_empty(self.tr("No two files are alike"), drawing="all-well")

    def _take_focus(self) -> None:
        """Move the focus to the groups when there are some for the first time."""
        if not self._seen and self.isAncestorOf(QApplication.focusWidget() or self):
            self.groups.setFocus()
        self._seen = True

    def _go_to(self, pane: Pane) -> None:
        self._switch.show_pane(pane)
        self._focus_pane()

    def _focus_pane(self) -> None:
        (self.groups, self.members, self.comparison)[self._switch.pane].setFocus()

    def _arrange(self) -> None:
        """Show the totals with the groups, and the plan with all panes but the comparison."""
        pane = self._switch.pane if self._switch.is_narrow else Pane.GROUPS
        self.header.setVisible(pane == Pane.GROUPS)
        self.bar.setVisible(pane != Pane.COMPARISON and bool(self.groups.groups))

    def _show_empty(self, words: str, action: str = "", drawing: str = "nothing-yet") -> None:
        self.empty.set_words(words, action, drawing)
        self._body.setCurrentWidget(self.empty)
        self._switch.show_pane(Pane.GROUPS)

    def _try_again(self) -> None:
        if self.header.is_filtered:
            self.header.clear_filters()
        else:
            self.refresh()

    def _show_group(self, group: Group | None) -> None:
        key = key_of(group) if group else None
        is_new, self._group = key != self._group, key
        self._switch.show_name(one_line(group.members[0].path.name) if group else "")
        self._meaning.setText(explain_group(group) if group else "")
        self.members.show_group(group, is_new=is_new)

    def _compare(self, member: Member | None) -> None:
        group = self.groups.current
        identical = group is not None and group.likeness is MatchKind.IDENTICAL
        self.comparison.compare(group.members[0] if group else None, member, identical=identical)

    def _select(self, member: Member, selected: bool) -> None:
        self._pending_selection = member.path if selected else None
        self._choices.select(member, selected=selected)

    def _explain_refused_selection(self) -> None:
        """Explain why the file just checked cannot be selected."""
        path, self._pending_selection = self._pending_selection, None
        group = self.groups.current
        if path and group and any(each.path == path and not each.selected for each in group.members):
            words = self.tr("{name} cannot be taken here: another group needs it, or takes it already.")
            self.notice.say("warn", words.format(name=one_line(path.name)))

    def _keep(self) -> None:
        group, member = self.groups.current, self.members.current
        if group and member and not member.keep:
            self._choices.keep(group, member.path)

    def _ignore_pair(self) -> None:
        group, member = self.groups.current, self.members.current
        if group and member and not member.keep:
            self._ignored_pairs.keep_apart(group.members[0].path, member.path)

    def _rename(self, member: Member) -> None:
        self._rename_task.rename(member, read_preferences(self._preferences.settings).protected)

    def _follow_rename(self, before: Path, now: Path) -> None:
        """Carry the choices of a renamed file over."""
        self._choices.rename(before, now)
        self.refresh()

    def _rule_folder(self, rule: FolderRule) -> None:
        if self.members.current is not None:
            rule_folder(self._preferences, rule, self.members.current.path.parent)

    def _plan(self, action: Action) -> None:
        self.plan_task.plan(self.review, action)

    def _reset_choices(self) -> None:
        self._choices.forget()
        self.refresh()

    def _show_interrupted(self, found: CutShort) -> None:
        back = self.tr("Put them back") if found.run else ""
        self.notice.say("warn", self._labels.interrupted(found), back, lambda: self.plan_task.undo(found.run))

    def _show_rules(self) -> None:
        dialog = RulesDialog(self._preferences, self._theme, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _lay_out(self) -> None:
        files = QWidget()
        rows = QVBoxLayout(files)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._meaning.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.S)
        rows.addWidget(self._meaning)
        rows.addWidget(self.members, 1)
        self._panes.put(*zip((self.groups, files, self.comparison), _SIZES, strict=True))
        self._body.addWidget(self.empty)
        self._body.addWidget(self._panes)
        above = QVBoxLayout()
        above.setContentsMargins(Spacing.L, 0, Spacing.L, Spacing.S)
        above.addWidget(self.notice)
        above.addWidget(self.arrivals)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(above)
        column.addWidget(self._switch)
        column.addWidget(Hairline())
        column.addWidget(self._body, 1)
        column.addWidget(self.bar)
        self.bar.hide()
