"""A FictionBook is shown as a book: headings, verses, notes and pictures, with all words that are found in it."""

from __future__ import annotations

import base64
import io
import re
from html import unescape

import pytest
from PIL import Image

from findling.domain.preview import Preview, PreviewForm
from findling.extraction.parsing import parse
from findling.extraction.passage_locator import locate
from findling.extraction.previews.picture_gallery import PictureGallery
from findling.extraction.previews.preview_builder import make_preview
from findling.extraction.source import Source
from findling.formats import FileKind


def draw(width: int, height: int) -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(drawn, "PNG")
    return drawn.getvalue()


COVER = draw(60, 90)
BOOK = f"""<?xml version="1.0" encoding="utf-8"?>
<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">
<description><title-info><genre>sea_stories</genre>
<author><first-name>Ada</first-name><last-name>Marlow</last-name></author>
<book-title>The Herring Boats</book-title><annotation><p>Of boats &amp; men.</p></annotation>
<coverpage><image l:href="#cover.png"/></coverpage></title-info>
<publish-info><publisher>Harbour Press</publisher></publish-info></description>
<body><title><p>The Herring Boats</p><p>A tale</p></title>
<epigraph><p>The sea gives.</p><text-author>Anon</text-author></epigraph>
<section><title><p>First part</p></title>
<section><title><p>October</p></title><p>They <emphasis>sank</emphasis> at <strong>dawn</strong>.</p><empty-line/>
<poem><stanza><v>Sing of the rope,</v><v>sing of the mast.</v></stanza></poem>
<p>See<a l:href="#n1" type="note">1</a> and <a l:href="https://example.org">this</a> &hellip;</p>
<table><tr><th colspan="2">Boats</th></tr><tr><td>17</td><td>sunk</td></tr></table>
<image l:href="#cover.png" alt="the quay"/><image l:href="#missing.png"/><subtitle>* * *</subtitle></section>
<script>alert(1)</script></section></body>
<body name="notes"><section id="n1"><p>By the log of the pilot.</p></section></body>
<binary id="cover.png" content-type="image/png">{base64.encodebytes(COVER).decode()}</binary></FictionBook>"""


def shown(content: str, name: str = "boats.fb2", gallery: PictureGallery | None = None) -> Preview:
    return make_preview(Source(content.encode(), name), gallery)


def test_it_has_headings_by_its_sections_and_verses_line_by_line():
    preview = shown(BOOK)
    assert (preview.form, preview.kind, preview.title) == (PreviewForm.MARKUP, FileKind.XML, "The Herring Boats")
    for markup in (
        "<h1>The Herring Boats<br>A tale</h1>",
        "<h2>First part</h2>",
        "<h3>October</h3>",
        "<p>They <em>sank</em> at <strong>dawn</strong>.</p>",
        "<div>Sing of the rope,</div><div>sing of the mast.</div>",
        '<th colspan="2">Boats</th>',
        "<p>Ada Marlow</p>",
        "<small>Harbour Press</small>",
        "…",
    ):
        assert markup in preview.text
    assert preview.text.index("sank") < preview.text.index("By the log of the pilot.") < preview.text.index("Harbour")
    assert not preview.cut


def test_its_pictures_are_shown_where_they_stand_and_no_others():
    gallery = PictureGallery()
    preview = shown(BOOK, gallery=gallery)
    ((width, height),) = [(each.width, each.height) for each in preview.pictures]
    assert (width, height) == (60, 90)
    assert gallery.read(1) == COVER
    assert preview.text.count('<img src="picture:1"') == 2
    assert preview.text.count("<img") == 2


@pytest.mark.parametrize("name", ["boats.fb2", "boats.xml"])
def test_all_words_that_are_found_in_it_are_shown(name):
    extraction = parse(Source(BOOK.encode(), name))
    words = unescape(re.sub("<[^>]*>", " ", shown(BOOK, name).text))
    for block in extraction.blocks:
        assert locate(extraction.text[block.start : block.end], words)


def test_nothing_in_it_acts():
    assert "<script" not in shown(BOOK).text
    assert "href" not in shown(BOOK.replace("https://example.org", "javascript:alert(1)")).text


def test_a_damaged_book_is_shown_as_far_as_it_goes():
    preview = shown(BOOK[: BOOK.index("<poem>")])
    assert preview.form is PreviewForm.MARKUP
    assert "sank" in preview.text


@pytest.mark.parametrize(
    "content", ["<?xml version='1.0'?><svg><text>FictionBook</text></svg>", "<notes><p>of a FictionBook</p></notes>"]
)
def test_other_xml_is_shown_as_it_stands(content):
    preview = shown(content, "a.xml")
    assert (preview.form, preview.text) == (PreviewForm.CODE, content)


def test_of_a_book_that_is_longer_than_what_is_shown_the_beginning_is():
    long = BOOK.replace("<subtitle>* * *</subtitle>", "<p>And so on, for many years to come.</p>" * 120_000)
    preview = shown(long)
    assert preview.cut
    assert "sank" in preview.text
