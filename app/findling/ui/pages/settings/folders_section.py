"""Section of the patterns for excluded files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from findling.domain.library import ExcludePreview
from findling.ipc.failures import Failed
from findling.processes.reader.library_messages import AskFolders, FolderReports, TryExcludes
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.pages.settings.section import Section
from findling.ui.theme.tokens import Spacing

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from findling.domain.library import FolderReport
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.services.preferences import Preferences

_REST_MS = 500
_FIELD_LINES = 5
_EXAMPLES = ("*.bak", "drafts/", "!drafts/final/")


class FoldersSection(Section):
    """Exclude patterns of all folders, which are tried before they are saved."""

    folders_wanted = Signal()

    def __init__(
        self, preferences: Preferences, link: ReaderClient, anywhere: Path, parent: QWidget | None = None
    ) -> None:
        """Create the section; patterns are tried in `anywhere` while the library has no folder."""
        super().__init__(self.tr("Folders"), parent)
        self._preferences = preferences
        self._link = link
        self._anywhere = anywhere
        self._largest: FolderReport | None = None
        self._question = 0
        go = QPushButton(self.tr("Open the library"))
        go.clicked.connect(self.folders_wanted)
        self._field = QPlainTextEdit(tabChangesFocus=True)
        self._field.setProperty("role", "field")
        _write_left_to_right(self._field)
        self._field.setPlaceholderText("\n".join(map(isolate, _EXAMPLES)))
        self._field.setFixedHeight(self._field.fontMetrics().lineSpacing() * _FIELD_LINES + Spacing.XL)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._try)
        self._field.textChanged.connect(self._rest.start)
        self.add_setting(
            self.tr("Folders that are searched"), self.tr("Added, removed and looked after in the library."), go
        )
        self._patterns = self.add_setting(
            self.tr("Leave out of every folder"),
            self.tr(
                "One name or pattern a line, such as *.bak or drafts/; “!” keeps what an earlier line leaves out. "
                "Hidden and temporary files, and keys, are left out anyway."
            ),
            self._field,
            below=True,
        )
        preferences.changed.connect(self._follow)
        self._show()

    def refresh(self) -> None:
        """Request the folders of the library."""
        self._link.ask(AskFolders(), self._receive_folders)

    def _receive_folders(self, reply: Reply, _final: bool) -> None:
        if isinstance(reply, FolderReports):
            self._largest = max(reply.folders, key=lambda folder: folder.files, default=None)

    def _try(self) -> None:
        self._link.forget(self._question)
        patterns = self._written()
        if patterns == self._preferences.settings.exclude:
            self._patterns.remark("")
            return
        folder = self._largest.path if self._largest else self._anywhere
        self._question = self._link.ask(
            TryExcludes(folder, patterns), lambda reply, _final: self._receive(reply, patterns)
        )

    def _receive(self, reply: Reply, patterns: Sequence[str]) -> None:
        if isinstance(reply, Failed):
            self._patterns.remark(describe(reply.notice), "bad")
        elif isinstance(reply, ExcludePreview) and reply.problem:
            self._patterns.remark(self.tr("Not kept: {problem}").format(problem=describe(reply.problem)), "bad")
        elif isinstance(reply, ExcludePreview):
            before = self._preferences.settings.exclude
            self._preferences.change(exclude=tuple(patterns))
            # A trial also counts files left out by earlier patterns, even by those just removed.
            can_count = self._largest is not None and reply.complete and set(before) <= set(patterns)
            self._patterns.remark(self._describe(reply) if can_count else self.tr("Kept."))

    def _describe(self, trial: ExcludePreview) -> str:
        assert self._largest is not None
        return self.tr("Kept. With all rules, {left_out} of {files} files in {folder} are left out.").format(
            left_out=formatting.count(trial.left_out),
            files=formatting.count(trial.left_out + trial.kept),
            folder=isolate(formatting.folder(self._largest.path)),
        )

    def _written(self) -> tuple[str, ...]:
        return tuple(line for each in self._field.toPlainText().splitlines() if (line := each.strip()))

    def _follow(self, names: frozenset[str]) -> None:
        if "exclude" in names and self._written() != self._preferences.settings.exclude:
            self._show()

    def _show(self) -> None:
        self._field.setPlainText("\n".join(self._preferences.settings.exclude))
        self._rest.stop()


def _write_left_to_right(field: QPlainTextEdit) -> None:
    """Set the direction of patterns, which is the same in every language."""
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    option = field.document().defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    field.document().setDefaultTextOption(option)
