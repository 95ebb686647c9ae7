"""Share of sentences with other words, or as a scanner misreads them, that are traced to file and place.

    python tests/benchmarks/quotations.py --data DIR [--folder DIR] [--number N] [--seed N] [--most N] [--json]

DIR holds collections in BEIR's layout. Of each collection, `--most` documents are written as text files into `--folder`
(a temporary one by default) and indexed. Of these, sentences of eight words and more are drawn; right is a file with
the very sentence. Two kinds of damage, each to all sentences:

- memory: a fifth of the words is replaced by others (half of them), left out, or swapped with the next;
- scanner: of the letters, one in twenty is read as one that looks like it, doubled, or lost; a word in fifteen is
  broken in two or run into the next.

Reported: how often a right file comes first, how often its place overlaps the sentence by half, CPU milliseconds of a
question, and how many sentences of documents that were not written are taken for one of some file.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from findling.indexing.indexer import Indexer
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.settings import Settings

_SENTENCE = re.compile(r"(?:[^\s.!?]+\s+){7,40}[^\s.!?]+[.!?]")
_LOOKALIKES = dict(
    zip("ecliomnhastfu", ("c", "e", "1", "l", "0", "rn", "ri", "b", "o", "5", "f", "t", "ii"), strict=True)
)


@dataclass(frozen=True, slots=True)
class Item:
    """A sentence and the file that it is of."""

    sentence: str
    name: str
    start: int


def main() -> None:
    """Measure, and print lines or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--number", type=int, default=500)
    parser.add_argument("--most", type=int, default=200)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rng = random.Random(arguments.seed)
    with tempfile.TemporaryDirectory() as place:
        folder = arguments.folder or Path(place)
        texts, others = write_files(arguments.data, folder / "files", arguments.most)
        paths = LibraryPaths.inside(folder / "library")
        settings = Settings(recognise=False)
        indexer = Indexer.open(paths, settings)
        indexer.index([folder / "files"], report=lambda _: None, should_stop=lambda: False)
        indexer.close()
        items, strangers = draw(texts, arguments.number, rng), draw(others, arguments.number // 5, rng)
        words = [word for item in strangers for word in item.sentence.split()]
        library = Library.open(paths, settings)
        library.search("anything")
        report = {
            kind: measure(library, texts, items, [damage(item.sentence, words, rng) for item in items])
            for kind, damage in (("memory", misremember), ("scanner", misread))
        }
        report["strangers"] = {"questions": len(strangers), "taken for known": count_known(library, strangers)}
        library.close()
    if arguments.json:
        print(json.dumps(report, indent=2))
    else:
        for kind, found in report.items():
            print(kind, found)


def write_files(data: Path, folder: Path, most: int) -> tuple[dict[str, str], dict[str, str]]:
    """Write the first documents of each collection; return the texts by file name, and those of as many others."""
    folder.mkdir(parents=True, exist_ok=True)
    texts, others = {}, {}
    for corpus in sorted(data.glob("*/corpus.jsonl")):
        with corpus.open(encoding="utf-8") as lines:
            for number, line in zip(range(2 * most), lines, strict=False):
                text = json.loads(line)["text"]
                (texts if number < most else others)[f"{corpus.parent.name}-{number}.txt"] = text
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return texts, others


def draw(texts: dict[str, str], number: int, rng: random.Random) -> list[Item]:
    """Draw sentences of different files as far as there are some."""
    found = [
        Item(match.group(), name, match.start()) for name, text in texts.items() for match in _SENTENCE.finditer(text)
    ]
    return rng.sample(found, min(number, len(found)))


def misremember(sentence: str, others: list[str], rng: random.Random) -> str:
    """Change a fifth of the words."""
    words = sentence.split()
    for at in rng.sample(range(len(words)), round(len(words) / 5)):
        way = rng.random()
        if way < 0.5:
            words[at] = rng.choice(others)
        elif way < 0.75:
            words[at] = ""
        elif at + 1 < len(words):
            words[at], words[at + 1] = words[at + 1], words[at]
    return " ".join(filter(None, words))


def misread(sentence: str, _: list[str], rng: random.Random) -> str:
    """Misread one letter in twenty, and part or join a word in fifteen."""
    words = []
    for word in sentence.split():
        letters = [_misread_letter(letter, rng) if rng.random() < 1 / 20 else letter for letter in word]
        if rng.random() < 1 / 30 and len(word) > 3:
            letters.insert(len(letters) // 2, " ")
        words.append("".join(letters) + ("" if rng.random() < 1 / 30 else " "))
    return "".join(words).strip()


def _misread_letter(letter: str, rng: random.Random) -> str:
    return rng.choice((_LOOKALIKES.get(letter, letter), _LOOKALIKES.get(letter, ""), letter * 2, ""))


def measure(library: Library, texts: dict[str, str], items: list[Item], damaged: list[str]) -> dict[str, float]:
    """Trace damaged sentences."""
    files = places = known = 0
    started = time.process_time()
    for item, text in zip(items, damaged, strict=True):
        results = library.search(text, limit=5, plain=True, traces=True).results
        known += bool(results and results[0].differs is not None)
        if not results or item.sentence not in texts.get(results[0].path.name, ""):
            continue
        files += 1
        hit = results[0].hits[0]
        start = texts[results[0].path.name].find(item.sentence)
        end = start + len(item.sentence)
        places += results[0].differs is not None and min(end, hit.end) - max(start, hit.start) >= len(item.sentence) / 2
    count = len(items)
    return {
        "questions": count,
        "right file first": round(files / count, 3),
        "right place": round(places / count, 3),
        "recognised": round(known / count, 3),
        "cpu_ms": round(1000 * (time.process_time() - started) / count, 1),
    }


def count_known(library: Library, strangers: list[Item]) -> int:
    """Count the sentences of no file that are taken for one of some file."""
    answers = (library.search(item.sentence, limit=1, plain=True, traces=True) for item in strangers)
    return sum(bool(answer.results and answer.results[0].differs is not None) for answer in answers)


if __name__ == "__main__":
    main()
