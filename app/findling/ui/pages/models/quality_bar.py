"""Published quality of models, made comparable over common tasks, as a bar and a figure."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtWidgets import QGridLayout, QProgressBar, QWidget

from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.controls import Label

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from findling.domain.models import ModelCard

RETRIEVAL = ("SciFact", "NFCorpus", "ArguAna", "FiQA2018", "SCIDOCS", "QuoraRetrieval")
"""Tasks whose measure is nDCG@10: how well what answers a question is found."""
SIMILARITY = ("STSBenchmark", "STS12", "STS13", "STS14", "STS15", "STS16", "SICK-R")
"""Tasks whose measure is Spearman's rho: how well likeness of sentences is told."""

_ALIKE = 0.01


@dataclass(frozen=True, slots=True)
class Quality:
    """Quality of a model, 0..1; None where nothing comparable was published."""

    retrieval: float | None
    similarity: float | None


def compare_quality(cards: Sequence[ModelCard]) -> Mapping[str, Quality]:
    """Return the quality of each model by id; a build has that of its original."""
    scores = {card.id: dict(card.scores) for card in cards}
    published = [each for each in scores.values() if each]
    tasks = set.intersection(*map(set, published)) if published else set()
    own = {model: _weigh(each, tasks) for model, each in scores.items()}
    originals = {card.id: card.original for card in cards}
    return {model: own[model] if scores[model] else own.get(originals[model], own[model]) for model in scores}


def relate(value: float, baseline: float | None) -> int:
    """Compare with the model in use: 1 for better, -1 for worse, 0 for about equal or unknown."""
    if baseline is None or abs(value - baseline) < _ALIKE:
        return 0
    return 1 if value > baseline else -1


def _weigh(scores: Mapping[str, float], tasks: set[str]) -> Quality:
    return Quality(_mean(scores, tasks, RETRIEVAL), _mean(scores, tasks, SIMILARITY))


def _mean(scores: Mapping[str, float], tasks: set[str], wanted: Iterable[str]) -> float | None:
    found = [scores[task] for task in wanted if task in tasks and task in scores]
    return fmean(found) if found else None


_STEPS = 1_000
_BAR_WIDTH = 88


class QualityBars(QWidget):
    """Two lines, retrieval and similarity; hidden where nothing was published."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._retrieval = _Gauge(self.tr("Finds what answers"), self)
        self._similarity = _Gauge(self.tr("Tells what is alike"), self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Spacing.M)
        grid.setVerticalSpacing(Spacing.XS)
        for row, gauge in enumerate((self._retrieval, self._similarity)):
            for column, part in enumerate(gauge.parts):
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(3, 1)
        # What stands beside it may be taller.
        grid.setRowStretch(2, 1)

    @property
    def words(self) -> tuple[str, ...]:
        """Visible text beside the bars."""
        return tuple(each.words for each in (self._retrieval, self._similarity) if each.words)

    def show_quality(self, quality: Quality, baseline: Quality | None, scores: Sequence[tuple[str, float]]) -> None:
        """Show a model's quality beside that of the model in use, and all published scores."""
        listed = ", ".join(f"{task} {QLocale().toString(score, 'f', 3)}" for task, score in scores)
        self.setToolTip(self.tr("Means of what its publisher measured (MTEB): {scores}").format(scores=listed))
        self._retrieval.show_score(quality.retrieval, baseline.retrieval if baseline else None)
        self._similarity.show_score(quality.similarity, baseline.similarity if baseline else None)
        self.setVisible(quality.retrieval is not None or quality.similarity is not None)


class _Gauge(QObject):
    """The parts of one line in the grid."""

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
        """The figure and its comparison with the model in use."""
        return f"{self._figure.text()} {self._comparison.text()}".strip()

    def show_score(self, score: float | None, baseline: float | None) -> None:
        """Show a score of 0..1."""
        for part in self.parts:
            part.setVisible(score is not None)
        if score is None:
            self._figure.setText("")
            self._comparison.setText("")
            return
        self._bar.setValue(round(score * _STEPS))
        self._figure.setText(QLocale().toString(score, "f", 2))
        self._show_comparison(relate(score, baseline) if baseline is not None else None)

    def _show_comparison(self, relation: int | None) -> None:
        words = {1: self.tr("better"), 0: self.tr("as now"), -1: self.tr("less"), None: ""}
        self._comparison.setText(words[relation])
        self._comparison.show_role("good" if relation == 1 else "soft")
        self._bar.setAccessibleDescription(self.words)
