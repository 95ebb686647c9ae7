"""Share of half words that have the first row of the whole word, and the cost of a key.

    python tests/benchmarks/unfinished_words.py LIBRARY... [--words N] [--letters N] [--share S] [--seed N]
        [--draw words|names] [--json]

Words of letters alone are drawn from the different words of each library's documents, or of its files' names, without
function words, each as likely as the other, and cut to the given share of their letters (rounded up). The row of the
half is compared with that of the whole, asked for as the window does while it is typed. Told apart are words whose half
is neither a word itself nor begins words of another stem: of all others nobody could say which was meant.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from math import ceil
from pathlib import Path
from typing import Any

from findling.domain.search import TypingStage
from findling.index.lexical.analysis import STOP_WORDS, stem_words
from findling.index.lexical.lexical_reader import LexicalReader
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.settings import Settings


def main() -> None:
    """Measure, and print a line or JSON for each library."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("libraries", type=Path, nargs="+")
    parser.add_argument("--words", type=int, default=200)
    parser.add_argument("--letters", type=int, default=6, help="of the shortest word")
    parser.add_argument("--share", type=float, default=0.6)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--draw", choices=("words", "names"), default="words")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    for folder in arguments.libraries:
        result = {"library": folder.name, "draw": arguments.draw, **measure(LibraryPaths.inside(folder), arguments)}
        print(json.dumps(result) if arguments.json else " ".join(f"{key} {value}" for key, value in result.items()))


def measure(paths: LibraryPaths, arguments: argparse.Namespace) -> dict[str, Any]:
    """Return the shares of words whose half has their first row, and the CPU milliseconds of a search for a half."""
    index, library = LexicalReader.open(paths.words), Library.open(paths, Settings())
    if index is None:
        raise SystemExit(f"{paths.database}: no word index")
    library.search("anything", stage=TypingStage.TYPING)
    drawn = draw(index, arguments)
    halves = {word: word[: ceil(arguments.share * len(word))] for word in drawn}
    spent, same, clear, same_clear = [], 0, 0, 0
    for word, half in halves.items():
        whole = find_first(library, word)
        started = time.process_time()
        found = find_first(library, half)
        spent.append(1000 * (time.process_time() - started))
        same += found == whole
        if is_clear(index, half):
            clear += 1
            same_clear += found == whole
    library.close()
    spent.sort()
    return {
        "words": len(drawn),
        "same_first": round(same / len(drawn), 3),
        "clear": clear,
        "same_first_of_clear": round(same_clear / max(clear, 1), 3),
        "cpu_ms_p50": round(spent[len(spent) // 2], 1),
        "cpu_ms_p95": round(spent[len(spent) * 95 // 100], 1),
    }


def draw(index: LexicalReader, arguments: argparse.Namespace) -> list[str]:
    """Draw words, those of a seed always the same."""
    known = index.find_beginning("", in_names=arguments.draw == "names")
    fit = [word for word in sorted(known) if word.isalpha() and len(word) >= arguments.letters]
    fit = [word for word in fit if word not in STOP_WORDS]
    return random.Random(arguments.seed).sample(fit, min(arguments.words, len(fit)))


def is_clear(index: LexicalReader, half: str) -> bool:
    """Return whether all words of the library that begin so are forms of one, and longer."""
    found = {*index.find_beginning(half), *index.find_beginning(half, in_names=True)}
    return half not in found and len({tuple(stem_words(word)) for word in found}) == 1


def find_first(library: Library, text: str) -> Path | None:
    """Return the first row while a text is typed."""
    results = library.search(text, limit=1, passages=1, stage=TypingStage.TYPING).results
    return results[0].path if results else None


if __name__ == "__main__":
    main()
