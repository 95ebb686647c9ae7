"""Encryption of a library that is there already, and its end: file by file, each of which tells what it is.

A kill at any moment leaves each file as it was or as it is to be, and a library with a file for its key in which plain
files are left is opened like any other; whoever writes to it next encrypts the rest.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from findling.encryption.library_key import COST, flush_folder, require_passphrase, write_key
from findling.encryption.private_file import MAGIC, PrivateFile
from findling.errors import FindlingError, LibraryDamagedError, LibraryError, UsageError
from findling.file_erasure import erase_file, overwrite
from findling.library_wipe import LibraryWipe
from findling.messages.encryption_templates import EncryptionMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error
from findling.paths import has_memory_folder, measure_memory_room
from findling.storage.database import translated_errors
from findling.storage.database_file import convert, has_cipher, is_plain, require_sound
from findling.storage.key_match import require_matching_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.paths import LibraryPaths

_DATABASES = ("library.db", "library-user.db", "calls.db")
_NEEDED = frozenset({"library.db", "library-user.db"})
"""Those that no encryption begins without: of backups and the log of calls, a damaged one is deleted."""

_UNFINISHED = re.compile(r"(library|library-user|calls)\.db(\.[1-9])?\.(new|part)(-wal|-shm|-journal)?|searches\.new")
_SET_ASIDE = re.compile(r"(library|library-user|calls)\.db\.damaged(-wal|-shm|-journal)?|searches\.json\.damaged")


def require_means(paths: LibraryPaths) -> None:
    """Raise `FindlingError` where this system or this set-up cannot keep a library encrypted."""
    if not has_cipher():
        raise FindlingError(EncryptionMessage.NO_CIPHER(), Remedy.INSTALL_CIPHER(python=Path(sys.executable)))
    if not has_memory_folder():
        raise FindlingError(EncryptionMessage.NO_MEMORY_FOLDER(), Remedy.ENCRYPT_DISK())
    needed = sum(file.stat().st_size for file in paths.cache.rglob("*") if file.is_file())
    if needed > (free := measure_memory_room()):
        raise FindlingError(EncryptionMessage.MEMORY_TOO_SMALL(needed=needed, free=free), Remedy.ENCRYPT_DISK())


def encrypt_library(paths: LibraryPaths, key: bytes, passphrase: str, *, cost: int = COST) -> LibraryPaths:
    """Encrypt a library, which nothing has open, and return where it lies from now on, with its key.

    `cost` is that of a guess at the passphrase, as for `write_key`.

    Raises:
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
        if file.name in _NEEDED:
            with translated_errors(file):
                require_sound(file)
    require_passphrase(passphrase)
    # No whole databases, which could be converted.
    _erase(paths.data, _SET_ASIDE)
    # From here on what is written is encrypted, by whomever.
    write_key(paths.key_file, key, passphrase, cost=cost)
    kept = paths.as_kept().unlocked(key)
    kept.create()
    complete_encryption(kept)
    return kept


def complete_encryption(paths: LibraryPaths) -> None:
    """Encrypt what is plain in an encrypted library, and delete what has no place in it; to be done by its writer.

    Raises:
        LibraryError: a file cannot be read or written.
    """
    assert paths.key is not None
    require_matching_key(paths.database, paths.key)
    _erase(paths.data, _UNFINISHED)
    _erase(paths.data, _SET_ASIDE, _is_open)
    for file in _list_databases(paths.data):
        if is_plain(file):
            _convert(file, paths.key, encrypts=True)
    with suppress(FileNotFoundError), _explained(paths.searches):
        if not paths.searches.read_bytes().startswith(MAGIC):
            _replace_searches(paths, PrivateFile(paths.searches).read(), paths.key)
    report = LibraryWipe.of_left(paths).carry_out()
    if report.failed:
        raise LibraryError(
            EncryptionMessage.NOT_CONVERTED(file=report.failed[0].path, reason=report.failed[0].reason or ""),
            Remedy.CHECK_PERMISSIONS(),
        )


def decrypt_library(paths: LibraryPaths) -> LibraryPaths:
    """Write a library, which nothing has open, without encryption, and return where it lies from now on.

    Raises:
        UsageError: it is not encrypted.
        LibraryError: a file cannot be read or written; it is encrypted then, or by its next writer.
    """
    if paths.memory is None or paths.key is None:
        raise UsageError(EncryptionMessage.NOT_ENCRYPTED(folder=paths.data))
    require_matching_key(paths.database, paths.key)
    _erase(paths.data, _UNFINISHED)
    # Nobody could open them any more.
    _erase(paths.data, _SET_ASIDE)
    for file in _list_databases(paths.data):
        if not is_plain(file):
            _convert(file, paths.key, encrypts=False)
    with suppress(FileNotFoundError, ValueError), _explained(paths.searches):
        _replace_searches(paths, PrivateFile(paths.searches, paths.key).read(), None)
    scrap = paths.key_file.with_name(f"{paths.key_file.name}.new")
    with _explained(paths.key_file):
        # A file with half a key would keep the library closed.
        paths.key_file.replace(scrap)
        flush_folder(paths.data)
        erase_file(scrap)
    shutil.rmtree(paths.memory, ignore_errors=True)
    return paths.as_kept()


def _list_databases(data: Path) -> Iterator[Path]:
    """Yield the databases of a library, and the backups of its store."""
    for name in _DATABASES:
        yield from (file for file in (data / name, *sorted(data.glob(f"{name}.[1-9]"))) if file.is_file())


def _erase(data: Path, names: re.Pattern[str], is_meant: Callable[[Path], bool] = lambda _: True) -> None:
    """Erase files of a library by their names."""
    for file in data.iterdir():
        if names.fullmatch(file.name) and is_meant(file):
            with _explained(file):
                erase_file(file)


def _is_open(file: Path) -> bool:
    """Return whether anybody could read a file that was set aside, as far as its beginning tells."""
    with file.open("rb") as opened:
        is_sealed = opened.read(len(MAGIC)) == MAGIC
    return is_plain(file) or (file.suffixes[0] == ".json" and not is_sealed)


def _convert(file: Path, key: bytes, *, encrypts: bool) -> None:
    """Put an encrypted file in the place of a plain one, or the other way round, and overwrite what was there.

    Raises:
        LibraryDamagedError: it is damaged, and the library needs it.
        LibraryError: it cannot be read, or the new one not be written.
    """
    try:
        _replace_database(file, key, encrypts=encrypts)
    except LibraryDamagedError:
        if file.name in _NEEDED:
            raise
        erase_file(file)
    for rest in ("-wal", "-shm", "-journal"):
        with _explained(file):
            erase_file(file.with_name(f"{file.name}{rest}"))


def _replace_database(file: Path, key: bytes, *, encrypts: bool) -> None:
    new = file.with_name(f"{file.name}.new")
    with ExitStack() as held, _explained(file), translated_errors(file):
        with suppress(FileNotFoundError):
            held.enter_context(_Leftover(file.with_name(f"{file.name}-wal")))
        os.close(os.open(new, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        try:
            convert(file, new, key, encrypts=encrypts)
            _flush(new)
        except BaseException:
            # On a full disk it takes the room that the library needs.
            _erase(file.parent, re.compile(re.escape(new.name) + "(-wal|-shm|-journal)?"))
            raise
        # The old file is held open while the new one takes its name, so that there is no moment without one.
        with _Leftover(file):
            new.replace(file)
            flush_folder(file.parent)


class _Leftover:
    """File that has no name any more after the block, and is overwritten then; one that still has it is left alone."""

    def __init__(self, file: Path) -> None:
        """Open the file; raises `OSError` where there is none."""
        self._stream = file.open("r+b")

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        with self._stream as opened:
            if not os.fstat(opened.fileno()).st_nlink:
                overwrite(opened.fileno())


def _flush(file: Path) -> None:
    with file.open("r+b") as opened:
        os.fsync(opened.fileno())


def _replace_searches(paths: LibraryPaths, content: bytes, key: bytes | None) -> None:
    with _Leftover(paths.searches):
        PrivateFile(paths.searches, key).write(content)
        # Before the old one is overwritten.
        _flush(paths.searches)
        flush_folder(paths.data)


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    """Translate the system's errors on a file into a library's."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        reason = explain_os_error(error)
        raise LibraryError(
            EncryptionMessage.NOT_CONVERTED(file=file, reason=reason), Remedy.FREE_SPACE_AND_GO_ON()
        ) from error
