"""Documents tell when they were written and by whom, in the words of each format."""

from __future__ import annotations

import io
import struct
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from compounds import compound_of
from containers import mail, mailbox
from findling.domain.origin import Origin
from findling.extraction.origins.origin_finder import find_origins
from findling.extraction.source import Source
from findling.formats import FileKind
from zips import pack

MAIL = b"""From: =?utf-8?q?J=C3=BCrgen?= <j@x.org>
To: Friends: ann@y.org, "Lee, Bob" <bob@y.org>;
Cc: carl@z.org
Bcc: dora@z.org
Date: Mon, 15 Jan 2024 10:00:00 +0100
Subject: =?utf-8?b?TWlldGUgw7xiZXI=?=
 =?utf-8?b?ZsOkbGxpZw==?=

Please pay.
"""
SENT = int(datetime(2024, 1, 15, 9, tzinfo=UTC).timestamp()) * 10**9
CORE = """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
 <dc:creator>Ann Lee; Bob Ray</dc:creator><dcterms:created>2001-01-01T12:00:00Z</dcterms:created>
 <dcterms:modified>2024-01-15T09:00:00Z</dcterms:modified></cp:coreProperties>"""
META = """<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta>
 <meta:initial-creator>Ann Lee</meta:initial-creator><dc:creator>Bob Ray</dc:creator>
 <dc:date>2024-01-15T09:00:00.123456789Z</dc:date></office:meta></office:document-meta>"""
BOOK = """<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>
 <dc:creator>Ann Lee</dc:creator><dc:creator>Bob Ray</dc:creator><dc:date>2024-01-15T09:00:00Z</dc:date></metadata>
 </package>"""
AUTHORS = ("Ann Lee", "Bob Ray")


RICH = rb"""{\rtf1\ansi\ansicpg1252{\info{\author J\'fcrgen Lee}{\creatim\yr2001\mo2\dy3\hr4}
{\revtim\yr2024\mo1\dy15\hr10\min30}}Hello}"""
PAGE = b"""<html><head><meta name="Author" content="Ann Lee"><meta name=author content="Bob Ray">
<meta name="dcterms.modified" content="2025-01-01">
<meta property="article:published_time" content="2024-01-15T09:00:00Z">
</head><body>Hello</body></html>"""
CARDS = b"""BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nREV:20010203T040506Z\nEND:VCARD
BEGIN:VCARD\nVERSION:3.0\nFN:Bob\nREV:2024-01-15T09:00:00Z\nEND:VCARD\n"""


def find(data: bytes, kind: FileKind, name: str = "a") -> tuple[Origin, ...]:
    return find_origins(Source(data, name), kind)


def pdf(**properties: str) -> bytes:
    """Return a page with properties; what it lacks, a reader makes good."""
    told = " ".join(f"/{name} ({value})" for name, value in properties.items())
    return (
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
        "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>> endobj\n"
        f"4 0 obj <<{told}>> endobj\ntrailer <</Root 1 0 R/Info 4 0 R>>\n%%EOF\n"
    ).encode()


def picture(form: str, tags: dict[int, str], taken: dict[int, str]) -> bytes:
    written = io.BytesIO()
    exif = Image.Exif()
    exif.update(tags)
    exif.get_ifd(0x8769).update(taken)
    Image.new("L", (4, 4)).save(written, form, exif=exif)
    return written.getvalue()


def properties(**values: tuple[int, bytes]) -> bytes:
    """Return a property set of [MS-OLEPS] with values by their numbers ("p4"), each a type and its bytes."""
    offsets, body = [], b""
    for name, (kind, value) in values.items():
        offsets.append((int(name[1:]), 8 + 8 * len(values) + len(body)))
        body += struct.pack("<L", kind) + value + bytes(-len(value) % 4)
    listed = b"".join(struct.pack("<2L", *each) for each in offsets)
    section = struct.pack("<2L", 8 + len(listed) + len(body), len(values)) + listed + body
    return struct.pack("<2HL16sL16sL", 0xFFFE, 0, 0, bytes(16), 1, bytes(16), 48) + section


def ticks(moment: datetime) -> bytes:
    seconds = int((moment - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds())
    return struct.pack("<Q", seconds * 10**7)


def test_a_mail_tells_its_date_people_and_subject():
    assert find(MAIL, FileKind.EML, "a.eml") == (
        Origin(
            dated_ns=SENT,
            senders=("Jürgen <j@x.org>",),
            recipients=("ann@y.org", "Lee, Bob <bob@y.org>"),
            copied=("carl@z.org", "dora@z.org"),
            subject="Miete überfällig",
        ),
    )


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (b"Subject: x\nDate: 31 Feb 2024 10:00 +0000", Origin(subject="x")),
        (b"Subject: x\nSender: ann@y.org", Origin(subject="x", senders=("ann@y.org",))),
        (b"Received: by y.org; Mon, 15 Jan 2024 10:00:00 +0100\nSubject: x", Origin(subject="x", dated_ns=SENT)),
        ("Subject: Größe\nFrom: Jürgen <j@x.org>".encode(), Origin(subject="Größe", senders=("Jürgen <j@x.org>",))),
        ("From: Jürgen <j@x.org>".encode("latin-1"), Origin(senders=("Jürgen <j@x.org>",))),
        (b"To: ann@y.org\nTo: bob@y.org", Origin(recipients=("ann@y.org", "bob@y.org"))),
        (b"Subject: =?utf-8?b?/w==?=\nX: y", Origin(subject="ÿ")),
    ],
)
def test_a_mail_tells_what_can_be_made_of_its_headers(headers, expected):
    assert find(headers + b"\n\nbody", FileKind.EML, "a.eml") == (expected,)


def test_each_message_of_a_mailbox_tells_its_own():
    found = find(mailbox(mail("one", {}), mail("two", {})), FileKind.MBOX)
    assert [origin.subject for origin in found] == ["one", "two"]


def test_a_mail_inside_a_mail_tells_its_own_after_the_outer_one():
    around = mail("outer", {}, inner=None)
    inner = MAIL.decode()
    data = (
        b"Subject: outer\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        b"Content-Type: message/rfc822\n\n" + inner.encode() + b"\n--b--\n"
    )
    assert [origin.subject for origin in find(data, FileKind.EML)] == ["outer", "Miete überfällig"]
    assert [origin.subject for origin in find(around, FileKind.EML)] == ["outer"]


@pytest.mark.parametrize(
    ("data", "kind", "authors"),
    [
        pytest.param(pack({"docProps/core.xml": CORE}), FileKind.DOCX, AUTHORS, id="word"),
        pytest.param(pack({"docProps/core.xml": CORE}), FileKind.XLSX, AUTHORS, id="workbook"),
        pytest.param(pack({"docProps/core.xml": CORE}), FileKind.PPTX, AUTHORS, id="slides"),
        pytest.param(pack({"meta.xml": META}), FileKind.ODT, AUTHORS, id="opendocument"),
        pytest.param(META.replace("document-meta", "document").encode(), FileKind.ODT, AUTHORS, id="flat"),
        pytest.param(pack({"a/b.opf": BOOK}), FileKind.EPUB, AUTHORS, id="book"),
        pytest.param(
            pdf(CreationDate="D:20240115100000+01'00'", ModDate="D:20250101000000Z", Author="Ann Lee; Bob Ray"),
            FileKind.PDF, AUTHORS, id="pdf",
        ),
        pytest.param(
            picture("JPEG", {0x0132: "2025:01:01 01:00:00", 0x013B: "Ann Lee;Bob Ray"},
                    {0x9003: "2024:01:15 10:00:00", 0x9011: "+01:00"}),
            FileKind.PICTURE, AUTHORS, id="photograph",
        ),
        pytest.param(
            picture("TIFF", {0x0132: "2024:01:15 09:00:00"}, {0x9010: "+00:00"}), FileKind.PICTURE, (), id="scan"
        ),
        pytest.param(
            compound_of({"\x05SummaryInformation": properties(
                p1=(2, struct.pack("<h", 1252)), p4=(30, struct.pack("<L", 8) + b"J\xfcrgen\0\0"),
                p12=(64, ticks(datetime(2001, 1, 1, tzinfo=UTC))),
                p13=(64, ticks(datetime(2024, 1, 15, 9, tzinfo=UTC))),
            )}),
            FileKind.XLS, ("Jürgen",), id="of before 2007",
        ),
    ],
)  # fmt: skip
def test_a_document_tells_when_it_was_saved_or_taken_and_who_wrote_it(data, kind, authors):
    assert find(data, kind) == (Origin(dated_ns=SENT, authors=authors),)


def test_an_outlook_message_tells_its_date_people_and_subject():
    def text(number: int) -> str:
        return f"__substg1.0_{number:04X}001F"

    sent = struct.pack(
        "<2HLQ", 0x0040, 0x0039, 0, int.from_bytes(ticks(datetime(2024, 1, 15, 9, tzinfo=UTC)), "little")
    )
    streams = {
        "__properties_version1.0": bytes(32) + sent,
        text(0x0037): "Miete".encode("utf-16-le"),
        text(0x0C1A): "Ann Lee".encode("utf-16-le"),
        text(0x0C1F): "ann@x.org".encode("utf-16-le"),
        text(0x0E04): "Lee, Bob; carl@z.org".encode("utf-16-le"),
        text(0x0E03): "Dora".encode("utf-16-le"),
    }
    assert find(compound_of(streams), FileKind.MSG) == (
        Origin(
            dated_ns=SENT,
            senders=("Ann Lee <ann@x.org>",),
            recipients=("Lee, Bob", "carl@z.org"),
            copied=("Dora",),
            subject="Miete",
        ),
    )


@pytest.mark.parametrize("kind", list(FileKind))
@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0" * 20, b"<office/>", b"II*\0" + b"\1" * 9]
)
def test_what_is_damaged_tells_nothing_and_is_left_to_its_reader(data, kind):
    assert all(origin == Origin() or origin for origin in find(data, kind))


@given(st.data())
def test_a_flipped_byte_costs_what_stands_there_alone(draw):
    whole = compound_of({"\x05SummaryInformation": properties(p4=(30, struct.pack("<L", 4) + b"Ann\0"))})
    at, value = draw.draw(st.integers(0, 1700)), draw.draw(st.integers(0, 255))
    for origin in find(whole[:at] + bytes([value]) + whole[at + 1 :], FileKind.XLS):
        assert len(origin.authors) <= 1


def test_a_list_of_values_that_says_to_be_endless_is_left_out():
    told = properties(p4=(30, struct.pack("<L", 4) + b"Ann\0"), p13=(0x101E, b"\xff\xff\xff\x7f"))
    found = find(compound_of({"\x05SummaryInformation": told}), FileKind.DOC)
    assert found == (Origin(authors=("Ann",)),)


def test_rich_text_tells_when_it_was_saved_last_in_the_zone_of_this_computer_and_by_whom():
    (origin,) = find(RICH, FileKind.RTF)
    assert origin.authors == ("Jürgen Lee",)
    assert origin.dated_ns == int(datetime(2024, 1, 15, 10, 30).timestamp()) * 10**9  # noqa: DTZ001


@pytest.mark.parametrize("said", [rb"\yr0\mo0\dy0", rb"\yr2024\mo13\dy40", rb"\yr99999", b""])
def test_a_date_of_rich_text_that_cannot_be_is_none(said):
    (origin, *_) = (*find(rb"{\rtf1{\info{\revtim" + said + rb"}{\author A}}x}", FileKind.RTF), None)
    assert origin is None or origin.dated_ns is None


def test_a_page_tells_when_it_was_published_and_by_whom():
    assert find(PAGE, FileKind.HTML) == (Origin(dated_ns=SENT, authors=AUTHORS),)


@pytest.mark.parametrize(
    "said",
    [
        'name="date" content="2024-01-15T09:00:00Z"',
        'http-equiv="Last-Modified" content="Mon, 15 Jan 2024 09:00:00 GMT"',
    ],
)
def test_a_page_tells_its_date_in_other_words(said):
    (origin,) = find(f"<meta {said}>Hello".encode(), FileKind.HTML)
    assert origin.dated_ns == SENT


def test_contacts_tell_when_the_latest_was_changed():
    assert find(CARDS, FileKind.VCF) == (Origin(dated_ns=SENT),)


@pytest.mark.parametrize("said", ["20240115T090000Z", "20240115T100000+01", "2024-01-15T10:00:00+01:00"])
def test_a_contact_tells_it_in_each_form_of_the_standard(said):
    card = f"BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nREV:{said}\nEND:VCARD\n".encode()
    assert find(card, FileKind.VCF) == (Origin(dated_ns=SENT),)
