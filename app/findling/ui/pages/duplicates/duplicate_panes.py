"""Panes of the Duplicates page."""

from __future__ import annotations

from enum import IntEnum


class Pane(IntEnum):
    """Pane of the page, in the order of the splitter."""

    GROUPS = 0
    FILES = 1
    COMPARISON = 2
