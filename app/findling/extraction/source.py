"""Input of a reader: the bytes of a file, its name, and a heartbeat."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Source:
    """Frozen record of a file to be parsed.

    Attributes:
        data: all its bytes.
        name: the file's name with its suffix, as it is shown; used only where the bytes do not tell.
        beat: called at every page, sheet or message, so that a long file is not taken for a hung reader.
    """

    data: bytes
    name: str
    beat: Callable[[], None] = lambda: None
