"""Contacts and calendars: folding, encodings, groups, structured values, and what in them is no text."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from findling.domain.files import BlockKind, Reason
from findling.errors import ExtractionError
from findling.extraction.parsing import parse
from findling.extraction.readers.content_lines import parse_lines
from findling.extraction.source import Source
from findling.formats import FileKind


def card(*lines: str | bytes, version: str = "3.0") -> bytes:
    encoded = [line if isinstance(line, bytes) else line.encode() for line in lines]
    return b"\r\n".join([b"BEGIN:VCARD", f"VERSION:{version}".encode(), *encoded, b"END:VCARD", b""])


def event(*lines: str) -> bytes:
    return "\r\n".join(
        ["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""]
    ).encode()


def read(data: bytes, name: str = "a.vcf") -> str:
    return parse(Source(data, name)).text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (card("N:Moor;Ann;;Dr.;MD", "FN:Dr. Ann Moor MD"), "Dr. Ann Moor MD"),
        (card("N:Moor;Ann;Zoe;;"), "Ann Zoe Moor"),
        (card("FN:Moor\\, Ann", "N:Moor;Ann"), "Moor, Ann"),
        (card("N:Van Dyke\\;Smith;Ann"), "Ann Van Dyke;Smith"),
        (card("FN:Ann", "N:Moor;Ann"), "Ann\n\nName: Ann Moor"),
        (card("ORG:Kelp\\, Ltd;Dive Shop"), "Kelp, Ltd, Dive Shop\n\nOrganisation: Kelp, Ltd, Dive Shop"),
        (card("FN:A", "NOTE:one\\ntwo\\, three\\\\four"), "A\n\nNote: one\ntwo, three\\four"),
        (card("FN:A", "NOTE:fol\r\n ded wo\r\n\trds"), "A\n\nNote: folded words"),
        (card("FN:A", "NOTE:folded at\r\n words", version="2.1"), "A\n\nNote: folded at words"),
        (card("FN:A", "item1.TEL:555", "item1.X-ABLabel:_$!<Home>!$_"), "A\n\nTelephone (Home): 555"),
        (card("FN:A", "item2.X-ABRELATEDNAMES:Bea", "item2.X-ABLabel:Aunt"), "A\n\nAbrelatednames (Aunt): Bea"),
        (card("FN:A", 'TEL;VALUE=uri;TYPE="cell,voice":tel:+49-170'), "A\n\nTelephone (cell): +49-170"),
        (card("FN:A", "TEL;CELL;PREF:0170", version="2.1"), "A\n\nTelephone (cell): 0170"),
        (card("FN:A", "TEL;X-Summer house:0170", version="2.1"), "A\n\nTelephone (Summer house): 0170"),
        (card("FN:A", 'EMAIL;TYPE=INTERNET;TYPE="Choir":a@x.example'), "A\n\nE-mail (Choir): a@x.example"),
        (card("FN:A", "RELATED;TYPE=spouse;VALUE=text:Bea"), "A\n\nRelated (spouse): Bea"),
        (card("FN:A", "ADR;TYPE=home:;;Elm St 5;Leeds;;LS1;UK"), "A\n\nAddress (home): Elm St 5, LS1 Leeds, UK"),
        (card("FN:A", "BDAY:19840229"), "A\n\nBirthday: 1984-02-29"),
        (card("FN:A", "CATEGORIES:friends,sea\\, air"), "A\n\nCategories: friends, sea, air"),
        (card("FN:A", "X-SKYPE-USERNAME:ann.moor"), "A\n\nSkype username: ann.moor"),
        (card("FN:A", "EMAIL:ann@x.example", "EMAIL:"), "A\n\nE-mail: ann@x.example"),
        (card("FN;CHARSET=ISO-8859-1:J\xf6rg".encode("latin-1"), version="2.1"), "Jörg"),
        (card("FN;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C0=ED=ED=E0", version="2.1"), "Анна"),
        (card("FN;QUOTED-PRINTABLE:J=F6rg", version="2.1"), "Jörg"),
        (card("FN;QUOTED-PRINTABLE:J=C3=B6=\r\nrg M=C3=BC=\r\n=C3=9Fig", version="2.1"), "Jörg Müßig"),
        (
            card("FN:A", "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo; three", version="2.1"),
            "A\n\nNote: one\ntwo; three",
        ),
        (card("FN;ENCODING=BASE64;CHARSET=UTF-8:SsO2cmc=", version="2.1"), "Jörg"),
        (card("FN:A", "NOTE:a line", "and one that is not folded"), "A\n\nNote: a line\nand one that is not folded"),
        (card("FN:A", "fn:B", "Note:x"), "A\n\nFn: B\nNote: x"),
    ],
)
def test_a_contact_is_read_as_its_program_shows_it(data, text):
    assert read(data) == text


@pytest.mark.parametrize(
    "wrap", [str.encode, lambda text: b"\xef\xbb\xbf" + text.encode(), lambda text: text.encode("utf-16")]
)
def test_marks_and_wide_encodings_are_known(wrap):
    assert read(wrap(card("FN:Jörg").decode())) == "Jörg"


PICTURE = base64.b64encode(bytes(range(256)) * 3).decode()


@pytest.mark.parametrize(
    "lines",
    [
        (f"PHOTO;ENCODING=b;TYPE=JPEG:{PICTURE}",),
        ("PHOTO;TYPE=JPEG;ENCODING=BASE64:", *(f" {PICTURE[at : at + 70]}" for at in range(0, 700, 70)), ""),
        ("PHOTO;JPEG;BASE64:" + PICTURE[:70], *(PICTURE[at : at + 70] for at in range(70, 700, 70)), ""),
        (f"PHOTO:data:image/jpeg;base64\\,{PICTURE}",),
        (f"KEY:data:application/pgp-keys;base64,{PICTURE}",),
        (f"X-UNHEARD;ENCODING=b:{PICTURE}",),
        ("UID:urn:uuid:4fbe8971", "REV:20200101T000000Z", "PRODID:-//x//y"),
        ("RELATED:urn:uuid:4fbe8971", "MEMBER:urn:uuid:4fbe8971"),
    ],
)
def test_pictures_and_keys_and_numbers_of_programs_are_no_text(lines):
    assert read(card("FN:Ann", *lines, "NOTE:last")) == "Ann\n\nNote: last"


def test_each_contact_of_a_file_is_a_part():
    extraction = parse(Source(card("FN:Ann") + card("FN:Bea"), "a.vcf"))
    assert (extraction.kind, extraction.title, extraction.text) == (FileKind.VCF, "", "Ann\n\nBea")
    assert [(block.kind, block.breaks) for block in extraction.blocks] == [(BlockKind.HEADING, True)] * 2
    assert parse(Source(card("FN:Ann"), "a.vcf")).title == "Ann"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["SUMMARY:Lunch\\, late"], "Lunch, late"),
        (
            [
                "SUMMARY:L",
                "DTSTART;TZID=Europe/Berlin:20170403T090000",
                "DTEND:20170403T1000Z",
                "LOCATION:Inn\\nby the sea",
            ],
            "L\n\nStart: 2017-04-03 09:00\nEnd: 2017-04-03 10:00 UTC\nPlace: Inn\nby the sea",
        ),
        (["SUMMARY:L", "DTSTART;VALUE=DATE:20170403"], "L\n\nStart: 2017-04-03"),
        (
            ["SUMMARY:L", "ORGANIZER;CN=Ann Moor:mailto:ann@x.example", 'ATTENDEE;CN="Bea; B":MAILTO:bea@x.example'],
            "L\n\nOrganiser: Ann Moor <ann@x.example>\nAttendee: Bea; B <bea@x.example>",
        ),
        (["SUMMARY:L", "DESCRIPTION:one\\n\\ntwo fol", " ded"], "L\n\none\n\ntwo folded"),
        (
            ["SUMMARY:L", "DESCRIPTION:the plan", "X-ALT-DESC;FMTTYPE=text/html:<p>the plan</p><p>of May</p>"],
            "L\n\nthe plan\n\nof May",
        ),
        (
            ["SUMMARY:L", "CATEGORIES:a,b\\,c", "RRULE:FREQ=DAILY", "UID:kelp", "X-UNHEARD:kelp"],
            "L\n\nCategories: a, b,c",
        ),
        (["SUMMARY:L", "ATTACH;ENCODING=BASE64;VALUE=BINARY;FILENAME=p.pdf:AAAA"], "L\n\nAttachment: p.pdf"),
        (["SUMMARY:L", "BEGIN:VALARM", "DESCRIPTION:L", "END:VALARM"], "L"),
        (["SUMMARY:L", "BEGIN:VALARM", "DESCRIPTION:Go!", "END:VALARM"], "L\n\nReminder: Go!"),
    ],
)
def test_an_event_is_read_as_its_program_shows_it(lines, text):
    assert read(event(*lines), "a.ics") == text


def test_a_calendar_has_a_name_and_parts_and_no_rules_of_time_zones():
    data = (
        b"BEGIN:VCALENDAR\nX-WR-CALNAME:Parish\nBEGIN:VTIMEZONE\nTZID:x\nBEGIN:STANDARD\nTZNAME:kelp\nCOMMENT:kelp\n"
        b"END:STANDARD\nEND:VTIMEZONE\nBEGIN:VTODO\nSUMMARY:Tune\nEND:VTODO\nBEGIN:VJOURNAL\nSUMMARY:Notes\n"
        b"DESCRIPTION:a\nDESCRIPTION:b\nEND:VJOURNAL\nEND:VCALENDAR\n"
    )
    extraction = parse(Source(data, "a.ics"))
    assert (extraction.title, extraction.text) == ("Parish", "Parish\n\nTune\n\nNotes\n\na\n\nb")
    assert [block.level for block in extraction.blocks if block.kind is BlockKind.HEADING] == [1, 2, 2]


def test_an_old_calendar_in_quoted_printable_is_read():
    data = (
        b"BEGIN:VCALENDAR\r\nVERSION:1.0\r\nBEGIN:VEVENT\r\nSUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:M=C3=BC=\r\n"
        b"hle\r\nDTSTART:20170403T090000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert read(data, "a.vcs") == "Mühle\n\nStart: 2017-04-03 09:00"


def test_nothing_but_a_frame_holds_no_text():
    with pytest.raises(ExtractionError) as caught:
        read(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", "a.ics")
    assert caught.value.reason == Reason.NO_TEXT


TEXTS = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=200)


@given(TEXTS, st.integers(1, 40))
def test_folding_and_escaping_are_undone(text, width):
    escaped = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").encode()
    folded = b"\r\n ".join(escaped[at : at + width] for at in range(0, len(escaped), width))
    (line,) = parse_lines(b"NOTE:" + folded + b"\r\n")
    assert line.text.strip(" ") == text.strip(" ")


@given(TEXTS)
def test_quoted_printable_is_undone(text):
    encoded = quopri.encodestring(text.strip().encode()).replace(b"\n", b"\r\n")
    (line,) = parse_lines(b"NOTE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + encoded + b"\r\n")
    assert line.value == text.strip()


@given(
    st.lists(
        st.sampled_from(
            [b"BEGIN:VCARD", b"END:VCARD", b"BEGIN:VEVENT", b"END:VEVENT", b"FN:x", b" y", b"=", b":", b"A;B=\xff:c"]
        )
    )
)
def test_no_order_of_lines_breaks_the_readers(lines):
    for name in ("a.vcf", "a.ics"):
        try:
            read(b"\n".join([b"BEGIN:VCARD", b"FN:always there", *lines]), name)
        except ExtractionError as error:
            assert error.reason == Reason.NO_TEXT  # noqa: PT017 - either outcome is right
