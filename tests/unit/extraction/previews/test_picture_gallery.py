"""Pictures in documents: where they stand, how large they are, and what is never shown of them."""

from __future__ import annotations

import io
import random
import re
import struct
import zlib

import pytest
from PIL import Image

import illustrated
from findling.domain.preview import InlinePicture, Preview, PreviewForm
from findling.errors import ExtractionError
from findling.extraction.previews import images
from findling.extraction.previews.picture_gallery import PictureGallery
from findling.extraction.previews.preview_builder import make_preview
from findling.extraction.source import Source
from illustrated import AFTER, BEFORE, SIZE, picture


def shown(name: str, content: str | bytes) -> tuple[Preview, PictureGallery]:
    gallery = PictureGallery()
    return make_preview(Source(content.encode() if isinstance(content, str) else content, name), gallery), gallery


def decoded(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def bomb() -> bytes:
    """Write a PNG of 30,000 x 30,000 pixels, in a hundred bytes."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("name", illustrated.MAKERS)
def test_a_picture_stands_between_the_words_that_it_stands_between(name):
    preview, gallery = shown(name, illustrated.MAKERS[name](picture()))
    assert preview.form is PreviewForm.MARKUP
    before, between, after = (preview.text.find(part) for part in (BEFORE, '<img src="picture:1"', AFTER))
    assert 0 <= before < between < after
    (found,) = preview.pictures
    assert (round(found.width, -1), round(found.height, -1)) == SIZE
    assert decoded(gallery.read(1)).size == SIZE


def test_a_document_shows_its_pictures_in_its_own_size():
    assert round(shown("a.docx", illustrated.docx(picture(), width_mm=50.8))[0].pictures[0].width) == 192
    assert round(shown("a.odt", illustrated.odt(picture(), 'svg:width="2in"'))[0].pictures[0].height) == 128
    assert round(shown("a.rtf", illustrated.rtf(picture(), r"\\picwgoal2880"))[0].pictures[0].width) == 192
    assert shown("a.html", "<p>a<img width=60px src='b.png' height=40>")[0].pictures == (
        InlinePicture(60, 40, "b.png"),
    )


def test_what_describes_a_picture_is_its_name_and_stays_to_be_read():
    assert '<img src="picture:1" alt="A plate"><br> [A plate]' in shown("a.html", illustrated.html(picture()))[0].text
    sign = shown("a.html", "<p>so <img src=a.png width=20 height=20 alt=smile> it is")[0].text
    assert 'so <img src="picture:1" alt="smile"> [smile]  it is' in sign


@pytest.mark.parametrize("form", ["PNG", "JPEG", "BMP", "WEBP", "GIF"])
def test_a_large_picture_tells_its_size_by_its_beginning(form):
    stream = io.BytesIO()
    noise = Image.frombytes("RGB", (700, 350), random.Random(1).randbytes(700 * 350 * 3))
    noise.save(stream, form, **({"lossless": True} if form == "WEBP" else {}))
    assert len(stream.getvalue()) > 70_000
    (found,) = shown("a.docx", illustrated.docx(stream.getvalue()))[0].pictures
    assert (found.width, found.height) == (700, 350)


def test_a_picture_that_stands_in_several_places_is_one():
    page = illustrated.html(picture()).decode()
    preview, _ = shown("a.html", page * 3)
    assert (len(preview.pictures), preview.text.count("picture:1")) == (1, 3)


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a.png", "//example.org/a.png", "/etc/a.png", "../a.png", "a/../../a.png", "file:///a.png",
        "C:/a.png", "a\\b.png", "picture:1", "part:word/media/a.png", "cid:a", "a.html", "%2e%2e/a.png", "", "data:,x",
        "data:image/png;base64,AAAA", "data:image/svg+xml,<svg/>",
    ],
)  # fmt: skip
def test_nothing_is_shown_that_lies_neither_in_a_page_nor_beside_it(address):
    preview, _ = shown("a.html", f"<p>words<img src='{address}'>")
    assert preview.pictures == ()
    assert "<img" not in preview.text


@pytest.mark.parametrize(
    ("address", "file"),
    [("a.png", "a.png"), ("a%20files/b.JPG?x=1#y", "a files/b.JPG"), ("./a/../b.gif", "b.gif"), ("a.webp", "a.webp")],
)
@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_a_picture_beside_a_page_is_named_by_its_place_there(name, address, file):
    text = f"words ![x]({address})" if name == "a.md" else f"<p>words<img src='{address}' alt=x>"
    assert [found.file for found in shown(name, text)[0].pictures] == [file]


@pytest.mark.parametrize("name", illustrated.MAKERS)
@pytest.mark.parametrize("plate", [bomb(), b"no picture", picture()[:40], picture(size=(1, 1))], ids=range(4))
def test_a_picture_that_cannot_be_drawn_or_is_none_takes_nothing_from_the_text(name, plate):
    preview, _ = shown(name, illustrated.MAKERS[name](plate))
    assert (preview.pictures, "<img" in preview.text) == ((), False)
    assert BEFORE in preview.text
    assert AFTER in preview.text


def test_a_document_of_thousands_of_pictures_shows_the_first_hundreds():
    page = "".join(f"<p>{number}<img src={number}.png>" for number in range(2_000))
    preview, _ = shown("a.html", page)
    assert len(preview.pictures) == 300
    assert "1999" in preview.text


def test_what_is_transparent_becomes_paper(tmp_path):
    clear = picture("#00000000", mode="RGBA")
    drawn = images.draw(clear, tmp_path, 100, on_paper=True)
    assert decoded(drawn.png).getpixel((5, 5)) == (255, 255, 255)


def test_a_bitmap_of_windows_in_rich_text_is_drawn(tmp_path):
    stream = io.BytesIO()
    Image.new("RGB", SIZE, "navy").save(stream, "BMP")
    in_memory = stream.getvalue()[14:]
    document = rb"{\rtf1 words {\pict\dibitmap0\picw300\pich200 " + in_memory.hex().encode() + rb"}}"
    preview, gallery = shown("a.rtf", document)
    assert preview.pictures == (InlinePicture(*SIZE),)
    drawn = decoded(images.draw(gallery.read(1), tmp_path, 300).png)
    assert drawn.getpixel((5, 5)) == (0, 0, 128)


def test_a_picture_that_rich_text_holds_as_bytes_is_drawn():
    plate = picture()
    document = rb"{\rtf1 words {\pict\pngblip\bin%d " % len(plate) + plate + rb"} more}"
    preview, gallery = shown("a.rtf", document)
    assert gallery.read(1) == plate
    assert re.search(r"words.*picture:1.*more|words.*more.*picture:1", preview.text, re.DOTALL)


def test_a_picture_of_a_number_that_is_not_there_is_refused():
    _, gallery = shown("a.html", "<p>words<img src=a.png>")
    for number in (0, 1, 2):
        with pytest.raises(ExtractionError):
            gallery.read(number)
