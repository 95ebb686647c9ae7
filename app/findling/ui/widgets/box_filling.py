"""Filling of box layouts in one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

Box = TypeVar("Box", bound=QBoxLayout)


def fill(
    box: Box,
    *parts: QWidget | QLayout | int | tuple[QWidget | QLayout, int],
    margins: tuple[int, ...] = (0, 0, 0, 0),
    spacing: int = 0,
) -> Box:
    """Add parts to a box layout, and return the layout.

    Args:
        box: the layout.
        parts: widgets and layouts, each alone or with its stretch, and integers for stretches between them.
        margins: left, top, right and bottom, in pixels.
        spacing: between the parts, in pixels.
    """
    box.setContentsMargins(*margins)
    box.setSpacing(spacing)
    for each in parts:
        part, stretch = each if isinstance(each, tuple) else (each, 0)
        if isinstance(part, int):
            box.addStretch(part)
        elif isinstance(part, QWidget):
            box.addWidget(part, stretch)
        else:
            box.addLayout(part, stretch)
    return box
