"""Passages that models are tried on: the person's own, and what ships with Findling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.errors import LibraryError
from findling.paths import resources
from findling.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.paths import LibraryPaths

_LEAST_CHARACTERS = 40


def own_passages(paths: LibraryPaths, count: int) -> Iterator[str]:
    """About so many passages from all over the library; none where there is none, or nothing answers yet."""
    try:
        database = Database.open_for_reading(paths.database)
    except LibraryError:
        return
    try:
        with database.reading():
            space = database.spaces.active()
            ids = list(database.documents.all_ids())
            for document_id in ids[:: max(len(ids) // count, 1)]:
                placed = database.documents.passages(document_id, space.id) if space else []
                yield from (passage.text for passage in placed[:: max(len(placed) * len(ids) // count, 1)])
    finally:
        database.close()


def shipped_passages() -> Iterator[str]:
    """Paragraphs of the models' licences."""
    for path in sorted((resources() / "models" / "licences").glob("*.txt")):
        for part in path.read_text("utf-8").split("\n\n"):
            line = " ".join(part.split())
            if len(line) >= _LEAST_CHARACTERS:
                yield line
