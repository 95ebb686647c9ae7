"""The models as a list: for people, a line each; for programs, all that is known of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.cli.output import console, print_json, size_text

if TYPE_CHECKING:
    from findling.cli.context import Context
    from findling.models import ModelCard

_NAMED = 3
"""Languages that are listed by name."""


def print_models(context: Context) -> None:
    """Print a line for each model."""
    from findling.engine.cards import list_models

    if context.json:
        print_json({"models": list_as_documents(context)})
        return
    for card in list_models(context.paths, context.settings):
        console().print(_describe(card))


def list_as_documents(context: Context) -> list[dict[str, object]]:
    """All models, for programs."""
    from findling.engine.cards import list_models

    providers = _find_providers()
    return [{**_as_document(card), "providers": providers} for card in list_models(context.paths, context.settings)]


def _describe(card: ModelCard) -> str:
    state = "in use" if card.active else "installed" if card.installed else "not installed"
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
    return f"{card.id}: {state}; {', '.join(parts)}"


def _as_document(card: ModelCard) -> dict[str, object]:
    return {
        "id": card.id,
        "kind": card.kind.value,
        "installed": card.installed,
        "active": card.active,
        "bundled": card.bundled,
        "source": card.source,
        "license": card.license,
        "languages": list(card.languages),
        "dimensions": card.dimensions or None,
        "max_tokens": card.max_tokens,
        "precision": card.precision,
        "bytes": card.bytes,
        "pinned_by_revision_only": list(card.unhashed),
        "scores": dict(card.scores),
    }


def _find_providers() -> list[str]:
    """What models can be computed with here, as ONNX Runtime calls it."""
    from findling.embedding.providers import find_providers
    from findling.embedding.session import import_runtime

    return [provider.name for provider in find_providers(import_runtime())]
