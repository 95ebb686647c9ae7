"""Settings of the hardware for indexing, and of execution provider and reranker."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from findling.domain.models import ModelKind
from findling.processes.reader.model_messages import AskHardware, AskModels, Models, ProviderReports
from findling.settings import OnBattery, WhileInUse
from findling.ui.pages.settings.section import Section
from findling.ui.theme.tokens import Spacing
from findling.ui.widgets.box_filling import fill
from findling.ui.widgets.wheel_guard import ChoiceBox, Slider

if TYPE_CHECKING:
    from findling.domain.library import Status
    from findling.domain.models import ProviderReport
    from findling.processes.reader.messages import Reply
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.services.preferences import Preferences

_REST_MS = 500
_MEASURED = "auto"
_PROCESSOR = "CPUExecutionProvider"
_SUFFIX = "ExecutionProvider"
_ADDRESS_WIDTH = 240
_SERVER = "://"
"""Value for a server among the rerankers; part of every address, and of no name of a model."""


class HardwareSection(Section):
    """Cores for indexing, and what it does beside the user and on battery."""

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
        self._in_use = ChoiceBox[WhileInUse](
            ((WhileInUse.ONE_CORE, self.tr("One core")), (WhileInUse.ALL_CORES, self.tr("All of these cores"))),
            lambda while_in_use: preferences.change(while_in_use=while_in_use),
        )
        self._cores = self.add_setting(
            self.tr("Cores for indexing"),
            self.tr("More cores are faster; fewer keep the machine cooler and quieter. Searching is not affected."),
            self._with_words(),
        )
        self._threads.setAccessibleName(self.tr("Cores for indexing"))
        self.add_setting(
            self.tr("While you use the computer"),
            self.tr("What indexing takes until you are away for some minutes. It always lets other programs go first."),
            self._in_use,
        )
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
        self._in_use.show_value(settings.while_in_use)


class ModelsSection(Section):
    """Execution provider and reranker."""

    def __init__(self, preferences: Preferences, link: ReaderClient, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Models"), parent)
        self._preferences = preferences
        self._link = link
        self._questions: tuple[int, ...] = ()
        self._providers: dict[str, ProviderReport] = {}
        self._rerankers: tuple[str, ...] = ()
        self._provider = ChoiceBox[str]((), lambda name: preferences.change(provider=name))
        self._reranker = ChoiceBox[str]((), self._choose_reranker)
        self._address = QLineEdit(placeholderText="https://rerank.example.org")
        # An address is written from left to right on every page.
        self._address.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._address.setMinimumWidth(_ADDRESS_WIDTH)
        self._address.editingFinished.connect(self._take_address)
        self._computing = self.add_setting(self.tr("Compute with"), "", self._provider)
        self._reading = self.add_setting(
            self.tr("Read the best results again"),
            self.tr(
                "Once a search has rested, a larger model reads the thirty best results and orders them. "
                "That takes seconds of this computer’s or a server’s time. Such a model is installed under Models."
            ),
            self._with_address(),
        )
        self._reranker.setAccessibleName(self.tr("Read the best results again"))
        self._address.setAccessibleName(self.tr("Address of the server that reads again"))
        preferences.changed.connect(self._show)
        self._show()

    def refresh(self) -> None:
        """Request providers and rerankers."""
        for number in self._questions:
            self._link.forget(number)
        # Only names are wanted: for costs, a model would be loaded.
        questions = (AskHardware(), AskModels(costs=False))
        self._questions = tuple(self._link.ask(question, self._receive) for question in questions)

    def _with_address(self) -> QWidget:
        both = QWidget()
        fill(QVBoxLayout(both), self._reranker, self._address, spacing=Spacing.S)
        both.setFocusProxy(self._reranker)
        return both

    def _receive(self, reply: Reply, _final: bool) -> None:
        if isinstance(reply, ProviderReports):
            self._providers = {report.name: report for report in reply.providers if report.ok}
        elif isinstance(reply, Models):
            cards = [offer.card for offer in reply.offers]
            self._rerankers = tuple(c.id for c in cards if c.installed and c.kind is ModelKind.RERANKER)
        self._show()

    def _show(self) -> None:
        self._show_providers(self._preferences.settings.provider)
        # An answer does not replace an address that is being typed.
        if not self._address.hasFocus():
            self._show_rerankers(self._preferences.settings.reranker)

    def _show_providers(self, chosen: str) -> None:
        names = dict.fromkeys((_MEASURED, _PROCESSOR, *self._providers, chosen))
        self._provider.offer([(name, self._provider_label(name)) for name in names])
        self._provider.show_value(chosen)
        self._computing.explain(self._describe(chosen))

    def _show_rerankers(self, chosen: str) -> None:
        is_server = _SERVER in chosen
        names = dict.fromkeys((*self._rerankers, *((chosen,) if chosen and not is_server else ())))
        offered = [(name, name) for name in names]
        self._reranker.offer([("", self.tr("Off")), *offered, (_SERVER, self.tr("A server…"))])
        self._reranker.show_value(_SERVER if is_server else chosen)
        self._address.setText(chosen if is_server else "")
        self._address.setVisible(is_server)
        self._reading.remark("")

    def _provider_label(self, provider: str) -> str:
        if provider == _MEASURED:
            return self.tr("Measured: the fastest that agrees")
        if provider == _PROCESSOR:
            return self.tr("Processor")
        return provider.removesuffix(_SUFFIX)

    def _describe(self, provider: str) -> str:
        """Return the description of a provider."""
        report = self._providers.get(provider)
        if provider == _MEASURED:
            return self.tr("Each is tried for a few seconds; only what computes as the processor does is taken.")
        if provider == _PROCESSOR:
            return self.tr("Runs everywhere, and sets the measure for the others.")
        if report is None:
            return self.tr("Was not measured here. Where it is missing, the processor stands in for it.")
        speed = QLocale().toString(report.speed, "f", 0)
        return self.tr("{speed} passages a second on this computer.").format(speed=speed)

    def _choose_reranker(self, name: str) -> None:
        if name != _SERVER:
            self._preferences.change(reranker=name)
        # Until there is an address, the setting stays what it was.
        self._address.setVisible(name == _SERVER)
        if name == _SERVER:
            self._address.setFocus()

    def _take_address(self) -> None:
        address = self._address.text().strip()
        if address.startswith(("https://", "http://")):
            self._reading.remark("")
            self._preferences.change(reranker=address)
        elif address:
            words = self.tr("Not kept: an address begins with https://, or on this computer http://.")
            self._reading.remark(words, "bad")
        else:
            self._show()
