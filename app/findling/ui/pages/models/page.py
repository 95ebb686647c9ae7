"""Models page: the models, a switch from one to another, and the hardware."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from findling.domain.library import Status
from findling.domain.models import FolderModel
from findling.ipc.failures import Failed
from findling.processes.model_jobs.messages import Examine, Installed, InstallOwn, Measure, Measured
from findling.processes.reader.library_messages import AskStatus
from findling.processes.reader.model_messages import AskHardware, AskModels, Models, ProviderReports
from findling.ui.i18n import formatting
from findling.ui.ipc.disk_watch import DiskWatch
from findling.ui.pages.models.card_list import CardList
from findling.ui.pages.models.change_panel import ChangePanel
from findling.ui.pages.models.custom_model_form import CustomModelForm
from findling.ui.pages.models.hardware_panel import HardwarePanel
from findling.ui.pages.models.model_actions import ModelActions
from findling.ui.pages.models.trial_panel import TrialPanel
from findling.ui.services.pause import Rest
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.deferred_call import call_soon
from findling.ui.widgets.language_notice import LanguageNotice
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.polling import Polling
from findling.ui.widgets.tab_order import move_focus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QShowEvent

    from findling.domain.library import Progress
    from findling.domain.models import ProviderReport
    from findling.messages.notice import Notice
    from findling.processes.reader.messages import Question, Reply
    from findling.ui.pages.models.model_card import ModelView
    from findling.ui.services.services import Services

_PAGE_WIDTH = 960
_FOCUS_EDGE = 2
"""Margin that a scroll area keeps around it for the mark of the focus."""
_COSTS_REST_MS = 10_000
"""Costs are counted from all texts of the library, and need not follow every file."""
_PROCESSOR = "CPUExecutionProvider"


class ModelsPage(QWidget):
    """Cards, a running switch, and hardware; updated only while visible."""

    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        """Build the page; it asks its questions when it is shown."""
        super().__init__(parent)
        link, theme, preferences = services.search, services.theme, services.preferences
        self._writer, self._pause, self._preferences = services.writer, services.pause, preferences
        self._pending_model = ""
        self._refused: set[type[Question]] = set()
        self._active_model = preferences.settings.model
        self._is_switching = False
        self.work = services.adoption.work
        self.notice, self.languages = NoticeBar(theme), LanguageNotice(theme)
        self.remote = Label(role="warn")
        self.remote.hide()
        self.change = ChangePanel()
        self.cards = CardList(theme, self.work.is_busy)
        self.own = CustomModelForm(theme)
        self.hardware = HardwarePanel(theme)
        self.trial = TrialPanel(services)
        self._model_actions = ModelActions(self.work, self.cards.views, preferences, services.actions, theme, self)
        self._add_own = Button(self.tr("Add a model of your own…"))
        self._page = QWidget()
        self._scroll = QScrollArea(widgetResizable=True)
        self._statuses = Polling(link, partial(self._handle_reply, AskStatus), parent=self)
        self._models = Polling(link, partial(self._handle_reply, AskModels), rest_ms=_COSTS_REST_MS, parent=self)
        self._providers = Polling(link, partial(self._handle_reply, AskHardware), parent=self)
        self._disk = DiskWatch(services.paths.models, parent=self)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Request the current state if the page is visible; showing it does so, too."""
        if self.isVisible():
            self._statuses.ask(AskStatus())
            self._models.ask(AskModels())

    def show_model(self, model: str) -> None:
        """Scroll to a model's card as soon as it is listed."""
        self._pending_model = model
        self._go_to_pending()

    def showEvent(self, event: QShowEvent) -> None:
        """Request the current state."""
        super().showEvent(event)
        self._request_all()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus in layout order."""
        return move_focus(self.window(), forward=forward)

    def _connect(self) -> None:
        self._writer.library_changed.connect(self.refresh)
        self._writer.progressed.connect(self._note_progress)
        self._preferences.changed.connect(self._follow_preferences)
        self.languages.model_wanted.connect(self.show_model)
        self.trial.model_wanted.connect(self.show_model)
        for notice in (self.notice, self.own.notice, self.hardware.notice, self.trial.notice):
            notice.remedy_wanted.connect(self.remedy_wanted)
        self.hardware.remedies.wanted.connect(self.remedy_wanted)
        self._model_actions.remedy_wanted.connect(self.remedy_wanted)
        self._disk.changed.connect(self._request_all)
        self._pause.changed.connect(self._show_rest)
        self.change.pause_toggled.connect(self._pause.toggle)
        self.cards.appeared.connect(self._model_actions.serve)
        self.cards.appeared.connect(self._keep_in_sight)
        self._model_actions.changed.connect(self._request_all)
        self._model_actions.working.connect(self.cards.renew)
        self._add_own.clicked.connect(self._choose_own)
        self.own.agreed.connect(self._install_own)
        self.own.install_cancelled.connect(self.work.stop)
        self.own.other_folder_wanted.connect(self._choose_own)
        self.own.examination_cancelled.connect(self.work.stop_examining)
        self.hardware.measure_wanted.connect(self._measure)
        self.hardware.strip.cancelled.connect(self.work.stop_measuring)
        self.work.done.connect(self._finish)
        self.work.refused.connect(self._refuse)
        self.work.stopped.connect(lambda job: self._refuse(job, None))
        self._show_rest()

    def _handle_reply(self, asked: type[Question], reply: Reply) -> None:
        match reply:
            case Status():
                self._show_status(reply)
            case Models(offers):
                self.cards.show_offers(offers)
                self._go_to_pending()
                if not any(offer.counted for offer in offers):
                    return  # what they cost may still be refused
            case ProviderReports(providers):
                self._show_providers(providers)
            case Failed(notice):
                self._refused.add(asked)
                self.notice.tell("bad", notice, self.tr("Try again"), self._request_all)
                return
        self._take_back_refusal(asked)

    def _take_back_refusal(self, asked: type[Question]) -> None:
        """Hide the error once all failed questions are answered."""
        if asked in self._refused:
            self._refused.remove(asked)
            if not self._refused:
                self.notice.hide()

    def _show_status(self, status: Status) -> None:
        self._active_model, self._is_switching = status.model, status.change is not None
        self._show_use()
        self.change.show_change(status.change, status.model)
        self.hardware.show_status(status)
        self.languages.show_gap(status.gap)
        words = self.tr("The texts of your files are sent to {address}, which embeds them instead of this computer.")
        self.remote.setText(words.format(address=status.remote))
        self.remote.setVisible(bool(status.remote))

    def _show_providers(self, providers: Sequence[ProviderReport]) -> None:
        self.hardware.show_providers(providers)
        self.cards.show_graphics(is_there=any(each.ok and each.name != _PROCESSOR for each in providers))

    def _show_use(self) -> None:
        settings = self._preferences.settings
        self.cards.show_use(settings.model, self._active_model, settings.reranker)

    def _go_to_pending(self) -> None:
        view = self.cards.views.get(self._pending_model)
        if view is not None and self.isVisible():
            self._pending_model = ""
            if view.offer.card.id in self.cards.folded:
                self.cards.unfold()
            # Where a card stands is known once the page is laid out.
            call_soon(view, partial(self._go_to, view))

    def _go_to(self, view: ModelView) -> None:
        self._scroll.verticalScrollBar().setValue(view.mapTo(self._page, view.rect().topLeft()).y() - Spacing.L)
        view.focus()

    def _keep_in_sight(self, view: ModelView) -> None:
        """Scroll proposals of a card into view."""
        # How high it is is known once the page is laid out.
        show = partial(self._scroll.ensureWidgetVisible, view.proposal, 0, Spacing.L)
        view.proposal.asked.connect(lambda: call_soon(view.proposal, show))

    def _note_progress(self, progress: Progress) -> None:
        """Update the progress of a switch, once more after it ended."""
        goes_on = progress.doing == "changing"
        if not goes_on and not self._is_switching:
            return
        self.change.note_progress(progress)
        if self.isVisible():
            self._statuses.ask(AskStatus())

    def _follow_preferences(self, names: frozenset[str]) -> None:
        if names & {"model", "reranker"}:
            self._show_use()
        if "model" in names:
            self._request_all()

    def _request_all(self) -> None:
        if self.isVisible():
            self._statuses.ask_instead(AskStatus())
            self._models.ask_instead(AskModels())
            self._providers.ask_instead(AskHardware())
            self.trial.refresh()

    def _show_rest(self) -> None:
        self.change.show_rest(is_resting=self._pause.rest is not Rest.NOT)

    def _measure(self) -> None:
        self.hardware.show_work(is_busy=True)
        self.work.start(Measure(self._preferences.settings.model))

    def _choose_own(self) -> None:
        words = self.tr("Folder with an .onnx file or a model.safetensors, and a tokenizer.json")
        dialog = QFileDialog(self.window(), words)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.examine(Path(chosen)))
        dialog.open()

    def examine(self, folder: Path) -> None:
        """Examine a folder and ask for facts that its files do not say."""
        self.own.begin_examination(folder)
        self.work.start(Examine(folder))

    def _install_own(self, job: InstallOwn) -> None:
        self.own.begin()
        self.work.start(job)

    def _finish(self, job: object, outcome: object) -> None:
        if isinstance(outcome, Measured):
            self.hardware.show_work(is_busy=False)
            self._show_providers(outcome.providers)
        if isinstance(outcome, FolderModel):
            self.own.ask(outcome)
        if isinstance(job, InstallOwn) and isinstance(outcome, Installed):
            self.own.end()
            self.own.hide()
            self._refused.clear()
            self.notice.say("good", self.tr("{model} is installed.").format(model=formatting.short(outcome.model)))
            self._request_all()

    def _refuse(self, job: object, notice: Notice | None) -> None:
        """Show why a job failed; None if the user stopped it."""
        if isinstance(job, Measure):
            self.hardware.show_work(is_busy=False)
            if notice is not None:
                self.hardware.notice.tell("bad", notice)
        if isinstance(job, InstallOwn | Examine):
            self.own.refuse(notice)

    def _lay_out(self) -> None:
        parts = QWidget()
        parts.setMaximumWidth(_PAGE_WIDTH)
        column = QVBoxLayout(parts)
        column.setContentsMargins(Spacing.XL - _FOCUS_EDGE, Spacing.XL, Spacing.XL - _FOCUS_EDGE, Spacing.XL)
        column.setSpacing(Spacing.M)
        column.addWidget(Label(self.tr("Models"), "heading"))
        promise = self.tr("A model tells what texts mean. It runs on this computer; nothing is downloaded unasked.")
        column.addWidget(Label(promise, "soft"))
        for part in (self.notice, self.remote, self.languages, self.change, self.cards):
            column.addWidget(part)
        column.addWidget(self._add_own, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.own)
        column.addWidget(self.trial)
        column.addSpacing(Spacing.L)
        column.addWidget(Label(self.tr("Hardware"), "title"))
        column.addWidget(self.hardware)
        column.addStretch()
        self._page.setProperty("role", "page")
        across = QHBoxLayout(self._page)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(parts, 1)
        across.addStretch()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._page)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._scroll)
