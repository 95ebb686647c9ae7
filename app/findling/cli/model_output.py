"""Output of models and of their verification, as text and JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from findling.cli.output import console, make_line, make_printable, print_json, size_text
from findling.errors import FindlingError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.cli.context import Context
    from findling.domain.library import ModelChange
    from findling.domain.models import CitedSource, ModelCard, Verification
    from findling.embedding.model_store import ModelStore
    from findling.messages.notice import Notice

_MARKS = {True: "ok", False: "NOT OK", None: "-"}

_NAMED = 3
"""Languages that are listed by name."""


def print_models(context: Context) -> None:
    """Print a line for each model."""
    from findling.models.model_listing import list_models

    if context.json:
        print_json({"models": list_as_documents(context)})
        return
    state = _read_state(context)
    for card in list_models(context.paths, context.settings):
        console().print(_describe(card, state))


def print_model(context: Context, model_id: str) -> None:
    """Print all that is known of a model.

    Raises:
        ModelError: there is no such model.
    """
    from findling.models.model_listing import find_card

    card, state = find_card(context.paths, context.settings, model_id), _read_state(context)
    if context.json:
        print_json({**_as_document(card), **state.describe(card.id)})
        return
    console().print(_describe(card, state))
    if card.source:
        console().print(f"from {card.source}")
    for note in card.license_notes:
        console().print(str(note))
    for limit in card.limits:
        console().print(f"- {limit.what} ({name_source(limit.source)})")


def print_licence(context: Context, model_id: str) -> None:
    """Print the text of a model's licence, below what has to be known of it.

    Raises:
        ModelError: there is no such model.
    """
    from findling.models.model_listing import find_card

    card = find_card(context.paths, context.settings, model_id)
    if context.json:
        notes = as_notes(card.license_notes)
        print_json({"id": card.id, "license": card.license, "license_notes": notes, "text": card.license_text})
        return
    console().print(f"{card.id}: {card.license or 'licence unknown'}")
    for note in card.license_notes:
        console().print(str(note))
    if card.license_text:
        console().print(f"\n{make_printable(card.license_text)}", soft_wrap=True)


def as_notes(notes: Sequence[Notice]) -> list[dict[str, str]]:
    """Return messages as JSON."""
    return [{"code": note.message.code, "text": str(note)} for note in notes]


def name_source(source: CitedSource) -> str:
    """Return title, year and reference of a paper or model card."""
    return ", ".join(str(part) for part in (source.title or "model card", source.year, source.reference) if part)


def list_as_documents(context: Context) -> list[dict[str, object]]:
    """Return all models as JSON."""
    from findling.embedding.onnx_session import import_runtime
    from findling.embedding.providers import find_providers
    from findling.models.model_listing import list_models

    # As ONNX Runtime calls them.
    providers = [provider.name for provider in find_providers(import_runtime())]
    state = _read_state(context)
    return [
        {**_as_document(card), **state.describe(card.id), "providers": providers}
        for card in list_models(context.paths, context.settings)
    ]


@dataclass(frozen=True, slots=True)
class _MigrationState:
    """Active model of the library and the migration to another one.

    Attributes:
        answering: id of the model that answers; "" while nothing is embedded.
        change: to another one; None where there is none.
    """

    answering: str = ""
    change: ModelChange | None = None

    def describe(self, model_id: str) -> dict[str, object]:
        """Return a model's part in the migration as JSON."""
        change = self.change if self.change and self.change.model == model_id else None
        taking_over = {"documents": change.documents, "left": change.left} if change else None
        return {"answers": model_id == self.answering, "taking_over": taking_over}


def _read_state(context: Context) -> _MigrationState:
    """Read the active model and the migration; empty without a readable library."""
    from findling.models.active_model import open_snapshot
    from findling.models.model_change import find_change

    with open_snapshot(context.paths) as database:
        space = database.spaces.active() if database else None
        if database is None or space is None:
            return _MigrationState()
        return _MigrationState(space.model, find_change(database, context.settings.model))


def _name_state(card: ModelCard, state: _MigrationState) -> str:
    change = state.change
    if change and card.id == change.model:
        return f"taking over, {change.documents - change.left:,} of {change.documents:,} documents"
    if change and card.id == state.answering:
        return f"answers until {change.model} takes over"
    return "in use" if card.active else "installed" if card.installed else "not installed"


def _describe(card: ModelCard, state: _MigrationState) -> str:
    known = len(card.languages)
    parts = [
        f"{known} languages" if known > _NAMED else ", ".join(card.languages) or "languages unknown",
        f"{card.dimensions} dimensions" if card.dimensions else "reranker",
        f"{card.max_tokens} tokens",
        card.license or "licence unknown",
    ]
    if card.bytes:
        parts.append(size_text(card.bytes))
    if card.unhashed and not card.installed:
        parts.append("of some files no checksum was published")
    return f"{card.id}: {_name_state(card, state)}; {', '.join(parts)}"


def _as_document(card: ModelCard) -> dict[str, object]:
    return {
        "id": card.id,
        "kind": card.kind.value,
        "installed": card.installed,
        "active": card.active,
        "bundled": card.bundled,
        "source": card.source,
        "license": card.license,
        "license_notes": as_notes(card.license_notes),
        "languages": list(card.languages),
        "dimensions": card.dimensions or None,
        "max_tokens": card.max_tokens,
        "precision": card.precision,
        "bytes": card.bytes,
        "pinned_by_revision_only": list(card.unhashed),
        "scores": dict(card.scores),
        "limits": [
            {"code": limit.what.message.code, "text": str(limit.what), "source": asdict(limit.source)}
            for limit in card.limits
        ],
    }


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
    """Raise if a check of the model failed."""
    if not verification.ok:
        raise FindlingError(
            ModelMessage.NOT_AS_IT_SHOULD_BE(model=verification.model, names=verification.failed),
            ModelRemedy.REMOVE_OR_INSTALL_AGAIN(),
        )
