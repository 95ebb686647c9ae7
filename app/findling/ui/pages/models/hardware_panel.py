"""What this machine can compute with: what really runs, and the measured table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe
from findling.ui.pages.models.trials_table import TrialsTable
from findling.ui.theme.style import set_role
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label
from findling.ui.widgets.notice_bar import NoticeBar
from findling.ui.widgets.progress_strip import ProgressStrip
from findling.ui.widgets.remedies import RemedyButtons, find_offers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from findling.domain.library import Status
    from findling.domain.models import ProviderReport
    from findling.ui.theme.theme import Theme

_SUFFIX = "ExecutionProvider"


class HardwarePanel(QFrame):
    """The table, and a button that measures it anew."""

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
        """What it says, line by line, above the table."""
        return tuple(label.text() for label in (self._in_use, self._trouble) if not label.isHidden())

    def show_status(self, status: Status) -> None:
        """Say what really computes."""
        if status.remote:
            words = self.tr("In use now: a server, {address}.").format(address=status.remote)
        else:
            words = self.tr("In use now: {provider}.").format(provider=status.provider.removesuffix(_SUFFIX))
        self._in_use.setText(words)
        self._trouble.setText(formatting.one_line(" ".join(map(describe, status.notices))))
        self._trouble.setVisible(bool(status.notices))
        self.remedies.show_offers([offer for each in status.notices for offer in find_offers(each)])

    def show_providers(self, providers: Sequence[ProviderReport]) -> None:
        """Show what was measured; nothing where that was never done."""
        self.table.show_providers(providers)
        self.measure.setText(self.tr("Measure again") if providers else self.tr("Measure"))

    def show_work(self, *, is_busy: bool) -> None:
        """Say whether it is being measured."""
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
