"""Judged collections: valid ones in each layout of judgements, and malformed ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from findling.errors import FindlingError
from findling.evaluation.beir import Document, read_collection

CORPUS = '{"_id": "1", "title": "Sea", "text": "Ships"}\n{"_id": 2, "title": null}\n\n'
QUERIES = '{"_id": "a", "text": "boats"}\n{"_id": "b", "text": "nothing relevant"}\n{"_id": "c", "text": "unjudged"}\n'
QRELS = "query-id\tcorpus-id\tscore\na\t1\t2\na\t2\t0\nb\t1\t0\n"


def write(
    folder: Path, corpus: str = CORPUS, queries: str = QUERIES, qrels: str = QRELS, at: str = "qrels.tsv"
) -> Path:
    (folder / at).parent.mkdir(parents=True, exist_ok=True)
    (folder / "corpus.jsonl").write_text(corpus, "utf-8")
    (folder / "queries.jsonl").write_text(queries, "utf-8")
    (folder / at).write_text(qrels, "utf-8")
    return folder


@pytest.mark.parametrize("at", ["qrels.tsv", "qrels/test.tsv", "qrels/dev.tsv"])
def test_only_queries_with_a_relevant_document_are_asked(tmp_path, at):
    collection = read_collection(write(tmp_path, at=at))
    assert collection.name == tmp_path.name
    assert collection.queries == {"a": "boats"}
    assert collection.judgements == {"a": {"1": 2, "2": 0}}
    assert list(collection.documents()) == [Document("1", "Sea", "Ships"), Document("2", "", "")]


@pytest.mark.parametrize("missing", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_missing_file_is_named(tmp_path, missing):
    (write(tmp_path) / missing).unlink()
    with pytest.raises(FindlingError, match=missing):
        list(read_collection(tmp_path).documents())


@pytest.mark.parametrize(
    ("part", "content", "named"),
    [
        ("corpus", "no json", "corpus.jsonl"),
        ("corpus", '["a list"]', "corpus.jsonl"),
        ("corpus", '{"text": "no id"}', "corpus.jsonl"),
        ("queries", '{"text": "no id"}', "queries.jsonl"),
        ("queries", '{"_id": "a", "text": 7}', "queries.jsonl"),
        ("queries", '{"_id": "a", "text": "cut o', "queries.jsonl"),
        ("qrels", "query-id\tcorpus-id\tscore\na\t1\n", "qrels.tsv"),
        ("qrels", "query-id\tcorpus-id\tscore\na\t1\tvery\n", "qrels.tsv"),
    ],
)
def test_a_malformed_file_is_named(tmp_path, part, content, named):
    write(tmp_path, **{part: content})
    with pytest.raises(FindlingError, match=named):
        list(read_collection(tmp_path).documents())


def test_a_file_that_is_no_utf_8_is_named(tmp_path):
    (write(tmp_path) / "corpus.jsonl").write_bytes(b'{"_id": "1", "text": "caf\xe9"}')
    with pytest.raises(FindlingError, match=r"corpus\.jsonl"):
        list(read_collection(tmp_path).documents())
