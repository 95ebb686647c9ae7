"""Findling's own processes that have a library open, whoever started them, and their end."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from findling.paths import LibraryPaths

_NAMES = frozenset({"findling", "findling.exe"})
_LEADING = 4
"""Arguments among which the program's name is: `python -P -m findling`, or a script that an interpreter runs."""
_LOOK_SECONDS = 0.1


def end_users(paths: LibraryPaths, seconds: float, should_stop: Callable[[], bool] = lambda: False) -> tuple[int, ...]:
    """Ask the processes that have a library open to end; wait for that, or for `should_stop`.

    Returns:
        The numbers of those that have not ended after some seconds.
    """
    users = list(_find_users(paths))
    for each in users:
        try:
            each.terminate()
        except psutil.Error:  # ended in between, or is another user's
            continue
    deadline = time.monotonic() + seconds
    while (alive := [each for each in users if _is_alive(each)]) and time.monotonic() < deadline:
        if should_stop():
            break
        time.sleep(_LOOK_SECONDS)
    return tuple(sorted(each.pid for each in alive))


def _is_alive(process: psutil.Process) -> bool:
    """Return whether a process still computes, and is not only kept for its parent to see."""
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _find_users(paths: LibraryPaths) -> Iterator[psutil.Process]:
    """Yield processes of this user, parents before the children that they would start again."""
    own = psutil.Process()
    spared = {own.pid, *(each.pid for each in own.parents())}
    places = frozenset(Path(os.path.realpath(each)) for each in (paths.data, paths.cache, paths.logs, paths.config))
    found: dict[int, psutil.Process] = {}
    for process in psutil.process_iter():
        if process.pid in spared or not _is_ours(process) or not _has_open(process, places):
            continue
        found[process.pid] = process
        for above in process.parents():
            if above.pid in spared or not _is_ours(above):
                break
            found[above.pid] = above
    yield from sorted(found.values(), key=lambda each: len(each.parents()) if each.is_running() else 0)


def _is_ours(process: psutil.Process) -> bool:
    """Return whether a process is one of Findling's programs, run by this user."""
    try:
        if os.name != "nt" and process.uids().real != os.getuid():
            return False
        return any(Path(argument).name.lower() in _NAMES for argument in process.cmdline()[:_LEADING])
    except psutil.Error:
        return False


def _has_open(process: psutil.Process, places: frozenset[Path]) -> bool:
    try:
        opened = [Path(each.path) for each in process.open_files()]
    except psutil.Error:
        return False
    return any(not places.isdisjoint(path.parents) for path in opened)
