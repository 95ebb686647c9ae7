"""Roles: what a plain widget is for, which decides how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the style sheet, at any time."""
    _set(widget, "role", role)


def set_state(widget: QWidget, state: str) -> None:
    """Say that something is the matter with a widget ("bad"), or no longer ("")."""
    _set(widget, "state", state)


def _set(widget: QWidget, name: str, value: str) -> None:
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    # The style sheet reads properties when it first meets a widget, and not again by itself.
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()
