"""What is said of models: frozen data, light enough for every process to know."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from findling.messages.notice import Notice


class ModelKind(StrEnum):
    """What a model computes."""

    EMBEDDER = "embedder"
    RERANKER = "reranker"


@dataclass(frozen=True, slots=True)
class ModelCard:
    """A model, as a user chooses among them.

    Attributes:
        source: the publisher's repository; "" for a model of the user's own.
        license: SPDX identifier; "" where it is not known.
        license_text: the licence itself; "" where Findling has none.
        languages: ISO 639-1 codes; none where they are not known.
        dimensions: of its vectors; 0 for a reranker.
        max_tokens: its longest input.
        precision: of its weights, e.g. "fp32".
        bytes: how large its files are together; None where that is not known.
        original: id of the model that this is a smaller build of; "" for none.
        bundled: it ships with Findling.
        installed: it lies on this machine.
        active: it is the one in use.
        unhashed: files whose published hash was not seen, so that the revision alone pins them.
        scores: published results in 0..1 by MTEB's task.
        buildable: smaller and faster builds can be made of it.
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
    buildable: bool = True


@dataclass(frozen=True, slots=True)
class Transfer:
    """How far an installation has come.

    Attributes:
        file: the one at hand.
        done: bytes that are here.
        total: bytes in all; None where the source does not say.
    """

    file: str
    done: int
    total: int | None


class BuildStage(StrEnum):
    """What the making of a faster build is at."""

    CONVERTING = "converting"
    ORIGINAL = "original"
    BUILD = "build"


@dataclass(frozen=True, slots=True)
class BuildStep:
    """How far the making of a faster build has come.

    Attributes:
        stage: what is being done: the build is written, or passages are embedded with the original or with the build.
        done: passages that are embedded with it.
        total: passages in all; 0 while none are.
    """

    stage: BuildStage
    done: int = 0
    total: int = 0


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look at a model found.

    Attributes:
        name: of what was looked at: "files", "graph", "dimensions", "length", "answer", "prefix", "order" or "speed".
        ok: whether it is as it should be; None where there is nothing to hold it against.
        detail: what was found.
    """

    name: str
    ok: bool | None
    detail: Notice


@dataclass(frozen=True, slots=True)
class Verification:
    """All that was found out about a model.

    Attributes:
        model: its id.
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
        """Whether nothing speaks against the model."""
        return not self.failed

    @property
    def compared(self) -> bool:
        """Whether there was anything to hold its files against."""
        return any(finding.name == "files" and finding.ok is not None for finding in self.findings)

    @property
    def failed(self) -> tuple[str, ...]:
        """The names of the findings that speak against it."""
        return tuple(finding.name for finding in self.findings if finding.ok is False)


@dataclass(frozen=True, slots=True)
class ModelCost:
    """What going over to a model would take on this machine, for what is in the library now.

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
    """A model and its price.

    Attributes:
        cost: None for a reranker, and while there is nothing to embed or it is not known yet.
        reading: of a reranker, seconds that a search takes with it; None where that was never measured here.
        counted: whether costs were looked for, so that without one there is nothing to embed.
    """

    card: ModelCard
    cost: ModelCost | None = None
    reading: float | None = None
    counted: bool = False


@dataclass(frozen=True, slots=True)
class ProviderReport:
    """Result of trying one way to compute on this machine.

    Attributes:
        name: as ONNX Runtime has it.
        device: what a user calls it.
        ok: whether it computes, and computes right.
        off: the furthest that a component was from the processor's.
        speed: passages a second.
        detail: what kept it from being tried; None where nothing did.
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
    """A faster build of a model, and what speaks for it.

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
    """What the files in a folder say of the model in it.

    Attributes:
        graphs: paths of the .onnx files that it may be, one of which has to be named where there are several.
        pooling: "mean" or "cls"; "" where the files do not say.
        query_prefix: what stands before a query; None where the files do not say.
        passage_prefix: what stands before a passage; None where the files do not say.
        max_tokens: its longest input; None where the files do not say.
    """

    graphs: tuple[str, ...]
    pooling: str = ""
    query_prefix: str | None = None
    passage_prefix: str | None = None
    max_tokens: int | None = None


@dataclass(frozen=True, slots=True)
class ServerReport:
    """What came of trying a server that is to embed in place of this computer.

    Attributes:
        address: of the server, as it is kept in the settings.
        serves: the model that it says it has.
        likeness: the least cosine between its vector of a text and that of the model on this computer.
    """

    address: str
    serves: str
    likeness: float
