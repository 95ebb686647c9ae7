"""One step done to the files, and taken back from wherever it stopped."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.plans import Action
from findling.duplicates.fileops import is_one_file
from findling.duplicates.preflight import differs
from findling.messages.library_templates import ClearingMessage
from findling.storage.history_table import StepState

if TYPE_CHECKING:
    from findling.domain.plans import Step
    from findling.duplicates.fileops import FileSystem
    from findling.duplicates.trash import Trash
    from findling.messages.notice import Notice
    from findling.storage.history_table import History, StepRow

NOWHERE = Path()
"""The place of what is linked, or goes to a bin of which only the system knows."""


class StepExecutor:
    """Carries out single steps.

    Args:
        disk: where the files lie.
        recycle_bin: where files go that are binned.
        history: knows which steps came after one.
    """

    def __init__(self, disk: FileSystem, recycle_bin: Trash, history: History) -> None:
        self._disk = disk
        self._bin = recycle_bin
        self._history = history

    def choose_place(self, step: Step) -> Path:
        """Where a file is to go, which nothing has been done to yet.

        Raises:
            OSError: there is no such place.
        """
        if step.action is Action.BIN:
            return self._bin.choose(step.file.path)
        if step.action is Action.MOVE:
            assert step.target is not None
            step.target.mkdir(parents=True, exist_ok=True)
            return _find_free(step.target / step.file.path.name)
        if step.action is Action.RENAME:
            assert step.target is not None
            return step.target
        return NOWHERE

    def act(self, step: Step, place: Path) -> None:
        """Take a step.

        Raises:
            OSError: it could not be done, or not wholly: see `clean_up`.
        """
        if step.action is Action.BIN:
            self._bin.put(step.file.path, place)
        elif step.action in (Action.MOVE, Action.RENAME):
            self._disk.move(step.file.path, place)
        else:
            self._disk.replace_by_link(step.file.path, step.survivor)

    def is_done(self, step: Step, row: StepRow) -> bool:
        """Whether a step that is half done as far as is known was done wholly.

        Raises:
            OSError: it cannot be looked at.
        """
        path = step.file.path
        if step.action is Action.LINK:
            return is_one_file(path, step.survivor.path)
        found = None if os.path.lexists(path) else self._find_place(step, row.place, row.id)
        return found is not None and not _holds_place(found, step)

    def is_nowhere(self, step: Step, place: Path) -> bool:
        """Whether a file lies neither at its old place nor at the new one, though both folders are there."""
        path = step.file.path
        return not any(map(os.path.lexists, (path, place))) and path.parent.is_dir() and place.parent.is_dir()

    def take_back(self, step: Step, row: StepRow) -> Notice | None:
        """Put a file back; return what keeps it from that.

        Raises:
            OSError: it cannot be done now.
        """
        path = step.file.path
        if step.action is Action.LINK:
            if os.path.lexists(path) and is_one_file(path, step.survivor.path):
                self._disk.replace_by_copy(path, step.file)
            return None
        place = self._find_place(step, row.place, row.id)
        if place is None:
            if not os.path.lexists(path) or (row.state is StepState.DONE and differs(self._disk.see(path), step.file)):
                return ClearingMessage.GONE()
        elif os.path.lexists(path) and (_holds_place(place, step) or not differs(self._disk.see(path), step.file)):
            # Nothing was done, or only the last of it is left to do: to remove what has another copy. What else has
            # come to that place since is not ours.
            if _holds_place(place, step) or not differs(self._disk.see(place), step.file):
                self._disk.remove(place)
        elif os.path.lexists(path) and not _holds_place(path, step):
            return ClearingMessage.PLACE_TAKEN()
        else:
            if os.path.lexists(path):
                self._disk.remove(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            self._disk.move(place, path)
        self.release(step, row.place)
        return None

    def clean_up(self, step: Step, place: Path, number: int) -> bool:
        """After a failure: let go of the file's new place; says whether nothing is left to take back."""
        path = step.file.path
        if step.action is Action.LINK:
            return not is_one_file(path, step.survivor.path)
        try:
            found = self._find_place(step, place, number)
            if found and os.path.lexists(path) and _holds_place(found, step):
                self._disk.remove(found)
                found = None
            if found is None:
                self.release(step, place)
        except OSError:  # the disk is failing: the history keeps the step, to be taken back later
            return False
        return found is None

    def _find_place(self, step: Step, place: Path, number: int) -> Path | None:
        if self._history.was_reused(place, number):
            return None
        if step.action is Action.BIN:
            return self._bin.find(step.file, place)
        return place if os.path.lexists(place) else None

    def release(self, step: Step, place: Path) -> None:
        """Let go of a place at which nothing lies."""
        if step.action is Action.BIN:
            self._bin.release(step.file.path, place)


def _holds_place(path: Path, step: Step) -> bool:
    """Whether a file is but the empty one that keeps a place for another."""
    return path.lstat().st_size == 0 and step.file.size > 0


def _find_free(path: Path) -> Path:
    number = 1
    free = path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free
