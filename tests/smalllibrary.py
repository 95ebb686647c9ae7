"""Small library for tests: a database with files, documents and vectors of few dimensions."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from findling.domain.files import Extraction, Passage, Stat
from findling.formats import FileKind
from findling.storage.database import Database
from findling.storage.vector_table import Space

DIMENSIONS = 8
STAT = Stat(size=100, mtime_ns=1_700_000_000_000_000_000, inode=7)


def unit_vectors(count: int, seed: int = 0, dimensions: int = DIMENSIONS) -> np.ndarray:
    """Return (count, dimensions) float32, rows of length 1."""
    vectors = np.random.default_rng(seed).standard_normal((count, dimensions)).astype(np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


def make_space(database: Database, dimensions: int = DIMENSIONS) -> Space:
    return database.vectors.ensure_space("tests:1", "tests", dimensions)


def add_document(
    database: Database,
    content: bytes = b"hash",
    text: str = "one two three",
    *,
    kind: FileKind = FileKind.TEXT,
    language: str = "en",
    title: str = "Title",
    space: Space | None = None,
    passages: int = 0,
) -> int:
    """Store a document, cut into as many passages of equal length; the caller holds the transaction."""
    document = database.documents.add(content, "tests", Extraction(kind, title, text, (), language=language))
    if space is not None and passages:
        step = max(len(text) // passages, 1)
        cut = [Passage(i * step, (i + 1) * step, page=i + 1 if i else None, heading=f"h{i}") for i in range(passages)]
        database.vectors.add(document, space, cut, unit_vectors(passages, document, space.dimensions))
    return document


def add_file(
    database: Database, folder_id: int, path: Path, document: int | None = None, stat: Stat = STAT, priority: int = 0
) -> int:
    """Add a file and, where a document is named, make it searchable."""
    file = database.files.add_pending(folder_id, path, stat, priority)
    if document is not None:
        database.files.set_indexed(file, document, stat, "tests")
    return file
