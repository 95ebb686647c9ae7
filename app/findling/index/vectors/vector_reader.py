"""Reader of the published segments of a vector index."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from findling.errors import IndexDamagedError
from findling.index.vectors.exact import Neighbours, check_query, merge
from findling.index.vectors.index_manifest import Manifest, SegmentRecord, manifest_path, read_manifest
from findling.index.vectors.segment_file import load_segment
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from findling.index.vectors.segment import Segment

_MORE = 1.5
_LEAST = 32
"""Neighbours beyond one and a half times its share for which a segment is asked: one subject may be in one segment."""


@dataclass(frozen=True, slots=True)
class _Published:
    """One state of an index: manifest, segments, and the signature of the manifest's file."""

    manifest: Manifest
    segments: dict[SegmentRecord, Segment]
    signature: tuple[int, ...] | None


class VectorReader:
    """Searches the published part of a vector index.

    Searches may run beside each other and beside one `refresh`, and finish on the state on which they began.
    """

    def __init__(self, folder: Path, published: _Published) -> None:
        self._folder = folder
        self._published = published

    @classmethod
    def open(cls, folder: Path, fingerprint: str, dimensions: int) -> VectorReader:
        """Load everything that is published in a folder, by the model of this fingerprint.

        Raises:
            IndexDamagedError: a file is not as published, or another model made the vectors.
            LibraryError: a file cannot be read.
        """
        return cls(folder, _load(folder, _Published(Manifest(fingerprint, dimensions), {}, None)))

    @classmethod
    def empty(cls, folder: Path, fingerprint: str, dimensions: int) -> VectorReader:
        """Return a reader of nothing, in place of a damaged index; it loads what is published next."""
        return cls(folder, _Published(Manifest(fingerprint, dimensions), {}, _sign(folder)))

    @property
    def last_label(self) -> int:
        """Last published label; later ones are in the tail."""
        return self._published.manifest.last_label

    @property
    def count(self) -> int:
        """Number of vectors, those of deleted passages among them."""
        return self._published.manifest.count

    @property
    def manifest(self) -> Manifest:
        """Manifest of the loaded state."""
        return self._published.manifest

    def search(self, query: NDArray[np.float32], k: int) -> Neighbours:
        """Find about the `k` best vectors for a unit vector, float32 (d,), deleted ones among them.

        Each segment is asked for somewhat more than its share of them, and for all `k` where it may well have more,
        since all that it gave is among the best.

        Raises:
            ValueError: the query has another shape, or is not finite.
        """
        published = self._published
        query = check_query(query, published.manifest.dimensions)
        segments = list(published.segments.values())
        total = sum(map(len, segments))
        shares = [min(k, ceil(_MORE * k * len(segment) / total) + _LEAST) for segment in segments]
        found = [segment.search(query, share) for segment, share in zip(segments, shares, strict=True)]
        best = merge(found, k)
        wider = [
            segment.search(query, k)
            if share < k and len(part) == share and part.scores[-1] >= best.scores[-1]
            else part
            for segment, share, part in zip(segments, shares, found, strict=True)
        ]
        return merge(wider, k)

    def give_back(self) -> None:
        """Give memory back to the system, which has it again when it is searched."""
        for segment in self._published.segments.values():
            segment.graph.give_back()

    def refresh(self) -> bool:
        """Load what was published since, and return whether anything was.

        Raises:
            IndexDamagedError, LibraryError: as `open`; what was loaded before is still searched.
        """
        if _sign(self._folder) == self._published.signature:
            return False
        before, self._published = self._published, _load(self._folder, self._published)
        return before.manifest != self._published.manifest


def _sign(folder: Path) -> tuple[int, ...] | None:
    """Return a signature that changes whenever the manifest is replaced; None if there is none."""
    try:
        found = manifest_path(folder).stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _load(folder: Path, known: _Published) -> _Published:
    """Load the published state, reusing the segments that are loaded already."""
    while True:
        signature = _sign(folder)
        manifest = read_manifest(folder, known.manifest.fingerprint, known.manifest.dimensions)
        try:
            segments = {
                record: known.segments.get(record) or load_segment(folder, record, manifest.dimensions)
                for record in manifest.segments
            }
        except FileNotFoundError as error:
            # A publisher removes files only after its manifest has taken the old one's place: look there again.
            if _sign(folder) == signature:
                raise IndexDamagedError(
                    LibraryMessage.A_VECTOR_FILE_GONE(folder=folder), Remedy.BUILT_AGAIN()
                ) from error
        else:
            return _Published(manifest, segments, signature)
