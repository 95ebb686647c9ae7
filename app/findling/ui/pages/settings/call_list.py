"""List of what other programs asked for, filtered by words and cleared."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from findling.domain.sharing import CallOutcome
from findling.ipc.failures import Failed
from findling.processes.reader.call_messages import AskCalls, CallsLogged, ClearCalls
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.i18n.translation import isolate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.confirmation import Confirmation
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.line_list import LineList, ListLine

if TYPE_CHECKING:
    from findling.domain.sharing import Call, LoggedCall
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.theme.theme import Theme

_REST_MS = 300
_SHOWN = 200
_HEIGHT = 220
_NS = 1e9


class CallList(QWidget):
    """The latest calls, those with some words in program, question or files."""

    def __init__(self, link: ReaderClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = link
        self._words = QLineEdit(placeholderText=self.tr("Program, words, file"), clearButtonEnabled=True)
        self._words.setAccessibleName(self.tr("Filter what was asked for"))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._words.textChanged.connect(self._rest.start)
        self._rest.timeout.connect(self.refresh)
        self._again = Button(self.tr("Look again"))
        self._again.setAccessibleName(self._again.text())
        self._again.clicked.connect(self.refresh)
        self._clear = Button(self.tr("Forget all"))
        self._clear.setAccessibleName(self.tr("Forget all that was asked for"))
        self._clear.clicked.connect(self._ask_to_clear)
        self._question = Confirmation(self)
        self._question.agreed.connect(lambda: self._link.ask(ClearCalls(), self._receive))
        self._said = Label("", "soft")
        self._list = LineList(theme, self.tr("What was asked for"))
        self._list.setFixedHeight(_HEIGHT)
        # Beside the field there is no room for them in a narrow window, in some languages.
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.setSpacing(Spacing.S)
        for button in (self._again, self._clear):
            flow.addWidget(button)
        fill(QVBoxLayout(self), self._words, buttons, self._question, self._said, self._list, spacing=Spacing.S)
        self.setFocusProxy(self._words)
        self._list.hide()

    def refresh(self) -> None:
        """Request the calls."""
        self._link.ask(AskCalls(self._words.text(), _SHOWN), self._receive)

    def _ask_to_clear(self) -> None:
        self._question.ask(self.tr("Forget all that was asked for? It cannot be brought back."), self.tr("Forget all"))

    def _receive(self, reply: Reply, _final: bool) -> None:
        if isinstance(reply, Failed):
            self._said.setText(describe(reply.notice))
            self._said.show_role("bad")
        elif isinstance(reply, CallsLogged):
            self._list.show_lines(list(map(self._describe, reply.calls)))
            self._list.setVisible(bool(reply.calls))
            self._said.show_role("soft")
            self._said.setText(self._sum_up(reply))
            self._clear.setEnabled(reply.in_all > 0)

    def _sum_up(self, reply: CallsLogged) -> str:
        if not reply.in_all:
            return self.tr("Nothing was asked for.")
        if not reply.calls:
            return self.tr("None of the calls has these words.")
        return self.tr("%Ln call(s) in all, the latest first.", "", reply.in_all)

    def _describe(self, entry: LoggedCall) -> ListLine:
        call = entry.call
        is_answered = call.outcome is CallOutcome.ANSWERED
        when = f"{formatting.day(entry.at_ns)}, {formatting.clock(entry.at_ns / _NS)}"
        told = self.tr("%Ln file(s) named", "", len(call.files)) if is_answered else self._explain(call)
        names = ", ".join(isolate(formatting.one_line(file)) for file in call.files)
        title = f"{when} · {isolate(formatting.one_line(call.caller))} · {_write_question(call)}"
        detail = f"{told}: {names}" if names else told
        return ListLine(entry.number, title, detail, "search" if is_answered else "shield", "soft")

    def _explain(self, call: Call) -> str:
        if call.outcome is CallOutcome.FAILED:
            return self.tr("Something in Findling went wrong")
        return self.tr("Refused: {reason}").format(reason=isolate(formatting.one_line(call.reason)))


def _write_question(call: Call) -> str:
    """Return what was asked, on one line: the operation, and its arguments without their names."""
    try:
        values = json.loads(call.asked)
    except ValueError:
        values = {}
    words = " ".join(str(value) for value in values.values()) if isinstance(values, dict) else ""
    return isolate(formatting.one_line(f"{call.operation} {words}".strip()))
