"""Observer of folders that on Linux sets no watch on what is excluded.

The system lets only so many be watched.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.observers import Observer

if TYPE_CHECKING:
    from collections.abc import Callable

    from watchdog.observers.api import BaseObserver

    IsExcluded = Callable[[Path, bool], bool]


def make_observer(is_excluded: IsExcluded) -> BaseObserver:
    """Return an observer that is not started yet.

    Args:
        is_excluded: given a path and whether it is a folder; asked by threads of the observer.

    Raises:
        OSError: the system lets nothing more be watched.
    """
    return _SelectiveObserver(is_excluded) if sys.platform == "linux" else Observer()


if sys.platform == "linux":
    from watchdog.observers.api import DEFAULT_OBSERVER_TIMEOUT, BaseObserver
    from watchdog.observers.inotify import InotifyEmitter
    from watchdog.observers.inotify_c import CallbackId, InotifyFD, Mask, WatchCallback, WatchDescriptor

    class _SelectiveInotify(InotifyFD):
        """Instance of inotify that refuses excluded folders, as the system refuses unreadable ones."""

        def __init__(self, is_excluded: IsExcluded) -> None:
            super().__init__()
            self._is_excluded = is_excluded

        def add_callback(self, path: bytes, mask: Mask, callback: WatchCallback, id_: CallbackId) -> WatchDescriptor:
            if self._is_excluded(Path(os.fsdecode(path)), True):
                raise PermissionError(errno.EPERM, "left out", os.fsdecode(path))
            return super().add_callback(path, mask, callback, id_)

    class _SelectiveObserver(BaseObserver):
        """Observer like watchdog's `inotify.InotifyObserver`, with our own instance of inotify."""

        def __init__(self, is_excluded: IsExcluded) -> None:
            self._inotify = _SelectiveInotify(is_excluded)
            self._inotify.start()
            super().__init__(InotifyEmitter, timeout=DEFAULT_OBSERVER_TIMEOUT, inotify_fd=self._inotify)

        def on_thread_stop(self) -> None:
            super().on_thread_stop()
            self._inotify.stop()
            self._inotify.join()
