"""What was found when a model was tried: a line for each look at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from findling.ui.i18n.notices import describe
from findling.ui.theme.tokens import ICON_SIZE, Spacing
from findling.ui.widgets.controls import Label

if TYPE_CHECKING:
    from findling.domain.models import Finding, Verification
    from findling.ui.theme.theme import Theme

_SIGNS = {True: ("circle-check", "good"), False: ("circle-alert", "bad"), None: ("info", "soft")}


class FindingsList(QWidget):
    """Findings, each with a sign, what was looked at, and what came out; hidden while there are none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._signs: list[tuple[QLabel, bool | None]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, Spacing.S, 0, 0)
        self._grid.setHorizontalSpacing(Spacing.S)
        self._grid.setVerticalSpacing(Spacing.XS)
        self._grid.setColumnStretch(2, 1)
        theme.changed.connect(self._draw)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What is said, line by line."""
        items = (self._grid.itemAtPosition(row, 2) for row in range(len(self._signs)))
        return tuple(widget.text() for item in items if item and isinstance(widget := item.widget(), QLabel))

    def show_findings(self, verification: Verification) -> None:
        """Show what came out."""
        self.clear()
        for row, finding in enumerate(verification.findings):
            self._add(row, finding)
        self._draw()
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._signs.clear()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the signs anew where the screen has another density."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._draw()

    def _add(self, row: int, finding: Finding) -> None:
        sign = QLabel()
        name = Label(self._name(finding.name), "soft", wraps=False)
        detail = Label(describe(finding.detail), "bad" if finding.ok is False else "")
        detail.setAccessibleName(f"{name.text()}: {detail.text()}")
        for column, label in enumerate((sign, name, detail)):
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0))
        self._signs.append((sign, finding.ok))

    def _name(self, name: str) -> str:
        names = {
            "files": self.tr("Files"),
            "graph": self.tr("Computing"),
            "dimensions": self.tr("Dimensions"),
            "length": self.tr("Length"),
            "answer": self.tr("Known answer"),
            "prefix": self.tr("Prefix"),
            "order": self.tr("Order"),
            "speed": self.tr("Speed"),
        }
        return names.get(name, name)

    def _draw(self) -> None:
        for sign, ok in self._signs:
            icon, token = _SIGNS[ok]
            sign.setPixmap(self._theme.pixmap(icon, ICON_SIZE, token, self.devicePixelRatioF()))
