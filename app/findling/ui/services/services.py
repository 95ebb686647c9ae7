"""Objects that the whole window shares, made once by the application for its pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from findling.paths import LibraryPaths
    from findling.ui.ipc.reader_link import ReaderClient
    from findling.ui.ipc.writer_link import WriterLink
    from findling.ui.services.file_actions import FileActions
    from findling.ui.services.model_adoption import ModelAdoption
    from findling.ui.services.pause import Pause
    from findling.ui.services.preferences import Preferences
    from findling.ui.services.shortcuts import Shortcuts
    from findling.ui.theme.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Frozen record of the objects that the pages of the window share.

    Attributes:
        writer: changes the library.
        search: answers questions about the library.
        adoption: installs a model and then has it used; knows who runs jobs on models.
        actions: opens, reveals and copies files.
        pause: pauses indexing.
        paths: of the library.
    """

    writer: WriterLink
    search: ReaderClient
    adoption: ModelAdoption
    theme: Theme
    actions: FileActions
    shortcuts: Shortcuts
    preferences: Preferences
    pause: Pause
    paths: LibraryPaths
