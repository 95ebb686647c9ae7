"""Processor time of reading, checking and showing Word files, and the most memory that reading them took."""

from __future__ import annotations

import argparse
import json
import resource
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from findling.errors import ExtractionError
from findling.extraction.parsing import check_wholeness
from findling.extraction.previews.markup_preview import from_word
from findling.extraction.previews.picture_gallery import PictureGallery
from findling.extraction.readers import word
from findling.extraction.source import Source


@dataclass(frozen=True, slots=True)
class Cost:
    """Costs of one file, in seconds of processor time, each the least of several runs."""

    name: str
    bytes: int
    characters: int
    read: float
    checked: float
    shown: float


def main() -> None:
    """Measure the files that are named, or those in the folders that are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    files = [file for path in options.paths for file in (sorted(path.glob("*.doc?")) if path.is_dir() else [path])]
    sources = [Source(file.read_bytes(), file.name) for file in files]
    reads = [_least(lambda source=source: word.read(source), options.runs) for source in sources]
    # Linux counts in KiB.
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pairs = zip(sources, reads, strict=True)
    costs = [_measure(source, seconds, options.runs) for source, seconds in pairs if seconds is not None]
    if options.json:
        json.dump({"peak_mib": peak, "files": [asdict(cost) for cost in costs]}, sys.stdout, indent=1)
        return
    for cost in sorted(costs, key=lambda cost: -cost.read)[:20]:
        print(f"{cost.read:8.3f} {cost.checked:8.3f} {cost.shown:8.3f} {cost.characters:9,} {cost.name}")
    read, checked, shown = (sum(values) for values in zip(*((c.read, c.checked, c.shown) for c in costs), strict=True))
    each = 1e6 * read / max(sum(cost.characters for cost in costs), 1)
    print(f"{read:8.3f} {checked:8.3f} {shown:8.3f} read, checked, shown of {len(costs)}; {each:.2f} us a character")
    print(f"{peak:8.1f} MiB at most while reading")


def _measure(source: Source, read: float, runs: int) -> Cost:
    extraction = word.read(source)
    checked = _least(lambda: check_wholeness(source, extraction), runs) or 0.0
    shown = _least(lambda: from_word(source, PictureGallery()), runs) or 0.0
    return Cost(source.name, len(source.data), len(extraction.text), read, checked, shown)


def _least(run: Callable[[], object], runs: int) -> float | None:
    """Return the least time of several runs; None for a file without text."""
    times = []
    for _ in range(runs):
        began = time.process_time()
        try:
            run()
        except ExtractionError:
            return None
        times.append(time.process_time() - began)
    return min(times)


if __name__ == "__main__":
    main()
