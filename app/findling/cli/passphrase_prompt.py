"""Passphrases from the terminal or standard input, and the key of a library by them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from findling.encryption.core_dumps import forbid_core_dumps
from findling.errors import LibraryLockedError
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.remedy_templates import Remedy

if TYPE_CHECKING:
    from findling.paths import LibraryPaths

_TRIES = 3


def unlock_on_terminal(paths: LibraryPaths, *, from_input: bool) -> LibraryPaths:
    """Return the paths of a library with its key, from the keyring or else by its passphrase.

    Those of a library without encryption are returned as they are.

    Raises:
        LibraryLockedError: there is nobody to ask, or none of three answers was the passphrase.
        LibraryError: the file with the key cannot be read, or no encrypted library here.
    """
    if paths.memory is None or paths.key is not None:
        return paths
    # Imported here, as most libraries have no key.
    from findling.encryption.kept_key import find_kept_key
    from findling.storage.encryption_means import require_opening

    require_opening()
    forbid_core_dumps()
    key = None if from_input else find_kept_key(paths.key_file)
    return paths.unlocked(key or ask_key(paths, from_input=from_input))


def ask_key(paths: LibraryPaths, *, from_input: bool) -> bytes:
    """Ask for the passphrase of a library, and return the key.

    Raises:
        LibraryLockedError: as `unlock_on_terminal`.
        LibraryError: the file with the key cannot be read.
    """
    from findling.encryption.library_key import open_key

    for left in reversed(range(1 if from_input else _TRIES)):
        passphrase = read_passphrase("Passphrase", paths, from_input=from_input)
        try:
            return open_key(paths.key_file, passphrase)
        except LibraryLockedError as refusal:
            if not left:
                raise
            print(f"findling: {refusal}", file=sys.stderr)
    raise AssertionError("the last try either gives a key or raises")


def _read_line() -> str:
    """Read one line of standard input and not a byte more: the rest belongs to the command."""
    unread = sys.stdin.buffer.raw  # type: ignore[union-attr] # of a file, as every standard stream is
    line = bytearray()
    while (byte := unread.read(1)) and byte != b"\n":
        line += byte
    return line.decode(sys.stdin.encoding, "surrogateescape").rstrip("\r")


def read_passphrase(what: str, paths: LibraryPaths, *, from_input: bool, confirms: bool = False) -> str:
    """Read a passphrase, which is not shown; `confirms` has it typed twice.

    Raises:
        LibraryLockedError: there is no terminal to type it on.
    """
    if from_input:
        return _read_line()
    if not sys.stdin.isatty():
        raise LibraryLockedError(EncryptionMessage.LOCKED(folder=paths.data), Remedy.GIVE_PASSPHRASE())
    return str(click.prompt(what, hide_input=True, err=True, confirmation_prompt=confirms))
