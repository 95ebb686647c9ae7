"""Encrypted copies on the disk of files in memory, which the next start restores from them.

A copy is `_MAGIC`, a nonce of 12 bytes, and the content by AES-256 in GCM (NIST SP 800-38D), its tag of 16 bytes last;
the tag covers the name as well. What belongs together is listed in one more of them, which is replaced last.
"""

from __future__ import annotations

import hmac
import json
import os
import re
import secrets
import shutil
import stat as modes
from contextlib import suppress
from dataclasses import asdict, dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from findling.folder_sync import sync_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path
    from typing import BinaryIO

    from Cryptodome.Cipher._mode_gcm import GcmMode

_MAGIC = b"FINDLING COPY 1\n"
_LIST = "list"
_OWN = re.compile(rf"[0-9a-f]{{32}}|{_LIST}(\.new)?")
_NONCE_BYTES, _TAG_BYTES = 12, 16
_PIECE = 1 << 20
_PART = "restored"
"""Folder in which files are put together before they are moved to their places."""


@dataclass(frozen=True, slots=True)
class _Copied:
    """State of a file when it was copied, by which one that changed is known.

    Attributes:
        size: in bytes.
        mtime_ns: time of its last change.
        copy: name of the copy; "" where there is none yet.
    """

    size: int
    mtime_ns: int
    copy: str = ""

    def is_of(self, other: _Copied | None) -> bool:
        """Return whether a file is still as it was."""
        return other is not None and (self.size, self.mtime_ns) == (other.size, other.mtime_ns)


class SealedCopies:
    """Copies of chosen files and folders of a folder.

    Args:
        source: folder in memory.
        folder: for the copies, on the disk.
        key: of the library, 32 bytes.
        names: of what is copied in the source, in the order in which it is put back.
        passing: names of files that are not copied, wherever they lie.
    """

    def __init__(self, source: Path, folder: Path, key: bytes, names: Sequence[str], passing: re.Pattern[str]) -> None:
        self._source, self._folder = source, folder
        # One key serves one cipher: the library's own is that of its database.
        self._key = hmac.digest(key, b"findling: copies of its indexes", "sha256")
        self._names, self._passing = names, passing

    def store(self, should_stop: Callable[[], bool] = lambda: False) -> bool:
        """Copy what changed since the last time; return whether the copies are of what is there now.

        Where it is to stop, where a file changes meanwhile, or where there is no room for both, the copies stay as they
        were.

        Raises:
            OSError: the disk is full or fails; likewise.
        """
        there = dict(self._list_files())
        kept = self._read_list()
        same = {name: kept[name] for name, found in there.items() if found.is_of(kept.get(name))}
        if len(same) == len(there) == len(kept):
            return True
        self._folder.mkdir(mode=0o700, exist_ok=True)
        wanted = [name for name in there if name not in same]
        if sum(there[name].size for name in wanted) * 2 > shutil.disk_usage(self._folder).free:
            return False
        fresh: dict[str, _Copied] = {}
        try:
            for name in wanted:
                if should_stop():
                    return False
                copy = secrets.token_hex(16)
                fresh[name] = _Copied(there[name].size, there[name].mtime_ns, copy)
                with (self._source / name).open("rb") as opened:
                    self._seal(opened, self._folder / copy, f"{copy} {name}")
            if dict(self._list_files()) != there:
                return False
            self._write_list(same | fresh)
            kept = same | fresh
        except FileNotFoundError:  # merged away meanwhile
            return False
        finally:
            delete_copies(self._folder, {_LIST, *(each.copy for each in kept.values())})
        return True

    def restore(self) -> bool:
        """Restore the copied files over useless ones; return whether there are whole copies.

        Copies that are damaged, or another library's, are deleted.

        Raises:
            OSError: they cannot be read, or there is no room in memory.
        """
        part = self._source / _PART
        try:
            kept = self._read_list()
            for name, copied in kept.items():
                target = part / name
                target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:
                    self._unseal(self._folder / copied.copy, opened, f"{copied.copy} {name}")
                os.utime(target, ns=(copied.mtime_ns, copied.mtime_ns))
            if kept:
                self._move_into_place(part)
            return bool(kept)
        except (ValueError, FileNotFoundError):
            delete_copies(self._folder)
            return False
        finally:
            shutil.rmtree(part, ignore_errors=True)

    def _list_files(self) -> Iterator[tuple[str, _Copied]]:
        """Yield the files that are to be copied, by their paths in the source."""
        for name in self._names:
            place = self._source / name
            for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
                with suppress(FileNotFoundError):
                    found = file.lstat()
                    if modes.S_ISREG(found.st_mode) and not self._passing.fullmatch(file.name):
                        yield file.relative_to(self._source).as_posix(), _Copied(found.st_size, found.st_mtime_ns)

    def _move_into_place(self, part: Path) -> None:
        for name in self._names:
            if not (part / name).exists():
                continue
            place = self._source / name
            if place.is_dir():
                shutil.rmtree(place)
            (part / name).replace(place)

    def _read_list(self) -> dict[str, _Copied]:
        """Return what was copied; nothing where that is not known.

        Raises:
            OSError: the list cannot be read.
        """
        written = BytesIO()
        try:
            self._unseal(self._folder / _LIST, written, _LIST)
        except (FileNotFoundError, ValueError):
            return {}
        return {name: _Copied(**copied) for name, copied in json.loads(written.getvalue()).items()}

    def _write_list(self, copied: dict[str, _Copied]) -> None:
        content = json.dumps({name: asdict(each) for name, each in copied.items()}).encode()
        new = self._folder / f"{_LIST}.new"
        new.unlink(missing_ok=True)
        self._seal(BytesIO(content), new, _LIST)
        sync_folder(self._folder)
        new.replace(self._folder / _LIST)
        sync_folder(self._folder)

    def _seal(self, source: BinaryIO, copy: Path, name: str) -> None:
        nonce = secrets.token_bytes(_NONCE_BYTES)
        cipher = self._make_cipher(nonce, name)
        with os.fdopen(os.open(copy, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as target:
            target.write(_MAGIC + nonce)
            while piece := source.read(_PIECE):
                target.write(cipher.encrypt(piece))
            target.write(cipher.digest())
            target.flush()
            os.fsync(target.fileno())

    def _unseal(self, copy: Path, target: BinaryIO, name: str) -> None:
        """Write the content of a copy.

        Raises:
            ValueError: it is not what was copied, which is known only after it was written.
        """
        with copy.open("rb") as source:
            left = os.fstat(source.fileno()).st_size - len(_MAGIC) - _NONCE_BYTES - _TAG_BYTES
            if left < 0 or source.read(len(_MAGIC)) != _MAGIC:
                raise ValueError(copy)
            cipher = self._make_cipher(source.read(_NONCE_BYTES), name)
            while left > 0:
                piece = source.read(min(left, _PIECE))
                left -= len(piece) or left
                target.write(cipher.decrypt(piece))
            cipher.verify(source.read(_TAG_BYTES))

    def _make_cipher(self, nonce: bytes, name: str) -> GcmMode:
        from Cryptodome.Cipher import AES

        cipher = AES.new(self._key, AES.MODE_GCM, nonce=nonce, mac_len=_TAG_BYTES)
        cipher.update(_MAGIC + name.encode("utf-8", "surrogateescape"))
        return cipher


def delete_copies(folder: Path, kept: Collection[str] = ()) -> None:
    """Delete the copies in a folder but those named, and the folder once it is empty.

    Raises:
        OSError: one cannot be deleted.
    """
    with suppress(FileNotFoundError):
        for file in folder.iterdir():
            if file.name not in kept and _OWN.fullmatch(file.name):
                file.unlink(missing_ok=True)
        if not any(folder.iterdir()):
            folder.rmdir()
