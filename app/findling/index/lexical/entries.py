"""What goes into the word index and what is asked of it, as plain data."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LexicalEntry:
    """A document to be found by its words.

    Attributes:
        document_id: the database's id of the document, never negative.
        title: the document's title; its words count as words of the text.
        text: the canonical text.
        language: ISO 639-1 code, or "und"; it chooses the stemmer.
    """

    document_id: int
    title: str
    text: str
    language: str = "und"


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A file to be found by what it is called.

    Attributes:
        file_id: the database's id of the file, never negative.
        name: the file's name with its suffix.
        folder: the folders above it, as a path relative to what the person added; its words count less.
    """

    file_id: int
    name: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class LexicalQuery:
    """What a person typed, taken apart.

    Attributes:
        words: scored, none of them required; a word may have several parts, as `INV-2023-0417` has.
        phrases: required, and scored: the words of each must stand side by side, unstemmed.
        excluded: no document that holds one of these words or phrases is found.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
