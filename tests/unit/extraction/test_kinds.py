"""Identification of files: content before name, and the reason where there is no text."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compounds import compound
from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.kinds import identify, is_text
from findling.format_table import kind_by_name
from findling.formats import FileKind
from zips import pack

HTML = b"<!DOCTYPE html><html><body>Hello</body></html>"
MAIL = b"Received: from a\r\n by b\r\nFrom: a@b.example\r\nSubject: Hi\r\n\r\nHello\r\n"
MBOX = b"From a@b.example Mon Jan  5 10:00:00 2026\nFrom: a@b.example\n\nHello\n"
SENT = b"DKIM-Signature: v=1\r\nX-Original-To: b@x.example\r\nFrom: a@b.example\r\nMIME-Version: 1.0\r\n\r\nHello\r\n"
VCARD = b"\r\nbegin:vcard\r\nFN:A\r\nend:vcard\r\n"
FLAT = (
    b'<?xml version="1.0"?><!-- x --><o:document xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    b' o:mimetype="application/vnd.oasis.opendocument.%s"><o:body/></o:document>'
)
DOCX = pack({"[Content_Types].xml": "<Types/>", "word/document.xml": "<w/>"})


def label(value) -> str:
    """Return the id of a test case without the bytes that depend on the time in a zip."""
    return "bytes" if isinstance(value, bytes) else str(value)


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"hello", "a.txt", FileKind.TEXT),
        (b"hello", "unknown.suffix", FileKind.TEXT),
        (b"hello", "README", FileKind.TEXT),
        (b"all:\n\tcc x.c", "Makefile", FileKind.CODE),
        (b"# Hi", "a.MD", FileKind.MARKDOWN),
        (b"import x", "a.py", FileKind.CODE),
        (b"a,b\n1,2", "a.csv", FileKind.CSV),
        (b"a\tb\n1\t2", "a.tsv", FileKind.TSV),
        (b"{}", "a.json", FileKind.JSON),
        (b"{}", "a.ipynb", FileKind.IPYNB),
        (b"<a/>", "a.xml", FileKind.XML),
        (HTML, "a.html", FileKind.HTML),
        (HTML, "a.xml", FileKind.HTML),
        (HTML, "a.txt", FileKind.TEXT),
        (HTML, "a.doc", FileKind.HTML),
        (HTML, "noname", FileKind.HTML),
        (b'<?xml version="1.0"?><a>b</a>', "noname", FileKind.XML),
        (b"#!/bin/sh\necho", "noname", FileKind.CODE),
        (MAIL, "noname", FileKind.EML),
        (MAIL, "a.eml", FileKind.EML),
        (b"From: here on it is prose", "noname", FileKind.TEXT),
        (b"Note: x\nFrom: here\non it is prose", "noname", FileKind.TEXT),
        (b"name: x\nversion: 1\nsubject: y\n", "noname", FileKind.TEXT),
        (b"From: Ann\nTo: Bob\nDate: today\n\nA note.", "note.txt", FileKind.TEXT),
        *(
            (SENT, name, FileKind.EML)
            for name in ("cur", "1.M2.mail.example.org", "a.txt", "a.msg", "5,S=9:2,S", "a.bak")
        ),
        *((MBOX, name, FileKind.MBOX) for name in ("Inbox", "Archive.2019", "a.txt")),
        *((b"X-Unheard: y\n" + MAIL, name, FileKind.EML) for name in ("noname", "a.emlx", "a.mht")),
        (b"12\n" + MAIL, "noname", FileKind.EML),
        (b">From a@b.example some day\n" + MAIL, "noname", FileKind.EML),
        *((VCARD, name, FileKind.VCF) for name in ("a.vcf", "noname", "a.txt", "a.vcs")),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "noname", FileKind.ICS),
        (b"anything", "a.ics", FileKind.ICS),
        *((FLAT % b"text", name, FileKind.ODT) for name in ("a.fodt", "a.xml", "noname", "a.txt")),
        (FLAT % b"spreadsheet", "a.fods", FileKind.ODS),
        (FLAT % b"presentation", "a.fodp", FileKind.ODP),
        (FLAT % b"graphics", "a.xml", FileKind.ODP),
        (FLAT % b"chart", "a.xml", FileKind.XML),
        (MBOX, "noname", FileKind.MBOX),
        (MBOX, "Inbox.mbox", FileKind.MBOX),
        (b"From the workspace of the mayor", "noname", FileKind.TEXT),
        (rb"{\rtf1 Hello}", "a.doc", FileKind.RTF),
        (b"junk\n%PDF-1.7\n", "a.docx", FileKind.PDF),
        (b"1 0 obj <<>> endobj", "headless.pdf", FileKind.PDF),
        (b"plain words", "wrong.pdf", FileKind.TEXT),
        (DOCX, "a.docx", FileKind.DOCX),
        (DOCX, "a.pdf", FileKind.DOCX),
        (DOCX[:-40], "cut.docx", FileKind.DOCX),
        (pack({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}), "a", FileKind.ODT),
        (pack({"mimetype": "application/vnd.oasis.opendocument.spreadsheet-template"}), "a.ots", FileKind.ODS),
        (pack({"mimetype": "application/epub+zip"}), "a.zip", FileKind.EPUB),
        (pack({"META-INF/container.xml": "<c/>"}), "a.epub", FileKind.EPUB),
        (pack({"ppt/presentation.xml": "<p/>"}), "a", FileKind.PPTX),
        (pack({"xl/workbook.bin": "x"}), "a.xlsb", FileKind.XLSX),
        (b"\x09\x02\x06\0\0\0\x10\0\0\0", "a.bin", FileKind.XLS),
        ("words in sixteen bits".encode("utf-16"), "a.txt", FileKind.TEXT),
        ("words in sixteen bits".encode("utf-16-be"), "a.txt", FileKind.TEXT),
        ("words in thirty-two bits".encode("utf-32-le"), "a.txt", FileKind.TEXT),
        ("日本語の文章です。".encode("iso2022_jp"), "a.txt", FileKind.TEXT),
    ],
    ids=label,
)
def test_content_first_then_name(data, name, kind):
    assert identify(data, name) is kind


def tarball(name: str = "a.txt", content: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w") as archive:
        member = tarfile.TarInfo(name)
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (gzip.compress(b"hello"), "a.txt.gz"),
        (bz2.compress(b"hello"), "a.txt"),
        (lzma.compress(b"hello"), "a.xz"),
        (tarball(), "a.tar"),
        (tarball("letter.pdf", b"%PDF-1.7 "), "a.tar"),
        (pack({"a.txt": "x"}), "a.zip"),
        (pack({"a.txt": "x"}), "a"),
        (pack({"a.txt": "x"})[:-30], "a.zip"),
        (pack({"word/letter.txt": "x", "xl/figures.txt": "x"}), "a.zip"),
        (pack({"letter.pdf": "%PDF-1.7 "}), "a.zip"),
    ],
    ids=label,
)
def test_a_package_that_is_no_document_is_an_archive(data, name):
    assert identify(data, name) is FileKind.ARCHIVE


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (b"", "a.txt", Reason.EMPTY),
        (b" \n\t", "a.txt", Reason.EMPTY),
        (b"fLaC\0\0\0\x22", "a.flac", Reason.BINARY),
        (b"fLaC\0\0\0\x22", "invoice.pdf", Reason.MISNAMED),
        (bytes(range(256)) * 8, "a.dat", Reason.BINARY),
        (bytes(range(256)) * 8, "a.docx", Reason.MISNAMED),
        (b"\0" * 4096, "sparse.bin", Reason.BINARY),
        (b"MZ\x90\0", "a.exe", Reason.BINARY),
        (pack({"a.txt": "x"}), "letter.docx", Reason.MISNAMED),
        (b"Rar!\x1a\x07", "a.rar", Reason.ARCHIVE),
        (pack({"META-INF/MANIFEST.MF": "x"}), "a.jar", Reason.ARCHIVE),
        (b"\xffWPC\x10\0\0\0", "a.wpd", Reason.LEGACY),
        (compound("MatOST", b"x"), "a.wps", Reason.LEGACY),
        (compound("CONTENTS", b"x"), "a.wps", Reason.LEGACY),
        (compound("CONTENTS", b"x"), "a.abc", Reason.UNSUPPORTED),
        (pack({"mimetype": "application/vnd.oasis.opendocument.base"}), "a.odb", Reason.UNSUPPORTED),
        (b"ITSF\3\0\0\0", "a.chm", Reason.UNSUPPORTED),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", Reason.DAMAGED),
    ],
    ids=label,
)
def test_what_has_no_text_is_refused_with_its_reason(data, name, reason):
    with pytest.raises(ExtractionError) as refusal:
        identify(data, name)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("docx/protected_upper_case.docx", Reason.ENCRYPTED),
        ("pptx/testPPT_protected_passtika.pptx", Reason.ENCRYPTED),
        ("hwp/testHWP_5.0.hwp", Reason.UNSUPPORTED),
    ],
)
def test_old_office_containers(shared_data, path, reason):
    with pytest.raises(ExtractionError) as refusal:
        identify((shared_data / "formats/set_A/files" / path).read_bytes(), path)
    assert refusal.value.reason == reason


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_any_words_are_text(words):
    assert is_text(words.encode())


@given(st.binary(max_size=200), st.sampled_from(["a.txt", "a.pdf", "a.docx", "a", "a.eml", "a.xls"]))
def test_no_bytes_make_it_fail_in_another_way(data, name):
    assert isinstance(_kind_or_reason(data, name), FileKind | Reason)


def _kind_or_reason(data, name):
    try:
        return identify(data, name)
    except ExtractionError as refusal:
        return Reason(refusal.reason)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.PDF", FileKind.PDF),
        ("a.xlsb", FileKind.XLSX),
        ("Makefile", FileKind.CODE),
        ("notes.md", FileKind.MARKDOWN),
        ("a.doc", FileKind.DOC),
        ("song.flac", None),
        ("no ending", None),
    ],
)
def test_a_name_promises_a_kind_or_nothing(name, kind):
    assert kind_by_name(name) is kind


@pytest.mark.parametrize(
    ("last", "kind"),
    [(b"<html>", FileKind.HTML), (b"<body>", FileKind.HTML), (b"<else>", FileKind.XML), (b"<document>", FileKind.XML)],
)
def test_many_comments_before_the_first_element_do_not_hold_it_up(last, kind):
    # If each could end at the end of any later one as well, there would be more ways than anybody can try.
    data = b'<?xml version="1.0"?>\n' + b"<!-- one of many -->\n" * 200 + last
    assert identify(data, "a.xml") is kind
    assert identify(data, "a") is kind
