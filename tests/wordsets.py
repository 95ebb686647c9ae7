"""Small lexical index for tests, written and opened as the program does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from findling.index.lexical import LexicalEntry, LexicalReader, LexicalWriter, NameEntry


def write(folder: Path, entries: Iterable[LexicalEntry | NameEntry], sequence: int = 1) -> None:
    """Write all entries in one commit."""
    with LexicalWriter.open(folder) as writer:
        for entry in entries:
            if isinstance(entry, LexicalEntry):
                writer.put_document(entry)
            else:
                writer.put_name(entry)
        writer.commit(sequence)


def read(folder: Path) -> LexicalReader:
    """Open an existing index."""
    reader = LexicalReader.open(folder)
    assert reader is not None
    return reader
