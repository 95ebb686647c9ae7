"""Repair of damaged zips: intact members are kept, and nothing is invented."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import package
from zips import pack

PARTS = {"a.xml": "<a>" + "".join(f"<b>{number}</b>" for number in range(2000)) + "</a>", "c.bin": bytes(range(256))}


def members(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_zip_without_its_directory_is_whole_again():
    sound = pack(PARTS)
    saved = members(package.repair_zip(sound[: sound.index(b"PK\x01\x02")]))
    assert saved == {name: part if isinstance(part, bytes) else part.encode() for name, part in PARTS.items()}


def test_a_member_that_breaks_off_is_closed_where_it_does():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", PARTS["a.xml"])
    root = etree.fromstring(members(package.repair_zip(packed.getvalue()[:2000]))["a.xml"])
    numbers = [element.text for element in root.iter("b")]
    assert len(numbers) > 100
    assert numbers[:-1] == [str(number) for number in range(len(numbers) - 1)]


def test_a_part_that_is_wholly_lost_stands_as_an_empty_one():
    saved = members(package.repair_zip(pack({"styles.xml": "no markup"})))
    assert len(etree.fromstring(saved["styles.xml"])) == 0


def test_names_with_unbound_prefixes_do_not_come_through():
    broken = '<a><w:b w:c="1" d="2">text</w:b>'
    saved = members(package.repair_zip(pack({"a.xml": broken})))["a.xml"]
    assert etree.tostring(etree.fromstring(saved)) == b'<a><unknown d="2">text</unknown></a>'


@pytest.mark.parametrize("name", ["\0", "\0a.xml"])
def test_a_member_whose_name_begins_with_a_zero_is_left_out(name):
    named = pack({"Q" * len(name): "lost", "a.xml": "<a>kept</a>"})
    data = named.replace(b"Q" * len(name), name.encode())
    assert members(package.repair_zip(data)) == {"a.xml": b"<a>kept</a>"}


def test_names_that_are_no_utf8_do_not_keep_a_part_from_being_read():
    broken = b'<?xml version="1.0" encoding="UTF-8"?><a><b\xed\xa0 c="1">text</b><d'
    saved = members(package.repair_zip(pack({"a.xml": broken})))["a.xml"]
    assert "text" in "".join(etree.fromstring(saved).itertext())


def test_references_to_surrogates_do_not_come_through():
    saved = members(package.repair_zip(pack({"a.xml": "<a>one &#xD800;two</a>"})))["a.xml"]
    assert etree.fromstring(saved).text == "one two"


def test_entities_that_nobody_defined_do_not_come_through():
    saved = members(package.repair_zip(pack({"a.xml": "<a>one &none;two</a>"})))["a.xml"]
    assert etree.fromstring(saved).text == "one two"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"nothing of that kind" * 100])
def test_where_there_is_no_member_there_is_damage(data):
    with pytest.raises(ExtractionError) as caught:
        package.repair_zip(data)
    assert caught.value.reason == Reason.DAMAGED


def test_a_bomb_is_not_unpacked():
    with pytest.raises(ExtractionError) as caught:
        package.repair_zip(pack({"a.bin": bytes(package.TOTAL_LIMIT + 1)}))
    assert caught.value.reason == Reason.UNPACKS_TOO_LARGE


# A name that is said to reach beyond the file.
@example(at=27, bit=5)
@given(st.integers(0, len(pack(PARTS)) - 1), st.integers(0, 7))
def test_a_flipped_bit_costs_one_member_at_most(at, bit):
    damaged = bytearray(pack(PARTS))
    damaged[at] ^= 1 << bit
    sound = members(pack(PARTS))
    saved = members(package.repair_zip(bytes(damaged)))
    assert [name for name, content in sound.items() if saved.get(name) == content]


def test_a_member_whose_name_is_lost_costs_that_member():
    kept = pack({"b.xml": "<a>two</a>"})
    nameless = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 0, 0, 0, 0, 3, 3, 0, 0) + b"one"
    with zipfile.ZipFile(io.BytesIO(package.repair_zip(nameless + kept))) as archive:
        assert archive.namelist() == ["b.xml"]
