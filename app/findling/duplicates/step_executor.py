"""Checks, takes and undoes single steps, from wherever they stopped."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.plans import Action
from findling.duplicates.fileops import is_one_file, is_open_elsewhere
from findling.duplicates.keeper_rules import is_below
from findling.duplicates.sameness import find_doubt
from findling.messages.library_templates import ClearingMessage
from findling.storage.history_table import StepState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from findling.domain.plans import Seen, Step
    from findling.duplicates.fileops import FileSystem
    from findling.duplicates.trash import Trash
    from findling.messages.notice import Notice
    from findling.storage.duplicate_table import Duplicates
    from findling.storage.history_table import History, StepRow

_TO_BIN = frozenset({Action.BIN, Action.DISCARD})
_WITHOUT_SURVIVOR = frozenset({Action.RENAME, Action.DISCARD})

NOWHERE = Path()
"""Place of what is linked, or goes to a bin that only the system knows."""


class StepExecutor:
    """Executor of single steps.

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
        """Choose where a file is to go; raises `OSError` where there is no such place."""
        if step.action in _TO_BIN:
            return self._bin.choose(step.file.path)
        if step.action is Action.MOVE:
            assert step.target is not None
            self._disk.make_folder(step.target)
            return _find_free(step.target / step.file.path.name)
        if step.action is Action.RENAME:
            assert step.target is not None
            return step.target
        return NOWHERE

    def execute(self, step: Step, place: Path) -> None:
        """Take a step; raises `OSError` where it failed, maybe halfway: see `clean_up`."""
        if step.action in _TO_BIN:
            self._bin.put(step.file.path, place)
        elif step.action in (Action.MOVE, Action.RENAME):
            self._disk.move(step.file.path, place)
        else:
            self._disk.replace_by_link(step.file.path, step.survivor)

    def is_done(self, step: Step, row: StepRow) -> bool:
        """Tell whether a step that was begun is done; raises `OSError` where that cannot be seen."""
        path = step.file.path
        if step.action is Action.LINK:
            return is_one_file(path, step.survivor.path)
        found = None if os.path.lexists(path) else self._find_place(step, row.place, row.id)
        return found is not None and not _is_placeholder(found, step)

    def is_missing(self, step: Step, place: Path) -> bool:
        """Tell whether a file lies at neither place, though both folders are there."""
        path = step.file.path
        return not any(map(os.path.lexists, (path, place))) and path.parent.is_dir() and place.parent.is_dir()

    def undo(self, step: Step, row: StepRow) -> Notice | None:
        """Put a file back, or return why not; raises `OSError` where the disk fails."""
        path = step.file.path
        if step.action is Action.LINK:
            if os.path.lexists(path) and is_one_file(path, step.survivor.path):
                self._disk.replace_by_copy(path, step.file)
            return None
        place = self._find_place(step, row.place, row.id)
        if place is None:
            if not os.path.lexists(path) or (row.state is StepState.DONE and _differs(self._disk.see(path), step.file)):
                return ClearingMessage.GONE()
        elif os.path.lexists(path) and (_is_placeholder(place, step) or not _differs(self._disk.see(path), step.file)):
            # Nothing was done, or only to remove what has another copy is left to do. What else has come to that
            # place since is not ours.
            if _is_placeholder(place, step) or not _differs(self._disk.see(place), step.file):
                self._disk.remove(place)
        elif os.path.lexists(path) and not _is_placeholder(path, step):
            return ClearingMessage.PLACE_TAKEN()
        else:
            if os.path.lexists(path):
                self._disk.remove(path)
            self._disk.make_folder(path.parent)
            self._disk.move(place, path)
        self.release(step, row.place)
        return None

    def clean_up(self, step: Step, place: Path, number: int) -> bool:
        """Release the new place after a failure; tell whether nothing is left to undo."""
        path = step.file.path
        if step.action is Action.LINK:
            return not is_one_file(path, step.survivor.path)
        try:
            found = self._find_place(step, place, number)
            if found and os.path.lexists(path) and _is_placeholder(found, step):
                self._disk.remove(found)
                found = None
            if found is None:
                self.release(step, place)
        except OSError:  # the disk is failing: the history keeps the step, to be undone later
            return False
        return found is None

    def _find_place(self, step: Step, place: Path, number: int) -> Path | None:
        if self._history.was_reused(place, number):
            return None
        if step.action in _TO_BIN:
            return self._bin.find(step.file, place)
        return place if os.path.lexists(place) else None

    def release(self, step: Step, place: Path) -> None:
        """Release a place at which nothing lies."""
        if step.action in _TO_BIN:
            self._bin.release(step.file.path, place)


def find_objection(
    step: Step, protected: Sequence[Path], disk: FileSystem, object_to: Callable[[Step], Notice | None]
) -> Notice | None:
    """Return why a step must not be taken, if anything speaks against it.

    Args:
        step: what is to be done.
        protected: folders that nothing is taken from.
        disk: where the files are read.
        object_to: returns why the survivor's content must not stand for the other, of two that are not the same.

    Raises:
        OSError: a file cannot be read, which speaks against it as well.
    """
    file = step.file.path
    if any(is_below(path, protected) for path in (file, _real(file))):
        return ClearingMessage.IN_PROTECTED_FOLDER()
    if step.action not in _WITHOUT_SURVIVOR and (objection := _object_for_survivor(step, disk)):
        return objection
    if _differs(disk.see(file), step.file):
        return ClearingMessage.CHANGED()
    # A plan may come from a file, where any survivor can stand.
    if step.file.content != step.survivor.content and (objection := object_to(step)):
        return objection
    if is_open_elsewhere(file):
        return ClearingMessage.OPEN_ELSEWHERE()
    if step.action is Action.LINK:
        return _object_to_link(step)
    return _object_to_name(step) if step.action is Action.RENAME else None


def object_to_content(step: Step, known: Duplicates) -> Notice | None:
    """Return why the content of a survivor must not stand for another one.

    What the user chose has to be like it, as far as the library knows; all else has to be the same in full.
    """
    contents = step.file.content, step.survivor.content
    file, survivor = map(known.reading, contents)
    if file is None or survivor is None or not known.are_alike(*contents):
        return ClearingMessage.NOTHING_IN_COMMON()
    return None if step.chosen else find_doubt(file, survivor)


def _object_for_survivor(step: Step, disk: FileSystem) -> Notice | None:
    file, survivor = step.file.path, step.survivor.path
    if _real(file) == _real(survivor) or (is_one_file(file, survivor) and file.lstat().st_nlink == 1):
        return ClearingMessage.IS_SURVIVOR()
    changed = disk.see(survivor).content != step.survivor.content
    return ClearingMessage.SURVIVOR_CHANGED() if changed else None


def _object_to_link(step: Step) -> Notice | None:
    if step.file.content != step.survivor.content:
        return ClearingMessage.NOT_SAME_BYTES()
    file, survivor = step.file.path.stat(), step.survivor.path.stat()
    if file.st_dev != survivor.st_dev:
        return ClearingMessage.OTHER_VOLUME()
    return ClearingMessage.ONE_FILE_ALREADY() if file.st_ino == survivor.st_ino else None


def _object_to_name(step: Step) -> Notice | None:
    # A plan may come from a file, where anything can stand.
    if step.target is None or step.target.parent != step.file.path.parent:
        return ClearingMessage.NAME_OF_OTHER_FOLDER()
    return ClearingMessage.NAME_TAKEN() if os.path.lexists(step.target) else None


def _differs(now: Seen, then: Seen) -> bool:
    """Tell whether a file has changed."""
    return (now.size, now.modified_ns, now.content) != (then.size, then.modified_ns, then.content)


def _real(path: Path) -> Path:
    """Resolve the folders of a path; a link at the path itself is not followed."""
    return path.parent.resolve() / path.name


def _is_placeholder(path: Path, step: Step) -> bool:
    """Tell whether a file is but the empty one that reserves a place for another."""
    return path.lstat().st_size == 0 and step.file.size > 0


def _find_free(path: Path) -> Path:
    number = 1
    free = path
    while os.path.lexists(free):
        number += 1
        free = path.with_name(f"{path.stem} ({number}){path.suffix}")
    return free
