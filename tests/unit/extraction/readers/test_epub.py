"""EPUB: the chapters of the spine, in its order, unless the book is protected."""

from __future__ import annotations

import io
import zipfile

import pytest

import madepapers
from findling.domain.files import Reason, Unread
from findling.errors import ExtractionError
from findling.extraction import limits
from findling.extraction.parsing import parse
from findling.extraction.readers import epub
from findling.extraction.source import Source
from findling.messages.file_templates import FileMessage
from zips import pack

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
CHAPTER = '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'


def opf(spine: str, title: str = "A Book") -> str:
    items = "".join(
        f'<item id="c{number}" href="ch%20{number}.xhtml#top" media-type="application/xhtml+xml"/>'
        for number in range(3)
    )
    metadata = f"<metadata><dc:title>{title}</dc:title></metadata>"
    manifest = f'<manifest>{items}<item id="p" href="p.png" media-type="image/png"/></manifest>'
    return f'<package xmlns:dc="http://purl.org/dc/elements/1.1/">{metadata}{manifest}<spine>{spine}</spine></package>'


def book(spine: str = '<itemref idref="c1"/><itemref idref="c0"/>', **more: str) -> bytes:
    return pack(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/book.opf": opf(spine),
            "OEBPS/ch 0.xhtml": CHAPTER.format("<h1>End</h1><p>last words</p>"),
            "OEBPS/ch 1.xhtml": CHAPTER.format("<h1>Beginning</h1><p>first words</p>"),
            **more,
        }
    )


def read(data: bytes):
    return epub.read(Source(data, "a.epub"))


def test_chapters_in_the_order_of_the_spine():
    extraction = read(book())
    assert extraction.title == "A Book"
    assert [(extraction.text[b.start : b.end], b.breaks) for b in extraction.blocks] == [
        ("Beginning", True),
        ("first words", False),
        ("End", True),
        ("last words", False),
    ]


def test_a_chapter_named_twice_is_read_once():
    assert (
        read(book('<itemref idref="c0"/>' * 3 + '<itemref idref="p"/><itemref idref="lost"/>')).text.count("last") == 1
    )


def test_a_missing_chapter_is_told():
    extraction = read(book('<itemref idref="c1"/><itemref idref="c2"/>'))
    assert (extraction.reason, extraction.detail) == (Reason.PARTLY_READ, FileMessage.CHAPTERS_READ(read=2, all=3))


def reason_of(data: bytes) -> str:
    with pytest.raises(ExtractionError) as refusal:
        read(data)
    return refusal.value.reason


def test_protected_text_is_refused_and_mangled_fonts_are_not():
    method = '<encryption><EncryptedData><EncryptionMethod Algorithm="{}"/></EncryptedData></encryption>'
    protected = method.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    assert reason_of(book(**{"META-INF/encryption.xml": protected})) == Reason.DRM
    fonts = method.format("http://www.idpf.org/2008/embedding")
    assert "first words" in read(book(**{"META-INF/encryption.xml": fonts})).text


def test_a_spine_without_end_is_refused():
    numbers = range(limits.EPUB_SPINE_ITEMS + 1)
    items = "".join(f'<item id="p{number}" href="{number}.xhtml"/>' for number in numbers)
    package = opf("".join(f'<itemref idref="p{number}"/>' for number in numbers))
    assert (
        reason_of(book(**{"OEBPS/book.opf": package.replace("</manifest>", f"{items}</manifest>")}))
        == Reason.TOO_MANY_PARTS
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pack({"mimetype": "application/epub+zip"}), Reason.DAMAGED),
        (pack({"book.opf": "<package"}), Reason.DAMAGED),
        (b"PK\x03\x04", Reason.DAMAGED),
    ],
    ids=["nothing else", "a broken table", "cut off"],
)
def test_what_is_no_book(data, reason):
    assert reason_of(data) == reason


def test_a_page_that_stands_in_no_order_is_read_behind_the_others_and_the_contents_are_not():
    manifest = (
        '<item id="n" href="notes.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="toc" href="toc.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    )
    book = madepapers.epub('<p>Read<a href="notes.xhtml#1">1</a></p>', picture=madepapers.png(9), manifest=manifest)
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members |= {"notes.xhtml": b"<html><body><p>The note</p></body></html>", "toc.xhtml": b"<p>Contents</p>"}
    extraction = parse(Source(pack(members), "a.epub"))
    assert extraction.text.endswith("Read1\n\nThe note")
    assert extraction.reason is None
    assert not extraction.wholeness.unread


def test_a_page_in_no_order_that_is_not_there_is_told_as_not_read():
    manifest = '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>'
    extraction = parse(Source(madepapers.epub(picture=madepapers.png(9), manifest=manifest), "a.epub"))
    assert extraction.reason is None
    assert extraction.wholeness.unread == (Unread.TEXT,)
