"""Files of a segment: damage of any kind is found before hnswlib, which may crash on it, loads them."""

from __future__ import annotations

import struct
from dataclasses import replace

import numpy as np
import pytest

from findling.errors import IndexDamagedError
from findling.index.vectors.hnsw_graph import HnswGraph
from findling.index.vectors.index_files import digest
from findling.index.vectors.index_manifest import copies_path, graph_path
from findling.index.vectors.segment import Segment, SegmentBuilder
from findling.index.vectors.segment_file import load_segment, save_segment
from vectorsets import DIMENSIONS, make_unit_vectors

COUNT = 1_000
DISTINCT = make_unit_vectors(COUNT - 50)
VECTORS = np.concatenate([DISTINCT, DISTINCT[:50]])
LABELS = np.arange(5, 5 + COUNT, dtype=np.int64)
HEADER = 96
LEVEL_0 = HEADER + (COUNT - 50) * (4 + 8 * 16 + 4 * DIMENSIONS + 8)


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    folder = tmp_path_factory.mktemp("segment")
    builder = SegmentBuilder(Segment(HnswGraph.create(DIMENSIONS, 2 * COUNT)))
    builder.add(LABELS, VECTORS)
    record = save_segment(folder, "00000001", builder.finish(), (1, 5 + COUNT))
    return folder, record, graph_path(folder, record.name).read_bytes()


@pytest.fixture
def whole(saved):
    """Folder, record and bytes of a good segment, restored afterwards."""
    folder, record, graph = saved
    copies = copies_path(folder, record.name).read_bytes()
    yield saved
    graph_path(folder, record.name).write_bytes(graph)
    copies_path(folder, record.name).write_bytes(copies)


def _assert_refused(folder, record):
    with pytest.raises(IndexDamagedError, match="damaged"):
        load_segment(folder, record, DIMENSIONS)


def test_what_was_saved_is_loaded(whole):
    folder, record, _ = whole
    segment = load_segment(folder, record, DIMENSIONS)
    assert (record.count, record.copies, len(segment)) == (COUNT, 50, COUNT)
    assert segment.search(VECTORS[3].astype(np.float32), 2).labels.tolist() == [8, 958]
    assert sorted(path.name for path in folder.iterdir()) == ["00000001.copies", "00000001.hnsw"]


def test_a_loaded_segment_takes_more(whole):
    folder, record, _ = whole
    builder = SegmentBuilder(load_segment(folder, record, DIMENSIONS, room=300))
    builder.add(np.arange(2_000, 2_300, dtype=np.int64), make_unit_vectors(300, seed=9))
    assert len(builder.finish()) == COUNT + 300


@pytest.mark.parametrize("share", [0, 0.0001, 0.001, 0.003, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 0.9999])
def test_truncated(whole, share):
    folder, record, graph = whole
    graph_path(folder, record.name).write_bytes(graph[: int(share * len(graph))])
    _assert_refused(folder, record)


@pytest.mark.parametrize(
    ("start", "stop"), [(0, HEADER), (HEADER, LEVEL_0), (LEVEL_0, None)], ids=["header", "level 0", "links above"]
)
def test_a_byte_flipped(whole, start, stop):
    folder, record, graph = whole
    random = np.random.default_rng(start)
    for position in random.integers(start, stop or len(graph), 60).tolist():
        damaged = bytearray(graph)
        damaged[position] ^= 1 << int(random.integers(8))
        graph_path(folder, record.name).write_bytes(damaged)
        _assert_refused(folder, record)


@pytest.mark.parametrize("page", range(0, 60, 6))
def test_a_page_zeroed(whole, page):
    folder, record, graph = whole
    start = 4_096 * page
    graph_path(folder, record.name).write_bytes(graph[:start] + bytes(4_096) + graph[start + 4_096 :])
    _assert_refused(folder, record)


def test_a_byte_too_many(whole):
    folder, record, graph = whole
    graph_path(folder, record.name).write_bytes(graph + b"\0")
    _assert_refused(folder, record)


@pytest.mark.parametrize("damage", [lambda copies: copies[:-16], lambda copies: copies[16:] + copies[:16]])
def test_damaged_copies(whole, damage):
    folder, record, _ = whole
    path = copies_path(folder, record.name)
    path.write_bytes(damage(path.read_bytes()))
    _assert_refused(folder, record)


@pytest.mark.parametrize("path", [graph_path, copies_path])
def test_a_missing_file_is_told_from_a_damaged_one(whole, path):
    folder, record, _ = whole
    path(folder, record.name).unlink()
    with pytest.raises(FileNotFoundError):
        load_segment(folder, record, DIMENSIONS)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        pytest.param(field, value, id=f"{name}={value}")
        for field, name, value in [
            (0, "offset of level 0", 8),
            (1, "capacity", COUNT - 51),
            (2, "count", COUNT),
            (2, "count", 0),
            (3, "bytes per vector", 8),
            (4, "offset of the label", 0),
            (5, "offset of the vector", 0),
            (6, "top level", -1),
            (7, "entry point", COUNT - 50),
            (7, "entry point", 2**32 - 1),
            (8, "links above", 17),
            (9, "links on level 0", 16),
            (10, "M", 2**40),
            (12, "ef_construction", 10),
        ]
    ],
)
def test_a_header_that_does_not_fit_although_its_digest_does(whole, field, value):
    folder, record, graph = whole
    layout = struct.Struct("=6QiI3QdQ")
    fields = list(layout.unpack(graph[:HEADER]))
    fields[field] = value
    path = graph_path(folder, record.name)
    path.write_bytes(layout.pack(*fields) + graph[HEADER:])
    _assert_refused(folder, replace(record, graph_digest=digest(path)))


def test_a_segment_of_other_dimensions(whole):
    folder, record, _ = whole
    with pytest.raises(IndexDamagedError, match="damaged"):
        load_segment(folder, record, DIMENSIONS + 1)
