"""What was cleared away so far, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, Signal

from findling.ipc.failures import Failed
from findling.processes.reader.duplicate_messages import AskRuns, Runs
from findling.ui.i18n.notices import describe
from findling.ui.pages.duplicates.list_dialog import ListDialog
from findling.ui.widgets.line_list import ListLine
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.plans import RunReport
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.search_client import SearchClient
    from findling.ui.theme.theme import Theme

_MS = 1_000_000


class HistoryDialog(ListDialog):
    """What was cleared away so far, each time of which can be undone."""

    undo_wanted = Signal(int)
    """The number of the run."""

    def __init__(self, link: SearchClient, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setWindowTitle(self.tr("History"))
        self.title.setText(self.tr("History"))
        self.list.setAccessibleName(self.tr("What was cleared away"))
        self._runs: dict[object, RunReport] = {}
        self._undo = self.add_button(self.tr("Undo"))
        self._undo.setAutoDefault(False)
        self._undo.setEnabled(False)
        self._undo.clicked.connect(self._choose)
        close = self.add_button(self.tr("Close"), "primary")
        close.clicked.connect(self.accept)
        self.list.selectionModel().currentChanged.connect(self._enable)
        self._inquiry = Polling(link, self._hear, rest_ms=0, parent=self)
        self._inquiry.ask(AskRuns())

    def _hear(self, reply: Reply) -> None:
        match reply:
            case Runs(runs):
                self._runs = {run.run: run for run in runs if run.done or run.undone}
                nothing = self.tr("Nothing was cleared away yet.")
                self.words.setText("" if self._runs else nothing)
                self.list.setVisible(bool(self._runs))
                self.list.show_lines([self._describe(run) for run in self._runs.values()])
                self._enable()
                (self.list if self._runs else self).setFocus()
            case Failed(notice):
                self.words.setText(describe(notice))

    def _describe(self, run: RunReport) -> ListLine:
        moment = QDateTime.fromMSecsSinceEpoch(run.started_ns // _MS)
        title = QLocale().toString(moment, self.tr("d MMM yyyy, HH:mm"))
        speech = self.speech
        did, undid = (speech.renamed, speech.named_back) if run.renamed else (speech.cleared, speech.undone)
        detail = did(run.done + run.undone)
        if run.undone:
            detail = self.tr("{done}; {undone}").format(done=detail, undone=undid(run.undone))
        return ListLine(run.run, title, detail, "history")

    def _current(self) -> RunReport | None:
        return self._runs.get(self.list.lines.key_at(self.list.currentIndex()))

    def _enable(self) -> None:
        run = self._current()
        self._undo.setEnabled(run is not None and run.done > 0)

    def _choose(self) -> None:
        run = self._current()
        if run:
            self.accept()
            self.undo_wanted.emit(run.run)
