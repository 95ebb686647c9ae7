"""Data of a library and its files: status, surveys, progress and results of index runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from findling.domain.files import FileStatus, Reason
from findling.domain.origin import Origin
from findling.formats import FileKind
from findling.messages.notice import Notice

_READING_SHARE = 0.15
"""Share of the work on a file that is done once it is found by its words; of mixed files (docs/benchmarks.md)."""


def measure_share(found: int, pending: int, unembedded: int) -> float:
    """Return how much of a library is done, 0..1: files are to be read, and then to be embedded."""
    return 1 - (pending + (1 - _READING_SHARE) * unembedded) / found if found else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderReport:
    """Folder of the library with counts of its files.

    Attributes:
        files: those that wait as well.
        offline: those that are kept though they are not there, whatever their status.
    """

    path: Path
    files: int = 0
    indexed: int = 0
    skipped: int = 0
    failed: int = 0
    offline: int = 0
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelChange:
    """Change to another model, which does not answer until no documents are left to embed."""

    model: str
    documents: int
    left: int


@dataclass(frozen=True, slots=True)
class LanguageGap:
    """Files in languages that the model does not know: found by their words, hardly by meaning.

    Attributes:
        languages: ISO 639-1 codes, the most frequent first.
        remedy, model: advice and id of a model that knows them; None and "" where there is none.
        helped: number of the files in languages that it knows.
    """

    files: int
    languages: tuple[str, ...]
    remedy: Notice | None
    model: str = ""
    helped: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """Contents of the library.

    Attributes:
        unembedded: of the `indexed` files, those that are found by their words, and whose meaning waits.
        offline: files that are kept though they are not there, whatever their status.
        chunks, model: passages that are embedded with the model that answers, and its id.
        provider: as ONNX Runtime names what the model is computed with.
        database_bytes, index_bytes: on disk; the index can be made again.
        notices: warnings about what computes, e.g. that a device failed.
        remote: address of the server that texts of files are sent to, to be embedded; "" for none.
    """

    files: int = 0
    indexed: int = 0
    skipped: int = 0
    failed: int = 0
    pending: int = 0
    unembedded: int = 0
    offline: int = 0
    chunks: int = 0
    model: str
    dimensions: int = 0
    provider: str = ""
    database_bytes: int = 0
    index_bytes: int = 0
    change: ModelChange | None = None
    gap: LanguageGap | None = None
    notices: tuple[Notice, ...] = ()
    remote: str = ""


@dataclass(frozen=True, slots=True)
class FileIssue:
    """Reason for which files are not searchable or, where `status` is indexed, only in part."""

    reason: Reason
    status: FileStatus
    count: int


@dataclass(frozen=True, slots=True)
class IssueFile:
    """File with an issue; `detail` is what is special about it."""

    path: Path
    detail: Notice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileInfo:
    """Facts about one file.

    Attributes:
        kind: None where it was not read.
        size: bytes; modified_ns: since 1970.
        pages: pages, slides or sheets; None where its format has none.
        language: ISO 639-1, "und" where unknown, "" where it was not read.
        folder: the folder of the library that it belongs to; None for a file from elsewhere.
        copies: other paths of the same content.
        is_recognised: some of the text was read by text recognition.
        origin: its own date and people; None where it says nothing of them, and for a mailbox, which has many.
        dates_ns: of the first and the last message in a mailbox.
        labels: names of those that the user gave it.
    """

    path: Path
    kind: FileKind | None
    size: int
    modified_ns: int
    pages: int | None = None
    words: int = 0
    language: str = ""
    passages: int = 0
    folder: Path | None = None
    status: FileStatus
    reason: Reason | None = None
    copies: tuple[Path, ...] = ()
    is_recognised: bool = False
    origin: Origin | None = None
    dates_ns: tuple[int, int] | None = None
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExcludePreview:
    """Effect that exclusion rules would have on a folder.

    Attributes:
        kept, left_out: numbers of files; those in folders that are left out are counted too, up to a limit.
        examples: some of what is left out, as paths relative to the folder.
        complete: all of the folder was looked at.
    """

    kept: int = 0
    left_out: int = 0
    examples: tuple[str, ...] = ()
    complete: bool = False
    problem: Notice | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """Estimate of indexing a folder on this machine.

    Attributes:
        files, others: those of kinds that Findling reads, and those of other kinds.
        size: bytes of `files`.
        seconds: until they are all searchable; None while the speed of this machine is not known.
        disk: bytes that the library will take for them.
        complete: all of the folder was looked at.
        tokens: that are to be embedded; all of `seconds` but for these is the same whatever the model.
        languages: ISO 639-1 codes and the documents in each by a sample, the most frequent first; None while unknown.
    """

    path: Path
    files: int
    others: int
    size: int
    seconds: float | None
    disk: int
    complete: bool
    tokens: float = 0.0
    languages: tuple[tuple[str, int], ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Progress of an index run; `found` is the sum of the next five.

    Attributes:
        unembedded: of the searchable files, those that are found by their words, and whose meaning waits.
        chunks: passages embedded in this run.
        seconds, seconds_left: since the run began, and an estimate, if there is one.
        doing: "scanning", "indexing", "publishing", "watching", "changing": all is embedded again for another model,
            "recognising": text is recognised on scans and pictures, "grouping": documents are grouped by topic, or
            "waiting": there is no mains power.
        path: the file at hand, as shown to users; "" between files.
        grouped: share of the grouping that is done, 0..1.
    """

    found: int = 0
    indexed: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0
    pending: int = 0
    unembedded: int = 0
    removed: int = 0
    chunks: int = 0
    seconds: float = 0.0
    seconds_left: float | None = None
    doing: str = "scanning"
    path: str = ""
    grouped: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Result of an index run; `found` is always indexed + unchanged + skipped + failed.

    Attributes:
        indexed, unchanged: files that became searchable or were indexed again, and those that were searchable before.
        skipped, failed: files of the folders that are not searchable, whenever that was found out.
        chunks: passages embedded in this run.
        stopped: the run was interrupted; `pending` files wait for the next one.
        unembedded: of the searchable files of all folders, those that are found by their words alone so far.
        notes: what the user should know, e.g. that a folder's disk is not connected.
    """

    found: int = 0
    indexed: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0
    removed: int = 0
    chunks: int = 0
    seconds: float = 0.0
    pending: int = 0
    unembedded: int = 0
    stopped: bool = False
    notes: tuple[Notice, ...] = ()
