"""Table of file formats: one row holds all that is known of a format."""

from __future__ import annotations

from pathlib import PurePath
from types import MappingProxyType

from findling import file_magic, signatures
from findling.formats import FAMILIES, Container, Family, FileKind, Format, PreviewMethod, SizeLimit, Unit
from findling.source_languages import NAMED_SCRIPTS, SOURCE_LANGUAGES

_MEGABYTE = 1_000_000
_PACKAGE = SizeLimit(150 * _MEGABYTE, 150 * _MEGABYTE)
_COMPOUND = SizeLimit(64 * _MEGABYTE, 64 * _MEGABYTE)


def _dotted(suffixes: str) -> tuple[str, ...]:
    return tuple(f".{suffix}" for suffix in suffixes.split())


# fmt: off
FORMATS = (
    # Before all others: of what is in an archive, the beginning may be in its own.
    Format(kind=FileKind.ARCHIVE, label="Archive", reader="archive", icon="archive", families=("archive",),
           suffixes=_dotted("zip 7z tar gz tgz bz2 tbz tbz2 xz txz"), container=Container.ZIP, keeper_rank=230,
           header=rb"(?s)\A(?:\x1f\x8b|BZh[1-9]|\xfd7zXZ\0|7z\xbc\xaf\x27\x1c|.{257}ustar)",
           size_limit=_PACKAGE, tokens_per_byte=0.01),
    Format(kind=FileKind.TEXT, label="Text", reader="plain_text", preview=PreviewMethod.TEXT, icon="text",
           suffixes=_dotted("txt text log rst org adoc asciidoc tex bib srt vtt nfo me readme"),
           families=("text",), keeper_rank=210, audit="text_audit", tokens_per_byte=0.40, is_all_text=True),
    Format(kind=FileKind.MARKDOWN, label="Markdown", reader="markdown", preview=PreviewMethod.MARKUP, icon="markdown",
           suffixes=_dotted("md markdown mdown mkd mdx rmd qmd"),
           families=("text", "md"), keeper_rank=80, audit="markdown_audit", tokens_per_byte=0.24, is_all_text=True),
    Format(kind=FileKind.HTML, label="Web page", reader="html_text", preview=PreviewMethod.MARKUP, icon="web",
           suffixes=_dotted("html htm xhtml xht shtml webarchive"), families=("web",), audit="markup_audit",
           opening=rb"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html|head|body)\b",
           # A parsed page takes over twenty times its size in memory.
           size_limit=SizeLimit(16 * _MEGABYTE, 16 * _MEGABYTE), keeper_rank=120, origins="page",
           tokens_per_byte=0.090),
    # ISO 32000-1, annex H.3.4.1 (implementation note 13): there may be other bytes before the header.
    Format(kind=FileKind.PDF, label="PDF", reader="pdf", preview=PreviewMethod.PAGES, icon="pdf", families=("pdf",),
           suffixes=(".pdf",), header=rb"%PDF-", fragment=rb"endobj", audit="pdf_audit",
           size_limit=SizeLimit(300 * _MEGABYTE, 300 * _MEGABYTE), keeper_rank=90, origins="pdf",
           tokens_per_byte=0.022),
    Format(kind=FileKind.RTF, label="Text document", reader="rtf", icon="word", families=("word",),
           suffixes=(".rtf",), header=rb"\A\s*\{\\rtf", fragment=rb"\A\s*\{\\", audit="rtf_audit",
           size_limit=SizeLimit(20 * _MEGABYTE, 20 * _MEGABYTE), keeper_rank=110, origins="rich_text",
           tokens_per_byte=0.014),
    # Before the others in zips: a book may have any folders.
    Format(kind=FileKind.EPUB, label="Book", reader="epub", icon="book", families=("book",),
           suffixes=(".epub",), container=Container.ZIP, audit="book_audit", media_types=("application/epub+zip",),
           parts=("META-INF/container.xml",), size_limit=_PACKAGE, keeper_rank=100, origins="book",
           tokens_per_byte=0.26),
    Format(kind=FileKind.DOCX, label="Text document", reader="word", preview=PreviewMethod.MARKUP, icon="word",
           suffixes=_dotted("docx docm dotx dotm"), container=Container.ZIP, parts=("word/",), families=("word",),
           size_limit=_PACKAGE, keeper_rank=10, audit="word_audit", origins="package", tokens_per_byte=0.026),
    Format(kind=FileKind.ODT, label="Text document", reader="opendocument", icon="word", families=("word",),
           suffixes=_dotted("odt ott fodt odf"), container=Container.ZIP,
           prologue=signatures.flat_opendocument(b"text"),
           media_types=("application/vnd.oasis.opendocument.text", "application/vnd.sun.xml.writer",
                        "application/vnd.oasis.opendocument.formula", "application/vnd.sun.xml.math"),
           size_limit=_PACKAGE, keeper_rank=20, audit="opendocument_audit", origins="package", tokens_per_byte=0.007),
    Format(kind=FileKind.PPTX, label="Slides", reader="slides", icon="slides", families=("slides",), unit=Unit.SLIDE,
           suffixes=_dotted("pptx pptm ppsx ppsm potx"), container=Container.ZIP, parts=("ppt/",),
           size_limit=_PACKAGE, keeper_rank=30, audit="slides_audit", origins="package", tokens_per_byte=0.0014),
    Format(kind=FileKind.ODP, label="Slides", reader="opendocument", icon="slides", families=("slides",),
           suffixes=_dotted("odp otp fodp odg otg fodg"), container=Container.ZIP, unit=Unit.SLIDE,
           prologue=signatures.flat_opendocument(b"(?:presentation|graphics)"),
           media_types=("application/vnd.oasis.opendocument.presentation", "application/vnd.sun.xml.impress",
                        "application/vnd.oasis.opendocument.graphics", "application/vnd.sun.xml.draw"),
           size_limit=_PACKAGE, keeper_rank=40, audit="opendocument_audit", origins="package", tokens_per_byte=0.003),
    Format(kind=FileKind.XLSX, label="Spreadsheet", reader="sheets", preview=PreviewMethod.TABLE, icon="sheet",
           suffixes=_dotted("xlsx xlsm xltx xlsb"), container=Container.ZIP, parts=("xl/",), families=("sheet",),
           unit=Unit.SHEET, size_limit=_PACKAGE, keeper_rank=50, audit="workbook_audit", origins="package",
           tokens_per_byte=0.014),
    Format(kind=FileKind.XLS, label="Spreadsheet", reader="sheets", preview=PreviewMethod.TABLE, icon="sheet",
           suffixes=(".xls",), container=Container.COMPOUND, parts=("workbook", "book"), families=("sheet",),
           prologue=signatures.SPREADSHEET_XML, header=signatures.WORKBOOK_RECORDS, unit=Unit.SHEET,
           size_limit=_COMPOUND, keeper_rank=130, origins="compound", tokens_per_byte=0.44),
    Format(kind=FileKind.ODS, label="Spreadsheet", reader="sheets", preview=PreviewMethod.TABLE, icon="sheet",
           suffixes=_dotted("ods ots fods"), container=Container.ZIP, families=("sheet",), unit=Unit.SHEET,
           prologue=signatures.flat_opendocument(b"spreadsheet"),
           media_types=("application/vnd.oasis.opendocument.spreadsheet", "application/vnd.sun.xml.calc"),
           size_limit=_PACKAGE, keeper_rank=60, audit="opendocument_audit", origins="package", tokens_per_byte=0.018),
    Format(kind=FileKind.DOC, label="Text document", reader="word_binary", icon="word", families=("word",),
           suffixes=_dotted("doc dot"), container=Container.COMPOUND, parts=("worddocument",), size_limit=_COMPOUND,
           keeper_rank=112, audit="compound_audit", origins="compound", tokens_per_byte=0.03),
    Format(kind=FileKind.PPT, label="Slides", reader="slides_binary", icon="slides", families=("slides",),
           unit=Unit.SLIDE, suffixes=_dotted("ppt pps pot"), container=Container.COMPOUND, size_limit=_COMPOUND,
           parts=("powerpoint document",), keeper_rank=114, audit="compound_audit", origins="compound",
           tokens_per_byte=0.003),
    # What Keynote alone has comes first; the other two are told by their names. Keys bear .key as well.
    Format(kind=FileKind.KEYNOTE, label="Slides", reader="apple_documents", icon="slides", families=("slides",),
           container=Container.ZIP, parts=("index.apxl", "Index/Slide", "Index/MasterSlide", "Index/TemplateSlide"),
           size_limit=_PACKAGE, keeper_rank=118, tokens_per_byte=0.003),
    Format(kind=FileKind.PAGES, label="Text document", reader="apple_documents", icon="word", families=("word",),
           suffixes=(".pages",), container=Container.ZIP, parts=("Index/Document.iwa", "index.xml"),
           size_limit=_PACKAGE, keeper_rank=116, tokens_per_byte=0.01),
    Format(kind=FileKind.NUMBERS, label="Spreadsheet", reader="apple_documents", icon="sheet", families=("sheet",),
           suffixes=(".numbers",), container=Container.ZIP, parts=("Index/Document.iwa", "index.xml"),
           size_limit=_PACKAGE, keeper_rank=117, tokens_per_byte=0.01),
    # Of these too few were at hand to count their tokens: they are taken to have as many as what is most like them.
    Format(kind=FileKind.XPS, label="XPS", reader="fixed_pages", icon="pdf", families=("word",),
           suffixes=_dotted("xps oxps"), container=Container.ZIP, parts=("FixedDocumentSequence.fdseq",
           "FixedDocSeq.fdseq"), size_limit=_PACKAGE, keeper_rank=92, origins="package", tokens_per_byte=0.022),
    Format(kind=FileKind.HWPX, label="Text document", reader="hangul", icon="word", families=("word",),
           suffixes=(".hwpx",), container=Container.ZIP, parts=("Contents/content.hpf",),
           media_types=("application/hwp+zip",), size_limit=_PACKAGE, keeper_rank=25, origins="hangul",
           tokens_per_byte=0.026),
    Format(kind=FileKind.VSDX, label="Drawing", reader="diagrams", icon="slides", families=("slides",),
           suffixes=_dotted("vsdx vsdm vstx vstm vssx vssm"), container=Container.ZIP, parts=("visio/",),
           size_limit=_PACKAGE, keeper_rank=45, origins="package", tokens_per_byte=0.003),
    Format(kind=FileKind.CSV, label="Table", reader="delimited_text", preview=PreviewMethod.TABLE, icon="sheet",
           suffixes=(".csv",), delimiter=",", families=("sheet", "data"),
           keeper_rank=160, audit="text_audit", tokens_per_byte=0.66, is_all_text=True),
    Format(kind=FileKind.TSV, label="Table", reader="delimited_text", preview=PreviewMethod.TABLE, icon="sheet",
           suffixes=_dotted("tsv tab"), delimiter="\t", families=("sheet", "data"),
           keeper_rank=170, audit="text_audit", tokens_per_byte=0.66, is_all_text=True),
    Format(kind=FileKind.JSON, label="JSON", reader="json_text", preview=PreviewMethod.CODE, icon="data", lexer="json",
           suffixes=_dotted("json jsonl ndjson geojson webmanifest har"), families=("data",),
           keeper_rank=190, audit="text_audit", tokens_per_byte=0.21, is_all_text=True),
    Format(kind=FileKind.XML, label="XML", reader="xml_text", preview=PreviewMethod.CODE, icon="data", lexer="xml",
           suffixes=_dotted("xml rss atom opml fb2 svg dita ditamap kml gpx docbook dbk xsd xsl xslt "
                            "xliff xlf tei"),
           opening=rb"\s*<\?xml\b", families=("data",), keeper_rank=180, audit="text_audit", tokens_per_byte=0.37),
    Format(kind=FileKind.EML, label="E-mail", reader="mail", preview=PreviewMethod.MAIL, icon="mail",
           suffixes=_dotted("eml emlx mht mhtml"), families=("mail",), audit="mail_audit", opening=signatures.MAIL,
           prologue=signatures.SENT_MAIL, size_limit=SizeLimit(64 * _MEGABYTE, 64 * _MEGABYTE), keeper_rank=140,
           origins="mail", tokens_per_byte=0.051),
    Format(kind=FileKind.MBOX, label="Mailbox", reader="mail", audit="mail_audit", icon="mail", families=("mail",),
           unit=Unit.MESSAGE, suffixes=_dotted("mbox mbx"),
           opening=signatures.MAILBOX, prologue=signatures.MAILBOX, origins="mail", tokens_per_byte=0.051),
    Format(kind=FileKind.MSG, label="E-mail", reader="outlook", preview=PreviewMethod.MAIL, icon="mail",
           suffixes=(".msg",), container=Container.COMPOUND, parts=("__properties_version1.0",), families=("mail",),
           size_limit=_COMPOUND, keeper_rank=150, origins="outlook", tokens_per_byte=0.010),
    Format(kind=FileKind.VCF, label="Contacts", reader="contacts", icon="mail", families=("contact",),
           suffixes=_dotted("vcf vcard"), opening=signatures.CONTACT, prologue=signatures.CONTACT,
           size_limit=SizeLimit(64 * _MEGABYTE, 64 * _MEGABYTE), keeper_rank=152, audit="content_line_audit",
           origins="contact", tokens_per_byte=0.20),
    Format(kind=FileKind.ICS, label="Calendar", reader="calendars", icon="mail", families=("contact",),
           suffixes=_dotted("ics ical ifb vcs"), opening=signatures.CALENDAR,
           prologue=signatures.CALENDAR, size_limit=SizeLimit(64 * _MEGABYTE, 64 * _MEGABYTE),
           keeper_rank=154, audit="content_line_audit", tokens_per_byte=0.15),
    Format(kind=FileKind.IPYNB, label="Notebook", reader="notebook", icon="notebook", lexer="json",
           suffixes=(".ipynb",), families=("notebook",), keeper_rank=70, audit="text_audit", tokens_per_byte=0.095),
    Format(kind=FileKind.CODE, label="Code", reader="source_code", preview=PreviewMethod.CODE, icon="code",
           families=("code",), suffixes=tuple(suffix for suffix, _ in SOURCE_LANGUAGES),
           names=tuple(name for name, _ in NAMED_SCRIPTS), lexers=SOURCE_LANGUAGES + NAMED_SCRIPTS, opening=rb"#!\s*/",
           keeper_rank=200, audit="text_audit", tokens_per_byte=0.30, is_all_text=True),
    Format(kind=FileKind.PICTURE, label="Picture", reader="picture", preview=PreviewMethod.IMAGE, icon="picture",
           suffixes=_dotted("png jpg jpeg jpe jfif gif tif tiff webp bmp heic heif hif"), header=signatures.PICTURE,
           families=("picture",), size_limit=_PACKAGE, keeper_rank=220, origins="picture", tokens_per_byte=0.00003),
)
"""Formats that are read; the first whose mark a file bears is the one that it has."""


def _refused(reason: str, known: tuple[file_magic.Mark, ...]) -> tuple[Format, ...]:
    """Return rows of formats that are known by bytes at an offset."""
    return tuple(Format(label=label, reason=reason, magic=((offset, marks),)) for label, offset, marks in known)


def _packed(container: Container, reason: str, *known: tuple[str, tuple[str, ...]]) -> tuple[Format, ...]:
    """Return rows of formats that are known by the parts of their package."""
    return tuple(Format(label=label, reason=reason, container=container, parts=parts) for label, parts in known)


UNREAD_FORMATS = (
    *_refused("archive", file_magic.ARCHIVES),
    Format(label="program in an archive", reason="archive", container=Container.ZIP, parts=("META-INF/MANIFEST.MF",),
           suffixes=_dotted("jar war ear apk aab ipa whl egg xpi crx nupkg vsix")),
    *_refused("binary", file_magic.BINARIES),
    *_refused("unsupported", file_magic.DOCUMENT_MARKS),
    *_refused("legacy-format", file_magic.OLD_DOCUMENTS),
    Format(label="Works document", reason="legacy-format", suffixes=(".wps",), container=Container.COMPOUND,
           parts=("matost",)),
    *_packed(Container.COMPOUND, "legacy-format",
        ("WordPerfect document", ("perfectoffice_main",)), ("Quattro Pro workbook", ("nativecontent_main",)),
        ("StarOffice document", ("starwriterdocument", "starcalcdocument", "stardrawdocument", "stardrawdocument3"))),
    Format(label="OpenDocument chart or database", reason="unsupported", container=Container.ZIP,
           media_types=("application/vnd.oasis.",)),
    *_packed(Container.COMPOUND, "encrypted", ("Office document", ("encryptedpackage",))),
    *_packed(Container.COMPOUND, "legacy-format", ("PowerPoint 95 presentation (.ppt)", ("pp40",))),
    *_packed(Container.COMPOUND, "unsupported",
        ("Visio drawing", ("visiodocument",)), ("Publisher document", ("quill",)),
        ("Hangul document", ("\x05hwpsummaryinformation",))),
)
"""Formats that give no text, recognised by their marks in this order."""
# fmt: on

OTHER = Format(label="File", families=("other",))
"""Row of files that have none of these formats."""

_BY_KIND = MappingProxyType({each.kind: each for each in (*FORMATS, OTHER)})
_BY_ENDING = MappingProxyType(
    {ending: each for each in (*FORMATS, *UNREAD_FORMATS) for ending in (*each.suffixes, *each.names)}
)


def format_of(kind: FileKind | None) -> Format:
    """Return the row of a kind; None is a file of which nothing is known."""
    return _BY_KIND[kind or FileKind.OTHER]


def format_by_name(name: str) -> Format | None:
    """Return the format that a file's name promises, whether read or not; None for none."""
    path = PurePath(name.lower())
    return _BY_ENDING.get(path.name) or _BY_ENDING.get(path.suffix)


def kind_by_name(name: str) -> FileKind | None:
    """Return the kind that a file most likely has; None if no read kind has such a name."""
    found = format_by_name(name)
    return found.kind if found is not None and found.is_read else None


def kinds_of_type(name: str) -> tuple[FileKind, ...]:
    """Return the kinds of a type or family of `type:`, in lower case; none if there is none."""
    if family := find_family(name):
        return tuple(each.kind for each in (*FORMATS, OTHER) if family.name in each.families)
    return tuple(kind for kind in FileKind if kind == name)


def find_family(name: str) -> Family | None:
    """Return the family with a name or alias in lower case; None if there is none."""
    return next((family for family in FAMILIES if name in (family.name, *family.aliases)), None)
