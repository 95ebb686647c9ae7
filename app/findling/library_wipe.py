"""Removal of all that Findling knows of a user's files, and of nothing else."""

from __future__ import annotations

import os
import re
import stat as modes
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.file_erasure import erase_file
from findling.memory_folder import NOTE, name_memory_folder
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from typing import Self

    from findling.messages.notice import Notice
    from findling.paths import LibraryPaths

WIPE_WORD = "wipe"
"""Word that is to be typed, in every language, before anything goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    """Names of what Findling makes in a folder.

    Attributes:
        files: expressions for whole names.
        folders: rules of the folders that it makes there, by expressions for their names.
        is_whole: all that lies in it, at any depth, is Findling's own.
    """

    files: tuple[str, ...] = ()
    folders: Mapping[str, _Rules] = field(default_factory=lambda: MappingProxyType({}))
    is_whole: bool = False

    def covers(self, file: str) -> bool:
        """Return whether Findling made the file of that name."""
        return self.is_whole or any(re.fullmatch(each, file) for each in self.files)

    def find(self, folder: str) -> _Rules | None:
        """Return the rules of a folder in this one; None where Findling makes none of that name."""
        if self.is_whole:
            return self
        return next((rules for name, rules in self.folders.items() if re.fullmatch(name, folder)), None)


_WHOLE = _Rules(is_whole=True)
_WORDS = _Rules(
    files=(
        # As tantivy names segments, what it writes beside them, and both while they are written.
        r"[0-9a-f]{32}\.[\w.]+",
        r"\.?meta\.json|\.managed\.json|\.tantivy-[\w.-]+|\.tmp\w+",
        "erased",
    )
)
_SQLITE = r"(\.damaged|\.part|(\.[1-9])?\.new)?(-wal|-shm|-journal)?|\.[1-9]"
_REQUESTS = _Rules(files=(r"[0-9a-f]{32}\.(request|progress|reply)(\.\d+)?",))
_DATA = _Rules(
    files=(
        rf"(library|library-user|calls)\.db({_SQLITE})",
        r"searches\.(json(\.damaged)?|new)",
        r"shared-library(-state)?\.(json|new)",
        r"writer\.(lock|json|new)",
        r"library\.key(\.new)?",
    ),
    folders=MappingProxyType({"requests": _REQUESTS, "index-copies": _Rules(files=(r"[0-9a-f]{32}|list(\.new)?",))}),
)
_CACHE = _Rules(
    files=(
        r"(computing|providers|rerankers)\.(json|part|new)",
        "stamp(\\.part|\\.new)?",
        "checked",
        "erased",
        r"trial\.lock",
    ),
    folders=MappingProxyType(
        {
            "words": _Rules(files=_WORDS.files, folders=MappingProxyType({r"(documents|names)": _WORDS})),
            "vectors": _Rules(
                folders=MappingProxyType(
                    {r"\d+": _Rules(files=(r"manifest\.json(\.part)?", r"[\w.-]+\.(hnsw|copies)(\.part)?"))}
                )
            ),
            "opened": _WHOLE,
            "evaluations": _WHOLE,
            "thumbnails": _WHOLE,
            "trial": _WHOLE,
            "restored": _WHOLE,
        }
    ),
)
_LOGS = _Rules(files=(r"(findling|window|reader|models)\.log(\.\d+)?", r"writer-crash\.txt"))
_MEMORY = (r"window\.ini(\.\w+)?",)
_SETTINGS = (r"settings\.(toml|new)", r"settings\.toml\.broken-[\d-]+")


@dataclass(frozen=True, slots=True)
class RemainingPath:
    """File or folder that was not removed; `reason` is None where Findling did not make it."""

    path: Path
    reason: Notice | None = None


@dataclass(frozen=True, slots=True)
class WipeReport:
    """Outcome of a wipe.

    Attributes:
        files, size: number and bytes of the files that are gone.
        remaining: what is still there; of a foreign folder only the folder itself.
    """

    files: int
    size: int
    remaining: tuple[RemainingPath, ...]

    @property
    def failed(self) -> tuple[RemainingPath, ...]:
        """Files of Findling's own that could not be removed."""
        return tuple(each for each in self.remaining if each.reason)


class LibraryWipe:
    """Removal of a library with its store, backups, indexes and logs; installed models stay.

    Nothing follows a link, nor goes into a folder that is mounted where all would go. What Findling did not make stays,
    and so do the folders that it lies in, and those that the user named.

    Args:
        paths: the library; nothing has it open.
        settings: with the user's settings.
        tries: only count what would be removed.
    """

    def __init__(self, paths: LibraryPaths, *, settings: bool = False, tries: bool = False) -> None:
        self._tries = tries
        self._delete: Callable[[Path], None] = Path.unlink
        config = _Rules(files=(*_MEMORY, *(_SETTINGS if settings else ())))
        self._places: dict[Path, _Rules] = {}
        places = [(paths.data, _DATA), (paths.config, config), (paths.cache, _CACHE), (paths.logs, _LOGS)]
        # Both what lies in memory and what lies on the disk: encrypting or decrypting may have been cut off, or the key
        # be missing.
        memory = name_memory_folder(paths.data)
        if not memory.is_symlink():
            own = _Rules(files=(NOTE,), folders=MappingProxyType({"requests": _REQUESTS}))
            places += [(memory, own), (memory / "cache", _CACHE), (memory / "logs", _LOGS)]
        places += zip(paths.left, (_CACHE, _LOGS), strict=False)
        for place, rules in places:
            known = self._places.get(place, _Rules())
            self._places[place] = _Rules(files=known.files + rules.files, folders={**known.folders, **rules.folders})
        self._config = paths.config
        # Told of nowhere: they stay because they were meant to.
        self._models = paths.models
        self._left = () if settings else _SETTINGS
        self._own = {paths.cache, paths.logs, *paths.left, memory, memory / "cache", memory / "logs"}
        if paths.config != paths.data:
            self._own |= {paths.config, paths.data}

    @classmethod
    def of_left(cls, paths: LibraryPaths) -> Self:
        """Return the removal of what an encrypted library left on the disk.

        That is indexes, copies, logs and requests. Files are overwritten first.
        """
        removal = cls(paths)
        cache, logs = paths.left
        removal._places = {
            cache: _CACHE,
            logs: _LOGS,
            paths.data: _Rules(folders=MappingProxyType({"requests": _REQUESTS})),
        }
        removal._own = {cache, logs}
        removal._delete = erase_file
        return removal

    def carry_out(self, spare: Collection[Path] = ()) -> WipeReport:
        """Remove everything; what is to be spared for now is told of nowhere."""
        # The settings page imports this module to be seen at once.
        import psutil

        self._spare = {*spare, self._models, *self._places}
        self._files = self._size = 0
        # Where all that lies in a folder goes, whatever its name, another disk's content must not be taken for it.
        self._mounts = {each.mountpoint for each in psutil.disk_partitions(all=True)}
        self._remaining: list[RemainingPath] = []
        # Folders within others come first.
        for place in sorted(self._places, key=lambda each: len(each.parts), reverse=True):
            if place.is_dir():
                self._clear(place, self._places[place])
                if place in self._own:
                    self._remove_folder(place)
        return WipeReport(self._files, self._size, tuple(self._remaining))

    def _clear(self, folder: Path, rules: _Rules) -> None:
        """Remove what Findling made in a folder."""
        try:
            with os.scandir(folder) as listing:
                entries = sorted(listing, key=lambda entry: entry.name)
        except OSError as error:
            self._remaining.append(RemainingPath(folder, explain_os_error(error)))
            return
        for entry in entries:
            path = Path(entry.path)
            if path in self._spare or self._is_left(path):
                continue
            below = rules.find(entry.name)
            is_own = below is not None and not (below.is_whole and os.path.realpath(path) in self._mounts)
            if entry.is_dir(follow_symlinks=False) and below is not None and is_own:
                self._clear(path, below)
                self._remove_folder(path)
            elif entry.is_file(follow_symlinks=False) and rules.covers(entry.name):
                self._remove(path)
            else:
                self._remaining.append(RemainingPath(path))

    def _is_left(self, path: Path) -> bool:
        """Return whether a file is of the settings, where these are to stay."""
        return path.parent == self._config and any(re.fullmatch(each, path.name) for each in self._left)

    def _remove(self, file: Path) -> None:
        try:
            found = file.lstat()
            if not self._tries:
                self._delete(file)
        except FileNotFoundError:
            return
        except OSError as error:
            self._remaining.append(RemainingPath(file, explain_os_error(error)))
            return
        self._files += 1
        self._size += found.st_size if modes.S_ISREG(found.st_mode) else 0

    def _remove_folder(self, folder: Path) -> None:
        """Remove a folder of Findling's own, unless something is left in it."""
        try:
            if not (self._tries or folder.is_symlink() or any(folder.iterdir())):
                folder.rmdir()
        except OSError as error:
            self._remaining.append(RemainingPath(folder, explain_os_error(error)))
