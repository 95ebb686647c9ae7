"""Copies of files inside files, opened in other programs: private, and gone with the window."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.messages.library_templates import SearchMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import explain_os_error

if TYPE_CHECKING:
    from collections.abc import Iterable

# What Windows allows in no name (Naming Files, Paths, and Namespaces), and names of its devices.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICE = re.compile(r"(?i)\A(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)")


class OpenedCopies:
    """Folder of copies, each in a folder of its own that nobody else may enter."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def add(self, name: str, pieces: Iterable[bytes]) -> Path:
        """Write a copy under its own name, which programs show, safe from accidental changes.

        Raises:
            FindlingError: it cannot be written.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            place = Path(tempfile.mkdtemp(dir=self._folder))
        except OSError as error:
            raise self._explain(error) from error
        try:
            copy = place / _make_portable(name)
            with os.fdopen(os.open(copy, os.O_CREAT | os.O_EXCL | os.O_WRONLY | _BINARY, 0o400), "wb") as stream:
                for piece in pieces:
                    stream.write(piece)
        except OSError as error:
            shutil.rmtree(place, ignore_errors=True)
            raise self._explain(error) from error
        except BaseException:
            shutil.rmtree(place, ignore_errors=True)
            raise
        return copy

    def clear(self) -> None:
        """Remove all copies; those that another program holds fast go the next time."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _explain(self, error: OSError) -> FindlingError:
        reason = explain_os_error(error)
        return FindlingError(SearchMessage.NO_COPY(folder=self._folder, reason=reason), Remedy.FREE_SPACE_OR_FOLDER())


_BINARY = getattr(os, "O_BINARY", 0)


def _make_portable(name: str) -> str:
    """Return a name that every file system takes."""
    name = _FORBIDDEN.sub("_", name).rstrip(" .") or "_"
    return f"_{name}" if _DEVICE.match(name) else name
