"""Data of searches and their results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Self

from findling.domain.comparisons import WordChange
from findling.domain.files import Absence, FileStatus, Reason
from findling.domain.origin import Origin
from findling.domain.versions import OrderClue
from findling.formats import FileKind
from findling.messages.notice import Notice


class Mode(StrEnum):
    """Mode of a search: by meaning, by words, or by both."""

    HYBRID = "hybrid"
    MEANING = "meaning"
    WORDS = "words"


class TypingStage(StrEnum):
    """Stage of the typing of a query.

    While its last word is being typed, the meaning of a single unfinished one is not asked; when the keys rest, it is.
    """

    TYPING = "typing"
    RESTING = "resting"
    DONE = "done"


class SortOrder(StrEnum):
    """Order of results: the best, the latest or the largest first, or by name."""

    RELEVANCE = "relevance"
    DATE = "date"
    NAME = "name"
    SIZE = "size"


class Relevance(StrEnum):
    """Estimate that a result is worth opening; fitted on judged queries, never a raw cosine.

    Unrated is what is found by a model of which nothing says how sure its cosines are.
    """

    STRONG = "strong"
    FAIR = "fair"
    WEAK = "weak"
    UNRATED = "unrated"


@dataclass(frozen=True, slots=True)
class Hit:
    """Passage in a result.

    Attributes:
        score: 0..1, comparable within one result list only.
        by: what found it: "meaning", "words", or both.
    """

    text: str
    score: float
    page: int | None
    heading: str
    start: int
    end: int
    by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultVersion:
    """Version of the document of a result.

    Attributes:
        path: of the file that was changed first, of several with the same words.
        modified_ns: when that was, in ns since 1970.
        newer_by: what tells that it is newer than the one listed after it; None where nothing does, and for the last.
    """

    path: Path
    modified_ns: int
    newer_by: OrderClue | None = None


def are_ordered(versions: Sequence[ResultVersion]) -> bool:
    """Return whether it is known of all versions which are the newer ones."""
    return all(version.newer_by for version in versions[:-1])


@dataclass(frozen=True, slots=True)
class Result:
    """File of a result list, with its best passages.

    Attributes:
        score: 0..1, comparable within one result list only.
        copies: other places of the same content.
        is_recognised: some of its text was read by text recognition, which makes mistakes.
        exact_match: it holds the very words, phrase or name that was typed, and stands before all that do not.
        is_missing: no file is there any more: it was deleted since it was read, or its disk is not connected.
        found_by_name: the name of the file bears what was typed, perhaps in parts of words; its text, if it has any,
            does so weakly or not at all.
        size: bytes; 0 where it is not told.
        status, reason, detail: whether it was read, and why not, or not wholly.
        absence: why it is not to be had now, as with a disk that is not connected; None where it is there.
        outermost: the file on the disk that it is in, as an attachment is; None for a file on the disk.
        origin: its own date and people; None where it says nothing of them, and for a mailbox, which has many.
        labels: names of those that the user gave it.
        versions: all known versions of its document, the newest first; none where there are no others.
        version: which of them it is, counted from 0.
        shared_by: who shares it in a library of several people; "" for a result of the library on this computer.
        machine: name of the computer that it lies on; "" for this one.
        differs: what of a pasted passage says otherwise here, before as it was pasted; None where it stands not here.
    """

    path: Path
    title: str
    kind: FileKind
    score: float
    relevance: Relevance
    modified_ns: int
    hits: tuple[Hit, ...]
    copies: tuple[Path, ...] = ()
    exact_match: bool = False
    is_recognised: bool = False
    is_missing: bool = False
    found_by_name: bool = False
    size: int = 0
    status: FileStatus = FileStatus.INDEXED
    reason: Reason | None = None
    detail: Notice | None = None
    absence: Absence | None = None
    outermost: Path | None = None
    origin: Origin | None = None
    labels: tuple[str, ...] = ()
    versions: tuple[ResultVersion, ...] = ()
    version: int = 0
    shared_by: str = ""
    machine: str = ""
    differs: tuple[WordChange, ...] | None = None

    @classmethod
    def of_file(cls, path: Path, title: str, kind: FileKind, modified_ns: int) -> Self:
        """Return a file that no search found, as a preview takes it."""
        return cls(
            path=path,
            title=title or path.name,
            kind=kind,
            score=0.0,
            relevance=Relevance.UNRATED,
            modified_ns=modified_ns,
            hits=(),
        )

    @property
    def is_newest(self) -> bool:
        """True if no version of its document is newer, as is known; False where there are none."""
        return bool(self.versions) and not self.version and are_ordered(self.versions)


@dataclass(frozen=True, slots=True)
class Answer:
    """Results of a search.

    Attributes:
        query: as it was typed.
        results: best first.
        took_ms: from the query's text to the results, without opening the library.
        indexing: files are still waiting, so more may be found later.
        notes: what the user should know, e.g. that a filter was not understood and was searched as words.
        searched: the words and phrases that were searched for, with typing errors mended; "" where a filter alone was.
        beginning: how words begin of which any was searched for beside them; "" where the last word is finished.
        is_hasty: the query is a word in the midst of being typed, so that what is near in meaning was left out.
        is_partial: the meaning of the other words was asked without the one in the midst of being typed.
    """

    query: str
    mode: Mode
    results: tuple[Result, ...]
    took_ms: float
    indexing: bool = False
    notes: tuple[Notice, ...] = ()
    searched: str = ""
    beginning: str = ""
    is_hasty: bool = False
    is_partial: bool = False


@dataclass(frozen=True, slots=True)
class ExampleQuestions:
    """Queries that a library can answer, one of each kind; "" where none could be made.

    Attributes:
        about: as one would ask a person.
        phrase: words in quotation marks.
        filtered: with filters.
    """

    about: str = ""
    phrase: str = ""
    filtered: str = ""
