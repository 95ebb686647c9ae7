from __future__ import annotations

from dataclasses import replace

import pytest

from findling.embedding.catalogue import FileRole, InstalledReranker
from findling.embedding.cross_encoder import CrossEncoder
from findling.embedding.model_store import ModelStore
from findling.errors import ModelError
from tinycrossencoder import install

BOATS = ["The rowing boat lies at the jetty", "Bread is baked before dawn", "A boat, a jetty and a lighthouse keeper"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory) -> InstalledReranker:
    return install(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="module")
def reranker(installed):
    opened = CrossEncoder.open(installed, threads=2)
    yield opened
    opened.close()


def test_a_text_that_answers_scores_higher(reranker):
    scores = reranker.score("boat jetty", BOATS)
    assert all(0 < score < 1 for score in scores)
    assert min(scores[0], scores[2]) > scores[1]


def test_a_score_does_not_depend_on_company_or_place(reranker):
    together = reranker.score("boat jetty", BOATS * 20)
    assert together == pytest.approx([reranker.score("boat jetty", [text])[0] for text in BOATS] * 20, abs=1e-6)


def test_of_a_long_text_the_beginning_is_read(reranker):
    begins, ends = "boat jetty " + "bread " * 100_000, "bread " * 100_000 + "boat jetty"
    found, missed = reranker.score("boat jetty", [begins, ends])
    assert found > missed


def test_a_query_without_end_leaves_room_for_the_text(reranker):
    assert reranker.score("boat " * 10_000, ["boat"])[0] > reranker.score("boat " * 10_000, ["bread"])[0]


def test_any_text_is_scored(reranker):
    assert len(reranker.score("", ["", "\ud800", " \n", "😀"])) == 4
    assert reranker.score("boat", []) == []


def test_a_model_that_gives_classes_is_no_cross_encoder(tmp_path):
    classifier = CrossEncoder.open(install(tmp_path, outputs=2))
    with pytest.raises(ModelError, match="does not score as a cross-encoder does"):
        classifier.score("boat", BOATS)
    classifier.close()


def test_a_damaged_file_is_not_opened(tmp_path):
    reranker_id = install(tmp_path).spec.id
    store = ModelStore.open(tmp_path)
    CrossEncoder.open(store.reranker(reranker_id)).close()
    graph = store.reranker(reranker_id).path(FileRole.GRAPH)
    graph.write_bytes(graph.read_bytes()[:-1])
    with pytest.raises(ModelError, match="is damaged"):
        CrossEncoder.open(store.reranker(reranker_id))


def test_the_window_is_never_exceeded(installed):
    """The graph takes any length, so a pair that is too long would be scored like any other."""
    narrow = CrossEncoder.open(InstalledReranker(replace(installed.spec, max_tokens=16), installed.folder))
    wide = CrossEncoder.open(installed)
    text = "bread " * 12 + "boat"
    assert narrow.score("boat", [text])[0] < wide.score("boat", [text])[0]
    narrow.close()
    wide.close()
