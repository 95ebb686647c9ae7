"""Origins of pictures: when they were taken and by whom, as the camera wrote it (Exif, CIPA DC-008)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.origin import Origin
from findling.extraction.origins.named_people import split_authors
from findling.extraction.origins.own_dates import read_picture_date
from findling.extraction.pictures import open_picture

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from findling.extraction.source import Source

# Tags of CIPA DC-008, 4.6: when it was taken, digitised, changed, each with the tag of its offset from UTC.
_EXIF_PART = 0x8769
_TAKEN, _DIGITISED = (0x9003, 0x9011), (0x9004, 0x9012)
_CHANGED = (0x0132, 0x9010)
_ARTIST = 0x013B


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
        )


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value if isinstance(value, str) else ""
