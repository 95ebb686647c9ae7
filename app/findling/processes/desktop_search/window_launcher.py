"""Starts of the window by a process that ends before it."""

from __future__ import annotations

import os
import shutil
import subprocess
import threading
from typing import TYPE_CHECKING

from findling.sharing.assistants import find_entry

if TYPE_CHECKING:
    from findling.paths import LibraryPaths

_SCOPE = ("systemd-run", "--user", "--scope", "--quiet", "--collect", "--")


class WindowLauncher:
    """Opens links in the window of a library, which is started where it is not open."""

    def __init__(self, paths: LibraryPaths) -> None:
        entry = find_entry(paths, "app")
        self._command = (entry.command, *entry.arguments)

    def open(self, link: str) -> None:
        """Open a link."""
        # A unit of systemd ends with all that it started, and the bus may have made us one.
        apart = _SCOPE if "INVOCATION_ID" in os.environ and shutil.which(_SCOPE[0]) else ()
        window = subprocess.Popen(  # noqa: S603 - ourselves
            [*apart, *self._command, link],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        # One that has ended is taken off the system's list of processes by this.
        threading.Thread(target=window.wait, name="window", daemon=True).start()
