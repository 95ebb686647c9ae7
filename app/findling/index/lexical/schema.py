"""The two tantivy schemas of the word index: documents with their texts, files with their names."""

from __future__ import annotations

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
