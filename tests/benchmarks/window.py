"""Responsiveness of the window: first paint, memory, keys to rows, and whether it ever stands still.

python tests/benchmarks/window.py LIBRARY BUSY_FOLDER [--json]

LIBRARY is one that tests/benchmarks/answering.py has built. BUSY_FOLDER is indexed from nothing, while the window's
event loop is watched and rows are chosen and typed for. The window is a real one, under Xvfb, driven by real keys.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from screen import Screen, switched_on

PROGRAM = Path(__file__).resolve().parent.parent / "windowprogram.py"
STARTS = 7
QUERIES = (
    "heat transfer in thin wings",
    "memory of children at school",
    "rates of tax on income",
    "why do cells divide",
)
LETTER_MS = 300


class App:
    """The window, as the benchmark holds it."""

    def __init__(self, screen: Screen, library: Path, *folders: Path) -> None:
        command = [sys.executable, str(PROGRAM), str(time.time()), str(library), *map(str, folders)]
        self._process = subprocess.Popen(
            command, env=screen.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        screen.activate("^Findling")

    def ask(self, what: str) -> dict:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(what, file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())

    def close(self) -> float:
        """End it as its own key does; gives the seconds that took."""
        started = time.monotonic()
        self._process.communicate("\n", timeout=30)
        return time.monotonic() - started


def measure_start(screen: Screen) -> dict[str, float]:
    """First paint of an empty library, files warm, and the window's memory before the first search."""
    paints, memory = [], 0.0
    for _ in range(STARTS):
        with tempfile.TemporaryDirectory() as library:
            app = App(screen, Path(library))
            time.sleep(4)
            told = app.ask("start")
            assert not told["heavy"], told
            paints.append(told["paint_ms"])
            memory = max(memory, told["memory_mb"])
            app.close()
    return {"first_paint_ms": median(paints), "first_paint_max_ms": max(paints), "memory_mb": memory}


def measure_typing(screen: Screen, library: Path) -> dict[str, float]:
    """Measure from each letter to the rows that are painted for it, first and last."""
    app = App(screen, library)
    time.sleep(12)
    app.ask("watch")
    for query in (QUERIES[0], *QUERIES):  # the first warms up
        screen.press("ctrl+k", "BackSpace")
        time.sleep(1)
        app.ask("laps") if query is QUERIES[0] else None
        screen.type(query, LETTER_MS)
        time.sleep(1)
    laps = [each for each in app.ask("laps")["laps"] if each]
    closing = app.close()
    return {
        "letters": len(laps),
        **_spread("first_rows", [each[0] for each in laps]),
        **_spread("final_rows", [each[-1] for each in laps]),
        "closing_s": closing,
    }


def measure_standstill(screen: Screen, folder: Path) -> dict[str, float]:
    """Measure how late the event loop is while the writer indexes as fast as it can and the user types and moves."""
    with tempfile.TemporaryDirectory() as library:
        app = App(screen, Path(library), folder)
        time.sleep(15)
        app.ask("lags")
        for query in QUERIES:
            screen.press("ctrl+k", "BackSpace")
            screen.type(query, 120)
            for _ in range(10):
                screen.press("Down")
                time.sleep(0.15)
        told = app.ask("lags")
        app.close()
    return {f"lag_{name}": value for name, value in told.items()}


def _spread(name: str, values: list[float]) -> dict[str, float]:
    values = sorted(values)
    return {f"{name}_p50_ms": median(values), f"{name}_p95_ms": values[int(len(values) * 0.95)]}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with switched_on() as screen:
        told = {"load": os.getloadavg()[0]}
        told |= measure_start(screen)
        told |= measure_typing(screen, chosen.library)
        told |= measure_standstill(screen, chosen.folder)
    if chosen.json:
        print(json.dumps(told, indent=2))
        return
    for name, value in told.items():
        print(f"{name:24} {value:10.1f}")


if __name__ == "__main__":
    main()
