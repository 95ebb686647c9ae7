"""Processor time of the window's own thread: to its first paint, and to the first show of each place.

python tests/benchmarks/places.py LIBRARY [--starts N] [--paint] [--json] [--code APP_FOLDER]

LIBRARY is any library, and stays as it is but for what an open window does to one. Each start is a process of its own,
without a screen; the figures are medians, in milliseconds. `--code` measures the `app` of another checkout,
`--paint` the first paint alone.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

PLACES = ("search", "duplicates", "topics", "labels", "library", "models", "settings")
REST_MS = 3_000


def measure_once(library: Path, *, paint: bool) -> dict[str, float]:
    """Open the window, go through its places once unless `paint`, and return what each took."""
    import gc

    from findling.ui.app.display_check import import_qt

    # As `launch` does both.
    gc.disable()
    import_qt()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from findling.domain.launch_request import LaunchRequest
    from findling.paths import LibraryPaths
    from findling.ui.app.application import Application
    from findling.ui.app.single_instance import SingleInstance
    from findling.ui.app.window import Window

    paths = LibraryPaths.inside(library)
    qt = QApplication([sys.argv[0]])
    instance = SingleInstance(paths)
    instance.claim()
    application = Application(qt, paths, instance)
    took: dict[str, float] = {}
    # Since the process began, imports included.
    application.painted.connect(lambda: took.setdefault("first paint", time.thread_time() * 1_000))

    def go_through() -> None:
        window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))
        for number, place in enumerate(PLACES[1:], 1):
            before = time.thread_time()
            window.show_page(number)
            QApplication.processEvents()
            took[place] = (time.thread_time() - before) * 1_000
        QApplication.quit()

    if paint:
        application.painted.connect(lambda: QTimer.singleShot(0, QApplication.quit))
    else:
        QTimer.singleShot(REST_MS, go_through)
    application.run(LaunchRequest())
    return took


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("library", type=Path)
    parser.add_argument("--starts", type=int, default=7)
    parser.add_argument("--paint", action="store_true", help="measure the first paint alone")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--code", type=Path, action="append", default=[])
    parser.add_argument("--once", action="store_true", help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.once:
        print(json.dumps(measure_once(chosen.library, paint=chosen.paint)))
        return
    here = Path(__file__).resolve().parents[2] / "app"
    codes = [*chosen.code, here]
    told: dict[str, dict[str, list[float]]] = {str(code): {} for code in codes}
    # By turns, so that what else goes on at the machine meets all alike.
    for _ in range(chosen.starts):
        for code in codes:
            for name, milliseconds in _start(code, chosen.library, paint=chosen.paint).items():
                told[str(code)].setdefault(name, []).append(milliseconds)
    medians = {code: {name: median(each) for name, each in found.items()} for code, found in told.items()}
    if chosen.json:
        print(json.dumps(medians, indent=2))
        return
    for name in medians[str(here)]:
        print(f"{name:12}", *(f"{medians[str(code)].get(name, 0.0):8.0f}" for code in codes))


def _start(code: Path, library: Path, *, paint: bool) -> dict[str, float]:
    command = [sys.executable, __file__, str(library), "--once", *(["--paint"] if paint else [])]
    around = os.environ | {"PYTHONPATH": str(code), "QT_QPA_PLATFORM": "offscreen"}
    ran = subprocess.run(command, env=around, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(ran.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
