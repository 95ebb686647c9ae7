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
