"""Cache of thumbnails on the disk: small, private, without what the library has forgotten."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from findling.domain.files import Stat

_SIZE_LIMIT = 64 * 2**20
"""Bytes of all thumbnails together: some five thousand."""

_AFTER_TRIM = 0.9
_SUFFIX = ".png"


@dataclass(frozen=True, slots=True)
class ThumbnailKey:
    """Page of a state of a file, by the number that the library has for it."""

    file_id: int
    stat: Stat
    page: int

    @property
    def name(self) -> str:
        """Name of its file in the cache."""
        return f"{self.file_id}-{self.stat.size:x}-{self.stat.mtime_ns:x}-{self.page}{_SUFFIX}"


class ThumbnailCache:
    """Folder of thumbnails, from which those that were not looked at for longest go first.

    A thumbnail that cannot be read or written is made again when it is asked for: nothing here is ever an error.
    """

    def __init__(self, folder: Path, limit: int = _SIZE_LIMIT) -> None:
        """Create a cache of at most `limit` bytes in a folder, made with the first thumbnail."""
        self._folder = folder
        self._limit = limit
        self._size: int | None = None

    def get(self, key: ThumbnailKey) -> bytes | None:
        """Return a thumbnail as PNG; None where there is none."""
        place = self._folder / key.name
        try:
            content = place.read_bytes()
            os.utime(place)
        except OSError:
            return None
        return content

    def put(self, key: ThumbnailKey, png: bytes) -> None:
        """Keep a thumbnail, in place of those of earlier states of its file."""
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            aside = self._folder / f".{key.name}"
            with os.fdopen(os.open(aside, os.O_CREAT | os.O_TRUNC | os.O_WRONLY | _BINARY, 0o600), "wb") as stream:
                stream.write(png)
            # Whoever reads it meanwhile reads a whole one.
            aside.replace(self._folder / key.name)
            self._size = None if self._size is None else self._size + len(png)
            self._trim()

    def drop_unknown(self, find_known: Callable[[Iterable[int]], Iterable[int]]) -> None:
        """Remove thumbnails of files that are gone; `find_known` returns the known of some numbers."""
        places = self._places()
        known = set(find_known(sorted({number for number, _ in places}))) if places else set()
        for number, place in places:
            if number not in known:
                with suppress(OSError):
                    place.unlink()

    def clear(self) -> None:
        """Remove all thumbnails."""
        self._size = None
        shutil.rmtree(self._folder, ignore_errors=True)

    def _places(self) -> list[tuple[int, Path]]:
        """Return what is in the cache, each with its file's number, or -1 if half done."""
        try:
            places = list(self._folder.iterdir())
        except OSError:
            return []
        numbers = (place.name.partition("-")[0] for place in places)
        return [
            (int(number) if number.isdecimal() else -1, place) for number, place in zip(numbers, places, strict=True)
        ]

    def _trim(self) -> None:
        if self._size is not None and self._size <= self._limit:
            return
        found = []
        for _, place in self._places():
            with suppress(OSError):
                stat = place.stat()
                found.append((stat.st_mtime_ns, stat.st_size, place))
        self._size = sum(size for _, size, _ in found)
        if self._size <= self._limit:
            return
        for _, size, place in sorted(found):
            if self._size <= self._limit * _AFTER_TRIM:
                return
            with suppress(OSError):
                place.unlink()
                self._size -= size


_BINARY = getattr(os, "O_BINARY", 0)
