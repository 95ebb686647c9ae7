"""Entries, queries and the two tantivy schemas of the lexical index: documents and names."""

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
TAILS = "tails"
NAME = "name"
FOLDER = "folder"
MARKER = "marker"
SEQUENCE = "sequence"

# The analysis is part of the schema through these names, so that tantivy refuses an index made by another one.
_STEMMED = f"stemmed-{analysis.VERSION}"
_PLAIN = f"plain-{analysis.VERSION}"


def document_schema() -> Schema:
    """Return the schema of documents: stems without positions, words with them, compounds.

    Words are unstemmed, and have positions for phrases.
    """
    builder = _new_builder()
    builder.add_text_field(STEMS, tokenizer_name=_STEMMED, index_option="freq")
    builder.add_text_field(EXACT, tokenizer_name=_PLAIN)
    builder.add_text_field(LANGUAGE, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(TAILS, tokenizer_name="whitespace", index_option="basic")
    return builder.build()


def name_schema() -> Schema:
    """Return the schema of files: name and folders are two fields, weighed differently."""
    builder = _new_builder()
    builder.add_text_field(NAME, tokenizer_name=_PLAIN)
    builder.add_text_field(FOLDER, tokenizer_name=_PLAIN)
    return builder.build()


def _new_builder() -> SchemaBuilder:
    """Return a builder with ids, and the sequence number of the journal for one marker entry."""
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_unsigned_field(ID, indexed=True, fast=True)
    builder.add_unsigned_field(MARKER, indexed=True)
    builder.add_unsigned_field(SEQUENCE, fast=True)
    return builder


def register_analyzers(index: Index) -> None:
    """Register the analyzers of an opened index's fields; tantivy stores only their names."""
    index.register_tokenizer(_STEMMED, analysis.stem_analyzer())
    index.register_tokenizer(_PLAIN, analysis.exact_analyzer())


@dataclass(frozen=True, slots=True)
class LexicalEntry:
    """A document to be indexed; its language, an ISO 639-1 code or "und", selects the stemmer."""

    document_id: int
    title: str
    text: str
    language: str = "und"


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A file to be indexed by its name; `folder` is relative to the folder that the user added."""

    file_id: int
    name: str
    folder: str = ""


@dataclass(frozen=True, slots=True)
class LexicalQuery:
    """A parsed query.

    Attributes:
        words: scored, none of them required; a word may have several parts, as `INV-2023-0417` has.
        phrases: required, and scored: the words of each must stand side by side, unstemmed.
        excluded: no document that holds one of these words or phrases is found.
        others: folded words, with spaces between their parts, of which any counts as one more word, as rare as all of
            them together.
        beginning: folded letters with which the last word begins, as far as it was typed; "" where all of it was.
    """

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    beginning: str = ""
