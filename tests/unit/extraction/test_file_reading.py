"""Untrusted files: only plain ones are opened, read once, and refused if they change meanwhile."""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from blake3 import blake3

from findling.domain.files import Reason, Stat
from findling.errors import ExtractionError
from findling.extraction.file_reading import SMALL, FileBytes, open_plain, read_open, to_stat
from findling.formats import SizeLimit

MEGABYTE = 1_000_000
posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def allow_any(_head: bytes) -> SizeLimit:
    return SizeLimit(10**12, 10**12)


def read_whole(
    path: str | bytes | Path, allow: Callable[[bytes], SizeLimit], beat: Callable[[], None] = lambda: None
) -> FileBytes:
    descriptor = open_plain(path)
    try:
        return read_open(descriptor, allow, beat)
    finally:
        os.close(descriptor)


def refusal(path: str | bytes | Path, allow=allow_any) -> Reason:
    with pytest.raises(ExtractionError) as caught:
        read_whole(path, allow)
    return Reason(caught.value.reason)


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 2**20, 2**20 + 65_537, 5 * 2**20])
def test_bytes_hash_and_stat_are_those_of_the_file(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    path = tmp_path / "file"
    path.write_bytes(content)
    file = read_whole(path, allow_any)
    status = path.stat()
    assert file.data == content
    assert file.content_hash == blake3(content).digest()
    assert file.stat == Stat(size, status.st_mtime_ns, status.st_ino)
    assert not file.cut


def test_a_cut_file_keeps_its_beginning_and_the_hash_of_the_whole(tmp_path: Path) -> None:
    content = os.urandom(SMALL.hashed + 3 * MEGABYTE)
    path = tmp_path / "long.log"
    path.write_bytes(content)
    heads = []

    def allow(head: bytes) -> SizeLimit:
        heads.append(head)
        return SizeLimit(2 * MEGABYTE + 7, 10**9)

    file = read_whole(path, allow)
    assert file.data == content[: 2 * MEGABYTE + 7]
    assert file.cut
    assert file.content_hash == blake3(content).digest()
    assert heads == [content[:65_536]]


def test_a_file_beyond_what_is_allowed_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_bytes(bytes(SMALL.hashed + 1))
    assert refusal(path, lambda _: SMALL) is Reason.TOO_LARGE


def test_a_large_file_without_text_is_refused_for_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(bytes(SMALL.hashed + 1))

    def allow(_head: bytes) -> SizeLimit:
        raise ExtractionError(Reason.BINARY)

    assert refusal(path, allow) is Reason.BINARY


@posix
def test_a_sparse_file_of_100_gb_is_never_read(tmp_path: Path) -> None:
    path = tmp_path / "disk.img"
    path.touch()
    os.truncate(path, 100 * 10**9)
    assert refusal(path) is Reason.TOO_LARGE


@posix
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") is Reason.SPECIAL


@posix
def test_a_socket_is_special(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the address of a socket is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert refusal(tmp_path / "socket") is Reason.SPECIAL


@posix
def test_a_device_is_special() -> None:
    assert refusal("/dev/zero") is Reason.SPECIAL


def test_a_folder_is_special(tmp_path: Path) -> None:
    assert refusal(tmp_path) is Reason.SPECIAL


@posix
def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "target").write_text("text")
    (tmp_path / "link").symlink_to("target")
    assert refusal(tmp_path / "link") is Reason.LINK


def test_a_missing_file_has_vanished(tmp_path: Path) -> None:
    assert refusal(tmp_path / "gone") is Reason.VANISHED


@posix
def test_a_file_whose_folder_became_a_file_has_vanished(tmp_path: Path) -> None:
    (tmp_path / "folder").write_text("now a file")
    assert refusal(tmp_path / "folder" / "file") is Reason.VANISHED


@posix
def test_a_name_that_no_file_can_have_is_told(tmp_path: Path) -> None:
    assert refusal(tmp_path / ("x" * 300)) is Reason.NAME


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS takes names in UTF-8 only")
def test_a_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xff\xfe.txt"
    with open(path, "wb") as file:
        file.write(b"content")
    assert read_whole(path, allow_any).data == b"content"


@posix
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("secret")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("needs a user who may not read everything (do not run it as root)")
    assert refusal(path) is Reason.NO_PERMISSION


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system has no /proc")
def test_a_file_that_has_more_than_its_size_says_is_not_trusted() -> None:
    assert refusal("/proc/self/status") is Reason.CHANGING


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="this system has no /proc")
def test_an_error_of_the_drive_means_that_the_file_is_not_to_be_had_now() -> None:
    assert refusal("/proc/self/mem") is Reason.OFFLINE  # its first page cannot be read: EIO


def shrink(path: Path) -> None:
    os.truncate(path, 100)


def grow(path: Path) -> None:
    with path.open("ab") as file:
        file.write(b"more")


def rewrite(path: Path) -> None:
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.write(b"x" * size)
    os.utime(path, ns=(1, 1))


@pytest.mark.parametrize("change", [shrink, grow, rewrite])
def test_a_file_that_changes_while_it_is_read_is_told(tmp_path: Path, change) -> None:
    path = tmp_path / "busy.log"
    path.write_bytes(bytes(3 * MEGABYTE))
    changes = iter([change])
    with pytest.raises(ExtractionError) as caught:
        read_whole(path, allow_any, lambda: next(changes, lambda _: None)(path))
    assert caught.value.reason == Reason.CHANGING


@posix
def test_a_file_that_vanishes_while_it_is_read_is_still_whole(tmp_path: Path) -> None:
    path = tmp_path / "fleeting"
    path.write_bytes(b"x" * 3 * MEGABYTE)
    assert len(read_whole(path, allow_any, lambda: path.unlink(missing_ok=True)).data) == 3 * MEGABYTE


def test_a_long_file_beats_while_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long"
    path.write_bytes(bytes(10 * 2**20))
    beats = []
    read_whole(path, allow_any, lambda: beats.append(None))
    assert len(beats) >= 10


def test_an_inode_of_128_bits_fits_a_signed_column_of_64() -> None:
    result = os.stat_result([0o100644, (1 << 127) | 5, 0, 1, 0, 0, 7, 0, 0, 0], {"st_mtime_ns": 9})
    assert to_stat(result).inode == 5


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.EIO, Reason.OFFLINE),
        (errno.ESTALE, Reason.OFFLINE),
        (errno.ENOTCONN, Reason.OFFLINE),
        (errno.EBUSY, Reason.IN_USE),
        (errno.EACCES, Reason.NO_PERMISSION),
    ],
)
def test_what_the_file_system_says_while_reading_becomes_a_reason(tmp_path: Path, code: int, reason: Reason) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(2 * MEGABYTE))

    def fail() -> None:
        raise OSError(code, os.strerror(code))

    with pytest.raises(ExtractionError) as caught:
        read_whole(path, allow_any, fail)
    assert caught.value.reason == reason
