"""Does one job on the models of a library."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from findling.embedding.catalogue import ModelSpec, Pooling
from findling.embedding.installing.directory import DirectorySource
from findling.embedding.installing.hub import HubSource
from findling.embedding.installing.installer import Installer
from findling.embedding.installing.layout import Told
from findling.embedding.installing.own import describe_own
from findling.embedding.store import ModelStore
from findling.embedding.verification import verify
from findling.engine.hardware import Hardware
from findling.engine.speeding import speed_up
from findling.errors import UsageError
from findling.models import BuildReport, ProviderReport
from findling.modelworker.messages import (
    Check,
    Checked,
    Discard,
    Discarded,
    Install,
    Installed,
    InstallOwn,
    Measure,
    Measured,
    SpeedUp,
    Verify,
)
from findling.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.embedding.catalogue import PublishedModel
    from findling.embedding.installing.source import Source
    from findling.models import Transfer
    from findling.modelworker.messages import Job, Outcome
    from findling.paths import LibraryPaths


class Smith:
    """Works on the models of one library."""

    def __init__(
        self, paths: LibraryPaths, report: Callable[[Transfer], None], should_stop: Callable[[], bool]
    ) -> None:
        """Prepare.

        Args:
            paths: the library.
            report: told how far an installation is.
            should_stop: asked while files arrive.

        Raises:
            ModelError: the catalogue cannot be read.
        """
        self._paths = paths
        self._report = report
        self._should_stop = should_stop
        self._store = ModelStore.open(paths.models)

    def do(self, job: Job) -> Outcome:
        """Do it.

        Raises:
            FindlingError: it cannot be done, and why.
        """
        match job:
            case Install(model, folder):
                spec = self._store.find(model)
                if spec.bundled:
                    raise UsageError(f"The model {model} ships with Findling; there is nothing to install.")
                return self._install(spec, DirectorySource(folder) if folder else HubSource(spec))
            case InstallOwn():
                return self._install_own(job)
            case Check(model):
                self._store.model(model).verify()
                return Checked(model)
            case Verify(model):
                return verify(self._store.model(model))
            case SpeedUp(model):
                return self._speed_up(model)
            case Discard(model):
                return self._discard(model)
            case Measure(model):
                settings = read_settings(self._paths.settings)
                trials = Hardware(self._paths, settings).measure(self._store.model(model), anew=True)
                return Measured(model, tuple(ProviderReport(**asdict(trial)) for trial in trials))

    def _install(self, spec: PublishedModel, source: Source) -> Installed:
        Installer(self._store, report=self._report, should_stop=self._should_stop).install(spec, source)
        return Installed(spec.id, verify(self._store.model(spec.id)) if isinstance(spec, ModelSpec) else None)

    def _install_own(self, job: InstallOwn) -> Installed:
        if job.model in {spec.id for spec in self._store.published()}:
            raise UsageError(f"{job.model} is the name of a published model.", "Choose another name.")
        pooling = Pooling(job.pooling) if job.pooling else None
        told = Told(pooling=pooling, query_prefix=job.query_prefix, max_tokens=job.max_tokens)
        return self._install(describe_own(job.folder, job.model, told), DirectorySource(job.folder))

    def _speed_up(self, model: str) -> BuildReport:
        made = speed_up(self._paths, model)
        agreement = made.agreement
        return BuildReport(
            made.model,
            made.original,
            made.used,
            made.speed,
            made.original_speed,
            made.bytes,
            made.original_bytes,
            agreement.passages,
            agreement.cosine,
            agreement.least,
            agreement.overlap,
        )

    def _discard(self, model: str) -> Discarded:
        if read_settings(self._paths.settings).model == model:
            raise UsageError(f"The model {model} is in use.", "Choose another one first.")
        return Discarded(model, self._store.remove(model))
