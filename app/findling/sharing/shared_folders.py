"""Folders that the user shares with programs, in the settings: in force from the next call."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from findling.errors import UsageError
from findling.messages.remedy_templates import Remedy
from findling.messages.sharing_templates import SharingMessage
from findling.paths import absolute
from findling.settings import load_settings, read_settings, write_settings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.paths import LibraryPaths


def read_shared(paths: LibraryPaths) -> tuple[Path, ...]:
    """Return the folders shared at this moment; none where the settings are not clear on it."""
    return parse_shared(load_settings(paths.settings).settings.shared)


def parse_shared(written: Iterable[str]) -> tuple[Path, ...]:
    """Return the folders that a setting names, outermost alone; only absolute paths name any."""
    return _find_outermost(tuple(written))


# Asked twice a call of what is the same for weeks.
@lru_cache(maxsize=4)
def _find_outermost(written: tuple[str, ...]) -> tuple[Path, ...]:
    named = (Path(each).expanduser() for each in written if each and "\0" not in each)
    outermost: list[Path] = []
    # By path, what lies in a folder follows it at once.
    for folder in sorted({absolute(each) for each in named if each.is_absolute()}):
        if not (outermost and folder.is_relative_to(outermost[-1])):
            outermost.append(folder)
    return tuple(outermost)


def is_inside(path: Path, folders: Iterable[Path]) -> bool:
    """Return whether a path is one of some folders, or lies below one; by its name alone."""
    return any(folder == path or folder in path.parents for folder in folders)


def add_folder(shared: Iterable[Path], folder: Path) -> tuple[Path, ...]:
    """Return what is shared once a folder is as well."""
    return parse_shared(map(str, (*shared, folder)))


def drop_folder(shared: Iterable[Path], folder: Path) -> tuple[Path, ...]:
    """Return what is still shared once a folder, and any in it, is not.

    Of a folder above it all is withdrawn too: more is kept back rather than less.
    """
    return tuple(each for each in shared if not is_inside(each, [folder]) and not is_inside(folder, [each]))


def share(paths: LibraryPaths, folder: Path, library: Iterable[Path]) -> tuple[Path, ...]:
    """Share a folder with all in it, from now on; return all that is shared.

    Args:
        paths: of the library.
        folder: one of the library, or one in such a folder.
        library: the folders of the library.

    Raises:
        UsageError: the library does not cover the folder.
        FindlingError: the settings cannot be read or written.
    """
    folder = absolute(folder)
    if not is_inside(folder, library):
        raise UsageError(SharingMessage.OUTSIDE_LIBRARY(folder=folder), Remedy.ADD_THIS_FOLDER())
    try:
        str(folder).encode()
    except UnicodeEncodeError as error:
        raise UsageError(SharingMessage.NAME_NOT_WRITABLE(folder=folder), Remedy.CHOOSE_FOLDER()) from error
    shared = add_folder(parse_shared(read_settings(paths.settings).shared), folder)
    _write(paths, shared)
    return shared


def withdraw(paths: LibraryPaths, folder: Path) -> tuple[Path, ...]:
    """Share a folder no more, as `drop_folder` has it; return what is shared still.

    Raises:
        FindlingError: the settings cannot be read or written.
    """
    before = parse_shared(read_settings(paths.settings).shared)
    shared = drop_folder(before, absolute(folder))
    if shared != before:
        _write(paths, shared)
    return shared


def _write(paths: LibraryPaths, shared: tuple[Path, ...]) -> None:
    paths.create()
    write_settings(paths.settings, replace(read_settings(paths.settings), shared=tuple(map(str, shared))))
