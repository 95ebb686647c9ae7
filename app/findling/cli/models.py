"""The models: what there is, what is installed, what is in use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.findings import as_findings, check_findings, print_findings
from findling.cli.installing import install
from findling.cli.output import console, print_json, size_text
from findling.errors import UsageError

if TYPE_CHECKING:
    from findling.embedding.catalogue import PublishedModel
    from findling.embedding.store import ModelStore


@click.group(invoke_without_command=True)
@click.pass_context
def models(click_context: click.Context) -> None:
    """List the models, or install, verify, choose and remove one."""
    if click_context.invoked_subcommand is None:
        _print_models(click_context.obj)


models.add_command(install)


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
    if model_id == context.settings.model:
        raise UsageError(f"The model {model_id} is in use.", "Choose another first: findling models use ID")
    freed = _store(context).remove(model_id)
    if context.json:
        print_json({"id": model_id, "removed": True, "bytes": freed})
    else:
        console().print(f"{model_id} is removed; {size_text(freed)} are free again.")


def _store(context: Context) -> ModelStore:
    from findling.embedding.store import ModelStore

    return ModelStore.open(context.paths.models)


def _print_models(context: Context) -> None:
    store, active = _store(context), context.settings.model
    everything = [*store.published(), *store.own()]
    if context.json:
        print_json({"models": [_as_document(spec, store.has(spec.id), spec.id == active) for spec in everything]})
        return
    for spec in everything:
        console().print(_describe(spec, store.has(spec.id), spec.id == active))


def _describe(spec: PublishedModel, installed: bool, active: bool) -> str:
    from findling.embedding.catalogue import ModelSpec

    state = "in use" if active else "installed" if installed else "not installed"
    known = len(spec.languages)
    languages = f"{known} languages" if known > 3 else ", ".join(spec.languages) or "languages unknown"
    makes = f"{spec.dimensions} dimensions" if isinstance(spec, ModelSpec) else "reranker"
    parts = [languages, makes, f"{spec.max_tokens} tokens", spec.license or "licence unknown"]
    if spec.bytes:
        parts.append(size_text(spec.bytes))
    if spec.unhashed and not installed:
        parts.append("some files are pinned by revision only")
    return f"{spec.id}: {state}; {', '.join(parts)}"


def _as_document(spec: PublishedModel, installed: bool, active: bool) -> dict[str, object]:
    from findling.embedding.catalogue import ModelSpec

    vectors = spec if isinstance(spec, ModelSpec) else None
    return {
        "id": spec.id,
        "kind": "embedder" if vectors else "reranker",
        "installed": installed,
        "active": active,
        "bundled": spec.bundled,
        "source": spec.source,
        "license": spec.license,
        "languages": list(spec.languages),
        "dimensions": vectors.dimensions if vectors else None,
        "max_tokens": spec.max_tokens,
        "precision": spec.precision,
        "bytes": spec.bytes,
        "pinned_by_revision_only": list(spec.unhashed),
        "scores": dict(vectors.scores) if vectors else {},
        "providers": ["CPUExecutionProvider"],
    }
