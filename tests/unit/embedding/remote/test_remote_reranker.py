from __future__ import annotations

import json

import pytest

from faultyserver import answer, refuse
from findling.embedding.remote.remote_reranker import RemoteReranker
from findling.errors import RemoteError

TEXTS = ["a" * (number * 7 % 100) for number in range(1, 71)]


def test_scores_come_in_the_order_of_the_texts(connection):
    assert RemoteReranker(connection).score("boats", TEXTS) == [len(text) / 1000 for text in TEXTS]


def test_calls_are_halved_until_the_server_takes_them(connection, server):
    server.most = 5
    assert RemoteReranker(connection).score("boats", TEXTS) == [len(text) / 1000 for text in TEXTS]


@pytest.mark.parametrize(
    "ranks",
    [
        {},
        [],
        [{"index": 0, "score": 0.5}],
        [{"index": 0, "score": 0.5}, {"index": 2, "score": 0.4}],
        [{"index": 0, "score": 0.5}, {"index": 1}],
        [{"index": 0, "score": 7}, {"index": 1, "score": 0.4}],
        [{"index": 0, "score": float("nan")}, {"index": 1, "score": 0.4}],
    ],
)
def test_what_is_no_order_is_refused(connection, server, ranks):
    server.faults.append(answer(json.dumps(ranks).encode()))
    with pytest.raises(RemoteError, match="no order of 2 texts"):
        RemoteReranker(connection).score("boats", ["a", "b"])


def test_a_server_without_a_cross_encoder_says_so(connection, server):
    server.faults.append(refuse(404))
    with pytest.raises(RemoteError, match=r"/rerank refuses \(404"):
        RemoteReranker(connection).score("boats", ["a", "b"])
