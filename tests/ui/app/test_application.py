"""The app as a whole, without a screen: all places reachable and named, closed in time, its layout remembered."""

from __future__ import annotations

import gc
import sys
import time
import weakref
from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QLocale, QSettings, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from findling.domain.duplicate_check import CheckedFile, KnownFile, Verdict
from findling.domain.launch_request import LaunchRequest
from findling.encryption.conversion_wish import ConversionKind, ConversionWish
from findling.paths import LibraryPaths
from findling.processes.whole_wipe import WholeWipe
from findling.settings import Appearance, Settings, write_settings
from findling.ui.app.application import Application
from findling.ui.app.exit_request import ConversionRequest, RestartState, WipeRequest
from findling.ui.app.page_stack import SETTINGS
from findling.ui.app.single_instance import SingleInstance
from findling.ui.ipc.writer_link import WriterLink
from findling.ui.pages.settings.encryption_section import EncryptionSection
from findling.ui.pages.settings.forget_section import ForgetSection
from waiting import PATIENCE_SECONDS

TAKE_FOCUS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit)


PLACES = 7


@pytest.fixture
def make(qapp, tmp_path):
    """Puts an application together, for a library of the test's own."""
    before, direction = QLocale(), qapp.layoutDirection()

    def make(settings: Settings | None = None, no_log: str = "", instance: SingleInstance | None = None) -> Application:
        paths = LibraryPaths.inside(tmp_path / "library")
        paths.create()
        if settings or not paths.settings.exists():
            write_settings(paths.settings, settings or Settings(tray=False))
        if instance is None:
            instance = SingleInstance(paths)
            assert instance.claim()
        return Application(qapp, paths, instance, no_log=no_log)

    yield make
    QLocale.setDefault(before)
    qapp.setLayoutDirection(direction)


@pytest.fixture
def live(qapp, make):
    """Runs the app until `look` has looked, which it does once all is there."""

    def live(look, settings: Settings | None = None, no_log: str = "", until=lambda: True) -> None:
        run(qapp, make(settings, no_log), look, until)

    return live


def run(qapp, application: Application, look, until=lambda: True, query: str = "", page: int = 0) -> None:
    failures: list[BaseException] = []
    deadline = time.monotonic() + PATIENCE_SECONDS

    def visit():
        is_there = len(place_buttons()) == PLACES and until()
        if not is_there and time.monotonic() < deadline:
            return
        visits.stop()
        try:
            assert is_there, "what was to be looked at did not come"
            look()
        except BaseException as error:
            failures.append(error)
        if failures or application.exit_request is None:
            qapp.quit()

    visits = QTimer(application, interval=20)
    visits.timeout.connect(visit)
    application.painted.connect(visits.start)
    application.run(LaunchRequest(query=query), page=page)
    if failures:
        raise failures[0]


def search_box() -> QLineEdit:
    return next(each for each in window().findChildren(QLineEdit) if each.property("role") == "search")


def place_buttons() -> list[QAbstractButton]:
    return [each for each in window().sidebar.findChildren(QAbstractButton) if each.isCheckable()]


def window():
    return next(each for each in QApplication.topLevelWidgets() if hasattr(each, "show_page") and each.isVisible())


def test_everything_that_takes_the_focus_has_a_name_in_every_place(live):
    def look():
        nameless = []
        window().show_over(None)
        for place in range(len(window().sidebar.findChildren(QAbstractButton))):
            window().show_page(place)
            QApplication.sendPostedEvents()
            for widget in window().findChildren(QWidget):
                if not isinstance(widget, TAKE_FOCUS):
                    continue
                told = QAccessible.queryAccessibleInterface(widget)
                reachable = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
                if reachable and told is not None and not told.text(QAccessible.Text.Name).strip():
                    nameless.append((place, type(widget).__name__, widget.parent().__class__.__name__))
        assert not nameless

    live(look)


def test_its_processes_end_with_it(live):
    before = set(psutil.Process().children())
    live(lambda: None, until=lambda: len(set(psutil.Process().children()) - before) >= 2)
    assert set(psutil.Process().children()) <= before


def test_the_first_paint_waits_for_no_process(qapp, make):
    application = make()
    before, at_paint = set(psutil.Process().children()), []

    def look():
        at_paint.append(set(psutil.Process().children()) - before)
        QTimer.singleShot(0, qapp.quit)

    application.painted.connect(look)
    application.run(LaunchRequest())
    assert at_paint == [set()]


def test_a_newcomer_is_welcomed(live):
    def is_welcomed() -> bool:
        return any(each.property("text") == "Continue" for each in window().findChildren(QAbstractButton))

    live(lambda: None, until=is_welcomed)


@pytest.mark.parametrize(
    ("width", "collapsed", "previewed"), [(1_200, False, True), (950, True, True), (700, True, False)]
)
def test_what_is_shown_depends_on_the_room_there_is(live, width, collapsed, previewed):
    def look():
        window().show_over(None)
        window().show_page(0)
        window().resize(width, 700)
        QApplication.sendPostedEvents()
        assert (window().sidebar.width() < 100) is collapsed
        previews = [each for each in window().findChildren(object) if type(each).__name__ == "PreviewPane"]
        assert any(each.isVisible() for each in previews) is previewed

    live(look)


def test_the_windows_size_is_remembered(live, tmp_path):
    live(lambda: window().resize(777, 555))
    seen = []
    live(lambda: seen.append((window().width(), window().height())))
    assert seen == [(777, 555)]
    memory = QSettings(str(tmp_path / "library" / "window.ini"), QSettings.Format.IniFormat)
    assert memory.contains("window/geometry")


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_it_is_light_or_dark_as_the_settings_say(live, appearance):
    shades = []
    live(lambda: shades.append(QGuiApplication.palette().window().color().lightness()), Settings(appearance=appearance))
    assert (shades[0] < 128) is (appearance is Appearance.DARK)


@pytest.mark.parametrize(
    ("language", "direction", "word"), [("de", "LeftToRight", "Suche"), ("he", "RightToLeft", "חיפוש")]
)
def test_it_speaks_the_language_of_the_settings(qapp, live, language, direction, word):
    def look():
        assert any(word in each.text() for each in place_buttons())
        assert qapp.layoutDirection() is Qt.LayoutDirection[direction]

    live(look, Settings(language=language, tray=False))


def test_another_language_is_spoken_at_once_where_the_user_was(qapp, make, tmp_path):
    def choose_german():
        search_box().setText("garden fence")
        window().show_page(SETTINGS)
        place = next(each for each in window().findChildren(QWidget) if type(each).__name__ == "AppearanceSection")
        languages = place.findChildren(QComboBox)[-1]
        restart = next(each for each in place.findChildren(QAbstractButton) if each.text() == "Restart now")
        assert not restart.isVisible()
        languages.activated.emit(languages.findText("Deutsch"))
        assert restart.isVisible()
        restart.click()

    def look():
        assert any("Suche" in each.text() for each in place_buttons())
        assert window().page == SETTINGS
        assert search_box().text() == "garden fence"

    instance = SingleInstance(LibraryPaths.inside(tmp_path / "library"))
    assert instance.claim()
    first = make(instance=instance)
    run(qapp, first, choose_german)
    scene = first.exit_request
    assert isinstance(scene, RestartState)
    run(qapp, make(instance=instance), look, query=scene.query, page=scene.page)


def test_to_forget_everything_the_window_closes_and_leaves_the_rest_to_who_opened_it(qapp, make, tmp_path):
    def type_the_word():
        window().show_page(SETTINGS)
        section = window().findChild(ForgetSection)
        section.findChild(QLineEdit).setText("wipe")
        QTest.keyClick(section.findChild(QLineEdit), Qt.Key.Key_Return)

    paths = LibraryPaths.inside(tmp_path / "library")
    instance = SingleInstance(paths)
    assert instance.claim()
    application = make(instance=instance)
    run(qapp, application, type_the_word)
    assert application.exit_request == WipeRequest(Settings(tray=False), with_settings=True)
    assert SingleInstance(paths).finds_other(), "a second start now would open the library anew"
    WholeWipe(paths, Settings(), with_settings=True, patience=0).carry_out()
    assert list(paths.data.rglob("*")) == []


def test_to_encrypt_the_library_the_window_closes_and_the_next_one_is_where_it_was(qapp, make, tmp_path):
    wish = ConversionWish(ConversionKind.ENCRYPTION, "correct horse battery")

    def ask_for_it():
        search_box().setText("garden fence")
        window().show_page(SETTINGS)
        window().findChild(EncryptionSection).conversion_wanted.emit(wish)

    paths = LibraryPaths.inside(tmp_path / "library")
    instance = SingleInstance(paths)
    assert instance.claim()
    application = make(instance=instance)
    run(qapp, application, ask_for_it)
    state = RestartState(SETTINGS, "garden fence", at_encryption=True)
    assert application.exit_request == ConversionRequest(wish, Settings(tray=False), state)
    assert SingleInstance(paths).finds_other(), "a second start now would open the library anew"


def test_a_closed_window_leaves_nothing_behind(qapp, make):
    of_others = QApplication.allWidgets()
    application = make()
    run(qapp, application, lambda: [window().show_page(place) for place in range(PLACES)])
    gone = weakref.ref(application)
    del application
    gc.collect()
    assert gone() is None
    assert not [each for each in QApplication.topLevelWidgets() if hasattr(each, "show_page")]
    assert [each for each in QApplication.allWidgets() if each not in of_others] == []


def test_settings_that_cannot_be_read_keep_no_window_from_opening_and_are_said(live, tmp_path):
    (tmp_path / "library").mkdir()
    (tmp_path / "library" / "settings.toml").write_text("tray = false\nthreads = 'many'\n")
    names = []
    live(lambda: names.extend(each.accessibleName() for each in window().status.findChildren(QAbstractButton)))
    assert any("threads" in name for name in names)


def test_without_a_log_it_opens_all_the_same_and_says_so(live):
    names = []
    live(
        lambda: names.extend(each.accessibleName() for each in window().status.findChildren(QAbstractButton)),
        no_log="/var/log: Read-only file system",
    )
    assert any("/var/log: Read-only file system" in name for name in names)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no folder")
def test_that_another_launch_cannot_reach_it_is_said(qapp, make, tmp_path, monkeypatch):
    folder = tmp_path / ("long" * 30)
    folder.mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))

    def says_so() -> bool:
        names = [each.accessibleName() for each in window().status.findChildren(QAbstractButton)]
        return any("does not reach this window" in name and str(folder) in name for name in names)

    run(qapp, make(), lambda: None, says_so)


@pytest.mark.parametrize("wanted", [True, False])
def test_what_came_and_is_known_is_told_unless_the_user_does_not_want_it(qapp, make, wanted):
    known = KnownFile(Path("/a/old.txt"), Verdict.NEWER_VERSION)
    app = make(Settings(tray=False, tell_arrivals=wanted))

    def look() -> None:
        app.findChild(WriterLink).arrived.emit((CheckedFile(Path("/a/new.txt"), Verdict.NEWER_VERSION, (known,)),))
        names = [each.accessibleName() for each in window().status.findChildren(QAbstractButton)]
        assert any("newer version of old.txt" in name for name in names) == wanted

    run(qapp, app, look)
