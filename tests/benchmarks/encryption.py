"""Cost of an encrypted library: CPU seconds of its database, plain and encrypted by turns in one process.

    python tests/benchmarks/encryption.py [--documents 2000] [--rounds 5] [--json]

Each document has a text of random words and five vectors of 384 dimensions. Written are ten documents in a transaction,
and the log is folded in last; read is all of it, as `findling doctor` does; opened is what every command opens first.
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

from findling.domain.files import FileStatus
from findling.library_key import make_key, open_key
from findling.paths import LibraryPaths
from findling.storage.database import Database
from findling.storage.library_encryption import encrypt_library
from smalllibrary import STAT, add_document, make_space

_PASSPHRASE = "correct horse battery"  # noqa: S105 - of a library that is deleted at once
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
    key = make_key()
    found: dict[str, list[float]] = {}
    with TemporaryDirectory() as folder:
        for turn in range(options.rounds):
            for kind, used in (("plain", None), ("encrypted", key)):
                paths = Path(folder) / f"{turn}-{kind}" / "library.db"
                paths.parent.mkdir()
                for name, work in _list_work(paths, used, texts):
                    found.setdefault(f"{name}, {kind}", []).append(_measure(work))
            found.setdefault("encrypted in place", []).append(
                _measure(lambda at=Path(folder) / f"{turn}-plain": _encrypt(at, key))  # type: ignore[misc]
            )
            found.setdefault("passphrase", []).append(
                _measure(lambda at=Path(folder) / f"{turn}-plain": open_key(at / "library.key", _PASSPHRASE))  # type: ignore[misc]
            )
            size = (Path(folder) / f"{turn}-plain" / "library.db").stat().st_size
            shutil.rmtree(LibraryPaths.inside(Path(folder) / f"{turn}-plain").memory or folder)
            for kind in ("plain", "encrypted"):
                shutil.rmtree(Path(folder) / f"{turn}-{kind}")
    medians = {name: statistics.median(each) for name, each in found.items()}
    if options.json:
        print(json.dumps({"bytes": size, "cpu_seconds": medians}, indent=1))
        return
    print(f"{options.documents} documents, {size / 1e6:.0f} MB")
    for name, seconds in medians.items():
        print(f"{name:24} {seconds:8.3f} s")


def _list_work(file: Path, key: bytes | None, texts: list[str]) -> list[tuple[str, Callable[[], object]]]:
    return [
        ("written", lambda: _write(file, key, texts)),
        ("read", lambda: _read(file, key)),
        (f"opened {_OPENED} times", lambda: [_open(file, key) for _ in range(_OPENED)]),
    ]


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
    database = Database.open_for_reading(file, key)
    assert database.files.count_by_status()[FileStatus.INDEXED]
    database.close()


def _encrypt(folder: Path, key: bytes) -> None:
    encrypt_library(LibraryPaths.inside(folder), key, _PASSPHRASE)


if __name__ == "__main__":
    main()
