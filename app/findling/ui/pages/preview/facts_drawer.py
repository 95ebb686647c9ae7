"""Facts about the shown file, folded away below it."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from findling.domain.library import FileInfo
from findling.domain.preview import AUTHOR, TITLE
from findling.domain.reasons import explain
from findling.format_table import format_of
from findling.formats import PreviewMethod, Unit
from findling.ui.i18n import formatting
from findling.ui.i18n.language_names import name_language
from findling.ui.i18n.notices import describe_message, describe_remedies
from findling.ui.pages.preview.mail_headers import label_property, shorten_property
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import ICON_SIZE, Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import LabelledButton

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from findling.domain.preview import Preview
    from findling.formats import FileKind
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme

_MOST_HEIGHT = 280
_MOST_PEOPLE = 10
_BY_KEYBOARD = Qt.TextInteractionFlag.LinksAccessibleByKeyboard


class FactsDrawer(QWidget):
    """Foldable facts, whose state is kept when another file is shown."""

    similar_wanted = Signal(object)
    """Documents similar to the one at this path are wanted."""
    copy_wanted = Signal(object)
    """The copy at this path is to be shown in its folder."""

    def __init__(self, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._theme = theme
        self._path: Path | None = None
        self._asked: Path | None = None
        self._number = 0
        self._written: tuple[tuple[str, str], ...] = ()
        self._fold = LabelledButton()
        set_role(self._fold, "quiet")
        self._fold.setText(self.tr("Facts"))
        self._fold.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setCheckable(True)
        self._fold.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._fold.toggled.connect(self._unfold)
        theme.set_icon(self._fold, "chevron-right")
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.hide()
        self._clear()
        rule = QFrame()
        set_role(rule, "hairline")
        column = fill(QVBoxLayout(self), rule)
        row = QHBoxLayout()
        # The button has a border and a padding of its own before its arrow.
        row.setContentsMargins(Spacing.XS, Spacing.XS, 0, Spacing.XS)
        row.addWidget(self._fold)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self._scroll)

    def show_file(self, path: Path, preview: Preview | None = None) -> None:
        """Show the facts about another file, with what its preview says of it if there is one."""
        written = list_written(preview) if preview is not None else ()
        if written != self._written:
            self._asked = None
        self._path, self._written = path, written
        if self._fold.isChecked():
            self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the height to the facts, up to a limit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # The scroll area does not know that lines which are broken need more height.
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        height = max(self._form.totalHeightForWidth(self.width() - bar), 0)
        self._table.setMinimumHeight(height)
        self._scroll.setFixedHeight(min(height, _MOST_HEIGHT))
        fits = height <= _MOST_HEIGHT
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(policy)

    def _unfold(self, unfolded: bool) -> None:
        self._theme.set_icon(self._fold, "chevron-down" if unfolded else "chevron-right")
        self._scroll.setVisible(unfolded and self._form.count() > 0)
        if unfolded:
            self._ask()

    def _ask(self) -> None:
        if self._path is None or self._path == self._asked:
            return
        if self._number:
            self._link.forget(self._number)
        path = self._asked = self._path
        from findling.processes.reader.library_messages import AskFileInfo

        self._number = self._link.ask(AskFileInfo(path), lambda reply, _: self._receive(path, reply))

    def _receive(self, path: Path, reply: Reply) -> None:
        if path != self._path:
            return
        self._number = 0
        if isinstance(reply, FileInfo):
            self._show(reply)
        else:
            self._clear()
            self._asked = None
            self._add("", self.tr("Nothing is known of this file."), "soft")
        self._scroll.setVisible(self._fold.isChecked())
        self._fit()

    def _show(self, facts: FileInfo) -> None:
        self._clear()
        if facts.reason is not None:
            why = explain(facts.reason).notice
            self._add("", f"{_sentence(describe_message(why))} {describe_remedies(why)}".strip(), "warn")
        self._add(self.tr("Path"), str(facts.path))
        if facts.kind is not None:
            self._add(self.tr("Kind"), kind_label(facts.kind))
        if facts.is_recognised:
            self._add(self.tr("Text"), self.tr("read by text recognition, which makes mistakes"))
        self._add(self.tr("Size"), formatting.size(facts.size))
        self._add(self.tr("Changed"), formatting.day(facts.modified_ns))
        self._show_origin(facts)
        has_authors = facts.origin is not None and bool(facts.origin.authors)
        for name, value in self._written:
            if name != AUTHOR or not has_authors:
                self._add(label_property(name), shorten_property(value))
        self._add(self.tr("Length"), self._length(facts))
        self._add(self.tr("Language"), known_language_label(facts.language))
        self._add(self.tr("Labels"), ", ".join(map(formatting.one_line, facts.labels)))
        self._add(self.tr("Library folder"), formatting.folder(facts.folder) if facts.folder else self.tr("none"))
        for copy in facts.copies:
            self._add_link(self.tr("Copy"), formatting.folder(copy), partial(self.copy_wanted.emit, copy))
        self._add_link("", self.tr("Similar documents"), partial(self.similar_wanted.emit, facts.path))

    def _show_origin(self, facts: FileInfo) -> None:
        if facts.dates_ns is not None:
            first, last = map(formatting.day, facts.dates_ns)
            self._add(self.tr("Dated"), f"{first} – {last}" if first != last else first)
        if (origin := facts.origin) is None:
            return
        self._add(self.tr("Dated"), formatting.day(origin.dated_ns) if origin.dated_ns is not None else "")
        self._add(self.tr("Subject"), origin.subject)
        for words, people in (
            (self.tr("From"), origin.senders),
            (self.tr("To"), origin.recipients),
            (self.tr("Copies to"), origin.copied),
            (self.tr("Author"), origin.authors),
        ):
            self._add(words, name_first(people))

    def _length(self, facts: FileInfo) -> str:
        parts = []
        if facts.pages:
            in_mail = format_of(facts.kind).unit is Unit.MESSAGE
            parts.append(
                self.tr("%n message(s)", "", facts.pages) if in_mail else self.tr("%n page(s)", "", facts.pages)
            )
        parts += [self.tr("%n word(s)", "", facts.words)] if facts.words else []
        parts += [self.tr("%n passage(s)", "", facts.passages)] if facts.passages else []
        return ", ".join(parts)

    def _clear(self) -> None:
        """Replace the table by an empty one."""
        self._table = QWidget()
        self._form = QGridLayout(self._table)
        self._form.setColumnStretch(1, 1)
        self._form.setContentsMargins(Spacing.L, Spacing.XS, Spacing.L, Spacing.M)
        self._form.setHorizontalSpacing(Spacing.L)
        self._form.setVerticalSpacing(Spacing.XS)
        self._scroll.setWidget(self._table)

    def _add(self, name: str, value: str, role: str = "") -> None:
        if not value:
            return
        label = QLabel(value, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        label.setMinimumWidth(1)  # or a word of hundreds of letters would widen the window
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if role:
            set_role(label, role)
        self._put(name, label)

    def _add_link(self, name: str, words: str, do: Callable[[], None]) -> None:
        label = QLabel(f'<a href="#">{escape(words)}</a>', wordWrap=True)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse | _BY_KEYBOARD)
        label.setAccessibleName(words)
        label.linkActivated.connect(lambda _: do())
        self._put(name, label)

    def _put(self, name: str, field: QWidget) -> None:
        row = self._form.rowCount()
        if not name:
            self._form.addWidget(field, row, 0, 1, 2)
            return
        # Some names are those that files give to their properties.
        label = QLabel(name, textFormat=Qt.TextFormat.PlainText)
        set_role(label, "soft")
        self._form.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._form.addWidget(field, row, 1)


def list_written(preview: Preview) -> tuple[tuple[str, str], ...]:
    """Return title and properties that a document states; of a mail, none."""
    title = ((TITLE, preview.title),) if preview.title not in ("", preview.path.name) else ()
    return title if format_of(preview.kind).preview is PreviewMethod.MAIL else (*title, *preview.headers)


def name_first(people: tuple[str, ...]) -> str:
    """Return people in one line; of a long list the first, and how many there are."""
    shown = ", ".join(map(formatting.one_line, people[:_MOST_PEOPLE]))
    more = len(people) - _MOST_PEOPLE
    return f"{shown}, … (+{formatting.count(more)})" if more > 0 else shown


def known_language_label(code: str) -> str:
    """Return the name of a language; "" if it is unknown."""
    return "" if code in {"", "und"} else name_language(code)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def kind_label(kind: FileKind) -> str:
    """Return the label of a kind of file."""
    return QCoreApplication.translate("Kinds", format_of(kind).label)
