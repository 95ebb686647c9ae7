"""The graph: as good as exact search, and never without an answer."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.errors import FindlingError
from findling.index.vectors.exact import search_rows
from findling.index.vectors.hnsw_graph import HnswGraph, bytes_per_vector
from findling.index.vectors.hnsw_library import list_kernels, load_library
from findling.native_library import open_library
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


@pytest.fixture(scope="module")
def written(graph, tmp_path_factory):
    path = tmp_path_factory.mktemp("graphs") / "graph"
    graph.save(path)
    return path


def test_a_graph_that_is_viewed_answers_as_one_that_is_loaded_also_when_its_memory_was_given_back(written):
    loaded, viewed = HnswGraph.load(written, 64, 3_000), HnswGraph.view(written, 64)
    for place, query in enumerate(VECTORS[:50]):
        if place % 10 == 9:
            viewed.give_back()
        found, wanted = viewed.search(query, 30), loaded.search(query, 30)
        assert (found.labels.tolist(), found.scores.tolist()) == (wanted.labels.tolist(), wanted.scores.tolist())
    assert all(
        np.array_equal(labels, others) and np.array_equal(rows, other_rows)
        for (labels, rows), (others, other_rows) in zip(viewed.blocks(), loaded.blocks(), strict=True)
    )


def test_a_viewed_graph_outlives_its_file_and_searches_beside_itself(written, tmp_path):
    path = tmp_path / "graph"
    path.write_bytes(written.read_bytes())
    viewed = HnswGraph.view(path, 64)
    if os.name != "nt":
        path.unlink()
    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(lambda query: viewed.search(query, 1).labels[0], VECTORS[:200]))
    assert found == LABELS[:200].tolist()


@pytest.mark.parametrize("change", [-1, -400, -400_000, +4])
def test_a_file_of_another_length_is_not_viewed(written, tmp_path, change):
    path, data = tmp_path / "graph", written.read_bytes()
    path.write_bytes(data[:change] if change < 0 else data + bytes(change))
    with pytest.raises(RuntimeError, match="than it says"):
        HnswGraph.view(path, 64)


def test_its_blocks_are_what_was_put_in(graph):
    blocks = list(graph.blocks())
    labels = np.concatenate([labels for labels, _ in blocks])
    order = np.argsort(labels)
    assert labels[order].tolist() == LABELS.tolist()
    assert np.array_equal(np.concatenate([rows for _, rows in blocks])[order], VECTORS)


def test_the_estimate_of_its_size_is_a_little_too_large(graph):
    assert 1.0 <= bytes_per_vector(64) * 3_000 / graph.file_size < 1.02


def test_a_graph_that_is_full_says_so():
    graph = HnswGraph.create(64, 2)
    with pytest.raises(RuntimeError, match="exceeds"):
        graph.add(LABELS[:3], VECTORS[:3], threads=1)


def test_a_graph_that_no_memory_can_hold_is_refused():
    with pytest.raises(MemoryError):
        HnswGraph.create(64, 2**60)


def test_vectors_of_another_length_are_a_mistake():
    with pytest.raises(ValueError, match="64 dimensions"):
        HnswGraph.create(64, 10).add(LABELS[:3], VECTORS[:3, :32], threads=1)


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_any_number_of_threads_places_every_vector_once(threads):
    graph = HnswGraph.create(64, 100)
    for start in range(0, 100, 25):
        graph.add(LABELS[start : start + 25], VECTORS[start : start + 25], threads)
    assert sorted(np.concatenate([labels for labels, _ in graph.blocks()]).tolist()) == LABELS[:100].tolist()


def test_searches_of_several_threads_do_not_disturb_each_other(graph):
    alone = [graph.search(query, k).labels.tolist() for query in VECTORS[:50] for k in (1, 300)]
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(graph.search, query, k) for query in VECTORS[:50] for k in (1, 300)]
        assert [answer.result().labels.tolist() for answer in asked] == alone


def test_a_saved_graph_answers_as_it_did(graph, tmp_path):
    graph.save(tmp_path / "Größe ☕")
    loaded = HnswGraph.load(tmp_path / "Größe ☕", 64, 3_000)
    for query in VECTORS[:20]:
        assert loaded.search(query, 10).labels.tolist() == graph.search(query, 10).labels.tolist()


@pytest.mark.parametrize("kernel", list_kernels())
@given(st.integers(1, 200), st.integers(0, 2**32 - 1))
def test_each_kernel_is_the_inner_product(kernel, dimensions, seed):
    left, right = np.random.default_rng(seed).standard_normal((2, dimensions)).astype(np.float32)
    number = list_kernels().index(kernel)
    product = load_library().hnsw_inner_product(number, left, right, dimensions)
    exact = np.dot(left.astype(np.float64), right.astype(np.float64))
    assert product == pytest.approx(exact, abs=1e-6 * float(1 + np.abs(left * right).sum()))


@pytest.mark.parametrize("kernel", list_kernels())
def test_a_graph_of_each_kernel_finds_the_same(graph, kernel):
    other = HnswGraph.create(64, 3_000, list_kernels().index(kernel))
    other.add(LABELS, VECTORS, threads=1)
    common = [
        len(np.intersect1d(other.search(query, 10).labels, graph.search(query, 10).labels)) for query in VECTORS[:50]
    ]
    assert np.mean(common) >= 9.9


def test_a_missing_library_is_named_with_its_remedy(tmp_path):
    with pytest.raises(FindlingError, match=r"compiled part.*hnsw-plan9-sparc\.so.*C\+\+ compiler"):
        open_library(tmp_path / "hnsw-plan9-sparc.so", {})
