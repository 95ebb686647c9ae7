"""How good a model is, by what was published of it: a word, a short bar and the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from findling.ui.pages.models.quality import relate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from findling.ui.pages.models.quality import Quality

_STEPS = 1_000
_BAR_WIDTH = 88


class QualityBars(QWidget):
    """Two lines: finding what answers, and telling what is alike; hidden where nothing was published."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = _Gauge(self.tr("Finds what answers"), self)
        self._likeness = _Gauge(self.tr("Tells what is alike"), self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Spacing.M)
        grid.setVerticalSpacing(Spacing.XS)
        for row, gauge in enumerate((self._finding, self._likeness)):
            for column, part in enumerate(gauge.parts):
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(3, 1)
        # What stands beside it may be taller.
        grid.setRowStretch(2, 1)

    @property
    def words(self) -> tuple[str, ...]:
        """What is said beside the bars."""
        return tuple(each.words for each in (self._finding, self._likeness) if each.words)

    def show_quality(self, quality: Quality, usual: Quality | None, scores: Sequence[tuple[str, float]]) -> None:
        """Show what was published of a model.

        Args:
            quality: of the model.
            usual: of the one in use; None for that one itself.
            scores: all that was published, by task.
        """
        listed = ", ".join(f"{task} {QLocale().toString(score, 'f', 3)}" for task, score in scores)
        self.setToolTip(self.tr("Means of what its publisher measured (MTEB): {scores}").format(scores=listed))
        self._finding.show_score(quality.finding, usual.finding if usual else None)
        self._likeness.show_score(quality.likeness, usual.likeness if usual else None)
        self.setVisible(quality.finding is not None or quality.likeness is not None)


class _Gauge(QObject):
    """The parts of one line, which stand in the grid of both."""

    def __init__(self, name: str, parent: QObject) -> None:
        super().__init__(parent)
        self._name = Label(name, "soft")
        self._bar = QProgressBar(textVisible=False, maximum=_STEPS)
        self._bar.setProperty("role", "thin")
        self._bar.setAccessibleName(name)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._figure = Label(wraps=False)
        self._comparison = Label("", "soft", wraps=False)
        self.parts = (self._name, self._bar, self._figure, self._comparison)

    @property
    def words(self) -> str:
        """The figure, with what it means beside the model in use."""
        return f"{self._figure.text()} {self._comparison.text()}".strip()

    def show_score(self, score: float | None, usual: float | None) -> None:
        """Show a score of 0..1."""
        for part in self.parts:
            part.setVisible(score is not None)
        if score is None:
            self._figure.setText("")
            self._comparison.setText("")
            return
        self._bar.setValue(round(score * _STEPS))
        self._figure.setText(QLocale().toString(score, "f", 2))
        self._show_comparison(relate(score, usual) if usual is not None else None)

    def _show_comparison(self, relation: int | None) -> None:
        words = {1: self.tr("better"), 0: self.tr("as now"), -1: self.tr("less"), None: ""}
        self._comparison.setText(words[relation])
        self._comparison.show_role("good" if relation == 1 else "soft")
        self._bar.setAccessibleDescription(self.words)
