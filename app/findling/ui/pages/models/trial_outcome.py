"""Outcome of a trial in the window: the advice, and each model's scores and costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from findling.domain.trials import WORDS, ModelAdvice
from findling.ui.i18n import formatting
from findling.ui.i18n.notices import describe_message
from findling.ui.i18n.translation import isolate
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Button, Label

if TYPE_CHECKING:
    from findling.domain.trials import QuestionScores, TrialledModel, TrialReport

_HOUR = 3_600


class TrialOutcome(QWidget):
    """Sentence of advice above a table; hidden while there is no trial."""

    model_wanted = Signal(str)
    """Id of the model that is recommended, to be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recommended = ""
        self._advice, self._asked = Label(), Label(role="soft")
        self.show_model = Button(self.tr("Show it"), "primary")
        self.show_model.clicked.connect(lambda: self.model_wanted.emit(self._recommended))
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Spacing.L)
        self._grid.setVerticalSpacing(Spacing.XS)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Spacing.S)
        for part in (self._advice, self.show_model, self._asked, self._table):
            rows.addWidget(part)
        self.hide()

    @property
    def advice(self) -> str:
        """The advice, as it is shown."""
        return "" if self.isHidden() else self._advice.text()

    @property
    def rows(self) -> list[list[str]]:
        """The cells of the table, by line."""
        cells = [
            [self._grid.itemAtPosition(row, column) for column in range(self._grid.columnCount())]
            for row in range(self._grid.rowCount())
        ]
        shown = [[cell.widget() if cell else None for cell in row] for row in cells]
        return [[cell.text() if isinstance(cell, Label) else "" for cell in row] for row in shown if row[0]]

    def show_report(self, report: TrialReport | None) -> None:
        """Show how a trial stands; None for none."""
        self.setVisible(report is not None)
        if report is None:
            return
        self._recommended = report.recommended
        self._advice.setText(describe_message(report.reason))
        self.show_model.setVisible(report.advice is ModelAdvice.CHANGE)
        self._asked.setText(self._count(report))
        self._fill(report)

    def _count(self, report: TrialReport) -> str:
        asked = self.tr("%Ln question(s)", "", report.questions)
        documents = self.tr("over %Ln document(s)", "", report.documents)
        judged = self.tr("%Ln judged", "", report.judged)
        return self.tr("{asked} {documents}, {judged}").format(asked=asked, documents=documents, judged=judged)

    def _fill(self, report: TrialReport) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            if widget := item.widget() if item else None:
                widget.hide()
                widget.deleteLater()
        heads = (
            self.tr("Model"),
            self.tr("Made questions"),
            self.tr("Judged questions"),
            self.tr("Right one first"),
            self.tr("Passages a second"),
            self.tr("Size"),
            self.tr("Whole library"),
        )
        for column, words in enumerate(heads):
            self._grid.addWidget(Label(words, "soft"), 0, column)
        for row, model in enumerate(report.models, start=1):
            for column, words in enumerate(self._describe(model)):
                self._grid.addWidget(Label(words, wraps=column == 0), row, column)
        self._grid.setColumnStretch(0, 1)

    def _describe(self, model: TrialledModel) -> tuple[str, ...]:
        name = self.tr("Words alone") if model.id == WORDS else isolate(model.id)
        best = model.judged if model.is_judged else model.made
        speed, hours = model.passages_per_second, model.hours
        return (
            name,
            _score(model.made),
            _score(model.judged),
            QLocale().toString(round(best.success * 100)) + QLocale().percent() if best else "",
            formatting.count(round(speed)) if speed else "",
            formatting.size(model.bytes) if model.bytes else "",
            formatting.about(hours * _HOUR) if hours is not None else "",
        )


def _score(scores: QuestionScores | None) -> str:
    """Return a mean with its interval."""
    if scores is None:
        return ""
    mean, low, high = (
        QLocale().toString(value, "f", 2) for value in (scores.ndcg, scores.interval.low, scores.interval.high)
    )
    return isolate(f"{mean} ({low}–{high})")
