"""Viewer of the parser child, which keeps one document open so that its next page is drawn at once."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from findling.domain.files import Reason, Stat
from findling.domain.preview import PageImage, Preview, PreviewForm
from findling.errors import ExtractionError
from findling.extraction.file_reading import allow, read_open, to_stat
from findling.extraction.kinds import find_header
from findling.extraction.previews import images, preview_builder
from findling.extraction.previews.pdf_pages import PdfDocument
from findling.extraction.secret_files import refuse_secret_content
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
        version: what tells the file, and this state of it, from any other.
        content: an open PDF, a picture's bytes, or None for what is shown at once.
    """

    version: tuple[int, Stat]
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

    def show(self, descriptor: int, name: str, request: Show) -> Preview:
        """Make a preview of an open file, under the name that the user sees.

        Raises:
            ExtractionError: there is nothing to show.
        """
        file, content = self._keep(descriptor, name)
        if not request.secrets:
            try:
                refuse_secret_content(file.data, name)
            except ExtractionError:
                self.clear()
                raise
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

    def draw(self, descriptor: int, name: str, request: Draw) -> PageImage:
        """Draw a page of an open file, or a picture.

        Raises:
            ExtractionError: it cannot be read, or has no such page.
        """
        if self._open is not None and self._open.version == _version_of(descriptor):
            content = self._open.content
        else:
            _, content = self._keep(descriptor, name)
        path = Path(name)
        if isinstance(content, PdfDocument):
            return content.draw(path, request.page, request.width, request.needles, request.words)
        if content is None:
            raise ExtractionError(Reason.UNSUPPORTED, FileMessage.NO_PAGE(number=request.page))
        return replace(images.draw(content, path, request.width, request.page), marks=((),) * len(request.needles))

    def _keep(self, descriptor: int, name: str) -> tuple[FileBytes, PdfDocument | bytes | None]:
        """Read a file in place of the document that was open; return it, and what of it is kept."""
        self.clear()
        file = read_open(descriptor, lambda head: allow(head, name), self._beat)
        content: PdfDocument | bytes | None = None
        if images.is_picture(file.data):
            content = file.data
        elif (known := find_header(file.data, format_by_name(name))) and known.preview is PreviewMethod.PAGES:
            content = PdfDocument(file.data)
        self._open = _Document(_version_of(descriptor), content)
        return file, content


def _version_of(descriptor: int) -> tuple[int, Stat]:
    found = os.fstat(descriptor)
    return found.st_dev, to_stat(found)
