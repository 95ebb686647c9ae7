"""The graph: as good as exact search, and never without an answer."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from findling.errors import FindlingError
from findling.index.vectors.exact import search_rows
from findling.index.vectors.hnsw_graph import HnswGraph, bytes_per_vector, import_hnswlib
from vectorsets import make_unit_vectors

VECTORS = make_unit_vectors(3_000, dimensions=64).astype(np.float32)
LABELS = np.arange(1, 3_001, dtype=np.int64) * 7


@pytest.fixture(scope="module")
def graph():
    graph = HnswGraph.create(64, 3_000)
    graph.add(LABELS, VECTORS, threads=2)
    return graph


@pytest.mark.parametrize("k", [1, 10, 100, 400])
def test_it_finds_what_exact_search_finds(graph, k):
    recalls = []
    for query in make_unit_vectors(100, seed=5, dimensions=64).astype(np.float32):
        found, exact = graph.search(query, k), search_rows(query, LABELS, VECTORS, k)
        assert found.scores.tolist() == sorted(found.scores.tolist(), reverse=True)
        recalls.append(len(np.intersect1d(found.labels, exact.labels)) / k)
    assert np.mean(recalls) >= 0.99


@pytest.mark.parametrize(("k", "length"), [(-1, 0), (0, 0), (3_000, 3_000), (9_999, 3_000)])
def test_it_gives_as_many_as_it_can(graph, k, length):
    assert len(graph.search(VECTORS[0], k)) == length


def test_an_empty_graph_has_no_neighbours():
    assert len(HnswGraph.create(64, 10).search(VECTORS[0], 3)) == 0


def test_what_the_graph_does_not_reach_is_found_by_scoring_all():
    """Equal vectors, which a segment keeps out, make islands, so that the graph alone finds too few."""
    island = np.repeat(VECTORS[:1], 700, axis=0)
    graph = HnswGraph.create(64, 1_400)
    graph.add(LABELS[:700], VECTORS[:700], threads=1)
    graph.add(LABELS[700:1_400], island, threads=1)
    for query in VECTORS[:20]:
        assert sorted(graph.search(query, 1_400).labels.tolist()) == LABELS[:1_400].tolist()


def test_its_blocks_are_what_was_put_in(graph):
    blocks = list(graph.blocks())
    labels = np.concatenate([labels for labels, _ in blocks])
    order = np.argsort(labels)
    assert labels[order].tolist() == LABELS.tolist()
    assert np.array_equal(np.concatenate([rows for _, rows in blocks])[order], VECTORS)


def test_the_estimate_of_its_size_is_a_little_too_large(graph):
    assert 1.0 <= bytes_per_vector(64) * 3_000 / graph.file_size < 1.02


def test_a_missing_library_is_named_with_its_remedy(monkeypatch):
    monkeypatch.setitem(sys.modules, "hnswlib", None)
    with pytest.raises(FindlingError, match=r"hnswlib.*C\+\+ compiler.*HNSWLIB_NO_NATIVE"):
        import_hnswlib()
