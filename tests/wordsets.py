"""A small lexical index for tests."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from findling.index.lexical.lexical_reader import LexicalReader
from findling.index.lexical.lexical_writer import LexicalWriter
from findling.index.lexical.schema import LexicalEntry, NameEntry


def write(folder: Path, entries: Iterable[LexicalEntry | NameEntry], sequence: int = 1) -> None:
    """Put all entries into the index in one commit."""
    with LexicalWriter.open(folder) as writer:
        for entry in entries:
            if isinstance(entry, LexicalEntry):
                writer.put_document(entry)
            else:
                writer.put_name(entry)
        writer.commit(sequence)


def read(folder: Path) -> LexicalReader:
    """Open an index that is there."""
    reader = LexicalReader.open(folder)
    assert reader is not None
    return reader
