"""The last window of a library that is forgotten says what went, what stayed and why, and closes only then."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QPushButton

from findling.library_wipe import LibraryWipe
from findling.paths import LibraryPaths
from findling.processes.whole_wipe import WholeWipe
from findling.processes.writer.writer_lock import WriterLock
from findling.settings import Settings
from findling.sharing.assistants import find_entry, list_assistants, register_assistant
from findling.ui.app.wipe_window import WipeWindow
from memory_keyrings import LockedKeyring, MemoryKeyring, replacing_system_keyring

SERVER = "https://embed.example.org"
WITH_SERVER = Settings(remote=SERVER)


@pytest.fixture(autouse=True)
def key_store(home, monkeypatch):
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "CODEX_HOME"):
        monkeypatch.delenv(name, raising=False)
    with replacing_system_keyring(MemoryKeyring()) as key_store:
        yield key_store


@pytest.fixture
def library(tmp_path) -> LibraryPaths:
    paths = LibraryPaths.inside(tmp_path / "library")
    paths.create()
    paths.database.write_bytes(b"texts" * 200)
    return paths


@pytest.fixture
def begin(qtbot, theme, library, in_english):
    def begin(settings: Settings = WITH_SERVER, *, is_anew: bool = True) -> WipeWindow:
        wipe = WholeWipe(library, settings, with_settings=is_anew, patience=0)
        window = WipeWindow(theme, wipe, library.models, is_anew=is_anew)
        qtbot.addWidget(window)
        window.show()
        with qtbot.waitSignal(window.told):
            window.begin()
        return window

    return begin


def read(window: WipeWindow) -> str:
    return f"{window._heading.text()}. {window._words.text()}"


def lines(window: WipeWindow) -> list[tuple[str, str]]:
    model = window._list.lines
    return [(model.row(row).title, model.row(row).detail) for row in range(model.rowCount())]


def button(window: WipeWindow, words: str) -> QPushButton:
    return next(each for each in window.findChildren(QPushButton) if each.text() == words)


def test_all_is_forgotten_and_that_is_said_in_one_sentence(begin, library):
    window = begin()
    assert read(window).startswith("Everything is forgotten. ")
    assert "of Findling’s own, 1.0 kB," in read(window)
    assert "Your own files are as they were. Started again, Findling is as on the first day." in read(window)
    assert lines(window) == []
    assert not button(window, "Try again").isVisible()
    assert not library.database.exists()
    window.close()
    assert not window.isVisible()


def test_what_went_elsewhere_and_what_stayed_is_listed(begin, library, key_store):
    key_store.set_password("findling", SERVER, "hunter2")
    assistant = next(each for each in list_assistants() if each.name == "cursor")
    register_assistant(assistant, find_entry(library))
    (library.data / "my notes.txt").write_text("mine")
    (library.models / "small").mkdir(parents=True)
    window = begin(is_anew=False)
    assert "knows nothing but your settings" in read(window)
    told = lines(window)
    assert [detail for _, detail in told] == [
        "Taken away.",
        "Taken away.",
        "Kept, since Findling did not make it.",
        "Installed models stay.",
    ]
    assert SERVER in told[0][0]
    assert told[2][0] == str(library.data / "my notes.txt")


def test_what_could_not_be_removed_is_said_with_its_reason_and_tried_again(begin, qtbot, key_store):
    key_store.set_password("findling", SERVER, "hunter2")
    with replacing_system_keyring(LockedKeyring()):
        window = begin()
        assert read(window).startswith("Not everything is forgotten. ")
        assert "as on the first day" not in read(window)
        ((what, reason),) = lines(window)
        assert "keyring" in what
        assert "it is locked" in reason
        assert not window.is_whole
    with qtbot.waitSignal(window.told):
        button(window, "Try again").click()
    assert window.is_whole
    assert key_store.kept == {}


def test_where_another_writes_nothing_is_forgotten(begin, qtbot, library):
    lock = WriterLock(library)
    lock.acquire()
    window = begin()
    assert read(window).startswith("Nothing was forgotten. ")
    assert library.database.exists()
    lock.release()
    with qtbot.waitSignal(window.told):
        button(window, "Try again").click()
    assert LibraryWipe(library, tries=True).carry_out().files == 0


def test_it_cannot_be_closed_while_something_is_being_deleted(qtbot, theme, library):
    at_work, goes_on = threading.Event(), threading.Event()

    class Slow(MemoryKeyring):
        def get_password(self, service, username):
            at_work.set()
            goes_on.wait()
            return super().get_password(service, username)

    with replacing_system_keyring(Slow()):
        wipe = WholeWipe(library, WITH_SERVER, with_settings=True, patience=0)
        window = WipeWindow(theme, wipe, library.models, is_anew=True)
        qtbot.addWidget(window)
        window.show()
        window.begin()
        assert at_work.wait()
        window.close()
        assert window.isVisible()
        assert not button(window, "Close").isEnabled()
        with qtbot.waitSignal(window.told):
            goes_on.set()
    button(window, "Close").click()
    assert not window.isVisible()
