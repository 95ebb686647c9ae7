"""The word index: BM25 over whole documents and over the names of files, a cache that is rebuilt from the database."""

from findling.index.lexical.entries import NameEntry, WordEntry, WordQuery
from findling.index.lexical.lexical_reader import WordsReader
from findling.index.lexical.lexical_writer import WordsWriter

__all__ = ["NameEntry", "WordEntry", "WordQuery", "WordsReader", "WordsWriter"]
