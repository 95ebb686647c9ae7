"""Speed and closeness to full precision of the forms of the bundled model, in one process, measured in turns.

Speed is tokens per second of processor time on one thread, over passages and single sentences, each text alone and in
batches of equal lengths; "padded" are batches of 32 in the order of arrival. Closeness is against the graph named fp32:
cosines and shared neighbours of real sentences and passages, agreement with people on STS-B, and nDCG@10 of exact
search on judged collections.

    python packaging/models/build_minilm.py --forms forms
    python tests/benchmarks/embedding.py forms/*.onnx --data ../shared/data --json > measured.json
    python packaging/models/build_minilm.py --measured measured.json
"""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import random
import re
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pytrec_eval
from numpy.typing import NDArray

from findling.embedding.batching import plan_batches
from findling.embedding.catalogue import InstalledModel, Pooling, find_model, read_catalogue
from findling.embedding.onnx_session import open_session
from findling.embedding.pooling import pool
from findling.embedding.tokenizer import Tokenizer

MODEL = "all-MiniLM-L6-v2"
FULL = "fp32"
WINDOW = 256
BUDGETS = {"alone": 1, "256": 256, "512": 512}
PADDED = 32
ROUNDS = 5
COLLECTIONS = ("scifact", "cranfield", "cisi", "xquad_en")
NEIGHBOURS = 10

Vectors = NDArray[np.float32]
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


class Form:
    """One graph, and what it makes of token ids."""

    def __init__(self, path: Path) -> None:
        self.name = path.stem
        self.sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
        self._session = open_session(path)

    def embed(self, ids: Sequence[list[int]], budget: int) -> Vectors:
        """The vectors of texts, in batches of at most so many tokens."""
        vectors = np.empty((len(ids), 384), dtype=np.float32)
        for batch in plan_batches([len(row) for row in ids], budget):
            rows = np.array([ids[member] for member in batch.members], dtype=np.int64)
            (hidden,) = self._session.run(None, {"input_ids": rows})
            vectors[list(batch.members)] = pool(hidden, Pooling.MEAN)
        return vectors

    def embed_padded(self, ids: Sequence[list[int]]) -> None:
        """Embed as libraries do unless told otherwise: batches of 32 as they come, padded; for the time only."""
        for start in range(0, len(ids), PADDED):
            batch = ids[start : start + PADDED]
            longest = max(map(len, batch))
            rows = np.array([[*row, *[0] * (longest - len(row))] for row in batch], dtype=np.int64)
            self._session.run(None, {"input_ids": rows})


@dataclass(frozen=True, slots=True)
class Collection:
    """A judged collection; `qrels` as pytrec_eval takes it."""

    documents: dict[str, str]
    queries: dict[str, str]
    qrels: dict[str, dict[str, int]]

    @classmethod
    def read(cls, folder: Path) -> Collection:
        """Read the files of a collection in the layout of BEIR."""
        documents, queries = (
            {row["_id"]: f"{row.get('title') or ''} {row['text']}".strip() for row in map(json.loads, stream)}
            for stream in ((folder / name).open(encoding="utf-8") for name in ("corpus.jsonl", "queries.jsonl"))
        )
        qrels: dict[str, dict[str, int]] = {}
        for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines()[1:]:
            query, document, score = line.split("\t")
            qrels.setdefault(query, {})[document] = int(score)
        judged = {query: scores for query, scores in qrels.items() if any(score > 0 for score in scores.values())}
        return cls(documents, {query: text for query, text in queries.items() if query in judged}, judged)


class Texts:
    """The texts that all forms are tried with, as token ids cut to the window."""

    def __init__(self, data: Path, tokenizer: Tokenizer) -> None:
        self._data = data
        self._tokenizer = tokenizer

    def encode(self, texts: Sequence[str]) -> list[list[int]]:
        """Token ids, with the last one kept where a text is cut."""
        rows = map(self._tokenizer.encode, texts)
        return [row if len(row) <= WINDOW else [*row[: WINDOW - 1], row[-1]] for row in rows]

    @cached_property
    def collections(self) -> dict[str, Collection]:
        """The judged collections, by name."""
        return {name: Collection.read(self._data / "ir" / name) for name in COLLECTIONS}

    @cached_property
    def passages(self) -> list[list[int]]:
        """400 documents, cut to the window."""
        documents = [text for collection in self.collections.values() for text in collection.documents.values()]
        return self.encode(random.Random(0).sample([text for text in documents if len(text) > 300], 400))

    @cached_property
    def sentences(self) -> list[list[int]]:
        """1,500 sentences, each of another document."""
        documents = [text for collection in self.collections.values() for text in collection.documents.values()]
        chosen = random.Random(1).sample([text for text in documents if len(text) > 300], 2_000)
        found = [[part for part in _SENTENCE_END.split(text) if 40 < len(part) < 220] for text in chosen]
        return self.encode([parts[len(parts) // 2] for parts in found if parts][:1_500])

    @cached_property
    def pairs(self) -> tuple[list[list[int]], list[list[int]], list[float]]:
        """STS-B's test set: both sides, and how alike people found them."""
        lines = (self._data / "sts" / "stsb_test.tsv").read_text(encoding="utf-8").splitlines()[1:]
        rows = [line.split("\t") for line in lines]
        sides = (self.encode([row[side] for row in rows]) for side in (2, 3))
        return next(sides), next(sides), [float(row[1]) for row in rows]


def main() -> None:
    """Measure the graphs named, and print a table or JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graphs", nargs="+", type=Path, help="fp32.onnx among them")
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parents[3] / "shared" / "data")
    parser.add_argument("--speed-only", action="store_true", help="leave out closeness, which takes half an hour")
    parser.add_argument("--json", action="store_true", help="print the results as JSON")
    options = parser.parse_args()
    installed = InstalledModel.bundled(find_model(MODEL, read_catalogue()))
    texts = Texts(options.data, Tokenizer.open(installed))
    forms = [Form(path) for path in options.graphs]
    full = next(form for form in forms if form.name == FULL)
    speeds = measure_speed(forms, texts.passages[:60] + texts.sentences[:60])
    results: dict[str, dict[str, object]] = {}
    for form in forms:
        results[form.name] = {"sha256": form.sha256, "tokens per cpu-second": speeds[form.name]}
        if not options.speed_only:
            results[form.name] |= measure_closeness(form, full, texts)
    if options.json:
        machine = f"{platform.machine()}, {_processor()}, onnxruntime {version('onnxruntime')}"
        json.dump({"machine": machine, "forms": results}, sys.stdout, indent=1)
    else:
        _print_table(results)


def measure_speed(forms: Sequence[Form], ids: list[list[int]]) -> dict[str, dict[str, float]]:
    """Tokens per second of processor time by form and budget: the median of rounds in which each form has its turn."""
    ids = random.Random(2).sample(ids, len(ids))
    tokens = sum(map(len, ids))
    costs: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    for turn in range(ROUNDS + 1):
        for form in forms:
            ways = {label: partial(form.embed, ids, budget) for label, budget in BUDGETS.items()}
            for label, compute in (ways | {"padded": partial(form.embed_padded, ids)}).items():
                start = time.process_time()
                compute()
                if turn:  # The first one warms up.
                    costs[form.name, label].append(time.process_time() - start)
    speeds: dict[str, dict[str, float]] = {form.name: {} for form in forms}
    for (name, label), times in costs.items():
        speeds[name][label] = round(tokens / statistics.median(times))
    return speeds


def measure_closeness(form: Form, full: Form, texts: Texts) -> dict[str, object]:
    """Measure how much of full precision a form keeps."""
    sentences, passages = (measure_agreement(form, full, ids) for ids in (texts.sentences, texts.passages))
    left, right, judged = texts.pairs
    cosines = (form.embed(left, WINDOW) * form.embed(right, WINDOW)).sum(axis=1)
    return {
        "sentences": sentences,
        "passages": passages,
        "largest change in another batch": measure_variance(form, texts.sentences),
        "stsb spearman": round(spearman(cosines, np.array(judged)), 5),
        "ndcg@10": {name: round(measure_ndcg(form, it, texts), 4) for name, it in texts.collections.items()},
    }


def measure_agreement(form: Form, full: Form, ids: list[list[int]]) -> dict[str, float]:
    """Cosines of the two vectors of each text, and how many of its nearest texts are the same."""
    mine, theirs = form.embed(ids, 1), full.embed(ids, 1)
    cosines = (mine * theirs).sum(axis=1)
    shared = [len(set(a) & set(b)) / NEIGHBOURS for a, b in zip(_nearest(mine), _nearest(theirs), strict=True)]
    return {
        "cosine mean": round(float(cosines.mean()), 5),
        "cosine min": round(float(cosines.min()), 5),
        "top-10 overlap": round(statistics.fmean(shared), 4),
    }


def measure_variance(form: Form, ids: list[list[int]]) -> float:
    """The largest difference of any component between a text alone and in a batch."""
    return float(np.abs(form.embed(ids, 1) - form.embed(ids, 512)).max())


def measure_ndcg(form: Form, collection: Collection, texts: Texts) -> float:
    """nDCG@10 of exact search, over the queries with a judgement."""
    documents = form.embed(texts.encode(list(collection.documents.values())), WINDOW)
    scores = form.embed(texts.encode(list(collection.queries.values())), WINDOW) @ documents.T
    names = list(collection.documents)
    run = {
        query: {names[place]: float(row[place]) for place in np.argsort(-row)[:100]}
        for query, row in zip(collection.queries, scores, strict=True)
    }
    judged = pytrec_eval.RelevanceEvaluator(collection.qrels, {"ndcg_cut_10"}).evaluate(run)
    return statistics.fmean(scores["ndcg_cut_10"] for scores in judged.values())


def spearman(one: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    """Spearman's rank correlation, with mean ranks for ties."""
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: NDArray[np.floating]) -> NDArray[np.float64]:
    _, places, counts = np.unique(values, return_inverse=True, return_counts=True)
    return (np.cumsum(counts) - (counts - 1) / 2)[places]


def _nearest(vectors: Vectors) -> NDArray[np.int64]:
    cosines = vectors @ vectors.T
    np.fill_diagonal(cosines, -1)
    return np.argsort(-cosines, axis=1)[:, :NEIGHBOURS]


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.is_file() else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.processor())


def _print_table(results: dict[str, dict[str, object]]) -> None:
    for name, result in results.items():
        print(f"{name}: {json.dumps({key: value for key, value in result.items() if key != 'sha256'})}")


if __name__ == "__main__":
    main()
