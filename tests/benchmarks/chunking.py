"""Worth of passage size, overlap and prefix: the same searches over the same documents, cut in different ways.

Two questions are put. Of collections with judged queries: nDCG@10 of a document's best passage by meaning alone, and of
that fused with BM25 over whole documents. Of files with headings: at which rank the section stands whose heading is the
query, when the heading itself has been taken out of it and only the title and the headings above it may stand before.

    python tests/benchmarks/chunking.py --data ../shared/data --cache .cache --json > chunking.json
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytrec_eval
import tantivy
from numpy.typing import NDArray

from findling.domain.files import Block, BlockKind, Extraction, Passage
from findling.embedding.catalogue import InstalledModel, find_model, read_catalogue
from findling.embedding.encoder import Encoder
from findling.errors import ExtractionError
from findling.extraction.chunking.chunker import Chunker
from findling.extraction.chunking.packing import ChunkingRules
from findling.extraction.document import TextBuilder
from findling.extraction.source import Source
from findling.formats import FileKind

DENSE_WEIGHT = 0.6
DEPTH = 1000
COLLECTIONS = ("time", "cranfield", "cisi", "xquad_en", "scifact")


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to cut and to embed; `prefix` is none, title, headings, or name (of a file without title)."""

    passage_tokens: int
    overlap_tokens: int
    prefix: str


@dataclass(frozen=True, slots=True)
class Collection:
    """A judged collection; rows of `texts` and `titles` belong to `ids`."""

    name: str
    ids: list[str]
    titles: list[str]
    texts: list[str]
    queries: dict[str, str]
    judgements: dict[str, dict[str, int]]


class CachedEncoder:
    """Embeds the same passages once for all runs."""

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self._encoder = encoder
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        key = hashlib.sha256(json.dumps([self._encoder.fingerprint, list(texts)]).encode()).hexdigest()[:24]
        path = self._folder / f"{key}.npy"
        if not path.exists():
            np.save(path, self._encoder.encode_passages(texts))
        vectors: NDArray[np.float32] = np.load(path)
        return vectors

    def encode_queries(self, texts: Iterable[str]) -> NDArray[np.float32]:
        return np.stack([self._encoder.encode_query(text) for text in texts])


class DocumentWords:
    """BM25 as Lucene scores it (k1 1.5, b 0.75) over stemmed words of whole documents, without stop words."""

    def __init__(self, texts: Sequence[str]) -> None:
        builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        for step in (tantivy.Filter.lowercase(), tantivy.Filter.stopword("english"), tantivy.Filter.stemmer("english")):
            builder = builder.filter(step)
        self._analyzer = builder.build()
        self._postings: dict[str, list[tuple[int, int]]] = {}
        lengths = np.zeros(len(texts))
        for row, text in enumerate(texts):
            words = self._analyzer.analyze(text)
            lengths[row] = len(words)
            for word, count in Counter(words).items():
                self._postings.setdefault(word, []).append((row, count))
        self._norms = 1.5 * (0.25 + 0.75 * lengths / lengths.mean())

    def score(self, query: str) -> NDArray[np.float64]:
        scores = np.zeros(len(self._norms))
        for word in self._analyzer.analyze(query):
            postings = np.array(self._postings.get(word, ()), dtype=np.int64).reshape(-1, 2)
            rows, counts = postings.T
            rarity = np.log1p((len(scores) - len(rows) + 0.5) / (len(rows) + 0.5))
            scores[rows] += rarity * counts / (counts + self._norms[rows])
        return scores


def read_collection(folder: Path) -> Collection:
    documents = [json.loads(line) for line in (folder / "corpus.jsonl").open(encoding="utf-8")]
    documents = [document for document in documents if document["text"].strip() or document.get("title")]
    judgements: dict[str, dict[str, int]] = {}
    for line in list((folder / "qrels.tsv").open(encoding="utf-8"))[1:]:
        query, document, grade = line.rstrip("\n").split("\t")
        judgements.setdefault(query, {})[document] = int(grade)
    judgements = {query: grades for query, grades in judgements.items() if any(grade > 0 for grade in grades.values())}
    queries = {row["_id"]: row["text"] for row in map(json.loads, (folder / "queries.jsonl").open(encoding="utf-8"))}
    return Collection(
        folder.name,
        [document["_id"] for document in documents],
        [document.get("title") or "" for document in documents],
        [document["text"] for document in documents],
        {query: queries[query] for query in judgements},
        judgements,
    )


def extract(title: str, text: str) -> Extraction:
    """Make of a judged document what a reader makes of a file: its title is its first heading."""
    builder = TextBuilder()
    builder.add(title, BlockKind.HEADING, level=1)
    for paragraph in text.split("\n\n"):
        builder.add(paragraph)
    return builder.finish(FileKind.TEXT, title)


def place_before(chunker: Chunker, prefix: str, name: str, title: str, passage: Passage) -> str:
    """Return what stands before a passage when it is embedded."""
    match prefix:
        case "title":
            return chunker.describe(title, replace(passage, heading=""))
        case "headings":
            return chunker.describe(title, passage)
        case "name":
            return chunker.describe(title or name, passage)
        case _:
            return ""


def normalise(scores: NDArray[np.floating]) -> NDArray[np.floating]:
    """Stretch one query's scores to 0..1."""
    low, high = scores.min(), scores.max()
    return (scores - low) / (high - low) if high > low else np.zeros_like(scores)


def score_ranking(collection: Collection, scores: dict[str, NDArray[np.floating]]) -> float:
    """Return the mean nDCG@10 of scores over a collection's documents, by query."""
    run = {}
    for query, row in scores.items():
        best = np.argsort(-row, kind="stable")[:DEPTH]
        run[query] = {collection.ids[place]: float(len(best) - rank) for rank, place in enumerate(best)}
    results = pytrec_eval.RelevanceEvaluator(collection.judgements, {"ndcg_cut.10"}).evaluate(run)
    return float(np.mean([result["ndcg_cut_10"] for result in results.values()]))


def judge_collection(collection: Collection, variants: Sequence[Variant], encoder: Encoder, cached: CachedEncoder):
    """Yield a row of figures for every variant."""
    words = DocumentWords([f"{title} {text}" for title, text in zip(collection.titles, collection.texts, strict=True)])
    lexical = {query: words.score(text) for query, text in collection.queries.items()}
    queries = dict(zip(collection.queries, cached.encode_queries(collection.queries.values()), strict=True))
    extractions = [extract(*document) for document in zip(collection.titles, collection.texts, strict=True)]
    for variant in variants:
        chunker = Chunker(encoder.tokenizer, ChunkingRules(variant.passage_tokens, variant.overlap_tokens))
        bodies, firsts = [], []
        for name, extraction in zip(collection.ids, extractions, strict=True):
            firsts.append(len(bodies))
            for passage in chunker.cut(extraction):
                before = place_before(chunker, variant.prefix, name, extraction.title, passage)
                bodies.append(before + extraction.text[passage.start : passage.end])
        vectors = cached.encode_passages(bodies)
        meaning = {query: np.maximum.reduceat(vectors @ vector, firsts) for query, vector in queries.items()}
        fused = {
            query: DENSE_WEIGHT * normalise(meaning[query]) + (1 - DENSE_WEIGHT) * normalise(lexical[query])
            for query in queries
        }
        yield {
            "collection": collection.name,
            **asdict(variant),
            "passages": len(bodies),
            "dense": round(score_ranking(collection, meaning), 4),
            "fused": round(score_ranking(collection, fused), 4),
        }


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a real file without its own heading, which is the query."""

    heading: str
    extraction: Extraction


def read_sections(files: Sequence[tuple[str, bytes]]) -> list[list[Section]]:
    """Read files, and take each file's sections out of it, with the headings above them left above."""
    from findling.extraction.parsing import parse

    documents = []
    for name, data in files:
        try:
            extraction = parse(Source(data, name))
        except ExtractionError:
            continue
        if sections := list(split_sections(extraction, Path(name).stem)):
            documents.append(sections)
    return documents


def split_sections(extraction: Extraction, name: str):
    """Yield the sections with at least 200 characters of their own; the file's name stands in for a missing title."""
    blocks = extraction.blocks
    heads = [index for index, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    above: list[Block] = []
    for index, following in pairwise([*heads, len(blocks)]):
        head = blocks[index]
        above = [block for block in above if block.level < head.level]
        own = blocks[index + 1 : following]
        heading = extraction.text[head.start : head.end]
        if own and own[-1].end - own[0].start >= 200 and above:
            builder = TextBuilder()
            for block in above:
                builder.add(extraction.text[block.start : block.end], BlockKind.HEADING, level=block.level)
            for block in own:
                builder.add(extraction.text[block.start : block.end], block.kind)
            yield Section(heading, builder.finish(extraction.kind, extraction.title or name))
        above.append(head)


def judge_headings(
    documents: list[list[Section]], variants: Sequence[Variant], encoder: Encoder, cached: CachedEncoder
):
    """Yield, for every variant, the mean reciprocal rank of the section that belongs to the query.

    Asked is once for the section's heading, and once for the file's title and the heading.
    """
    sections = [section for document in documents for section in document]
    asked = {
        "heading": [section.heading for section in sections],
        "title and heading": [f"{section.extraction.title} {section.heading}" for section in sections],
    }
    vectors_of = {name: cached.encode_queries(queries) for name, queries in asked.items()}
    for variant in variants:
        chunker = Chunker(encoder.tokenizer, ChunkingRules(variant.passage_tokens, variant.overlap_tokens))
        bodies, firsts = [], []
        for section in sections:
            firsts.append(len(bodies))
            extraction = section.extraction
            start = next(block.start for block in extraction.blocks if block.kind is not BlockKind.HEADING)
            for passage in chunker.cut(extraction):
                body = extraction.text[max(passage.start, start) : passage.end]
                bodies.append(place_before(chunker, variant.prefix, "", extraction.title, passage) + body)
        vectors = cached.encode_passages(bodies)
        for name, queries in vectors_of.items():
            scores = np.maximum.reduceat(queries @ vectors.T, firsts, axis=1)
            ranks = (scores > scores.diagonal()[:, None]).sum(axis=1) + 1
            yield {
                "query": name,
                **asdict(variant),
                "sections": len(sections),
                "mrr": round(float(np.mean(1 / ranks)), 4),
            }


def gather_files(data: Path) -> list[tuple[str, bytes]]:
    """Gather the last version of every documentation file, and the marked-up files of the format set."""
    latest = {}
    for line in (data / "dup" / "git_revisions_dev" / "docs.jsonl").open(encoding="utf-8"):
        version = json.loads(line)
        latest[version["lineage"]] = version["text"]
    files = [(name, text.encode()) for name, text in latest.items()]
    for suffix in ("md", "html", "docx"):
        files += [(path.name, path.read_bytes()) for path in sorted((data / "formats" / "set_A").rglob(f"*.{suffix}"))]
    return [(name, content) for name, content in files if len(content) < 500_000]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--cache", type=Path, default=Path(".cache"))
    parser.add_argument("--collections", nargs="*", default=COLLECTIONS)
    parser.add_argument("--sizes", nargs="*", type=int, default=(60, 120, 200))
    parser.add_argument("--overlaps", nargs="*", type=int, default=(0, 32))
    parser.add_argument("--prefixes", nargs="*", default=("none", "title"))
    parser.add_argument("--headings", action="store_true", help="judge headings of real files, not the collections")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    arguments = parser.parse_args()

    model = find_model("all-MiniLM-L6-v2", read_catalogue())
    encoder = Encoder.open(InstalledModel.bundled(model), threads=2)
    cached = CachedEncoder(encoder, arguments.cache)
    sizes, overlaps, prefixes = arguments.sizes, arguments.overlaps, arguments.prefixes
    variants = [Variant(size, min(lap, size // 2), prefix) for size, lap, prefix in product(sizes, overlaps, prefixes)]
    if arguments.headings:
        results = judge_headings(read_sections(gather_files(arguments.data)), variants, encoder, cached)
    else:
        collections = (read_collection(arguments.data / "ir" / name) for name in arguments.collections)
        results = (row for each in collections for row in judge_collection(each, variants, encoder, cached))
    for row in results:
        print(json.dumps(row) if arguments.json else "  ".join(map(str, row.values())), flush=True)


if __name__ == "__main__":
    sys.exit(main())
