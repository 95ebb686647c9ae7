"""Entry point of the command line, the window, and the processes that work for them."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from findling.ipc.command import ProcessRole

if TYPE_CHECKING:
    from findling.domain.launch_request import LaunchRequest
    from findling.paths import LibraryPaths


_PRIVATE = 0o077
"""Mask of the processes that write to a library, among them libraries that name no mode: no one else may read it."""


def main() -> int:
    """Run what the first argument names and return the exit status."""
    # NumPy's OpenBLAS reads this when it is loaded. Its threads cost milliseconds for a product that takes microseconds
    # while others compute; where more than one thread pays, Findling starts them itself.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    role = sys.argv[1] if len(sys.argv) > 1 else ""
    if role in (ProcessRole.WRITER, ProcessRole.READER, ProcessRole.MODEL_JOB):
        os.umask(_PRIVATE)
    if role == ProcessRole.PARSER:
        from findling.processes.parser.main import main as parse

        parse()
    if role == ProcessRole.RECOGNISER:
        from findling.processes.parser.recogniser import main as recognise

        recognise(sys.argv[2:])
    if role == ProcessRole.WRITER:
        from findling.processes.writer.main import main as work

        return work(sys.argv[2:])
    if role == ProcessRole.READER:
        from findling.processes.reader.main import main as search

        return search(sys.argv[2:])
    if role == ProcessRole.MODEL_JOB:
        from findling.processes.model_jobs.main import main as work_on_models

        return work_on_models(sys.argv[2:])
    if role == ProcessRole.MODEL_TRIAL:
        from findling.embedding.install.load_probe import main as try_model

        return try_model(sys.argv[2:])
    from findling.cli.main import run

    return run(sys.argv[1:], _open_window)


def _open_window(paths: LibraryPaths, request: LaunchRequest) -> int:
    from findling.ui.app.launch import open_window

    return open_window(paths, request)


if __name__ == "__main__":
    sys.exit(main())
