"""Scoring a model as its published figures were made."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.embedding.encoder import Encoder
from findling.embedding.model_store import ModelStore
from findling.errors import FindlingError
from findling.evaluation.metrics import spearman
from findling.evaluation.mteb import compare_with_published

PAIRS = [
    (5.0, "A man is playing a guitar.", "A man plays the guitar."),
    (0.0, "A man is playing a guitar.", "The stock market fell on Friday."),
    (2.5, "A woman is cutting onions.", "A woman is cooking."),
]


@pytest.fixture(scope="module")
def encoder(tmp_path_factory: pytest.TempPathFactory) -> Encoder:
    return Encoder.open(ModelStore.open(tmp_path_factory.mktemp("models")).model("all-MiniLM-L6-v2"), threads=2)


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    path = tmp_path / "stsb_test.tsv"
    rows = ["subset\tscore\tsentence1\tsentence2", *("x\t" + "\t".join(map(str, row)) for row in PAIRS)]
    path.write_text("\n".join(rows), "utf-8")
    return path


@pytest.fixture
def collection(tmp_path: Path) -> Path:
    folder = tmp_path / "SciFact"
    folder.mkdir()
    documents = [
        {"_id": "sea", "title": "Harbour", "text": "The fishing boats came home. " * 200},
        {"_id": "bread", "title": "Baking", "text": "Knead the dough and bake the bread in a hot oven."},
        {"_id": "none", "title": "", "text": ""},
    ]
    queries = [{"_id": "q1", "text": "ships that catch fish"}, {"_id": "q2", "text": "How is a loaf made?"}]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, documents)), "utf-8")
    (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), "utf-8")
    (folder / "qrels.tsv").write_text("query-id\tcorpus-id\tscore\nq1\tsea\t1\nq2\tbread\t1", "utf-8")
    return folder


def test_pairs_are_ranked_as_the_judges_ranked_them(encoder: Encoder, pairs: Path):
    done = compare_with_published(pairs, encoder, encoder.spec)
    assert (done.measure, done.items, done.task) == ("spearman", 3, "STSBenchmark")
    assert done.measured == pytest.approx(1.0)
    assert done.published == 0.82032
    assert done.difference == pytest.approx(1 / 0.82032 - 1)
    assert done.agrees is False


def test_a_collection_is_searched_exactly_with_its_long_documents_cut(encoder: Encoder, collection: Path):
    reported = []
    done = compare_with_published(collection, encoder, encoder.spec, report=lambda *numbers: reported.append(numbers))
    assert (done.measure, done.items, done.task, done.measured) == ("ndcg@10", 2, "SciFact", 1.0)
    assert reported == [(3, 3)]


def test_of_an_unknown_collection_nothing_was_published(encoder: Encoder, collection: Path):
    renamed = collection.rename(collection.with_name("letters"))
    done = compare_with_published(renamed, encoder, encoder.spec)
    assert (done.task, done.published, done.difference, done.agrees) == ("", None, None, None)
    assert compare_with_published(renamed, encoder, encoder.spec, task="scifact").task == "SciFact"


@pytest.mark.parametrize("name", ["stsb_dev", "stsb_train", "xquad_de", "scifact_train"])
def test_another_part_or_language_of_a_collection_is_another_one(encoder: Encoder, pairs: Path, name: str):
    assert compare_with_published(pairs.rename(pairs.with_stem(name)), encoder, encoder.spec).published is None


def test_within_a_percent_is_agreement(encoder: Encoder, pairs: Path):
    for figure, agrees in ((0.991, True), (1.0, True), (0.98, False)):
        published = dataclasses.replace(encoder.spec, scores=(("STSBenchmark", figure),))
        assert compare_with_published(pairs, encoder, published).agrees is agrees


@pytest.mark.parametrize(
    "content", ["one\ttwo\n1\t2\n", "score\tsentence1\tsentence2\nhigh\ta\tb\n", "score\tsentence1\n", ""]
)
def test_pairs_that_are_none_are_named(encoder: Encoder, pairs: Path, content: str):
    pairs.write_text(content)
    with pytest.raises(FindlingError, match=r"stsb_test\.tsv (cannot be read|has 0 pairs)"):
        compare_with_published(pairs, encoder, encoder.spec)


def test_a_collection_without_documents_is_named(encoder: Encoder, collection: Path):
    (collection / "corpus.jsonl").write_text("")
    with pytest.raises(FindlingError, match="has no documents"):
        compare_with_published(collection, encoder, encoder.spec)


def test_a_missing_collection_is_named(encoder: Encoder, tmp_path: Path):
    with pytest.raises(FindlingError, match="nowhere"):
        compare_with_published(tmp_path / "nowhere", encoder, encoder.spec)


def test_spearman_shares_the_ranks_of_ties():
    # By hand: ranks 1, 2.5, 2.5, 4 and 1, 2, 3, 4.
    assert spearman(np.array([1, 2, 2, 3]), np.array([10, 20, 30, 40])) == pytest.approx(0.9486833)


@given(st.lists(st.floats(-100, 100), min_size=3, max_size=30, unique=True))
def test_spearman_sees_order_only(values: list[float]):
    array = np.array(values)
    assert spearman(array, np.argsort(np.argsort(array)) ** 3) == pytest.approx(1.0)
    assert spearman(array, -np.argsort(np.argsort(array))) == pytest.approx(-1.0)


@pytest.mark.slow
def test_the_bundled_model_agrees_with_what_was_published_of_it(encoder: Encoder, shared_data: Path):
    done = compare_with_published(shared_data / "sts" / "stsb_test.tsv", encoder, encoder.spec)
    assert done.agrees
    assert done.items == 1379
