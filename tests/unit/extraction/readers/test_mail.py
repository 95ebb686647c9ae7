"""Mails and mailboxes: their headers and texts, and limits on hostile ones."""

from __future__ import annotations

import base64
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.readers import mail
from findling.extraction.source import Source
from findling.formats import FileKind


def read(data: bytes, name: str = "a.eml"):
    return mail.read(Source(data, name))


def test_keywords_and_comments_stand_among_the_headers_and_are_found():
    message = letter()
    message["Keywords"], message["Comments"] = "kelp, =?utf-8?q?d=C3=BClse?=", "Ask the landlady"
    message["Keywords"] = "weir"
    text = read(message.as_bytes()).text
    assert "Keywords: kelp, dülse, weir\nComments: Ask the landlady" in text


def letter(subject: str = "Lunch", body: str = "At noon?") -> EmailMessage:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = subject, "Zoë <zoe@example.org>", "bob@example.org"
    message.set_content(body)
    return message


def test_subject_fields_and_body():
    extraction = read(letter("Lunch – Tuesday", "At noon?\n\nBest\nZoë").as_bytes())
    assert extraction.text == (
        "Lunch – Tuesday\n\nFrom: Zoë <zoe@example.org>\nTo: bob@example.org\n\nAt noon?\n\nBest\nZoë"
    )
    assert [block.kind for block in extraction.blocks] == [
        BlockKind.HEADING,
        BlockKind.META,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]
    assert (extraction.kind, extraction.title) == (FileKind.EML, "Lunch – Tuesday")


def test_html_is_read_where_it_is_alone():
    rich = EmailMessage()
    rich["Subject"] = "S"
    rich.set_content("<h1>Head</h1><p>rich words</p>", subtype="html")
    extraction = read(rich.as_bytes())
    assert extraction.text == "S\n\nHead\n\nrich words"
    assert [block.level for block in extraction.blocks] == [1, 2, 0]


def test_attachments_are_named_and_not_read():
    message = letter()
    message.add_attachment(b"secret", maintype="application", subtype="pdf", filename="Rechnung März.pdf")
    message.add_attachment("inner text", filename="notes.txt")
    text = read(message.as_bytes()).text
    assert "Attachments: Rechnung März.pdf, notes.txt" in text
    assert "inner text" not in text
    assert "secret" not in text


def test_a_forwarded_message_is_read_below_the_one_that_carries_it():
    message = letter("Fwd", "see below")
    message.add_attachment(letter("Original", "the first words"))
    extraction = read(message.as_bytes())
    headings = [(extraction.text[b.start : b.end], b.level) for b in extraction.blocks if b.kind is BlockKind.HEADING]
    assert headings == [("Fwd", 1), ("Original", 2)]
    assert "the first words" in extraction.text


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        (b"=?utf-8?B?" + base64.b64encode("Grüße".encode()) + b"?=", "Grüße"),
        (b"=?iso-8859-1?Q?Caf=E9?= =?iso-8859-1?Q?_au_lait?=", "Café au lait"),
        (b"Re: =?big5?B?pKSk5Q==?=", "Re: 中文"),
        ("Grüße".encode(), "Grüße"),
        (b"=?no-such-charset?Q?plain?=", "plain"),
        (b"=?utf-8?B?a?=", "=?utf-8?B?a?="),
        (b"folded\r\n over lines", "folded over lines"),
    ],
)
def test_subjects(raw, shown):
    assert read(b"Subject: " + raw + b"\r\n\r\nbody").title == shown


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: " + b"\r\n ".join([b"=?utf-8?B?aGVsbG8gd29ybGQ=?="] * 50_000) + b"\r\n\r\nbody",
        b"Subject: s\r\nContent-Type: text/plain" + b';a="b"' * 200_000 + b"\r\n\r\nbody",
    ],
    ids=["subject", "parameters"],
)
def test_headers_without_end_are_cut(data):
    assert read(data).text.endswith("body")


@pytest.mark.parametrize(
    "data",
    [
        b"Subject: s\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * 3_000 + b"\r\ntext",
        b"Subject: s\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 50_000,
    ],
    ids=["nested", "parts"],
)
def test_parts_without_end_are_cut_and_told(data):
    extraction = read(data)
    assert (extraction.title, extraction.reason) == ("s", Reason.PARTLY_READ)


def test_a_mailbox_has_a_page_for_each_message():
    box = b"".join(
        b"From a@example.org Mon Jun 01 10:00:00 2009\nSubject: %d\n\nFrom here on:\n>From me\n\n" % number
        for number in (1, 2)
    )
    extraction = read(box, "a.mbox")
    assert extraction.text == "1\n\nFrom here on:\nFrom me\n\n2\n\nFrom here on:\nFrom me"
    assert [(b.kind, b.level, b.page, b.breaks) for b in extraction.blocks[::2]] == [
        (BlockKind.HEADING, 2, 1, True),
        (BlockKind.HEADING, 2, 2, True),
    ]
    assert (extraction.kind, extraction.pages) == (FileKind.MBOX, 2)


def test_nothing_at_all_is_no_text():
    with pytest.raises(ExtractionError) as caught:
        read(b"\r\n\r\n")
    assert caught.value.reason == Reason.NO_TEXT


@given(
    st.lists(
        st.sampled_from(
            [
                b"Subject: x",
                b"Content-Type: multipart/mixed; boundary=b",
                b"--b",
                b"--b--",
                b"",
                b"Content-Type: message/rfc822",
                b"Content-Transfer-Encoding: base64",
                b"\xff\xfe",
                b"Content-Type: text/html; charset=x",
                b"From a 10:00",
                b"text",
            ]
        ),
        max_size=30,
    )
)
def test_no_order_of_lines_breaks_the_reader(lines):
    data = b"\n".join([b"Subject: always there", *lines])
    assert read(data, "a.mbox").text.strip()
