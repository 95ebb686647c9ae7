"""Catalogue of the published models: their files, and how their vectors are made."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from findling.domain.calibration import RelevanceFit
from findling.errors import ModelError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from findling.messages.notice import Notice

_BUILD = " build "
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")


def is_model_name(name: str) -> bool:
    """Return whether a model can have this name: a valid folder name anywhere, and no path."""
    return _NAME.fullmatch(name) is not None


class Pooling(StrEnum):
    """Ways to make one vector of those of a text's tokens."""

    MEAN = "mean"
    CLS = "cls"


class FileRole(StrEnum):
    """Purposes of a model's file."""

    GRAPH = "graph"
    TOKENIZER = "tokenizer"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model.

    Attributes:
        path: where it lies in the model's folder, with "/" between the parts.
        role: what it is for.
        bytes: its size; None where the publisher's was not seen, and the revision alone pins the file.
        sha256: in hexadecimal digits; None likewise.
    """

    path: str
    role: FileRole = FileRole.OTHER
    bytes: int | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """Vector of a text without prefix, as the full-precision model gives it.

    Attributes:
        text: the text.
        values: the first components of its unit vector.
        tolerance: how far each component may be off; wider for quantised files.
    """

    text: str
    values: tuple[float, ...]
    tolerance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedModel:
    """Properties of every published model, whatever it computes.

    Attributes:
        id: its name, and that of its folder.
        source: the publisher's repository; "" for a model of the user's own.
        revision: the commit there that serves `files`; "" for models that come from nowhere else.
        bundled: it ships with Findling.
        license: SPDX identifier, of a model of the user's own that of the text beside it; "" where it is not known.
        license_stated: what the model card of one of the user's own names; "" for nothing.
        languages: ISO 639-1 codes; none where they are not known.
        precision: of the weights in the graph, e.g. "int8"; part of an encoder's fingerprint.
        max_tokens: the window, special tokens and prefix included.
        files: all that must lie in its folder.
        nominal_bytes: how large they are together, as published and rounded, where exact sizes were not seen.
    """

    id: str
    source: str = ""
    revision: str = ""
    bundled: bool = False
    license: str = ""
    license_stated: str = ""
    languages: tuple[str, ...] = ()
    precision: str
    max_tokens: int
    files: tuple[ModelFile, ...]
    nominal_bytes: int | None = None

    def file(self, role: FileRole) -> ModelFile:
        """The one file of that role."""
        return next(file for file in self.files if file.role is role)

    @property
    def bytes(self) -> int | None:
        """Size of its files: exact where each was seen, else as published; None if neither was."""
        sizes = [file.bytes for file in self.files if file.bytes is not None]
        return sum(sizes) if len(sizes) == len(self.files) else self.nominal_bytes

    @property
    def unhashed(self) -> tuple[str, ...]:
        """The files whose published hash was not seen: the revision alone pins them."""
        return tuple(file.path for file in self.files if file.sha256 is None)

    @property
    def number_format(self) -> str:
        """Number format of its weights, such as "int8", without the version of the build."""
        return self.precision.partition(_BUILD)[0]

    @property
    def build(self) -> str:
        """Version of a build that was made on this computer; "" of any other model."""
        return self.precision.partition(_BUILD)[2]


def name_build(number_format: str, version: int) -> str:
    """Return the precision of a build that is made on this computer, as `ModelSpec` has it."""
    return f"{number_format}{_BUILD}{version}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpec(PublishedModel):
    """A model that makes vectors.

    Attributes:
        dimensions: of its vectors.
        pooling: how they are made.
        query_prefix, passage_prefix: what stands before a query and a passage, white space included.
        passage_tokens: how many tokens of a document's own text one passage takes.
        heading_tokens: how many tokens of title and headings may stand before it.
        full_precision: id of the model whose weights these are a smaller build of; "" where there is none.
        known_answer: what an installed copy is tried with; None where no such answer was published.
        scores: published results in 0..1 by task: nDCG@10 of retrieval, Spearman's rho of similarity.
        relevance: how sure a result is, by its cosine; None until it was fitted for this model.
    """

    dimensions: int
    pooling: Pooling
    query_prefix: str = ""
    passage_prefix: str = ""
    passage_tokens: int
    heading_tokens: int
    full_precision: str = ""
    known_answer: KnownAnswer | None = None
    scores: tuple[tuple[str, float], ...] = ()
    relevance: RelevanceFit | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RerankerSpec(PublishedModel):
    """A cross-encoder, which scores a query and a passage read together."""


@dataclass(frozen=True, slots=True)
class InstalledFiles:
    """A model of any kind whose files lie in `folder`."""

    spec: PublishedModel
    folder: Path

    def path(self, role: FileRole) -> Path:
        """Path of the file of that role."""
        return self.folder / self.spec.file(role).path

    def verify(self) -> dict[str, str]:
        """Check every file against the catalogue.

        Returns:
            The SHA-256 of each file by its path in the folder, of those too that the catalogue pins by revision only.

        Raises:
            ModelError: a file is missing, cannot be read, or is not the one that was published.
        """
        return {file.path: self._check(file) for file in self.spec.files}

    def _check(self, file: ModelFile) -> str:
        path = self.folder / file.path
        try:
            size = path.stat().st_size
            digest = hash_file(path) if file.bytes in (None, size) else None
        except OSError as error:
            reason = explain_os_error(error)
            unreadable = ModelMessage.MODEL_FILE_UNREADABLE(file=path, model=self.spec.id, reason=reason)
            raise ModelError(unreadable, self._remedy()) from error
        if digest is None or file.sha256 not in (None, digest):
            raise ModelError(ModelMessage.MODEL_FILE_DAMAGED(file=path, model=self.spec.id), self._remedy())
        return digest

    def _remedy(self) -> Notice:
        if self.spec.bundled:
            return Remedy.INSTALL_FINDLING_LIBRARY_STAYS()
        return ModelRemedy.DELETE_AND_INSTALL(folder=self.folder)


@dataclass(frozen=True, slots=True)
class InstalledModel(InstalledFiles):
    """A model that makes vectors, with its files."""

    spec: ModelSpec

    @classmethod
    def bundled(cls, spec: ModelSpec) -> InstalledModel:
        """A model that ships with Findling."""
        return cls(spec, resources() / "models" / spec.id)


@dataclass(frozen=True, slots=True)
class InstalledReranker(InstalledFiles):
    """A cross-encoder, with its files."""

    spec: RerankerSpec


def hash_file(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


LICENCE = "LICENSE"
"""File of a licence's text in a model's folder."""


def read_license(spec: PublishedModel, folder: Path | None = None) -> str:
    """Return the text of a model's licence; "" where Findling has none.

    Args:
        spec: the model.
        folder: where it is installed; None where it is not, so that its publisher's name is put into the usual text.
    """
    if folder is not None and (folder / LICENCE).is_file():
        return (folder / LICENCE).read_text("utf-8", "replace")
    path = resources() / "models" / "licences" / f"{spec.license}.txt"
    if not spec.license or not path.is_file():
        return ""
    return path.read_text("utf-8").replace("<publisher>", spec.source.partition("/")[0] or spec.id)


def read_catalogue(path: Path | None = None) -> tuple[ModelSpec, ...]:
    """Read the embedding models from a TOML file, by default the one that ships with Findling.

    Raises:
        ModelError: the file cannot be read.
    """
    return tuple(read_spec(table) for table in read_tables(path).get("model", ()))


def read_published() -> tuple[PublishedModel, ...]:
    """Read all models of the catalogue that ships with Findling, the cross-encoders last.

    Raises:
        ModelError: the file cannot be read.
    """
    tables = read_tables()
    rerankers = (RerankerSpec(**_read_common(table)) for table in tables.get("reranker", ()))
    return (*(read_spec(table) for table in tables.get("model", ())), *rerankers)


def read_suggested(path: Path | None = None) -> tuple[ModelSpec, ...]:
    """Read the few embedding models that users may choose among, beside the bundled one.

    Raises:
        ModelError: the file cannot be read.
    """
    tables = read_tables(path)
    names = [table["id"] for table in tables.get("suggested", ())]
    return tuple(read_spec(table) for table in tables.get("model", ()) if table["id"] in names)


def read_tables(path: Path | None = None) -> dict[str, list[dict[str, Any]]]:
    """Read the tables of a catalogue by kind, by default of the one that ships with Findling.

    Raises:
        ModelError: the file cannot be read.
    """
    path = path or resources() / "models" / "catalogue.toml"
    try:
        with path.open("rb") as stream:
            return tomllib.load(stream)
    except (OSError, ValueError) as error:
        reason = explain_os_error(error) if isinstance(error, OSError) else str(error)
        unreadable = ModelMessage.LIST_UNREADABLE(file=path, reason=reason)
        raise ModelError(unreadable, Remedy.INSTALL_FINDLING()) from error


def find_model(spec_id: str, specs: Iterable[ModelSpec]) -> ModelSpec:
    """The model of that name.

    Raises:
        ModelError: there is none.
    """
    known = {spec.id: spec for spec in specs}
    if spec_id not in known:
        raise ModelError(ModelMessage.NO_MODEL(model=spec_id), ModelRemedy.KNOWN_MODELS(models=tuple(known)))
    return known[spec_id]


def read_spec(table: dict[str, Any]) -> ModelSpec:
    """The model that a table of the catalogue, or of a manifest, describes.

    Raises:
        KeyError, TypeError, ValueError: it is no such table.
    """
    answer = table.get("known_answer")
    return ModelSpec(
        **{
            **_read_common(table),
            "pooling": Pooling(table["pooling"]),
            "known_answer": KnownAnswer(**{**answer, "values": tuple(answer["values"])}) if answer else None,
            "scores": tuple(dict(table.get("scores", ())).items()),
            "relevance": RelevanceFit(**table["relevance"]) if "relevance" in table else None,
        }
    )


def read_files_of(table: dict[str, Any]) -> tuple[ModelFile, ...]:
    """The files that such a table lists.

    Raises:
        KeyError, TypeError, ValueError: it is no such table.
    """
    return tuple(ModelFile(**{**file, "role": FileRole(file.get("role", "other"))}) for file in table["files"])


def _read_common(table: dict[str, Any]) -> dict[str, Any]:
    return {**table, "languages": tuple(table["languages"]), "files": read_files_of(table)}
