"""The models that Findling knows, as data: what their files are and how their vectors are made."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from findling.errors import ModelError
from findling.paths import resources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


class Pooling(StrEnum):
    """How the vectors of a text's tokens become one vector."""

    MEAN = "mean"
    CLS = "cls"


class FileRole(StrEnum):
    """What a model's file is for."""

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
    """What the full-precision model makes of a text without prefix.

    Attributes:
        text: the text.
        values: the first components of its unit vector.
        tolerance: how far each component may be off; wider for quantised files.
    """

    text: str
    values: tuple[float, ...]
    tolerance: float


@dataclass(frozen=True, slots=True)
class RelevanceFit:
    """A logistic regression of relevance on judged queries (docs/benchmarks.md, "Search").

    Attributes:
        intercept: of the logit.
        cosine: weight of the best passage's cosine.
        coverage: weight of the share of the query's words that the document holds, 0..1.
        lead: weight of how far the cosine is above that of merely near documents.
    """

    intercept: float
    cosine: float
    coverage: float
    lead: float


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """One model of the catalogue.

    Attributes:
        id: its name, and that of its folder.
        source: the publisher's repository.
        revision: the commit there that serves `files`; "" for the bundled model, whose provenance lies beside it.
        bundled: it ships with Findling.
        license: SPDX identifier.
        languages: ISO 639-1 codes.
        precision: of the weights in the graph, e.g. "int8"; part of an encoder's fingerprint.
        dimensions: of its vectors.
        pooling: how they are made.
        query_prefix, passage_prefix: what stands before a query and a passage, white space included.
        max_tokens: the window, special tokens and prefix included.
        passage_tokens: how many tokens of a document's own text one passage takes.
        heading_tokens: how many tokens of title and headings may stand before it.
        files: all that must lie in its folder.
        known_answer: what an installed copy is tried with.
        scores: published results, nDCG@10 in 0..1, by collection.
        relevance: how sure a result is, by its cosine; None until it was fitted for this model.
    """

    id: str
    source: str
    revision: str
    bundled: bool
    license: str
    languages: tuple[str, ...]
    precision: str
    dimensions: int
    pooling: Pooling
    query_prefix: str
    passage_prefix: str
    max_tokens: int
    passage_tokens: int
    heading_tokens: int
    files: tuple[ModelFile, ...]
    known_answer: KnownAnswer
    scores: tuple[tuple[str, float], ...] = ()
    relevance: RelevanceFit | None = None

    def file(self, role: FileRole) -> ModelFile:
        """The one file of that role."""
        return next(file for file in self.files if file.role is role)


@dataclass(frozen=True, slots=True)
class InstalledModel:
    """A model whose files lie in `folder`."""

    spec: ModelSpec
    folder: Path

    @classmethod
    def bundled(cls, spec: ModelSpec) -> InstalledModel:
        """A model that ships with Findling."""
        return cls(spec, resources() / "models" / spec.id)

    def path(self, role: FileRole) -> Path:
        """Where the file of that role lies."""
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
            digest = _hash(path) if file.bytes in (None, size) else None
        except OSError as error:
            raise ModelError(f"The file {path} of the model {self.spec.id} cannot be read: {error.strerror}.",
                             self._remedy()) from error  # fmt: skip
        if digest is None or file.sha256 not in (None, digest):
            raise ModelError(f"The file {path} of the model {self.spec.id} is damaged.", self._remedy())
        return digest

    def _remedy(self) -> str:
        if self.spec.bundled:
            return "Install Findling again; your library stays as it is."
        return f"Delete the folder {self.folder} and install the model again."


def _hash(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_catalogue(path: Path | None = None) -> tuple[ModelSpec, ...]:
    """Read the models from a TOML file, by default the one that ships with Findling.

    Raises:
        ModelError: the file cannot be read.
    """
    path = path or resources() / "models" / "catalogue.toml"
    try:
        with path.open("rb") as stream:
            tables = tomllib.load(stream)["model"]
    except (OSError, ValueError) as error:
        raise ModelError(f"The list of models {path} cannot be read: {error}.", "Install Findling again.") from error
    return tuple(_read_spec(table) for table in tables)


def find_model(spec_id: str, specs: Iterable[ModelSpec]) -> ModelSpec:
    """The model of that name.

    Raises:
        ModelError: there is none.
    """
    known = {spec.id: spec for spec in specs}
    if spec_id not in known:
        raise ModelError(f"There is no model named {spec_id}.", f"Known are: {', '.join(known)}.")
    return known[spec_id]


def _read_spec(table: dict[str, Any]) -> ModelSpec:
    answer = table["known_answer"]
    return ModelSpec(
        **{
            **table,
            "languages": tuple(table["languages"]),
            "pooling": Pooling(table["pooling"]),
            "files": tuple(
                ModelFile(**{**file, "role": FileRole(file.get("role", "other"))}) for file in table["files"]
            ),
            "known_answer": KnownAnswer(**{**answer, "values": tuple(answer["values"])}),
            "scores": tuple(table.get("scores", {}).items()),
            "relevance": RelevanceFit(**table["relevance"]) if "relevance" in table else None,
        }
    )
