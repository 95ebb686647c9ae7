"""Vectors from a server, over real sockets: the same as here, or refused."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from faultyserver import refuse
from findling.embedding.remote.backoff import Backoff
from findling.embedding.remote.remote_encoder import BODY_CHARACTERS, RemoteEncoder, plan_calls
from findling.embedding.remote.server_address import ServerAddress
from findling.embedding.remote.server_connection import ServerConnection
from findling.errors import RemoteError
from findling.messages.model_remedies import ModelRemedy
from waiting import PATIENCE_SECONDS

TEXTS = [f"The {number}. boat lies at the jetty." for number in range(70)]


@pytest.fixture
def remote(encoder, connection):
    return RemoteEncoder.open(encoder, connection)


def test_vectors_are_those_of_the_model_here_in_the_order_given(remote, encoder):
    found = remote.encode_passages(TEXTS)
    assert found.dtype == np.float32
    np.testing.assert_allclose(found, encoder.encode_passages(TEXTS), atol=1e-6)


def test_they_belong_into_the_space_of_the_model_here(remote, encoder):
    assert remote.fingerprint == encoder.fingerprint
    assert (remote.dimensions, remote.spec) == (encoder.dimensions, encoder.spec)


def test_it_says_that_a_server_computes(remote, server):
    assert remote.provider == server.url
    assert remote.description.model_id == "tests/model"


def test_a_query_is_not_sent(remote, server, encoder):
    before = len(server.asked)
    np.testing.assert_array_equal(remote.encode_query("my secret"), encoder.encode_query("my secret"))
    assert remote.fits_query("my secret")
    assert len(server.asked) == before


def test_no_texts_need_no_server(remote, server):
    before = len(server.asked)
    assert remote.encode_passages([]).shape == (0, 384)
    assert len(server.asked) == before


def test_lone_surrogates_and_emptiness_arrive(remote):
    assert np.isfinite(remote.encode_passages(["", "\ud800", "😀" * 30])).all()


def test_a_text_beyond_the_window_is_refused_rather_than_cut(remote):
    with pytest.raises(ValueError, match="257 tokens does not fit the window of 256"):
        remote.encode_passages(["word " * 255])


@pytest.mark.parametrize("status", [413, 422])
def test_calls_are_halved_until_the_server_takes_them(remote, server, encoder, status):
    server.most, server.refusal = 5, status
    np.testing.assert_allclose(remote.encode_passages(TEXTS), encoder.encode_passages(TEXTS), atol=1e-6)
    server.asked.clear()
    remote.encode_passages(TEXTS)
    assert max(map(len, server.asked)) <= 5


def test_the_server_says_how_many_texts_a_call_may_have(server, encoder, connection):
    server.info["max_client_batch_size"] = 8
    remote = RemoteEncoder.open(encoder, connection)
    server.asked.clear()
    remote.encode_passages(TEXTS)
    assert max(map(len, server.asked)) == 8


def test_a_text_that_the_server_never_takes_is_an_error(remote, server):
    server.most = 0
    with pytest.raises(RemoteError, match="even for a single text") as refused:
        remote.encode_passages(["a text"])
    assert type(refused.value) is RemoteError


def test_a_busy_moment_is_not_noticed(remote, server, encoder):
    server.faults.extend([refuse(429), refuse(503), refuse(424)])
    np.testing.assert_allclose(remote.encode_passages(TEXTS), encoder.encode_passages(TEXTS), atol=1e-6)


def test_openais_way_gives_the_same(server, encoder):
    connection = ServerConnection(ServerAddress.parse(f"{server.url}/v1"))
    remote = RemoteEncoder.open(encoder, connection)
    np.testing.assert_allclose(remote.encode_passages(TEXTS), encoder.encode_passages(TEXTS), atol=1e-6)
    assert remote.description.model_id == "tests/model"
    connection.close()


def test_vectors_of_any_length_become_unit_vectors(server, encoder, connection):
    server.vectors = lambda texts: (3 * encoder.encode_documents(texts)).tolist()
    remote = RemoteEncoder.open(encoder, connection)
    np.testing.assert_allclose(np.linalg.norm(remote.encode_passages(TEXTS), axis=1), 1, atol=1e-6)


def _refusal(encoder, connection):
    with pytest.raises(RemoteError) as refused:
        RemoteEncoder.open(encoder, connection)
    (remedy,) = refused.value.notice.remedies
    assert remedy.message is ModelRemedy.SERVE_PRECISION
    return str(refused.value)


def test_another_model_is_refused(server, encoder, connection):
    server.vectors = lambda texts: np.roll(encoder.encode_documents(texts), 1, axis=1).tolist()
    assert "(tests/model int8) gives other vectors: likeness" in _refusal(encoder, connection)


def test_a_slightly_other_model_is_refused(server, encoder, connection):
    noise = np.random.default_rng(0).standard_normal(384) * 0.004
    server.vectors = lambda texts: (encoder.encode_documents(texts) + noise).tolist()
    assert "likeness 0.99" in _refusal(encoder, connection)


def test_a_model_of_other_dimensions_is_refused(server, encoder, connection):
    server.vectors = lambda texts: encoder.encode_documents(texts)[:, :256].tolist()
    assert "vectors of 256 dimensions, not of 384" in _refusal(encoder, connection)


def test_a_server_that_cuts_long_texts_unseen_is_found_out(server, encoder, connection):
    server.vectors = lambda texts: encoder.encode_documents([text[:500] for text in texts]).tolist()
    assert "gives other vectors" in _refusal(encoder, connection)


def test_a_server_that_sets_something_before_each_text_is_found_out(server, encoder, connection):
    server.vectors = lambda texts: encoder.encode_documents([f"query: {text[:900]}" for text in texts]).tolist()
    assert "gives other vectors" in _refusal(encoder, connection)


def test_a_server_with_a_smaller_window_is_refused(server, encoder, connection):
    server.info["max_input_length"] = 128
    assert "no room for texts of 256 tokens, only for 128" in _refusal(encoder, connection)


def test_a_server_that_refuses_long_texts_is_refused(server, encoder, connection):
    server.faults.extend([lambda _: False, lambda _: False, refuse(413)])
    assert "no vector of a text of 256 tokens" in _refusal(encoder, connection)


@pytest.mark.parametrize("info", [[], {}, {"model_id": 3}, "hello"])
def test_a_server_that_does_not_say_what_it_serves_is_refused(server, encoder, connection, info):
    server.info = info
    with pytest.raises(RemoteError, match="does not say what it serves"):
        RemoteEncoder.open(encoder, connection)


@pytest.mark.parametrize(
    "rows",
    [
        None,
        {},
        "vectors",
        [],
        [[]],
        [[0.1, 0.2], [0.3]],
        [0.1, 0.2],
        [[float("nan")] * 384],
        [[float("inf")] * 384],
        [[0.0] * 384],
        [[1e300] * 384],
        [[10**400] * 384],
        [["a"] * 384],
        [[None] * 384],
        [[0.1] * 384] * 3,
    ],
)
def test_what_is_no_vector_never_gets_in(remote, server, rows):
    server.vectors = lambda _: rows
    with pytest.raises(RemoteError, match="answers"):
        remote.encode_passages(["a text"])


def test_a_model_that_changes_its_dimensions_later_is_refused(remote, server):
    server.vectors = lambda texts: [[0.1] * 768] * len(texts)
    with pytest.raises(RemoteError, match="768 dimensions now, not of 384"):
        remote.encode_passages(["a text"])


def test_another_model_of_the_same_dimensions_is_noticed_in_the_middle_of_a_run(remote, server, encoder):
    remote.encode_passages(TEXTS)
    server.vectors = lambda texts: np.roll(encoder.encode_documents(texts), 1, axis=1).tolist()
    with pytest.raises(RemoteError, match=r"other than before: likeness .* another model; nothing of that") as refused:
        remote.encode_passages(TEXTS)
    assert refused.value.notice.remedies == (ModelRemedy.SERVE_AGAIN(model=encoder.spec.id),)


def test_one_machine_of_several_behind_an_address_with_another_model_is_noticed(remote, server, encoder):
    server.vectors = lambda texts: np.roll(encoder.encode_documents(texts), TEXTS[40] in texts, axis=1).tolist()
    remote.encode_passages(TEXTS[:31])
    with pytest.raises(RemoteError, match="other than before"):
        remote.encode_passages(TEXTS)


def test_a_server_that_takes_one_text_at_a_time_is_held_to_its_model_too(remote, server, encoder):
    server.most = 1
    np.testing.assert_allclose(remote.encode_passages(TEXTS[:3]), encoder.encode_passages(TEXTS[:3]), atol=1e-6)
    server.vectors = lambda texts: np.roll(encoder.encode_documents(texts), 1, axis=1).tolist()
    with pytest.raises(RemoteError, match="other than before"):
        remote.encode_passages(["a text"])


def test_closing_lets_go_of_everything(remote):
    remote.close()
    with pytest.raises(RuntimeError):
        remote.encode_passages(["a text"])


def test_who_wants_to_stop_waits_for_no_server_that_is_silent(server, encoder):
    may_answer = threading.Event()

    def hold(handler) -> bool:
        return not may_answer.wait(PATIENCE_SECONDS)

    remote = RemoteEncoder.open(encoder, ServerConnection(ServerAddress.parse(server.url)))
    asked = len(server.asked)
    server.faults.append(hold)
    assert remote.encode_cancellable(TEXTS, lambda: len(server.asked) > asked) is None
    remote.close()
    may_answer.set()


def test_who_wants_to_stop_waits_for_no_server_that_is_busy(server, encoder):
    hours = Backoff(first=9_999, longest=9_999, total=9_999)
    remote = RemoteEncoder.open(encoder, ServerConnection(ServerAddress.parse(server.url), backoff=hours))
    asked = len(server.asked)
    server.faults.extend([refuse(503)] * 100)
    assert remote.encode_cancellable(TEXTS, lambda: len(server.asked) > asked) is None
    remote.close()


def test_who_does_not_want_to_stop_gets_the_vectors(remote, encoder):
    np.testing.assert_allclose(
        remote.encode_cancellable(TEXTS, lambda: False), encoder.encode_passages(TEXTS), atol=1e-6
    )


def test_calls_are_small_and_in_order():
    texts = ["a" * 10, "b" * BODY_CHARACTERS, "c", "d" * (2 * BODY_CHARACTERS), *"efghi"]
    calls = list(plan_calls(texts, 3))
    assert [len(call) for call in calls] == [1, 1, 1, 1, 3, 2]
    assert [text for call in calls for text in call] == texts
