"""Properties that somebody wrote in a document are found, shown, and kept apart from the words that are compared."""

from __future__ import annotations

import struct

import pytest

import madepapers
from compounds import compound_of
from containers import office
from findling.domain.files import BlockKind
from findling.duplicates.sameness import find_doubt
from findling.duplicates.word_tokens import hash_wording, split_words
from findling.extraction.origins.origin_finder import find_origins
from findling.extraction.origins.written_properties import keep_written
from findling.extraction.parsing import parse
from findling.extraction.previews.preview_builder import make_preview
from findling.extraction.source import Source
from findling.formats import FileKind
from findling.messages.library_templates import ClearingMessage
from findling.storage.block_codec import measure_body, pack_blocks
from findling.storage.duplicate_table import Reading

CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Rent</dc:title><dc:subject>{0}</dc:subject>
 <cp:keywords>kelp, dulse</cp:keywords><dc:description>For the
 landlady</dc:description></cp:coreProperties>"""
META = """<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>
 <meta:generator>LibreOffice</meta:generator><dc:subject>Mill</dc:subject><meta:keyword>kelp</meta:keyword>
 <meta:keyword>dulse</meta:keyword><dc:description>For the landlady</dc:description></office:meta>
 </office:document-meta>"""
PACKET = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><rdf:RDF><rdf:Description>
 <pdf:Producer>x</pdf:Producer><dc:subject><rdf:Bag><rdf:li>kelp</rdf:li><rdf:li>dulse</rdf:li></rdf:Bag></dc:subject>
 <dc:description><rdf:Alt><rdf:li xml:lang="de">For the landlady</rdf:li></rdf:Alt></dc:description>
 </rdf:Description></rdf:RDF></x:xmpmeta>"""
ALL = ("Mill", "kelp, dulse", "For the landlady")


def word(subject: str = "Mill") -> bytes:
    return office(madepapers.word(), "docProps", {"core.xml": CORE.format(subject).encode()})


def old(*values: tuple[int, str]) -> bytes:
    offsets, body = b"", b""
    for number, value in values:
        offsets += struct.pack("<2L", number, 8 + 8 * len(values) + len(body))
        body += struct.pack("<2L", 30, len(value) + 1) + value.encode() + bytes(4 - len(value) % 4)
    return struct.pack("<2HL16sL16sL", 0xFFFE, 0, 0, bytes(16), 1, bytes(16), 48) + struct.pack(
        "<2L", 8 + len(offsets) + len(body), len(values)
    ) + offsets + body  # fmt: skip


def written(data: bytes, kind: FileKind) -> tuple[str, ...]:
    (origin,) = find_origins(Source(data, "a"), kind)
    return tuple(words for _, words in origin.written)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(word(), FileKind.DOCX, id="word"),
        pytest.param(madepapers.pack({"meta.xml": META}), FileKind.ODT, id="opendocument"),
        pytest.param(
            compound_of({"\x05SummaryInformation": old((3, "Mill"), (5, "kelp, dulse"), (6, "For the landlady"))}),
            FileKind.DOC, id="of before 2007",
        ),
        pytest.param(
            rb"{\rtf1\ansi{\info{\subject Mill}{\keywords kelp, dulse}{\doccomm For the landlady}}x}",
            FileKind.RTF, id="rich text",
        ),
        pytest.param(
            b"<meta name=subject content=Mill><meta name=keywords content='kelp, dulse'>"
            b"<meta property='og:description' content='For the landlady'>",
            FileKind.HTML, id="page",
        ),
        pytest.param(
            b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>>"
            b" endobj\n3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n"
            b"4 0 obj <</Subject (Mill)>> endobj\n"
            + PACKET + PACKET.replace(b"http://ns.adobe.com/pdf/1.3/", b"x:y").replace(b"kelp", b"wrack")
            + b"\ntrailer <</Root 1 0 R/Info 4 0 R>>\n%%EOF\n",
            FileKind.PDF, id="pdf",
        ),
        pytest.param(
            madepapers.pack({"a.opf": """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
            <dc:subject>Mill</dc:subject><dc:subject>kelp, dulse</dc:subject>
            <dc:description>&lt;p&gt;For the &lt;i&gt;landlady&lt;/i&gt;&lt;/p&gt;</dc:description></metadata>
            </package>"""}),
            FileKind.EPUB, id="book",
        ),
    ],
)  # fmt: skip
def test_subject_keywords_and_description_are_found(data, kind):
    assert " ".join(", ".join(written(data, kind)).split()) == ", ".join(ALL)


OWN = (
    '<Properties xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property name="Client"><vt:lpwstr>Mill and Weir</vt:lpwstr></property>'
    '<property name="Invoice paid"><vt:lpwstr>in March</vt:lpwstr></property>'
    '<property name="Size"><vt:i4>12</vt:i4></property>'
    '<property name="MSIP_Label_Name"><vt:lpwstr>Internal use</vt:lpwstr></property>'
    '<property name="ContentTypeId"><vt:lpwstr>Paper of theirs</vt:lpwstr></property></Properties>'
)
OWN_OPEN = META.replace(
    "<dc:subject>",
    '<meta:user-defined meta:name="Client">Mill and Weir</meta:user-defined>'
    '<meta:user-defined meta:name="Invoice paid" meta:value-type="string">in March</meta:user-defined>'
    '<meta:user-defined meta:name="Size" meta:value-type="float">12 ells</meta:user-defined>'
    '<meta:user-defined meta:name="AppVersion">sixteen point two</meta:user-defined><dc:subject>',
)
OWN_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
TYPES = f'<Types><Override PartName="/docProps/custom.xml" ContentType="{OWN_TYPE}"/></Types>'


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (madepapers.pack({"[Content_Types].xml": TYPES, "docProps/custom.xml": OWN}), FileKind.XLSX),
        (madepapers.pack({"meta.xml": OWN_OPEN}), FileKind.ODS),
    ],
)
def test_properties_that_somebody_named_himself_are_found_and_those_of_programs_are_not(data, kind):
    (origin,) = find_origins(Source(data, "a"), kind)
    assert [pair for pair in origin.written if pair[0] not in ("Topic", "Keywords", "Description")] == [
        ("Client", "Mill and Weir"),
        ("Invoice paid", "in March"),
    ]


def test_the_name_of_a_property_is_a_short_line():
    assert keep_written(("Who\n\npays " + "x" * 1_000, "Ann")) == (("Who pays " + "x" * 90, "Ann"),)


def test_properties_beyond_all_measure_cost_neither_memory_nor_the_author():
    core = CORE.format("Mill").replace("<dc:subject>", "<dc:creator>Ann Lee</dc:creator><dc:subject>")
    own = OWN.replace("</Properties>", f"{'<x/>' * 1_500_000}</Properties>")
    data = madepapers.pack({"[Content_Types].xml": TYPES, "docProps/core.xml": core, "docProps/custom.xml": own})
    (origin,) = find_origins(Source(data, "a"), FileKind.XLSX)
    assert (origin.authors, [name for name, _ in origin.written]) == (
        ("Ann Lee",),
        ["Topic", "Keywords", "Description"],
    )


@pytest.mark.parametrize(
    "value",
    [
        *("generated by python-docx", "Created with LibreOffice", "Document1", "Microsoft Word - letter.doc"),
        *("", " ", "letter.docx", "---", "2023", "https://example.org/x", "Unknown"),
        "0a1b2c3d4e5f60718293a4b5c6d7e8f901234567",
    ],
)  # fmt: skip
def test_what_programs_write_there_is_no_text(value):
    assert keep_written(("Description", value)) == ()


def test_the_same_in_other_signs_is_said_once_and_characters_in_code_are_read():
    assert keep_written(
        ("Keywords", "Kelp, dulse"), ("Keywords", "kelp; dulse"), ("Description", "one_x000d_\ntwo")
    ) == (
        ("Keywords", "Kelp, dulse"),
        ("Description", "one\ntwo"),
    )


def test_properties_end_a_text_and_are_no_part_of_what_is_compared():
    extraction = parse(Source(word(), "a.docx"))
    assert [block.kind for block in extraction.blocks[-3:]] == [BlockKind.PROPERTY] * 3
    assert extraction.text.endswith("Mill\n\nkelp, dulse\n\nFor the\n landlady")
    assert extraction.body == parse(Source(madepapers.word(), "a.docx")).text
    assert not extraction.wholeness.unread
    assert extraction.text[: measure_body(pack_blocks(extraction.blocks), extraction.text)] == extraction.body


def test_what_title_or_text_say_already_is_not_said_again():
    said = madepapers.SENTENCES[0].upper()
    assert said not in parse(Source(word(said), "a.docx")).text
    assert "Rent\n" not in parse(Source(word("Rent"), "a.docx")).text


def test_they_stand_above_the_preview():
    preview = make_preview(Source(word(), "a.docx"))
    assert preview.headers == (("Topic", "Mill"), ("Keywords", "kelp, dulse"), ("Description", "For the\n landlady"))


def test_a_copy_of_which_something_else_was_written_has_the_same_words_and_is_not_proposed_to_go():
    readings = []
    for data in (word("Mill"), word("Weir"), office(word("Mill"), "docProps", {"app.xml": b"<x/>"})):
        extraction = parse(Source(data, "a.docx"))
        wording = hash_wording(split_words(extraction.body))
        readings.append(Reading(data, wording, True, extraction.wholeness))
    first, second, third = readings
    assert first.wording == second.wording
    assert find_doubt(first, second) == ClearingMessage.OBJECTS_DIFFER()
    assert find_doubt(first, third) is None
