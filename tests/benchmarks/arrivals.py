"""Benchmark of arrivals: share and delay with which files in a watched folder are told whose like the library has.

    python tests/benchmarks/arrivals.py --data DIR [--number N] [--seed N] [--json]

DIR holds `ir/time/corpus.jsonl`. A library of news stories and of filled forms is followed; then copies, retyped
copies, edited copies, parts of stories, and further filled forms are saved, one every half second. Reported: the
share of each that is told, and the seconds from when it was saved until then, in the middle and at the most, beside
the load of the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import tempfile
import time
from pathlib import Path
from threading import Event, Thread

from duplicatesets import invoice

from findling.indexing.indexer import Indexer
from findling.paths import LibraryPaths
from findling.settings import Settings

_LEAST = 1_200
_LAST_SECONDS = 10.0


def main() -> None:
    """Measure, and print lines or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    lines = (arguments.data / "ir" / "time" / "corpus.jsonl").read_text("utf-8").splitlines()
    stories = [text for line in lines if len(text := json.loads(line)["text"][:3_000]) >= _LEAST]
    with tempfile.TemporaryDirectory() as place:
        report = measure(Path(place), stories[: arguments.number], rng)
    report["load"] = {"of the last minute": os.getloadavg()[0]}
    if arguments.json:
        print(json.dumps(report, indent=2))
    else:
        for kind, found in report.items():
            print(kind, found)


def measure(place: Path, stories: list[str], rng: random.Random) -> dict[str, dict[str, float]]:
    """Follow a library, save files, and note which are told and when."""
    folder, paths = place / "files", LibraryPaths.inside(place / "library")
    folder.mkdir()
    for number, text in enumerate(stories):
        (folder / f"{number}.txt").write_text(text)
    for number in range(20):
        (folder / f"form{number}.txt").write_text(invoice(rng))
    told: dict[str, float] = {}
    is_over, is_followed = Event(), Event()

    def follow() -> None:
        indexer = Indexer.open(paths, Settings(recognise=False))
        indexer.index([folder], report=lambda _: None, should_stop=is_over.is_set)
        indexer.follow(
            lambda _: is_followed.set(),
            is_over.is_set,
            arrived=lambda came: told.update((each.path.name, time.monotonic()) for each in came),
        )
        indexer.close()

    thread = Thread(target=follow)
    thread.start()
    is_followed.wait()
    time.sleep(2)
    saved: dict[str, dict[str, float]] = {"copy": {}, "retyped": {}, "edited": {}, "part": {}, "form": {}}
    for number, text in enumerate(stories):
        kind = list(saved)[number % len(saved)]
        name = f"{kind}-{number}.{'html' if kind == 'retyped' else 'txt'}"
        (folder / name).write_text(change(kind, text, rng))
        saved[kind][name] = time.monotonic()
        time.sleep(0.5)
    time.sleep(_LAST_SECONDS)
    is_over.set()
    thread.join()
    report = {}
    for kind, names in saved.items():
        seconds = [told[name] - at for name, at in names.items() if name in told]
        report[kind] = {"saved": len(names), "told": len(seconds)}
        if seconds:
            report[kind] |= {"median_s": round(statistics.median(seconds), 2), "most_s": round(max(seconds), 2)}
    return report


def change(kind: str, text: str, rng: random.Random) -> str:
    """Return what comes: the like of a story, or a form."""
    words = text.split(" ")
    match kind:
        case "retyped":
            return f"<html><body><p>{text}</p></body></html>"
        case "edited":
            for at in rng.sample(range(len(words)), len(words) // 20):
                words[at] = "instead"
        case "part":
            words = words[: len(words) // 2]
        case "form":
            return invoice(rng)
    return " ".join(words)


if __name__ == "__main__":
    main()
