"""Section of the hardware that indexing may use."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from findling.settings import OnBattery
from findling.ui.pages.settings.section import Section
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.wheel_guard import ChoiceBox, Slider

if TYPE_CHECKING:
    from findling.domain.library import Status
    from findling.ui.services.preferences import Preferences

_REST_MS = 500


class HardwareSection(Section):
    """Cores for indexing, and indexing on battery."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Hardware"), parent)
        self._preferences = preferences
        self._threads = Slider(0, os.cpu_count() or 1)
        self._threads.valueChanged.connect(self._show_threads)
        # No restart for each value that the handle is dragged over.
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(lambda: preferences.change(threads=self._threads.value()))
        self._chosen = QLabel()
        self._chosen.setProperty("role", "soft")
        self._battery = ChoiceBox[OnBattery](
            ((OnBattery.PAUSE, self.tr("Rest")), (OnBattery.GO_ON, self.tr("Go on"))),
            lambda on_battery: preferences.change(on_battery=on_battery),
        )
        self._cores = self.add_setting(
            self.tr("Cores for indexing"),
            self.tr("More cores are faster; fewer keep the machine cooler and quieter. Searching is not affected."),
            self._with_words(),
        )
        self._threads.setAccessibleName(self.tr("Cores for indexing"))
        self.add_setting(
            self.tr("On battery"), self.tr("What indexing does while there is no mains power."), self._battery
        )
        preferences.changed.connect(self._show)
        self._show()

    def show_status(self, status: Status) -> None:
        """Show the execution provider in use."""
        provider = status.provider.removesuffix("ExecutionProvider")
        if provider:
            self._cores.remark(self.tr("In use now: {provider}.").format(provider=provider))

    def _with_words(self) -> QWidget:
        both = QWidget()
        fill(QVBoxLayout(both), self._threads, self._chosen, spacing=Spacing.XS)
        return both

    def _show_threads(self, threads: int) -> None:
        words = self.tr("%Ln core(s)", "", threads) if threads else self.tr("Leave it to Findling")
        self._chosen.setText(words)
        self._threads.setAccessibleDescription(words)
        if threads != self._preferences.settings.threads:
            self._rest.start()

    def _show(self) -> None:
        settings = self._preferences.settings
        # A settings file from a larger machine may ask for more cores than there are.
        self._threads.setMaximum(max(self._threads.maximum(), settings.threads))
        if not self._rest.isActive():
            self._threads.setValue(settings.threads)
        self._show_threads(self._threads.value())
        self._battery.show_value(settings.on_battery)
