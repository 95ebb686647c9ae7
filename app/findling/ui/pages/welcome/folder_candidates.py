"""Folders proposed at the first run, with the cost of reading them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from findling.ui.i18n import formatting
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import ElidedLabel, Hairline, Label

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from findling.domain.library import Survey

_NARROW = 420


class CandidateList(QFrame):
    """Folders with check boxes and figures."""

    changed = Signal()
    """The chosen folders or their figures changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._rows: dict[Path, _Row] = {}
        self._column = fill(QVBoxLayout(self), margins=(Spacing.M, Spacing.XS, Spacing.L, Spacing.XS))
        self.hide()

    @property
    def paths(self) -> tuple[Path, ...]:
        """All folders, chosen or not."""
        return tuple(self._rows)

    @property
    def chosen(self) -> tuple[Path, ...]:
        """The checked folders that are not inside another one."""
        ticked = {path for path, row in self._rows.items() if row.tick.isChecked()}
        return tuple(path for path in self._rows if path in ticked and ticked.isdisjoint(path.parents))

    @property
    def unsettled(self) -> tuple[Path, ...]:
        """Folders whose figures are incomplete."""
        return tuple(path for path, row in self._rows.items() if row.survey is None or row.survey.seconds is None)

    def surveys(self) -> tuple[Survey, ...]:
        """Return the known surveys of the chosen folders."""
        rows = (self._rows[path] for path in self.chosen)
        return tuple(row.survey for row in rows if row.survey is not None)

    def words(self, path: Path) -> str:
        """Return the figures shown for a listed folder."""
        return self._rows[path].figures.text()

    def tick(self, path: Path) -> QCheckBox:
        """Return the check box of a listed folder."""
        return self._rows[path].tick

    def add(self, path: Path) -> None:
        """List a folder and check it."""
        if path in self._rows:
            return
        if self._rows:
            self._column.addWidget(Hairline())
        row = self._rows[path] = _Row(path)
        row.tick.toggled.connect(self.changed)
        self._column.addWidget(row)
        self.show()
        self.changed.emit()

    def show_surveys(self, surveys: Iterable[Survey]) -> None:
        """Show surveys, and list their folders."""
        for survey in surveys:
            self.add(survey.path)
            self._rows[survey.path].show_survey(survey)
        self.changed.emit()


class _Row(QWidget):
    """Folder with check box and figures."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.survey: Survey | None = None
        self._folder = formatting.folder(path)
        self.tick = QCheckBox()
        self.tick.setChecked(True)
        self._name = ElidedLabel()
        self._name.show_name(self._folder, str(path))
        self.figures = Label(self.tr("counting…"), "soft", wraps=False)
        self._show_words(self.figures.text())
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(Spacing.S)
        self._words.addWidget(self._name, 1)
        self._words.addWidget(self.figures)
        fill(QHBoxLayout(self), self.tick, (self._words, 1), margins=(0, Spacing.S, 0, Spacing.S), spacing=Spacing.S)

    def show_survey(self, survey: Survey) -> None:
        """Show the cost of reading the folder."""
        first = self.survey is None or not self.survey.complete
        self.survey = survey
        documents = self.tr("%Ln document(s)", "", survey.files)
        if survey.seconds is not None and survey.files:
            words = self.tr("{documents}, {time}") if survey.complete else self.tr("over {documents}, {time}")
            self._show_words(words.format(documents=documents, time=formatting.about(survey.seconds)))
        elif survey.complete:
            self._show_words(documents if survey.files else self.tr("no documents"))
        else:
            self._show_words(self.tr("{documents} so far…").format(documents=documents))
        if first and survey.complete and not survey.files:
            self.tick.setChecked(False)

    def mouseReleaseEvent(self, event: object) -> None:  # noqa: ARG002 - Qt's form
        """Toggle on a click anywhere in the row."""
        self.tick.toggle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the figures below the name if the row is narrow."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        self._words.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(0 if narrow else Spacing.S)
        self.figures.setWordWrap(narrow)

    def _show_words(self, words: str) -> None:
        self.figures.setText(words)
        self.tick.setAccessibleName(f"{self._folder}, {words}")
