"""Request of a start of the program to its window, be it opened or open already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchRequest:
    """Request of a start.

    Attributes:
        folders: to add to the library.
        query: to search for at once.
        alike: a file, whose like are to be found; None for none.
        toggle: show the quick window, or hide it.
        background: show nothing, as when the user logs in.
        quits: end the window that is open.
    """

    folders: tuple[Path, ...] = ()
    query: str = ""
    alike: Path | None = None
    toggle: bool = False
    background: bool = False
    quits: bool = False
