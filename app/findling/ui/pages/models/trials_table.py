"""What was measured of the ways to compute, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from findling.ui.i18n.notices import describe
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.models import ProviderReport

_SUFFIX = "ExecutionProvider"
_NOTHING = "–"


class TrialsTable(QWidget):
    """A row for each way to compute; hidden while nothing was measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[tuple[str, ...], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Spacing.L)
        self._grid.setVerticalSpacing(Spacing.S)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(3, 3)
        self.setAccessibleName(self.tr("What this machine can compute with"))
        self.hide()

    def show_providers(self, providers: Sequence[ProviderReport]) -> None:
        """Show what was measured."""
        self._clear()
        self._names = (self.tr("Computes with"), self.tr("Passages a second"), self.tr("Off by"), self.tr("Verdict"))
        self._add(0, self._names, ("meta",) * len(self._names))
        self.rows = tuple(map(self._describe, providers))
        for row, (cells, report) in enumerate(zip(self.rows, providers, strict=True), start=1):
            self._add(row, cells, ("", "", "", "good" if report.ok else "soft"))
        self.setVisible(bool(providers))

    def _add(self, row: int, cells: Sequence[str], roles: Sequence[str]) -> None:
        for column, (text, role) in enumerate(zip(cells, roles, strict=True)):
            label = Label(text, role)
            label.setAccessibleName(text if row == 0 else f"{self._names[column]}: {text}")
            self._grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _describe(self, report: ProviderReport) -> tuple[str, ...]:
        locale = QLocale()
        name = f"{describe(report.device)} ({report.name.removesuffix(_SUFFIX)})"
        off = locale.toString(report.off, "g", 2) if report.off else _NOTHING
        if not report.ok:
            return name, _NOTHING, off, describe(report.detail) if report.detail else ""
        return name, locale.toString(report.speed, "f", 0), off, self.tr("computes right")
