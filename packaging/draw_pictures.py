"""Draws the pictures of the documentation: all pages of the window, light and dark, at two scales.

`draw_pictures.py [FOLDER]` writes them into FOLDER, docs/images by default. The window is the real one, with its
processes, on a copy of the sample library; it needs no screen.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QWidget

from findling.domain.launch_request import LaunchRequest
from findling.ui.app.window import Window
from findling.ui.pages.labels.labelled_list import LabelledList
from findling.ui.pages.library.page import LibraryPage
from findling.ui.pages.preview.placeholders import Skeleton
from findling.ui.pages.topics.topic_lists import TopicList

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "resources" / "sample"
SOURCES = Path(__file__).resolve().parent / "sample" / "sources"
LABELS = {"Cooking": "recipes", "House": "heating", "Tenancy": "lease"}
"""Labels of the pictures, each with the source whose first sections bear it."""
QUERY = "when may the rent be raised"
SIZE = QSize(1_280, 800)
NARROW = QSize(840, 640)
TICK_MS = 50
PATIENCE = 6_000
"""Ticks to wait for something to be shown."""

# A typeface with the proportions of today's desktops, where it is installed, instead of the fallback of bare machines.
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<match target="pattern"><test name="family"><string>Sans Serif</string></test>
<edit name="family" mode="prepend" binding="strong"><string>Inter</string><string>Noto Sans</string></edit></match>
</fontconfig>
"""


class Photographer(QObject):
    """Takes a picture of each page of the window when it has come to rest."""

    def __init__(self, folder: Path, suffix: str) -> None:
        super().__init__()
        self._folder = folder
        self._suffix = suffix
        self._steps = self._walk()
        self._waiting: Callable[[], object] | None = None
        self._ticks = 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def _tick(self) -> None:
        self._ticks += 1
        if self._ticks > PATIENCE:
            print(f"{self._suffix}: nothing comes any more\n{texts(main_window())}", file=sys.stderr)
            QApplication.exit(1)
        elif self._waiting is None or self._waiting():
            self._ticks = 0
            self._waiting = next(self._steps, None)
            if self._waiting is None:
                QApplication.quit()

    def _walk(self) -> Iterator[Callable[[], object]]:
        # The screen that is not there is small.
        main_window().resize(SIZE)
        yield lambda: "Step 1 of 3" in texts(main_window()) and "Chosen" in texts(main_window())
        yield self._rest()
        self._take("welcome", main_window())
        press(main_window(), "Later")
        yield self._rest()
        self._take("empty", main_window())
        main_window().show_page(4)
        self._library().add_folders([self._sample()])
        yield (
            lambda: "18 files, all searchable" in texts(main_window()) and "by meaning too" not in texts(main_window())
        )
        yield self._rest()
        self._take("library", main_window())
        main_window().show_page(6)
        yield self._rest()
        self._take("settings", main_window())
        main_window().show_page(5)
        yield lambda: "bge-base-en" in texts(main_window())
        yield self._rest()
        self._take("models", main_window())
        main_window().show_page(1)
        yield lambda: "could be freed" in texts(main_window())
        yield self._rest(30)
        self._take("duplicates", main_window())
        main_window().show_page(0)
        box().setText(QUERY)
        yield lambda: "Page 1 of 3" in texts(main_window())
        yield self._rest(40)
        self._take("search", main_window())
        box().setText("type:docx in:~/Documents/Home after:2020 damp bedroom")
        yield self._rest(40)
        self._take("filters", main_window())
        box().setText("type:pptx zebra")
        yield self._rest(20)
        self._take("no-match", main_window())
        box().setText(QUERY)
        main_window().resize(NARROW)
        yield self._rest(30)
        self._take("narrow", main_window())
        main_window().resize(SIZE)
        box().clear()
        notes = write_notes(Path.home() / "Notes")
        self._library().add_folders([Path.home() / "Notes"])
        main_window().show_page(4)
        yield lambda: f"{len(notes)} files" in texts(main_window()).replace("file(s)", "files")
        main_window().show_page(2)
        yield lambda: rows_of(TopicList) > len(LABELS)
        yield self._rest(60)
        self._take("topics", main_window())
        for label, source in LABELS.items():
            give_label(label, [note for note in notes if note.name.startswith(source)][:4])
        main_window().show_page(3)
        yield lambda: rows_of(LabelledList) > 0
        yield self._rest(60)
        self._take("labels", main_window())

    def _rest(self, ticks: int = 12) -> Callable[[], object]:
        """Wait until nothing moves any more, and what is to be previewed is there."""
        return lambda: self._ticks >= ticks and not is_loading()

    def _take(self, name: str, window: QWidget) -> None:
        window.grab().save(str(self._folder / f"{name}-{self._suffix}.png"))

    def _library(self) -> LibraryPage:
        return next(each for each in main_window().findChildren(QWidget) if isinstance(each, LibraryPage))

    def _sample(self) -> Path:
        return Path.home() / "Documents"


def main_window() -> Window:
    """Return the main window."""
    return next(each for each in QApplication.topLevelWidgets() if isinstance(each, Window))


def box() -> QLineEdit:
    """Return the search box."""
    return next(each for each in main_window().findChildren(QLineEdit) if each.property("role") == "search")


def is_loading() -> bool:
    """Tell whether a document is about to be shown."""
    return any(each.isVisible() for each in main_window().findChildren(Skeleton))


def press(window: QWidget, words: str) -> None:
    """Press the button with a text."""
    buttons = (each for each in window.findChildren(QAbstractButton) if each.text() == words)
    next(each for each in buttons if each.isVisible()).click()


def rows_of(kind: type[QListView]) -> int:
    """Return the number of rows of the list of a kind."""
    return sum(each.model().rowCount() for each in main_window().findChildren(kind))


def write_notes(folder: Path) -> list[Path]:
    """Write each section of the sample's sources as a document of its own: topics need more than the sample has."""
    folder.mkdir()
    notes = []
    for source in sorted(SOURCES.glob("*.md")):
        for section in re.split(r"^## ", source.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            title = section.partition("\n")[0].strip().lstrip("0123456789 ")
            notes.append(folder / f"{source.stem}, {title.replace('/', ' ')}.md")
            notes[-1].write_text(f"# {title}\n{section.partition(chr(10))[2]}", "utf-8")
    return notes


def give_label(name: str, files: list[Path]) -> None:
    """Give a label to files, as the command does it."""
    command = [sys.executable, "-P", "-m", "findling", "--library", str(Path.home() / "library"), "label", name]
    subprocess.run([*command, *map(str, files)], check=True, stdout=subprocess.DEVNULL)


def texts(window: QWidget) -> str:
    """Return all visible texts of a window."""
    shown = (each for each in window.findChildren(QWidget) if each.isVisible())
    return "\n".join(str(text) for each in shown if (text := each.property("text")))


def take_pictures(folder: Path, appearance: str, scale: int) -> int:
    """Open the app on an empty library and take its pictures, in a process of its own."""
    from findling.paths import LibraryPaths
    from findling.settings import Appearance, Settings, write_settings
    from findling.ui.app.application import Application
    from findling.ui.app.single_instance import SingleInstance

    paths = LibraryPaths.inside(Path.home() / "library")
    paths.create()
    write_settings(paths.settings, Settings(appearance=Appearance(appearance), tray=False))
    qt = QApplication([sys.argv[0]])
    qt.setApplicationDisplayName("Findling")
    instance = SingleInstance(paths)
    instance.claim()
    application = Application(qt, paths, instance)
    photographer = Photographer(folder, f"{appearance}-{scale}")
    try:
        return application.run(LaunchRequest())
    finally:
        photographer.deleteLater()


def main(arguments: list[str]) -> int:
    """Take all pictures and return 0, or 1 if one could not be taken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "docs" / "images")
    parser.add_argument("--take", nargs=2, metavar=("APPEARANCE", "SCALE"), help=argparse.SUPPRESS)
    chosen = parser.parse_args(arguments)
    if chosen.take:
        return take_pictures(chosen.folder, chosen.take[0], int(chosen.take[1]))
    chosen.folder.mkdir(parents=True, exist_ok=True)
    return max(_visit(chosen.folder, appearance, scale) for appearance in ("light", "dark") for scale in (100, 200))


def _visit(folder: Path, appearance: str, scale: int) -> int:
    with tempfile.TemporaryDirectory() as home:
        shutil.copytree(SAMPLE, Path(home) / "Documents")
        (Path(home) / "fonts.conf").write_text(FONTS, encoding="utf-8")
        around = os.environ | {
            "HOME": home,
            "XDG_RUNTIME_DIR": home,
            "FONTCONFIG_FILE": str(Path(home) / "fonts.conf"),
            "LC_ALL": "C.UTF-8",
            "LANGUAGE": "en_GB",
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": str(scale / 100),
        }
        command = [sys.executable, __file__, str(folder.absolute()), "--take", appearance, str(scale)]
        return subprocess.run(command, env=around, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
