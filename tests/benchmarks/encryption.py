"""Cost of an encrypted library: CPU seconds of its database, plain and encrypted by turns in one process.

    python tests/benchmarks/encryption.py [--documents 2000] [--rounds 5] [--json]

Each document has a text of random words and five vectors of 384 dimensions. Written are ten documents in a transaction,
and the log is folded in last; read is all of it, as `findling doctor` does; opened is what every command opens first.
The indexes, which lie in memory, are built from the database, copied to the disk, and put back from there.
Linux only; needs sqlcipher3.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from findling.encryption.library_key import make_key, open_key
from findling.indexing.index_adoption import adopt_indexes
from findling.indexing.index_copies import IndexCopies
from findling.indexing.index_sync import LexicalIndexSync, VectorIndexSync
from findling.paths import LibraryPaths
from findling.storage.database import Database
from findling.storage.library_encryption import encrypt_library
from smalllibrary import STAT, add_document, make_space

_PASSPHRASE = "correct horse battery"
_TOGETHER = 10
_OPENED = 50


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    words = [f"word{number}" for number in range(30_000)]
    draw = random.Random(7)
    texts = [" ".join(draw.choices(words, k=1_000)) for _ in range(options.documents)]
    found: dict[str, list[float]] = {}
    for _ in range(options.rounds):
        with TemporaryDirectory() as folder:
            size, copies = _measure_all(
                Path(folder), texts, lambda name, seconds: found.setdefault(name, []).append(seconds)
            )
    medians = {name: statistics.median(each) for name, each in found.items()}
    if options.json:
        print(json.dumps({"bytes": size, "bytes of the copies": copies, "cpu_seconds": medians}, indent=1))
        return
    print(f"{options.documents} documents, {size / 1e6:.0f} MB, copies of its indexes {copies / 1e6:.0f} MB")
    for name, seconds in medians.items():
        print(f"{name:24} {seconds:8.3f} s")


def _measure_all(folder: Path, texts: list[str], note: Callable[[str, float], None]) -> tuple[int, int]:
    """Note the CPU seconds of each work, plain and encrypted; return the bytes of the library, and of its copies."""
    key = make_key()
    plain = LibraryPaths.inside(folder / "plain")
    for kind, used in (("plain", None), ("encrypted", key)):
        file = folder / kind / "library.db"
        file.parent.mkdir()
        note(f"written, {kind}", _measure(lambda file=file, used=used: _write(file, used, texts)))
        note(f"read, {kind}", _measure(lambda file=file, used=used: _read(file, used)))
        note(f"opened {_OPENED} times, {kind}", _measure(lambda file=file, used=used: _open(file, used)))
    note("encrypted in place", _measure(lambda: encrypt_library(plain, key, _PASSPHRASE)))
    note("passphrase", _measure(lambda: open_key(plain.key_file, _PASSPHRASE)))
    _measure_indexes(plain.as_kept().unlocked(key), note)
    return plain.database.stat().st_size, sum(each.stat().st_size for each in plain.index_copies.iterdir())


def _measure_indexes(paths: LibraryPaths, note: Callable[[str, float], None]) -> None:
    assert paths.memory
    shutil.rmtree(paths.memory)
    paths.create()
    database = Database.open_for_writing(paths.database, paths.key)
    note("indexes built", _measure(lambda: _build(database, paths)))
    adopt_indexes(database, paths)
    copies = IndexCopies(paths)
    note("indexes copied", _measure(copies.store))
    note("copied again, nothing changed", _measure(copies.store))
    shutil.rmtree(paths.memory)
    paths.create()
    note("indexes put back", _measure(copies.restore))
    assert sum(1 for _ in paths.words.rglob("*.term")) > 0
    database.close()
    shutil.rmtree(paths.memory)


def _build(database: Database, paths: LibraryPaths) -> None:
    words = LexicalIndexSync(database, paths.words)
    words.follow()
    words.commit()
    words.close()
    space = database.vectors.find_space("tests:1")
    assert space
    VectorIndexSync(database, space, paths.vectors_of(space.id), 1).publish()


def _measure(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _write(file: Path, key: bytes | None, texts: list[str]) -> None:
    database = Database.open_for_writing(file, key)
    with database.transaction():
        space = make_space(database)
        folder = database.folders.add(Path("/d"))
    for start in range(0, len(texts), _TOGETHER):
        with database.transaction():
            for text in texts[start : start + _TOGETHER]:
                content = os.urandom(16)
                row = database.files.add_pending(folder.id, Path("/d") / content.hex(), STAT, 0)
                document = add_document(database, content, text, space=space, passages=5)
                database.files.set_indexed(row, document, STAT, "benchmark")
    database.checkpoint()
    database.close()


def _read(file: Path, key: bytes | None) -> None:
    database = Database.open_for_reading(file, key)
    database.require_whole()
    database.close()


def _open(file: Path, key: bytes | None) -> None:
    for _ in range(_OPENED):
        database = Database.open_for_reading(file, key)
        assert database.folders.all()
        database.close()


if __name__ == "__main__":
    main()
