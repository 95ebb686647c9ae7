"""Bar of the Duplicates page that tells of files that came lately and were there already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu

from findling.domain.duplicate_check import explain_arrival, explain_arrivals
from findling.ui.i18n.formatting import folder
from findling.ui.i18n.notices import describe
from findling.ui.theme.tokens import ICON_SIZE, Spacing
from findling.ui.widgets.controls import Button, Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from findling.domain.duplicate_check import Arrival
    from findling.ui.theme.theme import Theme


class ArrivalBar(QFrame):
    """Line about what came lately, with a button that leads to it; hidden while nothing did."""

    wanted = Signal(object)
    """The `Path` of a file whose group is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._theme = theme
        self._arrivals: tuple[Arrival, ...] = ()
        self._icon = QLabel()
        self._words = Label()
        self._show = Button(self.tr("Show"))
        self._show.clicked.connect(self._offer)
        row = QHBoxLayout(self)
        row.setContentsMargins(Spacing.M, Spacing.S, Spacing.S, Spacing.S)
        row.setSpacing(Spacing.M)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._show, 0, Qt.AlignmentFlag.AlignTop)
        theme.changed.connect(self._draw)
        self._draw()
        self.hide()

    @property
    def words(self) -> str:
        """Return the text; "" while nothing came."""
        return "" if self.isHidden() else self._words.text()

    def show_arrivals(self, arrivals: Sequence[Arrival]) -> None:
        """Show what came, the latest first."""
        self._arrivals = tuple(arrivals)
        self.setVisible(bool(arrivals))
        if arrivals:
            words = describe(explain_arrivals([each.checked for each in reversed(arrivals)]))
            self._words.setText(words)
            self._words.setAccessibleName(words)

    def _offer(self) -> None:
        """Go to the only one, or offer all."""
        if len(self._arrivals) == 1:
            self.wanted.emit(self._arrivals[0].checked.path)
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setToolTipsVisible(True)
        for each in self._arrivals:
            path = each.checked.path
            action = menu.addAction(describe(explain_arrival(each.checked)).replace("&", "&&"))
            action.setToolTip(folder(path))
            action.triggered.connect(lambda _=False, path=path: self.wanted.emit(path))
        menu.popup(self._show.mapToGlobal(self._show.rect().bottomLeft()))

    def _draw(self) -> None:
        self._icon.setPixmap(self._theme.pixmap("download", ICON_SIZE, "soft", self.devicePixelRatioF()))
