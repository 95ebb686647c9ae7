"""Group of files with one issue: the reason, its remedy, and the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from findling.domain.files import FileStatus
from findling.domain.reasons import explain
from findling.ui.i18n.notices import describe_message, describe_remedies
from findling.ui.pages.library.issue_list import IssueList
from findling.ui.pages.library.issue_model import IssueModel
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, IconButton, Label

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QListView

    from findling.domain.files import Reason
    from findling.domain.library import FileIssue
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.pages.library.issue_actions import IssueAction
    from findling.ui.services.file_actions import FileActions
    from findling.ui.theme.theme import Theme

_ICON_SIZE = 16


class IssueGroup(QFrame):
    """A reason with its count, its remedy and what the window can do; unfolds to its files."""

    action_wanted = Signal(object, object)
    """An `IssueAction`, and the file that it is done to, or None for all with this reason."""
    file_chosen = Signal()
    """Choice of another file, or of none."""

    def __init__(
        self,
        issue: FileIssue,
        folder: Path | None,
        link: ReaderClient,
        actions: FileActions,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._theme, self._actions = theme, actions
        self._issue = issue
        self._model = IssueModel(issue.reason, folder, link, self)
        self._model.rowsInserted.connect(self._fit)
        self._model.rowsRemoved.connect(self._fit)
        self._icon = QLabel()
        self._fold = IconButton(theme, "chevron-right", "")
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        self._point()
        self._words = Label()
        self._count = Label(role="soft", wraps=False)
        self._remedy = Label(role="soft")
        self._action: IssueAction | None = None
        self._do = Button("", "quiet")
        self._do.clicked.connect(self._carry_out)
        self._files = IssueList(self._model, actions, theme)
        self._files.chosen.connect(self.file_chosen)
        self._files.hide()
        self._inner = QVBoxLayout()
        self._lay_out()
        theme.changed.connect(self._draw_icon)
        self.show_issue(issue)

    @property
    def reason(self) -> Reason:
        """The reason."""
        return self._issue.reason

    @property
    def status(self) -> FileStatus:
        """Status of its files."""
        return self._issue.status

    @property
    def words(self) -> tuple[str, ...]:
        """Visible text."""
        return tuple(each.text() for each in (self._words, self._count, self._remedy) if not each.isHidden())

    @property
    def view(self) -> QListView:
        """The list of its files."""
        return self._files.list

    @property
    def path(self) -> Path | None:
        """The chosen file; None for none, and while the files are folded away."""
        return None if self._files.isHidden() else self._files.path

    @property
    def action(self) -> IssueAction | None:
        """The action that its button offers; None for none."""
        return self._action

    @property
    def model(self) -> IssueModel:
        """Model of its files."""
        return self._model

    def show_issue(self, issue: FileIssue) -> None:
        """Show the current issue and its count."""
        self._issue = issue
        why = explain(issue.reason).notice
        said = describe_message(why)
        words = said[:1].upper() + said[1:]
        self._words.setText(words)
        self._count.setText(self.tr("%Ln file(s)", "", issue.count))
        self._remedy.setText(describe_remedies(why))
        self._remedy.setVisible(bool(why.remedies))
        name = f"{words}, {self._count.text()}"
        self._fold.setAccessibleName(name)
        self._fold.setToolTip(self.tr("Show or hide these files"))
        self._files.list.setAccessibleName(name)
        self._model.expect(issue.count)
        self._draw_icon()

    def offer(self, action: IssueAction | None) -> None:
        """Offer what mends the reason."""
        self._action = action
        self._do.setVisible(action is not None)
        if action is not None:
            self._do.setText(action.label)
            self._do.setAccessibleName(f"{action.label}: {self._words.text()}")

    def take_preview(self, preview: QWidget) -> None:
        """Show a preview of the chosen file below the list."""
        self._inner.addWidget(preview)

    def unfold(self) -> None:
        """Show the files."""
        self._fold.setChecked(True)

    def focus(self) -> None:
        """Focus the fold button."""
        self._fold.setFocus()

    def cancel_requests(self) -> None:
        """Cancel pending requests."""
        self._model.forget()

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's form
        """Toggle on a click anywhere on the text."""
        self._fold.toggle()

    def _unfold(self, unfolded: bool) -> None:
        self._point()
        self._files.setVisible(unfolded)
        if unfolded and not self._model.rowCount():
            self._model.fetchMore(self._files.list.rootIndex())
        if unfolded:
            self._files.choose_first()
        self.file_chosen.emit()

    def _carry_out(self) -> None:
        if self._action is None:
            return
        if not self._action.is_for_one:
            self.action_wanted.emit(self._action, None)
            return
        # It is to be seen what it is done to.
        self.unfold()
        if self.path is not None:
            self.action_wanted.emit(self._action, self.path)

    def changeEvent(self, event: QEvent) -> None:
        """Mirror the arrow with the layout direction."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._point()

    def _point(self) -> None:
        aside = "chevron-left" if self.isRightToLeft() else "chevron-right"
        self._theme.set_icon(self._fold, "chevron-down" if self._fold.isChecked() else aside)

    def _fit(self) -> None:
        self._files.fit()
        if not self._files.isHidden():
            self._files.choose_first()

    def _draw_icon(self) -> None:
        failed = self._issue.status is FileStatus.FAILED
        name, token = ("circle-alert", "warn") if failed else ("info", "soft")
        self._icon.setPixmap(self._theme.pixmap(name, _ICON_SIZE, token, self.devicePixelRatioF()))
        self._icon.setAccessibleName(self._describe_status())

    def _describe_status(self) -> str:
        match self._issue.status:
            case FileStatus.FAILED:
                return self.tr("failed")
            case FileStatus.INDEXED:
                return self.tr("searchable in part")
            case _:
                return self.tr("skipped")

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(Spacing.S)
        header.addWidget(self._fold)
        header.addWidget(self._icon)
        header.addWidget(self._words, 1)
        header.addWidget(self._count)
        header.addWidget(self._do)
        inner = self._inner
        inner.setContentsMargins(Spacing.XXL + Spacing.S, 0, 0, 0)
        inner.setSpacing(Spacing.S)
        inner.addWidget(self._remedy)
        inner.addWidget(self._files)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.S, Spacing.S, Spacing.L, Spacing.S)
        rows.setSpacing(0)
        rows.addLayout(header)
        rows.addLayout(inner)
