"""What people call the kinds of files."""

from __future__ import annotations

from types import MappingProxyType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from findling.types import FileKind

_TEXT_DOCUMENT = QT_TRANSLATE_NOOP("Kinds", "Text document")
_SLIDES = QT_TRANSLATE_NOOP("Kinds", "Slides")
_SPREADSHEET = QT_TRANSLATE_NOOP("Kinds", "Spreadsheet")
_TABLE = QT_TRANSLATE_NOOP("Kinds", "Table")
_MAIL = QT_TRANSLATE_NOOP("Kinds", "E-mail")

_WORDS = MappingProxyType(
    {
        FileKind.TEXT: QT_TRANSLATE_NOOP("Kinds", "Text"),
        FileKind.MARKDOWN: QT_TRANSLATE_NOOP("Kinds", "Markdown"),
        FileKind.HTML: QT_TRANSLATE_NOOP("Kinds", "Web page"),
        FileKind.PDF: QT_TRANSLATE_NOOP("Kinds", "PDF"),
        FileKind.DOCX: _TEXT_DOCUMENT,
        FileKind.ODT: _TEXT_DOCUMENT,
        FileKind.RTF: _TEXT_DOCUMENT,
        FileKind.PPTX: _SLIDES,
        FileKind.ODP: _SLIDES,
        FileKind.XLSX: _SPREADSHEET,
        FileKind.XLS: _SPREADSHEET,
        FileKind.ODS: _SPREADSHEET,
        FileKind.CSV: _TABLE,
        FileKind.TSV: _TABLE,
        FileKind.EPUB: QT_TRANSLATE_NOOP("Kinds", "Book"),
        FileKind.EML: _MAIL,
        FileKind.MSG: _MAIL,
        FileKind.MBOX: QT_TRANSLATE_NOOP("Kinds", "Mailbox"),
        FileKind.JSON: QT_TRANSLATE_NOOP("Kinds", "JSON"),
        FileKind.XML: QT_TRANSLATE_NOOP("Kinds", "XML"),
        FileKind.IPYNB: QT_TRANSLATE_NOOP("Kinds", "Notebook"),
        FileKind.CODE: QT_TRANSLATE_NOOP("Kinds", "Code"),
        FileKind.OTHER: QT_TRANSLATE_NOOP("Kinds", "File"),
    }
)


def kind_words(kind: FileKind) -> str:
    """The kind of a file in words, as they stand before its pages or its date."""
    return QCoreApplication.translate("Kinds", str(_WORDS[kind]))
