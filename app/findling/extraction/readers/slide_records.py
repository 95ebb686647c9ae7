"""Records of PowerPoint 97-2003 presentations ([MS-PPT] 2.3.1), and parts as last saved."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEADER = struct.Struct("<2HL")
_CONTAINER = 0xF
# Holds records, though its version does not say so (2.11.24).
_BLOB = 0x138B
_DEEPEST = 40

# 2.3.2, 2.3.3, 2.3.4: who saved it last, each saving, and where it put the parts.
_USER, _EDIT, _DIRECTORY = 0x0FF6, 0x0FF5, 0x1772
_ENCRYPTED = 0xF3D1C4DF
_SAVINGS = 10_000
DOCUMENT = 0x03E8


@dataclass(frozen=True, slots=True)
class SlideRecord:
    """Record with its place in the data that it was found in.

    Attributes:
        kind: its number of [MS-PPT] 2.13.24.
        instance: what it is among those of its kind.
    """

    kind: int
    instance: int
    is_container: bool
    content: bytes

    def children(self) -> Iterator[SlideRecord]:
        """Iterate over the records in it, as far as they are whole."""
        return iterate_slide_records(self.content) if self.is_container else iter(())

    def walk(self, depth: int = 0) -> Iterator[SlideRecord]:
        """Iterate over the records in it at any depth, each before those in it."""
        for child in self.children():
            yield child
            if depth < _DEEPEST:
                yield from child.walk(depth + 1)


def iterate_slide_records(data: bytes, at: int = 0) -> Iterator[SlideRecord]:
    """Iterate over records one behind the other; one beyond the end is cut, and the last."""
    while at + _HEADER.size <= len(data):
        version, kind, length = _HEADER.unpack_from(data, at)
        start = at + _HEADER.size
        is_container = version & 0xF == _CONTAINER or kind == _BLOB
        yield SlideRecord(kind, version >> 4, is_container, data[start : start + length])
        at = start + length


class SavedParts:
    """Parts of a presentation by their numbers, each as it was saved last."""

    def __init__(self, stream: bytes, user: bytes) -> None:
        """Find the parts.

        Args:
            stream: `PowerPoint Document`.
            user: `Current User`.

        Raises:
            ExtractionError: `ENCRYPTED`, or `DAMAGED` where the parts cannot be found.
        """
        self._stream = stream
        self._places: dict[int, int] = {}
        self._document = 0
        if len(user) < 20 or int.from_bytes(user[2:4], "little") != _USER:
            raise ExtractionError(Reason.DAMAGED)
        if int.from_bytes(user[12:16], "little") == _ENCRYPTED:
            raise ExtractionError(Reason.ENCRYPTED)
        at = int.from_bytes(user[16:20], "little")
        for _ in range(_SAVINGS):
            edit = self._read(at, _EDIT)
            if edit is None or len(edit) < 20:
                break
            before, directory, document = struct.unpack_from("<3L", edit, 8)
            self._document = self._document or document
            self._note(self._read(directory, _DIRECTORY) or b"")
            if not before or before >= at:
                break
            at = before

    def document(self) -> SlideRecord:
        """Return the part that lists the others.

        Raises:
            ExtractionError: `DAMAGED`.
        """
        found = self.find(self._document)
        if found is None or found.kind != DOCUMENT:
            raise ExtractionError(Reason.DAMAGED)
        return found

    def find(self, number: int) -> SlideRecord | None:
        """Return a part; None where there is none."""
        at = self._places.get(number)
        return next(iterate_slide_records(self._stream, at), None) if at is not None else None

    def _read(self, at: int, kind: int) -> bytes | None:
        found = next(iterate_slide_records(self._stream, at), None) if at < len(self._stream) else None
        return found.content if found is not None and found.kind == kind else None

    def _note(self, directory: bytes) -> None:
        """Note where parts are, unless a later saving has put them elsewhere (2.3.5)."""
        at = 0
        while at + 4 <= len(directory):
            (head,) = struct.unpack_from("<L", directory, at)
            first, count = head & 0xFFFFF, head >> 20
            at += 4
            for number in range(min(count, (len(directory) - at) // 4)):
                (place,) = struct.unpack_from("<L", directory, at + 4 * number)
                self._places.setdefault(first + number, place)
            at += 4 * count
