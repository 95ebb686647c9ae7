"""Question with all that models found for it, shown blind, for the user to mark answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from findling.domain.judgements import JudgedAnswer
from findling.ui.i18n import formatting
from findling.ui.i18n.translation import isolate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from findling.domain.trials import AnswerPool

_SHOWN = 300
"""Characters of a passage: what is read in a second or two."""
_KEYS = range(1, 10)


class JudgingView(QWidget):
    """One question at a time; digits mark answers, Enter goes on, S leaves a question for later."""

    judged = Signal(str, object)
    """A question, and the tuple of `JudgedAnswer`."""
    skipped = Signal(str)
    """A question that is left for later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pool: AnswerPool | None = None
        self._left, self._question = Label(role="soft"), Label(role="title")
        self._help = Label(self.tr("Mark what answers it: by the digits, Enter to go on, S for later."), "soft")
        self._answers = QWidget()
        self._list = QVBoxLayout(self._answers)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(Spacing.S)
        self.boxes: list[QCheckBox] = []
        self.next, self.later = Button(self.tr("Next"), "primary"), Button(self.tr("Later"))
        self.next.clicked.connect(self._judge)
        self.later.clicked.connect(self._skip)
        self._lay_out()
        self.hide()

    @property
    def question(self) -> str:
        """The question that is shown; "" for none."""
        return self._pool.question if self._pool and not self.isHidden() else ""

    def show_pool(self, pool: AnswerPool | None) -> None:
        """Show a question; None for none."""
        self.setVisible(pool is not None)
        if pool is None or pool == self._pool:
            self._pool = pool
            return
        has_focus = self.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._pool = pool
        self._left.setText(self.tr("%Ln question(s) to judge", "", pool.left))
        self._question.setText(isolate(pool.question))
        self._show_answers(pool)
        self.next.setEnabled(True)
        if has_focus:
            self.focus()

    def focus(self) -> None:
        """Take the focus, at the first answer."""
        (self.boxes[0] if self.boxes else self.next).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Mark by digits, go on by Enter, leave for later by S."""
        key, is_enter = event.text(), event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key.isdecimal() and int(key) in _KEYS and int(key) <= len(self.boxes):
            self.boxes[int(key) - 1].toggle()
        elif key.lower() == "s" or (is_enter and self.later.hasFocus()):
            self._skip()
        elif is_enter and self.next.isEnabled():
            self._judge()
        else:
            super().keyPressEvent(event)

    def _show_answers(self, pool: AnswerPool) -> None:
        while self._list.count():
            item = self._list.takeAt(0)
            if widget := item.widget() if item else None:
                widget.hide()
                widget.deleteLater()
        self.boxes = []
        for number, answer in enumerate(pool.answers, start=1):
            title = formatting.short(formatting.one_line(answer.title or answer.path.name), 90)
            box = QCheckBox(f"{formatting.count(number)}  {isolate(title)}".replace("&", "&&"))
            passage = formatting.one_line(_cut(answer.passage))
            box.setAccessibleDescription(passage)
            box.setToolTip(formatting.folder(answer.path))
            self.boxes.append(box)
            self._list.addWidget(box)
            if passage:
                self._list.addWidget(Label(isolate(passage), "soft"))

    def _judge(self) -> None:
        if self._pool is None:
            return
        # Until the next question comes, a second press would judge this one twice.
        self.next.setEnabled(False)
        marked = zip(self._pool.answers, self.boxes, strict=True)
        answers = tuple(JudgedAnswer(each.content, each.path, box.isChecked()) for each, box in marked)
        self.judged.emit(self._pool.question, answers)

    def _skip(self) -> None:
        if self._pool is not None:
            self.skipped.emit(self._pool.question)

    def _lay_out(self) -> None:
        buttons = QWidget()
        line = FlowLayout(buttons)
        line.setSpacing(Spacing.S)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.next)
        line.addWidget(self.later)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Spacing.S)
        for part in (self._left, self._question, self._help, self._answers, buttons):
            rows.addWidget(part)


def _cut(passage: str) -> str:
    """Return the beginning of a passage, on one line and up to the end of a word."""
    words = " ".join(passage.split())
    return words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(" ", 1)[0] + " …"
