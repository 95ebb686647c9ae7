"""Table of file formats: one row holds all that is known of a format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from pathlib import PurePath
from types import MappingProxyType

from findling import beginnings, file_magic
from findling.source_languages import LANGUAGES, NAMED_SCRIPTS

_MEGABYTE = 1_000_000
_LAST = 1_000


class FileKind(StrEnum):
    """Kind of a file, by its content first and its name second; the value is what `type:` takes."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    PPTX = "pptx"
    XLSX = "xlsx"
    XLS = "xls"
    ODT = "odt"
    ODS = "ods"
    ODP = "odp"
    RTF = "rtf"
    DOC = "doc"
    PPT = "ppt"
    PAGES = "pages"
    NUMBERS = "numbers"
    KEYNOTE = "keynote"
    EPUB = "epub"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    EML = "eml"
    MBOX = "mbox"
    MSG = "msg"
    VCF = "vcf"
    ICS = "ics"
    IPYNB = "ipynb"
    CODE = "code"
    PICTURE = "picture"
    ARCHIVE = "archive"
    OTHER = "other"


class Container(Enum):
    """Package whose members tell what a file is."""

    ZIP = auto()
    COMPOUND = auto()


class PreviewMethod(Enum):
    """Way to make a preview; `extraction.previews` has a function for each."""

    BLOCKS = auto()
    MARKUP = auto()
    TEXT = auto()
    CODE = auto()
    TABLE = auto()
    MAIL = auto()
    PAGES = auto()
    IMAGE = auto()


class Unit(StrEnum):
    """Part that page numbers count, where a document has any."""

    PAGE = "page"
    SLIDE = "slide"
    SHEET = "sheet"
    MESSAGE = "message"


@dataclass(frozen=True, slots=True)
class SizeLimit:
    """Bytes that a parser gets of a file, and may have: more where a beginning is readable."""

    kept: int
    hashed: int


@dataclass(frozen=True, slots=True)
class Family:
    """Formats that users name together in `type:`.

    Attributes:
        label: the family in words; the window translates it in the context "Filters".
        aliases, offered: other names that `type:` takes; whether the window offers it in a menu.
    """

    name: str
    label: str
    aliases: tuple[str, ...] = ()
    offered: bool = True


FAMILIES = (
    *(Family("pdf", "PDF"), Family("word", "Word documents"), Family("text", "Plain text"), Family("sheet", "Tables")),
    *(Family("slides", "Slides"), Family("mail", "E-mail", ("email",)), Family("web", "Web pages", ("htm",))),
    Family("contact", "Contacts and calendars", ("calendar",)),
    *(Family("book", "E-books"), Family("notebook", "Notebooks"), Family("code", "Source code")),
    Family("picture", "Pictures", ("image",)),
    *(Family("archive", "Archives"), Family("data", "Data"), Family("md", "Markdown", ("markdown",), offered=False)),
    Family("other", "Other files", offered=False),
)
"""Families in the order in which they are offered."""

_PACKAGE = SizeLimit(150 * _MEGABYTE, 150 * _MEGABYTE)
_COMPOUND = SizeLimit(64 * _MEGABYTE, 64 * _MEGABYTE)
_STREAM = SizeLimit(64 * _MEGABYTE, 2_000 * _MEGABYTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """File format.

    Attributes:
        kind: `OTHER` for formats that are known, but not read.
        label: the format in words; of those that are read, the window translates it in the context "Kinds".
        reason: the value of the `Reason` for which it is not read; "" if it is.
        suffixes: in lower case, with the dot; where `is_marked`, they are a promise that the content has to keep.
        names: whole names of files, in lower case.
        container: the package that it comes in.
        parts: its mark in a zip, the beginning of a member's name, or in a compound file, the name of a top-level entry
            in lower case (MS-CFB 2.6.4 compares names without regard to it); one of them suffices.
        media_types: content of the member `mimetype` of a package, without "-template"; if not read, its beginning.
        magic: bytes at an offset, or one of several; all of them have to be there.
        header: regular expression that is searched for in the first 1,024 bytes, and tells it under any name.
        fragment: regular expression that tells a damaged file under one of its own suffixes.
        opening: regular expression by which a text under an unknown name begins.
        prologue: regular expression by which a text begins that is not what its name says; the suffixes of texts are
            used for much else (a server in .org, a page of music in .ly).
        reader: the module in `extraction.readers` whose `read` reads it.
        audit: the module in `extraction.audits` whose `audit` checks that all was read; "" if nobody can tell.
        origins: `find` in extraction.origins.NAME_origins finds its date and people; "" if it tells of none.
        lexer, lexers: the name that Pygments has for it; (suffix or name, lexer) where it has several.
        delimiter: between the cells of a table, as a rule.
        icon, families: drawing in resources/icons/kinds; names of `FAMILIES`.
        keeper_rank: of duplicates, the one with the lower rank is the better to keep: first what can be edited and
            holds the most, last what is a picture of it.
        tokens_per_byte: tokens that are embedded for each byte; `indexing.workload` says how it was measured.
        is_all_text: text to the last byte; the others end in pictures, as a rule.
    """

    kind: FileKind = FileKind.OTHER
    label: str
    reason: str = ""
    suffixes: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    container: Container | None = None
    parts: tuple[str, ...] = ()
    media_types: tuple[str, ...] = ()
    magic: tuple[tuple[int, bytes | tuple[bytes, ...]], ...] = ()
    header: bytes = b""
    fragment: bytes = b""
    opening: bytes = b""
    prologue: bytes = b""
    reader: str = ""
    audit: str = ""
    origins: str = ""
    preview: PreviewMethod = PreviewMethod.BLOCKS
    lexer: str = ""
    lexers: tuple[tuple[str, str], ...] = ()
    delimiter: str = ""
    unit: Unit = Unit.PAGE
    icon: str = "other"
    families: tuple[str, ...] = ()
    keeper_rank: int = _LAST
    tokens_per_byte: float = 0.0
    is_all_text: bool = False
    size_limit: SizeLimit = _STREAM

    @property
    def is_read(self) -> bool:
        """True if there is a reader for it."""
        return bool(self.reader)

    @property
    def is_marked(self) -> bool:
        """True if its content tells it from a text, whatever its name is."""
        return bool(self.container or self.header or self.magic)


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
           prologue=beginnings.flat_opendocument(b"text"),
           media_types=("application/vnd.oasis.opendocument.text", "application/vnd.sun.xml.writer",
                        "application/vnd.oasis.opendocument.formula", "application/vnd.sun.xml.math"),
           size_limit=_PACKAGE, keeper_rank=20, audit="opendocument_audit", origins="package", tokens_per_byte=0.007),
    Format(kind=FileKind.PPTX, label="Slides", reader="slides", icon="slides", families=("slides",), unit=Unit.SLIDE,
           suffixes=_dotted("pptx pptm ppsx ppsm potx"), container=Container.ZIP, parts=("ppt/",),
           size_limit=_PACKAGE, keeper_rank=30, audit="slides_audit", origins="package", tokens_per_byte=0.0014),
    Format(kind=FileKind.ODP, label="Slides", reader="opendocument", icon="slides", families=("slides",),
           suffixes=_dotted("odp otp fodp odg otg fodg"), container=Container.ZIP, unit=Unit.SLIDE,
           prologue=beginnings.flat_opendocument(b"(?:presentation|graphics)"),
           media_types=("application/vnd.oasis.opendocument.presentation", "application/vnd.sun.xml.impress",
                        "application/vnd.oasis.opendocument.graphics", "application/vnd.sun.xml.draw"),
           size_limit=_PACKAGE, keeper_rank=40, audit="opendocument_audit", origins="package", tokens_per_byte=0.003),
    Format(kind=FileKind.XLSX, label="Spreadsheet", reader="sheets", preview=PreviewMethod.TABLE, icon="sheet",
           suffixes=_dotted("xlsx xlsm xltx xlsb"), container=Container.ZIP, parts=("xl/",), families=("sheet",),
           unit=Unit.SHEET, size_limit=_PACKAGE, keeper_rank=50, audit="workbook_audit", origins="package",
           tokens_per_byte=0.014),
    Format(kind=FileKind.XLS, label="Spreadsheet", reader="sheets", preview=PreviewMethod.TABLE, icon="sheet",
           suffixes=(".xls",), container=Container.COMPOUND, parts=("workbook", "book"), families=("sheet",),
           prologue=beginnings.SPREADSHEET_XML, unit=Unit.SHEET, size_limit=_COMPOUND, keeper_rank=130,
           origins="compound", tokens_per_byte=0.44),
    Format(kind=FileKind.ODS, label="Spreadsheet", reader="sheets", preview=PreviewMethod.TABLE, icon="sheet",
           suffixes=_dotted("ods ots fods"), container=Container.ZIP, families=("sheet",), unit=Unit.SHEET,
           prologue=beginnings.flat_opendocument(b"spreadsheet"),
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
           suffixes=_dotted("eml emlx mht mhtml"), families=("mail",), audit="mail_audit", opening=beginnings.MAIL,
           prologue=beginnings.SENT_MAIL, size_limit=SizeLimit(64 * _MEGABYTE, 64 * _MEGABYTE), keeper_rank=140,
           origins="mail", tokens_per_byte=0.051),
    Format(kind=FileKind.MBOX, label="Mailbox", reader="mail", audit="mail_audit", icon="mail", families=("mail",),
           unit=Unit.MESSAGE, suffixes=_dotted("mbox mbx"),
           opening=beginnings.MAILBOX, prologue=beginnings.MAILBOX, origins="mail", tokens_per_byte=0.051),
    Format(kind=FileKind.MSG, label="E-mail", reader="outlook", preview=PreviewMethod.MAIL, icon="mail",
           suffixes=(".msg",), container=Container.COMPOUND, parts=("__properties_version1.0",), families=("mail",),
           size_limit=_COMPOUND, keeper_rank=150, origins="outlook", tokens_per_byte=0.010),
    Format(kind=FileKind.VCF, label="Contacts", reader="contacts", icon="mail", families=("contact",),
           suffixes=_dotted("vcf vcard"), opening=beginnings.CONTACT, prologue=beginnings.CONTACT,
           size_limit=SizeLimit(64 * _MEGABYTE, 64 * _MEGABYTE), keeper_rank=152, audit="content_line_audit",
           origins="contact", tokens_per_byte=0.20),
    Format(kind=FileKind.ICS, label="Calendar", reader="calendars", icon="mail", families=("contact",),
           suffixes=_dotted("ics ical ifb vcs"), opening=beginnings.CALENDAR,
           prologue=beginnings.CALENDAR, size_limit=SizeLimit(64 * _MEGABYTE, 64 * _MEGABYTE),
           keeper_rank=154, audit="content_line_audit", tokens_per_byte=0.15),
    Format(kind=FileKind.IPYNB, label="Notebook", reader="notebook", icon="notebook", lexer="json",
           suffixes=(".ipynb",), families=("notebook",), keeper_rank=70, audit="text_audit", tokens_per_byte=0.095),
    Format(kind=FileKind.CODE, label="Code", reader="source_code", preview=PreviewMethod.CODE, icon="code",
           families=("code",), suffixes=tuple(suffix for suffix, _ in LANGUAGES),
           names=tuple(name for name, _ in NAMED_SCRIPTS), lexers=LANGUAGES + NAMED_SCRIPTS, opening=rb"#!\s*/",
           keeper_rank=200, audit="text_audit", tokens_per_byte=0.30, is_all_text=True),
    Format(kind=FileKind.PICTURE, label="Picture", reader="picture", preview=PreviewMethod.IMAGE, icon="picture",
           suffixes=_dotted("png jpg jpeg jpe jfif gif tif tiff webp bmp heic heif hif"), header=beginnings.PICTURE,
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
    *_refused("unsupported", file_magic.DOCUMENTS),
    *_refused("legacy-format", file_magic.OLD_DOCUMENTS),
    Format(label="Works document", reason="legacy-format", suffixes=(".wps",), container=Container.COMPOUND,
           parts=("matost",)),
    *_packed(Container.COMPOUND, "legacy-format",
        ("WordPerfect document", ("perfectoffice_main",)), ("Quattro Pro workbook", ("nativecontent_main",)),
        ("StarOffice document", ("starwriterdocument", "starcalcdocument", "stardrawdocument", "stardrawdocument3"))),
    Format(label="OpenDocument chart or database", reason="unsupported", container=Container.ZIP,
           media_types=("application/vnd.oasis.",)),
    *_packed(Container.ZIP, "unsupported",
        ("Visio drawing", ("visio/",)),
        ("XPS document", ("FixedDocumentSequence.fdseq", "FixedDocSeq.fdseq")),
        ("Hangul document", ("Contents/content.hpf",))),
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
