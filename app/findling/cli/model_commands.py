"""Commands for models: list, install, use, verify, remove."""

from __future__ import annotations

import click

from findling.cli.context import Context, pass_context
from findling.cli.install_command import install
from findling.cli.model_output import (
    as_findings,
    check_findings,
    print_findings,
    print_licence,
    print_model,
    print_models,
    try_model,
)
from findling.cli.optimise_commands import hardware, speed_up
from findling.cli.output import console, print_json, size_text
from findling.cli.switch_command import use


@click.group(invoke_without_command=True)
@click.pass_context
def models(click_context: click.Context) -> None:
    """List the models, or install, verify, choose and remove one."""
    if click_context.invoked_subcommand is None:
        print_models(click_context.obj)


models.add_command(install)
models.add_command(use)
models.add_command(speed_up)
models.add_command(hardware)


@models.command()
@click.argument("model_id", metavar="ID")
@pass_context
def show(context: Context, model_id: str) -> None:
    """Show what is known of a model: its size, its licence, and its limits, with who says so."""
    print_model(context, model_id)


@models.command()
@click.argument("model_id", metavar="ID")
@pass_context
def licence(context: Context, model_id: str) -> None:
    """Show the text of a model's licence, and what has to be known of it."""
    print_licence(context, model_id)


@models.command()
@click.argument("model_id", metavar="[ID]", default="")
@pass_context
def verify(context: Context, model_id: str) -> None:
    """Check a model's files, compare its results with those known, and measure its speed here.

    Without ID, the model in use.
    """
    from findling.embedding.model_store import ModelStore

    verification = try_model(context, ModelStore.open(context.paths.models), model_id or context.settings.model)
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
    from findling.models.active_model import remove_model

    freed = remove_model(context.paths, context.settings, model_id)
    if context.json:
        print_json({"id": model_id, "removed": True, "bytes": freed})
    else:
        console().print(f"{model_id} is removed; {size_text(freed)} are free again.")
