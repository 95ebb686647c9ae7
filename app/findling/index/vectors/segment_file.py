"""A segment's files: saved so that a full disk is noticed, and verified before hnswlib, which trusts them, may load."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from findling.errors import DiskFullError, IndexDamagedError, LibraryError
from findling.index.vectors.hnsw_graph import EFFORT, LINKS, HnswGraph
from findling.index.vectors.index_files import create_aside, digest, move_into_place
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
    """Write a segment aside, see that all of it arrived, and move it into place; no manifest names it yet.

    Args:
        folder: where the index is.
        name: the segment's, a new one.
        segment: what to save; not empty.
        labels: the first and the last label of the range that it covers.

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
    aside = create_aside(path)
    try:
        graph.save(aside)
        missing = graph.file_size - aside.stat().st_size
        if missing:
            raise DiskFullError.needing(missing)
        move_into_place(aside, path)
    finally:
        aside.unlink(missing_ok=True)


def _save_copies(copies: Copies, path: Path) -> None:
    aside = create_aside(path)
    aside.write_bytes(copies.to_bytes())
    move_into_place(aside, path)


def load_segment(folder: Path, record: SegmentRecord, dimensions: int, room: int = 0) -> Segment:
    """Load a published segment after its sizes, its digests and its header were found right.

    A file that passes is byte for byte the one that was published, so a load after a crash is as safe as any other and
    needs no process of its own.

    Args:
        folder: where the index is.
        record: what the manifest says of the segment.
        dimensions: of its vectors.
        room: vectors that will be added to it.

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
        graph = HnswGraph.load(path, dimensions, record.count - record.copies + room)
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
    """Whether a header is what this library writes for such a segment: offsets, counts and links all follow from it."""
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
