"""The compressed rich text of Outlook: the examples of its specification, and any text packed without references."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.errors import ExtractionError
from findling.extraction.readers.outlook import decompress

# [MS-OXRTFCP] 4.1.1 and 4.1.2.
SIMPLE = bytes.fromhex(
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)
CROSSING = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")


@pytest.mark.parametrize(
    ("packed", "raw"),
    [
        (SIMPLE, b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"),
        (CROSSING, b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"),
        (struct.pack("<2L4sL", 9, 5, b"MELA", 0) + b"plain", b"plain"),
    ],
)
def test_examples(packed, raw):
    assert decompress(packed) == raw


@given(st.binary(max_size=9_000))
def test_bytes_without_references_come_out_as_they_went_in(raw):
    body = b"".join(b"\0" + raw[at : at + 8] for at in range(0, len(raw), 8))
    assert decompress(struct.pack("<2L4sL", len(body) + 12, len(raw), b"LZFu", 0) + body) == raw


@given(st.binary(max_size=300))
def test_garbage_is_unpacked_to_something_or_called_damaged(body):
    assert isinstance(decompress(struct.pack("<2L4sL", 0, 2**31, b"LZFu", 0) + body), bytes)
    if body[8:12] not in (b"LZFu", b"MELA"):
        with pytest.raises(ExtractionError):
            decompress(body)
