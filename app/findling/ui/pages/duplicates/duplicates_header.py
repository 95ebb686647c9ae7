"""Header of the Duplicates page: totals and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from findling.domain.comparisons import MatchKind
from findling.domain.duplicates import ListForm
from findling.ui.i18n.formatting import folder, size
from findling.ui.pages.duplicates.duplicate_labels import DuplicateLabels, kind_words, share_label
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import IconButton, Label
from findling.ui.widgets.elided_box import ElidedBox

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from findling.domain.duplicates import Totals
    from findling.ui.theme.theme import Theme

_LEAST = 45
_DELAY_MS = 40
_SLIDER_WIDTH = 160
_NARROW = 620
_LEAST_WIDTH = 240


class DuplicatesHeader(QWidget):
    """Totals and filters."""

    filter_changed = Signal()
    """Choice of another kind, folder or similarity."""
    rules_wanted = Signal()
    history_wanted = Signal()
    list_wanted = Signal(object)
    """The groups are wanted as a file: a `ListForm`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._labels = DuplicateLabels(self)
        self.words = Label(self.tr("Duplicates"), "title")
        self.kinds, self.folders = ElidedBox(self.tr("Kind")), ElidedBox(self.tr("Folder"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(_LEAST, 100)
        self.slider.setPageStep(5)
        self.slider.setAccessibleName(self.tr("Least similarity"))
        self.slider.setMinimumWidth(_SLIDER_WIDTH // 2)
        self.slider.setMaximumWidth(_SLIDER_WIDTH)
        self._figure = QLabel()
        self._figure.setMinimumWidth(self._figure.fontMetrics().horizontalAdvance(share_label(1.0)))
        self._delay = QTimer(self, singleShot=True, interval=_DELAY_MS)
        self._delay.timeout.connect(self.filter_changed)
        # What is in it stands in one line or in two, so its own least width is not that of the one line.
        self.setMinimumWidth(_LEAST_WIDTH)
        self._save = IconButton(theme, "download", self.tr("Save the list"))
        self._more = IconButton(theme, "sliders-horizontal", self.tr("Filters"))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._arrange)
        self._filters = QWidget()
        self._below = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._filters)
        self._fill()
        self._lay_out()
        self._show_similarity(self.slider.value())
        self.kinds.currentIndexChanged.connect(self.filter_changed)
        self.folders.currentIndexChanged.connect(self.filter_changed)
        self.slider.valueChanged.connect(self._show_similarity)
        self.slider.valueChanged.connect(lambda: self._delay.start())

    @property
    def threshold(self) -> float:
        """Least similarity, 0..1; 0 at the lowest position of the slider."""
        return self.slider.value() / 100 if self.slider.value() > _LEAST else 0.0

    @property
    def chosen_kinds(self) -> tuple[MatchKind, ...]:
        """The wanted kind of match; empty for all."""
        kind = self.kinds.currentData()
        return (MatchKind(kind),) if kind else ()

    @property
    def chosen_folder(self) -> Path | None:
        """The wanted folder; None for all."""
        path: Path | None = self.folders.currentData()
        return path

    @property
    def is_filtered(self) -> bool:
        """True when a filter is set."""
        return bool(self.threshold or self.chosen_kinds or self.chosen_folder)

    def clear_filters(self) -> None:
        """Clear all filters."""
        self.kinds.setCurrentIndex(0)
        self.folders.setCurrentIndex(0)
        self.slider.setValue(_LEAST)

    def show_totals(self, totals: Totals, uncompared: int, *, templates: bool = False) -> None:
        """Show the totals, which leave out files of one template."""
        said = self.tr("{files} in {groups}, {size} could be freed").format(
            files=self._labels.files(totals.files),
            groups=self._labels.groups(totals.groups),
            size=size(totals.bytes),
        )
        if not totals.groups:
            said = self.tr("No duplicates, but files of one template") if templates else self.tr("No duplicates")
        if uncompared:
            said += " · " + self.tr("%Ln still to be compared", "", uncompared)
        self.words.setText(said)

    def offer(self, folders: Sequence[Path]) -> None:
        """Offer folders to filter by."""
        known = [self.folders.itemData(row) for row in range(1, self.folders.count())]
        chosen = self.chosen_folder
        if chosen is not None and chosen not in folders:
            folders = [*folders, chosen]
        if known == list(folders):
            return
        self.folders.blockSignals(True)
        while self.folders.count() > 1:
            self.folders.removeItem(1)
        for path in folders:
            self.folders.addItem(folder(path), path)
        self.folders.setCurrentIndex(folders.index(chosen) + 1 if chosen in folders else 0)
        self.folders.blockSignals(False)

    def choose_folder(self, path: Path) -> None:
        """Filter by a folder, which may be one within those of the library."""
        if self.folders.findData(path) < 0:
            self.folders.addItem(folder(path), path)
        self.folders.setCurrentIndex(self.folders.findData(path))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the filters away in a narrow window, and put the slider below the boxes."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < _NARROW
        self._below.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._more.setVisible(narrow)
        self._filters.setVisible(not narrow or self._more.isChecked() or self.is_filtered)

    def _fill(self) -> None:
        self.kinds.addItem(self.tr("All kinds"), "")
        for kind in MatchKind:
            self.kinds.addItem(kind_words(kind), kind.value)
        self.folders.addItem(self.tr("All folders"), None)

    def _show_similarity(self, value: int) -> None:
        words = share_label(value / 100) if value > _LEAST else self.tr("any")
        self._figure.setText(words)
        self.slider.setToolTip(self.tr("Files that are at least so much alike: {share}").format(share=words))

    def _offer_lists(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for form in ListForm:
            words = self.tr("Save the list as {format}…").format(format=form.value.upper())
            menu.addAction(words).triggered.connect(lambda _=False, form=form: self.list_wanted.emit(form))
        menu.popup(self._save.mapToGlobal(self._save.rect().bottomLeft()))

    def _lay_out(self) -> None:
        rules = IconButton(self._theme, "list-ordered", self.tr("Which file stays"))
        past = IconButton(self._theme, "history", self.tr("History"))
        rules.clicked.connect(self.rules_wanted)
        past.clicked.connect(self.history_wanted)
        self._save.clicked.connect(self._offer_lists)
        top = QHBoxLayout()
        top.setSpacing(Spacing.XS)
        top.addWidget(self.words, 1)
        for button in (self._more, rules, past, self._save):
            top.addWidget(button)
        likeness = QLabel(self.tr("&Similarity"))
        likeness.setBuddy(self.slider)
        likeness.setProperty("role", "soft")
        boxes, scale = QHBoxLayout(), QHBoxLayout()
        boxes.setSpacing(Spacing.S)
        boxes.addWidget(self.kinds)
        boxes.addWidget(self.folders)
        scale.setSpacing(Spacing.S)
        scale.addWidget(likeness)
        scale.addWidget(self.slider, 1)
        scale.addWidget(self._figure)
        scale.addStretch()
        self._below.setContentsMargins(0, 0, 0, 0)
        self._below.setSpacing(Spacing.S)
        self._below.addLayout(boxes)
        self._below.addSpacing(Spacing.S)
        self._below.addLayout(scale, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(Spacing.L, Spacing.M, Spacing.L, Spacing.XS)
        column.setSpacing(Spacing.S)
        column.addLayout(top)
        column.addWidget(self._filters)
