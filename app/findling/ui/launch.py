"""Opens the window, or says in one line why it cannot be opened."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.errors import FindlingError
from findling.log import start_logging
from findling.ui.preflight import NoWindowError, check_screen, import_qt

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from findling.paths import LibraryPaths
    from findling.ui.instance import Instance


@dataclass(frozen=True, slots=True)
class Request:
    """What the window is opened for.

    Attributes:
        folders: to be covered.
        query: to be searched at once.
        toggle: show the quick window, or hide it.
    """

    folders: tuple[Path, ...] = ()
    query: str = ""
    toggle: bool = False

    def to_words(self) -> list[str]:
        """As it is said to a window that is open already."""
        if self.toggle:
            return ["toggle"]
        query = " ".join(self.query.split())
        return [*(f"add:{folder}" for folder in self.folders), f"open:{query}" if query else "show"]


def open_window(paths: LibraryPaths, request: Request) -> int:
    """Open the window on a library, or have the one that is open come forward; gives the exit status.

    Raises:
        NoWindowError: there is no screen, or something that Qt needs is missing.
        FindlingError: the library's folders cannot be made, or the settings cannot be read.
    """
    paths.create()
    check_screen()
    import_qt()
    from findling.ui.instance import Instance

    instance = Instance(paths)
    if all(instance.ask_other(word) for word in request.to_words()):
        return 0
    from PySide6.QtWidgets import QApplication

    qt = QApplication([sys.argv[0]])
    if not instance.claim():
        raise FindlingError("Findling is open already, and does not answer.", "Try again in a moment.")
    qt.setApplicationName("findling")
    qt.setApplicationDisplayName("Findling")
    qt.setDesktopFileName("findling")
    _check_fonts()
    try:
        start_logging(paths.logs / "window.log")
    except OSError as error:
        raise FindlingError(f"The log {paths.logs / 'window.log'} cannot be written: {error.strerror}.") from error
    return _live(qt, paths, instance, request)


def _live(qt: QApplication, paths: LibraryPaths, instance: Instance, request: Request) -> int:
    from findling.ui.application import Application
    from findling.ui.interrupts import Interrupts

    interrupts = Interrupts(qt.quit)
    interrupts.listen()
    application = Application(qt, paths, instance)
    try:
        return application.run(request.folders, request.query, toggle=request.toggle)
    finally:
        interrupts.close()


def _check_fonts() -> None:
    from PySide6.QtGui import QFontDatabase

    if not QFontDatabase.families():
        raise NoWindowError(
            "There are no fonts on this system, so nothing could be read.",
            "On Debian or Ubuntu: sudo apt-get install fonts-dejavu-core",
        )
