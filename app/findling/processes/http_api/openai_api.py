"""OpenAI's interface: /v1/embeddings, /v1/models and /v1/models/NAME."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from findling.processes.http_api.http_refusal import HttpRefusal
from findling.processes.http_api.request_fields import read_text_field, read_text_fields

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from findling.processes.http_api.embedding_service import EmbeddingService


_NOT_OUR_TOKENS = (
    "the input holds token ids of another tokenizer; send texts. In LangChain: OpenAIEmbeddings(...,"
    " check_embedding_ctx_length=False)"
)


def embed(service: EmbeddingService, document: Mapping[str, object]) -> dict[str, object]:
    """Answer /v1/embeddings.

    Raises:
        HttpRefusal: the document is not what it should be, names another model, or too many requests wait.
    """
    spec = service.encoder.spec
    _require_model(service, read_text_field(document, "model", spec.id))
    if document.get("dimensions") not in (None, spec.dimensions):
        raise HttpRefusal(422, "Validation", f"the vectors have {spec.dimensions} dimensions and no other number")
    form = read_text_field(document, "encoding_format", "float")
    if form not in ("float", "base64"):
        raise HttpRefusal(422, "Validation", "encoding_format has to be float or base64")
    done = service.embed(_read_input(service, document), truncate=service.cuts)
    rows = [
        {"object": "embedding", "index": index, "embedding": _to_base64(row) if form == "base64" else row.tolist()}
        for index, row in enumerate(done.vectors)
    ]
    usage = {"prompt_tokens": done.tokens, "total_tokens": done.tokens}
    return {"object": "list", "data": rows, "model": spec.id, "usage": usage}


def list_models(service: EmbeddingService) -> dict[str, object]:
    """Answer /v1/models."""
    return {"object": "list", "data": [_describe(service)]}


def describe_model(service: EmbeddingService, name: str) -> dict[str, object]:
    """Answer /v1/models/NAME.

    Raises:
        HttpRefusal: another model is served here.
    """
    _require_model(service, name)
    return _describe(service)


def _describe(service: EmbeddingService) -> dict[str, object]:
    return {"id": service.encoder.spec.id, "object": "model", "created": 0, "owned_by": "findling"}


def _require_model(service: EmbeddingService, name: str) -> None:
    spec = service.encoder.spec
    if name not in (spec.id, spec.source):
        raise HttpRefusal(404, "Validation", f"the model served here is {spec.id}")


def _read_input(service: EmbeddingService, document: Mapping[str, object]) -> list[str]:
    """Read one text or several, or token ids that are the model's own.

    Raises:
        HttpRefusal: it is neither.
    """
    given = document.get("input")
    rows = [given] if isinstance(given, list) and given and all(type(each) is int for each in given) else given
    if not (isinstance(rows, list) and rows and all(isinstance(row, list) for row in rows)):
        return read_text_fields(document, "input", service.most_texts)
    texts = [service.encoder.tokenizer.decode(row) for row in rows if all(type(each) is int for each in row)]
    if len(texts) < len(rows) or None in texts:
        raise HttpRefusal(422, "Validation", _NOT_OUR_TOKENS)
    return read_text_fields({"input": texts}, "input", service.most_texts)


def _to_base64(row: NDArray[np.float32]) -> str:
    return base64.b64encode(row.astype("<f4").tobytes()).decode("ascii")
