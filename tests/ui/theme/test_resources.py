"""The window's resources exist, and generated ones are up to date."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtSvg import QSvgRenderer

import findling.ui
from draw_icons import ICONS, SIZES, control_marks, draw, write_app_icons
from findling.paths import resources
from findling.ui.theme.icons import coloured
from findling.ui.theme.style import Typeface, make_stylesheet
from findling.ui.theme.tokens import DARK, LIGHT

SOURCES = sorted(Path(findling.ui.__file__).parent.rglob("*.py"))
SVGS = sorted((resources() / "icons").rglob("*.svg")) + sorted((resources() / "drawings").glob("*.svg"))
ICON_NAME = re.compile(
    r"\b(?:icon|pixmap)\(\s*\"([a-z0-9-]+)\"|\bdress\([^()]*(?:\([^()]*\))?[^()]*?, \"([a-z0-9-]+)\""
)
DRAWING_NAME = re.compile(r"\bEmptyState\(\s*[\w.]+,\s*\"([a-z-]+)\"")


def test_every_icon_that_the_window_names_is_in_the_set():
    named = {
        name for source in SOURCES for names in ICON_NAME.findall(source.read_text("utf-8")) for name in names if name
    }
    assert named
    assert [name for name in named if not (ICONS / "lucide" / f"{name}.svg").is_file()] == []


def test_every_drawing_that_the_window_names_is_there():
    named = {name for source in SOURCES for name in DRAWING_NAME.findall(source.read_text("utf-8"))}
    assert [name for name in named if not (resources() / "drawings" / f"{name}.svg").is_file()] == []


@pytest.mark.parametrize("path", SVGS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_drawing_can_be_drawn_in_both_sets_of_colours(qapp, path):
    for tokens in (LIGHT, DARK):
        text = coloured(path.read_text("utf-8"), tokens, "soft")
        assert "var(" not in text
        assert QSvgRenderer(text.encode()).isValid()


def test_the_icons_licence_lies_beside_them():
    assert "ISC" in (ICONS / "lucide" / "LICENSE").read_text("utf-8")


@pytest.mark.parametrize("name", ["findling.ico", "findling.icns", *(f"findling-{size}.png" for size in SIZES)])
def test_the_apps_icon_is_drawn_from_its_drawing(qapp, tmp_path, name):
    write_app_icons(tmp_path)
    fresh, kept = (read(folder / name) for folder in (tmp_path, ICONS / "app"))
    assert fresh.size == kept.size
    assert max(ImageStat.Stat(ImageChops.difference(fresh, kept)).mean) < 1


def test_the_icon_files_of_windows_and_macos_hold_the_small_sizes(qapp):
    with Image.open(ICONS / "app" / "findling.ico") as ico:
        assert {(16, 16), (32, 32), (48, 48), (256, 256)} <= ico.info["sizes"]
    with Image.open(ICONS / "app" / "findling.icns") as icns:
        assert {(16, 16, 2), (128, 128, 1), (512, 512, 2)} <= set(icns.info["sizes"])


def test_small_icons_have_a_drawing_of_their_own(qapp):
    shrunk = draw(48).resize((16, 16))
    assert max(ImageStat.Stat(ImageChops.difference(shrunk, draw(16))).mean) > 3


def test_the_controls_marks_are_drawn_from_the_icons():
    kept = {path.name: path.read_text("utf-8") for path in (ICONS / "controls").iterdir()}
    assert kept == control_marks()


def test_the_style_sheet_names_only_marks_that_are_there(qapp):
    for tokens in (LIGHT, DARK):
        for direction in type(qapp.layoutDirection()):
            sheet = make_stylesheet(tokens, Typeface(qapp.font()), direction)
            for name in re.findall(r"url\(controls:([^)]+)\)", sheet):
                assert (ICONS / "controls" / name).is_file()


@pytest.mark.skipif(
    shutil.which("desktop-file-validate") is None,
    reason="needs a check of desktop files (sudo apt-get install desktop-file-utils)",
)
def test_the_desktop_file_is_valid():
    path = resources() / "desktop" / "findling.desktop"
    answer = subprocess.run(["desktop-file-validate", path], capture_output=True, text=True, check=False)
    assert "error" not in answer.stdout + answer.stderr
    assert answer.returncode == 0


def read(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return image.convert("RGBA")
