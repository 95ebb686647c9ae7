"""Gain by the processor's instructions: placing and searching with each kernel, and with hnswlib's own build.

python tests/benchmarks/kernels.py [--count 6000] [--rounds 3] [--json]

Vectors of 384 dimensions, scattered about 200 directions. All take turns in each round; the least CPU time counts,
since the machine may be busy. hnswlib's own Python module takes part where it is installed (pip install hnswlib).
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from findling.index.vectors.exact import search_rows
from findling.index.vectors.hnsw_graph import EF, EF_PER_NEIGHBOUR, EFFORT, LINKS, HnswGraph
from findling.index.vectors.hnsw_library import list_kernels

DIMENSIONS = 384
QUERIES = 200
NEIGHBOURS = (10, 100, 600)

Vectors = NDArray[np.float32]
Search = Callable[[Vectors, int], NDArray[np.int64]]


@dataclass(frozen=True)
class Round:
    """CPU milliseconds to place a vector, and for each k to answer a query, with the labels that were found."""

    placing: float
    searching: dict[int, float]
    found: dict[int, list[NDArray[np.int64]]]


def make_vectors(count: int, seed: int) -> Vectors:
    """Make unit vectors that are scattered about 200 directions, as texts are about subjects."""
    directions = np.random.default_rng(0).standard_normal((200, DIMENSIONS))
    random = np.random.default_rng(seed)
    rows = directions[random.integers(0, 200, count)] + random.standard_normal((count, DIMENSIONS))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def build_ours(rows: Vectors, kernel: int) -> Search:
    """Place vectors with one of our kernels."""
    graph = HnswGraph.create(DIMENSIONS, len(rows), kernel)
    graph.add(np.arange(len(rows)), rows, threads=1)
    return lambda query, k: graph.search(query, k).labels


def build_theirs(rows: Vectors) -> Search:
    """Place vectors with hnswlib's own module."""
    import hnswlib

    index = hnswlib.Index("ip", DIMENSIONS)
    index.init_index(len(rows), M=LINKS, ef_construction=EFFORT)
    index.add_items(rows, num_threads=1)

    def search(query: Vectors, k: int) -> NDArray[np.int64]:
        index.set_ef(max(EF, EF_PER_NEIGHBOUR * k))
        found: NDArray[np.int64] = index.knn_query(query, k=k, num_threads=1)[0][0].astype(np.int64)
        return found

    return search


def measure(build: Callable[[], Search], queries: Vectors, count: int) -> Round:
    """Take one turn."""
    start = time.process_time()
    search = build()
    placing = 1e3 * (time.process_time() - start) / count
    searching, found = {}, {}
    for k in NEIGHBOURS:
        start = time.process_time()
        found[k] = [search(query, k) for query in queries]
        searching[k] = 1e3 * (time.process_time() - start) / len(queries)
    return Round(placing, searching, found)


def compare(count: int, rounds: int) -> dict[str, dict[str, float]]:
    """Return for each way its CPU milliseconds and its recall against exact search."""
    rows, queries = make_vectors(count, 1), make_vectors(QUERIES, 2)
    ways: dict[str, Callable[[], Search]] = {
        name: lambda number=number: build_ours(rows, number) for number, name in enumerate(list_kernels())
    }
    try:
        import hnswlib  # noqa: F401 - seeing whether it is there
    except ImportError:
        print("hnswlib's own module is not installed: compared without it.")
    else:
        ways = {"hnswlib": lambda: build_theirs(rows), **ways}
    exact = {k: [search_rows(query, np.arange(count), rows, k).labels for query in queries] for k in NEIGHBOURS}
    turns: dict[str, list[Round]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, build in ways.items():
            turns[name].append(measure(build, queries, count))
    return {name: _summarise(rounds_of, exact) for name, rounds_of in turns.items()}


def _summarise(turns: list[Round], exact: dict[int, list[NDArray[np.int64]]]) -> dict[str, float]:
    figures = {"place_ms": min(turn.placing for turn in turns)}
    for k in NEIGHBOURS:
        common = [len(np.intersect1d(*pair)) / k for pair in zip(turns[0].found[k], exact[k], strict=True)]
        figures[f"search_{k}_ms"] = min(turn.searching[k] for turn in turns)
        figures[f"recall_{k}"] = float(np.mean(common))
    return figures


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=6_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    measured = compare(arguments.count, arguments.rounds)
    if arguments.json:
        print(json.dumps(measured))
    else:
        for way, numbers in measured.items():
            print(f"{way:10}", "  ".join(f"{name} {value:.3f}" for name, value in numbers.items()))
