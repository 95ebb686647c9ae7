"""List of the labels of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from findling.ui.i18n import formatting
from findling.ui.widgets.line_list import LineList, ListLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from findling.processes.reader.label_messages import LabelCount
    from findling.ui.theme.theme import Theme
    from findling.ui.widgets.keyed_model import Index


class LabelList(LineList):
    """Labels, each with how many files bear it and for how many new ones it is suggested."""

    chosen = Signal(str)
    """Name of the chosen label; "" for none."""
    entered = Signal()
    """The files of the label are wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Your labels"))
        self.setMinimumWidth(160)

    @property
    def current(self) -> str:
        """Name of the chosen label; "" for none."""
        key = self.lines.key_at(self.currentIndex())
        return key if isinstance(key, str) else ""

    def show_labels(self, labels: Sequence[LabelCount]) -> None:
        """Show the labels; the chosen one stays so while it is there."""
        before = self.current
        self.show_lines([self._make_line(each) for each in labels])
        if self.current != before:
            self.chosen.emit(self.current)

    def choose(self, name: str) -> None:
        """Choose a label."""
        index = self.lines.find_key(name)
        if index.isValid():
            self.setCurrentIndex(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which label is chosen."""
        super().currentChanged(current, previous)
        self.chosen.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the files with Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _make_line(self, each: LabelCount) -> ListLine:
        name = formatting.one_line(each.label.name)
        detail = self.tr("%Ln file(s)", "", each.label.files)
        if each.suggested:
            detail += " · " + self.tr("suggested for %Ln new one(s)", "", each.suggested)
        return ListLine(each.label.name, name, detail, "tag", "accent" if each.suggested else "soft")
