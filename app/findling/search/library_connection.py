"""A thread's connection to the library, opened again when another library takes its place."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from findling.errors import FindlingError, IndexDamagedError, LibraryError
from findling.search.library_reader import Library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from findling.models.embedder import SharedEmbedder
    from findling.paths import LibraryPaths
    from findling.settings import Settings


class LibraryConnection:
    """Connection that stays open from one question to the next; used by one thread."""

    def __init__(self, paths: LibraryPaths, settings: Settings, model: SharedEmbedder) -> None:
        self._paths = paths
        self._settings = settings
        self._model = model
        self._library: Library | None = None
        self._opened: tuple[int, int] | None = None

    @contextmanager
    def library(self) -> Iterator[Library | None]:
        """Provide the library as it is on the disk now; None while there is none.

        One that failed inside the block is opened again for the next.

        Raises:
            LibraryError: it cannot be opened.
        """
        found = self._find_file()
        if found != self._opened:
            self._close()
        if found and self._library is None:
            self._library, self._opened = Library.open(self._paths, self._settings, self._model), found
        try:
            yield self._library
        except Exception as error:
            # Errors of a file, a folder or the model say nothing of the library.
            if isinstance(error, LibraryError | IndexDamagedError) or not isinstance(error, FindlingError):
                self._close()
            raise

    def rest(self) -> None:
        """Give memory back that the next question takes again."""
        if self._library is not None:
            self._library.rest()

    def _find_file(self) -> tuple[int, int] | None:
        """Return device and inode, unique while this file is open; None without a database."""
        try:
            found = self._paths.database.stat()
        except OSError:
            return None
        # A writer makes the file before there is anything in it.
        return (found.st_dev, found.st_ino) if found.st_size else None

    def _close(self) -> None:
        library, self._library, self._opened = self._library, None, None
        if library:
            library.close()
