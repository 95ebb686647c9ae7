"""Reader of EPUB: the chapters of the spine in reading order, each a part of its own."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import unquote

from findling.domain.files import Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction import limits, package
from findling.extraction.document import TextBuilder
from findling.extraction.encoding import decode
from findling.extraction.readers.html_text import add_html, declared_encoding
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator

    from lxml import etree

    from findling.extraction.source import Source

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_FONT_MANGLING = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")
"""Algorithms that hide fonts only, and leave the text open: https://www.w3.org/TR/epub-33/#sec-font-obfuscation"""
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")


@dataclass(frozen=True, slots=True)
class _Book:
    """Title and paths of the chapters, in reading order, of a package document."""

    title: str
    chapters: tuple[str, ...]


def read(source: Source) -> Extraction:
    """Read a book that is not protected."""
    return package.read_or_repair(source.data, lambda data: _read_book(data, source))


def _read_book(data: bytes, source: Source) -> Extraction:
    builder = TextBuilder()
    with limits.open_zip(data) as archive:
        _check_open(archive)
        book = _book(archive)
        missing = 0
        for chapter in book.chapters:
            if builder.full:
                break
            source.beat()
            try:
                content = limits.read_member(archive, chapter)
            except ExtractionError as error:
                if error.reason != Reason.DAMAGED:
                    raise
                missing += 1
                continue
            resolve = partial(_resolve, posixpath.dirname(chapter))
            add_html(builder, decode(content, declared_encoding(content)).text, breaks=True, resolve=resolve)
    if not missing:
        return builder.finish(FileKind.EPUB, book.title)
    total = len(book.chapters)
    reason = Reason.DAMAGED if missing == total else Reason.PARTLY_READ
    detail = FileMessage.CHAPTERS_READ(read=total - missing, all=total)
    return builder.finish(FileKind.EPUB, book.title, reason=reason, detail=detail)


def _resolve(folder: str, address: str) -> str:
    """Return the member's name that a chapter's address stands for; "" if it leads elsewhere."""
    path = unquote(address.partition("#")[0])
    return "" if not path or ":" in path else posixpath.normpath(posixpath.join(folder, path))


def _check_open(archive: zipfile.ZipFile) -> None:
    if _ENCRYPTION not in archive.namelist():
        return
    methods = package.parse_part(limits.read_member(archive, _ENCRYPTION)).iter("{*}EncryptionMethod")
    if any(method.get("Algorithm") not in _FONT_MANGLING for method in methods):
        raise ExtractionError(Reason.DRM, FileMessage.TEXT_ENCRYPTED())


def parse_package(archive: zipfile.ZipFile) -> tuple[etree._Element, str]:
    """Return the package document of a book and its folder.

    Raises:
        ExtractionError: `DAMAGED` where there is none that can be parsed.
    """
    path = _package_path(archive)
    return package.parse_part(limits.read_member(archive, path)), posixpath.dirname(path)


def _book(archive: zipfile.ZipFile) -> _Book:
    root, folder = parse_package(archive)
    title = root.find(".//{http://purl.org/dc/elements/1.1/}title")
    there = set(archive.namelist())
    chapters = dict.fromkeys((*_chapters(root, folder), *filter(there.__contains__, _others(root, folder))))
    if len(chapters) > limits.EPUB_SPINE_ITEMS:
        raise ExtractionError(
            Reason.TOO_MANY_PARTS, FileMessage.TOO_MANY_CHAPTERS(count=len(chapters), limit=limits.EPUB_SPINE_ITEMS)
        )
    words = "".join(map(str, title.itertext())) if title is not None else ""
    return _Book(package.sensible_title(words), tuple(chapters))


def _package_path(archive: zipfile.ZipFile) -> str:
    """Return the package document's path: as the container says, else the first .opf's."""
    names = archive.namelist()
    if _CONTAINER in names:
        rootfile = package.parse_part(limits.read_member(archive, _CONTAINER)).find(".//{*}rootfile")
        path = str(rootfile.get("full-path", "")) if rootfile is not None else ""
        if path in names:
            return path
    found = next((name for name in names if name.endswith(".opf")), None)
    if found is None:
        raise ExtractionError(Reason.DAMAGED, FileMessage.NO_PARTS_TABLE())
    return found


def _others(root: etree._Element, folder: str) -> Iterator[str]:
    """Yield the pages out of order: notes, and what only links lead to; no table of contents."""
    listed = {reference.get("idref") for reference in root.iter("{*}itemref")}
    for item in root.iter("{*}item"):
        is_help = "nav" in str(item.get("properties", "")).split() or item.get("media-type") not in _PAGES
        if item.get("id") not in listed and not is_help and item.get("href"):
            yield posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href")).partition("#")[0])))


def _chapters(root: etree._Element, folder: str) -> Iterator[str]:
    items = {item.get("id"): item for item in root.iter("{*}item")}
    for reference in root.iter("{*}itemref"):
        item = items.get(reference.get("idref"))
        if item is not None and item.get("media-type", _PAGES[0]) in _PAGES and item.get("href"):
            yield posixpath.normpath(posixpath.join(folder, unquote(str(item.get("href")).partition("#")[0])))
