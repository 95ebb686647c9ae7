"""Paths of what ships with Findling, and of what belongs to a library."""

from __future__ import annotations

import os
import stat as modes
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

import platformdirs

from findling.errors import LibraryError
from findling.memory_folder import claim_memory_folder, name_memory_folder
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

_APP = "findling"
_OTHERS = 0o077
_KEY_FILE = "library.key"


def resources() -> Path:
    """Return the folder of what ships with Findling: models, icons, the sample library."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent.parent / "resources"


def absolute(path: Path) -> Path:
    """Return the same path for a process in another folder; links in it stay as users see them."""
    return Path(os.path.abspath(path.expanduser()))  # noqa: PTH100 - Path.resolve would follow the links


def find_outermost(path: Path) -> tuple[Path, tuple[str, ...]]:
    """Split the path of a file inside another, `OUTER/NAME`, into the disk file's and the rest.

    No file on a disk has files below it, so that such a path means nothing else. Any other path is returned as it is,
    with no parts.
    """
    for above in (path, *path.parents):
        try:
            found = above.lstat()
        except (OSError, ValueError):
            continue
        inner = path.relative_to(above).parts
        return (above, inner) if modes.S_ISREG(found.st_mode) else (path, ())
    return path, ()


@dataclass(frozen=True, slots=True)
class LibraryPaths:
    """Folders of a library; with `--library DIR` they are all in that folder.

    Attributes:
        config: folder of the user's settings.
        data: folder of the database and of downloaded models; the source of truth.
        cache: folder of snapshots; may be deleted at any time.
        logs: folder of log files.
        installed: folder of the models that the user installed, where it is another library's.
        memory: folder in memory, in which cache, logs and requests of an encrypted library lie; None for any other.
        left: folders on the disk that `cache` and `logs` would be if the library was not encrypted.
        key: of an encrypted library, 32 bytes, once it was unlocked.
    """

    config: Path
    data: Path
    cache: Path
    logs: Path
    installed: Path | None = None
    memory: Path | None = None
    left: tuple[Path, ...] = ()
    key: bytes | None = field(default=None, repr=False, compare=False)

    @classmethod
    def inside(cls, folder: Path, models: Path | None = None) -> LibraryPaths:
        """Return the paths of a library all in `folder`, but for `models`, if they are elsewhere."""
        folder = folder.expanduser().absolute()
        plain = cls(config=folder, data=folder, cache=folder / "cache", logs=folder / "logs", installed=models)
        return plain.as_kept()

    @classmethod
    def of_platform(cls) -> LibraryPaths:
        """Return the paths of the user's own library, where this platform has such things."""
        dirs = platformdirs.PlatformDirs(_APP, appauthor=False, roaming=False)
        return cls(dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_log_path).as_kept()

    @classmethod
    def choose(cls, folder: Path | None) -> LibraryPaths:
        """Return the paths in a named `folder`, else in $FINDLING_LIBRARY, else the platform's."""
        named = folder or (Path(value) if (value := os.environ.get("FINDLING_LIBRARY")) else None)
        return cls.inside(named) if named else cls.of_platform()

    def as_kept(self) -> Self:
        """Return the paths as they are now, partly in memory for a library with a key's file."""
        if self.memory is None and self.key_file.exists():
            memory = name_memory_folder(self.data)
            left = (self.cache, self.logs)
            return replace(self, cache=memory / "cache", logs=memory / "logs", memory=memory, left=left)
        if self.memory is not None and not self.key_file.exists():
            cache, logs = self.left
            return replace(self, cache=cache, logs=logs, memory=None, left=(), key=None)
        return self

    def unlocked(self, key: bytes) -> Self:
        """Return the paths of the same library with its key."""
        return replace(self, key=key)

    @property
    def key_file(self) -> Path:
        """File with the key of an encrypted library, itself encrypted."""
        return self.data / _KEY_FILE

    @property
    def settings(self) -> Path:
        """File of the user's settings, as TOML."""
        return self.config / "settings.toml"

    @property
    def database(self) -> Path:
        """SQLite database: the source of truth."""
        return self.data / "library.db"

    @property
    def calls(self) -> Path:
        """SQLite database of what other programs asked for."""
        return self.data / "calls.db"

    @property
    def searches(self) -> Path:
        """File of the window's saved and earlier searches, as JSON."""
        return self.data / "searches.json"

    @property
    def membership(self) -> Path:
        """File that says which shared library this one has joined, as JSON."""
        return self.data / "shared-library.json"

    @property
    def publication(self) -> Path:
        """File that says when what is shared there was published last, as JSON."""
        return self.data / "shared-library-state.json"

    @property
    def models(self) -> Path:
        """Folder of the models that the user installed."""
        return self.installed or self.data / "models"

    @property
    def vectors(self) -> Path:
        """Vector indexes, a folder for each space; a cache."""
        return self.cache / "vectors"

    def vectors_of(self, space_id: int) -> Path:
        """Return the folder of the vector index of a space."""
        return self.vectors / str(space_id)

    @property
    def words(self) -> Path:
        """Folder of the word index; a cache."""
        return self.cache / "words"

    @property
    def trial(self) -> Path:
        """Folder of the trial of models, with copies of the texts in its sample; a cache."""
        return self.cache / "trial"

    @property
    def opened(self) -> Path:
        """Folder of copies of files inside files, opened in programs; emptied by the window."""
        return self.cache / "opened"

    @property
    def thumbnails(self) -> Path:
        """Folder of thumbnails; a cache."""
        return self.cache / "thumbnails"

    @property
    def index_copies(self) -> Path:
        """Folder of the sealed copies of an encrypted library's indexes, on the disk."""
        return self.data / "index-copies"

    @property
    def lock(self) -> Path:
        """File of the writer's lock."""
        return self.data / "writer.lock"

    @property
    def requests(self) -> Path:
        """Folder in which other processes leave requests for the writer."""
        return (self.memory or self.data) / "requests"

    @property
    def log(self) -> Path:
        """Log that error messages name."""
        return self.logs / "findling.log"

    @property
    def crash(self) -> Path:
        """Record of the writer's last crash."""
        return self.logs / "writer-crash.txt"

    def close_to_others(self) -> None:
        """Take away other users' rights to all that an earlier release left open to them.

        The folders that the library lies in stay as the user made them; models are no secret, and many files.
        """
        own = [
            self.settings,
            self.database,
            self.lock,
            *self.data.glob("library.db-*"),
            *self.data.glob("library-user.db*"),
            *self.data.glob("calls.db*"),
        ]
        for folder in (self.cache, self.logs, self.requests):
            own += [folder, *folder.rglob("*")]
        for path in own:
            # Beside the folders may lie what is not Findling's; a link's mode is its target's.
            with suppress(OSError):
                mode = path.lstat().st_mode
                if modes.S_IMODE(mode) & _OTHERS and not modes.S_ISLNK(mode):
                    path.chmod(modes.S_IMODE(mode) & ~_OTHERS)

    def create(self) -> None:
        """Create the folders, readable by their owner only.

        Raises:
            LibraryError: one of them cannot be made, or the one in memory is not ours.
        """
        memory = [self.memory] if self.memory else []
        for folder in (*memory, self.config, self.data, self.cache, self.logs, self.requests):
            try:
                if folder == self.memory:
                    claim_memory_folder(folder, self.key_file)
                else:
                    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            except OSError as error:
                raise LibraryError(
                    LibraryMessage.FOLDER_NOT_MADE(folder=folder, reason=explain_os_error(error)),
                    Remedy.OTHER_PLACE_OR_WRITABLE(),
                ) from error
