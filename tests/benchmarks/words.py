"""Speed of searching a million passages by words, in SQLite's FTS5 and in the word index, in one run.

The library is made of the judged collections: every document is ten stretches of consecutive real sentences from
random places, about 200 tokens each, so that words keep their frequencies and their company. The questions are the
collections' own, cut to a number of words.

    python tests/benchmarks/words.py --data ../shared/data --json > words.json
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from findling.index.lexical.analysis import STOP_WORDS
from findling.index.lexical.lexical_reader import LexicalReader
from findling.index.lexical.lexical_writer import LexicalWriter
from findling.index.lexical.schema import LexicalEntry, LexicalQuery, NameEntry

PASSAGES_PER_DOCUMENT = 10
WORDS_PER_PASSAGE = 150
"""About 200 tokens of a word-piece model."""
COMMIT_EVERY = 2_000
QUESTIONS = 100
LIMIT = 100
LENGTHS = (1, 2, 3, 6)

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Build:
    """Cost of making an index."""

    engine: str
    seconds: float
    megabytes_of_text: float
    megabytes_on_disk: float


@dataclass(frozen=True, slots=True)
class Latency:
    """Wall time of one kind of question in milliseconds."""

    engine: str
    question: str
    p50: float
    p95: float


def main() -> None:
    """Build both indexes over the same library, ask both the same questions, print what came out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "data")
    parser.add_argument("--passages", type=int, default=1_000_000)
    parser.add_argument("--folder", type=Path, help="where the indexes are kept; a temporary folder if left out")
    parser.add_argument("--json", action="store_true", help="print the results as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.folder or Path(temporary)
        builds, latencies = _measure(options.data, options.passages // PASSAGES_PER_DOCUMENT, folder)
    if options.json:
        json.dump([asdict(row) for row in (*builds, *latencies)], sys.stdout, indent=1)
        return
    for build in builds:
        sizes = f"{build.megabytes_on_disk:.0f} MB for {build.megabytes_of_text:.0f} MB of text"
        print(f"{build.engine:8} built in {build.seconds:.0f} s, {sizes}")
    for row in latencies:
        print(f"{row.engine:8} {row.question:28} {row.p50:9.2f} {row.p95:9.2f}")


def _measure(data: Path, documents: int, folder: Path) -> tuple[list[Build], list[Latency]]:
    table = sqlite3.connect(folder / "fts.db")
    builds = [
        _build("words", folder / "words", documents, data, partial(_fill_words, folder / "words")),
        _build("fts5", folder / "fts.db", documents, data, partial(_fill_table, table)),
    ]
    reader = LexicalReader.open(folder / "words")
    assert reader is not None
    latencies = []
    for kind, questions in _question_kinds(data).items():
        latencies += [
            _time("words", kind, [partial(reader.search, LexicalQuery(tuple(words)), LIMIT) for words in questions]),
            _time("fts5", kind, [partial(_ask_table, table, words) for words in questions]),
        ]
    return builds, latencies + _other_questions(reader, _question_kinds(data)["6 words"])


def _build(engine: str, place: Path, documents: int, data: Path, fill: Callable[[Iterator[str]], None]) -> Build:
    letters = 0

    def counted() -> Iterator[str]:
        nonlocal letters
        for text in islice(_library(data), documents):
            letters += len(text)
            yield text

    start = time.perf_counter()
    fill(counted())
    seconds = time.perf_counter() - start
    size = sum(path.stat().st_size for path in (place.rglob("*") if place.is_dir() else [place]) if path.is_file())
    return Build(engine, seconds, letters / 1e6, size / 1e6)


def _fill_words(folder: Path, texts: Iterator[str]) -> None:
    with LexicalWriter.open(folder) as writer:
        for number, text in enumerate(texts, 1):
            writer.put_document(LexicalEntry(number, "", text, "en"))
            writer.put_name(NameEntry(number, f"{text[:40]}.txt", text[40:80].replace(" ", "/")))
            if number % COMMIT_EVERY == 0:
                writer.commit(number)
        writer.commit(number)


def _fill_table(table: sqlite3.Connection, texts: Iterator[str]) -> None:
    table.execute("pragma journal_mode = wal")
    table.execute("pragma synchronous = normal")
    table.execute("create virtual table fts using fts5(text, content = '', tokenize = 'porter unicode61')")
    for number, text in enumerate(texts, 1):
        table.execute("insert into fts(rowid, text) values (?, ?)", (number, text))
        if number % COMMIT_EVERY == 0:
            table.commit()
    table.execute("insert into fts(fts) values ('optimize')")
    table.commit()
    table.execute("pragma wal_checkpoint(truncate)")


def _ask_table(table: sqlite3.Connection, words: Sequence[str]) -> list[tuple[int, float]]:
    expression = " OR ".join(f'"{word}"' for word in words)
    best = f"select rowid, rank from fts where fts match ? order by rank limit {LIMIT}"
    return table.execute(best, (expression,)).fetchall()


def _other_questions(reader: LexicalReader, questions: list[list[str]]) -> list[Latency]:
    """Ask what the search asks of the word index beside the best documents."""
    some = random.Random(3)
    few, many = (some.sample(range(1, reader.documents + 1), min(reader.documents // 2, n)) for n in (200, 20_000))
    queries = [LexicalQuery(tuple(words)) for words in questions]
    phrases = [LexicalQuery((), (" ".join(words[:2]),)) for words in questions]
    excluding = [LexicalQuery(tuple(words[:5]), (), (words[5],)) for words in questions]
    parted = [LexicalQuery(("-".join(words[:2]), *words[2:])) for words in questions]
    kinds = {
        "6 words, one of two parts": [partial(reader.search, query, LIMIT) for query in parted],
        "5 words, one excluded": [partial(reader.search, query, LIMIT) for query in excluding],
        "6 words, among 20,000": [partial(reader.search, query, LIMIT, many) for query in queries],
        "6 words, scores of 200": [partial(reader.score, query, few) for query in queries],
        "phrase of 2 words": [partial(reader.search, query, LIMIT) for query in phrases],
        "phrase, all documents": [partial(reader.matching, query) for query in phrases[:20]],
        "phrase, which of 200": [partial(reader.matching, query, few) for query in phrases],
        "6 words in names": [partial(reader.search_names, query, LIMIT) for query in queries],
        "frequency": [partial(reader.frequency, words[0]) for words in questions],
    }
    return [_time("words", kind, calls) for kind, calls in kinds.items()]


def _time(engine: str, question: str, calls: Sequence[Callable[[], object]]) -> Latency:
    """Every call once to warm up, then once on the clock."""
    for call in calls:
        call()
    times = []
    for call in calls:
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1e3)
    times.sort()
    return Latency(engine, question, round(times[len(times) // 2], 3), round(times[int(len(times) * 0.95)], 3))


def _library(data: Path) -> Iterator[str]:
    """Documents without end, the same at every run."""
    sentences = [sentence for text in _texts(data) for sentence in _SENTENCE_END.split(text)]
    lengths = [sentence.count(" ") + 1 for sentence in sentences]
    dice = random.Random(1)
    while True:
        yield "\n\n".join(_stretch(sentences, lengths, dice) for _ in range(PASSAGES_PER_DOCUMENT))


def _stretch(sentences: list[str], lengths: list[int], dice: random.Random) -> str:
    start = end = dice.randrange(len(sentences))
    words = 0
    while words < WORDS_PER_PASSAGE and end < len(sentences):
        words += lengths[end]
        end += 1
    return " ".join(sentences[start:end])


def _texts(data: Path) -> Iterator[str]:
    for corpus in sorted(data.glob("ir/*/corpus.jsonl")):
        for line in corpus.read_text("utf-8").splitlines():
            document = json.loads(line)
            yield f"{document.get('title', '')} {document['text']}".strip()


def _question_kinds(data: Path) -> dict[str, list[list[str]]]:
    """Questions by their kind; those without stop words are cut from the same real questions as those with."""
    texts = [
        json.loads(line)["text"]
        for queries in sorted(data.glob("ir/*/queries.jsonl"))
        for line in queries.read_text("utf-8").splitlines()
    ]
    random.Random(2).shuffle(texts)
    whole = [_WORD.findall(text.lower()) for text in texts]
    topical = [[word for word in words if word not in STOP_WORDS] for words in whole]
    kinds = {_words(n): [words[:n] for words in topical if len(words) >= n][:QUESTIONS] for n in LENGTHS}
    mixed = [words[:6] for words in whole if len(words) >= 6 and 2 <= len(STOP_WORDS & set(words[:6])) <= 4]
    return kinds | {"6 words, stop words among": mixed[:QUESTIONS]}


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"


if __name__ == "__main__":
    main()
