"""Publishing: streamed vectors are found, and a failure leaves the index as it was."""

from __future__ import annotations

import errno
import os
import stat

import numpy as np
import pytest

from findling.errors import IndexDamagedError, LibraryError
from findling.index.vectors import index_files
from findling.index.vectors.exact import search_rows
from findling.index.vectors.index_manifest import graph_path, manifest_path
from findling.index.vectors.publisher import VectorPublisher, discard
from findling.index.vectors.vector_reader import VectorReader
from vectorsets import DIMENSIONS, SMALL, StoredVectors, make_unit_vectors

QUERIES = make_unit_vectors(50, seed=3).astype(np.float32)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "cache" / "vectors"


@pytest.fixture
def publisher(folder):
    return VectorPublisher(folder, "model", DIMENSIONS, threads=2, policy=SMALL)


def _open(folder):
    return VectorReader.open(folder, "model", DIMENSIONS)


def _recall(reader, stored, k=10):
    """Return the share of the exact neighbours among the live ones of twice as many."""
    shares = []
    for query in QUERIES:
        exact = search_rows(query, stored.labels, stored.vectors, k)
        found = reader.search(query, 2 * k).labels
        alive = found[np.isin(found, stored.labels)][:k]
        shares.append(len(np.intersect1d(alive, exact.labels)) / k)
    return np.mean(shares)


def _files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_many_segments_are_searched_as_one(folder, publisher):
    stored = StoredVectors(make_unit_vectors(4_200), np.arange(3, 3 + 4_200 * 2, 2, dtype=np.int64))
    stored.publish_all(publisher)
    reader = _open(folder)
    assert len(publisher.segments) > 2
    assert (reader.count, reader.last_label) == (4_200, stored.labels[-1])
    assert _recall(reader, stored) >= 0.99


def test_an_index_grows_with_its_library(folder, publisher):
    vectors = make_unit_vectors(3_000)
    stored = StoredVectors(vectors[:0])
    for end in range(100, 3_001, 100):
        stored.vectors, stored.labels = vectors[:end], np.arange(1, end + 1, dtype=np.int64)
        stored.publish_all(publisher, idle=False)
    reader = _open(folder)
    assert 3_000 - reader.count < SMALL.longest_tail
    stored.publish_all(publisher)
    assert reader.refresh()
    assert 3_000 - reader.count < SMALL.shortest_tail
    assert sorted(reader.search(QUERIES[0], 5_000).labels.tolist()) == list(range(1, reader.last_label + 1))
    assert _recall(reader, StoredVectors(vectors[: reader.count])) >= 0.99


def test_deleted_vectors_leave_in_time(folder, publisher):
    stored = StoredVectors(make_unit_vectors(4_000))
    stored.publish_all(publisher)
    gone = np.random.default_rng(0).random(4_000) < 0.25
    stored.delete(gone)
    assert stored.publish_all(publisher) == 0
    assert _recall(_open(folder), stored) >= 0.98
    stored.delete(stored.labels < 1_000)
    assert stored.publish_all(publisher) > 0
    found = _open(folder).search(QUERIES[0], 9_999).labels
    assert len(np.setdiff1d(found, stored.labels)) <= SMALL.deleted_share * len(found)
    assert _recall(_open(folder), stored) >= 0.98


def test_nothing_stays_of_a_library_that_was_emptied(folder, publisher):
    stored = StoredVectors(make_unit_vectors(1_000))
    stored.publish_all(publisher)
    stored.delete(stored.labels > 0)
    stored.publish_all(publisher)
    reader = _open(folder)
    assert (reader.count, reader.last_label) == (0, 0)
    assert len(reader.search(QUERIES[0], 10)) == 0
    assert list(_files(folder)) == ["manifest.json"]


def test_a_new_publisher_goes_on(folder, publisher):
    stored = StoredVectors(make_unit_vectors(1_500))
    assert publisher.publish(publisher.plan(1_500, []), stored.rows)
    again = VectorPublisher(folder, "model", DIMENSIONS, policy=SMALL)
    assert again.segments == publisher.segments
    stored.publish_all(again)
    assert _open(folder).count == 1_500


def test_only_the_named_files_stay_and_only_their_owner_reads_them(folder, publisher):
    stored = StoredVectors(make_unit_vectors(4_000))
    folder.mkdir(parents=True)
    (folder / "00000099.hnsw.part").write_bytes(b"what a crash left")
    (folder / "00000098.hnsw").write_bytes(b"what no manifest names")
    stored.publish_all(publisher)
    names = {f"{segment.name}.{kind}" for segment in publisher.segments for kind in ("hnsw", "copies")}
    assert set(_files(folder)) == {"manifest.json", *names}
    if os.name != "nt":
        assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_stopping_leaves_the_index_as_it_was(folder, publisher):
    stored = StoredVectors(make_unit_vectors(3_000))
    assert publisher.publish(publisher.plan(800, []), stored.rows)
    before, placed = _files(folder), []
    step = publisher.plan(800, [0])
    assert not publisher.publish(step, stored.rows, progress=placed.append, should_stop=lambda: len(placed) == 2)
    assert placed == [256, 512]
    assert _files(folder) == before
    assert publisher.publish(step, stored.rows)


def test_a_tail_that_vanished_meanwhile_publishes_nothing(folder, publisher):
    assert not publisher.publish(publisher.plan(500, []), StoredVectors(make_unit_vectors(0)).rows)
    assert not manifest_path(folder).exists()


def test_a_tail_that_vanished_meanwhile_leaves_the_open_segment(folder, publisher):
    stored = StoredVectors(make_unit_vectors(800))
    assert publisher.publish(publisher.plan(800, []), stored.rows)
    before = _files(folder)
    assert not publisher.publish(publisher.plan(700, [0]), stored.rows)
    assert (_files(folder), publisher.last_label) == (before, 800)


def test_damaged_vectors_take_no_place_from_others_when_a_segment_is_built_anew(folder, publisher):
    vectors = make_unit_vectors(1_000)
    vectors[:50] = np.nan
    stored = StoredVectors(vectors)
    stored.publish_all(publisher)
    step = publisher.plan(0, [publisher.segments[-1].count] * len(publisher.segments))
    assert publisher.publish(step, stored.rows)
    assert (publisher.last_label, _open(folder).count) == (1_000, 950)


def test_a_damaged_vector_costs_itself_only(folder, publisher):
    vectors = make_unit_vectors(400)
    vectors[7], vectors[9] = np.nan, 0
    stored = StoredVectors(vectors)
    stored.publish_all(publisher)
    reader = _open(folder)
    assert (reader.count, reader.last_label) == (398, 400)
    assert not {8, 10} & set(reader.search(QUERIES[0], 400).labels.tolist())


def test_rows_out_of_order_are_a_bug(publisher):
    def rows(first, last):
        yield np.array([5, 4], np.int64), make_unit_vectors(2)

    with pytest.raises(ValueError, match="ascend"):
        publisher.publish(publisher.plan(400, []), rows)


@pytest.mark.parametrize("damage", [lambda path: path.unlink(), lambda path: path.write_bytes(b"")])
def test_a_damaged_segment_does_not_grow(folder, publisher, damage):
    stored = StoredVectors(make_unit_vectors(1_200))
    assert publisher.publish(publisher.plan(800, []), stored.rows)
    damage(graph_path(folder, publisher.segments[0].name))
    with pytest.raises(IndexDamagedError):
        publisher.publish(publisher.plan(400, [0]), stored.rows)


def test_a_discarded_index_is_built_again(folder, publisher):
    stored = StoredVectors(make_unit_vectors(1_000))
    stored.publish_all(publisher)
    reader = _open(folder)
    discard(folder)
    assert _files(folder) == {}
    assert reader.refresh()
    assert reader.count == 0
    StoredVectors(make_unit_vectors(600)).publish_all(VectorPublisher(folder, "model", DIMENSIONS, policy=SMALL))
    assert reader.refresh()
    assert reader.count == 600


def test_discarding_what_is_not_there_is_done(tmp_path):
    discard(tmp_path / "nothing")


@pytest.fixture
def limited_file_size():
    """Have the kernel limit files of this process to 100 kB, as if the disk were full."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_fills_up_leaves_the_index_as_it_was(folder, publisher, request):
    stored = StoredVectors(make_unit_vectors(1_200))
    assert publisher.publish(publisher.plan(250, []), stored.rows)
    before = _files(folder)
    request.getfixturevalue("limited_file_size")
    with pytest.raises(LibraryError, match=r"The disk is full.*\d+ MB.*Free some space"):
        publisher.publish(publisher.plan(800, [0]), stored.rows)
    assert _files(folder) == before
    assert _open(folder).count == 250


def test_a_disk_without_room_is_seen_before_the_work(folder, publisher, monkeypatch):
    folder.mkdir(parents=True)
    usage = type("Usage", (), {"free": 1_000})
    monkeypatch.setattr(index_files.shutil, "disk_usage", lambda _: usage)
    with pytest.raises(LibraryError, match="The disk is full"):
        publisher.publish(publisher.plan(800, []), lambda first, last: pytest.fail("it began to read"))


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "Read-only")])
def test_what_the_disk_refuses_is_said_in_words(tmp_path, number, words):
    with pytest.raises(LibraryError, match=words), index_files.writing(tmp_path):
        raise OSError(number, os.strerror(number))


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    publisher = VectorPublisher(tmp_path / "cache" / "vectors", "model", DIMENSIONS, policy=SMALL)
    with pytest.raises(LibraryError, match="cannot be written"):
        publisher.publish(publisher.plan(400, []), StoredVectors(make_unit_vectors(400)).rows)


def test_any_name_of_a_folder_will_do(tmp_path):
    folder = tmp_path / "Bücher ☕"
    StoredVectors(make_unit_vectors(300)).publish_all(VectorPublisher(folder, "model", DIMENSIONS, policy=SMALL))
    assert _open(folder).count == 300


def test_hnswlib_is_not_loaded_before_it_is_needed(folder):
    import subprocess
    import sys

    program = (
        "import sys, findling.index.vectors.publisher, findling.index.vectors.tail;"
        "from findling.index.vectors.vector_reader import VectorReader as Reader; from pathlib import Path;"
        f"assert Reader.open(Path({str(folder)!r}), 'model', 8).count == 0; sys.exit('hnswlib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
