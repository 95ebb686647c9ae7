"""Adoption of a model: it is installed, tried, and chosen if it is what was published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from pathlib import Path

    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.processes.model_jobs.messages import Install, Job, Outcome
    from findling.ui.ipc.model_job_client import ModelJobClient
    from findling.ui.services.preferences import Preferences


class ModelAdoption(QObject):
    """Installs one model at a time and then has it used, whichever page is shown meanwhile."""

    began = Signal(object)
    """The `Install` that runs from now on."""
    progressed = Signal(object)
    """The `Transfer` so far."""
    ended = Signal()
    """End of an installation: done, refused, or left off."""
    refused = Signal(object)
    """The `Notice` of why it came to nothing."""

    def __init__(
        self,
        paths: LibraryPaths,
        preferences: Preferences,
        work: ModelJobClient | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Prepare to adopt models; `work` runs the jobs, by default in processes of its own."""
        super().__init__(parent)
        self._paths, self._preferences = paths, preferences
        self._job: Install | None = None
        self._work: ModelJobClient | None = None
        if work is not None:
            self._employ(work)

    @property
    def work(self) -> ModelJobClient:
        """Client of jobs on models, imported and made when first needed, after the first paint."""
        if self._work is None:
            from findling.ui.ipc.model_job_client import ModelJobClient

            return self._employ(ModelJobClient(self._paths, parent=self))
        return self._work

    @property
    def job(self) -> Install | None:
        """The installation that runs; None for none."""
        return self._job

    def adopt(self, model: str, folder: Path | None = None) -> None:
        """Install a model from the hub or a folder, then use it; another one on its way is stopped."""
        from findling.processes.model_jobs.messages import Install

        if self._job is not None and self._job.model != model:
            self.stop()
        self._job = Install(model, folder)
        self.work.start(self._job)
        self.began.emit(self._job)

    def stop(self) -> None:
        """Leave off; what has arrived is kept for the next time."""
        if self._job is not None:
            self.work.stop(self._job.model)

    def _employ(self, work: ModelJobClient) -> ModelJobClient:
        self._work = work
        work.progressed.connect(self._note_progress)
        work.done.connect(self._finish)
        work.refused.connect(self._refuse)
        work.stopped.connect(lambda job: self._settle(job))
        return work

    def _note_progress(self, job: Job, progress: object) -> None:
        from findling.domain.job_progress import Transfer

        if job == self._job and isinstance(progress, Transfer):
            self.progressed.emit(progress)

    def _finish(self, job: Job, outcome: Outcome) -> None:
        from findling.processes.model_jobs.messages import Installed

        if not self._settle(job) or not isinstance(outcome, Installed):
            return
        found = outcome.verification
        if found is not None and not found.ok:
            wrong = ModelMessage.NOT_AS_IT_SHOULD_BE(model=outcome.model, names=found.failed)
            self.refused.emit(wrong.advising(ModelRemedy.REMOVE_OR_INSTALL_AGAIN()))
        else:
            self._preferences.change(model=outcome.model)

    def _refuse(self, job: Job, notice: Notice) -> None:
        if self._settle(job):
            self.refused.emit(notice)

    def _settle(self, job: Job) -> bool:
        """Forget the installation if it is this job; return whether it is."""
        if job != self._job:
            return False
        self._job = None
        self.ended.emit()
        return True
