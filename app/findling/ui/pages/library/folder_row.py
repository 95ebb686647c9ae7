"""Row of a folder: its counts, state and actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.pages.library.exclude_rules import Rules, RulesPanel
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.confirmation import Confirmation
from findling.ui.widgets.controls import Chip, ElidedLabel, IconButton, Label
from findling.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.library import FolderReport
    from findling.messages.notice import Notice
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme

_RULES_SHOWN = 3


class FolderRow(QFrame):
    """One folder; its rules and the confirmation of removal unfold within it."""

    update_wanted = Signal()
    open_wanted = Signal()
    issues_wanted = Signal()
    """The user asks why some of its files are not searchable."""
    rules_changed = Signal(tuple)
    forgotten = Signal()
    """The user has confirmed it."""
    offline_forgotten = Signal()
    """The user has confirmed that the files that are not there are forgotten."""
    menu_wanted = Signal(object)
    """The menu is wanted at this `QPoint` of the screen."""

    def __init__(self, report: FolderReport, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._link, self._theme = link, theme
        self._report = report
        self._note: Notice | None = None
        self._rules: RulesPanel | None = None
        self._name = ElidedLabel(role="title")
        self._counts = ElidedLabel(role="soft")
        self._state = Label(wraps=False)
        # As the counts beside it, so that both stand on one line.
        self._state.setSizePolicy(self._counts.sizePolicy())
        self._exclude = ElidedLabel(role="meta")
        self._trouble = Label(role="warn")
        self._issues_chip = Chip()
        self._issues_chip.clicked.connect(self.issues_wanted)
        self._offline_chip = Chip()
        self._offline_chip.setToolTip(self.tr("Kept though they are not there now, since they may come back"))
        self._offline_chip.clicked.connect(self.ask_before_forgetting_offline)
        self._question = Confirmation(self)
        self._question.agreed.connect(self._forget)
        self._question.declined.connect(self._keep)
        self._offline_question = Confirmation(self)
        self._offline_question.agreed.connect(self.offline_forgotten)
        self._offline_question.declined.connect(self._offline_chip.setFocus)
        self._update, self._open, self._edit, self._remove = self._make_buttons()
        self._rows = QVBoxLayout(self)
        self._lay_out()
        self.show_report(report)

    @property
    def path(self) -> Path:
        """The folder."""
        return self._report.path

    @property
    def offline(self) -> int:
        """Number of its files that are kept though they are not there now."""
        return self._report.offline

    @property
    def words(self) -> tuple[str, ...]:
        """Visible text, line by line."""
        questions = (self._question.label, self._offline_question.label)
        labels = (self._counts, self._state, self._exclude, self._trouble, *questions)
        return tuple(each.accessibleName() or each.text() for each in labels if not each.isHidden())

    @property
    def rules(self) -> RulesPanel | None:
        """The rules while they are edited."""
        return self._rules

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, at the pointer or, by its key, at the control with the focus."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        focused = self.focusWidget()
        at = focused.mapToGlobal(focused.rect().bottomLeft()) if by_key and focused else event.globalPos()
        self.menu_wanted.emit(at)
        event.accept()

    def show_report(self, report: FolderReport, note: Notice | None = None) -> None:
        """Show a folder's figures, and the notice why it could not be scanned, if any."""
        self._report, self._note = report, note
        self._name.show_name(formatting.folder(report.path), str(report.path))
        self.setAccessibleName(self._name.text())
        parts = [self.tr("%Ln file(s)", "", report.files), self.tr("%Ln searchable by their text", "", report.indexed)]
        self._counts.show_name(self.tr(", ").join(parts))
        self._counts.setVisible(bool(report.files))
        unsearchable = report.skipped + report.failed
        self._issues_chip.setVisible(bool(unsearchable))
        self._issues_chip.setText(self.tr("%Ln by name only", "", unsearchable))
        self._offline_chip.setVisible(bool(report.offline))
        self._offline_chip.setText(self.tr("%Ln offline", "", report.offline))
        self._show_state()
        self._show_exclude()

    def show_addition(self) -> None:
        """Show that the folder is being added."""
        self._state.show_role("soft")
        self._state.setText(self.tr("being added"))

    def show_removal(self) -> None:
        """Show that the folder is being removed."""
        self.setEnabled(False)
        self._state.show_role("soft")
        self._state.setText(self.tr("being forgotten"))

    def ask_before_forgetting(self) -> None:
        """Ask whether to remove the folder."""
        files = self.tr("%Ln file(s)", "", self._report.files)
        self._question.ask(
            self.tr("Forget {files} of {folder}? The files themselves stay where they are.").format(
                files=files, folder=formatting.short(formatting.folder(self.path))
            ),
            self.tr("Forget {files}").format(files=files),
        )

    def ask_before_forgetting_offline(self) -> None:
        """Ask whether to forget the files that are kept though they are not there."""
        files = self.tr("%Ln file(s)", "", self._report.offline)
        question = self.tr("{files} of {folder} are not there now, but may come back. Forget them?")
        self._offline_question.ask(
            question.format(files=files, folder=formatting.short(formatting.folder(self.path))),
            self.tr("Forget {files}").format(files=files),
        )

    def edit_rules(self) -> None:
        """Toggle the rules."""
        if self._rules is not None:
            self._close_rules()
            return
        self._rules = RulesPanel(self.path, self._report.exclude, self._link, self._theme)
        self._rules.saved.connect(self._save_rules)
        self._rules.closed.connect(self._close_rules)
        self._rows.addWidget(self._rules)
        self._rules.show()
        self._rules.focus()

    def cancel_requests(self) -> None:
        """Cancel pending requests."""
        if self._rules is not None:
            self._rules.cancel_requests()

    def _show_state(self) -> None:
        waiting = self._report.files - self._report.indexed - self._report.skipped - self._report.failed
        is_there = 0 < self._report.offline < self._report.files
        if self._note and not is_there:
            role, words = "warn", self.tr("not connected")
        elif waiting > 0:
            role, words = "soft", self.tr("%Ln waiting", "", waiting)
        elif not self._report.files:
            role, words = "soft", self.tr("no files")
        else:
            role, words = "good", self.tr("up to date")
        self._state.show_role(role)
        self._state.setText(words)
        self._trouble.setText(formatting.one_line(describe(self._note)) if self._note else "")
        self._trouble.setVisible(self._note is not None)

    def _show_exclude(self) -> None:
        rules = Rules.of(self._report.exclude)
        self._exclude.setVisible(bool(rules.patterns))
        named = self.tr(", ").join(rules.leave_out[:_RULES_SHOWN])
        more = len(rules.patterns) - len(rules.leave_out[:_RULES_SHOWN])
        if more and named:
            words = self.tr("Leaves out {patterns} and has %Ln more rule(s)", "", more)
        else:
            words = self.tr("Leaves out {patterns}") if named else self.tr("Has %Ln rule(s)", "", more)
        self._exclude.show_name(formatting.one_line(words.replace("{patterns}", named)), "\n".join(rules.patterns))

    def _make_buttons(self) -> tuple[IconButton, IconButton, IconButton, IconButton]:
        update = IconButton(self._theme, "refresh-cw", self.tr("Look at this folder again"))
        update.clicked.connect(self.update_wanted)
        reveal = IconButton(self._theme, "folder-open", self.tr("Open this folder"))
        reveal.clicked.connect(self.open_wanted)
        rules = IconButton(self._theme, "sliders-horizontal", self.tr("What is left out of this folder"))
        rules.clicked.connect(self.edit_rules)
        remove = IconButton(self._theme, "trash-2", self.tr("Forget this folder"))
        remove.clicked.connect(self.ask_before_forgetting)
        return update, reveal, rules, remove

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Spacing.XS)
        top.addWidget(self._name, 1)
        for button in (self._edit, self._update, self._open, self._remove):
            top.addWidget(button)
        state_row = QWidget()
        pair = QHBoxLayout(state_row)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(Spacing.S)
        pair.addStrut(self._issues_chip.sizeHint().height())
        pair.addWidget(self._counts)
        pair.addWidget(self._state)
        middle = FlowLayout()
        middle.setSpacing(Spacing.S)
        middle.addWidget(state_row)
        middle.addWidget(self._issues_chip)
        middle.addWidget(self._offline_chip)
        self._rows.setContentsMargins(Spacing.L, Spacing.S, Spacing.S, Spacing.M)
        self._rows.setSpacing(2)
        self._rows.addLayout(top)
        self._rows.addLayout(middle)
        for widget in (self._exclude, self._trouble, self._question, self._offline_question):
            self._rows.addWidget(widget)

    def _save_rules(self, patterns: tuple[str, ...]) -> None:
        self._close_rules()
        self.rules_changed.emit(patterns)

    def _close_rules(self) -> None:
        if self._rules is None:
            return
        self._rules.cancel_requests()
        self._rows.removeWidget(self._rules)
        self._rules.hide()
        self._rules.deleteLater()
        self._rules = None
        self._edit.setFocus()

    def _forget(self) -> None:
        self.show_removal()
        self.forgotten.emit()

    def _keep(self) -> None:
        self._remove.setFocus()
