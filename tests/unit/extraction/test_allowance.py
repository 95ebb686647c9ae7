"""Limits on large files, by kind."""

from __future__ import annotations

import pytest

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.file_reading import allow

MEGABYTE = 1_000_000


@pytest.mark.parametrize(
    ("head", "name", "kept", "hashed"),
    [
        (b"%PDF-1.7\n", "book.pdf", 300, 300),
        (b"%PDF-1.7\n", "book.txt", 300, 300),
        (b"PK\x03\x04" + bytes(100), "report.docx", 150, 150),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "sheet.xls", 64, 64),
        (b"{\\rtf1 text}", "letter.rtf", 20, 20),
        (b"<!doctype html><p>text", "page.html", 16, 16),
        (b"From: a@example.org\n\ntext", "mail.eml", 64, 64),
        (b"From a@example.org Mon Nov 23 09:00:00 2026\nSubject: x\n", "inbox.mbox", 64, 2000),
        (b"a line of a log\n" * 100, "server.log", 64, 2000),
        (b"a;b;c\n1;2;3\n", "table.csv", 64, 2000),
    ],
)
def test_the_beginning_tells_how_much_is_taken(head: bytes, name: str, kept: int, hashed: int) -> None:
    allowed = allow(head, name)
    assert (allowed.kept, allowed.hashed) == (kept * MEGABYTE, hashed * MEGABYTE)


def test_a_film_is_refused_by_its_beginning() -> None:
    with pytest.raises(ExtractionError) as caught:
        allow(b"\0\0\0\x18ftypmp42" + bytes(range(256)) * 200, "film.mp4")
    assert caught.value.reason == Reason.BINARY
