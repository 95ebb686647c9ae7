"""Time that the window waits for an answer: from the line with the question to the lines with its answers.

python tests/benchmarks/answering.py build ../shared/data/ir .cache/answering --passages 100000
python tests/benchmarks/answering.py ask ../shared/data/ir .cache/answering [--json]
python tests/benchmarks/answering.py cost ../shared/data/ir .cache/answering [--json]
python tests/benchmarks/answering.py profile ../shared/data/ir .cache/answering

The library is made of the passages of judged collections, put together at random into documents of one to forty; some
thousand of them are embedded, and the vectors of the others are these with noise. Queries are typed letter by letter
in a real process, each letter 80 ms after the one before, as the window sends them. `cost` asks in this process, and
tells the processor time of each kind of question: for ten results of a passage each, and for what the window asks.
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import queue
import re
import subprocess
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# As the program does, before NumPy is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import psutil

from findling.domain.files import Block, Extraction, Passage, Stat
from findling.domain.search import Mode
from findling.formats import FileKind
from findling.indexing.index_sync import LexicalIndexSync, VectorIndexSync
from findling.ipc.command import ProcessRole, build_command
from findling.models.embedder import Embedder
from findling.paths import LibraryPaths
from findling.processes.reader.messages import Init, Request, Response, from_reader, to_line
from findling.processes.reader.search_messages import FIRST_LIMIT, SearchRequest, SearchResponse
from findling.processes.reader.superseded_reply import Superseded
from findling.search.library_reader import Library
from findling.settings import Settings
from findling.storage.database import Database

EMBEDDED = 4_000
NOISE = 0.6
MEAN_PASSAGES = 6
LONGEST = 40
LETTER_SECONDS = 0.08
QUERIES = 20
LIMIT, PASSAGES = FIRST_LIMIT, 5
COSTED = 60


def build(collections: Path, paths: LibraryPaths, count: int) -> None:
    """Make a library of about `count` passages."""
    paths.create()
    random = np.random.default_rng(0)
    texts = [line["text"] for path in sorted(collections.glob("*/corpus.jsonl")) for line in _lines(path)]
    found = [text for each in texts for text in re.findall(r".{200,900}?(?:[.!?]\s|$)", each)]
    found = [str(text) for text in random.permutation(found)[:EMBEDDED]]
    embedder = Embedder.open(paths, Settings(), threads=2)
    base = embedder.embed(found)
    database = Database.open_for_writing(paths.database)
    with database.transaction():
        space = embedder.ensure_space(database)
        database.spaces.make_active(space)
        folder = database.folders.add(Path("/home/someone/Documents"))
    made, number = 0, 0
    while made < count:
        with database.transaction():
            for _ in range(500):
                length = int(min(random.geometric(1 / MEAN_PASSAGES), LONGEST))
                chosen = random.integers(0, len(found), length)
                text, passages = _put_together([found[i] for i in chosen])
                noisy = base[chosen] + NOISE / np.sqrt(base.shape[1]) * random.standard_normal((length, base.shape[1]))
                unit = (noisy / np.linalg.norm(noisy, axis=1, keepdims=True)).astype(np.float32)
                title = " ".join(re.findall(r"\w+", found[chosen[0]])[:5])
                blocks = tuple(Block(each.start, each.end) for each in passages)
                extraction = Extraction(FileKind.TEXT, title, text, blocks, language="en")
                document = database.documents.add(number.to_bytes(32, "big"), "benchmark", extraction)
                database.vectors.add(document, space, passages, unit)
                stat = Stat(len(text), 1_600_000_000_000_000_000 + number * 10**12, number + 1)
                path = folder.path / f"{number % 200:03}" / f"{title} {number}.txt"
                file = database.files.add_pending(folder.id, path, stat, 0)
                database.files.set_indexed(file, document, stat, "benchmark")
                number, made = number + 1, made + length
    words = LexicalIndexSync(database, paths.words)
    words.follow()
    words.commit()
    words.close()
    VectorIndexSync(database, space, paths.vectors_of(space.id), threads=2).publish()
    print(f"{made} passages in {number} documents, database of {database.size() / 1e6:.0f} MB")
    database.close()


def _put_together(texts: list[str]) -> tuple[str, list[Passage]]:
    passages, start = [], 0
    for text in texts:
        passages.append(Passage(start, start + len(text), tokens=len(text) // 4))
        start += len(text) + 2
    return "\n\n".join(texts), passages


class Window:
    """Client in place of the window: a process with pipes, and a thread that listens."""

    def __init__(self, paths: LibraryPaths) -> None:
        self._process = subprocess.Popen(
            build_command(ProcessRole.READER), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.usage = psutil.Process(self._process.pid)
        self._heard: queue.Queue[tuple[float, bytes]] = queue.Queue()
        self._number = 0
        threading.Thread(target=self._listen, daemon=True).start()
        self._say(to_line(Init(paths)))
        self._heard.get()

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._heard.put((time.perf_counter(), line))

    def _say(self, line: bytes) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(line)
        self._process.stdin.flush()

    def ask(self, query: str) -> tuple[int, float]:
        """Send a question; gives its number and when it was sent."""
        self._number += 1
        sent = time.perf_counter()
        self._say(to_line(Request(self._number, SearchRequest(query, limit=LIMIT, passages=PASSAGES))))
        return self._number, sent

    def hear(self, timeout: float) -> tuple[float, Response, int] | None:
        """The next answer, with when it came and how many bytes it has."""
        try:
            at, line = self._heard.get(timeout=max(timeout, 0.0))
        except queue.Empty:
            return None
        message = from_reader(line)
        assert isinstance(message, Response)
        return at, message, len(line)

    def memory(self) -> float:
        """Resident megabytes."""
        return self.usage.memory_info().rss / 1e6

    def close(self) -> None:
        """Let the process end."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(5)


def ask(collections: Path, paths: LibraryPaths) -> dict[str, Any]:
    """Type queries letter by letter, and tell how long first and last answers took."""
    started = time.perf_counter()
    window = Window(paths)
    ready = time.perf_counter() - started
    result: dict[str, Any] = {"ready_ms": round(1000 * ready), "rss_ready_mb": round(window.memory())}
    result["cold"] = _time_whole(window, "side effects of vaccines")
    time.sleep(8)
    result["rss_idle_mb"] = round(window.memory())
    queries = [line["text"] for path in sorted(collections.glob("*/queries.jsonl")) for line in _lines(path)]
    queries = [" ".join(str(q).split()[:5]) for q in np.random.default_rng(1).permutation(queries)[:QUERIES]]
    whole = [_time_whole(window, query) for query in queries]
    result["whole_queries"] = {name: _percentiles([each[name] for each in whole]) for name in ("first", "final")}
    result["bytes"] = _percentiles([each["bytes"] for each in whole])
    result["typed"] = _type(window, queries)
    result["rss_warm_mb"] = round(window.memory())
    window.close()
    return result


def _time_whole(window: Window, query: str) -> dict[str, float]:
    number, sent = window.ask(query)
    times: dict[str, float] = {}
    while "final" not in times:
        heard = window.hear(30)
        assert heard
        at, message, size = heard
        if message.number == number:
            assert isinstance(message.reply, SearchResponse), message
            times.setdefault("first", 1000 * (at - sent))
            times["took"], times["bytes"] = message.reply.answer.took_ms, size
            if message.final:
                times["final"] = 1000 * (at - sent)
    return times


def _type(window: Window, queries: list[str]) -> dict[str, Any]:
    """Letter by letter: how long until each letter's first answer, if it gets one, and each query's last."""
    first: list[float] = []
    final: list[float] = []
    dropped = asked = 0
    for query in queries:
        sent: dict[int, float] = {}
        for end in range(1, len(query) + 1):
            number, at = window.ask(query[:end])
            sent[number] = at
            asked += 1
            until = at + (LETTER_SECONDS if end < len(query) else 30)
            done = False
            while not done and (heard := window.hear(until - time.perf_counter())):
                came, message, _ = heard
                took = 1000 * (came - sent[message.number])
                dropped += isinstance(message.reply, Superseded)
                if isinstance(message.reply, SearchResponse):
                    (final if message.final else first).append(took)
                done = message.final and message.number == number and end == len(query)
    return {"asked": asked, "dropped": dropped, "first": _percentiles(first), "final": _percentiles(final)}


def cost(collections: Path, paths: LibraryPaths) -> dict[str, dict[str, float]]:
    """Tell the processor time of searches, in ms."""
    queries = [line["text"] for path in sorted(collections.glob("*/queries.jsonl")) for line in _lines(path)]
    queries = [" ".join(str(q).split()) for q in np.random.default_rng(1).permutation(queries) if len(q.split()) >= 8]
    queries = queries[:COSTED]

    def cut(words: int, more: str = "") -> list[str]:
        return [" ".join(query.split()[:words]) + more for query in queries]

    kinds = {
        "1 word": cut(1),
        "3 words": cut(3),
        "6 words": cut(6),
        "8 words": cut(8),
        "6 words, all pass type:": cut(6, " type:txt"),
        "6 words, most pass after:": cut(6, " after:2020-12"),
        "6 words, in one of 200 folders": cut(6, " in:/home/someone/Documents/013"),
    }
    library = Library.open(paths, Settings())
    library.search(queries[0])
    result = {
        f"{kind}, {limit} results x {passages}": _percentiles([_cost(library, q, limit, passages) for q in asked])
        for kind, asked in kinds.items()
        for limit, passages in ((10, 1), (LIMIT, PASSAGES))
    }
    library.close()
    return result


def _cost(library: Library, query: str, limit: int, passages: int) -> float:
    started = time.process_time()
    library.search(query, limit=limit, passages=passages)
    return 1000 * (time.process_time() - started)


def profile(collections: Path, paths: LibraryPaths) -> None:
    """Print where the time of a search goes, in this process."""
    library = Library.open(paths, Settings())
    queries = [line["text"] for path in sorted(collections.glob("*/queries.jsonl")) for line in _lines(path)]
    queries = [" ".join(str(q).split()[:5]) for q in np.random.default_rng(1).permutation(queries)[:QUERIES]]
    for mode in (Mode.WORDS, Mode.HYBRID):
        library.search(queries[0], mode=mode)
        profiler = cProfile.Profile()
        profiler.enable()
        for query in queries:
            library.search(query, mode=mode, limit=LIMIT, passages=PASSAGES)
        profiler.disable()
        print(mode)
        pstats.Stats(profiler).sort_stats("cumulative").print_stats(30)
    library.close()


def _percentiles(values: list[float]) -> dict[str, float]:
    return {f"p{p}": round(float(np.percentile(values or [0.0], p)), 1) for p in (50, 95)} | {"n": len(values)}


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def main() -> None:
    """Build, ask, cost or profile; prints a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("build", "ask", "cost", "profile"))
    parser.add_argument("data", type=Path)
    parser.add_argument("library", type=Path)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    paths = LibraryPaths.inside(arguments.library)
    if arguments.what == "build":
        build(arguments.data, paths, arguments.passages)
    elif arguments.what == "profile":
        profile(arguments.data, paths)
    else:
        result = cost(arguments.data, paths) if arguments.what == "cost" else ask(arguments.data, paths)
        print(json.dumps(result, indent=1) if arguments.json else "\n".join(f"{k}: {v}" for k, v in result.items()))


if __name__ == "__main__":
    main()
