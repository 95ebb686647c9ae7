"""Members of 7z archives: by every method, damaged and encrypted ones, and what unpacks to too much."""

from __future__ import annotations

import io
import struct
import zlib

import py7zr
import pytest
from py7zr.properties import (
    FILTER_BROTLI,
    FILTER_BZIP2,
    FILTER_COPY,
    FILTER_DEFLATE,
    FILTER_DEFLATE64,
    FILTER_LZMA,
    FILTER_LZMA2,
    FILTER_PPMD,
    FILTER_X86,
    FILTER_ZSTD,
)

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.embedded import seven_zip_members
from findling.extraction.embedded.file_holder import FileHolder, open_holder
from findling.extraction.kinds import identify
from findling.extraction.parsing import parse
from findling.extraction.sandbox.parser_sandbox import Sandbox
from findling.extraction.source import Source

FILES = {"letters/lease.txt": b"The lease ends in May.", "empty.txt": b"", "list.csv": b"a,b\n1,2\n" * 500}


def seven_zip(files: dict[str, bytes], *, password: str | None = None, hides_names: bool = False, method=None) -> bytes:
    stream = io.BytesIO()
    with py7zr.SevenZipFile(stream, "w", filters=method, password=password, header_encryption=hides_names) as archive:
        for name, content in files.items():
            archive.writestr(content, name)
    return stream.getvalue()


def hold(data: bytes) -> FileHolder:
    return open_holder(Source(data, "a.7z"), identify(data, "a.7z"))


def contents(data: bytes) -> dict[str, bytes]:
    return {name: entry.unpack() for name, entry in hold(data).entries.items()}


METHODS = {
    "LZMA": [{"id": FILTER_LZMA}],
    "LZMA2": [{"id": FILTER_LZMA2, "preset": 1}],
    "for programs": [{"id": FILTER_X86}, {"id": FILTER_LZMA2, "preset": 1}],
    "bzip2": [{"id": FILTER_BZIP2}],
    "deflate": [{"id": FILTER_DEFLATE}],
    "deflate64": [{"id": FILTER_DEFLATE64}],
    "PPMd": [{"id": FILTER_PPMD, "order": 6, "mem": 24}],
    "Zstandard": [{"id": FILTER_ZSTD, "level": 3}],
    "Brotli": [{"id": FILTER_BROTLI, "level": 3}],
    "not at all": [{"id": FILTER_COPY}],
}


@pytest.mark.parametrize("method", METHODS.values(), ids=METHODS)
def test_members_are_found_with_their_bytes_however_they_are_packed(method):
    assert contents(seven_zip(FILES, method=method)) == FILES


def test_an_archive_is_found_by_the_names_in_it():
    extraction = parse(Source(seven_zip(FILES), "papers.7z"))
    assert "letters/lease.txt" in extraction.text
    assert extraction.holds_files


def test_names_that_lead_elsewhere_lead_nowhere():
    names = contents(renamed("aaaa.txt", "../b.txt"))
    assert names == {"b.txt": b"x"}


def renamed(before: str, after: str) -> bytes:
    """An archive of one member, of which the name is changed in the header, and the checksums over it."""
    stream = io.BytesIO()
    with py7zr.SevenZipFile(stream, "w") as archive:
        archive.set_encoded_header_mode(False)
        archive.writestr(b"x", before)
    data = stream.getvalue()
    offset, size = struct.unpack_from("<QQ", data, 12)
    header = data[32 + offset : 32 + offset + size].replace(before.encode("utf-16-le"), after.encode("utf-16-le"))
    start = struct.pack("<QQL", offset, size, zlib.crc32(header))
    return data[:8] + struct.pack("<L", zlib.crc32(start)) + start + data[32 : 32 + offset] + header


@pytest.mark.parametrize("hides_names", [False, True])
def test_an_encrypted_archive_says_so(hides_names):
    with pytest.raises(ExtractionError) as caught:
        hold(seven_zip(FILES, password="p", hides_names=hides_names))
    assert caught.value.reason == Reason.ENCRYPTED


@pytest.mark.parametrize("cut", [40, 200])
def test_an_archive_that_breaks_off_says_that_it_is_damaged(cut):
    with pytest.raises(ExtractionError) as caught:
        hold(seven_zip(FILES)[:-cut])
    assert caught.value.reason == Reason.DAMAGED


def test_of_a_damaged_archive_what_comes_before_is_found_and_it_is_said():
    data = bytearray(seven_zip({"a.txt": b"first", "b.txt": bytes(range(256)) * 8}, method=[{"id": FILTER_COPY}]))
    data[32 + 600] ^= 1
    holder = hold(bytes(data))
    assert list(holder.entries) == ["a.txt"]
    assert holder.shortfall is not None
    assert holder.shortfall.reason is Reason.DAMAGED


def test_of_what_unpacks_to_too_much_the_beginning_is_found_and_it_is_said(monkeypatch):
    monkeypatch.setattr(seven_zip_members, "SEVEN_ZIP_LIMIT", 100_000)
    holder = hold(seven_zip({"a.txt": b"first", "b.bin": bytes(10_000_000)}))
    assert list(holder.entries) == ["a.txt"]
    assert holder.shortfall is not None
    assert holder.shortfall.reason is Reason.UNPACKS_TOO_LARGE


def test_a_member_that_is_too_large_says_so_and_costs_no_other(monkeypatch):
    monkeypatch.setattr(seven_zip_members, "LARGEST", 1_000)
    holder = hold(seven_zip({"a.txt": b"first", "b.bin": bytes(2_000)}))
    assert holder.entries["a.txt"].unpack() == b"first"
    with pytest.raises(ExtractionError) as caught:
        holder.entries["b.bin"].unpack()
    assert caught.value.reason == Reason.UNPACKS_TOO_LARGE


def test_an_archive_is_unpacked_in_a_child_that_reaches_no_file(tmp_path):
    path = tmp_path / "a.7z"
    path.write_bytes(seven_zip(FILES, method=METHODS["PPMd"]))
    with Sandbox() as sandbox:
        outcome = sandbox.read(path, lambda _hash: False)
        assert outcome.inside is not None
        assert {file.name for file in outcome.inside.files} == set(FILES)
        assert b"".join(sandbox.take(path / "letters/lease.txt")) == FILES["letters/lease.txt"]
