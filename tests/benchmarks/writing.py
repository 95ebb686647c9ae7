"""Bytes that the writer writes under watch: for an edit of 50 bytes, and for a renamed folder of 1,000 files.

    python tests/benchmarks/writing.py [--files 1000] [--edits 10] [--json]

Counted by the kernel for the writer and the parsers that it has ended (/proc/PID/io: what is handed to the kernel, and
what reached the disk's queue). Each edit is waited for until its word is found, and until the writer has been quiet for
three seconds, so that what follows an edit later is counted with it. Linux only.
"""

from __future__ import annotations

import argparse
import json
import os
import string
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from findling.index.lexical.lexical_reader import LexicalReader
from waiting import wait_until
from workspace import Workspace

_QUIET_SECONDS = 3.0
_SENTENCE = "An ordinary sentence about gardens, rivers and the winter of {number}. "


class WatchedLibrary:
    """A library that is followed by a process of its own."""

    def __init__(self, place: Path, files: int) -> None:
        self._workspace = Workspace.at(place)
        for number in range(files):
            self._workspace.write(f"many/{number}.txt", _SENTENCE.format(number=number))
        self._note = self._workspace.write("note.txt", _SENTENCE.format(number=1900) * 200)
        self._log = (place / "log").open("w")
        paths = self._workspace.paths
        program = [sys.executable, "-P", "-m", "findling", "--library", str(paths.data), "--no-progress", "index"]
        self._watch = subprocess.Popen(
            [*program, str(self._workspace.folder), "--watch"],
            stdout=self._log,
            stderr=self._log,
            env={**os.environ, "FINDLING_PRIORITY": "normal"},
        )
        wait_until(lambda: "Following" in (place / "log").read_text())
        self._writer = next(each for each in psutil.Process(self._watch.pid).children() if "--writer" in each.cmdline())
        self._settle()

    def close(self) -> None:
        """End the process."""
        self._watch.terminate()
        self._watch.wait()
        self._log.close()

    def edit(self, number: int) -> dict[str, int]:
        """Append 50 bytes, and return what was written until it is found."""
        word = f"zzword{string.ascii_lowercase[number]}"
        before = self._read()
        with self._note.open("a") as note:
            note.write(f"{word} was written at the end of it.\n".rjust(50))
        wait_until(lambda: self._holds(word))
        return self._settle(before)

    def rename(self) -> dict[str, int]:
        """Rename the folder of many files, and return what was written until all are known by their new names."""
        before = self._read()
        (self._workspace.folder / "many").rename(self._workspace.folder / "renamed")
        wait_until(lambda: not any(name.startswith("many") for name in self._workspace.contents()))
        return self._settle(before)

    def _holds(self, word: str) -> bool:
        reader = LexicalReader.open(self._workspace.paths.words)
        return reader is not None and bool(reader.frequency(word))

    def _read(self) -> dict[str, int]:
        fields = dict(line.split(": ") for line in Path(f"/proc/{self._writer.pid}/io").read_text().splitlines())
        return {"handed over": int(fields["wchar"]), "to the disk": int(fields["write_bytes"])}

    def _settle(self, before: dict[str, int] | None = None) -> dict[str, int]:
        """Wait until nothing is written any more, and return what was since `before`."""
        last, since = self._read(), time.monotonic()
        while time.monotonic() - since < _QUIET_SECONDS:
            time.sleep(0.2)
            now = self._read()
            if now["handed over"] - last["handed over"] > 10_000 or now["to the disk"] != last["to the disk"]:
                last, since = now, time.monotonic()
        return {name: last[name] - (before or last)[name] for name in last}


def main() -> None:
    """Measure both, and print them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--edits", type=int, default=10)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        library = WatchedLibrary(Path(place), chosen.files)
        try:
            edits = [library.edit(number) for number in range(chosen.edits)]
            renamed = library.rename()
        finally:
            library.close()
    told = {
        f"an edit, kB {name}": sorted(each[name] for each in edits)[len(edits) // 2] / 1000 for name in edits[0]
    } | {f"a renamed file, kB {name}": number / 1000 / chosen.files for name, number in renamed.items()}
    if chosen.json:
        print(json.dumps(told, indent=2))
        return
    for name, value in told.items():
        print(f"{name:36} {value:10.1f}")


if __name__ == "__main__":
    main()
