"""The icon in the tray shows what goes on, and its menu does what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from findling.ui.app.tray import Tray
from findling.ui.ipc.writer_link import WriterLink
from findling.ui.services.pause import Pause, Rest
from findling.ui.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QAction, QImage
    from PySide6.QtWidgets import QMenu
    from pytestqt.qtbot import QtBot


@pytest.fixture
def tray(theme: Theme, writer: WriterLink, pause: Pause) -> Tray:
    return Tray(theme, writer, pause)


def _action(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text() == words)


def _picture(tray: Tray) -> QImage:
    return tray.icon.pixmap(32, 32).toImage()


@pytest.mark.parametrize(
    ("words", "signal"),
    [("Open Findling", "window_wanted"), ("Quick search", "quick_wanted"), ("Quit Findling", "quit_wanted")],
)
def test_the_menu_asks_for_what_it_says(qtbot: QtBot, tray: Tray, words: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(tray, signal)):
        _action(tray.menu, words).trigger()


def test_indexing_is_paused_and_goes_on_from_the_menu(tray: Tray, pause: Pause) -> None:
    pausing = _action(tray.menu, "Pause indexing")
    rests = pausing.menu()
    assert rests is not None
    _action(rests, "For an hour").trigger()
    assert pause.rest is Rest.HOUR
    assert not pausing.isVisible()
    _action(tray.menu, "Go on indexing").trigger()
    assert pause.rest is Rest.NOT
    assert pausing.isVisible()


def test_a_pause_is_seen_on_the_icon(tray: Tray, pause: Pause) -> None:
    before = _picture(tray)
    pause.rest_for(Rest.RESUMED)
    assert _picture(tray) != before
    pause.go_on()
    assert _picture(tray) == before


def test_the_tooltip_says_what_the_icon_shows(tray: Tray, pause: Pause) -> None:
    assert tray.tooltip == "Findling\nIndexing"
    pause.rest_for(Rest.RESUMED)
    assert tray.tooltip == "Findling\nIndexing is paused"


def test_the_tooltip_says_what_the_status_line_says(tray: Tray) -> None:
    tray.set_status("12 files, up to date")
    assert tray.tooltip == "Findling\n12 files, up to date"
