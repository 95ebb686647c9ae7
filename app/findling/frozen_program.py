"""The frozen program: Findling with its own Python, to which nothing can be added."""

from __future__ import annotations

import sys


def is_frozen() -> bool:
    """Return whether this is the frozen program, and no Python that has Findling."""
    return bool(getattr(sys, "frozen", False))
