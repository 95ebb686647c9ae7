"""Runner of one job on the models of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.models import ModelKind
from findling.domain.trials import QuestionOrigin
from findling.embedding.catalogue import Pooling, RerankerSpec
from findling.embedding.encoder import Encoder
from findling.embedding.install.custom_model import ModelOptions, inspect_folder, prepare_custom_model
from findling.embedding.install.hub_source import HubSource
from findling.embedding.install.installer import Installer
from findling.embedding.install.model_source import FolderSource
from findling.embedding.model_store import ModelStore
from findling.embedding.quantise.builder import BuildForm, BuildMonitor
from findling.embedding.remote.configured_server import try_server
from findling.embedding.remote.server_address import ServerAddress
from findling.embedding.remote.server_keys import forget_key, store_key
from findling.embedding.verification import verify
from findling.errors import UsageError
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.models.active_model import remove_model
from findling.models.embedder import installed_model
from findling.models.optimisation import optimise_model
from findling.models.provider_choice import ProviderSelector
from findling.processes.model_jobs.messages import (
    CheckFiles,
    CompareModels,
    Discard,
    Discarded,
    Examine,
    FilesChecked,
    ForgetServer,
    Install,
    Installed,
    InstallOwn,
    Measure,
    Measured,
    ModelsCompared,
    ServerForgotten,
    SpeedUp,
    TryServer,
    Verify,
)
from findling.search.reranker_benchmark import recall_seconds, try_reranker
from findling.settings import load_settings
from findling.trial.compared_models import choose_candidates
from findling.trial.model_trial import ModelTrial, TrialMonitor
from findling.trial.own_questions import list_questions, read_past

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from findling.domain.job_progress import BuildStep, Transfer, TrialProgress
    from findling.domain.models import ServerReport, Verification
    from findling.embedding.catalogue import PublishedModel
    from findling.embedding.install.model_source import ModelSource
    from findling.paths import LibraryPaths
    from findling.processes.model_jobs.messages import Job, ModelJob, Outcome


class ModelJobRunner:
    """Runner of jobs on the models of one library."""

    def __init__(
        self,
        paths: LibraryPaths,
        report: Callable[[Transfer | BuildStep | TrialProgress], None],
        should_stop: Callable[[], bool],
    ) -> None:
        self._paths = paths
        self._report = report
        self._should_stop = should_stop
        self._store = ModelStore.open(paths.models)

    def run(self, job: Job) -> Outcome:
        """Do a job.

        Raises:
            FindlingError: it cannot be done, and why.
        """
        match job:
            case Examine(folder):
                return inspect_folder(folder)
            case TryServer(address, key):
                return self._try_server(address, key)
            case ForgetServer(address):
                forget_key(ServerAddress.parse(address))
                return ServerForgotten()
            case Measure(model):
                settings = load_settings(self._paths.settings).settings
                return Measured(
                    model, ProviderSelector(self._paths, settings).measure(self._store.model(model), fresh=True)
                )
            case CompareModels(questions):
                return self._compare(questions)
        return self._run_on_model(job)

    def _run_on_model(self, job: ModelJob) -> Outcome:
        match job:
            case Install(model, folder):
                spec = self._store.find(model)
                if spec.bundled:
                    raise UsageError(ModelMessage.BUNDLED(model=model))
                return self._install(spec, FolderSource(folder) if folder else HubSource(spec))
            case InstallOwn():
                return self._install_own(job)
            case CheckFiles(model):
                return self._check(model)
            case Verify(model):
                return self._try(model)
            case SpeedUp(model, form):
                return optimise_model(
                    self._paths, model, BuildForm(form), BuildMonitor(self._report, self._should_stop)
                )
            case Discard(model):
                return Discarded(model, remove_model(self._paths, load_settings(self._paths.settings).settings, model))

    def _compare(self, questions: Sequence[str]) -> ModelsCompared:
        settings = load_settings(self._paths.settings).settings
        candidates = choose_candidates(self._paths, settings, [])
        own = [*list_questions(questions, QuestionOrigin.TYPED), *read_past(self._paths.searches, self._paths.key)]
        ModelTrial(self._paths, settings, TrialMonitor(self._report, self._should_stop)).run(candidates, own)
        return ModelsCompared()

    def _install(self, spec: PublishedModel, source: ModelSource, licence: str = "") -> Installed:
        Installer(self._store, report=self._report, should_stop=self._should_stop).install(spec, source, licence)
        return Installed(spec.id, self._try(spec.id))

    def _is_reranker(self, model: str) -> bool:
        return isinstance(self._store.find(model), RerankerSpec)

    def _try(self, model: str) -> Verification:
        if not self._is_reranker(model):
            return verify(self._store.model(model))
        return try_reranker(self._paths, load_settings(self._paths.settings).settings, self._store.reranker(model))

    def _check(self, model: str) -> FilesChecked:
        if not self._is_reranker(model):
            self._store.model(model).verify()
            return FilesChecked(model)
        reranker, settings = self._store.reranker(model), load_settings(self._paths.settings).settings
        reranker.verify()
        if model not in recall_seconds(self._paths, settings):
            # What a search takes with it is to be known from the first one on.
            try_reranker(self._paths, settings, reranker)
        return FilesChecked(model, ModelKind.RERANKER)

    def _try_server(self, address: str, key: str) -> ServerReport:
        parsed = ServerAddress.parse(address)
        if key:
            store_key(parsed, key)
        encoder = Encoder.open(installed_model(self._paths, load_settings(self._paths.settings).settings.model))
        try:
            return try_server(encoder, parsed.url)
        finally:
            encoder.close()

    def _install_own(self, job: InstallOwn) -> Installed:
        if job.model in {spec.id for spec in self._store.published()}:
            raise UsageError(ModelMessage.NAME_PUBLISHED(model=job.model), Remedy.CHOOSE_NAME())
        options = ModelOptions(
            graph=job.graph or None,
            pooling=Pooling(job.pooling) if job.pooling else None,
            query_prefix=job.query_prefix,
            passage_prefix=job.passage_prefix,
            max_tokens=job.max_tokens,
            languages=job.languages,
        )
        prepared = prepare_custom_model(job.folder, job.model, options)
        return self._install(prepared.spec, prepared.source, prepared.licence)
