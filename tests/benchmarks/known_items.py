"""Known-item search: how often a file is found by a question in one's own words, with and without typing errors.

    python tests/benchmarks/known_items.py --data ITEMS.jsonl --folder DIR --library DIR
        [--typos none|half|all] [--mode hybrid|words|meaning] [--seed N] [--json]

Each line of ITEMS is an object with a `question` and the `files` that answer it, relative to the folder, which the
library has indexed. Typing errors are made in every long word (five letters and more), or in every other: one letter
replaced, left out, put in, or swapped with the next. What is reported: how often a right file comes first and among the
best ten, the mean reciprocal rank among a hundred, and the CPU time of mending a question.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

from findling.domain.search import Mode
from findling.index.lexical.lexical_reader import LexicalReader
from findling.paths import LibraryPaths
from findling.search.lexicon import read_lexicon
from findling.search.library_reader import Library
from findling.search.query import parse_plain
from findling.search.spelling import mend
from findling.settings import Settings

LIMIT = 100
_LONG = re.compile(r"\b[A-Za-z]{5,}\b")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_STEPS = {"none": 0, "all": 1, "half": 2}


@dataclass(frozen=True, slots=True)
class Item:
    """A question and the files that answer it."""

    question: str
    files: frozenset[Path]


def main() -> None:
    """Measure, and print a line or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folder", type=Path, required=True)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--typos", choices=tuple(_STEPS), default="none")
    parser.add_argument("--mode", choices=[mode.value for mode in Mode], default="hybrid")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    items = [
        Item(spoil(item.question, _STEPS[arguments.typos], rng), item.files)
        for item in read_items(arguments.data, arguments.folder)
    ]
    paths = LibraryPaths.inside(arguments.library)
    library, words = Library.open(paths, Settings()), LexicalReader.open(paths.words)
    if words is None:
        parser.error("the library has no word index")
    found = measure(library, items, Mode(arguments.mode))
    spent = [time_mending(words, item.question) for item in items]
    library.close()
    found["mending_ms"] = round(sum(spent) / len(spent), 2)
    result = {"typos": arguments.typos, "mode": arguments.mode, "seed": arguments.seed, **found}
    print(json.dumps(result, indent=1) if arguments.json else " ".join(f"{k} {v}" for k, v in result.items()))


def read_items(path: Path, folder: Path) -> list[Item]:
    """Read the questions of a file, one JSON object a line."""
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return [Item(line["question"], frozenset((folder / name).resolve() for name in line["files"])) for line in lines]


def spoil(question: str, step: int, rng: random.Random) -> str:
    """Make a typing error in every `step`-th long word; 0 for none."""
    number = count()
    return _LONG.sub(lambda word: mistype(word[0], rng) if step and next(number) % step == 0 else word[0], question)


def mistype(word: str, rng: random.Random) -> str:
    """Return a word with one letter replaced, left out, put in, or swapped with the next."""
    while True:
        place, letter = rng.randrange(len(word)), rng.choice(_ALPHABET)
        start, here, rest = word[:place], word[place], word[place + 1 :]
        typed = rng.choice(
            (start + letter + rest, start + rest, start + letter + here + rest, _swap(start, here, rest))
        )
        if typed != word:
            return typed


def _swap(start: str, here: str, rest: str) -> str:
    return start + rest[:1] + here + rest[1:]


def measure(library: Library, items: list[Item], mode: Mode) -> dict[str, Any]:
    """Return the shares of questions whose file comes first and in the best ten, and the mean reciprocal rank."""
    ranks = [find_rank(library, item, mode) for item in items]
    return {
        "items": len(items),
        "first": round(sum(rank == 1 for rank in ranks) / len(items), 3),
        "in_ten": round(sum(0 < rank <= 10 for rank in ranks) / len(items), 3),
        "mrr": round(sum(1 / rank for rank in ranks if rank) / len(items), 3),
    }


def find_rank(library: Library, item: Item, mode: Mode) -> int:
    """Return the rank of the best right file among a hundred, from 1; 0 if none is there."""
    answer = library.search(item.question, mode=mode, limit=LIMIT, passages=1)
    for rank, result in enumerate(answer.results, 1):
        if {path.resolve() for path in (result.path, *result.copies)} & item.files:
            return rank
    return 0


def time_mending(words: LexicalReader, question: str) -> float:
    """Return the CPU milliseconds of mending a question that was not asked before; the median of five."""
    query, spent = parse_plain(question), []
    for _ in range(5):
        started = time.thread_time()
        mend(query, words, read_lexicon)
        spent.append((time.thread_time() - started) * 1000)
    return sorted(spent)[2]


if __name__ == "__main__":
    main()
