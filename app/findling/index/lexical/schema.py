"""Entries, queries and the two tantivy schemas of the lexical index: documents, and names of files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.index.lexical import analysis

if TYPE_CHECKING:
    from tantivy import Index, Schema, SchemaBuilder

ID = "id"
STEMS = "stems"
EXACT = "exact"
LANGUAGE = "language"
NAME = "name"
FOLDER = "folder"
MARKER = "marker"
SEQUENCE = "sequence"

# The analysis is part of the schema through these names, so that tantivy refuses an index made by another one.
_STEMMED = f"stemmed-{analysis.VERSION}"
_PLAIN = f"plain-{analysis.VERSION}"


def document_schema() -> Schema:
    """Stems are only scored, so they carry no positions; the unstemmed words do, for phrases."""
    builder = _begin()
    builder.add_text_field(STEMS, tokenizer_name=_STEMMED, index_option="freq")
    builder.add_text_field(EXACT, tokenizer_name=_PLAIN)
    builder.add_text_field(LANGUAGE, tokenizer_name="raw", index_option="basic")
    return builder.build()


def name_schema() -> Schema:
    """The name and the folders of a file are two fields, so that they can weigh differently."""
    builder = _begin()
    builder.add_text_field(NAME, tokenizer_name=_PLAIN)
    builder.add_text_field(FOLDER, tokenizer_name=_PLAIN)
    return builder.build()


def _begin() -> SchemaBuilder:
    """Every entry has an id; one more, the marker, has the journal's sequence number in the same commit."""
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_unsigned_field(ID, indexed=True, fast=True)
    builder.add_unsigned_field(MARKER, indexed=True)
    builder.add_unsigned_field(SEQUENCE, fast=True)
    return builder


def register_analyzers(index: Index) -> None:
    """Give an opened index the analyzers that its fields name; tantivy stores the names only."""
    index.register_tokenizer(_STEMMED, analysis.stem_analyzer())
    index.register_tokenizer(_PLAIN, analysis.exact_analyzer())


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
