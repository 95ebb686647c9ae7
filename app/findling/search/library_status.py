"""Counts, sizes and state of a library, and of each of its folders."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.library import FolderReport, Status
from findling.embedding.catalogue import read_catalogue
from findling.embedding.model_store import ModelStore
from findling.models.languages import find_gap
from findling.models.model_change import find_change
from findling.models.model_warnings import find_notices, find_server
from findling.models.provider_choice import read_use

if TYPE_CHECKING:
    from findling.paths import LibraryPaths
    from findling.settings import Settings
    from findling.storage.database import Database
    from findling.storage.folder_table import Folder


def measure_status(database: Database, paths: LibraryPaths, settings: Settings) -> Status:
    """Return counts, sizes and the state of the model."""
    store = ModelStore.open(paths.models)
    with database.reading():
        counts = database.files.counts()
        unembedded = database.queue.count_files()
        absent = database.files.count_absent()
        space = database.spaces.active()
        chunks = database.vectors.count(space.id) if space else 0
        change = find_change(database, settings.model)
        languages = database.documents.languages()
    model = space.model if space else settings.model
    use = read_use(paths)
    return Status(
        files=counts.found,
        indexed=counts.indexed,
        skipped=counts.skipped,
        failed=counts.failed,
        pending=counts.pending,
        unembedded=unembedded,
        offline=sum(absent.values()),
        chunks=chunks,
        model=model,
        dimensions=space.dimensions if space else store.model(model).spec.dimensions if store.has(model) else 0,
        provider=use.provider,
        database_bytes=database.size(),
        index_bytes=_size(paths.vectors) + _size(paths.words),
        change=change,
        notices=find_notices(settings, use),
        gap=find_gap(store.model(model).spec, languages, read_catalogue()) if store.has(model) else None,
        remote=find_server(settings),
    )


def report_folders(database: Database) -> list[FolderReport]:
    """Return the folders of a library."""
    with database.reading():
        return [_report_folder(database, folder) for folder in database.folders.all()]


def _report_folder(database: Database, folder: Folder) -> FolderReport:
    counts = database.files.counts(folder.id)
    return FolderReport(
        path=folder.path,
        files=counts.found,
        indexed=counts.indexed,
        skipped=counts.skipped,
        failed=counts.failed,
        offline=sum(database.files.count_absent(folder.id).values()),
        exclude=folder.exclude,
    )


def _size(folder: Path) -> int:
    """Sum the bytes below a folder, as far as the writer leaves its files in place."""
    total = 0
    for directory, _, names in os.walk(folder):
        for name in names:
            with suppress(OSError):
                total += Path(directory, name).stat().st_size
    return total
