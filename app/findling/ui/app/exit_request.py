"""Requests with which a window ends: open again, convert the library, or forget everything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from findling.encryption.conversion_wish import ConversionWish
    from findling.settings import Settings


@dataclass(frozen=True, slots=True)
class RestartState:
    """State that a restarted window takes over.

    Attributes:
        page: which of the pages.
        query: what was typed.
        at_encryption: of the settings, those of the encryption are to be seen.
    """

    page: int
    query: str
    at_encryption: bool = False


@dataclass(frozen=True, slots=True)
class WipeRequest:
    """Wish that everything be forgotten.

    Attributes:
        settings: that were in force.
        with_settings: they go as well.
    """

    settings: Settings
    with_settings: bool


@dataclass(frozen=True, slots=True)
class ConversionRequest:
    """Wish that the library be encrypted, or not any more, before the window opens again.

    Attributes:
        wish: what is to be done.
        settings: that were in force.
        state: that the next window takes over.
    """

    wish: ConversionWish
    settings: Settings
    state: RestartState


ExitRequest: TypeAlias = RestartState | ConversionRequest | WipeRequest
