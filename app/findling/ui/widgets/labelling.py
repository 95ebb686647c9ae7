"""Labels of files as the user gives, takes and refuses them in the window, with undo."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.domain.labels import LabelChoice, fold_label
from findling.ipc.failures import Failed
from findling.processes.reader.label_messages import AskLabelsOf, LabelsOf
from findling.processes.writer.messages import ChooseLabel
from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.translation import isolate
from findling.ui.widgets.action_palette import ActionPalette
from findling.ui.widgets.offered_action import OfferedAction
from findling.ui.widgets.polling import Polling

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from findling.messages.notice import Notice
    from findling.processes.reader.label_messages import AppliedLabel
    from findling.processes.reader.messages import Reply
    from findling.ui.services.services import Services
    from findling.ui.widgets.notice_bar import NoticeBar


class Labelling(QObject):
    """Asks for a label of some files, has the writer store it, and says so."""

    changed = Signal()
    """A choice of this page is stored."""

    def __init__(self, services: Services, notice: NoticeBar, owner: QWidget) -> None:
        super().__init__(owner)
        self._writer, self._theme = services.writer, services.theme
        self._notice = notice
        self._owner = owner
        self._orders: list[tuple[ChooseLabel, LabelChoice | None]] = []
        self._polling = Polling(services.search, self._receive, rest_ms=0, parent=self)
        self._writer.finished.connect(self._finish)
        self._writer.refused.connect(self._refuse)

    def ask(self, paths: Sequence[Path]) -> None:
        """Have the user choose a label to be given to files, or taken from them."""
        if paths:
            self._polling.ask_instead(AskLabelsOf(tuple(paths)))

    def choose(self, name: str, paths: Sequence[Path], choice: LabelChoice, back: LabelChoice | None) -> None:
        """Store a choice about files.

        Args:
            name: of the label.
            paths: of the files.
            choice: given, refused, or neither.
            back: what undoes it; None where it undoes another one itself.
        """
        command = ChooseLabel(name, tuple(paths), choice)
        self._orders.append((command, back))
        self._writer.store(command)

    def _receive(self, reply: Reply) -> None:
        match reply:
            case LabelsOf(files, labels):
                self._offer(files, labels)
            case Failed(notice):
                self._notice.tell("bad", notice)

    def _offer(self, files: tuple[Path, ...], labels: tuple[AppliedLabel, ...]) -> None:
        names = {fold_label(each.name) for each in labels}

        def make_new(typed: str) -> OfferedAction | None:
            if not typed or fold_label(typed) in names:
                return None
            words = self.tr("New label “{name}”").format(name=isolate(typed))
            return OfferedAction(words=words, icon="plus", do=partial(self._give, typed, files))

        palette = ActionPalette(
            self._theme,
            [self._offer_label(each, files) for each in labels],
            self._owner,
            question=self.tr("Label for %Ln file(s)", "", len(files)),
            make_new=make_new,
        )
        palette.open()

    def _offer_label(self, label: AppliedLabel, files: tuple[Path, ...]) -> OfferedAction:
        name = isolate(one_line(label.name))
        others = tuple(file for file in files if file not in label.files)
        if others:
            words = self.tr("Give “{name}”").format(name=name)
            return OfferedAction(words=words, icon="tag", do=partial(self._give, label.name, others))
        words = self.tr("Take off “{name}”").format(name=name)
        take = partial(self.choose, label.name, files, LabelChoice.NONE, LabelChoice.GIVEN)
        return OfferedAction(words=words, icon="check", do=take)

    def _give(self, name: str, files: tuple[Path, ...]) -> None:
        self.choose(name, files, LabelChoice.GIVEN, LabelChoice.NONE)

    def _finish(self, command: object, _: object) -> None:
        for at, (order, back) in enumerate(self._orders):
            if order == command:
                del self._orders[at]
                self._tell(order, back)
                self.changed.emit()
                return

    def _tell(self, order: ChooseLabel, back: LabelChoice | None) -> None:
        number = len(order.files)
        words = {
            LabelChoice.GIVEN: self.tr("“{name}” is given to %Ln file(s).", "", number),
            LabelChoice.NONE: self.tr("“{name}” is taken off %Ln file(s).", "", number),
            LabelChoice.REFUSED: self.tr("“{name}” is not suggested for %Ln file(s) any more.", "", number),
        }[order.choice]
        words = words.format(name=isolate(one_line(order.name)))
        if back is None:
            self._notice.say("good", words)
            return
        undo = partial(self.choose, order.name, order.files, back, None)
        self._notice.say("good", words, self.tr("Undo"), undo)

    def _refuse(self, command: object, notice: Notice) -> None:
        orders = [order for order, _ in self._orders]
        if command in orders:
            del self._orders[orders.index(command)]
            self._notice.tell("bad", notice)
