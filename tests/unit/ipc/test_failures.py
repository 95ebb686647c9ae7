"""An error of one process arrives as that error in another."""

from __future__ import annotations

import pytest

from findling.errors import DiskFullError, ExtractionError, FindlingError, UsageError, WorkerError
from findling.ipc.failures import BUG, Failed


@pytest.mark.parametrize("kind", [FindlingError, UsageError, DiskFullError])
def test_an_error_of_the_environment_comes_back_as_it_was_raised(kind):
    error = Failed.of(kind("It is full.", "Free some.")).to_error()
    assert type(error) is kind
    assert (error.message, error.remedy) == ("It is full.", "Free some.")


def test_a_bug_is_told_with_its_exception_and_is_an_error_of_the_worker():
    failed = Failed.of_bug(ZeroDivisionError("by zero"), "Report it.")
    assert failed == Failed("Findling made a mistake (ZeroDivisionError: by zero).", "Report it.", BUG)
    assert isinstance(failed.to_error(), WorkerError)


@pytest.mark.parametrize("kind", ["os", "annotations", "Nothing", "", ExtractionError.__name__])
def test_what_names_no_error_that_can_be_raised_anew_is_an_error_of_the_worker(kind):
    assert type(Failed("words", "", kind).to_error()) is WorkerError
