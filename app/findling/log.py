"""Log that error messages name: one file, rotated, readable by its owner only."""

from __future__ import annotations

import faulthandler
import logging
import logging.handlers
import os
from io import TextIOWrapper
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_BYTES = 1_000_000
_KEPT = 3


def start_logging(path: Path, *, verbose: bool = False) -> None:
    """Write Findling's log, and tracebacks of crashes, to `path`.

    Args:
        path: the log file; its folder exists.
        verbose: write everything, not only warnings and errors.

    Raises:
        OSError: it cannot be written.
    """
    descriptor = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
    handler = _LogFile(path, descriptor)
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger("findling")
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if verbose else logging.WARNING)
    root.propagate = False
    faulthandler.enable(descriptor)


def stop_logging() -> None:
    """Close the log, so that its file can be deleted; nothing is written any more."""
    root = logging.getLogger("findling")
    for handler in [each for each in root.handlers if isinstance(each, _LogFile)]:
        root.removeHandler(handler)
        faulthandler.disable()
        os.close(handler.crashes)
        handler.close()


class _LogFile(logging.handlers.RotatingFileHandler):
    """Log file whose failures are ignored.

    Attributes:
        crashes: descriptor of the file for tracebacks of crashes, which no handler is asked for.
    """

    def __init__(self, path: Path, crashes: int) -> None:
        super().__init__(
            path, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", errors="backslashreplace", delay=True
        )
        self.crashes = crashes

    def _open(self) -> TextIOWrapper:
        """Open the file, after a rotation a new one, for its owner alone."""
        descriptor = os.open(self.baseFilename, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        return TextIOWrapper(os.fdopen(descriptor, "ab"), self.encoding, self.errors)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Drop the record: there is no better place to report it."""
