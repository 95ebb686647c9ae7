"""Manifest of the published segments with their digests, replaced atomically."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from blake3 import blake3

from findling.errors import IndexDamagedError, LibraryError
from findling.folder_sync import sync_folder
from findling.index.vectors.index_files import create_part, move_into_place
from findling.messages.library_templates import LibraryMessage
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
"""Version of the format, raised when a field changes its meaning; an index of another one is rebuilt."""

_NAME = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentRecord:
    """Frozen record of a published segment: two immutable files over a range of labels.

    Attributes:
        name: of its files, without suffix.
        count: labels in it, those of passages deleted since among them.
        copies: how many of them have a vector that is in the graph under another label.
        first_label, last_label: the range that it covers; ranges ascend and never overlap.
        size: bytes of the graph's file.
        graph_digest, copies_digest: BLAKE3 of the files, hexadecimal.
        links, effort: the graph's M and ef_construction.
    """

    name: str
    count: int
    copies: int
    first_label: int
    last_label: int
    size: int
    graph_digest: str
    copies_digest: str
    links: int
    effort: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """The published state of an index.

    Attributes:
        fingerprint: what made the vectors; those of two fingerprints never meet in one search.
        dimensions: of each vector.
        generation: how often this index was published.
        segments: in ascending order of their labels.
    """

    fingerprint: str
    dimensions: int
    generation: int = 0
    segments: tuple[SegmentRecord, ...] = ()

    @property
    def last_label(self) -> int:
        """Last label of the segments; 0 without any."""
        return self.segments[-1].last_label if self.segments else 0

    @property
    def count(self) -> int:
        """Number of vectors in all segments, deleted ones among them."""
        return sum(segment.count for segment in self.segments)


def manifest_path(folder: Path) -> Path:
    """Return the path of the manifest."""
    return folder / _NAME


def graph_path(folder: Path, name: str) -> Path:
    """Return the path of a segment's graph."""
    return folder / f"{name}.hnsw"


def copies_path(folder: Path, name: str) -> Path:
    """Return the path of a segment's copies."""
    return folder / f"{name}.copies"


def find_unnamed(folder: Path, manifest: Manifest) -> list[Path]:
    """Return the files that the manifest does not name: replaced segments, leftovers of a crash."""
    named = {place(folder, segment.name) for segment in manifest.segments for place in (graph_path, copies_path)}
    found = (path for pattern in ("*.hnsw", "*.copies", "*.part") for path in folder.glob(pattern))
    return [path for path in found if path not in named]


def read_manifest(folder: Path, fingerprint: str, dimensions: int) -> Manifest:
    """Read the manifest of a folder, or an empty one if nothing is published.

    Raises:
        IndexDamagedError: it is not as it was written, or is of another format, model or number of dimensions.
        LibraryError: the folder cannot be read.
    """
    try:
        written = manifest_path(folder).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return Manifest(fingerprint, dimensions)
    except OSError as error:
        raise LibraryError(LibraryMessage.VECTORS_UNREADABLE(folder=folder, reason=explain_os_error(error))) from error
    try:
        manifest = _parse(json.loads(written))
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise IndexDamagedError(LibraryMessage.VECTOR_MANIFEST_DAMAGED(folder=folder)) from error
    if (manifest.fingerprint, manifest.dimensions) != (fingerprint, dimensions):
        raise IndexDamagedError(LibraryMessage.VECTORS_OF_OTHER_MODEL(folder=folder))
    return manifest


def _parse(written: dict[str, Any]) -> Manifest:
    if written["format"] != FORMAT:
        raise ValueError(f"format {written['format']!r}")
    if written["digest"] != _digest(written["published"]):
        raise ValueError("not what was written")
    published = written["published"]
    published["segments"] = tuple(SegmentRecord(**record) for record in published["segments"])
    return Manifest(**published)


def _digest(published: dict[str, Any]) -> str:
    """Return the digest of the manifest itself: a flipped digit of a label would lose vectors."""
    return blake3(json.dumps(published, sort_keys=True).encode()).hexdigest()


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest durably and atomically.

    Raises:
        OSError: the disk refuses; the old manifest stays.
    """
    path = manifest_path(folder)
    part = create_part(path)
    published = asdict(manifest)
    written = {"format": FORMAT, "digest": _digest(published), "published": published}
    part.write_text(json.dumps(written, indent=1), encoding="utf-8")
    move_into_place(part, path)
    sync_folder(folder)
