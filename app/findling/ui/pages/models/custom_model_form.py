"""Form for a model of the user's own: its folder, name, and facts that its files lack."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from findling.processes.model_jobs.messages import InstallOwn
from findling.ui.i18n import formatting
from findling.ui.i18n.language_names import name_language
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.progress_strip import ProgressStrip
from findling.ui.widgets.tab_order import holds_focus
from findling.ui.widgets.wheel_guard import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from findling.domain.models import FolderModel
    from findling.messages.notice import Notice
    from findling.ui.theme.theme import Theme


class _Source(StrEnum):
    FILES = "files"
    NOTHING = "nothing"
    WORDS = "words"


class PrefixField(QWidget):
    """Prefix of a text for a model: as its files say, nothing, or typed by the user."""

    changed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said: str | None = None
        self.source = ChoiceBox[_Source]((), lambda _: self._show())
        self.source.setPlaceholderText(self.tr("Choose…"))
        self.source.setAccessibleName(name)
        self.words = QLineEdit()
        self.words.setAccessibleName(self.tr("{name}: the words").format(name=name))
        self.words.textChanged.connect(self.changed)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Spacing.S)
        line.addWidget(self.source)
        line.addWidget(self.words, 1)
        line.addStretch()
        self.setFocusProxy(self.source)
        self.ask(None)

    @property
    def is_answered(self) -> bool:
        """True when the prefix is known."""
        return self.source.value in (_Source.FILES, _Source.NOTHING) or bool(self._written)

    @property
    def override(self) -> str | None:
        """The user's prefix; None for that of the files."""
        match self.source.value:
            case _Source.NOTHING:
                return ""
            case _Source.WORDS:
                return self._written
        return None

    def ask(self, said: str | None) -> None:
        """Reset to what the files say; None if they say nothing."""
        self._said = said
        words = self.tr("As its files say: “{words}”") if said else self.tr("As its files say: nothing")
        known = ((_Source.FILES, words.format(words=isolate(said))),) if said is not None else ()
        others = ((_Source.NOTHING, self.tr("Nothing")), (_Source.WORDS, self.tr("These words:")))
        self.source.offer((*known, *others))
        if known:
            self.source.show_value(_Source.FILES)
        else:
            self.source.setCurrentIndex(-1)
        self.words.clear()
        self._show()

    @property
    def _written(self) -> str:
        return self.words.text() if self.source.value is _Source.WORDS else ""

    def _show(self) -> None:
        self.words.setVisible(self.source.value is _Source.WORDS)
        if self.source.value is _Source.WORDS:
            self.words.setFocus()
        self.changed.emit()


_Value = TypeVar("_Value")

_LENGTHS = (128, 256, 384, 512, 1024, 2048, 4096, 8192)
_LANGUAGES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id", "it",
    "ja", "ko", "lt", "lv", "nb", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "vi", "zh",
)  # fmt: skip


class CustomModelForm(QFrame):
    """Shows facts from a model's files and asks for the rest; hidden until a folder is chosen."""

    agreed = Signal(object)
    """The `InstallOwn` that is wanted."""
    install_cancelled = Signal(str)
    """The name of the model that is being installed, and is no longer wanted."""
    other_folder_wanted = Signal()
    """Wish for another folder, as there is no model in this one."""
    examination_cancelled = Signal()
    """The folder that is being looked into is of no interest any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._folder = Path()
        self._is_examining = False
        self._heading = Label(role="title")
        self.name = QLineEdit(maxLength=64)
        self.name.textChanged.connect(self._validate)
        self.graph, self.pooling = self._choice(str), self._choice(str)
        self.length, self.language = self._choice(int), self._choice(str)
        self.query = PrefixField(self.tr("What stands before a question"))
        self.passage = PrefixField(self.tr("What stands before a passage"))
        self.query.changed.connect(self._validate)
        self.passage.changed.connect(self._validate)
        self._made = Label(
            self.tr("Weights without a graph: it is made of them on this computer, in full precision."), "soft"
        )
        self._licence = Label(role="soft")
        self._missing = Label(role="soft")
        self._yes, self._no = Button(self.tr("Install"), "primary"), Button(self.tr("Not now"))
        self._other = Button(self.tr("Choose another folder…"))
        self._other.clicked.connect(self.other_folder_wanted)
        self._yes.clicked.connect(self._agree)
        self._no.clicked.connect(self.hide)
        self.strip, self.notice = ProgressStrip(), NoticeBar(theme)
        set_role(self.notice, "")
        self.strip.cancelled.connect(self._cancel)
        self._graph_name, self._questions, self._buttons = (
            Label(self.tr("Graph"), "soft", wraps=False),
            QWidget(),
            QWidget(),
        )
        self._lay_out()
        self.hide()

    @property
    def missing(self) -> str:
        """Text of the missing facts; "" when complete."""
        return "" if self._missing.isHidden() else self._missing.text()

    def begin_examination(self, folder: Path) -> None:
        """Show that a folder is being examined."""
        self._folder, self._is_examining = folder, True
        name = isolate(formatting.short(formatting.folder(folder)))
        self._heading.setText(self.tr("The model in {folder}").format(folder=name))
        self.notice.hide()
        self._questions.hide()
        self._buttons.hide()
        self.strip.begin(self.tr("Looking into its files…"))
        self.show()
        self.strip.cancel.setFocus()

    def ask(self, said: FolderModel) -> None:
        """Ask for facts that the files do not say."""
        is_here = holds_focus(self)
        self._is_examining = False
        self.strip.end()
        self.name.setText(self._folder.name)
        self._offer(self.graph, [(path, path) for path in said.graphs], known=len(said.graphs) == 1)
        for widget in (self._graph_name, self.graph):
            widget.setVisible(len(said.graphs) > 1)
        self._made.setVisible(said.is_converted)
        licence = self.tr("Licence: {name}").format(name=isolate(said.license)) if said.license else ""
        self._licence.setText("\n".join(filter(None, (licence, *map(describe, said.license_notes)))))
        self._licence.setVisible(bool(self._licence.text()))
        ways = {"mean": self.tr("Mean of all tokens"), "cls": self.tr("First token")}
        self._offer_said(self.pooling, list(ways.items()), said.pooling or None)
        self._offer_said(self.length, [(each, formatting.count(each)) for each in _LENGTHS], said.max_tokens)
        self.query.ask(said.query_prefix)
        self.passage.ask(said.passage_prefix)
        named = sorted(((code, name_language(code)) for code in _LANGUAGES), key=lambda each: each[1])
        self._offer(self.language, [("", self.tr("I do not know")), *named], known=True)
        self._questions.show()
        self._show_buttons(can_install=True)
        self._validate()
        if is_here:
            self.name.setFocus()
        self.name.selectAll()

    def begin(self) -> None:
        """Show that the model is being installed."""
        self.notice.hide()
        self._questions.setEnabled(False)
        self._buttons.hide()
        self.strip.begin(self.tr("Copying and trying it…"))
        self.strip.cancel.setFocus()

    def refuse(self, notice: Notice | None) -> None:
        """Show why examination or installation failed; None if the user stopped it."""
        is_here = holds_focus(self)
        self.end()
        self._show_buttons(can_install=not self._is_examining)
        if notice is not None:
            self.notice.tell("bad", notice)
        elif self._is_examining:
            self.hide()
        if is_here:
            (self._other if self._is_examining else self._yes).setFocus()

    def end(self) -> None:
        """Show that nothing is in progress."""
        self.strip.end()
        self._questions.setEnabled(True)
        self._buttons.show()
        self._validate()

    def _show_buttons(self, *, can_install: bool) -> None:
        self._buttons.show()
        self._yes.setVisible(can_install)
        self._other.setVisible(not can_install)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hide on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.strip.isHidden():
            self.hide()
        else:
            super().keyPressEvent(event)

    def _choice(self, _kind: type[_Value]) -> ChoiceBox[_Value]:
        choice = ChoiceBox[_Value]((), lambda _: self._validate())
        choice.setPlaceholderText(self.tr("Choose…"))
        return choice

    def _offer_said(self, choice: ChoiceBox[_Value], values: Sequence[tuple[_Value, str]], said: _Value | None) -> None:
        """Offer values, the one of the files first."""
        names = dict(values)
        if said is None:
            self._offer(choice, values, known=False)
            return
        words = self.tr("As its files say: {what}").format(what=names.get(said) or formatting.one_line(str(said)))
        self._offer(choice, [(said, words), *(each for each in values if each[0] != said)], known=True)

    def _offer(self, choice: ChoiceBox[_Value], values: Sequence[tuple[_Value, str]], *, known: bool) -> None:
        choice.offer(values)
        choice.setCurrentIndex(0 if known else -1)

    def _agree(self) -> None:
        self.agreed.emit(
            InstallOwn(
                model=self.name.text().strip(),
                folder=self._folder,
                pooling=self.pooling.value or "",
                query_prefix=self.query.override,
                max_tokens=self.length.value,
                passage_prefix=self.passage.override,
                languages=(self.language.value,) if self.language.value else (),
                graph=self.graph.value or "",
            )
        )

    def _cancel(self) -> None:
        if self._is_examining:
            self.examination_cancelled.emit()
        else:
            self.install_cancelled.emit(self.name.text().strip())

    def _validate(self) -> None:
        """Enable installation once all required facts are known."""
        answers = {
            self.tr("a name"): bool(self.name.text().strip()),
            self.tr("which graph"): bool(self.graph.value),
            self.tr("how vectors are made"): bool(self.pooling.value),
            self.tr("the longest input"): self.length.value is not None,
            self.tr("what stands before a question"): self.query.is_answered,
            self.tr("what stands before a passage"): self.passage.is_answered,
        }
        missing = [words for words, is_known in answers.items() if not is_known]
        words = self.tr("Its files do not say all of it; its publisher does. Still to be chosen: {what}.")
        self._missing.setText(words.format(what=self.tr(", ").join(missing)))
        self._missing.setVisible(bool(missing))
        self._yes.setEnabled(not missing)
        self._yes.setAccessibleDescription(self._missing.text() if missing else "")

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Spacing.M)
        grid.setVerticalSpacing(Spacing.S)
        grid.setColumnStretch(1, 1)
        fields: tuple[tuple[Label, QWidget], ...] = (
            (self._caption(self.tr("Name")), self.name),
            (self._graph_name, self.graph),
            (self._caption(self.tr("How vectors are made")), self.pooling),
            (self._caption(self.tr("Longest input, in tokens")), self.length),
            (self._caption(self.tr("What stands before a question")), self.query),
            (self._caption(self.tr("What stands before a passage")), self.passage),
            (self._caption(self.tr("What it understands")), self.language),
        )
        for row, (caption, field) in enumerate(fields):
            grid.addWidget(caption, row, 0)
            grid.addWidget(field, row, 1, Qt.AlignmentFlag(0) if field is self.name else Qt.AlignmentFlag.AlignLeading)
            if not isinstance(field, PrefixField):
                field.setAccessibleName(caption.text())
        buttons = FlowLayout(self._buttons)
        buttons.setSpacing(Spacing.S)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.addWidget(self._yes)
        buttons.addWidget(self._other)
        buttons.addWidget(self._no)
        trust = Label(self.tr("A model is close to a program: install only one whose maker you trust."), "soft")
        asked = QVBoxLayout(self._questions)
        asked.setContentsMargins(0, 0, 0, 0)
        asked.setSpacing(Spacing.M)
        asked.addWidget(self._made)
        asked.addWidget(self._licence)
        asked.addWidget(trust)
        asked.addLayout(grid)
        asked.addWidget(self._missing)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.M)
        rows.setSpacing(Spacing.M)
        for part in (self._heading, self._questions, self.notice, self._buttons, self.strip):
            rows.addWidget(part)

    def _caption(self, words: str) -> Label:
        return Label(words, "soft", wraps=False)
