"""Loading of compiled libraries by ctypes: one file serves every version of Python.

They ship with Findling.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.paths import resources
from findling.platform_tag import name_library

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    Prototypes = Mapping[str, tuple[Any, Any]]
    """Function -> ctypes' type of what it returns, and those of what it takes."""


def find_library(stem: str) -> Path:
    """Return where the library of this name lies for this system and processor."""
    return resources() / "native" / name_library(stem)


def open_library(path: Path, prototypes: Prototypes) -> ctypes.CDLL:
    """Load a library from a file; Python's lock is free while a function of it runs.

    Raises:
        FindlingError: there is no such file, or it is for another system or processor.
    """
    try:
        library = ctypes.CDLL(str(path))
    except OSError as error:
        raise FindlingError(LibraryMessage.NATIVE_NOT_LOADED(error=str(error)), Remedy.COMPILE_NATIVE()) from error
    for name, (returns, takes) in prototypes.items():
        function = getattr(library, name)
        function.restype, function.argtypes = returns, takes
    return library
