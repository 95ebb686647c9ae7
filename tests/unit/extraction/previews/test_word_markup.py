"""The preview of a Word document has its headings, lists, merged cells, looks and links."""

from __future__ import annotations

import re

import pytest

from findling.extraction.previews.markup_preview import from_word
from findling.extraction.previews.picture_gallery import PictureGallery
from findling.extraction.source import Source
from madepapers import NAMESPACES, W, notes, story
from madepapers import word as pack_word


def show(body: str, **parts: str) -> str:
    return from_word(Source(pack_word(body, sentences=(), **parts), "a.docx"), PictureGallery()).text


def text(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def item(words: str, level: int = 0, number: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text(words), properties=properties)


def level(depth: int, form: str, label: str, start: int = 1, more: str = "") -> str:
    inner = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{label}"/>{more}'
    return f'<w:lvl w:ilvl="{depth}">{inner}</w:lvl>'


def lists() -> str:
    """List 1 has bullets on every level, list 2 numbers."""
    schemes = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(level(depth, form, f"%{depth + 1}.") for depth in range(3))
        + "</w:abstractNum>"
        for number, form in ((1, "bullet"), (2, "decimal"))
    )
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in (1, 2))
    return f'<w:numbering xmlns:w="{W}">{schemes}{numbers}</w:numbering>'


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text(words))}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "{}"</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TOP, BELOW = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'
MERGED = '<tr><td colspan="2"><p>a</p></td><td rowspan="2"><p>b</p></td></tr>'

SHOWN = {
    "heading": (paragraph(text("Top"), properties='<w:outlineLvl w:val="1"/>'), "<h2>Top</h2>"),
    "looks": (
        paragraph(text("a", "<w:b/>"), text("b", "<w:i/>"), text("c", "<w:strike/>"), text("d", '<w:b w:val="0"/>')),
        "<p><strong>a</strong><em>b</em><s>c</s>d</p>",
    ),
    "position": (
        paragraph(text("m"), text("2", '<w:vertAlign w:val="superscript"/>')), "<p>m<sup>2</sup></p>",
    ),
    "signs of HTML": (paragraph(text("a &lt;b&gt; &amp;amp;")), "<p>a &lt;b&gt; &amp;amp;</p>"),
    "line break": (paragraph(text("a"), "<w:r><w:br/></w:r>", text("b")), "<p>a<br>b</p>"),
    "link": (
        f'<w:p><w:hyperlink r:id="site">{text("here")}</w:hyperlink></w:p>',
        '<p><a href="https://a.example/">here</a></p>',
    ),
    "link by a field": (
        paragraph(FIELD.format("https://b.example/", text("there")), text(".")),
        '<p><a href="https://b.example/">there</a>.</p>',
    ),
    "link that acts": (paragraph(FIELD.format("javascript:x()", text("there"))), "<p><a>there</a></p>"),
    "list": (item("a") + item("b"), "<ul><li>a</li><li>b</li></ul>"),
    "numbered list": (item("a", number=2), "<dl><dd>1. a</dd></dl>"),
    "list in a list": (
        item("a") + item("b", 1, 2) + item("c", 1, 2) + item("d"),
        "<ul><li>a<dl><dd>1. b</dd><dd>2. c</dd></dl></li><li>d</li></ul>",
    ),
    "list of another kind": (item("a") + item("b", number=2), "<ul><li>a</li></ul><dl><dd>1. b</dd></dl>"),
    "paragraph after a list": (item("a") + paragraph(text("b")), "<ul><li>a</li></ul><p>b</p>"),
    "merged cells": (
        f"<w:tbl>{row(cell('a', WIDE), cell('b', TOP))}{row(cell('c'), cell('d'), cell('', BELOW))}</w:tbl>",
        f"<table><tbody>{MERGED}<tr><td><p>c</p></td><td><p>d</p></td></tr></tbody></table>",
    ),
    "head of a table": (
        f"<w:tbl>{row(cell('a'), properties='<w:tblHeader/>')}{row(cell('b'))}</w:tbl>",
        "<table><tbody><tr><th><p>a</p></th></tr><tr><td><p>b</p></td></tr></tbody></table>",
    ),
    "deleted row": (f"<w:tbl>{row(cell('a'), properties='<w:del/>')}{row(cell('b'))}</w:tbl>",
                    "<table><tbody><tr><td><p>b</p></td></tr></tbody></table>"),
    "list in a cell": (
        f"{item('x')}<w:tbl><w:tr><w:tc>{item('a')}</w:tc></w:tr></w:tbl>",
        "<ul><li>x</li></ul><table><tbody><tr><td><ul><li>a</li></ul></td></tr></tbody></table>",
    ),
    "row without a table": (row(cell("a")), "<p>a</p>"),
}  # fmt: skip


@pytest.mark.parametrize(("body", "shown"), SHOWN.values(), ids=SHOWN)
def test_a_construct_is_shown_as_it_looks(body, shown):
    assert show(body, numbering=lists(), site="https://a.example/") == shown


LEGAL = level(0, "upperRoman", "Article %1.") + level(1, "decimal", "%1.%2", more="<w:isLgl/>")
CLAUSES = level(0, "decimal", "§ %1") + level(1, "lowerLetter", "(%2)") + level(2, "lowerRoman", "%3.")
ON = level(0, "decimal", "%1.") + level(1, "decimal", "%2)", more='<w:lvlRestart w:val="0"/>')
AFTER_TOP = (
    level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")
    + level(2, "decimal", "%1.%2.%3", more='<w:lvlRestart w:val="1"/>')
)  # fmt: skip
ANEW = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
OTHERWISE = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1")}</w:lvlOverride>'

COUNTED = {
    "one by one": (level(0, "decimal", "%1."), "", "00 00 00", "1. 2. 3."),
    "from another number": (level(0, "decimal", "%1.", start=5), "", "00 00", "5. 6."),
    "levels": (CLAUSES, "", "00 01 01 02 02 00 01", "§ 1 (a) (b) i. ii. § 2 (a)"),
    "level above by its own form, or in figures": (LEGAL, "", "00 01 01 00 01", "Article I. 1.1 1.2 Article II. 2.1"),
    "level above that was not yet used": (LEGAL, "", "01 01", "1.1 1.2"),
    "level that was passed over": (CLAUSES, "", "00 02 01", "§ 1 i. (b)"),
    "level that goes on after the one above it": (AFTER_TOP, "", "00 02 01 02 00 02", "1 1.1.1 1.2 1.2.2 2 2.1.1"),
    "no first number": ('<w:lvl w:ilvl="0"><w:lvlText w:val="%1."/></w:lvl>', "", "00 00", "0. 1."),
    "level that goes on": (ON, "", "00 01 00 01", "1. 1) 2. 2)"),
    "lists of one scheme": (level(0, "decimal", "%1."), "", "00 10 00", "1. 2. 3."),
    "list that begins anew": (level(0, "decimal", "%1."), ANEW, "00 00 10 10", "1. 2. 1. 2."),
    "list that counts otherwise": (level(0, "decimal", "%1."), OTHERWISE, "00 10", "1. B"),
    "letters after z": (level(0, "lowerLetter", "%1", start=26), "", "00 00", "z aa"),
    "numbers of no letter": (level(0, "upperLetter", "%1", start=999999), "", "00", "999999"),
    "Roman": (level(0, "lowerRoman", "%1", start=1994), "", "00", "mcmxciv"),
    "two figures": (level(0, "decimalZero", "%1", start=9), "", "00 00", "09 10"),
    "ordinals": (level(0, "ordinal", "%1", start=11), "", "00 00", "11th 12th"),
    "form that is not known": (level(0, "ganada", "%1"), "", "00", "1"),
    "label without a number": (level(0, "none", "Note:"), "", "00", "Note:"),
}


@pytest.mark.parametrize(("levels", "override", "places", "labels"), COUNTED.values(), ids=COUNTED)
def test_a_numbered_paragraph_bears_the_number_that_word_shows(levels, override, places, labels):
    scheme = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum>'
    numbers = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{change}</w:num>'
        for number, change in ((20, ""), (21, override))
    )
    part = f'<w:numbering xmlns:w="{W}">{scheme}{numbers}</w:numbering>'
    body = "".join(item("x", int(place[1]), 20 + int(place[0])) for place in places.split())
    shown = re.sub(r"<[^>]+>", " ", show(body, numbering=part))
    assert shown.replace(" x", "").split() == labels.split()


def test_an_empty_paragraph_is_counted_though_nothing_is_shown_of_it():
    assert show(item("a", number=2) + item("", number=2) + item("b", number=2), numbering=lists()) == (
        "<dl><dd>1. a</dd><dd>3. b</dd></dl>"
    )


def test_a_heading_bears_its_number():
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/>'
    assert show(paragraph(text("Top"), properties=properties), numbering=lists()) == "<h1>1. Top</h1>"


def test_a_list_may_count_by_the_scheme_that_a_style_of_lists_defines():
    schemes = (
        '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2"><w:styleLink w:val="L"/>{level(0, "upperRoman", "%1")}</w:abstractNum>'
    )
    number = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    part = f'<w:numbering xmlns:w="{W}">{schemes}{number}</w:numbering>'
    assert show(item("a"), numbering=part) == "<dl><dd>I a</dd></dl>"


def test_notes_follow_the_text_and_what_stands_beside_it_a_rule():
    parts = {
        "footnotes": notes("footnote", "foot"),
        "comments": notes("comment", "Sure?"),
        "header1": story("hdr", "A"),
    }
    assert show(paragraph(text("a")), **parts).split("\n<hr>\n") == [
        "<p>a</p><p>foot</p>",
        "\n<p>Sure?</p>\n\n\n<p>A</p>\n",
    ]


def test_a_document_of_another_format_is_shown_where_it_stands():
    page = "<html><body><h1>b</h1></body></html>"
    body = f'{paragraph(text("a"))}<w:altChunk r:id="chunk"/>{paragraph(text("c"))}'
    assert "".join(show(body, chunk=page).split()) == "<p>a</p><h1>b</h1><p>c</p>"


def test_what_is_damaged_is_shown_as_far_as_it_goes():
    broken = f"<w:footnotes {NAMESPACES}><w:footnote>{paragraph(text('foot'))}"
    assert show(paragraph(text("a")), footnotes=broken) == "<p>a</p><p>foot</p>"
