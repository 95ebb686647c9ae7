"""OpenAI's interface over real sockets, as its clients use it."""

from __future__ import annotations

import base64

import numpy as np
import pytest

TEXTS = ["The boat lies at the jetty.", "Bread is baked before dawn."]


def test_vectors_are_those_of_the_model(client, encoder):
    status, answer = client.post("/v1/embeddings", {"model": "all-MiniLM-L6-v2", "input": TEXTS})
    assert status == 200
    assert [row["index"] for row in answer["data"]] == [0, 1]
    vectors = [row["embedding"] for row in answer["data"]]
    np.testing.assert_allclose(vectors, encoder.encode_documents(TEXTS), atol=1e-7)
    tokens = sum(len(encoder.tokenizer.encode(text)) for text in TEXTS)
    assert answer["usage"] == {"prompt_tokens": tokens, "total_tokens": tokens}


def test_vectors_come_packed_where_that_is_asked_for(client, encoder):
    _, answer = client.post("/v1/embeddings", {"input": TEXTS[0], "encoding_format": "base64"})
    packed = np.frombuffer(base64.b64decode(answer["data"][0]["embedding"]), "<f4")
    np.testing.assert_array_equal(packed, encoder.encode_documents(TEXTS[:1])[0])


def test_the_model_is_listed(client):
    status, answer = client.get("/v1/models")
    assert status == 200
    assert [model["id"] for model in answer["data"]] == ["all-MiniLM-L6-v2"]


def test_a_model_is_found_by_its_names_and_no_other(client):
    for name in ("all-MiniLM-L6-v2", "sentence-transformers/all-MiniLM-L6-v2"):
        status, answer = client.get(f"/v1/models/{name}")
        assert (status, answer["id"]) == (200, "all-MiniLM-L6-v2")
    assert client.get("/v1/models/text-embedding-3-small")[0] == 404


def test_a_hundred_texts_are_one_request(client):
    status, answer = client.post("/v1/embeddings", {"input": TEXTS * 50})
    assert status == 200
    assert [row["index"] for row in answer["data"]] == list(range(100))


def test_token_ids_of_the_models_own_tokenizer_are_taken(client, encoder):
    ids = [encoder.tokenizer.encode(text) for text in TEXTS]
    for given, texts in ((ids, TEXTS), (ids[0], TEXTS[:1])):
        status, answer = client.post("/v1/embeddings", {"input": given})
        assert status == 200
        vectors = [row["embedding"] for row in answer["data"]]
        np.testing.assert_allclose(vectors, encoder.encode_documents(texts), atol=1e-6)


@pytest.mark.parametrize(
    "ids", [[1, 2, 3], [[791, 15688, 15812]], [[101, 1996, 102], [99_999]], [101, 102, 101, 102], [[]], [[True]], [-1]]
)
def test_token_ids_of_another_tokenizer_are_refused_with_the_setting_to_change(client, ids):
    status, said = client.post("/v1/embeddings", {"input": ids})
    assert status == 422
    assert "check_embedding_ctx_length=False" in said["error"]["message"] or "text" in said["error"]["message"]


@pytest.mark.parametrize(
    ("document", "status"),
    [
        ({"input": []}, 400),
        ({"input": [[1, 2, 3]]}, 422),
        ({"input": "a", "model": "text-embedding-3-small"}, 404),
        ({"input": "a", "dimensions": 64}, 422),
        ({"input": "a", "encoding_format": "hex"}, 422),
        ({"input": "word " * 300}, 422),
    ],
)
def test_what_is_wrong_is_said_as_openai_says_it(client, document, status):
    found, said = client.post("/v1/embeddings", document)
    assert found == status
    assert said["error"]["message"]
    assert said["error"]["type"]
