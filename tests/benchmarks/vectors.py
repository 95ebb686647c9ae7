"""Recall, time and bytes of the vector index, on real vectors and on many made from them.

python tests/benchmarks/vectors.py embed ../shared/data/ir .cache/vectors     writes passages.npy and queries.npy
python tests/benchmarks/vectors.py recall .cache/vectors                ef against recall and time
python tests/benchmarks/vectors.py grow .cache/vectors --count 300000      a library that grows, then changes
python tests/benchmarks/vectors.py strategies                            ways to publish a million, counted
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from findling.embedding.catalogue import InstalledModel, find_model, read_catalogue
from findling.embedding.encoder import Encoder
from findling.index.vectors import hnsw_graph as graphs
from findling.index.vectors.exact import Neighbours, merge, search_rows
from findling.index.vectors.hnsw_graph import HnswGraph, bytes_per_vector
from findling.index.vectors.merge_policy import MergePolicy
from findling.index.vectors.publisher import VectorPublisher
from findling.index.vectors.tail import Tail
from findling.index.vectors.vector_reader import VectorReader

Vectors = NDArray[np.float32]
Answer = TypeVar("Answer")


def embed(collections: Path, folder: Path, limit: int = 50_000) -> None:
    """Embed passages of about two sentences, and a thousand queries, from judged collections, in random order."""
    encoder = Encoder.open(InstalledModel.bundled(find_model("all-MiniLM-L6-v2", read_catalogue())))
    random = np.random.default_rng(0)
    texts = [line["text"] for path in sorted(collections.glob("*/corpus.jsonl")) for line in _lines(path)]
    passages = [passage for text in texts for passage in re.findall(r".{120,600}?(?:[.!?]\s|$)", text)]
    queries = [line["text"] for path in sorted(collections.glob("*/queries.jsonl")) for line in _lines(path)]
    folder.mkdir(parents=True, exist_ok=True)
    np.save(
        folder / "queries.npy", encoder.encode_passages([str(text) for text in random.permutation(queries)[:1_000]])
    )
    np.save(
        folder / "passages.npy", encoder.encode_passages([str(text) for text in random.permutation(passages)[:limit]])
    )


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def measure_recall(passages: Vectors, queries: Vectors) -> None:
    """One graph over distinct real vectors: what each ef gives and costs."""
    rows = np.unique(passages.astype(np.float16), axis=0).astype(np.float32)
    labels = np.arange(1, len(rows) + 1, dtype=np.int64)
    graph = HnswGraph.create(rows.shape[1], len(rows))
    placing = 1e3 * _cpu(lambda: graph.add(labels, rows, threads=1)) / len(rows)
    print(f"{len(rows):,} vectors, {placing:.3f} cpu-ms each to place, {graph.file_size / len(rows):,.0f} bytes each")
    for k in (10, 100):
        exact = [search_rows(query, labels, rows, k).labels for query in queries]
        for ef in (64, 100, 128, 160, 200, 300, 400):
            graphs.EF, graphs.EF_PER_NEIGHBOUR = ef, 0
            found, milliseconds = _ask(lambda query, k=k: graph.search(query, k).labels, queries)
            print(f"k {k:3}  ef {max(ef, k):3}  recall {_recall(found, exact):.4f}  cpu p50 {milliseconds[0]:.2f} ms")


def grow(passages: Vectors, queries: Vectors, count: int) -> None:
    """Publish a library as it grows by thousands, search it, then change 30 % of it and search again."""
    growth, folder = MergePolicy(), Path(tempfile.mkdtemp(prefix="vectors-"))
    vectors = _multiply(passages, count)
    labels = np.arange(1, count + 1, dtype=np.int64)
    publisher = VectorPublisher(folder, "benchmark", vectors.shape[1], policy=growth)
    written, cpu, arrived, alive = 0, 0.0, 0, np.ones(count, bool)

    def rows(first: int, last: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float16]]]:
        for start in range(first - 1, min(last, arrived), 1_000):
            stop = min(start + 1_000, last, arrived)
            kept = alive[start:stop]
            yield labels[start:stop][kept], vectors[start:stop][kept]

    def publish() -> None:
        nonlocal written, cpu
        segments = publisher.segments
        dead = [part.count - int(alive[part.first_label - 1 : part.last_label].sum()) for part in segments]
        while step := publisher.plan(int(alive[publisher.last_label : arrived].sum()), dead):
            cpu += _cpu(lambda step=step: publisher.publish(step, rows))
            made = next(part for part in publisher.segments if part not in segments)
            segments, written = publisher.segments, written + made.size
            dead = [part.count - int(alive[part.first_label - 1 : part.last_label].sum()) for part in segments]
            print(
                f"  published {made.count:,} of {arrived:,}: {cpu:.0f} cpu-s, {written / 1e6:,.0f} MB in all",
                flush=True,
            )

    while arrived < count:
        arrived = min(arrived + 4_000, count)
        publish()
    times = written / sum(part.size for part in publisher.segments)
    print(f"{count:,}: {1e3 * cpu / publisher.last_label:.2f} cpu-ms a vector, {times:.2f} times the index written")
    _search_all(folder, labels, vectors, alive, queries)
    changed = np.random.default_rng(1).random(count) < 0.3
    alive &= ~changed
    print("30 % deleted")
    publish()
    _search_all(folder, labels, vectors, alive, queries)
    shutil.rmtree(folder)


def _search_all(
    folder: Path, labels: NDArray[np.int64], vectors: NDArray[np.float16], alive: NDArray[np.bool_], queries: Vectors
) -> None:
    """Load, then search segments and tail as one, and compare with exact search over what is alive."""
    start = time.perf_counter()
    reader = VectorReader.open(folder, "benchmark", vectors.shape[1])
    loaded, segments = time.perf_counter() - start, len(reader.manifest.segments)
    tail, rest = Tail(vectors.shape[1]), np.flatnonzero(alive & (labels > reader.last_label))
    tail.extend(labels[rest], vectors[rest])
    print(f"  {segments} segments of {reader.count:,} loaded in {loaded:.2f} s; {len(tail):,} in the tail")
    for k in (10, 100):
        exact = [search_rows(query, labels[alive], vectors[alive], k).labels for query in queries[:100]]

        def search_published(query: Vectors, k: int = k) -> Neighbours:
            return reader.search(query, 2 * k)

        def search_tail(query: Vectors, k: int = k) -> Neighbours:
            return tail.search(query, 2 * k)

        def search(query: Vectors, k: int = k) -> NDArray[np.int64]:
            found = merge([search_published(query), search_tail(query)], 2 * k).labels
            return found[alive[found - 1]][:k]

        found, (median, slow) = _ask(search, queries)
        parts = [_ask(part, queries)[1][0] for part in (search_published, search_tail)]
        print(
            f"  k {k:3}  recall {_recall(found[:100], exact):.4f}  cpu p50 {median:.2f} ms, p95 {slow:.2f} ms", end=""
        )
        print(f"  (segments {parts[0]:.2f}, tail {parts[1]:.2f})")


def _multiply(passages: Vectors, count: int) -> NDArray[np.float16]:
    """Many vectors out of real ones: each a real one moved along the difference of two others."""
    random = np.random.default_rng(0)
    made = np.empty((count, passages.shape[1]), np.float16)
    for start in range(0, count, 10_000):
        size = min(10_000, count - start)
        one, two, three = (passages[random.integers(0, len(passages), size)] for _ in range(3))
        rows = one + 0.45 * (two - three)
        made[start : start + size] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return made


def count_strategies(total: int = 1_000_000, cap: int = 262_144, flush: int = 16_384) -> None:
    """Count for each way to publish: vectors placed and written, the longest tail, the most segments."""
    print("way                          placed  written  bytes/vector  longest tail  segments at most, at the end")
    for name, way in {
        "one graph, 16k tail": lambda sizes, tail: (0, tail >= flush, True),
        "one graph, tail of a half": lambda sizes, tail: (0, tail >= max(flush, sum(sizes) / 2), True),
        "tiers of four, built anew": lambda sizes, tail: (_tier(sizes, flush, cap), tail >= flush, False),
        "tiers of four, first grown": lambda sizes, tail: (_tier(sizes, flush, cap), tail >= flush, True),
        "open one grown by 16k": lambda sizes, tail: (_open(sizes, tail, cap), tail >= flush, True),
        "open one grown by a half": lambda sizes, tail: (
            _open(sizes, tail, cap),
            tail >= min(max(flush, (sizes[-1] if sizes and sizes[-1] + tail <= cap else 0) / 2), 4 * flush),
            True,
        ),
    }.items():
        placed, written, longest, most, sizes = _simulate(way, total)
        print(
            f"{name:28} {placed / total:6.2f} {written / total:8.2f} {written / total * bytes_per_vector(384):13,.0f}"
            f" {longest:13,} {most:10} {len(sizes):5}"
        )


def _simulate(
    way: Callable[[list[int], int], tuple[int, bool, bool]], total: int
) -> tuple[int, int, int, int, list[int]]:
    sizes: list[int] = []
    placed = written = tail = longest = most = 0
    for _ in range(0, total, 1_024):
        tail += 1_024
        longest = max(longest, tail)
        start, due, grown = way(sizes, tail)
        if due:
            merged = sizes[start:]
            size = sum(merged) + tail
            placed += size - (merged[0] if merged and grown else 0)
            written += size
            sizes[start:] = [size]
            tail = 0
        most = max(most, len(sizes))
    return placed, written, longest, most, sizes


def _tier(sizes: list[int], flush: int, cap: int) -> int:
    """Return where the merge begins: three of a size and the new one become one of four times the size."""
    start, size = len(sizes), flush
    while size < cap and start >= 3 and all(size <= part < 2 * size for part in sizes[start - 3 : start]):
        start, size = start - 3, 4 * size
    return start


def _open(sizes: list[int], tail: int, cap: int) -> int:
    return len(sizes) - 1 if sizes and sizes[-1] + tail <= cap else len(sizes)


def _ask(search: Callable[[Vectors], Answer], queries: Vectors) -> tuple[list[Answer], tuple[float, float]]:
    """The answers, and the CPU milliseconds at the median and at 95 of 100."""
    found, seconds = [], []
    for query in queries:
        start = time.process_time()
        found.append(search(query))
        seconds.append(time.process_time() - start)
    return found, (1e3 * float(np.quantile(seconds, 0.5)), 1e3 * float(np.quantile(seconds, 0.95)))


def _recall(found: list[NDArray[np.int64]], exact: list[NDArray[np.int64]]) -> float:
    return float(
        np.mean([len(np.intersect1d(one, other)) / len(other) for one, other in zip(found, exact, strict=True)])
    )


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["embed", "recall", "grow", "strategies"])
    parser.add_argument("folders", nargs="*", type=Path)
    parser.add_argument("--count", type=int, default=300_000)
    arguments = parser.parse_args()
    if arguments.what == "embed":
        embed(*arguments.folders)
    elif arguments.what == "strategies":
        count_strategies()
    else:
        real, asked = (np.load(arguments.folders[0] / name) for name in ("passages.npy", "queries.npy"))
        measure_recall(real, asked) if arguments.what == "recall" else grow(real, asked, arguments.count)
