"""Models that a trial compares: the one in use, and others installed or in a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from findling.embedding.catalogue import ModelSpec
from findling.embedding.install.custom_model import ModelOptions, prepare_custom_model
from findling.embedding.install.installer import Installer
from findling.embedding.model_store import ModelStore
from findling.errors import FindlingError, UsageError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.trial_templates import TrialMessage
from findling.models.active_model import find_active_model

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.trials import TrialState
    from findling.paths import LibraryPaths
    from findling.settings import Settings

MOST_CANDIDATES = 2
"""Models beside the one in use: with more, nobody judges all that they find."""


@dataclass(frozen=True, slots=True)
class ComparedModel:
    """Model in a trial.

    Attributes:
        models: the folder of models that it lies in.
        bytes: of its files; None where unknown.
    """

    model: str
    models: Path
    bytes: int | None


def choose_candidates(paths: LibraryPaths, settings: Settings, named: Sequence[str]) -> tuple[ComparedModel, ...]:
    """Return the model in use, then those that are named, or else the others that are installed.

    A name with a separator of paths is a folder: its model is taken over into the trial's own folder.

    Raises:
        UsageError: too many are named, or the one in use.
        FindlingError: there is no other model.
        ModelError: one of them is unknown, not installed, damaged, or of another kind.
    """
    store = ModelStore.open(paths.models)
    used = find_used_model(paths, settings)
    if used in named:
        raise UsageError(TrialMessage.MODEL_IN_USE(model=used))
    if len(named) > MOST_CANDIDATES:
        raise UsageError(TrialMessage.TOO_MANY_MODELS(most=MOST_CANDIDATES))
    chosen = tuple(named) or _list_installed(store, used)
    if not chosen:
        raise FindlingError(TrialMessage.ONE_MODEL(model=used), ModelRemedy.INSTALL_ANOTHER())
    return tuple(_find(paths, store, each) for each in (used, *chosen))


def recall_candidates(paths: LibraryPaths, state: TrialState) -> tuple[ComparedModel, ...]:
    """Return the models through with a trial and still there, the one that was in use first.

    Raises:
        ModelError: the catalogue or a folder of models cannot be read.
    """
    stores = (ModelStore.open(paths.models), ModelStore.open(paths.trial / "models"))
    places = ((model, next((store for store in stores if store.has(model)), None)) for model in state.models)
    return tuple(ComparedModel(model, store.folder, store.model(model).spec.bytes) for model, store in places if store)


def find_used_model(paths: LibraryPaths, settings: Settings) -> str:
    """Return the model in use: the answering one if its files are there, else the settings'."""
    answering = find_active_model(paths)
    return answering if answering and ModelStore.open(paths.models).has(answering) else settings.model


def _list_installed(store: ModelStore, used: str) -> tuple[str, ...]:
    """Return the first other models that are installed; builds of the one in use are no others."""
    original = _find_original(store, used)
    models = [spec for spec in (*store.own(), *store.published()) if isinstance(spec, ModelSpec)]
    others = [spec.id for spec in models if store.has(spec.id) and spec.id != used]
    return tuple(model for model in others if _find_original(store, model) != original)[:MOST_CANDIDATES]


def _find_original(store: ModelStore, model: str) -> str:
    spec = store.find(model)
    return spec.full_precision if isinstance(spec, ModelSpec) and spec.full_precision else model


def _find(paths: LibraryPaths, store: ModelStore, name: str) -> ComparedModel:
    if not ("/" in name or "\\" in name):
        model = store.model(name)
        return ComparedModel(name, paths.models, model.spec.bytes)
    folder = Path(name).expanduser().absolute()
    own = ModelStore.open(paths.trial / "models")
    try:
        prepared = prepare_custom_model(folder, folder.name, ModelOptions())
    except UsageError as error:
        # What its files leave open is asked for where models are installed.
        raise UsageError(error.notice.advising(ModelRemedy.INSTALL_FIRST(folder=folder))) from error
    installed = Installer(own).install(prepared.spec, prepared.source)
    return ComparedModel(prepared.spec.id, own.folder, installed.spec.bytes)
