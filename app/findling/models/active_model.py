"""Which model answers in a library just now; the settings may name another one, to which it is on its way."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.domain.library import ModelChange
from findling.errors import LibraryError
from findling.storage.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.paths import LibraryPaths


def find_active_model(paths: LibraryPaths) -> str:
    """The id of the model whose vectors questions are asked in; "" while there are none."""
    with looking(paths) as database:
        space = database.spaces.active() if database else None
        return space.model if space else ""


def find_change(database: Database, wanted: str) -> ModelChange | None:
    """The change to the model that is wanted, which goes on, or will with the next run; None where there is none."""
    answering, space = database.spaces.active(), database.vectors.latest_space(wanted)
    if answering is None or answering == space:
        return None
    documents = database.documents.count_texts()
    left = database.spaces.count_unembedded(space).documents if space else documents
    return ModelChange(space.model if space else wanted, documents, left)


@contextmanager
def looking(paths: LibraryPaths) -> Iterator[Database | None]:
    """The library's database as of one moment; None where there is none that can be read."""
    try:
        database = Database.open_for_reading(paths.database)
    except LibraryError:
        yield None
        return
    try:
        with database.reading():
            yield database
    finally:
        database.close()
