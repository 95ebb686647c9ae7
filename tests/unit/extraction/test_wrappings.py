"""Wrappings of one document are read as that document, under any name; damaged ones stay what they are."""

from __future__ import annotations

import base64
import html
import io
import plistlib
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

import madepapers
import textplaces
from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.file_reading import allow
from findling.extraction.parsing import parse
from findling.extraction.previews.preview_builder import make_preview
from findling.extraction.source import Source
from findling.extraction.wrappings import WRAPPED_LIMIT, unwrap
from findling.formats import FileKind

SIGNED = bytes.fromhex("06092a864886f70d010702")
PLAIN = bytes.fromhex("06092a864886f70d010701")


def der(tag: int, *content: bytes) -> bytes:
    inner = b"".join(content)
    if len(inner) < 0x80:
        return bytes([tag, len(inner)]) + inner
    length = len(inner).to_bytes((len(inner).bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(length)]) + length + inner


def ber(tag: int, *content: bytes) -> bytes:
    """A value of which an end mark tells how long it is."""
    return bytes([tag, 0x80]) + b"".join(content) + b"\0\0"


def signed(content: bytes, write=der, octets=None) -> bytes:
    """A file with a signature around it, or as if."""
    held = write(0x30, PLAIN, write(0xA0, octets or der(0x04, content)))
    data = write(0x30, der(0x02, b"\1"), der(0x31, der(0x30, PLAIN)), held, der(0xA0, b"certificates"), der(0x31))
    return write(0x30, SIGNED, write(0xA0, data))


def flat(package: bytes) -> bytes:
    """An Office document in one part."""
    written = []
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            told = kind if name == "word/document.xml" else "application/xml"
            inner = (
                f"<pkg:xmlData>{content.decode()}</pkg:xmlData>"
                if content.startswith(b"<")
                else f"<pkg:binaryData>{base64.encodebytes(content).decode()}</pkg:binaryData>"
            )
            if name != "[Content_Types].xml":
                written.append(f'<pkg:part pkg:name="/{html.escape(name)}" pkg:contentType="{told}">{inner}</pkg:part>')
    return (
        '<?xml version="1.0"?>\r\n<?mso-application progid="Word.Document"?>\r\n<pkg:package '
        f'xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">{"".join(written)}</pkg:package>'
    ).encode()


def archive(content: bytes, *frames: dict, encoding: str = "UTF-8") -> dict:
    main = {"WebResourceData": content, "WebResourceMIMEType": "text/html", "WebResourceTextEncodingName": encoding}
    return {"WebMainResource": main, **({"WebSubframeArchives": list(frames)} if frames else {})}


MAIN = "<html><head><title>Mill</title></head><p>Die Mühle</p></html>".encode("cp1252")
PAGE = archive(MAIN, archive(b"<p>frame</p>"), encoding="windows-1252")
INVOICE = b"<?xml version='1.0'?><invoice><item>kelp</item></invoice>"


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_page_that_safari_saved_is_read_with_its_frames(form):
    source = Source(plistlib.dumps(PAGE, fmt=form), "a.webarchive")
    extraction = parse(source)
    assert (extraction.kind, extraction.title, extraction.text) == (FileKind.HTML, "Mill", "Die Mühle\n\nframe")
    assert "Die Mühle" in make_preview(source).text


@pytest.mark.parametrize("name", ["a.xml", "a.docx", "a"])
def test_an_office_document_in_one_part_is_read_as_its_package_is(name):
    package = madepapers.word(media=madepapers.png(1))
    read, packed = parse(Source(flat(package), name)), parse(Source(package, "a.docx"))
    assert (read.kind, read.text, read.blocks) == (FileKind.DOCX, packed.text, packed.blocks)


@pytest.mark.parametrize(
    "data",
    [
        signed(INVOICE), signed(INVOICE, write=ber),
        signed(b"", write=ber, octets=ber(0x24, *(der(0x04, INVOICE[at : at + 9]) for at in range(0, 99, 9)))),
        base64.encodebytes(signed(INVOICE)),
        b"-----BEGIN PKCS7-----\n" + base64.encodebytes(signed(INVOICE)) + b"-----END PKCS7-----\n",
    ],
    ids=["der", "without lengths", "in stretches", "base64", "pem"],
)  # fmt: skip
def test_a_signed_file_is_read_as_what_was_signed(data):
    extraction = parse(Source(data, "invoice.xml.p7m"))
    assert (extraction.kind, extraction.text) == (FileKind.XML, "kelp")


def test_a_signed_mail_is_read_and_so_is_a_document_that_was_signed():
    entity = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\nTcO8aGxl\r\n"
    assert parse(Source(signed(entity), "smime.p7m")).text == "Mühle"
    assert parse(Source(signed(madepapers.word()), "a.docx.p7m")).kind is FileKind.DOCX


def test_what_holds_a_saved_page_under_a_name_of_office_is_read_as_that():
    page = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Location: a.htm\r\n'
        b"Content-Type: text/html\r\n\r\n<table><tr><td>Mill<td>42</table>\r\n--b--\r\n"
    )
    extraction = parse(Source(page, "a.xls"))
    assert (extraction.kind, extraction.text) == (FileKind.EML, "Mill | 42")


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"bplist00" + bytes(40), "a.webarchive"),
        (plistlib.dumps({"a": [1]}, fmt=plistlib.FMT_BINARY), "a.plist"),
        (signed(INVOICE)[:40], "a.p7m"),
        (b"\x30\x80" + SIGNED + b"\xa0\x80" * 5_000, "a.p7m"),
        (flat(madepapers.word())[:-40], "a.xml"),
        (b"no signature", "a.p7m"),
    ],
)
def test_what_cannot_be_unwrapped_stays_what_it_is(data, name):
    assert unwrap(data, name) == data


def test_a_list_of_properties_is_none_of_it():
    with pytest.raises(ExtractionError) as caught:
        parse(Source(plistlib.dumps({"a": "b"}, fmt=plistlib.FMT_BINARY), "a.plist"))
    assert caught.value.reason == Reason.BINARY


@given(st.binary(max_size=60), st.sampled_from([0, 20, 40, 60]))
def test_whatever_stands_in_a_signed_file_is_no_error(noise, at):
    data = signed(INVOICE)
    assert isinstance(unwrap(data[:at] + noise + data[at + len(noise) :], "a.p7m"), bytes)


def test_a_large_one_is_read_as_far_as_it_can_be_unwrapped():
    assert allow(plistlib.dumps(PAGE, fmt=plistlib.FMT_BINARY), "a.webarchive") == WRAPPED_LIMIT


def _with_backslashes(data: bytes) -> bytes:
    """A package as some programs on Windows write it."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(written, "w") as target:
        for name in package.namelist():
            member = zipfile.ZipInfo(name)
            member.filename = name.replace("/", "\\")
            target.writestr(member, package.read(name))
    return written.getvalue()


@pytest.mark.parametrize(
    ("name", "data"), [("a.pptx", textplaces.base_slides()), ("a.xlsx", textplaces.base_workbook())]
)
def test_parts_named_with_backslashes_are_found(name, data):
    extraction, expected = (parse(Source(each, name)) for each in (_with_backslashes(data), data))
    assert (extraction.text, extraction.wholeness.unread) == (expected.text, expected.wholeness.unread)


def test_a_letter_of_a_japanese_name_is_no_backslash():
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as target:
        member = zipfile.ZipInfo("a")
        member.filename = "表示.txt".encode("cp932").decode("cp437")
        target.writestr(member, "x")
    assert unwrap(archive.getvalue(), "a.zip") == archive.getvalue()
