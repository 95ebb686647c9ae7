"""Spreadsheets: a page for each sheet, a line for each row."""

from __future__ import annotations

import datetime as dt
import io
import struct
import zipfile

import pytest
import xlsxwriter

from compounds import compound
from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction import parsing
from findling.extraction.readers import sheets
from findling.extraction.readers.workbook_faults import find_cause
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


FORMATS = [
    (1067, "00000", "01067 (1067)"), (0.19, "0%", "19% (0.19)"), (1234.5, "#,##0.00", "1,234.50 (1234.5)"),
    (417, '"INV-"0000', "INV-0417 (417)"), (12.5, '0.00 "EUR"', "12.50 EUR"),
    (43000, "dd.mm.yy", "22.09.17 (2017-09-22)"),
    (0.5, "hh:mm", "12:00"), (1.5, "[h]:mm", "36:00"), (3.5, "General", "3.5"), ("007", "@", "007"), (5, ";;;", "5"),
]  # fmt: skip


def test_numbers_are_read_as_they_are_shown_wherever_they_stand():
    def fill(book):
        book.add_worksheet("Empty")
        for name, row, column in (("A", 0, 0), ("B", 7, 3)):
            sheet = book.add_worksheet(name)
            for number, (value, code, _) in enumerate(FORMATS):
                sheet.write(row + 2 * number, column, value, book.add_format({"num_format": code}))
                sheet.write(row + 2 * number, column + 2, f"label {number}")

    shown = "\n".join(f"{shown} | label {number}" for number, (_, _, shown) in enumerate(FORMATS))
    extraction = parsing.parse(Source(workbook(fill), "a.xlsx"))
    assert extraction.text == f"A\n\n{shown}\n\nB\n\n{shown}"
    assert extraction.wholeness.unread == ()


def sheet_xml(rows: str) -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    targets = "http://schemas.openxmlformats.org/package/2006/relationships"
    overrides = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{office}.{kind}+xml"/>'
        for name, kind in (("workbook", "sheet.main"), ("styles", "styles"), ("sheets/s", "worksheet"))
    )
    links = "".join(
        f'<Relationship Id="{name}" Type="{relations}/{kind}" Target="{target}"/>'
        for name, kind, target in (("r1", "worksheet", "/xl/sheets/s.xml"), ("r2", "styles", "styles.xml"))
    )
    return pack(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}">{overrides}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{targets}"><Relationship Id="a" Type="{relations}/officeDocument"'
            ' Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{relations}"><sheets><sheet name="S" sheetId="1"'
            ' r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{targets}">{links}</Relationships>',
            "xl/styles.xml": f'<styleSheet xmlns="{main}"><numFmts count="1"><numFmt numFmtId="200" formatCode="000"/>'
            '</numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>',
            "xl/sheets/s.xml": f'<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>',
        }
    )


@pytest.mark.parametrize(
    "row",
    [
        '<row r="3"><c r="B3" s="1"><v>7</v></c><c r="C3"><v>7</v></c></row>',
        '<row r="3"><c s="1" r="B3"><v>7</v></c><c r="C3" s="0"><v>7</v></c></row>',
        '<row><c s="1"><v>7</v></c><c><v>7</v></c></row>',
        '<row><c><v></v></c><c s="1"><v>7</v></c><c/><c><v>7</v></c></row>',
        '<row r="3"><c\n  s="1"\n  r="B3"><v>7</v></c><c r="C3"><v>7</v></c></row>',
        '<row r="3" spans="2:3"><c t="n" s="1" r="B3"><v>7</v></c><c t="str" s="1" r="C3"><v>7</v></c></row>',
        '<row r="1"/><row r="3"><c r="B3" s="1" t="n"><f>3+4</f><v>7</v></c><c r="C3"><v>7</v></c></row>',
    ],
)
def test_the_style_of_a_cell_is_found_however_it_is_written(row):
    assert read(sheet_xml(row)).text == "S\n\n007 (7) | 7"


def test_values_do_without_their_styles_where_those_are_damaged():
    data = sheet_xml('<row r="1"><c r="A1" s="1"><v>7</v></c></row>')
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"xl/styles.xml", b"xl/gone.xml")
    assert read(pack(parts)).text == "S\n\n7"


def test_cells_far_apart_keep_their_formats():
    rows = '<row r="1"><c r="A1" s="1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="1"><v>2</v></c></row>'
    assert read(sheet_xml(rows)).text == "S\n\n001 (1)\n002 (2)"


def ods(*rows: str) -> bytes:
    content = f"""<office:document-content xmlns:office="{OFFICE}office:1.0" xmlns:text="{OFFICE}text:1.0"
      xmlns:table="{OFFICE}table:1.0"><office:body><office:spreadsheet><table:table table:name="S">{"".join(rows)}
      </table:table></office:spreadsheet></office:body></office:document-content>"""
    media_type = "application/vnd.oasis.opendocument.spreadsheet"
    return pack({"mimetype": media_type, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})


def test_opendocument_says_itself_what_it_shows():
    def cell(kind: str, value: str, shown: str, more: str = "") -> str:
        return (
            f'<table:table-cell office:value-type="{kind}" {value} {more}><text:p>{shown}</text:p></table:table-cell>'
        )

    day = cell("date", 'office:date-value="2017-09-22"', "22. September 17")
    share = cell("percentage", 'office:value="0.19"', "19 %", 'table:number-columns-repeated="2"')
    weight = cell("float", 'office:value="5"', "5 kg")
    gap = '<table:table-cell table:number-columns-repeated="4"/>'
    data = ods(
        f'<table:table-row table:number-rows-repeated="3">{gap}</table:table-row>',
        f'<table:table-row table:number-rows-repeated="2"><table:table-cell/>{day}{share}</table:table-row>',
        f"<table:table-row><table:table-cell/>{weight}</table:table-row>",
    )
    row = "22. September 17 (2017-09-22) | 19 % (0.19) | 19 % (0.19)"
    assert read(data, "a.ods").text == f"S\n\n{row}\n{row}\n5 kg"


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<2H", kind, len(body)) + body


def old_workbook() -> bytes:
    """Return an .xls file with a format of its own, a number, two numbers in one record, and a number as it is."""
    begin = record(0x0809, struct.pack("<4H2L", 0x0600, 5, 0, 0, 0, 0))
    end = record(0x000A, b"")
    code = record(0x041E, struct.pack("<2HB", 200, 5, 0) + b"00000")
    looks = b"".join(record(0x00E0, struct.pack("<2H16x", 0, form)) for form in (0, 200, 9))
    sheet = record(0x0809, struct.pack("<4H2L", 0x0600, 0x10, 0, 0, 0, 0))
    sheet += record(0x0203, struct.pack("<3Hd", 2, 1, 1, 1067))
    sheet += record(0x00BD, struct.pack("<2HHLHLH", 2, 2, 2, 19 << 2 | 3, 0, 7 << 2 | 2, 3))
    bound = struct.pack("<LBBBB", len(begin + code + looks) + 4 + 9 + len(end), 0, 0, 1, 0) + b"S"
    return compound("Workbook", begin + code + looks + record(0x0085, bound) + end + sheet + end)


def test_numbers_of_old_workbooks_are_read_as_they_are_shown():
    assert read(old_workbook(), "a.xls").text == "S\n\n01067 (1067) | 19% (0.19) | 7"


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


@pytest.mark.parametrize("place", ["B2147483648", "ABCDE5", "XFD99999999999999999999"])
def test_a_cell_beyond_the_last_possible_one_does_not_take_all_memory(place):
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="{place}"><v>2</v></c></row>'
    assert read(sheet_xml(rows)).text.endswith("\n1\n2")


@pytest.mark.parametrize(
    "cell",
    [
        struct.pack("<3Hd", 65_535, 65_535, 1, 1067),
        struct.pack("<3Hd", 0, 256, 1, 1067),
        struct.pack("<2HHLHLH", 2, 2, 2, 19 << 2 | 3, 0, 7 << 2 | 2, 65_000),
    ],
    ids=["the last corner", "one column too far", "several cells"],
)
def test_an_old_workbook_with_a_cell_where_none_can_be_is_damaged(cell):
    kind = 0x0203 if len(cell) == struct.calcsize("<3Hd") else 0x00BD
    records = record(0x0809, struct.pack("<4H2L", 0x0600, 0x10, 0, 0, 0, 0)) + record(kind, cell)
    with pytest.raises(ExtractionError) as caught:
        read(compound("Workbook", records), "a.xls")
    assert caught.value.reason == Reason.DAMAGED
    assert "column" in str(caught.value.detail)


def test_an_old_workbook_whose_sectors_follow_each_other_in_a_circle_is_damaged():
    data = bytearray(old_workbook())
    (directory,), (table,) = struct.unpack_from("<L", data, 48), struct.unpack_from("<L", data, 76)
    struct.pack_into("<L", data, (table + 1) * 512 + directory * 4, directory)
    with pytest.raises(ExtractionError) as caught:
        read(bytes(data), "a.xls")
    assert caught.value.reason == Reason.DAMAGED


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
    monkeypatch.setattr(sheets, "SHEET_CELL_LIMIT", 10)

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


def test_numbers_of_binary_workbooks_are_read_as_they_are_shown(shared_data):
    file = shared_data / "formats" / "set_A" / "files" / "xlsb" / "test-columnar.xlsb"
    if not file.exists():
        pytest.skip(f"needs {file.name} (not in this set of ../shared/data)")
    text = read(file.read_bytes(), file.name).text
    assert "2 | 4 | This is row 2 of 10 | 20.00% (0.2) | 50.00% (0.5) | 17-01-1960 (1960-01-17)" in text


@pytest.mark.parametrize(
    ("records", "reason"),
    [
        (record(0x0409, b"\0" * 6) + record(0x0A), Reason.LEGACY),
        (record(0x0809, b"\0" * 16) + record(0x2F, b"\0" * 4), Reason.ENCRYPTED),
        (record(0x0809, b"\0" * 16) + b"\x0a\0\xff\xff", Reason.DAMAGED),
        (b"\xff" * 40, Reason.DAMAGED),
    ],
)
def test_of_an_old_workbook_that_cannot_be_read_the_true_cause_is_told(records, reason):
    assert find_cause(compound("Workbook", records)) is reason


def test_an_intact_package_that_cannot_be_read_is_not_called_damaged():
    assert find_cause(pack({"xl/workbook.bin": b"x"})) is Reason.UNSUPPORTED
    assert find_cause(pack({"xl/workbook.bin": b"x"})[:-30]) is Reason.DAMAGED
