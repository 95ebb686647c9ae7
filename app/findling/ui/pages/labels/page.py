"""Labels page: labels, what bears each, what it is suggested for, and a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from findling.domain.labels import LabelChoice, SuggestionOrder, fold_label
from findling.domain.search import Result
from findling.ipc.failures import Failed
from findling.processes.reader.label_messages import (
    AskLabelFiles,
    AskLabels,
    AskLabelSuggestions,
    LabelCounts,
    LabelFiles,
    LabelSuggestions,
)
from findling.processes.writer.messages import WatchLabel
from findling.ui.i18n.notices import describe
from findling.ui.pages.labels.label_header import LabelHeader, Listing
from findling.ui.pages.labels.label_list import LabelList
from findling.ui.pages.labels.label_orders import LabelOrders
from findling.ui.pages.labels.labelled_list import LabelledList, LabelledRow
from findling.ui.pages.preview.preview_pane import PreviewPane
from findling.ui.services.result_selection import Selection
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Hairline, Label
from findling.ui.widgets.document_actions import DocumentActions
from findling.ui.widgets.empty_state import EmptyState
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QFocusEvent, QShowEvent

    from findling.domain.labels import DocumentLabel
    from findling.processes.reader.messages import Reply
    from findling.ui.services.services import Services
    from findling.ui.widgets.offered_action import OfferedAction

_SIZES = (220, 480, 440)
_ORDERS = {Listing.LEAST_SURE: SuggestionOrder.LEAST_SURE, Listing.SUREST: SuggestionOrder.SUREST}


class LabelsPage(QWidget):
    """Page on which labels are given to what they are suggested for."""

    search_wanted = Signal(str)
    """Name of a label whose files are to be searched."""
    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = services.theme
        self._link, self._writer = services.search, services.writer
        self._known: dict[str, DocumentLabel] = {}
        self._listing = Listing.LEAST_SURE
        self._shown = ""
        self.labels, self.files = LabelList(theme), LabelledList(theme)
        self.header, self.notice = LabelHeader(theme), NoticeBar(theme)
        self.hint = Label(role="meta")
        self.give, self.refuse = Button("", "primary"), Button(self.tr("Not this one"))
        self.preview = PreviewPane(services.search, theme, services.actions, services.shortcuts)
        keys = services.shortcuts.hint("label")
        words = self.tr("No labels yet. Choose files among the results of a search and give them one: {keys}.")
        self.empty = EmptyState(theme, "nothing-yet", words.format(keys=keys))
        self._actions = DocumentActions(self, services, self.notice, self._current_path)
        self._orders = LabelOrders(services.writer, self.notice, self)
        self._wanted = ""
        services.shortcuts.bind("rename", self, self.header.ask_new_name)
        services.shortcuts.bind("undo-label", self, self._orders.undo)
        self._counts = Polling(self._link, self._receive, parent=self)
        self._lists = Polling(self._link, self._receive, parent=self)
        self._body = QStackedWidget()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Ask for the labels and the files of the chosen one, or do so once the page is shown."""
        if self.isVisible():
            self._counts.ask(AskLabels(suggested=True))
            if self.labels.current:
                self._lists.ask(self._question())

    def offered_actions(self) -> list[OfferedAction]:
        """Return the actions on the chosen file."""
        return self._actions.offered()

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for the current state."""
        super().showEvent(event)
        self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Pass the focus on to the labels."""
        super().focusInEvent(event)
        self.labels.setFocus(event.reason())

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setContentsMargins(Spacing.M, Spacing.S, Spacing.M, Spacing.S)
        buttons.setSpacing(Spacing.S)
        buttons.addWidget(self.give)
        buttons.addWidget(self.refuse)
        buttons.addStretch(1)
        self.hint.setContentsMargins(Spacing.M, Spacing.S, Spacing.M, Spacing.S)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, Hairline(), self.hint):
            column.addWidget(part)
        column.addWidget(self.files, 1)
        column.addWidget(Hairline())
        column.addLayout(buttons)
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        for pane in (self.labels, middle, self.preview):
            panes.addWidget(pane)
        panes.setSizes(list(_SIZES))
        panes.setStretchFactor(1, 1)
        self._body.addWidget(self.empty)
        self._body.addWidget(panes)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.notice)
        outer.addWidget(self._body, 1)

    def _connect(self) -> None:
        self._writer.library_changed.connect(self.refresh)
        self._actions.labelling.changed.connect(self.refresh)
        self._actions.add_menu(self.files)
        self.labels.chosen.connect(self._show_label)
        self.labels.entered.connect(self.files.setFocus)
        self.files.left.connect(self.labels.setFocus)
        self.files.chosen.connect(self._show_file)
        self.files.opened.connect(lambda: self._actions.do("open"))
        self.files.given.connect(self._answer_yes)
        self.files.refused.connect(self._answer_no)
        self.give.clicked.connect(self._answer_yes)
        self.refuse.clicked.connect(self._answer_no)
        self.header.listing_chosen.connect(self._choose_listing)
        self.header.watch_toggled.connect(lambda on: self._writer.store(WatchLabel(self.labels.current, on)))
        self.header.remove_agreed.connect(lambda: self._orders.remove(self.labels.current))
        self.header.renamed.connect(self._rename)
        self.header.merge_agreed.connect(lambda name: self._orders.rename(self.labels.current, name, merge=True))
        self._orders.changed.connect(self._follow_order)
        self.header.search_wanted.connect(lambda: self.search_wanted.emit(self.labels.current))
        self.notice.remedy_wanted.connect(self.remedy_wanted)

    def _receive(self, reply: Reply) -> None:
        match reply:
            case LabelCounts(labels):
                self._known = {each.label.name: each.label for each in labels}
                self._body.setCurrentIndex(1 if labels else 0)
                self.labels.show_labels(labels)
                if self._wanted in self._known:
                    self.labels.choose(self._wanted)
                    self._wanted = ""
                if self.labels.current:
                    self.header.show_label(self._known[self.labels.current])
            case LabelFiles(name, files) if name == self.labels.current and self._listing is Listing.BEARERS:
                self._show_rows([LabelledRow(each) for each in files], "")
            case LabelSuggestions(name, suggested) if name == self.labels.current and self._listing in _ORDERS:
                rows = [LabelledRow(each.file, each.probability, each.is_new) for each in suggested]
                self._show_rows(rows, "" if rows else self.tr("Nothing is left to be suggested."))
            case Failed(notice) if self.labels.current:
                self._show_rows([], describe(notice))

    def _rename(self, name: str) -> None:
        """Give the chosen label another name, or ask whether to merge it with the one that has it."""
        others = {fold_label(each): each for each in self._known if each != self.labels.current}
        if fold_label(name) in others:
            self.header.ask_to_merge(others[fold_label(name)])
        else:
            self._orders.rename(self.labels.current, name)

    def _follow_order(self, name: str) -> None:
        """Show the labels as they are now, and choose the one that an order was about."""
        self._wanted = name
        self._counts.ask_instead(AskLabels(suggested=True))
        if name == self.labels.current:
            self._lists.ask_instead(self._question())

    def _show_rows(self, rows: Sequence[LabelledRow], hint: str) -> None:
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))
        self.files.show_rows(rows)
        suggested = self._listing is not Listing.BEARERS
        self.give.setText(self.tr("Give it this label") if suggested else self.tr("Take it off"))
        self.refuse.setVisible(suggested)
        for button in (self.give, self.refuse):
            button.setEnabled(bool(rows))

    def _question(self) -> AskLabelFiles | AskLabelSuggestions:
        name = self.labels.current
        if self._listing is Listing.BEARERS:
            return AskLabelFiles(name)
        return AskLabelSuggestions(name, _ORDERS[self._listing])

    def _show_label(self, name: str) -> None:
        if not name or name == self._shown:
            return
        self._shown = name
        if name in self._known:
            self.header.show_label(self._known[name])
        self._list_again()

    def _choose_listing(self, listing: Listing) -> None:
        self._listing = listing
        self._list_again()

    def _list_again(self) -> None:
        self.files.show_rows([])
        self._lists.ask_instead(self._question())

    def _show_file(self, row: LabelledRow | None) -> None:
        file = row.file if row else None
        found = Result.of_file(file.path, file.title, file.kind, file.modified_ns) if file else None
        self.preview.show_selection(Selection(found, "", -1) if found else None)

    def _current_path(self) -> Path | None:
        row = self.files.current
        return None if row is None else row.file.path

    def _answer_yes(self) -> None:
        """Give the label to what it is suggested for, or take it from what bears it."""
        if self._listing is Listing.BEARERS:
            self._answer(LabelChoice.NONE, LabelChoice.GIVEN)
        else:
            self._answer(LabelChoice.GIVEN, LabelChoice.NONE)

    def _answer_no(self) -> None:
        """Refuse a suggestion, or take the label from what bears it."""
        if self._listing is Listing.BEARERS:
            self._answer(LabelChoice.NONE, LabelChoice.GIVEN)
        else:
            self._answer(LabelChoice.REFUSED, LabelChoice.NONE)

    def _answer(self, choice: LabelChoice, back: LabelChoice) -> None:
        row = self.files.current
        if row is None:
            return
        self._actions.labelling.choose(self.labels.current, (row.file.path,), choice, back)
        # It goes at once, so that the next one can be answered.
        self._show_rows([each for each in self.files.rows.rows if each != row], "")
