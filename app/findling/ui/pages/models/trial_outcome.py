"""Outcome of a trial in the window: the advice, and each model's scores and costs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

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
    """Sentence of advice above some lines on each model; hidden while there is no trial."""

    model_wanted = Signal(str)
    """Id of the model that is recommended, to be looked at."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recommended = ""
        self._advice, self._asked = Label(), Label(role="soft")
        self.show_model = Button(self.tr("Show it"), "primary")
        self.show_model.clicked.connect(lambda: self.model_wanted.emit(self._recommended))
        self._models = QWidget()
        self._lines = QVBoxLayout(self._models)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(Spacing.XS)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Spacing.S)
        for part in (self._advice, self.show_model, self._asked, self._models):
            rows.addWidget(part)
        self.hide()

    @property
    def advice(self) -> str:
        """The advice, as it is shown."""
        return "" if self.isHidden() else self._advice.text()

    @property
    def lines(self) -> list[str]:
        """The lines on models, as they are shown."""
        items = map(self._lines.itemAt, range(self._lines.count()))
        widgets = [item.widget() for item in items if item]
        return [widget.text() for widget in widgets if isinstance(widget, Label)]

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
        while self._lines.count():
            item = self._lines.takeAt(0)
            if widget := item.widget() if item else None:
                widget.hide()
                widget.deleteLater()
        for model in report.models:
            self._lines.addWidget(Label(self.tr("Words alone") if model.id == WORDS else isolate(model.id)))
            for parts in (self._describe_scores(model), self._describe_costs(model)):
                if parts:
                    self._lines.addWidget(Label(self.tr(" · ").join(parts), "soft"))

    def _describe_scores(self, model: TrialledModel) -> list[str]:
        best = model.judged if model.is_judged else model.made
        parts = []
        if model.made:
            parts.append(self.tr("made questions {score}").format(score=_score(model.made)))
        if model.judged:
            parts.append(self.tr("judged questions {score}").format(score=_score(model.judged)))
        if best:
            share = isolate(formatting.percent(best.success))
            parts.append(self.tr("right one first: {share}").format(share=share))
        return parts

    def _describe_costs(self, model: TrialledModel) -> list[str]:
        if model.passages_per_second is None or model.hours is None:
            return []
        parts = [self.tr("%Ln passage(s) a second", "", round(model.passages_per_second))]
        if model.bytes:
            parts.append(isolate(formatting.size(model.bytes)))
        time = formatting.about(model.hours * _HOUR)
        return [*parts, self.tr("whole library: {time}").format(time=time)]


def _score(scores: QuestionScores | None) -> str:
    """Return a mean with its interval."""
    if scores is None:
        return ""
    mean, low, high = (
        QLocale().toString(value, "f", 2) for value in (scores.ndcg, scores.interval.low, scores.interval.high)
    )
    return isolate(f"{mean} ({low}–{high})")
