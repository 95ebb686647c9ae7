"""Reranked searches, by a model that is opened when it is first asked for."""

from __future__ import annotations

import shutil

import pytest

from findling.ipc.failures import Failed
from findling.messages.model_templates import ModelMessage
from findling.messages.server_templates import ServerMessage
from findling.processes.reader.search_messages import Rerank, SearchRequest, SearchResponse
from findling.processes.reader.superseded_reply import Superseded
from tinycrossencoder import install
from workspace import Workspace

QUERY = "lighthouse keeper ships"


@pytest.fixture
def lit(workspace: Workspace) -> tuple[Workspace, str]:
    """A library of three files, and the name of a small reranker that is installed in it."""
    workspace.write("harbour.txt", "The harbour wall was repaired by the town in spring.")
    workspace.write(
        "keeper.txt", "The lighthouse keeper counts ships, and every lighthouse keeper counts ships at night."
    )
    workspace.write("bread.txt", "Bread is baked before dawn by the baker.")
    workspace.index()
    return workspace, install(workspace.paths.models).spec.id


def test_the_same_results_come_in_an_order_of_their_own(open_window, lit):
    workspace, reranker = lit
    window = open_window(workspace.paths)
    first, again = window.ask(SearchRequest(QUERY)), window.ask(Rerank(QUERY, reranker))
    assert isinstance(again, SearchResponse)
    assert again.answer.results[0].path.name == "keeper.txt"
    assert {each.path for each in again.answer.results} == {each.path for each in first.answer.results}


def test_of_those_that_wait_only_the_latest_is_answered(open_window, lit):
    workspace, reranker = lit
    window = open_window(workspace.paths)
    numbers = window.send(*(Rerank(f"{QUERY} {at}", reranker) for at in range(5)))
    replies = {answered.number: answered.reply for answered in window.hear_all(numbers)}
    assert isinstance(replies[numbers[-1]], SearchResponse)
    assert [type(replies[number]) for number in numbers[1:-1]] == [Superseded] * 3


def test_a_model_that_is_not_there_is_refused_and_searches_go_on(open_window, sample: Workspace):
    window = open_window(sample.paths)
    refused = window.ask(Rerank("letters", "gte-multilingual-reranker-base"))
    assert isinstance(refused, Failed)
    assert refused.notice.message is ModelMessage.NOT_INSTALLED
    assert isinstance(window.ask(SearchRequest("letters")), SearchResponse)


def test_an_address_to_which_nothing_is_sent_is_refused(open_window, sample: Workspace):
    refused = open_window(sample.paths).ask(Rerank("letters", "http://example.org"))
    assert isinstance(refused, Failed)
    assert refused.notice.message is ServerMessage.READABLE_ON_THE_WAY


def test_the_model_is_read_once(open_window, lit):
    workspace, reranker = lit
    window = open_window(workspace.paths)
    window.ask(Rerank(QUERY, reranker))
    shutil.rmtree(workspace.paths.models / reranker)
    assert isinstance(window.ask(Rerank("bread", reranker)), SearchResponse)


def test_without_a_library_nothing_is_found_and_nothing_loaded(open_window, workspace: Workspace):
    reply = open_window(workspace.paths).ask(Rerank(QUERY, "none-such"))
    assert isinstance(reply, SearchResponse)
    assert reply.answer.results == ()
