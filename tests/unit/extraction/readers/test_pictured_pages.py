"""A reader says on which pages text recognition may find what it did not."""

from __future__ import annotations

import io
import struct
import zlib

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from PIL import Image

from findling.domain.recognition import Pictured
from findling.errors import ExtractionError
from findling.extraction.document import NoTextError
from findling.extraction.limits import RECOGNISED_PAGES
from findling.extraction.parsing import parse
from findling.extraction.source import Source
from findling.formats import FileKind
from pdfs import HEIGHT, WIDTH, Words, column, typeset
from scans import DEPOSIT, draw_page, save

SHIFTED = "".join(chr(ord(sign) - 29) if "A" <= sign <= "z" else sign for sign in DEPOSIT)
"""A text as the codes of glyphs in a subset of a font without a table of characters."""


def put_pictures(data: bytes, pages: tuple[int, ...]) -> bytes:
    """Put a picture over the whole of some pages, counted from 1."""
    document = pdfium.PdfDocument(data)
    for number in pages:
        page = document[number - 1]
        image = pdfium.PdfImage.new(document)
        image.load_jpeg(io.BytesIO(save(draw_page(dots=50), "JPEG")), inline=True)
        image.set_matrix(pdfium.PdfMatrix().scale(WIDTH, HEIGHT))
        page.insert_obj(image)
        pdfium_c.FPDFPage_GenerateContent(page)
    stream = io.BytesIO()
    document.save(stream)
    document.close()
    return stream.getvalue()


def pictured_of(data: bytes, name: str = "a.pdf") -> Pictured | None:
    try:
        return parse(Source(data, name)).pictured
    except NoTextError as error:
        return error.pictured


def test_pages_that_are_pictures_may_show_text():
    data = put_pictures(typeset([[], column(DEPOSIT), []]), (1, 3))
    assert pictured_of(data) == Pictured(FileKind.PDF, (1, 3), 3)


def test_a_page_of_text_with_a_picture_on_it_is_read_as_it_is():
    text = "\n".join([DEPOSIT] * 4)
    assert pictured_of(put_pictures(typeset([column(text)]), (1,))) is None


def test_a_picture_with_the_stamp_of_a_fax_on_it_may_show_text():
    data = put_pictures(typeset([[Words("Fax 9 March 2023, page 1 of 1")]]), (1,))
    assert pictured_of(data) == Pictured(FileKind.PDF, (1,), 1)


def test_a_text_that_nobody_wrote_is_to_be_read_off_the_page():
    assert pictured_of(typeset([column(DEPOSIT), column(SHIFTED)])) == Pictured(FileKind.PDF, (2,), 2, (2,))


def test_empty_pages_show_nothing():
    with pytest.raises(ExtractionError) as refusal:
        parse(Source(typeset([[], []]), "a.pdf"))
    assert not isinstance(refusal.value, NoTextError)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "GIF", "TIFF", "WEBP", "BMP"])
def test_a_picture_is_one_page(form):
    data = save(Image.new("RGB", (60, 40), "white"), form)
    assert pictured_of(data, "a.dat") == Pictured(FileKind.PICTURE, (1,), 1)


def test_a_scan_in_tiff_has_pages_and_a_moving_picture_has_one():
    pages = [Image.new("1", (60, 40), number % 2) for number in range(3)]
    assert pictured_of(save(pages[0], "TIFF", *pages[1:]), "a.tif") == Pictured(FileKind.PICTURE, (1, 2, 3), 3)
    assert pictured_of(save(pages[0], "GIF", *pages[1:]), "a.gif") == Pictured(FileKind.PICTURE, (1,), 1)


def test_of_a_tiff_of_very_many_pages_the_first_are_looked_at():
    page = Image.new("1", (8, 8))
    pictured = pictured_of(save(page, "TIFF", *[page] * (RECOGNISED_PAGES + 9)), "a.tif")
    assert pictured is not None
    assert (pictured.pages[-1], pictured.total) == (RECOGNISED_PAGES, RECOGNISED_PAGES + 10)


def claim_size(pixels: int, *, checked: bool) -> bytes:
    """Return a PNG of 8 by 8 pixels whose header says that it has more; with its checksum or with the old one."""
    data = save(Image.new("1", (8, 8)), "PNG")
    header = data[12:16] + struct.pack(">2I", pixels, pixels) + data[24:29]
    return data[:12] + header + (struct.pack(">I", zlib.crc32(header)) if checked else data[29:33]) + data[33:]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (claim_size(30_000, checked=False), "damaged"),
        (claim_size(30_000, checked=True), "too-large"),
        (save(Image.new("RGB", (60, 40)), "JPEG")[:20], "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "damaged"),
    ],
    ids=["wrong checksum", "huge", "cut off", "nothing"],
)
def test_a_picture_that_cannot_be_opened_has_its_reason(data, reason):
    with pytest.raises(ExtractionError) as refusal:
        parse(Source(data, "a.png"))
    assert refusal.value.reason == reason
