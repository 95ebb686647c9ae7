"""OpenAI's interface: /v1/embeddings and /v1/models."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from findling.processes.http_api.http_refusal import HttpRefusal
from findling.processes.http_api.request_fields import read_text, read_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from findling.processes.http_api.embedding_service import EmbeddingService


def embed(service: EmbeddingService, document: Mapping[str, object]) -> dict[str, object]:
    """Answer /v1/embeddings.

    Raises:
        HttpRefusal: the document is not what it should be, names another model, or too many requests wait.
    """
    spec = service.encoder.spec
    if read_text(document, "model", spec.id) not in (spec.id, spec.source):
        raise HttpRefusal(404, "Validation", f"the model served here is {spec.id}")
    if document.get("dimensions") not in (None, spec.dimensions):
        raise HttpRefusal(422, "Validation", f"the vectors have {spec.dimensions} dimensions and no other number")
    form = read_text(document, "encoding_format", "float")
    if form not in ("float", "base64"):
        raise HttpRefusal(422, "Validation", "encoding_format has to be float or base64")
    done = service.embed(read_texts(document, "input"))
    rows = [
        {"object": "embedding", "index": index, "embedding": _to_base64(row) if form == "base64" else row.tolist()}
        for index, row in enumerate(done.vectors)
    ]
    usage = {"prompt_tokens": done.tokens, "total_tokens": done.tokens}
    return {"object": "list", "data": rows, "model": spec.id, "usage": usage}


def list_models(service: EmbeddingService) -> dict[str, object]:
    """Answer /v1/models."""
    return {"object": "list", "data": [{"id": service.encoder.spec.id, "object": "model", "owned_by": "findling"}]}


def _to_base64(row: NDArray[np.float32]) -> str:
    return base64.b64encode(row.astype("<f4").tobytes()).decode("ascii")
