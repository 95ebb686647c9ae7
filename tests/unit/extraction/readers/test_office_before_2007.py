"""Word and PowerPoint files of before 2007 are read in full, and damaged ones give a reason."""

from __future__ import annotations

import contextlib
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compounds import compound_of
from findling.domain.files import BlockKind, Extraction, Reason, Unread
from findling.errors import ExtractionError
from findling.extraction.audits.compound_audit import audit
from findling.extraction.inventory import Inventory
from findling.extraction.parsing import parse
from findling.extraction.readers.office_art import read_pictures
from findling.extraction.readers.workbook_notes import find_notes
from findling.extraction.source import Source
from findling.formats import FileKind
from growth import assert_linear

HEADING, ROW, ROW_END, PLAIN = b"\x01\0", b"\0\0\x16\x24\x01", b"\0\0\x16\x24\x01\x17\x24\x01", b"\0\0"


def word(
    body: str,
    *,
    notes: str = "",
    headers: str = "",
    comments: str = "",
    flags: int = 0x0200,
    styles: list[bytes] | None = None,
    deleted: tuple[int, int] | None = None,
    narrow: bool = False,
    properties: bytes = b"",
    picture: bytes = b"",
    drawings: bytes = b"",
) -> bytes:
    """Return a document in one piece; `styles` has what is said of each of its paragraphs, by their ends.

    Its first character is a picture if there is one, and `drawings` float.
    """
    text = body + notes + headers + comments
    start = 0x800
    data = text.encode("cp1252" if narrow else "utf-16-le")
    width = 1 if narrow else 2
    fib = bytearray(start)
    struct.pack_into("<HH", fib, 0, 0xA5EC, 0xC1)
    struct.pack_into("<H", fib, 0x0A, flags)
    struct.pack_into("<3L4x4L", fib, 0x4C, len(body), len(notes), len(headers), len(comments), 0, 0, 0)
    offset = (2 * start) | 0x4000_0000 if narrow else start
    pieces = b"\2" + struct.pack("<L2L2sLH", 16 + 4, 0, len(text), b"\0\0", offset, 0)
    table = pieces
    pages = [bytes(fib), data + bytes(-len(data) % 512)]

    def add_page(which: int, page: bytes) -> None:
        nonlocal table
        number = sum(map(len, pages)) // 512
        pages.append(page)
        struct.pack_into("<2L", fib, which, len(table), 12)
        table += struct.pack("<3L", start, start + len(data), number)

    if styles is not None:
        ends = [at + 1 for at, sign in enumerate(text) if sign in "\r\7"]
        add_page(0x102, _paragraphs([start + width * end for end in (0, *ends)][: len(styles) + 1], styles))
    if deleted is not None:
        first, last = (start + width * each for each in deleted)
        add_page(0xFA, _characters([start, first, last], b"\0\x08\1"))
    if picture:
        add_page(0xFA, _characters([start, start, start + width], b"\3\x6a" + struct.pack("<L", 4)))
    if drawings:
        struct.pack_into("<2L", fib, 0x22A, len(table), len(drawings))
        table += drawings
    struct.pack_into("<2L", fib, 0x1A2, 0, len(pieces))
    pages[0] = bytes(fib)
    told = {"\x05SummaryInformation": properties} if properties else {}
    told |= {"Data": b"\0\0\0\0" + picture} if picture else {}
    return compound_of({"WordDocument": b"".join(pages), "1Table": table} | told)


def summary(title: str) -> bytes:
    """Return a property set of [MS-OLEPS] with a title."""
    text = title.encode() + b"\0"
    value = struct.pack("<2L", 30, len(text)) + text + bytes(-len(text) % 4)
    section = struct.pack("<4L", 16 + len(value), 1, 2, 16) + value
    return struct.pack("<2HL16sL16sL", 0xFFFE, 0, 0, bytes(16), 1, bytes(16), 48) + section


def _paragraphs(offsets: list[int], styles: list[bytes]) -> bytes:
    page, at = bytearray(512), 510
    page[511] = len(styles)
    struct.pack_into(f"<{len(offsets)}L", page, 0, *offsets)
    for number, style in enumerate(styles):
        told = style + bytes((len(style) + 1) % 2)
        at = (at - len(told) - 1) // 2 * 2
        page[at] = (len(told) + 1) // 2
        page[at + 1 : at + 1 + len(told)] = told
        page[4 * len(offsets) + 13 * number] = at // 2
    return bytes(page)


def _characters(offsets: list[int], told: bytes) -> bytes:
    page = bytearray(512)
    page[511] = len(offsets) - 1
    struct.pack_into(f"<{len(offsets)}L", page, 0, *offsets)
    page[4 * len(offsets) + 1] = 500 // 2
    page[500 : 501 + len(told)] = bytes([len(told)]) + told
    return bytes(page)


def record(kind: int, content: bytes = b"", *, instance: int = 0, holds: bool = False) -> bytes:
    return struct.pack("<2HL", instance << 4 | (0xF if holds else 0), kind, len(content)) + content


def shown(kind: int, text: str) -> bytes:
    """Return a text of a kind: 0 a title, 1 a body, 4 another."""
    wide = record(0x0FA0, text.encode("utf-16-le"))
    return record(0x0F9F, struct.pack("<L", kind)) + (record(0x0FA8, text.encode()) if text.isascii() else wide)


def box(kind: int, text: str, *, is_prompt: bool = False) -> bytes:
    prompt = record(0xF011, record(0x0BC3, bytes(8)), holds=True) if is_prompt else b""
    return record(0xF004, prompt + record(0xF00D, shown(kind, text), holds=True), holds=True)


def drawn(*boxes: bytes) -> bytes:
    return record(0x040C, record(0xF002, record(0xF003, b"".join(boxes), holds=True), holds=True), holds=True)


def described(said: str) -> bytes:
    """Return a shape of which something is said, behind the name and a list of points that it has as well."""
    name, points, text = (each.encode("utf-16-le") for each in ("Picture 3\0", "abcd", f"{said}\0"))
    # The list says how long its elements are, without its own header, as PowerPoint does it.
    listed = struct.pack("<3H", 2, 2, 0xFFF0) + points
    values = ((0x0145, len(points)), (0x0380, len(name)), (0x0381, len(text)))
    table = struct.pack("<HL", 0x0181, 5) + b"".join(struct.pack("<HL", 0x8000 | each, size) for each, size in values)
    return record(0xF004, record(0xF00B, table + listed + name + text, instance=4), holds=True)


def slides(*, encrypted: bool = False, lost: bool = False, inserted: bytes = b"", printed: bytes = b"") -> bytes:
    """Return two slides, of which the first has notes and a comment, and was saved twice."""
    said = record(0x0FBA, "Check this".encode("utf-16-le"), instance=1)
    comment = record(0x2EE0, record(0x0FBA, "Ann".encode("utf-16-le")) + said, holds=True)
    atom = record(0x03EF, bytes(16) + struct.pack("<L", 300) + bytes(4))
    old = record(0x03EE, drawn(box(4, "Old words")), holds=True)
    outlined = record(0xF004, record(0xF00D, record(0x0F9E, bytes(4)), holds=True), holds=True)
    inside = atom + drawn(box(4, "Words in a box"), outlined, inserted) + record(0x138B, comment)
    first = record(0x03EE, inside, holds=True)
    second = record(0x03EE, drawn(box(0, "Zweite Überschrift"), box(4, "*")), holds=True)
    notes = record(0x03F0, drawn(box(2, "Say it slowly")), holds=True)
    master = record(
        0x03F8, drawn(box(0, "Click to edit", is_prompt=True), box(4, "Printed on all"), printed), holds=True
    )
    stream = b""
    places = {}
    for number, part in ((2, old), (2, first), (3, second), (4, notes), (5, master)):
        places[number] = len(stream)
        stream += part
    first_place = 0

    def listed(part: int, slide: int) -> bytes:
        return record(0x03F3, struct.pack("<5L", part, 0, 0, slide, 0))

    document = record(
        0x03E8,
        record(0x0FF0, listed(2, 256) + shown(0, "First heading") + shown(1, "One\rTwo") + listed(3, 257), holds=True)
        + record(0x0FF0, listed(5, 1), instance=1, holds=True)
        + record(0x0FF0, listed(4, 300), instance=2, holds=True)
        + record(0x0FD9, record(0x0FBA, "Foot".encode("utf-16-le")), holds=True),
        holds=True,
    )  # fmt: skip
    places[1] = len(stream)
    stream += document
    edit_before = 0
    for noted in ({2: first_place}, places):
        directory = len(stream)
        stream += record(0x1772, b"".join(struct.pack("<2L", 1 << 20 | n, place) for n, place in noted.items()))
        edit = len(stream)
        stream += record(0x0FF5, struct.pack("<7L", 0, 0, edit_before, directory, 1, 6, 0))
        edit_before = edit
    token = 0xF3D1C4DF if encrypted else 0xE391C05F
    user = struct.pack("<2HL4L", 0, 0x0FF6, 20, 20, token, 10**9 if lost else edit_before, 0)
    return compound_of({"PowerPoint Document": stream, "Current User": user})


def read(data: bytes, name: str = "a.doc") -> Extraction:
    return parse(Source(data, name))


def blocks(extraction: Extraction) -> list[tuple[BlockKind, str]]:
    return [(block.kind, extraction.text[block.start : block.end]) for block in extraction.blocks]


@pytest.mark.parametrize("narrow", [False, True])
def test_a_document_is_read_with_headings_tables_notes_comments_and_headers(narrow):
    data = word(
        "Über uns\rWe met\x0bthere.\rName\7Age\7\7Ann\7Six\7\7After\r", notes="\2 A note\r", headers="Letterhead\r1\r",
        comments="\5Ask her\r", narrow=narrow, styles=[HEADING, PLAIN, ROW, ROW, ROW_END, ROW, ROW, ROW_END, PLAIN],
    )  # fmt: skip
    extraction = read(data)
    assert extraction.kind is FileKind.DOC
    assert extraction.title == "Über uns"
    assert extraction.reason is None
    assert blocks(extraction) == [
        (BlockKind.HEADING, "Über uns"),
        (BlockKind.PARAGRAPH, "We met\nthere."),
        (BlockKind.ROW, "Name | Age"),
        (BlockKind.ROW, "Ann | Six"),
        (BlockKind.PARAGRAPH, "After"),
        (BlockKind.PARAGRAPH, "A note"),
        (BlockKind.PARAGRAPH, "Ask her"),
        (BlockKind.META, "Letterhead"),
    ]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('See \x13 HYPERLINK "http://x.org" \x14our page\x15 now\r', "See our page now"),
        ("\x13 DATE \x14\x13 QUOTE \x141 May\x15\x15 it is\r", "1 May it is"),
        ("Page \x13 PAGE \x15of many\r", "Page of many"),
        ("\x13 TOC \r\x14One\rTwo\x15\r", "One\n\nTwo"),
        (
            '\x13EQ \\* jc2 \\* "Font:MS Mincho" \\* hps11 \\o\\ad(\\s\\up 10(とうきょう),東京)\x15です\r',
            "とうきょう  東京 です",
        ),
        ("Never \x13ended\r", "Never ended"),
        ("non\x1ebreaking, op\x1ftional\r", "non-breaking, optional"),
        ("a\x01picture\x08\r", "apicture"),
    ],
)
def test_signs_and_fields_give_what_they_show(written, expected):
    assert read(word(written)).text.split() == expected.split()


def test_text_that_was_deleted_with_changes_tracked_is_not_read():
    assert read(word("It is not gone.\r", deleted=(6, 10))).text == "It is gone."


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(word("x", flags=0x0300), Reason.ENCRYPTED, id="password"),
        pytest.param(word(" \r"), Reason.NO_TEXT, id="nothing"),
        pytest.param(compound_of({"WordDocument": b"\xec\xa5"}), Reason.DAMAGED, id="no table"),
        pytest.param(compound_of({"WordDocument": b"\xdc\xa5" + bytes(8) + b"\4\0"}), Reason.LEGACY, id="saved fast"),
        pytest.param(slides(encrypted=True), Reason.ENCRYPTED, id="slides with a password"),
    ],
)
def test_what_cannot_be_read_says_why(data, reason):
    with pytest.raises(ExtractionError) as refusal:
        read(data)
    assert refusal.value.reason == reason


@pytest.mark.parametrize(
    ("told", "title"), [("Lease of the flat", "Lease of the flat"), ("Microsoft Word - a.doc", "Headline")]
)
def test_the_title_is_its_own_if_it_is_sensible(told, title):
    data = word("Headline\rText\r", styles=[HEADING, PLAIN], properties=summary(told))
    assert read(data).title == title


def test_slides_are_read_as_they_were_saved_last_with_notes_comments_and_masters():
    extraction = read(slides(), "a.ppt")
    assert extraction.kind is FileKind.PPT
    assert (extraction.title, extraction.pages, extraction.reason) == ("First heading", 2, None)
    assert blocks(extraction) == [
        (BlockKind.HEADING, "First heading"),
        (BlockKind.PARAGRAPH, "Words in a box"),
        (BlockKind.ITEM, "One"),
        (BlockKind.ITEM, "Two"),
        (BlockKind.PARAGRAPH, "Check this"),
        (BlockKind.PARAGRAPH, "Say it slowly"),
        (BlockKind.HEADING, "Zweite Überschrift"),
        (BlockKind.META, "Foot\nPrinted on all"),
    ]
    assert [block.page for block in extraction.blocks] == [1, 1, 1, 1, 1, 1, 2, None]


def test_of_slides_whose_list_is_lost_all_texts_are_read_and_it_is_said():
    extraction = read(slides(lost=True), "a.ppt")
    assert extraction.reason is Reason.PARTLY_READ
    assert {"Old words", "Words in a box", "First heading"} <= {text for _, text in blocks(extraction)}


def test_what_is_said_of_pictures_on_slides_and_masters_is_read():
    data = slides(inserted=described("The mill in March"), printed=described("The mill's seal"))
    extraction = read(data, "a.ppt")
    assert (BlockKind.PARAGRAPH, "The mill in March") in blocks(extraction)
    assert blocks(extraction)[-1] == (BlockKind.META, "Foot\nPrinted on all\nThe mill's seal")
    assert "Picture 3" not in extraction.text


@pytest.mark.parametrize("named", [False, True], ids=["in the file", "with a name"])
def test_what_is_said_of_pictures_in_a_document_is_read_once(named):
    shape = described("The mill in March")
    name = b"\3a.b" if named else b""
    size = 0x44 + len(name) + len(shape)
    picture = struct.pack("<LHH", size, 0x44, 0x66 if named else 0x64).ljust(0x44, b"\0") + name + shape
    floating = record(0xF000, bytes(9), holds=True) + b"\0" + record(0xF002, described("The weir"), holds=True)
    floating += b"\1" + record(0xF002, described("The mill in March"), holds=True)
    extraction = read(word("\1Words.\r", picture=picture, drawings=floating))
    assert extraction.text == "Words.\n\nThe mill in March\n\nThe weir"


def test_pictures_that_are_said_to_lie_in_each_other_cost_no_more_than_their_length():
    def make(count: int) -> tuple[bytes, range]:
        places = range(0, 8 * count, 8)
        headers = (struct.pack("<LHH", 16 * count, 8 * count - place, 0x64) for place in places)
        return b"".join(headers) + record(0xF00B, b"") * count, places

    assert_linear(lambda given: list(read_pictures(*given)), make, 1_600)


@settings(max_examples=150)
@given(st.data())
@pytest.mark.parametrize(
    "make",
    [
        lambda: word("One\rTwo\7\7\r", styles=[HEADING, ROW, ROW_END, PLAIN], deleted=(0, 1), drawings=described("x")),
        lambda: slides(inserted=described("The mill")),
    ],
)
def test_flipped_bytes_give_a_text_or_a_reason(make, draw):
    damaged = bytearray(make())
    for _ in range(draw.draw(st.integers(1, 6))):
        damaged[draw.draw(st.integers(0, len(damaged) - 1))] = draw.draw(st.integers(0, 255))
    # A reason is as good, whichever it is.
    with contextlib.suppress(ExtractionError):
        assert read(bytes(damaged[: draw.draw(st.integers(len(damaged) // 2, len(damaged)))])).text


def test_a_long_document_is_read_in_linear_time():
    assert_linear(read, lambda size: word("A line of words.\r" * size), 1_500)


def test_texts_of_a_workbook_that_are_in_no_cell_are_found():
    def put(kind: int, content: bytes) -> bytes:
        return struct.pack("<2H", kind, len(content)) + content

    def note(length: int, *parts: bytes) -> bytes:
        text = put(0x01B6, bytes(10) + struct.pack("<H", length) + bytes(6))
        return text + b"".join(put(0x003C, part) for part in (*parts, bytes(16)))

    records = (
        note(11, b"\0Ask Ann now")
        + put(0x003C, b"\0no text")
        + note(5, b"\1" + "Über".encode("utf-16-le"), b"\0!")
        + note(11, b"\0Ask Ann now")
        + note(0)
    )
    assert find_notes(compound_of({"Workbook": records})) == ("Ask Ann now", "Über!")
    assert find_notes(b"\xd0\xcf\x11\xe0" + bytes(600)) == ()


def test_what_lies_beside_the_text_is_known_and_none_is_taken_for_whole():
    plain = word("Words.\r")
    assert read(plain).wholeness.unread == (Unread.UNKNOWN,)
    held = compound_of({"PowerPoint Document": b"", "Pictures": b"x"})
    inventory = Inventory(5.0)
    audit(Source(held, "a.ppt"), read(plain), inventory)
    assert inventory.judge(read(plain)).unread == (Unread.UNKNOWN, Unread.PICTURES)


@pytest.mark.parametrize("name", ["a.doc", "a.msg"])
def test_a_stream_larger_than_its_file_is_damaged(name):
    stream = "WordDocument" if name == "a.doc" else "__properties_version1.0"
    whole = bytearray(compound_of({stream: bytes(5_000)}))
    at = whole.index(stream.encode("utf-16-le"))
    whole[at + 120 : at + 124] = b"\0\0\0\x7f"
    with pytest.raises(ExtractionError) as refusal:
        read(bytes(whole), name)
    assert refusal.value.reason == Reason.DAMAGED
