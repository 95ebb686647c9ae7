"""TEI's interface over real sockets, as its clients use it."""

from __future__ import annotations

from http.client import HTTPConnection

import numpy as np
import pytest

from findling.processes.http_api.embedding_service import EmbeddingService
from waiting import PATIENCE_SECONDS

TEXTS = ["The boat lies at the jetty.", "Bread is baked before dawn."]


def test_vectors_are_those_of_the_model(client, encoder):
    status, vectors = client.post("/embed", {"inputs": TEXTS, "normalize": True, "truncate": False})
    assert status == 200
    np.testing.assert_allclose(vectors, encoder.encode_documents(TEXTS), atol=1e-7)


def test_one_text_is_a_list_of_one(client, encoder):
    status, vectors = client.post("/embed", {"inputs": TEXTS[0], "prompt_name": None})
    assert status == 200
    np.testing.assert_allclose(vectors, encoder.encode_documents(TEXTS[:1]), atol=1e-7)


def test_a_long_text_is_cut_where_that_is_asked_for(client, encoder):
    status, vectors = client.post("/embed", {"inputs": "word " * 5_000, "truncate": True})
    assert status == 200
    np.testing.assert_allclose(vectors[0], encoder.encode_query("word " * 5_000), atol=1e-6)


@pytest.mark.parametrize("text", ["incomprehensibilities" * 400, "\ud83d" * 3_000, "a.b-" * 4_000, " " * 9_000])
def test_whatever_is_cut_fits(client, text):
    status, vectors = client.post("/embed", {"inputs": [text], "truncate": True})
    assert status == 200
    assert np.isfinite(vectors).all()


@pytest.mark.parametrize(
    ("document", "status", "kind"),
    [
        ({"inputs": []}, 400, "Empty"),
        ({}, 422, "Validation"),
        ({"inputs": 3}, 422, "Validation"),
        ({"inputs": [1, 2, 3]}, 422, "Validation"),
        ({"inputs": {"text": "a"}}, 422, "Validation"),
        ({"inputs": ["a"] * 2_049}, 422, "Validation"),
        ({"inputs": "word " * 255}, 422, "Validation"),
        ({"inputs": "a", "normalize": False}, 422, "Validation"),
        ({"inputs": "a", "truncate": "yes"}, 422, "Validation"),
        ({"inputs": "a", "truncation_direction": "Left"}, 422, "Validation"),
        ({"inputs": "a", "prompt_name": "summary"}, 422, "Validation"),
        ({"inputs": "a", "prompt_name": 3}, 422, "Validation"),
        ([], 422, "Validation"),
        ("inputs", 422, "Validation"),
        (None, 422, "Validation"),
    ],
)
def test_what_is_wrong_is_said_as_tei_says_it(client, document, status, kind):
    found, said = client.post("/embed", document)
    assert (found, said["error_type"]) == (status, kind)
    assert said["error"]


def test_texts_of_one_request_are_computed_in_pieces_and_come_in_their_order(client, encoder):
    texts = [f"text number {number}" for number in range(70)]
    status, vectors = client.post("/embed", {"inputs": texts})
    assert status == 200
    np.testing.assert_allclose(vectors, encoder.encode_documents(texts), atol=1e-6)


def test_the_bare_address_answers_by_what_is_asked(client):
    assert client.post("/", {"inputs": TEXTS}) == client.post("/embed", {"inputs": TEXTS})
    compared = {"inputs": {"source_sentence": TEXTS[0], "sentences": TEXTS}}
    assert client.post("/", compared) == client.post("/similarity", compared)


def test_sentences_are_compared(client, encoder):
    status, cosines = client.post("/similarity", {"inputs": {"source_sentence": TEXTS[0], "sentences": TEXTS}})
    assert status == 200
    one, other = encoder.encode_documents(TEXTS)
    np.testing.assert_allclose(cosines, [1.0, float(one @ other)], atol=1e-5)
    for wrong in (None, TEXTS, {"source_sentence": "a"}, {"source_sentence": 1, "sentences": TEXTS}):
        assert client.post("/similarity", {"inputs": wrong})[0] == 422


def test_texts_are_tokenised_as_the_model_takes_them(client, encoder):
    status, rows = client.post("/tokenize", {"inputs": TEXTS})
    assert status == 200
    for text, row in zip(TEXTS, rows, strict=True):
        assert [token["id"] for token in row] == encoder.tokenizer.encode(text)
        assert (row[0]["special"], row[-1]["special"]) == (True, True)
        assert "".join(text[token["start"] : token["stop"]] for token in row[1:-1]) == text.replace(" ", "")
    bare = client.post("/tokenize", {"inputs": TEXTS[0], "add_special_tokens": False})[1][0]
    assert not any(token["special"] for token in bare)


def test_the_limit_of_texts_and_the_cutting_of_long_ones_can_be_set(serve, encoder):
    with serve(EmbeddingService(encoder, most_texts=4, cuts=True)) as client:
        _, info = client.get("/info")
        assert (info["max_client_batch_size"], info["auto_truncate"]) == (4, True)
        status, said = client.post("/embed", {"inputs": ["a"] * 5})
        assert (status, "--max-batch" in said["error"]) == (422, True)
        assert client.post("/embed", {"inputs": "word " * 5_000})[0] == 200
        assert client.post("/embed", {"inputs": "word " * 5_000, "truncate": False})[0] == 422


def test_requests_are_counted_by_path_and_status_without_what_was_sent(client):
    client.post("/embed", {"inputs": TEXTS})
    client.get("/no/such/secret/path")
    connection = HTTPConnection("127.0.0.1", client.port, timeout=PATIENCE_SECONDS)
    connection.request("GET", "/metrics")
    text = connection.getresponse().read().decode()
    connection.close()
    assert 'findling_requests_total{path="/embed",status="200"}' in text
    assert 'path="other",status="404"' in text
    assert "secret" not in text


def test_it_says_what_it_serves(client):
    status, info = client.get("/info")
    assert status == 200
    assert info["model_id"] == "sentence-transformers/all-MiniLM-L6-v2"
    assert (info["max_input_length"], info["max_client_batch_size"], info["auto_truncate"]) == (256, 2_048, False)
    assert info["model_dtype"] == "int8"


def test_it_is_well(client):
    assert client.get("/health") == (200, None)


def test_texts_are_ordered_by_how_well_they_answer(client):
    status, ranks = client.post("/rerank", {"query": "bread", "texts": TEXTS, "raw_scores": False})
    assert status == 200
    assert [rank["index"] for rank in ranks] == [1, 0]
    assert 1 > ranks[0]["score"] > ranks[1]["score"] > 0
    _, ranks = client.post("/rerank", {"query": "bread", "texts": TEXTS, "return_text": True})
    assert [rank["text"] for rank in ranks] == TEXTS[::-1]


@pytest.mark.parametrize(
    ("document", "status"),
    [
        ({"query": "", "texts": TEXTS}, 400),
        ({"query": "bread", "texts": []}, 400),
        ({"query": "bread"}, 422),
        ({"query": "bread", "texts": TEXTS, "raw_scores": True}, 422),
        ({"query": ["bread"], "texts": TEXTS}, 422),
    ],
)
def test_what_cannot_be_ranked_is_refused(client, document, status):
    assert client.post("/rerank", document)[0] == status


def test_without_a_cross_encoder_nothing_is_ranked(serve, encoder):
    with serve(EmbeddingService(encoder)) as client:
        status, said = client.post("/rerank", {"query": "bread", "texts": TEXTS})
    assert (status, said["error_type"]) == (424, "Backend")
