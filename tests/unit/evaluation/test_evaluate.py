"""The evaluation of a collection, from its folder to its scores and its run file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.search import Mode
from findling.errors import FindlingError
from findling.evaluation.evaluate import evaluate
from secondmodel import STAND_IN, install_stand_in
from workspace import Workspace

TEXTS = {
    "sea": ("Harbour", "The fishing boats came home with their nets full of herring."),
    "bread": ("Baking", "Knead the dough for ten minutes and bake the bread in a hot oven."),
    "stars": ("", "Through the telescope she saw the rings of Saturn and four moons of Jupiter."),
    "q2": ("Twin", "How do I bake a loaf of bread?"),
}
QUERIES = {"q1": "ships that catch fish", "q2": "How do I bake a loaf of bread?", "q3": "planets seen at night"}
JUDGED = {"q1": "sea", "q2": "bread", "q3": "stars"}


@pytest.fixture(scope="module")
def collection(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("tiny")
    documents = [{"_id": name, "title": title, "text": text} for name, (title, text) in TEXTS.items()]
    queries = [{"_id": name, "text": text} for name, text in QUERIES.items()]
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, documents)), "utf-8")
    (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), "utf-8")
    qrels = [f"{query}\t{document}\t1" for query, document in JUDGED.items()]
    (folder / "qrels.tsv").write_text("\n".join(["query-id\tcorpus-id\tscore", *qrels]), "utf-8")
    return folder


@pytest.fixture(scope="module")
def evaluated(collection, tmp_path_factory) -> Workspace:
    """A workspace whose cache holds the indexed collection."""
    workspace = Workspace.at(tmp_path_factory.mktemp("evaluated"))
    evaluate(collection, workspace.paths, workspace.settings)
    return workspace


@pytest.mark.parametrize("mode", [Mode.HYBRID, Mode.MEANING])
def test_a_collection_is_answered_through_the_path_that_files_take(collection, evaluated, mode):
    evaluation = evaluate(collection, evaluated.paths, evaluated.settings, mode=mode)
    assert (evaluation.queries, evaluation.mode, evaluation.collection) == (3, mode, collection.name)
    assert evaluation.scores.ndcg_10 == 1.0
    assert evaluation.scores.recall_100 == 1.0
    assert 0 < evaluation.p50_ms <= evaluation.p95_ms


def test_the_run_file_is_trecs_and_leaves_out_the_query_itself(collection, evaluated, tmp_path):
    run = tmp_path / "run.txt"
    evaluate(collection, evaluated.paths, evaluated.settings, run_out=run)
    rows = [line.split(" ") for line in run.read_text("utf-8").splitlines()]
    assert {row[0] for row in rows} == set(QUERIES)
    for query in QUERIES:
        ranked = [row for row in rows if row[0] == query]
        assert all((row[1], row[5]) == ("Q0", "findling-hybrid") for row in ranked)
        assert [int(row[3]) for row in ranked] == list(range(1, len(ranked) + 1))
        scores = [float(row[4]) for row in ranked]
        assert scores == sorted(scores, reverse=True)
        assert ranked[0][2] == JUDGED[query]
        assert query not in {row[2] for row in ranked}


def test_the_second_time_nothing_is_indexed(collection, evaluated):
    reported = []
    evaluate(collection, evaluated.paths, evaluated.settings, report=reported.append)
    assert max((progress.chunks for progress in reported), default=0) == 0


def test_a_run_file_that_cannot_be_written_is_named(collection, evaluated, tmp_path):
    with pytest.raises(FindlingError, match="nowhere"):
        evaluate(collection, evaluated.paths, evaluated.settings, run_out=tmp_path / "nowhere" / "run.txt")


def test_a_stopped_evaluation_says_so(collection, evaluated):
    with pytest.raises(FindlingError, match="stopped"):
        evaluate(collection, evaluated.paths, evaluated.settings, should_stop=lambda: True)


def test_a_model_that_the_user_installed_is_scored(collection, tmp_path):
    workspace = Workspace.at(tmp_path)
    install_stand_in(workspace.paths)
    evaluation = evaluate(collection, workspace.paths, replace(workspace.settings, model=STAND_IN))
    assert (evaluation.model, evaluation.scores.ndcg_10) == (STAND_IN, 1.0)
