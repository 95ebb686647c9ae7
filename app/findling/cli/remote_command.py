"""Commands for an embedding server: use, check, off."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_context
from findling.cli.output import console, print_json
from findling.errors import UsageError
from findling.messages.library_templates import LibraryMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.remedy_templates import Remedy
from findling.messages.server_templates import ServerMessage
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from findling.embedding.remote.remote_encoder import RemoteEncoder


@click.group(invoke_without_command=True)
@click.pass_context
def remote(click_context: click.Context) -> None:
    """Have a server of yours embed your files; without a command, say whether one does."""
    if click_context.invoked_subcommand is None:
        _show(click_context.obj, None)


@remote.command()
@click.argument("address")
@click.option(
    "--key-file", type=click.Path(path_type=Path), help="A file with the server's key; - reads it from input."
)
@pass_context
def use(context: Context, address: str, key_file: Path | None) -> None:
    """Have the server at ADDRESS embed, if it gives the vectors of the model in use.

    The texts of your files are sent there from the next `findling index` on, or at once where a Findling is at work;
    what you search for is not. The key goes to the system's keyring.
    """
    from findling.embedding.remote.server_address import ServerAddress
    from findling.embedding.remote.server_keys import store_key
    from findling.settings import write_settings

    parsed = ServerAddress.parse(address)
    if key_file:
        store_key(parsed, _read_key(key_file))
    encoder = _open(context, parsed.url)
    encoder.close()
    context.paths.create()
    write_settings(context.paths.settings, replace(context.settings, remote=parsed.url))
    _show(context, encoder)


@remote.command()
@pass_context
def check(context: Context) -> None:
    """Ask the server what it serves, and compare its vectors with those made on this computer."""
    if not context.settings.remote:
        raise UsageError(ServerMessage.NONE_USED(), ModelRemedy.NAME_SERVER())
    encoder = _open(context, context.settings.remote)
    encoder.close()
    _show(context, encoder)


@remote.command()
@pass_context
def off(context: Context) -> None:
    """Embed on this computer again, and forget the server's key; vectors that it gave stay good."""
    from findling.embedding.remote.server_address import ServerAddress
    from findling.embedding.remote.server_keys import forget_key
    from findling.settings import write_settings

    address = context.settings.remote
    if address:
        write_settings(context.paths.settings, replace(context.settings, remote=""))
        forget_key(ServerAddress.parse(address))
    _show(context, None)


def _open(context: Context, address: str) -> RemoteEncoder:
    from findling.embedding.encoder import Encoder
    from findling.embedding.remote.configured_server import open_remote
    from findling.models.embedder import installed_model

    return open_remote(Encoder.open(installed_model(context.paths, context.settings.model)), address)


def _read_key(path: Path) -> str:
    key = read_key_file(path, or_input=True)
    if not key:
        raise UsageError(ServerMessage.NO_KEY(file=path), Remedy.CHECK_FILE())
    return key


def read_key_file(path: Path, *, or_input: bool = False) -> str:
    """Read a key without the white space around it; `or_input` takes - for standard input.

    Raises:
        UsageError: the file cannot be read as text.
    """
    try:
        text = sys.stdin.readline() if or_input and str(path) == "-" else path.read_text("utf-8")
        return text.strip()
    except OSError as error:
        raise UsageError(
            LibraryMessage.FILE_UNREADABLE(file=path, reason=explain_os_error(error)), Remedy.CHECK_NAME()
        ) from error
    except UnicodeDecodeError as error:
        raise UsageError(ServerMessage.KEY_NO_TEXT(file=path), Remedy.CHECK_NAME()) from error


def _show(context: Context, encoder: RemoteEncoder | None) -> None:
    """Print the server in use and, with an encoder, what it serves."""
    address = context.settings.remote
    if context.json:
        found = encoder.description if encoder else None
        facts = {"serves": found.model_id, "precision": found.precision} if found else {}
        print_json({"remote": address or None, "model": context.settings.model, **facts})
    elif not address:
        console().print("Files are embedded on this computer; nothing is sent anywhere.")
    else:
        served = f" It serves {encoder.description.title}, with vectors as here." if encoder else ""
        console().print(f"The texts of your files are sent to {address}, which embeds them.{served}")
