"""Action that menus and the palette offer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeySequence


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferedAction:
    """Frozen record of an action.

    Attributes:
        icon: of the theme's set.
        keys: those that do the same, bound elsewhere; None for none.
        begins: a new group of actions begins with it.
    """

    words: str
    icon: str
    do: Callable[[], None]
    keys: QKeySequence | None = None
    enabled: bool = True
    begins: bool = False
