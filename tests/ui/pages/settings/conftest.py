"""Fixtures of the settings page, with a stub that answers its requests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from findling.domain.library import ExcludePreview, FolderReport, Status
from findling.domain.models import ModelCard, ModelKind, ModelOffer, ProviderReport
from findling.messages.library_templates import LibraryMessage
from findling.messages.model_templates import ModelMessage
from findling.paths import LibraryPaths
from findling.processes.reader.library_messages import AskFolders, AskStatus, FolderReports, TryExcludes
from findling.processes.reader.model_messages import AskHardware, AskModels, Models, ProviderReports
from findling.ui.pages.settings.page import SettingsPage
from findling.ui.services.preferences import Preferences
from findling.ui.theme.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from findling.paths import LibraryPaths
    from findling.processes.reader.messages import Question, Reply
    from findling.ui.services.services import Services
    from findling.ui.services.shortcuts import Shortcuts


PROVIDERS = (
    ProviderReport("CPUExecutionProvider", ModelMessage.PROCESSOR(), True, 0.0, 40.0, None),
    ProviderReport("CUDAExecutionProvider", ModelMessage.NVIDIA(), True, 1e-4, 900.0, None),
    ProviderReport(
        "WebGpuExecutionProvider", ModelMessage.WEBGPU(), False, 0.3, 0.0, ModelMessage.VECTORS_OFF(far=0.3)
    ),
)


def _reranker(name: str, *, installed: bool) -> ModelCard:
    return ModelCard(
        name, ModelKind.RERANKER, "", "", "", (), 0, 512, "fp32", None, "", False, installed, False, (), ()
    )


RERANKERS = (_reranker("reads-well", installed=True), _reranker("far-away", installed=False))


class Answers:
    """Answers at once; of patterns it takes "[" for a mistake."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[Question] = []

    def ask(self, question: Question, receive: Callable[[Reply, bool], None]) -> int:
        self.asked.append(question)
        match question:
            case AskHardware():
                receive(ProviderReports(PROVIDERS), True)
            case AskModels():
                receive(Models(tuple(map(ModelOffer, RERANKERS))), True)
            case AskStatus():
                receive(
                    Status(
                        model="a",
                        files=12,
                        indexed=12,
                        provider="CPUExecutionProvider",
                        database_bytes=6_100_000,
                        index_bytes=3_400_000,
                    ),
                    True,
                )
            case AskFolders():
                receive(FolderReports((FolderReport(path=self.folder, files=12, indexed=12),)), True)
            case TryExcludes(_, exclude):
                problem = LibraryMessage.NOT_A_PATTERN(pattern="[") if "[" in exclude else None
                receive(ExcludePreview(kept=10, left_out=2, complete=True, problem=problem), True)
        return len(self.asked)

    def forget(self, number: int) -> None:
        pass


class HistoryStub:
    """Counts how often it was cleared."""

    cleared = 0

    def clear_history(self) -> None:
        self.cleared += 1


@pytest.fixture
def preferences(qapp: QApplication, paths: LibraryPaths) -> Iterator[Preferences]:
    preferences = Preferences(paths.settings)
    yield preferences
    preferences.deleteLater()


@pytest.fixture
def shortcuts(services: Services) -> Shortcuts:
    return services.shortcuts


@pytest.fixture
def history() -> HistoryStub:
    return HistoryStub()


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path / "papers")


@pytest.fixture
def link(answers: Answers) -> Answers:
    return answers


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    theme = Theme(qapp)
    yield theme
    theme.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, services: Services, history: HistoryStub) -> SettingsPage:
    page = SettingsPage(services, history)
    qtbot.addWidget(page)
    page.resize(1_000, 700)
    page.show()
    return page
