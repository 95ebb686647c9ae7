"""Reranking as Cohere's and Jina's clients ask for it: /v1/rerank and /v2/rerank."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING

from findling.processes.http_api.http_refusal import HttpRefusal
from findling.processes.http_api.request_fields import read_flag, read_number_field, read_text_field, read_text_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from findling.processes.http_api.embedding_service import EmbeddingService


def rerank(service: EmbeddingService, document: Mapping[str, object]) -> dict[str, object]:
    """Answer with the documents by their scores, best first, `top_n` at most.

    Raises:
        HttpRefusal: the document is not what it should be, there is no cross-encoder, or too many requests wait.
    """
    if not (query := read_text_field(document, "query")).strip():
        raise HttpRefusal(400, "Empty", "query is empty")
    texts = read_text_fields({"documents": _take_texts(document.get("documents"))}, "documents", service.most_texts)
    with_text = read_flag(document, "return_documents", usual=False)
    scores = service.rerank(query, texts)
    order = sorted(range(len(texts)), key=lambda index: -scores[index])[
        : read_number_field(document, "top_n", usual=len(texts))
    ]
    results = [
        {"index": index, "relevance_score": scores[index]} | ({"document": {"text": texts[index]}} if with_text else {})
        for index in order
    ]
    model = service.reranker.name if service.reranker else ""
    # Cohere counts in units of a hundred documents, Jina in tokens: clients want the fields, and no more of them.
    meta = {"api_version": {"version": "2"}, "billed_units": {"search_units": 1}}
    usage = {"total_tokens": 0, "prompt_tokens": 0}
    return {"id": str(uuid.uuid4()), "model": model, "results": results, "meta": meta, "usage": usage}


def _take_texts(documents: object) -> object:
    """Return the texts of documents that are texts, or objects with one."""
    if not isinstance(documents, list):
        return documents
    return [each.get("text") if isinstance(each, dict) else each for each in documents]
