"""Readers beside another process that publishes, is killed, or damages the index."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import vectorprocesses
from findling.errors import IndexDamagedError
from findling.index.vectors.index_manifest import graph_path, manifest_path
from findling.index.vectors.publisher import VectorPublisher
from findling.index.vectors.vector_reader import VectorReader
from vectorsets import DIMENSIONS, SMALL, StoredVectors, make_unit_vectors
from waiting import PATIENCE_SECONDS

PROGRAM = Path(vectorprocesses.__file__)
QUERY = make_unit_vectors(1, seed=3)[0].astype(np.float32)


def _open(folder):
    return VectorReader.open(folder, vectorprocesses.FINGERPRINT, DIMENSIONS)


def _publisher(folder):
    return VectorPublisher(folder, vectorprocesses.FINGERPRINT, DIMENSIONS, policy=SMALL)


def _start(*arguments):
    command = [sys.executable, str(PROGRAM), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_a_reader_of_nothing_finds_nothing(tmp_path):
    reader = _open(tmp_path / "nothing")
    assert (reader.count, reader.last_label, reader.refresh()) == (0, 0, False)
    assert len(reader.search(QUERY, 10)) == 0


def test_a_refresh_loads_what_is_new_and_keeps_what_stayed(tmp_path):
    publisher, stored = _publisher(tmp_path), StoredVectors(make_unit_vectors(2_400))
    reader = _open(tmp_path)
    assert publisher.publish(publisher.plan(800, []), stored.rows)
    assert publisher.publish(publisher.plan(800, [0]), stored.rows)
    assert (reader.count, reader.refresh(), reader.count, reader.refresh()) == (0, True, 1_600, False)
    assert publisher.publish(publisher.plan(800, [0]), stored.rows)
    # With its file gone, the segment that stayed can only be the one that was loaded before.
    graph_path(tmp_path, publisher.segments[0].name).unlink()
    assert reader.refresh()
    assert reader.count == 2_400
    with pytest.raises(IndexDamagedError, match="missing"):
        _open(tmp_path)


@pytest.mark.parametrize("k", [1, 10, 100, 500])
@pytest.mark.parametrize("is_sorted", [False, True])
def test_of_several_segments_the_best_are_found_whether_they_are_spread_or_in_one(tmp_path, k, is_sorted):
    vectors = make_unit_vectors(3_200)
    if is_sorted:
        vectors = vectors[np.argsort(-(vectors.astype(np.float32) @ QUERY), kind="stable")]
    publisher, stored = _publisher(tmp_path), StoredVectors(vectors)
    stored.publish_all(publisher)
    assert len(publisher.segments) > 1
    found = _open(tmp_path).search(QUERY, k)
    exact = np.argsort(-(vectors.astype(np.float32) @ QUERY), kind="stable")[:k] + 1
    assert len(found) == k
    assert len(np.intersect1d(found.labels, exact)) >= 0.98 * k


def test_what_was_loaded_is_searched_on_when_a_refresh_fails(tmp_path):
    publisher, stored = _publisher(tmp_path), StoredVectors(make_unit_vectors(1_600))
    assert publisher.publish(publisher.plan(800, []), stored.rows)
    reader = _open(tmp_path)
    manifest_path(tmp_path).write_bytes(b"\0" * 100)
    with pytest.raises(IndexDamagedError):
        reader.refresh()
    assert (len(reader.search(QUERY, 10)), reader.count) == (10, 800)


@pytest.mark.parametrize("query", [np.full(DIMENSIONS, np.nan), np.ones(DIMENSIONS + 1)])
def test_what_no_encoder_gives_is_refused(tmp_path, query):
    with pytest.raises(ValueError, match="a query"):
        _open(tmp_path).search(query.astype(np.float32), 3)


def test_another_process_reads_while_fifty_are_published(tmp_path):
    publisher, stored = _publisher(tmp_path), StoredVectors(make_unit_vectors(60 * 250))
    assert publisher.publish(publisher.plan(250, []), stored.rows)
    reader = _start("read", tmp_path, 250 * 51)
    published = 1
    while published < 51:
        dead = [part.count - stored.count(part.first_label, part.last_label) for part in publisher.segments]
        assert publisher.publish(publisher.plan(250, dead, idle=True), stored.rows)
        # Labels below die off, so that files vanish under the reader at every step.
        stored.delete(stored.labels <= publisher.last_label - 600)
        published += 1
    states, _ = reader.communicate(timeout=PATIENCE_SECONDS)
    assert reader.returncode == 0
    assert int(states) >= 1


def _kill_repeatedly(folder, kills):
    random = np.random.default_rng(kills)
    last_label = 0
    for _ in range(kills):
        publisher = _start("publish", folder)
        publisher.stdout.readline()
        time.sleep(random.uniform(0, 0.15))
        publisher.kill()
        publisher.communicate()
        reader = _open(folder)
        assert reader.last_label >= last_label + 250
        assert len(reader.search(QUERY, 10)) == 10
        assert len(reader.search(QUERY, 9_999)) == reader.count
        last_label = reader.last_label
    leftovers = {path.name for path in folder.iterdir()}
    StoredVectors(make_unit_vectors(0)).publish_all(_publisher(folder))
    return leftovers


def test_a_publisher_that_is_killed_leaves_the_old_or_the_new(tmp_path):
    _kill_repeatedly(tmp_path, 6)


@pytest.mark.slow
@pytest.mark.skipif("SLOW" not in os.environ, reason="needs a minute of kills (set SLOW=1)")
def test_a_hundred_kills(tmp_path):
    _kill_repeatedly(tmp_path, 100)
