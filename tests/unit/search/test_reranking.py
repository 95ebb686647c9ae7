"""Both stages of a search, with a small cross-encoder that counts what two texts share."""

from __future__ import annotations

import socket
import threading
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

import pytest

from findling.domain.search import Answer, Hit, Mode, Relevance, Result
from findling.embedding.cross_encoder import CrossEncoder
from findling.errors import ModelError, UsageError
from findling.formats import FileKind
from findling.messages.library_templates import SearchMessage
from findling.search.reranking import RERANKED, Reranker, open_reranker, search_and_rerank
from findling.settings import Settings
from tinycrossencoder import install

QUERY = "lighthouse keeper ships"
FILES = {
    "harbour.txt": "The harbour wall was repaired by the town in spring.",
    "keeper.txt": "The lighthouse keeper counts ships, and every lighthouse keeper counts ships at night.",
    "boat.txt": "The rowing boat is moored at the old jetty near the sea.",
    "bread.txt": "Bread is baked before dawn by the baker.",
}


@pytest.fixture(scope="module")
def scorer(tmp_path_factory):
    opened = CrossEncoder.open(install(tmp_path_factory.mktemp("models")), threads=2)
    yield opened
    opened.close()


@pytest.fixture
def reranker(scorer):
    return Reranker(scorer)


def _result(name: str, text: str, relevance: Relevance = Relevance.FAIR, score: float = 0.5, **more) -> Result:
    hit = Hit(text, score, None, "", 0, len(text), ("meaning",))
    return Result(Path(name), name, FileKind.TEXT, score, relevance, 0, (hit,), **more)


def _answer(*results: Result) -> Answer:
    return Answer(QUERY, Mode.HYBRID, results, 1.0, notes=(SearchMessage.NOTHING_YET(),))


def _names(answer: Answer) -> list[str]:
    return [result.path.name for result in answer.results]


def test_what_answers_best_comes_first(reranker):
    first = _answer(_result("a", "bread is baked"), _result("b", "ships pass"), _result("c", "lighthouse keeper ships"))
    assert _names(reranker.rerank(first, QUERY))[0] == "c"


def test_scores_fall_from_one(reranker):
    first = _answer(*(_result(str(n), "lighthouse " * n + "bread") for n in range(RERANKED + 10)))
    scores = [result.score for result in reranker.rerank(first, QUERY).results]
    assert scores[0] == 1
    assert scores == sorted(scores, reverse=True)
    assert min(scores) >= 0


def test_as_many_results_are_strong_as_the_first_stage_says_and_they_come_first(reranker):
    words = [Relevance.WEAK, Relevance.STRONG, Relevance.FAIR, Relevance.STRONG, Relevance.WEAK]
    texts = ["lighthouse keeper ships", "bread", "ships", "bakery", "keeper ships"]
    first = _answer(*(_result(text, text, word) for text, word in zip(texts, words, strict=True)))
    found = reranker.rerank(first, QUERY)
    assert [str(result.relevance) for result in found.results] == ["strong", "strong", "fair", "weak", "weak"]
    assert found.results[0].path.name == "lighthouse keeper ships"


def test_what_was_found_by_its_name_stays_in_its_place(reranker):
    film = replace(_result("film", "", Relevance.UNRATED, 0.0, found_by_name=True), hits=())
    first = _answer(_result("a", "bread"), film, _result("b", "lighthouse keeper ships"))
    found = reranker.rerank(first, QUERY)
    assert _names(found) == ["b", "film", "a"]
    assert found.results[1] == film
    assert reranker.rerank(_answer(film, film), QUERY).results == (film, film)


def test_what_holds_the_very_words_stays_before_the_others(reranker):
    first = _answer(
        _result("invoice", "bread", Relevance.STRONG, 1.0, exact_match=True),
        _result("other", "lighthouse keeper ships"),
    )
    assert _names(reranker.rerank(first, QUERY)) == ["invoice", "other"]


def test_results_that_are_not_read_stay_behind_in_their_order(reranker):
    late = [_result(f"late {n}", "lighthouse keeper ships", score=1 - n / 10) for n in range(3)]
    first = _answer(*(_result(str(n), "bread") for n in range(RERANKED)), *late)
    found = reranker.rerank(first, QUERY)
    assert _names(found)[RERANKED:] == ["late 0", "late 1", "late 2"]


def test_nothing_is_lost_but_order(reranker):
    first = _answer(
        _result("a", "bread"), replace(_result("b", "ships"), hits=()), _result("c", "", copies=(Path("d"),))
    )
    found = reranker.rerank(first, QUERY)
    assert sorted(_names(found)) == ["a", "b", "c"]
    assert {result.path: (result.hits, result.copies) for result in found.results} == {
        result.path: (result.hits, result.copies) for result in first.results
    }
    assert (found.query, found.mode, found.notes) == (first.query, first.mode, first.notes)
    assert found.took_ms >= first.took_ms


@pytest.mark.parametrize("query", ["", "   ", "type:pdf", "after:2024"])
def test_a_list_that_only_a_filter_made_keeps_its_order(reranker, query):
    first = _answer(_result("a", "bread"), _result("b", "ships"))
    assert reranker.rerank(first, query) is first


def test_a_mended_question_is_read_to_the_model_as_it_was_searched_for(reranker):
    first = _answer(_result("a", "bread is baked"), _result("c", "lighthouse keeper ships"))
    mended = replace(first, searched=QUERY)
    assert reranker.rerank(mended, "bread is baked").results == reranker.rerank(first, QUERY).results


def test_filters_are_not_read_to_the_model(reranker):
    """ "bread" would be a word like any other to this model, were it read."""
    first = _answer(_result("a", "bread bread bread bread"), _result("b", "ships"))
    assert _names(reranker.rerank(first, "ships name:bread")) == ["b", "a"]


def test_a_real_search_in_two_stages(workspace, scorer):
    for name, text in FILES.items():
        workspace.write(name, text)
    workspace.index()
    with workspace.reading() as library:
        found = Reranker(scorer).search(library, QUERY, mode=Mode.HYBRID, limit=2, passages=3)
    assert len(found.results) == 2
    assert found.results[0].path.name == "keeper.txt"
    assert found.results[0].relevance is Relevance.STRONG


def test_the_search_says_which_results_hold_the_very_words(workspace):
    for name, text in FILES.items():
        workspace.write(name, text)
    workspace.index()
    with workspace.reading() as library:
        by_name = {result.path.name: result.exact_match for result in library.search('"rowing boat"').results}
    assert by_name == {"boat.txt": True}


def test_without_a_cross_encoder_it_is_said_how_to_get_one(workspace):
    with pytest.raises(ModelError, match="findling models install gte-multilingual-reranker-base"):
        open_reranker(workspace.paths, workspace.settings)


def test_the_installed_cross_encoder_is_used(workspace):
    install(workspace.paths.models)
    reranker = open_reranker(workspace.paths, workspace.settings)
    assert _names(reranker.rerank(_answer(_result("a", "bread"), _result("b", "ships")), "ships")) == ["b", "a"]
    reranker.close()


def test_it_takes_as_many_cores_as_the_user_allows(workspace):
    install(workspace.paths.models)
    for allowed in (1, 3):
        reranker = open_reranker(workspace.paths, Settings(threads=allowed))
        before = set(threading.enumerate())
        results = [_result(f"{number}", f"ships {'and boats ' * 200}{number}") for number in range(12)]
        reranker.rerank(_answer(*results), "ships")
        assert len(set(threading.enumerate()) - before) <= allowed
        reranker.close()


def test_a_model_of_vectors_does_not_rerank(workspace):
    with pytest.raises(ModelError, match="does not rerank"):
        open_reranker(workspace.paths, Settings(reranker="all-MiniLM-L6-v2"))


def test_nothing_is_sent_in_the_clear(workspace):
    with pytest.raises(UsageError, match="can be read on the way"):
        open_reranker(workspace.paths, Settings(reranker="http://rerank.example.org"))


def _search_with(workspace, address: str) -> Answer:
    for name, text in FILES.items():
        workspace.write(name, text)
    workspace.index()
    with workspace.reading() as library:
        return search_and_rerank(
            library,
            lambda: closing(open_reranker(workspace.paths, Settings(reranker=address))),
            QUERY,
            mode=Mode.HYBRID,
            limit=10,
            passages=3,
        )


def test_a_server_that_is_away_is_given_up_and_what_was_found_is_there(workspace, monkeypatch):
    monkeypatch.setenv("FINDLING_REMOTE_KEY", "a key")
    answer = _search_with(workspace, "http://127.0.0.1:9")
    assert answer.results
    assert answer.notes[-1].message is SearchMessage.NOT_READ_AGAIN
    assert "nothing answers there" in str(answer.notes[-1])


def test_a_server_that_takes_a_call_and_says_nothing_is_called_once(workspace, monkeypatch):
    monkeypatch.setenv("FINDLING_REMOTE_KEY", "a key")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        answer = _search_with(workspace, f"http://127.0.0.1:{silent.getsockname()[1]}")
        silent.setblocking(False)
        assert _count_calls(silent) == 1
    assert answer.results
    assert "does not answer in time" in str(answer.notes[-1])


def _count_calls(listener: socket.socket) -> int:
    calls = 0
    with suppress(BlockingIOError):
        while True:
            listener.accept()[0].close()
            calls += 1
    return calls
