"""Messages between the window and the reader process about the log of other programs' calls."""

from __future__ import annotations

from dataclasses import dataclass

from findling.domain.sharing import LoggedCall


@dataclass(frozen=True, slots=True)
class AskCalls:
    """Ask for calls of other programs in which some words occur, the latest first."""

    words: str = ""
    limit: int = 100


@dataclass(frozen=True, slots=True)
class ClearCalls:
    """Delete all calls of other programs from the log; the reply has none."""


@dataclass(frozen=True, slots=True)
class CallsLogged:
    """Calls of other programs, latest first; `in_all` counts those not asked for as well."""

    calls: tuple[LoggedCall, ...]
    in_all: int = 0
