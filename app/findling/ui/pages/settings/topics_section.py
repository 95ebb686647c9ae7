"""Setting of topics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from findling.ui.pages.settings.section import Section

if TYPE_CHECKING:
    from findling.ui.services.preferences import Preferences


class TopicsSection(Section):
    """Switch of the grouping by topic."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Topics"), parent)
        self._preferences = preferences
        self._switch = QCheckBox()
        self._switch.toggled.connect(lambda on: preferences.change(topics=on))
        self.add_setting(
            self.tr("Group documents by topic"),
            self.tr("While nothing else is to be done, on this computer. Topics that were found stay."),
            self._switch,
        )
        preferences.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._switch.setChecked(self._preferences.settings.topics)
