"""The preview of a Word document has its headings, lists, merged cells, looks and links."""

from __future__ import annotations

import pytest

from findling.extraction.previews.markup_preview import from_word
from findling.extraction.source import Source
from madepapers import NAMESPACES, W, notes, story
from madepapers import word as pack_word


def show(body: str, **parts: str) -> str:
    return from_word(Source(pack_word(body, sentences=(), **parts), "a.docx")).text


def text(words: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def item(words: str, level: int = 0, number: int = 1) -> str:
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text(words), properties=properties)


def lists() -> str:
    """List 1 has bullets on every level, list 2 numbers."""
    schemes = "".join(
        f'<w:abstractNum w:abstractNumId="{number}">'
        + "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="{form}"/></w:lvl>' for level in range(3))
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
    "numbered list": (item("a", number=2), "<ol><li>a</li></ol>"),
    "list in a list": (
        item("a") + item("b", 1, 2) + item("c", 1, 2) + item("d"),
        "<ul><li>a<ol><li>b</li><li>c</li></ol></li><li>d</li></ul>",
    ),
    "list of another kind": (item("a") + item("b", number=2), "<ul><li>a</li></ul><ol><li>b</li></ol>"),
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
