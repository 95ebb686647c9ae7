"""Row above the map: what points are coloured by, a search shown on it, and its size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from findling.formats import format_of
from findling.ui.i18n import formatting
from findling.ui.pages.topics.map_points import NO_VALUE, Colouring
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import IconButton, Label, LabelledButton
from findling.ui.widgets.flow_layout import FlowLayout
from findling.ui.widgets.wheel_guard import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.domain.topics import TopicMap
    from findling.ui.pages.topics.map_points import MapPoints
    from findling.ui.theme.theme import Theme

translate = QCoreApplication.translate

_REST_MS = 250
_EXPLAINED = 10
_SAMPLE = 10


class MapHeader(QWidget):
    """Choices of the map."""

    colouring_chosen = Signal(Colouring)
    searched = Signal(str)
    """Query that documents are to light up for; "" for none."""
    sample_chosen = Signal(int)
    """Value of the colour whose documents are wanted."""
    zoomed = Signal(int)
    """1 for nearer, -1 for farther, 0 for all of the map."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colouring = ChoiceBox[Colouring](
            (
                (Colouring.TOPIC, self.tr("Topic")),
                (Colouring.FOLDER, self.tr("Folder")),
                (Colouring.KIND, self.tr("Type")),
                (Colouring.YEAR, self.tr("Year")),
                (Colouring.LABEL, self.tr("Label")),
            ),
            self.colouring_chosen.emit,
        )
        self.colouring.setAccessibleName(self.tr("Colours of the map"))
        self.colouring.setToolTip(self.tr("Colours of the map"))
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(self.tr("Light up what you search for"))
        self.search.setAccessibleName(self.tr("Light up what you search for"))
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.search.textChanged.connect(lambda _: self._rest.start())
        self.legend = QWidget()
        self._samples = FlowLayout(self.legend)
        row = QHBoxLayout()
        row.setSpacing(Spacing.S)
        row.addWidget(self.search, 1)
        row.addWidget(self.colouring)
        for icon, words, by in (
            ("zoom-out", self.tr("Zoom out"), -1),
            ("zoom-in", self.tr("Zoom in"), 1),
            ("map", self.tr("Show all of the map"), 0),
        ):
            button = IconButton(theme, icon, words)
            button.clicked.connect(lambda _=False, by=by: self.zoomed.emit(by))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Spacing.M, Spacing.M, Spacing.M, Spacing.S)
        column.setSpacing(Spacing.S)
        column.addLayout(row)
        column.addWidget(self.legend)

    def explain(self, points: MapPoints, colouring: Colouring, colour: Callable[[int], QColor]) -> None:
        """Show which colour stands for what; topics have their names on the map."""
        while (item := self._samples.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.legend.setVisible(colouring is not Colouring.TOPIC)
        if colouring is Colouring.TOPIC:
            return
        for value in _choose_explained(points, colouring):
            words = self._name(points.map, colouring, value)
            sample = _Sample(colour(value), f"{words} ({formatting.count(points.count(colouring, value))})")
            sample.clicked.connect(lambda _=False, value=value: self.sample_chosen.emit(value))
            self._samples.addWidget(sample)
        if colouring is Colouring.LABEL and not points.map.labels:
            self._samples.addWidget(Label(self.tr("No document bears a label yet."), "meta"))

    def forget_search(self) -> None:
        """Empty the field without telling so: something else is shown."""
        self._rest.stop()
        with QSignalBlocker(self.search):
            self.search.clear()

    def _name(self, drawn: TopicMap, colouring: Colouring, value: int) -> str:
        match colouring:
            case Colouring.FOLDER if value < len(drawn.folder_names):
                return formatting.short(formatting.one_line(Path(drawn.folder_names[value]).name), 24)
            case Colouring.KIND:
                return translate("Kinds", format_of(drawn.kind_names[value]).label)
            case Colouring.YEAR:
                return str(value)
            case Colouring.LABEL if value != NO_VALUE:
                return formatting.short(formatting.one_line(drawn.labels[value].name), 24)
            case Colouring.LABEL:
                return self.tr("No label")
            case _:
                return self.tr("Others")


class _Sample(LabelledButton):
    """A colour with what it stands for, and the button that shows the documents of that colour."""

    def __init__(self, colour: QColor, words: str) -> None:
        super().__init__()
        dot = QPixmap(_SAMPLE, _SAMPLE)
        dot.fill(Qt.GlobalColor.transparent)
        painter = QPainter(dot)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(dot.rect())
        painter.end()
        self.setIcon(QIcon(dot))
        self.setIconSize(QSize(_SAMPLE, _SAMPLE))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setAutoRaise(True)
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _choose_explained(points: MapPoints, colouring: Colouring) -> list[int]:
    """Return at most `_EXPLAINED` values; of labels, those of most documents, and `NO_VALUE`."""
    values = list(dict.fromkeys(group.value for group in points.coloured(colouring)))
    match colouring:
        case Colouring.YEAR:
            return _spread(values)
        case Colouring.LABEL if points.map.labels:
            return [*sorted(value for value in values if value != NO_VALUE)[:_EXPLAINED], NO_VALUE]
        case Colouring.LABEL:
            return []
    return values[:_EXPLAINED]


def _spread(values: list[int]) -> list[int]:
    """Return at most `_EXPLAINED` values, from the first to the last."""
    step = max(-(-len(values) // _EXPLAINED), 1)
    return values[::step]
