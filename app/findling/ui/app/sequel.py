"""Sequels of a window: it opens again, or everything is forgotten once it is closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from findling.settings import Settings


@dataclass(frozen=True, slots=True)
class RestartState:
    """State that a restarted window takes over.

    Attributes:
        page: which of the pages.
        query: what was typed.
    """

    page: int
    query: str


@dataclass(frozen=True, slots=True)
class WipeRequest:
    """Wish that everything be forgotten.

    Attributes:
        settings: that were in force.
        with_settings: they go as well.
    """

    settings: Settings
    with_settings: bool


Sequel: TypeAlias = RestartState | WipeRequest
