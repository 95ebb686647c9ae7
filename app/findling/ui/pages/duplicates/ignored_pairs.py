"""Pairs of files that the user does not take for duplicates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.processes.writer.messages import KeepApart
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.translation import isolate

if TYPE_CHECKING:
    from pathlib import Path

    from findling.domain.duplicates import Group
    from findling.messages.notice import Notice
    from findling.ui.ipc.writer_link import WriterLink
    from findling.ui.widgets.notice_bar import NoticeBar


class IgnoredPairs(QObject):
    """Stores ignored pairs in the library and reports it, with an undo."""

    changed = Signal()
    """A pair is kept apart from now on, or no longer."""

    def __init__(self, writer: WriterLink, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._writer = writer
        self._notice = notice
        writer.finished.connect(self._finish)
        writer.refused.connect(self._refuse)

    def keep_apart(self, first: Path, second: Path, *, apart: bool = True) -> None:
        """Ignore a pair of files, or stop ignoring it."""
        self._writer.store(KeepApart(first, second, apart))

    def keep_group_apart(self, group: Group) -> None:
        """Ignore each pair of the file that stays with another of its group."""
        for member in group.members[1:]:
            self.keep_apart(group.members[0].path, member.path)

    def _finish(self, command: object, _: object) -> None:
        if not isinstance(command, KeepApart):
            return
        self.changed.emit()
        if command.apart:
            words = self.tr("{one} and {other} are no duplicates from now on.").format(
                one=isolate(one_line(command.first.name)), other=isolate(one_line(command.second.name))
            )
            self._notice.say("good", words, self.tr("Undo"), lambda: self._take_back(command))

    def _take_back(self, command: KeepApart) -> None:
        self.keep_apart(command.first, command.second, apart=False)

    def _refuse(self, command: object, notice: Notice) -> None:
        if isinstance(command, KeepApart):
            self._notice.tell("bad", notice)
