"""Commands of an encrypted library: encrypt, decrypt and passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from findling.cli.context import Context, pass_locked_context
from findling.cli.output import console, print_json, show_path, size_text
from findling.cli.passphrase_prompt import ask_key, read_passphrase, unlock_on_terminal
from findling.cli.progress_meter import running_meter
from findling.errors import UsageError
from findling.messages.command_templates import CommandMessage
from findling.messages.encryption_templates import EncryptionMessage

if TYPE_CHECKING:
    from findling.encryption.conversion_wish import ConversionWish
    from findling.paths import LibraryPaths


@click.command()
@click.option("--keep", is_flag=True, help="Keep the key in the system's keyring: then nobody is asked.")
@pass_locked_context
def encrypt(context: Context, keep: bool) -> None:
    """Encrypt the library, with all that it knows of your files, by a passphrase.

    Without the passphrase nobody opens it again, you neither; your files stay as they are. What has this library open,
    a window say, is ended first.
    """
    from findling.encryption.conversion_wish import ConversionKind, ConversionWish
    from findling.encryption.library_key import require_passphrase
    from findling.storage.encryption_means import require_means

    paths = context.paths
    require_means(paths)
    if paths.memory:
        raise UsageError(EncryptionMessage.ENCRYPTED_ALREADY(folder=paths.data))
    passphrase = read_passphrase("New passphrase", paths, from_input=context.passphrase_stdin, confirms=True)
    require_passphrase(passphrase)
    _convert(context, paths, ConversionWish(ConversionKind.ENCRYPTION, passphrase, keeps_key=keep))
    _tell(context, "encrypted", f"The library at {show_path(paths.data)} is encrypted. Its index is made again.")


@click.command()
@pass_locked_context
def decrypt(context: Context) -> None:
    """Write the library without encryption again; what has it open is ended first."""
    from findling.encryption.conversion_wish import ConversionKind, ConversionWish

    paths = _require_encrypted(context.paths)
    opened = unlock_on_terminal(paths, from_input=context.passphrase_stdin)
    _convert(context, opened, ConversionWish(ConversionKind.DECRYPTION))
    _tell(context, "decrypted", f"The library at {show_path(paths.data)} is not encrypted any more.")


@click.command()
@click.option("--keep", is_flag=True, help="Keep the key in the system's keyring: then nobody is asked.")
@click.option("--forget", is_flag=True, help="Delete it there: then the passphrase is asked for at each start.")
@pass_locked_context
def passphrase(context: Context, keep: bool, forget: bool) -> None:
    """Change the passphrase of an encrypted library, or whether the keyring has its key.

    With --passphrase-stdin (before the command) the first line is the passphrase, the second the new one.
    """
    from findling.encryption.kept_key import forget_kept_key, keep_key
    from findling.encryption.library_key import change_passphrase, read_key_name

    if keep and forget:
        raise UsageError(CommandMessage.KEEP_OR_FORGET())
    paths = _require_encrypted(context.paths)
    if forget:
        forget_kept_key(read_key_name(paths.key_file))
        _tell(context, "forgotten", "The keyring does not have the key any more.")
        return
    key = ask_key(paths, from_input=context.passphrase_stdin)
    if keep:
        keep_key(key)
        _tell(context, "kept", "The keyring has the key; the library opens without its passphrase.")
        return
    new = read_passphrase("New passphrase", paths, from_input=context.passphrase_stdin, confirms=True)
    change_passphrase(paths.key_file, key, new)
    _tell(context, "changed", "The passphrase is changed.")


def _require_encrypted(paths: LibraryPaths) -> LibraryPaths:
    if paths.memory is None:
        raise UsageError(EncryptionMessage.NOT_ENCRYPTED(folder=paths.data))
    return paths


def _convert(context: Context, paths: LibraryPaths, wish: ConversionWish) -> None:
    """Carry out a conversion, and show how it goes."""
    from findling.processes.library_conversion import LibraryConversion
    from findling.storage.database_conversion import ConversionMonitor

    with running_meter(context, size_text) as meter:
        monitor = ConversionMonitor(lambda step: meter(step.done, step.total, step.stage))
        LibraryConversion(paths, wish).carry_out(monitor)


def _tell(context: Context, state: str, said: str) -> None:
    if context.json:
        print_json({"state": state})
    else:
        console().print(said)
