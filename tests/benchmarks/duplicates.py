"""Quality and speed of finding duplicates: against MinHash alone, embeddings alone, and others' exact finders.

    python tests/benchmarks/duplicates.py quality --data ../shared/data [--vectors FILE] [--json]
    python tests/benchmarks/duplicates.py scale --data ../shared/data [--documents 100000] [--json]
    python tests/benchmarks/duplicates.py templates [--sizes 250,500,1000,2000] [--index] [--json]
    python tests/benchmarks/duplicates.py regroup [--json]
    python tests/benchmarks/duplicates.py exact --tree FOLDER [--json]

`quality` chooses every threshold, the baselines' too, on one half of each set and reports on the other: the halves of
the made set have no source text in common, those of the given ones no document. `--vectors` keeps the embeddings, of
two passages a document, its first and its last 500 characters, from one run to the next. `templates` compares papers of
one form, among them edited copies of every tenth; with `--index` invoices are indexed from files, and what comparing
took of that is told.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
from duplicatesets import (
    Labelled,
    convert,
    invoice,
    letter,
    make_set,
    misread,
    ordered,
    read_given,
    resave,
    statement,
)

from findling.domain.comparisons import MatchKind, Pair
from findling.domain.duplicates import Review
from findling.domain.files import Extraction, Stat
from findling.duplicates.alignment import align
from findling.duplicates.classify import FITTED, MISPRINT, Thresholds, classify, judge
from findling.duplicates.comparer import Comparer
from findling.duplicates.diff_kinds import find_differences
from findling.duplicates.group_builder import find_groups
from findling.duplicates.identical import find_identical
from findling.duplicates.shingle_index import ShingleIndex
from findling.duplicates.sketch import hash_shingles, sketch
from findling.duplicates.snapshot import load
from findling.duplicates.word_tokens import split_words
from findling.formats import FileKind
from findling.storage.database import Database

PERMUTATIONS = 128
PASSAGE = 500
SAMPLED_LICENCES = 700
CLOSEST = frozenset({MatchKind.SAME_TEXT, MatchKind.NEAR})
# The given labels say how alike two texts are, not whether one lies within the other.
COUNTED = {
    "made": frozenset({MatchKind.SAME_TEXT, MatchKind.NEAR, MatchKind.CONTAINED, MatchKind.VERSION}),
    "git_revisions_dev": frozenset({MatchKind.SAME_TEXT, MatchKind.NEAR, MatchKind.CONTAINED, MatchKind.VERSION}),
    "licence_texts": CLOSEST,
    "minhash_news_dev": CLOSEST,
}


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["quality", "scale", "templates", "regroup", "exact"])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--tree", type=Path)
    parser.add_argument("--vectors", type=Path)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--sizes", default="250,500,1000,2000")
    parser.add_argument("--index", action="store_true")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    result = {
        "quality": lambda: measure_quality(arguments.data, arguments.vectors),
        "scale": lambda: measure_scale(arguments.data, arguments.documents),
        "templates": lambda: (measure_indexed_templates if arguments.index else measure_templates)(
            [int(size) for size in arguments.sizes.split(",")]
        ),
        "regroup": measure_regrouping,
        "exact": lambda: measure_exact(arguments.tree),
    }[arguments.what]()
    if arguments.json:
        print(json.dumps(result, indent=1))
        return
    for name, row in result.items():
        print(name, json.dumps(row))


class Evidence:
    """All that is known of the pairs of a set before any threshold is asked."""

    def __init__(self, labelled: Labelled, vectors: np.ndarray | None) -> None:
        self.labelled = labelled
        words = [split_words(text) for text in labelled.texts]
        sketches = [sketch(each.words) for each in words]
        index = ShingleIndex(range(len(words)), sketches)
        self.candidates = {
            ordered(number, other.document)
            for number, each in enumerate(sketches)
            for other in index.find(each)
            if other.document != number
        }
        self.features = {}
        for one, other in self.candidates:
            alignment = align(words[one].hashes, words[other].hashes)
            differences = find_differences(words[one], words[other], alignment)
            lengths = len(words[one]), len(words[other])
            common = alignment.common + MISPRINT * differences.misprints
            self.features[one, other] = (
                2 * common / sum(lengths), common / lengths[0], common / lengths[1], lengths, differences,
            )  # fmt: skip
        self.jaccard = pairs_above(estimate_jaccard([each.words for each in words]), 0.1)
        self.cosine = pairs_above(vectors @ vectors.T, 0.5) if vectors is not None else {}
        self.words = words

    def judge(self, thresholds: Thresholds) -> dict[tuple[int, int], MatchKind]:
        """Return the verdicts on pairs, where there is one."""
        said = {pair: classify(*features, thresholds) for pair, features in self.features.items()}
        return {pair: likeness for pair, likeness in said.items() if likeness}

    def count_vector_finds(self) -> int:
        """Pairs among the ten nearest vectors of each document that no sketch proposed and the words confirm."""
        nearest: dict[int, list[tuple[float, tuple[int, int]]]] = {}
        for pair, cosine in self.cosine.items():
            for number in pair:
                nearest.setdefault(number, []).append((cosine, pair))
        proposed = {
            pair for found in nearest.values() for _, pair in sorted(found, reverse=True)[:10]
        } - self.candidates
        verdicts = (judge((a, self.words[a]), (b, self.words[b])) for a, b in proposed)
        return sum(verdict is not None and verdict.likeness is not MatchKind.TEMPLATE for verdict in verdicts)


def measure_quality(data: Path, vectors_file: Path | None) -> dict[str, Any]:
    """F1 of pairs, recall of containment, templates merged; thresholds from one half, figures from the other."""
    halves = {labelled[0].name: labelled for labelled in all_sets(data)}
    vectors = embed_all(
        {f"{name} {n}": half.texts for name, pair in halves.items() for n, half in enumerate(pair)}, vectors_file
    )
    evidence = {
        name: [Evidence(half, vectors.get(f"{name} {n}")) for n, half in enumerate(pair)]
        for name, pair in halves.items()
    }
    firsts = [evidence["made"][0], evidence["git_revisions_dev"][0]]
    result: dict[str, Any] = {
        name: {"thresholds": repr(thresholds), "mean F1 on first halves": round(score_first(thresholds, firsts), 4)}
        for name, thresholds in (("chosen", choose_thresholds(firsts)), ("shipped", FITTED))
    }
    for name, (first, second) in evidence.items():
        truth = second.labelled
        said = second.judge(FITTED)
        found = {pair for pair, likeness in said.items() if likeness in COUNTED[name]}
        row: dict[str, Any] = {
            "documents": len(truth.texts),
            "pairs": len(truth.same),
            "findling": score(found, truth),
            "findling, near and same text only": score({pair for pair in found if said[pair] in CLOSEST}, truth),
            "said of other pairs": dict(Counter(str(said[pair]) for pair in found - truth.same - truth.unclear)),
            "said of the pairs": dict(Counter(str(said.get(pair, "nothing")) for pair in truth.same)),
            "containment recall": share([said.get(pair) is MatchKind.CONTAINED for pair in truth.contained]),
            "templates merged": share([pair in found for pair in truth.template]),
            "found by vectors only": second.count_vector_finds(),
        }
        for baseline, ours, theirs in (
            ("minhash", first.jaccard, second.jaccard),
            ("embeddings", first.cosine, second.cosine),
        ):
            if theirs:
                threshold = best_threshold(ours, first.labelled)
                merged = {pair for pair, value in theirs.items() if value >= threshold}
                row[baseline] = score(merged, truth) | {
                    "threshold": round(threshold, 3),
                    "templates merged": share([pair in merged for pair in truth.template]),
                    "containment recall": share([pair in merged for pair in truth.contained]),
                }
        result[name] = row
    result["clough_stevenson"] = measure_rewriting(data / "dup" / "clough_stevenson")
    return result


def all_sets(data: Path) -> list[tuple[Labelled, Labelled]]:
    """Each set in two halves."""
    sources = []
    for name in ("time", "cranfield", "scifact", "cisi"):
        texts = [json.loads(line)["text"] for line in (data / "ir" / name / "corpus.jsonl").open(encoding="utf-8")]
        sources += random.Random(1).sample([text for text in texts if len(text.split()) >= 80], 40)
    for name in ("git_revisions_dev", "licence_texts"):
        lines = (data / "dup" / name / "docs.jsonl").open(encoding="utf-8")
        texts = [json.loads(line)["text"] for line in lines]
        sources += random.Random(1).sample([text for text in texts if 80 <= len(text.split()) < 3000], 20)
    sources = drop_related(sources)
    random.Random(2).shuffle(sources)
    middle = len(sources) // 2
    made = make_set(sources[:middle], 3, "made"), make_set(sources[middle:], 4, "made")
    given = {labelled.name: labelled for labelled in read_given(data / "dup")}
    licences = list(range(len(given["licence_texts"].texts)))
    given["licence_texts"] = choose(given["licence_texts"], random.Random(6).sample(licences, SAMPLED_LICENCES))
    return [made, *(split(labelled) for labelled in given.values())]


def drop_related(texts: list[str]) -> list[str]:
    """Texts of which no two share much from the beginning."""
    kept: list[str] = []
    index = ShingleIndex([], [])
    for text in texts:
        values = sketch(split_words(text).words)
        if not index.find(values):
            index.add(len(kept), values)
            kept.append(text)
    return kept


def split(labelled: Labelled) -> tuple[Labelled, Labelled]:
    """Two halves with no pair between them: whatever hangs together by pairs comes into one half."""
    home = list(range(len(labelled.texts)))

    def find(number: int) -> int:
        while home[number] != number:
            number = home[number]
        return number

    for one, other in sorted(labelled.same):
        home[find(one)] = find(other)
    roots = sorted({find(number) for number in home})
    random.Random(5).shuffle(roots)
    first = set(roots[: len(roots) // 2])
    sides = [[number for number in range(len(home)) if (find(number) in first) is side] for side in (True, False)]
    return choose(labelled, sides[0]), choose(labelled, sides[1])


def choose(labelled: Labelled, chosen: list[int]) -> Labelled:
    """A set of some of the documents."""
    places = {number: place for place, number in enumerate(chosen)}
    part = Labelled(labelled.name, [labelled.texts[number] for number in chosen])
    for kind in ("same", "contained", "template", "unclear"):
        pairs = getattr(labelled, kind)
        inside = {ordered(places[a], places[b]) for a, b in pairs if a in places and b in places}
        setattr(part, kind, inside)
    return part


def choose_thresholds(evidence: list[Evidence]) -> Thresholds:
    """The thresholds with the best mean F1 on the first halves, among those that merge at most 1 % of templates."""
    best, found = -1.0, FITTED
    grid = product(
        (0.5, 0.55, 0.6, 0.65, 0.7), (0.75, 0.8, 0.85, 0.9), (0.01, 0.02, 0.03), (0.4, 0.5, 0.6), (0.3, 0.5, 0.7)
    )
    for version, contained, filled, template, figures in grid:
        thresholds = replace(
            FITTED, version=version, contained=contained, filled=filled, template=template, figures=figures
        )
        mean = score_first(thresholds, evidence)
        if mean > best:
            best, found = mean, thresholds
    return found


def score_first(thresholds: Thresholds, evidence: list[Evidence]) -> float:
    """The mean F1; -1 where more than 1 % of templates are merged."""
    scores = []
    for each in evidence:
        said = each.judge(thresholds)
        merged = {pair for pair, likeness in said.items() if likeness in COUNTED[each.labelled.name]}
        if (share([pair in merged for pair in each.labelled.template]) or 0) > 0.01:
            return -1.0
        scores.append(score(merged, each.labelled)["f1"])
    return float(np.mean(scores))


def score(found: set[tuple[int, int]], truth: Labelled) -> dict[str, float]:
    """Precision, recall and F1 of pairs."""
    judged = found - truth.unclear
    right = len(judged & truth.same)
    precision, recall = right / max(len(judged), 1), right / max(len(truth.same), 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def share(facts: list[bool]) -> float | None:
    """Return the share of true facts; None of none."""
    return round(sum(facts) / len(facts), 4) if facts else None


def best_threshold(values: dict[tuple[int, int], float], truth: Labelled) -> float:
    """The threshold with the best F1."""
    steps = np.arange(0.1, 1.0, 0.01)
    return float(max(steps, key=lambda step: score({p for p, v in values.items() if v >= step}, truth)["f1"]))


def estimate_jaccard(documents: list[np.ndarray]) -> np.ndarray:
    """Return Jaccard estimates for all pairs, by 128 minima of each document's shingles."""
    seeds = np.random.default_rng(7).integers(1, 2**63, PERMUTATIONS, dtype=np.uint64) | np.uint64(1)
    minima = np.full((len(documents), PERMUTATIONS), 2**64 - 1, np.uint64)
    for number, words in enumerate(documents):
        hashes = np.unique(hash_shingles(words))
        for place, seed in enumerate(seeds):
            if len(hashes):
                mixed = (hashes ^ (hashes >> np.uint64(29))) * seed
                minima[number, place] = (mixed ^ (mixed >> np.uint64(32))).min()
    shares = np.zeros((len(documents), len(documents)), np.float32)
    for number in range(len(documents)):
        shares[number] = (minima == minima[number]).mean(axis=1)
    return shares


def pairs_above(matrix: np.ndarray, floor: float) -> dict[tuple[int, int], float]:
    """The pairs of a symmetric matrix that are not small."""
    rows, columns = np.nonzero(np.triu(matrix >= floor, 1))
    return {(int(a), int(b)): float(matrix[a, b]) for a, b in zip(rows, columns, strict=True)}


def embed_all(sets: dict[str, list[str]], file: Path | None) -> dict[str, np.ndarray]:
    """Mean vectors of documents by the bundled model; from the file, where it has them."""
    if file is None:
        return {}
    known = dict(np.load(file)) if file.exists() else {}
    missing = {name: texts for name, texts in sets.items() if len(known.get(name, ())) != len(texts)}
    if missing:
        from findling.models.embedder import Embedder
        from findling.paths import LibraryPaths
        from findling.settings import Settings

        embedder = Embedder.open(LibraryPaths.inside(file.parent), Settings())
        for name, texts in missing.items():
            known[name] = embed(texts, embedder)
            np.savez(file, **known)
        embedder.close()
    return {name: known[name] for name in sets}


def embed(texts: list[str], embedder: Any) -> np.ndarray:
    """The mean vectors of the first and the last passage of each text."""
    from findling.domain.files import Block

    def first(part: str) -> str:
        if not part.strip():
            return ""
        extraction = Extraction(FileKind.TEXT, "", part, (Block(0, len(part)),))
        return embedder.texts(extraction.title, extraction.text, embedder.cut(extraction)[:1])[0]

    plain = (" ".join(text.split()) for text in texts)
    passages = [[first(text[:PASSAGE]), first(text[PASSAGE:][-PASSAGE:])] for text in plain]
    flat = [passage for pair in passages for passage in pair if passage]
    vectors = iter(embedder.embed(flat))
    means = [np.mean([next(vectors) for passage in pair if passage], axis=0) for pair in passages]
    return np.stack([mean / np.linalg.norm(mean) for mean in means])


def measure_rewriting(folder: Path) -> dict[str, dict[str, int]]:
    """Count the verdicts on students' answers that were cut out, rewritten lightly or heavily, or are their own."""
    texts = {row["_id"]: row["text"] for row in map(json.loads, (folder / "docs.jsonl").open(encoding="utf-8"))}
    said: dict[str, Counter[str]] = {}
    lines = (folder / "pairs.tsv").read_text("utf-8").splitlines()[1:]
    for answer, source, category, *_ in (line.split("\t") for line in lines):
        pair = judge((0, split_words(texts[answer])), (1, split_words(texts[source])))
        said.setdefault(category, Counter())[str(pair.likeness) if pair else "nothing"] += 1
    return {category: dict(count) for category, count in said.items()}


def measure_scale(data: Path, documents: int) -> dict[str, Any]:
    """A library's worth of documents out of real sentences, a fifth of them in families of copies, compared in full."""
    place = Path(tempfile.mkdtemp(prefix="findling-scale"))
    database = Database.open_for_writing(place / "library.db")
    chance = random.Random(11)
    started = time.perf_counter()
    with database.transaction():
        folder = database.folders.add(place / "files")
        for number, text in enumerate(make_library(data, documents, chance)):
            add_text(database, folder.id, place / "files" / f"{number}.txt", text, number)
    made = time.perf_counter() - started
    comparer = Comparer(database)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    started, cpu = time.perf_counter(), time.process_time()
    comparer.sketch_new()
    sketched, sketched_cpu = time.perf_counter() - started, time.process_time() - cpu
    started, cpu = time.perf_counter(), time.process_time()
    comparer.run()
    compared, compared_cpu = time.perf_counter() - started, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    new = []
    for number, text in enumerate(make_library(data, 50, random.Random(12))):
        with database.transaction():
            database.documents.add(
                b"new" + number.to_bytes(13, "big"), "bench", Extraction(FileKind.TEXT, "", text, ())
            )
        started = time.perf_counter()
        comparer.run()
        new.append(time.perf_counter() - started)
    started = time.perf_counter()
    found = load(database)
    loaded = time.perf_counter() - started
    started = time.perf_counter()
    groups = find_groups(found, Review(threshold=0.8))
    grouped = time.perf_counter() - started
    result = {
        "documents": documents,
        "made s": round(made, 1),
        "sketched s": {"wall": round(sketched, 1), "cpu": round(sketched_cpu, 1)},
        "compared s": {"wall": round(compared, 1), "cpu": round(compared_cpu, 1)},
        "pairs": len(found.pairs),
        "groups": len(groups),
        "new file ms": {"p50": round(1000 * float(np.median(new)), 1), "most": round(1000 * max(new), 1)},
        "load s": round(loaded, 2),
        "group s": round(grouped, 2),
        "memory MB": {"before": before // 1024, "most": memory // 1024},
    }
    database.close()
    shutil.rmtree(place)
    return {"scale": result}


def measure_templates(sizes: list[int]) -> dict[str, Any]:
    """Measure papers of one form: cost of comparing and storing them, its growth, and whether copies are found."""
    result: dict[str, Any] = {}
    for form in (invoice, statement, letter):
        rows = {size: compare_papers(form, size) for size in sizes}
        name = form.__name__
        result |= {f"{name} {size}": row for size, row in rows.items()}
        if len(sizes) > 1:
            result[f"{name} slopes"] = {
                key: round(float(np.polyfit(np.log(sizes), np.log([row[key] for row in rows.values()]), 1)[0]), 2)
                for key in ("cpu s", "rows")
            }
    return result


def measure_indexed_templates(sizes: list[int]) -> dict[str, Any]:
    """Measure the share of comparing in indexing files of one form, and in indexing again with one file added."""
    from findling.indexing import session
    from findling.indexing.indexer import Indexer
    from findling.paths import LibraryPaths
    from findling.settings import Settings

    took: list[float] = []

    class TimedComparer(Comparer):
        def run(self, **options: Any) -> None:
            started = time.process_time()
            super().run(**options)
            took.append(time.process_time() - started)

    session.Comparer = TimedComparer
    result: dict[str, Any] = {}
    for size in sizes:
        place = Path(tempfile.mkdtemp())
        paths, files, chance = LibraryPaths.inside(place / "library"), place / "files", random.Random(14)
        files.mkdir()
        for number in range(size):
            (files / f"{number}.txt").write_text(invoice(chance), "utf-8")
        row = {}
        for name in ("all", "one more"):
            took.clear()
            started = time.process_time()
            indexer = Indexer.open(paths, Settings(threads=1))
            indexer.index([files], report=lambda _: None, should_stop=lambda: False)
            indexer.close()
            row[name] = {"cpu s": round(time.process_time() - started, 2), "comparing": round(sum(took), 2)}
            (files / "new.txt").write_text(invoice(chance), "utf-8")
        database = Database.open_for_reading(paths.database)
        result[f"{size} invoices indexed"] = row | {"rows": sum(1 for _ in database.duplicates.pairs())}
        database.close()
        shutil.rmtree(place)
    return result


def compare_papers(form: Callable[[random.Random], str], count: int) -> dict[str, Any]:
    """Compare papers of one form, and an edited copy of every tenth, as they are compared when they are indexed."""
    chance = random.Random(14)
    papers = [form(chance) for _ in range(count)]
    changes = (resave, convert, misread)
    copies = {number: changes[number // 10 % 3](papers[number], chance, "") for number in range(0, count, 10)}
    place = Path(tempfile.mkdtemp())
    database = Database.open_for_writing(place / "library.db")
    with database.transaction():
        folder = database.folders.add(place / "files")
        for number, text in enumerate([*papers, *copies.values()]):
            add_text(database, folder.id, place / "files" / f"{number}.txt", text, number)
    comparer = Comparer(database)
    cpu = time.process_time()
    comparer.run()
    used = time.process_time() - cpu
    found = load(database)
    cpu = time.process_time()
    alike = {frozenset(int(member.path.stem) for member in group.members) for group in find_groups(found)}
    families = find_groups(found, Review(kinds=(MatchKind.TEMPLATE,)))
    grouped = time.process_time() - cpu
    wanted = {frozenset((number, count + place)) for place, number in enumerate(copies)}
    row = {
        "cpu s": round(used, 2),
        "rows": sum(1 for _ in database.duplicates.pairs()),
        "families": len(families),
        "largest": max((len(group.members) for group in families), default=0),
        "copies found": sum(any(pair <= group for group in alike) for pair in wanted),
        "copies": len(wanted),
        "other groups": sum(not any(pair <= group for pair in wanted) for group in alike),
        "group s": round(grouped, 2),
    }
    database.close()
    shutil.rmtree(place)
    return row


def add_text(database: Database, folder: int, path: Path, text: str, number: int) -> None:
    """Add a file with its text, as if it had been indexed."""
    document = database.documents.add(number.to_bytes(16, "big"), "bench", Extraction(FileKind.TEXT, "", text, ()))
    stat = Stat(len(text), number, number)
    file = database.files.add_pending(folder, path, stat, 0)
    database.files.set_indexed(file, document, stat, "bench")


def make_library(data: Path, count: int, chance: random.Random) -> Any:
    """Documents of 5 to 40 real sentences; every fifth is an edited copy, excerpt or conversion of an earlier one."""
    from duplicatesets import cut_sentences, excerpt, revise

    sentences = []
    for name in ("time", "cranfield", "scifact", "cisi", "msmarco_sub5k"):
        for line in (data / "ir" / name / "corpus.jsonl").open(encoding="utf-8"):
            sentences += [s for s in cut_sentences(json.loads(line)["text"]) if len(s.split()) > 3]
    earlier: list[str] = []
    for _ in range(count):
        if earlier and chance.random() < 0.2:
            old = chance.choice(earlier)
            change = chance.choice((convert, misread, revise))
            yield excerpt(old, chance) if chance.random() < 0.25 and len(old.split()) > 80 else change(old, chance, old)
            continue
        text = " ".join(chance.choice(sentences) for _ in range(chance.randint(5, 40)))
        if len(earlier) < 20_000:
            earlier.append(text)
        yield text


def measure_regrouping() -> dict[str, Any]:
    """The time that the slider takes at 20,000 pairs among 100,000 files, as the window's question is answered."""
    from findling.duplicates.selection import add_up
    from findling.duplicates.snapshot import DuplicateSnapshot
    from findling.processes.reader.duplicates_handler import Grouping
    from findling.storage.duplicate_table import Copy

    chance = random.Random(13)
    pairs = {}
    while len(pairs) < 20_000:
        start = chance.randrange(30_000)
        family = range(start, start + chance.randint(2, 6))
        for one, other in ((a, b) for a in family for b in family if a < b):
            similarity = chance.uniform(0.5, 1)
            pairs[one, other] = Pair(
                first=one,
                second=other,
                likeness=MatchKind.NEAR,
                similarity=similarity,
                first_within=similarity,
                second_within=similarity,
            )
    copies = {}
    for number in range(100_000):
        path, content = Path(f"/home/x/documents/folder{number % 100}/file {number}.pdf"), number.to_bytes(16, "big")
        copies[number] = (Copy(number, content, content, path, 1000, number, FileKind.PDF),)
    grouping = Grouping(DuplicateSnapshot(copies, pairs, frozenset()))
    first = timed(lambda: add_up(grouping.list_groups(Review())))
    wall, cpu = [], []
    for threshold in chance.sample(range(50, 100), 50):
        started, used = time.perf_counter(), time.process_time()
        add_up(grouping.list_groups(Review(threshold=threshold / 100)))
        wall.append(1000 * (time.perf_counter() - started))
        cpu.append(1000 * (time.process_time() - used))
    row: dict[str, float] = {"pairs": len(pairs), "first s": round(first, 2)}
    for name, times in (("wall", wall), ("cpu", cpu)):
        row |= {f"{name} ms p50": round(float(np.median(times)), 1), f"{name} ms most": round(max(times), 1)}
    return {"regroup": row}


def measure_exact(tree: Path) -> dict[str, Any]:
    """Identical files of a tree, by Findling and by those other tools that are installed; the best of five, warm."""
    files = [path for path in tree.rglob("*") if path.is_file() and not path.is_symlink()]
    result: dict[str, Any] = {"tree": {"files": len(files), "bytes": sum(path.stat().st_size for path in files)}}

    def ours() -> int:
        return len(find_identical(tree.rglob("*")))

    tools = {
        "jdupes": ["jdupes", "-r", "-q", str(tree)],
        "fdupes": ["fdupes", "-r", "-q", str(tree)],
        "rmlint": ["rmlint", "-T", "df", "-o", "summary:stdout", str(tree)],
        "czkawka": ["czkawka_cli", "dup", "-d", str(tree)],
    }
    groups = ours()
    result["findling"] = {"s": round(min(timed(ours) for _ in range(5)), 3), "groups": groups}
    for name, command in tools.items():
        if shutil.which(command[0]):
            seconds = min(
                timed(lambda c=command: subprocess.run(c, capture_output=True, check=False)) for _ in range(5)
            )
            result[name] = {"s": round(seconds, 3)}
    return result


def timed(action: Any) -> float:
    """Seconds that it takes."""
    started = time.perf_counter()
    action()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
