"""Output of a model's verification, as text and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.cli.output import console, make_line
from findling.errors import FindlingError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from findling.cli.context import Context
    from findling.domain.models import Verification
    from findling.embedding.model_store import ModelStore

_MARKS = {True: "ok", False: "NOT OK", None: "-"}


def try_model(context: Context, store: ModelStore, model_id: str) -> Verification:
    """Try an installed model of any kind.

    Raises:
        ModelError: it is unknown or not installed.
    """
    from findling.embedding.catalogue import RerankerSpec
    from findling.embedding.verification import verify
    from findling.search.reranker_benchmark import try_reranker

    if isinstance(store.find(model_id), RerankerSpec):
        return try_reranker(context.paths, context.settings, store.reranker(model_id))
    return verify(store.model(model_id))


def print_findings(verification: Verification) -> None:
    """Print a line for each finding."""
    for finding in verification.findings:
        console().print(f"{finding.name:11} {_MARKS[finding.ok]:7} {make_line(str(finding.detail))}")


def as_findings(verification: Verification) -> dict[str, object]:
    """Return the findings as JSON."""
    return {
        "id": verification.model,
        "ok": verification.ok,
        "checks": [
            {"name": finding.name, "ok": finding.ok, "detail": str(finding.detail)} for finding in verification.findings
        ],
        "provider": verification.provider,
        "tokens_per_second": round(verification.tokens_per_second, 1),
        "query_ms": round(verification.query_ms, 2),
    }


def check_findings(verification: Verification) -> None:
    """Raise if a check of the model failed.

    Raises:
        FindlingError: something speaks against it.
    """
    if not verification.ok:
        raise FindlingError(
            ModelMessage.NOT_AS_IT_SHOULD_BE(model=verification.model, names=verification.failed),
            ModelRemedy.REMOVE_OR_INSTALL_AGAIN(),
        )
