"""The models: what there is, what is installed, what is in use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.findings import as_findings, check_findings, print_findings
from findling.cli.installing import install
from findling.cli.output import console, print_json, size_text
from findling.cli.speeding import hardware, speed_up

if TYPE_CHECKING:
    from findling.embedding.store import ModelStore
    from findling.models import ModelCard

_NAMED = 3
"""Languages that are listed by name."""


@click.group(invoke_without_command=True)
@click.pass_context
def models(click_context: click.Context) -> None:
    """List the models, or install, verify, choose and remove one."""
    if click_context.invoked_subcommand is None:
        _print_models(click_context.obj)


models.add_command(install)
models.add_command(speed_up)
models.add_command(hardware)


@models.command()
@click.argument("model_id", metavar="ID")
@pass_context
def use(context: Context, model_id: str) -> None:
    """Use another installed model; the next `findling index` embeds with it."""
    from findling.settings import write_settings

    _store(context).model(model_id).verify()
    context.paths.create()
    write_settings(context.paths.settings, replace(context.settings, model=model_id))
    _print_models(context)


@models.command()
@click.argument("model_id", metavar="ID")
@pass_context
def verify(context: Context, model_id: str) -> None:
    """Check a model's files, try whether it gives what is known of it, and measure how fast it is here."""
    from findling.embedding.verification import verify as try_model

    verification = try_model(_store(context).model(model_id))
    if context.json:
        print_json(as_findings(verification))
    else:
        print_findings(verification)
    check_findings(verification)


@models.command()
@click.argument("model_id", metavar="ID")
@pass_context
def remove(context: Context, model_id: str) -> None:
    """Remove an installed model, and what came of an unfinished installation."""
    from findling.engine.retiring import retire_model

    freed = retire_model(context.paths, context.settings, model_id)
    if context.json:
        print_json({"id": model_id, "removed": True, "bytes": freed})
    else:
        console().print(f"{model_id} is removed; {size_text(freed)} are free again.")


def _store(context: Context) -> ModelStore:
    from findling.embedding.store import ModelStore

    return ModelStore.open(context.paths.models)


def _print_models(context: Context) -> None:
    from findling.engine.cards import list_models

    cards = list_models(context.paths, context.settings)
    if context.json:
        providers = _find_providers()
        print_json({"models": [{**_as_document(card), "providers": providers} for card in cards]})
        return
    for card in cards:
        console().print(_describe(card))


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
        parts.append("some files are pinned by revision only")
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
