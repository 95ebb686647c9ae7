"""Lexical index: BM25 over whole documents and names of files, rebuilt from the database."""

from findling.index.lexical.lexical_reader import LexicalReader
from findling.index.lexical.lexical_writer import LexicalWriter
from findling.index.lexical.schema import LexicalEntry, LexicalQuery, NameEntry

__all__ = ["LexicalEntry", "LexicalQuery", "LexicalReader", "LexicalWriter", "NameEntry"]
