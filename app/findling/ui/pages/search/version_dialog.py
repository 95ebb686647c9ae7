"""Dialog of the versions of a document: which there are, and what changed in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QVBoxLayout

from findling.domain.versions import ChangeKind
from findling.ipc.failures import Failed
from findling.processes.reader.history_messages import AskHistory, VersionList
from findling.ui.i18n.formatting import day, folder, one_line
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.line_list import LineList, ListLine
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.domain.versions import Version, VersionChange
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme

_SIZE = QSize(860, 520)
_SIZES = (320, 480)
_MOST_CHANGES = 500
"""Changes of a version that are listed."""


class VersionDialog(QDialog):
    """Versions of a document, newest first, and the changes of the chosen one."""

    opened = Signal(object)
    """The file of a version is to be opened."""

    def __init__(self, link: ReaderClient, theme: Theme, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Versions of {name}").format(name=one_line(path.name)))
        self._versions: tuple[Version, ...] = ()
        self.words = Label(self.tr("Looking for versions…"), "soft")
        self.versions = LineList(theme, self.tr("Versions, newest first"))
        self.changes = LineList(theme, self.tr("What changed in it"))
        self.open_button = Button(self.tr("Open this version"), "primary")
        self.open_button.setEnabled(False)
        close = Button(self.tr("Close"))
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.addWidget(self.versions)
        panes.addWidget(self.changes)
        panes.setSizes(list(_SIZES))
        buttons = QHBoxLayout()
        buttons.setSpacing(Spacing.S)
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(close)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.XL, Spacing.L, Spacing.XL, Spacing.L)
        rows.setSpacing(Spacing.M)
        rows.addWidget(self.words)
        rows.addWidget(panes, 1)
        rows.addLayout(buttons)
        self.resize(_SIZE)
        self.versions.selectionModel().currentChanged.connect(lambda: self._show_changes())
        self.versions.doubleClicked.connect(lambda _: self._open())
        self.open_button.clicked.connect(self._open)
        close.clicked.connect(self.close)
        self._polling = Polling(link, self._receive, rest_ms=0, parent=self)
        self._polling.ask(AskHistory(path))

    @property
    def current(self) -> Version | None:
        """The chosen version."""
        at = self.versions.lines.key_at(self.versions.currentIndex())
        return self._versions[at] if isinstance(at, int) else None

    def _receive(self, reply: Reply) -> None:
        match reply:
            case VersionList(_, versions):
                self._show(versions)
            case Failed(notice):
                self.words.setText(describe(notice))

    def _show(self, versions: tuple[Version, ...]) -> None:
        self._versions = versions
        alone = self.tr("No other version of it is known.")
        many = self.tr("%Ln versions are known, the newest first.", "", len(versions))
        if not all(each.newer_by for each in versions[:-1]):
            many = self.tr("%Ln versions are known; nothing tells the order of some.", "", len(versions))
        self.words.setText(many if len(versions) > 1 else alone)
        self.open_button.setEnabled(bool(versions))
        self.versions.show_lines([self._make_line(at, each) for at, each in enumerate(versions)])
        self.versions.setFocus()
        self._show_changes()

    def _make_line(self, at: int, version: Version) -> ListLine:
        title = f"{day(version.modified_ns)} · {one_line(version.path.name)}"
        place = isolate(folder(version.path.parent))
        if not version.newer_by and version is not self._versions[-1]:
            place = " · ".join((self.tr("order not known"), place))
        return ListLine(at, title, place, "history")

    def _show_changes(self) -> None:
        version = self.current
        if version is None:
            return
        changes = version.changes[:_MOST_CHANGES]
        lines = [self._describe(at, each) for at, each in enumerate(changes)]
        if more := len(version.changes) - len(changes):
            lines.append(ListLine(-1, self.tr("and %Ln more", "", more), "", "ellipsis"))
        if not lines:
            words = self._describe_unchanged(version)
            lines = [ListLine(-1, words, "", "info")]
        self.changes.show_lines(lines)

    def _describe_unchanged(self, version: Version) -> str:
        if version is not self._versions[-1]:
            return self.tr("No word changed.")
        if all(each.newer_by for each in self._versions[-2:-1]):
            return self.tr("The oldest version that is known.")
        return self.tr("Nothing tells whether this or the one above is the older version.")

    def _describe(self, at: int, change: VersionChange) -> ListLine:
        kind = self._name_kind(change.kind)
        before, after = one_line(change.before), one_line(change.after)
        if before and after:
            return ListLine(at, f"{before} → {after}", kind, "type")
        words = self.tr("{kind}, new") if after else self.tr("{kind}, gone")
        icon, tone = ("plus", "good") if after else ("minus", "bad")
        return ListLine(at, after or before, words.format(kind=kind), icon, tone)

    def _name_kind(self, kind: ChangeKind) -> str:
        match kind:
            case ChangeKind.NUMBER:
                return self.tr("number")
            case ChangeKind.DATE:
                return self.tr("date")
            case ChangeKind.NAME:
                return self.tr("name")
            case ChangeKind.NEGATION:
                return self.tr("yes or no")
            case ChangeKind.WORDS:
                return self.tr("words")
            case ChangeKind.CLAUSE:
                return self.tr("sentence or more")

    def _open(self) -> None:
        if (version := self.current) is not None:
            self.opened.emit(version.path)
