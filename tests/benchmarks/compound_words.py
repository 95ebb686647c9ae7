"""Effect of taking compounds apart on the order of documents, and its cost.

    python tests/benchmarks/compound_words.py COLLECTION... [--languages en,de,nl] [--json]

A collection is a folder as those of `evaluate` are (corpus.jsonl, queries.jsonl, qrels.tsv). Its texts are indexed as
if they were in each of the languages, so that English ones as German show what wrong splits would cost: there is
nothing right to be found in them. Words alone; run it on two versions to compare them.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path
from typing import Any

import pytrec_eval

from findling.index.lexical.lexical_reader import LexicalReader
from findling.index.lexical.lexical_writer import LexicalWriter
from findling.index.lexical.schema import LexicalEntry, LexicalQuery


def main() -> None:
    """Measure, and print a line or JSON for each collection and language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("collections", type=Path, nargs="+")
    parser.add_argument("--languages", default="en,de,nl")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    for collection in arguments.collections:
        for language in arguments.languages.split(","):
            result = {"collection": collection.name, "language": language, **measure(collection, language)}
            print(json.dumps(result) if arguments.json else " ".join(f"{key} {value}" for key, value in result.items()))


def measure(collection: Path, language: str) -> dict[str, Any]:
    """Return nDCG@10, CPU seconds of indexing, CPU milliseconds of a query, and megabytes of the index."""
    documents, queries = (read_lines(collection / name) for name in ("corpus.jsonl", "queries.jsonl"))
    judged: dict[str, dict[str, int]] = {}
    for line in (collection / "qrels.tsv").read_text("utf-8").splitlines()[1:]:
        query, document, grade = line.split()[:3]
        judged.setdefault(query, {})[document] = int(float(grade))
    with tempfile.TemporaryDirectory() as folder:
        started = time.process_time()
        with LexicalWriter.open(Path(folder)) as writer:
            for number, document in enumerate(documents, start=1):
                writer.put_document(LexicalEntry(number, document.get("title", ""), document["text"], language))
            writer.commit(1)
        indexing, started = time.process_time() - started, time.process_time()
        reader = LexicalReader.open(Path(folder))
        assert reader is not None
        ranked = {}
        for query in queries:
            found = reader.search(LexicalQuery(tuple(query["text"].split())), 100)
            ranked[query["_id"]] = {documents[number - 1]["_id"]: score for number, score in found}
        asking = time.process_time() - started
        size = sum(file.stat().st_size for file in Path(folder).rglob("*") if file.is_file())
    found_of = {query: found for query, found in ranked.items() if found and query in judged}
    scores = pytrec_eval.RelevanceEvaluator(judged, {"ndcg_cut.10"}).evaluate(found_of)
    asked = [query for query in queries if query["_id"] in judged]
    return {
        "ndcg@10": round(sum(score["ndcg_cut_10"] for score in scores.values()) / len(asked), 4),
        "indexing_s": round(indexing, 2),
        "query_ms": round(1000 * asking / len(queries), 2),
        "index_mb": round(size / 1e6, 2),
    }


def read_lines(file: Path) -> list[dict[str, Any]]:
    """Return the objects of a file, one a line."""
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()]


if __name__ == "__main__":
    main()
