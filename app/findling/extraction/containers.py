"""What zip packages and OLE compound files are, by the parts that they hold."""

from __future__ import annotations

import io

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import limits
from findling.formats import FORMATS, UNREAD_FORMATS, Container, FileKind, Format
from findling.messages.file_templates import FileMessage

_ZIPS, _UNREAD_ZIPS, _COMPOUNDS, _UNREAD_COMPOUNDS = (
    tuple(known for known in formats if known.container is container)
    for container in Container
    for formats in (FORMATS, UNREAD_FORMATS)
)


def identify_zip(data: bytes, named: Format | None) -> FileKind:
    """Tell a document from an archive.

    A package whose directory is lost is what its name says, so that its reader can save what is left of it.

    Args:
        data: the package.
        named: the format that its name promises.

    Raises:
        ExtractionError: `ARCHIVE` or `UNSUPPORTED`, or what `limits.open_zip` finds wrong with a document.
    """
    promised = named if named in _ZIPS else None
    try:
        archive = limits.open_zip(data)
    except ExtractionError:
        if promised:
            return promised.kind
        raise ExtractionError(Reason.ARCHIVE, "zip archive") from None
    with archive:
        names = archive.namelist()
        media_type = _media_type(limits.read_member(archive, "mimetype")) if "mimetype" in names else ""
    return _by_media_type(media_type) or _by_parts(names, promised)


def _media_type(content: bytes) -> str:
    return content[:100].decode("ascii", "replace").strip().removesuffix("-template")


def _by_media_type(media_type: str) -> FileKind | None:
    for known in _ZIPS:
        if media_type in known.media_types:
            return known.kind
    for known in _UNREAD_ZIPS:
        if media_type.startswith(known.media_types):
            raise ExtractionError(known.reason, known.label)
    return None


def _by_parts(names: list[str], promised: Format | None) -> FileKind:
    for known in _ZIPS:
        if any(name.startswith(known.parts) for name in names):
            return known.kind
    if promised and "[Content_Types].xml" in names:
        return promised.kind
    for known in _UNREAD_ZIPS:
        if any(name.startswith(known.parts) for name in names):
            raise ExtractionError(known.reason, known.label)
    raise ExtractionError(Reason.MISNAMED if promised else Reason.ARCHIVE, "zip archive")


def identify_compound(data: bytes) -> FileKind:
    """Tell workbooks and messages from the compound files that are not read.

    Raises:
        ExtractionError: `LEGACY`, `ENCRYPTED` or `UNSUPPORTED` by what the file holds; `DAMAGED` if its directory
            cannot be read.
    """
    names = _top_level(data)
    for known in (*_UNREAD_COMPOUNDS, *_COMPOUNDS):
        if not names.isdisjoint(known.parts):
            if known.is_read:
                return known.kind
            raise ExtractionError(known.reason, known.label)
    raise ExtractionError(Reason.UNSUPPORTED, "Office container of another program")


def _top_level(data: bytes) -> set[str]:
    from olefile import OleFileIO
    from olefile.olefile import OleFileError

    try:
        with OleFileIO(io.BytesIO(data)) as compound:
            return {entry[0].lower() for entry in compound.listdir(streams=True, storages=True)}
    except (OleFileError, OSError, ValueError, IndexError) as error:
        raise ExtractionError(Reason.DAMAGED, FileMessage.CONTAINER_UNREADABLE(error=str(error))) from error
