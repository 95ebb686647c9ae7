"""What speaks against a step, looked at right before it is taken."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from findling.duplicates import Action
from findling.engine.duplicates.disk import is_one_file, is_open_elsewhere
from findling.engine.duplicates.keeping import is_below

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from findling.duplicates import Seen, Step
    from findling.engine.duplicates.disk import Disk


def find_objection(step: Step, protected: Sequence[Path], disk: Disk, are_alike: Callable[[bytes, bytes], bool]) -> str:
    """Why a step must not be taken; "" where nothing speaks against it.

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
        return "it lies in a protected folder"
    if step.action is not Action.RENAME and (objection := _object_for_survivor(step, disk)):
        return objection
    if differs(disk.see(file), step.file):
        return "it has changed since the plan was made"
    if step.file.content != step.survivor.content and not are_alike(step.file.content, step.survivor.content):
        # A plan may come from a file, where any survivor can stand.
        return "nothing is known that it has in common with the file that is to survive"
    if is_open_elsewhere(file):
        return "another program has it open"
    if step.action is Action.LINK:
        return _object_to_link(step)
    return _object_to_name(step) if step.action is Action.RENAME else ""


def _object_for_survivor(step: Step, disk: Disk) -> str:
    file, survivor = step.file.path, step.survivor.path
    if _real(file) == _real(survivor) or (is_one_file(file, survivor) and file.lstat().st_nlink == 1):
        return "it is the file that is to survive"
    changed = disk.see(survivor).content != step.survivor.content
    return "the file that is to survive has changed" if changed else ""


def _object_to_link(step: Step) -> str:
    if step.file.content != step.survivor.content:
        return "only files that are the same to the byte can be linked"
    file, survivor = step.file.path.stat(), step.survivor.path.stat()
    if file.st_dev != survivor.st_dev:
        return "it is on another volume than the file that survives"
    return "both are one file already" if file.st_ino == survivor.st_ino else ""


def _object_to_name(step: Step) -> str:
    """A plan may come from a file, where anything can stand."""
    if step.target is None or step.target.parent != step.file.path.parent:
        return "its new name is that of another folder"
    return "its new name is taken" if os.path.lexists(step.target) else ""


def differs(now: Seen, then: Seen) -> bool:
    """Whether a file is another than the one that was seen."""
    return (now.size, now.modified_ns, now.content) != (then.size, then.modified_ns, then.content)


def _real(path: Path) -> Path:
    """Where a file really lies, however its folders are reached; a link at its own place is not followed."""
    return path.parent.resolve() / path.name
