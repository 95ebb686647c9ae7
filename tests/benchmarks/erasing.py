"""Cost of erasing one deleted text: python tests/benchmarks/erasing.py [DOCUMENTS] [--json].

Indexes made-up documents of 6,000 characters, deletes one, and erases what the word index still holds of it; CPU
seconds of both, in one process, so that their ratio says something on a busy machine.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
import time
from pathlib import Path

from findling.domain.files import Extraction
from findling.formats import FileKind
from findling.indexing.erasure import Erasure
from findling.indexing.index_sync import LexicalIndexSync
from findling.paths import LibraryPaths
from findling.storage.database import Database

_WORDS = 40_000
_LENGTH = 900


def make_texts(count: int) -> list[str]:
    """Return texts whose words are as unevenly frequent as those of a language (Zipf)."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghijklmnop", k=chance.randint(3, 9))) for _ in range(_WORDS)]
    weights = [1 / (rank + 3) for rank in range(_WORDS)]
    return [" ".join(chance.choices(words, weights, k=_LENGTH)) for _ in range(count)]


def measure(place: Path, count: int) -> dict[str, float]:
    """Return CPU seconds and bytes."""
    paths = LibraryPaths.inside(place)
    paths.create()
    database = Database.open_for_writing(paths.database)
    texts = make_texts(min(count, 1_000))
    with database.transaction():
        for number in range(count):
            extraction = Extraction(FileKind.TEXT, "", texts[number % len(texts)], (), language="en")
            database.documents.add(number.to_bytes(8, "big"), "benchmark", extraction)
    sync = LexicalIndexSync(database, paths.words)
    started = time.process_time()
    sync.follow()
    sync.commit()
    indexing = time.process_time() - started
    with database.transaction():
        database.documents.remove([count // 2])
    sync.follow()
    sync.commit()
    size = sum(part.size for part in sync.find_deleted_terms())
    erasure = Erasure(database, sync, paths)
    started = time.process_time()
    is_clean = erasure.erase()
    erasing = time.process_time() - started
    started = time.process_time()
    erasure.erase()
    looking = time.process_time() - started
    sync.close()
    database.close()
    characters = sum(len(texts[number % len(texts)]) for number in range(count))
    return {
        "documents": count, "characters": characters, "indexing": indexing, "segments": size, "erasing": erasing,
        "clean": is_clean, "looking": looking,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", type=int, nargs="?", default=4_000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        found = measure(Path(place), arguments.documents)
    if arguments.json:
        print(json.dumps(found))
    else:
        for name, value in found.items():
            print(f"{name:>12}: {value:,.3f}")


if __name__ == "__main__":
    main()
