"""Names of the kinds of files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from findling.formats import format_of

if TYPE_CHECKING:
    from findling.formats import FileKind


def kind_words(kind: FileKind) -> str:
    """Return a kind of file in words, as they stand before its pages or its date."""
    return QCoreApplication.translate("Kinds", format_of(kind).label)
