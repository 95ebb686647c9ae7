"""Random plans with injected faults, many more than the tests try: python tests/benchmarks/clearing.py COUNT [SEED].

The same plans, faults and claims as `tests/unit/duplicates/test_executor_random.py`, drawn evenly instead of by
Hypothesis, whose bookkeeping takes most of the time.
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "unit" / "duplicates"))

from test_clearing_random import ERRORS, MOMENTS, try_plan

from findling.domain.plans import Action
from findling.storage.database import Database

_TOLD_EVERY = 5_000
_PER_LIBRARY = 100
"""Plans whose history one library keeps: it would grow, and each plan would take longer than the last."""


def draw(chance: random.Random) -> tuple[object, ...]:
    """Draw arguments of `try_plan`: groups of files, steps, faults of three processes, whether a folder is safe."""
    sizes = [
        [chance.choice(("copy", "edited", "link")) for _ in range(chance.randint(2, 4))]
        for _ in range(chance.randint(1, 2))
    ]
    wanted = [
        (chance.randint(0, 1), chance.randint(0, 3), chance.randint(0, 3), chance.choice(list(Action)))
        for _ in range(chance.randint(2, 8))
    ]
    faults = [
        [(chance.choice(MOMENTS), chance.choice(ERRORS)) for _ in range(chance.choice((0, 4, 10, 30, 60)))]
        for _ in range(3)
    ]
    return sizes, wanted, *faults, chance.random() < 0.5


def main(count: int, seed: int) -> None:
    """Try so many plans; the first that loses anything ends it, with what was drawn."""
    chance = random.Random(seed)
    home = Path(tempfile.mkdtemp(prefix="plans", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    try:
        for begun in range(0, count, _PER_LIBRARY):
            database = Database.open_for_writing(home / f"{begun}.db")
            for number in range(begun + 1, min(begun + _PER_LIBRARY, count) + 1):
                _try_one(database, home / "plan", draw(chance), f"plan {number} of seed {seed}")
            database.close()
            (home / f"{begun}.db").unlink()
            if number % _TOLD_EVERY == 0:
                print(f"{number:,} plans of seed {seed}, {time.process_time():.0f} CPU seconds", flush=True)
        print(f"{count:,} plans of seed {seed} without a loss, {time.process_time():.0f} CPU seconds")
    finally:
        shutil.rmtree(home)


def _try_one(database: Database, place: Path, drawn: tuple[object, ...], name: str) -> None:
    place.mkdir()
    try:
        try_plan(database, place, *drawn)
    except BaseException:
        print(f"{name}: {drawn}", flush=True)
        raise
    shutil.rmtree(place)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
