"""Store of the bundled and the installed models, each in a folder of its name."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from findling.embedding.catalogue import (
    InstalledModel,
    InstalledReranker,
    ModelSpec,
    PublishedModel,
    RerankerSpec,
    is_model_name,
    read_published,
)
from findling.embedding.model_manifest import MANIFEST, read_files, read_model_manifest
from findling.errors import ModelError
from findling.messages.library_templates import LibraryMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.system_templates import explain_os_error
from findling.paths import resources

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_PARTIAL = ".partial"

_Spec = TypeVar("_Spec", bound=PublishedModel)


class ModelStore:
    """Models of the catalogue and the user's own, and the folders of the installed ones.

    Attributes:
        folder: of installed models.
    """

    def __init__(self, folder: Path, published: Sequence[PublishedModel]) -> None:
        self.folder = folder
        self._published = {spec.id: spec for spec in published}

    @classmethod
    def open(cls, folder: Path) -> ModelStore:
        """The store of a library, with the catalogue that ships with Findling.

        Raises:
            ModelError: the catalogue cannot be read.
        """
        return cls(folder, read_published())

    def published(self) -> tuple[PublishedModel, ...]:
        """The models of the catalogue, in its order."""
        return tuple(self._published.values())

    def own(self) -> tuple[ModelSpec, ...]:
        """The user's own models, by name; a folder whose manifest cannot be read is left out.

        Raises:
            ModelError: the folder of models cannot be read.
        """
        try:
            folders = sorted(entry for entry in self.folder.iterdir() if (entry / MANIFEST).is_file())
        except FileNotFoundError:
            return ()
        except OSError as error:
            reason = explain_os_error(error)
            raise ModelError(LibraryMessage.FOLDER_UNREADABLE(folder=self.folder, reason=reason)) from error
        found = (read_model_manifest(entry) for entry in folders if entry.name not in self._published)
        return tuple(spec for spec in found if spec is not None)

    def find(self, model_id: str) -> PublishedModel:
        """The model of that name, installed or not.

        Raises:
            ModelError: there is none.
        """
        spec = self._published.get(model_id) or next((own for own in self.own() if own.id == model_id), None)
        if spec is None:
            known = (*self._published, *(own.id for own in self.own()))
            raise ModelError(ModelMessage.NO_MODEL(model=model_id), ModelRemedy.KNOWN_MODELS(models=known))
        return spec

    def has(self, model_id: str) -> bool:
        """Return whether a model is installed."""
        spec = self._published.get(model_id)
        return bool(spec and spec.bundled) or (self.folder_of(model_id) / MANIFEST).is_file()

    def find_folder(self, spec: PublishedModel) -> Path | None:
        """Return the folder of a model's files; None where it is not installed."""
        return self._locate(spec) if self.has(spec.id) else None

    def model(self, model_id: str) -> InstalledModel:
        """An installed model that makes vectors.

        Raises:
            ModelError: it is unknown, not installed, or makes no vectors.
        """
        spec = self.find(model_id)
        if not isinstance(spec, ModelSpec):
            raise ModelError(ModelMessage.RERANKS(model=model_id), ModelRemedy.CHOOSE_ANOTHER())
        return InstalledModel(self._as_installed(spec), self._locate(spec))

    def reranker(self, model_id: str) -> InstalledReranker:
        """An installed cross-encoder.

        Raises:
            ModelError: it is unknown, not installed, or no cross-encoder.
        """
        spec = self.find(model_id)
        if not isinstance(spec, RerankerSpec):
            raise ModelError(ModelMessage.DOES_NOT_RERANK(model=model_id), ModelRemedy.CHOOSE_ANOTHER())
        return InstalledReranker(self._as_installed(spec), self._locate(spec))

    def folder_of(self, model_id: str) -> Path:
        """The folder that a model is installed into.

        Raises:
            ModelError: no model can have that name.
        """
        if not is_model_name(model_id):
            raise ModelError(ModelMessage.NONE_NAMED(model=model_id), ModelRemedy.SEE_ALL())
        return self.folder / model_id

    def partial_folder(self, model_id: str) -> Path:
        """Return the folder in which a model's files gather until all are there."""
        return self.folder / _PARTIAL / self.folder_of(model_id).name

    def remove(self, model_id: str) -> int:
        """Delete an installed model, and what came of an unfinished installation.

        Returns:
            How many bytes that frees.

        Raises:
            ModelError: it ships with Findling, is not installed, or cannot be deleted.
        """
        if (spec := self._published.get(model_id)) and spec.bundled:
            raise ModelError(ModelMessage.BUNDLED_STAYS(model=model_id))
        folders = [folder for folder in (self.folder_of(model_id), self.partial_folder(model_id)) if folder.is_dir()]
        if not folders:
            raise ModelError(ModelMessage.NOT_INSTALLED(model=model_id), ModelRemedy.SEE_INSTALLED())
        freed = sum(path.stat().st_size for folder in folders for path in folder.rglob("*") if path.is_file())
        try:
            for folder in folders:
                # The manifest goes first, so that half a model never passes for one.
                (folder / MANIFEST).unlink(missing_ok=True)
                shutil.rmtree(folder)
        except OSError as error:
            not_deleted = ModelMessage.NOT_DELETED(model=model_id, reason=explain_os_error(error))
            raise ModelError(not_deleted, ModelRemedy.END_OTHERS()) from error
        if not freed:
            raise ModelError(ModelMessage.NOT_INSTALLED(model=model_id), ModelRemedy.SEE_INSTALLED())
        return freed

    def _locate(self, spec: PublishedModel) -> Path:
        if spec.bundled:
            return resources() / "models" / spec.id
        if not self.has(spec.id):
            raise ModelError(ModelMessage.NOT_INSTALLED(model=spec.id), ModelRemedy.INSTALL(model=spec.id))
        return self.folder_of(spec.id)

    def _as_installed(self, spec: _Spec) -> _Spec:
        """The model with the sizes and hashes that its files had when they were installed."""
        return spec if spec.bundled else replace(spec, files=read_files(self._locate(spec)) or spec.files)
