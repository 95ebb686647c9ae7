"""How a person, or a screen reader, finds things on a page: by their names."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QLabel, QWidget

Kind = TypeVar("Kind", bound=QWidget)


def named(page: QWidget, kind: type[Kind], name: str) -> Kind:
    """The control of this kind and accessible name."""
    return next(each for each in page.findChildren(kind) if each.accessibleName() == name)


def says(page: QWidget, words: str) -> bool:
    """Whether something on the page that is shown says this."""
    return any(words in label.text() for label in page.findChildren(QLabel) if label.isVisible())
