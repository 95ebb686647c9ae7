"""Quality and sureness of the shipped search on judged collections: through the path that files take.

    python tests/benchmarks/search.py --data ../shared/data/ir --library .cache/search [--json] [--fit] [COLLECTION ...]

Each collection is indexed once into the library's cache. `--fit` fits the relevance of a result by logistic regression
over its cosine, its coverage of the query, and its lead over documents that are merely near: on all collections, and
for each on the others. `--off-topic FILE` asks each collection questions, a line each, that have nothing to do with it.
"""

from __future__ import annotations

import argparse
import json
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from findling.domain.search import Mode
from findling.embedding.catalogue import find_model, read_catalogue
from findling.evaluation import metrics
from findling.evaluation.beir import Collection, read_collection
from findling.evaluation.evaluate import evaluation_folder, index_collection
from findling.indexing.background import measure_background
from findling.models.embedder import BoundEmbedder, Embedder
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.search.relevance import STRONG
from findling.settings import Settings
from findling.storage.database import Database

COLLECTIONS = ("scifact", "cranfield", "cisi", "time", "xquad_en", "msmarco_sub5k")
GRADED = 10
TAKEN_OUT = 30
"""Results among which the first that is not relevant is looked for."""


@dataclass
class Measured:
    """Measurements in one collection.

    Attributes:
        ndcg: at ten, by mode.
        graded: of the ten best of each query: cosine, coverage, lead, relevant or not, first or not.
        wrong: the same of the first result of each query that is not relevant.
        off_topic: the same of the first result of each question that has nothing to do with the collection.
        background: mean and deviation of the cosines of unrelated texts.
        cpu_ms: of a search for ten files with their passages.
    """

    collection: str
    ndcg: dict[str, float] = field(default_factory=dict)
    graded: list[tuple[float, ...]] = field(default_factory=list)
    wrong: list[tuple[float, ...]] = field(default_factory=list)
    off_topic: list[tuple[float, ...]] = field(default_factory=list)
    background: tuple[float, float] = (0.0, 0.0)
    cpu_ms: float = 0.0


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", nargs="*", default=COLLECTIONS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--off-topic", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    paths = LibraryPaths.inside(arguments.library)
    paths.create()
    off_topic = arguments.off_topic.read_text("utf-8").splitlines() if arguments.off_topic else []
    found = [measure(read_collection(arguments.data / name), paths, off_topic) for name in arguments.collections]
    result: dict[str, Any] = {
        "collections": {
            each.collection: {
                "ndcg@10": each.ndcg,
                "background": [round(value, 4) for value in each.background],
                "cpu_ms": round(each.cpu_ms, 1),
            }
            for each in found
        },
        "mean": {mode: round(float(np.mean([each.ndcg[mode] for each in found])), 4) for mode in map(str, Mode)},
    }
    if arguments.fit:
        result["fit"] = report_fit(found)
    if arguments.json:
        print(json.dumps(result, indent=1))
        return
    for name, row in result["collections"].items():
        print(f"{name:16}", row)
    print("mean", result["mean"])
    for name, row in result.get("fit", {}).items():
        print(f"{name:16}", row)


def measure(collection: Collection, paths: LibraryPaths, off_topic: list[str]) -> Measured:
    """Search one collection with its judged queries in every mode."""
    folder = evaluation_folder(collection, paths)
    own = LibraryPaths.inside(folder / "library")
    ids = index_collection(collection, folder, own, Settings())
    library = Library.open(own, Settings())
    measured = Measured(collection.name)
    try:
        for mode in Mode:
            scores = []
            for query, text in collection.queries.items():
                ranked = [ids[path.name] for path, _ in library.rank(text, mode=mode, limit=100)]
                scores.append(metrics.score([d for d in ranked if d != query], collection.judgements[query]))
            measured.ndcg[str(mode)] = round(metrics.mean(scores).ndcg_10, 4)
        for query, text in collection.queries.items():
            judged = collection.judgements[query]
            rows = [
                (*evidence, float(judged.get(ids[name], 0) > 0), float(at == 0))
                for at, (name, evidence) in enumerate(grade(library, text, TAKEN_OUT))
                if ids[name] != query
            ]
            measured.graded += rows[:GRADED]
            measured.wrong += [row for row in rows if not row[3]][:1]
        for text in off_topic:
            measured.off_topic += [(*evidence, 0.0, 1.0) for _, evidence in grade(library, text, 1)]
        started = time.process_time()
        for text in collection.queries.values():
            library.search(text, plain=True)
        measured.cpu_ms = (time.process_time() - started) * 1000 / len(collection.queries)
    finally:
        library.close()
    measured.background = find_background(own)
    return measured


def grade(library: Library, text: str, limit: int) -> list[tuple[str, tuple[float, float, float]]]:
    """Return the names of the files that are found, each with cosine, coverage and lead."""
    with library.prepare(text, Mode.HYBRID, plain=True) as question:
        return [
            (places[0].path.name, (evidence.cosine or 0.0, evidence.coverage, evidence.margin))
            for places, evidence in question.search.weigh(limit)
        ]


def find_background(paths: LibraryPaths) -> tuple[float, float]:
    """Return mean and deviation of the cosines of unrelated texts."""
    database = Database.open_for_reading(paths.database)
    embedder = Embedder.open(paths, Settings())
    try:
        space = database.spaces.active()
        assert space is not None
        background = measure_background(database, BoundEmbedder(embedder, space))
        return (background.mean, background.deviation) if background else (0.0, 0.0)
    finally:
        embedder.close()
        database.close()


def report_fit(found: list[Measured]) -> dict[str, Any]:
    """Fit on all, and say for each collection what a fit on the others is worth there."""
    shipped = find_model(Settings().model, read_catalogue()).relevance
    assert shipped is not None
    names = ("intercept", "cosine", "coverage", "lead")
    everywhere = dict(zip(names, np.round(fit(found), 2).tolist(), strict=True))
    report: dict[str, Any] = {"all": everywhere, "shipped": {name: getattr(shipped, name) for name in names}}
    for each in found:
        beta = fit([other for other in found if other is not each]) if len(found) > 1 else fit(found)
        graded = np.array(each.graded)
        chances, relevant, first = probabilities(graded, beta), graded[:, 3], graded[:, 4] > 0
        strong = first & (chances >= STRONG)
        report[each.collection] = {
            "calibration error": round(calibration_error(chances, relevant), 3),
            "first strong": round(float(strong.sum() / first.sum()), 3),
            "strong is right": round(float(relevant[strong].mean()), 3) if strong.any() else None,
            "strong where the answers are taken out": share_strong(each.wrong, beta),
            "strong off topic": share_strong(each.off_topic, beta),
        }
    return report


def fit(found: list[Measured]) -> np.ndarray:
    """Logistic regression by Newton's method; every collection weighs the same."""
    rows = [np.array(each.graded) for each in found]
    features = np.concatenate([np.column_stack([np.ones(len(r)), r[:, :3]]) for r in rows])
    labels = np.concatenate([r[:, 3] for r in rows])
    weights = np.concatenate([np.full(len(r), 1 / len(r)) for r in rows])
    beta = np.zeros(4)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-features @ beta))
        gradient = features.T @ (weights * (labels - chance)) - 1e-6 * beta
        hessian = (features * (weights * chance * (1 - chance))[:, None]).T @ features + 1e-6 * np.eye(4)
        beta += np.linalg.solve(hessian, gradient)
    return beta


def probabilities(rows: np.ndarray, beta: np.ndarray) -> np.ndarray:
    """Chances of being relevant by a fit."""
    return 1 / (1 + np.exp(-(beta[0] + rows[:, :3] @ beta[1:])))


def share_strong(rows: list[tuple[float, ...]], beta: np.ndarray) -> float | None:
    """Share of results that are called strong."""
    return round(float((probabilities(np.array(rows), beta) >= STRONG).mean()), 3) if rows else None


def calibration_error(chances: np.ndarray, relevant: np.ndarray) -> float:
    """Mean distance of the chance that was given from the share that was relevant, in ten bins of equal width."""
    bins = np.minimum((chances * 10).astype(int), 9)
    return float(
        sum(
            (bins == at).mean() * abs(chances[bins == at].mean() - relevant[bins == at].mean())
            for at in range(10)
            if (bins == at).any()
        )
    )


if __name__ == "__main__":
    main()
