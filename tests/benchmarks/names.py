"""Measures names: how soon they are searchable in a scan, and how long a search through them takes.

    python tests/benchmarks/names.py [--files 100000] [--flat] [--json]

The files are empty, and are made in a temporary folder: by twenties in folders, or all in one.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from findling.domain.search import Mode
from findling.indexing.scan import Scanner
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.settings import Settings
from findling.storage.database import Database

_SYLLABLES = ["ka", "lo", "mi", "ten", "dor", "bel", "sar", "vin", "qua", "rho", "pel", "tig"]
_ENDINGS = ("dwg", "mp4", "jpg", "zip", "pdf", "docx")
_QUERIES = ("k", "ka", "kalo", "kalomi 20", "nowhere", "inv-20", "name:kalo type:other", "tendor belsar vinqua")
_REPEATS = 5


def make_files(folder: Path, count: int, *, flat: bool) -> None:
    """Make empty files with names of one to four words and a number."""
    chance = random.Random(1)

    def word() -> str:
        return "".join(chance.choice(_SYLLABLES) for _ in range(chance.randint(1, 4)))

    place = folder
    for number in range(count):
        if not flat and number % 20 == 0:
            place = folder / f"{word()} {number // 2000}" / f"{word()} {number}"
            place.mkdir(parents=True)
        words = " ".join(word().capitalize() for _ in range(chance.randint(1, 4)))
        (place / f"{words} {number}.{chance.choice(_ENDINGS)}").touch()


def main() -> None:
    """Make the files, scan them, and search."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100_000)
    parser.add_argument("--flat", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    with TemporaryDirectory() as scratch:
        print(json.dumps(measure(Path(scratch), given.files, flat=given.flat), indent=None if given.json else 2))


def measure(scratch: Path, count: int, *, flat: bool) -> dict[str, object]:
    """Return seconds of computing until the first names are searchable and of the scan, and milliseconds by query."""
    folder, paths = scratch / "files", LibraryPaths.inside(scratch / "library")
    folder.mkdir()
    make_files(folder, count, flat=flat)
    paths.create()
    began = time.process_time()
    database = Database.open_for_writing(paths.database)
    with database.transaction():
        added = database.folders.add(folder)
    first: list[float] = []
    Scanner(database, ()).scan(added, seen=lambda _: first or first.append(time.process_time() - began))
    scanned = time.process_time() - began
    library = Library.open(paths, Settings(), once=True)
    times = {query: _time(library, query) for query in _QUERIES}
    library.close()
    database.close()
    return {
        "files": count,
        "first_names_cpu_s": round(first[0], 3),
        "scan_cpu_s": round(scanned, 2),
        "search_ms": times,
    }


def _time(library: Library, query: str) -> float:
    best = min(_search(library, query) for _ in range(_REPEATS))
    return round(best * 1000, 1)


def _search(library: Library, query: str) -> float:
    began = time.process_time()
    library.search(query, mode=Mode.WORDS, limit=20)
    return time.process_time() - began


if __name__ == "__main__":
    sys.exit(main())
