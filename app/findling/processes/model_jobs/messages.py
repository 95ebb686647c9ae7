"""Messages between the window and a process that does one job on models."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias, get_args

from findling.domain.job_progress import BuildStep, Transfer, TrialProgress
from findling.domain.models import BuildReport, FolderModel, ModelKind, ProviderReport, ServerReport, Verification
from findling.ipc.codec import Codec, MessageError
from findling.ipc.failures import Failed
from findling.paths import LibraryPaths


@dataclass(frozen=True, slots=True)
class Install:
    """Window: install a model, and try it.

    Attributes:
        folder: where its files lie; None for the hub.
    """

    model: str
    folder: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InstallOwn:
    """Window: install a model of the user's own from a folder, and try it.

    Attributes:
        model: what it is to be called.
        pooling: "mean" or "cls"; "" where its files say it.
        query_prefix: what stands before a query; None where its files say it.
        max_tokens: its longest input; None where its files say it.
        passage_prefix: what stands before a passage; None where its files say it.
        languages: ISO 639-1 codes; none where they are not known.
        graph: path of the .onnx file; "" where there is only one that can be meant.
    """

    model: str
    folder: Path
    pooling: str = ""
    query_prefix: str | None = None
    max_tokens: int | None = None
    passage_prefix: str | None = None
    languages: tuple[str, ...] = ()
    graph: str = ""


@dataclass(frozen=True, slots=True)
class Examine:
    """Window: see what the files in a folder say of the model in it."""

    folder: Path


@dataclass(frozen=True, slots=True)
class CheckFiles:
    """Window: see whether the files of a model are whole, before it is used."""

    model: str


@dataclass(frozen=True, slots=True)
class Verify:
    """Window: try whether a model gives what is known of it, and how fast it is."""

    model: str


@dataclass(frozen=True, slots=True)
class SpeedUp:
    """Window: make a faster build of a model, if its vectors agree; `form` is "int8" or "fp16"."""

    model: str
    form: str = "int8"


@dataclass(frozen=True, slots=True)
class Discard:
    """Window: delete a model."""

    model: str


@dataclass(frozen=True, slots=True)
class Measure:
    """Window: try with a model what can be computed with."""

    model: str


@dataclass(frozen=True, slots=True)
class TryServer:
    """Window: see whether a server gives the vectors of the model in use.

    Attributes:
        key: kept in the system's keyring before anything else; "" for the one that is kept there already, or none.
    """

    address: str
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class ForgetServer:
    """Window: delete the key of a server that is used no more."""

    address: str


@dataclass(frozen=True, slots=True)
class CompareModels:
    """Window: ask the model in use, others and words alone some questions, and keep the results.

    Attributes:
        questions: of the user; others are made, and earlier searches asked again.
    """

    questions: tuple[str, ...] = ()


ModelJob: TypeAlias = Install | InstallOwn | CheckFiles | Verify | SpeedUp | Discard
Job: TypeAlias = ModelJob | Measure | Examine | TryServer | ForgetServer | CompareModels


@dataclass(frozen=True, slots=True)
class Start:
    """Window, first of all: do this, for this library."""

    paths: LibraryPaths
    job: Job


@dataclass(frozen=True, slots=True)
class Cancel:
    """Window: leave off; what has arrived is kept."""


@dataclass(frozen=True, slots=True)
class Installed:
    """The model is there, and what came of trying it."""

    model: str
    verification: Verification | None


@dataclass(frozen=True, slots=True)
class FilesChecked:
    """All files are whole."""

    model: str
    kind: ModelKind = ModelKind.EMBEDDER


@dataclass(frozen=True, slots=True)
class Discarded:
    """The model is gone; `size` is what that freed, in bytes."""

    model: str
    size: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Reports on the execution providers that were measured."""

    model: str
    providers: tuple[ProviderReport, ...]


@dataclass(frozen=True, slots=True)
class ServerForgotten:
    """The server's key is gone, if there was one."""


@dataclass(frozen=True, slots=True)
class ModelsCompared:
    """All questions are asked of all models."""


Outcome: TypeAlias = (
    Installed
    | FilesChecked
    | Verification
    | BuildReport
    | Discarded
    | Measured
    | FolderModel
    | ServerReport
    | ServerForgotten
    | ModelsCompared
    | Failed
)
ToModelJob: TypeAlias = Start | Cancel
FromModelJob: TypeAlias = Transfer | BuildStep | TrialProgress | Outcome

_CODEC = Codec(*get_args(ToModelJob), *get_args(FromModelJob))


def to_line(message: ToModelJob | FromModelJob) -> bytes:
    """Encode a message as one line of ASCII."""
    return _CODEC.to_line(message)


def from_window(line: bytes) -> ToModelJob:
    """Decode a message of the window.

    Raises:
        MessageError: the line is no such message.
    """
    message = _CODEC.from_line(line)
    if not isinstance(message, ToModelJob):
        raise MessageError(f"{type(message).__name__} is not for the window to say")
    return message


def from_model_job(line: bytes) -> FromModelJob:
    """Decode a message of the process.

    Raises:
        MessageError: the line is no such message.
    """
    message = _CODEC.from_line(line)
    if not isinstance(message, FromModelJob):
        raise MessageError(f"{type(message).__name__} is not for a process that works on models to say")
    return message
