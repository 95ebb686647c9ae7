"""What a reader is given: a file's bytes, its name, and a way to say that it is still alive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def _silent() -> None:
    """Say nothing: nobody waits for this reader's heartbeat."""


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read whole before any parser sees it.

    Attributes:
        data: all its bytes.
        name: the file's name with its suffix, as shown to people; readers use it only where bytes cannot tell.
        beat: called by readers at every page, sheet or message, so that a long good file is not taken for a hung one.
    """

    data: bytes
    name: str
    beat: Callable[[], None] = _silent
