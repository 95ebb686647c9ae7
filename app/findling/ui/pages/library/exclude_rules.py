"""Exclude rules of a folder, edited in place above a preview of their effect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from findling.domain.library import ExcludePreview
from findling.ipc.failures import Failed
from findling.processes.reader.library_messages import TryExcludes
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.theme.tokens import Spacing, TextSize
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme

_KEPT = "!"
_COMMENT = "#"


@dataclass(frozen=True, slots=True)
class Rules:
    """Patterns in .gitignore's language, without the "!" of those that are kept.

    Attributes:
        leave_out: patterns of excluded files.
        keep: patterns of files that are kept although another pattern, or a built-in rule, excludes them.
    """

    leave_out: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()

    @classmethod
    def of(cls, patterns: Iterable[str]) -> Rules:
        """Parse a folder's patterns."""
        lines = [line for each in patterns if (line := each.strip()) and not line.startswith(_COMMENT)]
        return cls(
            tuple(line for line in lines if not line.startswith(_KEPT)),
            tuple(line.removeprefix(_KEPT) for line in lines if line.startswith(_KEPT)),
        )

    @classmethod
    def typed(cls, leave_out: str, keep: str) -> Rules:
        """Parse typed text, a pattern on each line; a "!" before a kept one is ignored."""
        left_out = (line.strip() for line in leave_out.splitlines())
        kept = (line.strip().removeprefix(_KEPT) for line in keep.splitlines())
        return cls(_unique(left_out), _unique(kept))

    @property
    def patterns(self) -> tuple[str, ...]:
        """All patterns in the engine's form; later ones win."""
        return (*self.leave_out, *(_KEPT + each for each in self.keep))


def _unique(lines: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, lines)))


translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Patterns with a name for users."""

    words: str
    patterns: tuple[str, ...]


def suggestions() -> tuple[Suggestion, ...]:
    """Return common patterns to exclude."""
    return (
        Suggestion(translate("Suggestions", "Videos"), ("*.mp4", "*.mkv", "*.avi", "*.mov", "*.webm")),
        Suggestion(translate("Suggestions", "Music"), ("*.mp3", "*.flac", "*.ogg", "*.m4a", "*.wav")),
        Suggestion(
            translate("Suggestions", "Pictures"), ("*.jpg", "*.jpeg", "*.png", "*.gif", "*.tif", "*.tiff", "*.heic")
        ),
        Suggestion(translate("Suggestions", "Archives"), ("*.zip", "*.7z", "*.rar", "*.tar", "*.tar.*", "*.tgz")),
        Suggestion(translate("Suggestions", "Programs"), ("*.exe", "*.msi", "*.dmg", "*.deb", "*.rpm", "*.iso")),
        Suggestion(translate("Suggestions", "Folders named Backup"), ("[Bb]ackup/", "[Bb]ackups/")),
        Suggestion(translate("Suggestions", "Folders named Old"), ("[Oo]ld/",)),
    )


_TYPING_MS = 300
_LINES = 5
_EXAMPLES = 6
_NARROW = 420


class RulesPanel(QWidget):
    """Two lists of patterns, suggestions to add, and a preview of their effect."""

    saved = Signal(tuple)
    """The patterns, as the engine takes them."""
    closed = Signal()

    def __init__(
        self, folder: Path, patterns: tuple[str, ...], link: ReaderClient, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._before = Rules.of(patterns)
        self._leave_out = _Lines(self._before.leave_out, "*.zip", theme)
        self._keep = _Lines(self._before.keep, "*.key", theme)
        self._preview = Label()
        self._examples = Label(role="meta")
        self._save = Button(self.tr("Save rules"), "primary")
        self._save.clicked.connect(lambda: self.saved.emit(self.rules.patterns))
        self._polling = Polling(link, self._handle_reply, parent=self)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._request_preview)
        self._lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        for lines in (self._leave_out, self._keep):
            lines.textChanged.connect(self._follow)
        self._follow()
        self._request_preview()

    @property
    def rules(self) -> Rules:
        """The rules as currently typed."""
        return Rules.typed(self._leave_out.toPlainText(), self._keep.toPlainText())

    @property
    def preview(self) -> str:
        """Text of the preview."""
        return self._preview.text()

    def add(self, patterns: tuple[str, ...]) -> None:
        """Exclude more patterns."""
        written = self.rules.leave_out
        self._leave_out.setPlainText("\n".join((*written, *(each for each in patterns if each not in written))))

    def focus(self) -> None:
        """Focus the first list."""
        self._leave_out.setFocus()

    def cancel_requests(self) -> None:
        """Cancel pending requests."""
        self._typing.stop()
        self._polling.forget()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close without saving on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the lists in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._lists.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _lay_out(self) -> None:
        lists = self._lists
        lists.setSpacing(Spacing.L)
        for words, lines in ((self.tr("&Leave out"), self._leave_out), (self.tr("But &keep"), self._keep)):
            label = Label(words)
            label.setBuddy(lines)
            lines.setAccessibleName(words.replace("&", ""))
            column = QVBoxLayout()
            column.setSpacing(Spacing.XS)
            column.addWidget(label)
            column.addWidget(lines)
            lists.addLayout(column, 1)
        how = self.tr(
            "One pattern a line: *.zip for files that end so, Backup/ for folders of that name, /Drafts/ for the one at"
            " the top."
        )
        always = self.tr(
            "Always left out are hidden files and folders, what programs make and can make again (node_modules,"
            " __pycache__, *.tmp …), system folders and the bin, and files of keys and passwords. A line under"
            " “But keep” takes one back."
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, Spacing.S, Spacing.S, Spacing.XS)
        rows.setSpacing(Spacing.S)
        rows.addLayout(lists)
        rows.addWidget(Label(how, "meta"))
        rows.addWidget(self._preview)
        rows.addWidget(self._examples)
        rows.addWidget(Label(always, "meta"))
        rows.addSpacing(Spacing.XS)
        rows.addLayout(self._lay_out_buttons())

    def _lay_out_buttons(self) -> FlowLayout:
        more = Button(self.tr("Leave out more"))
        menu = QMenu(more)
        for each in suggestions():
            action = menu.addAction(each.words)
            action.triggered.connect(lambda _=False, patterns=each.patterns: self.add(patterns))
        more.setMenu(menu)
        leave = Button(self.tr("Cancel"))
        leave.clicked.connect(self.closed)
        buttons = FlowLayout()
        buttons.setSpacing(Spacing.S)
        for button in (self._save, leave, more):
            buttons.addWidget(button)
        return buttons

    def _follow(self) -> None:
        self._save.setEnabled(self.rules != self._before)
        self._typing.start()

    def _request_preview(self) -> None:
        self._typing.stop()
        self._polling.ask_instead(TryExcludes(self._folder, self.rules.patterns))

    def _handle_reply(self, reply: Reply) -> None:
        if isinstance(reply, Failed):
            self._show_problem(describe(reply.notice))
        elif isinstance(reply, ExcludePreview):
            self._show_preview(reply)

    def _show_preview(self, preview: ExcludePreview) -> None:
        if preview.problem:
            self._show_problem(describe(preview.problem))
            return
        self._preview.show_role("")
        files = self.tr("%Ln file(s)", "", preview.kept + preview.left_out)
        words = (
            self.tr("Leaves out {count} of {files}.")
            if preview.complete
            else self.tr("Leaves out {count} of the first {files}; there are more than were looked at.")
        )
        self._preview.setText(words.format(count=formatting.count(preview.left_out), files=files))
        examples = [formatting.one_line(each) for each in preview.examples[:_EXAMPLES]]
        self._examples.setVisible(bool(examples))
        self._examples.setText(self.tr("For example {names}").format(names=self.tr(", ").join(examples)))

    def _show_problem(self, problem: str) -> None:
        self._preview.show_role("bad")
        self._preview.setText(problem)
        self._examples.hide()
        self._save.setEnabled(False)


class _Lines(QPlainTextEdit):
    """Short list of patterns, one on each line; Tab leaves it."""

    def __init__(self, patterns: tuple[str, ...], example: str, theme: Theme) -> None:
        super().__init__("\n".join(patterns))
        self.setProperty("role", "field")
        self.setPlaceholderText(example)
        self.setTabChangesFocus(True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFont(theme.font(TextSize.BODY, mono=True))
        # Patterns run from left to right, whatever the language of the window.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 2 * Spacing.M)
