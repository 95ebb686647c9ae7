"""Spreadsheets: a page for each sheet, a line for each row."""

from __future__ import annotations

import datetime as dt
import io

import pytest
import xlsxwriter

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.readers import sheets
from findling.extraction.source import Source
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage
from zips import pack

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def workbook(fill) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        fill(book)
    return stream.getvalue()


def read(data: bytes, name: str = "a.xlsx"):
    return sheets.read(Source(data, name))


def test_values_are_shown_as_people_see_them():
    def fill(book):
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet = book.add_worksheet("Costs")
        sheet.write_row(0, 0, ["item", "", "amount"])
        sheet.write_row(1, 0, ["rent", 900.0, 0.1 + 0.2, True])
        sheet.write_datetime(2, 0, dt.datetime(2026, 11, 23), day)  # noqa: DTZ001 - a cell has no time zone

    extraction = read(workbook(fill))
    assert extraction.text == "Costs\n\nitem | amount\nrent | 900 | 0.3 | TRUE\n2026-11-23"
    assert [(b.kind, b.page, b.breaks) for b in extraction.blocks[:2]] == [
        (BlockKind.HEADING, 1, True),
        (BlockKind.ROW, 1, False),
    ]
    assert (extraction.kind, extraction.pages) == (FileKind.XLSX, 1)


def test_sheets_are_pages_and_empty_ones_are_passed_over():
    def fill(book):
        book.add_worksheet("One").write(0, 0, "first")
        book.add_worksheet("Two")
        book.add_worksheet("Three").write(0, 0, "third")

    extraction = read(workbook(fill))
    assert extraction.pages == 3
    assert [(extraction.text[b.start : b.end], b.page) for b in extraction.blocks] == [
        ("One", 1),
        ("first", 1),
        ("Three", 3),
        ("third", 3),
    ]


def test_comments_and_text_boxes_follow_the_cells():
    def fill(book):
        sheet = book.add_worksheet("S")
        sheet.write(0, 0, "cell")
        sheet.write_comment(0, 0, "look here")
        sheet.insert_textbox(3, 3, "in a box")

    text = read(workbook(fill)).text
    assert text.startswith("S\n\ncell\n\nin a box")
    assert "look here" in text


def test_cells_at_opposite_corners_do_not_take_all_memory():
    def fill(book):
        sheet = book.add_worksheet("S")
        sheet.write(0, 0, "first")
        sheet.write(1_048_575, 16_383, "last")

    assert read(workbook(fill)).text == "S\n\nfirst\nlast"


def test_repeated_cells_of_opendocument_do_not_take_all_memory():
    content = f"""<office:document-content xmlns:office="{OFFICE}office:1.0" xmlns:text="{OFFICE}text:1.0"
      xmlns:table="{OFFICE}table:1.0"><office:body><office:spreadsheet><table:table table:name="S">
      <table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string"
      table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>
      </table:table></office:spreadsheet></office:body></office:document-content>"""
    media_type = "application/vnd.oasis.opendocument.spreadsheet"
    data = pack({"mimetype": media_type, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})
    extraction = read(data, "a.ods")
    assert extraction.kind is FileKind.ODS
    assert extraction.text.startswith("S\n\nx | x")


def test_an_empty_workbook_says_so():
    with pytest.raises(ExtractionError) as caught:
        read(workbook(lambda book: book.add_worksheet("Empty")))
    assert caught.value.reason == Reason.NO_TEXT


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04 nothing", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), pack({"x": "y"})]
)
def test_what_is_no_workbook_is_damaged(data):
    with pytest.raises(ExtractionError) as caught:
        read(data)
    assert caught.value.reason == Reason.DAMAGED


def test_the_limit_of_cells_is_told(monkeypatch):
    monkeypatch.setattr(sheets, "CELL_LIMIT", 10)

    def fill(book):
        sheet = book.add_worksheet("S")
        for row in range(20):
            sheet.write_row(row, 0, ["a", "b"])

    extraction = read(workbook(fill))
    assert (extraction.reason, extraction.detail) == (Reason.TEXT_CUT, FileMessage.CELLS(limit=10))
    assert extraction.text.count("a | b") == 5


@pytest.mark.parametrize(
    ("name", "found"),
    [("xls/testEXCEL_protected_passtika.xls", Reason.ENCRYPTED), ("xls/testEXCEL.xls", None)],
)
def test_old_workbooks(shared_data, name, found):
    file = shared_data / "formats" / "set_A" / "files" / name
    if not file.exists():
        pytest.skip(f"needs {name} (not in this set of ../shared/data)")
    if found is None:
        assert read(file.read_bytes(), file.name).kind is FileKind.XLS
        return
    with pytest.raises(ExtractionError) as caught:
        read(file.read_bytes(), file.name)
    assert caught.value.reason == found
