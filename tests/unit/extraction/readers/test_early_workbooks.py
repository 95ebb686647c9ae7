"""Workbooks of Excel 2 to 4, which have no container, are read and shown as those since are."""

from __future__ import annotations

import contextlib
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from findling.domain.files import BlockKind, Extraction, Reason
from findling.domain.preview import Sheet
from findling.errors import ExtractionError
from findling.extraction.parsing import parse
from findling.extraction.previews.preview_builder import make_preview
from findling.extraction.source import Source
from findling.formats import FileKind
from growth import assert_linear

CODES = ("General", "0", "0.00", "#,##0", "0%", "yyyy\\-mm\\-dd")


def put(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<2H", kind, len(content)) + content


def cell(kind: int, row: int, column: int, content: bytes, style: int = 0) -> bytes:
    return put(kind, struct.pack("<2H3B", row, column, 0, style, 0) + content)


def text(row: int, column: int, words: str) -> bytes:
    return cell(0x0004, row, column, bytes([len(words)]) + words.encode("cp1252"))


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return cell(0x0003, row, column, struct.pack("<d", value), style)


def workbook(*cells: bytes) -> bytes:
    """Make a sheet of Excel 2, whose cells name the codes of their numbers."""
    codes = b"".join(put(0x001E, bytes([len(code)]) + code.encode()) for code in CODES)
    return put(0x0009, struct.pack("<2H", 2, 0x10)) + put(0x0042, b"\xe4\x04") + codes + b"".join(cells) + put(0x000A)


def later(version: int, *cells: bytes) -> bytes:
    """Make a sheet of Excel 3 or 4."""
    return (
        put(version << 8 | 9, struct.pack("<3H", 0, 0x10, 0)) + put(0x0042, b"\xe4\x04") + b"".join(cells) + put(0x000A)
    )


def words_since(row: int, words: str) -> bytes:
    return put(0x0204, struct.pack("<4H", row, 0, 0, len(words)) + words.encode("cp1252"))


def read(data: bytes, name: str = "a.xls") -> Extraction:
    return parse(Source(data, name))


MIXED = workbook(
    *(text(0, 0, "Kelp"), text(0, 1, "Dülse"), number(1, 0, 12.5), number(1, 2, 0.5, style=4)),
    number(3, 0, 30_000, style=5), cell(0x0005, 3, 1, b"\1\0"), cell(0x0005, 3, 2, b"\x07\1"),
)  # fmt: skip


@pytest.mark.parametrize("name", ["a.xls", "a", "a.bin"])
def test_cells_are_read_as_they_are_shown_under_any_name(name):
    extraction = read(MIXED, name)
    assert (extraction.kind, extraction.pages, extraction.reason) == (FileKind.XLS, 1, None)
    rows = [extraction.text[each.start : each.end] for each in extraction.blocks if each.kind is BlockKind.ROW]
    assert rows == ["Kelp | Dülse", "12.5 | 50% (0.5)", "1982-02-18 | TRUE | #DIV/0!"]


@pytest.mark.parametrize("version", [2, 4])
def test_sheets_of_excel_3_and_4_are_read(version):
    assert read(later(version, words_since(0, "Kelp"), words_since(1, "Dülse"))).text.endswith("Kelp\nDülse")


def test_the_preview_is_a_table():
    (sheet,) = make_preview(Source(MIXED, "a.xls")).sheets
    assert sheet == Sheet(
        sheet.name, (("Kelp", "Dülse"), ("12.5", "", "50% (0.5)"), (), ("1982-02-18", "TRUE", "#DIV/0!"))
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(workbook(), Reason.NO_TEXT, id="no cell"),
        pytest.param(workbook(put(0x002F, bytes(4))), Reason.ENCRYPTED, id="locked"),
        pytest.param(put(0x0409, struct.pack("<3H", 0, 0x20, 0)) + put(0x000A), Reason.LEGACY, id="a chart"),
        pytest.param(MIXED[:20] + b"\xff\xff\xff\xff", Reason.DAMAGED, id="cut"),
        pytest.param(workbook(number(0, 65_535, 1)), Reason.DAMAGED, id="a cell where none can be"),
    ],
)
def test_what_cannot_be_read_says_why(data, reason):
    with pytest.raises(ExtractionError) as refusal:
        read(data)
    assert refusal.value.reason == reason


@settings(max_examples=200)
@given(st.data())
def test_flipped_bytes_give_a_text_or_a_reason(draw):
    damaged = bytearray(MIXED)
    for _ in range(draw.draw(st.integers(1, 6))):
        damaged[draw.draw(st.integers(0, len(damaged) - 1))] = draw.draw(st.integers(0, 255))
    with contextlib.suppress(ExtractionError):
        assert read(bytes(damaged[: draw.draw(st.integers(len(damaged) // 2, len(damaged)))])).text


def test_rows_of_far_apart_cells_cost_as_many_as_there_are():
    assert_linear(read, lambda size: workbook(*(number(row, 255, row) for row in range(size))), 500)
