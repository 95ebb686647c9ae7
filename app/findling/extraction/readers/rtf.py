"""Reader of Rich Text Format with striprtf."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from findling.domain.files import BlockKind, Extraction, Reason
from findling.errors import ExtractionError
from findling.extraction.document import TextBuilder
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from findling.extraction.source import Source

SIZE_LIMIT = 20 * 2**20
"""Bytes of a file; striprtf takes about a third of a second for each MiB."""

_USUAL_CODE_PAGE = "cp1252"
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{1,5})")
# The information group stands before the text (1.9.1, "Document Area").
_HEAD = 65_536
_TITLE = re.compile(r"\{\\title\s+((?:[^{}\\]|\\.){1,1000})\}", re.DOTALL)
# Pictures as hexadecimal digits are most of many files, and striprtf would walk them digit by digit.
_HEX = re.compile(rb"[0-9a-fA-F\s]{512,}")
# Bytes that follow as they are, not as RTF (1.9.1, "Pictures"); a writer that puts no number means digits after all.
_BINARY = re.compile(rb"\\bin(\d{0,10}) ?")
# A star marks a destination that may be skipped, only at the beginning of a group; StarOffice put it before styles.
_STRAY_STAR = re.compile(rb"(?<![{\s\\])\\\*(?=\\)")
# Characters of symbol fonts, which have no meaning without the font: bullets, mostly.
_SYMBOLS = re.compile("[\ufffd\uf020-\uf0ff]")
_ROW_END = "|"


def read(source: Source) -> Extraction:
    """Read an .rtf file."""
    if len(source.data) > SIZE_LIMIT:
        raise ExtractionError(Reason.TOO_LARGE, FileMessage.SIZE(size=SIZE_LIMIT))
    builder = TextBuilder()
    add_rich_text(builder, source.data)
    return builder.finish(FileKind.RTF, _title(source.data))


def add_rich_text(builder: TextBuilder, data: bytes, page: int | None = None) -> None:
    """Add the paragraphs and table rows of an RTF document.

    Raises:
        ExtractionError: `Reason.DAMAGED` if its control words cannot be followed.
    """
    for line in _SYMBOLS.sub("", _plain(_decoded(_reduced(data)))).split("\n"):
        if line.rstrip().endswith(_ROW_END):
            cells = (cell.strip() for cell in line.split(_ROW_END))
            builder.add(" | ".join(filter(None, cells)), BlockKind.ROW, page=page)
        else:
            builder.add(line, page=page)


def _reduced(data: bytes) -> bytes:
    """Remove what is no text and what striprtf misreads; complete a fragment to a document."""
    data = _STRAY_STAR.sub(b"", _HEX.sub(b" ", _without_binary(data)))
    return data if data.lstrip().startswith(rb"{\rtf") else rb"{\rtf1 " + data + b"}"


def _without_binary(data: bytes) -> bytes:
    parts = []
    at = 0
    while found := _BINARY.search(data, at):
        parts.append(data[at : found.start()])
        at = found.end() + int(found[1] or 0)
    return b"".join([*parts, data[at:]])


def _decoded(data: bytes) -> str:
    """Decode unescaped bytes beyond ASCII by the code page that the document names."""
    named = _CODE_PAGE.search(data)
    name = f"cp{named[1].decode()}" if named else _USUAL_CODE_PAGE
    try:
        codecs.lookup(name)
    except LookupError:
        # The name must go, since striprtf takes a page that it does not know for UTF-8.
        return _CODE_PAGE.sub(b"", data).decode(_USUAL_CODE_PAGE, "replace")
    return data.decode(name, "replace")


def _plain(rtf: str) -> str:
    from striprtf.striprtf import rtf_to_text

    try:
        return str(rtf_to_text(rtf, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError, OverflowError) as error:
        raise ExtractionError(Reason.DAMAGED, str(error)) from error


def _title(data: bytes) -> str:
    found = _TITLE.search(_decoded(data[:_HEAD]))
    code_page = _CODE_PAGE.search(data, 0, _HEAD)
    return _plain(f"{{\\rtf1{code_page[0].decode() if code_page else ''} {found[1]}}}") if found else ""
