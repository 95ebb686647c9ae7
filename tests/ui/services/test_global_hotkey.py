"""The system-wide hotkey, or the reason for its absence."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QKeySequence

from findling.ui.services.global_hotkey import GlobalKey, to_pynput, to_x11

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

pytestmark = pytest.mark.skipif(sys.platform == "darwin", reason="the names of the keys differ on macOS")


@pytest.fixture
def key(qtbot: QtBot) -> GlobalKey:
    return GlobalKey()


@pytest.mark.parametrize(
    ("keys", "written"),
    [
        ("Ctrl+Alt+F", "<ctrl>+<alt>+f"),
        ("Ctrl+Shift+Space", "<ctrl>+<shift>+<space>"),
        ("Meta+K", "<cmd>+k"),
        ("Ctrl++", "<ctrl>++"),
        ("Alt+PgUp", "<alt>+<page_up>"),
        ("F12", "<f12>"),
        ("Shift+F12", "<shift>+<f12>"),
        ("F", ""),
        ("Shift+F", ""),
        ("Space", ""),
        ("Ctrl+K, Ctrl+F", ""),
        ("Ctrl+Volume Up", ""),
        ("", ""),
    ],
)
def test_keys_are_written_as_the_listener_reads_them(keys: str, written: str) -> None:
    assert to_pynput(QKeySequence(keys)) == written


def test_on_wayland_it_says_to_bind_the_command(key: GlobalKey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert "findling app --toggle" in key.available()
    assert key.bind("Ctrl+Alt+F") == key.available()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a desktop")
def test_without_a_desktop_it_says_so(key: GlobalKey, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert key.available()


def test_without_the_optional_part_it_says_so(key: GlobalKey, monkeypatch: pytest.MonkeyPatch) -> None:
    _sit_at_windows(monkeypatch)
    monkeypatch.setitem(sys.modules, "pynput", None)  # type: ignore[arg-type]
    assert "findling[hotkey]" in key.available()
    assert key.bind("Ctrl+Alt+F") == key.available()


def test_the_frozen_program_to_which_nothing_can_be_added_says_to_bind_the_command(
    key: GlobalKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sit_at_windows(monkeypatch)
    monkeypatch.setitem(sys.modules, "pynput", None)  # type: ignore[arg-type]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "findling app --toggle" in key.available()
    assert "findling[hotkey]" not in key.available()


def test_an_optional_part_that_cannot_work_here_is_told_when_a_key_is_bound(
    key: GlobalKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    _sit_at_windows(monkeypatch)
    part = ModuleType("pynput")
    part.__spec__ = ModuleSpec("pynput", None)
    monkeypatch.setitem(sys.modules, "pynput", part)
    monkeypatch.setitem(sys.modules, "pynput.keyboard", None)  # type: ignore[arg-type]
    assert key.available() == ""
    assert key.bind("Ctrl+Alt+F").startswith("Findling cannot hear keys of other programs here.")


@pytest.mark.parametrize(
    ("keys", "keysym", "modifiers"),
    [
        ("Ctrl+Alt+F", 0x66, 0b1100),
        ("Ctrl+Shift+Space", 0x20, 0b101),
        ("Meta+K", 0x6B, 0b100_0000),
        ("Ctrl++", 0x2B, 0b100),
        ("Alt+PgUp", 0xFF55, 0b1000),
        ("F12", 0xFFC9, 0),
        ("Ctrl+Ä", 0xE4, 0b100),
        ("Ctrl+ש", 0x0100_05E9, 0b100),
    ],
)
def test_keys_are_grabbed_by_their_numbers_on_x11(keys: str, keysym: int, modifiers: int) -> None:
    assert to_x11(QKeySequence(keys)) == (keysym, modifiers)


def test_a_letter_alone_is_no_key_for_every_program(key: GlobalKey) -> None:
    assert key.bind("F") != ""


def test_no_key_needs_nothing(key: GlobalKey) -> None:
    assert key.bind("") == ""


def _sit_at_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("XDG_SESSION_TYPE", "")
    monkeypatch.setattr(sys, "platform", "win32")
