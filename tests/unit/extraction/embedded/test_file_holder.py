"""Files inside mails, PDFs and archives are found with their bytes, and why one is not to be had is said."""

from __future__ import annotations

import binascii
import bz2
import gzip
import io
import lzma
import struct
import zipfile
from email.message import EmailMessage

import pytest

from compounds import compound
from containers import mail, mailbox, native, office, packaged, pdf, rich_text, tar
from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.embedded import archive_members, file_holder
from findling.extraction.embedded.file_holder import FileHolder, open_holder
from findling.extraction.kinds import identify
from findling.extraction.source import Source
from madepapers import odt, word
from zips import pack


def hold(data: bytes, name: str) -> FileHolder:
    return open_holder(Source(data, name), identify(data, name))


def contents(data: bytes, name: str) -> dict[str, bytes]:
    return {each: entry.unpack() for each, entry in hold(data, name).entries.items()}


def inner_mail() -> EmailMessage:
    inner = EmailMessage()
    inner["Subject"] = "The older one 10/12"
    inner.set_content("I attach it again.")
    inner.add_attachment(b"old", maintype="application", subtype="pdf", filename="old.pdf")
    return inner


@pytest.mark.parametrize(
    ("data", "name", "found"),
    [
        (mail("Re: the house", {"a.pdf": "one", "b.txt": "two"}), "a.eml", {"a.pdf": b"one", "b.txt": b"two"}),
        (mail("Twice", {"": b"x"}), "a.eml", {"application-octet-stream": b"x"}),
        (b"Subject: Old\n\nSee below.\n\nbegin 644 a b.txt\n" + binascii.b2a_uu(b"one") + b"`\nend\n\nBye\n", "a.eml",
         {"a b.txt": b"one"}),
        (mail("Fwd", {"new.pdf": b"new"}, inner=inner_mail()), "a.eml",
         {"new.pdf": b"new", "The older one 10-12/old.pdf": b"old"}),
        (mailbox(mail("One", {"a.txt": "1"}), mail("Two", {}), mail("One", {"a.txt": "3"})), "a.mbox",
         {"One/a.txt": b"1", "One/a (2).txt": b"3"}),
        (pdf("Cover", {"a.csv": b"1,2", "b.txt": b"two"}), "a.pdf", {"a.csv": b"1,2", "b.txt": b"two"}),
        (office(word(), "word/embeddings", {"oleObject1.bin": packaged("list.csv", b"1,2"), "Sheet1.xlsx": "x",
                                            "oleObject2.bin": compound("CONTENTS", b"%PDF-1.7 "),
                                            "oleObject3.bin": compound("Equation Native", b"x")}), "a.docx",
         {"list.csv": b"1,2", "Sheet1.xlsx": b"x", "oleObject2.pdf": b"%PDF-1.7 ".ljust(4096, b"\0")}),
        (rich_text("Words", ("Package", native("list.csv", b"1,2")),
                   ("Word.Document.8", compound("WordDocument", b"x")),
                   ("Equation.3", compound("Equation Native", b"x"))), "a.rtf",
         {"list.csv": b"1,2", "object2.doc": compound("WordDocument", b"x")}),
        (office(odt(), "Embedded", {"Object 1": packaged("list.csv", b"1,2")}), "a.odt", {"list.csv": b"1,2"}),
        (pack({"d/a.txt": "one", "../b.txt": "two", "__MACOSX/._a": "x"}), "a.zip",
         {"d/a.txt": b"one", "b.txt": b"two"}),
        (tar({"d/a.txt": "one", "/b.txt": "two"}), "a.tar", {"d/a.txt": b"one", "b.txt": b"two"}),
        (tar({"a.txt": "one"}, "w:gz"), "a.tgz", {"a.txt": b"one"}),
        (tar({"a.txt": "one"}, "w:bz2"), "a.tar.bz2", {"a.txt": b"one"}),
        (tar({"a.txt": "one"}, "w:xz"), "a.tar.xz", {"a.txt": b"one"}),
        (gzip.compress(b"one", mtime=0), "letter.txt.gz", {"letter.txt": b"one"}),
        (bz2.compress(b"one"), "letter.txt.bz2", {"letter.txt": b"one"}),
        (lzma.compress(b"one"), "letter.txt.xz", {"letter.txt": b"one"}),
    ],
)  # fmt: skip
def test_files_inside_a_file_are_found_with_their_bytes(data, name, found):
    assert contents(data, name) == found


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("msg/fake-email-attachment.msg", ["fake-attachment.txt"]),
        ("msg/testMSG_att_doc.msg", ["test-unicode.doc", "pj1.txt"]),
        ("xls/testWPSAttachment.xls", ["TXT.txt", "PDF.pdf", "XML.xml"]),
        ("xls/testExcel_embeddedPDF.xls", ["object1.pdf"]),
        ("archive/testZipEntryNameCharsetShiftSJIS.zip", ["文章1.txt", "文章2.txt"]),
    ],
)
def test_files_inside_what_nothing_here_can_write_are_found(shared_data, place, found):
    path = shared_data / "formats/set_A/files" / place
    if not path.exists():
        pytest.skip(f"needs {place} (not in this set of ../shared/data)")
    holder = hold(path.read_bytes(), path.name)
    assert list(holder.entries) == found
    assert all(len(entry.unpack()) == entry.size for entry in holder.entries.values())


def test_an_entry_tells_when_its_content_is_another_and_when_it_was_written():
    one, same, other = (
        hold(data, "a.eml").entries["a.txt"].to_stat(7)
        for data in (mail("A", {"a.txt": "1"}), mail("Of another subject", {"a.txt": "1"}), mail("A", {"a.txt": "2"}))
    )
    assert one == same
    assert one.inode != other.inode
    assert one.mtime_ns == 1_583_229_600 * 10**9


def test_names_of_a_zip_are_read_in_utf8_and_in_the_code_page_of_dos():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("Grüße.txt", "x")
    data = stream.getvalue()
    plain = data.replace(struct.pack("<H", 0x800), b"\0\0").replace("Grüße".encode(), "Grüße".encode("cp437") + b"..")
    assert list(contents(data, "a.zip")) == ["Grüße.txt"]
    assert list(contents(data.replace(struct.pack("<H", 0x800), b"\0\0"), "a.zip")) == ["Grüße.txt"]
    assert list(contents(plain, "a.zip")) == ["Grüße...txt"]


def encrypted(data: bytes) -> bytes:
    """Set the bit that says that a member is encrypted (APPNOTE.TXT 4.4.4), in both of its headers."""
    return data.replace(b"PK\3\4\x14\0\0", b"PK\3\4\x14\0\1").replace(b"PK\1\2\x14\3\x14\0\0", b"PK\1\2\x14\3\x14\0\1")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (encrypted(pack({"a.txt": "one"})), Reason.ENCRYPTED),
        (pack({"a.txt": b"\0" * 33_000_000}), Reason.UNPACKS_TOO_LARGE),
        (pack({"a.txt": "one"}).replace(b"\xcb\xcf", b"\xff\xff"), Reason.DAMAGED),
    ],
    ids=["encrypted", "bomb", "damaged"],
)
def test_a_member_that_cannot_be_had_says_why_and_costs_no_other(data, reason):
    entry = hold(data, "a.zip").entries["a.txt"]
    with pytest.raises(ExtractionError) as refusal:
        entry.unpack()
    assert refusal.value.reason is reason


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (gzip.compress(b"one", mtime=0)[:5], "a.gz", Reason.DAMAGED),
        (b"\x1f\x8b" + b"\xff" * 50, "a.gz", Reason.DAMAGED),
        (b"PK\3\4" + b"\xff" * 50, "a.zip", Reason.DAMAGED),
    ],
)
def test_an_archive_of_which_nothing_can_be_had_is_refused(data, name, reason):
    with pytest.raises(ExtractionError) as refusal:
        hold(data, name)
    assert refusal.value.reason == reason


def test_a_zip_that_tells_of_a_million_members_is_refused_before_they_are_listed():
    data = bytearray(pack({"a.txt": "x"}))
    end = data.rfind(b"PK\5\6")
    data[end + 8 : end + 12] = b"\xff\xff\xff\xff"
    with pytest.raises(ExtractionError) as refusal:
        hold(bytes(data), "a.zip")
    assert refusal.value.reason is Reason.TOO_MANY_PARTS


def test_of_a_zip_without_its_directory_the_members_are_found_and_it_is_said():
    holder = hold(pack({"a.txt": "one", "b.txt": "two"})[:-40], "a.zip")
    assert {name: entry.unpack() for name, entry in holder.entries.items()} == {"a.txt": b"one", "b.txt": b"two"}
    assert holder.shortfall is not None
    assert holder.shortfall.reason is Reason.DAMAGED


def test_of_a_tar_that_breaks_off_the_whole_members_are_found_and_it_is_said():
    data = tar({"a.txt": "one", "b.txt": "two" * 2_000})
    holder = hold(data[:2_000], "a.tar")
    assert list(holder.entries) == ["a.txt"]
    assert holder.shortfall is not None
    assert holder.shortfall.reason is Reason.DAMAGED


def test_of_what_unpacks_to_too_much_the_beginning_is_found_and_it_is_said(monkeypatch):
    monkeypatch.setattr(archive_members, "UNPACKED_LIMIT", 4_096)
    holder = hold(tar({"a.txt": "one", "b.txt": "two" * 2_000}, "w:gz"), "a.tgz")
    assert list(holder.entries) == ["a.txt"]
    assert holder.shortfall is not None
    assert holder.shortfall.reason is Reason.DAMAGED


@pytest.mark.parametrize(
    ("limit", "reason"), [("FILES_LIMIT", "too-many-parts"), ("LISTED_SIZE_LIMIT", "unpacks-too-large")]
)
def test_beyond_the_limits_no_more_files_are_listed_and_it_is_said(monkeypatch, limit, reason):
    monkeypatch.setattr(file_holder, limit, 2)
    holder = hold(pack({"a": "1", "b": "2", "c": "3"}), "a.zip")
    assert list(holder.entries) == ["a", "b"]
    assert holder.shortfall is not None
    assert holder.shortfall.reason == reason
