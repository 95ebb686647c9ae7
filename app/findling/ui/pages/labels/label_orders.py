"""Labels removed, renamed and made one by the writer, each of which can be undone."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal

from findling.processes.writer.messages import RemoveLabel, RenameLabel, UndoLabelAct
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.translation import isolate

if TYPE_CHECKING:
    from findling.messages.notice import Notice
    from findling.ui.ipc.writer_link import WriterLink
    from findling.ui.widgets.notice_bar import NoticeBar

Order: TypeAlias = "RemoveLabel | RenameLabel | UndoLabelAct"


class LabelOrders(QObject):
    """Changes of whole labels by the writer: tells what came of each, and offers to undo it."""

    changed = Signal(str)
    """An order is carried out; the name that the label has now, "" where it is gone or unknown."""

    def __init__(self, writer: WriterLink, notice: NoticeBar, parent: QObject) -> None:
        super().__init__(parent)
        self._writer, self._notice = writer, notice
        self._orders: list[Order] = []
        writer.finished.connect(self._finish)
        writer.refused.connect(self._refuse)

    def remove(self, name: str) -> None:
        """Take a label from all files."""
        self._give(RemoveLabel(name))

    def rename(self, name: str, new_name: str, *, merge: bool = False) -> None:
        """Give a label another name; only with `merge` does it join a label that has the name."""
        self._give(RenameLabel(name, new_name, merge))

    def undo(self, name: str = "") -> None:
        """Undo what was done last with a label, or with any."""
        self._give(UndoLabelAct(name))

    def _give(self, order: Order) -> None:
        self._orders.append(order)
        self._writer.store(order)

    def _finish(self, command: object, _: object) -> None:
        for at, order in enumerate(self._orders):
            if order == command:
                del self._orders[at]
                self._tell(order)
                return

    def _tell(self, order: Order) -> None:
        name = isolate(one_line(order.name))
        match order:
            case RemoveLabel():
                self._offer_undo(self.tr("“{name}” is removed.").format(name=name), order.name)
                self.changed.emit("")
            case RenameLabel(_, new_name, merge):
                words = (
                    self.tr("“{name}” and “{new_name}” are one now.")
                    if merge
                    else self.tr("“{name}” is called “{new_name}” now. A search for the name before finds it too.")
                )
                self._offer_undo(words.format(name=name, new_name=isolate(one_line(new_name))), order.name)
                self.changed.emit(" ".join(new_name.split()))
            case UndoLabelAct():
                self._notice.say("good", self.tr("It is undone."))
                self.changed.emit(order.name)

    def _offer_undo(self, words: str, name: str) -> None:
        self._notice.say("good", words, self.tr("Undo"), partial(self.undo, name))

    def _refuse(self, command: object, notice: Notice) -> None:
        if command in self._orders:
            self._orders = [order for order in self._orders if order != command]
            self._notice.tell("bad", notice)
