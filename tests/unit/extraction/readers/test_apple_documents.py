"""Pages, Numbers and Keynote: text of their packages, old and new; what is protected or damaged says so."""

from __future__ import annotations

import io
import struct
import zipfile
from zlib import crc32

import pytest

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction.parsing import parse
from findling.extraction.source import Source
from findling.formats import FileKind
from pdfs import column, typeset
from zips import pack

# Four bytes from four back, in each of Snappy's forms: an offset of 11, 16 and 32 bits.
COPIES = [b"\x01\x04", b"\x0e\x04\0", b"\x0f\x04\0\0\0"]
SF = 'xmlns:sf="http://developer.apple.com/namespaces/sf" xmlns:sfa="http://developer.apple.com/namespaces/sfa"'


def varint(number: int) -> bytes:
    low, rest = number & 0x7F, number >> 7
    return bytes([low | 0x80]) + varint(rest) if rest else bytes([low])


def field(number: int, value: int | bytes) -> bytes:
    if isinstance(value, int):
        return varint(number << 3) + varint(value)
    return varint(number << 3 | 2) + varint(len(value)) + value


def literal(data: bytes) -> bytes:
    """Snappy that copies nothing."""
    stretches = (data[at : at + 60] for at in range(0, len(data), 60))
    return varint(len(data)) + b"".join(bytes([len(each) - 1 << 2]) + each for each in stretches)


def chunk(packed: bytes) -> bytes:
    return b"\0" + len(packed).to_bytes(3, "little") + packed


def archive(*messages: tuple[int, bytes], **numbered: tuple[int, bytes]) -> bytes:
    """Pack objects, some with a number by which others refer to them ("n5")."""
    objects = b""
    listed = [(crc32(message) + 1_000, kind, message) for kind, message in messages]
    listed += [(int(name[1:]), kind, message) for name, (kind, message) in numbered.items()]
    for number, kind, message in listed:
        header = field(1, number) + field(2, field(1, kind) + field(3, len(message)))
        objects += varint(len(header)) + header + message
    return chunk(literal(objects))


def storage(text: str) -> tuple[int, bytes]:
    return 2001, field(1, 0) + field(3, text.encode())


def cells(*texts: str) -> tuple[int, bytes]:
    return 6005, field(1, 1) + b"".join(
        field(3, field(1, key) + field(3, text.encode())) for key, text in enumerate(texts)
    )


def read(parts: dict[str, str | bytes], name: str = "a.pages"):
    return parse(Source(pack(parts), name))


def test_text_and_tables_of_a_document_are_read_and_those_of_its_patterns_are_not():
    extraction = read(
        {
            "Index/Document.iwa": archive(storage("The lease\nends in May.\ufffc"), (9, b"\x08\x01")),
            "Index/Tables/DataList-2.iwa": archive(cells("Rent", "900")),
            "Index/DocumentStylesheet.iwa": archive(storage("Lorem")),
        }
    )
    assert (extraction.kind, extraction.text) == (FileKind.PAGES, "The lease\n\nends in May.\n\nRent\n\n900")


def test_slides_come_in_the_order_of_their_numbers():
    parts = {f"Index/Slide-{number}.iwa": archive(storage(f"Slide {number}")) for number in (10, 2)}
    extraction = read({**parts, "Index/MasterSlide-1.iwa": archive(storage("Tap to edit"))}, "a.key")
    assert (extraction.kind, extraction.text) == (FileKind.KEYNOTE, "Slide 2\n\nSlide 10")


def test_its_name_tells_a_table_from_a_text():
    parts = {"Index/Document.iwa": archive(storage("Checking account"))}
    assert read(parts, "a.numbers").kind is FileKind.NUMBERS
    assert read(parts, "a.bin").kind is FileKind.PAGES


@pytest.mark.parametrize("copy", COPIES)
def test_what_is_packed_as_a_copy_of_what_came_before_is_unpacked(copy):
    kind, message = storage("RentRent")
    header = field(2, field(1, kind) + field(3, len(message)))
    objects = varint(len(header)) + header + message
    assert objects.endswith(b"RentRent")
    packed = varint(len(objects)) + bytes([len(objects) - 5 << 2]) + objects[:-4] + copy
    assert read({"Index/Document.iwa": chunk(packed)}).text == "RentRent"


def test_text_of_2009_is_read_without_words_that_ask_to_be_replaced():
    body = (
        "<sf:headers><sf:p>Parish</sf:p></sf:headers><sf:p>The lease<sf:br/><sf:span>ends</sf:span> in May.</sf:p>"
        '<sf:p><sf:ghost-text>Lorem</sf:ghost-text></sf:p><sf:ct sfa:s="Rent"/>'
        "<sf:section-prototypes><sf:p>Ipsum</sf:p></sf:section-prototypes>"
    )
    assert read({"index.xml": f"<d {SF}>{body}</d>"}).text == "Parish\n\nThe lease\nends in May.\n\nRent"


def test_where_there_is_no_text_the_preview_is_read():
    extraction = read({"index.xml": f"<d {SF}/>", "QuickLook/Preview.pdf": typeset([column("Shown once")])})
    assert (extraction.kind, extraction.text.strip()) == (FileKind.PAGES, "Shown once")
    assert extraction.wholeness.unread


@pytest.mark.parametrize("mark", [".iwph", ".iwpv2"])
def test_a_document_with_a_password_says_so(mark):
    with pytest.raises(ExtractionError) as caught:
        read({"Index/Document.iwa": b"x", mark: b"x"})
    assert caught.value.reason == Reason.ENCRYPTED


@pytest.mark.parametrize(
    "data",
    [b"\0\x05\0\0\xff\xff\xff", chunk(varint(9) + bytes([1, 9])), chunk(literal(b"\xff" * 20))],
)
def test_a_damaged_part_says_so(data):
    with pytest.raises(ExtractionError) as caught:
        read({"Index/Document.iwa": data})
    assert caught.value.reason in (Reason.DAMAGED, Reason.NO_TEXT)


def test_what_says_that_it_unpacks_to_gigabytes_is_refused():
    with pytest.raises(ExtractionError) as caught:
        read({"Index/Document.iwa": chunk(varint(2**32) + b"\0a")})
    assert caught.value.reason == Reason.UNPACKS_TOO_LARGE


def test_a_document_of_2009_packed_in_a_way_of_its_own_is_protected():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("index.xml", f"<d {SF}/>")
    data = stream.getvalue()
    # The method of compression, in the member's header and in the directory (APPNOTE.TXT 4.3.7, 4.3.12).
    at = data.index(b"PK\x01\x02")
    data = data[:8] + b"\x63\0" + data[10 : at + 10] + b"\x63\0" + data[at + 12 :]
    with pytest.raises(ExtractionError) as caught:
        parse(Source(data, "a.pages"))
    assert caught.value.reason == Reason.ENCRYPTED


def reference(number: int) -> bytes:
    return field(1, number)


def decimal(significand: int, exponent: int) -> bytes:
    """A number of IEEE 754 in 128 bits, decimal, its significand a binary integer."""
    sign = int(significand < 0) << 127
    return (sign | (exponent + 0x1820) << 113 | abs(significand)).to_bytes(16, "little")


def stored(kind: int, flags: int, content: bytes) -> bytes:
    """A cell as it is stored since 2018, in units of four bytes."""
    return struct.pack("<2B6xI", 5, kind, flags) + content + bytes(-len(content) % 4)


def stored_before(kind: int, flags: int, content: bytes = b"", rich: bytes = b"") -> bytes:
    """A cell as it was stored before, with three formats that say nothing here."""
    return struct.pack("<4BI4x", 3, 0, kind, 0, flags | 0x1006) + bytes(8) + rich + bytes(4) + content


def row(number: int, cells: dict[int, bytes], *, is_new: bool = True) -> bytes:
    places = [0xFFFF] * (max(cells) + 3)
    buffer = b""
    for at, cell in cells.items():
        places[at] = len(buffer) // (4 if is_new else 1)
        buffer += cell
    offsets = struct.pack(f"<{len(places)}H", *places)
    told = field(1, number) + field(2, len(cells))
    if not is_new:
        return field(5, told + field(3, buffer) + field(4, offsets))
    return field(
        5, told + field(3, b"") + field(4, b"") + field(5, 5) + field(6, buffer) + field(7, offsets) + field(8, 1)
    )


def numbers(*rows: bytes, name: str = "Rents") -> dict[str, bytes]:
    """A workbook of a sheet with one table."""
    tiles = field(1, field(1, 0) + field(2, reference(13)))
    store = field(3, tiles) + field(4, reference(14)) + field(17, reference(15))
    strings = field(1, 1) + field(3, field(1, 4) + field(3, b"Mill")) + field(3, field(1, 5) + field(3, b"unused"))
    return {
        "Index/Document.iwa": archive(
            n1=(1, field(1, reference(10))), n10=(2, field(1, b"Year") + field(2, reference(11))),
            n11=(6000, field(2, reference(12))), n12=(6001, field(4, store) + field(8, name.encode())),
        ),
        "Index/Tables/Tile.iwa": archive(n13=(6002, b"".join(rows))),
        "Index/Tables/DataList.iwa": archive(
            n14=(6005, strings), n15=(6005, field(1, 8) + field(3, field(1, 9) + field(9, reference(16)))),
            n16=(6218, field(1, reference(17))), n17=(2001, field(3, b"by the\nriver")),
        ),
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (stored(2, 1, decimal(123456, -2)), "1234.56"),
        (stored(10, 1, decimal(-5, 3)), "-5000"),
        (stored(3, 8, struct.pack("<I", 4)), "Mill"),
        (stored(5, 4, struct.pack("<d", 86_400 * 366)), "2002-01-02"),
        (stored(5, 4, struct.pack("<d", 3_600)), "2001-01-01 01:00:00"),
        (stored(6, 2, struct.pack("<d", 1)), "TRUE"),
        (stored(7, 2, struct.pack("<d", 3_900)), "1:05:00"),
        (stored(9, 0x10, struct.pack("<I", 9)), "by the river"),
        (stored(2, 1 | 0x2000, decimal(0, 0) + bytes(4)), "0"),
    ],
)
def test_a_cell_of_a_workbook_is_read_by_what_it_holds(cell, shown):
    extraction = read(numbers(row(0, {1: cell})), "a.numbers")
    assert extraction.kind is FileKind.NUMBERS
    assert shown in extraction.text.split("\n")


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (stored_before(2, 0x20, struct.pack("<d", 0.1)), "0.1"),
        (stored_before(3, 0x10, struct.pack("<I", 4)), "Mill"),
        (stored_before(5, 0x40, struct.pack("<d", 86_400)), "2001-01-02"),
        (stored_before(9, 0x200, rich=struct.pack("<I", 9)), "by the river"),
    ],
)
def test_a_cell_of_a_workbook_of_before_2018_is_read_by_what_it_holds(cell, shown):
    assert shown in read(numbers(row(0, {0: cell}, is_new=False)), "a.numbers").text.split("\n")


def test_cells_stand_in_their_rows_under_the_names_of_sheet_and_table_and_no_string_is_lost():
    text, rent = stored(3, 8, struct.pack("<I", 4)), stored(2, 1, decimal(9, 2))
    extraction = read(numbers(row(7, {2: rent}), row(2, {0: text, 3: rent})), "a.numbers")
    assert extraction.text == "by the\n\nriver\n\nYear\n\nRents\n\nMill | 900\n900\n\nunused"
    assert extraction.wholeness.unread


def test_of_a_table_that_is_damaged_the_strings_are_read_and_it_is_told():
    extraction = read(numbers(row(0, {0: stored(3, 8, b"")[:6]})), "a.numbers")
    assert "Mill" in extraction.text
    assert extraction.reason == Reason.PARTLY_READ


def test_a_text_that_is_damaged_is_told_and_costs_no_other():
    damaged = (2001, b"\x0f")
    extraction = read({"Index/Document.iwa": archive(n5=damaged, n6=storage("The lease"))})
    assert (extraction.text, extraction.reason) == ("The lease", Reason.PARTLY_READ)
    with pytest.raises(ExtractionError) as caught:
        read({"Index/Document.iwa": archive(n5=damaged)})
    assert caught.value.reason == Reason.DAMAGED
