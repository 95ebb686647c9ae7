"""Which mark stands for which kind of file."""

from __future__ import annotations

from findling.types import FileKind

_MARKS = {
    FileKind.TEXT: "text",
    FileKind.MARKDOWN: "markdown",
    FileKind.HTML: "web",
    FileKind.PDF: "pdf",
    FileKind.DOCX: "word",
    FileKind.PPTX: "slides",
    FileKind.XLSX: "sheet",
    FileKind.XLS: "sheet",
    FileKind.ODT: "word",
    FileKind.ODS: "sheet",
    FileKind.ODP: "slides",
    FileKind.RTF: "word",
    FileKind.EPUB: "book",
    FileKind.CSV: "sheet",
    FileKind.TSV: "sheet",
    FileKind.JSON: "data",
    FileKind.XML: "data",
    FileKind.EML: "mail",
    FileKind.MBOX: "mail",
    FileKind.MSG: "mail",
    FileKind.IPYNB: "notebook",
    FileKind.CODE: "code",
    FileKind.OTHER: "other",
}


def mark_of(kind: FileKind | None) -> str:
    """The name of the drawing for a kind of file; None is a file of which nothing is known."""
    return "other" if kind is None else _MARKS[kind]
