"""What speaks against a step, looked at right before it is taken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from findling.domain.plans import Action
from findling.duplicates.fileops import is_one_file, is_open_elsewhere
from findling.duplicates.keeper_rules import is_below
from findling.messages.library_templates import ClearingMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.domain.plans import Seen, Step
    from findling.duplicates.fileops import FileSystem
    from findling.messages.notice import Notice


def find_objection(
    step: Step, protected: Sequence[Path], disk: FileSystem, are_alike: Callable[[bytes, bytes], bool]
) -> Notice | None:
    """Return why a step must not be taken; None where nothing speaks against it.

    Args:
        step: what is to be done.
        protected: folders that nothing is taken from.
        disk: where the files are read.
        are_alike: whether the library knows two contents, by their hashes, to say the same or to be a pair.

    Raises:
        OSError: a file cannot be looked at, which speaks against it as well.
    """
    file = step.file.path
    if any(is_below(path, protected) for path in (file, _real(file))):
        return ClearingMessage.IN_PROTECTED_FOLDER()
    if step.action is not Action.RENAME and (objection := _object_for_survivor(step, disk)):
        return objection
    if differs(disk.see(file), step.file):
        return ClearingMessage.CHANGED()
    if step.file.content != step.survivor.content and not are_alike(step.file.content, step.survivor.content):
        # A plan may come from a file, where any survivor can stand.
        return ClearingMessage.NOTHING_IN_COMMON()
    if is_open_elsewhere(file):
        return ClearingMessage.OPEN_ELSEWHERE()
    if step.action is Action.LINK:
        return _object_to_link(step)
    return _object_to_name(step) if step.action is Action.RENAME else None


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
    """A plan may come from a file, where anything can stand."""
    if step.target is None or step.target.parent != step.file.path.parent:
        return ClearingMessage.NAME_OF_OTHER_FOLDER()
    return ClearingMessage.NAME_TAKEN() if os.path.lexists(step.target) else None


def differs(now: Seen, then: Seen) -> bool:
    """Whether a file is another than the one that was seen."""
    return (now.size, now.modified_ns, now.content) != (then.size, then.modified_ns, then.content)


def _real(path: Path) -> Path:
    """Where a file really lies, however its folders are reached; a link at its own place is not followed."""
    return path.parent.resolve() / path.name
