"""Export of what was found as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from findling.domain.duplicates import ListForm
from findling.ipc.failures import Failed
from findling.processes.reader.export_messages import ResultsWritten, WriteResults
from findling.processes.reader.search_messages import FindSimilar, SearchRequest
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.translation import isolate
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.widgets.notice_bar import NoticeBar

_FORMS = (ListForm.CSV, ListForm.JSON)


class ResultExport(QObject):
    """Asks for a file and has results written there."""

    def __init__(self, link: ReaderClient, notice: NoticeBar, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._notice = notice
        self._polling = Polling(link, self._handle_reply, rest_ms=0, parent=self)

    def save(self, search: SearchRequest | FindSimilar, only: Sequence[Path] = ()) -> None:
        """Save all that a search finds, or some of it."""
        kinds = ";;".join(f"{form.value.upper()} (*.{form.value})" for form in _FORMS)
        name = self.tr("Results")
        proposed = f"{name}.{_FORMS[0].value}"
        chosen, _ = QFileDialog.getSaveFileName(self._owner, self.tr("Save the list"), proposed, kinds)
        if not chosen:
            return
        file = Path(chosen)
        form = ListForm.JSON if file.suffix.lower() == ".json" else ListForm.CSV
        if isinstance(search, FindSimilar):
            question = WriteResults("", file, form, like=search.path, only=tuple(only))
        else:
            question = WriteResults(search.query, file, form, search.mode, search.order, only=tuple(only))
        self._polling.ask_instead(question)

    def _handle_reply(self, reply: Reply) -> None:
        match reply:
            case ResultsWritten(file, number):
                words = self.tr("%Ln result(s) are saved as {name}.", "", number)
                self._notice.say("good", words.format(name=isolate(one_line(file.name))))
            case Failed(notice):
                self._notice.tell("bad", notice)
