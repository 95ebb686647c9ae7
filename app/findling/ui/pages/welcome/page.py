"""Page of the first run, with three steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from findling.domain.library import Status
from findling.paths import resources
from findling.processes.model_jobs.messages import Install
from findling.processes.reader.library_messages import AskStatus
from findling.ui.pages.welcome.folders_step import FoldersStep
from findling.ui.pages.welcome.model_step import ModelStep
from findling.ui.pages.welcome.welcome_steps import ReadyStep
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import Label
from findling.ui.widgets.drop_zone import DropZone
from findling.ui.widgets.polling import Polling
from findling.ui.widgets.tab_order import move_focus

if TYPE_CHECKING:
    from pathlib import Path

    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Reply
    from findling.ui.services.services import Services

_WIDTH = 640
_DRAWING = QSize(160, 120)


class WelcomePage(DropZone):
    """Steps for folders, model and first search; reading begins after the first step."""

    done = Signal()
    """The first run is over or was postponed."""
    search_wanted = Signal(str)
    """The typed query; `done` follows."""
    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        link, theme = services.search, services.theme
        super().__init__(theme, parent)
        self._writer, self._adoption, self._preferences = services.writer, services.adoption, services.preferences
        self._added: tuple[Path, ...] = ()
        self.folders = FoldersStep(link, theme)
        self.model = ModelStep(link, theme)
        self.ready = ReadyStep(theme)
        self._theme = theme
        self._drawing = QLabel()
        self._at = Label(role="meta")
        self._steps = QStackedWidget()
        self._status = Polling(link, self._receive, parent=self)
        for step in (self.folders, self.model, self.ready):
            self._steps.addWidget(step)
        self._lay_out()
        self._connect()
        theme.changed.connect(self._draw)
        self._draw()

    @property
    def step(self) -> QWidget | None:
        """The current step."""
        return self._steps.currentWidget()

    def start(self) -> None:
        """Show the first step."""
        self._show(self.folders)
        self.folders.start()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus in the current order of the controls."""
        return move_focus(self.window(), forward=forward)

    def _connect(self) -> None:
        self.folders.confirmed.connect(self._confirm)
        self.folders.choosing.connect(self.choose_folder)
        self.folders.sample_wanted.connect(self._add_sample)
        self.folders.postponed.connect(self._end)
        self.folders.notice.remedy_wanted.connect(self.remedy_wanted)
        self.folders.surveyed.connect(self._weigh)
        self.model.chosen.connect(self._choose_model)
        self.model.back_wanted.connect(lambda: self._show(self.folders))
        self.ready.follow(self._adoption)
        self.ready.search_wanted.connect(self._search)
        self.dropped.connect(self._drop)
        self._writer.library_changed.connect(self._ask)
        self._writer.progressed.connect(self._show_work)
        self._writer.state_changed.connect(self._show_work)
        self._writer.refused.connect(self._show_refusal)

    def _confirm(self, folders: tuple[Path, ...]) -> None:
        """Have the folders read, and take out those confirmed before that are no longer chosen."""
        for folder in folders:
            if folder not in self._added:
                self._writer.add(folder)
        for folder in self._added:
            if folder not in folders:
                self._writer.remove(folder)
        self._added = folders
        self._show(self.model)
        self._weigh()

    def _weigh(self) -> None:
        """Ask which models suit the folders, again when more is known of them."""
        if self.step is self.model:
            self.model.weigh(self.folders.candidates.surveys(), counted=self.folders.estimate() is not None)

    def _choose_model(self, choice: Install | str) -> None:
        self.folders.stop()
        self.model.stop()
        self._show(self.ready)
        if isinstance(choice, Install):
            self._adoption.adopt(choice.model, choice.folder)
        elif choice:
            self._adoption.stop()
            self._preferences.change(model=choice)

    def _add_sample(self) -> None:
        self.folders.stop()
        self._writer.add(resources() / "sample")
        self._show(self.ready)

    def _drop(self, paths: list[Path]) -> None:
        if self.step is self.folders:
            self.folders.add(paths)

    def _show_refusal(self, command: object, notice: Notice) -> None:  # noqa: ARG002 - as the signal has it
        if self.isVisible():
            self._show(self.folders)
            self.folders.notice.tell("bad", notice)

    def _search(self, text: str) -> None:
        if text:
            self.search_wanted.emit(text)
        self._end()

    def _end(self) -> None:
        self.folders.stop()
        self.model.stop()
        self._status.forget()
        self.done.emit()

    def _show(self, step: FoldersStep | ModelStep | ReadyStep) -> None:
        self._steps.setCurrentWidget(step)
        # The page is as high as this step, not as the highest of all.
        for each in (self.folders, self.model, self.ready):
            vertical = QSizePolicy.Policy.Preferred if each is step else QSizePolicy.Policy.Ignored
            each.setSizePolicy(QSizePolicy.Policy.Preferred, vertical)
        number = self._steps.currentIndex() + 1
        self._at.setText(self.tr("Step {number} of {all}").format(number=number, all=self._steps.count()))
        # The choice needs the room.
        self._drawing.setVisible(step is not self.model)
        self.setAcceptDrops(step is self.folders)
        if step is self.ready:
            self.ready.box.setFocus()
            self._ask()
            self._show_work()
        else:
            step.go_on.setFocus()

    def _ask(self) -> None:
        if self.step is self.ready and self.isVisible():
            self._status.ask(AskStatus())

    def _receive(self, reply: Reply) -> None:
        if isinstance(reply, Status):
            self.ready.show_status(reply)

    def _show_work(self) -> None:
        if self.step is self.ready:
            self.ready.show_work(self._writer.state, self._writer.progress)

    def _draw(self) -> None:
        self._drawing.setPixmap(self._theme.drawing("welcome", _DRAWING, self.devicePixelRatioF()))

    def _lay_out(self) -> None:
        column = QWidget()
        column.setMaximumWidth(_WIDTH)
        rows = fill(QVBoxLayout(column), margins=(Spacing.XL, Spacing.XXL, Spacing.XL, Spacing.XL), spacing=Spacing.S)
        rows.addStretch(1)
        rows.addWidget(self._drawing)
        rows.addSpacing(Spacing.S)
        rows.addWidget(self._at)
        rows.addWidget(self._steps)
        rows.addStretch(2)
        page = QWidget()
        page.setProperty("role", "page")
        fill(QHBoxLayout(page), 1, (column, _WIDTH), 1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        fill(QVBoxLayout(self), scroll)
