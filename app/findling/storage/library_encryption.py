"""Encryption of a library that exists, and its end: by files, each of which tells its state.

A kill at any moment leaves each file as it was or as it is to be, and a library with a file for its key in which plain
files are left is opened like any other; whoever writes to it next encrypts the rest.
"""

from __future__ import annotations

import re
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

from findling.domain.job_progress import ConversionStage, ConversionStep
from findling.encryption.library_key import COST, require_passphrase, write_key
from findling.encryption.private_file import SEALED_MAGIC, PrivateFile
from findling.encryption.sealed_copies import delete_copies
from findling.errors import LibraryError, UsageError
from findling.file_erasure import erase_file
from findling.folder_sync import sync_folder
from findling.library_wipe import LibraryWipe
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.remedy_templates import Remedy
from findling.storage.database import translated_errors
from findling.storage.database_conversion import (
    NEEDED,
    UNWATCHED,
    ConversionMonitor,
    Leftover,
    convert_databases,
    erase_named,
    explained,
    flush_file,
    until_stopped,
)
from findling.storage.database_file import is_plain, require_sound
from findling.storage.encryption_means import require_means
from findling.storage.key_match import require_matching_key

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from findling.paths import LibraryPaths

_DATABASES = ("library.db", "library-user.db", "calls.db")

_UNFINISHED = re.compile(r"(library|library-user|calls)\.db(\.[1-9])?\.(new|part)(-wal|-shm|-journal)?|searches\.new")
_SET_ASIDE = re.compile(r"(library|library-user|calls)\.db\.damaged(-wal|-shm|-journal)?|searches\.json\.damaged")


def encrypt_library(
    paths: LibraryPaths, key: bytes, passphrase: str, monitor: ConversionMonitor = UNWATCHED, *, cost: int = COST
) -> LibraryPaths:
    """Encrypt a library that nothing has open; return where it lies from now on, with its key.

    `cost` is that of a guess at the passphrase, as for `write_key`.

    Raises:
        ConversionStoppedError: it was to stop; nothing is changed, or what is left is to be completed.
        FindlingError: this system has not what is needed.
        UsageError: it is encrypted already, or the passphrase is too short.
        LibraryDamagedError: it is damaged, and unchanged; its next writer mends it.
        LibraryError: it is encrypted, and its key is missing; or a file cannot be read or written, to be tried again,
            and meanwhile opened with the passphrase.
    """
    require_means(paths)
    # Another may have been faster while the passphrase was typed.
    if paths.as_kept().memory:
        raise UsageError(EncryptionMessage.ENCRYPTED_ALREADY(folder=paths.data))
    require_matching_key(paths.database, None)
    for file in _list_databases(paths.data):
        if file.name in NEEDED:
            monitor.report(ConversionStep(ConversionStage.CHECKING))
            with translated_errors(file), until_stopped():
                require_sound(file, None, monitor.should_stop)
    require_passphrase(passphrase)
    monitor.require_going_on()
    # No whole databases, which could be converted.
    erase_named(paths.data, _SET_ASIDE)
    # From here on what is written is encrypted, by whomever.
    write_key(paths.key_file, key, passphrase, cost=cost)
    kept = paths.as_kept().unlocked(key)
    kept.create()
    complete_encryption(kept, monitor)
    return kept


def is_half_encrypted(paths: LibraryPaths) -> bool:
    """Return whether an encrypted library, which nothing has open, has databases that are not."""
    return paths.memory is not None and any(map(is_plain, _list_databases(paths.data)))


def complete_encryption(paths: LibraryPaths, monitor: ConversionMonitor = UNWATCHED) -> None:
    """Encrypt what is plain in an encrypted library, and delete what has no place in it.

    To be done by its writer.

    Raises:
        ConversionStoppedError: it was to stop.
        LibraryError: a file cannot be read or written.
    """
    assert paths.key is not None
    require_matching_key(paths.database, paths.key)
    erase_named(paths.data, _UNFINISHED)
    erase_named(paths.data, _SET_ASIDE, _is_open)
    convert_databases(
        [each for each in _list_databases(paths.data) if is_plain(each)], paths.key, monitor, encrypts=True
    )
    with suppress(FileNotFoundError), explained(paths.searches):
        if not paths.searches.read_bytes().startswith(SEALED_MAGIC):
            _replace_searches(paths, PrivateFile(paths.searches).read(), paths.key)
    report = LibraryWipe.of_left(paths).carry_out()
    if report.failed:
        raise LibraryError(
            EncryptionMessage.NOT_CONVERTED(file=report.failed[0].path, reason=report.failed[0].reason or ""),
            Remedy.CHECK_PERMISSIONS(),
        )


def decrypt_library(paths: LibraryPaths, monitor: ConversionMonitor = UNWATCHED) -> LibraryPaths:
    """Decrypt a library that nothing has open, and return where it lies from now on.

    Raises:
        ConversionStoppedError: it was to stop; it is encrypted still, or again by its next writer.
        UsageError: it is not encrypted.
        LibraryError: a file cannot be read or written; it is encrypted then, or by its next writer.
    """
    if paths.memory is None or paths.key is None:
        raise UsageError(EncryptionMessage.NOT_ENCRYPTED(folder=paths.data))
    require_matching_key(paths.database, paths.key)
    erase_named(paths.data, _UNFINISHED)
    # Nobody could open them any more.
    erase_named(paths.data, _SET_ASIDE)
    sealed = [each for each in _list_databases(paths.data) if not is_plain(each)]
    convert_databases(sealed, paths.key, monitor, encrypts=False)
    with suppress(FileNotFoundError, ValueError), explained(paths.searches):
        _replace_searches(paths, PrivateFile(paths.searches, paths.key).read(), None)
    with explained(paths.index_copies):
        delete_copies(paths.index_copies)
    scrap = paths.key_file.with_name(f"{paths.key_file.name}.new")
    with explained(paths.key_file):
        # A file with half a key would keep the library closed.
        paths.key_file.replace(scrap)
        sync_folder(paths.data)
        erase_file(scrap)
    shutil.rmtree(paths.memory, ignore_errors=True)
    return paths.as_kept()


def _list_databases(data: Path) -> Iterator[Path]:
    """Yield the databases of a library, and the backups of its store."""
    for name in _DATABASES:
        yield from (file for file in (data / name, *sorted(data.glob(f"{name}.[1-9]"))) if file.is_file())


def _is_open(file: Path) -> bool:
    """Return whether anybody could read a file that was set aside, by what it begins with."""
    with file.open("rb") as opened:
        is_sealed = opened.read(len(SEALED_MAGIC)) == SEALED_MAGIC
    return is_plain(file) or (file.suffixes[0] == ".json" and not is_sealed)


def _replace_searches(paths: LibraryPaths, content: bytes, key: bytes | None) -> None:
    with Leftover(paths.searches):
        PrivateFile(paths.searches, key).write(content)
        # Before the old one is overwritten.
        flush_file(paths.searches)
        sync_folder(paths.data)
