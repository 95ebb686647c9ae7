"""Presentations: a page for each slide, with its title first."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.readers import slides
from findling.extraction.source import Source
from findling.formats import FileKind
from zips import pack

BOX = (Inches(1), Inches(1), Inches(4), Inches(2))


def saved(presentation) -> bytes:
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def read(data: bytes):
    return slides.read(Source(data, "a.pptx"))


def blocks_of(extraction):
    return [(extraction.text[b.start : b.end], b.kind, b.page, b.breaks) for b in extraction.blocks]


def test_titles_points_notes_and_places():
    presentation = Presentation()
    first = presentation.slides.add_slide(presentation.slide_layouts[1])
    first.shapes.title.text = "Budget 2027"
    first.placeholders[1].text = "Rent\nTravel"
    first.notes_slide.notes_text_frame.text = "Smile"
    second = presentation.slides.add_slide(presentation.slide_layouts[6])
    second.shapes.add_textbox(*BOX).text_frame.text = "No title here"
    extraction = read(saved(presentation))
    assert blocks_of(extraction) == [
        ("Budget 2027", BlockKind.HEADING, 1, True),
        ("Rent", BlockKind.ITEM, 1, False),
        ("Travel", BlockKind.ITEM, 1, False),
        ("Smile", BlockKind.PARAGRAPH, 1, False),
        ("No title here", BlockKind.PARAGRAPH, 2, True),
    ]
    assert (extraction.kind, extraction.pages, extraction.title) == (FileKind.PPTX, 2, "Budget 2027")
    assert extraction.blocks[0].level == 2


def test_tables_groups_and_charts():
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[6])
    table = slide.shapes.add_table(1, 2, *BOX).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Ann", "12"
    group = slide.shapes.add_group_shape().shapes.add_group_shape()
    group.shapes.add_textbox(*BOX).text_frame.text = "Deep inside"
    data = CategoryChartData()
    data.categories = ["North", "South"]
    data.add_series("Sales", (1.5, 2.5))
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *BOX, data)
    text = read(saved(presentation)).text
    assert text.split("\n\n") == ["Ann | 12", "Deep inside", "Sales", "North", "South"]


def test_a_show_is_read_like_a_presentation():
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[0]).shapes.title.text = "Show"
    presentation.part._content_type = "application/vnd.openxmlformats-officedocument.presentationml.slideshow.main+xml"
    assert read(saved(presentation)).text == "Show"


def test_slides_without_text_say_so():
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[6])
    with pytest.raises(ExtractionError) as caught:
        read(saved(presentation))
    assert caught.value.reason == Reason.NO_TEXT


@pytest.mark.parametrize(
    ("intact", "broken"), [(b"<a:t>", b"<a:q>"), (b"<p:cNvPr ", b"<p:cNvQr ")], ids=["a text", "a shape's name"]
)
def test_a_slide_that_lacks_what_it_has_to_have_does_not_hide_the_others(intact, broken):
    presentation = Presentation()
    for text in ("first", "second"):
        presentation.slides.add_slide(presentation.slide_layouts[6]).shapes.add_textbox(*BOX).text_frame.text = text
    part = "ppt/slides/slide1.xml"
    with zipfile.ZipFile(io.BytesIO(saved(presentation))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    markup = parts[part]
    # An end tag that fits no beginning would make the whole no XML.
    ends = (intact.strip().replace(b"<", b"</"), broken.strip().replace(b"<", b"</"))
    parts[part] = markup.replace(intact, broken).replace(*ends)
    assert parts[part] != markup
    extraction = read(pack(parts))
    assert "second" in extraction.text


def test_a_package_that_is_no_presentation_is_damaged():
    with pytest.raises(ExtractionError) as caught:
        read(pack({"[Content_Types].xml": "<Types/>", "x.xml": "<x/>"}))
    assert caught.value.reason == Reason.DAMAGED


def test_every_slide_is_a_sign_of_life():
    presentation = Presentation()
    for _ in range(3):
        presentation.slides.add_slide(presentation.slide_layouts[0]).shapes.title.text = "On"
    beats = []
    slides.read(Source(saved(presentation), "a.pptx", lambda: beats.append(1)))
    assert len(beats) >= 3


def test_a_strict_presentation_is_read_like_any():
    presentation = Presentation()
    presentation.slides.add_slide(presentation.slide_layouts[0]).shapes.title.text = "Strict"
    names = re.compile(rb"http://schemas.openxmlformats.org/(officeDocument|presentationml|drawingml)/2006/")
    with zipfile.ZipFile(io.BytesIO(saved(presentation))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    strict = {name: names.sub(rb"http://purl.oclc.org/ooxml/\1/", content) for name, content in parts.items()}
    assert read(pack(strict)).text == "Strict"
