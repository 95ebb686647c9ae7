"""Viewer of the parser child, which keeps one document open so that its next page is drawn at once."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.domain.preview import PageImage, Preview, PreviewForm
from findling.errors import ExtractionError
from findling.extraction.file_reading import allow
from findling.extraction.kinds import find_header, find_unread
from findling.extraction.previews import images, preview_builder
from findling.extraction.previews.pdf_pages import PdfDocument
from findling.extraction.sandbox.parser_protocol import PIECE, Taken
from findling.extraction.source import Source
from findling.formats import FileKind, PreviewMethod, format_by_name
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.domain.files import Stat
    from findling.extraction.embedded.file_nest import FileNest
    from findling.extraction.file_reading import FileBytes
    from findling.extraction.sandbox.parser_protocol import Draw, Show
    from findling.formats import SizeLimit


@dataclass(frozen=True, slots=True)
class _Document:
    """The open document.

    Attributes:
        stat: of the file on the disk; None if it has gone since it was read.
        content: an open PDF, a picture's bytes, or None for what is shown at once.
    """

    path: bytes
    stat: Stat | None
    content: PdfDocument | bytes | None

    def close(self) -> None:
        """Close it."""
        if isinstance(self.content, PdfDocument):
            self.content.close()


class Viewer:
    """Shows documents and draws their pages."""

    def __init__(self, nest: FileNest, beat: Callable[[], None]) -> None:
        """Create a viewer of what a nest opens."""
        self._nest = nest
        self._beat = beat
        self._open: _Document | None = None
        self._taken: tuple[Path, Stat | None, bytes] | None = None

    def clear(self) -> None:
        """Close the open document and free its memory."""
        self._taken = None
        self._nest.clear()
        if self._open is not None:
            self._open.close()
            self._open = None

    def take(self, path: Path, start: int) -> Taken:
        """Return the bytes of a file from one of them on, `PIECE` at most.

        Raises:
            ExtractionError: it cannot be read.
        """
        stat = self._nest.stat(path)
        if self._taken is None or self._taken[:2] != (path, stat):
            self._taken = path, stat, self._nest.unpack(path)
        data = self._taken[2]
        return Taken(data[start : start + PIECE], len(data))

    def show(self, request: Show, name: str) -> Preview:
        """Make a preview, under the name that the user sees.

        Raises:
            ExtractionError: there is nothing to show.
        """
        self.clear()
        file = self._read(request.path)
        content = self._keep(request.path, name, file)
        self._nest.release()
        path = Path(name)
        if isinstance(content, PdfDocument):
            sizes = content.sizes(self._beat)
            return Preview(path, PreviewForm.PAGES, FileKind.PDF, content.title or name, sizes=sizes)
        if content is not None:
            return Preview(path, PreviewForm.IMAGE, FileKind.OTHER, name, sizes=(images.measure(content),))
        preview = preview_builder.show(Source(file.data, name, self._beat))
        return replace(preview, cut=preview.cut or file.cut)

    def draw(self, request: Draw, name: str) -> PageImage:
        """Draw a page, or a picture.

        Raises:
            ExtractionError: it cannot be read, or has no such page.
        """
        content = self._find(request.path) or self._keep(request.path, name, self._read(request.path))
        path = Path(name)
        if isinstance(content, PdfDocument):
            return content.draw(path, request.page, request.width, request.needles)
        if content is None or request.page != 1:
            raise ExtractionError(Reason.UNSUPPORTED, FileMessage.NO_PAGE(number=request.page))
        return replace(images.draw(content, path, request.width), marks=((),) * len(request.needles))

    def _find(self, path: bytes) -> PdfDocument | bytes | None:
        """Return the open document's content, if it is this file, unchanged."""
        if self._open is None or self._open.path != path:
            return None
        found = self._nest.stat(Path(os.fsdecode(path)))
        return self._open.content if found is not None and found == self._open.stat else None

    def _read(self, path: bytes) -> FileBytes:
        self.clear()
        return self._nest.open(Path(os.fsdecode(path)))

    def _keep(self, path: bytes, name: str, file: FileBytes) -> PdfDocument | bytes | None:
        content: PdfDocument | bytes | None = None
        if images.is_picture(file.data):
            content = file.data
        elif (known := find_header(file.data, format_by_name(name))) and known.preview is PreviewMethod.PAGES:
            content = PdfDocument(file.data)
        self._open = _Document(path, self._nest.stat(Path(os.fsdecode(path))), content)
        return content


def allow_shown(head: bytes, name: str) -> SizeLimit:
    """Return how much of a large file is read, pictures among them, which have no reader."""
    known = find_unread(head)
    return known.size_limit if known and known.preview is PreviewMethod.IMAGE else allow(head, name)
