"""Quality and sureness of labels suggested from a few examples, on labelled texts; and their cost.

    python tests/benchmarks/labels.py FILE.npz... [--examples N] [--draws N] [--seed N] [--json]

Each FILE holds `vectors`, the mean vector of each document by the model that is measured, (documents, dimensions),
and `classes`, the class of each. For every class, as a label of an open library, `--examples` documents are given and
nothing else is known; reported are the share of right ones among the first ten and twenty suggestions, the mean
probability of the first twenty, and their calibration error in ten bins. Then, of ten labels with as many examples
each, macro-F1 over the documents of these classes: each gets the label by which it scores most. Last, the CPU seconds
of one label for 100,000 made-up documents.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from findling.search.label_suggestions import CentredVectors, Sureness, fit_label

_SHOWN, _BINS, _LABELS = 20, 10, 10
_NONE = np.empty(0, np.int64)


def main() -> None:
    """Measure, and print lines or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--examples", type=int, default=5)
    parser.add_argument("--draws", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    rng = np.random.default_rng(arguments.seed)
    report: dict[str, dict[str, float]] = {}
    pooled = []
    for file in arguments.files:
        data = np.load(file)
        vectors, classes = data["vectors"].astype(np.float32), data["classes"]
        shown = [
            suggest(vectors, classes == name, arguments.examples, rng)
            for name in np.unique(classes)
            for _ in range(arguments.draws)
        ]
        pooled += shown
        measured = [measure_f1(vectors, classes, arguments.examples, rng) for _ in range(arguments.draws)]
        report[file.stem] = summarise(shown) | {"macro_f1": round(float(np.mean(measured)), 3)}
    report["all"] = summarise(pooled)
    first, further = measure_cost(rng)
    report["cost"] = {"cpu_s of 100,000": round(first, 2), "cpu_s of a further label": round(further, 2)}
    if arguments.json:
        print(json.dumps(report, indent=2))
    else:
        for name, found in report.items():
            print(name, found)


def suggest(
    vectors: NDArray[np.float32], bears: NDArray[np.bool_], examples: int, rng: np.random.Generator
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Return the probabilities of the first suggestions, and which of them are right."""
    given = rng.choice(np.flatnonzero(bears), examples, replace=False)
    fit = fit_label(CentredVectors.of(vectors), given, _NONE, _NONE)
    free = np.setdiff1d(np.arange(len(bears)), given)
    best = free[np.argsort(-fit.scores[free])][:_SHOWN]
    return Sureness(fit).rate(fit.scores[best]), bears[best]


def summarise(shown: list[tuple[NDArray[np.float64], NDArray[np.bool_]]]) -> dict[str, float]:
    """Return the share of right suggestions and the calibration error."""
    sure = np.concatenate([each[0] for each in shown])
    right = np.concatenate([each[1] for each in shown]).astype(float)
    bins = np.minimum((sure * _BINS).astype(int), _BINS - 1)
    error = sum(
        abs(sure[bins == each].mean() - right[bins == each].mean()) * (bins == each).mean() for each in np.unique(bins)
    )
    return {
        "right_of_10": round(float(np.mean([each[1][:10].mean() for each in shown])), 3),
        "right_of_20": round(float(right.mean()), 3),
        "mean_probability": round(float(sure.mean()), 3),
        "calibration_error": round(float(error), 3),
    }


def measure_f1(
    vectors: NDArray[np.float32], classes: NDArray[np.str_], examples: int, rng: np.random.Generator
) -> float:
    """Return macro-F1 of ten labels, those of the classes with the most documents."""
    names, counts = np.unique(classes, return_counts=True)
    names = names[np.argsort(-counts, kind="stable")][:_LABELS]
    kept = np.isin(classes, names)
    vectors, classes = vectors[kept], classes[kept]
    given = [rng.choice(np.flatnonzero(classes == name), examples, replace=False) for name in names]
    scores = [
        fit_label(CentredVectors.of(vectors), own, _NONE, np.concatenate(given[:at] + given[at + 1 :])).scores
        for at, own in enumerate(given)
    ]
    told, left = names[np.argmax(scores, axis=0)], np.setdiff1d(np.arange(len(classes)), np.concatenate(given))
    told, true = told[left], classes[left]
    return float(
        np.mean([2 * np.sum((told == n) & (true == n)) / max(np.sum(told == n) + np.sum(true == n), 1) for n in names])
    )


def measure_cost(rng: np.random.Generator) -> tuple[float, float]:
    """Return the CPU seconds of rating all of 100,000 documents for a label, and for a further one at once."""
    vectors = rng.normal(size=(100_000, 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    spent = [time.process_time()]
    centred = CentredVectors.of(vectors)
    for _ in range(2):
        fit = fit_label(centred, np.arange(5), np.arange(5, 8), np.arange(8, 50))
        Sureness(fit).rate(fit.scores)
        spent.append(time.process_time())
    return spent[1] - spent[0], spent[2] - spent[1]


if __name__ == "__main__":
    main()
