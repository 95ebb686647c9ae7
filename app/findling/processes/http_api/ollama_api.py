"""Ollama's interface: /api/embed, /api/embeddings and /api/tags."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from findling.processes.http_api.http_refusal import HttpRefusal
from findling.processes.http_api.request_fields import read_flag, read_text_field, read_text_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from findling.processes.http_api.embedding_service import EmbeddingService


def embed(service: EmbeddingService, document: Mapping[str, object]) -> dict[str, object]:
    """Answer /api/embed; like Ollama, cut what is too long unless that is not wanted.

    Raises:
        HttpRefusal: the document is not what it should be, names another model, or too many requests wait.
    """
    started = time.perf_counter_ns()
    _require_model(service, document)
    texts = read_text_fields(document, "input", service.most_texts)
    done = service.embed(texts, truncate=read_flag(document, "truncate", usual=True))
    return {
        "model": service.encoder.spec.id,
        "embeddings": done.vectors.tolist(),
        "total_duration": time.perf_counter_ns() - started,
        "load_duration": 0,
        "prompt_eval_count": done.tokens,
    }


def embed_one(service: EmbeddingService, document: Mapping[str, object]) -> dict[str, object]:
    """Answer /api/embeddings, the older form for one text.

    Raises:
        HttpRefusal: the document is not what it should be, names another model, or too many requests wait.
    """
    _require_model(service, document)
    done = service.embed([read_text_field(document, "prompt")], truncate=True)
    return {"embedding": done.vectors[0].tolist()}


def list_models(service: EmbeddingService) -> dict[str, object]:
    """Answer /api/tags."""
    return {"models": [{"name": service.encoder.spec.id, "model": service.encoder.spec.id}]}


def _require_model(service: EmbeddingService, document: Mapping[str, object]) -> None:
    spec = service.encoder.spec
    name = read_text_field(document, "model", spec.id).removesuffix(":latest")
    if name not in (spec.id, spec.source):
        raise HttpRefusal(404, "Validation", f"the model served here is {spec.id}")
