"""Delays while many files wait: until they are found by words, by meaning, and until a change is noticed.

Run by hand. `python tests/benchmarks/backlog.py stages FOLDER [--json]` indexes a folder once, and says after how much
of all processor time, the parser's among it, so many of its files could be searched for by words. With `python
tests/benchmarks/backlog.py changes [--files 1200] [--json]` that many small files are made and indexed by a process of
its own; meanwhile files are saved and deleted, and searched for by words until a search tells so.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil

from findling.domain.library import Progress
from findling.domain.search import Mode
from findling.errors import LibraryError
from findling.index.lexical.lexical_reader import LexicalReader
from findling.indexing.indexer import Indexer
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.settings import Settings

SHARES = (0.5, 0.9, 1.0)
CHANGES = 12
PAUSE_SECONDS = 2.0
PATIENCE_SECONDS = 300.0
WORDS = 4_000
PARAGRAPHS, IN_A_PARAGRAPH = 4, 60


def measure_processor() -> float:
    """Return the processor seconds of this process and of those that it started, ended ones too."""
    this = psutil.Process()
    times = [this.cpu_times(), *(child.cpu_times() for child in this.children(recursive=True))]
    return sum(each.user + each.system + each.children_user + each.children_system for each in times)


def measure_stages(folder: Path) -> dict[str, float]:
    """Index a folder; return the shares of the run after which shares of its files were found by words."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        paths = LibraryPaths.inside(Path(place))
        began = measure_processor()
        seen: list[tuple[float, int]] = []

        def report(_: Progress) -> None:
            reader = LexicalReader.open(paths.words)
            if reader is not None:
                seen.append((measure_processor() - began, reader.documents))

        indexer = Indexer.open(paths, Settings())
        summary = indexer.index([folder], report=report, should_stop=lambda: False)
        indexer.close()
        whole = measure_processor() - began
        report(Progress())
    found = seen[-1][1]
    result: dict[str, float] = {"files": summary.found, "documents": found, "seconds": whole, "chunks": summary.chunks}
    for share in SHARES:
        seconds = next(seconds for seconds, documents in seen if documents >= share * found)
        result[f"{share:.0%} by words"] = seconds / whole
    return result


def make_text(chance: random.Random, mark: str) -> str:
    """Return a text of some passages of made words, `mark` among them."""
    paragraphs = [
        " ".join(f"word{int(chance.paretovariate(0.4)) % WORDS}" for _ in range(IN_A_PARAGRAPH))
        for _ in range(PARAGRAPHS)
    ]
    return f"{mark}\n\n" + "\n\n".join(paragraphs)


def measure_changes(files: int) -> dict[str, object]:
    """Index many files; return the seconds until saved files were found, and deleted ones no more."""
    chance = random.Random(1)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place:
        folder, library = Path(place) / "files", Path(place) / "library"
        folder.mkdir()
        for number in range(files):
            (folder / f"{number}.txt").write_text(make_text(chance, f"mark{number}"))
        command = [sys.executable, "-m", "findling", "--library", str(library), "--no-progress", "index", str(folder)]
        process = subprocess.Popen(command)
        try:
            return _follow_changes(folder, LibraryPaths.inside(library), files, chance)
        finally:
            process.terminate()
            process.wait()


def _follow_changes(folder: Path, paths: LibraryPaths, files: int, chance: random.Random) -> dict[str, object]:
    reader = _open(paths)
    while reader is None:
        time.sleep(0.1)
        reader = _open(paths)
    library = reader
    saved: list[float] = []
    gone: list[float] = []
    waiting: list[tuple[int, int]] = []

    def is_found(word: str) -> bool:
        return any(word in hit.text for row in library.search(f'"{word}"', mode=Mode.WORDS).results for hit in row.hits)

    def is_gone(word: str) -> bool:
        return not is_found(word)

    for number in range(CHANGES):
        mark, new = f"mark{number}", f"saved{number}"
        _wait(partial(is_found, mark))
        status = library.status()
        waiting.append((status.pending, status.unembedded))
        (folder / f"saved {number}.txt").write_text(make_text(chance, new))
        saved.append(_wait(partial(is_found, new)))
        (folder / f"{number}.txt").unlink()
        gone.append(_wait(partial(is_gone, mark)))
        time.sleep(PAUSE_SECONDS)
    return {
        "files": files, "waiting": waiting, "saved to found": _describe(saved), "deleted to gone": _describe(gone),
        "load": psutil.getloadavg()[0],
    }  # fmt: skip


def _open(paths: LibraryPaths) -> Library | None:
    try:
        return Library.open(paths, Settings(), once=True)
    except LibraryError:
        return None


def _wait(holds: Callable[[], bool]) -> float:
    """Wait until something holds, and return how many seconds that took."""
    began = time.monotonic()
    while not holds():
        if time.monotonic() - began > PATIENCE_SECONDS:
            raise TimeoutError
        time.sleep(0.1)
    return time.monotonic() - began


def _describe(seconds: list[float]) -> dict[str, object]:
    return {
        "all": [round(each, 2) for each in seconds],
        "median": statistics.median(seconds),
        "p95": statistics.quantiles(seconds, n=20)[-1],
        "most": max(seconds),
    }


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("stages", "changes"))
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--files", type=int, default=1_200)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if arguments.what == "stages" and not (arguments.folder and arguments.folder.is_dir()):
        print("Name a folder of files to be indexed.", file=sys.stderr)
        return 2
    found = measure_stages(arguments.folder) if arguments.what == "stages" else measure_changes(arguments.files)
    if arguments.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name}: {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
