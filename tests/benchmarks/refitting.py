"""Worth of fitting relevance to a library's own judged questions, on the questions that were not judged.

    python tests/benchmarks/refitting.py --data ../shared/data/ir --library .cache/search [--json] [COLLECTION ...]

As a user of `findling trial` would, some questions are judged: the ten best results of each. The fit is drawn from the
shipped one, by a Gaussian prior around it, in three ways: the intercept; intercept and slope of the logit; all weights.
It is measured on all other questions of the same collection, over many draws.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import numpy as np
from search import GRADED, calibration_error, grade, probabilities

from findling.embedding.catalogue import find_model, read_catalogue
from findling.evaluation.beir import read_collection
from findling.evaluation.evaluate import evaluation_folder, index_collection
from findling.paths import LibraryPaths
from findling.search.library_reader import Library
from findling.search.relevance import STRONG
from findling.settings import Settings

COLLECTIONS = ("adi", "time", "xquad_en", "cranfield")
MOST_QUERIES = 120
JUDGED = (10, 20, 40)
DRAWS = 100
SHIFT, SLOPE, WEIGHT = 1.5, 0.3, 1.0
"""Deviations of the prior: of the intercept, of the slope, and of each weight as a share of its shipped value."""


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", nargs="*", default=COLLECTIONS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    paths = LibraryPaths.inside(arguments.library)
    paths.create()
    found = {name: measure(read_graded(arguments.data / name, paths)) for name in arguments.collections}
    if arguments.json:
        print(json.dumps(found, indent=1))
        return
    for name, rows in found.items():
        for row in rows:
            print(f"{name:10}", row)


def read_graded(folder: Path, paths: LibraryPaths) -> list[np.ndarray]:
    """Return for each query an array [results, 4]: cosine, coverage, lead, relevant or not; the best first."""
    collection = read_collection(folder)
    own = LibraryPaths.inside(evaluation_folder(collection, paths) / "library")
    ids = index_collection(collection, own.data.parent, own, Settings())
    library = Library.open(own, Settings())
    names = sorted(collection.queries)
    chosen = np.random.default_rng(7).permutation(len(names))[:MOST_QUERIES]
    graded = []
    try:
        for name in (names[at] for at in chosen):
            judged = collection.judgements[name]
            rows = [
                (*evidence, float(judged.get(ids[file], 0) > 0))
                for file, evidence in grade(library, collection.queries[name], GRADED)
                if ids[file] != name
            ]
            if rows:
                graded.append(np.array(rows))
    finally:
        library.close()
    return graded


def measure(graded: list[np.ndarray]) -> list[dict[str, Any]]:
    """Return a row for each number of judged questions and each way, in the mean of the draws."""
    shipped = find_model(Settings().model, read_catalogue()).relevance
    assert shipped is not None
    start = np.array([shipped.intercept, shipped.cosine, shipped.coverage, shipped.lead])
    rng = np.random.default_rng(11)
    rows: list[dict[str, Any]] = []
    for count in JUDGED:
        if count > len(graded) // 2:
            continue
        kept: dict[str, list[tuple[float, ...]]] = {}
        for _ in range(DRAWS):
            order = rng.permutation(len(graded))
            judged = np.concatenate([graded[at] for at in order[:count]])
            others = [graded[at] for at in order[count:]]
            for way, beta in (("shipped", start), *refit(judged, start)):
                kept.setdefault(way, []).append(score(others, beta))
        before = np.array(kept["shipped"])
        for way, scores in kept.items():
            means = np.nanmean(scores, axis=0)
            rows.append(
                {
                    "judged": count,
                    "way": way,
                    "error": round(float(means[0]), 3),
                    "log loss": round(float(means[1]), 3),
                    "first strong": round(float(means[2]), 2),
                    "strong is right": round(float(means[3]), 2),
                    "draws with a larger error": round(float((np.array(scores)[:, 0] > before[:, 0] + 1e-9).mean()), 2),
                }
            )
    return rows


def refit(judged: np.ndarray, start: np.ndarray) -> list[tuple[str, np.ndarray]]:
    """Return the fits by the three ways, each the maximum of its posterior."""
    logits = start[0] + judged[:, :3] @ start[1:]
    ones = np.ones(len(judged))
    labels = judged[:, 3]
    shift = climb(ones[:, None], logits, labels, np.array([SHIFT]))
    both = climb(np.column_stack([ones, logits]), logits, labels, np.array([SHIFT, SLOPE]))
    features = np.column_stack([ones, judged[:, :3]])
    moved = climb(features, logits, labels, np.array([SHIFT, *(WEIGHT * np.abs(start[1:]))]))
    return [
        ("intercept", start + np.array([shift[0], 0, 0, 0])),
        ("slope", start * (1 + both[1]) + np.array([both[0], 0, 0, 0])),
        ("all", start + moved),
    ]


def climb(features: np.ndarray, offset: np.ndarray, labels: np.ndarray, deviations: np.ndarray) -> np.ndarray:
    """Return the most likely change of a logit under a Gaussian prior around none, by Newton's method."""
    beta = np.zeros(features.shape[1])
    for _ in range(50):
        chance = 1 / (1 + np.exp(-(offset + features @ beta)))
        gradient = features.T @ (labels - chance) - beta / deviations**2
        hessian = (features * (chance * (1 - chance))[:, None]).T @ features + np.diag(1 / deviations**2)
        beta += np.linalg.solve(hessian, gradient)
    return beta


def score(queries: list[np.ndarray], beta: np.ndarray) -> tuple[float, ...]:
    """Return calibration error, log loss, share of first results that are strong, and share of those that are right."""
    rows = np.concatenate(queries)
    chances, labels = probabilities(rows, beta), rows[:, 3]
    sure = np.clip(chances, 1e-6, 1 - 1e-6)
    loss = -float(np.mean(labels * np.log(sure) + (1 - labels) * np.log(1 - sure)))
    first = np.array([each[0] for each in queries])
    strong = probabilities(first, beta) >= STRONG
    right = float(first[strong, 3].mean()) if strong.any() else float("nan")
    return calibration_error(chances, labels), loss, float(strong.mean()), right


if __name__ == "__main__":
    main()
