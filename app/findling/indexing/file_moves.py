"""Files that come and go within one scan, matched so that moved ones are not read again."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from findling.domain.files import FileStatus
from findling.extraction.parsing import READER_STAMP

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from findling.domain.files import Stat
    from findling.storage.file_table import FileRow, Files

_Identity: TypeAlias = tuple[int, int, int, str]


class FileMoves:
    """Comings and goings of one scan.

    A file that is gone and one that came are the same where inode, size and modification time are equal, by which a
    file that stayed is known as well. The ending of its name has to be equal too, since it says how a file is read.
    """

    def __init__(self, files: Files) -> None:
        self._files = files
        self._came: dict[_Identity, tuple[int, int, Path, int]] = {}
        self._gone: dict[_Identity, FileRow] = {}
        self._removed: list[FileRow] = []
        self._left: set[int] = set()

    def leave(self, rows: Iterable[FileRow]) -> None:
        """Note files that are gone; until `settle` they stay in the library."""
        for row in rows:
            if row.id in self._left:
                continue
            self._left.add(row.id)
            identity = _identify(row.path, row.stat)
            is_read = row.status is FileStatus.INDEXED and row.extractor == READER_STAMP
            if identity is None or not is_read or identity in self._gone:
                self._removed.append(row)
            else:
                self._gone[identity] = row

    def come(self, folder_id: int, path: Path, stat: Stat) -> bool:
        """Move the file that came to this path, if it is known where it was; in a transaction."""
        identity = _identify(path, stat)
        row = self._gone.pop(identity, None) if identity else None
        if row is None:
            return False
        self._files.move(row.id, folder_id, path, stat.changed_ns)
        return True

    def note_added(self, file_id: int, folder_id: int, path: Path, stat: Stat) -> None:
        """Note a file that came and was added, since it may turn out where it went from."""
        if identity := _identify(path, stat):
            self._came[identity] = file_id, folder_id, path, stat.changed_ns

    def settle(self) -> list[FileRow]:
        """Move what came elsewhere, and return what went; inside a transaction."""
        for identity, row in self._gone.items():
            if came := self._came.pop(identity, None):
                added, folder_id, path, changed_ns = came
                self._files.remove([added])
                self._files.move(row.id, folder_id, path, changed_ns)
            else:
                self._removed.append(row)
        went, self._gone, self._removed = self._removed, {}, []
        return went


def _identify(path: Path, stat: Stat) -> _Identity | None:
    """Return what identifies a file wherever it is; None where the system numbers no files."""
    return (stat.inode, stat.size, stat.mtime_ns, path.suffix) if stat.inode else None
