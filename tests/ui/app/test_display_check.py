"""A missing display or library is reported in one line before Qt aborts."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from waiting import PATIENCE_SECONDS

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="speaks of X11 and Wayland")


def look(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    around = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    return subprocess.run(
        [sys.executable, "-m", *arguments],
        env=around | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
    )


@linux
@pytest.mark.parametrize(
    ("environment", "said"),
    [({}, "no screen"), ({"DISPLAY": ":987"}, ":987 does not answer"), ({"DISPLAY": "nonsense"}, "does not answer")],
)
def test_without_a_screen_it_is_said_in_one_line(environment, said):
    looked = look("findling.ui.app.display_check", **environment)
    assert looked.returncode == 1
    assert said in looked.stdout
    assert looked.stdout.count("\n") == 1
    assert not looked.stderr


@linux
def test_the_command_alone_says_it_too_and_fails(tmp_path):
    looked = look("findling", "--library", str(tmp_path))
    assert looked.returncode == 1
    assert "no screen" in looked.stderr
    assert looked.stderr.count("\n") == 1


def test_a_platform_without_a_screen_needs_none():
    assert look("findling.ui.app.display_check", QT_QPA_PLATFORM="offscreen").returncode == 0


@linux
def test_a_missing_library_is_named_with_its_package():
    program = (
        "import ctypes\n"
        "whole = ctypes.CDLL\n"
        "def without(name, *rest):\n"
        "    if name == 'libEGL.so.1':\n"
        "        raise OSError(name)\n"
        "    return whole(name, *rest)\n"
        "ctypes.CDLL = without\n"
        "from findling.ui.app.display_check import main\n"
        "raise SystemExit(main())\n"
    )
    around = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    looked = subprocess.run(
        [sys.executable, "-c", program], env=around, capture_output=True, text=True, timeout=PATIENCE_SECONDS
    )
    assert looked.returncode == 1
    assert "libEGL.so.1" in looked.stdout
    assert "apt-get install libegl1" in looked.stdout


@linux
def test_without_fonts_it_is_said_in_one_line(tmp_path):
    none = tmp_path / "fonts.conf"
    none.write_text("<fontconfig></fontconfig>")
    looked = look("findling", "--library", str(tmp_path), "app", QT_QPA_PLATFORM="offscreen", FONTCONFIG_FILE=str(none))
    assert looked.returncode == 1
    assert "no fonts" in looked.stderr
    assert "fonts-dejavu-core" in looked.stderr
    assert looked.stderr.count("\n") == 1


def test_qt_does_not_take_references_off_none():
    """PySide6 6.12 does on Python 3.11, and aborts after some thousand calls that return nothing."""
    program = (
        "from PySide6.QtCore import QObject\n"
        "thing = QObject()\n"
        "for _ in range(200_000):\n"
        "    thing.setObjectName('x')\n"
    )
    assert subprocess.run([sys.executable, "-c", program], timeout=PATIENCE_SECONDS).returncode == 0


def test_modules_are_imported_as_python_does_it_once_qt_is_loaded():
    program = (
        "import builtins; from findling.ui.app.display_check import import_qt\n"
        "before = builtins.__import__; import_qt(); assert builtins.__import__ is before"
    )
    assert subprocess.run([sys.executable, "-c", program], timeout=PATIENCE_SECONDS).returncode == 0
