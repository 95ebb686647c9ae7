"""The models that there are, as a user chooses among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.models import ModelCard, ModelKind
from findling.embedding.catalogue import ModelSpec, read_license
from findling.embedding.licence import Licence
from findling.embedding.model_store import ModelStore
from findling.embedding.published_limits import read_limits
from findling.models.cost_estimate import infer_precision

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from findling.domain.models import ModelLimit
    from findling.embedding.catalogue import PublishedModel
    from findling.paths import LibraryPaths
    from findling.settings import Settings

_SMALL = ("int8", "fp16")
"""Precisions of which no smaller build can be made."""


def list_models(paths: LibraryPaths, settings: Settings) -> tuple[ModelCard, ...]:
    """List the models of the catalogue in its order, then the user's own by name.

    Raises:
        ModelError: the catalogue or the folder of models cannot be read.
    """
    store = ModelStore.open(paths.models)
    everything = (*store.published(), *store.own())
    limits = read_limits()
    return tuple(
        _describe(spec, limits, store.find_folder(spec), is_active=spec.id == settings.model) for spec in everything
    )


def find_card(paths: LibraryPaths, settings: Settings, model_id: str) -> ModelCard:
    """Return one of the models.

    Raises:
        ModelError: there is no such model.
    """
    spec = ModelStore.open(paths.models).find(model_id)
    return next(card for card in list_models(paths, settings) if card.id == spec.id)


def _describe(
    spec: PublishedModel, limits: Mapping[str, tuple[ModelLimit, ...]], folder: Path | None, *, is_active: bool
) -> ModelCard:
    """Describe a model; `folder` is where it is installed, if it is."""
    vectors = spec if isinstance(spec, ModelSpec) else None
    licence = Licence(spec.license, spec.license_stated, read_license(spec, folder))
    original = vectors.full_precision if vectors else ""
    return ModelCard(
        id=spec.id,
        kind=ModelKind.EMBEDDER if vectors else ModelKind.RERANKER,
        source=spec.source,
        license=licence.shown,
        license_text=licence.text,
        license_notes=licence.list_notes(),
        languages=spec.languages,
        dimensions=vectors.dimensions if vectors else 0,
        max_tokens=spec.max_tokens,
        precision=spec.precision,
        number_format=spec.number_format,
        build=spec.build,
        bytes=spec.bytes,
        original=original,
        bundled=spec.bundled,
        installed=folder is not None,
        active=is_active,
        unhashed=spec.unhashed,
        scores=vectors.scores if vectors else (),
        limits=limits.get(spec.id) or limits.get(original, ()),
        buildable=vectors is not None and infer_precision(vectors) not in _SMALL,
    )
