"""Cost of a call of another program beyond the search itself: on a library made by `answering.py build`.

    python tests/benchmarks/sharing.py LIBRARY [--json]

CPU milliseconds, medians; shared are all of the folder, two of its two hundred folders, and a hundred of them one by
one. The library's settings and its log of calls are written.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from findling.domain.sharing import CallWay
from findling.models.embedder import SharedEmbedder
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.settings import Settings, read_settings, write_settings
from findling.sharing.access_gate import AccessGate, Caller

ROOT = Path("/home/someone/Documents")
SHARED = {
    "all": [ROOT],
    "2 folders of 200": [ROOT / "000", ROOT / "001"],
    "100 folders of 200": [ROOT / f"{number:03}" for number in range(0, 200, 2)],
}
QUERIES = (
    *("aircraft wing flutter at high speed", "information retrieval by computer", "immune cells in mice"),
    *("boundary layer heat transfer", "who signed the treaty", "effects of smoking on the heart"),
)
ROUNDS = 4


def measure(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return 1000 * (time.process_time() - started)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    paths, settings = LibraryPaths.inside(options.library), Settings(threads=1)
    model = SharedEmbedder(paths, settings)
    library, gate = Library.open(paths, settings, model), AccessGate(paths, settings, model)
    caller = Caller("a benchmark", CallWay.MCP)
    results = {}
    for name, shared in SHARED.items():
        write_settings(paths.settings, replace(read_settings(paths.settings), shared=tuple(map(str, shared))))
        plain, gated = [], []
        for query in QUERIES * ROUNDS:
            plain.append(measure(lambda query=query: library.search(query, limit=5, passages=3)))
            gated.append(measure(lambda query=query: gate.answer(caller, "search", {"query": query})))
        found = {"search": statistics.median(plain), "call": statistics.median(gated)}
        results[name] = {key: round(value, 1) for key, value in found.items()}
        if not options.json:
            print(f"{name}: {results[name]}")
    if options.json:
        print(json.dumps(results))


if __name__ == "__main__":
    main()
