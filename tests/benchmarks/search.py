"""What fusion is worth on judged collections, and how sure a score is: through the path that files take.

    python tests/benchmarks/search.py --data ../shared/data/ir --library .cache/search [--json] [--fit] [COLLECTION ...]

Each collection is indexed once into the library's cache. Candidates are those of the shipped search; the weight of
meaning
is then varied. `--fit` fits the relevance of a result by logistic regression over its cosine, its
coverage of the query, and its lead over documents that are merely near.
"""

from __future__ import annotations

import argparse
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from findling.domain.search import Mode
from findling.evaluation import metrics
from findling.evaluation.beir import Collection, read_collection
from findling.evaluation.evaluate import evaluation_folder, index_collection
from findling.paths import LibraryPaths
from findling.search import fusion
from findling.search.library_reader import Library
from findling.settings import Settings
from findling.storage.database import Database
from findling.storage.document_table import Filter

WEIGHTS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0)
COLLECTIONS = ("scifact", "cranfield", "cisi", "time", "xquad_en", "msmarco_sub5k")


def main() -> None:
    """Measure, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", nargs="*", default=COLLECTIONS)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--fit", action="store_true")
    arguments = parser.parse_args()
    paths = LibraryPaths.inside(arguments.library)
    paths.create()
    rows, evidence = [], []
    for name in arguments.collections:
        row, found = measure(read_collection(arguments.data / name), paths)
        rows.append(row)
        evidence.append(found)
    result: dict[str, Any] = {"collections": rows}
    result["mean"] = {str(w): round(float(np.mean([row["ndcg@10"][str(w)] for row in rows])), 4) for w in WEIGHTS}
    if arguments.fit:
        result["fit"] = fit(evidence)
    if arguments.json:
        print(json.dumps(result, indent=1))
        return
    for row in rows:
        print(row["collection"], row["ndcg@10"], "without bonuses", row["plain"])
    print("mean", result["mean"], result.get("fit", ""))


def measure(collection: Collection, paths: LibraryPaths) -> tuple[dict[str, Any], np.ndarray]:
    """nDCG@10 at each weight, and for the ten best of each query: cosine, coverage, lead, relevant or not."""
    folder = evaluation_folder(collection, paths)
    ids = index_collection(collection, folder, Settings())
    own = LibraryPaths.inside(folder / "library")
    library, database = Library.open(own, Settings()), Database.open_for_reading(own.database)
    by_weight: dict[float, list[metrics.Scores]] = {weight: [] for weight in WEIGHTS}
    plain, evidence = [], []
    for query, text in collection.queries.items():
        judged = collection.judgements[query]
        with library.prepare(text, Mode.HYBRID, plain=True) as question:
            candidates = question.search.propose()
            places = database.documents.places([c.document_id for c in candidates], Filter())
            names = {document_id: found[0].path.name for document_id, found in places.items()}
            for weight in WEIGHTS:
                order = [ids[names[c.document_id]] for c, _ in fusion.rank(candidates, weight=weight)]
                by_weight[weight].append(metrics.score([d for d in order if d != query], judged))
            bare = [fusion.Candidate(document_id=c.document_id, words=c.words, meaning=c.meaning) for c in candidates]
            order = [ids[names[c.document_id]] for c, _ in fusion.rank(bare)]
            plain.append(metrics.score([d for d in order if d != query], judged))
            best = [c for c, _ in fusion.rank(candidates)][:10]
            coverage = question.search.coverage([c.document_id for c in best])
            evidence += [
                (
                    c.meaning or 0.0,
                    coverage.get(c.document_id, 0.0),
                    c.margin,
                    judged.get(ids[names[c.document_id]], 0) > 0,
                )
                for c in best
            ]
    database.close()
    library.close()
    scores = {str(weight): round(metrics.mean(found).ndcg_10, 4) for weight, found in by_weight.items()}
    row = {"collection": collection.name, "ndcg@10": scores, "plain": round(metrics.mean(plain).ndcg_10, 4)}
    return row, np.array(evidence, dtype=float)


def fit(evidence: list[np.ndarray]) -> dict[str, Any]:
    """Logistic regression by Newton's method; every collection weighs the same."""
    features = np.concatenate([np.column_stack([np.ones(len(e)), e[:, :3]]) for e in evidence])
    labels = np.concatenate([e[:, 3] for e in evidence])
    weights = np.concatenate([np.full(len(e), 1 / len(e)) for e in evidence])
    beta = np.zeros(4)
    for _ in range(50):
        chance = 1 / (1 + np.exp(-features @ beta))
        gradient = features.T @ (weights * (labels - chance)) - 1e-6 * beta
        hessian = (features * (weights * chance * (1 - chance))[:, None]).T @ features + 1e-6 * np.eye(4)
        beta += np.linalg.solve(hessian, gradient)
    chance = 1 / (1 + np.exp(-features @ beta))
    shares = {
        f"{low}-{high}": round(float(np.average(labels[inside], weights=weights[inside])), 3)
        for low, high in pairwise((0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1.01))
        if (inside := (chance >= low) & (chance < high)).any()
    }
    names = ("intercept", "cosine", "coverage", "lead")
    return {name: round(float(value), 2) for name, value in zip(names, beta, strict=True)} | {"relevant": shares}


if __name__ == "__main__":
    main()
