"""Interface of Text Embeddings Inference: /, /embed, /rerank, /similarity, /tokenize, /info."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling import __version__
from findling.processes.http_api.http_refusal import HttpRefusal
from findling.processes.http_api.request_fields import read_flag, read_text_field, read_text_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from findling.processes.http_api.embedding_service import EmbeddingService


def embed(service: EmbeddingService, document: Mapping[str, object]) -> list[list[float]]:
    """Answer /embed.

    Raises:
        HttpRefusal: the document is not what it should be, or too many requests wait.
    """
    texts = read_text_fields(document, "inputs", service.most_texts)
    if not read_flag(document, "normalize", usual=True):
        raise HttpRefusal(422, "Validation", "this server gives vectors of length 1 only")
    truncate = read_flag(document, "truncate", usual=service.cuts)
    if read_text_field(document, "truncation_direction", "Right").lower() != "right":
        raise HttpRefusal(422, "Validation", "this server cuts texts at their end only")
    prefix = _choose_prefix(service, read_text_field(document, "prompt_name"))
    vectors: list[list[float]] = service.embed([prefix + text for text in texts], truncate=truncate).vectors.tolist()
    return vectors


def answer_by_form(service: EmbeddingService, document: Mapping[str, object]) -> list[list[float]] | list[float]:
    """Answer / by what is asked: huggingface_hub sends texts, and sentences to compare, there.

    Raises:
        HttpRefusal: the document is not what it should be, or too many requests wait.
    """
    return compare(service, document) if isinstance(document.get("inputs"), dict) else embed(service, document)


def rerank(service: EmbeddingService, document: Mapping[str, object]) -> list[dict[str, object]]:
    """Answer /rerank: the texts by their scores, best first.

    Raises:
        HttpRefusal: the document is not what it should be, there is no cross-encoder, or too many requests wait.
    """
    texts = read_text_fields(document, "texts", service.most_texts)
    if not (query := read_text_field(document, "query")).strip():
        raise HttpRefusal(400, "Empty", "query is empty")
    if read_flag(document, "raw_scores", usual=False):
        raise HttpRefusal(422, "Validation", "this server gives scores between 0 and 1 only")
    with_text = read_flag(document, "return_text", usual=False)
    scores = service.rerank(query, texts)
    order = sorted(range(len(texts)), key=lambda index: -scores[index])
    return [{"index": i, "score": scores[i]} | ({"text": texts[i]} if with_text else {}) for i in order]


def compare(service: EmbeddingService, document: Mapping[str, object]) -> list[float]:
    """Answer /similarity: the cosine of a sentence with each of some others.

    Raises:
        HttpRefusal: the document is not what it should be, or too many requests wait.
    """
    inputs = document.get("inputs")
    if not isinstance(inputs, dict):
        raise HttpRefusal(422, "Validation", "inputs has to be an object with source_sentence and sentences")
    source, sentences = (
        read_text_field(inputs, "source_sentence"),
        read_text_fields(inputs, "sentences", service.most_texts),
    )
    parameters = document.get("parameters")
    asked = parameters if isinstance(parameters, dict) else {}
    prefix = _choose_prefix(service, read_text_field(asked, "prompt_name"))
    texts = [prefix + text for text in (source, *sentences)]
    vectors = service.embed(texts, truncate=read_flag(asked, "truncate", usual=service.cuts)).vectors
    cosines: list[float] = (vectors[1:] @ vectors[0]).tolist()
    return cosines


def tokenize(service: EmbeddingService, document: Mapping[str, object]) -> list[list[dict[str, object]]]:
    """Answer /tokenize: the tokens of each text, as the model takes them.

    Raises:
        HttpRefusal: the document is not what it should be.
    """
    texts = read_text_fields(document, "inputs", service.most_texts)
    special = read_flag(document, "add_special_tokens", usual=True)
    prefix = _choose_prefix(service, read_text_field(document, "prompt_name"))
    return [
        [
            {"id": token.id, "text": token.text, "special": token.is_special}
            | ({} if token.is_special else {"start": token.start, "stop": token.end})
            for token in service.encoder.tokenizer.list_tokens(prefix + text, special=special)
        ]
        for text in texts
    ]


def describe(service: EmbeddingService) -> dict[str, object]:
    """Answer /info."""
    spec = service.encoder.spec
    return {
        "model_id": spec.source or spec.id,
        "model_sha": spec.revision or None,
        "model_dtype": spec.precision,
        "model_type": {"embedding": {"pooling": str(spec.pooling)}},
        "max_input_length": spec.max_tokens,
        "max_client_batch_size": service.most_texts,
        "auto_truncate": service.cuts,
        "version": __version__,
    }


def _choose_prefix(service: EmbeddingService, name: str) -> str:
    spec = service.encoder.spec
    prefixes = {"": "", "query": spec.query_prefix, "passage": spec.passage_prefix}
    if name not in prefixes:
        raise HttpRefusal(422, "Validation", "prompt_name has to be query or passage")
    return prefixes[name]
