"""Files inside documents are not read, and the listing says so."""

from __future__ import annotations

import io

import pypdfium2 as pdfium
import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from findling.domain.files import FileStatus, Reason
from findling.domain.reasons import explain
from findling.extraction.parsing import parse
from findling.extraction.source import Source
from findling.messages.system_templates import SystemMessage
from madepapers import ODF, SENTENCES, rtf
from pdfs import column, typeset
from zips import pack

BOX = (Inches(1), Inches(1), Inches(4), Inches(2))


def pdf() -> bytes:
    document = pdfium.PdfDocument(typeset([column("\n".join(SENTENCES))]))
    document.new_attachment("bill.xml").set_data(b"<bill/>")
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def slides(*, chart: bool) -> bytes:
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    slide.shapes.add_textbox(*BOX).text_frame.text = SENTENCES[0]
    if chart:
        data = CategoryChartData()
        data.categories = ["a", "b"]
        data.add_series("c", (1, 2))
        slide.shapes.add_chart(XL_CHART_TYPE.PIE, *BOX, data)
    else:
        slide.shapes.add_ole_object(io.BytesIO(b"words"), "Package", *BOX)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def odt() -> bytes:
    text = f"<office:body><office:text><text:p>{SENTENCES[0]}</text:p></office:text></office:body>"
    content = f"<office:document-content {ODF}>{text}</office:document-content>"
    return pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, "Object 1": "words"})


def docx() -> bytes:
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"<w:body><w:p><w:r><w:t>{SENTENCES[0]}</w:t></w:r></w:p></w:body>"
    return pack(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{words}">{body}</w:document>',
            "word/embeddings/Table.xlsx": "cells",
        }
    )


@pytest.mark.parametrize(
    ("name", "data", "detail"),
    [
        ("a.pdf", pdf(), "bill.xml"),
        ("a.pptx", slides(chart=False), "oleObject1.bin"),
        ("a.docx", docx(), "Table.xlsx"),
        ("a.odt", odt(), "Object 1"),
        (
            "a.rtf",
            rtf(r"{\object{\*\objclass Word.Document.8}{\*\objdata 00ff}{\result{\pict 00}}}"),
            "Word.Document.8",
        ),
    ],
    ids=["pdf", "pptx", "docx", "odt", "rtf"],
)
def test_files_inside_a_document_are_said_not_to_be_searched(name, data, detail):
    extraction = parse(Source(data, name))
    assert (extraction.reason, extraction.detail) == (Reason.ATTACHMENTS, SystemMessage.PLAIN(text=detail))
    assert SENTENCES[0].split()[0] in extraction.text
    assert not extraction.is_cut
    assert not extraction.wholeness.is_impaired


def test_the_table_behind_a_chart_is_no_file_of_its_own():
    assert parse(Source(slides(chart=True), "a.pptx")).reason is None


def test_a_document_with_files_in_it_is_searchable():
    assert explain(Reason.ATTACHMENTS).status is FileStatus.INDEXED
