"""User's folder and its library for tests: real files, the bundled model, the sandbox."""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from findling.domain.files import FileStatus, Reason
from findling.domain.library import Summary
from findling.domain.search import Mode
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.indexing.indexer import Indexer
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.settings import Settings
from findling.storage.database import Database


@dataclass(frozen=True)
class Workspace:
    """Folder of files beside the library that covers it."""

    folder: Path
    paths: LibraryPaths
    settings: Settings = field(default_factory=lambda: Settings(threads=1, recognise=False, topics=False))

    @classmethod
    def at(cls, place: Path) -> Workspace:
        (place / "files").mkdir(parents=True)
        return cls(place / "files", LibraryPaths.inside(place / "library"))

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    @contextmanager
    def writing(self) -> Iterator[Indexer]:
        with _borrowed_sandbox() as sandbox:
            indexer = Indexer.open(self.paths, self.settings, sandbox=sandbox)
            try:
                yield indexer
            finally:
                indexer.close()

    @contextmanager
    def reading(self, *, once: bool = False) -> Iterator[Library]:
        library = Library.open(self.paths, self.settings, once=once)
        try:
            yield library
        finally:
            library.close()

    @contextmanager
    def looking_inside(self) -> Iterator[Database]:
        database = Database.open_for_reading(self.paths.database)
        try:
            yield database
        finally:
            database.close()

    def index(self, *folders: Path, retry: bool = False, should_stop: Callable[[], bool] = lambda: False) -> Summary:
        with self.writing() as indexer:
            summary = indexer.index(
                folders or [self.folder], report=lambda _: None, should_stop=should_stop, retry=retry
            )
        assert summary.found == summary.indexed + summary.unchanged + summary.skipped + summary.failed
        return summary

    def search(self, query: str, mode: Mode = Mode.HYBRID, limit: int = 10) -> list[str]:
        """Return the names of the files found, best first."""
        return self.search_all([query], [mode], limit)[query, mode]

    def search_all(
        self, queries: Iterable[str], modes: Iterable[Mode] = tuple(Mode), limit: int = 10
    ) -> dict[tuple[str, Mode], list[str]]:
        """Return the names of the files found, best first, for each query in each mode."""
        with self.reading() as library:
            return {
                (query, mode): [result.path.name for result in library.search(query, mode=mode, limit=limit).results]
                for query in queries
                for mode in modes
            }

    def files(self) -> dict[str, tuple[FileStatus, Reason | None]]:
        """Return the status of each file, by its path below the folder."""
        with self.reading() as library:
            return {
                os.path.relpath(report.path, self.folder): (report.status, report.reason) for report in library.files()
            }

    def contents(self) -> dict[str, tuple[str, int]]:
        """Return the text of each searchable file and the number of its passages, by its path below the folder."""
        with self.looking_inside() as database:
            found = {}
            for file_id in list(database.files.all_ids()):
                row = database.files.get(file_id)
                assert row is not None
                if row.status is FileStatus.INDEXED:
                    assert row.document_id is not None
                    stored = database.documents.text(row.document_id)
                    assert stored is not None
                    space = database.documents.latest_space(row.document_id)
                    passages = len(database.documents.passages(row.document_id, space))
                    found[os.path.relpath(row.path, self.folder)] = (stored[1], passages)
            return found


@cache
def _shared_sandbox() -> Sandbox:
    """One reading child for the libraries of all tests in this process, as one serves all runs of a writer."""
    sandbox = Sandbox()
    atexit.register(sandbox.close)
    return sandbox


_IN_USE = threading.Lock()


@contextmanager
def _borrowed_sandbox() -> Iterator[Sandbox | None]:
    """Lend the shared sandbox; None while another library is being written."""
    if not _IN_USE.acquire(blocking=False):
        yield None
        return
    try:
        yield _shared_sandbox()
    finally:
        _IN_USE.release()


INDEXED = (FileStatus.INDEXED, None)
