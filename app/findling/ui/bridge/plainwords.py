"""What the processes say of a library that cannot be used, for someone who sits at the window and not at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from findling.ui import wording
from findling.ui.phrases import reword

if TYPE_CHECKING:
    from findling.paths import LibraryPaths

translate = QCoreApplication.translate


def to_plain_words(message: str, remedy: str, kind: str, paths: LibraryPaths) -> tuple[str, str]:
    """What happened, and what the person can do about it in the window.

    Args:
        message: as the process has it.
        remedy: as the process has it; may speak of commands and their options.
        kind: name of the class in `findling.errors`.
        paths: of the library.
    """
    match kind:
        case "LibraryTooNewError":
            return (
                translate("Library", "A newer Findling has written this library, and this one cannot read it."),
                translate("Library", "Install the newest Findling. Your files are as they were."),
            )
        case "LibraryDamagedError":
            words = translate(
                "Library", "Quit Findling, move {file} elsewhere, and start it again: your files are read anew."
            )
            return (
                translate("Library", "What Findling knows of your files is damaged; the files are not."),
                words.format(file=wording.folder(paths.database)),
            )
        case "LibraryError":
            words = translate("Library", "See whether {folder} is there and may be written to, and the disk has room.")
            return reword(message), words.format(folder=wording.folder(paths.data))
    return reword(message), reword(remedy)
