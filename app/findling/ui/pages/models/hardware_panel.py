"""Hardware in use, and the measured table of execution providers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.progress_strip import ProgressStrip
from findling.ui.widgets.remedies import RemedyButtons, find_offers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.domain.library import Status
    from findling.domain.models import ProviderReport
    from findling.ui.theme.theme import Theme

_SUFFIX = "ExecutionProvider"
_NOTHING = "–"


class TrialsTable(QWidget):
    """A row for each execution provider; hidden while nothing was measured."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[tuple[str, ...], ...] = ()
        self._names = (self.tr("Computes with"), self.tr("Passages a second"), self.tr("Off by"), self.tr("Verdict"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Spacing.L)
        self._grid.setVerticalSpacing(Spacing.S)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(3, 3)
        self.setAccessibleName(self.tr("What this machine can compute with"))
        self.hide()

    def show_providers(self, providers: Sequence[ProviderReport]) -> None:
        """Show measurements."""
        self._clear()
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


class HardwarePanel(QFrame):
    """The table, and a button that measures again."""

    measure_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._in_use = Label(self.tr("Asking what computes…"))
        self._trouble = Label(role="warn")
        self._trouble.hide()
        self.remedies = RemedyButtons()
        self.measure = Button(self.tr("Measure"))
        self.measure.clicked.connect(self.measure_wanted)
        self.table = TrialsTable()
        self.strip = ProgressStrip()
        self.notice = NoticeBar(theme)
        set_role(self.notice, "")
        self._lay_out()

    @property
    def words(self) -> tuple[str, ...]:
        """Visible text above the table, line by line."""
        return tuple(label.text() for label in (self._in_use, self._trouble) if not label.isHidden())

    def show_status(self, status: Status) -> None:
        """Show the provider in use."""
        if status.remote:
            words = self.tr("In use now: a server, {address}.").format(address=status.remote)
        else:
            words = self.tr("In use now: {provider}.").format(provider=status.provider.removesuffix(_SUFFIX))
        self._in_use.setText(words)
        self._trouble.setText(formatting.one_line(" ".join(map(describe, status.notices))))
        self._trouble.setVisible(bool(status.notices))
        self.remedies.show_offers([offer for each in status.notices for offer in find_offers(each)])

    def show_providers(self, providers: Sequence[ProviderReport]) -> None:
        """Show measurements, if any."""
        self.table.show_providers(providers)
        self.measure.setText(self.tr("Measure again") if providers else self.tr("Measure"))

    def show_work(self, *, is_busy: bool) -> None:
        """Show whether a measurement is running."""
        self.measure.setEnabled(not is_busy)
        if is_busy:
            self.notice.hide()
            self.strip.begin(self.tr("Measuring; this takes some five seconds…"))
        else:
            self.strip.end()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(Spacing.M)
        top.addWidget(self._in_use, 1)
        top.addWidget(self.measure)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.M)
        rows.setSpacing(Spacing.S)
        rows.addLayout(top)
        rows.addWidget(Label(self.tr("The fastest that computes right to a thousandth is taken."), "soft"))
        for part in (self._trouble, self.remedies, self.table, self.strip, self.notice):
            rows.addWidget(part)
