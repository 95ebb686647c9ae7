"""Check of a folder before it is added to the library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from findling.paths import absolute
from findling.ui.i18n import formatting

if TYPE_CHECKING:
    from collections.abc import Iterable

translate = QCoreApplication.translate


class FolderVerdict(Enum):
    """Result of a check."""

    FINE = auto()
    MISSING = auto()
    FILE = auto()
    KNOWN = auto()
    COVERED = auto()
    WIDE = auto()
    AROUND = auto()


@dataclass(frozen=True, slots=True)
class FolderCandidate:
    """A path to be added.

    Attributes:
        path: absolute.
        other: folder of the library that covers it, or that lies in it.
    """

    path: Path
    verdict: FolderVerdict
    other: Path | None = None


def check_path(place: Path, known: Iterable[Path]) -> FolderCandidate:
    """Check a path against the folders of the library."""
    path = absolute(place)
    if not path.exists():
        return FolderCandidate(path, FolderVerdict.MISSING)
    if not path.is_dir():
        return FolderCandidate(path, FolderVerdict.FILE)
    for other in sorted(known):
        if other == path:
            return FolderCandidate(path, FolderVerdict.KNOWN, other)
        if other in path.parents:
            return FolderCandidate(path, FolderVerdict.COVERED, other)
        if path in other.parents:
            return FolderCandidate(path, FolderVerdict.WIDE if _is_wide(path) else FolderVerdict.AROUND, other)
    return FolderCandidate(path, FolderVerdict.WIDE if _is_wide(path) else FolderVerdict.FINE)


def comment(candidate: FolderCandidate) -> str:
    """Return a sentence about a candidate; "" if it can be added without comment."""
    folder, other = name(candidate.path), name(candidate.other) if candidate.other else ""
    match candidate.verdict:
        case FolderVerdict.MISSING:
            words = translate("Adding", "There is no folder {folder}.")
        case FolderVerdict.FILE:
            words = translate("Adding", "{folder} is a file; Findling covers whole folders.")
        case FolderVerdict.KNOWN:
            words = translate("Adding", "{folder} is in the list already.")
        case FolderVerdict.COVERED:
            words = translate("Adding", "{folder} is covered already: it lies in {other}.")
        case FolderVerdict.AROUND:
            words = translate("Adding", "{folder} holds {other}, which stays a folder of its own, with its own rules.")
        case FolderVerdict.WIDE:
            words = translate("Adding", "{folder} is very wide: it holds much that is no document of yours.")
        case FolderVerdict.FINE:
            words = ""
    return words.format(folder=folder, other=other)


def name(path: Path) -> str:
    """Return a folder's path for use within a sentence."""
    return formatting.short(formatting.folder(path))


def _is_wide(path: Path) -> bool:
    """Return True for the user's home folder and its parents, up to the whole disk."""
    home = Path.home()
    return path == Path(path.anchor) or path == home or path in home.parents
