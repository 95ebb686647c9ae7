"""A watched folder that changes at random for a while, with kills: the library has to say what is on the disk.

    python tests/benchmarks/soak.py [--seconds 300] [--seed 1] [--kill-every 40] [--json]

`findling index FOLDER --watch` follows a folder in which files are written, edited, moved, copied, hidden and deleted.
Every some operations the writer, a parser or the command itself is killed. Again and again all rests until the
library's texts equal those on the disk, to the byte: what is missing is lost, what is too much is a ghost.
`--kill-every 0` kills nothing, so that the memory of one process at the end can be compared with that after the first
third.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from restlessuser import RestlessUser
from workspace import Workspace

_ROUND = 25
"""Operations between two comparisons."""
_PATIENCE_SECONDS = 300.0
_STAYS = "stays.md"


@dataclass
class Report:
    """Counts of what was done, and what came of it."""

    seed: int
    operations: int = 0
    kills: Counter[str] = field(default_factory=Counter)
    comparisons: int = 0
    lost: int = 0
    ghosts: int = 0
    wrong: int = 0
    settle_seconds: list[float] = field(default_factory=list)
    rss_mb: list[float] = field(default_factory=list)
    text_bytes: int = 0
    written_bytes: int = 0


class Soak:
    """One run."""

    def __init__(self, place: Path, seed: int, kill_every: int) -> None:
        self._workspace = Workspace.at(place)
        self._chance = random.Random(seed)
        self._user = RestlessUser(self._workspace.folder, self._chance)
        self._kill_every = kill_every
        self._log = (place / "log").open("w")
        self.report = Report(seed)
        self._workspace.write(_STAYS, "This one stays, so that the folder is never empty.")
        self._watch = self._start()

    def run(self, seconds: float) -> None:
        """Change files for some seconds."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for _ in range(_ROUND):
                self._user.act()
                self.report.operations += 1
                if self._kill_every and self.report.operations % self._kill_every == 0:
                    self._kill()
                if self._watch.poll() is not None:
                    self._watch = self._start()
                time.sleep(self._chance.random() * 0.2)
            self._compare()
        writer = self._find("--writer")
        self.report.written_bytes = writer.io_counters().write_bytes if writer else 0

    def close(self) -> None:
        """End the command."""
        self._watch.terminate()
        self._watch.wait()
        self._log.close()

    def _start(self) -> subprocess.Popen[bytes]:
        paths, folder = self._workspace.paths, self._workspace.folder
        command = [sys.executable, "-P", "-m", "findling", "--library", str(paths.data), "--no-progress", "index"]
        environment = {**os.environ, "FINDLING_PRIORITY": "normal"}
        return subprocess.Popen([*command, str(folder), "--watch"], stdout=self._log, stderr=self._log, env=environment)

    def _find(self, role: str) -> psutil.Process | None:
        """Return a process of the command's, if there is one."""
        try:
            below = psutil.Process(self._watch.pid).children(recursive=True)
            return next((each for each in below if role in each.cmdline()), None)
        except psutil.Error:
            return None

    def _kill(self) -> None:
        role = self._chance.choice(["--writer", "--writer", "--parser", "command"])
        victim = psutil.Process(self._watch.pid) if role == "command" else self._find(role)
        if victim is None:
            return
        try:
            victim.kill()
        except psutil.Error:
            return
        self.report.kills[role.lstrip("-")] += 1

    def _compare(self) -> None:
        """Wait until library and disk say the same, and note what differs if they never do."""
        begun = time.monotonic()
        while (differing := self._find_differences()) and time.monotonic() - begun < _PATIENCE_SECONDS:
            if self._watch.poll() is not None:
                self._watch = self._start()
            time.sleep(0.1)
        self.report.comparisons += 1
        self.report.settle_seconds.append(round(time.monotonic() - begun, 2))
        for kind, number in differing.items():
            setattr(self.report, kind, getattr(self.report, kind) + number)
        if writer := self._find("--writer"):
            self.report.rss_mb.append(round(writer.memory_info().rss / 1e6, 1))

    def _find_differences(self) -> dict[str, int]:
        """Return how many files are lost, ghosts or wrong; nothing where all is as it has to be."""
        texts = {os.path.relpath(path, self._workspace.folder): path.read_text() for path in self._user.files()}
        wanted = {name: text for name, text in texts.items() if text}
        self.report.text_bytes = max(self.report.text_bytes, sum(map(len, wanted.values())))
        try:
            known = {name: text for name, (text, _) in self._workspace.contents().items() if name != _STAYS}
        except Exception:  # the library is not made yet, or is being made
            return {"lost": len(wanted)}
        found = {
            "lost": len(wanted.keys() - known.keys()),
            "ghosts": len(known.keys() - wanted.keys()),
            "wrong": sum(known[name] != wanted[name] for name in known.keys() & wanted.keys()),
        }
        return {kind: number for kind, number in found.items() if number}


def summarise(report: Report) -> dict[str, object]:
    """Return the report with its lists summed up."""
    told = asdict(report) | {"kills": dict(report.kills)}
    waits, memory = sorted(told.pop("settle_seconds")), told.pop("rss_mb")
    told["settle_p50_s"], told["settle_max_s"] = waits[len(waits) // 2], waits[-1]
    if memory:
        told["rss_mb_first_third"], told["rss_mb_end"] = memory[len(memory) // 3], memory[-1]
        told["rss_mb_most"] = max(memory)
    return told


def main() -> None:
    """Run a soak, and exit with 1 where library and disk differed for good."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=300.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kill-every", type=int, default=40, metavar="OPERATIONS")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        soak = Soak(Path(place), chosen.seed, chosen.kill_every)
        try:
            soak.run(chosen.seconds)
        finally:
            soak.close()
    told = summarise(soak.report)
    if chosen.json:
        print(json.dumps(told, indent=2))
    else:
        for name, value in told.items():
            print(f"{name:24} {value}")
    raise SystemExit(bool(soak.report.lost or soak.report.ghosts or soak.report.wrong))


if __name__ == "__main__":
    main()
