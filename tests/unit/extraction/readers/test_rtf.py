"""Rich text: characters of every code page, table rows, pictures left out."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.readers import rtf
from findling.extraction.source import Source
from findling.formats import FileKind


def read(data: bytes):
    return rtf.read(Source(data, "a.rtf"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1252 M\'fcller \u8364?5}", "Müller €5"),
        (rb"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8\'e2\'e5\'f2}", "Привет"),
        (rb"{\rtf1\ansi\ansicpg1251 " + "Привет".encode("cp1251") + b"}", "Привет"),
        (rb"{\rtf1\ansi\ansicpg99999 caf\'e9}", "café"),
        (rb"{\rtf1 one\par two}", "one\n\ntwo"),
        (rb"{\rtf1 type\-writer}", "typewriter"),
        (rb"{\rtf1 before {\pict\pngblip 89504e47} after}", "before  after"),
        (rb"{\rtf1 before {\pict\bin5 }}}}}} after}", "before  after"),
        (rb"{\rtf1 before {\pict\jpegblip \bin ffd8ffe0} after}", "before  after"),
        (rb"{\rtf1 {\f2\*\cs7\rtlch shown}}", "shown"),
        (rb"{\rtf1 {\*\generator Riched20;}shown}", "shown"),
        (rb"{\pard a fragment\par}" + b"\n" + rb"{\pard in two groups\par}", "a fragment\n\nin two groups"),
    ],
)
def test_text(data, text):
    assert read(data).text == text


def test_table_rows_are_told_from_paragraphs():
    extraction = read(rb"{\rtf1 Costs\par\trowd rent\cell 900\cell\row\trowd food\cell\cell\row}")
    assert extraction.text == "Costs\n\nrent | 900\nfood"
    assert [block.kind for block in extraction.blocks] == [BlockKind.PARAGRAPH, BlockKind.ROW, BlockKind.ROW]


def test_the_title_is_decoded_like_the_text():
    extraction = read(rb"{\rtf1\ansi\ansicpg1250{\info{\title \'d8e\'e8}{\author N}}text}")
    assert (extraction.title, extraction.kind) == ("Řeč", FileKind.RTF)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rb"{\rtf1 }", Reason.NO_TEXT),
        (b"{\\rtf1 " + b"x" * rtf.SIZE_LIMIT + b"}", Reason.TOO_LARGE),
    ],
    ids=["empty", "large"],
)
def test_what_cannot_be_read_says_why(data, reason):
    with pytest.raises(ExtractionError) as caught:
        read(data)
    assert caught.value.reason == reason


def test_braces_without_end_do_no_harm():
    assert read(b"{\\rtf1 " + b"{" * 100_000 + b"x" + b"}" * 100_000 + b"}").text == "x"
