"""Exports named .xls and .doc that are not in the format of Office are read as what they are."""

from __future__ import annotations

import pytest

from findling.domain.files import Reason
from findling.extraction.parsing import parse
from findling.extraction.previews.preview_builder import show
from findling.extraction.source import Source
from findling.formats import FileKind

SPACES = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'


def cell(kind: str, value: str, more: str = "", inside: str = "") -> str:
    return f'<Cell {more}><Data ss:Type="{kind}">{value}</Data>{inside}</Cell>'


def workbook(*rows: str, name: str = "Rents", styles: str = "") -> bytes:
    listed = "".join(f"<Row>{row}</Row>" for row in rows)
    return (
        f'<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<!-- made --><Workbook {SPACES}>'
        f'<Styles>{styles}</Styles><Worksheet ss:Name="{name}"><Table>{listed}</Table></Worksheet></Workbook>'
    ).encode()


def style(number: str, code: str) -> str:
    return f'<Style ss:ID="{number}"><NumberFormat ss:Format="{code}"/></Style>'


def read(data: bytes, name: str = "a.xls"):
    return parse(Source(data, name))


@pytest.mark.parametrize("name", ["a.xls", "a.xml", "a"])
def test_a_workbook_in_xml_is_read_row_by_row_under_any_name(name):
    data = workbook(cell("String", "Mill"), cell("String", "Ann") + cell("Number", "1200.50"))
    extraction = read(data, name)
    assert (extraction.kind, extraction.pages) == (FileKind.XLS, 1)
    assert extraction.text == "Rents\n\nMill\nAnn | 1200.5"


def test_its_cells_stand_in_their_columns_in_the_preview():
    data = workbook(
        cell("String", "a") + cell("String", "d", 'ss:Index="4"'), cell("String", "b", 'ss:MergeAcross="1"')
    )
    (sheet,) = show(Source(data, "a.xls")).sheets
    assert (sheet.name, sheet.rows) == ("Rents", (("a", "", "", "d"), ("b",)))


@pytest.mark.parametrize(
    ("kind", "value", "code", "shown"),
    [
        ("Number", "0.19", "0%", "19% (0.19)"),
        ("Number", "0.19", "Percent", "19.00% (0.19)"),
        ("Number", "42", "00000", "00042 (42)"),
        ("Number", "1.5", "Currency", "1.5"),
        ("DateTime", "2003-12-24T00:00:00.000", "dd/mm/yyyy", "24/12/2003 (2003-12-24)"),
        ("DateTime", "2003-12-24T00:00:00.000", "Short Date", "2003-12-24"),
        ("DateTime", "soon", "Short Date", "soon"),
        ("Boolean", "1", "General", "TRUE"),
        ("String", "<B>bold</B> &amp; more", "@", "bold & more"),
        ("Error", "#REF!", "General", "#REF!"),
    ],
)
def test_values_are_read_as_they_are_shown(kind, value, code, shown):
    extraction = read(workbook(cell(kind, value, 'ss:StyleID="s1"'), styles=style("s1", code)))
    assert extraction.text.split("\n")[-1] == shown


def test_comments_follow_the_cells():
    data = workbook(cell("String", "a", inside="<Comment><Data><B>Ann:</B>ask her</Data></Comment>"))
    assert read(data).text.endswith("a\n\nAnn:ask her")


def test_of_a_workbook_that_breaks_off_the_rows_before_are_read_and_it_is_told():
    data = workbook(*(cell("String", f"row {number}") for number in range(9)))
    extraction = read(data[: data.index(b"row 8")])
    assert "row 7" in extraction.text
    assert extraction.reason == Reason.PARTLY_READ


def test_cells_far_apart_take_no_room():
    extraction = read(workbook(*(cell("String", "a", 'ss:Index="999999999"') for _ in range(9))))
    assert extraction.text.count("a") == 9


@pytest.mark.parametrize(
    "data",
    [
        b"<table border=1><tr><td>Mill</td><td>42</td></tr></table>",
        b"\xef\xbb\xbf<style>td {color: red}</style><table><tr><td>Mill</td><td>42</td></tr></table>",
        b"<!-- made --> <meta charset=utf-8><table><tr><th>Mill<th>42</table>",
        "<html xmlns:x='urn:schemas-microsoft-com:office:excel'><table><tr><td>Mill<td>42</table>".encode("utf-16"),
    ],
)
@pytest.mark.parametrize("name", ["a.xls", "a.doc"])
def test_a_page_under_a_name_of_office_is_a_page_whatever_it_begins_with(data, name):
    extraction = read(data, name)
    assert (extraction.kind, extraction.text) == (FileKind.HTML, "Mill | 42")


def test_columns_of_text_under_the_name_of_a_workbook_are_a_table():
    table = read(b"place\trent\r\nMill\t42\r\nWeir\t43\r\n")
    assert (table.kind, table.text) == (FileKind.TSV, "place | rent\nMill | 42\nWeir | 43")
    assert read(b"a line\nand one\twith a tab\n").kind is FileKind.TEXT
