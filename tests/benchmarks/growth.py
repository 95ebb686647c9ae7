"""Growth of the cost of each step of indexing with the library: processor time of this process and its parser.

Run by hand: `python tests/benchmarks/growth.py [--sizes 1000 10000 100000] [--json]`. For each size a folder of tiny
files is made and indexed as ever, but for the model, in whose place stand vectors from a list: what it computes grows
with the text and with nothing else. The exit status is 1 where a step's cost for each unit of its work grows with the
library by a log-log slope of more than `LIMIT`.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import statistics
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path

import numpy as np
import psutil

from findling.duplicates.comparer import Comparer
from findling.indexing.indexer import Indexer
from findling.indexing.run_clock import RunClock
from findling.indexing.session import IndexingSession
from findling.models.embedder import Embedder
from findling.paths import LibraryPaths
from findling.settings import Settings

LIMIT = 0.3
"""Slope that passes for none: caches that no longer hold all, and a noisy machine, bring up to .2."""

IN_A_DIRECTORY = 100
SINGLE_CHANGES = 15
BURSTS, IN_A_BURST = 3, 40
VOCABULARY = 20_000
DIMENSIONS = 384


@dataclass(slots=True)
class Step:
    """Costs of a step.

    Attributes:
        work: units of work, files as a rule, at each size of library.
        seconds: of the processor, for all of them.
        written: bytes that this process had written to the disk meanwhile.
    """

    work: dict[int, int] = field(default_factory=dict)
    seconds: dict[int, float] = field(default_factory=dict)
    written: dict[int, int] = field(default_factory=dict)

    def slope(self) -> float:
        """Return by which power of the library's size the cost of a unit grows, by least squares."""
        sizes = np.log(list(self.seconds))
        costs = np.log([self.seconds[size] / self.work[size] for size in self.seconds])
        return float(np.polyfit(sizes, costs, 1)[0]) if len(sizes) > 1 else 0.0


class Meter:
    """Takes the cost of steps."""

    def __init__(self) -> None:
        self.steps: dict[str, Step] = {}

    def take(self, name: str, size: int, work: int, run: Callable[[], object], repeats: int = 1) -> None:
        """Note what a step costs, the median of its runs."""
        costs = []
        before = written_bytes()
        for _ in range(repeats):
            began = spent_seconds()
            run()
            costs.append(spent_seconds() - began)
        self.note(name, size, work, statistics.median(costs), (written_bytes() - before) // repeats)

    def note(self, name: str, size: int, work: int, seconds: float, written: int = 0) -> None:
        step = self.steps.setdefault(name, Step())
        step.work[size], step.seconds[size], step.written[size] = work, seconds, written


class StandIns:
    """Stand-ins for the model, and a clock for the comparing of documents within a run."""

    def __init__(self) -> None:
        self.comparing = 0.0
        rows = np.random.default_rng(0).standard_normal((4_096, DIMENSIONS)).astype(np.float32)
        self._rows = rows / np.linalg.norm(rows, axis=1, keepdims=True)

    def install(self) -> None:
        """Take the places."""
        compare = Comparer.run

        def run(comparer: Comparer, **options: Callable[[], object]) -> None:
            began = time.process_time()
            compare(comparer, **options)
            self.comparing += time.process_time() - began

        Comparer.run = run
        Embedder.embed = lambda _, texts: self.embed(texts)

    def embed(self, texts: Sequence[str]) -> np.ndarray:
        """Vectors that cost nothing, the same for the same text."""
        return self._rows[[zlib.crc32(text.encode()) % len(self._rows) for text in texts]]


def spent_seconds() -> float:
    """Return the processor time of this process, of its children and of those that ended."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    living = [child.cpu_times() for child in psutil.Process().children(recursive=True)]
    return time.process_time() + ended.ru_utime + ended.ru_stime + sum(each.user + each.system for each in living)


def written_bytes() -> int:
    """Return what this process has sent to the disk, where the system tells."""
    counters = getattr(psutil.Process(), "io_counters", None)
    return int(counters().write_bytes) if counters else 0


def make_files(folder: Path, size: int) -> list[Path]:
    """Write tiny files of words that few of them share."""
    rng = random.Random(size)
    words = ["".join(rng.choices("abdefghiklmnoprstu", k=rng.randint(3, 9))) for _ in range(VOCABULARY)]
    paths = []
    for number in range(size):
        path = folder / f"{number // IN_A_DIRECTORY:05}" / f"{number:06}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Note {number}: {' '.join(rng.choices(words, k=25))}.\n")
        paths.append(path)
    return paths


def measure(size: int, meter: Meter, stand_ins: StandIns, home: Path) -> None:
    """Take all steps in a library of so many files."""
    folder = home / "files"
    files = make_files(folder, size)
    indexer = Indexer.open(LibraryPaths.inside(home / "library"), Settings(threads=1))
    known = indexer.add(folder)
    index = partial(indexer.index, [], report=lambda _: None, should_stop=lambda: False)

    meter.take("scan of new files", size, size, partial(indexer._scanner.scan, known))
    stand_ins.comparing = 0.0
    meter.take("index, without the model", size, size, index)
    meter.note("compare for duplicates", size, size, stand_ins.comparing)
    step = meter.steps["index, without the model"]
    step.seconds[size] -= stand_ins.comparing
    meter.take("run again, nothing changed", size, size, index)

    moved = files[: size // 10]
    left = files[size // 10 :]
    with IndexingSession(indexer._paths, indexer._settings, indexer.database) as session:
        clock = RunClock(lambda _: None, "watching")

        def look(paths: Sequence[Path], *, commit: bool = True) -> None:
            indexer._scanner.scan_paths(known, paths)
            session.note_changes(clock)
            while session.step(clock, lambda: False):
                pass
            if commit:
                session.commit()

        def change(count: int, *, commit: bool = True) -> None:
            for path in random.sample(left, count):
                path.write_text(f"{path.read_text()} {time.time_ns()}")
                changed.append(path)
            look(changed, commit=commit)
            changed.clear()

        changed: list[Path] = []
        # The first one starts the parser, and loads what is compared with.
        meter.take("first change of a session", size, size, partial(change, 1))
        meter.take("one file saved", size, 1, partial(change, 1), SINGLE_CHANGES)
        # As under watch, where the word index is committed every few seconds.
        meter.take("one of many saved one by one", size, 1, partial(change, 1, commit=False), SINGLE_CHANGES)
        meter.take(f"{IN_A_BURST} files saved at once", size, IN_A_BURST, partial(change, IN_A_BURST), BURSTS)
        for directory in {path.parent for path in moved}:
            directory.rename(directory.with_name(f"moved {directory.name}"))
        directories = {path.parent for path in moved}
        renamed = [each.with_name(f"moved {each.name}") for each in directories]
        meter.take("directories renamed", size, len(moved), partial(look, [*directories, *renamed]))
        for directory in renamed:
            shutil.rmtree(directory)
        meter.take("directories deleted", size, len(moved), partial(look, renamed))
    indexer.close()


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="files of the libraries")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    meter, stand_ins = Meter(), StandIns()
    stand_ins.install()
    for size in options.sizes:
        home = Path(tempfile.mkdtemp(prefix="growth"))
        try:
            measure(size, meter, stand_ins, home)
        finally:
            shutil.rmtree(home)
        print(f"{size:,} files: done", file=sys.stderr, flush=True)
    growing = [name for name, step in meter.steps.items() if step.slope() > LIMIT]
    if options.json:
        steps = {name: asdict(step) | {"slope": step.slope()} for name, step in meter.steps.items()}
        print(json.dumps({"steps": steps, "growing": growing}))
    else:
        print_table(meter.steps, options.sizes)
    return 1 if growing else 0


def print_table(steps: dict[str, Step], sizes: Sequence[int]) -> None:
    """Print the cost of a unit of work at each size, and the slope."""
    print(f"{'ms and KB written a file':<30}" + "".join(f"{size:>18,}" for size in sizes) + f"{'slope':>9}")
    for name, step in steps.items():
        costs = [
            f"{1000 * step.seconds[size] / step.work[size]:.2f} / {step.written[size] / step.work[size] / 1000:.0f}"
            for size in sizes
        ]
        print(f"{name:<30}" + "".join(f"{cost:>18}" for cost in costs) + f"{step.slope():>9.2f}")


if __name__ == "__main__":
    sys.exit(main())
