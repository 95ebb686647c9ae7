"""Origins of pictures: when and by whom they were taken, by the camera (Exif, CIPA DC-008)."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.extraction.encoding import decode as decode_text
from findling.extraction.origins.named_people import split_authors
from findling.extraction.origins.own_dates import read_picture_date
from findling.extraction.origins.written_properties import keep_written
from findling.extraction.origins.xmp_packet import PACKET, read_packet
from findling.extraction.pictures import open_picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PIL import Image

    from findling.extraction.source import Source

# Tags of CIPA DC-008, 4.6: when it was taken, digitised, changed, each with the tag of its offset from UTC.
_EXIF_PART = 0x8769
_TAKEN, _DIGITISED = (0x9003, 0x9011), (0x9004, 0x9012)
_CHANGED = (0x0132, 0x9010)
_ARTIST = 0x013B
_DESCRIPTION, _COMMENT = 0x010E, 0x9286
# What Explorer writes, in UTF-16.
_WINDOWS = (("Title", 0x9C9B), ("Topic", 0x9C9F), ("Keywords", 0x9C9E), ("Comment", 0x9C9C))
# CIPA DC-008, 4.6.5: how a comment is written, by the eight bytes before it.
_ENCODINGS = MappingProxyType({b"ASCII\0\0\0": "ascii", b"UNICODE\0": "utf-16"})
# IPTC-NAA Information Interchange Model 4.2, part 6: title, headline, keywords, caption.
_IPTC = (("Title", (2, 5)), ("Headline", (2, 105)), ("Keywords", (2, 25)), ("Description", (2, 120)))
# PNG, 11.3.4.2: keywords of texts.
_IN_PNG = ("Title", "Description", "Comment")
_BY_CAMERA = re.compile(
    r".*\bdigital (?:still ?)?camera.*|sony dsc.*|exif.jpeg.*|samsung.*|dcim.*|creator: .*|lead technologies.*|<.*>"
    r"|optimi[sz]ed (?:by|using|with) .*|file (?:written|source).*|(?:user )?comments?|screen ?shot.*|charset=.*"
    r"|binary .*|ascii.*|\S+\.(?:jpe?g|png|tiff?|heic)",
    re.IGNORECASE | re.DOTALL,
)


def find(source: Source) -> Iterator[Origin]:
    """Yield the origin of a picture.

    Raises:
        ExtractionError: as `open_picture` does.
    """
    with open_picture(source.data) as image:
        tags = image.getexif()
        taken = tags.get_ifd(_EXIF_PART)
        offsets: Mapping[int, object] = taken
        fields = ((taken, *_TAKEN), (taken, *_DIGITISED), (tags, *_CHANGED))
        dates = (
            read_picture_date(_text(within.get(tag)), _text(offsets.get(offset))) for within, tag, offset in fields
        )
        yield Origin(
            dated_ns=next((date for date in dates if date is not None), None),
            authors=split_authors(_text(tags.get(_ARTIST))),
            written=keep_written(
                *(pair for pair in _read_captions(image) if not _BY_CAMERA.fullmatch(pair[1].strip()))
            ),
        )


def _is_own(named: tuple[str, str]) -> bool:
    """Return whether no camera wrote it."""
    return not _BY_CAMERA.fullmatch(named[1].strip())


def _read_captions(image: Image.Image) -> Iterator[tuple[str, str]]:
    """Yield what was written of a picture: in Exif, and by photograph programs in XMP and IPTC."""
    from PIL.ImageFile import ImageFile
    from PIL.IptcImagePlugin import getiptcinfo

    tags = image.getexif()
    for name, tag in _WINDOWS:
        value = tags.get(tag)
        yield name, (value.decode("utf-16-le", "replace") if isinstance(value, bytes) else _text(value)).strip("\0")
    yield "Description", _text(tags.get(_DESCRIPTION)).strip("\0")
    comment = tags.get_ifd(_EXIF_PART).get(_COMMENT)
    if isinstance(comment, bytes) and (decode := _ENCODINGS.get(comment[:8])):
        yield "Comment", comment[8:].decode(decode, "replace").strip("\0 ")
    packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    if found := PACKET.search(packet.encode() if isinstance(packet, str) else packet):
        yield from read_packet(found[0], is_titled=True)
    iptc = (getiptcinfo(image) if isinstance(image, ImageFile) else None) or {}
    for name, key in _IPTC:
        values = iptc.get(key, [])
        listed = values if isinstance(values, list) else [values]
        yield name, ", ".join(decode_text(value).text for value in listed if isinstance(value, bytes))
    yield from ((name, _text(image.info.get(name))) for name in _IN_PNG)


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else ""
