"""Controls that leave the wheel to the page around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QSlider

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QWheelEvent

_Value = TypeVar("_Value")


class ChoiceBox(QComboBox, Generic[_Value]):
    """Combo box of a few values with labels."""

    def __init__(self, values: Sequence[tuple[_Value, str]], choose: Callable[[_Value], None]) -> None:
        super().__init__()
        self._values: list[_Value] = []
        self.offer(values)
        self.activated.connect(lambda at: choose(self._values[at]))
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

    def offer(self, values: Sequence[tuple[_Value, str]]) -> None:
        """Replace the values without a signal; an open list of the same labels stays open."""
        offered = [words for _, words in values]
        self._values = [value for value, _ in values]
        if offered != [self.itemText(at) for at in range(self.count())]:
            self.clear()
            self.addItems(offered)

    @property
    def value(self) -> _Value | None:
        """Return the selected value; None if there is none."""
        return self._values[self.currentIndex()] if self.currentIndex() >= 0 else None

    def show_value(self, value: _Value) -> None:
        """Select a value without a signal."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class Slider(QSlider):
    """Slider of a small range."""

    def __init__(self, lowest: int, highest: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(lowest, highest)
        self.setPageStep(1)
        self.setTickInterval(1)
        self.setTickPosition(QSlider.TickPosition.TicksBelow)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()
