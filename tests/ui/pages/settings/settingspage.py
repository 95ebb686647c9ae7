"""Search for widgets by their accessible names, as a screen reader does."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

Kind = TypeVar("Kind", bound=QWidget)


def named(page: QWidget, kind: type[Kind], name: str) -> Kind:
    """Return the control of this kind and accessible name."""
    return next(each for each in page.findChildren(kind) if each.accessibleName() == name)


def says(page: QWidget, words: str) -> bool:
    """Return whether a visible label contains these words."""
    return any(words in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def pick(box: QComboBox, words: str) -> None:
    """Choose a value as the user does."""
    box.setCurrentText(words)
    box.activated.emit(box.currentIndex())
