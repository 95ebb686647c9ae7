"""The window between two shows how a library is encrypted, stops where that is wished, and says what is in the way."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QPushButton

from findling.domain.job_progress import ConversionStage
from findling.encryption.conversion_wish import ConversionKind, ConversionWish
from findling.memory_folder import name_memory_folder
from findling.paths import LibraryPaths
from findling.processes.library_conversion import LibraryConversion
from findling.processes.writer.writer_lock import WriterLock
from findling.settings import Settings
from findling.storage.database import Database
from findling.storage.database_conversion import ConversionMonitor, ConversionStoppedError
from findling.storage.database_file import is_plain
from findling.storage.library_encryption import is_half_encrypted
from findling.ui.app.conversion_window import ConversionWindow
from findling.ui.app.exit_request import ConversionRequest, RestartState
from findling.ui.app.launch import prepare_next
from waiting import PATIENCE_SECONDS

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder in memory")

WISH = ConversionWish(ConversionKind.ENCRYPTION, "correct horse battery")


class Held(LibraryConversion):
    """Conversion that waits for the test before it begins."""

    def __init__(self, paths: LibraryPaths, wish: ConversionWish) -> None:
        super().__init__(paths, wish, patience=0, cost=16)
        self.goes_on = threading.Event()

    def carry_out(self, monitor: ConversionMonitor) -> None:
        assert self.goes_on.wait(PATIENCE_SECONDS)
        super().carry_out(monitor)


@pytest.fixture
def library(tmp_path) -> Iterator[LibraryPaths]:
    paths = LibraryPaths.inside(tmp_path / "library")
    paths.create()
    Database.open_for_writing(paths.database).close()
    yield paths
    shutil.rmtree(name_memory_folder(paths.data), ignore_errors=True)


@pytest.fixture
def half_encrypted(library) -> LibraryPaths:
    seen: list[ConversionStage] = []
    conversion = LibraryConversion(library, WISH, patience=0, cost=16)
    with pytest.raises(ConversionStoppedError):
        conversion.carry_out(
            ConversionMonitor(lambda step: seen.append(step.stage), lambda: ConversionStage.WRITING in seen)
        )
    return conversion.paths


@pytest.fixture
def begin(qtbot, theme, in_english):
    def begin(paths: LibraryPaths, wish: ConversionWish = WISH) -> tuple[ConversionWindow, Held]:
        conversion = Held(paths, wish)
        window = ConversionWindow(conversion, wish.kind)
        qtbot.addWidget(window)
        window.show()
        window.begin()
        return window, conversion

    return begin


def press(window: ConversionWindow, name: str) -> None:
    """Click on the one visible button of an accessible name."""
    (button,) = (
        each for each in window.findChildren(QPushButton) if name in each.accessibleName() and each.isVisible()
    )
    button.click()


def read(window: ConversionWindow) -> str:
    return f"{window._heading.text()}. {window._words.text()}"


def test_it_closes_when_the_library_is_encrypted_and_has_its_window_opened(qtbot, begin, library):
    window, conversion = begin(library)
    with qtbot.waitSignal(window.ended):
        conversion.goes_on.set()
    assert window.opens
    assert not window.isVisible()
    assert not is_plain(library.database)


def test_what_is_in_the_way_is_said_and_it_is_tried_again(qtbot, begin, library):
    lock = WriterLock(library)
    lock.acquire()
    window, conversion = begin(library)
    with qtbot.waitSignal(window.ended):
        conversion.goes_on.set()
    assert read(window).startswith("The library is not encrypted. ")
    assert window.isVisible()
    lock.release()
    with qtbot.waitSignal(window.ended):
        press(window, "Try again")
    assert window.opens
    assert conversion.paths.key


def test_who_does_not_try_again_opens_the_library_as_it_is(qtbot, begin, library):
    lock = WriterLock(library)
    lock.acquire()
    window, conversion = begin(library)
    with qtbot.waitSignal(window.ended):
        conversion.goes_on.set()
    press(window, "Open Findling")
    assert window.opens
    assert conversion.paths == library


def test_stopped_before_anything_is_changed_the_library_opens_again(qtbot, begin, library):
    window, conversion = begin(library)
    press(window, "Stop")
    with qtbot.waitSignal(window.ended):
        conversion.goes_on.set()
    assert window.opens
    assert not library.key_file.exists()


def test_stopped_half_way_it_says_so_and_goes_on_when_that_is_wished(qtbot, begin, half_encrypted):
    window, conversion = begin(half_encrypted, ConversionWish(ConversionKind.COMPLETION))
    press(window, "Stop")
    with qtbot.waitSignal(window.ended):
        conversion.goes_on.set()
    assert read(window).startswith("Not all of it is encrypted yet. ")
    assert not window.opens
    with qtbot.waitSignal(window.ended):
        press(window, "Go on")
    assert window.opens
    assert not is_half_encrypted(conversion.paths)


def test_closed_meanwhile_it_stops_first_and_opens_nothing(qtbot, begin, library):
    window, conversion = begin(library)
    window.close()
    assert window.isVisible()
    with qtbot.waitSignal(window.ended):
        conversion.goes_on.set()
    assert not window.isVisible()
    assert not window.opens
    assert not library.key_file.exists()


def test_the_next_window_gets_the_library_with_its_key_and_what_the_last_one_showed(qapp, library):
    state = RestartState(6, "boiler", at_encryption=True)
    following = prepare_next(qapp, library, ConversionRequest(WISH, Settings(), state))
    assert following
    paths, taken_over = following
    assert taken_over == state
    assert paths.key
    assert paths.logs.is_dir()
    assert not is_plain(library.database)
