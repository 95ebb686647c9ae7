"""Words that somebody wrote of a photograph are found, whichever program wrote them; those of cameras are not."""

from __future__ import annotations

import io
import struct

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from findling.domain.files import BlockKind, FileStatus, Reason, Unread
from findling.domain.origin import Origin
from findling.domain.recognition import Pictured, RecognisedPage
from findling.extraction.origins.origin_finder import find_origins
from findling.extraction.sandbox.read_outcome import ReadOutcome
from findling.extraction.source import Source
from findling.formats import FileKind
from findling.indexing.recognised_text import add_recognised
from findling.storage.scan_table import PageResult
from workspace import INDEXED, Workspace

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><rdf:RDF><rdf:Description><dc:title><rdf:Alt><rdf:li>The mill</rdf:li>
 </rdf:Alt></dc:title><dc:subject><rdf:Bag><rdf:li>kelp</rdf:li><rdf:li>dulse</rdf:li></rdf:Bag></dc:subject>
 </rdf:Description></rdf:RDF></x:xmpmeta>"""
MILL = Origin(written=(("Title", "The mill"),))


def photograph(
    form: str = "JPEG", tags: dict[int, object] | None = None, comment: bytes = b"", **more: object
) -> bytes:
    exif = Image.Exif()
    exif.update(tags or {})
    if comment:
        exif.get_ifd(0x8769)[0x9286] = comment
    written = io.BytesIO()
    Image.new("RGB", (9, 9)).save(written, form, exif=exif, **more)
    return written.getvalue()


def with_iptc(picture: bytes, *records: tuple[int, bytes]) -> bytes:
    """Put records of IPTC behind the beginning of a JPEG, as Photoshop does."""
    data = b"".join(struct.pack(">3BH", 0x1C, 2, number, len(value)) + value for number, value in records)
    data += b"\0" * (len(data) % 2)
    resource = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">L", len(data)) + data
    return picture[:2] + b"\xff\xed" + struct.pack(">H", len(resource) + 2) + resource + picture[2:]


def texts() -> PngInfo:
    info = PngInfo()
    info.add_text("Title", "The mill")
    info.add_text("Software", "gnome-screenshot")
    return info


@pytest.mark.parametrize(
    ("data", "written"),
    [
        (photograph(tags={0x010E: "The mill"}), ("The mill",)),
        (photograph(tags={0x9C9B: "Die Mühle\0".encode("utf-16-le"), 0x9C9E: "a; b\0".encode("utf-16-le")}),
         ("Die Mühle", "a; b")),
        (photograph(comment=b"ASCII\0\0\0The mill\0\0"), ("The mill",)),
        (photograph(xmp=XMP.encode()), ("The mill", "kelp, dulse")),
        (photograph("PNG", pnginfo=texts()), ("The mill",)),
        (with_iptc(photograph(), (5, b"The mill"), (25, b"kelp"), (25, b"dulse"), (120, b"By the river")),
         ("The mill", "kelp, dulse", "By the river")),
    ],
    ids=["exif", "explorer", "comment", "xmp", "png", "iptc"],
)  # fmt: skip
def test_title_keywords_and_caption_are_found(data, written):
    (origin,) = find_origins(Source(data, "a"), FileKind.PICTURE)
    assert tuple(words for _, words in origin.written) == written


@pytest.mark.parametrize(
    "words",
    ["OLYMPUS DIGITAL CAMERA", "SONY DSC", "Exif_JPEG_PICTURE", "<AppleMark>", "IMG_1234.JPG", "DCIM\\100", "  "],
)
def test_what_cameras_write_is_no_caption(words):
    assert find_origins(Source(photograph(tags={0x010E: words}), "a"), FileKind.PICTURE) == ()


@pytest.mark.parametrize("reason", [Reason.NO_TEXT, Reason.NO_WORDS])
def test_the_caption_is_the_text_of_a_picture_that_shows_none(reason):
    pictured = Pictured(FileKind.PICTURE, (1,), 1)
    extraction = add_recognised(ReadOutcome(reason=reason, pictured=pictured, origins=(MILL,)), {}).extraction
    assert (extraction.kind, extraction.text, extraction.body) == (FileKind.PICTURE, "The mill", "")
    assert extraction.wholeness.unread == (Unread.UNKNOWN,)


def test_it_follows_what_was_recognised_and_a_damaged_picture_is_damaged():
    waiting = ReadOutcome(reason=Reason.NO_TEXT, pictured=Pictured(FileKind.PICTURE, (1,), 1), origins=(MILL,))
    read = add_recognised(waiting, {1: PageResult(RecognisedPage((), ("A sign",)))}).extraction
    assert (read.text, read.blocks[-1].kind) == ("A sign\n\nThe mill", BlockKind.PROPERTY)
    assert add_recognised(waiting, {1: PageResult(RecognisedPage(), Reason.DAMAGED)}).reason is Reason.DAMAGED


def test_a_photograph_is_found_by_its_caption_and_one_without_is_known_by_name(tmp_path):
    workspace = Workspace.at(tmp_path)
    workspace.write("a.jpg", photograph(tags={0x010E: "The water mill by the river"}))
    workspace.write("b.jpg", photograph(tags={0x010E: "SONY DSC"}))
    workspace.index()
    assert workspace.files() == {"a.jpg": INDEXED, "b.jpg": (FileStatus.SKIPPED, Reason.NO_TEXT)}
    assert workspace.search("water mill") == ["a.jpg"]
