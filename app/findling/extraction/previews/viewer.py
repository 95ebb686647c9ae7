"""Viewer of the parser child, which keeps one document open so that its next page is drawn at once."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import Reason, Stat
from findling.domain.preview import PageImage, Preview, PreviewForm
from findling.errors import ExtractionError
from findling.extraction.file_reading import allow, read_whole, to_stat
from findling.extraction.kinds import find_header
from findling.extraction.previews import images, preview_builder
from findling.extraction.previews.pdf_pages import PdfDocument
from findling.extraction.source import Source
from findling.formats import FileKind, PreviewMethod, format_by_name
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.extraction.file_reading import FileBytes
    from findling.extraction.sandbox.parser_protocol import Draw, Show


@dataclass(frozen=True, slots=True)
class _Document:
    """The open document.

    Attributes:
        content: an open PDF, a picture's bytes, or None for what is shown at once.
    """

    path: bytes
    stat: Stat
    content: PdfDocument | bytes | None

    def close(self) -> None:
        """Close it."""
        if isinstance(self.content, PdfDocument):
            self.content.close()


class Viewer:
    """Shows documents and draws their pages."""

    def __init__(self, beat: Callable[[], None]) -> None:
        self._beat = beat
        self._open: _Document | None = None

    def clear(self) -> None:
        """Close the open document and free its memory."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def show(self, request: Show, name: str) -> Preview:
        """Make a preview, under the name that the user sees.

        Raises:
            ExtractionError: there is nothing to show.
        """
        self.clear()
        file = self._read(request.path, name)
        content = self._keep(request.path, name, file)
        path = Path(name)
        if isinstance(content, PdfDocument):
            sizes = content.sizes(self._beat)
            return Preview(path, PreviewForm.PAGES, FileKind.PDF, content.title or name, sizes=sizes)
        if content is not None:
            sizes = images.measure_pages(content)
            form = PreviewForm.PAGES if len(sizes) > 1 else PreviewForm.IMAGE
            return Preview(path, form, FileKind.PICTURE, name, sizes=sizes)
        preview = preview_builder.show(Source(file.data, name, self._beat))
        return replace(preview, cut=preview.cut or file.cut)

    def draw(self, request: Draw, name: str) -> PageImage:
        """Draw a page, or a picture.

        Raises:
            ExtractionError: it cannot be read, or has no such page.
        """
        content = self._find(request.path) or self._keep(request.path, name, self._read(request.path, name))
        path = Path(name)
        if isinstance(content, PdfDocument):
            return content.draw(path, request.page, request.width, request.needles)
        if content is None:
            raise ExtractionError(Reason.UNSUPPORTED, FileMessage.NO_PAGE(number=request.page))
        return replace(images.draw(content, path, request.width, request.page), marks=((),) * len(request.needles))

    def _find(self, path: bytes) -> PdfDocument | bytes | None:
        """Return the open document's content, if it is this file, unchanged."""
        if self._open is None or self._open.path != path:
            return None
        try:
            found = to_stat(os.lstat(path))
        except OSError:
            return None
        return self._open.content if found == self._open.stat else None

    def _read(self, path: bytes, name: str) -> FileBytes:
        self.clear()
        return read_whole(path, lambda head: allow(head, name), self._beat)

    def _keep(self, path: bytes, name: str, file: FileBytes) -> PdfDocument | bytes | None:
        content: PdfDocument | bytes | None = None
        if images.is_picture(file.data):
            content = file.data
        elif (known := find_header(file.data, format_by_name(name))) and known.preview is PreviewMethod.PAGES:
            content = PdfDocument(file.data)
        self._open = _Document(path, file.stat, content)
        return content
