"""Word documents: headings by outline level, notes and margins, and what is left of damaged ones."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.readers import word
from findling.extraction.source import Source
from findling.formats import FileKind
from zips import pack

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."

STYLES = f"""<w:styles xmlns:w="{W}">
  <w:style w:type="paragraph" w:styleId="Kop1">
    <w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Own">
    <w:name w:val="My chapter"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Child"><w:name w:val="My sub"/><w:basedOn w:val="Own"/></w:style>
  <w:style w:type="paragraph" w:styleId="Flat">
    <w:name w:val="Flat"/><w:basedOn w:val="Own"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>
  </w:style>
  <w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
  <w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
</w:styles>"""


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def document(body: str, core: str = "", **parts: str) -> bytes:
    """A .docx file with this body and core properties; `parts` are more parts of word/, by the end of their type."""
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD_TYPE}{name}+xml"/>' for name in ("styles", *parts)
    )
    return pack(
        {
            "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">{overrides}</Types>',
            "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{body}</w:body></w:document>',
            "word/styles.xml": STYLES,
            "docProps/core.xml": core or "<none/>",
            **{f"word/{name}.xml": content for name, content in parts.items()},
        }
    )


def read(data: bytes):
    return word.read(Source(data, "a.docx"))


def test_headings_have_the_outline_level_of_their_style_whatever_it_is_called():
    body = (
        paragraph("Top", "Kop1")
        + paragraph("Third", "Own")
        + paragraph("Inherited", "Child")
        + paragraph("Body", "Flat")
    )
    extraction = read(document(body))
    assert extraction.kind is FileKind.DOCX
    assert [(extraction.text[b.start : b.end], b.kind, b.level) for b in extraction.blocks] == [
        ("Top", BlockKind.HEADING, 1),
        ("Third", BlockKind.HEADING, 3),
        ("Inherited", BlockKind.HEADING, 3),
        ("Body", BlockKind.PARAGRAPH, 0),
    ]


def test_a_style_that_is_based_on_itself_is_no_heading():
    assert read(document(paragraph("Round", "Loop"))).blocks[0].kind is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    ("stored", "title"),
    [("Lease contract", "Lease contract"), ("Microsoft Word - lease.doc", "Headline"), ("", "Headline")],
)
def test_the_title_is_the_property_else_the_first_headline(stored, title):
    core = f'<x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{stored}</dc:title></x>'
    assert read(document(paragraph("Headline", "Titel") + paragraph("Text"), core)).title == title


def test_table_rows_deleted_text_and_soft_hyphens():
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("rent", "900"))
    body = f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>" + "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del></w:p>"
    body += "<w:p><w:r><w:t>type</w:t></w:r><w:r><w:softHyphen/><w:t>writer</w:t></w:r></w:p>"
    assert read(document(body)).text == "rent | 900\n\ntypewriter"


def test_notes_come_without_their_numbers_and_arrows():
    body = '<w:p><w:r><w:t>Claim</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{paragraph("Proof")}</w:footnote></w:footnotes>'
    assert read(document(body, footnotes=notes)).text.split("\n\n") == ["Claim.", "Proof"]


def test_headers_are_told_once_as_meta_and_comments_as_text():
    header = f'<w:hdr xmlns:w="{W}">{paragraph("Müller GmbH")}{paragraph("12")}{paragraph("Müller GmbH")}</w:hdr>'
    comments = f'<w:comments xmlns:w="{W}"><w:comment w:id="1">{paragraph("Please check")}</w:comment></w:comments>'
    extraction = read(document(paragraph("Body"), header=header, comments=comments))
    assert extraction.text == "Body\n\nPlease check\n\nMüller GmbH"
    assert extraction.blocks[-1].kind is BlockKind.META


def test_a_document_without_text_says_so():
    with pytest.raises(ExtractionError) as caught:
        read(document("<w:p/>"))
    assert caught.value.reason == Reason.NO_TEXT


@pytest.mark.parametrize(
    "damage", [b"", b"no zip at all", pack({"other.txt": "x"}), pack({"word/document.xml": "<w:document"})]
)
def test_what_is_no_document_is_damaged(damage):
    with pytest.raises(ExtractionError) as caught:
        read(damage)
    assert caught.value.reason == Reason.DAMAGED


def test_a_document_that_is_nested_without_end_is_damaged():
    body = "<w:tbl><w:tr><w:tc>" * 3000 + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * 3000
    with pytest.raises(ExtractionError) as caught:
        read(document(body))
    assert caught.value.reason == Reason.DAMAGED


def test_a_document_whose_end_is_missing_is_partly_read():
    data = document("".join(paragraph(f"Paragraph {number}") for number in range(50)))
    extraction = read(data[: data.index(b"PK\x01\x02")])
    assert extraction.reason is Reason.PARTLY_READ
    assert extraction.text.endswith("Paragraph 49")


def test_external_entities_are_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("s3cret")
    main = (
        f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]><w:document xmlns:w="{W}"><w:body>'
        + paragraph("open &e;")
        + "</w:body></w:document>"
    )
    assert read(pack({"word/document.xml": main})).text == "open"
