"""Cost of the window and its processes at rest: processor time a minute, and memory.

python tests/benchmarks/rest.py [--json]

The sample library is indexed and left alone, in a real window under Xvfb.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from findling.paths import resources
from screen import Screen, switched_on

SETTLE_SECONDS, MEASURED_SECONDS = 45.0, 60.0


def measure_rest(screen: Screen) -> dict[str, float]:
    """Processor seconds of all processes in a minute of rest, and the memory that each has to itself."""
    with tempfile.TemporaryDirectory() as library:
        program = [sys.executable, "-P", "-m", "findling", "--library", library, "app"]
        started = subprocess.Popen([*program, str(resources() / "sample")], env=screen.environment)
        screen.activate("^Findling")
        time.sleep(SETTLE_SECONDS)
        window = psutil.Process(started.pid)
        processes = [window, *window.children(recursive=True)]
        before = {each: sum(each.cpu_times()[:2]) for each in processes}
        time.sleep(MEASURED_SECONDS)
        spent = {each: sum(each.cpu_times()[:2]) - before[each] for each in processes if each.is_running()}
        memory = sum(each.memory_full_info().pss for each in spent)
        told = {"processes": len(spent), "cpu_s": sum(spent.values()), "window_cpu_s": spent[window]}
        subprocess.run([*program, "--quit"], env=screen.environment, check=True)
    return told | {"share_percent": 100 * told["cpu_s"] / MEASURED_SECONDS, "pss_mb": memory / 1e6}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with switched_on() as screen:
        told = measure_rest(screen)
    if chosen.json:
        print(json.dumps(told, indent=2))
        return
    for name, value in told.items():
        print(f"{name:24} {value:10.2f}")


if __name__ == "__main__":
    main()
