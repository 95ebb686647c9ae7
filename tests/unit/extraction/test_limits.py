"""Packages that would harm the machine are refused before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

import pytest

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import limits
from zips import pack

MB = limits.MEGABYTE


def deflated(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def reason_of(data: bytes) -> str:
    with pytest.raises(ExtractionError) as refusal:
        limits.open_zip(data)
    return refusal.value.reason


def test_a_member_comes_out_as_it_went_in():
    with limits.open_zip(deflated(a=b"hello" * 1000)) as archive:
        assert limits.read_member(archive, "a") == b"hello" * 1000


def test_a_part_that_unpacks_to_too_much_is_refused():
    assert reason_of(deflated(a=b"\0" * (limits.ZIP_RATIO_FLOOR + 1))) == Reason.UNPACKS_TOO_LARGE


def test_a_well_packed_small_part_is_no_bomb():
    with limits.open_zip(deflated(a=b"\0" * MB)) as archive:
        assert len(limits.read_member(archive, "a")) == MB


def test_a_declared_total_beyond_the_limit_is_refused():
    data = bytearray(deflated(a=b"x" * 100))
    entry = data.rindex(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (2_000 * MB).to_bytes(4, "little")
    assert reason_of(bytes(data)) == Reason.UNPACKS_TOO_LARGE


def test_too_many_members():
    assert reason_of(pack({str(number): "" for number in range(limits.ZIP_MEMBERS + 1)})) == Reason.TOO_MANY_PARTS


def test_an_encrypted_member():
    data = bytearray(deflated(a=b"x" * 100))
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert reason_of(bytes(data)) == Reason.ENCRYPTED


def test_no_directory():
    assert reason_of(deflated(a=b"x" * 100)[:-10]) == Reason.DAMAGED


def test_a_member_beyond_its_own_limit_is_missing_or_broken():
    with limits.open_zip(deflated(a=b"x" * 100)) as archive:
        with pytest.raises(ExtractionError) as too_large:
            limits.read_member(archive, "a", limit=99)
        with pytest.raises(ExtractionError) as missing:
            limits.read_member(archive, "b")
    assert (too_large.value.reason, missing.value.reason) == (Reason.UNPACKS_TOO_LARGE, Reason.DAMAGED)


def test_a_wrong_checksum_is_damage_unless_told_otherwise():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("a", b"hello")
    data = stream.getvalue().replace(b"hello", b"hallo")
    with limits.open_zip(data) as archive:
        with pytest.raises(ExtractionError) as damage:
            limits.read_member(archive, "a")
        assert limits.read_member(archive, "a", checked=False) == b"hallo"
    assert damage.value.reason == Reason.DAMAGED
