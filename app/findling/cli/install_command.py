"""Command that installs a model from the hub or a folder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.model_output import as_findings, check_findings, print_findings, try_model
from findling.cli.output import console, print_json, size_text
from findling.cli.progress_meter import running_meter
from findling.errors import UsageError
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage

if TYPE_CHECKING:
    from findling.domain.job_progress import Transfer
    from findling.embedding.catalogue import PublishedModel
    from findling.embedding.install.custom_model import ModelOptions
    from findling.embedding.install.model_source import ModelSource
    from findling.embedding.model_store import ModelStore


@click.command()
@click.argument("model_id", metavar="ID")
@click.option("--from", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Take the files from a folder.")
@click.option("--graph", metavar="FILE", help="Which .onnx file, where the folder has several.")
@click.option("--pooling", type=click.Choice(["cls", "mean"]), help="How vectors are made, where its files do not say.")
@click.option("--query-prefix", metavar="TEXT", help="What stands before a query; may be empty.")
@click.option("--passage-prefix", metavar="TEXT", help="What stands before a passage, if anything does.")
@click.option("--max-tokens", type=click.IntRange(64, 8192), help="The longest input.")
@click.option("--language", "languages", multiple=True, metavar="CODE", help="A language that it knows, such as en.")
@pass_context
def install(
    context: Context,
    model_id: str,
    folder: Path | None,
    graph: str | None,
    pooling: str | None,
    query_prefix: str | None,
    passage_prefix: str | None,
    max_tokens: int | None,
    languages: tuple[str, ...],
) -> None:
    """Install a model of the list from its hub, or from a folder.

    With a name that is not on the list, and --from, it installs a model of your own; what its files do not say about it
    is then asked for. $HF_ENDPOINT names a mirror of the hub. What has arrived is kept when this is interrupted.
    """
    from findling.embedding.catalogue import Pooling
    from findling.embedding.install.custom_model import ModelOptions
    from findling.embedding.model_store import ModelStore

    options = ModelOptions(
        graph=graph,
        pooling=Pooling(pooling) if pooling else None,
        query_prefix=query_prefix,
        passage_prefix=passage_prefix,
        max_tokens=max_tokens,
        languages=tuple(languages),
    )
    store = ModelStore.open(context.paths.models)
    published = {spec.id: spec for spec in store.published()}
    if spec := published.get(model_id):
        if options != ModelOptions():
            raise UsageError(ModelMessage.ALL_KNOWN(model=model_id), ModelRemedy.OTHER_NAME())
        _install_published(context, store, spec, folder)
    elif folder:
        _install_own(context, store, model_id, folder, options)
    else:
        raise UsageError(
            ModelMessage.NO_MODEL(model=model_id), ModelRemedy.KNOWN_MODELS_OR_OWN(models=tuple(published))
        )


def _install_published(context: Context, store: ModelStore, spec: PublishedModel, folder: Path | None) -> None:
    from findling.embedding.install.hub_source import HubSource
    from findling.embedding.install.model_source import FolderSource

    if spec.bundled:
        raise UsageError(ModelMessage.BUNDLED(model=spec.id))
    _install(context, store, spec, FolderSource(folder.expanduser()) if folder else HubSource(spec))


def _install_own(context: Context, store: ModelStore, name: str, folder: Path, options: ModelOptions) -> None:
    from findling.embedding.install.custom_model import prepare_custom_model

    prepared = prepare_custom_model(folder.expanduser(), name, options)
    _install(context, store, prepared.spec, prepared.source, prepared.licence)


def _install(context: Context, store: ModelStore, spec: PublishedModel, source: ModelSource, licence: str = "") -> None:
    from findling.embedding.install.installer import Installer

    context.paths.create()
    with running_meter(context, size_text) as meter:

        def show(transfer: Transfer) -> None:
            meter(transfer.done, transfer.total, transfer.file)

        Installer(store, report=show).install(spec, source, licence)
    _report_installed(context, store, spec)


def _report_installed(context: Context, store: ModelStore, spec: PublishedModel) -> None:
    """Verify an installed model and print the result."""
    from findling.embedding.catalogue import RerankerSpec
    from findling.models.model_listing import find_card

    verification = try_model(context, store, spec.id)
    if context.json:
        print_json({**as_findings(verification), "installed": True, "folder": str(store.folder_of(spec.id))})
    else:
        print_findings(verification)
    check_findings(verification)
    if context.json:
        return
    for note in find_card(context.paths, context.settings, spec.id).license_notes:
        console().print(str(note))
    if not spec.languages:
        console().print(
            "Which languages it understands is not known, so no file counts as written in another one. To say it,"
            " install it again with --language CODE, once for each."
        )
    use = "search --rerank QUERY" if isinstance(spec, RerankerSpec) else f"models use {spec.id}"
    console().print(f"{spec.id} is installed. Use it: findling {use}")
