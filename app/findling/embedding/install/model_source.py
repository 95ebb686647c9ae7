"""Sources of a model's files as the installer sees them, and a folder as one of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Protocol

from findling.errors import ModelError
from findling.messages.library_templates import LibraryMessage
from findling.messages.model_remedies import ModelRemedy
from findling.messages.model_templates import ModelMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from findling.embedding.catalogue import ModelFile

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class FileOffer:
    """Properties of a file as its source announces them.

    Attributes:
        file: as the catalogue has it.
        bytes: how large the source says it is; None where it does not say.
        digest: its hash as the source has it, SHA-256 or Git's own (64 or 40 hexadecimal digits); "" where it has none.
    """

    file: ModelFile
    bytes: int | None
    digest: str = ""


class ModelSource(Protocol):
    """Source of a model's files."""

    def offer(self, file: ModelFile) -> FileOffer:
        """Return what the source has of a file.

        Raises:
            FindlingError: the source has no such file, or cannot be reached.
        """

    def fetch(self, offer: FileOffer, target: Path, arrived: Callable[[int], None]) -> None:
        """Write a file.

        What was written when it fails stays, so that the next attempt may go on from there.

        Args:
            offer: the file.
            target: where it goes; what is there already is its beginning.
            arrived: called with the size of `target` whenever it grew; what it raises ends the transfer.

        Raises:
            FindlingError: the source fails.
            OSError: the file cannot be written.
        """


class FolderSource:
    """Source of files in a folder, laid out as in the publisher's repository or side by side."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def offer(self, file: ModelFile) -> FileOffer:
        """Look for a file at its own path, then by its name alone.

        Raises:
            ModelError: it is at neither.
        """
        return FileOffer(file, self._find(file).stat().st_size)

    def fetch(self, offer: FileOffer, target: Path, arrived: Callable[[int], None]) -> None:
        """Copy a file, from its beginning each time.

        Raises:
            ModelError: it cannot be read.
            OSError: the copy cannot be written.
        """
        source = self._find(offer.file)
        copied = 0
        with source.open("rb") as stream, target.open("wb") as copy:
            while chunk := _read(stream.read, source):
                copied += copy.write(chunk)
                arrived(copied)

    def _find(self, file: ModelFile) -> Path:
        if not self._folder.is_dir():
            raise ModelError(LibraryMessage.NO_FOLDER(folder=self._folder), Remedy.CHECK_NAME())
        places = (self._folder / file.path, self._folder / PurePosixPath(file.path).name)
        found = next((place for place in places if place.is_file()), None)
        if found is None:
            missing = ModelMessage.NO_SUCH_FILE(folder=self._folder, file=file.path)
            raise ModelError(missing, ModelRemedy.AS_PUBLISHED())
        return found


def _read(read: Callable[[int], bytes], source: Path) -> bytes:
    try:
        return read(_CHUNK)
    except OSError as error:
        unreadable = LibraryMessage.FILE_UNREADABLE(file=source, reason=explain_os_error(error))
        raise ModelError(unreadable, Remedy.CHECK_DISK()) from error
