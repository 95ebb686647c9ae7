"""Command that serves the model to other programs: serve."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, print_json
from findling.cli.remote_command import read_key_file
from findling.errors import UsageError
from findling.messages.command_templates import CommandMessage
from findling.messages.server_templates import ServerMessage

if TYPE_CHECKING:
    from findling.processes.http_api.embedding_service import EmbeddingService
    from findling.processes.http_api.served_paths import MountedApp
    from findling.sharing.access_gate import AccessGate

_PORT = 8378
_LEAST_KEY = 16
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command()
@click.option("--port", default=_PORT, show_default=True, type=click.IntRange(0, 65535), help="0 takes a free one.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where to listen; beyond this computer with a key."
)
@click.option("--key-file", type=_FILE, help="A file with the key that every request has to bring.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="A name by which others call this computer.")
@click.option("--certificate", type=_FILE, help="A PEM file, for https; with --certificate-key.")
@click.option("--certificate-key", type=_FILE, help="The certificate's own key, a PEM file.")
@click.option("--mcp", "with_mcp", is_flag=True, help="Let assistants ask at /mcp, for what you share.")
@click.option("--search", "with_search", is_flag=True, help="Let programs search what you share, at /v1/search.")
@click.option(
    "--max-batch", default=2048, show_default=True, type=click.IntRange(1, 100_000), help="Texts of one request."
)
@click.option("--max-megabytes", default=16, show_default=True, type=click.IntRange(1, 1024), help="Of one request.")
@click.option("--auto-truncate", is_flag=True, help="Embed the beginning of texts that are too long.")
@pass_context
def serve(
    context: Context,
    port: int,
    host: str,
    key_file: Path | None,
    hosts: tuple[str, ...],
    certificate: Path | None,
    certificate_key: Path | None,
    with_mcp: bool,
    with_search: bool,
    max_batch: int,
    max_megabytes: int,
    auto_truncate: bool,
) -> None:
    """Offer the model in use to other programs, until Ctrl+C.

    It answers like Text Embeddings Inference (/embed, /rerank, /similarity, /info), OpenAI (/v1/embeddings,
    /v1/models), Cohere and Jina (/v1/rerank) and Ollama (/api/embed). Nothing of what is sent is kept or logged. With
    --search or --mcp, other programs may also search and read what you share (findling share); those calls are logged.
    """
    from findling.processes.http_api.request_guard import RequestGuard
    from findling.processes.http_api.served_paths import ServedModel, build_application
    from findling.processes.http_api.server import Certificate, HttpServer, ListenAddress

    if bool(certificate) != bool(certificate_key):
        raise UsageError(CommandMessage.CERTIFICATE_WITH_KEY())
    key = _read_key(key_file) if key_file else ""
    place = ListenAddress.find(host, port, open_to_others=bool(key))
    tls = Certificate(certificate, certificate_key) if certificate and certificate_key else None
    if tls:
        tls.require_usable()
    with ExitStack() as held:
        service = _open_service(context, held, most_texts=max_batch, cuts=auto_truncate)
        gate = _open_gate(context) if with_search or with_mcp else None
        offer = ServedModel(
            service,
            RequestGuard(key, hosts),
            gate if with_search else None,
            _mount_mcp(gate) if gate and with_mcp else (),
            max_megabytes * 1_000_000,
        )
        server = HttpServer(place, build_application(offer), tls)
        _announce(context, server.url, service)
        if key and not tls and not place.is_loopback:
            print("Without --certificate, others on the network can read texts and key on their way.", file=sys.stderr)
        try:
            server.serve()
        except KeyboardInterrupt:
            print("Ended.", file=sys.stderr)


def _open_gate(context: Context) -> AccessGate:
    from findling.log import start_logging
    from findling.sharing.access_gate import AccessGate

    context.paths.create()
    start_logging(context.paths.log)
    return AccessGate(context.paths, context.settings)


def _mount_mcp(gate: AccessGate) -> tuple[MountedApp, ...]:
    from findling.processes.http_api.served_paths import MountedApp
    from findling.processes.mcp_server.assistant_server import build_http

    app, running = build_http(gate)
    return (MountedApp("/mcp", app, running),)


def _open_service(context: Context, held: ExitStack, *, most_texts: int, cuts: bool) -> EmbeddingService:
    from findling.embedding.cross_encoder import CrossEncoder
    from findling.embedding.encoder import Encoder
    from findling.embedding.model_store import ModelStore
    from findling.models.provider_choice import ProviderSelector
    from findling.processes.http_api.embedding_service import EmbeddingService
    from findling.search.reranking import find_installed_reranker

    store = ModelStore.open(context.paths.models)
    model = store.model(context.settings.model)
    choice = ProviderSelector(context.paths, context.settings).choose(model)
    if choice.notice:
        print(choice.notice, file=sys.stderr)
    encoder = Encoder.open(model, threads=context.settings.indexing_threads, provider=choice.provider)
    held.callback(encoder.close)
    reranker = None
    if model_id := find_installed_reranker(store):
        reranker = CrossEncoder.open(store.reranker(model_id), threads=context.settings.indexing_threads)
        held.callback(reranker.close)
    return EmbeddingService(encoder, reranker, most_texts=most_texts, cuts=cuts)


def _announce(context: Context, url: str, service: EmbeddingService) -> None:
    model = service.encoder.spec.id
    reranker = service.reranker.name if service.reranker else None
    if context.json:
        print_json({"url": url, "model": model, "reranker": reranker})
    else:
        console().print(f"Serving {model}{f' and {reranker}' if reranker else ''} at {url}; Ctrl+C ends it.")
    sys.stdout.flush()


def _read_key(path: Path) -> str:
    key = read_key_file(path)
    if len(key) < _LEAST_KEY or not key.isascii() or not key.isprintable() or " " in key:
        raise UsageError(ServerMessage.KEY_TOO_SHORT(file=path, count=_LEAST_KEY), CommandMessage.MAKE_KEY())
    return key
