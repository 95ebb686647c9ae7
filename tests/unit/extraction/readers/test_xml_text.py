"""XML: the text of any vocabulary; nothing expanded, nothing fetched."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.readers import xml_text
from findling.extraction.source import Source


def read(text: str | bytes):
    return xml_text.read(Source(text if isinstance(text, bytes) else text.encode(), "a.xml"))


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<a>only</a>", "only"),
        ("<people><person><name>Ann</name><age>3</age></person></people>", "Ann\n3"),
        ("<a><para>one <b>two</b> three</para><para>four</para></a>", "one two three\n\nfour"),
        ("<a><t>x&amp;y</t><!-- comment --><?pi no?></a>", "x&y"),
        ("<fb><binary>R0lGODlh</binary><p>text</p></fb>", "text"),
        ('<opml><body><outline text="USA"><outline text="Ohio"/></outline></body></opml>', "USA\n\nOhio"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><style>x{}</style><text>drawn</text></svg>', "drawn"),
        ("<notes><style>is text here</style></notes>", "is text here"),
        ('<d xmlns:w="w"><w:p><w:r><w:t>Hel</w:t></w:r><w:r><w:t>lo</w:t></w:r></w:p></d>', "Hello"),
        ('<!DOCTYPE a SYSTEM "a.dtd"><a>x&nbsp;y &eacute;</a>', "x\xa0y é"),
    ],
)
def test_text(content, text):
    assert read(content).text == text


def test_titles_of_sections_are_headings():
    extraction = read(
        "<book><title>B</title><chapter><title>C</title><section><title>S</title><para>x</para></section></chapter></book>"
    )
    assert extraction.title == "B"
    assert [(extraction.text[b.start : b.end], b.kind, b.level) for b in extraction.blocks] == [
        ("B", BlockKind.HEADING, 1),
        ("C", BlockKind.HEADING, 1),
        ("S", BlockKind.HEADING, 2),
        ("x", BlockKind.PARAGRAPH, 0),
    ]


def test_the_declared_encoding_counts():
    assert read('<?xml version="1.0" encoding="windows-1251"?><a>Привет</a>'.encode("cp1251")).text == "Привет"


def test_what_is_not_well_formed_is_partly_read():
    extraction = read("<a><b>kept</a>")
    assert (extraction.text, extraction.reason) == ("kept", Reason.PARTLY_READ)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("not xml", Reason.DAMAGED),
        ("<a>" + "<b>" * 400 + "too deep" + "</b>" * 400 + "</a>", Reason.DAMAGED),
        ("<a><b/></a>", Reason.NO_TEXT),
    ],
)
def test_never_without_text(content, reason):
    with pytest.raises(ExtractionError) as refusal:
        read(content)
    assert refusal.value.reason == reason


def test_entities_are_neither_expanded_nor_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hidden words")
    entities = f'<!ENTITY s SYSTEM "{secret.as_uri()}"><!ENTITY l "ha"><!ENTITY m "&l;&l;&l;">'
    text = read(f"<!DOCTYPE a [{entities}]><a>seen &s; &m;</a>").text
    assert "seen" in text
    assert "hidden" not in text
    assert "haha" not in text


@pytest.mark.parametrize("reference", ["&#xD800;", "&#x0dfff;", "&#55296;", "&#57343;"])
def test_references_to_what_is_no_character_are_passed_over(reference):
    assert read(f"<a><b>One two{reference} three.</b><c d='{reference}'>Four.</c></a>").text == "One two three.\nFour."


@pytest.mark.parametrize(
    "inner",
    [
        "<![CDATA[<p>The <b>wa</b>ter mill</p><p>by the river</p>]]>",
        "&lt;p>The wa&lt;i>ter&lt;/i> mill&lt;/p>&lt;br>by the river",
    ],
)
def test_pages_that_elements_hold_as_text_are_read_as_pages(inner):
    text = read(f"<kml><Placemark><name>Mill</name><description>{inner}</description></Placemark></kml>".encode()).text
    assert text == "Mill\n\nThe water mill\n\nby the river"


def test_what_is_written_in_base64_is_no_text_and_notes_to_outlines_are():
    text = read(b'<a><data encoding="base64">QUJDREVG</data><outline text="Mill" _note="by the river"/></a>').text
    assert text == "Mill by the river"
