"""The app as a whole, without a screen: all places reachable and named, closed in time, its layout remembered."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QLocale, QSettings, Qt, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLineEdit,
    QWidget,
)

from findling.paths import LibraryPaths
from findling.settings import Appearance, Settings, write_settings
from findling.ui.application import Application
from findling.ui.instance import Instance

TAKE_FOCUS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QComboBox, QLineEdit)


@pytest.fixture
def live(qapp, tmp_path):
    """Runs the app until `look` has looked; gives the seconds that closing took."""

    def live(look, settings: Settings | None = None, library: str = "library", no_log: str = "") -> float:
        paths = LibraryPaths.inside(tmp_path / library)
        paths.create()
        write_settings(paths.settings, settings or Settings(tray=False))
        locale = QLocale()
        instance = Instance(paths)
        assert instance.claim()
        application = Application(qapp, paths, instance, no_log=no_log)
        failures: list[BaseException] = []
        ended = 0.0

        def visit():
            nonlocal ended
            try:
                look()
            except BaseException as error:
                failures.append(error)
            ended = time.monotonic()
            qapp.quit()

        application.painted.connect(lambda: QTimer.singleShot(1_500, visit))
        try:
            application.run((), "", toggle=False)
        finally:
            QLocale.setDefault(locale)
        if failures:
            raise failures[0]
        return time.monotonic() - ended

    return live


def window():
    return next(each for each in QApplication.topLevelWidgets() if hasattr(each, "show_place") and each.isVisible())


def test_everything_that_takes_the_focus_has_a_name_in_every_place(live):
    def look():
        nameless = []
        window().show_over(None)
        for place in range(len(window().sidebar.findChildren(QAbstractButton))):
            window().show_place(place)
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


def test_it_closes_in_less_than_three_seconds(live):
    assert live(lambda: None) < 3


def test_a_newcomer_is_welcomed(live):
    texts = []
    live(lambda: texts.extend(str(each.property("text")) for each in window().findChildren(QAbstractButton)))
    assert "Continue" in texts


@pytest.mark.parametrize(
    ("width", "collapsed", "previewed"), [(1_200, False, True), (950, True, True), (700, True, False)]
)
def test_what_is_shown_depends_on_the_room_there_is(live, width, collapsed, previewed):
    def look():
        window().show_over(None)
        window().show_place(0)
        window().resize(width, 700)
        QApplication.sendPostedEvents()
        assert (window().sidebar.width() < 100) is collapsed
        preview = next(each for each in window().findChildren(object) if type(each).__name__ == "PreviewPane")
        assert preview.isVisible() is previewed

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
    before = qapp.layoutDirection()
    words = []

    def look():
        words.extend(each.text() for each in window().sidebar.findChildren(QAbstractButton))
        words.append(qapp.layoutDirection())

    try:
        live(look, Settings(language=language, tray=False))
    finally:
        qapp.setLayoutDirection(before)
    assert words[-1] is Qt.LayoutDirection[direction]
    assert any(word in each for each in words[:-1])


def test_settings_that_cannot_be_read_are_said_before_anything_opens(qapp, tmp_path):
    from findling.errors import FindlingError

    paths = LibraryPaths.inside(tmp_path / "library")
    paths.create()
    paths.settings.write_text("threads = 'many'")
    with pytest.raises(FindlingError, match="threads"):
        Application(qapp, paths, Instance(paths))


def test_without_a_log_it_opens_all_the_same_and_says_so(live):
    names = []
    live(
        lambda: names.extend(each.accessibleName() for each in window().status.findChildren(QAbstractButton)),
        no_log="/var/log: Read-only file system",
    )
    assert any("/var/log: Read-only file system" in name for name in names)
