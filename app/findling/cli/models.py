"""The models: what there is, what is installed, what is in use."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, print_json, size_text
from findling.errors import FindlingError, UsageError

if TYPE_CHECKING:
    from findling.embedding.catalogue import ModelSpec


@click.group(invoke_without_command=True)
@click.pass_context
def models(click_context: click.Context) -> None:
    """List the models, or verify and choose one."""
    if click_context.invoked_subcommand is None:
        _print_models(click_context.obj)


@models.command()
@click.argument("model_id", metavar="ID")
@pass_context
def use(context: Context, model_id: str) -> None:
    """Use another installed model; the next `findling index` embeds with it."""
    from findling.engine.embedder import installed_model
    from findling.settings import write_settings

    installed_model(context.paths, model_id).verify()
    context.paths.create()
    write_settings(context.paths.settings, replace(context.settings, model=model_id))
    _print_models(context)


@models.command()
@click.argument("model_id", metavar="ID")
@pass_context
def verify(context: Context, model_id: str) -> None:
    """Check a model's files, and that it gives the answer that is known of it."""
    import numpy as np

    from findling.embedding.encoder import Encoder
    from findling.engine.embedder import installed_model

    encoder = Encoder.open(installed_model(context.paths, model_id))
    answer = encoder.spec.known_answer
    vector = encoder.encode_documents([answer.text])[0][: len(answer.values)]
    off = float(np.abs(vector - np.array(answer.values)).max())
    encoder.close()
    if off > answer.tolerance:
        raise FindlingError(
            f"The model {model_id} answers {off:.4f} off, more than {answer.tolerance}.", "Install it again."
        )
    if context.json:
        print_json({"id": model_id, "ok": True, "off": round(off, 6), "tolerance": answer.tolerance})
    else:
        console().print(f"{model_id} is whole, and answers as known ({off:.4f} off, {answer.tolerance} allowed).")


@models.command()
@click.argument("model_id", metavar="ID")
@click.option("--from", "folder", type=click.Path(), help="A folder that has the files.")
def install(model_id: str, folder: str | None) -> None:  # noqa: ARG001 - the contract's options, refused here
    """Install a model; not in this version."""
    raise UsageError("This version has the bundled model only and cannot install others.")


@models.command()
@click.argument("model_id", metavar="ID")
def remove(model_id: str) -> None:  # noqa: ARG001 - as above
    """Remove a model; not in this version."""
    raise UsageError("This version has the bundled model only, which cannot be removed.")


def _print_models(context: Context) -> None:
    from findling.embedding.catalogue import read_catalogue

    active = context.settings.model
    rows = [(spec, _is_installed(context, spec)) for spec in read_catalogue()]
    if context.json:
        print_json({"models": [_as_document(spec, installed, spec.id == active) for spec, installed in rows]})
        return
    for spec, installed in rows:
        state = "in use" if spec.id == active else "installed" if installed else "not installed"
        size = size_text(sum(file.bytes or 0 for file in spec.files))
        console().print(
            f"{spec.id}: {state}; {', '.join(spec.languages)}, {spec.dimensions} dimensions, {spec.license}"
            + (f", {size}" if installed else "")
        )


def _is_installed(context: Context, spec: ModelSpec) -> bool:
    return spec.bundled or (context.paths.models / spec.id).is_dir()


def _as_document(spec: ModelSpec, installed: bool, active: bool) -> dict[str, object]:
    return {
        "id": spec.id,
        "installed": installed,
        "active": active,
        "license": spec.license,
        "languages": list(spec.languages),
        "dimensions": spec.dimensions,
        "max_tokens": spec.max_tokens,
        "bytes": sum(file.bytes or 0 for file in spec.files) or None,
        "providers": ["CPUExecutionProvider"],
    }
