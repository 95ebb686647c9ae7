"""Messages saved by Outlook, from the shared collection since nothing here can write them."""

from __future__ import annotations

import pytest

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.readers import outlook
from findling.extraction.source import Source
from findling.formats import FileKind


def read(data: bytes):
    return outlook.read(Source(data, "a.msg"))


@pytest.mark.parametrize(
    ("name", "title", "lines"),
    [
        ("fake-email-with-cc-and-bcc.msg", "Fake email with cc and bcc recipients", ["Cc: steve@unstructured.io"]),
        ("testMSG_att_doc.msg", "test pièce jointe 1", ["Attachments: test-unicode.doc, pj1.txt", "contenu"]),
        ("fake-email-attachment.msg", "Fake email with attachment", ["Attachments: fake-attachment.txt", "Hello!"]),
    ],
)
def test_subject_fields_attachments_and_body(shared_data, name, title, lines):
    file = shared_data / "formats" / "set_A" / "files" / "msg" / name
    if not file.exists():
        pytest.skip(f"needs {name} (not in this set of ../shared/data)")
    extraction = read(file.read_bytes())
    assert (extraction.kind, extraction.title) == (FileKind.MSG, title)
    assert [block.kind for block in extraction.blocks[:2]] == [BlockKind.HEADING, BlockKind.META]
    assert set(lines) <= set(extraction.text.splitlines())


@pytest.mark.parametrize("data", [b"", b"no message", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2_000)])
def test_what_is_no_message_is_damaged(data):
    with pytest.raises(ExtractionError) as caught:
        read(data)
    assert caught.value.reason == Reason.DAMAGED
