"""Viewer of the parser child, which keeps a document open to draw its next page at once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from findling.domain.preview import PageImage, Preview, PreviewForm
from findling.errors import ExtractionError
from findling.extraction.embedded.file_nest import FileNest
from findling.extraction.kinds import find_header
from findling.extraction.previews import images, preview_builder
from findling.extraction.previews.pdf_pages import PdfDocument
from findling.extraction.previews.picture_gallery import PictureGallery
from findling.extraction.sandbox.parser_protocol import PIECE, Taken
from findling.extraction.secret_files import refuse_secret_content
from findling.extraction.source import Source
from findling.formats import FileKind, PreviewMethod, format_by_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from findling.extraction.embedded.file_nest import FileVersion, HandedFile
    from findling.extraction.file_reading import FileBytes
    from findling.extraction.sandbox.parser_protocol import Draw, Show


_Content: TypeAlias = PdfDocument | bytes | PictureGallery


@dataclass(frozen=True, slots=True)
class _Document:
    """The open document.

    Attributes:
        version: what tells the file, and this state of it, from any other.
        content: an open PDF, a picture's bytes, or the pictures in what is else shown at once.
    """

    version: FileVersion
    content: _Content

    def close(self) -> None:
        """Close it."""
        if isinstance(self.content, PdfDocument):
            self.content.close()


class Viewer:
    """Shows documents and draws their pages."""

    def __init__(self, beat: Callable[[], None]) -> None:
        """Create a viewer; `beat` is called as work goes on."""
        self._beat = beat
        self._nest = FileNest(beat)
        self._open: _Document | None = None
        self._taken: tuple[FileVersion, bytes] | None = None

    def clear(self) -> None:
        """Close the open document and free its memory."""
        self._taken = None
        self._nest.clear()
        if self._open is not None:
            self._open.close()
            self._open = None

    def take(self, handed: HandedFile, start: int) -> Taken:
        """Return the bytes of a file from one of them on, `PIECE` at most.

        Raises:
            ExtractionError: it cannot be read.
        """
        version = handed.read_version()
        if self._taken is None or self._taken[0] != version:
            self._taken = version, self._nest.unpack(handed)
        data = self._taken[1]
        return Taken(data[start : start + PIECE], len(data))

    def show(self, handed: HandedFile, request: Show) -> Preview:
        """Make a preview, under the name that the user sees.

        Raises:
            ExtractionError: there is nothing to show.
        """
        file, content = self._keep(handed)
        name = handed.name
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
        if isinstance(content, bytes):
            sizes = images.measure_pages(content)
            form = PreviewForm.PAGES if len(sizes) > 1 else PreviewForm.IMAGE
            return Preview(path, form, FileKind.PICTURE, name, sizes=sizes)
        preview = preview_builder.make_preview(Source(file.data, name, self._beat), content)
        return replace(preview, cut=preview.cut or file.cut)

    def draw(self, handed: HandedFile, request: Draw) -> PageImage:
        """Draw a page of a file, a picture, or one of those in its text.

        Raises:
            ExtractionError: it cannot be read, or has no such page.
        """
        if self._open is not None and self._open.version == handed.read_version():
            content = self._open.content
        else:
            file, content = self._keep(handed)
            if isinstance(content, PictureGallery):
                preview_builder.make_preview(Source(file.data, handed.name, self._beat), content)
        path = Path(handed.name)
        if isinstance(content, PdfDocument):
            return content.draw(path, request.page, request.width, request.needles, request.words)
        if isinstance(content, PictureGallery):
            data = content.read(request.page)
            image = images.draw(data, path, request.width, on_paper=True)
            return replace(image, page=request.page, marks=((),) * len(request.needles))
        return replace(images.draw(content, path, request.width, request.page), marks=((),) * len(request.needles))

    def _keep(self, handed: HandedFile) -> tuple[FileBytes, _Content]:
        """Read a file in place of the document that was open; return it, and what of it is kept."""
        self.clear()
        file = self._nest.open(handed)
        self._nest.release()
        content: _Content = PictureGallery()
        if images.is_picture(file.data):
            content = file.data
        elif (known := find_header(file.data, format_by_name(handed.name))) and known.preview is PreviewMethod.PAGES:
            content = PdfDocument(file.data)
        self._open = _Document(handed.read_version(), content)
        return file, content
