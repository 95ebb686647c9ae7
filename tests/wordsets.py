"""A small word index for tests, written and opened as the program does."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from findling.index.lexical import NameEntry, WordEntry, WordsReader, WordsWriter


def write(folder: Path, entries: Iterable[WordEntry | NameEntry], sequence: int = 1) -> None:
    """Put all entries into the index in one commit."""
    with WordsWriter.open(folder) as writer:
        for entry in entries:
            if isinstance(entry, WordEntry):
                writer.put_document(entry)
            else:
                writer.put_name(entry)
        writer.commit(sequence)


def read(folder: Path) -> WordsReader:
    """Open an index that is there."""
    reader = WordsReader.open(folder)
    assert reader is not None
    return reader
