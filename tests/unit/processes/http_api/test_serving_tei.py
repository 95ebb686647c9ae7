"""TEI's interface over real sockets, as its clients use it."""

from __future__ import annotations

import numpy as np
import pytest

from findling.processes.http_api.embedding_service import EmbeddingService

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
        ({"inputs": ["a"] * 33}, 422, "Validation"),
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


def test_thirty_two_texts_are_one_request(client):
    status, vectors = client.post("/embed", {"inputs": ["a"] * 32})
    assert status == 200
    assert len(vectors) == 32


def test_it_says_what_it_serves(client):
    status, info = client.get("/info")
    assert status == 200
    assert info["model_id"] == "sentence-transformers/all-MiniLM-L6-v2"
    assert (info["max_input_length"], info["max_client_batch_size"], info["auto_truncate"]) == (256, 32, False)
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
