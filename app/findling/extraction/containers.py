"""What zip packages and OLE compound files are, by the parts that they hold."""

from __future__ import annotations

import io

from findling.errors import ExtractionError
from findling.extraction import limits
from findling.types import FileKind, Reason

_BY_SUFFIX = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), FileKind.DOCX),
    **dict.fromkeys((".pptx", ".pptm", ".ppsx", ".ppsm", ".potx"), FileKind.PPTX),
    **dict.fromkeys((".xlsx", ".xlsm", ".xltx", ".xlsb"), FileKind.XLSX),
    **dict.fromkeys((".odt", ".ott"), FileKind.ODT),
    **dict.fromkeys((".ods", ".ots"), FileKind.ODS),
    **dict.fromkeys((".odp", ".otp"), FileKind.ODP),
    ".epub": FileKind.EPUB,
}
_BY_MEDIA_TYPE = {
    "application/epub+zip": FileKind.EPUB,
    "application/vnd.oasis.opendocument.text": FileKind.ODT,
    "application/vnd.oasis.opendocument.spreadsheet": FileKind.ODS,
    "application/vnd.oasis.opendocument.presentation": FileKind.ODP,
    "application/vnd.sun.xml.writer": FileKind.ODT,
    "application/vnd.sun.xml.calc": FileKind.ODS,
    "application/vnd.sun.xml.impress": FileKind.ODP,
}
_BY_FOLDER = {
    "META-INF/container.xml": FileKind.EPUB,
    "word/": FileKind.DOCX,
    "ppt/": FileKind.PPTX,
    "xl/": FileKind.XLSX,
}
_UNREAD_PACKAGES = {
    "Index/": "Apple Pages, Numbers or Keynote document",
    "index.apxl": "Apple Keynote document",
    "index.xml": "Apple Pages document",
    "FixedDocumentSequence.fdseq": "XPS document",
    "FixedDocSeq.fdseq": "XPS document",
    "visio/": "Visio drawing",
    "Contents/content.hpf": "Hangul document",
}

# In lower case: MS-CFB 2.6.4 compares names without regard to it.
_UNREAD_STREAMS = {
    "encryptedpackage": (Reason.ENCRYPTED, "Office document"),
    "worddocument": (Reason.LEGACY, "Word 97-2003 document (.doc)"),
    "powerpoint document": (Reason.LEGACY, "PowerPoint 97-2003 presentation (.ppt)"),
    "pp40": (Reason.LEGACY, "PowerPoint 95 presentation (.ppt)"),
    "visiodocument": (Reason.UNSUPPORTED, "Visio drawing"),
    "quill": (Reason.UNSUPPORTED, "Publisher document"),
    "\x05hwpsummaryinformation": (Reason.UNSUPPORTED, "Hangul document"),
}
_WORKBOOKS = frozenset({"workbook", "book"})
_MESSAGE = "__properties_version1.0"


def identify_zip(data: bytes, suffix: str) -> FileKind:
    """Tell a document from an archive.

    A package whose directory is lost is what its name says, so that its reader can save what is left of it.

    Raises:
        ExtractionError: `ARCHIVE` or `UNSUPPORTED`, or what `limits.open_zip` finds wrong with a document.
    """
    try:
        archive = limits.open_zip(data)
    except ExtractionError:
        if suffix in _BY_SUFFIX:
            return _BY_SUFFIX[suffix]
        raise ExtractionError(Reason.ARCHIVE, "zip archive") from None
    with archive:
        names = archive.namelist()
        media_type = _media_type(limits.read_member(archive, "mimetype")) if "mimetype" in names else ""
    return _by_media_type(media_type) or _by_parts(names, suffix)


def _media_type(content: bytes) -> str:
    return content[:100].decode("ascii", "replace").strip().removesuffix("-template")


def _by_media_type(media_type: str) -> FileKind | None:
    if media_type.startswith("application/vnd.oasis.") and media_type not in _BY_MEDIA_TYPE:
        raise ExtractionError(Reason.UNSUPPORTED, "OpenDocument drawing, formula or database")
    return _BY_MEDIA_TYPE.get(media_type)


def _by_parts(names: list[str], suffix: str) -> FileKind:
    for part, kind in _BY_FOLDER.items():
        if any(name.startswith(part) for name in names):
            return kind
    if suffix in _BY_SUFFIX and "[Content_Types].xml" in names:
        return _BY_SUFFIX[suffix]
    for part, title in _UNREAD_PACKAGES.items():
        if any(name.startswith(part) for name in names):
            raise ExtractionError(Reason.UNSUPPORTED, title)
    if suffix in _BY_SUFFIX:
        raise ExtractionError(Reason.MISNAMED, "zip archive")
    raise ExtractionError(Reason.ARCHIVE, "zip archive")


def identify_compound(data: bytes) -> FileKind:
    """Tell workbooks and messages from the compound files that are not read.

    Raises:
        ExtractionError: `LEGACY`, `ENCRYPTED` or `UNSUPPORTED` by what the file holds; `DAMAGED` if its directory
            cannot be read.
    """
    names = _top_level(data)
    if _MESSAGE in names:
        return FileKind.MSG
    for name, refusal in _UNREAD_STREAMS.items():
        if name in names:
            raise ExtractionError(*refusal)
    if not names.isdisjoint(_WORKBOOKS):
        return FileKind.XLS
    raise ExtractionError(Reason.UNSUPPORTED, "Office container of another program")


def _top_level(data: bytes) -> set[str]:
    from olefile import OleFileIO
    from olefile.olefile import OleFileError

    try:
        with OleFileIO(io.BytesIO(data)) as compound:
            return {entry[0].lower() for entry in compound.listdir(streams=True, storages=True)}
    except (OleFileError, OSError, ValueError, IndexError) as error:
        raise ExtractionError(Reason.DAMAGED, f"the Office container cannot be opened: {error}") from error
