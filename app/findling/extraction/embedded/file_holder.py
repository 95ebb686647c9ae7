"""Opened file that holds others: these, under safe names, and why there may be more."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from findling.domain.files import EmbeddedFile, EmbeddedFiles, Reason
from findling.errors import ExtractionError
from findling.extraction import package
from findling.extraction.embedded.embedded_entry import EmbeddedEntry, Shortfall
from findling.extraction.embedded.embedded_names import SafeNames
from findling.extraction.limits import ZIP_MEMBERS, ZIP_TOTAL
from findling.formats import FileKind
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from findling.extraction.source import Source

    _Finder = Callable[[Source], Iterator[EmbeddedEntry | Shortfall]]

NESTING_LIMIT = 5
"""Files around a file that is read: an archive in a mail in an archive is three deep at its members."""

FILES_LIMIT = ZIP_MEMBERS
LISTED_SIZE_LIMIT = ZIP_TOTAL
"""Files and bytes that are read of one file on the disk, however deep they are in it."""

_FINDERS = MappingProxyType(
    {
        FileKind.EML: "mail_parts",
        FileKind.MBOX: "mail_parts",
        FileKind.MSG: "outlook_attachments",
        FileKind.PDF: "pdf_attachments",
        FileKind.RTF: "rtf_objects",
        **dict.fromkeys((FileKind.DOC, FileKind.PPT, FileKind.XLS), "compound_objects"),
        **dict.fromkeys(
            (FileKind.DOCX, FileKind.PPTX, FileKind.XLSX, FileKind.ODT, FileKind.ODP, FileKind.ODS, FileKind.VSDX),
            "office_objects",
        ),
        FileKind.ARCHIVE: "archive_members",
    }
)
"""Modules of this package whose `find_entries` finds what is in a file of that kind."""

_UNTOLD = frozenset({FileKind.ARCHIVE, FileKind.DOC, FileKind.PPT, FileKind.XLS})
"""Kinds whose readers do not tell that there are files inside."""


@dataclass(frozen=True, slots=True)
class FileHolder:
    """Files that were found in a file.

    Attributes:
        entries: by their safe names, in the order in which they stand there.
        shortfall: why there are more; None where that is not so.
    """

    entries: Mapping[str, EmbeddedEntry]
    shortfall: Shortfall | None = None

    def list_files(self, modified_ns: int) -> EmbeddedFiles:
        """Return the files; what does not say when it was written is as old as the outer file."""
        files = tuple(EmbeddedFile(name, entry.to_stat(modified_ns)) for name, entry in self.entries.items())
        if self.shortfall is None:
            return EmbeddedFiles(files)
        return EmbeddedFiles(files, self.shortfall.reason, self.shortfall.detail)


def can_hold(kind: FileKind) -> bool:
    """Return whether files can be in a file of a kind, and be read."""
    return kind in _FINDERS


def may_hold(kind: FileKind, *, is_told: bool) -> bool:
    """Return whether to ask what is in a file of a kind; `is_told` if its reader told of some."""
    return can_hold(kind) and (is_told or kind in _UNTOLD)


def open_holder(source: Source, kind: FileKind) -> FileHolder:
    """Find the files inside a file of a kind, as far as the limits go.

    Raises:
        ExtractionError: none can be found, with the reason.
    """
    finder = cast("_Finder", import_module(f"findling.extraction.embedded.{_FINDERS[kind]}").find_entries)
    names = SafeNames()
    entries: dict[str, EmbeddedEntry] = {}
    size = 0
    try:
        for found in finder(source):
            if isinstance(found, Shortfall):
                return FileHolder(entries, found)
            size += found.size
            if (shortfall := find_excess(len(entries) + 1, size)) is not None:
                return FileHolder(entries, shortfall)
            entries[names.add(found.name)] = found
    except ExtractionError as error:
        if not entries:
            raise
        return FileHolder(entries, Shortfall(Reason(error.reason), error.detail))
    except (RecursionError, *package.BROKEN) as error:
        if not entries:
            raise ExtractionError(Reason.DAMAGED, str(error)) from error
        return FileHolder(entries, Shortfall(Reason.DAMAGED))
    return FileHolder(entries)


def find_excess(count: int, size: int) -> Shortfall | None:
    """Return why so many files, of so many bytes together, are more than is read of one file."""
    if count > FILES_LIMIT:
        return Shortfall(Reason.TOO_MANY_PARTS, FileMessage.FILES_LIMITED(limit=FILES_LIMIT))
    if size > LISTED_SIZE_LIMIT:
        return Shortfall(Reason.UNPACKS_TOO_LARGE, FileMessage.SIZE_LIMITED(size=size, limit=LISTED_SIZE_LIMIT))
    return None
