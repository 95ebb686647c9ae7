"""Library that Findling wrote at e163fd0, moved to another folder, with its files and answers."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from waiting import PATIENCE_SECONDS

SAVED = Path(__file__).parent / "data" / "library_e163fd0"
RECORDED = json.loads((SAVED / "answers.json").read_text("utf-8"))
VOLATILE = {"took_ms", "seconds", "database_bytes", "index_bytes", "provider", "worker"}
NEWER = {"withheld", "offline", "found_by_name", "unread", "date", "from", "to", "cc", "subject", "author"}
"""Keys that answers have had only since."""


class EarlierLibrary:
    """Saved library and its files; see `data/library_e163fd0/README.md`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in ("home", "aside"):
            shutil.copytree(SAVED / name, root / name)
        for name, modified_ns in json.loads((SAVED / "modified.json").read_text("utf-8")).items():
            os.utime(root / name, ns=(modified_ns, modified_ns))
        self.library = root / "library"
        self.library.mkdir()
        for name in ("settings.toml", "searches.json"):
            (self.library / name).write_text(self._read(name), "utf-8")
        with self.database() as connection:
            connection.executescript(self._read("library.sql"))
            # As it would be had the files stayed where they were.
            for number, path in connection.execute("SELECT id, path FROM files").fetchall():
                inode = Path(os.fsdecode(path)).stat().st_ino.to_bytes(16, "big")
                connection.execute("UPDATE files SET inode = ? WHERE id = ?", (inode, number))

    def _read(self, name: str) -> str:
        return (SAVED / "library" / name).read_text("utf-8").replace("@ROOT@", str(self.root))

    @contextmanager
    def database(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self.library / "library.db", isolation_level=None)
        try:
            yield connection
        finally:
            connection.close()

    def run(self, *arguments: str) -> tuple[int, str, str]:
        ran = subprocess.run(
            [sys.executable, "-m", "findling", "--library", str(self.library), "--no-progress", *arguments],
            capture_output=True, text=True, timeout=PATIENCE_SECONDS, cwd=self.root,
            env=os.environ | {"XDG_DATA_HOME": str(self.root / "data")},
        )  # fmt: skip
        return ran.returncode, ran.stdout, ran.stderr

    def answer(self, command: list[str]) -> dict[str, Any]:
        """Run a command and return its answer in the recorded form."""
        status, said, errors = self.run("--json", *(part.replace("@ROOT@", str(self.root)) for part in command))
        answer = json.loads(said) if said else None
        return self.settle({"command": command, "status": status, "errors": errors, "answer": answer})

    def settle(self, value: Any) -> Any:
        """Drop values of one moment or machine, and name the folder as the recorded answers do."""
        if isinstance(value, dict):
            return {key: self.settle(each) for key, each in value.items() if key not in VOLATILE | NEWER}
        if isinstance(value, list):
            return [self.settle(each) for each in value]
        return value.replace(str(self.root), "@ROOT@") if isinstance(value, str) else value
