"""Files are opened in the parent, which waits for a drive only so long, and leaves no descriptor behind."""

from __future__ import annotations

import os
import queue
from collections.abc import Callable
from pathlib import Path

import pytest

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.sandbox.file_opener import FileOpener
from waiting import wait_until

HOURS = 3_600.0


class DeadDrive:
    """Drive that answers only once it is connected again, with one end of a pipe for a file."""

    def __init__(self) -> None:
        self._connected: queue.SimpleQueue[None] = queue.SimpleQueue()
        self._file, self._other_end = os.pipe()

    def open_file(self, _path: bytes) -> int:
        self._connected.get()
        return self._file

    def connect(self) -> None:
        self._connected.put(None)

    def is_file_closed(self) -> bool:
        try:
            os.write(self._other_end, b"x")
        except BrokenPipeError:
            os.close(self._other_end)
            return True
        return False


def reason_of(act: Callable[[], object]) -> Reason:
    with pytest.raises(ExtractionError) as caught:
        act()
    return Reason(caught.value.reason)


def test_a_file_is_opened_for_reading(tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(b"content")
    opened = FileOpener(HOURS).open(os.fsencode(path))
    assert (opened.name, opened.inner, opened.around) == (b"file.txt", b"", 0)
    with os.fdopen(opened.descriptor, "rb") as file:
        assert file.read() == b"content"


def test_for_a_file_inside_another_the_one_on_the_disk_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(b"content")
    for inner in ("a.txt", "folder/a.txt", "x" * 300, "/".join(["y" * 200] * 30)):
        opened = FileOpener(HOURS).open(os.fsencode(path / inner))
        assert (opened.name, opened.inner, opened.around) == (b"mail.eml", inner.encode(), 7)
        with os.fdopen(opened.descriptor, "rb") as file:
            assert file.read() == b"content"
    assert reason_of(lambda: FileOpener(HOURS).open(os.fsencode(tmp_path / "none.eml/a.txt"))) is Reason.VANISHED


def test_what_opening_says_is_raised(tmp_path: Path) -> None:
    assert reason_of(lambda: FileOpener(HOURS).open(os.fsencode(tmp_path / "none"))) is Reason.VANISHED


@pytest.mark.parametrize(
    ("seconds", "should_stop", "reason"),
    [(0.2, lambda: False, Reason.OFFLINE), (HOURS, lambda: True, Reason.INTERRUPTED)],
)
def test_a_drive_that_does_not_answer_is_given_up_and_what_it_gives_later_is_closed(
    seconds: float, should_stop: Callable[[], bool], reason: Reason
) -> None:
    drive = DeadDrive()
    opener = FileOpener(seconds, drive.open_file)
    assert reason_of(lambda: opener.open(b"", should_stop)) is reason
    assert not drive.is_file_closed()
    drive.connect()
    wait_until(drive.is_file_closed)
