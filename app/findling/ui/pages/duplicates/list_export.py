"""Export of the groups as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from findling.ipc.failures import Failed
from findling.processes.reader.duplicate_messages import ListWritten, WriteList
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.translation import isolate
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from findling.domain.duplicates import ListForm, Review
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.widgets.notice_bar import NoticeBar


class ListExport(QObject):
    """Asks for a file and has the list written there."""

    def __init__(self, link: ReaderClient, notice: NoticeBar, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._notice = notice
        self._polling = Polling(link, self._handle_reply, rest_ms=0, parent=self)

    def save(self, review: Review, form: ListForm) -> None:
        """Save the groups of a review."""
        name = self.tr("Duplicates")
        proposed, kinds = f"{name}.{form.value}", f"*.{form.value}"
        file, _ = QFileDialog.getSaveFileName(self._owner, self.tr("Save the list"), proposed, kinds)
        if file:
            self._polling.ask_instead(WriteList(review, Path(file), form))

    def _handle_reply(self, reply: Reply) -> None:
        match reply:
            case ListWritten(file):
                words = self.tr("The list is saved as {name}.").format(name=isolate(one_line(file.name)))
                self._notice.say("good", words)
            case Failed(notice):
                self._notice.tell("bad", notice)
