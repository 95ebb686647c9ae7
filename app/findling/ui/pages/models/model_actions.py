"""Actions of the model cards: ask, start the job, and show its outcome on the card."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from findling.domain.job_progress import BuildStep, Transfer
from findling.domain.models import BuildReport, ModelKind, Verification
from findling.embedding.install.hub_address import HUB, hub_name
from findling.processes.model_jobs.messages import (
    CheckFiles,
    Discard,
    Discarded,
    FilesChecked,
    Install,
    Installed,
    SpeedUp,
    Verify,
)
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.pages.models.card_actions import CardAction
from findling.ui.pages.models.model_card import LicenceBox
from findling.ui.pages.models.model_labels import ModelLabels
from findling.ui.widgets.remedies import RemedyAction, find_offers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from findling.messages.notice import Notice
    from findling.processes.model_jobs.messages import Job, Outcome
    from findling.ui.ipc.model_job_client import ModelJobClient
    from findling.ui.pages.models.model_card import ModelView
    from findling.ui.services.file_actions import FileActions
    from findling.ui.services.preferences import Preferences
    from findling.ui.theme.theme import Theme


_ON_CARDS = Install | CheckFiles | Verify | SpeedUp | Discard


class ModelActions(QObject):
    """Serves the cards; one proposal is open at a time, any number of jobs may run."""

    changed = Signal()
    """Change of the models that are installed."""
    working = Signal()
    """Begin or end of an action."""
    remedy_wanted = Signal(object)
    """The `Offer` that the user took up."""

    def __init__(
        self,
        work: ModelJobClient,
        views: Mapping[str, ModelView],
        preferences: Preferences,
        actions: FileActions,
        theme: Theme,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._work, self._views, self._preferences = work, views, preferences
        self._actions, self._theme = actions, theme
        self._words = ModelLabels(self)
        work.progressed.connect(self._show_progress)
        work.done.connect(self._finish)
        work.refused.connect(self._refuse)
        work.stopped.connect(self._show_stopped)

    def serve(self, view: ModelView) -> None:
        """Connect a card's buttons."""
        view.wanted.connect(lambda action: self._propose(view, CardAction(action)))
        view.notice.remedy_wanted.connect(self.remedy_wanted)
        view.strip.cancelled.connect(lambda: self._work.stop(view.offer.card.id))
        view.licence_wanted.connect(lambda: LicenceBox(view.offer.card, self._theme, view.window()).open())
        view.source_wanted.connect(lambda: self._actions.browse(f"{HUB}/{view.offer.card.source}"))

    def install_from(self, view: ModelView, folder: Path) -> None:
        """Install a model from a folder."""
        words = self.tr("Copying from {folder}:").format(folder=formatting.short(formatting.folder(folder)))
        self._begin(view, Install(view.offer.card.id, folder), words)

    def _propose(self, view: ModelView, action: CardAction) -> None:
        match action:
            case CardAction.INSTALL:
                self._propose_install(view)
            case CardAction.FROM_FOLDER:
                self._choose_folder(view)
            case CardAction.USE:
                self.propose_use(view)
            case CardAction.CALL_OFF:
                self._preferences.change(model=view.offer.card.id)
            case CardAction.STOP_USING:
                self._preferences.change(reranker="")
            case CardAction.VERIFY:
                self._begin(view, Verify(view.offer.card.id), self.tr("Checking and trying it…"))
            case CardAction.SPEED_UP:
                self._propose_speed_up(view)
            case CardAction.SPEED_UP_GRAPHICS:
                self._propose_speed_up_graphics(view)
            case CardAction.REMOVE:
                self._propose_remove(view)

    def _propose_install(self, view: ModelView) -> None:
        card, hub = view.offer.card, hub_name()
        size = formatting.size(card.bytes) if card.bytes else self.tr("an unknown size")
        words = self.tr(
            "This goes to the internet: {size} from {hub} ({source}). Nothing is sent but the names of these files. If"
            " it breaks off, it goes on where it was."
        ).format(size=size, hub=hub, source=card.source)
        act = partial(self._begin, view, Install(card.id), self.tr("Downloading:"))
        yes = self.tr("Download {size}").format(size=size)
        view.proposal.ask(words, yes, act, origin=view.button(CardAction.INSTALL))

    def _choose_folder(self, view: ModelView) -> None:
        words = self.tr("Folder with the files of {model}").format(model=view.offer.card.id)
        dialog = QFileDialog(view.window(), words)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: self.install_from(view, Path(chosen)))
        dialog.open()

    def propose_use(self, view: ModelView) -> None:
        """Ask whether to use a model, and explain the consequences."""
        if view.offer.card.kind is ModelKind.RERANKER:
            self._propose_reading(view)
        else:
            self._propose_change(view)

    def _propose_reading(self, view: ModelView) -> None:
        model, seconds = view.offer.card.id, view.offer.reranking_seconds
        words = self.tr(
            "Results stand at once, as now. Once a search has rested, {model} reads the thirty best of them again and"
            " puts those first that answer what you asked."
        ).format(model=model)
        cost = (
            self.tr("How long that takes is measured first.")
            if seconds is None
            else self.tr("Here that takes {time}, and the processor is busy meanwhile.").format(
                time=self._words.seconds(seconds)
            )
        )
        act = partial(self._begin, view, CheckFiles(model), self.tr("Checking its files…"))
        view.proposal.ask(
            f"{words} {cost}", self.tr("Use {model}").format(model=model), act, origin=view.button(CardAction.USE)
        )

    def _propose_change(self, view: ModelView) -> None:
        model, cost = view.offer.card.id, view.offer.cost
        if cost is None:
            words = self.tr("From now on, {model} tells what your texts mean.").format(model=model)
        else:
            words = self.tr(
                "{model} has to go through all texts of your library, which takes {time}; no file is opened again for"
                " it. Until that is done, {old} goes on answering; then {model} takes over at once."
            ).format(model=model, time=formatting.about(cost.seconds), old=self._preferences.settings.model)
        option = self.tr("Keep what the models before made, so that going back takes no time")
        view.proposal.ask(
            words,
            self.tr("Use {model}").format(model=model),
            lambda: self._use(view),
            origin=view.button(CardAction.USE),
            option=(option, self._preferences.settings.keep_vectors),
        )

    def _use(self, view: ModelView) -> None:
        self._preferences.change(keep_vectors=view.proposal.is_ticked)
        self._begin(view, CheckFiles(view.offer.card.id), self.tr("Checking its files…"))

    def _propose_speed_up(self, view: ModelView) -> None:
        model = view.offer.card.id
        words = self.tr(
            "A form of {model} that computes in whole numbers is made on this computer: several times as fast. It is"
            " compared with the original on passages of your own, and kept, beside the original, only if the two agree."
            " This takes about a minute."
        ).format(model=model)
        act = partial(self._begin, view, SpeedUp(model), self.tr("Making and comparing the build…"))
        view.proposal.ask(words, self.tr("Make it"), act, origin=view.button(CardAction.SPEED_UP))

    def _propose_speed_up_graphics(self, view: ModelView) -> None:
        model = view.offer.card.id
        words = self.tr(
            "A build of {model} with half as many digits is made on this computer: for graphics cards, half as large."
            " Its vectors are compared with the original's on passages of your own, and it is kept, beside the"
            " original, only if they agree. The processor computes that, which takes some minutes."
        ).format(model=model)
        act = partial(self._begin, view, SpeedUp(model, "fp16"), self.tr("Making and comparing the build…"))
        view.proposal.ask(words, self.tr("Make it"), act, origin=view.button(CardAction.SPEED_UP_GRAPHICS))

    def _propose_remove(self, view: ModelView) -> None:
        card = view.offer.card
        freed = formatting.size(card.bytes) if card.bytes else self.tr("its space")
        again = self.tr("It can be installed again.") if card.source else self.tr("Findling has no other copy of it.")
        words = self.tr("Remove {model}? That frees {size}.").format(model=card.id, size=freed)
        act = partial(self._begin, view, Discard(card.id), self.tr("Removing it…"))
        yes = self.tr("Remove {model}").format(model=card.id)
        view.proposal.ask(f"{words} {again}", yes, act, origin=view.button(CardAction.REMOVE), role="danger")

    def _begin(self, view: ModelView, job: Job, words: str) -> None:
        view.proposal.hide()
        view.notice.hide()
        view.findings.clear()
        view.strip.begin(words)
        view.strip.cancel.setFocus()
        self._work.start(job)
        self.working.emit()

    def _show_progress(self, job: Job, progress: Transfer | BuildStep) -> None:
        view = self._view(job)
        if view is None:
            return
        if view.strip.isHidden():
            # It was begun elsewhere, as by the first run.
            view.strip.begin(self.tr("Downloading:"))
            self.working.emit()
        if isinstance(progress, BuildStep):
            view.strip.show_step(progress)
        else:
            view.strip.show_transfer(progress)

    def _finish(self, job: Job, outcome: Outcome) -> None:
        view = self._settle(job)
        if view is not None:
            self._show_outcome(view, outcome)
        if isinstance(outcome, Installed | Discarded | BuildReport | Verification):
            self.changed.emit()
        match outcome:
            case FilesChecked(model, ModelKind.RERANKER):
                self._preferences.change(reranker=model)
                self.changed.emit()
            case FilesChecked(model):
                self._preferences.change(model=model)

    def _show_outcome(self, view: ModelView, outcome: Outcome) -> None:
        match outcome:
            case Installed(_, None):
                view.notice.say("good", self.tr("It is installed."))
            case Installed(_, Verification() as found):
                view.findings.show_findings(found)
                self._show_installed(view, found)
            case Verification():
                view.findings.show_findings(outcome)
                self._show_verified(view, outcome)
            case BuildReport():
                self._show_built(view, outcome)

    def _show_installed(self, view: ModelView, found: Verification) -> None:
        if found.ok and view.offer.card.id == self._preferences.settings.model:
            view.notice.say("good", self.tr("It is installed, and does what is known of it."))
        elif found.ok:
            words, use = self.tr("It is installed, and does what is known of it."), self.tr("Use it…")
            view.notice.say("good", words, use, partial(self.propose_use, view))
        else:
            words = self.tr("It is installed, but it is not what was published. Look at what was found.")
            view.notice.say("warn", words)

    def _show_verified(self, view: ModelView, found: Verification) -> None:
        if found.ok and found.differs_from:
            words = self.tr("It differs from {model}, which is as large: it is another model, or a damaged copy.")
            view.notice.say("warn", words.format(model=found.differs_from))
        elif found.ok and found.compared:
            view.notice.say("good", self.tr("All is as it should be."))
        elif found.ok:
            view.notice.say("soft", self.tr("Nothing published was there to compare with."))
        else:
            again = self.tr("Install Findling again.") if view.offer.card.bundled else self.tr("Install it again.")
            words = self.tr("It is not as it should be.")
            view.notice.say("bad", f"{words} {again}")

    def _propose_build(self, model: str) -> None:
        """Propose a build, whose card has appeared meanwhile."""
        if model in self._views:
            self.propose_use(self._views[model])

    def _show_built(self, view: ModelView, report: BuildReport) -> None:
        measured = self._words.build(report)
        if report.used:
            words = self.tr("{model} is there.").format(model=report.model)
            act = partial(self._propose_build, report.model)
            view.notice.say("good", f"{words} {measured}", self.tr("Use it…"), act)
        else:
            words = self.tr("The build does not agree closely enough, and was not kept.")
            view.notice.say("warn", f"{words} {measured}")

    def _refuse(self, job: Job, notice: Notice) -> None:
        view = self._settle(job)
        if view is None:
            return
        # The models are here already.
        offers = [offer for offer in find_offers(notice) if offer.action is not RemedyAction.SHOW_MODELS]
        if isinstance(job, Install) and job.folder is None:
            act = partial(self._begin, view, job, self.tr("Downloading:"))
            view.notice.say("bad", describe(notice), self.tr("Try again"), act, offers=offers)
        else:
            view.notice.say("bad", describe(notice), offers=offers)

    def _show_stopped(self, job: Job) -> None:
        view = self._settle(job)
        if view is not None and isinstance(job, Install):
            view.notice.say("soft", self.tr("Left off. What has arrived is kept for the next time."))
        elif view is not None and isinstance(job, SpeedUp):
            view.notice.say("soft", self.tr("Left off. Nothing of the build is kept."))

    def _settle(self, job: Job) -> ModelView | None:
        """End the progress of a job on its card and restore the focus; return the card."""
        view = self._view(job)
        has_focus = view is not None and view.strip.cancel.hasFocus()
        if view is not None:
            view.strip.end()
        self.working.emit()
        if view is not None and has_focus:
            view.focus()
        return view

    def _view(self, job: Job) -> ModelView | None:
        """Return the card of a job's model; None for jobs shown elsewhere."""
        return self._views.get(job.model) if isinstance(job, _ON_CARDS) else None
