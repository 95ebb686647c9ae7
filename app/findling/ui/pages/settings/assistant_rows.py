"""Rows of the assistants on this computer, each with a button that registers Findling."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from findling.errors import FindlingError
from findling.sharing.assistants import (
    find_entry,
    is_registered,
    list_assistants,
    register_assistant,
    unregister_assistant,
)
from findling.ui.i18n.notices import describe
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.controls import Button, Label

if TYPE_CHECKING:
    from pathlib import Path

    from findling.paths import LibraryPaths
    from findling.sharing.assistants import Assistant, ProgramEntry


class AssistantRows(QWidget):
    """Assistants that the owner of a home folder, by default the user, has started before."""

    def __init__(self, paths: LibraryPaths, home: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rows = fill(QVBoxLayout(self), spacing=Spacing.S)
        found = [assistant for assistant in list_assistants(home) if assistant.is_found]
        for assistant in found:
            rows.addWidget(AssistantRow(assistant, find_entry(paths)))
        if not found:
            rows.addWidget(
                Label(self.tr("None that Findling knows. For others, “findling mcp” is the command to start."), "soft")
            )


class AssistantRow(QWidget):
    """One assistant."""

    def __init__(self, assistant: Assistant, entry: ProgramEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._assistant, self._entry = assistant, entry
        self._button = Button("")
        self._button.clicked.connect(self._change)
        self._said = Label("", "soft")
        line = fill(QHBoxLayout(), Label(assistant.title, wraps=False), (self._said, 1), self._button)
        line.setSpacing(Spacing.M)
        fill(QVBoxLayout(self), line)
        self._show()

    def _show(self) -> None:
        self._is_entered = is_registered(self._assistant)
        self._button.setText(self.tr("Disconnect") if self._is_entered else self.tr("Connect"))
        self._button.setAccessibleName(f"{self._button.text()}: {self._assistant.title}")

    def _change(self) -> None:
        try:
            if self._is_entered:
                unregister_assistant(self._assistant)
            else:
                register_assistant(self._assistant, self._entry)
        except FindlingError as error:
            self._said.setText(describe(error.notice))
            self._said.show_role("bad")
            return
        self._show()
        self._said.setText(self.tr("Holds from its next start on."))
        self._said.show_role("soft")
