"""Row above the files of a label: which are listed, and what else the label allows."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from findling.ui.i18n.formatting import one_line
from findling.ui.i18n.translation import isolate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.confirmation import Confirmation
from findling.ui.widgets.controls import ElidedLabel, IconButton
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.popups import NamePopup
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
    """Wish to search its files."""
    remove_agreed = Signal()
    """Consent to take it from all files."""
    renamed = Signal(str)
    """The other name that it is to have."""
    merge_agreed = Signal(str)
    """Name of the label that it is to be made one with."""

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
        self._rename = IconButton(theme, "type", self.tr("Give it another name…"))
        self._rename.clicked.connect(self.ask_new_name)
        remove = IconButton(theme, "trash-2", self.tr("Remove this label…"))
        remove.clicked.connect(self._ask_to_remove)
        self.confirmation = Confirmation(self)
        self.confirmation.agreed.connect(self._agree)
        self._merged_with = ""
        top = QHBoxLayout()
        top.setSpacing(Spacing.S)
        top.addWidget(self._name, 1)
        top.addWidget(search)
        top.addWidget(self._rename)
        top.addWidget(remove)
        below = FlowLayout()
        below.setSpacing(Spacing.M)
        below.addWidget(self.listing)
        below.addWidget(self.watch)
        column = QVBoxLayout(self)
        column.setContentsMargins(Spacing.M, Spacing.M, Spacing.M, Spacing.S)
        column.setSpacing(Spacing.S)
        column.addLayout(top)
        column.addLayout(below)
        column.addWidget(self.confirmation)

    def show_label(self, label: DocumentLabel) -> None:
        """Show a label; what was asked about another one is not meant any more."""
        if self._label is not None and self._label.name != label.name:
            self.confirmation.put_away()
        self._label = label
        self._name.show_name(one_line(label.name))
        self.watch.setChecked(label.watched_since_ns is not None)

    def ask_new_name(self) -> None:
        """Have the user write another name."""
        if self._label is not None:
            popup = NamePopup(self, self.tr("Another name"), self.tr("Rename"), self._label.name)
            popup.given.connect(self.renamed)
            popup.show_below(self._rename)

    def ask_to_merge(self, name: str) -> None:
        """Ask whether the label is to be made one with another, which has the name that was wanted."""
        self._merged_with = name
        words = self.tr("There is a label “{name}” already. Make one of both? Nothing that bears either loses it.")
        self.confirmation.ask(
            words.format(name=isolate(one_line(name))), self.tr("Make one of both"), self.tr("Keep both")
        )

    def _ask_to_remove(self) -> None:
        if self._label is not None:
            self._merged_with = ""
            words = self.tr("Remove this label from %Ln file(s)?", "", self._label.files)
            self.confirmation.ask(words, self.tr("Remove the label"))

    def _agree(self) -> None:
        if self._merged_with:
            self.merge_agreed.emit(self._merged_with)
        else:
            self.remove_agreed.emit()
