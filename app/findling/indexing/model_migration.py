"""Migration of a library from one embedding model to another."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from typing import TYPE_CHECKING, Self

from findling.embedding.model_store import ModelStore
from findling.errors import ModelError
from findling.indexing.index_sync import VectorIndexSync, sweep_vectors
from findling.indexing.reembedding import ReembedJob, purge_next_vectors
from findling.ipc.priority import make_thread_idle
from findling.models.embedder import BoundEmbedder, Embedder, installed_model
from findling.models.missing_model import ensure_installed
from findling.models.provider_choice import ProviderSelector, ProviderUse, read_use, write_use

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths
    from findling.settings import Settings
    from findling.storage.database import Database
    from findling.storage.vector_table import Space

_LOG = logging.getLogger(__name__)


class ModelMigration:
    """The active model and, where the settings name another one, the migration to that.

    New files go to the model that answers, so that they are found at once, and to the other one with all the rest.

    Attributes:
        bound: what new files are embedded with.
        vectors: publishes what comes of it.
        job: the migration that goes on; None where there is none.
        notice: for the user about the compute device; None if there is none.

    Raises:
        ModelError: the model that the settings name is missing or damaged.
    """

    def __init__(self, paths: LibraryPaths, settings: Settings, database: Database) -> None:
        self._paths = paths
        self._settings = settings
        self._database = database
        self._store = ModelStore.open(paths.models)
        self.notice: Notice | None = None
        with ExitStack() as self._stack:
            self._stack.push(self._record_failure)
            self._sweep()
            embedder = self._open()
            with database.transaction():
                self._wanted = BoundEmbedder(embedder, embedder.ensure_space(database))
            self._wanted_vectors = self._open_vectors(self._wanted.space)
            answering = database.spaces.active()
            self.bound = (self._open_bound(answering) if answering else None) or self._wanted
            self.vectors = self._wanted_vectors if self.bound is self._wanted else self._open_vectors(self.bound.space)
            self.job = self._plan(answering)
            self._stack = self._stack.pop_all()
        self._record_use()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.__exit__(kind, error, trace)

    def limit(self, threads: int) -> None:
        """Compute with so many threads from the next unit of work on."""
        for bound in (self.bound, self._wanted):
            bound.embedder.limit(threads)
        for vectors in (self.vectors, self._wanted_vectors):
            vectors.limit(threads)

    def advance(self, embedded: Callable[[], None], should_stop: Callable[[], bool]) -> bool:
        """Work for about a second on the migration, or on purging abandoned vectors.

        Returns:
            Whether there is more to do.

        Raises:
            ModelError: the files of the model that is to answer are gone.
        """
        if should_stop():
            return False
        if self.job is None:
            return self._purge_vectors()
        ensure_installed(self._store, self._wanted.space.model)
        if self.job.step(embedded, should_stop):
            self.job.finish()
            self.bound, self.vectors, self.job = self._wanted, self._wanted_vectors, None
            _LOG.info("now %s answers", self.bound.space.model)
        self._record_use()
        return not should_stop()

    def _plan(self, answering: Space | None) -> ReembedJob | None:
        """Activate the wanted model if the old one is unavailable; return the migration to it."""
        if answering is None or not (self.bound.space == answering or self._wanted.embedder.fits_queries(answering)):
            # Nothing can be asked in the old space any more, so this one answers with what it has.
            with self._database.transaction():
                self._database.spaces.make_active(self._wanted.space)
        job = ReembedJob(self._database, self._wanted, self._wanted_vectors)
        answers = self._database.spaces.active() == self._wanted.space
        return None if answers and not job.stats.documents else job

    def _open_bound(self, space: Space) -> BoundEmbedder | None:
        """Return the embedder of a space, or None if it is no longer available."""
        if space == self._wanted.space:
            return self._wanted
        try:
            embedder = self._open(space.model)
        except ModelError as error:
            _LOG.warning("the model that answers cannot be used any more: %s", error)
            return None
        return BoundEmbedder(embedder, space) if embedder.fingerprint == space.fingerprint else None

    def _open(self, other: str = "") -> Embedder:
        """Load the wanted model, or another one."""
        model = installed_model(self._paths, other or self._settings.model)
        choice = ProviderSelector(self._paths, self._settings).choose(model)
        self.notice = self.notice or choice.notice
        embedder = Embedder.open(
            self._paths,
            self._settings,
            threads=self._settings.indexing_threads,
            model=other,
            # A server has one model, the one that is wanted: the canaries hold it to that.
            remote="" if other else self._settings.remote,
            provider=choice.provider,
            begin_thread=make_thread_idle,
        )
        self._stack.callback(embedder.close)
        return embedder

    def _open_vectors(self, space: Space) -> VectorIndexSync:
        folder = self._paths.vectors_of(space.id)
        return VectorIndexSync(self._database, space, folder, self._settings.indexing_threads)

    def _purge_vectors(self) -> bool:
        """Purge some abandoned vectors; return whether there may be more."""
        keep = self._settings.keep_vectors
        if purge_next_vectors(self._database, self._wanted.space.fingerprint, keep=keep) is None:
            return False
        self._sweep()
        return True

    def _sweep(self) -> None:
        sweep_vectors(self._paths.vectors, {space.id for space in self._database.spaces.all()})

    def _record_use(self) -> None:
        """Record the provider in use, which may differ from the requested one."""
        self.notice = self._wanted.embedder.notice or self.notice
        write_use(self._paths, ProviderUse(self._wanted.embedder.provider, self.notice))

    def _record_failure(self, _: type[BaseException] | None, error: BaseException | None, __: object) -> None:
        """Record why embedding stopped, for later status queries."""
        if isinstance(error, ModelError):
            _LOG.warning("nothing is embedded any more: %s", error)
            write_use(self._paths, ProviderUse(read_use(self._paths).provider, error.notice))

    def check_device(self) -> None:
        """Record whether a device was lost since the last check."""
        if self._wanted.embedder.notice not in (None, self.notice):
            self._record_use()
