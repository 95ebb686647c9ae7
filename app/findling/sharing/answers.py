"""Answers to other programs, in JSON's values, with files named as in `file_references`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPassage:
    """Passage of a document: `start` and `end` are places in its text, for reading on."""

    text: str
    page: int | None
    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """File that answers, with its best passages; `copies` are other places of the same content."""

    file: str
    title: str
    type: str
    modified: str
    relevance: str
    passages: tuple[QuotedPassage, ...]
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFiles:
    """Files that answer, best first; `notes` say what of the question was not understood."""

    files: tuple[FoundFile, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPiece:
    """Piece of a document: `text` is what stands from `start` to `end` of `length` characters.

    `page` is the one that it begins on; `next` is where to go on, null at the end.
    """

    file: str
    title: str
    page: int | None
    pages: int | None
    start: int
    end: int
    length: int
    next: int | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineHeading:
    """Heading with its level from 1 to 6, its page, and its place in the document's text."""

    level: int
    text: str
    page: int | None
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOutline:
    """Headings of a document of `length` characters; `headings_in_all` counts omitted ones too."""

    file: str
    title: str
    type: str
    language: str
    pages: int | None
    length: int
    headings_in_all: int
    headings: tuple[OutlineHeading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """Place where the words stand, with what is around them."""

    file: str
    page: int | None
    start: int
    end: int
    context: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlaces:
    """Places of exact words; `more` says that there are others."""

    places: tuple[FoundPlace, ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeFile:
    """File like another: how, its share of the words of both, and of the one asked for (0..1)."""

    file: str
    kind: str
    similarity: float
    containment: float


@dataclass(frozen=True, slots=True, kw_only=True)
class LikeFiles:
    """Duplicates of a file, the likest first."""

    files: tuple[LikeFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFolder:
    """Shared folder, with the number of its searchable files."""

    folder: str
    files: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedFolderList:
    """All that is shared."""

    folders: tuple[SharedFolder, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedDocument:
    """Document that can be searched and read; `bytes` is the size of its file."""

    file: str
    title: str
    type: str
    pages: int | None
    language: str
    bytes: int
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentList:
    """Documents by path; `after` is what to ask with for those that follow, null at the end."""

    documents: tuple[ListedDocument, ...]
    after: str | None
