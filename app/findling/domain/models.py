"""Data of models: catalogue, installation, verification, costs and builds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from findling.messages.notice import Notice


class ModelKind(StrEnum):
    """Task of a model."""

    EMBEDDER = "embedder"
    RERANKER = "reranker"


@dataclass(frozen=True, slots=True)
class CitedSource:
    """Paper or model card that says something of a model.

    Attributes:
        title: of a paper; "" for a model card.
        year: None where it bears none.
        reference: DOI, arXiv id, or the model of whose card it is.
    """

    title: str
    year: int | None
    reference: str


@dataclass(frozen=True, slots=True)
class ModelLimit:
    """Limit of a model, and who states it."""

    what: Notice
    source: CitedSource


@dataclass(frozen=True, slots=True)
class ModelCard:
    """Model, as users choose among them.

    Attributes:
        source: the publisher's repository; "" for a model of the user's own.
        license, license_text: SPDX identifier and text; "" where they are not known, or two disagree.
        languages: ISO 639-1 codes; none where they are not known.
        dimensions: of its vectors; 0 for a reranker.
        precision: of its weights, e.g. "fp32", with the version of a build that was made here.
        number_format, build: both apart; a version is "" for any other model.
        bytes: size of its files; None where it is not known.
        original: id of the model that this is a smaller build of; "" for none.
        unhashed: files whose published hash was not seen, so that the revision alone pins them.
        scores: published results in 0..1 by MTEB's task.
        buildable: smaller and faster builds can be made of it.
        license_notes: what has to be known of its licence beside.
        limits: as its papers and its card state them; of a build made here those of the original.
    """

    id: str
    kind: ModelKind
    source: str
    license: str
    license_text: str
    languages: tuple[str, ...]
    dimensions: int
    max_tokens: int
    precision: str
    bytes: int | None
    original: str
    bundled: bool
    installed: bool
    active: bool
    unhashed: tuple[str, ...]
    scores: tuple[tuple[str, float], ...]
    number_format: str = ""
    build: str = ""
    buildable: bool = True
    license_notes: tuple[Notice, ...] = ()
    limits: tuple[ModelLimit, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Result of one check of a model.

    Attributes:
        name: "files", "graph", "dimensions", "length", "answer", "prefix", "order" or "speed".
        ok: None where there is nothing to compare with.
    """

    name: str
    ok: bool | None
    detail: Notice


@dataclass(frozen=True, slots=True)
class Verification:
    """Results of all checks of a model.

    Attributes:
        provider: what really computed; "" where the model could not be loaded.
        tokens_per_second: of passages of usual length on one core; 0 where it could not be measured.
        query_ms: the median time of a short query.
        differs_from: id of the published model that one of the user's own is as large as, though it is another one or
            a damaged copy; "" where there is none.
    """

    model: str
    findings: tuple[Finding, ...]
    provider: str = ""
    tokens_per_second: float = 0.0
    query_ms: float = 0.0
    differs_from: str = ""

    @property
    def ok(self) -> bool:
        """True if no check failed."""
        return not self.failed

    @property
    def compared(self) -> bool:
        """True if there was anything to compare its files with."""
        return any(finding.name == "files" and finding.ok is not None for finding in self.findings)

    @property
    def failed(self) -> tuple[str, ...]:
        """Names of the checks that failed."""
        return tuple(finding.name for finding in self.findings if finding.ok is False)


@dataclass(frozen=True, slots=True)
class ModelCost:
    """Cost of changing to a model on this machine, for what is in the library now.

    Attributes:
        seconds: until all is embedded with it; of a model that was never measured here, by its size.
        disk: bytes that its vectors and their index fill.
        foreign: files in languages that it does not know; None where its languages are not known.
    """

    seconds: float
    disk: int
    foreign: int | None = None


@dataclass(frozen=True, slots=True)
class ModelOffer:
    """Model with what it would cost.

    Attributes:
        cost: None for a reranker, and while there is nothing to embed or it is not known yet.
        reranking_seconds: of a reranker, what a search takes with it; None where that was never measured here.
        counted: costs were computed, so that without one there is nothing to embed.
        reason: why it is worth choosing; None for most. In a list of all models only the recommended one has any.
    """

    card: ModelCard
    cost: ModelCost | None = None
    reranking_seconds: float | None = None
    counted: bool = False
    reason: Notice | None = None


@dataclass(frozen=True, slots=True)
class ProviderReport:
    """Result of trying one way to compute on this machine.

    Attributes:
        name: as ONNX Runtime has it.
        off: largest difference of a component from the processor's.
        speed: passages a second.
        detail: reason for which it could not be tried, if any.
    """

    name: str
    device: Notice
    ok: bool
    off: float = 0.0
    speed: float = 0.0
    detail: Notice | None = None


@dataclass(frozen=True, slots=True)
class Parity:
    """Agreement of two models on the same passages.

    Attributes:
        passages: how many were compared.
        cosine: mean of the cosines between the two vectors of a passage.
        least: the least of these.
        overlap: share of a passage's ten nearest neighbours that both have, in the mean.
    """

    passages: int
    cosine: float
    least: float
    overlap: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """Faster build of a model, compared with the original.

    Attributes:
        model: id of the build.
        original: id of the model that it was made of.
        form: "int8" or "fp16".
        used: whether it was installed: its vectors agree.
        speed, original_speed: passages a second on this machine's processor, with one core.
        bytes, original_bytes: of the graph.
    """

    model: str
    original: str
    form: str = "int8"
    agreement: Parity
    used: bool
    speed: float
    original_speed: float
    bytes: int
    original_bytes: int


@dataclass(frozen=True, slots=True)
class FolderModel:
    """Facts that a folder's files give about the model in it; None or "" where they give none.

    Attributes:
        graphs: paths of the .onnx files that it may be, one of which has to be named where there are several.
        pooling: "mean" or "cls".
        is_converted: there are weights only, so that the graph is made here.
        license: name of its licence; "" where it is not known, or two disagree.
        license_notes: what has to be known of it beside.
    """

    graphs: tuple[str, ...]
    pooling: str = ""
    query_prefix: str | None = None
    passage_prefix: str | None = None
    max_tokens: int | None = None
    is_converted: bool = False
    license: str = ""
    license_notes: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class ServerReport:
    """Result of trying a server that is to embed in place of this computer.

    Attributes:
        serves: the model that it says it has.
        likeness: least cosine between its vectors and those of the model on this computer.
    """

    address: str
    serves: str
    likeness: float
