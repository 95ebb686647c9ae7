"""Texts that are read whole hold all that stands in the file, counted by means that share nothing with the readers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import characterdata
import madepapers
import textplaces
from characterdata import Stretch
from findling.domain.files import Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction.parsing import parse
from findling.extraction.source import Source

Count = Callable[[bytes], Iterable[Stretch]]

PACKAGES = {
    "docx": (textplaces.base_word(), textplaces.WORD_PLACES),
    "pptx": (textplaces.base_slides(), textplaces.SLIDE_PLACES),
    "xlsx": (textplaces.base_workbook(), textplaces.SHEET_PLACES),
    "odt": (textplaces.base_open("text"), textplaces.OPEN_TEXT_PLACES),
    "odp": (textplaces.base_open("presentation"), textplaces.OPEN_SLIDE_PLACES),
    "ods": (textplaces.base_open("spreadsheet"), textplaces.OPEN_SHEET_PLACES),
}
MARKED = {
    "html": (madepapers.html, textplaces.PAGE_PLACES),
    "epub": (lambda more: madepapers.epub(more, picture=madepapers.png(9)), textplaces.PAGE_PLACES),
    "rtf": (madepapers.rtf, textplaces.RICH_PLACES),
}
COUNTS: dict[str, Count] = {
    "html": lambda data: characterdata.read_page(data.decode()),
    "rtf": characterdata.read_rich_text,
    "eml": characterdata.read_mail,
}
TOLD = {
    *((kind, place) for kind in ("html", "epub") for place in textplaces.PLACES_OF_OTHER_BROWSERS),
    ("eml", "attachment"),
}
"""Places whose text is not read, and of which the reading says so."""


def word_for(number: int) -> str:
    """A word that stands nowhere else."""
    return f"qz{number:03}qz".translate(str.maketrans("0123456789", "abcdefghij"))


def make(kind: str, words: dict[str, str]) -> bytes:
    if kind in PACKAGES:
        return textplaces.make_package(*PACKAGES[kind], words)
    if kind == "eml":
        parts = ((headers, content, words[place]) for place, (headers, content) in _mail_parts(words))
        return madepapers.mail(*((headers, content.replace("@", word)) for headers, content, word in parts))
    build, places = MARKED[kind]
    return build("".join(places[place].replace("@", word) for place, word in words.items()))


def _mail_parts(words: dict[str, str]) -> list[tuple[str, tuple[str, str]]]:
    return [(place, textplaces.MAIL_PLACES[place]) for place in words]


def places_of(kind: str) -> list[str]:
    if kind == "eml":
        return list(textplaces.MAIL_PLACES)
    return list(PACKAGES[kind][1] if kind in PACKAGES else MARKED[kind][1])


def read(kind: str, data: bytes) -> Extraction:
    return parse(Source(data, f"a.{kind}"))


def shown(extraction: Extraction) -> str:
    return f"{extraction.title} {extraction.text}"


def says_whole(extraction: Extraction) -> bool:
    return extraction.reason is None and not extraction.wholeness.unread


KINDS = (*PACKAGES, *MARKED, "eml")
PLACES = [(kind, place) for kind in KINDS for place in places_of(kind)]


@pytest.mark.parametrize(("kind", "place"), PLACES, ids=[f"{kind}: {place}" for kind, place in PLACES])
def test_a_word_is_read_wherever_a_format_lets_text_stand(kind, place):
    extraction = read(kind, make(kind, {place: word_for(0)}))
    is_read = word_for(0) in shown(extraction).casefold()
    assert is_read is ((kind, place) not in TOLD)
    assert is_read or not says_whole(extraction)


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=10, deadline=None)
@given(data=st.data())
def test_no_text_is_missing_from_a_reading_that_is_called_whole(kind, data):
    places = data.draw(st.lists(st.sampled_from(places_of(kind)), unique=True, min_size=1))
    document = make(kind, {place: word_for(number) for number, place in enumerate(places)})
    extraction = read(kind, document)
    stretches = COUNTS.get(kind, characterdata.read_package)(document)
    words = {word for each in stretches for word in re.findall("qz[a-j]{3}qz", each.text)}
    missing = [word for word in words if word not in shown(extraction).casefold()]
    assert not (missing and says_whole(extraction))


DEEP = {
    "docx": ("word/document.xml", "<w:p><w:unheard><w:r><w:t>@</w:t></w:r></w:unheard></w:p>", "</w:body>"),
    "odt": ("content.xml", "<text:unheard><text:p>@</text:p></text:unheard>", "</office:text>"),
}


@pytest.mark.parametrize("kind", DEEP)
def test_text_within_elements_of_a_later_standard_is_read(kind):
    member, markup, before = DEEP[kind]
    package = textplaces.Package(PACKAGES[kind][0])
    package.insert(member, before, markup.replace("@", word_for(1)))
    assert word_for(1) in read(kind, package.save()).text


def test_letters_set_apart_from_markup_in_a_book_are_read():
    book = madepapers.epub("<p><![CDATA[Smith & Sons]]></p>", picture=madepapers.png(9))
    extraction = read("epub", book)
    assert "Smith & Sons" in extraction.text
    assert says_whole(extraction)


def test_a_number_of_a_document_in_a_footer_is_read_and_the_number_of_a_page_is_not():
    footer = f"<w:ftr {madepapers.NAMESPACES}><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:ftr>"
    assert "4711-0815" in read("docx", madepapers.word(footer1=footer % "4711-0815")).text
    assert "12" not in read("docx", madepapers.word(footer1=footer % "- 12 -")).text


def test_a_control_whose_caption_no_reader_reads_is_told():
    package = textplaces.Package(textplaces.base_word())
    package.add(
        "word/activeX/activeX1.xml", "<x/>", "application/vnd.ms-office.activeX+xml", "x:c", "word/document.xml"
    )
    assert not says_whole(read("docx", package.save()))


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("&amp;LRiver&amp;CHouse", "River\nHouse"),
        ("&amp;&quot;Arial,Bold&quot;&amp;12&amp;K01+000Rent &amp;D", "Rent"),
        ("Smith &amp;&amp; Sons &amp;P/&amp;N", "Smith & Sons /"),
        ("&amp;P", ""),
    ],
)
def test_headers_of_sheets_are_read_without_their_codes(code, line):
    package = textplaces.Package(textplaces.base_workbook())
    package.insert(
        "xl/worksheets/sheet1.xml", "</worksheet>", f"<headerFooter><oddHeader>{code}</oddHeader></headerFooter>"
    )
    read_lines = read("xlsx", package.save()).text.split("\n\n")
    assert [*filter(None, line.split("\n"))] == [each for each in read_lines if each in line.split("\n") and each]


def test_a_slide_without_a_layout_is_read():
    package = textplaces.Package(textplaces.base_slides())
    shape = textplaces._FREE.replace("@", word_for(0))
    slide = (
        f'<p:sld xmlns:p="{textplaces.P}" xmlns:a="{textplaces.A}"><p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" '
        f'name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>{shape}</p:spTree></p:cSld></p:sld>'
    )
    kind = f"{textplaces.OFFICE}presentationml.slide+xml"
    identity = package.add("ppt/slides/slide9.xml", slide, kind, f"{textplaces.R}/slide", "ppt/presentation.xml")
    package.insert("ppt/presentation.xml", "</p:sldIdLst>", f'<p:sldId id="999" r:id="{identity}"/>')
    assert word_for(0) in read("pptx", package.save()).text


def test_of_a_slide_whose_markup_lacks_what_it_needs_is_said_that_it_was_not_read():
    package = textplaces.Package(textplaces.base_slides())
    textplaces.SLIDE_PLACES["title"](package, word_for(0))
    package.insert("ppt/slides/slide1.xml", "</p:spTree>", "<p:grpSp><p:nvGrpSpPr/><p:grpSpPr/></p:grpSp>")
    with pytest.raises(ExtractionError) as caught:
        read("pptx", package.save())
    assert caught.value.reason == Reason.PARTLY_READ
