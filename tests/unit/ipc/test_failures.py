"""An error of one process arrives as that error in another."""

from __future__ import annotations

import pytest

from findling.errors import (
    DiskFullError,
    ExtractionError,
    FindlingError,
    LibraryBusyError,
    LibraryDamagedError,
    LibraryTooNewError,
    ModelError,
    UsageError,
    WorkerError,
)
from findling.ipc.failures import Failed
from findling.messages.library_templates import LibraryMessage
from findling.messages.remedy_templates import Remedy
from findling.messages.system_templates import SystemMessage

NO_FOLDER = LibraryMessage.NO_FOLDER(folder="x").advising(Remedy.CHECK_NAME())


@pytest.mark.parametrize(
    ("raised", "comes"),
    [
        (FindlingError(NO_FOLDER), FindlingError),
        (UsageError(NO_FOLDER), UsageError),
        (DiskFullError.needing(), DiskFullError),
        (LibraryBusyError(LibraryMessage.BUSY(holder="x"), Remedy.WAIT()), LibraryBusyError),
        (LibraryTooNewError(LibraryMessage.WRITTEN_BY_NEWER(seen=9, known=4)), LibraryTooNewError),
        (LibraryDamagedError(LibraryMessage.DATABASE_DAMAGED(file="x", reason="y")), LibraryDamagedError),
        (WorkerError(SystemMessage.WORKER_ENDED()), WorkerError),
        # Nobody who asks another process tells these from any other.
        (ModelError(NO_FOLDER), FindlingError),
        (ExtractionError("empty"), FindlingError),
    ],
)
def test_an_error_of_the_environment_comes_back_with_its_message(raised, comes):
    error = Failed.of(raised).to_error()
    assert (type(error), error.notice) == (comes, raised.notice)


def test_a_bug_is_told_with_its_exception_and_is_an_error_of_the_writer():
    failed = Failed.of_bug(ZeroDivisionError("by zero"), Remedy.INSTALL_FINDLING())
    assert failed == Failed(SystemMessage.BUG(error="ZeroDivisionError: by zero").advising(Remedy.INSTALL_FINDLING()))
    assert isinstance(failed.to_error(), WorkerError)
