"""Row above the files of a label: which of them are listed, and what else can be done with the label."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from findling.ui.i18n.formatting import one_line
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.confirmation import Confirmation
from findling.ui.widgets.controls import ElidedLabel, IconButton
from findling.ui.widgets.wheel_guard import ChoiceBox

if TYPE_CHECKING:
    from findling.domain.labels import DocumentLabel
    from findling.ui.theme.theme import Theme


class Listing(Enum):
    """Files of a label that are listed, and their order."""

    LEAST_SURE = auto()
    SUREST = auto()
    BEARERS = auto()


class LabelHeader(QWidget):
    """Name of a label, with choices."""

    listing_chosen = Signal(Listing)
    watch_toggled = Signal(bool)
    search_wanted = Signal()
    """Its files are to be searched."""
    remove_agreed = Signal()
    """It is to be taken from all files."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label: DocumentLabel | None = None
        self._name = ElidedLabel("", "title")
        self.listing = ChoiceBox[Listing](
            (
                (Listing.LEAST_SURE, self.tr("Suggested, the least sure first")),
                (Listing.SUREST, self.tr("Suggested, the surest first")),
                (Listing.BEARERS, self.tr("Files that bear it")),
            ),
            self.listing_chosen.emit,
        )
        self.listing.setAccessibleName(self.tr("Which files are listed"))
        self.watch = QCheckBox(self.tr("Suggest it for new files"))
        self.watch.setToolTip(self.tr("It is only suggested: nothing bears it that you did not give it."))
        self.watch.clicked.connect(lambda checked: self.watch_toggled.emit(checked))
        search = IconButton(theme, "search", self.tr("Search in the files that bear it"))
        search.clicked.connect(self.search_wanted)
        remove = IconButton(theme, "trash-2", self.tr("Remove this label…"))
        remove.clicked.connect(self._ask_to_remove)
        self.confirmation = Confirmation(self)
        self.confirmation.agreed.connect(self.remove_agreed)
        top = QHBoxLayout()
        top.setSpacing(Spacing.S)
        top.addWidget(self._name, 1)
        top.addWidget(search)
        top.addWidget(remove)
        below = QHBoxLayout()
        below.setSpacing(Spacing.M)
        below.addWidget(self.listing)
        below.addWidget(self.watch)
        below.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Spacing.M, Spacing.M, Spacing.M, Spacing.S)
        column.setSpacing(Spacing.S)
        column.addLayout(top)
        column.addLayout(below)
        column.addWidget(self.confirmation)

    def show_label(self, label: DocumentLabel) -> None:
        """Show a label."""
        self._label = label
        self._name.show_name(one_line(label.name))
        self.watch.setChecked(label.watched_since_ns is not None)

    def _ask_to_remove(self) -> None:
        if self._label is not None:
            words = self.tr("Remove this label from %Ln file(s)? It cannot be brought back.", "", self._label.files)
            self.confirmation.ask(words, self.tr("Remove the label"))
