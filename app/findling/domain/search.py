"""Data of searches and their results."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from findling.formats import FileKind
from findling.messages.notice import Notice


class Mode(StrEnum):
    """Mode of a search: by meaning, by words, or by both."""

    HYBRID = "hybrid"
    MEANING = "meaning"
    WORDS = "words"


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
class Result:
    """File of a result list, with its best passages.

    Attributes:
        score: 0..1, comparable within one result list only.
        copies: other places of the same content.
        exact_match: it holds the very words, phrase or name that was typed, and stands before all that do not.
        outermost: the file on the disk that it is in, as an attachment is; None for a file on the disk.
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
    outermost: Path | None = None


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
    """

    query: str
    mode: Mode
    results: tuple[Result, ...]
    took_ms: float
    indexing: bool = False
    notes: tuple[Notice, ...] = ()
    searched: str = ""
