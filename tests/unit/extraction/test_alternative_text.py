"""Descriptions of pictures are text only if somebody wrote them."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation

import illustrated
from findling.extraction.alternative_text import read_alternative_text
from findling.extraction.parsing import parse
from findling.extraction.previews.preview_builder import show
from findling.extraction.source import Source


@pytest.mark.parametrize(
    "name",
    [
        *("Picture 1", "image001.png", "Grafik 3", "Textfeld 12", "C:\\Users\\Ann\\IMG 12.JPG", "Scan of a page.tiff"),
        *("https://example.org/a?b=c", "cid:part1.0123@example.org", "", "   ", "图片 4", "Image", "logo.svg"),
        *("Description automatically generated", "Automatisch generierte Beschreibung"),
    ],
)
def test_names_that_programs_give_are_no_text(name):
    assert read_alternative_text(name) == ""


@pytest.mark.parametrize("words", ["The mill", "House 7", "Picture of a mill", "Version 1.2", "😀", "see a.png, below"])
def test_what_somebody_wrote_is_text(words):
    assert read_alternative_text(words) == words


def test_of_title_and_description_each_line_is_told_once():
    made = "A mill\n\nA mill by a river\nDescription automatically generated"
    assert read_alternative_text("A mill", made) == "A mill\nA mill by a river"


def slides(plate: bytes) -> bytes:
    presentation = Presentation()
    shapes = presentation.slides.add_slide(presentation.slide_layouts[6]).shapes
    shapes.add_picture(io.BytesIO(plate), 0, 0)._element.nvPicPr.cNvPr.set("descr", illustrated.DESCRIPTION)
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


MAKERS = {"a.pptx": slides, "a.docx": illustrated.docx, "a.html": illustrated.html}


@pytest.mark.parametrize("name", MAKERS)
def test_a_description_is_in_the_text_and_beside_its_picture(name):
    document = Source(MAKERS[name](illustrated.picture()), name)
    assert parse(document).text.count(illustrated.DESCRIPTION) == 1
    preview = show(document)
    shown = preview.text + "".join(card.text for card in preview.slides)
    assert f'alt="{illustrated.DESCRIPTION}"' in shown
    assert shown.count(illustrated.DESCRIPTION) == 2
