"""Adds folders to the library, and comments where needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.processes.reader.library_messages import MakeSurvey, Surveyed
from findling.ui.services.folder_check import FolderCandidate, FolderVerdict, check_path, comment, name
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.ipc.writer_link import WriterLink
    from findling.ui.widgets.notice_bar import NoticeBar


class FolderAdder(QObject):
    """Adds folders, and asks before adding one that is very wide."""

    added = Signal(object)
    """A folder is on its way into the library."""

    def __init__(
        self, writer: WriterLink, link: ReaderClient, notice: NoticeBar, known: Callable[[], Iterable[Path]]
    ) -> None:
        super().__init__(notice)
        self._writer, self._notice, self._known = writer, notice, known
        self._asked: Path | None = None
        self._polling = Polling(link, self._handle_reply, parent=self)

    def add(self, places: Iterable[Path]) -> None:
        """Add folders."""
        for place in places:
            self._add(check_path(place, self._known()))

    def _add(self, candidate: FolderCandidate) -> None:
        self._polling.forget()
        words = comment(candidate)
        match candidate.verdict:
            case FolderVerdict.FINE:
                self._send(candidate.path)
            case FolderVerdict.AROUND:
                self._send(candidate.path)
                self._notice.say("soft", words)
            case FolderVerdict.WIDE:
                self._ask_about(candidate.path)
            case FolderVerdict.FILE:
                parent = candidate.path.parent
                action = self.tr("Add {folder}").format(folder=name(parent))
                self._notice.say("soft", words, action, lambda: self.add([parent]))
            case FolderVerdict.MISSING:
                self._notice.say("bad", words)
            case _:
                self._notice.say("soft", words)

    def _ask_about(self, path: Path) -> None:
        self._asked = path
        self._question()
        self._polling.ask_instead(MakeSurvey((path,)))

    def _question(self, counts: str = "") -> None:
        path = self._asked
        if path is not None:
            words = f"{comment(FolderCandidate(path, FolderVerdict.WIDE))} {counts}".strip()
            self._notice.say("warn", words, self.tr("Add it anyway"), lambda: self._send(path))

    def _handle_reply(self, reply: Reply) -> None:
        # Words that were put away stay away.
        if isinstance(reply, Surveyed) and reply.surveys and self._notice.words:
            survey = reply.surveys[0]
            documents = self.tr("%Ln document(s)", "", survey.files)
            counts = self.tr("{documents}.") if survey.complete else self.tr("{documents} so far, and more.")
            self._question(counts.format(documents=documents))

    def _send(self, path: Path) -> None:
        self._polling.forget()
        self._writer.add(path)
        self.added.emit(path)
