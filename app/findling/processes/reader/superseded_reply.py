"""Reply to a question that a later one made pointless."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Superseded:
    """A later question took this one's place."""
