"""Saved searches, and the history if it is wanted."""

from __future__ import annotations

import errno
import json
import logging
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from findling.encryption.private_file import PrivateFile
from findling.ui.i18n import formatting

if TYPE_CHECKING:
    from pathlib import Path

_HISTORY_LIMIT = 200
_LONGEST = 1_000
"""A longer text was pasted, and nobody would look for it in a list."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name of its own."""

    name: str
    query: str


class SearchHistory(QObject):
    """Saved searches in the order of the user, and the history, written at every change.

    Changes that cannot be written hold until the window closes. A damaged file is kept under the ending `.damaged`; one
    that is encrypted and whose key is missing is left as it is.
    """

    changed = Signal()
    failed = Signal(str)
    """The reason why a change could not be written; emitted once until a change is written again."""

    def __init__(self, path: Path, parent: QObject | None = None, *, key: bytes | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._file = PrivateFile(path, key)
        self._saved: list[SavedSearch] = []
        self._history: list[str] = []
        self._has_failed = False
        self._read()

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches."""
        return tuple(self._saved)

    def history(self) -> tuple[str, ...]:
        """Return the earlier queries, latest first."""
        return tuple(self._history)

    def save(self, name: str, query: str) -> None:
        """Save a search, in the place of one of the same name."""
        search = SavedSearch(name, query)
        at = self._find(name)
        if at is None:
            self._saved.append(search)
        else:
            self._saved[at] = search
        self._write()

    def rename(self, name: str, new_name: str) -> None:
        """Give a saved search another name, unless another search has it."""
        at = self._find(name)
        if at is not None and self._find(new_name) is None:
            self._saved[at] = replace(self._saved[at], name=new_name)
            self._write()

    def remove(self, name: str) -> None:
        """Remove a saved search."""
        if (at := self._find(name)) is not None:
            del self._saved[at]
            self._write()

    def move(self, name: str, place: int) -> None:
        """Move a saved search to a position."""
        if (at := self._find(name)) is not None:
            self._saved.insert(place, self._saved.pop(at))
            self._write()

    def remember(self, query: str) -> None:
        """Add a query to the history, unless it is too long to have been typed."""
        query = query.strip()
        if query and len(query) <= _LONGEST and self._history[:1] != [query]:
            self._history = [query, *(old for old in self._history if old != query)][:_HISTORY_LIMIT]
            self._write()

    def clear_history(self) -> None:
        """Forget the history."""
        self._history.clear()
        self._write()

    def _find(self, name: str) -> int | None:
        return next((at for at, search in enumerate(self._saved) if search.name == name), None)

    def _read(self) -> None:
        try:
            self._file.require_key()
            written = json.loads(self._file.read())
            self._saved = [SavedSearch(_text(each["name"]), _text(each["query"])) for each in written["saved"]]
            self._history = [_text(query) for query in written["history"]][:_HISTORY_LIMIT]
        except FileNotFoundError:
            return
        except OSError as error:
            _log.warning("the saved searches cannot be read: %s", error)
        except (ValueError, KeyError, TypeError):
            self._saved, self._history = [], []
            self._keep_aside()

    def _keep_aside(self) -> None:
        aside = self._path.with_suffix(f"{self._path.suffix}.damaged")
        _log.warning("the saved searches are damaged and kept as %s", aside)
        try:
            self._path.replace(aside)
        except OSError as error:
            _log.warning("they could not be kept: %s", error)

    def _write(self) -> None:
        content: dict[str, Any] = {"saved": [asdict(each) for each in self._saved], "history": self._history}
        try:
            self._file.require_key()
            self._file.write(json.dumps(content, ensure_ascii=True, indent=1).encode("ascii"))
        except OSError as error:
            self._say_failed(error)
        else:
            self._has_failed = False
        self.changed.emit()

    def _say_failed(self, error: OSError) -> None:
        if self._has_failed:
            return
        self._has_failed = True
        _log.warning("the searches cannot be written: %s", error)
        words = self.tr("Your searches could not be saved: {reason}. They hold until Findling ends.")
        self.failed.emit(words.format(reason=self._explain(error)))

    def _explain(self, error: OSError) -> str:
        match error.errno:
            case errno.ENOSPC | errno.EDQUOT:
                return self.tr("the disk is full")
            case errno.EROFS | errno.EACCES | errno.EPERM:
                return self.tr("{folder} cannot be written to").format(folder=formatting.folder(self._path.parent))
            case _:
                return error.strerror or str(error)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"{value!r} is no text")
    return value
