"""Share of two-word queries with one typing error that still find their file among the first three.

    python tests/benchmarks/typing_errors.py LIBRARY... [--queries N] [--letters N] [--common S] [--seed N] [--json]

Two different words of letters alone, no function words and each in at most the given share of the documents, are drawn
from one passage of a document drawn at random; where they do not find it among the first three as they are, others are
drawn. Then one of them, by turns, gets one error: a letter replaced, left out, put in, or swapped with the next. Told
apart are errors that make another word of the library, which nobody could take for one.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from known_items import mistype

from findling.index.lexical.analysis import STOP_WORDS
from findling.index.lexical.lexical_reader import LexicalReader
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.settings import Settings
from findling.storage.database import Database
from findling.storage.file_filter import Filter

FIRST = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """Two words, and the files of the document from which they were taken."""

    words: tuple[str, str]
    files: frozenset[Path]


def main() -> None:
    """Measure, and print a line or JSON for each library."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("libraries", type=Path, nargs="+")
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--letters", type=int, default=5, help="of the shortest word")
    parser.add_argument("--common", type=float, default=0.05, help="share of the documents that may have a word")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    for folder in arguments.libraries:
        result = {"library": folder.name, **measure(LibraryPaths.inside(folder), arguments)}
        print(json.dumps(result) if arguments.json else " ".join(f"{key} {value}" for key, value in result.items()))


def measure(paths: LibraryPaths, arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the share of spoiled pairs that find their file, and the CPU milliseconds that they take."""
    index, library = LexicalReader.open(paths.words), Library.open(paths, Settings())
    if index is None:
        raise SystemExit(f"{paths.database}: no word index")
    rng = random.Random(arguments.seed)
    drawn = kept = right = real_words = lost_to_real = 0
    spent, lost = [], []
    for pair in draw(paths, index, arguments, rng):
        drawn += 1
        if not finds(library, " ".join(pair.words), pair.files):
            continue
        kept += 1
        spoiled = list(pair.words)
        spoiled[kept % 2] = mistype(spoiled[kept % 2], rng)
        started = time.process_time()
        found = finds(library, " ".join(spoiled), pair.files)
        spent.append(1000 * (time.process_time() - started))
        right += found
        is_real = index.holds(spoiled[kept % 2])
        real_words += is_real
        lost_to_real += is_real and not found
        if not found and not is_real:
            lost.append(f"{' '.join(spoiled)} ({' '.join(pair.words)})")
        if kept >= arguments.queries:
            break
    library.close()
    spent.sort()
    return {
        "drawn": drawn,
        "queries": kept,
        "in_three": round(right / max(kept, 1), 3),
        "other_words": real_words,
        "of_these_lost": lost_to_real,
        "cpu_ms_p50": round(spent[len(spent) // 2], 1),
        "lost": lost[:12],
    }


def draw(
    paths: LibraryPaths, index: LexicalReader, arguments: argparse.Namespace, rng: random.Random
) -> Iterator[Pair]:
    """Draw pairs of words without end."""
    database = Database.open_for_reading(paths.database)
    with database.reading():
        space = database.spaces.active()
        ids = sorted(row.document_id for row in map(database.files.find, _paths(database)) if row and row.document_id)
        most = max(3, arguments.common * index.documents)
        while True:
            document = rng.choice(ids)
            stored = database.documents.passages_of([document], space.id if space else None)[document]
            if not len(stored):
                continue
            found = {word.strip(".,;:!?()\"'").lower() for word in stored.text_at(rng.randrange(len(stored))).split()}
            words = [word for word in sorted(found) if word.isalpha() and len(word) >= arguments.letters]
            words = [word for word in words if word not in STOP_WORDS and 0 < index.frequency(word) <= most]
            if len(words) >= 2:
                one, other = rng.sample(words, 2)
                places = database.documents.locations([document], Filter())[document]
                yield Pair((one, other), frozenset(place.path for place in places))


def _paths(database: Database) -> list[Path]:
    return [report.path for report in database.files.report(None, None)]


def finds(library: Library, query: str, files: frozenset[Path]) -> bool:
    """Return whether one of the files is among the first three results."""
    answer = library.search(query, limit=FIRST, passages=1)
    return any({result.path, *result.copies} & files for result in answer.results)


if __name__ == "__main__":
    main()
