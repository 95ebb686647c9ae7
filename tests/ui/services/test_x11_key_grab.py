"""A key that is grabbed on a real X server: heard wherever it is pressed, and by nobody else."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtGui import QKeySequence

from findling.ui.services.global_hotkey import to_x11
from findling.ui.services.x11_key_grab import KeyGrab
from screen import Screen, missing_tools, switched_on

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the screen is an X server"),
    pytest.mark.skipif(bool(missing_tools()), reason=f"needs {', '.join(missing_tools())} (apt-get install)"),
]


@pytest.fixture(scope="module")
def screen():
    with switched_on() as screen:
        yield screen


@pytest.fixture
def grab(qtbot, screen: Screen):
    """Grabs keys on the screen, and gives them back at the end."""
    grabs = []

    def grab(keys: str) -> tuple[KeyGrab, bool]:
        made = KeyGrab(screen.display)
        grabs.append(made)
        return made, made.grab(*to_x11(QKeySequence(keys)))

    yield grab
    for each in grabs:
        each.release()


@pytest.mark.parametrize(
    ("keys", "pressed"), [("Ctrl+Alt+F", "ctrl+alt+f"), ("Meta+Space", "super+space"), ("Shift+F12", "shift+F12")]
)
def test_a_key_is_heard_wherever_it_is_pressed_and_no_other_is(qtbot, screen, grab, keys, pressed):
    made, is_taken = grab(keys)
    heard = []
    made.pressed.connect(lambda: heard.append(keys))
    assert is_taken
    screen.press("ctrl+alt+g", pressed)
    qtbot.waitUntil(lambda: heard == [keys])


def test_a_key_that_another_program_has_is_refused_until_it_is_given_back(grab):
    first, is_taken = grab("Ctrl+Alt+J")
    assert is_taken
    second, is_taken = grab("Ctrl+Alt+J")
    assert not is_taken
    first.release()
    assert second.grab(*to_x11(QKeySequence("Ctrl+Alt+J")))


def test_a_key_that_the_keyboard_does_not_have_is_refused(grab):
    assert not grab("Ctrl+ש")[1]


def test_without_a_display_nothing_is_taken(qtbot):
    assert not KeyGrab(":59999").grab(*to_x11(QKeySequence("Ctrl+Alt+F")))
