"""Files of a segment: checked after saving, verified before loading: hnswlib trusts them."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from findling.errors import DiskFullError, IndexDamagedError, LibraryError
from findling.index.vectors.hnsw_graph import EFFORT, LINKS, HnswGraph
from findling.index.vectors.index_files import create_part, digest, move_into_place
from findling.index.vectors.index_manifest import SegmentRecord, copies_path, graph_path
from findling.index.vectors.segment import Copies, Segment
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from pathlib import Path

_HEADER = struct.Struct("=6QiI3QdQ")
"""hnswlib 0.8.0, saveIndex: offset of level 0, capacity, count, bytes per vector, offset of the label, offset of the
vector, top level, entry point, links above, links on level 0, M, level multiplier, ef_construction."""


def save_segment(folder: Path, name: str, segment: Segment, labels: tuple[int, int]) -> SegmentRecord:
    """Write a segment, which is not empty, under a new name.

    `labels` are the first and the last of its range.

    Raises:
        DiskFullError: the disk is full.
        OSError: the disk refuses in another way.
    """
    graph, copies = graph_path(folder, name), copies_path(folder, name)
    _save_graph(segment.graph, graph)
    _save_copies(segment.copies, copies)
    return SegmentRecord(
        name=name,
        count=len(segment),
        copies=len(segment.copies),
        first_label=labels[0],
        last_label=labels[1],
        size=graph.stat().st_size,
        graph_digest=digest(graph),
        copies_digest=digest(copies),
        links=LINKS,
        effort=EFFORT,
    )


def _save_graph(graph: HnswGraph, path: Path) -> None:
    part = create_part(path)
    try:
        graph.save(part)
        missing = graph.file_size - part.stat().st_size
        if missing:
            raise DiskFullError.needing(missing)
        move_into_place(part, path)
    finally:
        part.unlink(missing_ok=True)


def _save_copies(copies: Copies, path: Path) -> None:
    part = create_part(path)
    part.write_bytes(copies.to_bytes())
    move_into_place(part, path)


def load_segment(folder: Path, record: SegmentRecord, dimensions: int, room: int = 0) -> Segment:
    """Load a published segment after a check of its sizes, its digests and its header.

    `room` is the number of vectors that will be added to it; without any, it is searched where it lies.

    Raises:
        IndexDamagedError: a file is not the one that was published.
        FileNotFoundError: there is no such file.
        LibraryError: a file cannot be read.
    """
    path = graph_path(folder, record.name)
    try:
        copies = copies_path(folder, record.name)
        _verify(path, record, dimensions)
        if digest(copies) != record.copies_digest:
            raise _damaged(copies)
        placed = record.count - record.copies
        graph = HnswGraph.load(path, dimensions, placed + room) if room else HnswGraph.view(path, dimensions)
        return Segment(graph, Copies.from_bytes(copies.read_bytes()))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise LibraryError(LibraryMessage.VECTOR_FILE_UNREADABLE(file=path, reason=explain_os_error(error))) from error
    except RuntimeError as error:
        raise _damaged(path) from error


def _verify(path: Path, record: SegmentRecord, dimensions: int) -> None:
    if path.stat().st_size != record.size or record.size < _HEADER.size or digest(path) != record.graph_digest:
        raise _damaged(path)
    with path.open("rb") as file:
        header = _HEADER.unpack(file.read(_HEADER.size))
    if not _fits(header, record, dimensions):
        raise _damaged(path)


def _fits(header: tuple[int | float, ...], record: SegmentRecord, dimensions: int) -> bool:
    """Return whether a header has the offsets, counts and links that follow from the record."""
    base, capacity, count, stride, label_at, vector_at, top, entry, above, level_0, links, _, effort = header
    links_size = 4 + 8 * record.links
    vector_size = 4 * dimensions
    return (
        (base, vector_at, label_at, stride) == (0, links_size, links_size + vector_size, links_size + vector_size + 8)
        and (above, level_0, links, effort) == (record.links, 2 * record.links, record.links, record.effort)
        and count == record.count - record.copies <= capacity
        and 0 <= entry < count
        and top >= 0
    )


def _damaged(path: Path) -> IndexDamagedError:
    return IndexDamagedError(LibraryMessage.VECTOR_FILE_DAMAGED(file=path), Remedy.BUILT_AGAIN())
