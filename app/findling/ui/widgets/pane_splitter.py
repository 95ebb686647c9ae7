"""Panes side by side or one above the other, with handles between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PaneSplitter(QSplitter):
    """Splitter of which no pane collapses, and whose panes are read from the first to the last."""

    def __init__(self, orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> None:
        super().__init__(orientation)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def put(self, *panes: tuple[QWidget, int]) -> None:
        """Put panes in, each with its share of the room."""
        for place, (pane, share) in enumerate(panes):
            self.addWidget(pane)
            self.setStretchFactor(place, share)
        # A splitter lowers what is added to it, and screen readers read from the lowest on.
        for pane, _ in reversed(panes):
            pane.lower()
        self.setSizes([share for _, share in panes])
