"""Parts of mails: alternatives by what they say, nested multiparts, reports, saved pages, and what is not read."""

from __future__ import annotations

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import Reason
from findling.extraction.parsing import parse
from findling.extraction.readers import mail
from findling.extraction.source import Source
from findling.formats import FileKind
from findling.messages.system_templates import SystemMessage

HEAD = b"From: Ann <ann@example.org>\nTo: bob@example.org\nSubject: S\nMIME-Version: 1.0\n"
ATTACHED = b"Content-Disposition: attachment\n"


def part(kind: str, content: str | bytes, headers: bytes = b"") -> bytes:
    data = content.encode() if isinstance(content, str) else content
    return f"Content-Type: {kind}\n".encode() + headers + b"\n" + data


def multipart(kind: str, *parts: bytes, level: int = 0) -> bytes:
    edge = f"edge{level}".encode()
    body = b"".join(b"--" + edge + b"\n" + each + b"\n" for each in parts)
    return b'Content-Type: multipart/%s; boundary="%s"\n\n%s--%s--\n' % (kind.encode(), edge, body, edge)


def body(message: bytes, name: str = "a.eml") -> str:
    """Return what is read of a message below its headers."""
    text = mail.read(Source(HEAD + message, name)).text
    return text.partition("bob@example.org")[2].strip()


def alternatives(plain: str, markup: str) -> str:
    return body(multipart("alternative", part("text/plain", plain), part("text/html", markup)))


LETTER = "Dear all,\n\nthe meeting is at ten o'clock in the small hall. Bring the *figures* of May.\n\n-- \nAnn"
MARKUP = (
    "<html><head><style>p {{color: red}}</style></head><body><p>Dear all,</p><p>the meeting is at ten o’clock in the"
    " small&nbsp;hall. Bring the <b>fig&shy;ures</b> of May.{}</p>{}<p>Ann</p></body></html>"
)


def test_what_both_forms_say_is_read_once():
    assert alternatives(LETTER, MARKUP.format("", "")) == LETTER.replace("-- \n", "--\n")


def test_of_the_other_form_that_is_read_which_says_more():
    text = alternatives(LETTER, MARKUP.format("", "<p>The budget is 400 euros.</p>"))
    assert text == LETTER.replace("-- \n", "--\n") + "\n\nThe budget is 400 euros."


@pytest.mark.parametrize(
    "stub",
    [
        "No text.",
        "Diese Nachricht ist nur als HTML zu lesen.",
        "https://news.example/5f3a91",
        "Ihr Programm zeigt nur Text. " * 40,
        "このメールはHTML形式です。",
        "",
    ],
)
def test_a_plain_form_that_stands_in_for_the_other_hides_nothing(stub):
    text = alternatives(stub, "<h1>Ladder</h1><p>The third rung of the ladder may break.</p>")
    assert text.startswith("Ladder\n\nThe third rung of the ladder may break.")
    assert text.endswith(stub.strip())


def test_an_html_form_that_stands_in_for_the_other_hides_nothing():
    text = alternatives("The third rung of the ladder may break.", "<p>See below</p>")
    assert "The third rung" in text


def test_a_sentence_of_known_words_is_told_from_the_same_sentence():
    assert "It is not paid by Ann" in alternatives(
        "By Ann it is said: the rent is paid, but not on time.", "<p>By Ann it is said: the rent is paid, but not on"
        " time.</p><p>It is not paid by Ann</p>"
    )  # fmt: skip


def test_lines_of_scripts_without_spaces_may_end_anywhere():
    assert (
        alternatives("会議は十時に小さ\nいホールで開かれます", "<p>会議は十時に小さいホールで開かれます</p>").count(
            "ホール"
        )
        == 1
    )


def test_the_order_of_the_forms_does_not_matter():
    swapped = body(
        multipart("alternative", part("text/html", "<p>See the rungs</p>"), part("text/plain", "See the rungs"))
    )
    assert swapped == "See the rungs"


def test_what_hangs_on_one_of_the_forms_is_named():
    rich = multipart(
        "mixed", part("text/html", "<p>hello world</p>"), part("application/pdf; name=r.pdf", "x", ATTACHED), level=1
    )
    assert (
        body(multipart("alternative", part("text/plain", "hello world"), rich)) == "Attachments: r.pdf\n\nhello world"
    )


@pytest.mark.parametrize(
    ("leaf", "text"),
    [
        (part("text/enriched", "<bold>Now</bold> <<here><param>x</param>"), "Now <here>"),
        (part("text/rtf", r"{\rtf1 rich {\b words}}"), "rich words"),
        (part("text/x-amp-html", "<p>quick</p>"), "quick"),
        (part("application/xhtml+xml", "<html xmlns='http://www.w3.org/1999/xhtml'><p>strict</p></html>"), "strict"),
        (part("text/html", b'<meta charset="windows-1251"><p>' + "Привет".encode("cp1251")), "Привет"),
        (part("text/vcard", "BEGIN:VCARD\nFN:Ann Moor\nTEL:5550117\nEND:VCARD"), "Ann Moor\n\nTelephone: 5550117"),
        (part("text/calendar", "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Lu\n nch\nEND:VEVENT\nEND:VCALENDAR"), "Lunch"),
        (part("text/plain; format=flowed", "one \ntwo\n> three \n> four\n\nfive"), "one two\n> three four\n\nfive"),
        (part("text/plain; format=flowed; delsp=yes", "to \nday"), "today"),
        (part("text/markdown; name=notes.md", "# inline"), "# inline"),
        (part("text/css", "p {color: red}"), ""),
        (part("text/javascript", "var kelp"), ""),
        (part("multipart/mixed", "no boundary"), "no boundary"),
    ],
)
def test_each_kind_of_text_is_read_as_what_it_is(leaf, text):
    assert body(multipart("mixed", leaf)) == text


def test_a_report_is_read_field_by_field():
    status = part(
        "message/delivery-status", "Reporting-MTA: dns; x\n\nFinal-Recipient: rfc822; eve@example.org\nStatus: 5.1.1\n"
    )
    text = body(multipart("report", part("text/plain", "Not delivered."), status))
    assert text == "Not delivered.\n\nReporting-MTA: dns; x\n\nFinal-Recipient: rfc822; eve@example.org\nStatus: 5.1.1"


@pytest.mark.parametrize("encoding", ["7bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("kind", ["message/rfc822", "message/global"])
def test_a_message_inside_is_read_in_any_transfer_encoding(kind, encoding):
    inner = "Subject: Über\nContent-Type: text/plain; charset=utf-8\n\ninner wörds".encode()
    encode = {
        "7bit": bytes,
        "base64": base64.encodebytes,
        "quoted-printable": lambda data: data.replace(b"\xc3", b"=C3"),
    }
    message = part(kind, encode[encoding](inner), f"Content-Transfer-Encoding: {encoding}\n".encode())
    assert body(multipart("mixed", part("text/plain", "outer"), message)) == "outer\n\nÜber\n\ninner wörds"


def test_messages_of_a_digest_are_read():
    digest = multipart("digest", b"\nSubject: one\n\nfirst", b"\nSubject: two\n\nsecond")
    assert body(digest) == "one\n\nfirst\n\ntwo\n\nsecond"


def test_attachments_are_said_not_to_be_searched():
    message = multipart(
        "mixed",
        part("text/plain", "words"),
        part("application/pdf", "x", b'Content-Disposition: attachment; filename="=?utf-8?q?M=C3=A4rz?=.pdf"\n'),
        part("text/plain; name=b.txt", "kelp", ATTACHED),
        part("message/rfc822", "Subject: i\nContent-Type: application/zip\n\nx"),
    )
    extraction = parse(Source(HEAD + message, "a.eml"))
    assert (extraction.reason, extraction.detail) == (
        Reason.ATTACHMENTS,
        SystemMessage.PLAIN(text="März.pdf, b.txt, application/zip"),
    )
    assert "kelp" not in extraction.text
    assert not extraction.is_cut
    assert not extraction.wholeness.is_impaired


def test_a_file_written_into_the_text_is_an_attachment_and_no_text():
    extraction = parse(Source(b"Subject: Old\n\nSee below.\n\nbegin 644 a.txt\n#;VYE\n`\nend\n\nBye\n", "a.eml"))
    assert extraction.reason is Reason.ATTACHMENTS
    assert extraction.detail == SystemMessage.PLAIN(text="a.txt")
    assert "VYE" not in extraction.text
    assert extraction.text.endswith("See below.\n\nBye")


def test_words_like_the_marks_of_a_file_in_a_text_are_text():
    assert body(b"Subject: s\n\nbegin 644 words\nof ours\nend\n").endswith("begin 644 words\nof ours\nend")


def test_a_picture_that_a_page_shows_is_no_attachment():
    page = multipart("related", part("text/html", "<p>x<img src=cid:1>"), part("image/png; name=logo.png", "x"))
    extraction = mail.read(Source(HEAD + page, "a.eml"))
    assert (extraction.reason, "logo.png" in extraction.text) == (None, False)


@pytest.mark.parametrize("name", ["page.mht", "page.mhtml", "page", "page.unknown"])
def test_of_a_saved_page_the_page_is_read_and_not_what_it_is_made_of(name):
    page = multipart(
        "related",
        part(
            "text/html; charset=utf-8",
            "<style>kelp{}</style><h1>The old M=C3=BChle</h1>",
            b"Content-Transfer-Encoding: quoted-printable\n",
        ),
        part("text/css; charset=utf-8", "@import kelp", b"Content-Location: cid:css\n"),
        part("application/x-javascript", "kelp()"),
        part("text/javascript", "kelp()"),
        part("font/woff2", "kelp"),
        part("image/svg+xml", "<svg>kelp</svg>"),
        part("text/html", "<p>In a frame</p>", b"Content-Location: http://x.example/frame\n"),
    )
    data = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: http://x.example/\nSubject: S\nMIME-Version: 1.0\n" + page
    )
    extraction = parse(Source(data, name))
    assert extraction.text == "S\n\nFrom: <Saved by Blink>\n\nThe old Mühle\n\nIn a frame"
    assert extraction.reason is None


MESSAGE = b"From: a@example.org\nSubject: Shed\nContent-Transfer-Encoding: quoted-printable\n\nDer Schl=C3=BCssel\n"
PLIST = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "x" "y">\n<plist version="1.0"><dict/></plist>\n'
)


@pytest.mark.parametrize(
    "data",
    [
        b"%d       \n%s%s" % (len(MESSAGE), MESSAGE, PLIST),
        b"%d\r\n%s%s" % (len(MESSAGE), MESSAGE.replace(b"\n", b"\r\n"), PLIST),
        b"99999\n" + MESSAGE + PLIST,
        b"5\n" + MESSAGE + PLIST,
        b"%d\n%s" % (len(MESSAGE), MESSAGE),
        MESSAGE,
        b"\n\n" + MESSAGE,
        b">From a@example.org some day\n" + MESSAGE,
        b"\xef\xbb\xbf" + MESSAGE,
        MESSAGE.decode().encode("utf-16"),
    ],
    ids=[
        "whole",
        "other line ends",
        "too long",
        "too short",
        "no list",
        "bare",
        "blank lines",
        "envelope",
        "mark",
        "wide",
    ],
)
@pytest.mark.parametrize("name", ["5.emlx", "5.partial.emlx", "5"])
def test_a_mail_of_apple_mail_is_read_without_what_stands_around_it(data, name):
    assert parse(Source(data, name)).text == "Shed\n\nFrom: a@example.org\n\nDer Schlüssel"


@st.composite
def nested(draw, level: int = 0):
    """A tree of multiparts, and the words of its plain leaves."""
    if level == 4 or draw(st.booleans()):
        words = " ".join(draw(st.lists(st.text("abcdefgh", min_size=5, max_size=7), min_size=1, max_size=3)))
        kind = draw(st.sampled_from(["text/plain", "text/plain; charset=utf-8; format=flowed", "text/html"]))
        return part(kind, words), {f"{words}"}
    inner = draw(st.lists(nested(level + 1), min_size=1, max_size=3))
    kind = draw(st.sampled_from(["mixed", "alternative", "related", "signed", "parallel", "unheard-of"]))
    return multipart(kind, *(each for each, _ in inner), level=level), set().union(*(words for _, words in inner))


@given(nested())
def test_however_parts_are_nested_each_word_is_found(tree):
    message, leaves = tree
    found = set(re.findall(r"\w+", body(message)))
    assert found >= {word for words in leaves for word in words.split()}


@pytest.mark.parametrize(
    ("before", "after", "read"),
    [
        (b"This is a multi-part message in MIME format.", b"", "inner"),
        (b"Please read the letter below.", b"", "Please read the letter below.\n\ninner"),
        (b"", b"Leave this list at any time.", "inner\n\nLeave this list at any time."),
        (b"", b"----", "inner"),
        ("Grüße zuvor.".encode("latin-1"), b"", "Grüße zuvor.\n\ninner"),
    ],
)
def test_what_stands_around_the_parts_of_a_mail_is_read(before, after, read):
    head, _, parts = multipart("mixed", part("text/plain", "inner")).partition(b"\n\n")
    message = head + b"\n\n" + before + b"\n" + parts + after + b"\n"
    assert body(message) == read


def test_two_mails_with_other_words_around_their_parts_differ():
    head, _, parts = multipart("mixed", part("text/plain", "inner")).partition(b"\n\n")
    one, other = (
        parse(Source(HEAD + head + b"\n\n" + parts + after + b"\n", "a.eml")).wholeness
        for after in (b"Leave on Monday.", b"Leave on Friday.")
    )
    assert one.objects != other.objects


MARK = b"\1\1\1\1\n"


@pytest.mark.parametrize("name", ["a.mbox", "a.mbx", "inbox"])
@pytest.mark.parametrize("envelope", [b"", b"From ann@example.org Mon Jan  5 10:00:00 2026\n"])
def test_a_mailbox_with_lines_of_control_characters_around_its_messages_is_read(name, envelope):
    first, second = (MARK + envelope + HEAD + b"\n" + words + b"\n" + MARK for words in (b"one", b"two"))
    extraction = parse(Source(first + second, name))
    assert (extraction.kind, extraction.pages) == (FileKind.MBOX, 2)
    assert [
        block.page for block in extraction.blocks if extraction.text[block.start : block.end] in ("one", "two")
    ] == [1, 2]


def test_even_the_shortest_message_makes_a_mailbox():
    assert parse(Source(MARK + b"From: a\n\nb\n" + MARK, "a.mbox")).kind is FileKind.MBOX
