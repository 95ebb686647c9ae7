"""Fixtures of the window's tests: a home, stubs of the processes and of the desktop, a theme."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale, QSettings

from desktopstub import DesktopStub
from findling.paths import LibraryPaths
from findling.settings import Appearance
from findling.ui.app.garbage_collector import collect_due
from findling.ui.ipc.model_job_client import ModelJobClient
from findling.ui.ipc.writer_link import WriterLink
from findling.ui.services.file_actions import FileActions
from findling.ui.services.model_adoption import ModelAdoption
from findling.ui.services.pause import Pause
from findling.ui.services.preferences import Preferences
from findling.ui.services.services import Services
from findling.ui.services.shortcuts import Shortcuts
from findling.ui.theme.theme import Theme
from patientbot import PatientBot
from readerstub import ReaderStub
from writerprogram import COMMAND


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol():
    """Collect garbage between tests and never during an event of Qt, as the app does."""
    gc.disable()
    try:
        return (yield)
    finally:
        collect_due()
        gc.enable()


@pytest.fixture(autouse=True)
def _delete_closed_windows(qapp):
    """Delete closed windows, which a later theme would go on styling."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def qtbot(qapp, request):
    return PatientBot(request)


@pytest.fixture
def in_english():
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def home(tmp_path, monkeypatch):
    home = tmp_path / "ada"
    for name in ("Papers/Old", "Letters"):
        (home / name).mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home


@pytest.fixture
def desktop():
    return DesktopStub()


@pytest.fixture
def link():
    return ReaderStub()


@pytest.fixture
def theme(qapp):
    return Theme(qapp, Appearance.LIGHT)


@pytest.fixture
def preferences(qapp, tmp_path):
    preferences = Preferences(tmp_path / "settings.toml")
    yield preferences
    # They watch a file, and the system lets a user watch with so and so many only.
    preferences.deleteLater()


@pytest.fixture
def writer(tmp_path, monkeypatch):
    tests = Path(__file__).parents[1]
    monkeypatch.setenv("PYTHONPATH", f"{tests}:{tests.parent / 'app'}")
    writer = WriterLink(LibraryPaths.inside(tmp_path / "library"), command=COMMAND)
    yield writer
    writer.stop()
    writer.wait()


@pytest.fixture
def pause(writer, preferences, tmp_path):
    memory = QSettings(str(tmp_path / "memory.ini"), QSettings.Format.IniFormat)
    return Pause(writer, memory, on_mains=lambda: True)


@pytest.fixture
def paths(tmp_path):
    paths = LibraryPaths.inside(tmp_path / "library")
    paths.create()
    return paths


@pytest.fixture
def work(paths):
    return ModelJobClient(paths)


@pytest.fixture
def services(writer, link, work, theme, desktop, preferences, pause, paths):
    return Services(
        writer=writer,
        search=link,
        adoption=ModelAdoption(paths, preferences, work),
        theme=theme,
        actions=FileActions(desktop),
        shortcuts=Shortcuts(preferences),
        preferences=preferences,
        pause=pause,
        paths=paths,
    )
