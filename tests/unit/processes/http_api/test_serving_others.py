"""Cohere's, Jina's and Ollama's interfaces over real sockets, as their clients use them."""

from __future__ import annotations

import numpy as np
import pytest

TEXTS = ["The boat lies at the jetty.", "Bread is baked before dawn."]


@pytest.mark.parametrize("path", ["/v1/rerank", "/v2/rerank"])
def test_documents_are_ordered_by_how_well_they_answer(client, path):
    status, answer = client.post(path, {"model": "any", "query": "bread", "documents": TEXTS})
    assert status == 200
    assert [each["index"] for each in answer["results"]] == [1, 0]
    assert answer["results"][0]["relevance_score"] > answer["results"][1]["relevance_score"]
    objects = [{"text": text} for text in TEXTS]
    _, answer = client.post(path, {"query": "bread", "documents": objects, "top_n": 1, "return_documents": True})
    assert [each["document"]["text"] for each in answer["results"]] == TEXTS[1:]


@pytest.mark.parametrize(
    ("document", "status"),
    [
        ({"query": "", "documents": TEXTS}, 400),
        ({"query": "a"}, 422),
        ({"query": "a", "documents": []}, 400),
        ({"query": "a", "documents": [{"title": "b"}]}, 422),
        ({"query": "a", "documents": TEXTS, "top_n": -1}, 422),
        ({"query": "a", "documents": TEXTS, "top_n": True}, 422),
    ],
)
def test_what_cannot_be_ordered_is_refused_in_words(client, document, status):
    found, said = client.post("/v1/rerank", document)
    assert found == status
    assert said["message"] == said["error"]["message"]


def test_texts_are_embedded_as_ollama_does(client, encoder):
    status, answer = client.post("/api/embed", {"model": "all-MiniLM-L6-v2:latest", "input": TEXTS})
    assert status == 200
    np.testing.assert_allclose(answer["embeddings"], encoder.encode_documents(TEXTS), atol=1e-6)
    assert answer["prompt_eval_count"] > 0
    assert client.post("/api/embed", {"input": "word " * 5_000})[0] == 200
    assert client.post("/api/embed", {"input": "word " * 5_000, "truncate": False})[0] == 422
    assert client.post("/api/embed", {"model": "nomic-embed-text", "input": "a"})[0] == 404
    _, answer = client.post("/api/embeddings", {"model": "all-MiniLM-L6-v2", "prompt": TEXTS[0]})
    np.testing.assert_allclose(answer["embedding"], encoder.encode_documents(TEXTS[:1])[0], atol=1e-6)
    assert [each["name"] for each in client.get("/api/tags")[1]["models"]] == ["all-MiniLM-L6-v2"]
