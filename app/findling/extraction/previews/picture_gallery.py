"""Gallery of a document's pictures: found as its preview is made, drawn one by one later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.preview import InlinePicture
from findling.errors import ExtractionError
from findling.extraction.previews import images
from findling.extraction.previews.preview_protocol import PICTURE_LIMIT
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    # Returns the picture's bytes, or the first so many of them.
    ReadPicture = Callable[[int], bytes]

_HEAD = 64 * 1024
"""Bytes within which nearly all pictures say how large they are; to unpack all of each would keep the text waiting."""

_LONG_HEAD = 4 * 2**20
"""The same for the few whose beginning holds a camera's own picture, or that tell only when all of them is there."""

_LARGEST = 64 * 2**20
_SPACER = 3
"""Pixels up to which a picture is no picture: it keeps room, or counts who reads."""


class PictureGallery:
    """Pictures of one document, numbered from 1 as met; one in several places has one number."""

    def __init__(self) -> None:
        self._numbers: dict[Hashable, int] = {}
        self._readers: list[ReadPicture | None] = []
        self._pictures: list[InlinePicture] = []

    @property
    def pictures(self) -> tuple[InlinePicture, ...]:
        """Sizes and places of all of them, in order."""
        return tuple(self._pictures)

    def add(self, address: Hashable, read: ReadPicture, width: float = 0, height: float = 0) -> int:
        """Add a picture that the document holds.

        Args:
            address: what tells it from the others.
            read: returns its first bytes, at most so many.
            width: as the document shows it, in pixels; 0 where it does not say.
            height: likewise.

        Returns:
            Its number; 0 if nothing is to be shown of it.
        """
        if (known := self._numbers.get(address)) is not None:
            return known
        number = 0
        if len(self._pictures) < PICTURE_LIMIT and (picture := _measure(read, width, height)) is not None:
            number = self._append(picture, read)
        self._numbers[address] = number
        return number

    def add_beside(self, file: str, width: float = 0, height: float = 0) -> int:
        """Add a picture in a file beside the document, by its name from there; return as `add`."""
        if file not in self._numbers:
            is_spacer = 0 < width <= _SPACER or 0 < height <= _SPACER
            has_room = not is_spacer and len(self._pictures) < PICTURE_LIMIT
            is_sized = width > 0 and height > 0
            picture = InlinePicture(width, height, file) if is_sized else InlinePicture(file=file)
            self._numbers[file] = self._append(picture, None) if has_room else 0
        return self._numbers[file]

    def read(self, number: int) -> bytes:
        """Return the bytes of a picture.

        Raises:
            ExtractionError: `UNSUPPORTED` if the document holds none of this number; or what unpacking it raises.
        """
        reader = self._readers[number - 1] if 1 <= number <= len(self._readers) else None
        if reader is None:
            raise ExtractionError(Reason.UNSUPPORTED, FileMessage.NO_PAGE(number=number))
        return reader(_LARGEST)

    def _append(self, picture: InlinePicture, read: ReadPicture | None) -> int:
        self._pictures.append(picture)
        self._readers.append(read)
        return len(self._pictures)


def _measure(read: ReadPicture, width: float, height: float) -> InlinePicture | None:
    """Return what is known of a picture; None if it cannot be drawn, or is not worth it."""
    across = down = 0.0
    for most in (_HEAD, _LONG_HEAD):
        head = b""
        try:
            head = read(most)
            if not images.is_picture(head):
                return None
            across, down = images.measure_beginning(head)
            break
        except ExtractionError as error:
            # It may say so behind its beginning.
            if error.reason != Reason.DAMAGED or len(head) < most:
                return None
    else:
        return InlinePicture()
    if not width:
        width = height * across / down if height else across
    # Its own proportions count: of one that is cut to a part, all is shown.
    height = width * down / across
    return InlinePicture(width, height) if min(width, height, across, down) > _SPACER else None
