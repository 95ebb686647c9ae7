"""Slides as cards: what stands on each, in its proportions, with its pictures, and what is said to it apart."""

from __future__ import annotations

import io

import pytest
from pptx import Presentation
from pptx.util import Inches

import illustrated
from findling.domain.preview import Preview, PreviewForm
from findling.extraction.previews.picture_gallery import PictureGallery
from findling.extraction.previews.preview_builder import make_preview
from findling.extraction.readers.slides import read
from findling.extraction.source import Source
from zips import pack

OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"


def saved(presentation) -> bytes:
    stream = io.BytesIO()
    presentation.save(stream)
    return stream.getvalue()


def shown(name: str, content: bytes) -> Preview:
    return make_preview(Source(content, name), PictureGallery())


def powerpoint() -> bytes:
    """Make three slides, 10 by 7.5 inches: one with a picture and notes, one empty, one with notes alone."""
    presentation = Presentation()
    first = presentation.slides.add_slide(presentation.slide_layouts[1])
    first.shapes.title.text = "Budget"
    first.placeholders[1].text = "Rent\nTravel"
    first.shapes.add_picture(io.BytesIO(illustrated.picture()), Inches(1), Inches(1), width=Inches(5))
    first.notes_slide.notes_text_frame.text = "Smile & wait"
    presentation.slides.add_slide(presentation.slide_layouts[6])
    last = presentation.slides.add_slide(presentation.slide_layouts[6])
    last.notes_slide.notes_text_frame.text = "Thank them"
    return saved(presentation)


def opendocument(size: str = 'fo:page-width="28cm" fo:page-height="21cm"') -> bytes:
    names = " ".join(
        f'xmlns:{short}="{OFFICE}{long}:1.0"'
        for short, long in (
            *(("office", "office"), ("text", "text"), ("draw", "drawing"), ("svg", "svg-compatible")),
            *(("presentation", "presentation"), ("style", "style"), ("fo", "xsl-fo-compatible")),
        )
    )
    slide = (
        '<draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Budget</text:p></draw:text-box>'
        '</draw:frame><draw:frame svg:width="14cm" svg:height="9.33cm"><draw:image xlink:href="Pictures/a.png"/>'
        "</draw:frame><presentation:notes><draw:frame><draw:text-box><text:p>Smile</text:p></draw:text-box>"
        "</draw:frame></presentation:notes></draw:page>"
    )
    body = f"<office:body><office:presentation>{slide}<draw:page/></office:presentation></office:body>"
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    layout = f"<style:page-layout><style:page-layout-properties {size}/></style:page-layout>"
    return pack(
        {
            "mimetype": "application/vnd.oasis.opendocument.presentation",
            "content.xml": f"<office:document-content {names} {link}>{body}</office:document-content>",
            "styles.xml": f"<office:document-styles {names}>{layout}</office:document-styles>",
            "Pictures/a.png": illustrated.picture(),
        }
    )


def test_each_slide_is_a_card_with_its_words_and_pictures_and_its_notes_are_apart():
    preview = shown("a.pptx", powerpoint())
    assert (preview.form, preview.text) == (PreviewForm.MARKUP, "")
    first, second, third = preview.slides
    assert [card.number for card in preview.slides] == [1, 2, 3]
    assert "Budget" in first.text
    assert first.text.index("Travel") < first.text.index('<img src="picture:1"')
    assert "Smile" not in first.text
    assert "Smile &amp; wait" in first.notes
    assert (second.text, second.notes) == ("", "")
    assert "Thank them" in third.notes
    assert "Thank them" not in third.text


def test_a_picture_takes_its_share_of_the_card():
    (found,) = shown("a.pptx", powerpoint()).pictures
    assert round(found.width) == 320, "half of a card of 640"
    (found,) = shown("a.odp", opendocument()).pictures
    assert round(found.width) == 320


def test_slides_of_opendocument_are_cards_too():
    first, second = shown("a.odp", opendocument()).slides
    assert "Budget" in first.text
    assert "picture:1" in first.text
    assert "Smile" not in first.text
    assert "Smile" in first.notes
    assert (second.text, second.notes) == ("", "")


@pytest.mark.parametrize(
    ("content", "name", "ratio"),
    [
        (powerpoint(), "a.pptx", 4 / 3),
        (opendocument(), "a.odp", 4 / 3),
        (opendocument('fo:page-width="0cm" fo:page-height="x"'), "a.odp", 16 / 9),
        (opendocument('fo:page-width="9000cm" fo:page-height="2mm"'), "a.odp", 5),
    ],
)
def test_a_card_has_the_proportions_of_its_slide_within_reason(content, name, ratio):
    assert shown(name, content).slides[0].ratio == pytest.approx(ratio, abs=0.01)


def test_a_presentation_without_a_picture_in_it_and_one_that_lies_elsewhere_reads_as_before():
    extraction = read(Source(powerpoint(), "a.pptx"))
    assert extraction.text == "Budget\n\nRent\n\nTravel\n\nSmile & wait\n\nThank them"
