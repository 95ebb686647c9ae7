"""Handler of thumbnails, drawn by a sandboxed parser of its own, and cached on the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.previews.thumbnail_cache import ThumbnailCache, ThumbnailKey
from findling.paths import find_outermost
from findling.processes.reader.request_thread import RequestHandler
from findling.processes.reader.superseded_reply import Superseded
from findling.processes.reader.thumbnail_messages import AskThumbnail, ThumbnailShown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.domain.files import Stat
    from findling.extraction.sandbox.parser_sandbox import Sandbox
    from findling.processes.reader.messages import Reply
    from findling.processes.reader.request_thread import RequestContext
    from findling.search.library_connection import LibraryConnection

WIDTH = 144
"""Pixels across: what a row has room for, on a screen of twice the usual density."""

_LARGEST = 256 * 1024
"""Bytes of a thumbnail; what is larger is a strip too high to be recognised when it is small."""

_NONE = ThumbnailShown(b"")


class ThumbnailHandler(RequestHandler):
    """Handler of thumbnails of what the library knows; nothing is drawn that is left out of it.

    Args:
        sandbox: draws them, at the lowest priority; ended with the process.
        connection: knows the files.
        cache: keeps thumbnails.
        is_wanted: false where the user wants none; those that are there are removed.
    """

    questions = (AskThumbnail,)

    def __init__(
        self, sandbox: Sandbox, connection: LibraryConnection, cache: ThumbnailCache, *, is_wanted: bool = True
    ) -> None:
        self._sandbox = sandbox
        self._connection = connection
        self._cache = cache
        self._is_wanted = is_wanted
        self._undrawable: set[str] = set()

    def prepare(self) -> Iterator[None]:
        """Remove what is not wanted any more."""
        if not self._is_wanted:
            self._cache.clear()
        yield

    def rest(self) -> None:
        """Give back what the library keeps in memory."""
        self._connection.rest()

    def answer(self, context: RequestContext) -> Reply:
        """Take a thumbnail from the cache, or draw it."""
        question = context.question
        if not isinstance(question, AskThumbnail):
            raise TypeError(f"{type(question).__name__} is not about a thumbnail")
        with self._connection.library() as library:
            known = library.find_version(question.path) if library and self._is_wanted else None
        if known is None:
            return _NONE
        key = ThumbnailKey(*known, question.page)
        if (kept := self._cache.get(key)) is not None:
            return ThumbnailShown(kept)
        if key.name in self._undrawable or not _is_now(question.path, key.stat):
            return _NONE
        try:
            png = self._sandbox.draw(question.path, question.page, WIDTH).png
        except ExtractionError as error:
            if error.reason == Reason.INTERRUPTED:
                return Superseded()
            png = b""
        if not 0 < len(png) <= _LARGEST:
            self._undrawable.add(key.name)
            return _NONE
        self._cache.put(key, png)
        return ThumbnailShown(png)


def _is_now(path: Path, stat: Stat) -> bool:
    """Return whether a file is as the library knows it; one inside another is taken for that."""
    outermost, inner = find_outermost(path)
    try:
        found = outermost.stat()
    except OSError:
        return False
    return bool(inner) or (found.st_size, found.st_mtime_ns) == (stat.size, stat.mtime_ns)
